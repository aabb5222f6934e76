"""A grid of small pictures of which one can be chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from app.look import theme
from app.look.qimage import image_of_pixels
from app.widgets.painting import draw_choice_outline, draw_rounded, pixmap_covering
from core.files.reading import read_thumbnail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.library.bundled import BundledPicture
    from app.system.background_jobs import BackgroundJobs

_READ_SIDE_PX: Final = 256
_LOCKED_OPACITY: Final = 0.55


class Thumbnail(QAbstractButton):
    """One small picture; the chosen one is outlined."""

    def __init__(self, entry: BundledPicture, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = entry.path
        self._side_px = side_px
        self._image = QImage()
        self._pixmap = QPixmap()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(entry.name)
        self.setAccessibleDescription(entry.description)
        self.setToolTip(f"<b>{entry.name}</b><br>{entry.description}")

    def show_image(self, image: QImage) -> None:
        """Show this image, which has been read meanwhile."""
        self._image = image
        self._pixmap = QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side_px, self._side_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture and, around it, whether it is chosen or has the focus."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if not self.isEnabled():
            painter.setOpacity(_LOCKED_OPACITY)
        inset = 4 if self.isChecked() else 2
        area = self.rect().adjusted(inset, inset, -inset, -inset)
        self._draw_image(painter, area)
        draw_choice_outline(
            painter,
            QRectF(self.rect()).adjusted(1, 1, -1, -1),
            6,
            is_chosen=self.isChecked(),
            has_focus=self.hasFocus(),
            under_mouse=self.isEnabled() and self.underMouse(),
        )

    def _draw_image(self, painter: QPainter, area: QRect) -> None:
        if self._image.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens().raised))
            painter.drawRoundedRect(area, 4, 4)
            return
        ratio = self.devicePixelRatioF()
        if self._pixmap.size() != area.size() * ratio:
            self._pixmap = pixmap_covering(self._image, area.size(), ratio)
        draw_rounded(painter, area, self._pixmap, 4)


class ThumbnailStrip(QWidget):
    """The bundled pictures of one kind.

    Signals:
        chosen(Path): The person picked one.
        toggled(Path): The person wants one beside the others, or no longer, having held Ctrl.
    """

    chosen = Signal(Path)
    toggled = Signal(Path)

    def __init__(
        self,
        entries: Sequence[BundledPicture],
        jobs: BackgroundJobs,
        *,
        side_px: int,
        num_columns: int,
        spacing_px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(spacing_px)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._selected: frozenset[Path] = frozenset()
        self._group.buttonClicked.connect(self._on_button_clicked)
        for number, entry in enumerate(entries):
            thumbnail = Thumbnail(entry, side_px, self)
            self._group.addButton(thumbnail)
            grid.addWidget(thumbnail, number // num_columns, number % num_columns)
            jobs.send(partial(_read_image, entry.path), on_done=thumbnail.show_image, on_failed=self._ignore_unreadable)
        grid.setColumnStretch(num_columns, 1)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """One for each picture, in their order."""
        return self._group.buttons()

    def select(self, paths: Iterable[Path]) -> None:
        """Outline the pictures at ``paths`` that are among them, and no others."""
        self._selected = frozenset(paths)
        for thumbnail in self._group.buttons():
            thumbnail.setChecked(isinstance(thumbnail, Thumbnail) and thumbnail.path in self._selected)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if not isinstance(button, Thumbnail):
            return
        # It is outlined once it has been read.
        self.select(self._selected)
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(button.path)
        else:
            self.chosen.emit(button.path)

    def _ignore_unreadable(self, _error: Exception) -> None:
        """Leave the blank square; choosing it says what is wrong."""


def _read_image(path: Path) -> QImage:
    return image_of_pixels(read_thumbnail(path, _READ_SIDE_PX).rgb)
