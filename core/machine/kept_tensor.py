"""A tensor that belongs to something frozen, wherever it lies: in memory, or in a file until it is asked for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from torch import Tensor

_BYTES_OF_A_NUMBER = 4


@dataclass(frozen=True, slots=True, eq=False)
class KeptTensor:
    """A tensor that nobody alters any more, of float32 or int32.

    Attributes:
        key: Tells tensors apart within this process: the same key, the same values.
        shape: Its sides.
        fetch: Gives the tensor, on any device.
    """

    key: Hashable
    shape: tuple[int, ...]
    fetch: Callable[[], Tensor]

    @classmethod
    def in_memory(cls, key: Hashable, tensor: Tensor) -> KeptTensor:
        """One that is in memory.

        Args:
            key: See above.
            tensor: To be left alone from now on.
        """
        return cls(key, tuple(tensor.shape), lambda: tensor)

    @property
    def num_bytes(self) -> int:
        """How much memory its values take."""
        return math.prod(self.shape) * _BYTES_OF_A_NUMBER
