from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from app.cli.commands import main
from app.cli.exit_codes import ExitCode
from app.system.data_folder import checkpoints_folder, timelines_folder
from core.errors import DivergedError
from core.optimization import engine
from core.optimization.checkpoint.manifest import MANIFEST_NAME, Destination
from core.optimization.checkpoint.pacing import Pacing
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.run_folders import begin_run_folder, new_run_folder, take_run_folder
from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.events import Finished, ScaleStarted
from core.optimization.timeline.plan import TimelinePlan
from core.picture import Picture
from core.recipe.recipe import Recipe, StyleSource
from tests.core.optimization.checkpoint.run_states import run_state, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from core.optimization.control import RunControl
    from core.optimization.events import Event
    from core.optimization.run_state import RunState

GREEN = Picture(np.full((18, 24, 3), (0, 200, 0), dtype=np.uint8))


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    for name in ("photo.png", "painting.png"):
        Image.new("RGB", (30, 20), (90, len(name) * 9, 30)).save(tmp_path / name)
    return Recipe(tmp_path / "photo.png", (StyleSource(tmp_path / "painting.png"),))


class FakeEngine:
    """Stands in for ``core.optimization.engine.stylize``; remembers what it was given and ends as told."""

    def __init__(self) -> None:
        self.end: Exception | None = None
        self.stopped = False
        self.writes = False
        self.given: dict[str, Any] = {}

    def __call__(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl,
        preview_due: Callable[[], bool],
        max_memory_bytes: int | None,
        checkpoints: Checkpoints | None,
        resume_from: RunState | None,
    ) -> Iterator[Event]:
        assert networks_folder.is_dir()
        assert not preview_due()
        assert not control.stop_requested
        self.given = {
            "recipe": recipe,
            "max_memory_bytes": max_memory_bytes,
            "checkpoints": checkpoints,
            "resume_from": resume_from,
        }
        yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2)
        if self.writes:
            assert checkpoints is not None
            writer = CheckpointWriter(checkpoints, max_memory_bytes)
            writer.write(snapshot(run_state(recipe=recipe), stopped=self.stopped))
        if self.end is not None:
            raise self.end
        yield Finished(GREEN, stopped=self.stopped, seconds=1.5, num_steps=2, recipe=recipe)


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr(engine, "stylize", fake)
    return fake


def interrupted(recipe: Recipe, destination: Destination, max_memory_bytes: int | None = None) -> Path:
    """The folder of a run that was interrupted."""
    with new_run_folder(checkpoints_folder()) as folder:
        checkpoints = Checkpoints(folder.path, destination)
        CheckpointWriter(checkpoints, max_memory_bytes).write(snapshot(run_state(recipe=recipe)))
    return folder.path


def saved_folders() -> list[Path]:
    return list(checkpoints_folder().iterdir())


@pytest.mark.parametrize("how", ["last", "name", "folder", "file"])
def test_an_interrupted_picture_is_gone_on_with_as_it_was_begun(
    fake_engine: FakeEngine, recipe: Recipe, tmp_path: Path, how: str
) -> None:
    output = tmp_path / "out.png"
    folder = interrupted(recipe, Destination(output, keep_gps=True), 1 << 30)
    which = {"last": "last", "name": folder.name, "folder": str(folder), "file": str(folder / MANIFEST_NAME)}[how]
    assert main(["resume", which]) == ExitCode.DONE
    assert output.is_file()
    given = fake_engine.given
    assert given["recipe"] == recipe
    assert given["resume_from"].num_steps == run_state().num_steps
    assert given["max_memory_bytes"] == 1 << 30
    timeline = TimelinePlan(timelines_folder() / folder.name)
    assert given["checkpoints"] == Checkpoints(folder, Destination(output, keep_gps=True), Pacing(), timeline)
    # It is done, and nothing is left to go on with.
    assert saved_folders() == []


