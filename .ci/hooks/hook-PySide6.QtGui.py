"""Tells PyInstaller which plugins of Qt the window uses, so that those for other programs bring no libraries along.

Left out are screens without a desktop, PDF as a picture, a keyboard on the screen (it needs QML), devices for makers,
and the GTK theme: it would need all of GTK, and dialogs of the desktop come through its portal instead.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

DROPPED = (
    "*/egldeviceintegrations/*", "*/generic/*", "*/imageformats/*qpdf*", "*/platforminputcontexts/*virtualkeyboard*",
    "*/platforms/*egl*", "*/platforms/*linuxfb*", "*/platforms/*qminimal*", "*/platforms/*vkkhr*",
    "*/platforms/*vnc*", "*/platformthemes/*qgtk3*", "*/wayland-graphics-integration-*",
    "*/wayland-shell-integration/*wl-*", "*/wayland-shell-integration/*ivi*",
)  # fmt: skip

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [entry for entry in binaries if not any(fnmatch(Path(entry[0]).as_posix(), name) for name in DROPPED)]
