"""Runs that can be gone on with, as the command line sees them: begun, found again, listed."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.library.carried_recipe import CarriedRecipe
from core.errors import CheckpointError, CheckpointProblem
from core.optimization.checkpoint.manifest import MANIFEST_NAME
from core.optimization.checkpoint.run_folders import last_saved_run

if TYPE_CHECKING:
    from core.optimization.checkpoint.manifest import Destination, Manifest
    from core.optimization.run_state import RunState

LAST: Final = "last"


def find_run_folder(which: str, root: Path) -> Path:
    """The folder of the run that is to be gone on with; what lies there is another question.

    Args:
        which: ``last``, a path, or the name of one of those in ``root``.
        root: Where the folders of all runs lie.

    Raises:
        CheckpointError: If the last is wanted, and there is none.
    """
    if which == LAST:
        return last_saved_run(root).path
    path = Path(which)
    if path.name == MANIFEST_NAME:
        path = path.parent
    is_name = len(path.parts) == 1
    with contextlib.suppress(OSError):  # no name that a folder could have
        is_name = is_name and not path.exists()
    return root / path if is_name else path


def destination_of(manifest: Manifest, wanted: Path | None) -> tuple[Path, Destination]:
    """Where the picture of a run is to be written, as the person has spelt it, and what shall become of it there.

    Args:
        manifest: What is known of the run.
        wanted: Where else to write the picture than where it would have been; None for there.

    Raises:
        CheckpointError: If neither the person nor the run has said where, or the run says what nobody understands.
    """
    destination = manifest.destination
    output = wanted or destination.output
    if output is None:
        raise CheckpointError(CheckpointProblem.NO_OUTPUT)
    if destination.carried_recipe not in set(CarriedRecipe):
        raise CheckpointError(CheckpointProblem.DAMAGED)
    return output, replace(destination, output=output.absolute())


def state_in(folder: Path) -> RunState:
    """The state of the run in a folder; loads torch.

    Raises:
        CheckpointError: If it cannot be read.
    """
    from core.optimization.checkpoint.reading import read_checkpoint  # noqa: PLC0415 - it imports torch

    return read_checkpoint(folder).state