@pytest.mark.usefixtures("fake_engine")
@pytest.mark.parametrize("name", ["x" * 300, "nowhere", "no/where/at-all"])
def test_a_run_that_cannot_be_there_is_bad_input(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resume", name]) == ExitCode.BAD_INPUT
    assert "Traceback" not in capsys.readouterr().err


def test_another_output_is_remembered_as_well(fake_engine: FakeEngine, recipe: Recipe, tmp_path: Path) -> None:
    interrupted(recipe, Destination(tmp_path / "out.png"))
    assert main(["resume", "last", "-o", str(tmp_path / "other.png")]) == ExitCode.DONE
    assert (tmp_path / "other.png").is_file()
    assert not (tmp_path / "out.png").exists()
    assert fake_engine.given["checkpoints"].destination.output == tmp_path / "other.png"


@pytest.mark.usefixtures("fake_engine")
@pytest.mark.parametrize("json_wanted", [False, True])
def test_a_stopped_run_tells_how_to_go_on(
    fake_engine: FakeEngine, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], json_wanted: bool
) -> None:
    fake_engine.stopped = fake_engine.writes = True
    arguments = ["stylize", str(recipe.photo), str(recipe.styles[0].path), "-o", str(tmp_path / "out.png")]
    assert main([*arguments, *(["--json"] if json_wanted else [])]) == ExitCode.INTERRUPTED
    (folder,) = saved_folders()
    captured = capsys.readouterr()
    if json_wanted:
        assert json.loads(captured.out.splitlines()[-1])["checkpoint"] == str(folder)
    else:
        assert f"To go on with it: impasto resume {folder.name}" in captured.err
    # The output of the first command is where the picture goes when it is finished.
    fake_engine.stopped = fake_engine.writes = False
    assert main(["resume", "last"]) == ExitCode.DONE
    assert saved_folders() == []


