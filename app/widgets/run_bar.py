"""The bar below the preview: how far the run is, in words and as a line, and its buttons."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.labels import explanation, heading
from app.widgets.run_buttons import RunButtons
from app.widgets.waiting_button import WaitingButton
from app.words.durations import plain_duration

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.run.job import RunProgress

_PROGRESS_STEPS: Final = 1000
_NARROW_PX: Final = 1000
_TIGHT_PX: Final = 720
_LEAST_WORDS_PX: Final = 120
# Around the link while it has the keyboard.
_OUTLINE_PX: Final = 2
# Below that, where a picture is kept is told by the tooltip alone.
_LEAST_KEPT_PX: Final = 60


class RunBar(QFrame):
    """Progress, words and buttons.

    Attributes:
        buttons: The buttons.
        waiting: What will be painted next.

    Signals:
        folder_wanted(): The person wants to see where pictures are kept.
    """

    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runBar")
        self._plain_headline = self._plain_detail = self._kept_in = ""
        self._progress = QProgressBar(self)
        self._progress.setRange(0, _PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._headline = heading("", self)
        self._detail = self._make_detail()
        self.waiting = WaitingButton(self)
        self.buttons = RunButtons(self)
        self._lay_out()
        self._detail.linkActivated.connect(self._on_link_activated)

    def _make_detail(self) -> QLabel:
        detail = explanation("", self)
        detail.setTextFormat(Qt.TextFormat.RichText)
        detail.setProperty("linked", True)
        detail.setIndent(0)
        detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        return detail

    def _lay_out(self) -> None:
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        self._headline.setIndent(_OUTLINE_PX)
        for label in (self._headline, self._detail):
            # Words never push the buttons aside.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.installEventFilter(self)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(20 - _OUTLINE_PX, 12, 18, 14 - _OUTLINE_PX)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.waiting)
        row.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addLayout(row)

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
            #: {duration} is such as “a few seconds” or “about 5 min”
            left = self.tr("{duration} left").format(duration=plain_duration(progress.remaining_s))
            headline = f"{headline} · {left}"
        self.set_progress(progress.progress)
        self.say(headline, " · ".join(parts))

    def set_progress(self, progress: float) -> None:
        """Fill the line above the bar, 0 to 1."""
        self._progress.setValue(round(_PROGRESS_STEPS * progress))

    def say(self, headline: str, detail: str = "") -> None:
        """Say this in two lines."""
        self._plain_headline, self._plain_detail, self._kept_in = headline, detail, ""
        self._show_words()

    def say_kept(self, headline: str, where: str) -> None:
        """Say that the picture lies in the folder called ``where``, and offer to show it."""
        self._plain_headline, self._plain_detail = headline, ""
        self._kept_in = self.tr("Kept in {folder}").format(folder=where)
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Write links in the colour of another look: they keep the one that they were written in."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._kept_in:
            self._detail.clear()
            self._show_kept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words their room."""
        super().resizeEvent(event)
        width = event.size().width()
        self.buttons.set_narrow(width < _NARROW_PX, tight=width < _TIGHT_PX)
        self._show_words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use the room that buttons leave to the words when they go."""
        if event.type() is QEvent.Type.Resize:
            self._show_words()
        return super().eventFilter(watched, event)

    def _show_words(self) -> None:
        """Say as much as there is room for; the tooltips say the rest."""
        # Words without a link are no place for the keyboard.
        self._detail.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._kept_in else Qt.FocusPolicy.NoFocus)
        self._show_elided(self._headline, self._plain_headline, Qt.TextElideMode.ElideRight)
        if self._kept_in:
            self._show_kept()
        else:
            self._show_elided(self._detail, self._plain_detail, Qt.TextElideMode.ElideMiddle)

    def _show_elided(self, label: QLabel, words: str, mode: Qt.TextElideMode) -> None:
        shown = label.fontMetrics().elidedText(words, mode, max(_LEAST_WORDS_PX, label.width() - 2 * _OUTLINE_PX))
        label.setText(html.escape(shown) if label.textFormat() is Qt.TextFormat.RichText else shown)
        label.setToolTip(words if shown != words else "")

    def _show_kept(self) -> None:
        # Not inside the literal below: the toolkit's tool does not look for texts there.
        show = self.tr("Show in folder")
        link = f'<a href="folder">{html.escape(show)}</a>'
        metrics = self._detail.fontMetrics()
        room_px = max(_LEAST_WORDS_PX, self._detail.width() - 2 * _OUTLINE_PX) - metrics.horizontalAdvance(f" · {show}")
        shown = metrics.elidedText(self._kept_in, Qt.TextElideMode.ElideRight, room_px)
        self._detail.setText(f"{html.escape(shown)} · {link}" if room_px > _LEAST_KEPT_PX else link)
        self._detail.setToolTip("" if shown == self._kept_in else self._kept_in)

    @Slot(str)
    def _on_link_activated(self, _address: str) -> None:
        self.folder_wanted.emit()
