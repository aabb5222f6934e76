from __future__ import annotations

import ctypes
import gc
import logging
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.run import warm_up as warm_up_module
from app.run.warm_up import link_native_libraries, warm_up
from tests.app.fake_engine import FakeEngine

if TYPE_CHECKING:
    from app.run.engine_access import Stylize

ROOT = Path(__file__).parents[3]
GLOBAL_DEPS, LARGEST = "libtorch_global_deps.so", "libtorch_cpu.so"


@pytest.fixture(autouse=True)
def _no_linking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up_module, "link_native_libraries", lambda: None)


@pytest.fixture(autouse=True)
def _no_freezing(monkeypatch: pytest.MonkeyPatch) -> None:
    # What earlier tests left behind would be kept for good.
    monkeypatch.setattr(gc, "freeze", lambda: None)


def test_the_engine_is_loaded_with_the_collector_paused() -> None:
    seen: list[bool] = []

    def load() -> Stylize:
        seen.append(gc.isenabled())
        return FakeEngine().stylize

    assert warm_up(load)
    assert seen == [False]
    assert gc.isenabled()


def test_a_failure_is_logged_and_harmless(caplog: pytest.LogCaptureFixture) -> None:
    def load() -> Stylize:
        msg = "libtorch.so: cannot open shared object file"
        raise ImportError(msg)

    with caplog.at_level(logging.ERROR):
        assert not warm_up(load)
    assert "could not be loaded" in caplog.text
    assert gc.isenabled()


class RecordedLinks:
    """In place of the system's ``dlopen``: remembers what was asked for, and refuses what it is told to."""

    def __init__(self, refused: str = "") -> None:
        self.restype: object = None
        self.argtypes: object = None
        self.linked: list[tuple[str, int]] = []
        self._refused = refused

    def __call__(self, path: bytes, flags: int) -> int | None:
        name = Path(os.fsdecode(path)).name
        self.linked.append((name, flags))
        return None if name == self._refused else 1


def pretend_torch(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, libraries: tuple[str, ...], refused: str = ""
) -> RecordedLinks:
    """Make ``folder`` look like an installed torch that has these libraries; what will be linked of it."""
    (folder / "lib").mkdir()
    for name in libraries:
        (folder / "lib" / name).touch()
    links = RecordedLinks(refused)
    spec = ModuleSpec("torch", None, origin=str(folder / "__init__.py"))
    monkeypatch.setattr(warm_up_module, "find_spec", lambda _name: spec)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: type("System", (), {"dlopen": links}))
    monkeypatch.setattr("sys.platform", "linux")
    return links


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="links on Linux alone")


@linux_only
def test_torchs_largest_library_is_linked_before_torch_is_imported() -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom app.run.warm_up import link_native_libraries\n"
        f"def linked(): return {LARGEST!r} in Path('/proc/self/maps').read_text()\n"
        "before = linked()\nlink_native_libraries()\n"
        "print(before, linked(), 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False True False", done.stderr


@linux_only
def test_the_libraries_are_linked_in_torchs_own_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = pretend_torch(tmp_path, monkeypatch, libraries=(LARGEST, GLOBAL_DEPS))
    link_native_libraries()
    assert links.linked == [(GLOBAL_DEPS, os.RTLD_NOW | os.RTLD_GLOBAL), (LARGEST, os.RTLD_NOW)]
    # Without these, the handle that comes back would be cut to 32 bits.
    assert links.restype is ctypes.c_void_p
    assert links.argtypes == (ctypes.c_char_p, ctypes.c_int)


@linux_only
def test_a_library_that_cannot_be_linked_ends_the_attempt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = pretend_torch(tmp_path, monkeypatch, libraries=(GLOBAL_DEPS, LARGEST), refused=GLOBAL_DEPS)
    link_native_libraries()
    assert [name for name, _ in links.linked] == [GLOBAL_DEPS]


@linux_only
def test_a_torch_without_one_of_the_libraries_has_the_other_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = pretend_torch(tmp_path, monkeypatch, libraries=(LARGEST,))
    link_native_libraries()
    assert [name for name, _ in links.linked] == [LARGEST]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_link_nothing_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    links = pretend_torch(tmp_path, monkeypatch, libraries=(GLOBAL_DEPS, LARGEST))
    monkeypatch.setattr("sys.platform", platform)
    link_native_libraries()
    assert links.linked == []


def test_without_torch_nothing_is_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    links = pretend_torch(tmp_path, monkeypatch, libraries=(GLOBAL_DEPS, LARGEST))
    monkeypatch.setattr(warm_up_module, "find_spec", lambda _name: None)
    link_native_libraries()
    assert links.linked == []
