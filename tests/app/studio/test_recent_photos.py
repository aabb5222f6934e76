from __future__ import annotations

from typing import TYPE_CHECKING

from app.studio.picture_roles import Role
from app.studio.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio


def open_photo(qtbot: QtBot, studio: Studio, path: Path) -> None:
    studio.draft.choose(Role.PHOTO, path)
    qtbot.waitUntil(lambda: studio.recent.paths[:1] == (path,))


def test_the_last_photos_are_remembered_the_newest_first(
    qtbot: QtBot, ready: Studio, store: QSettings, make_picture: Callable[..., Path]
) -> None:
    assert ready.recent.paths == ()  # the program's own samples are at hand anyway
    paths = [make_picture(f"{number}.png") for number in range(12)]
    for path in (*paths, paths[5]):
        open_photo(qtbot, ready, path)
    expected = (paths[5], *reversed(paths[6:]), *reversed(paths[2:5]))
    assert ready.recent.paths == expected[:10]
    assert Preferences(store).recent_photos == expected[:10]


def test_a_missing_one_is_left_out_until_it_is_there_again(
    qtbot: QtBot, ready: Studio, make_picture: Callable[..., Path]
) -> None:
    first, second = make_picture("first.png"), make_picture("second.png")
    for path in (first, second):
        open_photo(qtbot, ready, path)
    moved = first.rename(first.with_name("moved.png"))
    ready.recent.look()
    qtbot.waitUntil(lambda: ready.recent.paths == (second,))
    moved.rename(first)
    ready.recent.look()
    qtbot.waitUntil(lambda: ready.recent.paths == (second, first))


def test_the_list_is_cleared(qtbot: QtBot, ready: Studio, store: QSettings, photo: Path) -> None:
    open_photo(qtbot, ready, photo)
    ready.recent.clear()
    assert ready.recent.paths == ()
    assert Preferences(store).recent_photos == ()
    assert photo.is_file()
