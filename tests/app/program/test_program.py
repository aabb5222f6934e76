from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.library.bundled import sample_photos, starter_styles
from app.program.program import Pictures, Program
from app.studio.landing import Role
from app.studio.settings import Settings
from app.system import paths
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.run.engine_access import PaceMeter
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
        warm_up: Callable[[Callable[[], object]], object] = lambda _then: None,
        meter: PaceMeter = lambda _recipe: PACE,
    ) -> Program:
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        program = Program(qapp, store, folders, engine=engine.load, warm_up=warm_up, meter=meter)
        programs.append(program)
        window = program.open(pictures)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: not program.jobs.busy)
        return program

    yield start
    for program in programs:
        program.studio.stop()
        qtbot.waitUntil(lambda program=program: not program.studio.busy)  # type: ignore[misc]
        program.jobs.close()
        program.setParent(None)


def shown(program: Program, role: Role) -> Path:
    picture = program.studio.choices[role].picture
    assert picture is not None
    return picture.path


def test_the_first_start_is_ready_to_press(start: Callable[..., Program]) -> None:
    program = start()
    assert shown(program, Role.PHOTO) == sample_photos(paths.resources())[0].path
    assert shown(program, Role.PAINTING) == starter_styles(paths.resources())[0].path
    assert program.studio.can_run


def test_pictures_on_the_command_line_come_first(start: Callable[..., Program], photo: Path, painting: Path) -> None:
    program = start(Pictures(photo, painting))
    assert (shown(program, Role.PHOTO), shown(program, Role.PAINTING)) == (photo, painting)


def test_a_bad_path_is_told_in_the_banner(start: Callable[..., Program], tmp_path: Path, painting: Path) -> None:
    program = start(Pictures(tmp_path / "nowhere.png", painting))
    assert program.window is not None
    assert program.window.stage.banner.text.startswith("“nowhere.png” does not exist.")


def test_the_engine_warms_up_once_the_pictures_are_there(start: Callable[..., Program], photo: Path) -> None:
    warmed: list[bool] = []
    programs: list[Program] = []
    program = start(warm_up=lambda _then: warmed.append(True))
    programs.append(program)
    assert warmed == [True]
    program.studio.choose(Role.PHOTO, photo)
    programs[0].studio.choices[Role.PHOTO].choose(photo)
    assert warmed == [True]


def test_the_window_says_what_the_picture_will_take(qtbot: QtBot, start: Callable[..., Program]) -> None:
    program = start(warm_up=lambda then: then())
    assert program.window is not None
    label = program.window.panel.controls._forecast
    qtbot.waitUntil(lambda: label.text().startswith("Takes "))
    before = label.text()
    program.studio.set_size(4000)
    assert label.text() != before


def test_settings_survive_a_restart(
    qtbot: QtBot, start: Callable[..., Program], photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: quits.append(True)))
    first = start(Pictures(photo))
    first.studio.set_size(768)
    first.studio.set_strength(20)
    assert first.window is not None
    first.window.close()
    qtbot.waitUntil(lambda: bool(quits))
    second = start()
    assert second.studio.settings.size_px == 768
    assert second.studio.settings.strength == 20
    assert shown(second, Role.PHOTO) == photo


def test_a_store_full_of_nonsense_does_not_keep_the_window_from_opening(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "settings.ini").write_bytes(b"\x00\xff[recipe]\nsize_px=@Invalid()\n%%%")
    assert start().studio.settings.size_px == Settings().size_px


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
