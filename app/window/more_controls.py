"""Settings that few pictures need, folded away until they are asked for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.widgets.captioned_slider import CaptionedSlider
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import heading
from core.recipe.choices import ColorMode
from core.recipe.recipe import MAX_STYLE_SCALE, MIN_STYLE_SCALE

if TYPE_CHECKING:
    from app.studio.settings import Settings

_GAP_PX: Final = 6
_SECTION_GAP_PX: Final = 16
# Notches of the slider for each doubling of the brush strokes.
_NOTCHES: Final = 4


class MoreControls(QWidget):
    """Brush strokes and colours.

    Signals:
        style_scale_changed(float): Size of the brush strokes, 0.25 to 4.
        color_changed(ColorMode): Whose colours the picture has.
    """

    style_scale_changed = Signal(float)
    color_changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = QToolButton(self)
        self._fold.setText(self.tr("More settings"))
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addWidget(self._fold)
        column.addWidget(self._body)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(_GAP_PX)
        self._add_strokes(body, settings.style_scale)
        body.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self._add_colors(body, settings.color)
        self._fold.toggled.connect(self._on_fold_toggled)
        # What differs from the usual must not hide.
        is_usual = settings.style_scale == 1 and settings.color is ColorMode.STYLE
        self._fold.setChecked(not is_usual)
        self._on_fold_toggled(not is_usual)

    def _add_strokes(self, column: QVBoxLayout, style_scale: float) -> None:
        self._strokes = CaptionedSlider(
            self.tr("Brush strokes"),
            (self.tr("finer"), self.tr("broader")),
            (_notch(MIN_STYLE_SCALE), _notch(MAX_STYLE_SCALE)),
            _notch(style_scale),
            page_step=_NOTCHES,
            worded=_times,
            parent=self._body,
        )
        self._strokes.setToolTip(self.tr("Can be changed while the picture is being painted"))
        column.addWidget(self._strokes)
        self._strokes.moved.connect(self._on_strokes_moved)

    def _add_colors(self, column: QVBoxLayout, color: ColorMode) -> None:
        self._colors = ChoiceRow(
            self.tr("Colours"),
            [
                (self.tr("Painting's"), ColorMode.STYLE, self.tr("The palette of the painting.")),
                (self.tr("Photo's"), ColorMode.PHOTO, self.tr("Only light and dark are painted; the colours stay.")),
                (self.tr("Matched"), ColorMode.MATCH, self.tr("The painting is first recoloured to suit the photo.")),
            ],
            self._body,
        )
        self._colors.select(color)
        column.addWidget(heading(self.tr("Colours"), self._body))
        column.addWidget(self._colors)
        self._colors.chosen.connect(self._on_color_chosen)

    def set_locked(self, locked: bool) -> None:
        """Lock what a run that goes on cannot follow: all but the brush strokes."""
        self._colors.setEnabled(not locked)

    @Slot(bool)
    def _on_fold_toggled(self, unfolded: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._body.setVisible(unfolded)

    @Slot(int)
    def _on_strokes_moved(self, notch: int) -> None:
        self.style_scale_changed.emit(2 ** (notch / _NOTCHES))

    @Slot(object)
    def _on_color_chosen(self, color: ColorMode) -> None:
        self._colors.select(color)
        self.color_changed.emit(color)


def _notch(style_scale: float) -> int:
    return round(_NOTCHES * math.log2(style_scale))


def _times(notch: int) -> str:
    return f"{2 ** (notch / _NOTCHES):.2g} ×"
