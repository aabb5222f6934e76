from __future__ import annotations

from typing import TYPE_CHECKING

from app.studio.picture_roles import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow


def entries(window: MainWindow) -> list[QAction]:
    return [action for action in window._recent.menu.actions() if action.text()]


def open_photo(qtbot: QtBot, studio: Studio, path: Path) -> None:
    studio.draft.choose(Role.PHOTO, path)
    qtbot.waitUntil(lambda: studio.recent.paths[:1] == (path,))


def test_a_recent_photo_is_opened_again(
    qtbot: QtBot, window: MainWindow, studio: Studio, make_picture: Callable[..., Path]
) -> None:
    assert window.menus.file.actions()[1].menu() is window._recent.menu
    assert not window._recent.menu.isEnabled()
    paths = [make_picture(name) for name in ("a/salt & pepper.png", "b/sea.png", "c/sea.png")]
    for path in paths:
        open_photo(qtbot, studio, path)
    texts = [action.text() for action in entries(window)]
    assert texts == ["&1  sea.png – c", "&2  sea.png – b", "&3  salt && pepper.png", "&Clear this list"]
    assert entries(window)[2].toolTip() == str(paths[0])
    entries(window)[2].trigger()
    qtbot.waitUntil(lambda: studio.draft.photo.ready and studio.recent.paths[0] == paths[0])
    assert studio.draft.chosen_photo == paths[0]
    entries(window)[-1].trigger()
    assert [action.text() for action in entries(window)] == ["&Clear this list"]
    assert not window._recent.menu.isEnabled()
