"""One place under the loupe: its own pixels, how far it is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.look import theme
from app.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

# While it grows, it shows less than it will.
_GROWING_OPACITY: Final = 0.75


class LoupeTile(QFrame):
    """Shows a place of a picture, each of its pixels as one of the screen's.

    Signals:
        again_wanted(): The same place is wanted with the settings as they are now.
        remove_wanted(): The place is no longer wanted.
    """

    again_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        """Make an empty tile.

        Args:
            side_px: Longest side of what it shows, in the screen's own pixels.
            parent: The owner.
        """
        super().__init__(parent)
        self.setObjectName("loupeTile")
        self.picture = _Picture(side_px, self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.setAccessibleName(self.tr("How far this place is"))
        self._caption = ElidedLabel(self)
        self.again = QPushButton(self.tr("Again"), self)
        self.again.setToolTip(self.tr("Paint this place with the settings as they are now, and keep this one"))
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setToolTip(self.tr("Keep this place no longer"))
        for button in (self.again, self.remove):
            button.setProperty("compact", True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._caption, 1)
        row.addWidget(self.again)
        row.addWidget(self.remove)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picture)
        column.addWidget(self.progress)
        column.addLayout(row)
        self.again.clicked.connect(self.again_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    @property
    def caption(self) -> str:
        """What it says below the picture."""
        return self._caption.whole_text

    def show_caption(self, text: str, *, is_current: bool) -> None:
        """Say with which settings it was painted, and whether they are still the same."""
        self._caption.show_text(text)
        self.picture.setAccessibleName(text)
        self.again.setVisible(not is_current)

    def show_image(self, image: QImage, progress: float) -> None:
        """Show the place as it stands."""
        self.picture.show_image(image, is_done=progress >= 1)
        self.progress.setValue(round(1000 * progress))
        # Its room is kept, so that nothing jumps.
        self.progress.setEnabled(progress < 1)

    def show_failure(self, reason: str) -> None:
        """Tell that there will be no picture."""
        self.picture.show_words(reason)
        self.progress.setValue(0)


class _Picture(QWidget):
    """The picture of a place, or words in its stead."""

    def __init__(self, side_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._image = QImage()
        self._is_done = False
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def image(self) -> QImage:
        """What it shows; null for nothing."""
        return self._image

    def show_image(self, image: QImage, *, is_done: bool) -> None:
        self._image, self._is_done, self._words = image, is_done, ""
        self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        self._image, self._words = QImage(), words
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its pixels are on this screen."""
        side = round(self._side_px / self.devicePixelRatioF())
        if self._image.isNull():
            return QSize(side, side)
        ratio = self.devicePixelRatioF()
        return QSize(max(side, round(self._image.width() / ratio)), max(side, round(self._image.height() / ratio)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each pixel as one of the screen's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().sunken))
        if self._image.isNull():
            painter.setPen(QColor(theme.tokens().quiet))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._words or self.tr("Waiting…"))
            return
        ratio = self.devicePixelRatioF()
        painter.setOpacity(1.0 if self._is_done else _GROWING_OPACITY)
        painter.scale(1 / ratio, 1 / ratio)
        left = (round(self.width() * ratio) - self._image.width()) // 2
        top = (round(self.height() * ratio) - self._image.height()) // 2
        painter.drawImage(QRect(left, top, self._image.width(), self._image.height()), self._image)
