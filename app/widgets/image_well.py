"""A well for a picture, or for several as one collage: click to choose, drop or paste."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look import theme
from app.widgets.collage import draw_collage
from app.widgets.painting import draw_rounded, fitted, pixmap_fitting
from app.words.translation import Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.studio.picture_slot import ChosenPicture

_HEIGHT_PX: Final = 132
_LOWEST_PX: Final = 96
HIGHEST_PX: Final = 190
_CAPTION_PX: Final = 26
_INSET_PX: Final = 6
_RADIUS_PX: Final = 8
_LOCKED_OPACITY: Final = 0.55

well: Final = Words("well")


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
        self._pictures: tuple[ChosenPicture, ...] = ()
        self._weights: tuple[float, ...] = ()
        self._caption = ""
        self._thumbnail = QPixmap()
        # What a collage is made of: scaling whole pictures would take too long while a weight is being dragged.
        self._small: tuple[QImage, ...] = ()
        self._small_for = QSize()
        self._awaiting_drop = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._describe()

    def show_picture(self, picture: ChosenPicture, caption: str) -> None:
        """Show this picture from now on, under this name."""
        self.show_pictures((picture,), (1.0,), caption)

    def show_pictures(self, pictures: Sequence[ChosenPicture], weights: Sequence[float], caption: str) -> None:
        """Show these pictures from now on, each with its share of the area, under one name."""
        if tuple(pictures) != self._pictures:
            self._thumbnail = QPixmap()
            self._small = ()
        self._pictures, self._weights, self._caption = tuple(pictures), tuple(weights), caption
        self._describe()
        self.update()

    def clear(self) -> None:
        """Show no picture any more, but the invitation to choose one."""
        self.show_pictures((), (), "")

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
        return QSize(100, _LOWEST_PX - _CAPTION_PX + self._caption_px())

    def _caption_px(self) -> int:
        return max(_CAPTION_PX, self.fontMetrics().height() + 8)

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
        area = self.rect().adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -self._caption_px())
        if not self._pictures:
            self._draw_invitation(painter)
        elif len(self._pictures) == 1:
            self._draw_picture(painter, area, self._pictures[0])
        else:
            self._draw_mixture(painter, area)
        if self._awaiting_drop:
            self._draw_drop_target(painter)

    def _draw_frame(self, painter: QPainter) -> None:
        hovered = self.isEnabled() and self.underMouse()
        look = theme.tokens()
        pen = QPen(QColor(look.faint if hovered else look.line if self._pictures else look.edge), 1)
        if self.hasFocus():
            pen = QPen(QColor(look.accent), 2)
        elif not self._pictures:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(look.sunken))
        half = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS_PX, _RADIUS_PX)

    def _draw_invitation(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.tokens().quiet))
        area = self.rect().adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
        text = self.tr("Click to choose a picture, or drop or paste one here")
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def _draw_picture(self, painter: QPainter, area: QRect, picture: ChosenPicture) -> None:
        rect = fitted(picture.image.size(), area)
        ratio = self.devicePixelRatioF()
        if self._thumbnail.size() != rect.size() * ratio:
            self._thumbnail = pixmap_fitting(picture.image, rect.size(), ratio)
        draw_rounded(painter, rect, self._thumbnail, 3)
        self._draw_caption(painter, _size_text(picture))

    def _draw_mixture(self, painter: QPainter, area: QRect) -> None:
        # As large as the largest share may be.
        size = area.size() * self.devicePixelRatioF()
        if not self._small or self._small_for != size:
            self._small_for = size
            self._small = tuple(_covering(picture.image, size) for picture in self._pictures)
        draw_collage(painter, area, self._small, self._weights)
        self._draw_caption(painter, "")

    def _draw_caption(self, painter: QPainter, aside: str) -> None:
        """Draw the name and, where there is room, something beside it; the tooltip tells it anyway."""
        caption = QRect(10, self.height() - self._caption_px(), self.width() - 20, self._caption_px())
        metrics, middle = self.fontMetrics(), Qt.AlignmentFlag.AlignVCenter
        if metrics.horizontalAdvance(self._caption) + 12 + metrics.horizontalAdvance(aside) <= caption.width():
            painter.setPen(QColor(theme.tokens().quiet))
            painter.drawText(caption, middle | Qt.AlignmentFlag.AlignRight, aside)
        painter.setPen(QColor(theme.tokens().text))
        name = metrics.elidedText(self._caption, Qt.TextElideMode.ElideMiddle, caption.width())
        painter.drawText(caption, middle | Qt.AlignmentFlag.AlignLeft, name)

    def _draw_drop_target(self, painter: QPainter) -> None:
        painter.setOpacity(1)
        painter.setBrush(QColor(theme.tokens().veil))
        painter.setPen(QPen(QColor(theme.tokens().accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        painter.setPen(QColor(theme.tokens().text))
        area = self.rect().adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._drop_text)

    def _describe(self) -> None:
        self.setAccessibleName(self._name)
        if not self._pictures:
            self.setAccessibleDescription(self.tr("Empty. Press to choose a picture."))
            self.setToolTip("")
        elif len(self._pictures) == 1:
            words = self.tr("{name}, {size}. Press to choose another one.")
            size = _size_text(self._pictures[0])
            self.setAccessibleDescription(words.format(name=self._caption, size=size))
            self.setToolTip(f"{self._pictures[0].path}\n{size}")
        else:
            total = sum(self._weights)
            shares = [f"{path.name} {100 * weight / total:.0f} %" for path, weight in self._paths_and_weights()]
            words = self.tr("{name}: {shares}. Press to choose others.")
            self.setAccessibleDescription(words.format(name=self._caption, shares=", ".join(shares)))
            self.setToolTip("\n".join(shares))

    def _paths_and_weights(self) -> list[tuple[Path, float]]:
        return [(picture.path, weight) for picture, weight in zip(self._pictures, self._weights, strict=True)]


def _size_text(picture: ChosenPicture) -> str:
    return well.tr("{width} × {height} px").format(width=picture.width_px, height=picture.height_px)


def _covering(image: QImage, size: QSize) -> QImage:
    wanted = image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if wanted.width() >= image.width():
        return image
    return image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
