"""The nearest-neighbour loss of a picture that is seen tile by tile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.loss.nearest import drawn_positions, nearest_directions, nearest_distance
from core.loss.statistics import at_least_float32

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from torch import Tensor

    from core.loss.nearest import PaintedFeatures
    from core.loss.tile_plan import Tile

# For so many gradients the nearest features of the paintings are kept: few change from step to step, and the search
# takes as long as a sixth of a step.
STEPS_OF_A_SEARCH: Final = 3


def orientations(painting: Tensor, *, turned: bool) -> Iterator[Tensor]:
    """A painting as it hangs; and turned by every quarter, and the same mirrored, where that is wanted.

    Args:
        painting: (1, 3, H, W).
        turned: Whether it is; then there are eight.
    """
    for quarters in range(4 if turned else 1):
        upright = painting.rot90(quarters, (2, 3))
        yield upright
        if turned:
            yield upright.flip(3)


class DrawnFeatures:
    """The features of a painting at positions drawn at random, gathered tile by tile.

    Attributes:
        features: Of each layer (M, C), in random order, at least float32.
    """

    def __init__(self, layers: Collection[str]) -> None:
        """Gather at some layers, such as ``relu3_1``."""
        self.features: dict[str, Tensor] = {}
        self._layers = frozenset(layers)
        self._positions: dict[str, Tensor] = {}

    def take(self, layer: str, owned: Tensor, first: tuple[int, int], shape: tuple[int, int]) -> None:
        """Take from what a tile owns; other layers are passed over.

        Args:
            layer: Whose map it is.
            owned: (1, C, H', W'), a part of it.
            first: Row and column of its first position in the whole map.
            shape: Height and width of the whole map.
        """
        if layer not in self._layers:
            return
        if layer not in self._positions:
            self._positions[layer] = drawn_positions(shape[0] * shape[1])
            size = len(self._positions[layer]), owned.shape[1]
            self.features[layer] = at_least_float32(owned).new_zeros(size)
        rows, columns = self._positions[layer] // shape[1] - first[0], self._positions[layer] % shape[1] - first[1]
        inside = (rows >= 0) & (rows < owned.shape[2]) & (columns >= 0) & (columns < owned.shape[3])
        rows, columns, inside = (
            each.to(owned.device) for each in (rows[inside], columns[inside], inside.nonzero()[:, 0])
        )
        self.features[layer][inside] = at_least_float32(owned[0, :, rows, columns].mT)


class StrokeComparison:
    """Compares every position of a picture with the nearest one of the paintings.

    A tile that is computed twice, once to measure and once for the gradient, is searched once.

    Attributes:
        layers: At which strokes are compared.
    """

    def __init__(self, painted: Mapping[str, PaintedFeatures]) -> None:
        """Compare at some layers, each of which counts equally.

        Args:
            painted: The paintings' features at each.
        """
        self.layers = frozenset(painted)
        self._painted = painted
        self._neighbours: dict[tuple[str, Tile], Tensor] = {}
        self._num_pictures = 0

    def begin(self) -> None:
        """Begin with the next picture, which is another or the same, moved by one step."""
        if self._num_pictures % STEPS_OF_A_SEARCH == 0:
            self._neighbours.clear()
        self._num_pictures += 1

    def error(self, layer: str, tile: Tile, owned: Tensor, num_positions: int) -> Tensor:
        """What a tile adds to the mean distance of the picture's strokes at one of the layers.

        Args:
            layer: Whose map it is.
            tile: Which.
            owned: (1, C, H', W'), the part of the map that the tile owns.
            num_positions: Of the whole map.
        """
        # Without a copy when the features lie channels-last in memory, as the network makes them.
        rows, painted = owned.movedim(1, -1).flatten(0, 2), self._painted[layer]
        if (layer, tile) not in self._neighbours:
            self._neighbours[layer, tile] = nearest_directions(rows, painted)
        distance = nearest_distance(rows, painted, self._neighbours[layer, tile])
        return distance / (num_positions * len(self._painted))
