"""How a picture is cut into tiles; integers only.

The network is computed stage by stage (``core.loss.vgg.Stage``). Each stage's input is a map of positions: the picture
itself for the first, feature maps for the others. A tile owns a rectangle of it and reads a margin around it, as
wide as the stage's outputs depend on. Tiles own everything once, so sums over tiles are sums over the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.loss.vgg import Stage

SMALLEST_TILE_PX: Final = 128


@dataclass(frozen=True, slots=True)
class Span:
    """One side of a tile.

    Attributes:
        begin: First position that it owns.
        end: One past the last.
        seen_from: First position that it reads.
        seen_to: One past the last.
        is_last: Whether it reaches the far border of the map.
    """

    begin: int
    end: int
    seen_from: int
    seen_to: int
    is_last: bool

    @property
    def seen(self) -> slice:
        """What it reads, in the whole map."""
        return slice(self.seen_from, self.seen_to)

    def owned(self, stride: int) -> slice:
        """What it owns in a map made from what it reads, each of whose positions stands for ``stride`` of these.

        The last span also owns what is left over where the stride does not divide the length.
        """
        begin, end = (self.begin - self.seen_from) // stride, (self.end - self.seen_from) // stride
        return slice(begin, None if self.is_last else end)


@dataclass(frozen=True, slots=True)
class Tile:
    """A rectangle of a map that is computed at once."""

    rows: Span
    columns: Span


def spans(length: int, side: int, margin: int, multiple: int) -> list[Span]:
    """Cut a length into spans of about equal size, no longer than ``side`` but for rounding.

    Args:
        length: Positions to cut.
        side: How many of them a span may own.
        margin: How many it reads beyond either end; a multiple of ``multiple``.
        multiple: Every span but the last begins and ends at a multiple of this, so that what is pooled together stays
            together.
    """
    num_spans = -(-length // max(side, multiple))
    step = -(-length // (num_spans * multiple)) * multiple
    begins = list(range(0, length, step))
    if len(begins) > 1 and length - begins[-1] < multiple:
        begins.pop()
    ends = [*begins[1:], length]
    return [
        Span(begin, end, max(0, begin - margin), min(length, end + margin), is_last=end == length)
        for begin, end in zip(begins, ends, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class TilePlan:
    """How large the tiles of each stage are.

    Attributes:
        sides_px: For each stage, how many pixels of the picture a side of its tiles stands for; None computes the
            whole picture at once.
    """

    sides_px: tuple[int | None, ...]

    @classmethod
    def whole(cls, num_stages: int) -> TilePlan:
        """No tiles at all: the fastest, where memory suffices."""
        return cls((None,) * num_stages)

    def tiles(self, number: int, stage: Stage, height: int, width: int) -> list[Tile]:
        """The tiles of a stage whose input has so many positions, row by row."""
        side_px = self.sides_px[number]
        side = max(height, width) if side_px is None else max(1, side_px // stage.stride_px)
        rows = spans(height, side, stage.margin, stage.shrink)
        columns = spans(width, side, stage.margin, stage.shrink)
        return [Tile(row, column) for row in rows for column in columns]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is tiled."""
        return all(side_px is None for side_px in self.sides_px)

    @property
    def is_smallest(self) -> bool:
        """Whether no tile can become smaller."""
        return all(side_px is not None and side_px <= SMALLEST_TILE_PX for side_px in self.sides_px)

    def halved(self, longest_side_px: int) -> TilePlan:
        """A plan that needs less memory: every tile of half the side.

        Args:
            longest_side_px: Of the picture, for the stages that were computed whole.
        """
        return TilePlan(tuple(_halves(self.sides_px, longest_side_px)))


def _halves(sides_px: tuple[int | None, ...], longest_side_px: int) -> Iterator[int]:
    for side_px in sides_px:
        now_px = longest_side_px if side_px is None else min(side_px, longest_side_px)
        yield max(SMALLEST_TILE_PX, now_px // 2)
