from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.studio.draft_settings import DraftSettings
from app.studio.picture_roles import Role
from core.recipe.choices import Preset
from core.recipe.codec import encode, whole_path
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.history import History
    from app.studio.studio import Studio


@pytest.fixture
def history(ready: Studio) -> History:
    return ready.history


def settle(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.history.settled and not studio.draft.loading)


def test_the_first_pictures_are_no_change(history: History) -> None:
    assert not history.undo_words


def test_a_setting_is_undone_and_redone(qtbot: QtBot, ready: Studio, history: History) -> None:
    ready.draft.set(strength=80)
    settle(qtbot, ready)
    ready.draft.set(preset=Preset.HIGH)
    assert history.undo_words == "quality"
    history.undo()
    assert (ready.draft.settings.preset, ready.draft.settings.strength) == (Preset.STANDARD, 80)
    assert history.undo_words == "strength"
    history.undo()
    assert ready.draft.settings == DraftSettings()
    assert not history.undo_words
    history.redo()
    history.redo()
    assert (ready.draft.settings.preset, ready.draft.settings.strength) == (Preset.HIGH, 80)
    assert not history.redo_words


def test_a_drag_is_one_change_and_the_next_one_another(qtbot: QtBot, ready: Studio, history: History) -> None:
    for strength in range(51, 71):
        ready.draft.set(strength=strength)
    settle(qtbot, ready)
    for strength in range(70, 90):
        ready.draft.set(strength=strength)
    assert len(history._steps) == 2
    history.undo()
    assert ready.draft.settings.strength == 70
    history.undo()
    assert ready.draft.settings.strength == 50


def test_a_drag_back_to_where_it_began_is_no_change(ready: Studio, history: History) -> None:
    for strength in (60, 70, 50):
        ready.draft.set(strength=strength)
    assert len(history._steps) == 0


def test_pictures_come_back(qtbot: QtBot, ready: Studio, history: History, photo: Path, painting: Path) -> None:
    first = (ready.draft.chosen_photo, ready.draft.chosen_paintings)
    ready.draft.choose(Role.PHOTO, photo)
    settle(qtbot, ready)
    assert history.undo_words == "photo"
    ready.draft.choose_paintings([painting, photo], [1.0, 1.0])
    settle(qtbot, ready)
    assert history.undo_words == "paintings"
    ready.draft.set_weights([1.0, 0.5])
    assert history.undo_words == "weights"
    history.undo()
    assert ready.draft.weights == (1.0, 1.0)
    for _ in range(2):
        history.undo()
        settle(qtbot, ready)
    assert (ready.draft.chosen_photo, ready.draft.chosen_paintings) == first
    for _ in range(3):
        history.redo()
        settle(qtbot, ready)
    assert ready.draft.chosen_photo == photo
    assert ready.draft.chosen_paintings == ((painting, 1.0), (photo, 0.5))
    assert len(history._steps) == 3


def test_undoing_twice_at_once_does_not_wait_for_the_pictures(
    qtbot: QtBot, ready: Studio, history: History, photo: Path, painting: Path
) -> None:
    first = ready.draft.chosen_photo
    for each in (photo, painting):
        ready.draft.choose(Role.PHOTO, each)
        settle(qtbot, ready)
    history.undo()
    history.undo()
    settle(qtbot, ready)
    assert ready.draft.chosen_photo == first
    assert (len(history._steps), history._num_done) == (2, 0)


def test_a_picture_that_is_gone_stays_away_and_is_told(
    qtbot: QtBot, ready: Studio, history: History, photo: Path, painting: Path
) -> None:
    for each in (photo, painting):
        ready.draft.choose(Role.PHOTO, each)
        settle(qtbot, ready)
    photo.unlink()
    with qtbot.waitSignal(ready.notices.posted):
        history.undo()
    assert ready.draft.chosen_photo == painting
    # What is changed next is a change from what is there.
    ready.draft.set(strength=80)
    assert history.undo_words == "strength"


def test_reset_all_is_one_change(qtbot: QtBot, ready: Studio, history: History) -> None:
    ready.draft.set(strength=80, freedom=10, preset=Preset.HIGH)
    settle(qtbot, ready)
    ready.draft.reset()
    settle(qtbot, ready)
    assert history.undo_words == "settings"
    history.undo()
    assert (ready.draft.settings.strength, ready.draft.settings.freedom) == (80, 10)


def test_a_recipe_is_taken_over_in_one(
    qtbot: QtBot, ready: Studio, history: History, photo: Path, painting: Path, tmp_path: Path
) -> None:
    first = (ready.draft.chosen_photo, ready.draft.chosen_paintings)
    file = tmp_path / "recipe.json"
    file.write_text(encode(Recipe(photo, (StyleSource(painting),), style_strength=80), whole_path))
    with qtbot.waitSignal(ready.restoring.restored):
        ready.restoring.restore(file)
    settle(qtbot, ready)
    assert ready.draft.chosen_photo == photo
    assert len(history._steps) == 1
    assert history.undo_words == "pictures and settings"
    ready.draft.set(freedom=70)
    assert len(history._steps) == 2
    history.undo()
    history.undo()
    settle(qtbot, ready)
    assert (ready.draft.chosen_photo, ready.draft.chosen_paintings) == first
    assert ready.draft.settings.strength == 50


def test_runs_do_not_end_the_history(qtbot: QtBot, ready: Studio, history: History) -> None:
    ready.draft.set(strength=80)
    with qtbot.waitSignal(ready.results.kept):
        ready.stylize()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    history.undo()
    assert ready.draft.settings.strength == 50


def test_a_change_after_undoing_takes_the_place_of_what_was_undone(
    qtbot: QtBot, ready: Studio, history: History
) -> None:
    for strength in (60, 70):
        ready.draft.set(strength=strength)
        settle(qtbot, ready)
    history.undo()
    ready.draft.set(freedom=10)
    assert not history.redo_words
    history.undo()
    history.undo()
    history.undo()
    assert ready.draft.settings == DraftSettings()


def test_the_history_is_bounded(ready: Studio, history: History) -> None:
    for number in range(1100):
        ready.draft.set(**{("strength", "freedom")[number % 2]: number % 90})
    assert len(history._steps) == 500
