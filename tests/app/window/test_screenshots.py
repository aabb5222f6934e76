"""Pictures of the window at the start, in the middle of a run and when it is done.

They go to the folder that IMPASTO_SCREENSHOTS names, for looking at; with IMPASTO_SCREENSHOTS_ENGINE=real they show
the real engine at work.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.library.bundled import sample_photos, starter_styles
from app.look.qimage import pixels_of_image
from app.look.theme import apply_theme
from app.run.compute_thread import ComputeThread
from app.run.engine_access import load_engine
from app.studio.studio import Studio
from app.system import paths
from app.window.main_window import MainWindow
from core.recipe.choices import Preset
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine

REAL = os.environ.get("IMPASTO_SCREENSHOTS_ENGINE") == "real"
PATIENCE_MS = 300_000 if REAL else 10_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("IMPASTO_SCREENSHOTS", tmp_path / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def shoot(qtbot: QtBot, window: MainWindow, path: Path) -> NDArray[np.uint8]:
    """Save a picture of the window; the pixels of its preview."""
    qtbot.waitUntil(lambda: window.stage.preview.settled)
    window.grab().save(str(path))
    return pixels_of_image(window.stage.preview.grab().toImage())


@pytest.mark.parametrize("size", [(1280, 820), (1024, 640)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_screenshots(
    qtbot: QtBot,
    qapp: QApplication,
    background: BackgroundJobs,
    store: QSettings,
    engine: FakeEngine,
    folders: UserFolders,
    folder: Path,
    size: tuple[int, int],
) -> None:
    apply_theme(qapp)
    compute = ComputeThread(
        paths.networks(), load_engine=load_engine if REAL else engine.load, meter=lambda _probe, _is_wanted: PACE
    )
    resources = paths.resources()
    studio = Studio(
        compute,
        background,
        store,
        folders,
        samples=sample_photos(resources),
        starters=starter_styles(resources),
    )
    studio.draft.set(size_px=384, preset=Preset.DRAFT)
    studio.open_first()
    window = MainWindow(studio, background)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitUntil(lambda: studio.can_stylize and not background.busy)
    name = f"{size[0]}x{size[1]}"
    start = shoot(qtbot, window, folder / f"start-{name}.png")

    engine.hold_after = engine.num_steps + 1
    studio.stylize()
    share = 500 if REAL else 600
    qtbot.waitUntil(lambda: window.stage.run_bar._progress.value() > share, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.stage.preview.can_compare)
    middle = shoot(qtbot, window, folder / f"running-{name}.png")

    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on, timeout=PATIENCE_MS)
    done = shoot(qtbot, window, folder / f"done-{name}.png")

    with qtbot.waitSignal(compute.closed):
        compute.close()
    assert start.std() > 10
    assert np.abs(start.astype(int) - middle).mean() > 2
    assert np.abs(middle.astype(int) - done).mean() > 0.5
    assert {path.name for path in folder.glob(f"*-{name}.png")} >= {
        f"{at}-{name}.png" for at in ("start", "running", "done")
    }
