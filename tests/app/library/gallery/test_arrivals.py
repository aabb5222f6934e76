from __future__ import annotations

from typing import TYPE_CHECKING

from app.library.gallery.arrivals import note_arrival
from app.library.gallery.fingerprint import fingerprint_of
from app.library.gallery.kept_timelines import timeline_of
from app.library.gallery.notes import GalleryNotes
from app.system.data_folder import gallery_folder
from app.system.pictures_folder import kept_folder
from core.optimization.timeline.frame_file import FRAMES_NAME, encoded
from tests.core.optimization.timeline.frames import frames

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def test_a_picture_and_its_timeline_are_known_wherever_it_lies(
    tmp_path: Path, make_picture: Callable[..., Path]
) -> None:
    picture, timeline = make_picture("anywhere.png"), tmp_path / "timelines" / "a"
    timeline.mkdir(parents=True)
    (timeline / FRAMES_NAME).write_bytes(encoded(frames(1, 2)))
    note_arrival(picture, timeline)
    assert GalleryNotes(gallery_folder()).saved() == (picture,)
    assert timeline_of(fingerprint_of(picture), timeline.parent) is not None


def test_what_lies_in_the_folder_is_found_there_anyway(make_picture: Callable[..., Path]) -> None:
    kept = kept_folder()
    assert kept is not None
    note_arrival(make_picture(str(kept / "here.png")), None)
    assert GalleryNotes(gallery_folder()).saved() == ()


def test_a_failure_is_only_written_into_the_log(
    tmp_path: Path, make_picture: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    gallery_folder().parent.mkdir(parents=True)
    gallery_folder().write_text("in the way")
    note_arrival(make_picture("anywhere.png"), tmp_path / "no timeline")
    assert "does not know of" in caplog.text
