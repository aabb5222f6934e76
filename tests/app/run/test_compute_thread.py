from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest

from app.run.preview_gate import PreviewGate
from app.run.worker import RunOrder
from core.optimization.control import RunControl
from core.recipe.recipe import Recipe, StyleSource
from tests.app.compute import compute_thread
from tests.app.fake_engine import PACE, FakeEngine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from core.forecast.forecast import Pace


@pytest.fixture(autouse=True)
def _no_garbage() -> None:
    # Else the collector may run in the compute thread, and take apart what earlier tests have left of this one's.
    gc.collect()


def test_loading_measuring_and_painting_happen_in_one_thread_one_after_the_other(
    qtbot: QtBot, photo: Path, painting: Path
) -> None:
    engine, recipe = FakeEngine(), Recipe(photo, (StyleSource(painting),))
    order: list[tuple[str, int]] = []

    def load() -> object:
        order.append(("load", threading.get_ident()))
        return engine.load()

    def measure(_probe: Recipe, _is_wanted: Callable[[], bool]) -> Pace:
        order.append(("measure", threading.get_ident()))
        return PACE

    compute = compute_thread(photo.parent, load_engine=load, meter=measure)
    compute.load_engine()
    compute.measure(recipe, lambda: True)
    compute.run(RunOrder(recipe, RunControl(), PreviewGate()))
    qtbot.waitUntil(lambda: bool(engine.recipes))
    with qtbot.waitSignal(compute.closed):
        compute.close()
    assert [name for name, _ in order] == ["load", "measure", "load"]
    assert {thread for _, thread in order} == set(engine.threads)
    assert engine.threads[0] != threading.get_ident()


def test_closing_twice_is_closing(qtbot: QtBot, photo: Path) -> None:
    compute = compute_thread(photo.parent, load_engine=FakeEngine().load, meter=lambda _probe, _is_wanted: PACE)
    with qtbot.waitSignal(compute.closed):
        compute.close()
    with qtbot.waitSignal(compute.closed):
        compute.close()
