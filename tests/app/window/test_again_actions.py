"""A picture once more, from the button and from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from core.recipe.choices import StartFrom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine


def again_button(window: MainWindow) -> QPushButton:
    (button,) = (each for each in window.findChildren(QPushButton) if each.accessibleName() == "Again")
    return button


def test_the_button_is_there_once_a_picture_is_and_its_menu_goes_on(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    button = again_button(window)
    assert not button.isVisible()
    studio.stylize()
    assert not button.isVisible()
    qtbot.waitUntil(lambda: studio.again.can_go_on and studio.shutdown.nothing_goes_on)
    assert button.isVisible()
    assert [action.text() for action in button.menu().actions() if action.text()] == [
        "&More steps",
        "&Another one, from noise",
        "Start the &next from it",
        "Use it as the p&hoto",
    ]
    # Without a screen, no menu can grab the keys; this is what a click on its entry does.
    button.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: len(engine.recipes) == 2 and studio.shutdown.nothing_goes_on)
    assert engine.recipes[1].start_from is StartFrom.FINISHED


def test_the_entries_of_the_menu_are_for_pictures_alone(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    actions = (window.again.more_steps, window.again.another, window.again.start_from_it, window.again.use_as_photo)
    assert set(actions) <= set(window.menus.picture.actions())
    assert not any(action.isEnabled() for action in actions)
    studio.stylize()
    qtbot.waitUntil(lambda: studio.again.can_go_on)
    assert all(action.isEnabled() for action in actions)
    window.again.start_from_it.trigger()
    assert studio.draft.settings.start_from is StartFrom.PICTURE
