"""One picture of the queue, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.run.outcome import RunFailure, RunResult
    from core.optimization.checkpoint.manifest import FileAtPath
    from core.optimization.events import ScaleStarted
    from core.optimization.timeline.timeline import Timeline
    from core.picture import Picture
    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


class JobState(Enum):
    """How far a job is."""

    WAITING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    STOPPING = auto()
    DONE = auto()
    STOPPED = auto()
    FAILED = auto()


_ACTIVE: Final = frozenset({JobState.RUNNING, JobState.PAUSING, JobState.PAUSED, JobState.STOPPING})
_ENDED: Final = frozenset({JobState.DONE, JobState.STOPPED, JobState.FAILED})


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far a run is.

    Attributes:
        scale: The present scale.
        step: Steps done within it.
        progress: Share of the whole work done, 0 to 1.
        remaining_s: Estimated seconds left; None while there is too little to judge by.
    """

    scale: ScaleStarted
    step: int
    progress: float
    remaining_s: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One picture that waits, is being painted, or has been; as it was when it was asked for.

    Attributes:
        number: Its own for as long as the program runs.
        recipe: What is painted, with every change of settings that has been taken.
        name: A file name for the picture, without suffix.
        photo: What is painted of the photo, made ready for the screen.
        state: How far it is.
        progress: The same in figures; None before the first scale.
        preview: The picture as it stands; None before there is any.
        outcome: How it ended; None before.
        resume_from: The folder of the run that it goes on with; None where it begins.
        branch_from: The end of a scale of another run that it begins with; None where it begins with the photo.
        timeline: How the picture came about, so far; None before there is anything of it.
        expected_inputs: The files that it was asked for with, as they were then; none where that does not matter.
        token: By which it is known from one start of the program to the next; empty where it is of this one.
        to_be_continued: Whether it was stopped because the program ends.
        num_begun: How often it had been begun before, by programs that were gone before anything was painted.
    """

    number: int
    recipe: Recipe
    name: str
    photo: QImage
    state: JobState = JobState.WAITING
    progress: RunProgress | None = None
    preview: QImage | None = None
    outcome: RunResult | RunFailure | None = None
    resume_from: Path | None = None
    branch_from: Path | None = None
    timeline: Timeline | None = None
    expected_inputs: tuple[FileAtPath, ...] = ()
    token: str = ""
    to_be_continued: bool = False
    num_begun: int = 0

    @property
    def is_active(self) -> bool:
        """Whether its run goes on, or holds."""
        return self.state in _ACTIVE

    @property
    def has_ended(self) -> bool:
        """Whether its run is over."""
        return self.state in _ENDED

    @property
    def picture(self) -> Picture | None:
        """What has been painted, once the run is over; None where nothing has."""
        return None if self.outcome is None else self.outcome.picture

    @property
    def inputs(self) -> Inputs | None:
        """The files that have been painted from, as they were read; None where that is not known."""
        return None if self.outcome is None else self.outcome.inputs

    @property
    def checkpoint(self) -> Path | None:
        """The folder from which it can be gone on with, once its run is over; None where it cannot."""
        return None if self.outcome is None else self.outcome.checkpoint

    @property
    def can_be_finished(self) -> bool:
        """Whether its run is over before its end, and can be gone on with."""
        return self.state in {JobState.STOPPED, JobState.FAILED} and self.checkpoint is not None
