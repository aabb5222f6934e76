from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.run.job import JobState
from app.studio.picture_roles import Role
from core.errors import ImageFileError, TimelineError, TimelineProblem
from core.optimization.timeline.folders import read_timeline, saved_timelines
from tests.core.optimization.timeline.frames import frames_of_film

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from app.run.job import Job
    from app.studio.studio import Studio
    from app.system.user_folders import UserFolders
    from tests.app.fake_engine import FakeEngine

# What the fake engine paints.
NUM_STEPS = 6


@pytest.fixture
def painted(qtbot: QtBot, studio: Studio, engine: FakeEngine, photo: Path, painting: Path) -> Job:
    """A picture with a timeline of a frame for each step; a scale ended at the third, whose index is 2."""
    engine.keeps_timelines = True
    studio.open_first(photo, (painting,))
    qtbot.waitUntil(lambda: studio.can_stylize)
    studio.stylize()
    return ended(studio, qtbot)


def ended(studio: Studio, qtbot: QtBot) -> Job:
    qtbot.waitUntil(lambda: studio.queue.is_idle and studio.shutdown.nothing_goes_on)
    job = studio.queue.current
    assert job is not None
    return job


def failures_of(studio: Studio) -> list[Exception]:
    failures: list[Exception] = []
    studio.timeline.failed.connect(failures.append)
    return failures


def test_a_painted_picture_has_a_timeline(studio: Studio, painted: Job, folders: UserFolders) -> None:
    view = studio.timeline
    assert painted.state is JobState.DONE
    assert view.timeline is not None
    assert view.timeline is painted.timeline
    assert [frame.note.num_steps for frame in view.timeline.frames] == list(range(1, NUM_STEPS + 1))
    assert view.timeline.branching_frames == (2,)
    assert (view.index, view.looks_back, view.can_go_on) == (None, False, False)
    (folder,) = saved_timelines(folders.timelines)
    assert read_timeline(folder).scale_ends == (3,)


def test_the_past_is_looked_at_and_left_again(studio: Studio, qtbot: QtBot, painted: Job) -> None:
    view = studio.timeline
    shown: list[QImage] = []
    view.frame_shown.connect(shown.append)
    view.look_at(2)
    assert (view.index, view.looks_back, view.can_go_on) == (2, True, True)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert (shown[0].width(), shown[0].height()) == (48, 36)
    view.look_at(1)
    assert (view.index, view.can_go_on) == (1, False)
    with qtbot.waitSignal(view.returned):
        view.look_at(NUM_STEPS - 1)
    assert (view.index, view.looks_back) == (None, False)
    view.look_at(NUM_STEPS)
    view.look_at(-1)
    assert not view.looks_back
    assert painted is studio.queue.current


def test_who_drags_sees_where_it_comes_to_rest(studio: Studio, qtbot: QtBot, painted: Job) -> None:
    view = studio.timeline
    assert painted.timeline is not None
    shown: list[QImage] = []
    view.frame_shown.connect(shown.append)
    for index in range(4):
        view.look_at(index)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert 1 <= len(shown) <= 2
    red = shown[-1].pixelColor(10, 10).red()
    assert red == pytest.approx(40 + 200 * 4 / NUM_STEPS, abs=4)


def test_another_picture_is_gone_on_with_from_the_past_and_both_are_kept(
    studio: Studio, qtbot: QtBot, painted: Job, engine: FakeEngine, folders: UserFolders
) -> None:
    studio.timeline.look_at(2)
    studio.draft.set(strength=90)
    studio.timeline.go_on()
    branch = ended(studio, qtbot)
    assert branch.number != painted.number
    assert branch.state is JobState.DONE
    assert branch.recipe.style_strength == 90
    assert branch.name == f"{painted.name}, from 48 px"
    state = engine.resumed_from[-1]
    assert state is not None
    assert (state.num_steps, state.recipe) == (3, branch.recipe)
    assert not studio.timeline.looks_back
    assert branch.timeline is not None
    assert painted.timeline is not None
    assert [frame.note.num_steps for frame in branch.timeline.frames[:3]] == [1, 2, 3]
    assert branch.timeline.folder != painted.timeline.folder
    assert len(saved_timelines(folders.timelines)) == 2
    assert len(list(folders.kept.iterdir())) == 2


def test_while_a_picture_is_painted_its_past_can_be_branched_from(
    studio: Studio, qtbot: QtBot, engine: FakeEngine, photo: Path, painting: Path
) -> None:
    engine.keeps_timelines, engine.hold_after = True, 4
    studio.open_first(photo, (painting,))
    qtbot.waitUntil(lambda: studio.can_stylize)
    studio.stylize()
    qtbot.waitUntil(lambda: studio.timeline.timeline is not None and len(studio.timeline.timeline.frames) == 4)
    studio.timeline.look_at(2)
    studio.timeline.go_on()
    (waiting,) = studio.queue.waiting
    assert waiting.branch_from is not None
    assert studio.timeline.looks_back
    engine.hold_after = None
    engine.go_on.set()
    assert ended(studio, qtbot).number == waiting.number


