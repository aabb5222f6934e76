from __future__ import annotations

import dataclasses
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import ExifTags, Image
from PySide6.QtGui import QColor, QImage

from app.run.session import RunState
from app.studio import results as result_module
from app.studio.landing import Role
from app.studio.offer import Offer
from app.studio.settings import Settings
from app.studio.studio import Problem, Studio
from core.errors import DivergedError, ImageFileError, ImageProblem, StyleTransferError
from core.picture import Picture
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs
    from tests.app.fake_engine import FakeEngine


def path_in(studio: Studio, role: Role) -> Path | None:
    picture = studio.choices[role].picture
    return None if picture is None else picture.path


def problems_of(studio: Studio) -> list[Problem]:
    problems: list[Problem] = []
    studio.problem_arose.connect(problems.append)
    return problems


def kept_files(studio: Studio) -> list[Path]:
    return sorted(studio.folders.kept.glob("*")) if studio.folders.kept.exists() else []


def run_to_end(qtbot: QtBot, studio: Studio, jobs: BackgroundJobs) -> None:
    studio.run()
    qtbot.waitUntil(lambda: studio.session.state is RunState.IDLE and not jobs.busy)


# What is there at the start.


def test_the_first_start_shows_a_sample_and_a_starter_style(ready: Studio) -> None:
    assert path_in(ready, Role.PHOTO) == ready.samples[0].path
    assert path_in(ready, Role.PAINTING) == ready.starters[0].path


def test_later_starts_show_the_last_pictures(qtbot: QtBot, studio: Studio, photo: Path, painting: Path) -> None:
    studio.settings = Settings(photo=photo, painting=painting)
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_run)
    assert (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting)


def test_pictures_that_have_moved_are_replaced_without_a_word(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    problems = problems_of(studio)
    studio.settings = Settings(photo=tmp_path / "gone.png")
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_run)
    assert path_in(studio, Role.PHOTO) == studio.samples[0].path
    assert problems == []


def test_the_programs_own_pictures_are_found_where_it_has_moved(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    second = studio.starters[1].path
    studio.settings = Settings(painting=tmp_path / "older version" / second.parent.name / second.name)
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_run)
    assert path_in(studio, Role.PAINTING) == second


def test_what_was_asked_for_comes_first(qtbot: QtBot, studio: Studio, photo: Path, painting: Path) -> None:
    studio.open_first(photo, painting)
    qtbot.waitUntil(lambda: studio.can_run)
    assert (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting)
    assert studio.settings.photo == photo


