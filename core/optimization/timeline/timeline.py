"""The timeline of a run, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - of a public field
from typing import Final

# Longest side of a frame: enough to judge a picture by, and some 40 kB.
LONGEST_SIDE_PX_OF_FRAME: Final = 480


@dataclass(frozen=True, slots=True)
class FrameNote:
    """Which moment of a run a frame shows.

    Attributes:
        num_steps: Steps taken at all scales; 0 for the start.
        scale: Number of the scale, from 1.
        num_scales: How many scales the run had.
        scale_px: Longest side of the canvas, in pixels.
        step: Steps taken at that scale.
        progress: How much of the run's work was done, 0 to 1.
    """

    num_steps: int
    scale: int
    num_scales: int
    scale_px: int
    step: int
    progress: float

    def __post_init__(self) -> None:
        if not (0 <= self.step <= self.num_steps and 1 <= self.scale <= self.num_scales and self.scale_px > 0):
            msg = "a frame of no run"
            raise ValueError(msg)
        if not 0 <= self.progress <= 1:
            raise ValueError(self.progress)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A small picture of a canvas.

    Attributes:
        note: When that was.
        jpeg: The picture, as a JPEG file.
    """

    note: FrameNote
    jpeg: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """How a run came about.

    Attributes:
        folder: Where it lies.
        frames: In their order; each shows more steps than the one before.
        scale_ends: After how many steps scales ended from which the run can be gone on with.
    """

    folder: Path
    frames: tuple[Frame, ...] = ()
    scale_ends: tuple[int, ...] = ()

    def can_go_on_from(self, index: int) -> bool:
        """Whether the run can be gone on with from what a frame shows."""
        return 0 <= index < len(self.frames) and self.frames[index].note.num_steps in self.scale_ends

    def checkpoint_at(self, index: int) -> Path:
        """The folder of the checkpoint of what a frame shows, where `can_go_on_from` says that there is one."""
        return scale_end_folder(self.folder, self.frames[index].note.num_steps)

    @property
    def branching_frames(self) -> tuple[int, ...]:
        """The indices of the frames from which the run can be gone on with."""
        return tuple(index for index in range(len(self.frames)) if self.can_go_on_from(index))


def scale_end_folder(folder: Path, num_steps: int) -> Path:
    """The folder of the checkpoint of a scale's end, in the folder of a timeline."""
    return folder / f"scale-end-{num_steps}"
