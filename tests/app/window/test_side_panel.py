from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.studio.draft_settings import DraftSettings
from app.widgets.choice_row import ChoiceRow
from app.widgets.image_well import ImageWell
from core.forecast.forecast import Estimate
from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.sheet import PrintFormat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.window.main_window import MainWindow


def everyday(window: MainWindow) -> list[QWidget]:
    """What is used for nearly every picture."""
    panel = window.panel
    controls = panel.controls
    wells = panel.findChildren(ImageWell)
    rows = controls.findChildren(ChoiceRow)
    assert (len(wells), len(rows)) == (2, 2)
    return [
        *wells, panel._samples,
        panel.strip, controls._strength, controls._freedom, controls._size, *rows,
        controls._forecast,
    ]  # fmt: skip


def lay_out(window: MainWindow, width_px: int, height_px: int) -> None:
    window.resize(width_px, height_px)
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def places(window: MainWindow) -> list[tuple[QPoint, int, int]]:
    return [(widget.mapTo(window, QPoint(0, 0)), widget.width(), widget.height()) for widget in everyday(window)]


def whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


# What a full window leaves on screens of 1280 x 720 and 1366 x 768, beside a title and a bar of the desktop.
@pytest.mark.parametrize(("width_px", "height_px"), [(1280, 652), (1366, 700), (1920, 1010)])
def test_everything_of_every_day_is_in_view_at_once(window: MainWindow, width_px: int, height_px: int) -> None:
    lay_out(window, width_px, height_px)
    hidden = [widget for widget in everyday(window) if not whole(widget)]
    assert hidden == []
    assert not window.panel.verticalScrollBar().isVisible()


def test_nothing_moves_when_the_forecast_comes_and_goes(window: MainWindow) -> None:
    lay_out(window, 1366, 700)
    before = places(window)
    estimate = Estimate(41.0, 3 << 29, 5000)
    for shown in (estimate, replace(estimate, fits=False), replace(estimate, seconds=90_000.0), None):
        window.panel.controls.show_forecast(shown)
        lay_out(window, 1366, 700)
        assert places(window) == before


def test_the_panel_is_no_wider_for_a_mixture(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    lay_out(window, 1280, 652)
    width_px = window.panel.width()
    for number in (2, 1, 2):
        studio.draft.choose_paintings([each.path for each in studio.imports.starters[:number]], [1.0] * number)
        qtbot.waitUntil(partial(_has_paintings, studio, number))
        lay_out(window, 1280, 652)
        assert window.panel.width() == width_px


def _has_paintings(studio: Studio, number: int) -> bool:
    return len(studio.draft.paintings.pictures) == number


def test_nothing_moves_when_more_settings_are_unfolded(window: MainWindow) -> None:
    lay_out(window, 1280, 652)
    before = places(window)
    QTest.mouseClick(window.panel.more._fold, Qt.MouseButton.LeftButton)
    lay_out(window, 1280, 652)
    assert window.panel.verticalScrollBar().isVisible()
    assert places(window) == before


CHANGED = DraftSettings(
    768, Preset.HIGH, 10, 90, True, 2.0, ColorMode.PHOTO, start_from=StartFrom.NOISE, seed=7
)  # fmt: skip


def change_everything(studio: Studio) -> None:
    names = ("size_px", "preset", "strength", "freedom", "turned_strokes", "style_scale", "color", "start_from", "seed")
    studio.draft.set(**{name: getattr(CHANGED, name) for name in names})
    assert studio.draft.settings == CHANGED


def heading_of(window: MainWindow, text: str) -> QLabel:
    (found,) = (label for label in window.panel.findChildren(QLabel, "heading") if label.text() == text)
    return found


@pytest.mark.parametrize(
    ("heading", "defaults"),
    [
        ("Strength", {"strength": 50}),
        ("Freedom", {"freedom": 50}),
        ("Size", {"size_px": 512}),
        ("Quality", {"preset": Preset.STANDARD}),
        ("Brush strokes", {"style_scale": 1.0}),
        ("Colours", {"color": ColorMode.STYLE}),
        ("Start from", {"start_from": StartFrom.PHOTO}),
    ],
)
def test_a_double_click_on_its_name_gives_a_control_its_default(
    window: MainWindow, studio: Studio, heading: str, defaults: dict[str, object]
) -> None:
    change_everything(studio)
    window.panel.more._fold.setChecked(True)
    QTest.mouseDClick(heading_of(window, heading), Qt.MouseButton.LeftButton)
    assert studio.draft.settings == replace(CHANGED, **defaults)  # type: ignore[arg-type] # of several kinds


def test_reset_all_gives_every_setting_its_default_and_leaves_the_pictures(window: MainWindow, studio: Studio) -> None:
    reset = window.panel.more._reset
    assert not reset.isEnabled()
    change_everything(studio)
    studio.draft.set(sheet=PrintFormat(210, 297))
    pictures = (studio.draft.chosen_photo, studio.draft.chosen_paintings)
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert studio.draft.settings == DraftSettings()
    assert not reset.isEnabled()
    assert (studio.draft.chosen_photo, studio.draft.chosen_paintings) == pictures
    assert window.panel.controls._strength.slider.value() == 50
