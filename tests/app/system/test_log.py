from __future__ import annotations

import logging
import sys
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from app.system.log import log_unhandled_exceptions, start_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _root_logger_restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_what_is_logged_lands_in_the_file(tmp_path: Path) -> None:
    path = start_log(tmp_path / "data" / "log")
    logging.getLogger("app.somewhere").error("It broke: ü")
    assert path is not None
    assert "app.somewhere: It broke: ü" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert start_log(tmp_path / "file" / "log") is None


@pytest.fixture
def _hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    log_unhandled_exceptions()


@pytest.mark.usefixtures("_hooks")
def test_what_nobody_handles_is_logged_and_still_shown(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    error = ZeroDivisionError("by nothing")
    sys.excepthook(type(error), error, None)
    assert "Unhandled ZeroDivisionError" in caplog.text
    assert "by nothing" in caplog.text
    assert "by nothing" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_an_interrupt_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not caplog.records


@pytest.mark.usefixtures("_hooks")
def test_what_a_thread_does_not_handle_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0, name="painter")
    thread.start()
    thread.join()
    assert "Unhandled ZeroDivisionError in the thread painter" in caplog.text
    assert "Traceback" in caplog.text
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_a_thread_may_end_itself(caplog: pytest.LogCaptureFixture) -> None:
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert not caplog.records


@pytest.mark.usefixtures("_hooks")
def test_what_a_finaliser_raises_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def __del__(self) -> None:
            msg = "cannot be put away"
            raise OSError(msg)

    Broken()
    assert "cannot be put away" in caplog.text
    assert "cannot be put away" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks")
def test_without_a_console_it_is_logged_all_the_same(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    error = ValueError("no console")
    sys.excepthook(ValueError, error, None)
    threading.excepthook(SimpleNamespace(exc_type=ValueError, exc_value=error, exc_traceback=None, thread=None))  # type: ignore[arg-type]
    assert caplog.text.count("Unhandled ValueError") == 2
