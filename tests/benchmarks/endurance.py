"""What grows in one process over hundreds of runs of the real engine: memory, threads, open and temporary files.

    python -m tests.benchmarks.endurance [--stops 300] [--pictures 200] [--commands 200]

Three processes, one after the other: runs of the window's queue that are stopped after their first step, runs of the
queue that come to their end, and runs of the command line. Each is measured after every twentieth of its runs.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil
from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QImage

from app.cli.commands import main as run_command
from app.run.compute_thread import ComputeThread
from app.run.queue import RunQueue
from app.studio.preferences import Preferences
from app.studio.results import Results
from app.system import paths
from app.system.background_jobs import BackgroundJobs
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.recipe.choices import Preset
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.run.job import Job

ROOT: Final = Path(__file__).parents[2]
SIZE_PX: Final = 64
NUM_MEASUREMENTS: Final = 20


def small_inputs(folder: Path) -> tuple[Path, Path]:
    """A photo and a painting as small as the picture: it is their number that counts here."""
    inputs = folder / "photo.png", folder / "painting.png"
    for path, original in zip(inputs, ("samples/cat.jpg", "styles/night-swirls.jpg"), strict=True):
        write_picture(path, read_picture(paths.resources() / original, SIZE_PX))
    return inputs


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has at one moment.

    Attributes:
        num_runs: Runs so far.
        memory_mib: What it holds in memory.
        num_threads: Its threads, those of native libraries included.
        num_files: Its open files, pipes and sockets.
        num_temporary: Files and folders in its temporary folder.
    """

    num_runs: int
    memory_mib: float
    num_threads: int
    num_files: int
    num_temporary: int

    @classmethod
    def now(cls, num_runs: int) -> Usage:
        """Of this process; what nothing refers to any more is collected first."""
        gc.collect()
        process = psutil.Process()
        with process.oneshot():
            memory_mib = round(process.memory_info().rss / (1 << 20), 1)
            num_threads, num_files = process.num_threads(), process.num_fds()
        return cls(num_runs, memory_mib, num_threads, num_files, len(list(Path(tempfile.gettempdir()).rglob("*"))))


class QueueCycles(QObject):
    """Runs jobs one after the other, as the window does: each is kept, and put away.

    Signals:
        over(): All have been run.
    """

    over = Signal()

    def __init__(
        self, compute: ComputeThread, folder: Path, num_runs: int, tell: Callable[[Usage], object], *, stops: bool
    ) -> None:
        super().__init__()
        self._tell = tell
        self.num_ended = 0
        self._num_runs = num_runs
        self._stops = stops
        photo, painting = small_inputs(folder)
        self._recipe = Recipe(photo, (StyleSource(painting),), size_px=SIZE_PX, preset=Preset.DRAFT)
        self._background = BackgroundJobs(self)
        self._queue = RunQueue(compute, parent=self)
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self._results = Results(self._queue, self._background, folder, Preferences(store, self), parent=self)
        self._queue.changed.connect(self._on_changed)
        self._queue.failed.connect(self._on_failed)
        self._results.kept.connect(self._on_kept, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def start_next(self) -> None:
        """Run one more; after the last, tell so."""
        self._results.put_away()
        if self.num_ended % max(1, self._num_runs // NUM_MEASUREMENTS) == 0:
            self._tell(Usage.now(self.num_ended))
        if self.num_ended < self._num_runs:
            self._queue.add(self._recipe, "endurance", QImage())
        else:
            self._background.close()
            self.over.emit()

    @Slot(object)
    def _on_changed(self, job: Job) -> None:
        if self._stops and job.is_active and job.progress is not None and job.progress.step > 0:
            self._queue.stop(job.number)

    @Slot(object)
    def _on_failed(self, job: Job) -> None:
        raise AssertionError(job.outcome)

    @Slot(object, object)
    def _on_kept(self, _job: Job, path: Path) -> None:
        path.unlink()
        self.num_ended += 1
        self.start_next()


def run_queue(num_runs: int, folder: Path, tell: Callable[[Usage], object], *, stops: bool) -> None:
    """Paint with the window's queue in a process of its own; needs no screen."""
    app = QCoreApplication([])
    compute = ComputeThread(paths.networks())
    cycles = QueueCycles(compute, folder, num_runs, tell, stops=stops)
    cycles.over.connect(compute.close)
    compute.closed.connect(app.quit)
    cycles.start_next()
    app.exec()


def run_commands(num_runs: int, folder: Path, tell: Callable[[Usage], object]) -> None:
    """Paint with the command line's own function."""
    out, (photo, painting) = folder / "out.png", small_inputs(folder)
    arguments = ["stylize", str(photo), str(painting), "-o", str(out), "--size", str(SIZE_PX), "--preset", "draft"]
    for number in range(num_runs + 1):
        if number % max(1, num_runs // NUM_MEASUREMENTS) == 0:
            tell(Usage.now(number))
        if number < num_runs:
            code = run_command(arguments)
            assert code == 0, code
            out.unlink()


KINDS: Final[dict[str, Callable[[int, Path, Callable[[Usage], object]], None]]] = {
    "stops": partial(run_queue, stops=True),
    "pictures": partial(run_queue, stops=False),
    "commands": run_commands,
}


def in_a_process(kind: str, num_runs: int) -> Iterator[Usage]:
    """The usages of a fresh process that makes so many runs, as they come."""
    with tempfile.TemporaryDirectory() as folder:
        # A temporary folder of its own: whatever is in it, this process has left.
        temporary, home = Path(folder) / "temporary", Path(folder) / "home"
        temporary.mkdir()
        home.mkdir()
        # One thread: for pictures this small, two spend their time waiting for each other.
        environment = os.environ | {"TMPDIR": str(temporary), "HOME": str(home), "OMP_NUM_THREADS": "1"}
        command = [sys.executable, "-m", "tests.benchmarks.endurance", "--child", kind, str(num_runs), folder]
        errors = Path(folder) / "errors"
        with (
            errors.open("w") as told,
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=told, text=True
            ) as child,
        ):
            assert child.stdout is not None
            for line in child.stdout:
                yield Usage(**json.loads(line))
        assert child.returncode == 0, errors.read_text()


def _write(usage: Usage) -> None:
    sys.stdout.write(json.dumps(asdict(usage)) + "\n")
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for kind, usual in (("stops", 300), ("pictures", 200), ("commands", 200)):
        parser.add_argument(f"--{kind}", type=int, default=usual)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.child is not None:
        kind, num_runs, folder = options.child
        pictures = Path(folder) / "pictures"
        pictures.mkdir()
        KINDS[kind](int(num_runs), pictures, _write)
        return 0
    for kind in KINDS:
        num_runs = getattr(options, kind)
        if num_runs > 0:
            sys.stdout.write(f"{kind}: runs  memory MiB  threads  open files  temporary files\n")
            for usage in in_a_process(kind, num_runs):
                sys.stdout.write(
                    f"{usage.num_runs:12}{usage.memory_mib:12.1f}{usage.num_threads:9}{usage.num_files:12}"
                    f"{usage.num_temporary:17}\n"
                )
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
