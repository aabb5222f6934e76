from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.studio.forecaster import Forecaster
from app.studio.landing import Role
from core.forecast.forecast import Estimate, Pace
from core.recipe.choices import Preset
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from core.recipe.recipe import Recipe
    from tests.app.fake_engine import FakeEngine


Told = tuple[Forecaster, list[Estimate | None]]


class Meter:
    """Knows how fast the computer is, and who has asked."""

    def __init__(self) -> None:
        self.asked_in: list[str] = []

    def __call__(self, _recipe: Recipe) -> Pace:
        self.asked_in.append(threading.current_thread().name)
        return PACE


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def told(ready: Studio, meter: Meter) -> Told:
    forecaster = Forecaster(ready, meter=meter, parent=ready)
    estimates: list[Estimate | None] = []
    forecaster.changed.connect(estimates.append)
    return forecaster, estimates


def test_nothing_is_told_before_the_computer_has_been_measured(ready: Studio, told: Told) -> None:
    _, estimates = told
    ready.set_size(700)
    assert estimates == [None]


def test_the_computer_is_measured_once_and_not_in_the_thread_of_the_window(
    qtbot: QtBot, ready: Studio, told: Told, meter: Meter
) -> None:
    forecaster, estimates = told
    for _ in range(3):
        forecaster.engine_loaded.emit()
    qtbot.waitUntil(lambda: bool(estimates))
    ready.became_idle.emit()
    assert meter.asked_in == ["impasto-forecast"]


def test_the_forecast_follows_settings_and_pictures(
    qtbot: QtBot, ready: Studio, told: Told, make_picture: Callable[..., Path]
) -> None:
    forecaster, estimates = told
    with qtbot.waitSignal(forecaster.changed):
        forecaster.engine_loaded.emit()
    ready.set_size(1024)
    ready.set_preset(Preset.HIGH)
    with qtbot.waitSignal(forecaster.changed):
        ready.choose(Role.PHOTO, make_picture("narrow.png", 90, 30))
    first, larger, finer, narrower = [estimate for estimate in estimates if estimate is not None]
    assert 0 < first.seconds < larger.seconds < finer.seconds
    assert narrower.seconds < finer.seconds
    assert first.peak_bytes < larger.peak_bytes


def test_a_run_is_not_disturbed(qtbot: QtBot, ready: Studio, told: Told, meter: Meter, engine: FakeEngine) -> None:
    forecaster, estimates = told
    engine.hold_after = 1
    ready.run()
    forecaster.engine_loaded.emit()
    qtbot.wait(30)
    assert meter.asked_in == []
    engine.go_on.set()
    qtbot.waitUntil(lambda: bool(estimates))
    assert estimates[-1] is not None


def test_what_a_picture_really_took_is_learnt(qtbot: QtBot, ready: Studio, told: Told, engine: FakeEngine) -> None:
    forecaster, estimates = told
    with qtbot.waitSignal(forecaster.changed):
        forecaster.engine_loaded.emit()
    with qtbot.waitSignal(forecaster.changed):
        ready.run()
    # That is what the engine of the tests says that it took.
    assert estimates[-1] is not None
    assert estimates[-1].seconds == pytest.approx(61.0)
    qtbot.waitUntil(lambda: not ready.busy)
    before = estimates[-1]
    engine.hold_after = 1
    ready.run()
    qtbot.waitUntil(lambda: len(engine.recipes) == 2)
    ready.stop()
    qtbot.waitUntil(lambda: not ready.busy)
    ready.set_size(ready.settings.size_px)
    assert estimates[-1] == before


def test_a_window_that_closes_measures_nothing(ready: Studio, told: Told, meter: Meter) -> None:
    forecaster, _ = told
    forecaster.close()
    forecaster.engine_loaded.emit()
    ready.became_idle.emit()
    assert meter.asked_in == []


def test_a_computer_that_cannot_be_measured_paints_without_a_forecast(
    qtbot: QtBot, ready: Studio, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_recipe: Recipe) -> Pace:
        msg = "no"
        raise RuntimeError(msg)

    forecaster = Forecaster(ready, meter=fail, parent=ready)
    forecaster.engine_loaded.emit()
    qtbot.waitUntil(lambda: "There is no forecast" in caplog.text)
    assert ready.can_run
