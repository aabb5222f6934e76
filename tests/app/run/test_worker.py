from __future__ import annotations

import gc
import logging
import threading
import weakref
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QColor, QImage

from app.look.qimage import image_for_screen
from app.run.outcome import RunFailure, RunResult
from app.run.preview_gate import PreviewGate
from app.run.worker import ComputeWorker, RunOrder
from core.errors import DivergedError
from core.optimization.control import RunControl, StyleSettings
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import PACE, FakeEngine, pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest
    from numpy.typing import NDArray

    from app.run.compute_thread import ComputeThread
    from app.run.engine_access import Stylize
    from core.forecast.forecast import Pace
    from core.optimization.events import Event

RECIPE = Recipe(Path("photo.png"), (StyleSource(Path("painting.png")),))


@dataclass
class Heard:
    """Every signal of a worker, in order."""

    signals: list[tuple[str, Any]] = field(default_factory=list)

    def names(self) -> list[str]:
        return [name for name, _ in self.signals]

    def last(self) -> Any:  # noqa: ANN401 - whatever the signal carries
        return self.signals[-1][1]


def run(engine: FakeEngine, *, control: RunControl | None = None, gate: PreviewGate | None = None) -> Heard:
    """Call ``run`` here and now, without a thread."""
    worker = ComputeWorker(Path("networks"), load_engine=engine.load, meter=lambda _probe, _is_wanted: PACE)
    heard = Heard()
    for name in ("scale_started", "step_done", "preview_rendered", "settings_taken", "succeeded", "failed"):
        getattr(worker, name).connect(lambda value, name=name: heard.signals.append((name, value)))
    for name in ("held", "resumed"):
        getattr(worker, name).connect(lambda name=name: heard.signals.append((name, None)))
    worker.run(RunOrder(RECIPE, control or RunControl(), gate or PreviewGate(0.0)))
    return heard


def test_events_become_signals_in_order() -> None:
    heard = run(FakeEngine(num_scales=1, num_steps=2))
    # The gate lets one preview through; nobody reports it as shown.
    assert heard.names() == ["scale_started", "step_done", "preview_rendered", "step_done", "succeeded"]
    result = heard.last()
    assert isinstance(result, RunResult)
    assert not result.finished.stopped
    assert result.image is not None
    assert result.image.pixelColor(5, 5) == QColor(240, 120, 40)


def test_previews_are_images_that_own_their_memory() -> None:
    heard = run(FakeEngine(num_scales=1, num_steps=1))
    image = dict(heard.signals)["preview_rendered"]
    assert isinstance(image, QImage)
    assert image.pixelColor(0, 0) == QColor(240, 120, 40)


def test_a_stop_keeps_the_picture() -> None:
    control = RunControl()
    control.stop()
    heard = run(FakeEngine(), control=control)
    assert heard.names()[-1] == "succeeded"
    assert heard.last().finished.stopped


def test_an_error_ends_the_run_once_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        heard = run(FakeEngine(error=DivergedError(), error_after=2))
    assert heard.names().count("failed") == 1
    assert "succeeded" not in heard.names()
    failure = heard.last()
    assert isinstance(failure, RunFailure)
    assert isinstance(failure.error, DivergedError)
    assert "DIVERGED" in caplog.text


def test_an_error_brings_the_last_preview() -> None:
    failure = run(FakeEngine(error=RuntimeError("bug"), error_after=1)).last()
    assert np.array_equal(failure.picture.rgb, pixels(1, 6))
    assert failure.image is not None


def test_an_errors_own_picture_is_better_than_a_preview() -> None:
    picture = Picture(np.full((36, 48, 3), 7, np.uint8))
    failure = run(FakeEngine(error=DivergedError(picture), error_after=3)).last()
    assert failure.picture is picture


def test_an_error_before_the_first_step_brings_no_picture() -> None:
    failure = run(FakeEngine(error=DivergedError())).last()
    assert failure.picture is None
    assert failure.image is None


def test_the_canvas_before_the_first_step_is_no_picture() -> None:
    error = DivergedError(Picture(np.full((36, 48, 3), 7, np.uint8)))
    heard = run(FakeEngine(error=error, previews_the_start=True))
    assert heard.names() == ["scale_started", "preview_rendered", "failed"]
    assert heard.last().picture is None


def test_an_engine_that_cannot_be_loaded_fails_the_run() -> None:
    class Broken(FakeEngine):
        def load(self) -> Stylize:
            msg = "libtorch.so: cannot open shared object file"
            raise ImportError(msg)

    heard = run(Broken())
    assert heard.names() == ["failed"]
    assert isinstance(heard.last().error, ImportError)


