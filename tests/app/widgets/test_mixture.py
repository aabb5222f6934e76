from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.widgets.mixture import MixedPainting, Mixture

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def painting(name: str) -> MixedPainting:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return MixedPainting(name, image)


@pytest.fixture
def mixture(qtbot: QtBot) -> Mixture:
    mixture = Mixture()
    qtbot.addWidget(mixture)
    mixture.resize(291, 94)
    mixture.show_paintings([painting("Swirls"), painting("Dots")], (2.0, 1.0))
    mixture.show()
    qtbot.waitExposed(mixture)
    return mixture


def shares(mixture: Mixture) -> list[str]:
    return [row._share.text() for row in mixture._rows]


def test_weights_are_told_as_shares(mixture: Mixture) -> None:
    assert shares(mixture) == ["67 %", "33 %"]
    assert [row.slider.value() for row in mixture._rows] == [50, 25]
    mixture.show_weights((1.0, 1.0))
    assert shares(mixture) == ["50 %", "50 %"]


def test_a_key_on_a_slider_moves_its_weight_alone(qtbot: QtBot, mixture: Mixture) -> None:
    with qtbot.waitSignal(mixture.weights_moved) as moved:
        QTest.keyClick(mixture._rows[1].slider, Qt.Key.Key_PageUp)
    assert moved.args[0] == pytest.approx((2.0, 1.4))


def test_what_is_shown_is_not_moved(qtbot: QtBot, mixture: Mixture) -> None:
    with qtbot.assertNotEmitted(mixture.weights_moved):
        mixture.show_weights((1.2345, 0.111))
        mixture.show_weights((90.0, 0.111))
    assert mixture._rows[0].slider.value() == 50


def test_a_mixture_of_nothing_cannot_be_asked_for(qtbot: QtBot, mixture: Mixture) -> None:
    mixture.show_weights((2.0, 0.0))
    with qtbot.waitSignal(mixture.weights_moved) as moved:
        QTest.keyClick(mixture._rows[0].slider, Qt.Key.Key_Home)
    assert sum(moved.args[0]) > 0


def test_a_double_click_brings_a_weight_back_to_the_middle(qtbot: QtBot, mixture: Mixture) -> None:
    with qtbot.waitSignal(mixture.weights_moved) as moved:
        QTest.mouseDClick(mixture._rows[1]._share, Qt.MouseButton.LeftButton)
    assert moved.args[0] == pytest.approx((2.0, 2.0))


def test_a_painting_can_be_taken_out(qtbot: QtBot, mixture: Mixture) -> None:
    with qtbot.waitSignal(mixture.removed) as removed:
        QTest.mouseClick(mixture._rows[1].remove, Qt.MouseButton.LeftButton)
    assert removed.args == [1]
    assert mixture._rows[1].remove.accessibleName() == "Take Dots out of the mixture"