def test_only_the_end_of_a_scale_can_be_gone_on_from(studio: Studio, painted: Job) -> None:
    studio.timeline.go_on()
    studio.timeline.look_at(1)
    studio.timeline.go_on()
    assert studio.queue.current is painted


def test_a_size_that_is_reached_already_is_told(studio: Studio, painted: Job) -> None:
    failures = failures_of(studio)
    assert painted.timeline is not None
    frame = painted.timeline.frames[2]
    object.__setattr__(frame.note, "scale_px", painted.recipe.size_px)
    studio.timeline.look_at(2)
    studio.timeline.go_on()
    (failure,) = failures
    assert isinstance(failure, TimelineError)
    assert failure.problem is TimelineProblem.LARGE_ENOUGH


def test_another_photo_on_the_left_gives_its_manner_alone(
    studio: Studio, qtbot: QtBot, painted: Job, engine: FakeEngine
) -> None:
    engine.hold_after = 4
    engine.keeps_timelines = True
    studio.stylize()
    qtbot.waitUntil(lambda: studio.timeline.timeline is not None and len(studio.timeline.timeline.frames) == 4)
    studio.draft.choose(Role.PHOTO, studio.imports.samples[0].path)
    qtbot.waitUntil(lambda: studio.can_stylize)
    studio.draft.set(size_px=777, strength=10)
    studio.timeline.look_at(2)
    studio.timeline.go_on()
    (waiting,) = studio.queue.waiting
    assert (waiting.recipe.photo, waiting.recipe.size_px) == (painted.recipe.photo, painted.recipe.size_px)
    assert waiting.recipe.style_strength == 10


@pytest.mark.parametrize("name", ["film.webp", "film"])
def test_a_film_is_written(studio: Studio, qtbot: QtBot, painted: Job, tmp_path: Path, name: str) -> None:
    assert painted.timeline is not None
    view = studio.timeline
    written: list[Path] = []
    view.exported.connect(written.append)
    studio.export_timeline(tmp_path / name, ".webp")
    assert view.writes_film
    qtbot.waitUntil(lambda: not view.writes_film)
    assert written == [tmp_path / "film.webp"]
    with Image.open(written[0]) as film:
        assert film.size == (48, 36)
    assert frames_of_film(written[0]) == NUM_STEPS
    assert studio.preferences.save_folder == tmp_path


def test_a_film_replaces_neither_another_one_nor_the_photo(
    studio: Studio, qtbot: QtBot, painted: Job, tmp_path: Path
) -> None:
    failures = failures_of(studio)
    written: list[Path] = []
    studio.timeline.exported.connect(written.append)
    (tmp_path / "film.webp").write_bytes(b"another one")
    studio.export_timeline(tmp_path / "film", ".webp")
    qtbot.waitUntil(lambda: not studio.timeline.writes_film)
    assert written == [tmp_path / "film (2).webp"]
    assert (tmp_path / "film.webp").read_bytes() == b"another one"

    before = painted.recipe.photo.read_bytes()
    link = tmp_path / "link.webp"
    link.symlink_to(painted.recipe.photo)
    studio.export_timeline(link, ".webp")
    qtbot.waitUntil(lambda: not studio.timeline.writes_film)
    (failure,) = failures
    assert isinstance(failure, ImageFileError)
    assert painted.recipe.photo.read_bytes() == before


def test_a_film_that_cannot_be_written_is_told(studio: Studio, qtbot: QtBot, painted: Job, tmp_path: Path) -> None:
    assert painted.timeline is not None
    failures = failures_of(studio)
    studio.export_timeline(tmp_path / "missing" / "film.webp", ".webp")
    qtbot.waitUntil(lambda: not studio.timeline.writes_film)
    (failure,) = failures
    assert isinstance(failure, ImageFileError)


def test_without_a_timeline_nothing_is_shown_or_written(
    studio: Studio, qtbot: QtBot, photo: Path, painting: Path, tmp_path: Path
) -> None:
    studio.open_first(photo, (painting,))
    qtbot.waitUntil(lambda: studio.can_stylize)
    studio.stylize()
    ended(studio, qtbot)
    assert studio.timeline.timeline is None
    studio.export_timeline(tmp_path / "film.webp", ".webp")
    studio.timeline.look_at(0)
    studio.timeline.look_at_present()
    assert not studio.timeline.looks_back
    assert list(tmp_path.glob("*.webp")) == []


def test_another_picture_on_the_stage_has_its_own(studio: Studio, qtbot: QtBot, painted: Job) -> None:
    studio.timeline.look_at(1)
    studio.stylize()
    again = ended(studio, qtbot)
    assert again.number != painted.number
    assert studio.timeline.timeline is again.timeline
    assert not studio.timeline.looks_back