def test_an_engine_that_ends_without_result_fails_the_run() -> None:
    heard = run(FakeEngine(finishes=False))
    assert heard.names()[-1] == "failed"


def test_no_traceback_keeps_the_engines_tensors_alive() -> None:
    class Tensor:
        pass

    alive: list[weakref.ref[Tensor]] = []

    class Leaky(FakeEngine):
        def stylize(self, *_args: object, **_kwargs: object) -> Iterator[Event]:
            tensor = Tensor()
            alive.append(weakref.ref(tensor))
            yield from ()
            try:
                msg = "inner"
                raise KeyError(msg)
            except KeyError as error:
                msg = "outer"
                raise RuntimeError(msg) from error

    failure = run(Leaky()).last()
    gc.collect()
    assert failure.error.__traceback__ is None
    assert failure.error.__cause__.__traceback__ is None
    assert alive[0]() is None


def test_the_priority_is_lowered_where_the_worker_lives(
    monkeypatch: pytest.MonkeyPatch, compute: ComputeThread
) -> None:
    # The thread has begun before this test can watch it; what it does then is one call.
    lowered: list[int] = []
    monkeypatch.setattr("app.run.worker.lower_thread_priority", lambda: lowered.append(threading.get_ident()))
    compute.worker.begin()
    assert lowered == [threading.get_ident()]


# Exactly one of succeeded and failed, whatever happens.


def no_memory(_pixels: object) -> QImage:
    raise MemoryError


def test_no_memory_for_the_screen_does_not_cost_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.run.worker.image_for_screen", no_memory)
    heard = run(FakeEngine(num_scales=1, num_steps=2))
    assert heard.names() == ["scale_started", "step_done", "step_done", "succeeded"]
    assert heard.last().image is None
    assert heard.last().picture is not None


def test_no_memory_for_the_screen_does_not_hide_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.run.worker.image_for_screen", no_memory)
    picture = Picture(np.full((36, 48, 3), 7, np.uint8))
    heard = run(FakeEngine(error=DivergedError(picture), error_after=3))
    assert heard.names()[-1] == "failed"
    assert "succeeded" not in heard.names()
    assert (heard.last().picture, heard.last().image) == (picture, None)


def test_a_preview_without_memory_leaves_the_gate_open(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def once_no_memory(pixels: NDArray[np.uint8]) -> QImage:
        nonlocal calls
        calls += 1
        return no_memory(pixels) if calls == 1 else image_for_screen(pixels)

    monkeypatch.setattr("app.run.worker.image_for_screen", once_no_memory)
    heard = run(FakeEngine(num_scales=1, num_steps=3))
    assert heard.names().count("preview_rendered") == 1


def test_a_preview_that_the_engine_has_no_memory_for_leaves_the_gate_open() -> None:
    gate = PreviewGate(0.0)
    assert gate.due()
    # Nothing is sent: the engine said no.
    heard = run(FakeEngine(num_scales=1, num_steps=1), gate=gate)
    assert heard.names().count("preview_rendered") == 1


def test_a_failure_tells_what_was_being_painted() -> None:
    control = RunControl()
    settings = replace(StyleSettings.of(RECIPE), style_strength=80.0)
    control.change(settings)
    heard = run(FakeEngine(error=DivergedError(), error_after=4), control=control)
    assert heard.last().recipe == settings.applied_to(RECIPE)


def test_an_engine_that_cannot_be_loaded_ahead_is_no_failure() -> None:
    def broken() -> Stylize:
        msg = "libtorch.so"
        raise ImportError(msg)

    worker = ComputeWorker(Path("networks"), load_engine=broken, meter=lambda _probe, _is_wanted: PACE)
    loaded: list[bool] = []
    worker.engine_loaded.connect(lambda: loaded.append(True))
    worker.load()
    assert loaded == []


def test_a_measurement_that_fails_says_so(caplog: pytest.LogCaptureFixture) -> None:
    def failing(_probe: Recipe, _is_wanted: Callable[[], bool]) -> Pace:
        raise MemoryError

    worker = ComputeWorker(Path("networks"), load_engine=FakeEngine().load, meter=failing)
    measured: list[Pace | None] = []
    worker.measured.connect(measured.append)
    worker.measure(RECIPE, lambda: True)
    assert measured == [None]
    assert "There is no forecast" in caplog.text
