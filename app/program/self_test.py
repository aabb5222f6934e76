"""``impasto --self-test``: opens the real window, paints a little, saves, reads back, and reports in one line of JSON.

Nothing of the person's is touched: settings, log and pictures go to a folder that is removed at the end.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import PIL
import PySide6
from PIL import features
from PySide6.QtCore import QEvent, QObject, QSettings, QSize, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.library.bundled import sample_photos, starter_styles
from app.look.appearance import Appearance
from app.look.icons import icon
from app.look.theme import apply
from app.program.program import Pictures, Program
from app.program.start import name_application
from app.run.engine_access import load_engine
from app.system import paths, process
from app.system.screen import has_screen
from app.system.user_folders import UserFolders
from app.system.version import version
from core.files.needed_codecs import missing_codecs
from core.files.reading import read_picture
from core.loss.network_files import NETWORK_FILES
from core.recipe.choices import DeviceName, Preset

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.run.engine_access import EngineLoader
    from app.run.job import Job, RunProgress
    from app.studio.notices import Notice

_NUM_STEPS: Final = 6
_SIZE_PX: Final = 128
_PATIENCE_S: Final = 180.0
_ICON_SIZE: Final = QSize(64, 64)
_FORMATS: Final = ("jpg", "webp", "avif", "libtiff", "littlecms2")


def run_self_test(
    write: Callable[[str], object], *, engine: EngineLoader = load_engine, patience_s: float = _PATIENCE_S
) -> int:
    """Test the program as it is installed here and write one line about it; 0 where everything works.

    Args:
        write: Gets the line.
        engine: Opens the engine; tests have their own.
        patience_s: How long all of it may take.
    """
    if not has_screen(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing here makes another kind
    name_application(app)
    apply(app, Appearance.SYSTEM)
    report: dict[str, Any] = {"ok": False} | _versions() | {"screen": app.platformName(), "missing": _missing()}
    if not report["missing"]:
        with TemporaryDirectory(prefix="impasto-self-test-", ignore_cleanup_errors=True) as name:
            report |= _paint(app, Path(name).resolve(), engine, patience_s)
    report["peak_memory_mib"] = round(process.peak_memory_mib())
    report["ok"] = not report["missing"] and "problem" not in report
    write(json.dumps(report, ensure_ascii=False) + "\n")
    return 0 if report["ok"] else 1


def _versions() -> dict[str, Any]:
    return {
        "impasto": version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": platform.platform(),
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "numpy": np.__version__,
        "pillow": PIL.__version__,
    }


def _missing() -> list[str]:
    """What the program ships with and cannot be found or used."""
    folder = paths.resources()
    missing = [file.file_name for file in NETWORK_FILES.values() if not (paths.networks() / file.file_name).is_file()]
    for kind, pictures in (("sample photos", sample_photos(folder)), ("starter styles", starter_styles(folder))):
        missing += [picture.path.name for picture in pictures if not picture.path.is_file()]
        missing += [] if pictures else [kind]
    missing += [f"icon {name}" for name in ("impasto", "save") if icon(folder, name).pixmap(_ICON_SIZE).isNull()]
    missing += [f"pictures in {name}" for name in _FORMATS if not features.check(name)]
    try:
        import pi_heif  # noqa: F401, PLC0415 - loading it takes a while, and its absence is to be told, not died of
    except ImportError:
        missing.append("pictures in HEIC")
    return missing + missing_codecs()


def _paint(app: QApplication, folder: Path, engine: EngineLoader, patience_s: float) -> dict[str, Any]:
    folders = UserFolders.within(folder)
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(app, store, folders, engine=engine)
    test = _Visit(program, folder)
    QTimer.singleShot(round(1000 * patience_s), test, test.give_up)
    window = program.open(Pictures())
    window.installEventFilter(test)
    program.over.connect(app.quit)
    app.exec()
    window.deleteLater()
    program.deleteLater()
    return test.report


class _Visit(QObject):
    """A person who opens the window, presses the button, saves what comes of it and leaves."""

    def __init__(self, program: Program, folder: Path) -> None:
        super().__init__(program)
        self._program = program
        self._studio = program.studio
        self._target = folder / "saved é.png"
        self._kept: Path | None = None
        self._num_steps = 0
        self._last_progress: RunProgress | None = None
        self._awaited = "the window"
        self.report: dict[str, Any] = {}
        # It would begin to measure between two steps of the visit.
        program.forecaster.close()
        self._studio.readiness_changed.connect(self._press_when_ready)
        self._studio.notices.posted.connect(self._on_notice_posted)
        self._studio.results.kept.connect(self._on_kept)
        self._studio.results.saved.connect(self._on_saved)
        self._studio.queue.changed.connect(self._on_job_changed)
        self._studio.queue.failed.connect(self._on_failed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note when the window is there to be seen."""
        if event.type() == QEvent.Type.Paint and "window_s" not in self.report:
            self.report["window_s"] = round(process.age_s(), 2)
            self._awaited = "the pictures"
            QTimer.singleShot(0, self, self._press_when_ready)
        return False

    @Slot()
    def give_up(self) -> None:
        """End the visit where something never happens."""
        self._leave(f"Waited in vain for {self._awaited}.")

    @Slot()
    def _press_when_ready(self) -> None:
        if self._awaited == "the pictures" and self._studio.can_stylize:
            self._awaited = "the first preview"
            self.report["pressed_s"] = round(process.age_s(), 2)
            self._studio.draft.set(size_px=_SIZE_PX, preset=Preset.DRAFT)
            self._studio.stylize()

    @Slot(object)
    def _on_job_changed(self, job: Job) -> None:
        if job.preview is not None:
            self.report.setdefault("preview_s", round(process.age_s(), 2))
        if job.progress is not None and job.progress is not self._last_progress:
            self._last_progress = job.progress
            self._num_steps += job.progress.step > 0
        if self._awaited == "the first preview" and self._num_steps >= _NUM_STEPS and "preview_s" in self.report:
            self._awaited = "the kept picture"
            self._studio.stop()

    @Slot(object, object)
    def _on_kept(self, _job: Job, path: Path) -> None:
        self._kept = path
        self._awaited = "the saved picture"
        self._studio.save(self._target, ".png")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        assert self._kept is not None  # noqa: S101 - saving came of keeping
        saved, kept = read_picture(path).rgb, read_picture(self._kept).rgb
        if not np.array_equal(saved, kept):
            self._leave("The saved picture is another one than the kept one.")
        elif saved.std() == 0:
            self._leave("The painted picture is empty.")
        else:
            self.report["picture_px"] = [saved.shape[1], saved.shape[0]]
            self.report["steps"] = self._num_steps
            self.report |= _engine()
            self._leave()

    @Slot(object)
    def _on_failed(self, job: Job) -> None:
        error = getattr(job.outcome, "error", None)
        self.report["error"] = f"{type(error).__name__}: {error}"

    @Slot(object)
    def _on_notice_posted(self, notice: Notice) -> None:
        self._leave(notice.what)

    def _leave(self, problem: str = "") -> None:
        if problem:
            self.report.setdefault("problem", problem)
        if self._program.window is not None:
            self._program.window.close()


def _engine() -> dict[str, Any]:
    """What the engine computes with; it is loaded by now."""
    from core.machine.devices import choose_device  # noqa: PLC0415 - imports torch, which must not delay the window

    torch = sys.modules.get("torch")
    return {"torch": str(getattr(torch, "__version__", "")), "device": choose_device(DeviceName.AUTO).type}
