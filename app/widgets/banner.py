"""A strip that says what happened and what to do; it waits for nobody and blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.studio.notices import NoticeAction

if TYPE_CHECKING:
    from app.studio.notices import Notice


class Banner(QFrame):
    """Hidden until there is something to read.

    Signals:
        save_pressed(): The picture that could not be kept is to be saved elsewhere.
        use_recipe_pressed(), find_picture_pressed(), go_back_pressed(): The action of that name is wanted.
    """

    save_pressed = Signal()
    use_recipe_pressed = Signal()
    find_picture_pressed = Signal()
    go_back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._what = self._make_label("bannerWhat")
        self._remedy = self._make_label("bannerRemedy")
        self._save = QPushButton(self.tr("Save it elsewhere…"), self)
        self._save.clicked.connect(self.save_pressed)
        self._actions = {
            NoticeAction.USE_RECIPE: QPushButton(self.tr("Use them"), self),
            NoticeAction.FIND_PICTURE: QPushButton(self.tr("Find it…"), self),
            NoticeAction.GO_BACK: QPushButton(self.tr("Undo"), self),
        }
        self._actions[NoticeAction.USE_RECIPE].clicked.connect(self.use_recipe_pressed)
        self._actions[NoticeAction.FIND_PICTURE].clicked.connect(self.find_picture_pressed)
        self._actions[NoticeAction.GO_BACK].clicked.connect(self.go_back_pressed)
        self._dismiss = QPushButton(self.tr("Dismiss"), self)
        for button, tip in (
            (self._save, self.tr("Choose where this picture is to be kept")),
            (self._actions[NoticeAction.USE_RECIPE], self.tr("Take over the paintings and settings of this picture")),
            (self._actions[NoticeAction.FIND_PICTURE], self.tr("Show the program where the missing picture is")),
            (self._actions[NoticeAction.GO_BACK], self.tr("Everything as it was before")),
            (self._dismiss, self.tr("Close this message")),
        ):
            button.setToolTip(tip)
        self._dismiss.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 14, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self._actions.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def _make_label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return label

    @property
    def text(self) -> str:
        """What the banner says; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._remedy.text()}".strip()

    def button(self, action: NoticeAction) -> QPushButton:
        """The button for an action."""
        return self._actions[action]

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Say what happened and what to do."""
        self._what.setText(notice.what)
        self._remedy.setText(notice.remedy)
        self._remedy.setVisible(bool(notice.remedy))
        self._save.setVisible(notice.offers_saving)
        for action, button in self._actions.items():
            button.setVisible(action in notice.actions)
        self.setAccessibleName(f"{notice.what} {notice.remedy}".strip())
        self.show()

    @Slot()
    def clear(self) -> None:
        """Go away."""
        self.hide()
