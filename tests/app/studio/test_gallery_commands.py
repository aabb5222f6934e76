from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.studio.gallery_commands import _trashed
from core.errors import ImageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.finished_pictures import FinishedPictures


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it would be the person's own trash")
def test_the_system_s_trash_takes_them(finished: FinishedPictures, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "xdg_data_home").mkdir()
    paths = [finished.add("sea.png"), finished.add("hill.png")]
    content, gone = paths[0].read_bytes(), finished.folder / "gone.png"
    assert _trashed([paths[0], gone]) == ((paths[0], gone), None)
    assert not paths[0].exists()
    assert paths[1].is_file()
    (kept,) = home.rglob("Trash/files/*")
    assert kept.read_bytes() == content


@pytest.mark.parametrize("form", [bool, lambda moved: (moved, "")])
def test_those_that_it_does_not_take_stay_and_are_named(
    finished: FinishedPictures, monkeypatch: pytest.MonkeyPatch, form: object
) -> None:
    assert callable(form)
    paths = [finished.add("sea.png"), finished.add("hill.png")]
    monkeypatch.setattr("app.studio.gallery_commands.QFile.moveToTrash", lambda name: form("sea" in name))
    done, error = _trashed(paths)
    assert done == (paths[0],)
    assert error is not None
    assert (error.path, error.problem) == (paths[1], ImageProblem.NOT_TRASHED)
