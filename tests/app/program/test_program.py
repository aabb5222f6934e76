from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from app.library.bundled import sample_photos, starter_styles
from app.program.program import Pictures, Program
from app.studio.draft_settings import DraftSettings
from app.studio.picture_roles import Role
from app.system import paths
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.run.engine_access import EngineLoader, PaceMeter, Stylize
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine

ROOT = Path(__file__).parents[3]


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, engine: FakeEngine, folders: UserFolders, tmp_path: Path
) -> Iterator[Callable[..., Program]]:
    programs: list[Program] = []

    def start(
        pictures: Pictures = Pictures(),  # noqa: B008
        load: EngineLoader = engine.load,
        meter: PaceMeter = lambda _probe, _is_wanted: PACE,
    ) -> Program:
        gc.collect()
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        program = Program(qapp, store, folders, engine=load, meter=meter)
        programs.append(program)
        window = program.open(pictures)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: not program.background.busy)
        return program

    yield start
    for program in programs:
        with qtbot.waitSignal(program.over):
            program.background.close()
            program.forecaster.close()
            program.compute.close()
        program.setParent(None)


def shown(program: Program, role: Role) -> Path:
    picture = program.studio.draft.slot(role).picture
    assert picture is not None
    return picture.path


def test_the_first_start_is_ready_to_press(start: Callable[..., Program]) -> None:
    program = start()
    assert shown(program, Role.PHOTO) == sample_photos(paths.resources())[0].path
    assert shown(program, Role.PAINTING) == starter_styles(paths.resources())[0].path
    assert program.studio.can_stylize


def test_pictures_on_the_command_line_come_first(start: Callable[..., Program], photo: Path, painting: Path) -> None:
    program = start(Pictures(photo, (painting,)))
    assert (shown(program, Role.PHOTO), shown(program, Role.PAINTING)) == (photo, painting)


def test_a_bad_path_is_told_in_the_banner(start: Callable[..., Program], tmp_path: Path, painting: Path) -> None:
    program = start(Pictures(tmp_path / "nowhere.png", (painting,)))
    assert program.window is not None
    assert program.window.stage.banner.text.startswith("“nowhere.png” does not exist.")


def test_the_engine_is_loaded_once_the_pictures_are_there(
    qtbot: QtBot, start: Callable[..., Program], engine: FakeEngine, photo: Path
) -> None:
    loaded: list[bool] = []

    def load() -> Stylize:
        loaded.append(True)
        return engine.load()

    program = start(load=load)
    qtbot.waitUntil(lambda: bool(loaded))
    with qtbot.waitSignal(program.studio.draft.photo_loaded):
        program.studio.imports.choose(Role.PHOTO, photo)
    assert loaded == [True]


def test_the_window_says_what_the_picture_will_take(qtbot: QtBot, start: Callable[..., Program]) -> None:
    program = start()
    assert program.window is not None
    label = program.window.panel.controls._forecast
    qtbot.waitUntil(lambda: label.text().startswith("Takes "))
    before = label.text()
    program.studio.draft.set(size_px=4000)
    assert label.text() != before


def test_settings_survive_even_a_crash(start: Callable[..., Program], photo: Path) -> None:
    first = start(Pictures(photo))
    first.studio.draft.set(size_px=768, strength=20)
    # No clean end: they are written down when they change.
    second = start()
    assert second.studio.draft.settings.size_px == 768
    assert second.studio.draft.settings.strength == 20
    assert shown(second, Role.PHOTO) == photo


def test_a_store_full_of_nonsense_does_not_keep_the_window_from_opening(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "settings.ini").write_bytes(b"\x00\xff[recipe]\nsize_px=@Invalid()\n%%%")
    assert start().studio.draft.settings.size_px == DraftSettings().size_px


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_window_does_not_load_torch() -> None:
    done = run_python("import sys, app.program.start, app.window.main_window; print('torch' in sys.modules)")
    assert done.stdout.strip() == "False", done.stderr


def test_the_command_line_does_not_load_qt() -> None:
    done = run_python(
        "import sys\nfrom app.__main__ import main\n"
        "try:\n    main(['stylize', '--help'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'torch'))])"
    )
    assert done.stdout.strip().endswith("[]"), done.stderr
