"""Asks for the sheet of paper that a picture is to be painted for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.widgets.labels import explanation
from app.widgets.paper_sizes import (
    MAX_BLEED_MM,
    MAX_DPI,
    MAX_SIDE_MM,
    MIN_DPI,
    MIN_SIDE_MM,
    PAPER_SIZES,
    named_size,
    within_limits,
)
from app.widgets.wheel_guard import WheelGuard
from core.recipe.recipe import MAX_SIZE_PX
from core.recipe.sheet import MM_PER_UNIT, Fit, PrintFormat

_FIRST: Final = PrintFormat(210.0, 297.0)
_ROW_PX: Final = 30  # as high as the other fields


class PrintDialog(QDialog):
    """Width, height, resolution, bleed and fit.

    Signals:
        chosen(PrintFormat, Fit): What the person wants; None in place of the sheet for a picture on the screen alone.
    """

    chosen = Signal(object, object)

    def __init__(self, sheet: PrintFormat | None, fit: Fit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paint for print"))
        # The sheet itself: the fields round what they show, so an edited field changes no value but its own.
        self._sheet = shown = within_limits(sheet or _FIRST)
        self._named = QComboBox(self)
        self._named.addItem(self.tr("A size of your own"))
        self._named.addItems([name for name, _, _ in PAPER_SIZES])
        self._width, self._height = self._make_side(self.tr("Width")), self._make_side(self.tr("Height"))
        self._unit = QComboBox(self)
        self._unit.addItems(list(MM_PER_UNIT))
        self._unit.setCurrentText("cm")
        self._unit.setAccessibleName(self.tr("Unit"))
        self._turn = QPushButton(self.tr("Turn"), self)
        self._turn.setToolTip(self.tr("Upright or across"))
        self._dpi = QSpinBox(self)
        self._dpi.setRange(MIN_DPI, MAX_DPI)
        self._dpi.setSuffix(self.tr(" dpi"))
        self._dpi.setValue(round(shown.dpi))
        self._bleed = QDoubleSpinBox(self)
        self._bleed.setRange(0, MAX_BLEED_MM)
        self._bleed.setDecimals(1)
        self._bleed.setSuffix(self.tr(" mm"))
        self._bleed.setValue(shown.bleed_mm)
        self._bleed.setToolTip(self.tr("Painted beyond each edge, to be cut off by the printer"))
        self._fit = self._make_fit(fit)
        self._pixels = explanation("", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._none = self._buttons.addButton(self.tr("Not for print"), QDialogButtonBox.ButtonRole.ResetRole)
        self._none.setVisible(sheet is not None)
        self._explain()
        self._lay_out()
        self._show_sides()
        self._follow()

    def _make_side(self, name: str) -> QDoubleSpinBox:
        side = QDoubleSpinBox(self)
        side.setAccessibleName(name)
        side.setDecimals(2)
        return side

    def _make_fit(self, fit: Fit) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Fill the sheet, crop the photo"), Fit.CROP)
        box.addItem(self.tr("Whole photo, with white borders"), Fit.PAD)
        box.addItem(self.tr("Whole photo, without borders"), Fit.INSIDE)
        box.setCurrentIndex(box.findData(fit))
        return box

    def _explain(self) -> None:
        self._named.setAccessibleName(self.tr("Sheet"))
        self._fit.setAccessibleName(self.tr("Photo"))
        for control, tip in (
            (self._named, self.tr("Usual sizes of paper")),
            (self._width, self.tr("How wide the paper is")),
            (self._height, self.tr("How high the paper is")),
            (self._unit, self.tr("What width and height are measured in")),
            (self._dpi, self.tr("How many pixels lie on an inch: 300 look sharp in the hand, 150 on a wall")),
            (self._fit, self.tr("Whether the photo covers the whole paper, or is seen whole itself")),
        ):
            control.setToolTip(tip)

    def _lay_out(self) -> None:
        for choice in (self._named, self._unit, self._fit):
            choice.setFixedHeight(max(_ROW_PX, choice.sizeHint().height()))
        for field in (self._named, self._width, self._height, self._unit, self._dpi, self._bleed, self._fit):
            WheelGuard(field)
        sides = QHBoxLayout()
        sides.setSpacing(8)
        for widget in (self._width, explanation("×", self), self._height, self._unit, self._turn):
            sides.addWidget(widget)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Sheet"), self._named)
        form.addRow(self.tr("Width and height"), sides)
        form.addRow(self.tr("Resolution"), self._dpi)
        form.addRow(self.tr("Bleed"), self._bleed)
        form.addRow(self.tr("Photo"), self._fit)
        form.addRow("", self._pixels)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 22, 24, 18)
        page.setSpacing(16)
        page.addLayout(form)
        page.addWidget(self._buttons)

    def _follow(self) -> None:
        self._named.activated.connect(self._on_named)
        self._width.valueChanged.connect(self._on_width_changed)
        self._height.valueChanged.connect(self._on_height_changed)
        self._unit.currentTextChanged.connect(self._show_sides)
        self._turn.clicked.connect(self._on_turned)
        self._dpi.valueChanged.connect(self._on_dpi_changed)
        self._bleed.valueChanged.connect(self._on_bleed_changed)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._none.clicked.connect(self._on_none)

    @property
    def sheet(self) -> PrintFormat:
        """The sheet as it stands in the dialog."""
        return self._sheet

    @property
    def fit(self) -> Fit:
        """How the picture goes onto it."""
        return Fit(self._fit.currentData())  # Qt gives it back as text

    @Slot()
    def _show_sides(self) -> None:
        """Show both sides in the unit, and the name that goes with them."""
        unit_mm = self._unit_mm()
        for box, side_mm in ((self._width, self._sheet.width_mm), (self._height, self._sheet.height_mm)):
            box.blockSignals(True)
            box.setRange(MIN_SIDE_MM / unit_mm, MAX_SIDE_MM / unit_mm)
            box.setValue(side_mm / unit_mm)
            box.blockSignals(False)
        number = named_size(self._sheet)
        self._named.setCurrentIndex(0 if number is None else number + 1)
        self._show_pixels()

    @Slot()
    def _show_pixels(self) -> None:
        width_px, height_px = self._sheet.size_px
        words = self.tr("{width} × {height} pixels").format(width=width_px, height=height_px)
        fits = max(width_px, height_px) <= MAX_SIZE_PX
        too_many = self.tr(
            "{width} × {height} pixels: more than the {most} a side that can be painted. Lower the resolution."
        ).format(width=width_px, height=height_px, most=MAX_SIZE_PX)
        self._pixels.setText(words if fits else too_many)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)

    @Slot(int)
    def _on_named(self, number: int) -> None:
        if number > 0:
            _, short_mm, long_mm = PAPER_SIZES[number - 1]
            across = self._sheet.width_mm > self._sheet.height_mm
            width_mm, height_mm = (long_mm, short_mm) if across else (short_mm, long_mm)
            self._sheet = replace(self._sheet, width_mm=width_mm, height_mm=height_mm)
        self._show_sides()

    @Slot(float)
    def _on_width_changed(self, width: float) -> None:
        self._sheet = replace(self._sheet, width_mm=width * self._unit_mm())
        self._show_sides()

    @Slot(float)
    def _on_height_changed(self, height: float) -> None:
        self._sheet = replace(self._sheet, height_mm=height * self._unit_mm())
        self._show_sides()

    @Slot(int)
    def _on_dpi_changed(self, dpi: int) -> None:
        self._sheet = replace(self._sheet, dpi=float(dpi))
        self._show_pixels()

    @Slot(float)
    def _on_bleed_changed(self, bleed_mm: float) -> None:
        self._sheet = replace(self._sheet, bleed_mm=bleed_mm)
        self._show_pixels()

    @Slot()
    def _on_turned(self) -> None:
        self._sheet = replace(self._sheet, width_mm=self._sheet.height_mm, height_mm=self._sheet.width_mm)
        self._show_sides()

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self.sheet, self.fit)
        self.accept()

    @Slot()
    def _on_none(self) -> None:
        self.chosen.emit(None, self.fit)
        self.accept()

    def _unit_mm(self) -> float:
        return MM_PER_UNIT[self._unit.currentText()]
