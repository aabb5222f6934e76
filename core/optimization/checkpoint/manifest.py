"""The one small file that says what a checkpoint is: which picture, how far, and which files hold its tensors.

It is JSON, versioned, and carries a checksum of itself; the tensors lie beside it in safetensors files that it names
with their sizes and checksums. It is replaced as a whole, and the files that it names are never altered: so at whatever
moment the power goes, a checkpoint is either the former one or the whole new one.

Importable without torch, so that checkpoints can be listed at once.
"""

from __future__ import annotations

import json
import time
import zlib
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - the types of the fields are read while the program runs
from typing import Any, Final

from core.errors import CheckpointError, CheckpointProblem
from core.optimization.checkpoint.damage import damage_told
from core.optimization.checkpoint.members import Reader, Writer, from_members, to_members
from core.recipe import codec
from core.recipe.recipe import Recipe
from core.recipe.strict_json import read_strictly

MANIFEST_NAME: Final = "checkpoint.json"
PREVIEW_NAME: Final = "picture.jpg"
# Raise it with every change of what is written; an older checkpoint is then refused, for it lasts days and not years.
CHECKPOINT_VERSION: Final = 4

_FORMAT: Final = "impasto checkpoint"
# A picture of 16384 pixels in the smallest tiles takes some eight million.
_MAX_BYTES: Final = 64 << 20
_HEX_DIGITS_OF_SHA256: Final = 64
_READERS: Final[dict[type, Reader]] = {Recipe: codec.from_members}
_WRITERS: Final[dict[type, Writer]] = {Recipe: lambda recipe: codec.to_members(recipe, codec.whole_path)}


@dataclass(frozen=True, slots=True)
class FileAtPath:
    """A picture that a run paints from: where it lies, and what is in it.

    Attributes:
        path: The file.
        sha256: Of its content when it was read.
    """

    path: Path
    sha256: str

    def __post_init__(self) -> None:
        if len(self.sha256) != _HEX_DIGITS_OF_SHA256:
            raise ValueError(self.sha256)


@dataclass(frozen=True, slots=True)
class Destination:
    """What becomes of the picture; the engine only remembers it.

    Attributes:
        output: The file to write; None where the program decides.
        keep_gps: Whether the file may tell where the photo was taken.
        carried_recipe: How much of the recipe the file tells, in one of the words that the program has for that.
    """

    output: Path | None = None
    keep_gps: bool = False
    carried_recipe: str = "names"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a checkpoint says of its run.

    Attributes:
        recipe: What is painted, with every change of settings that was taken.
        written_at_s: When it was written, in seconds since 1970.
        progress: How much of the run's work is done, 0 to 1.
        stopped: Whether the run was stopped on purpose; if not, and it is over, it was interrupted.
        inputs: The pictures that it paints from.
        max_memory_bytes: How much memory painting may take; None for as much as is free.
        destination: What becomes of the picture.
    """

    recipe: Recipe
    written_at_s: float
    progress: float
    stopped: bool
    inputs: tuple[FileAtPath, ...]
    max_memory_bytes: int | None
    destination: Destination

    def __post_init__(self) -> None:
        try:
            time.localtime(self.written_at_s)
        except (OverflowError, OSError) as error:
            raise ValueError(self.written_at_s) from error
        if not 0 <= self.progress <= 1 or (self.max_memory_bytes is not None and self.max_memory_bytes < 1):
            msg = "a number out of its range"
            raise ValueError(msg)


def encoded(manifest: Manifest, state: object) -> bytes:
    """The content of the file.

    Args:
        manifest: What the checkpoint says of its run.
        state: The members of the run's state.

    Raises:
        ValueError: If the state holds something that is no number.
    """
    members = {"manifest": to_members(manifest, _WRITERS), "state": state}
    whole = {"format": _FORMAT, "version": CHECKPOINT_VERSION, "crc32": _checksum(members), **members}
    return json.dumps(whole, allow_nan=False).encode("ascii")


def decoded(content: bytes) -> tuple[Manifest, object]:
    """What `encoded` was given.

    Raises:
        CheckpointError: If it is no checkpoint, is damaged, or is of another version.
    """
    if len(content) > _MAX_BYTES:
        raise CheckpointError(CheckpointProblem.DAMAGED)
    with damage_told():
        members = read_strictly(content)
    if not isinstance(members, dict) or members.pop("format", None) != _FORMAT:
        raise CheckpointError(CheckpointProblem.DAMAGED)
    version, checksum = members.pop("version", None), members.pop("crc32", None)
    if type(version) is not int or version != CHECKPOINT_VERSION:
        raise CheckpointError(CheckpointProblem.OTHER_VERSION)
    with damage_told():
        if members.keys() != {"manifest", "state"} or checksum != _checksum(members):
            raise CheckpointError(CheckpointProblem.DAMAGED)
        return from_members(Manifest, members["manifest"], _READERS), members["state"]


def read_manifest(folder: Path) -> tuple[Manifest, object]:
    """What the checkpoint in a folder says of its run, and the members of the run's state.

    Raises:
        CheckpointError: If there is none, or it cannot be read, is damaged, or is of another version.
    """
    try:
        with (folder / MANIFEST_NAME).open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CheckpointError(CheckpointProblem.MISSING, name=folder.name) from error
    except (OSError, ValueError) as error:
        raise CheckpointError(CheckpointProblem.UNREADABLE) from error
    return decoded(content)


def _checksum(members: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(members, sort_keys=True).encode("ascii"))
