"""Strength, freedom, size and quality of the picture to be made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from app.system.numbers import plain_number
from app.widgets.captioned_slider import CaptionedSlider
from app.widgets.choice_row import ChoiceRow
from app.widgets.labels import ElidedLabel, explanation, heading
from app.widgets.undo_keys import UndoKeys
from app.widgets.way_back import WayBack
from app.widgets.wheel_guard import WheelGuard
from app.words.durations import plain_duration
from core.recipe.choices import Preset
from core.recipe.recipe import MAX_SIZE_PX, MIN_SIZE_PX

if TYPE_CHECKING:
    from app.studio.draft import Draft
    from core.forecast.forecast import Estimate
    from core.recipe.sheet import PrintFormat

_GAP_PX: Final = 5
_GIB: Final = 1 << 30
_SIZE_PX: Final = 84
# Words that are longer, because letters are large, are given more lines.
_WORDS_PX: Final = 290
# Around the number, with its edge.
_FRAME_PX: Final = 22
_SECTION_GAP_PX: Final = 12


class RecipeControls(QWidget):
    """Shows these settings of the draft, and changes them.

    Signals:
        print_wanted(): The person wants to choose a sheet of paper.
    """

    print_wanted = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        settings = draft.settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        self._add_strength(column, settings.strength)
        column.addSpacing(_GAP_PX)
        self._add_freedom(column, settings.freedom)
        column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self._add_size(column, settings.size_px)
        column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        self._add_quality(column, settings.preset)
        self._show_settings()
        draft.settings_changed.connect(self._show_settings)

    def _add_strength(self, column: QVBoxLayout, strength: float) -> None:
        ends = self.tr("nearer the photo"), self.tr("nearer the painting")
        self._strength = CaptionedSlider(
            self.tr("Strength"), ends, (0, 100), round(strength), page_step=10, parent=self
        )
        self._strength.explain(
            self.tr("How much the picture takes on from the painting; can be changed while it is being painted")
        )
        column.addWidget(self._strength)
        self._strength.moved.connect(self._on_strength_moved)
        self._strength.default_wanted.connect(partial(self._draft.reset, "strength"))

    def _add_freedom(self, column: QVBoxLayout, freedom: float) -> None:
        ends = self.tr("keeps the drawing"), self.tr("redraws it")
        self._freedom = CaptionedSlider(self.tr("Freedom"), ends, (0, 100), round(freedom), page_step=10, parent=self)
        self._freedom.explain(
            self.tr("How far every stroke follows the painter's; can be changed while the picture is being painted")
        )
        column.addWidget(self._freedom)
        self._freedom.moved.connect(self._on_freedom_moved)
        self._freedom.default_wanted.connect(partial(self._draft.reset, "freedom"))

    def _add_size(self, column: QVBoxLayout, size_px: int) -> None:
        options = [
            (self.tr("Small"), 384), (self.tr("Medium"), 512), (self.tr("Large"), 768), (self.tr("Extra large"), 1024)
        ]  # fmt: skip
        tip = self.tr("{size} pixels on the longer side")
        named = heading(self.tr("Size"), self)
        self._print = QPushButton(self)
        self._print.setProperty("compact", True)
        self._size = QSpinBox(self)
        self._size.setRange(MIN_SIZE_PX, MAX_SIZE_PX)
        self._size.setSingleStep(64)
        suffix = self.tr(" px")
        self._size.setSuffix(suffix)
        self._size.setValue(size_px)
        self._size.setKeyboardTracking(False)
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._size.setFixedWidth(
            max(_SIZE_PX, self._size.fontMetrics().horizontalAdvance(f"88888{suffix}") + _FRAME_PX)
        )
        self._size.lineEdit().setAcceptDrops(False)
        self._size.setAccessibleName(self.tr("Longer side in pixels"))
        self._size.setToolTip(self.tr("Longer side in pixels"))
        WheelGuard(self._size)
        UndoKeys(self._size)
        self._sizes = ChoiceRow(
            self.tr("Size"),
            [(label, value, tip.format(size=value)) for label, value in options],
            self,
            named_by=named,
        )
        self._sizes.select(size_px)
        title = QHBoxLayout()
        title.addWidget(named)
        title.addStretch()
        title.addWidget(self._print)
        title.addWidget(self._size)
        column.addLayout(title)
        column.addWidget(self._sizes)
        self._print.clicked.connect(self.print_wanted)
        self._sizes.chosen.connect(self._on_size_chosen)
        self._size.valueChanged.connect(self._on_size_changed)
        size_back = partial(self._draft.reset, "size_px", "sheet", "fit")
        for way_back in (
            WayBack(self._size, double_clicked=(), others=(self._size,)),
            WayBack(self._print, double_clicked=(), others=(self._print,)),
        ):
            way_back.wanted.connect(size_back)
        self._sizes.default_wanted.connect(size_back)

    def _add_quality(self, column: QVBoxLayout, preset: Preset) -> None:
        named = heading(self.tr("Quality"), self)
        self._presets = ChoiceRow(
            self.tr("Quality"),
            [
                (self.tr("Draft"), Preset.DRAFT, self.tr("A quick look.")),
                (self.tr("Standard"), Preset.STANDARD, self.tr("Good for most pictures.")),
                (self.tr("High"), Preset.HIGH, self.tr("The cleanest strokes.")),
            ],
            self,
            named_by=named,
        )
        self._preset_words = explanation("", self, small=True)
        metrics = self._preset_words.fontMetrics()
        # Room for whatever it may say, so that nothing moves when it says something else.
        longest_px = max(map(metrics.horizontalAdvance, self._words_of_presets().values())) + 1
        self._preset_words.setMinimumWidth(min(longest_px, _WORDS_PX))
        if longest_px > _WORDS_PX:
            self._preset_words.setWordWrap(True)
            self._preset_words.setMinimumHeight(max(map(self._height_of, self._words_of_presets().values())))
        self._preset_words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        title = QHBoxLayout()
        title.addWidget(named)
        title.addStretch()
        title.addWidget(self._preset_words)
        column.addLayout(title)
        column.addWidget(self._presets)
        self._forecast = ElidedLabel(self)
        column.addWidget(self._forecast)
        self._presets.chosen.connect(self._on_preset_chosen)
        self._presets.default_wanted.connect(partial(self._draft.reset, "preset"))
        self._show_preset(preset)

    @Slot(object)
    def show_forecast(self, estimate: Estimate | None) -> None:
        """Say how long the picture would take, and how much memory; or that there is not enough."""
        if estimate is None or estimate.seconds == 0:
            self._forecast.show_text("")
        elif not estimate.fits:
            words = self.tr("Too large for the memory: at most {size} px.")
            self._forecast.show_text(words.format(size=estimate.largest_size_px))
        else:
            words = self.tr("Takes {duration} and {memory} GB of memory.")
            duration = plain_duration(estimate.seconds)
            self._forecast.show_text(
                words.format(duration=duration, memory=plain_number(estimate.peak_bytes / _GIB, 1))
            )

    @Slot()
    def _show_settings(self) -> None:
        """Show the settings as the draft has them."""
        settings = self._draft.settings
        self._strength.slider.setValue(round(settings.strength))
        self._freedom.slider.setValue(round(settings.freedom))
        self._size.setValue(settings.size_px)
        self._sizes.select(settings.size_px)
        self._show_preset(settings.preset)
        self._show_sheet(settings.sheet)

    def _show_sheet(self, sheet: PrintFormat | None) -> None:
        """Show the sheet to paint for, which decides the size; None for no sheet."""
        for widget in (self._sizes, self._size):
            widget.setEnabled(sheet is None)
        if sheet is None:
            self._print.setText(self.tr("For print…"))
            self._print.setAccessibleName("")
            self._print.setToolTip(self.tr("Paint for a sheet of paper: width, height and resolution"))
            return
        sides = {"width": plain_number(sheet.width_mm / 10, 2), "height": plain_number(sheet.height_mm / 10, 2)}
        self._print.setText(self.tr("{width} × {height} cm…").format(**sides))
        words = self.tr("Print {width} × {height} cm at {dpi} dpi").format(**sides, dpi=plain_number(sheet.dpi, 1))
        self._print.setAccessibleName(words)
        self._print.setToolTip(words)

    @Slot(int)
    def _on_strength_moved(self, strength: int) -> None:
        if strength != round(self._draft.settings.strength):  # a recipe's own may lie between two notches
            self._draft.set(strength=strength)

    @Slot(int)
    def _on_freedom_moved(self, freedom: int) -> None:
        if freedom != round(self._draft.settings.freedom):
            self._draft.set(freedom=freedom)

    @Slot(object)
    def _on_size_chosen(self, size_px: int) -> None:
        self._size.setValue(size_px)

    @Slot(int)
    def _on_size_changed(self, size_px: int) -> None:
        self._sizes.select(size_px)
        self._draft.set(size_px=size_px)

    @Slot(object)
    def _on_preset_chosen(self, preset: Preset) -> None:
        self._show_preset(preset)
        self._draft.set(preset=preset)

    def _show_preset(self, preset: Preset) -> None:
        self._presets.select(preset)
        self._preset_words.setText(self._words_of_presets()[preset])

    def _height_of(self, words: str) -> int:
        self._preset_words.setText(words)
        return self._preset_words.heightForWidth(_WORDS_PX)

    def _words_of_presets(self) -> dict[Preset, str]:
        return {
            Preset.DRAFT: self.tr("A quick look, rough in places."),
            Preset.STANDARD: self.tr("A good balance for most pictures."),
            Preset.HIGH: self.tr("Takes longest; the cleanest strokes."),
        }
