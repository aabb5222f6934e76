from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING

import pytest

from app.run import warm_up as warm_up_module
from app.run.warm_up import warm_up
from tests.app.fake_engine import FakeEngine

if TYPE_CHECKING:
    from app.run.engine_access import Stylize


@pytest.fixture(autouse=True)
def _no_linking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up_module, "link_native_libraries", lambda: None)


def test_the_engine_is_loaded_in_a_thread_with_the_collector_paused() -> None:
    seen: list[bool] = []

    def load() -> Stylize:
        seen.append(gc.isenabled())
        return FakeEngine().stylize

    thread = warm_up(lambda: None, load)
    thread.join(5)
    assert seen == [False]
    assert gc.isenabled()
    gc.unfreeze()


def test_a_failure_is_logged_and_harmless(caplog: pytest.LogCaptureFixture) -> None:
    def load() -> Stylize:
        msg = "libtorch.so: cannot open shared object file"
        raise ImportError(msg)

    with caplog.at_level(logging.ERROR):
        warm_up(lambda: None, load).join(5)
    assert "could not be loaded" in caplog.text
    assert gc.isenabled()
    gc.unfreeze()
