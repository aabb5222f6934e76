"""How quickly the gallery opens, and how smoothly one scrolls through it: thousands of pictures in the real window.

    python -m tests.benchmarks.gallery [--pictures 5000] [--folder FOLDER]

Makes so many pictures that carry recipes, in a temporary folder or in FOLDER, which is then kept and used again. Then
starts the window twice. The first time there is no index: it is made from the files. The second time the gallery is
opened as at any other start, and scrolled through from end to end, once while thumbnails are made for the first time,
and once more. A stall is how late a tick of 5 ms comes. Uses the screen of DISPLAY if there is one, else Qt's
offscreen platform.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.library.bundled import sample_photos, starter_styles
from app.library.delivery import write_result
from app.look.appearance import Appearance
from app.look.theme import apply
from app.program.program import Pictures, Program
from app.system import paths
from app.system.user_folders import UserFolders
from core.files.hashing import identity_of
from core.picture import Picture
from core.recipe.inputs import Inputs
from core.recipe.recipe import Recipe, StyleSource
from tests.benchmarks.looking import figures_of
from tests.benchmarks.window import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from core.recipe.inputs import InputFile

SIZE_PX: Final = (320, 240)
WHEEL_MS: Final = 16
# A quick turn: two notches for each frame of the screen.
NOTCHES: Final = 2
POLL_MS: Final = 2


class Visit(QObject):
    """Opens the gallery once the program has come to rest."""

    def __init__(self, program: Program, *, scrolls: bool) -> None:
        super().__init__(program)
        assert program.window is not None
        self._program, self._window, self._scrolls = program, program.window, scrolls
        self._gallery = program.studio.gallery
        self._grid = self._window.stage.pages.gallery.grid
        self._heartbeat = Heartbeat(self)
        self._began_s = 0.0
        self._told: set[str] = set()
        self._passes = ["while thumbnails are made", "with thumbnails"]
        self._wheel = QTimer(self)
        self._wheel.setTimerType(Qt.TimerType.PreciseTimer)
        self._wheel.setInterval(WHEEL_MS)
        self._wheel.timeout.connect(self._on_turned)
        self._when(lambda: self._is_warm, self._open)

    @property
    def _is_warm(self) -> bool:
        """Whether torch's being imported and the computer's being measured are over."""
        return bool(self._window.panel.controls._forecast.whole_text) and self._program.studio.can_stylize

    def _when(self, condition: Callable[[], bool], act: Callable[[], None], pause_ms: int = 100) -> None:
        if condition():
            act()
        else:
            QTimer.singleShot(pause_ms, self, lambda: self._when(condition, act, pause_ms))

    def _open(self) -> None:
        self._heartbeat.start()
        self._grid.viewport().installEventFilter(self)
        self._began_s = time.perf_counter()
        self._window._gallery.button.click()
        self._when(lambda: not self._gallery.is_looking, self._on_known, POLL_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when the pictures are seen."""
        if event.type() == QEvent.Type.Paint and self._gallery.model.entries:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    @Slot()
    def _on_painted(self) -> None:
        self._tell_once(f"the first {len(self._gallery.model.entries)} pictures are listed and drawn")
        if self._gallery.model.is_settled and self._num_drawn > 0:
            self._tell_once("thumbnails of the first screen")

    @property
    def _num_drawn(self) -> int:
        return len(self._gallery.model._images)

    def _tell_once(self, what: str) -> None:
        key = what[:9]
        if key not in self._told:
            self._told.add(key)
            self._tell(f"{what}: {time.perf_counter() - self._began_s:.3f} s")

    def _on_known(self) -> None:
        seconds = time.perf_counter() - self._began_s
        self._tell(f"all {len(self._gallery.model.entries)} pictures are known: {seconds:.2f} s")
        self._tell_stalls("meanwhile")
        self._when(lambda: self._gallery.model.is_settled, self._scroll if self._scrolls else self._end)

    def _scroll(self) -> None:
        self._grid.scrollToTop()
        self._heartbeat.start()
        self._wheel.start()

    @Slot()
    def _on_turned(self) -> None:
        bar = self._grid.verticalScrollBar()
        if bar.value() == bar.maximum():
            self._wheel.stop()
            self._tell_stalls(f"scrolled to the end, {self._passes.pop(0)}")
            self._when(lambda: self._gallery.model.is_settled, self._scroll if self._passes else self._end)
            return
        viewport = self._grid.viewport()
        at = QPointF(viewport.width() / 2, viewport.height() / 2)
        event = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, -120 * NOTCHES),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    def _tell_stalls(self, what: str) -> None:
        self._heartbeat.stop()
        self._tell(f"{what}:")
        for name, seconds in (
            ("stall", self._heartbeat.stalls_s),
            ("of which the window itself", self._heartbeat.busy_s),
            ("stall without waiting for a core", self._heartbeat.own_stalls_s),
        ):
            self._tell(f"  {name}: {figures_of(sorted(seconds))}")

    @staticmethod
    def _tell(what: str) -> None:
        sys.stdout.write(f"  {what}\n")
        sys.stdout.flush()

    def _end(self) -> None:
        self._window.close()


