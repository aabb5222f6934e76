"""Pictures of the window in each of its states, on screens of several sizes.

They go to the folder that IMPASTO_SCREENSHOTS names, for looking at; with IMPASTO_SCREENSHOTS_ENGINE=real they show
the real engine at work. Qt's own QT_SCALE_FACTOR enlarges all of it: with 2, the window of 960 x 540 is what a screen
of 1920 x 1080 shows at 200 %, with 1.5 the one of 1280 x 720 is what it shows at 150 %. IMPASTO_SCREENSHOTS_LOOK is
dark or light, IMPASTO_SCREENSHOTS_LANGUAGE the code of a language, or "mirrored" for English from right to left, and
IMPASTO_SCREENSHOTS_LETTERS a factor for the size of all letters.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFont

from app.library.bundled import sample_photos, starter_styles
from app.look.appearance import Appearance
from app.look.qimage import pixels_of_image
from app.look.theme import apply
from app.run.engine_access import load_engine, load_thumbnails
from app.run.job import JobState
from app.studio.picture_roles import Role
from app.studio.sheet_entries import SheetKind
from app.studio.studio import Studio
from app.system import paths
from app.system.languages import SpokenLanguage
from app.window.main_window import MainWindow
from app.words.translation import in_english, install_translator
from core.errors import ImageFileError, ImageProblem
from core.recipe.choices import Preset
from tests.apart import apart
from tests.app.compute import compute_thread
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine, FakeThumbnails

REAL = os.environ.get("IMPASTO_SCREENSHOTS_ENGINE") == "real"
LOOK: Final = Appearance(os.environ.get("IMPASTO_SCREENSHOTS_LOOK", "dark"))
LANGUAGE: Final = os.environ.get("IMPASTO_SCREENSHOTS_LANGUAGE", "en")
LETTERS: Final = float(os.environ.get("IMPASTO_SCREENSHOTS_LETTERS", "1"))
PATIENCE_MS = 300_000 if REAL else 10_000
STATES: Final = ("empty", "start", "sheet", "mixture", "running", "paused", "done", "timeline", "failed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("IMPASTO_SCREENSHOTS", tmp_path / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def _as_wanted(qapp: QApplication) -> Iterator[None]:
    """The program in the look, the language and the letters that are wanted."""
    font, language = qapp.font(), SpokenLanguage(qapp, "en" if LANGUAGE == "mirrored" else LANGUAGE)
    larger = QFont(font)
    larger.setPointSizeF(LETTERS * font.pointSizeF())
    qapp.setFont(larger)
    if LANGUAGE == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    apply(qapp, LOOK)
    install_translator(QCoreApplication.translate)
    yield
    install_translator(in_english)
    language.end()
    qapp.setFont(font)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@dataclass
class Shooting:
    """A window, and where the pictures of it go."""

    qtbot: QtBot
    window: MainWindow
    studio: Studio
    folder: Path
    name: str

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Let the program go on until something is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def wait_until_ready(self) -> None:
        """Let the program read its pictures."""
        self.wait_for(lambda: self.studio.can_stylize and not self.window.stage._background.busy)

    def shoot(self, state: str) -> NDArray[np.int_]:
        """Save a picture of the window; the pixels of its stage."""
        rounds: list[None] = []
        QTimer.singleShot(0, lambda: rounds.append(None))
        # What has been hidden or shown makes room in the next round of events.
        self.wait_for(lambda: bool(rounds) and self.window.stage.preview.settled)
        self.window.grab().save(str(self.folder / f"{self.name}-{state}.png"))
        return pixels_of_image(self.window.stage.grab().toImage()).astype(int)


def shoot_choosing(at: Shooting) -> None:
    """The window without pictures, with them, with the sheet and with a mixture."""
    studio, starters = at.studio, at.studio.imports.starters
    photo = studio.draft.chosen_photo
    assert photo is not None
    studio.draft.clear(Role.PHOTO)
    studio.draft.clear(Role.PAINTING)
    empty = at.shoot("empty")
    studio.draft.choose(Role.PHOTO, photo)
    studio.draft.choose(Role.PAINTING, starters[0].path)
    at.wait_until_ready()
    start = at.shoot("start")
    studio.sheet.open(SheetKind.PAINTINGS)
    at.wait_for(lambda: studio.sheet.num_done == len(starters))
    sheet = at.shoot("sheet")
    studio.sheet.close()
    studio.draft.choose_paintings([starter.path for starter in starters[:2]], [2, 1])
    at.wait_until_ready()
    at.window.panel._weigh.setChecked(True)
    at.shoot("mixture")
    studio.draft.choose(Role.PAINTING, starters[0].path)
    at.wait_until_ready()
    assert np.abs(start - empty).mean() > 2
    assert np.abs(start - sheet).mean() > 2


def shoot_run(at: Shooting, engine: FakeEngine) -> None:
    """A run that goes on, holds and is done, and how it is looked back at."""
    studio, stage = at.studio, at.window.stage
    start = at.shoot("start")
    engine.hold_after, engine.keeps_timelines = engine.num_steps + 1, True
    studio.stylize()
    share = 500 if REAL else 600
    at.wait_for(lambda: stage.run_bar._progress.value() > share and stage.preview.can_compare)
    running = at.shoot("running")
    studio.pause_or_resume()
    engine.go_on.set()
    at.wait_for(lambda: [job.state for job in studio.queue.jobs] == [JobState.PAUSED])
    at.shoot("paused")
    studio.pause_or_resume()
    at.wait_for(lambda: studio.shutdown.nothing_goes_on and stage.timeline.isVisible())
    done = at.shoot("done")
    slider = stage.timeline.slider
    slider.setValue(slider.maximum() // 2)
    at.wait_for(lambda: studio.timeline.looks_back)
    at.shoot("timeline")
    slider.setValue(slider.maximum())
    assert np.abs(start - running).mean() > 2
    assert np.abs(running - done).mean() > 0.5


def shoot_failure(at: Shooting, engine: FakeEngine) -> None:
    """A painting that has gone when it is needed."""
    studio = at.studio
    gone = studio.folders.pictures / "Lost painting.jpg"
    gone.parent.mkdir(parents=True, exist_ok=True)
    gone.write_bytes(studio.imports.starters[1].path.read_bytes())
    studio.draft.choose(Role.PAINTING, gone)
    at.wait_until_ready()
    gone.unlink()
    engine.error = ImageFileError(gone, ImageProblem.MISSING)
    studio.stylize()
    at.wait_for(lambda: studio.shutdown.nothing_goes_on and bool(at.window.stage.banner.text))
    at.shoot("failed")


@pytest.mark.parametrize("size", [(1280, 720), *apart((1366, 768), (1920, 1080), (960, 540))], ids=str)
@pytest.mark.usefixtures("_as_wanted")
def test_screenshots(
    qtbot: QtBot,
    background: BackgroundJobs,
    store: QSettings,
    engine: FakeEngine,
    thumbnails: FakeThumbnails,
    folders: UserFolders,
    folder: Path,
    size: tuple[int, int],
) -> None:
    compute = compute_thread(
        paths.networks(),
        load_engine=load_engine if REAL else engine.load,
        meter=lambda _probe, _is_wanted: PACE,
        thumbnails=load_thumbnails if REAL else thumbnails.load,
    )
    samples, starters = sample_photos(paths.resources()), starter_styles(paths.resources())
    studio = Studio(compute, background, store, folders, samples=samples, starters=starters)
    studio.draft.set(size_px=384, preset=Preset.DRAFT)
    studio.open_first()
    window = MainWindow(studio, background)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    name = f"{size[0]}x{size[1]}-{window.devicePixelRatioF():g}-{LOOK.value}-{LANGUAGE}-{LETTERS:g}"
    at = Shooting(qtbot, window, studio, folder, name)
    try:
        at.wait_until_ready()
        shoot_choosing(at)
        shoot_run(at, engine)
        shoot_failure(at, engine)
    finally:
        engine.go_on.set()
        with qtbot.waitSignal(compute.closed):
            compute.close()
    assert {path.name for path in folder.glob(f"{name}-*.png")} == {f"{name}-{state}.png" for state in STATES}
