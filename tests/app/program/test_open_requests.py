from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.library.presets import KeptPreset, write_preset
from app.program.open_requests import OpenRequests
from app.studio.picture_roles import Role
from core.recipe.recipe import StyleSource

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow
    from tests.app.fake_engine import FakeEngine

ROOT = Path(__file__).parents[3]


def path_in(studio: Studio, role: Role) -> Path | None:
    picture = studio.draft.slot(role).picture
    return None if picture is None else picture.path


def preset_of_strength_33(studio: Studio, folder: Path) -> Path:
    settings = replace(studio.draft.settings, strength=33)
    recipe = settings.recipe(Path("photo"), (StyleSource(Path("painting")),))
    return write_preset(folder, KeptPreset("mine", recipe))


def test_a_file_becomes_the_photo(qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path) -> None:
    assert OpenRequests(window, studio.imports, studio.presets).take((photo,))
    qtbot.waitUntil(lambda: path_in(studio, Role.PHOTO) == photo)


def test_two_files_become_photo_and_painting(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    OpenRequests(window, studio.imports, studio.presets).take((photo, painting))
    qtbot.waitUntil(lambda: (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting))


def test_a_preset_is_kept_and_used_and_the_picture_beside_it_is_the_photo(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, tmp_path: Path
) -> None:
    preset = preset_of_strength_33(studio, tmp_path)
    assert OpenRequests(window, studio.imports, studio.presets).take((preset, photo))
    qtbot.waitUntil(lambda: path_in(studio, Role.PHOTO) == photo)
    qtbot.waitUntil(lambda: [named.name for named in studio.presets.own] == ["mine"])
    assert studio.draft.settings.strength == 33


def test_a_program_that_is_started_with_a_preset_opens_as_it_was_left(
    qtbot: QtBot, studio: Studio, tmp_path: Path
) -> None:
    studio.open_first(preset_of_strength_33(studio, tmp_path))
    qtbot.waitUntil(lambda: [named.name for named in studio.presets.own] == ["mine"])
    qtbot.waitUntil(lambda: studio.draft.ready)
    assert studio.draft.settings.strength == 33
    assert path_in(studio, Role.PHOTO) == studio.imports.samples[0].path


def test_a_second_start_without_files_brings_the_window_back(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    window.showMinimized()
    before = path_in(studio, Role.PHOTO)
    assert OpenRequests(window, studio.imports, studio.presets).take(())
    qtbot.waitUntil(lambda: not window.windowState() & Qt.WindowState.WindowMinimized)
    assert path_in(studio, Role.PHOTO) == before


def test_during_a_run_a_file_is_for_the_next_picture(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, photo: Path
) -> None:
    engine.hold_after = 1
    studio.stylize()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    assert OpenRequests(window, studio.imports, studio.presets).take((photo,))
    qtbot.waitUntil(lambda: path_in(studio, Role.PHOTO) == photo)
    assert studio.queue.active is not None
    assert studio.queue.active.recipe.photo == studio.imports.samples[0].path
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_a_window_that_has_closed_takes_nothing(window: MainWindow, studio: Studio, photo: Path) -> None:
    incoming = OpenRequests(window, studio.imports, studio.presets)
    window.hide()
    assert not incoming.take((photo,))


def test_files_told_of_by_macos_wait_for_the_window() -> None:
    code = """
from pathlib import Path
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtCore import QUrl
from app.program.application import Application

class Recorder:
    def __init__(self):
        self.taken = []
    def take(self, files):
        self.taken.append(files)
        return True

app = Application(["impasto"])
recorder = Recorder()
app.sendEvent(app, QFileOpenEvent("/pictures/early.jpg"))
app.send_files_to(recorder)
app.sendEvent(app, QFileOpenEvent("/pictures/late.jpg"))
assert recorder.taken == [(Path("/pictures/early.jpg"),), (Path("/pictures/late.jpg"),)], recorder.taken
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
