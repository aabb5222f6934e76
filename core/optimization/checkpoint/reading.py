"""Reads the state of a run from its checkpoint: whole, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.machine.kept_tensor import KeptTensor
from core.optimization.checkpoint.damage import damage_told
from core.optimization.checkpoint.manifest import Manifest, read_manifest
from core.optimization.checkpoint.members import from_members
from core.optimization.checkpoint.tensor_files import TensorFile
from core.optimization.run_state import RunState
from core.recipe.recipe import Recipe

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A run to go on with.

    Attributes:
        manifest: What is said of the run.
        state: All that the run knew. Its tensors are read when they are asked for, which raises a CheckpointError where
            they are damaged.
    """

    manifest: Manifest
    state: RunState


def read_checkpoint(folder: Path) -> Checkpoint:
    """The checkpoint in a folder. Whether its input files are still the same is asked elsewhere: `check_inputs`.

    Raises:
        CheckpointError: If there is none, or it cannot be read, is damaged, or is of another version.
    """
    manifest, members = read_manifest(folder)
    readers = {
        KeptTensor: lambda member: from_members(TensorFile, member, {}).kept(folder),
        Recipe: lambda _member: manifest.recipe,
    }
    with damage_told():
        return Checkpoint(manifest, from_members(RunState, members, readers))
