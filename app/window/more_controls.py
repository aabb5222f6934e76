"""Settings that few pictures need, folded away until they are asked for."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from app.studio.draft_settings import DraftSettings
from app.widgets.captioned_slider import CaptionedSlider
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import explanation, heading
from app.widgets.undo_keys import UndoKeys
from app.widgets.way_back import WayBack
from app.widgets.wheel_guard import WheelGuard
from core.recipe.choices import ColorMode, StartFrom
from core.recipe.recipe import MAX_STYLE_SCALE, MIN_STYLE_SCALE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.studio.draft import Draft

_GAP_PX: Final = 6
_SECTION_GAP_PX: Final = 16
# Notches of the slider for each doubling of the brush strokes.
_NOTCHES: Final = 4
# The largest that a spin box can show.
_LARGEST_SEED: Final = 2**31 - 1
_NAME_PX: Final = 190
_HEAD_PX: Final = 370


class MoreControls(QWidget):
    """Brush strokes, colours, and what the run starts from: shows and changes the draft's.

    Attributes:
        body: What is folded away.
        column: Its layout.

    Signals:
        start_picture_wanted(): The person wants to choose the picture to start from.
    """

    start_picture_wanted = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._others_are_usual: list[Callable[[], bool]] = []
        self._fold = QToolButton(self)
        self._fold.setText(self.tr("More settings"))
        self._fold.setToolTip(self.tr("Strokes, colours, what the picture starts from, and what it tells of itself"))
        self._fold.setCheckable(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._reset = QToolButton(self)
        self._reset.setText(self.tr("Reset all"))
        self._reset.setToolTip(self.tr("Give every setting its default; the pictures stay"))
        self._reset.setAutoRaise(True)
        self._reset.clicked.connect(self._on_reset_pressed)
        self.body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        head = self._head = QHBoxLayout()
        head.addWidget(self._fold)
        head.addStretch()
        head.addWidget(self._reset)
        column.addLayout(head)
        column.addWidget(self.body)
        body = self.column = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(_GAP_PX)
        self._add_strokes(body, draft.settings.style_scale)
        body.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self._add_colors(body)
        body.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self._add_start(body)
        self._show_settings()
        draft.settings_changed.connect(self._show_settings)
        self._fold.toggled.connect(self._on_fold_toggled)
        self._on_fold_toggled(False)
        self.unfold_unusual()

    def add_to_head(self, button: QToolButton) -> None:
        """Put another button before the one that resets all."""
        self._head.insertWidget(self._head.count() - 1, button)
        QWidget.setTabOrder(self._fold, button)
        QWidget.setTabOrder(button, self._reset)
        self._turn_head()

    def _head_buttons(self) -> list[QWidget]:
        items = (self._head.itemAt(number) for number in range(self._head.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _turn_head(self) -> None:
        """Put the buttons side by side, or below each other where their letters are large."""
        widths_px = [button.sizeHint().width() + self._head.spacing() for button in self._head_buttons()]
        fits = sum(widths_px) <= _HEAD_PX
        beside = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag.AlignLeading
        for button in self._head_buttons():
            self._head.setAlignment(button, beside)
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    @property
    def head_height(self) -> int:
        """The height of what is always seen of it."""
        return self._head.minimumSize().height()

    def _is_usual(self) -> bool:
        usual, now = DraftSettings(), self._draft.settings
        kept_here = ("style_scale", "turned_strokes", "color", "start_from")
        here_is = all(getattr(now, name) == getattr(usual, name) for name in kept_here)
        return here_is and all(is_usual() for is_usual in self._others_are_usual)

    def _add_strokes(self, column: QVBoxLayout, style_scale: float) -> None:
        self._strokes = CaptionedSlider(
            self.tr("Brush strokes"),
            (self.tr("finer"), self.tr("broader")),
            (_notch(MIN_STYLE_SCALE), _notch(MAX_STYLE_SCALE)),
            _notch(style_scale),
            page_step=_NOTCHES,
            worded=_times,
            parent=self.body,
        )
        self._strokes.explain(
            self.tr(
                "How broad the strokes are beside the painting's; can be changed while the picture is being painted"
            )
        )
        column.addWidget(self._strokes)
        self._strokes.moved.connect(self._on_strokes_moved)
        self._strokes.default_wanted.connect(partial(self._draft.reset, "style_scale"))
        self._directions = ChoiceRow(
            self.tr("Direction of the strokes"),
            [
                (self.tr("As painted"), False, self.tr("Strokes run as they do in the painting.")),
                (
                    self.tr("Any direction"),
                    True,
                    self.tr("The painting's strokes may be turned and mirrored, to follow the photo's forms."),
                ),
            ],
            self.body,
        )
        column.addWidget(self._directions)
        self._directions.chosen.connect(self._on_direction_chosen)
        self._directions.default_wanted.connect(partial(self._draft.reset, "turned_strokes"))

    def _add_colors(self, column: QVBoxLayout) -> None:
        named = heading(self.tr("Colours"), self.body)
        self._colors = ChoiceRow(
            self.tr("Colours"),
            [
                (self.tr("Painting's"), ColorMode.STYLE, self.tr("The palette of the painting.")),
                (self.tr("Photo's"), ColorMode.PHOTO, self.tr("Only light and dark are painted; the colours stay.")),
                (self.tr("Matched"), ColorMode.MATCH, self.tr("The painting is first recoloured to suit the photo.")),
            ],
            self.body,
            named_by=named,
        )
        column.addWidget(named)
        column.addWidget(self._colors)
        self._colors.chosen.connect(self._on_color_chosen)
        self._colors.default_wanted.connect(partial(self._draft.reset, "color"))

    def _add_start(self, column: QVBoxLayout) -> None:
        named = heading(self.tr("Start from"), self.body)
        self._seed = QSpinBox(self.body)
        self._seed.setRange(0, _LARGEST_SEED)
        self._seed.setPrefix(self.tr("No. "))
        self._seed.setAccessibleName(self.tr("Number of the noise"))
        self._seed.setToolTip(self.tr("The same number gives the same picture again; another one gives another."))
        WheelGuard(self._seed)
        UndoKeys(self._seed)
        self._starts = ChoiceRow(
            self.tr("Start from"),
            [
                (self.tr("Photo"), StartFrom.PHOTO, self.tr("Keeps the photo's drawing best.")),
                (self.tr("Noise"), StartFrom.NOISE, self.tr("Freer, and different with every number.")),
                (self.tr("Picture…"), StartFrom.PICTURE, self.tr("Goes on from a picture, such as an earlier one.")),
            ],
            self.body,
            named_by=named,
        )
        self._start_name = explanation("", self.body, small=True)
        title = QHBoxLayout()
        title.addWidget(named)
        title.addStretch()
        title.addWidget(self._start_name)
        title.addWidget(self._seed)
        column.addLayout(title)
        column.addWidget(self._starts)
        self._starts.chosen.connect(self._on_start_chosen)
        self._starts.default_wanted.connect(partial(self._draft.reset, "start_from", "start_picture"))
        seed_back = WayBack(self._seed, double_clicked=(), others=(self._seed,))
        seed_back.wanted.connect(partial(self._draft.reset, "seed"))
        self._seed.valueChanged.connect(self._on_seed_changed)

    def add_section(self, section: QWidget, is_usual: Callable[[], bool]) -> None:
        """Put something below the rest, which says whether it is as at the first start."""
        self._others_are_usual.append(is_usual)
        self.column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self.column.addWidget(section)
        self.unfold_unusual()

    @Slot()
    def unfold_unusual(self) -> None:
        """Show everything where something is not as usual, which must not hide."""
        if not self._is_usual():
            self._fold.setChecked(True)

    @Slot(object)
    def take_start_picture(self, path: Path) -> None:
        """Start from this picture."""
        self._draft.set(start_from=StartFrom.PICTURE, start_picture=path)

    @Slot()
    def _on_reset_pressed(self) -> None:
        self._draft.reset()

    @Slot()
    def _show_settings(self) -> None:
        settings = self._draft.settings
        self._reset.setEnabled(settings != DraftSettings())
        self._strokes.slider.setValue(_notch(settings.style_scale))
        self._directions.select(settings.turned_strokes)
        self._colors.select(settings.color)
        goes_on = settings.start_from is StartFrom.FINISHED
        self._starts.select(StartFrom.PICTURE if goes_on else settings.start_from)
        self._seed.setValue(min(settings.seed, _LARGEST_SEED))
        self._seed.setVisible(settings.start_from is StartFrom.NOISE)
        picture = settings.start_picture if settings.start_from.needs_picture else None
        name = "" if picture is None else picture.name
        words = self.tr("More steps: {name}").format(name=name) if goes_on else name
        self._start_name.setText(
            self._start_name.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _NAME_PX)
        )
        self._start_name.setToolTip(
            self.tr("Paints on at this picture, at its full size: {name}").format(name=name) if goes_on else name
        )

    @Slot(bool)
    def _on_fold_toggled(self, unfolded: bool) -> None:
        sideways = Qt.ArrowType.LeftArrow if self.isRightToLeft() else Qt.ArrowType.RightArrow
        self._fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else sideways)
        self.body.setVisible(unfolded)

    @Slot(int)
    def _on_strokes_moved(self, notch: int) -> None:
        if notch != _notch(self._draft.settings.style_scale):
            self._draft.set(style_scale=2 ** (notch / _NOTCHES))

    @Slot(object)
    def _on_direction_chosen(self, turned: bool) -> None:
        self._draft.set(turned_strokes=turned)

    @Slot(object)
    def _on_color_chosen(self, color: ColorMode) -> None:
        self._draft.set(color=color)

    @Slot(object)
    def _on_start_chosen(self, start: StartFrom) -> None:
        if start is StartFrom.PICTURE:
            # The choice counts once there is a picture; until then the row shows what there is.
            self._starts.select(self._draft.settings.start_from)
            self.start_picture_wanted.emit()
        else:
            self._draft.set(start_from=start, start_picture=None)

    @Slot(int)
    def _on_seed_changed(self, seed: int) -> None:
        if seed != min(self._draft.settings.seed, _LARGEST_SEED):  # the box shows no larger one than it can
            self._draft.set(seed=seed)


def _notch(style_scale: float) -> int:
    return round(_NOTCHES * math.log2(style_scale))


def _times(notch: int) -> str:
    return f"{2 ** (notch / _NOTCHES):.2g} ×"
