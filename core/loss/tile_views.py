"""The parts of maps that tiles read and own; views, nothing is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

    from core.loss.tile_plan import Tile
    from core.loss.vgg import Stage


def seen_by(hidden: Tensor, tile: Tile) -> Tensor:
    """What a tile reads of a map (1, C, H, W); a view."""
    return hidden[:, :, tile.rows.seen, tile.columns.seen]


def owned_by(features: Tensor, tile: Tile, stride: int) -> Tensor:
    """What a tile owns of the map (1, C, H, W) made from what it reads; a view."""
    return features[:, :, tile.rows.owned(stride), tile.columns.owned(stride)]


def placed(output: Tensor | None, part: Tensor, tile: Tile, stage: Stage) -> Tensor:
    """The output of a stage with a tile's part put in."""
    if output is None:
        return part
    room_of(output, tile, stage).copy_(part)
    return output


def share_of(by_output: Tensor | None, tile: Tile, stage: Stage) -> Tensor | None:
    """The part of the gradient by a stage's output that belongs to a tile; none after the last stage."""
    return None if by_output is None else room_of(by_output, tile, stage)


def room_of(output: Tensor, tile: Tile, stage: Stage) -> Tensor:
    """The part of a stage's output that belongs to a tile; a view."""
    rows, columns = (
        slice(span.begin // stage.shrink, None if span.is_last else span.end // stage.shrink)
        for span in (tile.rows, tile.columns)
    )
    return output[:, :, rows, columns]