def test_a_run_that_fails_can_be_gone_on_with(
    fake_engine: FakeEngine, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_engine.writes, fake_engine.end = True, DivergedError()
    arguments = ["stylize", str(recipe.photo), str(recipe.styles[0].path), "-o", str(tmp_path / "out.png")]
    assert main(arguments) == ExitCode.FAILED
    (folder,) = saved_folders()
    assert f"impasto resume {folder.name}" in capsys.readouterr().err


def test_a_picture_that_had_to_be_kept_elsewhere_can_be_gone_on_with(
    fake_engine: FakeEngine, recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "folder" / "out.png"
    output.parent.mkdir()
    fake_engine.writes = True

    def vanishing(*arguments: Any, **options: Any) -> Iterator[Event]:  # noqa: ANN401
        yield from fake_engine(*arguments, **options)
        output.parent.rmdir()

    monkeypatch.setattr(engine, "stylize", vanishing)
    arguments = ["stylize", str(recipe.photo), str(recipe.styles[0].path), "-o", str(output)]
    assert main(arguments) == ExitCode.KEPT_ELSEWHERE
    # Once there is room again, going on writes it to where it was wanted.
    assert len(saved_folders()) == 1


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["resume", *arguments])
    return code, capsys.readouterr().err


@pytest.mark.usefixtures("fake_engine")
class TestRefusals:
    def test_none_is_left(self, capsys: pytest.CaptureFixture[str]) -> None:
        code, said = refused(capsys, "last")
        assert code == ExitCode.BAD_INPUT
        assert "There is no interrupted picture to go on with." in said

    def test_there_is_no_such(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert refused(capsys, str(tmp_path))[0] == ExitCode.BAD_INPUT
        assert "holds no interrupted picture" in refused(capsys, "nothing-of-that-name")[1]

    def test_it_is_damaged(self, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = interrupted(recipe, Destination(tmp_path / "out.png"))
        content = (folder / MANIFEST_NAME).read_bytes()
        (folder / MANIFEST_NAME).write_bytes(content[:-1])
        code, said = refused(capsys, "last")
        assert code == ExitCode.BAD_INPUT
        assert "What was kept of the interrupted picture is damaged." in said
        assert "Traceback" not in said

    def test_a_photo_has_changed(self, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        interrupted(recipe, Destination(tmp_path / "out.png"))
        Image.new("RGB", (30, 20)).save(recipe.photo)
        code, said = refused(capsys, "last")
        assert code == ExitCode.BAD_INPUT
        assert f"“{recipe.photo}”, from which this picture is painted, has changed since it was begun." in said

    def test_a_painting_is_gone(self, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = interrupted(recipe, Destination(tmp_path / "out.png"))
        recipe.styles[0].path.unlink()
        code, said = refused(capsys, "last")
        assert code == ExitCode.BAD_INPUT
        assert f"“{recipe.styles[0].path}”, from which this picture is painted, cannot be found." in said
        assert folder.is_dir()

    def test_it_goes_on_elsewhere(
        self, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("core.optimization.checkpoint.run_folders._PATIENCE_S", 0)
        with take_run_folder(interrupted(recipe, Destination(tmp_path / "out.png"))) as folder:
            assert "being painted at this moment" in refused(capsys, folder.path.name)[1]
            assert "There is no interrupted picture" in refused(capsys, "last")[1]

    def test_nobody_has_said_where_to_write(self, recipe: Recipe, capsys: pytest.CaptureFixture[str]) -> None:
        interrupted(recipe, Destination())
        code, said = refused(capsys, "last")
        assert code == ExitCode.USAGE
        assert "Say with -o which file to write." in said

    @pytest.mark.parametrize("name", ["out.xyz", "photo.png", "missing/out.png"])
    def test_the_output_will_not_do(
        self, recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        folder = interrupted(recipe, Destination(tmp_path / "out.png"))
        assert refused(capsys, "last", "-o", str(tmp_path / name))[0] != ExitCode.DONE
        assert folder.is_dir()


def test_the_runs_are_listed(recipe: Recipe, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = interrupted(replace(recipe, size_px=700), Destination(tmp_path / "out.png"))
    assert main(["resume", "--list"]) == ExitCode.DONE
    line, total = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{folder.name}: 20")
    assert ", photo.png, 700 px, 25 %, interrupted, 0 MB" in line
    assert total.startswith("Together 0.0 GB; from ")
    assert main(["resume", "--list", "--json"]) == ExitCode.DONE
    run, total_of_all = (json.loads(each) for each in capsys.readouterr().out.splitlines())
    assert run["path"] == str(folder)
    assert (run["photo"], run["size_px"], run["progress"]) == (str(recipe.photo), 700, 0.25)
    assert (run["in_use"], run["stopped"], run["output"]) == (False, False, str(tmp_path / "out.png"))
    assert run["num_bytes"] == total_of_all["num_bytes"] > 0


def test_a_damaged_run_and_one_that_goes_on_are_listed_as_such(
    recipe: Recipe, capsys: pytest.CaptureFixture[str]
) -> None:
    (interrupted(recipe, Destination()) / MANIFEST_NAME).write_bytes(b"{")
    with take_run_folder(interrupted(recipe, Destination())):
        assert main(["resume", "--list"]) == ExitCode.DONE
    active, damaged, _ = capsys.readouterr().out.splitlines()
    assert ", being painted," in active
    assert ": damaged," in damaged
    assert main(["resume", "--list", "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out.splitlines()[1])["photo"] is None


def test_where_nothing_can_be_kept_the_picture_is_painted_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert begin_run_folder(tmp_path / "file" / "checkpoints") is None
    assert "cannot be gone on with" in caplog.text


def test_a_run_begins_only_after_old_ones_have_made_room(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.optimization.checkpoint.run_folders.MOST_RUNS", 1)
    for _ in range(2):
        interrupted(recipe, Destination(tmp_path / "out.png"))
    folder = begin_run_folder(checkpoints_folder())
    assert folder is not None
    with folder:
        assert len(saved_folders()) == 2


@pytest.mark.parametrize("arguments", [["resume"], ["resume", "last", "--list"], ["resume", "a", "b"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == ExitCode.USAGE
