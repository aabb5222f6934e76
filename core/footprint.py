"""How much memory painting takes, and how to make do with what there is; integers only.

The constants are bytes a pixel of the canvas, measured with ``tests/benchmarks/memory.py`` in float32.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.tiling import SMALLEST_TILE_PX, TilePlan

# What autograd remembers of each stage of the network, and what its convolutions need beside.
STAGE_BYTES: Final = (1900, 550, 300)
# A tile needs twice as much a pixel: its margins, a copy of what it sees, and what the allocator keeps of the last one.
_TILE_FACTOR: Final = 2
# The maps between the stages, with their gradients.
MAPS_BYTES: Final = 96
# The canvas, the one before, the gradient, and what the optimiser makes of them.
PICTURES_BYTES: Final = 120
# One remembered move of L-BFGS and the change of gradient that it brought.
PAIR_BYTES: Final = 24
# Where convolutions work best; larger tiles only cost memory.
_LARGEST_TILE_PX: Final = 1024
_MOST_PAIRS: Final = 20
_FEWEST_PAIRS: Final = 2


@dataclass(frozen=True, slots=True)
class Allotment:
    """What a scale may use.

    Attributes:
        plan: How large its tiles are.
        history_size: How many moves L-BFGS may remember.
        expected_bytes: What it will need at its peak, by the constants above.
    """

    plan: TilePlan
    history_size: int
    expected_bytes: int


def allot(width_px: int, height_px: int, num_steps: int, memory_bytes: int) -> Allotment:
    """The fastest way to paint a canvas that stays within a memory.

    Where even the smallest tiles do not fit, they are chosen none the less: the estimate may be wrong.

    Args:
        width_px: Of the canvas.
        height_px: Of the canvas.
        num_steps: How many moves there will be to remember, at most.
        memory_bytes: What may be used.
    """
    pixels = width_px * height_px
    standing_bytes = pixels * (PICTURES_BYTES + MAPS_BYTES)
    most_pairs = min(_MOST_PAIRS, max(_FEWEST_PAIRS, num_steps - 1))
    # The curvature is worth a third of what is left; the tiles get the rest.
    spare_bytes = max(0, memory_bytes - standing_bytes)
    pairs = max(_FEWEST_PAIRS, min(most_pairs, spare_bytes // 3 // (PAIR_BYTES * pixels)))
    room_bytes = spare_bytes - pairs * PAIR_BYTES * pixels
    sides_px, working_bytes = _sides(pixels, room_bytes)
    return Allotment(TilePlan(sides_px), pairs, standing_bytes + pairs * PAIR_BYTES * pixels + working_bytes)


def _sides(pixels: int, room_bytes: int) -> tuple[tuple[int | None, ...], int]:
    """Sides of the tiles of each stage, and what they need: deep stages are whole as long as they fit."""
    sides_px: list[int | None] = []
    kept_bytes = at_work_bytes = 0
    for stage_bytes in reversed(STAGE_BYTES):
        left_bytes = room_bytes - kept_bytes
        is_shallowest = len(sides_px) == len(STAGE_BYTES) - 1
        if pixels * stage_bytes <= (left_bytes if is_shallowest else left_bytes // 2):
            sides_px.append(None)
            kept_bytes += pixels * stage_bytes
            continue
        tile_bytes = _TILE_FACTOR * stage_bytes
        side_px = int((max(0, left_bytes) / tile_bytes) ** 0.5) // 16 * 16
        side_px = max(SMALLEST_TILE_PX, min(side_px, _LARGEST_TILE_PX))
        sides_px.append(side_px)
        at_work_bytes = max(at_work_bytes, side_px * side_px * tile_bytes)
    return tuple(reversed(sides_px)), kept_bytes + at_work_bytes
