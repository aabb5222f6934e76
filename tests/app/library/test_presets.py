from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.presets import (
    LONGEST_NAME,
    PRESET_SUFFIX,
    KeptPreset,
    decoded,
    encoded,
    import_presets,
    plain_name,
    read_preset,
    read_presets,
    rename_preset,
    write_preset,
)
from core.errors import RecipeError, RecipeProblem
from core.recipe.choices import ColorMode, Preset
from core.recipe.recipe import Recipe, StyleSource

RECIPE = Recipe(Path("photo"), (StyleSource(Path("painting")),), style_strength=70, color=ColorMode.PHOTO, size_px=900)
OTHER = replace(RECIPE, preset=Preset.HIGH)


def names(folder: Path) -> list[str]:
    return [preset.name for preset in read_presets(folder)]


def test_a_preset_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = write_preset(tmp_path / "presets", KeptPreset("Poster, bold", RECIPE))
    assert file.suffix == PRESET_SUFFIX
    assert read_preset(file) == KeptPreset("Poster, bold", RECIPE, file)


def test_nothing_of_the_pictures_is_in_it() -> None:
    recipe = replace(RECIPE, photo=Path("/home/ann/secret.jpg"))
    text = encoded(KeptPreset("mine", recipe))
    assert "secret" not in text
    assert not {"photo", "styles", "start_picture"} & json.loads(text)["settings"].keys()


def test_the_same_name_replaces_and_another_one_stands_beside(tmp_path: Path) -> None:
    write_preset(tmp_path, KeptPreset("b", RECIPE))
    write_preset(tmp_path, KeptPreset("A", RECIPE))
    write_preset(tmp_path, KeptPreset("b", OTHER))
    assert names(tmp_path) == ["A", "b"]
    assert read_presets(tmp_path)[1].recipe == OTHER


def test_names_that_no_system_allows_for_files_are_names_all_the_same(tmp_path: Path) -> None:
    for name in ("a/b", "a\\b", "con", "a:b", "絵" * LONGEST_NAME):
        write_preset(tmp_path, KeptPreset(name, RECIPE))
    assert set(names(tmp_path)) == {"a/b", "a\\b", "con", "a:b", "絵" * LONGEST_NAME}


def test_a_renamed_preset_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "presets"
    write_preset(folder, KeptPreset("old", RECIPE))
    (old,) = read_presets(folder)
    rename_preset(folder, old, "new")
    assert names(folder) == ["new"]
    assert len(list(folder.iterdir())) == 1


def test_files_that_are_no_presets_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"bad{PRESET_SUFFIX}").write_text("{}")
    (tmp_path / f"folder{PRESET_SUFFIX}").mkdir()
    write_preset(tmp_path, KeptPreset("good", RECIPE))
    assert names(tmp_path) == ["good"]
    assert names(tmp_path / "missing") == []


def test_an_imported_preset_replaces_none_of_the_artist_s(tmp_path: Path) -> None:
    theirs, mine = tmp_path / "theirs", tmp_path / "mine"
    file = write_preset(theirs, KeptPreset("bold", OTHER))
    write_preset(mine, KeptPreset("bold", RECIPE))
    (imported,) = import_presets(mine, [file])
    assert (imported.name, imported.recipe) == ("bold (2)", OTHER)
    assert names(mine) == ["bold", "bold (2)"]
    import_presets(mine, [file, file])
    assert names(mine) == ["bold", "bold (2)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \n\t b  ", "a b"),
        ("a\0b\u200e", "a b"),
        ("x" * 100, "x" * LONGEST_NAME),
        ("\n", ""),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(text: str, expected: str) -> None:
    assert plain_name(text) == expected


def members(**changed: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps(json.loads(encoded(KeptPreset("a", RECIPE))) | changed)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{}", RecipeProblem.NOT_A_PRESET),
        ("[]", RecipeProblem.NOT_A_PRESET),
        ("nonsense", RecipeProblem.NOT_A_RECIPE),
        (members(impasto_preset=2), RecipeProblem.NEWER_VERSION),
        (members(impasto_preset=True), RecipeProblem.NOT_A_PRESET),
        (members(name=""), RecipeProblem.NOT_A_PRESET),
        (members(name="a\nb"), RecipeProblem.NOT_A_PRESET),
        (members(name=7), RecipeProblem.NOT_A_PRESET),
        (members(more=1), RecipeProblem.NOT_A_PRESET),
        (members(settings=[]), RecipeProblem.NOT_A_PRESET),
        (members(settings={"version": 2, "photo": "/etc/passwd"}), RecipeProblem.NOT_A_PRESET),
        (members(settings={"version": 2, "start_picture": "//server/x"}), RecipeProblem.NOT_A_PRESET),
        (members(settings={"version": 2, "size_px": 1}), RecipeProblem.SIZE),
        (members(settings={"version": 2, "mystery": 1}), RecipeProblem.UNKNOWN_FIELD),
        (members(settings={"version": 2, "start_from": "picture"}), RecipeProblem.START_PICTURE),
    ],
)
def test_what_is_no_preset_is_refused(text: str, problem: RecipeProblem) -> None:
    with pytest.raises(RecipeError) as caught:
        decoded(text)
    assert caught.value.problem is problem


def test_what_is_far_too_long_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / f"a{PRESET_SUFFIX}"
    file.write_text(members() + " " * 30_000)
    with pytest.raises(RecipeError) as caught:
        read_preset(file)
    assert caught.value.problem is RecipeProblem.NOT_A_PRESET


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
    max_leaves=8,
)


@given(changed=st.dictionaries(st.sampled_from(["impasto_preset", "name", "settings"]), JSON))
def test_any_member_gives_a_preset_or_a_refusal(changed: dict[str, object]) -> None:
    text = json.dumps(json.loads(encoded(KeptPreset("a", RECIPE))) | changed)
    with contextlib.suppress(RecipeError):
        assert decoded(text).name


@given(setting=st.sampled_from(sorted(json.loads(encoded(KeptPreset("a", RECIPE)))["settings"])), value=JSON)
def test_any_setting_gives_a_preset_or_a_refusal(setting: str, value: object) -> None:
    whole = json.loads(encoded(KeptPreset("a", RECIPE)))
    whole["settings"][setting] = value
    with contextlib.suppress(RecipeError):
        assert decoded(json.dumps(whole)).name


@given(content=st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_preset_or_a_refusal(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / f"a{PRESET_SUFFIX}"
    file.write_bytes(content)
    with pytest.raises(RecipeError):
        read_preset(file)
