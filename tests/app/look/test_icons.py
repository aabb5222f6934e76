"""Icons are seen in both looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from app.look import theme
from app.look.appearance import Appearance
from app.look.icons import icon, inked
from app.look.theme import apply
from app.system import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZE = QSize(21, 16)


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK], ids=lambda appearance: appearance.value)
def _look(request: pytest.FixtureRequest, qapp: QApplication) -> object:
    apply(qapp, request.param)
    yield
    apply(qapp, Appearance.DARK)


@pytest.mark.usefixtures("_look")
@pytest.mark.parametrize("name", ["compare", "copy", "save"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_has_the_colour_of_words(name: str, ratio: float) -> None:
    shown = inked(icon(paths.resources(), name), SIZE)
    for mode, ink in ((QIcon.Mode.Normal, theme.tokens().text), (QIcon.Mode.Disabled, theme.tokens().faint)):
        image = shown.pixmap(SIZE, ratio, mode).toImage()
        assert image.size() == SIZE * ratio
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        solid = {colour.name() for colour in pixels if colour.alpha() == 255}
        assert solid == {QColor(ink).name()}
        assert np.mean([colour.alpha() for colour in pixels]) > 20
