"""The program's one door to the engine. What lies behind it imports torch, so it is opened as late as possible."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from core.control import RunControl
    from core.events import Event
    from core.recipe import Recipe

_log = logging.getLogger(__name__)


class Stylize(Protocol):
    """The shape of ``core.engine.stylize``."""

    def __call__(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl | None = None,
        preview_due: Callable[[], bool] = ...,
    ) -> Iterator[Event]:
        """Yield the events of a run."""


EngineLoader = Callable[[], Stylize]


def load_engine() -> Stylize:
    """The engine itself; the first call takes seconds, for it imports torch."""
    from core.engine import stylize  # noqa: PLC0415 - the window must be up before torch is loaded

    return stylize


def warm_up(load: EngineLoader = load_engine) -> threading.Thread:
    """Load the engine in a thread of its own, so that the first run starts at once.

    A run that begins meanwhile waits for the same import. The thread is no daemon: tearing the interpreter down
    halfway through the import of a native library can crash, so a program that quits early lingers, windowless.
    """
    thread = threading.Thread(target=_warm_up, args=(load,), name="impasto-warm-up")
    thread.start()
    return thread


def _warm_up(load: EngineLoader) -> None:
    began_s = time.monotonic()
    try:
        load()
    except Exception:  # noqa: BLE001 - the run itself will meet the same error, and there is somebody to tell then
        _log.exception("The engine could not be loaded ahead of time")
    else:
        _log.info("The engine was loaded in %.1f s", time.monotonic() - began_s)
