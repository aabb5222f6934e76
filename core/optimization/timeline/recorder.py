"""Writes the timeline of a run while it goes on."""

from __future__ import annotations

import io
import logging
import shutil
import time
from typing import TYPE_CHECKING, Final

from PIL import Image

from core.errors import TimelineError
from core.files.replacing import replace_file
from core.machine.memory import is_out_of_memory
from core.optimization.checkpoint.manifest import MANIFEST_NAME
from core.optimization.checkpoint.pacing import PaceKeeper
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.timeline.folders import scale_ends_in
from core.optimization.timeline.frame_file import FRAMES_NAME, encoded, read_frames, record
from core.optimization.timeline.thinning import halved, is_too_large
from core.optimization.timeline.timeline import Frame, FrameNote, Timeline, scale_end_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from core.optimization.checkpoint.snapshot import Snapshot
    from core.optimization.timeline.plan import TimelinePlan

_log = logging.getLogger(__name__)

_JPEG_QUALITY: Final = 85
# Of the canvases at the ends of scales together: those of a picture of some 8000 pixels.
MOST_BYTES_OF_SCALE_ENDS: Final = 1 << 30


class TimelineRecorder:
    """Keeps the timeline of one run in its folder.

    A run never fails for its sake: what cannot be written is told to the log, and nothing more is written.

    Attributes:
        timeline: What there is of it.
    """

    def __init__(
        self,
        plan: TimelinePlan,
        max_memory_bytes: int | None,
        *,
        num_steps: int = 0,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Take over what the folder holds of the steps that the run has taken, and remove the rest.

        Args:
            plan: Where to, and how often.
            max_memory_bytes: How much memory painting may take, to be remembered; None for as much as is free.
            num_steps: Steps that the run has taken; 0 where it begins.
            clock: Gives the time in seconds, since any moment.
        """
        self._folder = plan.folder
        self._max_memory_bytes = max_memory_bytes
        self._clock = clock
        self._pace = PaceKeeper(plan.pacing, clock())
        # A frame is made after every so many steps.
        self._stride = 1
        self._broken = False
        self._bytes_of_ends = 0
        self.timeline = Timeline(self._folder)
        try:
            self._begin(num_steps)
        except OSError as error:
            self._give_up(error)

    def _begin(self, num_steps: int) -> None:
        for end in scale_ends_in(self._folder):
            if end > num_steps:
                shutil.rmtree(scale_end_folder(self._folder, end))
        frames: tuple[Frame, ...] = ()
        if num_steps > 0:
            try:
                frames = read_frames(self._folder)
            except TimelineError as error:
                _log.warning("A timeline begins in the middle: %s", error)
        self._keep([frame for frame in frames if frame.note.num_steps <= num_steps])

    def _keep(self, frames: list[Frame]) -> None:
        """Have the file hold these frames, and no others."""
        replace_file(self._folder / FRAMES_NAME, encoded(frames))
        self.timeline = Timeline(self._folder, tuple(frames), scale_ends_in(self._folder))

    def add_if_due(self, note: FrameNote, view: Callable[[], NDArray[np.uint8]]) -> bool:
        """Add a frame if it is time for one, and tell whether there is one more.

        Args:
            note: The present moment.
            view: Gives the picture as it stands: (H, W, 3) uint8 sRGB.
        """
        return note.num_steps % self._stride == 0 and self._pace.may_be_due(self._clock()) and self.add(note, view)

    def add(self, note: FrameNote, view: Callable[[], NDArray[np.uint8]]) -> bool:
        """Add a frame, unless there is one of this moment, and tell whether there is one more."""
        frames = self.timeline.frames
        if self._broken or (frames and frames[-1].note.num_steps >= note.num_steps):
            return False
        begun_s = self._clock()
        try:
            self._add(Frame(note, _jpeg(view())))
        except (OSError, RuntimeError, MemoryError) as error:
            if isinstance(error, RuntimeError) and not is_out_of_memory(error):
                raise
            self._give_up(error)
            return False
        self._pace.note(begun_s, self._clock(), 0)
        return True

    def _add(self, frame: Frame) -> None:
        frames = [*self.timeline.frames, frame]
        if is_too_large(frames):
            self._stride *= 2
            self._keep(halved(frames, self.timeline.scale_ends))
            return
        with (self._folder / FRAMES_NAME).open("ab") as file:
            file.write(record(frame))
        self.timeline = Timeline(self._folder, tuple(frames), self.timeline.scale_ends)

    def end_scale(self, note: FrameNote, snapshot: Snapshot) -> bool:
        """Keep what is needed to go on from the end of a scale, and tell whether there is more than before.

        Args:
            note: The present moment.
            snapshot: The run between two scales.
        """
        canvas = snapshot.state.coarser
        if self._broken or canvas is None or note.num_steps in self.timeline.scale_ends:
            return False
        if self._bytes_of_ends + canvas.num_bytes > MOST_BYTES_OF_SCALE_ENDS:
            return False
        folder = scale_end_folder(self._folder, note.num_steps)
        try:
            folder.mkdir()
        except OSError as error:
            self._give_up(error)
            return False
        CheckpointWriter(Checkpoints(folder), self._max_memory_bytes).write(snapshot)
        if not (folder / MANIFEST_NAME).is_file():  # for want of room, which the writer has told
            shutil.rmtree(folder, ignore_errors=True)
            return False
        self._bytes_of_ends += canvas.num_bytes
        self.timeline = Timeline(self._folder, self.timeline.frames, (*self.timeline.scale_ends, note.num_steps))
        return True

    def _give_up(self, error: Exception) -> None:
        _log.warning("Nothing more of this run's timeline is written: %r", error)
        self._broken = True


def _jpeg(pixels: NDArray[np.uint8]) -> bytes:
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "JPEG", quality=_JPEG_QUALITY)
    return content.getvalue()
