from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import ExifTags, Image
from PySide6.QtGui import QColor, QImage

from app.library import keeping as keeping_module
from app.run.job import JobState
from app.studio import results as results_module
from app.studio.notices import Level, Notice
from app.studio.offer import Offer
from app.studio.picture_roles import Role
from app.words.errors import sentence
from core.errors import DivergedError, ImageFileError, ImageProblem
from core.picture import Picture
from core.recipe.choices import Preset, StartFrom

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeEngine


def path_in(studio: Studio, role: Role) -> Path | None:
    picture = studio.draft.slot(role).picture
    return None if picture is None else picture.path


def notices_of(studio: Studio) -> list[Notice]:
    notices: list[Notice] = []
    studio.notices.posted.connect(notices.append)
    return notices


def kept_files(studio: Studio) -> list[Path]:
    return sorted(studio.folders.kept.glob("*")) if studio.folders.kept.exists() else []


def wait_until_over(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def run_to_end(qtbot: QtBot, studio: Studio) -> None:
    studio.stylize()
    wait_until_over(qtbot, studio)


def choose(qtbot: QtBot, studio: Studio, role: Role, path: Path) -> None:
    with qtbot.waitSignal(studio.draft.slot(role).loaded):
        studio.imports.choose(role, path)


# What is there at the start.


def test_the_first_start_shows_a_sample_and_a_starter_style(ready: Studio) -> None:
    assert path_in(ready, Role.PHOTO) == ready.imports.samples[0].path
    assert path_in(ready, Role.PAINTING) == ready.imports.starters[0].path


def test_later_starts_show_the_last_pictures(qtbot: QtBot, studio: Studio, photo: Path, painting: Path) -> None:
    studio.preferences.remember(photo=photo, paintings=(painting,))
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting)


