"""A well for one picture: click to choose, drop or paste."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look import theme
from app.widgets.painting import draw_rounded, fitted, pixmap_fitting

if TYPE_CHECKING:
    from app.studio.picture_slot import ChosenPicture

_HEIGHT_PX: Final = 132
LOWEST_PX: Final = 96
HIGHEST_PX: Final = 190
_CAPTION_PX: Final = 26
_INSET_PX: Final = 6
_RADIUS_PX: Final = 8
_LOCKED_OPACITY: Final = 0.55


class ImageWell(QAbstractButton):
    """Shows the chosen picture with its name and size; clicking asks for another one."""

    def __init__(self, name: str, parent: QWidget | None = None, *, drop_text: str = "") -> None:
        """Make a well without a picture.

        Args:
            name: What the picture in it is to the program, such as Photo.
            parent: The widget that it belongs to.
            drop_text: What it says, in a whole sentence, while a picture is dragged that would land here.
        """
        super().__init__(parent)
        self._name = name
        self._drop_text = drop_text
        self._picture: ChosenPicture | None = None
        self._caption = ""
        self._thumbnail = QPixmap()
        self._awaiting_drop = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._describe()

    def show_picture(self, picture: ChosenPicture, caption: str) -> None:
        """Show this picture from now on, under this name."""
        self._picture = picture
        self._caption = caption
        self._thumbnail = QPixmap()
        self._describe()
        self.update()

    def clear(self) -> None:
        """Show no picture any more, but the invitation to choose one."""
        self._picture = None
        self._caption = ""
        self._thumbnail = QPixmap()
        self._describe()
        self.update()

    def set_awaiting_drop(self, awaiting: bool) -> None:
        """Show, or no longer show, that the picture being dragged would land here."""
        if awaiting != self._awaiting_drop:
            self._awaiting_drop = awaiting
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(142, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the side panel of a low window."""
        return QSize(100, LOWEST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose a picture, as Space does; with Ctrl it belongs to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the well."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_frame(painter)
        if not self.isEnabled():
            painter.setOpacity(_LOCKED_OPACITY)
        if self._picture is None:
            self._draw_invitation(painter)
        else:
            self._draw_picture(painter, self._picture)
        if self._awaiting_drop:
            self._draw_drop_target(painter)

    def _draw_frame(self, painter: QPainter) -> None:
        hovered = self.isEnabled() and self.underMouse()
        pen = QPen(QColor(theme.FAINT if hovered else theme.LINE), 1)
        if self.hasFocus():
            pen = QPen(QColor(theme.ACCENT), 1)
        elif self._picture is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.SUNKEN))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS_PX, _RADIUS_PX)

    def _draw_invitation(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.QUIET))
        text = self.tr("Click to choose a picture,\nor drop or paste one here")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _draw_picture(self, painter: QPainter, picture: ChosenPicture) -> None:
        area = self.rect().adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_CAPTION_PX)
        rect = fitted(picture.image.size(), area)
        ratio = self.devicePixelRatioF()
        if self._thumbnail.size() != rect.size() * ratio:
            self._thumbnail = pixmap_fitting(picture.image, rect.size(), ratio)
        draw_rounded(painter, rect, self._thumbnail, 3)
        caption = QRect(10, self.height() - _CAPTION_PX, self.width() - 20, _CAPTION_PX)
        metrics = self.fontMetrics()
        size_text = self._size_text(picture)
        middle = Qt.AlignmentFlag.AlignVCenter
        # The size stands beside the name where there is room; the tooltip tells it anyway.
        room = caption.width() - metrics.horizontalAdvance(self._caption) - 12
        if metrics.horizontalAdvance(size_text) <= room:
            painter.setPen(QColor(theme.QUIET))
            painter.drawText(caption, middle | Qt.AlignmentFlag.AlignRight, size_text)
        painter.setPen(QColor(theme.TEXT))
        name = metrics.elidedText(self._caption, Qt.TextElideMode.ElideMiddle, caption.width())
        painter.drawText(caption, middle | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_drop_target(self, painter: QPainter) -> None:
        painter.setOpacity(1)
        veil = QColor(theme.SUNKEN)
        veil.setAlpha(190)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._drop_text)

    def _size_text(self, picture: ChosenPicture) -> str:
        return self.tr("{width} × {height} px").format(width=picture.width_px, height=picture.height_px)

    def _describe(self) -> None:
        self.setAccessibleName(self._name)
        if self._picture is None:
            self.setAccessibleDescription(self.tr("Empty. Press to choose a picture."))
            self.setToolTip("")
            return
        self.setAccessibleDescription(
            self.tr("{name}, {width} × {height} px. Press to choose another one.").format(
                name=self._caption, width=self._picture.width_px, height=self._picture.height_px
            )
        )
        self.setToolTip(str(self._picture.path))
