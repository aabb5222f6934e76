from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.library.gallery.fingerprint import fingerprint_of
from app.library.gallery.kept_timelines import note_picture, timeline_of
from core.errors import TimelineError
from core.optimization.timeline.frame_file import FRAMES_NAME, encoded
from tests.core.optimization.timeline.frames import frames

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_timeline_of_a_picture_is_found_whatever_it_is_called_now(
    tmp_path: Path, make_picture: Callable[..., Path]
) -> None:
    root, pictures = tmp_path / "timelines", [make_picture("a.png"), make_picture("b.png", colour=(9, 9, 9))]
    for picture in pictures:
        folder = root / picture.stem
        folder.mkdir(parents=True)
        (folder / FRAMES_NAME).write_bytes(encoded(frames(1, 2, 3)))
        note_picture(folder, picture)
    renamed = pictures[0].rename(tmp_path / "renamed.png")
    timeline = timeline_of(fingerprint_of(renamed), root)
    assert timeline is not None
    assert timeline.folder == root / "a"
    assert timeline_of("0" * 40, root) is None
    (root / "a" / FRAMES_NAME).write_bytes(b"damaged")
    with pytest.raises(TimelineError):
        timeline_of(fingerprint_of(renamed), root)


def test_without_timelines_there_is_none(tmp_path: Path) -> None:
    assert timeline_of("a", tmp_path / "nowhere") is None


def test_a_timeline_that_has_gone_cannot_be_noted(tmp_path: Path, make_picture: Callable[..., Path]) -> None:
    with pytest.raises(OSError, match="gone"):
        note_picture(tmp_path / "gone", make_picture("a.png"))
