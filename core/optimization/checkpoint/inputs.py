"""The pictures that a run paints from: whether they are still what they were when it began.

Importable without torch, so that what has changed is told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import CheckpointError, CheckpointProblem
from core.files.hashing import sha256_of
from core.optimization.checkpoint.manifest import FileAtPath, Manifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.recipe.inputs import Inputs
    from core.recipe.recipe import Recipe


def inputs_of(recipe: Recipe, inputs: Inputs) -> tuple[FileAtPath, ...]:
    """Where the files lie that a run has read, and what was in them; each once.

    Args:
        recipe: Says where.
        inputs: What was in them.
    """
    paths = [recipe.photo, *(style.path for style in recipe.styles), recipe.start_picture]
    files = [inputs.photo, *inputs.styles, inputs.start_picture]
    pairs = zip(paths, files, strict=True)
    found = (FileAtPath(path, file.sha256) for path, file in pairs if path is not None and file is not None)
    return tuple(dict.fromkeys(found))


def check_inputs(inputs: Iterable[FileAtPath]) -> None:
    """Make sure that the pictures that a run began with are still the same.

    Raises:
        CheckpointError: If one has changed, cannot be read or is gone.
    """
    for each in inputs:
        try:
            found = sha256_of(each.path)
        except (OSError, ValueError) as error:
            raise CheckpointError(CheckpointProblem.INPUT_MISSING, name=str(each.path)) from error
        if found != each.sha256:
            raise CheckpointError(CheckpointProblem.INPUT_CHANGED, name=str(each.path))


def manifest_to_go_on_with(folder: Path) -> Manifest:
    """What the checkpoint in a folder says of its run, whose input files are still what they were.

    Raises:
        CheckpointError: If it cannot be read, or an input file has changed or is gone.
    """
    manifest, _ = read_manifest(folder)
    check_inputs(manifest.inputs)
    return manifest
