"""Tensors put away until they are needed again: in memory, or in temporary files where there are too many."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import psutil
import torch
from torch import Tensor

from core.errors import DiskFullError

if TYPE_CHECKING:
    from collections.abc import Hashable

# Kept by the Filesystem Hierarchy Standard for temporary files that memory should not hold.
_VAR_TMP: Final = Path("/var/tmp")  # noqa: S108 - only the folders that tempfile makes in it are used


class TensorStore:
    """A place for tensors; files live as long as it does."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make an empty shelf.

        Args:
            folder: Where to write, ours to remove; None keeps everything in memory.
        """
        self._folder = folder
        if folder is not None:
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._tensors: dict[Hashable, Tensor] = {}
        self._files: dict[Hashable, Path] = {}
        self._num_files = 0

    @classmethod
    def on_disk(cls) -> Self:
        """A shelf in a new temporary folder, removed with it."""
        return cls(Path(tempfile.mkdtemp(prefix="impasto-", dir=roomy_folder())))

    def put(self, key: Hashable, tensor: Tensor) -> None:
        """Put a tensor away, to be left alone from now on; one under the same key is replaced.

        Raises:
            DiskFullError: It could not be written; without a picture.
        """
        if self._folder is None:
            self._tensors[key] = tensor
            return
        if key not in self._files:
            self._files[key] = self._folder / f"{self._num_files}.pt"
            self._num_files += 1
        # A view would be saved with all that it is a view of.
        if tensor.untyped_storage().nbytes() > tensor.numel() * tensor.element_size():
            tensor = tensor.clone(memory_format=torch.preserve_format)
        tensor = tensor.cpu()
        try:
            torch.save(tensor, self._files[key])
        except (OSError, RuntimeError) as error:
            raise DiskFullError from error

    def get(self, key: Hashable, device: torch.device) -> Tensor:
        """A tensor that was put away, on a device.

        Raises:
            KeyError: There is none under this key.
        """
        if self._folder is None:
            return self._tensors[key]
        loaded: Tensor = torch.load(self._files[key], map_location=device, weights_only=True)
        return loaded

    def drop(self, key: Hashable) -> None:
        """Throw a tensor away.

        Raises:
            KeyError: There is none under this key.
        """
        if self._folder is None:
            del self._tensors[key]
        else:
            self._files.pop(key).unlink(missing_ok=True)


def roomy_folder() -> Path:
    """Where large temporary files go: the temporary folder, unless that lies in memory and there is one on a disk."""
    folder = Path(tempfile.gettempdir())
    chosen_by_the_person = "TMPDIR" in os.environ
    if sys.platform.startswith("linux") and not chosen_by_the_person and _lies_in_memory(folder):
        return _VAR_TMP if os.access(_VAR_TMP, os.W_OK) else folder
    return folder


def free_disk_bytes() -> int:
    """How much room there is for temporary files."""
    return shutil.disk_usage(roomy_folder()).free


def _lies_in_memory(folder: Path) -> bool:
    mounts = {Path(mount.mountpoint): mount.fstype for mount in psutil.disk_partitions(all=True)}
    place = next((parent for parent in (folder, *folder.parents) if parent in mounts), None)
    return place is not None and mounts[place] in {"tmpfs", "ramfs"}
