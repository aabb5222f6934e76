from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.studio.forecaster import Forecaster
from app.studio.picture_roles import Role
from core.recipe.choices import DeviceName, Preset
from tests.app.compute import compute_thread
from tests.app.fake_engine import PACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.run.compute_thread import ComputeThread
    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from core.forecast.forecast import Estimate, Pace
    from core.recipe.recipe import Recipe
    from tests.app.fake_engine import FakeEngine


Told = tuple[Forecaster, list["Estimate | None"]]


class Meter:
    """Knows how fast the computer is, and who has asked."""

    def __init__(self) -> None:
        self.asked_in: list[int] = []
        self.devices: list[DeviceName] = []
        self.go_on = threading.Event()
        self.go_on.set()
        self.error: Exception | None = None

    def __call__(self, probe: Recipe, is_wanted: Callable[[], bool]) -> Pace | None:
        self.devices.append(probe.device)
        self.asked_in.append(threading.get_ident())
        if self.error is not None:
            raise self.error
        while not self.go_on.wait(0.002):
            if not is_wanted():
                return None
        return PACE


@pytest.fixture
def meter() -> Meter:
    return Meter()


@pytest.fixture
def compute(qtbot: QtBot, engine: FakeEngine, folders: UserFolders, meter: Meter) -> Iterator[ComputeThread]:
    compute = compute_thread(folders.pictures, load_engine=engine.load, meter=meter)
    yield compute
    meter.go_on.set()
    with qtbot.waitSignal(compute.closed):
        compute.close()


@pytest.fixture
def told(ready: Studio, compute: ComputeThread) -> Told:
    probe = ready.imports.samples[0], ready.imports.starters[0]
    forecaster = Forecaster(ready.draft, ready.queue, compute, probe, ready)
    estimates: list[Estimate | None] = []
    forecaster.changed.connect(estimates.append)
    return forecaster, estimates


def test_nothing_is_told_before_the_computer_has_been_measured(ready: Studio, told: Told) -> None:
    _, estimates = told
    ready.draft.set(size_px=700)
    assert estimates == [None]


def test_the_computer_is_measured_once_and_in_the_compute_thread(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, meter: Meter, engine: FakeEngine
) -> None:
    _, estimates = told
    for _ in range(3):
        compute.load_engine()
    qtbot.waitUntil(lambda: bool(estimates))
    ready.stylize()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    assert meter.asked_in == engine.threads[:1]
    assert meter.asked_in != [threading.get_ident()]


def test_the_forecast_follows_settings_and_pictures(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, make_picture: Callable[..., Path]
) -> None:
    forecaster, estimates = told
    with qtbot.waitSignal(forecaster.changed):
        compute.load_engine()
    ready.draft.set(size_px=1024)
    ready.draft.set(preset=Preset.HIGH)
    with qtbot.waitSignal(forecaster.changed):
        ready.imports.choose(Role.PHOTO, make_picture("narrow.png", 90, 30))
    first, larger, finer, narrower = [estimate for estimate in estimates if estimate is not None]
    assert 0 < first.seconds < larger.seconds < finer.seconds
    assert narrower.seconds < finer.seconds
    assert first.peak_bytes < larger.peak_bytes


def test_a_run_is_not_disturbed(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, meter: Meter, engine: FakeEngine
) -> None:
    _, estimates = told
    engine.hold_after = 1
    ready.stylize()
    compute.load_engine()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    assert meter.asked_in == []
    engine.go_on.set()
    qtbot.waitUntil(lambda: bool(estimates))
    assert estimates[-1] is not None


def test_a_run_does_not_wait_for_the_measurement(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, meter: Meter, engine: FakeEngine
) -> None:
    _, estimates = told
    meter.go_on.clear()
    compute.load_engine()
    qtbot.waitUntil(lambda: bool(meter.asked_in))
    engine.hold_after = 1
    ready.stylize()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    meter.go_on.set()
    engine.go_on.set()
    # It is made up for in the next quiet moment.
    qtbot.waitUntil(lambda: bool(estimates) and estimates[-1] is not None)
    assert len(meter.asked_in) == 2


def test_what_a_picture_really_took_is_learnt(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, engine: FakeEngine
) -> None:
    forecaster, estimates = told
    with qtbot.waitSignal(forecaster.changed):
        compute.load_engine()
    with qtbot.waitSignal(forecaster.changed):
        ready.stylize()
    # That is what the engine of the tests says that it took.
    assert estimates[-1] is not None
    assert estimates[-1].seconds == pytest.approx(61.0)
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    before = estimates[-1]
    engine.hold_after = 1
    ready.stylize()
    qtbot.waitUntil(lambda: len(engine.recipes) == 2)
    ready.stop()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    ready.draft.set(size_px=ready.draft.settings.size_px + 1)
    ready.draft.set(size_px=ready.draft.settings.size_px - 1)
    assert estimates[-1] == before


def test_another_device_is_measured_anew(
    qtbot: QtBot, told: Told, compute: ComputeThread, ready: Studio, meter: Meter
) -> None:
    _, estimates = told
    compute.load_engine()
    qtbot.waitUntil(lambda: bool(estimates) and estimates[-1] is not None)
    ready.preferences.remember(device=DeviceName.CPU)
    assert estimates[-1] is None
    qtbot.waitUntil(lambda: estimates[-1] is not None)
    assert meter.devices == [DeviceName.AUTO, DeviceName.CPU]
    ready.draft.set(size_px=700)
    assert len(meter.devices) == 2


def test_a_window_that_closes_measures_nothing(qtbot: QtBot, told: Told, compute: ComputeThread, meter: Meter) -> None:
    forecaster, _ = told
    forecaster.close()
    compute.load_engine()
    qtbot.waitUntil(lambda: forecaster._engine_is_loaded)
    assert meter.asked_in == []


def test_a_computer_that_cannot_be_measured_paints_without_a_forecast(
    qtbot: QtBot, ready: Studio, told: Told, compute: ComputeThread, meter: Meter
) -> None:
    _, estimates = told
    meter.error = RuntimeError("no")
    compute.load_engine()
    qtbot.waitUntil(lambda: bool(meter.asked_in))
    with qtbot.waitSignal(ready.results.kept):
        ready.stylize()
    qtbot.waitUntil(lambda: ready.shutdown.nothing_goes_on)
    assert estimates == []
