"""What checkpoints and the timeline cost: the share of a run's time that goes into them, and how much is written.

    python -m tests.benchmarks.checkpoint PHOTO STYLE [--size 512] [--preset standard] [--interval 10] [--max-memory M]

All in one run, so that whatever else the computer does weighs on both: the time inside the writers against the run's.
One line for each scale, and one for the whole; then the frames of the timeline, and its checkpoints.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.system import paths
from core.optimization.checkpoint import writer as writer_module
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.tensor_files import write_tensor
from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.engine import stylize
from core.optimization.events import Finished, ScaleStarted, StepDone
from core.optimization.timeline.folders import scale_ends_in
from core.optimization.timeline.frame_file import FRAMES_NAME
from core.optimization.timeline.plan import TimelinePlan
from core.optimization.timeline.recorder import TimelineRecorder
from core.recipe.choices import DeviceName, Preset
from core.recipe.recipe import Recipe, StyleSource
from tests.benchmarks.engine import say

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from core.optimization.checkpoint.snapshot import Snapshot
    from core.optimization.checkpoint.tensor_files import TensorFile
    from core.optimization.timeline.timeline import FrameNote


@dataclass
class Cost:
    """What has been spent so far.

    Attributes:
        asked_s: In asking whether a checkpoint is due and, where it was, in writing it.
        longest_s: The longest single one.
        num_written: How many were written.
        num_bytes: Of tensors, all together.
    """

    asked_s: float = 0.0
    longest_s: float = 0.0
    num_written: int = 0
    num_bytes: int = 0


def watch(cost: Cost) -> None:
    """Have the writer's time and bytes counted from now on."""
    write_if_due, write = CheckpointWriter.write_if_due, CheckpointWriter.write

    def timed(self: CheckpointWriter, snapshot: Callable[[], Snapshot]) -> None:
        begun_s = time.perf_counter()
        write_if_due(self, snapshot)
        took_s = time.perf_counter() - begun_s
        cost.asked_s += took_s
        cost.longest_s = max(cost.longest_s, took_s)

    def counted(self: CheckpointWriter, snapshot: Snapshot) -> None:
        cost.num_written += 1
        write(self, snapshot)

    def measured(folder: Path, number: int, tensor: Tensor) -> TensorFile:
        file = write_tensor(folder, number, tensor)
        cost.num_bytes += file.num_bytes
        return file

    CheckpointWriter.write_if_due = timed  # type: ignore[method-assign]
    CheckpointWriter.write = counted  # type: ignore[method-assign]
    setattr(writer_module, write_tensor.__name__, measured)


@dataclass
class TimelineCost:
    """What the timeline has taken.

    Attributes:
        frames_s: In asking whether a frame is due and, where it was, in making it.
        num_frames: How many were made.
        ends_s: In the checkpoints at the ends of scales.
    """

    frames_s: float = 0.0
    num_frames: int = 0
    ends_s: float = 0.0


def watch_timeline(cost: TimelineCost) -> None:
    """Have the recorder's time counted from now on."""
    add_if_due, end_scale = TimelineRecorder.add_if_due, TimelineRecorder.end_scale

    def added(self: TimelineRecorder, note: FrameNote, view: Callable[[], NDArray[np.uint8]]) -> bool:
        begun_s = time.perf_counter()
        is_added = add_if_due(self, note, view)
        cost.frames_s += time.perf_counter() - begun_s
        cost.num_frames += is_added
        return is_added

    def ended(self: TimelineRecorder, note: FrameNote, snapshot: Snapshot) -> bool:
        begun_s = time.perf_counter()
        is_kept = end_scale(self, note, snapshot)
        cost.ends_s += time.perf_counter() - begun_s
        return is_kept

    TimelineRecorder.add_if_due = added  # type: ignore[method-assign]
    TimelineRecorder.end_scale = ended  # type: ignore[method-assign]


def show(what: str, seconds: float, num_steps: int, cost: Cost, before: Cost) -> None:
    """One line of the table."""
    spent_s = cost.asked_s - before.asked_s
    say(
        f"{what:>8}{num_steps:7}{seconds:9.1f}{cost.num_written - before.num_written:9}"
        f"{(cost.num_bytes - before.num_bytes) / 2**20:9.1f}{spent_s:9.3f}{100 * spent_s / seconds:9.2f} %"
    )


def show_timeline(seconds: float, cost: TimelineCost, folder: Path) -> None:
    """A line for its frames and one for its checkpoints."""
    frames_mib = (folder / FRAMES_NAME).stat().st_size / 2**20
    ends_mib = sum(path.stat().st_size for path in folder.rglob("scale-end-*/*")) / 2**20
    for what, number, mib, spent_s in (
        ("frames", cost.num_frames, frames_mib, cost.frames_s),
        ("ends", len(scale_ends_in(folder)), ends_mib, cost.ends_s),
    ):
        say(f"{what:>8}{number:7}{mib:27.1f}{spent_s:9.3f}{100 * spent_s / seconds:9.2f} %")


def main() -> int:
    """Paint once, and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("style", type=Path)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--preset", type=Preset, default=Preset.STANDARD)
    parser.add_argument("--interval", type=float, default=Pacing().interval_s)
    parser.add_argument("--max-memory", metavar="MIB", type=int)
    options = parser.parse_args()
    recipe = Recipe(
        options.photo,
        (StyleSource(options.style),),
        size_px=options.size,
        preset=options.preset,
        device=DeviceName.CPU,
    )
    max_memory_bytes = None if options.max_memory is None else options.max_memory << 20
    cost, before, of_timeline = Cost(), Cost(), TimelineCost()
    watch(cost)
    watch_timeline(of_timeline)
    say("   scale  steps  seconds  written      MiB    spent     share")
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        timeline = Path(folder) / "timeline"
        timeline.mkdir()
        checkpoints = Checkpoints(Path(folder), pacing=Pacing(options.interval), timeline=TimelinePlan(timeline))
        begun_s = scale_s = time.perf_counter()
        scale_px = num_steps = 0
        events = stylize(
            recipe, networks_folder=paths.networks(), max_memory_bytes=max_memory_bytes, checkpoints=checkpoints
        )
        for event in events:
            now_s = time.perf_counter()
            if isinstance(event, ScaleStarted | Finished):
                if num_steps > 0:
                    show(f"{scale_px} px", now_s - scale_s, num_steps, cost, before)
                before, scale_s, num_steps = Cost(**vars(cost)), now_s, 0
            if isinstance(event, ScaleStarted):
                scale_px = event.scale_px
            if isinstance(event, StepDone):
                num_steps += 1
            if isinstance(event, Finished):
                show("whole", event.seconds, event.num_steps, cost, Cost())
                show_timeline(event.seconds, of_timeline, timeline)
    say(f"longest single checkpoint {cost.longest_s:.3f} s; the run took {time.perf_counter() - begun_s:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
