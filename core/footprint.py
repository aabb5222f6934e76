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
MAPS_BYTES: Final = 80
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
class Allotment:
    """What a scale may use.

    Attributes:
        plan: How large its tiles are.
        history: How L-BFGS remembers its moves.
        expected_bytes: Of memory that it will need at its peak, by the constants above.
    """

    plan: TilePlan
    history: History
    expected_bytes: int


def allot(width_px: int, height_px: int, num_steps: int, memory_bytes: int, disk_bytes: int) -> Allotment:
    """The fastest way to paint a canvas that stays within a memory.

    Where even the smallest tiles do not fit, they are chosen none the less: the estimate may be wrong.

    Args:
        width_px: Of the canvas.
        height_px: Of the canvas.
        num_steps: How many moves there will be to remember, at most.
        memory_bytes: What may be used.
        disk_bytes: What is free for temporary files.
    """
    pixels = width_px * height_px
    standing_bytes = pixels * (PICTURES_BYTES + MAPS_BYTES)
    spare_bytes = max(0, memory_bytes - standing_bytes)
    history = _history(pixels, num_steps, spare_bytes, disk_bytes)
    if not history.on_disk:
        standing_bytes += _pairs_bytes(pixels, history.size)
    sides_px, working_bytes = _sides(pixels, max(0, memory_bytes - standing_bytes))
    return Allotment(TilePlan(sides_px), history, standing_bytes + working_bytes)


def _history(pixels: int, num_steps: int, spare_bytes: int, disk_bytes: int) -> History:
    """In memory if a third of it suffices; else wherever more moves can be remembered.

    A step on a canvas that large takes minutes: reading a few gigabytes from a disk does not count.
    """
    most = min(_MOST_PAIRS, max(_FEWEST_PAIRS, num_steps - 1))
    in_memory = _pairs_in(pixels, spare_bytes // 3)
    on_disk = _pairs_in(pixels, disk_bytes // 2 - pixels * _CONTENT_BYTES)
    if min(in_memory, most) < min(on_disk, most):
        return History(min(on_disk, most), on_disk=True)
    return History(min(max(in_memory, _FEWEST_PAIRS), most))


def _pairs_bytes(pixels: int, num_pairs: int) -> int:
    """What remembered moves need, with the newest, which is half a pair, and its gradient."""
    return pixels * PAIR_BYTES * (num_pairs + 1)


def _pairs_in(pixels: int, num_bytes: int) -> int:
    return max(0, num_bytes // (PAIR_BYTES * pixels) - 1)


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
