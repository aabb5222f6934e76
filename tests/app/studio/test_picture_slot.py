from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.studio import picture_slot as chosen
from app.studio.picture_slot import SHOWN_SIDE_PX, ChosenPicture, PictureSlot, read_chosen
from core.errors import ImageFileError, ImageProblem

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs

MakePicture = Callable[..., Path]


def test_a_large_picture_is_shown_smaller_but_named_by_its_own_size(make_picture: MakePicture) -> None:
    picture = read_chosen(make_picture("large.jpg", 2400, 1200))
    assert (picture.width_px, picture.height_px) == (2400, 1200)
    assert (picture.image.width(), picture.image.height()) == (SHOWN_SIDE_PX, SHOWN_SIDE_PX // 2)


def test_the_size_is_that_of_the_upright_picture(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (80, 40)).save(tmp_path / "lying.jpg", exif=exif)
    picture = read_chosen(tmp_path / "lying.jpg")
    assert (picture.width_px, picture.height_px) == (40, 80)
    assert picture.image.height() > picture.image.width()


def test_a_picture_larger_than_pillow_likes_is_shown(
    make_picture: MakePicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_picture("large.png", 240, 120)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert read_chosen(path).width_px == 240


def test_a_choice_is_read_in_the_background(qtbot: QtBot, background: BackgroundJobs, photo: Path) -> None:
    choice = PictureSlot(background)
    with qtbot.waitSignal(choice.loaded):
        choice.choose([photo])
        loading = [choice.loading]
    loading.append(choice.loading)
    assert loading == [True, False]
    assert choice.ready
    assert choice.picture is not None
    assert choice.picture.path == photo


def test_a_bad_file_leaves_the_former_picture(
    qtbot: QtBot, background: BackgroundJobs, photo: Path, tmp_path: Path
) -> None:
    choice = PictureSlot(background)
    with qtbot.waitSignal(choice.loaded):
        choice.choose([photo])
    with qtbot.waitSignal(choice.failed) as caught:
        choice.choose([tmp_path / "nowhere.png"])
    assert isinstance(caught.args[0], ImageFileError)
    assert caught.args[0].problem is ImageProblem.MISSING
    assert choice.picture is not None
    assert choice.picture.path == photo
    assert not choice.loading


@pytest.mark.parametrize("first_fails", [False, True])
def test_only_the_last_choice_counts(
    qtbot: QtBot,
    background: BackgroundJobs,
    photo: Path,
    painting: Path,
    monkeypatch: pytest.MonkeyPatch,
    first_fails: bool,
) -> None:
    """The first file takes long to read: its outcome comes when the second one is there already."""
    go_on = threading.Event()

    def read(path: Path) -> ChosenPicture:
        if path == photo:
            go_on.wait(5)
            if first_fails:
                raise ImageFileError(path, ImageProblem.CUT_SHORT)
        return read_chosen(path)

    monkeypatch.setattr(chosen, "read_chosen", read)
    choice = PictureSlot(background)
    loaded: list[Path] = []
    choice.loaded.connect(lambda: loaded.extend(picture.path for picture in choice.pictures))
    choice.failed.connect(lambda _error: pytest.fail("a stale failure was reported"))
    choice.choose([photo])
    with qtbot.waitSignal(choice.loaded):
        choice.choose([painting])
    with qtbot.waitSignal(background.finished):
        go_on.set()
    assert loaded == [painting]
