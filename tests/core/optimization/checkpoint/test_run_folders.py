from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.errors import CheckpointError, CheckpointProblem
from core.optimization.checkpoint import run_folders
from core.optimization.checkpoint.manifest import MANIFEST_NAME, Destination, Manifest, encoded
from core.optimization.checkpoint.run_folders import (
    last_saved_run,
    new_run_folder,
    remove_old_runs,
    saved_runs,
    take_run_folder,
)
from tests.core.optimization.checkpoint.run_states import RECIPE

if TYPE_CHECKING:
    from core.optimization.checkpoint.run_folders import RunFolder

ROOT = Path(__file__).parents[4]


def with_checkpoint(
    root: Path, written_at_s: float = 1000.0, *, num_bytes: int = 0, stopped: bool = False
) -> RunFolder:
    folder = new_run_folder(root)
    manifest = Manifest(RECIPE, float(written_at_s), 0.5, stopped, (), None, Destination())
    (folder.path / MANIFEST_NAME).write_bytes(encoded(manifest, None))
    (folder.path / "1.safetensors").write_bytes(bytes(num_bytes))
    return folder


def problem_of(path: Path) -> CheckpointProblem:
    with pytest.raises(CheckpointError) as caught:
        take_run_folder(path)
    return caught.value.problem


def test_a_folder_is_of_one_run_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_folders, "_PATIENCE_S", 0.05)
    with with_checkpoint(tmp_path) as folder:
        assert problem_of(folder.path) is CheckpointProblem.IN_USE
    with take_run_folder(folder.path) as taken:
        assert taken.path == folder.path
        assert problem_of(folder.path) is CheckpointProblem.IN_USE


def test_whoever_takes_a_folder_waits_for_one_who_only_looks(tmp_path: Path) -> None:
    folder = with_checkpoint(tmp_path)
    release = threading.Timer(0.1, folder.release)
    release.start()
    with take_run_folder(folder.path):
        pass
    release.join()


def test_a_run_that_is_done_leaves_nothing(tmp_path: Path) -> None:
    with with_checkpoint(tmp_path) as folder:
        folder.discard()
        assert not folder.has_checkpoint
    assert list(tmp_path.iterdir()) == []
    assert problem_of(folder.path) is CheckpointProblem.MISSING


def test_a_run_without_a_checkpoint_leaves_nothing(tmp_path: Path) -> None:
    with new_run_folder(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_ends_while_another_waits_for_its_folder_is_not_gone_on_with(tmp_path: Path) -> None:
    folder = with_checkpoint(tmp_path)
    end = threading.Timer(0.1, folder.discard)
    end.start()
    assert problem_of(folder.path) in {CheckpointProblem.MISSING, CheckpointProblem.IN_USE}
    end.join()


def test_runs_are_listed_newest_first_and_tell_how_they_ended(tmp_path: Path) -> None:
    stopped = with_checkpoint(tmp_path, 1000, num_bytes=10, stopped=True)
    stopped.release()
    interrupted = with_checkpoint(tmp_path, 2000, num_bytes=1000)
    interrupted.release()
    with with_checkpoint(tmp_path, 3000) as active:
        found = saved_runs(tmp_path)
    assert [run.path for run in found] == [active.path, interrupted.path, stopped.path]
    assert [run.in_use for run in found] == [True, False, False]
    assert [run.was_interrupted for run in found] == [False, True, False]
    assert found[1].num_bytes - found[2].num_bytes == pytest.approx(990, abs=20)
    assert found[1].manifest is not None
    assert found[1].manifest.recipe == RECIPE


def test_a_damaged_run_is_listed_last_and_never_offered(tmp_path: Path) -> None:
    with with_checkpoint(tmp_path, 1000):
        pass
    with with_checkpoint(tmp_path, 2000) as damaged:
        (damaged.path / MANIFEST_NAME).write_bytes(b"{")
    found = saved_runs(tmp_path)
    assert found[1].manifest is None
    assert not found[1].was_interrupted
    assert last_saved_run(tmp_path).path == found[0].path


def test_the_last_run_is_the_newest_that_does_not_go_on(tmp_path: Path) -> None:
    with with_checkpoint(tmp_path, 1000) as former:
        pass
    with with_checkpoint(tmp_path, 2000):
        assert last_saved_run(tmp_path).path == former.path


@pytest.mark.parametrize("there", [False, True])
def test_where_there_is_none_that_is_told(tmp_path: Path, there: bool) -> None:
    root = tmp_path if there else tmp_path / "missing"
    assert saved_runs(root) == ()
    with pytest.raises(CheckpointError) as caught:
        last_saved_run(root)
    assert caught.value.problem is CheckpointProblem.NONE


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_folders, "MOST_RUNS", 2)
    folders = [with_checkpoint(tmp_path, 1000 + number) for number in range(4)]
    for folder in folders[1:]:
        folder.release()
    assert remove_old_runs(tmp_path) == 1
    # The first goes on, and does not count.
    assert {run.path for run in saved_runs(tmp_path)} == {folders[0].path, folders[2].path, folders[3].path}
    folders[0].release()


def test_the_oldest_go_when_they_are_too_large_but_never_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_folders, "MOST_BYTES", 10_000)
    monkeypatch.setattr(run_folders, "_SHARE_OF_FREE", 0)
    for number, num_bytes in enumerate((1000, 6000, 6000)):
        with_checkpoint(tmp_path, 1000 + number, num_bytes=num_bytes).release()
    assert remove_old_runs(tmp_path) == 2
    with_checkpoint(tmp_path, 2000, num_bytes=20_000).release()
    assert remove_old_runs(tmp_path) == 1
    assert [run.num_bytes > 20_000 for run in saved_runs(tmp_path)] == [True]


def test_what_a_killed_run_has_left_without_a_checkpoint_goes(tmp_path: Path) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from core.optimization.checkpoint.run_folders import new_run_folder\n"
        "folder = new_run_folder(Path(sys.argv[1]))\n"
        "(folder.path / '1.safetensors').write_bytes(bytes(9))\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, check=False)
    assert len(list(tmp_path.iterdir())) == 1
    with new_run_folder(tmp_path) as alive:
        assert remove_old_runs(tmp_path) == 1
        assert list(tmp_path.iterdir()) == [alive.path]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    assert remove_old_runs(tmp_path) == 0
    assert len(list(tmp_path.iterdir())) == 2


def test_listing_needs_no_torch(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from core.optimization.checkpoint.inputs import check_inputs\n"
        "from core.optimization.checkpoint.plan import Checkpoints\n"
        "from core.optimization.checkpoint.run_folders import saved_runs\n"
        "print(saved_runs(Path(sys.argv[1])), 'torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "() False\n"


def test_names_tell_when_a_run_began(tmp_path: Path) -> None:
    with new_run_folder(tmp_path / "deep" / "er") as folder:
        assert folder.path.name.startswith(time.strftime("%Y%m%d-%H", time.gmtime()))
