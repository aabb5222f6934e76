from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from core.recipe.choices import StartFrom
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def painted(qtbot: QtBot, ready: Studio) -> Studio:
    ready.stylize()
    qtbot.waitUntil(lambda: ready.again.can_go_on)
    return ready


def kept(studio: Studio) -> Path:
    (path,) = studio.folders.kept.glob("*.png")
    return path


def wait_for_run(qtbot: QtBot, studio: Studio, engine: FakeEngine, number: int) -> None:
    qtbot.waitUntil(lambda: len(engine.recipes) == number and studio.shutdown.nothing_goes_on)


def test_there_is_nothing_to_do_before_there_is_a_picture(ready: Studio, engine: FakeEngine) -> None:
    assert not ready.again.can_go_on
    assert not ready.again.can_paint_another
    for command in (ready.again.more_steps, ready.again.another, ready.again.use_as_photo, ready.again.start_from_it):
        command()
    assert not engine.recipes
    assert ready.draft.settings.start_from is StartFrom.PHOTO


def test_more_steps_go_on_from_the_kept_picture(qtbot: QtBot, painted: Studio, engine: FakeEngine) -> None:
    path = kept(painted)
    painted.again.more_steps()
    wait_for_run(qtbot, painted, engine, 2)
    assert engine.recipes[1] == replace(engine.recipes[0], start_from=StartFrom.FINISHED, start_picture=path)
    assert painted.draft.settings.start_from is StartFrom.PHOTO
    assert path.is_file()
    assert len(list(painted.folders.kept.glob("*.png"))) == 2


def test_another_one_begins_with_noise_of_its_own(qtbot: QtBot, painted: Studio, engine: FakeEngine) -> None:
    for number in (2, 3):
        painted.again.another()
        wait_for_run(qtbot, painted, engine, number)
    first, *others = engine.recipes
    assert {each.start_from for each in others} == {StartFrom.NOISE}
    assert len({first.seed, *(each.seed for each in others)}) == 3


def test_the_next_picture_can_begin_with_it(qtbot: QtBot, painted: Studio, engine: FakeEngine) -> None:
    path = kept(painted)
    painted.again.start_from_it()
    painted.draft.set(strength=70)
    painted.stylize()
    wait_for_run(qtbot, painted, engine, 2)
    assert (engine.recipes[1].start_from, engine.recipes[1].start_picture) == (StartFrom.PICTURE, path)


def test_starting_from_it_can_be_undone(painted: Studio) -> None:
    path = kept(painted)
    painted.again.start_from_it()
    assert painted.history.undo_words == "start"
    painted.history.undo()
    assert (painted.draft.settings.start_from, painted.draft.settings.start_picture) == (StartFrom.PHOTO, None)
    painted.history.redo()
    assert (painted.draft.settings.start_from, painted.draft.settings.start_picture) == (StartFrom.PICTURE, path)


def test_becoming_the_photo_can_be_undone(qtbot: QtBot, painted: Studio) -> None:
    path, former = kept(painted), painted.draft.chosen_photo
    painted.again.use_as_photo()
    qtbot.waitUntil(lambda: painted.history.undo_words == "photo")
    painted.history.undo()
    qtbot.waitUntil(lambda: painted.draft.ready)
    assert painted.draft.chosen_photo == former
    painted.history.redo()
    qtbot.waitUntil(lambda: painted.draft.ready)
    assert painted.draft.chosen_photo == path


def test_it_becomes_the_photo(qtbot: QtBot, painted: Studio) -> None:
    path = kept(painted)
    painted.again.use_as_photo()
    qtbot.waitUntil(lambda: painted.draft.photo.ready)
    assert painted.draft.chosen_photo == path
    assert not painted.again.can_go_on  # the picture has been put away for the photo


def test_a_picture_with_paper_around_it_is_no_beginning(qtbot: QtBot, ready: Studio) -> None:
    for fit, possible in ((Fit.PAD, False), (Fit.CROP, True)):
        ready.draft.set(sheet=PrintFormat.parse("4x2cm@100"), fit=fit)
        ready.stylize()
        qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on and ready.again.can_paint_another)
        assert ready.again.can_go_on is possible
