"""Tensors put away until they are needed again: in memory, or in temporary files where there are too many."""

from __future__ import annotations

import shutil
import weakref
from typing import TYPE_CHECKING, Self

import torch
from torch import Tensor

from core.errors import DiskFullError
from core.machine.store_folders import new_store_folder

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path


class TensorStore:
    """A place for tensors; files live as long as it does."""

    def __init__(self, folder: Path | None = None) -> None:
        """Make an empty store.

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
        """A store in a new temporary folder, removed with it.

        Raises:
            DiskFullError: The folder could not be made; without a picture.
        """
        try:
            return cls(new_store_folder())
        except OSError as error:
            raise DiskFullError from error

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
