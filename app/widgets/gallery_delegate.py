"""Draws one picture of the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.look import theme
from app.studio.gallery_model import GalleryRole
from app.widgets.labels import SMALL
from app.widgets.painting import draw_choice_outline

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QImage

    from app.library.gallery.entry import GalleryEntry

BOX: Final = QSize(184, 150)
_PADDING_PX: Final = 10
_GAP_PX: Final = 6
_STAR: Final = "\N{BLACK STAR}"
_RADIUS_PX: Final = 8
# Of a few screens full of pictures.
_MOST_WORDS: Final = 500

_Index = QModelIndex | QPersistentModelIndex


def date_words(changed_s: float) -> str:
    """When a picture was made, as people write it here."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(round(1000 * changed_s)), QLocale.FormatType.ShortFormat)


class GalleryDelegate(QStyledItemDelegate):
    """A thumbnail, with its name, its date and its stars below it."""

    def __init__(self, font: QFont, parent: QObject | None = None) -> None:
        """Draw with a font; what is quiet, a little smaller."""
        super().__init__(parent)
        self._font, self._quiet = QFont(font), QFont(font)
        self._quiet.setPointSizeF(font.pointSizeF() * SMALL)
        self._words: dict[GalleryEntry, tuple[QStaticText, QStaticText]] = {}
        self._metrics, self._quiet_metrics = QFontMetrics(self._font), QFontMetrics(self._quiet)

    @property
    def size(self) -> QSize:
        """How much room a picture needs."""
        text_px = self._metrics.height() + self._quiet_metrics.height() + 2
        return QSize(BOX.width() + 2 * _PADDING_PX, BOX.height() + 2 * _PADDING_PX + _GAP_PX + text_px)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """That."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw it in the middle of its place."""
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: GalleryEntry = index.data(GalleryRole.ENTRY)
        area = QRect(QPoint(), self.size)
        area.moveCenter(cell.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, area, state)
        box = QRect(area.left() + _PADDING_PX, area.top() + _PADDING_PX, BOX.width(), BOX.height())
        self._draw_picture(painter, box, index.data(Qt.ItemDataRole.DecorationRole))
        self._draw_words(painter, box, entry)
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        look = theme.tokens()
        if is_selected or under_mouse:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.raised if is_selected else look.panel))
            painter.drawRoundedRect(area, _RADIUS_PX, _RADIUS_PX)
        draw_choice_outline(
            painter,
            QRectF(area).adjusted(1, 1, -1, -1),
            _RADIUS_PX,
            is_chosen=is_selected,
            has_focus=bool(state & QStyle.StateFlag.State_HasFocus),
            under_mouse=False,
        )

    def _draw_picture(self, painter: QPainter, box: QRect, image: QImage) -> None:
        if image.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens().panel))
            painter.drawRoundedRect(box.adjusted(20, 20, -20, -20), 4, 4)
            return
        size = image.deviceIndependentSize()
        left, top = box.center().x() - size.width() / 2, box.bottom() + 1 - size.height()
        # On whole pixels it is drawn as it is, without being filtered once more.
        painter.drawImage(QPoint(round(left), round(top)), image)

    def _draw_words(self, painter: QPainter, box: QRect, entry: GalleryEntry) -> None:
        name, facts = self._words_of(entry)
        look, top = theme.tokens(), box.bottom() + _GAP_PX
        for words, font, colour in ((name, self._font, look.text), (facts, self._quiet, look.quiet)):
            size = words.size()
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawStaticText(QPointF(round(box.center().x() - size.width() / 2), top), words)
            top += round(size.height()) + 2

    def _words_of(self, entry: GalleryEntry) -> tuple[QStaticText, QStaticText]:
        """What stands below a picture, laid out once: whoever scrolls sees it drawn again and again."""
        words = self._words.get(entry)
        if words is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            title = self._metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, BOX.width())
            facts = f"{date_words(entry.changed_s)}  {_STAR * entry.rating}".rstrip()
            words = self._words[entry] = _laid_out(title, self._font), _laid_out(facts, self._quiet)
        return words


def _laid_out(text: str, font: QFont) -> QStaticText:
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    words.prepare(QTransform(), font)
    return words
