"""What a run tells on its way that its end does not say again, or cannot any more."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from core.optimization.events import InputsRead, PreviewReady, StepDone
from core.picture import Picture

if TYPE_CHECKING:
    from core.optimization.events import Event
    from core.recipe.inputs import Inputs

# A run that breaks off without its picture has lost no more than this.
_PREVIEW_INTERVAL_S: Final = 10.0


class Heard:
    """Listens to the events of one run.

    Attributes:
        inputs: The files that it has read; None before it has.
        seen: The last preview after a step: all there is of the picture where the run breaks off without it. None
            before there was one.
    """

    def __init__(self) -> None:
        self.inputs: Inputs | None = None
        self.seen: Picture | None = None
        self._painted = False
        self._seen_s = -_PREVIEW_INTERVAL_S

    def preview_due(self) -> bool:
        """Whether another preview is wanted; not so often that it would cost time."""
        return self._painted and time.monotonic() - self._seen_s >= _PREVIEW_INTERVAL_S

    def take(self, event: Event) -> None:
        """Note what an event tells."""
        match event:
            case InputsRead(inputs):
                self.inputs = inputs
            case StepDone():
                self._painted = True
            case PreviewReady(pixels) if self._painted:
                self.seen, self._seen_s = Picture(pixels), time.monotonic()
            case _:
                pass
