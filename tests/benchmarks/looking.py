"""How smoothly one looks at a large picture: stalls of the event loop while zooming and moving, idle or painting.

    python -m tests.benchmarks.looking [--megapixels 36] [--seconds 10] [--size 512]

A hand that turns the wheel and drags, every 8 ms, without a rest, in the real window. Prints one line for a finished
picture of that many megapixels, and one for a picture that is being painted meanwhile. A stall is how late a tick of
5 ms comes; a paint is the processor's time for one paint event of the preview, which others that use the computer
do not lengthen much. Uses the screen of DISPLAY if there is one, else Qt's offscreen
platform.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.library.bundled import sample_photos
from app.look.appearance import Appearance
from app.look.qimage import image_for_screen
from app.look.theme import apply
from app.program.program import Pictures, Program
from app.system import paths
from app.system.user_folders import UserFolders
from tests.benchmarks.window import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from app.widgets.preview import Preview

GESTURE_MS: Final = 8
NOTCHES: Final = 14
MOVES: Final = 60
LEFT, NONE, NO_KEYS = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


class Hand(QObject):
    """Zooms in at a place, drags around, zooms out, and so on at the next place."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._beat = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(GESTURE_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """Rest."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        place, beat = divmod(self._beat, 2 * NOTCHES + MOVES)
        self._beat += 1
        width, height = self._preview.width(), self._preview.height()
        at = QPointF(width * (0.5 + 0.4 * math.sin(place)), height * (0.5 + 0.4 * math.cos(place)))
        if beat < NOTCHES:
            self._turn(at, 120)
        elif beat < NOTCHES + MOVES:
            self._drag(beat - NOTCHES, QPointF(width / 2, height / 2))
        else:
            self._turn(at, -120)

    def _turn(self, at: QPointF, angle: int) -> None:
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, angle), NONE, NO_KEYS, phase, False)
        QApplication.sendEvent(self._preview, event)

    def _drag(self, move: int, middle: QPointF) -> None:
        at = middle + QPointF(150 * math.sin(move / 8), 100 * math.sin(move / 5))
        kind = QEvent.Type.MouseMove
        if move == 0:
            kind = QEvent.Type.MouseButtonPress
        elif move == MOVES - 1:
            kind = QEvent.Type.MouseButtonRelease
        QApplication.sendEvent(self._preview, QMouseEvent(kind, at, at, LEFT, LEFT, NO_KEYS))


class PaintClock(QObject):
    """Takes the processor's time for each paint event of a widget."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self.seconds: list[float] = []
        self._preview = preview
        preview.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in its place, and look at the clock before and after."""
        if watched is not self._preview or event.type() != QEvent.Type.Paint:
            return False
        began_s = time.thread_time()
        self._preview.event(event)
        self.seconds.append(time.thread_time() - began_s)
        return True


class Looking(QObject):
    """Both measurements, one after the other."""

    def __init__(self, program: Program, image: QImage, options: argparse.Namespace) -> None:
        super().__init__(program)
        assert program.window is not None
        self._program, self._image, self._options = program, image, options
        self._preview = program.window.stage.preview
        self._hand, self._clock = Hand(self._preview), PaintClock(self._preview)
        self._heartbeat = Heartbeat(self)
        QTimer.singleShot(100, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        window = self._program.window
        # Only the first seconds of the program hold torch's being imported, and the computer's being measured.
        is_warm = window is not None and bool(window.panel.controls._forecast.whole_text)
        if not is_warm or not self._program.studio.can_stylize or not self._preview.settled:
            QTimer.singleShot(100, self, self._begin)
            return
        self._preview.show_painted(self._image)
        QTimer.singleShot(100, self, self._look_at_the_large_one)

    @Slot()
    def _look_at_the_large_one(self) -> None:
        if not self._preview.settled:
            QTimer.singleShot(100, self, self._look_at_the_large_one)
            return
        self._start()
        QTimer.singleShot(1000 * self._options.seconds, self, self._paint)

    @Slot()
    def _paint(self) -> None:
        self._tell(f"{self._options.megapixels} megapixels, idle")
        self._program.studio.draft.set(size_px=self._options.size)
        self._program.studio.stylize()
        QTimer.singleShot(100, self, self._look_at_the_growing_one)

    @Slot()
    def _look_at_the_growing_one(self) -> None:
        job = self._program.studio.queue.active
        if job is None or job.progress is None or job.progress.step == 0:
            QTimer.singleShot(100, self, self._look_at_the_growing_one)
            return
        self._start()
        QTimer.singleShot(1000 * self._options.seconds, self, self._end)

    @Slot()
    def _end(self) -> None:
        self._tell(f"{self._options.size} px, while it is being painted")
        assert self._program.window is not None
        self._program.window.close()

    def _start(self) -> None:
        self._clock.seconds.clear()
        self._heartbeat.start()
        self._hand.start()

    def _tell(self, what: str) -> None:
        self._hand.stop()
        self._heartbeat.stop()
        sys.stdout.write(f"{what}:\n")
        for name, seconds in (
            ("stall", self._heartbeat.stalls_s),
            ("of which the window itself", self._heartbeat.busy_s),
            ("of which waiting for a core", self._heartbeat.queued_s),
            ("stall without waiting for a core", self._heartbeat.own_stalls_s),
            ("paint", self._clock.seconds),
        ):
            sys.stdout.write(f"  {name}: {figures_of(sorted(seconds))}\n")
        sys.stdout.flush()


def figures_of(seconds: Sequence[float]) -> str:
    """A distribution in a line."""
    values = {
        "median": seconds[len(seconds) // 2],
        "99th percentile": seconds[int(0.99 * len(seconds))],
        "longest": seconds[-1],
    }
    return ", ".join(f"{name} {1000 * value:.1f} ms" for name, value in values.items()) + f" of {len(seconds)}"


def _large_picture(megapixels: float, path: Path) -> QImage:
    """A photo enlarged, with grain in every pixel; written to a file, too."""
    with Image.open(sample_photos(paths.resources())[0].path) as photo:
        width_px, height_px = round(math.sqrt(1.5e6 * megapixels)), round(math.sqrt(megapixels * 1e6 / 1.5))
        pixels = np.asarray(photo.convert("RGB").resize((width_px, height_px))).copy()
    pixels ^= np.random.default_rng(0).integers(0, 16, pixels.shape, np.uint8)
    Image.fromarray(pixels).save(path, quality=90)
    return image_for_screen(pixels)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", type=float, default=36)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--window", type=int, nargs=2, default=(1366, 740))
    options = parser.parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    apply(app, Appearance.SYSTEM)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folders = UserFolders.within(folder)
        program = Program(app, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat), folders)
        program.over.connect(app.quit)
        image = _large_picture(options.megapixels, folder / "large.jpg")
        program.open(Pictures(folder / "large.jpg")).resize(*options.window)
        looking = Looking(program, image, options)
        app.exec()
        looking.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
