"""What the system knows about this process: how long it has lived and how much memory it has had."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Final

# Where the system does not tell when the process began, this comes closest.
_IMPORTED_S: Final = time.monotonic()
_MIB: Final = 1024 * 1024


def age_s(platform: str = sys.platform) -> float:
    """Seconds since the process began; on other systems than Linux since its first lines of Python."""
    if platform == "linux":
        return _age_on_linux_s()
    return time.monotonic() - _IMPORTED_S


def _age_on_linux_s() -> float:
    # The name of the program, in brackets, may hold anything; the 22nd field is the start in ticks after boot.
    fields = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def peak_memory_mib() -> float:
    """The most memory the process has had at once, in MiB; without what lies on a graphics card."""
    if sys.platform == "win32":
        return _peak_on_windows_bytes() / _MIB
    import resource  # noqa: PLC0415 - not there on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MIB if sys.platform == "darwin" else peak / 1024


def _peak_on_windows_bytes() -> int:
    """PeakWorkingSetSize of PROCESS_MEMORY_COUNTERS, its third field."""
    counters = (ctypes.c_size_t * 10)()
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
    size = 8 + 8 * ctypes.sizeof(ctypes.c_size_t)
    filled = kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), counters, size)
    # Two 32-bit numbers come first; together they are as long as one field of a 64-bit system.
    return int(counters[1]) if filled else 0
