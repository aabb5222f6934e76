from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from app.system.log import start_log

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
