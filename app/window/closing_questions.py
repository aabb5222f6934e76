"""What the window asks before it closes, where something would be lost. It waits for nobody: answers are signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


class ClosingQuestions(QObject):
    """One question at a time.

    Signals:
        close_confirmed(): The window shall close though pictures wait to be painted.
        unkept_given_up(): It shall close though a picture has not been kept.
        save_wanted(): That picture shall be saved first.
    """

    close_confirmed = Signal()
    unkept_given_up = Signal()
    save_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.box: QMessageBox | None = None

    def ask_about_waiting(self, num_waiting: int, *, go_on_later: bool = True) -> None:
        """Whether to close though so many pictures wait to be painted, which goes on at the next start or is lost."""
        stopped = self.tr("The picture that is being painted is stopped and kept.")
        if go_on_later:
            what_becomes = self.tr("Impasto goes on with it, and with those that wait, when you next start it.")
        else:
            what_becomes = self.tr("Those that wait could not be written down, and will not be painted.")
        box = self._new_box(
            self.tr("%n picture(s) still wait to be painted.", "", num_waiting),
            f"{stopped} {what_becomes}",
        )
        if box is not None:
            self._add(box, self.tr("Close"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(self.close_confirmed)
            box.setDefaultButton(self._add(box, self.tr("Go on painting"), QMessageBox.ButtonRole.RejectRole))
            box.open()

    def ask_about_unkept(self, num_unkept: int) -> None:
        """Whether to close though so many pictures could not be kept."""
        self._ask_to_save(
            self.tr("%n painted picture(s) could not be kept.", "", num_unkept),
            self.tr("Closing now loses what has not been saved."),
            self.tr("Close and lose it"),
        )

    def ask_about_elsewhere(self, num_pictures: int) -> None:
        """Whether to close though so many pictures are in the temporary folder only."""
        self._ask_to_save(
            self.tr("%n painted picture(s) could only be kept in the temporary folder.", "", num_pictures),
            self.tr("The system may empty that folder when the computer starts anew."),
            self.tr("Close and leave it there"),
        )

    def _ask_to_save(self, what: str, consequence: str, without: str) -> None:
        box = self._new_box(what, consequence)
        if box is not None:
            save = self._add(box, self.tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
            save.clicked.connect(self.save_wanted)
            self._add(box, without, QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self.unkept_given_up)
            self._add(box, self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
            box.setDefaultButton(save)
            box.open()

    def _new_box(self, what: str, consequence: str) -> QMessageBox | None:
        if self.box is not None:
            return None
        box = self.box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Impasto"))
        box.setText(what)
        box.setInformativeText(consequence)
        box.finished.connect(self._on_finished)
        return box

    @staticmethod
    def _add(box: QMessageBox, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        return box.addButton(text, role)

    @Slot()
    def _on_finished(self) -> None:
        self.box = None
