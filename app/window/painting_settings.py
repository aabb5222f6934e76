"""What of the computer is used for painting: device, memory, and what is left to other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot

from app.widgets.choice_box import ChoiceBox
from app.widgets.settings_form import SettingsForm
from core.machine.courtesy import Courtesy
from core.recipe.choices import DeviceName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.studio.preferences import Preferences

_GIB: Final = 1 << 30
_MEMORIES_GIB: Final = (1, 2, 4, 8, 16, 32)


class PaintingSettings(SettingsForm):
    """Shows and changes the preferences."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        card = DeviceName.MPS if sys.platform == "darwin" else DeviceName.CUDA
        self.device = ChoiceBox(
            self.tr("Paint on"),
            [
                (self.tr("What is fastest"), DeviceName.AUTO),
                (self.tr("The graphics card"), card),
                (self.tr("The processor"), DeviceName.CPU),
            ],
            self,
        )
        sizes = [(self.tr("{number} GB").format(number=number), number * _GIB) for number in _MEMORIES_GIB]
        self.memory = ChoiceBox(self.tr("Memory"), [(self.tr("As much as is free"), None), *sizes], self)
        self.courtesy = ChoiceBox(
            self.tr("Left to other programs"),
            [
                (self.tr("Nothing: paint as fast as possible"), Courtesy.NOTHING),
                (self.tr("A quarter of the processor"), Courtesy.SOME),
                (self.tr("Half of the processor"), Courtesy.HALF),
            ],
            self,
        )
        self.add(self.tr("Paint on"), self.device, self.tr("What part of the computer paints"))
        self.add(
            self.tr("Memory"), self.memory, self.tr("With less, large pictures are painted in parts and take longer.")
        )
        self.add_note(self.tr("Both hold from the next picture on."))
        self.add(
            self.tr("Left to other programs"),
            self.courtesy,
            self.tr("With more, other programs stay quicker, and a picture takes longer."),
        )
        self.add_note(self.tr("Changes at once, also while a picture is being painted."))
        self._show()
        self.device.chosen.connect(self._on_device_chosen)
        self.memory.chosen.connect(self._on_memory_chosen)
        self.courtesy.chosen.connect(self._on_courtesy_chosen)
        preferences.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        self.device.select(self._preferences.device)
        self.memory.select(self._preferences.max_memory_bytes)
        self.courtesy.select(self._preferences.courtesy)

    @Slot(object)
    def _on_device_chosen(self, device: DeviceName) -> None:
        self._preferences.remember(device=device)

    @Slot(object)
    def _on_memory_chosen(self, max_memory_bytes: int | None) -> None:
        self._preferences.remember(max_memory_bytes=max_memory_bytes)

    @Slot(object)
    def _on_courtesy_chosen(self, courtesy: Courtesy) -> None:
        self._preferences.remember(courtesy=courtesy)
