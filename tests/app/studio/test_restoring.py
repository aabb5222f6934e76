"""A painted picture brings everything back that it was painted from."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.library.input_search import InputState
from app.studio.draft_settings import DraftSettings
from app.studio.notices import Level, Notice, NoticeAction
from app.studio.offer import Offer
from app.studio.picture_roles import Role
from core.files.metadata import PhotoMetadata
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.files.xmp import packet_with
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.codec import RECIPE_VERSION, encode, whole_path
from core.recipe.provenance import Provenance, encode_provenance
from core.recipe.recipe import Recipe, StyleSource
from tests.app.fake_engine import inputs_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeEngine


@pytest.fixture
def recipe(make_picture: Callable[..., Path]) -> Recipe:
    """Of a photo and two paintings that lie beside the result, with hardly a value that is usual."""
    return Recipe(
        make_picture("then/photo.png"),
        (
            StyleSource(make_picture("then/a.png", colour=(1, 2, 3)), 2.0),
            StyleSource(make_picture("then/b.png", colour=(90, 2, 3)), 0.5),
        ),
        size_px=640,
        preset=Preset.HIGH,
        style_strength=62.5,
        freedom=12.25,
        style_scale=1.7,
        color=ColorMode.MATCH,
        loss=StyleLossName.GRAM,
        network=NetworkName.VGG16,
        precision=Precision.FULL,
        start_from=StartFrom.NOISE,
        seed=2**40,
        depth_bits=16,
    )


@pytest.fixture
def result(recipe: Recipe, tmp_path: Path) -> Path:
    return carrying(tmp_path / "then" / "result.png", encode_provenance(Provenance(recipe, inputs_of(recipe))))


def carrying(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (40, 30), "green").save(path)
    write_picture(path, read_picture(path), PhotoMetadata(xmp=packet_with(text, "")))
    return path


def notices_of(studio: Studio) -> list[Notice]:
    notices: list[Notice] = []
    studio.notices.posted.connect(notices.append)
    return notices


def settle(qtbot: QtBot, studio: Studio) -> None:
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def drop(qtbot: QtBot, studio: Studio, path: Path, over: Role | None = None) -> list[Notice]:
    notices = notices_of(studio)
    studio.imports.accept(Offer((path,)), None, over)
    settle(qtbot, studio)
    return notices


def chosen(studio: Studio) -> tuple[Path | None, tuple[tuple[Path, float], ...]]:
    photo, paintings = studio.draft.photo.picture, studio.draft.paintings.pictures
    paths = (painting.path for painting in paintings)
    return None if photo is None else photo.path, tuple(zip(paths, studio.draft.weights, strict=True))


def test_a_dropped_result_brings_everything_back(qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path) -> None:
    (notice,) = drop(qtbot, ready, result)
    assert ready.can_stylize
    assert ready.draft.recipe() == recipe
    assert notice == Notice(
        "Everything is set as “result.png” was painted.", "", Level.INFO, actions=(NoticeAction.GO_BACK,)
    )


def test_what_was_painted_and_kept_can_be_dropped(
    qtbot: QtBot, ready: Studio, photo: Path, painting: Path, engine: FakeEngine
) -> None:
    ready.imports.accept(Offer((photo, painting)), None, None)
    settle(qtbot, ready)
    ready.draft.set(strength=77, color=ColorMode.PHOTO)
    with qtbot.waitSignal(ready.results.kept) as kept:
        ready.stylize()
    ready.draft.set(strength=1, color=ColorMode.STYLE)
    drop(qtbot, ready, ready.imports.samples[0].path, Role.PHOTO)
    drop(qtbot, ready, kept.args[1])
    assert ready.draft.recipe() == engine.recipes[0]


def test_where_to_compute_is_left_to_this_computer(qtbot: QtBot, ready: Studio, recipe: Recipe, tmp_path: Path) -> None:
    elsewhere = replace(recipe, device=DeviceName.CUDA)
    text = encode_provenance(Provenance(elsewhere, inputs_of(elsewhere)))
    drop(qtbot, ready, carrying(tmp_path / "then" / "c.png", text))
    assert ready.draft.recipe() == recipe


def test_it_can_be_undone(qtbot: QtBot, ready: Studio, result: Path) -> None:
    ready.draft.set(strength=33)
    before = ready.draft.recipe()
    drop(qtbot, ready, result)
    cleared: list[bool] = []
    ready.notices.cleared.connect(lambda: cleared.append(True))
    ready.restoring.go_back()
    settle(qtbot, ready)
    assert ready.draft.recipe() == before
    assert cleared
    ready.draft.set(strength=44)
    ready.restoring.go_back()
    settle(qtbot, ready)
    assert ready.draft.settings.strength == 44


def test_a_run_that_goes_on_is_not_changed_by_it(qtbot: QtBot, ready: Studio, engine: FakeEngine, result: Path) -> None:
    engine.hold_after = 1
    ready.stylize()
    qtbot.waitUntil(lambda: bool(engine.recipes))
    ready.imports.accept(Offer((result,)), None, None)
    qtbot.waitUntil(lambda: ready.can_stylize and ready.draft.settings.size_px == 640)
    assert not ready._live._settle_timer.isActive()
    assert ready._live._job() is None
    engine.go_on.set()
    settle(qtbot, ready)
    assert engine.changes == []


def test_nothing_is_painted_while_a_recipe_is_looked_for(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    told: list[bool] = []
    ready.readiness_changed.connect(lambda: told.append(ready.can_stylize))
    ready.imports.accept(Offer((photo,)), None, None)
    assert not ready.can_stylize
    qtbot.waitUntil(lambda: ready.can_stylize)
    assert (told[0], told[-1]) == (False, True)
    assert chosen(ready)[0] == photo


def test_of_several_results_the_last_one_counts(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path, tmp_path: Path
) -> None:
    other = replace(recipe, size_px=99)
    text = encode_provenance(Provenance(other, inputs_of(other)))
    second = carrying(tmp_path / "then" / "other.png", text)
    notices = notices_of(ready)
    ready.imports.accept(Offer((result,)), None, None)
    ready.imports.accept(Offer((second,)), None, None)
    settle(qtbot, ready)
    assert ready.draft.recipe() == other
    assert len(notices) == 1


def test_what_is_chosen_while_a_recipe_is_looked_for_counts(
    qtbot: QtBot, ready: Studio, result: Path, photo: Path
) -> None:
    settings = ready.draft.settings
    ready.imports.accept(Offer((result,)), None, None)
    ready.imports.choose(Role.PHOTO, photo)
    settle(qtbot, ready)
    assert chosen(ready)[0] == photo
    assert ready.draft.settings == settings
    assert ready.can_stylize


# Dropped on a well, or chosen.


@pytest.mark.parametrize("role", Role)
def test_on_a_well_a_result_is_a_picture_whose_recipe_is_offered(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path, role: Role
) -> None:
    (notice,) = drop(qtbot, ready, result, role)
    picture = ready.draft.slot(role).picture
    assert picture is not None
    assert picture.path == result
    assert ready.draft.settings == DraftSettings()
    assert notice.what == "“result.png” was painted by Impasto."
    assert notice.actions == (NoticeAction.USE_RECIPE,)
    ready.restoring.use_offered()
    settle(qtbot, ready)
    assert ready.draft.recipe() == recipe


def test_nothing_is_offered_for_what_has_been_replaced_meanwhile(
    qtbot: QtBot, ready: Studio, result: Path, photo: Path
) -> None:
    notices = notices_of(ready)
    ready.imports.choose(Role.PHOTO, result)
    ready.imports.choose(Role.PHOTO, photo)
    settle(qtbot, ready)
    assert notices == []


def test_any_other_picture_is_taken_without_a_word(qtbot: QtBot, ready: Studio, photo: Path, painting: Path) -> None:
    assert drop(qtbot, ready, photo) == []
    assert drop(qtbot, ready, painting) == []
    assert chosen(ready) == (photo, ((painting, 1.0),))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (json.dumps({"recipe": {"version": RECIPE_VERSION + 1}}), "This was made by a newer Impasto"),
        (json.dumps({"recipe": {"version": RECIPE_VERSION, "seed": "x"}}), "This recipe is incomplete"),
    ],
)
def test_a_recipe_that_cannot_be_used_leaves_a_picture_that_can(
    qtbot: QtBot, ready: Studio, tmp_path: Path, text: str, what: str
) -> None:
    path = carrying(tmp_path / "newer.png", text)
    (notice,) = drop(qtbot, ready, path)
    assert notice.what.startswith(what)
    assert notice.remedy.endswith("It can be painted like any other picture.")
    assert notice.level is Level.WARNING
    assert chosen(ready)[0] == path
    assert drop(qtbot, ready, path, Role.PAINTING) == []


def test_what_is_no_picture_is_told_as_ever(qtbot: QtBot, ready: Studio, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ann")
    (notice,) = drop(qtbot, ready, letter)
    assert notice.what == "“letter.txt” is not a picture that Impasto can read."


def test_a_recipe_in_a_file_is_taken_with_its_paths(
    qtbot: QtBot, ready: Studio, recipe: Recipe, tmp_path: Path
) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(encode(recipe, whole_path), encoding="utf-8")
    drop(qtbot, ready, path)
    assert ready.draft.recipe() == recipe


# What has become of the pictures.


def test_what_has_moved_is_found_in_the_folders_that_are_known(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path
) -> None:
    ready.folders.kept.mkdir(parents=True)
    moved = recipe.photo.rename(ready.folders.kept / "renamed.png")
    painting = recipe.styles[0].path
    painting.rename(ready.folders.pictures / painting.name)
    (notice,) = drop(qtbot, ready, result)
    assert chosen(ready)[0] == moved
    assert [path.parent for path, _ in chosen(ready)[1]] == [ready.folders.pictures, result.parent]
    assert notice.remedy == "Moved or renamed since, and found: photo.png."


def test_the_programs_own_pictures_are_found_wherever_it_is(qtbot: QtBot, ready: Studio, tmp_path: Path) -> None:
    own = Recipe(ready.imports.samples[0].path, (StyleSource(ready.imports.starters[1].path),))
    path = carrying(tmp_path / "alone" / "result.png", encode_provenance(Provenance(own, inputs_of(own))))
    drop(qtbot, ready, path)
    assert ready.draft.recipe() == own


@pytest.mark.parametrize("state", [InputState.MISSING, InputState.CHANGED])
def test_the_place_of_a_photo_that_is_gone_stays_empty_until_it_is_found(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path, tmp_path: Path, state: InputState
) -> None:
    elsewhere = tmp_path / "elsewhere" / "x.png"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(recipe.photo.read_bytes())
    if state is InputState.MISSING:
        recipe.photo.unlink()
    else:
        recipe.photo.write_bytes(b"other")
    (notice,) = drop(qtbot, ready, result)
    assert notice.what == "The settings are those of “result.png”, but not all of its pictures are there."
    words = {InputState.MISSING: "Not found: photo.png.", InputState.CHANGED: "No longer what it was: photo.png."}
    assert notice.remedy.startswith(words[state])
    assert notice.actions == (NoticeAction.FIND_PICTURE, NoticeAction.GO_BACK)
    assert ready.draft.photo.picture is None
    assert not ready.can_stylize
    assert len(chosen(ready)[1]) == 2
    assert ready.restoring.wanted is not None
    ready.draft.set(strength=5)
    ready.restoring.find(elsewhere)
    settle(qtbot, ready)
    assert ready.draft.recipe() == replace(recipe, photo=elsewhere, style_strength=5)
    assert ready.restoring.wanted is None


def test_the_folder_of_what_was_found_is_looked_into_for_the_rest(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for path in (recipe.photo, *(style.path for style in recipe.styles)):
        path.rename(folder / f"new {path.name}")
    drop(qtbot, ready, result)
    assert chosen(ready) == (None, ())
    ready.restoring.find(folder / "new photo.png")
    settle(qtbot, ready)
    paintings = ((folder / "new a.png", 2.0), (folder / "new b.png", 0.5))
    assert chosen(ready) == (folder / "new photo.png", paintings)


def test_another_picture_can_take_the_place_of_one_that_is_gone(
    qtbot: QtBot, ready: Studio, recipe: Recipe, result: Path, painting: Path
) -> None:
    recipe.styles[0].path.unlink()
    drop(qtbot, ready, result)
    assert chosen(ready)[1] == ((recipe.styles[1].path, 0.5),)
    notices = notices_of(ready)
    ready.restoring.find(painting)
    settle(qtbot, ready)
    assert chosen(ready)[1] == ((painting, 2.0), (recipe.styles[1].path, 0.5))
    assert notices[-1].remedy == "Another picture than then, so the result will differ: a.png."


def test_a_picture_to_start_from_that_is_gone_is_asked_for(
    qtbot: QtBot, ready: Studio, recipe: Recipe, make_picture: Callable[..., Path], tmp_path: Path
) -> None:
    begun = make_picture("then/begun.png", colour=(7, 7, 7))
    from_picture = replace(recipe, start_from=StartFrom.PICTURE, start_picture=begun)
    text = encode_provenance(Provenance(from_picture, inputs_of(from_picture)))
    path = carrying(tmp_path / "then" / "begun result.png", text)
    drop(qtbot, ready, path)
    assert ready.draft.recipe() == from_picture
    moved = begun.rename(tmp_path / "begun elsewhere.png")
    drop(qtbot, ready, path)
    assert ready.draft.settings.start_from is StartFrom.PHOTO
    assert ready.restoring.wanted is not None
    ready.restoring.find(moved)
    settle(qtbot, ready)
    assert ready.draft.recipe() == replace(from_picture, start_picture=moved)


def test_a_pasted_picture_that_is_gone_is_called_so(
    qtbot: QtBot, ready: Studio, recipe: Recipe, tmp_path: Path
) -> None:
    ready.folders.pasted.mkdir(parents=True)
    pasted = recipe.photo.rename(ready.folders.pasted / "pasted-0123456789ab.png")
    with_pasted = replace(recipe, photo=pasted)
    text = encode_provenance(Provenance(with_pasted, inputs_of(with_pasted)))
    path = carrying(tmp_path / "then" / "pasted result.png", text)
    drop(qtbot, ready, path)
    assert ready.draft.recipe() == with_pasted
    pasted.unlink()
    (notice,) = drop(qtbot, ready, path)
    assert notice.remedy.startswith("Not found: a picture that was pasted.")


def test_nothing_is_looked_for_without_a_recipe(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    before = chosen(ready)
    ready.restoring.find(photo)
    ready.restoring.use_offered()
    settle(qtbot, ready)
    assert chosen(ready) == before


# At the start, and from other programs.


def test_the_program_can_be_opened_with_a_result(qtbot: QtBot, studio: Studio, recipe: Recipe, result: Path) -> None:
    notices = notices_of(studio)
    studio.open_first(result)
    settle(qtbot, studio)
    assert studio.draft.recipe() == recipe
    assert [notice.actions for notice in notices] == [()]  # there is nothing to go back to


def test_a_result_opened_with_a_painting_is_its_photo(
    qtbot: QtBot, studio: Studio, result: Path, painting: Path
) -> None:
    studio.open_first(result, (painting,))
    settle(qtbot, studio)
    assert chosen(studio) == (result, ((painting, 1.0),))


def test_asking_for_a_recipe_that_is_not_there_tells_so(qtbot: QtBot, ready: Studio, photo: Path) -> None:
    notices = notices_of(ready)
    ready.restoring.restore(photo)
    settle(qtbot, ready)
    assert [notice.what for notice in notices] == ["“photo.png” carries no recipe of Impasto's."]
