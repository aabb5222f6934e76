"""Tells PyInstaller that the network module is there for local sockets: no secure connections, no network watched."""

from __future__ import annotations

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [entry for entry in binaries if "/plugins/" not in entry[0].replace("\\", "/")]
