"""Made-up frames of a timeline."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageSequence

from core.optimization.timeline.timeline import Frame, FrameNote

if TYPE_CHECKING:
    from pathlib import Path


def note(num_steps: int, *, scale: int = 1) -> FrameNote:
    """A moment of a run of three scales."""
    return FrameNote(num_steps, scale, 3, 100 * scale, num_steps, min(1.0, num_steps / 1000))


def jpeg(shade: int = 90, size_px: tuple[int, int] = (8, 6)) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size_px, (shade, 100, 120)).save(content, "JPEG")
    return content.getvalue()


def frames(*numbers: int) -> tuple[Frame, ...]:
    """One for each number of steps."""
    return tuple(Frame(note(number), jpeg(number * 40 % 256)) for number in numbers)


def frames_of_film(path: Path) -> int:
    """How many pictures a film has."""
    with Image.open(path) as film:
        return len(ImageSequence.all_frames(film))
