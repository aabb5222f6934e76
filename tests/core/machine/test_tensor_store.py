from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
import torch

from core.errors import DiskFullError
from core.machine.tensor_store import TensorStore, free_disk_bytes, roomy_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CPU = torch.device("cpu")


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_shelf_gives_back_what_was_put_there(*, on_disk: bool) -> None:
    shelf = TensorStore.on_disk() if on_disk else TensorStore()
    whole = torch.rand(1, 3, 4, 5)
    shelf.put("left", whole[..., :2])
    shelf.put("right", whole[..., 2:])
    shelf.put("left", whole[..., 1:2])
    assert torch.equal(shelf.get("left", CPU), whole[..., 1:2])
    assert torch.equal(shelf.get("right", CPU), whole[..., 2:])
    with pytest.raises(KeyError):
        shelf.get("middle", CPU)


def test_a_shelf_on_disk_holds_parts_without_the_whole_and_cleans_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shelf = TensorStore.on_disk()
    shelf.put("corner", torch.rand(1000, 1000)[:10, :10])
    (file,) = tmp_path.rglob("*.pt")
    assert file.stat().st_size < 10_000
    del shelf
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_is_dropped_is_gone(*, on_disk: bool) -> None:
    shelf = TensorStore.on_disk() if on_disk else TensorStore()
    for key, value in (("a", 1.0), ("b", 2.0)):
        shelf.put(key, torch.full((3,), value))
    shelf.drop("a")
    shelf.put("c", torch.full((3,), 3.0))
    assert [float(shelf.get(key, CPU)[0]) for key in "bc"] == [2, 3]
    for touch in (lambda: shelf.drop("a"), lambda: shelf.get("a", CPU)):
        with pytest.raises(KeyError):
            touch()


def test_dropping_frees_the_disk(tmp_path: Path) -> None:
    shelf = TensorStore(tmp_path)
    shelf.put("a", torch.rand(100))
    shelf.drop("a")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def small_files_only() -> Iterator[None]:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_files_only")
def test_a_disk_without_room_is_told_apart(tmp_path: Path) -> None:
    shelf = TensorStore(tmp_path)
    shelf.put("small", torch.rand(1000))
    with pytest.raises(DiskFullError):
        shelf.put("large", torch.rand(100_000))
    assert shelf.get("small", CPU).shape == (1000,)


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
    monkeypatch.setattr("core.machine.tensor_store._VAR_TMP", tmp_path / "var")
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
