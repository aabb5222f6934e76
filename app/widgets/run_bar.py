"""The bar below the preview: the one button that matters, how far the run is, and what to do with its picture."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.eta import plain_duration
from app.session import RunState
from app.widgets.labels import heading, quiet

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QResizeEvent

    from app.session import RunProgress

_PROGRESS_STEPS: Final = 1000
_NARROW_PX: Final = 800
_LEAST_WORDS_PX: Final = 120
_ICON_SIZE: Final = QSize(21, 16)  # with room between picture and text


class RunBar(QFrame):
    """Button, progress and words.

    Signals:
        run_pressed(), stop_pressed(): The main button, by what it means at the time.
        save_pressed(), copy_pressed(): The picture is wanted elsewhere.
        folder_wanted(): The person wants to see where pictures are kept.
        compare_toggled(bool): The photo is to be shown in place of the painted picture, or no longer.
    """

    run_pressed = Signal()
    stop_pressed = Signal()
    save_pressed = Signal()
    copy_pressed = Signal()
    folder_wanted = Signal()
    compare_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runBar")
        self._state = RunState.IDLE
        self._plain_detail = ""
        self._progress = QProgressBar(self)
        self._progress.setRange(0, _PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._headline = heading("", self)
        self._detail = self._make_detail()
        self._compare = self._make_button(self.tr("Compare"))
        self._compare.setCheckable(True)
        self._compare.setToolTip(self.tr("Show the photo. Or hold the mouse button, or Space, on the picture."))
        self._copy = self._make_button(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the picture to the clipboard"))
        self._save = self._make_button(self.tr("Save as…"))
        self._save.setToolTip(self.tr("Save the picture where you like"))
        self._run = QPushButton(self)
        self._run.setObjectName("runButton")
        self._lay_out()
        self._compare.toggled.connect(self.compare_toggled)
        self._copy.clicked.connect(self.copy_pressed)
        self._save.clicked.connect(self.save_pressed)
        self._run.clicked.connect(self._on_run_clicked)
        self._detail.linkActivated.connect(self._on_link_activated)
        self.set_state(RunState.IDLE)

    def _make_detail(self) -> QLabel:
        detail = quiet("", self)
        detail.setTextFormat(Qt.TextFormat.RichText)
        detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        return detail

    def _make_button(self, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._headline, self._detail):
            # Words never push the buttons aside.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 18, 14)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for button in (self._compare, self._copy, self._save):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addLayout(row)

    def set_icons(self, compare: QIcon, copy: QIcon, save: QIcon) -> None:
        """Give the secondary buttons their pictures."""
        for button, icon in ((self._compare, compare), (self._copy, copy), (self._save, save)):
            button.setIcon(icon)
            button.setIconSize(_ICON_SIZE)

    def set_state(self, state: RunState) -> None:
        """Make the button mean what it can do now."""
        self._state = state
        words = {
            RunState.IDLE: self.tr("Stylize"),
            RunState.RUNNING: self.tr("Stop"),
            RunState.STOPPING: self.tr("Stopping…"),
        }
        tips = {
            RunState.IDLE: self.tr("Paint the photo like the painting (Ctrl+Return)"),
            RunState.RUNNING: self.tr("Stop and keep the picture as it is (Esc)"),
            RunState.STOPPING: self.tr("The picture so far is kept"),
        }
        self._run.setText(words[state])
        self._run.setAccessibleName(words[state])
        self._run.setToolTip(tips[state])
        self._run.setProperty("running", state is not RunState.IDLE)
        self._run.style().unpolish(self._run)
        self._run.style().polish(self._run)

    def set_available(self, *, run: bool, save: bool, compare: bool) -> None:
        """Enable what can be done now."""
        self._run.setEnabled(run or self._state is RunState.RUNNING)
        self._save.setEnabled(save)
        self._copy.setEnabled(save)
        self._compare.setEnabled(compare)
        if not compare:
            self._compare.setChecked(False)

    def show_progress(self, progress: RunProgress) -> None:
        """Say how far the run is."""
        scale = progress.scale
        parts = [
            self.tr("Scale {scale} of {scales}").format(scale=scale.scale, scales=scale.num_scales),
            self.tr("{size} px").format(size=scale.scale_px),
            self.tr("step {step} of {steps}").format(step=progress.step, steps=scale.num_steps),
        ]
        headline = self.tr("Painting… {percent} %").format(percent=int(100 * progress.progress))
        if progress.remaining_s is not None:
            left = self.tr("about {duration} left").format(duration=plain_duration(progress.remaining_s))
            headline = f"{headline} · {left}"
        self.set_progress(progress.progress)
        self.say(headline, " · ".join(parts))

    def set_progress(self, progress: float) -> None:
        """Fill the line above the bar, 0 to 1."""
        self._progress.setValue(round(_PROGRESS_STEPS * progress))

    def say(self, headline: str, detail: str = "") -> None:
        """Say this in two lines."""
        self._headline.setText(headline)
        self._plain_detail = detail
        self._show_detail()

    def say_kept(self, headline: str, where: str) -> None:
        """Say that the picture lies in the folder called ``where``, and offer to show it."""
        self._headline.setText(headline)
        self._plain_detail = ""
        kept = html.escape(self.tr("Kept in {folder}").format(folder=where))
        self._detail.setText(f'{kept} · <a href="folder">{html.escape(self.tr("Show in folder"))}</a>')

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words their room: in a narrow bar the secondary buttons are pictures only."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW_PX
        for button in (self._compare, self._copy, self._save):
            button.setText("" if narrow else button.accessibleName())
        self._show_detail()

    def _show_detail(self) -> None:
        if self._plain_detail:
            shown = self._detail.fontMetrics().elidedText(
                self._plain_detail, Qt.TextElideMode.ElideMiddle, max(_LEAST_WORDS_PX, self._detail.width())
            )
            self._detail.setText(html.escape(shown))
            self._detail.setToolTip(self._plain_detail if shown != self._plain_detail else "")

    @Slot()
    def _on_run_clicked(self) -> None:
        if self._state is RunState.IDLE:
            self.run_pressed.emit()
        else:
            self.stop_pressed.emit()

    @Slot(str)
    def _on_link_activated(self, _address: str) -> None:
        self.folder_wanted.emit()
