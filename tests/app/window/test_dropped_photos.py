"""A photographer's folder as it is, each file dropped on the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.look.qimage import pixels_of_image
from app.studio import picture_slot
from app.studio.notices import Level, Notice
from app.studio.picture_roles import Role
from app.window.main_window import MainWindow
from tests.app.pointing import drop, files, middle_of
from tests.app.window.test_main_window import path_in, run_button, well, words
from tests.core.files.image_files import saved
from tests.core.files.photo_folder import scene, write_photo_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs

# Camera raw is developed: how bright it becomes is up to the developer.
TOLERANCES = {"camera raw.dng": 60, "phone.heic": 8, "print.jpg": 8}


@pytest.fixture
def told(studio: Studio) -> list[Notice]:
    found: list[Notice] = []
    studio.notices.posted.connect(found.append)
    return found


def settle(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_every_photo_of_a_folder_is_shown_as_it_should_be(
    qtbot: QtBot, window: MainWindow, studio: Studio, told: list[Notice], tmp_path: Path
) -> None:
    pytest.importorskip("rawpy")
    pytest.importorskip("pillow_jxl")
    for name, levels in write_photo_folder(tmp_path, 480).items():
        drop(window, files(tmp_path / name), middle_of(well(window, Role.PHOTO), window))
        settle(qtbot, studio)
        assert path_in(studio, Role.PHOTO) == tmp_path / name, told
        picture = studio.draft.photo.picture
        assert picture is not None
        assert (picture.width_px, picture.height_px) == (levels.shape[1], levels.shape[0])
        shown = pixels_of_image(picture.image).astype(float)
        assert np.abs(shown - levels).mean() < TOLERANCES.get(name, 4), name
        assert run_button(window).isEnabled()
        assert words(window).startswith("Ready | ")
    assert told == []


def test_a_photo_that_lacks_its_end_can_be_painted_and_is_said_to_be_cut_short(
    qtbot: QtBot, window: MainWindow, studio: Studio, told: list[Notice], tmp_path: Path
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (96, 128, 3), dtype=np.uint8)
    whole = saved(Image.fromarray(noise), "JPEG", quality=90)
    (tmp_path / "whole.jpg").write_bytes(whole)
    (tmp_path / "cut.jpg").write_bytes(whole[:-800])
    for role in (Role.PHOTO, Role.PAINTING):
        drop(window, files(tmp_path / "cut.jpg"), middle_of(well(window, role), window))
        settle(qtbot, studio)
        assert [notice.what for notice in told] == ["“cut.jpg” is cut short: its end is missing."]
        assert told[0].level is Level.WARNING
        assert window.stage.banner.isVisible()
        assert run_button(window).isEnabled()
        drop(window, files(tmp_path / "whole.jpg"), middle_of(well(window, role), window))
        settle(qtbot, studio)
        assert window.stage.banner.isHidden()
        told.clear()


@pytest.mark.parametrize("refused", [Role.PHOTO, Role.PAINTING])
def test_what_is_said_once_the_first_picture_is_refused(
    qtbot: QtBot, studio: Studio, background: BackgroundJobs, tmp_path: Path, refused: Role
) -> None:
    letter, photo = tmp_path / "letter.jpg", tmp_path / "photo.png"
    letter.write_text("Dear artist")
    Image.fromarray(scene(96, 64).astype(np.uint8)).save(photo)
    window = MainWindow(studio, background)
    qtbot.addWidget(window)
    window.resize(1100, 720)
    window.show()
    qtbot.waitExposed(window)
    assert words(window).startswith("Loading the pictures…")
    studio.open_first(*((letter, [photo]) if refused is Role.PHOTO else (photo, [letter])))
    settle(qtbot, studio)
    assert not run_button(window).isEnabled()
    if refused is Role.PHOTO:
        assert words(window) == "The photo is missing | Choose one at the top left."
    else:
        assert words(window) == "The painting is missing | Choose one at the left."


def test_a_photo_that_takes_long_is_said_to_be_loading(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read = threading.Event(), picture_slot.read_chosen

    def read_when_told(path: Path) -> picture_slot.ChosenPicture:
        go_on.wait()
        return read(path)

    monkeypatch.setattr(picture_slot, "read_chosen", read_when_told)
    Image.fromarray(scene(96, 64).astype(np.uint8)).save(tmp_path / "photo.png")
    drop(window, files(tmp_path / "photo.png"), middle_of(well(window, Role.PHOTO), window))
    try:
        qtbot.waitUntil(lambda: words(window) == "Loading the picture… | A large one takes a moment.")
    finally:
        go_on.set()
    settle(qtbot, studio)
    assert words(window).startswith("Ready | ")
