from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.library.own_paintings import OwnPainting
from app.studio import kept_thumbnails
from app.studio.picture_roles import Role
from app.studio.sheet_entries import SheetKind
from core.errors import ImageFileError, ImageProblem
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeEngine, FakeThumbnails


def captions(studio: Studio) -> list[str]:
    return [entry.caption for entry in studio.sheet.entries]


def is_done(studio: Studio) -> bool:
    return bool(studio.sheet.entries) and studio.sheet.num_done == len(studio.sheet.entries)


@pytest.fixture
def opened(qtbot: QtBot, ready: Studio) -> Studio:
    ready.sheet.open(SheetKind.PAINTINGS)
    qtbot.waitUntil(lambda: is_done(ready))
    return ready


def test_every_painting_is_tried(opened: Studio, thumbnails: FakeThumbnails) -> None:
    assert captions(opened) == ["Night Swirls", "Sunday Dots"]
    assert len(thumbnails.recipes) == 2
    assert opened.sheet.taken == 0


def test_thumbnails_are_kept(qtbot: QtBot, opened: Studio, thumbnails: FakeThumbnails) -> None:
    opened.sheet.close()
    assert opened.sheet.kind is None
    opened.sheet.open(SheetKind.PAINTINGS)
    assert is_done(opened)
    opened.draft.set(size_px=768)
    qtbot.waitUntil(lambda: not opened.sheet._settle_timer.isActive())
    assert is_done(opened)
    assert len(thumbnails.recipes) == 2


def test_another_setting_makes_others_and_shows_the_former_ones_until_then(
    qtbot: QtBot, opened: Studio, thumbnails: FakeThumbnails
) -> None:
    thumbnails.hold_after = 0
    opened.draft.set(strength=80)
    qtbot.waitUntil(lambda: len(thumbnails.recipes) == 3)
    assert [(thumbnail.is_done, thumbnail.image.isNull()) for thumbnail in opened.sheet.thumbnails] == [
        (False, False)
    ] * 2
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: is_done(opened))
    assert {recipe.style_strength for recipe in thumbnails.recipes[2:]} == {80}
    opened.draft.set(strength=50)
    qtbot.waitUntil(lambda: opened.sheet.entries[0].recipe.style_strength == 50)
    assert is_done(opened)
    assert len(thumbnails.recipes) == 4


def test_another_photo_shows_nothing_of_the_former(
    qtbot: QtBot, opened: Studio, thumbnails: FakeThumbnails, photo: Path
) -> None:
    thumbnails.hold_after = 0
    opened.draft.choose(Role.PHOTO, photo)
    qtbot.waitUntil(lambda: opened.sheet.entries[0].recipe.photo == photo)
    assert all(thumbnail.image.isNull() for thumbnail in opened.sheet.thumbnails)


def test_a_file_that_has_changed_is_painted_anew(qtbot: QtBot, opened: Studio, thumbnails: FakeThumbnails) -> None:
    path = opened.sheet.entries[1].recipe.styles[0].path
    Image.new("RGB", (80, 80), (1, 2, 3)).save(path)
    os.utime(path, ns=(1, 1))
    opened.sheet.close()
    thumbnails.hold_after = 0
    opened.sheet.open(SheetKind.PAINTINGS)
    qtbot.waitUntil(lambda: [thumbnail.is_done for thumbnail in opened.sheet.thumbnails] == [True, False])
    assert not opened.sheet.thumbnails[1].image.isNull()  # the former one stays until then
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: is_done(opened))
    assert len(thumbnails.recipes) == 3


def test_what_can_be_seen_comes_first(qtbot: QtBot, ready: Studio, thumbnails: FakeThumbnails) -> None:
    thumbnails.hold_after = 0
    ready.sheet.open(SheetKind.VARIATIONS)
    qtbot.waitUntil(lambda: len(thumbnails.recipes) == 1)
    ready.sheet.look_at([20, 21])
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: is_done(ready))
    entries = ready.sheet.entries
    assert thumbnails.recipes[1:3] == [entries[20].recipe, entries[21].recipe]
    assert len(thumbnails.recipes) == 27  # the one that was under way has gone on


def test_a_painting_is_taken(qtbot: QtBot, opened: Studio) -> None:
    opened.sheet.take(1)
    qtbot.waitUntil(lambda: opened.sheet.taken == 1)
    assert opened.draft.chosen_paintings == ((opened.imports.starters[1].path, 1.0),)
    assert opened.sheet.kind is SheetKind.PAINTINGS


def test_a_painting_of_ones_own_stays_on_the_sheet_when_another_is_taken(
    qtbot: QtBot, ready: Studio, painting: Path
) -> None:
    ready.draft.choose_paintings([painting], [1.0])
    qtbot.waitUntil(lambda: ready.draft.ready)
    ready.sheet.open(SheetKind.PAINTINGS)
    assert captions(ready) == ["painting", "Night Swirls", "Sunday Dots"]
    ready.sheet.take(2)
    qtbot.waitUntil(lambda: ready.sheet.taken == 2)
    assert captions(ready) == ["painting", "Night Swirls", "Sunday Dots"]


