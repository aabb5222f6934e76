"""The hint of the first start comes once, and goes for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.bundled import BundledPicture
from app.studio.picture_roles import Role
from app.studio.preferences import Preferences
from tests.app.accessibility import unexplained, unseen_focus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.widgets.hint import Hint
    from app.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def store(store: QSettings) -> QSettings:
    """What is stored of a person who has never started the program."""
    store.clear()
    return store


@pytest.fixture
def samples(make_picture: Callable[..., Path]) -> tuple[BundledPicture, ...]:
    """Two of them."""
    return tuple(BundledPicture(make_picture(f"samples/{name}.png"), name, name) for name in ("cat", "dog"))


@pytest.fixture
def hint(window: MainWindow) -> Hint:
    return window.stage.first_hint


def assert_gone_for_good(hint: Hint, store: QSettings) -> None:
    assert hint.isHidden()
    assert Preferences(store).hint_learnt


def test_it_lies_upon_the_preview_and_covers_none_of_its_buttons(window: MainWindow, hint: Hint) -> None:
    assert hint.isVisible()
    preview = window.stage.preview
    assert preview.rect().contains(hint.geometry())
    assert not hint.geometry().intersects(preview.zoom_control.geometry())
    assert hint.mapTo(window, QPoint()).x() < window.panel.width() + 40


def test_it_can_be_read_and_closed_by_keyboard(window: MainWindow, hint: Hint, store: QSettings) -> None:
    window.activateWindow()
    assert unexplained(hint) == []
    assert unseen_focus(hint) == []
    QTest.keyClick(hint.close_button, Qt.Key.Key_Space)
    assert_gone_for_good(hint, store)


def test_a_click_anywhere_on_it_sends_it_away(window: MainWindow, hint: Hint, store: QSettings) -> None:
    QTest.mouseClick(hint, LEFT, pos=QPoint(20, hint.height() - 4))
    assert not window.stage.preview.comparing
    assert_gone_for_good(hint, store)


def test_a_photo_of_ones_own_sends_it_away(
    hint: Hint, store: QSettings, studio: Studio, photo: Path, qtbot: QtBot
) -> None:
    studio.imports.choose(Role.PHOTO, photo)
    qtbot.waitUntil(hint.isHidden)
    assert_gone_for_good(hint, store)


def test_another_sample_leaves_it(hint: Hint, studio: Studio, qtbot: QtBot) -> None:
    other = studio.imports.samples[1].path
    studio.imports.choose(Role.PHOTO, other)
    qtbot.waitUntil(lambda: studio.draft.photo.picture is not None and studio.draft.photo.picture.path == other)
    assert hint.isVisible()


def test_painting_sends_it_away(hint: Hint, store: QSettings, studio: Studio, qtbot: QtBot) -> None:
    studio.stylize()
    assert_gone_for_good(hint, store)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


class TestLater:
    @pytest.fixture
    def store(self, store: QSettings) -> QSettings:
        """What is stored of a person who has closed it."""
        store.setValue("window/hint_learnt", "yes")
        return store

    def test_it_does_not_come_back(self, hint: Hint) -> None:
        assert hint.isHidden()


class TestAnEarlierVersion:
    @pytest.fixture
    def store(self, store: QSettings, photo: Path) -> QSettings:
        """What an earlier version has stored of a person who has photos."""
        store.setValue("recent/photos", [str(photo)])
        return store

    def test_those_who_know_the_program_are_told_nothing(self, hint: Hint, store: QSettings) -> None:
        QApplication.processEvents()
        assert_gone_for_good(hint, store)