def test_pictures_that_have_moved_are_replaced_without_a_word(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    notices = notices_of(studio)
    studio.preferences.remember(photo=tmp_path / "gone.png")
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert path_in(studio, Role.PHOTO) == studio.imports.samples[0].path
    assert notices == []


def test_the_programs_own_pictures_are_found_where_it_has_moved(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    second = studio.imports.starters[1].path
    studio.preferences.remember(paintings=(tmp_path / "older version" / second.parent.name / second.name,))
    studio.open_first()
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert path_in(studio, Role.PAINTING) == second


def test_what_was_asked_for_comes_first(qtbot: QtBot, studio: Studio, photo: Path, painting: Path) -> None:
    studio.open_first(photo, (painting,))
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting)
    assert studio.preferences.photo == photo


def test_several_paintings_can_be_opened(qtbot: QtBot, studio: Studio, photo: Path, painting: Path) -> None:
    studio.open_first(painting, (painting, photo))
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert [(style.path, style.weight) for style in studio.draft.recipe().styles] == [(painting, 1.0), (photo, 1.0)]


def test_asking_for_a_file_that_is_not_there_is_told(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    with qtbot.waitSignal(studio.notices.posted) as caught:
        studio.open_first(tmp_path / "nowhere.png")
    assert caught.args[0].what == "“nowhere.png” does not exist."
    assert caught.args[0].remedy
    assert not studio.can_stylize


# What may be done when.


def test_a_run_needs_both_pictures(studio: Studio) -> None:
    assert not studio.can_stylize
    studio.stylize()
    assert studio.queue.jobs == ()


def test_a_run_waits_for_a_picture_that_is_being_read(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    ready.imports.choose(Role.PHOTO, photo)
    assert not ready.can_stylize
    qtbot.waitUntil(lambda: ready.can_stylize)


def test_the_next_picture_is_chosen_while_one_is_painted_and_both_are_kept_with_their_true_recipes(
    qtbot: QtBot, ready: Studio, engine: FakeEngine, photo: Path, painting: Path
) -> None:
    engine.hold_after = 1
    ready.stylize()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    ready.imports.accept(Offer((photo, painting)), None, None)
    qtbot.waitUntil(lambda: ready.can_stylize)
    ready.draft.set(strength=90, preset=Preset.DRAFT)
    ready.stylize()
    assert [job.state for job in ready.queue.jobs] == [JobState.RUNNING, JobState.WAITING]
    kept: list[tuple[Path, Path]] = []
    ready.results.kept.connect(lambda job, path: kept.append((job.recipe.photo, path)))
    engine.go_on.set()
    wait_until_over(qtbot, ready)
    first, second = engine.recipes
    assert (first.photo, first.style_strength, first.preset) == (
        ready.imports.samples[0].path, 50.0, Preset.STANDARD
    )  # fmt: skip
    assert (second.photo, second.style_strength, second.preset) == (photo, 90.0, Preset.DRAFT)
    assert [of for of, _ in kept] == [first.photo, second.photo]
    assert [path.name.split(" – ")[0] for _, path in kept] == ["Cat", "photo"]
    assert sorted(path for _, path in kept) == kept_files(ready)
    # Only the picture that is shown is still held in memory.
    assert [job.recipe.photo for job in ready.queue.jobs] == [photo]


# The run.


def test_the_recipe_holds_what_was_chosen(qtbot: QtBot, ready: Studio, engine: FakeEngine, photo: Path) -> None:
    choose(qtbot, ready, Role.PHOTO, photo)
    ready.draft.set(size_px=384, preset=Preset.DRAFT, strength=70, start_from=StartFrom.NOISE, seed=9)
    run_to_end(qtbot, ready)
    recipe = engine.recipes[0]
    assert recipe.photo == photo
    assert [style.path for style in recipe.styles] == [ready.imports.starters[0].path]
    assert (recipe.size_px, recipe.preset, recipe.style_strength) == (384, Preset.DRAFT, 70.0)
    assert (recipe.start_from, recipe.seed) == (StartFrom.NOISE, 9)


def test_every_finished_picture_is_kept(qtbot: QtBot, ready: Studio) -> None:
    with qtbot.waitSignal(ready.results.kept) as caught:
        ready.stylize()
    wait_until_over(qtbot, ready)
    run_to_end(qtbot, ready)
    files = kept_files(ready)
    assert len(files) == 2
    assert caught.args[1] in files
    assert files[0].name.startswith("Cat – Night Swirls – 20")
    with Image.open(files[0]) as image:
        assert image.getpixel((3, 3)) == (240, 120, 40)


def test_a_stopped_picture_is_kept(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 4
    ready.stylize()
    qtbot.waitUntil(lambda: ready.queue.active is not None and ready.queue.active.preview is not None)
    with qtbot.waitSignal(ready.results.kept):
        ready.stop()
    wait_until_over(qtbot, ready)
    assert len(kept_files(ready)) == 1
    assert ready.results.can_save


def test_a_run_stopped_before_its_first_step_keeps_nothing(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 0
    ready.stylize()
    ready.stop()
    wait_until_over(qtbot, ready)
    assert kept_files(ready) == []
    assert not ready.results.can_save


def test_a_strength_of_zero_keeps_the_photo(qtbot: QtBot, ready: Studio) -> None:
    ready.draft.set(strength=0)
    with qtbot.waitSignal(ready.results.kept):
        ready.stylize()
    wait_until_over(qtbot, ready)
    assert len(kept_files(ready)) == 1
    assert ready.results.can_save


def test_a_failure_keeps_the_last_good_picture(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.error = DivergedError(Picture(np.full((36, 48, 3), 9, np.uint8)))
    engine.error_after = 2
    notices = notices_of(ready)
    with qtbot.waitSignal(ready.results.kept):
        ready.stylize()
    wait_until_over(qtbot, ready)
    assert notices[0].what == sentence(engine.error)
    assert notices[0].remedy
    with Image.open(kept_files(ready)[0]) as image:
        assert image.getpixel((0, 0)) == (9, 9, 9)
    assert ready.results.can_save


def test_an_unexpected_failure_names_the_log(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    engine.error = ZeroDivisionError("secret detail")
    with qtbot.waitSignal(ready.notices.posted) as caught:
        ready.stylize()
    assert "secret" not in caught.args[0].what
    assert str(ready.folders.log) in caught.args[0].remedy
    wait_until_over(qtbot, ready)


def test_settings_out_of_range_are_told_and_do_not_crash(qtbot: QtBot, ready: Studio) -> None:
    ready.draft.set(size_px=5)
    with qtbot.waitSignal(ready.notices.posted) as caught:
        ready.stylize()
    assert "5" in caught.args[0].what
    assert ready.queue.is_idle


def test_a_new_photo_puts_the_painted_picture_away(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    run_to_end(qtbot, ready)
    assert ready.results.can_save
    choose(qtbot, ready, Role.PHOTO, photo)
    assert not ready.results.can_save


def test_a_new_painting_leaves_the_painted_picture(qtbot: QtBot, ready: Studio, painting: Path) -> None:
    run_to_end(qtbot, ready)
    choose(qtbot, ready, Role.PAINTING, painting)
    assert ready.results.can_save


# Pictures out.


def test_saving_writes_the_picture_and_remembers_the_folder(qtbot: QtBot, ready: Studio, tmp_path: Path) -> None:
    run_to_end(qtbot, ready)
    with qtbot.waitSignal(ready.results.saved) as caught:
        ready.save(tmp_path / "out", ".jpg")
    assert caught.args == [tmp_path / "out.jpg"]
    with Image.open(tmp_path / "out.jpg") as image:
        assert image.format == "JPEG"
    assert ready.save_folder == tmp_path


def test_saving_happens_elsewhere(qtbot: QtBot, ready: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_to_end(qtbot, ready)
    threads: list[int] = []
    monkeypatch.setattr(results_module, "write_result", lambda *_, **__: threads.append(threading.get_ident()))
    with qtbot.waitSignal(ready.results.saved):
        ready.save(tmp_path / "out.png", ".png")
    assert len(threads) == 1
    assert threads != [threading.get_ident()]


def test_kept_and_saved_pictures_tell_what_the_photo_tells_but_not_where_it_was_taken(
    qtbot: QtBot, ready: Studio, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ann"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    Image.new("RGB", (80, 60)).save(tmp_path / "told.jpg", exif=exif)
    choose(qtbot, ready, Role.PHOTO, tmp_path / "told.jpg")
    with qtbot.waitSignal(ready.results.kept) as kept:
        ready.stylize()
    with qtbot.waitSignal(ready.results.saved):
        ready.save(tmp_path / "out.jpg", ".png")
    for path in (kept.args[1], tmp_path / "out.jpg"):
        with Image.open(path) as image:
            assert image.getexif()[ExifTags.Base.Artist] == "Ann"
            assert image.getexif()[ExifTags.Base.Software].startswith("Impasto")
            assert ExifTags.Base.GPSInfo not in image.getexif()


def test_saving_that_fails_is_told(qtbot: QtBot, ready: Studio, tmp_path: Path) -> None:
    run_to_end(qtbot, ready)
    with qtbot.waitSignal(ready.notices.posted) as caught:
        ready.save(tmp_path / "no" / "such" / "out.png", ".png")
    assert caught.args[0].what == sentence(ImageFileError(Path("out.png"), ImageProblem.NO_OUTPUT_FOLDER))


def test_the_copy_has_the_transparency(qtbot: QtBot, ready: Studio, engine: FakeEngine) -> None:
    assert ready.results.image() is None
    engine.alpha = np.full((36, 48), 100, np.uint8)
    run_to_end(qtbot, ready)
    image = ready.results.image()
    assert image is not None
    assert image.pixelColor(0, 0).alpha() == 100


def test_nothing_to_save_saves_nothing(ready: Studio, tmp_path: Path) -> None:
    ready.save(tmp_path / "out.png", ".png")
    assert not (tmp_path / "out.png").exists()
    assert ready.preferences.save_folder is None


def test_a_picture_that_cannot_be_kept_stays_and_can_be_saved_elsewhere(
    qtbot: QtBot, ready: Studio, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, photo: Path
) -> None:
    def fail(*_args: object, **_named: object) -> Path:
        raise ImageFileError(Path("out.png"), ImageProblem.OUTPUT_FAILED)

    monkeypatch.setattr(keeping_module, "keep", fail)
    monkeypatch.setattr(keeping_module, "rescue", lambda _write, _plain, problem, *_: fail(problem))
    with qtbot.waitSignal(ready.notices.posted) as caught:
        ready.stylize()
    assert caught.args[0].what == sentence(ImageFileError(Path("out.png"), ImageProblem.OUTPUT_FAILED))
    assert caught.args[0].offers_saving
    wait_until_over(qtbot, ready)
    monkeypatch.undo()
    # Neither another photo nor another run takes it away.
    choose(qtbot, ready, Role.PHOTO, photo)
    run_to_end(qtbot, ready)
    assert [job.recipe.photo for job in ready.results.unkept] == [ready.imports.samples[0].path]
    with qtbot.waitSignal(ready.results.saved):
        ready.save(tmp_path / "rescued.png", ".png", elsewhere=True)
    assert (tmp_path / "rescued.png").is_file()
    assert ready.results.unkept == ()


def test_a_picture_that_cannot_be_saved_is_told_with_the_place_where_it_is_kept(
    qtbot: QtBot, ready: Studio, tmp_path: Path
) -> None:
    with qtbot.waitSignal(ready.results.kept) as kept:
        ready.stylize()
    with qtbot.waitSignal(ready.notices.posted) as caught:
        ready.save(tmp_path / "no folder" / "out.png", ".png")
    notice = caught.args[0]
    assert notice.what == "“out.png” cannot be written: its folder does not exist."
    assert notice.remedy.endswith(f"The picture is not lost: it is in {kept.args[1]}.")
    assert notice.offers_saving


# Drops and pastes.


def test_two_files_are_photo_and_painting(qtbot: QtBot, ready: Studio, photo: Path, painting: Path) -> None:
    ready.imports.accept(Offer((photo, painting)), None, None)
    qtbot.waitUntil(lambda: ready.can_stylize)
    assert (path_in(ready, Role.PHOTO), path_in(ready, Role.PAINTING)) == (photo, painting)


def test_a_single_file_is_the_photo_and_the_next_one_the_painting(
    qtbot: QtBot, ready: Studio, photo: Path, painting: Path
) -> None:
    ready.imports.accept(Offer((photo,)), None, None)
    qtbot.waitUntil(lambda: ready.can_stylize)
    ready.imports.accept(Offer((painting,)), None, None)
    qtbot.waitUntil(lambda: ready.can_stylize)
    assert (path_in(ready, Role.PHOTO), path_in(ready, Role.PAINTING)) == (photo, painting)


def test_pasted_pixels_become_a_file(qtbot: QtBot, ready: Studio) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(1, 2, 3))
    with qtbot.waitSignal(ready.draft.paintings_loaded):
        ready.imports.accept(Offer(has_image=True), image, Role.PAINTING)
    path = path_in(ready, Role.PAINTING)
    assert path is not None
    assert path.parent == ready.folders.pasted
    with Image.open(path) as file:
        assert file.size == (40, 30)
        assert file.getpixel((0, 0)) == (1, 2, 3)


@pytest.mark.parametrize(("offer", "word"), [(Offer(elsewhere=True), "online"), (Offer(), "no picture")])
def test_useless_offers_are_explained(ready: Studio, offer: Offer, word: str) -> None:
    notices = notices_of(ready)
    ready.imports.accept(offer, None, None)
    assert word in notices[0].what
    assert notices[0].remedy
    assert notices[0].level is Level.WARNING


def test_choosing_again_takes_the_last_notice_away(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    with qtbot.waitSignal(ready.notices.cleared):
        ready.imports.choose(Role.PHOTO, photo)


def test_dialogs_open_beside_the_persons_own_pictures(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    assert ready.imports.folder_of(Role.PHOTO) == ready.folders.pictures
    choose(qtbot, ready, Role.PHOTO, photo)
    assert ready.imports.folder_of(Role.PHOTO) == photo.parent
    assert ready.save_folder == ready.folders.pictures
    ready.preferences.remember(save_folder=photo.parent)
    assert ready.save_folder == photo.parent