def test_the_strips_own_paintings_come_first_and_follow_it(
    qtbot: QtBot, opened: Studio, make_picture: Callable[..., Path]
) -> None:
    paths = [make_picture(f"works/{name}.png") for name in ("alder", "birch")]
    own = opened.own_paintings
    own.put([OwnPainting(path, path.stem) for path in paths])
    assert captions(opened) == ["alder", "birch", "Night Swirls", "Sunday Dots"]
    assert [thumbnail.is_done for thumbnail in opened.sheet.thumbnails] == [False, False, True, True]
    qtbot.waitUntil(lambda: is_done(opened))
    own.move(paths[1], paths[0])
    own.rename(paths[0], "Old alder")
    assert captions(opened) == ["birch", "Old alder", "Night Swirls", "Sunday Dots"]
    assert is_done(opened)  # a name and a place change no picture
    own.remove(paths)
    assert captions(opened) == ["Night Swirls", "Sunday Dots"]
    qtbot.waitUntil(lambda: own.entries == own._written)


def test_no_file_is_looked_at_while_the_window_waits(opened: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[threading.Thread] = []
    monkeypatch.setattr(kept_thumbnails, "file_version", lambda _path: threads.append(threading.current_thread()))
    opened.sheet.open(SheetKind.VARIATIONS)
    opened.sheet.open(SheetKind.PAINTINGS)
    opened.sheet.close()
    assert threading.main_thread() not in threads


def test_the_settings_of_a_variation_are_taken(qtbot: QtBot, ready: Studio) -> None:
    ready.sheet.open(SheetKind.VARIATIONS)
    number = next(
        number
        for number, entry in enumerate(ready.sheet.entries)
        if (entry.recipe.style_strength, entry.recipe.style_scale, entry.recipe.color) == (75, 2, ColorMode.PHOTO)
    )
    ready.sheet.take(number)
    settings = ready.draft.settings
    assert (settings.strength, settings.style_scale, settings.color) == (75, 2, ColorMode.PHOTO)
    qtbot.waitUntil(lambda: is_done(ready))
    assert ready.sheet.entries[ready.sheet.taken or 0].recipe.color is ColorMode.PHOTO


def test_a_painting_that_cannot_be_read_is_told_and_not_tried_again(
    qtbot: QtBot, ready: Studio, thumbnails: FakeThumbnails
) -> None:
    thumbnails.errors["dots.png"] = ImageFileError(Path("dots.png"), ImageProblem.FOLDER)
    ready.sheet.open(SheetKind.PAINTINGS)
    qtbot.waitUntil(lambda: ready.sheet.num_done == 1 and ready.sheet.thumbnails[1].error is not None)
    ready.sheet.look_at([1, 0])
    assert ready.side_queue.is_idle


def test_a_picture_that_is_painted_closes_the_sheet(qtbot: QtBot, opened: Studio, engine: FakeEngine) -> None:
    opened.stylize()
    assert opened.sheet.kind is None
    qtbot.waitUntil(lambda: opened.queue.is_idle)
    assert len(engine.recipes) == 1


def test_a_sheet_without_a_photo_is_empty(ready: Studio) -> None:
    ready.draft.clear(Role.PHOTO)
    ready.sheet.open(SheetKind.PAINTINGS)
    assert ready.sheet.entries == ()
    assert ready.sheet.taken is None


def test_the_sheet_is_saved_with_its_captions(qtbot: QtBot, opened: Studio, tmp_path: Path) -> None:
    opened.save_sheet(tmp_path / "sheet", ".png")
    saved = tmp_path / "sheet.png"
    qtbot.waitUntil(lambda: opened.shutdown.nothing_goes_on)
    with Image.open(saved) as image:
        assert image.size == (24 + 2 * 344, 24 + 240 + 8 + 20 + 24)
        assert image.getpixel((100, 100)) != (255, 255, 255)
    assert opened.save_folder == tmp_path


def test_the_sheet_is_saved_as_a_page(qtbot: QtBot, opened: Studio, tmp_path: Path) -> None:
    opened.save_sheet(tmp_path / "sheet", ".pdf")
    qtbot.waitUntil(lambda: opened.shutdown.nothing_goes_on)
    content = (tmp_path / "sheet.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_a_sheet_replaces_no_painting(qtbot: QtBot, opened: Studio) -> None:
    path = opened.imports.starters[0].path
    before = path.read_bytes()
    told: list[object] = []
    opened.notices.posted.connect(told.append)
    opened.save_sheet(path, ".png")
    qtbot.waitUntil(lambda: len(told) == 1)
    assert path.read_bytes() == before
