from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch

from core.errors import DiskFullError
from core.machine.tensor_store import TensorStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CPU = torch.device("cpu")


@pytest.mark.parametrize("on_disk", [True, False])
def test_a_store_gives_back_what_was_put_there(*, on_disk: bool) -> None:
    store = TensorStore.on_disk() if on_disk else TensorStore()
    whole = torch.rand(1, 3, 4, 5)
    store.put("left", whole[..., :2])
    store.put("right", whole[..., 2:])
    store.put("left", whole[..., 1:2])
    assert torch.equal(store.get("left", CPU), whole[..., 1:2])
    assert torch.equal(store.get("right", CPU), whole[..., 2:])
    with pytest.raises(KeyError):
        store.get("middle", CPU)


def test_a_store_on_disk_holds_parts_without_the_whole_and_cleans_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    store = TensorStore.on_disk()
    store.put("corner", torch.rand(1000, 1000)[:10, :10])
    (file,) = tmp_path.rglob("*.pt")
    assert file.stat().st_size < 10_000
    del store
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_is_dropped_is_gone(*, on_disk: bool) -> None:
    store = TensorStore.on_disk() if on_disk else TensorStore()
    for key, value in (("a", 1.0), ("b", 2.0)):
        store.put(key, torch.full((3,), value))
    store.drop("a")
    store.put("c", torch.full((3,), 3.0))
    assert [float(store.get(key, CPU)[0]) for key in "bc"] == [2, 3]
    for touch in (lambda: store.drop("a"), lambda: store.get("a", CPU)):
        with pytest.raises(KeyError):
            touch()


def test_dropping_frees_the_disk(tmp_path: Path) -> None:
    store = TensorStore(tmp_path)
    store.put("a", torch.rand(100))
    store.drop("a")
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
    store = TensorStore(tmp_path)
    store.put("small", torch.rand(1000))
    with pytest.raises(DiskFullError):
        store.put("large", torch.rand(100_000))
    assert store.get("small", CPU).shape == (1000,)


def test_a_disk_that_takes_no_folder_is_full(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("core.machine.store_folders.roomy_folder", lambda: tmp_path / "gone")
    with pytest.raises(DiskFullError):
        TensorStore.on_disk()
