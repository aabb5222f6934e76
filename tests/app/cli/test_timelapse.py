from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.cli.commands import main
from app.cli.exit_codes import ExitCode
from app.system.data_folder import timelines_folder
from core.optimization.checkpoint.plan import Checkpoints
from core.optimization.checkpoint.writer import CheckpointWriter
from core.optimization.timeline.folders import timeline_folder_held
from core.optimization.timeline.frame_file import FRAMES_NAME, encoded
from core.recipe.recipe import Recipe, StyleSource
from tests.core.optimization.checkpoint.run_states import run_state, snapshot
from tests.core.optimization.timeline.frames import frames, frames_of_film

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def timeline() -> Path:
    with timeline_folder_held(timelines_folder(), "20261125-120000-run") as folder:
        assert folder is not None
        (folder / FRAMES_NAME).write_bytes(encoded(frames(0, 1, 2)))
    return folder


@pytest.mark.parametrize("how", ["last", "name", "folder"])
def test_a_film_of_a_timeline_is_written(
    timeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    output = tmp_path / "film.webp"
    which = {"last": "last", "name": timeline.name, "folder": str(timeline)}[how]
    assert main(["timelapse", which, "-o", str(output)]) == ExitCode.DONE
    assert capsys.readouterr().err == f"Done: {output} (3 pictures)\n"
    assert frames_of_film(output) == 3


def test_scripts_are_told_as_json(timeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "film.webp"
    assert main(["timelapse", timeline.name, "-o", str(output), "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == {"event": "film", "output": str(output), "num_frames": 3}


def test_where_there_is_no_timeline_that_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = str(tmp_path / "film.webp")
    assert main(["timelapse", "last", "-o", output]) == ExitCode.BAD_INPUT
    assert "There is no timeline of any picture. Paint a picture first." in capsys.readouterr().err
    assert main(["timelapse", "other", "-o", output]) == ExitCode.BAD_INPUT


def test_another_name_is_a_mistake_of_the_command(timeline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timelapse", timeline.name, "-o", "film.gif"]) == ExitCode.USAGE
    assert "“film.gif” is not the name of a film" in capsys.readouterr().err


def test_a_film_replaces_nothing_that_the_picture_was_painted_from(
    timeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "photo.webp"
    photo.write_bytes(b"the only copy")
    recipe = Recipe(photo, (StyleSource(tmp_path / "painting.jpg"),))
    end = timeline / "scale-end-2"
    end.mkdir()
    CheckpointWriter(Checkpoints(end), None).write(snapshot(run_state(2, recipe)))
    assert main(["timelapse", timeline.name, "-o", str(photo)]) == ExitCode.USAGE
    assert "photo.webp" in capsys.readouterr().err
    assert photo.read_bytes() == b"the only copy"
    assert main(["timelapse", timeline.name, "-o", str(tmp_path / "film.webp")]) == ExitCode.DONE


def test_a_damaged_timeline_is_told(timeline: Path, tmp_path: Path) -> None:
    (timeline / FRAMES_NAME).write_bytes(b"anything")
    assert main(["timelapse", "last", "-o", str(tmp_path / "film.webp")]) == ExitCode.BAD_INPUT
    assert not (tmp_path / "film.webp").exists()
