"""Single tensors in safetensors files."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save

from core.errors import CheckpointError, CheckpointProblem
from core.files.replacing import write_new_file
from core.machine.kept_tensor import KeptTensor

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

SUFFIX: Final = ".safetensors"
_NAME: Final = "tensor"
_DTYPES: Final = (torch.float32, torch.int32)


@dataclass(frozen=True, slots=True)
class TensorFile:
    """A file that holds one tensor.

    Attributes:
        number: Names the file; used once.
        num_bytes: Of the file.
        crc32: Of the file.
        shape: Of the tensor.
        channels_last: Whether its channels lie together in memory: sums are rounded in the order of the memory, so
            that it has to be the same again for the same bytes.
    """

    number: int
    num_bytes: int
    crc32: int
    shape: tuple[int, ...]
    channels_last: bool

    def __post_init__(self) -> None:
        if self.number < 0 or self.num_bytes < 0 or min(self.shape, default=0) < 0:
            msg = "a number out of its range"
            raise ValueError(msg)

    @property
    def name(self) -> str:
        """Of the file, in its folder."""
        return f"{self.number}{SUFFIX}"

    def kept(self, folder: Path) -> KeptTensor:
        """The tensor, to be read when it is asked for; that raises a CheckpointError if the file is damaged or gone."""
        return KeptTensor((folder, self.number), self.shape, partial(read_tensor, folder, self))


def write_tensor(folder: Path, number: int, tensor: Tensor) -> TensorFile:
    """Write a tensor of float32 or int32 to a new file, and wait until it is on the disk.

    Raises:
        OSError: If it cannot be written.
    """
    tensor = tensor.detach().cpu()
    channels_last = _is_channels_last(tensor)
    stored = tensor.permute(0, 2, 3, 1) if channels_last else tensor
    content = save({_NAME: stored.contiguous()})
    file = TensorFile(number, len(content), zlib.crc32(content), tuple(tensor.shape), channels_last)
    write_new_file(folder / file.name, content)
    return file


def read_tensor(folder: Path, file: TensorFile) -> Tensor:
    """The tensor of a file, on the CPU, with the values and the order in memory that it had.

    Raises:
        CheckpointError: If the file is damaged or gone.
    """
    path = folder / file.name
    try:
        if path.stat().st_size != file.num_bytes:
            raise CheckpointError(CheckpointProblem.DAMAGED)
        content = path.read_bytes()
    except OSError as error:
        raise CheckpointError(CheckpointProblem.DAMAGED) from error
    if zlib.crc32(content) != file.crc32:
        raise CheckpointError(CheckpointProblem.DAMAGED)
    try:
        stored = load(content)[_NAME]
        # Copied: what torch allocates itself is aligned in memory, and sums are rounded according to that.
        tensor = stored.permute(0, 3, 1, 2).clone() if file.channels_last else stored.clone()
    except (SafetensorError, KeyError, RuntimeError) as error:
        raise CheckpointError(CheckpointProblem.DAMAGED) from error
    if tuple(tensor.shape) != file.shape or tensor.dtype not in _DTYPES:
        raise CheckpointError(CheckpointProblem.DAMAGED)
    return tensor


def _is_channels_last(tensor: Tensor) -> bool:
    return (
        tensor.ndim == 4  # noqa: PLR2004
        and not tensor.is_contiguous()
        and tensor.is_contiguous(memory_format=torch.channels_last)
    )
