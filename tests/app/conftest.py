"""What the tests of the program share: pictures, folders and a studio with a fake engine."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSettings

from app.library.bundled import BundledPicture
from app.look.appearance import Appearance
from app.look.theme import apply
from app.studio.studio import Studio
from app.system.background_jobs import BackgroundJobs
from app.system.user_folders import UserFolders
from app.window.main_window import MainWindow
from tests.app.compute import compute_thread
from tests.app.fake_engine import PACE, FakeEngine, FakeThumbnails
from tests.app.finished_pictures import FinishedPictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)  # nobody's desktop is to hear of tests
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / "settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home / "settings"))
    return home


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder, where what can be kept nowhere else goes."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def make_picture(tmp_path: Path) -> Callable[..., Path]:
    def make(name: str, width_px: int = 60, height_px: int = 45, colour: tuple[int, int, int] = (40, 90, 160)) -> Path:
        rows, columns = np.mgrid[0:height_px, 0:width_px]
        pixels = np.empty((height_px, width_px, 3), np.uint8)
        pixels[:] = colour
        pixels[(rows + columns) % 16 < 8] += 40
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return make


@pytest.fixture
def photo(make_picture: Callable[..., Path]) -> Path:
    return make_picture("photo.png")


@pytest.fixture
def painting(make_picture: Callable[..., Path]) -> Path:
    return make_picture("painting.jpg", colour=(180, 120, 20))


@pytest.fixture
def samples(make_picture: Callable[..., Path]) -> tuple[BundledPicture, ...]:
    return (BundledPicture(make_picture("samples/cat.png", 80, 60), "Cat", "A cat."),)


@pytest.fixture
def starters(make_picture: Callable[..., Path]) -> tuple[BundledPicture, ...]:
    return (
        BundledPicture(make_picture("styles/swirls.png", colour=(10, 20, 120)), "Night Swirls", "Thick strokes."),
        BundledPicture(make_picture("styles/dots.png", colour=(90, 160, 60)), "Sunday Dots", "Small dots."),
    )


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    pictures = tmp_path / "home" / "Pictures"
    within = UserFolders.within(tmp_path / "home" / "data")
    return replace(within, pictures=pictures, kept=pictures / "Impasto")


@pytest.fixture
def finished(folders: UserFolders, make_picture: Callable[..., Path]) -> FinishedPictures:
    """Writes pictures into the folder where they are kept; what they are painted from lies beside that."""
    photo, painting = (make_picture(str(folders.pictures / name)) for name in ("photo.png", "painting.jpg"))
    return FinishedPictures(folders.kept, photo, painting)


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def thumbnails() -> FakeThumbnails:
    return FakeThumbnails()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[BackgroundJobs]:
    assert qapp is not None
    background = BackgroundJobs()
    yield background
    background.close()


@pytest.fixture
def compute(
    qtbot: QtBot, engine: FakeEngine, thumbnails: FakeThumbnails, folders: UserFolders
) -> Iterator[ComputeThread]:
    compute = compute_thread(
        folders.pictures,
        load_engine=engine.load,
        meter=lambda _probe, _is_wanted: PACE,
        thumbnails=thumbnails.load,
        loupe=thumbnails.load_loupe,
    )
    yield compute
    thumbnails.go_on.set()
    with qtbot.waitSignal(compute.closed):
        compute.close()


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    # Of somebody who has seen the program before.
    store.setValue("window/hint_learnt", "yes")
    return store


@pytest.fixture
def studio(
    qtbot: QtBot,
    compute: ComputeThread,
    background: BackgroundJobs,
    store: QSettings,
    engine: FakeEngine,
    folders: UserFolders,
    samples: tuple[BundledPicture, ...],
    starters: tuple[BundledPicture, ...],
) -> Iterator[Studio]:
    studio = Studio(compute, background, store, folders, samples=samples, starters=starters)
    yield studio
    studio.sheet.close()
    studio.gallery.close()
    studio.queue.stop_all()
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


@pytest.fixture
def ready(qtbot: QtBot, studio: Studio) -> Studio:
    """A studio that has loaded its first pictures."""
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_stylize)
    return studio


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, studio: Studio, background: BackgroundJobs) -> MainWindow:
    """A window whose first pictures are there."""
    apply(qapp, Appearance.DARK)
    studio.open_first()
    window = MainWindow(studio, background)
    qtbot.addWidget(window)
    window.resize(1100, 720)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: studio.can_stylize and not background.busy)
    return window
