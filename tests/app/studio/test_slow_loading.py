from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.studio import picture_slot
from app.studio.picture_roles import Role
from app.studio.slow_loading import SlowLoading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Pictures are read once this is set."""
    go_on, read = threading.Event(), picture_slot.read_chosen

    def read_when_told(path: Path) -> picture_slot.ChosenPicture:
        go_on.wait()
        return read(path)

    monkeypatch.setattr(picture_slot, "read_chosen", read_when_told)
    yield go_on
    go_on.set()


def test_a_picture_that_takes_long_is_noticed_once(
    qtbot: QtBot, ready: Studio, photo: Path, painting: Path, held: threading.Event
) -> None:
    noticed: list[bool] = []
    slow = SlowLoading(ready.draft, ready, patience_ms=1)
    slow.noticed.connect(lambda: noticed.append(True))
    ready.draft.choose(Role.PHOTO, photo)
    qtbot.waitUntil(lambda: noticed == [True])
    held.set()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    assert noticed == [True]
    held.clear()
    ready.draft.choose(Role.PAINTING, painting)
    qtbot.waitUntil(lambda: noticed == [True, True])
    held.set()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)


@pytest.mark.parametrize("name", ["photo", "none.png"])
def test_a_picture_that_is_there_or_refused_in_time_is_not(
    qtbot: QtBot, ready: Studio, photo: Path, tmp_path: Path, name: str
) -> None:
    slow = SlowLoading(ready.draft, ready, patience_ms=100_000)
    ready.draft.choose(Role.PHOTO, photo if name == "photo" else tmp_path / name)
    assert slow._timer.isActive()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    assert not slow._timer.isActive()
