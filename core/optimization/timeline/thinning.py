"""Leaves frames out, so that a timeline stays small however long its run takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from core.optimization.timeline.timeline import Frame

# At fifteen a second, a film of sixteen seconds.
MOST_FRAMES: Final = 240
MOST_BYTES: Final = 16 << 20


def is_too_large(frames: Sequence[Frame]) -> bool:
    """Whether frames have to be left out."""
    return len(frames) > MOST_FRAMES or sum(len(frame.jpeg) for frame in frames) > MOST_BYTES


def halved(frames: Sequence[Frame], scale_ends: Collection[int]) -> list[Frame]:
    """Every other frame; the first, the last and the ends of scales stay.

    Args:
        frames: In their order.
        scale_ends: After how many steps scales ended.
    """
    last = len(frames) - 1
    return [
        frame
        for index, frame in enumerate(frames)
        if index % 2 == 0 or index == last or frame.note.num_steps in scale_ends
    ]
