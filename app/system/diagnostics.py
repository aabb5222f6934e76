"""What helps to find out why something goes wrong on a computer: technical, in English, without private words."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from typing import Final

import psutil

from app.system.private_words import PrivateWords
from app.system.version import version

_LIBRARIES: Final = (
    "torch", "torchvision", "PySide6-Essentials", "numpy", "pillow", "pi-heif", "safetensors", "psutil", "tqdm",
)  # fmt: skip
_LOGS: Final = ("impasto.log", "command-line.log")
_NUM_LINES: Final = 60
_NUM_CRASH_LINES: Final = 30
_MAX_TAIL_BYTES: Final = 64 * 1024
_GIB: Final = 1 << 30
# What decides about threads, devices and screens.
_VARIABLES: Final = (
    "OMP_NUM_THREADS", "GOMP_SPINCOUNT", "CUDA_VISIBLE_DEVICES", "PYTORCH_CUDA_ALLOC_CONF", "QT_QPA_PLATFORM",
    "QT_SCALE_FACTOR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "LANG",
)  # fmt: skip


def diagnostics(log_folder: Path | None, *, loads_engine: bool) -> str:
    """Versions, devices, memory, the last lines of the logs and the last crash, without names of folders and files.

    Takes seconds where the engine is not loaded yet, and may be.

    Args:
        log_folder: Where the logs lie; None where there is no such folder.
        loads_engine: Whether the engine, which knows the devices, may be loaded for it.
    """
    sections = {
        "Program": _program(),
        "Devices": _devices(loads_engine=loads_engine),
        "Memory and disks": _memory(),
        "Environment": [f"{name}={os.environ[name]}" for name in _VARIABLES if name in os.environ],
    }
    if log_folder is not None:
        sections |= {f"Last lines of {name}": _last_lines(log_folder / name) for name in _LOGS}
        sections["Last crash"] = _lines(log_folder / "crash-before.txt")[:_NUM_CRASH_LINES]
    text = "\n\n".join("\n".join([f"## {title}", *(lines or ["(nothing)"])]) for title, lines in sections.items())
    return PrivateWords.of_this_computer().taken_out(text) + "\n"


def _program() -> list[str]:
    kind = "packaged" if getattr(sys, "frozen", False) else "installed"
    return [
        f"Impasto {version()}, {kind}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}, {' '.join(platform.libc_ver())}".rstrip(", "),
        *(f"{name} {_version_of(name)}" for name in _LIBRARIES),
    ]


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "(no version found)"


def _devices(*, loads_engine: bool) -> list[str]:
    if not loads_engine and "torch" not in sys.modules:
        return ["The engine has not been loaded yet."]
    try:
        from core.machine.devices import described_devices  # noqa: PLC0415 - takes seconds where it is not loaded

        return list(described_devices())
    except Exception as error:  # noqa: BLE001 - that this fails is what is to be told
        return [f"The devices could not be asked: {error!r}"]


def _memory() -> list[str]:
    memory, swap = psutil.virtual_memory(), psutil.swap_memory()
    lines = [
        f"Memory: {memory.total / _GIB:.1f} GiB, of which {memory.available / _GIB:.1f} GiB are available",
        f"Swap: {swap.total / _GIB:.1f} GiB, of which {swap.free / _GIB:.1f} GiB are free",
        f"This process: {psutil.Process().memory_info().rss / _GIB:.2f} GiB",
    ]
    for what, folder in (("temporary files", Path(tempfile.gettempdir())), ("the person's files", _home())):
        try:
            lines.append(f"Room for {what}: {shutil.disk_usage(folder).free / _GIB:.1f} GiB")
        except OSError as error:
            lines.append(f"Room for {what}: {error.strerror}")
    return lines


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def _last_lines(path: Path) -> list[str]:
    return _lines(path)[-_NUM_LINES:]


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _MAX_TAIL_BYTES))
            return file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return []
