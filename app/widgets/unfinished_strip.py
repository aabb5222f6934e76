"""A strip that offers to go on with a picture that was interrupted; it waits for nobody and blocks nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.widgets.labels import explanation, heading

_PICTURE_SIZE: Final = QSize(128, 80)


class UnfinishedStrip(QFrame):
    """Hidden until there is such a picture.

    Signals:
        go_on_pressed(): The picture is to be gone on with.
        later_pressed(): It is to be left for another time.
        discard_pressed(): Nobody wants it any more.
    """

    go_on_pressed = Signal()
    later_pressed = Signal()
    discard_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unfinishedStrip")
        self._picture = QLabel(self)
        self._picture.setAccessibleName(self.tr("The picture so far"))
        self._what = heading("", self)
        self._what.setTextFormat(Qt.TextFormat.PlainText)
        self._detail = explanation(self.tr("It can be gone on with from there, as if nothing had happened."), self)
        for label in (self._what, self._detail):
            label.setWordWrap(True)
        self.go_on = self._make_button(self.tr("Go on"))
        self.go_on.setToolTip(self.tr("Paint this picture to its end"))
        self.go_on.clicked.connect(self.go_on_pressed)
        self.later = self._make_button(self.tr("Not now"))
        self.later.setToolTip(self.tr("Ask again at the next start"))
        self.later.clicked.connect(self.later_pressed)
        self.discard = self._make_button(self.tr("Discard"))
        self.discard.setToolTip(self.tr("Remove what was painted of it"))
        self.discard.clicked.connect(self.discard_pressed)
        self._lay_out()
        self.hide()

    def _make_button(self, name: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._what)
        words.addWidget(self._detail)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for button in (self.go_on, self.later, self.discard):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def text(self) -> str:
        """What the strip says; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._detail.text()}"

    def offer(self, name: str, progress: float, picture: QImage) -> None:
        """Offer to go on with a picture.

        Args:
            name: Of the photo.
            progress: How far it is, 0 to 1.
            picture: As it stands; null where there is none to show.
        """
        words = self.tr("The painting of “{name}” was interrupted at {percent} %.")
        self._what.setText(words.format(name=name, percent=int(100 * progress)))
        self.setAccessibleName(self._what.text())
        self._picture.setVisible(not picture.isNull())
        if not picture.isNull():
            self._picture.setPixmap(self._fitted(picture))
        self.show()

    def _fitted(self, picture: QImage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = (_PICTURE_SIZE.toSizeF() * ratio).toSize()
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(picture.scaled(size, keep, smooth))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
