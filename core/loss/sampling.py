"""Features at positions drawn at random: so many stand for all of a map, however large it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from core.loss.statistics import at_least_float32

if TYPE_CHECKING:
    from collections.abc import Collection

    from torch import Tensor


def drawn_positions(num_positions: int, most: int, seed: int = 0) -> Tensor:
    """Numbers of positions of a map, (M,), in random order: the same ones every time.

    Args:
        num_positions: How many the map has.
        most: How many to draw, unless there are fewer.
        seed: Which ones.
    """
    # Drawn on the CPU, so that the same positions are drawn on every device.
    return torch.randperm(num_positions, generator=torch.Generator().manual_seed(seed))[:most]


@dataclass(frozen=True, slots=True, eq=False)
class TakenFeatures:
    """What of a tile was drawn.

    Attributes:
        features: (K, C), at least float32, with the graph that leads back to the tile.
        numbers: (K,), which of all that are drawn these are.
    """

    features: Tensor
    numbers: Tensor


class DrawnFeatures:
    """The features of a picture at positions drawn at random, gathered tile by tile.

    Attributes:
        features: Of each layer (M, C), in random order, at least float32; without gradient.
    """

    def __init__(self, layers: Collection[str], most: int, seed: int = 0) -> None:
        """Gather at some layers.

        Args:
            layers: Such as ``relu3_1``.
            most: How many positions of each to draw, unless it has fewer.
            seed: Which ones; two pictures of the same size are drawn from at the same positions by the same seed.
        """
        self.features: dict[str, Tensor] = {}
        self._layers = frozenset(layers)
        self._most = most
        self._seed = seed
        self._positions: dict[str, Tensor] = {}

    def take(self, layer: str, owned: Tensor, first: tuple[int, int], shape: tuple[int, int]) -> TakenFeatures | None:
        """Take from what a tile owns; other layers are passed over.

        Args:
            layer: Whose map it is.
            owned: (1, C, H', W'), a part of it.
            first: Row and column of its first position in the whole map.
            shape: Height and width of the whole map.

        Returns:
            What was taken; None of another layer.
        """
        if layer not in self._layers:
            return None
        if layer not in self._positions:
            self._positions[layer] = drawn_positions(shape[0] * shape[1], self._most, self._seed)
            size = len(self._positions[layer]), owned.shape[1]
            self.features[layer] = at_least_float32(owned.detach()).new_zeros(size)
        rows, columns = self._positions[layer] // shape[1] - first[0], self._positions[layer] % shape[1] - first[1]
        inside = (rows >= 0) & (rows < owned.shape[2]) & (columns >= 0) & (columns < owned.shape[3])
        rows, columns, numbers = (
            each.to(owned.device) for each in (rows[inside], columns[inside], inside.nonzero()[:, 0])
        )
        taken = at_least_float32(owned[0, :, rows, columns].mT)
        self.features[layer][numbers] = taken.detach()
        return TakenFeatures(taken, numbers)
