"""The nearest-neighbour loss of a picture that is seen tile by tile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch

from core.loss.nearest import nearest_directions, nearest_distance, raised_prices
from core.loss.tile_plan import Tile  # noqa: TC001 - the types of a state are read while the program runs
from core.machine.kept_tensor import KeptTensor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor

    from core.loss.nearest import PaintedFeatures

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


@dataclass(frozen=True, slots=True)
class StrokePlace:
    """A part of a picture that was searched by itself.

    Attributes:
        layer: Whose map it is.
        tile: Which.
        num_positions: Of the map, that the tile owns.
    """

    layer: str
    tile: Tile
    num_positions: int


@dataclass(frozen=True, slots=True, eq=False)
class StrokeState:
    """What a comparison remembers from one picture to the next.

    Attributes:
        num_pictures: That it has seen.
        places: That it has searched.
        neighbours: (N,) int32, what it found at the positions of all places, one place after the other.
        prices: (M,) float32, of the paintings' features at all layers, one layer after the other in alphabetical order.
    """

    num_pictures: int
    places: tuple[StrokePlace, ...]
    neighbours: KeptTensor
    prices: KeptTensor


class StrokeComparison:
    """Compares every position of a picture with the nearest one of the paintings.

    A tile that is computed twice, once to measure and once for the gradient, is searched once.

    Attributes:
        layers: At which strokes are compared.
        num_pictures: That it has seen.
    """

    def __init__(self, painted: Mapping[str, PaintedFeatures]) -> None:
        """Compare at some layers, each of which counts equally.

        Args:
            painted: The paintings' features at each.
        """
        self.layers = frozenset(painted)
        self._painted = painted
        self._neighbours: dict[tuple[str, Tile], Tensor] = {}
        self._prices = {
            layer: torch.zeros(len(painted[layer].directions), device=painted[layer].directions.device)
            for layer in sorted(painted)
        }
        self.num_pictures = 0

    def begin(self) -> None:
        """Begin with the next picture, which is another or the same, moved by one step."""
        if self.num_pictures % STEPS_OF_A_SEARCH == 0:
            self._raise_prices()
            self._neighbours.clear()
        self.num_pictures += 1

    def _raise_prices(self) -> None:
        """Learn from the last search, when all tiles have had theirs: so the prices are the same in any tiles."""
        for layer, prices in self._prices.items():
            found = [neighbours for (of, _), neighbours in self._neighbours.items() if of == layer]
            if found:
                self._prices[layer] = raised_prices(prices, torch.cat(found))

    def state(self) -> StrokeState:
        """What is remembered between two pictures."""
        places = tuple(StrokePlace(layer, tile, len(found)) for (layer, tile), found in self._neighbours.items())
        found = torch.cat(
            [torch.empty(0, dtype=torch.int32), *(each.cpu().int() for each in self._neighbours.values())]
        )
        prices = torch.cat([each.cpu() for each in self._prices.values()])
        kept_found, kept_prices = (KeptTensor.in_memory(object(), each) for each in (found, prices))
        return StrokeState(self.num_pictures, places, kept_found, kept_prices)

    def restore(self, state: StrokeState) -> None:
        """Go on from a state of the same comparison.

        Raises:
            ValueError: If it is of another one.
        """
        lengths = [place.num_positions for place in state.places]
        if state.neighbours.shape != (sum(lengths),) or min(lengths, default=0) < 0:
            msg = "there is not one neighbour for each position"
            raise ValueError(msg)
        found = torch.split(state.neighbours.fetch().to(torch.int64), lengths)
        for place, neighbours in zip(state.places, found, strict=True):
            painted = self._painted.get(place.layer)
            if painted is None or not ((neighbours >= 0) & (neighbours < len(painted.directions))).all():
                msg = "the neighbours are of other paintings"
                raise ValueError(msg)
            self._neighbours[place.layer, place.tile] = neighbours.to(painted.directions.device)
        lengths = [len(prices) for prices in self._prices.values()]
        if state.prices.shape != (sum(lengths),):
            msg = "there is not one price for each of the paintings' features"
            raise ValueError(msg)
        for layer, prices in zip(self._prices, torch.split(state.prices.fetch().float(), lengths), strict=True):
            self._prices[layer] = prices.to(self._prices[layer].device)
        self.num_pictures = state.num_pictures

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
            self._neighbours[layer, tile] = nearest_directions(rows, painted, self._prices[layer])
        distance = nearest_distance(rows, painted, self._neighbours[layer, tile])
        return distance / (num_positions * len(self._painted))
