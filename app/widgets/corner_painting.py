"""The painting in a corner of the preview, to see whose manner the picture has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Signal

from app.widgets.picture_layer import PictureLayer
from app.widgets.preview_painting import draw_shadow
from app.widgets.view_transform import ViewTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from app.system.background_jobs import BackgroundJobs

_INSET_PX: Final = 12
_SHARE_OF_WIDTH: Final = 0.24
_SHARE_OF_HEIGHT: Final = 0.3


class CornerPainting(QObject):
    """A small picture in the lower left corner of a view.

    Signals:
        changed(): It is to be drawn anew.
    """

    changed = Signal()

    def __init__(self, background: BackgroundJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = PictureLayer(background, self)
        self._layer.changed.connect(self.changed)
        self._wanted = False
        self._view, self._ratio = QSize(), 1.0

    @property
    def is_settled(self) -> bool:
        """Whether it is drawn as well as it can be."""
        return not self._wanted or self._layer.is_settled

    def show(self, image: QImage) -> None:
        """Take another painting, or none."""
        self._layer.show(image)
        self._place()

    def want(self, wanted: bool) -> None:
        """Be seen, or not."""
        self._wanted = wanted
        self._place()
        self.changed.emit()

    def move(self, view: QSize, ratio: float) -> None:
        """Lie in a view of another size, which has so many of the screen's pixels for each of its own."""
        self._view, self._ratio = view, ratio
        self._place()

    def draw(self, painter: QPainter) -> None:
        """Draw it, if it is wanted."""
        if not self._wanted or not self._layer.is_drawn:
            return
        rect = self._rect()
        draw_shadow(painter, rect)
        painter.save()
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.translate(round(rect.left() * self._ratio), round(rect.top() * self._ratio))
        self._layer.draw(painter)
        painter.restore()

    def _rect(self) -> QRectF:
        image = self._layer.image
        most = QSize(round(_SHARE_OF_WIDTH * self._view.width()), round(_SHARE_OF_HEIGHT * self._view.height()))
        scale = min(most.width() / image.width(), most.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        return QRectF(_INSET_PX, self._view.height() - _INSET_PX - height, width, height)

    def _place(self) -> None:
        image = self._layer.image
        if image.isNull() or self._view.isEmpty() or not self._wanted:
            return
        rect = self._rect()
        view = max(1, round(rect.width() * self._ratio)), max(1, round(rect.height() * self._ratio))
        self._layer.move(ViewTransform((image.width(), image.height()), view))
