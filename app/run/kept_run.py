"""The folders of a run: what it can be gone on with from, and its timeline."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import begin_run_folder, take_run_folder
from core.optimization.timeline.folders import timeline_folder_held
from core.optimization.timeline.plan import TimelinePlan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.optimization.checkpoint.manifest import Destination
    from core.optimization.checkpoint.run_folders import RunFolder

_USUAL: Final = Pacing()


@dataclass(frozen=True, slots=True)
class RunFolders:
    """Where the folders of all runs lie.

    Attributes:
        checkpoints: Of what is needed to go on with runs that are interrupted.
        timelines: Of how they came about.
    """

    checkpoints: Path
    timelines: Path


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The folders of one run, held for as long as it goes on.

    Attributes:
        folder: Of its checkpoint.
        timeline: Of its timeline; None where there can be none.
    """

    folder: RunFolder
    timeline: Path | None

    @property
    def checkpoint(self) -> Path | None:
        """The folder from which the run can be gone on with; None where there is nothing yet, or no more."""
        return self.folder.path if self.folder.has_checkpoint else None

    def checkpoints(self, destination: Destination, pacing: Pacing = _USUAL) -> Checkpoints:
        """What the engine keeps in them.

        Args:
            destination: What shall become of the picture.
            pacing: How often checkpoints are written.
        """
        timeline = None if self.timeline is None else TimelinePlan(self.timeline)
        return Checkpoints(self.folder.path, destination, pacing, timeline)


@contextlib.contextmanager
def kept_run(
    folders: RunFolders | None, resume_from: Path | None = None, branch_from: Path | None = None
) -> Iterator[KeptRun | None]:
    """The folders of a run, held; None where there can be none.

    Args:
        folders: Where they lie; None keeps nothing of runs that begin.
        resume_from: The folder of the run to go on with; None for one that begins.
        branch_from: The checkpoint of a scale's end, in the folder of its timeline, that a run begins with.

    Raises:
        CheckpointError: If the run to go on with cannot be.
    """
    folder: RunFolder | None = None
    if resume_from is not None:
        folder = take_run_folder(resume_from)
    elif folders is not None:
        folder = begin_run_folder(folders.checkpoints)
    if folder is None:
        yield None
        return
    with folder, contextlib.ExitStack() as stack:
        timeline = None
        if folders is not None:
            former = None if branch_from is None else branch_from.parent
            timeline = stack.enter_context(timeline_folder_held(folders.timelines, folder.path.name, former))
        yield KeptRun(folder, timeline)
