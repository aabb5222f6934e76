"""Convolutions of 3 x 3 with a quarter of the multiplications, and their transpose, in matrix products alone.

Four by four positions of the result are computed at once, from six by six of the map: both are turned into 36 numbers a
channel, in which the convolution is one product each. Processors without half precision need half the time for it that
their direct convolutions take; the rounding error is some 3e-6 of the result in float32.

Source: Lavin and Gray 2016, "Fast Algorithms for Convolutional Neural Networks", F(4 x 4, 3 x 3), with the points 0, 1,
-1, 2, -2 and infinity. The gradient is the exact transpose of the forward computation, so it needs no other weights.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

# Positions of the result, a side, that are computed at once, and of the map that they depend on.
TILE: Final = 4
_SEEN: Final = TILE + 2
# Tiles that are transformed at once: enough to keep matrix products busy, few enough to stay in the processor's cache.
_TILES_AT_ONCE: Final = 128

# How the map, the weights and the products are transformed along one side; B^T, G and A^T of the source.
_OF_MAP: Final = (
    (4, 0, -5, 0, 1, 0),
    (0, -4, -4, 1, 1, 0),
    (0, 4, -4, -1, 1, 0),
    (0, -2, -1, 2, 1, 0),
    (0, 2, -1, -2, 1, 0),
    (0, 4, 0, -5, 0, 1),
)
_OF_WEIGHT: Final = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
_OF_PRODUCTS: Final = (
    (1, 1, 1, 1, 1, 0),
    (0, 1, -1, 2, -2, 0),
    (0, 1, 1, 4, 4, 0),
    (0, 1, -1, 8, -8, 1),
)


def padded_length(length: int) -> int:
    """How long a side of the padded map must be for a result of some length: one more at each end, in whole tiles."""
    return -(-length // TILE) * TILE + 2


def transformed_weight(weight: Tensor) -> Tensor:
    """The weights of a convolution as the products need them, (36, C, C').

    Args:
        weight: (C', C, 3, 3).
    """
    both_sides = _both_sides(_OF_WEIGHT, weight.double())
    return (
        (both_sides @ weight.double().permute(2, 3, 1, 0).flatten(2).flatten(0, 1))
        .to(weight.dtype)
        .view(_SEEN * _SEEN, weight.shape[1], weight.shape[0])
    )


def convolved(padded: Tensor, transformed: Tensor, bias: Tensor, size: tuple[int, int]) -> Tensor:
    """The convolution of maps.

    Args:
        padded: (B, C, H', W'), channels-last, of the `padded_length` of both sides; what lies beyond one position
            around the map does not count, but must be finite.
        transformed: The `transformed_weight`.
        bias: (C',).
        size: Height and width of the result.

    Returns:
        (B, C', H, W), channels-last.
    """
    height, width = size
    channels, channels_out = transformed.shape[1:]
    of_map, of_products = _both_sides(_OF_MAP, padded), _both_sides(_OF_PRODUCTS, padded)
    shape = padded.shape[0], channels_out, height, width
    result = torch.empty(shape, dtype=padded.dtype, device=padded.device, memory_format=torch.channels_last)
    for number, (first, num_rows, num_columns) in product(range(padded.shape[0]), _blocks(size)):
        seen = _tiles(_positions(padded)[number], first, num_rows, num_columns).reshape(_SEEN * _SEEN, -1)
        products = torch.bmm((of_map @ seen).view(_SEEN * _SEEN, -1, channels), transformed)
        tiles = (of_products @ products.flatten(1)).view(TILE, TILE, num_rows, num_columns, channels_out)
        block = tiles.permute(2, 0, 3, 1, 4).reshape(num_rows * TILE, num_columns * TILE, channels_out).add_(bias)
        rows = slice(first * TILE, min((first + num_rows) * TILE, height))
        _positions(result)[number, rows] = block[: rows.stop - rows.start, :width]
    return result


def gradient_by_padded(by_result: Tensor, transformed: Tensor) -> Tensor:
    """The gradient by the padded map, from that by the result.

    Args:
        by_result: (B, C', H, W).
        transformed: The `transformed_weight`.

    Returns:
        (B, C, H + 2, W + 2), a part of a larger map that is channels-last.
    """
    batch, _, height, width = by_result.shape
    channels, channels_out = transformed.shape[1:]
    of_map, of_products = _both_sides(_OF_MAP, by_result).mT, _both_sides(_OF_PRODUCTS, by_result).mT
    # Room for a whole tile after the last one, so that the strips beyond each tile can be seen as tiles themselves.
    room = [padded_length(length) - 2 + TILE for length in (height, width)]
    by_padded = by_result.new_zeros(batch, *room, channels)
    for number, (first, num_rows, num_columns) in product(range(batch), _blocks((height, width))):
        block = _positions(by_result)[number, first * TILE : (first + num_rows) * TILE]
        missing = num_rows * TILE - block.shape[0], num_columns * TILE - width
        if any(missing):
            block = F.pad(block, (0, 0, 0, missing[1], 0, missing[0]))
        tiles = block.reshape(num_rows, TILE, num_columns, TILE, channels_out).permute(1, 3, 0, 2, 4)
        products = (of_products @ tiles.reshape(TILE * TILE, -1)).view(_SEEN * _SEEN, -1, channels_out)
        by_seen = of_map @ torch.bmm(products, transformed.mT).flatten(1)
        _add_tiles(by_padded[number], first, by_seen.view(_SEEN, _SEEN, num_rows, num_columns, channels))
    return by_padded[:, : height + 2, : width + 2].movedim(3, 1)


def _both_sides(of_one_side: tuple[tuple[float, ...], ...], like: Tensor) -> Tensor:
    matrix = torch.tensor(of_one_side, dtype=torch.float64)
    return torch.kron(matrix, matrix).to(like)


def _positions(maps: Tensor) -> Tensor:
    """Maps (B, C, H, W) as (B, H, W, C), in the same memory."""
    return maps.movedim(1, 3)


def _blocks(size: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """The first row of tiles, how many rows, and how many columns of the blocks that are transformed at once."""
    rows, columns = (-(-length // TILE) for length in size)
    rows_at_once = max(1, _TILES_AT_ONCE // columns)
    for first in range(0, rows, rows_at_once):
        yield first, min(rows_at_once, rows - first), columns


def _tiles(positions: Tensor, first: int, num_rows: int, num_columns: int) -> Tensor:
    """What each tile of a block sees, (6, 6, rows, columns, C), overlapping in memory."""
    positions = positions[first * TILE :]
    down, across, channel = positions.stride()
    shape = _SEEN, _SEEN, num_rows, num_columns, positions.shape[2]
    strides = down, across, TILE * down, TILE * across, channel
    return positions.as_strided(shape, strides, positions.storage_offset())


def _add_tiles(by_padded: Tensor, first: int, by_seen: Tensor) -> None:
    """Add what each tile has seen to where it has seen it; tiles overlap by two positions."""
    num_rows, num_columns = by_seen.shape[2:4]
    for down, across in product((0, 1), repeat=2):
        part = by_seen[down * TILE : (down + 1) * TILE, across * TILE : (across + 1) * TILE]
        owned = by_padded[(first + down) * TILE : (first + down + num_rows) * TILE]
        owned = owned[:, across * TILE : (across + num_columns) * TILE]
        owned = owned.view(num_rows, TILE, num_columns, TILE, -1)
        owned[:, : part.shape[0], :, : part.shape[1]] += part.permute(2, 0, 3, 1, 4)
