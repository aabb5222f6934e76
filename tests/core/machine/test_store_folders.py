from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil
import pytest

from core.machine import store_folders
from core.machine.store_folders import (
    free_disk_bytes,
    new_store_folder,
    remove_abandoned_stores,
    remove_own_stores,
    roomy_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=["tmp", "var"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders go: to ``tmp``, or where that lies in memory, to ``var``."""
    for name in ("tmp", "var"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(store_folders, "_VAR_TMP", tmp_path / "var")
    place: Path = tmp_path / request.param
    monkeypatch.setattr(store_folders, "roomy_folder", lambda: place)
    return place


def filled(folder: Path) -> Path:
    (folder / "0.pt").write_bytes(b"a tensor")
    return folder


@pytest.fixture
def other_process() -> Iterator[subprocess.Popen[bytes]]:
    """One that lives until its input ends."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def test_what_a_process_that_was_killed_has_left_is_removed(
    place: Path, monkeypatch: pytest.MonkeyPatch, other_process: subprocess.Popen[bytes]
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: other_process.pid)
    folder = filled(new_store_folder())
    assert folder.parent == place
    assert remove_abandoned_stores() == 0
    assert folder.exists()
    other_process.kill()
    other_process.wait()
    assert remove_abandoned_stores() == 1
    assert list(place.iterdir()) == []


def test_what_this_process_uses_stays(place: Path) -> None:
    folder = filled(new_store_folder())
    assert remove_abandoned_stores() == 0
    assert list(place.iterdir()) == [folder]


def test_a_process_that_ends_without_further_ado_removes_its_own_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = filled(new_store_folder())
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpid", lambda: 1)
        other = filled(new_store_folder())
    remove_own_stores()
    assert not own.exists()
    assert other.exists()
    assert own.parent == other.parent == place


def test_another_process_with_the_same_number_protects_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(store_folders, "_start_of", lambda _pid: 1)
        filled(new_store_folder())
    assert remove_abandoned_stores() == 1
    assert list(place.iterdir()) == []


def test_what_another_container_uses_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It numbers its processes for itself: that there is none of this number here says nothing."""
    with monkeypatch.context() as other_container:
        other_container.setattr(store_folders, "_own_count", lambda: 1)
        other_container.setattr(os, "getpid", lambda: 999_999_999)
        other_container.setattr(store_folders, "_start_of", lambda _pid: 1)
        folder = filled(new_store_folder())
    assert remove_abandoned_stores() == 0
    assert list(place.iterdir()) == [folder]


def test_processes_that_are_counted_together_know_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = "from core.machine.store_folders import _own_count; print(_own_count())"
    other = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(other.stdout) == store_folders._own_count()
    monkeypatch.setattr(store_folders, "_OWN_COUNT", tmp_path / "none")
    assert store_folders._own_count() == 0


def test_what_is_not_ours_stays(place: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    for name in ("impasto-notes", "impasto-1-2x-3-a", "other-1-2-3-a"):
        filled_folder = place / name
        filled_folder.mkdir()
    (place / f"impasto-{store_folders._own_count()}-999999999-1-file").write_text("not a folder")
    (place / f"impasto-{store_folders._own_count()}-999999999-1-link").symlink_to(precious)
    before = sorted(place.iterdir())
    assert remove_abandoned_stores() == 0
    assert sorted(place.iterdir()) == before
    assert precious.exists()


def test_a_place_that_cannot_be_read_is_no_obstacle(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.exists()
    monkeypatch.setattr(store_folders, "_VAR_TMP", tmp_path / "nowhere")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    assert remove_abandoned_stores() == 0


def test_a_process_is_known_by_its_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for processes in (Path("/proc"), Path("/nowhere")):
        monkeypatch.setattr(store_folders, "_PROCESSES", processes)
        start = store_folders._start_of(os.getpid())
        assert start is not None
        assert start == store_folders._start_of(os.getpid())
        unused = max(psutil.pids()) + 100_000
        assert store_folders._start_of(unused) is None


def test_clearing_up_needs_no_torch() -> None:
    code = "import sys; from core.machine import store_folders; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


class Mount(NamedTuple):
    """One of psutil's."""

    mountpoint: str
    fstype: str


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mount]:
    """What is mounted where; temporary files belong into ``tmp``, or else into ``var``."""
    found = [Mount("/", "ext4")]
    for name in ("tmp", "var"):
        (tmp_path / name).mkdir()
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr("core.machine.store_folders._VAR_TMP", tmp_path / "var")
    monkeypatch.setattr("psutil.disk_partitions", lambda **_options: found)
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere temporary files are on a disk")
@pytest.mark.parametrize(("mounted", "folder"), [("tmp", "var"), ("run", "tmp")])
def test_large_files_do_not_go_where_they_would_fill_memory(
    mounts: list[Mount], tmp_path: Path, mounted: str, folder: str
) -> None:
    mounts.append(Mount(str(tmp_path / mounted), "tmpfs"))
    assert roomy_folder() == tmp_path / folder
    assert free_disk_bytes() > 0


def test_a_folder_that_the_person_has_chosen_is_used(
    mounts: list[Mount], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts.append(Mount(str(tmp_path / "tmp"), "tmpfs"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    assert roomy_folder() == tmp_path / "tmp"


@pytest.mark.parametrize("error", [psutil.AccessDenied(), PermissionError()])
def test_what_may_be_another_users_stays(place: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    folder = filled(new_store_folder())

    def refuse(_pid: int) -> int:
        raise error

    monkeypatch.setattr(store_folders, "_start_of", refuse)
    assert remove_abandoned_stores() == 0
    assert folder.parent == place
    assert folder.exists()
