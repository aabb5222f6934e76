"""The strip below the preview in which one looks back at how the picture came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.widgets.labels import explanation
from app.widgets.timeline_slider import TimelineSlider

if TYPE_CHECKING:
    from core.optimization.timeline.timeline import FrameNote, Timeline

_WIDEST_STEP: Final = 88888


class TimelineStrip(QFrame):
    """Hidden until there is something to look back at.

    Signals:
        moment_chosen(int): A frame is to be looked at; the last one is the present.
        go_on_pressed(): The run is to be gone on with from there.
        export_pressed(): A film is wanted.
    """

    moment_chosen = Signal(int)
    go_on_pressed = Signal()
    export_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, looks_only: bool = False) -> None:
        """Make a strip; one that ``looks_only`` offers no more than looking back."""
        super().__init__(parent)
        self._looks_only = looks_only
        self.setObjectName("timelineStrip")
        self.slider = TimelineSlider(self)
        self.slider.setAccessibleName(self.tr("How the picture came about"))
        self.slider.setToolTip(
            self.tr("Look back at how the picture came about.")
            if looks_only
            else self.tr("Look back at how the picture came about. It can be gone on with at the dots.")
        )
        self.slider.valueChanged.connect(self.moment_chosen)
        self.caption = explanation("", self)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = self._words(1000, _WIDEST_STEP)
        self.caption.setMinimumWidth(self.caption.fontMetrics().horizontalAdvance(widest))
        self.now = self._make_button(self.tr("Now"), self.tr("Look at the picture as it is"))
        self.now.clicked.connect(self._on_now_clicked)
        self.go_on = self._make_button(self.tr("Go on from here"), "")
        self.go_on.clicked.connect(self.go_on_pressed)
        self.export = self._make_button(self.tr("Timelapse…"), self.tr("Save a film of how the picture came about"))
        self.export.clicked.connect(self.export_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 18, 6)
        row.setSpacing(10)
        row.addWidget(self.slider, 1)
        for widget in (self.caption, self.now, self.go_on, self.export):
            row.addWidget(widget)
        for button in (self.go_on, self.export):
            button.setVisible(not looks_only)
        self.hide()

    def _make_button(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setProperty("slim", True)
        return button

    def show_timeline(self, timeline: Timeline | None, index: int | None, *, writes_film: bool) -> None:
        """Show where a timeline is looked at.

        Args:
            timeline: What there is of it; None for nothing.
            index: The frame that is looked at; None for the present.
            writes_film: Whether a film of it is being written.
        """
        self.setVisible(timeline is not None)
        if timeline is None:
            return
        last = len(timeline.frames) - 1
        dots = () if self._looks_only else timeline.branching_frames
        self.slider.show_moments(len(timeline.frames), dots, last if index is None else index)
        note = timeline.frames[last if index is None else index].note
        self.caption.setText(self._words_of(note))
        self.now.setEnabled(index is not None)
        can_go_on = index is not None and timeline.can_go_on_from(index)
        self.go_on.setEnabled(can_go_on)
        self.go_on.setToolTip(
            self.tr("Paint another picture from here, with the settings on the left. This one is kept.")
            if can_go_on
            else self.tr("Move to one of the dots: from there another picture can be painted.")
        )
        self.export.setEnabled(not writes_film)

    def _words_of(self, note: FrameNote) -> str:
        if note.num_steps == 0:
            return self.tr("The start")
        return self._words(note.scale_px, note.step)

    def _words(self, scale_px: int, step: int) -> str:
        return self.tr("{size} px · step {step}").format(size=scale_px, step=step)

    @Slot()
    def _on_now_clicked(self) -> None:
        self.slider.setValue(self.slider.maximum())
