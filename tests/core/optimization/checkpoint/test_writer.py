from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import torch
from PIL import Image

from core.machine.kept_tensor import KeptTensor
from core.optimization.checkpoint import writer as writer_module
from core.optimization.checkpoint.manifest import MANIFEST_NAME, PREVIEW_NAME, Destination
from core.optimization.checkpoint.members import to_members
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.reading import read_checkpoint
from core.optimization.checkpoint.tensor_files import read_tensor, write_tensor
from core.optimization.checkpoint.writer import CheckpointWriter
from core.recipe.recipe import Recipe
from tests.core.optimization.checkpoint.run_states import RECIPE, between_scales, inputs_at, kept, run_state, snapshot

if TYPE_CHECKING:
    from core.optimization.checkpoint.snapshot import Snapshot
    from core.optimization.run_state import RunState

DESTINATION = Destination(Path("/out/a.png"), keep_gps=True, carried_recipe="paths")


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def made_writer(folder: Path, clock: Clock | None = None, pacing: Pacing | None = None) -> CheckpointWriter:
    checkpoints = Checkpoints(folder, DESTINATION, pacing or Pacing())
    return CheckpointWriter(checkpoints, 1 << 30, clock or Clock())


def plain(state: RunState) -> object:
    """The state with the values of its tensors, to be compared."""
    return to_members(state, {KeptTensor: lambda kept: (kept.shape, kept.fetch().tolist()), Recipe: repr})


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("state", [run_state(), between_scales()])
def test_what_is_written_is_read(tmp_path: Path, state: RunState) -> None:
    made_writer(tmp_path).write(snapshot(state, stopped=True))
    found = read_checkpoint(tmp_path)
    assert plain(found.state) == plain(state)
    manifest = found.manifest
    assert (manifest.recipe, manifest.progress, manifest.stopped) == (RECIPE, 0.25, True)
    assert (manifest.inputs, manifest.max_memory_bytes, manifest.destination) == (
        inputs_at(RECIPE),
        1 << 30,
        DESTINATION,
    )


def test_the_picture_so_far_lies_beside_it(tmp_path: Path) -> None:
    made_writer(tmp_path).write(snapshot(run_state()))
    with Image.open(tmp_path / PREVIEW_NAME) as picture:
        assert picture.size == (6, 4)


def test_only_what_is_new_is_written_and_what_is_old_goes(tmp_path: Path) -> None:
    writer = made_writer(tmp_path)
    writer.write(snapshot(run_state(5)))
    first = {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path) if name.endswith(".safetensors")}
    writer.write(snapshot(run_state(6)))
    second = {name: (tmp_path / name).stat().st_mtime_ns for name in names(tmp_path) if name.endswith(".safetensors")}
    same = first.keys() & second.keys()
    # Two pairs and the newest move are the same; canvas, last good one, gradient, neighbours and prices not.
    assert len(first) == len(second) == 10
    assert len(same) == 5
    assert all(first[name] == second[name] for name in same)
    assert plain(read_checkpoint(tmp_path).state) == plain(run_state(6))


def test_a_writer_in_a_folder_that_holds_a_checkpoint_leaves_it_whole_until_the_next(tmp_path: Path) -> None:
    made_writer(tmp_path).write(snapshot(run_state(5)))
    (tmp_path / ".impasto-0123.part").write_bytes(b"of a process that was killed")
    writer = made_writer(tmp_path)
    assert plain(read_checkpoint(tmp_path).state) == plain(run_state(5))
    writer.write(snapshot(run_state(6)))
    assert plain(read_checkpoint(tmp_path).state) == plain(run_state(6))
    assert len(names(tmp_path)) == 10 + 2