def test_asking_for_a_file_that_is_not_there_is_a_problem(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    with qtbot.waitSignal(studio.problem_arose) as caught:
        studio.open_first(tmp_path / "nowhere.png")
    assert caught.args[0].what == "“nowhere.png” does not exist."
    assert caught.args[0].remedy
    assert not studio.can_run


# What may be done when.


def test_a_run_needs_both_pictures(studio: Studio) -> None:
    assert not studio.can_run
    studio.run()
    assert studio.session.state is RunState.IDLE


def test_a_run_waits_for_a_picture_that_is_being_read(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    ready.choose(Role.PHOTO, photo)
    assert not ready.can_run
    qtbot.waitUntil(lambda: ready.can_run)


def test_everything_is_locked_while_a_run_goes_on(qtbot: QtBot, ready: Studio, engine: FakeEngine, photo: Path) -> None:
    engine.hold_after = 1
    ready.run()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    assert ready.locked
    assert ready.busy
    assert not ready.can_run
    assert not ready.can_save
    assert ready.landing_of(Offer((photo,)), None) == ()
    ready.choose(Role.PHOTO, photo)
    ready.accept(Offer((photo,)), None, None)
    assert path_in(ready, Role.PHOTO) == ready.samples[0].path


# The run.


def test_the_recipe_holds_what_was_chosen(
    qtbot: QtBot, ready: Studio, engine: FakeEngine, jobs: BackgroundJobs, photo: Path
) -> None:
    ready.choose(Role.PHOTO, photo)
    qtbot.waitUntil(lambda: ready.can_run)
    ready.set_size(384)
    ready.set_preset(Preset.DRAFT)
    ready.set_strength(70)
    run_to_end(qtbot, ready, jobs)
    recipe = engine.recipes[0]
    assert recipe.photo == photo
    assert [style.path for style in recipe.styles] == [ready.starters[0].path]
    assert (recipe.size_px, recipe.preset, recipe.style_strength) == (384, Preset.DRAFT, 70.0)


def test_every_finished_picture_is_kept(qtbot: QtBot, ready: Studio, jobs: BackgroundJobs) -> None:
    with qtbot.waitSignal(ready.result.kept) as caught:
        ready.run()
    qtbot.waitUntil(lambda: not ready.busy)
    run_to_end(qtbot, ready, jobs)
    files = kept_files(ready)
    assert len(files) == 2
    assert caught.args[0] in files
    assert files[0].name.startswith("Cat – Night Swirls – 20")
    with Image.open(files[0]) as image:
        assert image.getpixel((3, 3)) == (240, 120, 40)


def test_a_stopped_picture_is_kept(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 4
    ready.run()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    qtbot.wait(30)
    with qtbot.waitSignal(ready.result.kept):
        ready.stop()
    qtbot.waitUntil(lambda: not ready.busy)
    assert len(kept_files(ready)) == 1
    assert ready.can_save


def test_a_run_stopped_before_its_first_step_keeps_nothing(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 0
    ready.run()
    ready.stop()
    qtbot.waitUntil(lambda: not ready.busy)
    assert kept_files(ready) == []
    assert not ready.can_save


def test_a_failure_keeps_the_last_good_picture(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.error = DivergedError("It broke.", Picture(np.full((36, 48, 3), 9, np.uint8)))
    engine.error_after = 2
    problems = problems_of(ready)
    with qtbot.waitSignal(ready.result.kept):
        ready.run()
    qtbot.waitUntil(lambda: not ready.busy)
    assert problems[0].what == "It broke."
    assert problems[0].remedy
    with Image.open(kept_files(ready)[0]) as image:
        assert image.getpixel((0, 0)) == (9, 9, 9)
    assert ready.can_save


def test_an_unexpected_failure_names_the_log(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.error = ZeroDivisionError("secret detail")
    with qtbot.waitSignal(ready.problem_arose) as caught:
        ready.run()
    assert "secret" not in caught.args[0].what
    assert str(ready.folders.log) in caught.args[0].remedy
    qtbot.waitUntil(lambda: not ready.busy)


def test_settings_out_of_range_are_a_problem_not_a_crash(qtbot: QtBot, ready: Studio) -> None:
    ready.set_size(5)
    with qtbot.waitSignal(ready.problem_arose) as caught:
        ready.run()
    assert "5" in caught.args[0].what
    assert ready.session.state is RunState.IDLE


def test_a_new_photo_puts_the_painted_picture_away(
    qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, photo: Path
) -> None:
    run_to_end(qtbot, ready, jobs)
    assert ready.can_save
    with qtbot.waitSignal(ready.choices[Role.PHOTO].loaded):
        ready.choose(Role.PHOTO, photo)
    assert not ready.can_save


def test_a_new_painting_leaves_the_painted_picture(
    qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, painting: Path
) -> None:
    run_to_end(qtbot, ready, jobs)
    with qtbot.waitSignal(ready.choices[Role.PAINTING].loaded):
        ready.choose(Role.PAINTING, painting)
    assert ready.can_save


# Pictures out.


def test_saving_writes_the_picture_and_remembers_the_folder(
    qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, tmp_path: Path
) -> None:
    run_to_end(qtbot, ready, jobs)
    with qtbot.waitSignal(ready.result.saved) as caught:
        ready.save(tmp_path / "out", ".jpg")
    assert caught.args == [tmp_path / "out.jpg"]
    with Image.open(tmp_path / "out.jpg") as image:
        assert image.format == "JPEG"
    assert ready.save_folder == tmp_path


def test_saving_happens_elsewhere(
    qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_to_end(qtbot, ready, jobs)
    threads: list[int] = []
    monkeypatch.setattr(result_module, "write_result", lambda *_: threads.append(threading.get_ident()))
    with qtbot.waitSignal(ready.result.saved):
        ready.save(tmp_path / "out.png", ".png")
    assert len(threads) == 1
    assert threads != [threading.get_ident()]


def test_kept_and_saved_pictures_tell_what_the_photo_tells_but_not_where_it_was_taken(
    qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ann"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    Image.new("RGB", (80, 60)).save(tmp_path / "told.jpg", exif=exif)
    with qtbot.waitSignal(ready.choices[Role.PHOTO].loaded):
        ready.choose(Role.PHOTO, tmp_path / "told.jpg")
    with qtbot.waitSignal(ready.result.kept) as kept:
        run_to_end(qtbot, ready, jobs)
    with qtbot.waitSignal(ready.result.saved):
        ready.save(tmp_path / "out.jpg", ".png")
    for path in (kept.args[0], tmp_path / "out.jpg"):
        with Image.open(path) as image:
            assert image.getexif()[ExifTags.Base.Artist] == "Ann"
            assert image.getexif()[ExifTags.Base.Software].startswith("Impasto")
            assert ExifTags.Base.GPSInfo not in image.getexif()


def test_saving_that_fails_is_a_problem(qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, tmp_path: Path) -> None:
    run_to_end(qtbot, ready, jobs)
    with qtbot.waitSignal(ready.problem_arose) as caught:
        ready.save(tmp_path / "no" / "such" / "out.png", ".png")
    assert caught.args[0].what == str(ImageFileError(Path("out.png"), ImageProblem.NO_OUTPUT_FOLDER))


def test_the_copy_has_the_transparency(qtbot: QtBot, ready: Studio, jobs: BackgroundJobs, engine: FakeEngine) -> None:
    assert ready.result.image() is None
    engine.alpha = np.full((36, 48), 100, np.uint8)
    run_to_end(qtbot, ready, jobs)
    image = ready.result.image()
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 100


def test_nothing_to_save_saves_nothing(ready: Studio, tmp_path: Path) -> None:
    ready.save(tmp_path / "out.png", ".png")
    assert not (tmp_path / "out.png").exists()


# Drops and pastes.


def test_two_files_are_photo_and_painting(qtbot: QtBot, ready: Studio, photo: Path, painting: Path) -> None:
    ready.accept(Offer((photo, painting)), None, None)
    qtbot.waitUntil(lambda: ready.can_run)
    assert (path_in(ready, Role.PHOTO), path_in(ready, Role.PAINTING)) == (photo, painting)


def test_a_single_file_is_the_photo_and_the_next_one_the_painting(
    qtbot: QtBot, ready: Studio, photo: Path, painting: Path
) -> None:
    ready.accept(Offer((photo,)), None, None)
    qtbot.waitUntil(lambda: ready.can_run)
    ready.accept(Offer((painting,)), None, None)
    qtbot.waitUntil(lambda: ready.can_run)
    assert (path_in(ready, Role.PHOTO), path_in(ready, Role.PAINTING)) == (photo, painting)


def test_pasted_pixels_become_a_file(qtbot: QtBot, ready: Studio) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    with qtbot.waitSignal(ready.choices[Role.PAINTING].loaded):
        ready.accept(Offer(has_image=True), image, Role.PAINTING)
    path = path_in(ready, Role.PAINTING)
    assert path is not None
    assert path.parent == ready.folders.pasted
    with Image.open(path) as file:
        assert file.size == (40, 30)
        assert file.getpixel((0, 0)) == (1, 2, 3)


@pytest.mark.parametrize(("offer", "word"), [(Offer(elsewhere=True), "online"), (Offer(), "no picture")])
def test_useless_offers_are_explained(ready: Studio, offer: Offer, word: str) -> None:
    problems = problems_of(ready)
    ready.accept(offer, None, None)
    assert word in problems[0].what
    assert problems[0].remedy


def test_choosing_again_takes_the_last_problem_away(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    with qtbot.waitSignal(ready.problem_passed):
        ready.choose(Role.PHOTO, photo)


def test_dialogs_open_beside_the_persons_own_pictures(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    assert ready.folder_of(Role.PHOTO) == ready.folders.pictures
    with qtbot.waitSignal(ready.choices[Role.PHOTO].loaded):
        ready.choose(Role.PHOTO, photo)
    assert ready.folder_of(Role.PHOTO) == photo.parent
    assert ready.save_folder == ready.folders.pictures
    ready.settings = dataclasses.replace(ready.settings, save_folder=photo.parent)
    assert ready.save_folder == photo.parent


def test_a_kept_picture_that_cannot_be_written_is_a_problem(
    qtbot: QtBot, ready: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> Path:
        raise ImageFileError(Path("out.png"), ImageProblem.OUTPUT_FAILED)

    monkeypatch.setattr(result_module, "keep", fail)
    with qtbot.waitSignal(ready.problem_arose) as caught:
        ready.run()
    assert caught.args[0].what == str(ImageFileError(Path("out.png"), ImageProblem.OUTPUT_FAILED))
    qtbot.waitUntil(lambda: not ready.busy)
    assert ready.can_save


def test_an_engines_own_words_reach_the_person(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.error = StyleTransferError("The muse is out.")
    with qtbot.waitSignal(ready.problem_arose) as caught:
        ready.run()
    assert caught.args[0] == Problem("The muse is out.", "")
    qtbot.waitUntil(lambda: not ready.busy)
