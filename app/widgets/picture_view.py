"""One picture at any size, alone or moving together with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme
from app.widgets.picture_layer import PictureLayer
from app.widgets.preview_painting import draw_shadow
from app.widgets.zoomable_view import ZoomableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from app.system.background_jobs import BackgroundJobs


class PictureView(ZoomableView):
    """Shows a picture on a neutral ground.

    Signals:
        step_wanted(int): The person wants the next picture, 1, or the one before, -1.
    """

    step_wanted = Signal(int)

    def __init__(self, background: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = PictureLayer(background, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Picture"))
        self._layer.changed.connect(self.update)
        self.view_changed.connect(self._on_view_changed)

    @property
    def image(self) -> QImage:
        """What is shown; null for nothing."""
        return self._layer.image

    @property
    def is_settled(self) -> bool:
        """Whether all is drawn as well as it can be."""
        return self._layer.is_settled

    def show_size(self, size_px: tuple[int, int]) -> None:
        """Get ready for a picture of that width and height; until it is there, nothing is shown."""
        self._layer.show(QImage())
        self.set_transform(self.transform.fitted().with_picture(size_px))

    def show_image(self, image: QImage) -> None:
        """Show a picture where the former lay, whatever number of pixels it has."""
        self._layer.show(image)
        self.update()

    @Slot()
    def _on_view_changed(self) -> None:
        self._layer.move(self.transform)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to other pictures with the arrows as well, while all of this one is to be seen."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(
            Qt.Key(event.key())
        )
        by_arrow = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if step is not None and not (by_arrow and self.transform.can_move):
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().ground))
        if not self._layer.is_drawn:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ratio = self.transform.rect, self.devicePixelRatioF()
        lies = QRectF(rect.left / ratio, rect.top / ratio, rect.width / ratio, rect.height / ratio)
        # Of a picture many times larger than the view, a shadow would take longer than the picture.
        draw_shadow(painter, lies.intersected(QRectF(self.rect()).adjusted(-40, -40, 40, 40)))
        # In the screen's own pixels: whatever the display's scale, 1:1 is exact.
        painter.scale(1 / ratio, 1 / ratio)
        self._layer.draw(painter)


class LinkedViews(QObject):
    """Has several views show the same part of their pictures."""

    def __init__(self, views: Sequence[ZoomableView], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self._is_following = False
        for view in views:
            view.view_changed.connect(self._on_view_changed)

    @Slot()
    def _on_view_changed(self) -> None:
        moved = self.sender()
        if self._is_following or not isinstance(moved, ZoomableView):
            return
        self._is_following = True
        for view in self._views:
            if view is not moved and view.isVisible():
                view.set_transform(view.transform.like(moved.transform))
        self._is_following = False
