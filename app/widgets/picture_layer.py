"""One of the pictures of the preview: drawn at once in passing, and evenly filtered as soon as that is ready."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from shiboken6 import isValid

from app.look.mip_levels import drawn, mip_levels

if TYPE_CHECKING:
    from app.look.mip_levels import Box, MipLevels
    from app.system.background_jobs import BackgroundJobs
    from app.widgets.view_transform import PixelRect, ViewTransform

_WHOLE: Final = 1e-6
_REST_MS: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class _Drawing:
    """What the view shows of a picture at one place, filtered; None where its own pixels are shown as they are."""

    source: QImage
    levels: MipLevels
    transform: ViewTransform
    image: QImage | None


class PictureLayer(QObject):
    """A picture that may be followed by another one at any time, and moves with a view.

    A new picture takes the place of the former when it is ready to be drawn, so that nothing flickers.

    Signals:
        changed(): It is to be drawn anew.
    """

    changed = Signal()

    def __init__(self, background: BackgroundJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._wanted = QImage()
        self._transform: ViewTransform | None = None
        self._drawing: _Drawing | None = None
        self._busy = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)

    @property
    def image(self) -> QImage:
        """The picture that was given last; null for none."""
        return self._wanted

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._wanted.isNull()

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to draw already."""
        return self._drawing is not None

    @property
    def is_settled(self) -> bool:
        """Whether the view shows the picture as well as it can."""
        return self.is_empty or self._transform is None or self._shows_all()

    def show(self, image: QImage) -> None:
        """Take another picture, or none."""
        if image.cacheKey() == self._wanted.cacheKey():
            return
        self._wanted = image
        if image.isNull():
            self._drawing = None
            self.changed.emit()
        self._draw_next()

    def move(self, transform: ViewTransform) -> None:
        """Lie in the view in another way."""
        self._transform = transform
        if self._shows_newest():
            # What is drawn on the way would be there too late, and would hold up the way.
            self._rest.start()
        else:
            self._draw_next()

    def draw(self, painter: QPainter) -> None:
        """Draw what there is, in device pixels."""
        drawing, transform = self._drawing, self._transform
        visible = None if transform is None else transform.visible
        if drawing is None or transform is None or visible is None:
            return
        if drawing.image is not None and drawing.transform == transform:
            painter.drawImage(round(visible.left), round(visible.top), drawing.image)
        else:
            _draw_unfiltered(painter, drawing.levels, transform.rect, visible)

    def _shows_newest(self) -> bool:
        return self._drawing is not None and self._drawing.source.cacheKey() == self._wanted.cacheKey()

    def _shows_all(self) -> bool:
        return self._shows_newest() and self._drawing is not None and self._drawing.transform == self._transform

    @Slot()
    def _on_rested(self) -> None:
        self._draw_next()

    def _draw_next(self) -> None:
        if self._busy or self.is_settled or self._transform is None:
            return
        self._busy = True
        known = self._drawing.levels if self._drawing is not None and self._shows_newest() else None
        self._background.send(
            partial(_draw, self._wanted, known, self._transform),
            on_done=self._on_drawn,
            on_failed=self._on_failed,
            awaited=False,
        )

    def _on_drawn(self, drawing: _Drawing) -> None:
        if not isValid(self):
            return  # the window has been closed meanwhile
        self._busy = False
        # One that a person has moved on from still brings the newer picture.
        if not self.is_empty:
            self._drawing = drawing
            self.changed.emit()
        if not self._rest.isActive() or not self._shows_newest():
            self._draw_next()

    def _on_failed(self, _error: Exception) -> None:
        """There was no memory: the former picture stays until the next one comes."""
        self._busy = False


def _draw(source: QImage, levels: MipLevels | None, transform: ViewTransform) -> _Drawing:
    levels = mip_levels(source) if levels is None else levels
    visible = transform.visible
    if visible is None or _is_exact(levels, transform):
        return _Drawing(source, levels, transform, None)
    box = _box(levels, transform.rect, visible)
    image = drawn(levels, box, round(visible.width), round(visible.height))
    return _Drawing(source, levels, transform, image)


def _is_exact(levels: MipLevels, transform: ViewTransform) -> bool:
    """Whether the picture's own pixels are to be seen: from 1:1 on, of a picture that is not about to get finer."""
    return transform.scale >= 1 - _WHOLE and (levels.width_px, levels.height_px) == transform.picture


def _box(levels: MipLevels, rect: PixelRect, visible: PixelRect) -> Box:
    across, down = levels.width_px / rect.width, levels.height_px / rect.height
    return (
        max(0.0, (visible.left - rect.left) * across),
        max(0.0, (visible.top - rect.top) * down),
        min(float(levels.width_px), (visible.right - rect.left) * across),
        min(float(levels.height_px), (visible.bottom - rect.top) * down),
    )


def _draw_unfiltered(painter: QPainter, levels: MipLevels, rect: PixelRect, visible: PixelRect) -> None:
    """Draw whole pixels of the nearest level: exact where the picture is not shrunk, and quick in any case."""
    level = levels.level_for(rect.width / levels.width_px)
    image = levels.images[level]
    across, down = rect.width * 2**level / levels.width_px, rect.height * 2**level / levels.height_px
    left, top = int((visible.left - rect.left) / across), int((visible.top - rect.top) / down)
    right = min(image.width(), int((visible.right - rect.left) / across) + 1)
    bottom = min(image.height(), int((visible.bottom - rect.top) / down) + 1)
    source = QRectF(left, top, right - left, bottom - top)
    target = QRectF(rect.left + left * across, rect.top + top * down, source.width() * across, source.height() * down)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.setClipRect(
        QRectF(visible.left, visible.top, visible.width, visible.height), Qt.ClipOperation.IntersectClip
    )
    painter.drawImage(target, image, source)
    painter.restore()
