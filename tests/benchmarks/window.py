"""How quick and lively the window is: seconds to window, seconds from press to first preview, stalls of the event loop.

    python -m tests.benchmarks.window [--runs 3] [--size 512] [--at-once]

Each run is a fresh process with fresh settings, as a person meets the program on the first start. Prints one line a run
and their medians. "Warm" presses the button once the engine has been loaded in the background, which is what happens
unless the person presses within the first seconds; ``--at-once`` presses as soon as the button can be pressed.
Uses the screen of DISPLAY if there is one, else Qt's offscreen platform.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.look.appearance import Appearance
from app.look.theme import apply
from app.program.program import Pictures, Program
from app.system.user_folders import UserFolders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.run.job import Job, RunProgress

ROOT: Final = Path(__file__).parents[2]
BEAT_S: Final = 0.005
STEPS_TO_WATCH: Final = 60

_SCHEDULED: Final = Path("/proc/thread-self/schedstat")


class Heartbeat(QObject):
    """Notes how late each tick of a timer comes: the time the window could not have answered a click.

    Attributes:
        stalls_s: How late each tick came.
        busy_s: The processor's time that the window itself has taken since the tick before: all of a stall but for what
            others are to blame for.
        queued_s: The time since the tick before in which the window could have run, had a core been free, on Linux.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stalls_s: list[float] = []
        self.busy_s: list[float] = []
        self.queued_s: list[float] = []
        self._last_s = self._last_busy_s = self._last_queued_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(BEAT_S * 1000))
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin afresh."""
        self.stalls_s.clear()
        self.busy_s.clear()
        self.queued_s.clear()
        self._last_s, self._last_busy_s, self._last_queued_s = time.perf_counter(), time.thread_time(), _queued_s()
        self._timer.start()

    def stop(self) -> None:
        """End; ``stalls_s`` stays."""
        self._timer.stop()

    @property
    def own_stalls_s(self) -> list[float]:
        """How late each tick would have come with a free core at hand."""
        return [max(0.0, stall - queued) for stall, queued in zip(self.stalls_s, self.queued_s, strict=True)]

    @Slot()
    def _on_timeout(self) -> None:
        now_s = time.perf_counter()
        busy_s = time.thread_time()
        queued_s = _queued_s()
        self.stalls_s.append(max(0.0, now_s - self._last_s - BEAT_S))
        self.busy_s.append(busy_s - self._last_busy_s)
        self.queued_s.append(queued_s - self._last_queued_s)
        self._last_s, self._last_busy_s, self._last_queued_s = now_s, busy_s, queued_s


def _queued_s() -> float:
    """How long this thread has waited for a core since it began; 0 where the system does not tell."""
    if not _SCHEDULED.exists():
        return 0.0
    return int(_SCHEDULED.read_text(encoding="ascii").split()[1]) / 1e9


class Measurement(QObject):
    """One start of the program, from process to picture, and what it takes."""

    def __init__(self, program: Program, began_s: float, *, size_px: int, at_once: bool) -> None:
        super().__init__(program)
        self._program = program
        self._began_s = began_s
        self._pressed_s = 0.0
        self._num_steps = 0
        self._size_px = size_px
        self.figures: dict[str, float] = {}
        self._at_once = at_once
        self._warm = False
        self._progress: RunProgress | None = None
        self._heartbeat = Heartbeat(self)
        program.compute.worker.engine_loaded.connect(self._on_engine_loaded)
        program.studio.queue.changed.connect(self._on_job_changed)
        program.studio.results.kept.connect(self._on_kept)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the first paint of the window."""
        if event.type() == QEvent.Type.Paint and "window_s" not in self.figures:
            self.figures["window_s"] = time.time() - self._began_s
            self._heartbeat.start()
            QTimer.singleShot(20, self, self._press_when_ready)
        return False

    @Slot()
    def _press_when_ready(self) -> None:
        warm, studio = self._warm, self._program.studio
        if not studio.can_stylize or not (warm or self._at_once):
            QTimer.singleShot(20, self, self._press_when_ready)
            return
        if warm:
            self.figures["warm_up_s"] = time.time() - self._began_s - self.figures["window_s"]
            self.figures["longest_stall_of_warm_up_ms"] = 1000 * max(self._heartbeat.stalls_s)
        studio.draft.set(size_px=self._size_px)
        self._pressed_s = time.perf_counter()
        studio.stylize()

    @Slot()
    def _on_engine_loaded(self) -> None:
        self._warm = True

    @Slot(object)
    def _on_job_changed(self, job: Job) -> None:
        if job.preview is not None:
            self.figures.setdefault("press_to_preview_s", time.perf_counter() - self._pressed_s)
        if job.progress is not None and job.progress is not self._progress:
            self._progress = job.progress
            self._count(job.progress)

    def _count(self, progress: RunProgress) -> None:
        self._num_steps += progress.step > 0
        if self._num_steps == 1:
            self.figures["press_to_first_step_s"] = time.perf_counter() - self._pressed_s
            self._heartbeat.start()
        if self._num_steps == STEPS_TO_WATCH:
            self._heartbeat.stop()
            stalls = sorted(self._heartbeat.stalls_s)
            self.figures["stall_p99_ms"] = 1000 * stalls[int(0.99 * len(stalls))]
            self.figures["stall_longest_ms"] = 1000 * stalls[-1]
            self._program.studio.stop()

    @Slot(object, object)
    def _on_kept(self, _job: Job, _path: Path) -> None:
        if self._program.window is not None:
            self._program.window.close()


def measure_here(began_s: float, folder: Path, *, size_px: int, at_once: bool) -> dict[str, float]:
    """Run the program in this process and return its figures."""
    app = QApplication([])
    # Else Qt would end the program with its window, before its threads have ended.
    app.setQuitOnLastWindowClosed(False)
    apply(app, Appearance.SYSTEM)
    folders = UserFolders.within(folder)
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(app, store, folders)
    program.over.connect(app.quit)
    measurement = Measurement(program, began_s, size_px=size_px, at_once=at_once)
    window = program.open(Pictures())
    window.installEventFilter(measurement)
    app.exec()
    return measurement.figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure in fresh processes and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--at-once", action="store_true")
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.began is not None:
        with TemporaryDirectory() as folder:
            figures = measure_here(options.began, Path(folder), size_px=options.size, at_once=options.at_once)
        sys.stdout.write(json.dumps(figures) + "\n")
        return 0
    runs = [_in_a_fresh_process(options) for _ in range(options.runs)]
    for figures in runs:
        sys.stdout.write(_line(figures))
    medians = {key: statistics.median(figures[key] for figures in runs) for key in runs[0]}
    sys.stdout.write("median:\n" + _line(medians))
    return 0


def _in_a_fresh_process(options: argparse.Namespace) -> dict[str, float]:
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "tests.benchmarks.window", "--size", str(options.size)]
    command += ["--at-once"] * options.at_once + ["--began", str(time.time())]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=300)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _line(figures: dict[str, float]) -> str:
    return "  " + ", ".join(f"{key} {value:.2f}" for key, value in figures.items()) + "\n"


if __name__ == "__main__":
    sys.exit(main())
