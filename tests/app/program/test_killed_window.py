"""A window that is ended by force while pictures wait: the next start paints them all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from PIL import Image

ROOT: Final = Path(__file__).parents[3]

# The first process paints one of three pictures and comes to no end; the second is closed once all are done.
WINDOW: Final = """
import sys
from PySide6.QtCore import QTimer
from app.program import program as module, start
from tests.app.fake_engine import FakeEngine, PACE
first = sys.argv[1] == "first"
engine = FakeEngine(hold_after=2 if first else None)
make = module.Program.__init__
def init(self, *arguments, **others):
    make(self, *arguments, engine=engine.load, meter=lambda *_: PACE)
    global program
    program = self
    look.start(50)
def tick():
    studio, window = program.studio, program.window
    if first and studio.can_stylize and not studio.queue.jobs:
        for size_px in (64, 72, 80):
            studio.draft.set(size_px=size_px)
            studio.stylize()
    if first and studio.queue.active and studio.queue.active.progress and not program.background.busy:
        print("painting", flush=True)
    if not first and len(list(studio.folders.kept.glob("*.png"))) == 3 and studio.shutdown.nothing_goes_on:
        window.close()
look = QTimer()
look.timeout.connect(tick)
module.Program.__init__ = init
sys.exit(start.run_gui(module.Pictures()))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the folders of the test are told as on other systems")
def test_what_waits_in_a_killed_window_is_painted_by_the_next() -> None:
    home = Path.home()
    environment = os.environ | {"XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(ROOT)}

    def started(which: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WINDOW, which]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)

    with started("first") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "painting\n"
        process.kill()
    kept = home / "Pictures" / "Impasto"
    assert not kept.exists()
    with started("second") as process:
        assert process.wait(60) == 0
    pictures = sorted(kept.glob("*.png"))
    assert len(pictures) == 3
    for picture in pictures:
        with Image.open(picture) as image:
            assert image.size == (48, 36)
    assert not list(home.rglob("waiting/*.json"))
