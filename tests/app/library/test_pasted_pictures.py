from __future__ import annotations

import os
from typing import TYPE_CHECKING

from app.library.pasted_pictures import is_pasted, pasted_name, remove_old_pasted

if TYPE_CHECKING:
    from pathlib import Path

DAY_S = 24 * 3600


def pasted(folder: Path, name: str, age_days: float, now_s: float) -> Path:
    path = folder / name
    path.touch()
    os.utime(path, (now_s - age_days * DAY_S,) * 2)
    return path


def test_old_ones_that_nothing_uses_are_removed(tmp_path: Path) -> None:
    now_s = 2_000_000_000.0
    old, used = pasted(tmp_path, "pasted-1.png", 31, now_s), pasted(tmp_path, "pasted-2.png", 31, now_s)
    young, other = pasted(tmp_path, "pasted-3.png", 29, now_s), pasted(tmp_path, "mine.png", 400, now_s)
    assert remove_old_pasted(tmp_path, {used}, now_s) == (old,)
    assert not old.exists()
    assert all(path.exists() for path in (used, young, other))


def test_there_need_be_no_folder(tmp_path: Path) -> None:
    assert remove_old_pasted(tmp_path / "none", ()) == ()


def test_the_name_of_a_pasted_picture_is_known_again() -> None:
    names = {pasted_name() for _ in range(3)}
    assert len(names) == 3
    assert all(is_pasted(name) for name in names)
    assert not is_pasted("pasted-photo.png")
    assert not is_pasted("my pasted-0123456789ab.png")
