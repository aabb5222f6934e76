"""Looking back at how the picture came about, in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.run.job import JobState
from core.optimization.timeline.folders import saved_timelines
from tests.app.fake_engine import pixels

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from app.run.job import Job
    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from app.widgets.preview import Preview
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine


def painted(studio: Studio, qtbot: QtBot, engine: FakeEngine) -> Job:
    """A picture with six frames; the end of a scale is the third."""
    engine.keeps_timelines = True
    studio.stylize()
    return ended(studio, qtbot)


def ended(studio: Studio, qtbot: QtBot) -> Job:
    qtbot.waitUntil(lambda: studio.queue.is_idle and studio.shutdown.nothing_goes_on)
    job = studio.queue.current
    assert job is not None
    return job


def shows(preview: Preview, num_steps: int) -> bool:
    """Whether the preview has come to rest, and shows what the fake engine had painted after so many steps."""
    image = preview.grab().toImage()
    red = image.pixelColor(image.width() // 2, image.height() // 2).red()
    return preview.settled and abs(red - int(pixels(num_steps, 6)[0, 0, 0])) < 5


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_picture_is_looked_back_at_and_gone_on_with(
    window: MainWindow, studio: Studio, qtbot: QtBot, engine: FakeEngine, folders: UserFolders
) -> None:
    bar, preview = window.stage.timeline, window.stage.preview
    assert bar.isHidden()
    job = painted(studio, qtbot, engine)
    assert bar.isVisible()
    assert bar.slider.value() == bar.slider.maximum() == 5
    assert not bar.now.isEnabled()
    qtbot.waitUntil(lambda: shows(preview, 6))
    bar.slider.setValue(2)
    qtbot.waitUntil(lambda: shows(preview, 3))
    assert bar.go_on.isEnabled()
    press(bar.now)
    assert bar.slider.value() == 5
    qtbot.waitUntil(lambda: shows(preview, 6))
    bar.slider.setValue(2)
    press(bar.go_on)
    branch = ended(studio, qtbot)
    assert job.timeline is not None
    assert branch.branch_from == job.timeline.checkpoint_at(2)
    assert branch.state is JobState.DONE
    assert bar.slider.value() == bar.slider.maximum()
    assert len(saved_timelines(folders.timelines)) == 2


def test_what_is_painted_meanwhile_does_not_disturb(
    window: MainWindow, studio: Studio, qtbot: QtBot, engine: FakeEngine
) -> None:
    bar, preview = window.stage.timeline, window.stage.preview
    engine.keeps_timelines, engine.hold_after = True, 4
    studio.stylize()
    qtbot.waitUntil(lambda: bar.slider.maximum() == 3)
    assert bar.slider.value() == 3
    bar.slider.setValue(0)
    qtbot.waitUntil(lambda: shows(preview, 1))
    engine.hold_after = None
    engine.go_on.set()
    ended(studio, qtbot)
    assert (bar.slider.value(), bar.slider.maximum()) == (0, 5)
    qtbot.waitUntil(lambda: shows(preview, 1))
    press(bar.now)
    qtbot.waitUntil(lambda: shows(preview, 6))


def film_entry(window: MainWindow) -> QAction:
    return next(each for each in window.findChildren(QAction) if "lapse" in each.text())


def test_a_timelapse_is_saved_from_the_strip_and_from_the_menu(
    window: MainWindow,
    studio: Studio,
    qtbot: QtBot,
    engine: FakeEngine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.widgets.file_dialogs.can_write_mp4", lambda: True)
    assert not film_entry(window).isEnabled()
    job = painted(studio, qtbot, engine)
    for number in range(2):
        if number == 0:
            press(window.stage.timeline.export)
        else:
            film_entry(window).trigger()
        dialog = window.dialogs.dialog
        assert isinstance(dialog, QFileDialog)
        assert [each.rpartition("*")[2] for each in dialog.nameFilters()] == [".webp)", ".mp4)"]
        assert dialog.selectedFiles()[0].endswith(f"{job.name}.webp")
        dialog.fileSelected.emit(str(tmp_path / f"film {number}"))
        dialog.reject()
        qtbot.waitUntil(lambda: not studio.timeline.writes_film)
        assert (tmp_path / f"film {number}.webp").is_file()
    assert "Timelapse saved" in [label.text() for label in window.stage.run_bar.findChildren(QLabel)]


def test_mp4_is_offered_only_where_it_can_be_written(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.widgets.file_dialogs.can_write_mp4", lambda: False)
    window.dialogs.ask_for_film(tmp_path, "film")
    assert window.dialogs.dialog is not None
    assert len(window.dialogs.dialog.nameFilters()) == 1
    window.dialogs.dialog.reject()


def test_the_bar_says_from_the_start_where_a_picture_goes_on_from(
    window: MainWindow, studio: Studio, qtbot: QtBot, engine: FakeEngine
) -> None:
    said: list[tuple[int, float]] = []

    def note(job: Job) -> None:
        if job.progress is not None:
            said.append((job.progress.step, job.progress.progress))

    engine.begins_at = 2, 0.4
    studio.queue.changed.connect(note)
    studio.stylize()
    ended(studio, qtbot)
    assert said[0] == (2, 0.4)
    assert window.stage.timeline.isHidden()
