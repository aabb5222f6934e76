"""The buttons of the run bar: the one that matters, and what can be done with the run and its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.look.icons import inked
from app.run.job import JobState

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_ICON_SIZE: Final = QSize(21, 16)  # with room between picture and text
_GAP_PX: Final = 8
_TIGHT_GAP_PX: Final = 4
_TIGHT_WIDTH_PX: Final = 38
_ANY_WIDTH_PX: Final = (1 << 24) - 1


class RunButtons(QWidget):
    """A row of buttons.

    Attributes:
        again_menu: What can be done with the picture once more; to be filled.

    Signals:
        finish_pressed(): The picture that is shown is to be painted to its end.
        run_pressed(): What is chosen is to be painted.
        stop_pressed(): The run is to end.
        pause_pressed(): The run is to hold, or to go on.
        save_pressed(), copy_pressed(): The picture is wanted elsewhere.
        compare_toggled(bool): The photo is to be shown beside the painted picture, or no longer.
        compare_available(bool): There is a painted picture to compare with the photo, or none.
    """

    finish_pressed = Signal()
    run_pressed = Signal()
    stop_pressed = Signal()
    pause_pressed = Signal()
    save_pressed = Signal()
    copy_pressed = Signal()
    compare_toggled = Signal(bool)
    compare_available = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_picture = self._runs = False
        self._icons: dict[QPushButton, QIcon] = {}
        self._compare = self._make_button(self.tr("Compare"))
        self._compare.setCheckable(True)
        self._compare.setToolTip(
            self.tr("Slide between the photo and the picture (D). Hold X to see all of the photo.")
        )
        self._copy = self._make_button(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the picture to the clipboard"))
        self._save = self._make_button(self.tr("Save as…"))
        self._save.setToolTip(self.tr("Save the picture where you like"))
        self._pause = self._make_button(self.tr("Pause"))
        self._stop = self._make_button(self.tr("Stop"))
        self._stop.setToolTip(self.tr("Stop and keep the picture as it is (Esc)"))
        self._finish = self._make_button(self.tr("Finish"))
        self._finish.setToolTip(self.tr("Go on with this picture from where it was stopped"))
        self._again = self._make_button(self.tr("Again"))
        self._again.setToolTip(self.tr("More of this picture, or another that begins with it"))
        self.again_menu = QMenu(self._again)
        self.again_menu.setToolTipsVisible(True)
        self._again.setMenu(self.again_menu)
        self._run = self._make_button(self.tr("Stylize"))
        self._run.setObjectName("runButton")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for button in (self._compare, self._copy, self._save):
            row.addWidget(button)
        row.addSpacing(_GAP_PX)
        for button in (self._pause, self._stop, self._finish, self._again, self._run):
            row.addWidget(button)
        self._compare.toggled.connect(self.compare_toggled)
        self._copy.clicked.connect(self.copy_pressed)
        self._save.clicked.connect(self.save_pressed)
        self._pause.clicked.connect(self.pause_pressed)
        self._stop.clicked.connect(self.stop_pressed)
        self._finish.clicked.connect(self.finish_pressed)
        self._run.clicked.connect(self.run_pressed)
        self.set_state(None)

    def _make_button(self, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(name)
        return button

    def set_icons(self, compare: QIcon, copy: QIcon, save: QIcon) -> None:
        """Give the secondary buttons their pictures, of one colour."""
        self._icons = {self._compare: compare, self._copy: copy, self._save: save}
        self._show_icons()

    def _show_icons(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(inked(icon, _ICON_SIZE))
            button.setIconSize(_ICON_SIZE)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the pictures in the colours of another look."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._show_icons()

    def set_state(self, state: JobState | None) -> None:
        """Make the buttons mean what they can do now; None while nothing is being painted."""
        self._runs = state is not None
        self._again.setVisible(self._has_picture and not self._runs)
        held = state in {JobState.PAUSING, JobState.PAUSED}
        self._stop.setVisible(state is not None)
        self._stop.setEnabled(state is not JobState.STOPPING)
        self._pause.setVisible(held or state is JobState.RUNNING)
        self._pause.setText(self.tr("Resume") if held else self.tr("Pause"))
        self._pause.setAccessibleName(self._pause.text())
        self._pause.setToolTip(self.tr("Go on painting") if held else self.tr("Hold and leave the computer to others"))
        self._run.setToolTip(
            self.tr("Paint the photo like the painting (Ctrl+Return)")
            if state is None
            else self.tr("Paint what is chosen now when this picture is done (Ctrl+Return)")
        )

    def set_available(self, *, run: bool, save: bool, compare: bool, finish: bool, again: bool) -> None:
        """Enable what can be done now."""
        self._run.setEnabled(run)
        self._finish.setVisible(finish)
        self._has_picture = again
        self._again.setVisible(again and not self._runs)
        self._save.setEnabled(save)
        self._copy.setEnabled(save)
        if compare != self.can_compare:
            self._compare.setEnabled(compare)
            self.compare_available.emit(compare)
        if not compare:
            self._compare.setChecked(False)

    @property
    def can_compare(self) -> bool:
        """Whether there is a painted picture to compare with the photo."""
        return self._compare.isEnabled()

    @Slot()
    def toggle_compare(self) -> None:
        """Press the button."""
        self._compare.toggle()

    def set_narrow(self, narrow: bool, *, tight: bool = False) -> None:
        """Leave room for words beside the buttons: the secondary ones are pictures only; if tight, narrow ones."""
        for button in (self._compare, self._copy, self._save):
            button.setText("" if narrow else button.accessibleName())
            button.setMaximumWidth(_TIGHT_WIDTH_PX if tight else _ANY_WIDTH_PX)
        self._row.setSpacing(_TIGHT_GAP_PX if tight else _GAP_PX)