def make_pictures(folder: Path, num_pictures: int) -> None:
    """Write so many pictures with recipes, each a little other than all others."""
    folder.mkdir(parents=True)
    photos, styles = sample_photos(paths.resources()), starter_styles(paths.resources())
    identities = {each.path: _identity(each.path) for each in (*photos, *styles)}
    blends = {
        (photo.path, style.path): (_pixels(photo.path) // 2 + _pixels(style.path) // 2)
        for photo in photos
        for style in styles
    }
    now_s = time.time()
    for number in range(num_pictures):
        photo, style = photos[number % len(photos)], styles[number // 3 % len(styles)]
        pixels = np.roll(blends[photo.path, style.path], number % SIZE_PX[0], axis=1)
        recipe = Recipe(photo.path, (StyleSource(style.path),), size_px=max(SIZE_PX), seed=number)
        path = folder / f"{photo.name} – {style.name} {number}.jpg"
        inputs = Inputs(identities[photo.path], (identities[style.path],), None)
        write_result(path, Picture(pixels), recipe, inputs=inputs)
        os.utime(path, (now_s - 3600 * number, now_s - 3600 * number))


def _identity(path: Path) -> InputFile:
    with path.open("rb") as file:
        return identity_of(file, path.name)


def _pixels(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB").resize(SIZE_PX))


def visit(folder: Path, *, scrolls: bool, window: tuple[int, int]) -> None:
    """Start the window and have the gallery looked at."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    apply(app, Appearance.SYSTEM)
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(app, store, UserFolders.within(folder))
    program.over.connect(app.quit)
    program.open(Pictures()).resize(*window)
    looks = Visit(program, scrolls=scrolls)
    app.exec()
    looks.deleteLater()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=5000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--window", type=int, nargs=2, default=(1366, 740))
    parser.add_argument("--visit", choices=["rebuild", "open"], help="one of the two starts alone")
    options = parser.parse_args(arguments)
    if options.visit:
        visit(options.folder, scrolls=options.visit == "open", window=tuple(options.window))
        return 0
    with TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folders = UserFolders.within(folder)
        if not folders.kept.exists():
            make_pictures(folders.kept, options.pictures)
        for lost in (folders.gallery, folders.gallery_thumbnails):
            shutil.rmtree(lost, ignore_errors=True)
        for which in ("rebuild", "open"):
            sys.stdout.write(f"{which}:\n")
            sys.stdout.flush()
            own = [sys.executable, "-m", "tests.benchmarks.gallery", "--folder", str(folder), "--visit", which]
            subprocess.run([*own, "--window", *map(str, options.window)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
