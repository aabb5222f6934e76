from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.library.gallery.entry import GalleryEntry
from app.library.gallery.fingerprint import fingerprint_of
from app.studio.gallery_model import GalleryModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs


@pytest.fixture
def model(background: BackgroundJobs, tmp_path: Path) -> GalleryModel:
    return GalleryModel(background, tmp_path / "cache")


def entries_of(folder: Path, numbers: Sequence[int], rating: int = 0) -> list[GalleryEntry]:
    return [GalleryEntry(folder / f"{each}.png", (each, 1), str(each), (16, 16), rating=rating) for each in numbers]


@given(
    before=st.lists(st.integers(0, 30), unique=True, max_size=20).map(sorted),
    after=st.lists(st.integers(0, 30), unique=True, max_size=20).map(sorted),
    shuffled=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_shows_what_it_is_given_and_rows_that_stay_stay_chosen(
    background: BackgroundJobs, before: list[int], after: list[int], shuffled: bool
) -> None:
    folder = Path("pictures")
    model = GalleryModel(background, folder)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries(entries_of(folder, before))
    kept = {number: QPersistentModelIndex(model.index(row)) for row, number in enumerate(before)}
    wanted = entries_of(folder, after[::-1] if shuffled else after, rating=3)
    model.show_entries(wanted)
    assert list(model.entries) == wanted
    assert [model.index_of(entry.path).row() for entry in wanted] == list(range(len(wanted)))
    if not shuffled and set(before) & set(after):
        for number, index in kept.items():
            assert index.isValid() == (number in after)
            assert not index.isValid() or index.data() == str(number)
    tester.deleteLater()
    model.deleteLater()


def test_an_entry_that_has_changed_is_told_of(model: GalleryModel, tmp_path: Path) -> None:
    told: list[int] = []
    model.show_entries(entries_of(tmp_path, [1, 2, 3]))
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    changed = [*entries_of(tmp_path, [1]), *entries_of(tmp_path, [2], rating=2), *entries_of(tmp_path, [3])]
    model.show_entries(changed)
    assert told == [1]


def test_thumbnails_fit_into_the_box_in_the_device_s_own_pixels(
    qtbot: QtBot, model: GalleryModel, make_picture: Callable[..., Path]
) -> None:
    path = make_picture("wide.png", 400, 200)
    model.set_box(QSize(100, 90), 2.0)
    model.show_entries([GalleryEntry(path, (1, 1), fingerprint_of(path), (400, 200))])
    role = Qt.ItemDataRole.DecorationRole
    assert model.index(0).data(role).isNull()
    qtbot.waitUntil(lambda: not model.index(0).data(role).isNull())
    image = model.index(0).data(role)
    assert (image.width(), image.height(), image.devicePixelRatio()) == (200, 100, 2.0)


def test_what_cannot_be_read_is_tried_once(
    qtbot: QtBot, model: GalleryModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.png").write_bytes(b"nothing")
    model.set_box(QSize(100, 90), 1.0)
    model.show_entries([GalleryEntry(tmp_path / "broken.png", (1, 1), "a", (16, 16))])
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).isNull()
    qtbot.waitUntil(lambda: model.is_settled)
    monkeypatch.setattr("app.studio.gallery_model._read", lambda *_: pytest.fail("It was tried again"))
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.is_settled
