from __future__ import annotations

import gc
import logging
import threading
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.run.preview_gate import PreviewGate
from app.run.worker import RunFailure, RunResult, StylizeWorker
from core.errors import DivergedError, StyleTransferError
from core.optimization.control import RunControl
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import FakeEngine, pixels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.run.engine_access import Stylize
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
    worker = StylizeWorker(
        RECIPE,
        load_engine=engine.load,
        networks_folder=Path("networks"),
        control=control or RunControl(),
        gate=gate or PreviewGate(0.0),
    )
    heard = Heard()
    for name in ("scale_started", "step_done", "preview_rendered", "succeeded", "failed"):
        getattr(worker, name).connect(lambda value, name=name: heard.signals.append((name, value)))
    worker.run()
    return heard


@pytest.fixture(autouse=True)
def _priority_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    # The thread of the tests must not lower its own priority for good.
    monkeypatch.setattr("app.run.worker.lower_thread_priority", lambda: False)


def test_events_become_signals_in_order() -> None:
    heard = run(FakeEngine(num_scales=1, num_steps=2))
    # The gate lets one preview through; nobody reports it as shown.
    assert heard.names() == ["scale_started", "step_done", "preview_rendered", "step_done", "succeeded"]
    result = heard.last()
    assert isinstance(result, RunResult)
    assert not result.finished.stopped
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
        heard = run(FakeEngine(error=StyleTransferError("It broke."), error_after=2))
    assert heard.names().count("failed") == 1
    assert "succeeded" not in heard.names()
    failure = heard.last()
    assert isinstance(failure, RunFailure)
    assert str(failure.error) == "It broke."
    assert "It broke." in caplog.text


def test_an_error_brings_the_last_preview() -> None:
    failure = run(FakeEngine(error=RuntimeError("bug"), error_after=1)).last()
    assert np.array_equal(failure.picture.rgb, pixels(1, 6))
    assert failure.image is not None


def test_an_errors_own_picture_is_better_than_a_preview() -> None:
    picture = Picture(np.full((36, 48, 3), 7, np.uint8))
    failure = run(FakeEngine(error=DivergedError("It broke.", picture), error_after=3)).last()
    assert failure.picture is picture


def test_an_error_before_the_first_step_brings_no_picture() -> None:
    failure = run(FakeEngine(error=StyleTransferError("It broke."))).last()
    assert failure.picture is None
    assert failure.image is None


def test_the_canvas_before_the_first_step_is_no_picture() -> None:
    error = DivergedError("It broke.", Picture(np.full((36, 48, 3), 7, np.uint8)))
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


def test_the_priority_is_lowered_in_the_thread_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    lowered: list[int] = []
    monkeypatch.setattr("app.run.worker.lower_thread_priority", lambda: lowered.append(threading.get_ident()))
    engine = FakeEngine()
    run(engine)
    assert lowered == engine.threads
