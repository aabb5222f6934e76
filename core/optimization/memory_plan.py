"""How much memory painting takes, and how to make do with what there is; integers only.

The constants are bytes a pixel of the canvas, measured with ``tests/benchmarks/memory.py`` in float32.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from core.loss.tile_plan import SMALLEST_TILE_PX, TilePlan

# What sending a gradient back through each stage of the network takes: what autograd remembers of the stage, and what
# its convolutions need beside.
STAGE_BYTES: Final = (1900, 550, 350)
# What autograd remembers of it until then.
_REMEMBERED_BYTES: Final = (1100, 350, 200)
# A scale that only refines a coarser one ends within the second stage.
_REFINING_STAGES: Final = 2
# Of any canvas, not a pixel: what the convolutions set up for themselves, their transformed weights above all.
_FIXED_BYTES: Final = 320 << 20
# A tile needs a fifth more a pixel, for its margins.
_TILE_TENTHS: Final = 12
# The maps between the stages and their gradients that there are while a gradient is sent back through each stage.
MAPS_BYTES: Final = (44, 80, 64)
# The canvas, the one before, and the photo and a painting in bytes.
PICTURES_BYTES: Final = 36
# One remembered move of L-BFGS and the change of gradient that it brought.
PAIR_BYTES: Final = 24
# The photo's features, on disk where the deepest stage is tiled.
_CONTENT_BYTES: Final = 32
# Where convolutions work best; larger tiles only cost memory.
_LARGEST_TILE_PX: Final = 1024
_MOST_PAIRS: Final = 20
_FEWEST_PAIRS: Final = 2


@dataclass(frozen=True, slots=True)
class History:
    """How L-BFGS remembers.

    Attributes:
        size: How many moves.
        on_disk: Whether in temporary files, instead of in memory.
    """

    size: int = _MOST_PAIRS
    on_disk: bool = False


@dataclass(frozen=True, slots=True)
class MemoryPlan:
    """What a scale may use.

    Attributes:
        tile_plan: How large its tiles are.
        history: How L-BFGS remembers its moves.
        expected_bytes: Of memory that it will need at its peak, by the constants above.
    """

    tile_plan: TilePlan
    history: History
    expected_bytes: int


def num_stages(*, refines: bool) -> int:
    """How many stages of the network a scale computes.

    Args:
        refines: Whether it only refines a coarser one.
    """
    return _REFINING_STAGES if refines else len(STAGE_BYTES)


def plan_memory(
    width_px: int, height_px: int, num_steps: int, memory_bytes: int, disk_bytes: int, *, refines: bool = False
) -> MemoryPlan:
    """The fastest way to paint a canvas that stays within a memory.

    Where even the smallest tiles do not fit, they are chosen none the less: the estimate may be wrong.

    Args:
        width_px: Of the canvas.
        height_px: Of the canvas.
        num_steps: How many moves there will be to remember, at most.
        memory_bytes: What may be used.
        disk_bytes: What is free for temporary files.
        refines: Whether the scale only refines a coarser one.
    """
    pixels = width_px * height_px
    standing_bytes = pixels * PICTURES_BYTES + _FIXED_BYTES
    most_pairs = min(_MOST_PAIRS, max(_FEWEST_PAIRS, num_steps - 1))
    room = _Room(pixels, most_pairs, memory_bytes - standing_bytes, disk_bytes)
    tile_plan = _tile_plan(pixels, room.for_tiles_bytes, num_stages(refines=refines))
    working_bytes = _working_bytes(tile_plan, width_px, height_px)
    history = room.history(working_bytes)
    if not history.on_disk:
        standing_bytes += _pairs_bytes(pixels, history.size)
    return MemoryPlan(tile_plan, history, standing_bytes + working_bytes)


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is to share between tiles and remembered moves, so that more memory makes neither of them less.

    Attributes:
        pixels: Of the canvas.
        most_pairs: How many moves are worth remembering.
        memory_bytes: For both.
        disk_bytes: What is free for temporary files.
    """

    pixels: int
    most_pairs: int
    memory_bytes: int
    disk_bytes: int

    @property
    def pairs_on_disk(self) -> int:
        """How many moves a disk has room for, beside what else goes there."""
        return min(_pairs_in(self.pixels, self.disk_bytes // 2 - self.pixels * _CONTENT_BYTES), self.most_pairs)

    @property
    def share_of_pairs_bytes(self) -> int:
        """What moves may take of the memory where the disk does not hold them all: a third, neither too little."""
        third_bytes = (self.memory_bytes - self.pixels * max(MAPS_BYTES)) // 3
        fewest_bytes, most_bytes = (_pairs_bytes(self.pixels, number) for number in (_FEWEST_PAIRS, self.most_pairs))
        return max(fewest_bytes, min(third_bytes, most_bytes))

    @property
    def pairs_in_share(self) -> int:
        """How many moves that is."""
        return _pairs_in(self.pixels, self.share_of_pairs_bytes)

    @property
    def for_tiles_bytes(self) -> int:
        """What the network may take while it computes.

        All of it where the disk can hold the moves: a step on a canvas that large takes minutes, and reading a few
        gigabytes does not count. Where the disk holds some of them, no more than is left to the tiles once memory holds
        more than the disk: or the next larger memory would have the smaller tiles.
        """
        if self.pairs_on_disk == self.most_pairs:
            return self.memory_bytes
        if self.pairs_on_disk < self.pairs_in_share:
            return self.memory_bytes - self.share_of_pairs_bytes
        next_share_bytes = _pairs_bytes(self.pixels, self.pairs_on_disk + 1)
        return min(self.memory_bytes, 2 * next_share_bytes + self.pixels * max(MAPS_BYTES))

    def history(self, working_bytes: int) -> History:
        """Wherever more moves can be remembered; in memory if they fit there beside the network at work."""
        if self.pairs_on_disk < self.pairs_in_share:
            return History(self.pairs_in_share)
        all_fit = working_bytes + _pairs_bytes(self.pixels, self.pairs_on_disk) <= self.memory_bytes
        return History(self.pairs_on_disk, on_disk=not all_fit)


def _pairs_bytes(pixels: int, num_pairs: int) -> int:
    """What remembered moves need, with the newest, which is half a pair, and its gradient."""
    return pixels * PAIR_BYTES * (num_pairs + 1)


def _pairs_in(pixels: int, num_bytes: int) -> int:
    return max(0, num_bytes // (PAIR_BYTES * pixels) - 1)


def _tile_plan(pixels: int, room_bytes: int, depth: int) -> TilePlan:
    """The plan for so many stages with the fewest and largest tiles that fits: deep ones are whole while they fit."""
    first_whole = next(
        (first for first in range(depth) if pixels * _bytes_of_whole_stages(first, depth) <= room_bytes), depth
    )
    sides_px: list[int | None] = [None] * depth
    for number in range(first_whole):
        left_bytes = max(0, room_bytes - pixels * MAPS_BYTES[number])
        side_px = math.isqrt(left_bytes * 10 // (STAGE_BYTES[number] * _TILE_TENTHS)) // 16 * 16
        sides_px[number] = max(SMALLEST_TILE_PX, min(side_px, _LARGEST_TILE_PX))
    return TilePlan(tuple(sides_px))


def _bytes_of_whole_stages(first: int, depth: int) -> int:
    """What a pixel needs when a stage and all deeper ones are whole."""
    numbers = range(first, depth)
    return max(MAPS_BYTES[n] + sum(_REMEMBERED_BYTES[first:n]) + STAGE_BYTES[n] for n in numbers)


def _working_bytes(plan: TilePlan, width_px: int, height_px: int) -> int:
    """What the network needs for a canvas: the most that there is at once while the gradient is sent back."""
    pixels, most_bytes, remembered_bytes = width_px * height_px, 0, 0
    for number, side_px in enumerate(plan.sides_px):
        if side_px is None:
            at_work_bytes = pixels * STAGE_BYTES[number]
        else:
            tile_pixels = _even_part(width_px, side_px) * _even_part(height_px, side_px)
            at_work_bytes = tile_pixels * STAGE_BYTES[number] * _TILE_TENTHS // 10
        most_bytes = max(most_bytes, pixels * MAPS_BYTES[number] + remembered_bytes + at_work_bytes)
        # While the deeper stages are at work, what is whole here is still remembered.
        remembered_bytes += pixels * _REMEMBERED_BYTES[number] if side_px is None else 0
    return most_bytes


def _even_part(length: int, longest: int) -> int:
    """The length of the parts when a length is cut into as few about equal ones as may be; see `tile_plan.spans`."""
    return -(-length // -(-length // longest))
