"""Tensors put away until they are needed again: in memory, or in temporary files where there are too many."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Self

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Hashable


class Shelf:
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

    @classmethod
    def on_disk(cls) -> Self:
        """A shelf in a new temporary folder, removed with it."""
        return cls(Path(tempfile.mkdtemp(prefix="impasto-")))

    def put(self, key: Hashable, tensor: Tensor) -> None:
        """Put a tensor away; one under the same key is replaced.

        Raises:
            OSError: The disk is full.
        """
        if self._folder is None:
            self._tensors[key] = tensor
            return
        path = self._files.setdefault(key, self._folder / f"{len(self._files)}.pt")
        # A copy of its own: a view would be saved with all that it is a view of.
        torch.save(tensor.clone(memory_format=torch.preserve_format).cpu(), path)

    def get(self, key: Hashable, device: torch.device) -> Tensor:
        """A tensor that was put away, on a device.

        Raises:
            KeyError: There is none under this key.
        """
        if self._folder is None:
            return self._tensors[key]
        loaded: Tensor = torch.load(self._files[key], map_location=device, weights_only=True)
        return loaded
