"""Gets the engine ready behind the person's back, so that the first press of the button paints at once.

Importing torch takes seconds. Most of it lets the window's thread in between, but two things do not: linking torch's
largest library, which happens under the interpreter's lock, and the garbage collector, which walks a million new
objects again and again. Both are dealt with here; what remains are stalls of about 0.1 s instead of 0.4 s.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.run.engine_access import EngineLoader

_log = logging.getLogger(__name__)

# In the order, and with the visibility, in which torch itself loads them.
_NATIVE_LIBRARIES: Final = {
    "libtorch_global_deps.so": os.RTLD_NOW | os.RTLD_GLOBAL if sys.platform != "win32" else 0,
    "libtorch_cpu.so": os.RTLD_NOW if sys.platform != "win32" else 0,
}


def warm_up(load: EngineLoader) -> bool:
    """Load the engine; whether that went well. Takes seconds, and is meant for the compute thread.

    A run that is ordered meanwhile waits for it, as it would for its own import.
    """
    began_s = time.monotonic()
    try:
        link_native_libraries()
        with _collector_paused():
            load()
    except Exception:  # noqa: BLE001 - the run itself will meet the same error, and there is somebody to tell then
        _log.exception("The engine could not be loaded ahead of time")
        return False
    _log.info("The engine was loaded in %.1f s", time.monotonic() - began_s)
    return True


def link_native_libraries() -> None:
    """Link torch's largest library without holding the interpreter's lock, where that is known to work.

    An import links under the lock. A call through ctypes releases it, and the import then finds the library in place.
    """
    torch = find_spec("torch")
    if not sys.platform.startswith("linux") or torch is None or torch.origin is None:
        return
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name, flags in _NATIVE_LIBRARIES.items():
        library = Path(torch.origin).parent / "lib" / name
        # A library that cannot be linked is for the import to complain about.
        if library.is_file() and not dlopen(os.fsencode(library), flags):
            return


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What an import leaves behind stays for good; there is no use in looking through it again.
        gc.freeze()
        if was_enabled:
            gc.enable()
