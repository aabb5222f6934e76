"""Whatever happens to a run of the window, it is told in a sentence, its picture is kept, and the next one works."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from app.run.eta import EtaEstimator
from app.run.job import JobState
from app.studio import results as results_module
from core.errors import DeviceLostError, DiskFullError, DivergedError, OutOfMemoryError
from core.files.reading import read_picture
from tests.app.fake_engine import pixels

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.notices import Notice
    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeEngine

ROOT = Path(__file__).parents[3]


def run_to_end(qtbot: QtBot, studio: Studio) -> None:
    studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DivergedError(), "The painting broke down: its numbers grew beyond all bounds."),
        (OutOfMemoryError(512), "There is not enough memory to paint a picture of 512 pixels."),
        (DiskFullError(), "There is not enough room on the disk for a picture of this size while it is painted."),
        (DeviceLostError(), "The graphics card stopped answering while it was painting."),
        (RuntimeError("CUDA error"), "Something went wrong that Impasto did not expect."),
        (SystemExit("a worker that wants to end"), "Something went wrong that Impasto did not expect."),
        (MemoryError(), "Something went wrong that Impasto did not expect."),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_failure_is_told_and_the_picture_kept(
    qtbot: QtBot, ready: Studio, engine: FakeEngine, error: Exception, words: str
) -> None:
    told: list[Notice] = []
    ready.notices.posted.connect(told.append)
    engine.error, engine.error_after = error, 3
    run_to_end(qtbot, ready)
    assert [notice.what for notice in told] == [words]
    (path,) = ready.folders.kept.glob("*.png")
    kept = read_picture(path).rgb
    # An error without a picture leaves what was shown last, at the latest step or an earlier one.
    assert any(np.array_equal(kept, pixels(step, 6)) for step in (1, 2, 3))
    # The program still works.
    engine.error = None
    run_to_end(qtbot, ready)
    assert len(list(ready.folders.kept.glob("*.png"))) == 2
    assert ready.queue.jobs[-1].state is JobState.DONE


def test_a_clock_that_is_set_back_replaces_no_kept_picture(
    qtbot: QtBot, ready: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One hour forth and back each time it is asked.
    hours = itertools.cycle((11, 12))
    monkeypatch.setattr(results_module, "local_now", lambda: datetime(2026, 3, 1, next(hours), tzinfo=UTC))
    for _ in range(4):
        run_to_end(qtbot, ready)
    kept = list(ready.folders.kept.glob("*.png"))
    assert len(kept) == 4
    assert all(read_picture(path).width_px == 48 for path in kept)


def test_a_clock_that_is_set_back_does_not_reach_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    estimator = EtaEstimator()
    now_s = time.time()
    monkeypatch.setattr(time, "time", lambda: now_s - 86400)
    for second in range(10):
        estimator.add(float(second), second / 20)
    left_s = estimator.remaining_s(9.0)
    assert left_s is not None
    assert left_s == pytest.approx(11, abs=3)


# Two windows at once: one for each screen.

WINDOW = """
import sys
from datetime import datetime
from pathlib import Path
import numpy as np
from PySide6.QtCore import QCoreApplication, QSettings
from app.library.keeping import Keeping, keep
from app.library.name_template import NamedPicture
from app.studio.preferences import Preferences
from app.studio.draft_settings import DraftSettings
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
import dataclasses
who, settings, kept = int(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
app = QCoreApplication([])
store = QSettings(settings, QSettings.Format.IniFormat)
preferences = Preferences(store)
recipe = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),))
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    if who == 0:
        preferences.remember(draft=dataclasses.replace(DraftSettings(), size_px=1000 + number))
    else:
        preferences.remember(save_folder=Path(f"/folder/{number}"))
    store.sync()
    assert store.status() is QSettings.Status.NoError, store.status()
    pixels = np.full((20, 20, 3), 100 * who + number, np.uint8)
    named = NamedPicture("cat", ("painting",), datetime(2026, 3, 1, 12), 20)
    print(keep(Picture(pixels), recipe, Keeping(kept), named), flush=True)
"""


def test_two_windows_share_settings_and_the_folder_of_kept_pictures(tmp_path: Path) -> None:
    settings, kept = tmp_path / "settings.ini", tmp_path / "kept"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(who), str(settings), str(kept)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    paths: list[list[str]] = []
    for process in processes:
        with process:
            told, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
        paths.append(told.split("\n")[:-1])
    assert len({*paths[0], *paths[1]}) == len(list(kept.iterdir())) == 50
    for who in range(2):
        for number, path in enumerate(paths[who]):
            assert (read_picture(Path(path)).rgb == 100 * who + number).all()
    store = QSettings(str(settings), QSettings.Format.IniFormat)
    assert store.value("recipe/size_px") == "1024"
    assert store.value("window/save_folder") == "/folder/24"