def failing_after(number: int, monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    calls = 0
    original = getattr(writer_module, name)

    def called(*arguments: Any) -> Any:  # noqa: ANN401
        nonlocal calls
        calls += 1
        if calls > number:
            raise error
        return original(*arguments)

    monkeypatch.setattr(writer_module, name, called)


@pytest.mark.parametrize(
    ("name", "number"), [("write_tensor", 0), ("write_tensor", 2), ("replace_file", 0), ("replace_file", 1)]
)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), MemoryError()])
def test_whatever_fails_leaves_the_former_checkpoint_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, error: Exception
) -> None:
    writer = made_writer(tmp_path)
    writer.write(snapshot(run_state(5)))
    before = names(tmp_path)
    with monkeypatch.context() as patched:
        failing_after(number, patched, name, error)
        writer.write(snapshot(run_state(6)))
    assert plain(read_checkpoint(tmp_path).state) == plain(run_state(5))
    assert names(tmp_path) == before
    writer.write(snapshot(run_state(7)))
    assert plain(read_checkpoint(tmp_path).state) == plain(run_state(7))


@pytest.mark.parametrize("num_files", range(12))
def test_a_process_that_is_killed_while_it_writes_leaves_the_former_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, num_files: int
) -> None:
    class Killed(BaseException):
        """Nothing is done after it, as after SIGKILL."""

    writer = made_writer(tmp_path)
    writer.write(snapshot(run_state(5)))
    calls = 0

    def watched(name: str) -> Any:  # noqa: ANN401
        original = getattr(writer_module, name)

        def called(*arguments: Any) -> Any:  # noqa: ANN401
            nonlocal calls
            if calls == num_files:
                raise Killed
            calls += 1
            return original(*arguments)

        return called

    for name in ("write_tensor", "settle_folder", "replace_file"):
        monkeypatch.setattr(writer_module, name, watched(name))
    expected = run_state(6)
    try:
        writer.write(snapshot(expected))
    except Killed:
        expected = run_state(5)
    assert plain(read_checkpoint(tmp_path).state) == plain(expected)


def test_a_state_that_is_no_number_is_not_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    state = run_state()
    assert state.painter is not None
    pair = replace(state.painter.optimizer.pairs[0], scale=float("inf"))
    optimizer = replace(state.painter.optimizer, pairs=(pair, *state.painter.optimizer.pairs[1:]))
    made_writer(tmp_path).write(snapshot(replace(state, painter=replace(state.painter, optimizer=optimizer))))
    assert MANIFEST_NAME not in names(tmp_path)
    assert "could not be written" in caplog.text


def test_a_disk_that_is_nearly_full_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage._replace(free=1 << 29))
    made_writer(tmp_path).write(snapshot(run_state()))
    assert names(tmp_path) == set()
    assert "too little room" in caplog.text


def test_a_snapshot_is_taken_only_when_it_may_be_due(tmp_path: Path) -> None:
    clock, taken = Clock(), 0
    writer = made_writer(tmp_path, clock, Pacing(10, 0.03))

    def take() -> Snapshot:
        nonlocal taken
        taken += 1
        return snapshot(run_state())

    for now_s in (0, 5, 9.9):
        clock.now_s = now_s
        writer.write_if_due(take)
    assert taken == 0
    clock.now_s = 10
    writer.write_if_due(take)
    assert taken == 1
    assert MANIFEST_NAME in names(tmp_path)


def test_an_error_that_nobody_expects_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_after(0, monkeypatch, "write_tensor", RuntimeError("something else"))
    with pytest.raises(RuntimeError, match="something else"):
        made_writer(tmp_path).write(snapshot(run_state()))


@pytest.mark.parametrize("memory_format", [torch.contiguous_format, torch.channels_last])
def test_a_tensor_comes_back_with_its_order_in_memory(tmp_path: Path, memory_format: torch.memory_format) -> None:
    tensor = kept(1).fetch().contiguous(memory_format=memory_format)
    read = read_tensor(tmp_path, write_tensor(tmp_path, 1, tensor))
    assert torch.equal(read, tensor)
    assert read.stride() == tensor.stride()
    assert read.data_ptr() % 64 == 0


def test_an_empty_tensor_comes_back(tmp_path: Path) -> None:
    read = read_tensor(tmp_path, write_tensor(tmp_path, 1, torch.empty(0, dtype=torch.int32)))
    assert read.shape == (0,)
    assert read.dtype is torch.int32
