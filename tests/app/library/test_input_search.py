from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.library import input_search
from app.library.input_search import InputMatch, InputMatches, InputState, find_inputs, is_on_network
from core.files.hashing import sha256_of
from core.recipe.choices import StartFrom
from core.recipe.inputs import InputFile, Inputs
from core.recipe.provenance import Provenance
from core.recipe.recipe import Recipe, StyleSource

UNCHANGED, MOVED, CHANGED, MISSING, REPLACED = InputState


def made(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def known(path: Path) -> InputFile:
    return InputFile(path.name, path.stat().st_size, sha256_of(path))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return made(tmp_path / "then" / "photo.jpg", b"the photo")


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    return made(tmp_path / "then" / "painting.png", b"the painting")


@pytest.fixture
def provenance(photo: Path, painting: Path) -> Provenance:
    return Provenance(
        Recipe(Path(photo.name), (StyleSource(Path(painting.name), 2.0),)),
        Inputs(known(photo), (known(painting),)),
    )


def states(matches: InputMatches) -> list[InputState]:
    return [match.state for match in matches]


def test_what_lies_beside_the_recipe_is_found_by_its_name(provenance: Provenance, photo: Path, painting: Path) -> None:
    matches = find_inputs(provenance, photo.parent)
    assert matches == InputMatches(
        InputMatch("photo.jpg", UNCHANGED, photo), (InputMatch("painting.png", UNCHANGED, painting),)
    )
    assert matches.applied_to(provenance.recipe) == Recipe(photo, (StyleSource(painting, 2.0),))


def test_what_lies_in_one_of_the_folders_is_found_as_well(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    assert states(find_inputs(provenance, tmp_path, [tmp_path / "nowhere", photo.parent])) == [UNCHANGED, UNCHANGED]


def test_what_has_another_name_now_is_known_by_its_content(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    renamed = photo.rename(photo.with_name("holiday.jpeg"))
    assert find_inputs(provenance, photo.parent).photo == InputMatch("photo.jpg", MOVED, renamed)
    assert find_inputs(provenance, tmp_path, [photo.parent]).photo == InputMatch("photo.jpg", MOVED, renamed)


def test_another_picture_of_its_name_does_not_hide_it(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    made(tmp_path / "photo.jpg", b"another")
    assert find_inputs(provenance, tmp_path, [photo.parent]).photo == InputMatch("photo.jpg", UNCHANGED, photo)


@pytest.mark.parametrize("content", [b"THE PHOTO", b"something longer"])
def test_what_has_changed_is_not_taken_for_what_it_was(provenance: Provenance, photo: Path, content: bytes) -> None:
    photo.write_bytes(content)
    matches = find_inputs(provenance, photo.parent)
    assert matches.photo == InputMatch("photo.jpg", CHANGED, photo)
    assert matches.names(CHANGED) == ("photo.jpg",)
    assert matches.applied_to(provenance.recipe).photo == Path("photo.jpg")


def test_what_was_chosen_in_its_place_is_painted_from(provenance: Provenance, tmp_path: Path) -> None:
    matches = find_inputs(provenance, tmp_path)
    replaced = replace(matches, photo=InputMatch("photo.jpg", REPLACED, tmp_path / "other.jpg"))
    assert replaced.applied_to(provenance.recipe).photo == tmp_path / "other.jpg"


def test_what_is_gone_is_missing(provenance: Provenance, photo: Path) -> None:
    photo.unlink()
    matches = find_inputs(provenance, photo.parent)
    assert matches.photo == InputMatch("photo.jpg", MISSING)
    assert not matches.photo.is_found


def test_a_folder_a_pipe_and_what_may_not_be_read_are_not_the_picture(provenance: Provenance, photo: Path) -> None:
    photo.unlink()
    photo.mkdir()
    assert find_inputs(provenance, photo.parent).photo.state is MISSING
    photo.rmdir()
    os.mkfifo(photo)
    assert find_inputs(provenance, photo.parent).photo.state is MISSING


def test_the_picture_to_start_from_is_looked_for_as_well(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    begun = made(photo.parent / "begun.png", b"begun")
    recipe = replace(provenance.recipe, start_from=StartFrom.PICTURE, start_picture=Path("begun.png"))
    inputs = provenance.inputs
    assert inputs is not None
    with_start = Provenance(recipe, replace(inputs, start_picture=known(begun)))
    assert find_inputs(with_start, photo.parent).applied_to(recipe).start_picture == begun
    missing = find_inputs(with_start, tmp_path)
    assert len(list(missing)) == 3
    assert missing.applied_to(recipe).start_picture == Path("begun.png")


# Paths.


def test_the_folders_that_a_recipe_names_are_followed_only_when_asked(
    provenance: Provenance, photo: Path, tmp_path: Path
) -> None:
    whole = Provenance(replace(provenance.recipe, photo=photo), provenance.inputs)
    assert find_inputs(whole, tmp_path).photo.state is MISSING
    assert find_inputs(whole, tmp_path, follow_paths=True).photo == InputMatch("photo.jpg", UNCHANGED, photo)


def test_paths_begin_where_the_recipe_lies(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    relative = Provenance(replace(provenance.recipe, photo=Path("then/photo.jpg")), provenance.inputs)
    assert find_inputs(relative, tmp_path, follow_paths=True).photo == InputMatch("photo.jpg", UNCHANGED, photo)


def test_what_is_not_where_a_followed_path_leads_has_moved(provenance: Provenance, photo: Path, tmp_path: Path) -> None:
    elsewhere = Provenance(replace(provenance.recipe, photo=tmp_path / "gone" / "photo.jpg"), provenance.inputs)
    matches = find_inputs(elsewhere, tmp_path, [photo.parent], follow_paths=True)
    assert matches.photo == InputMatch("photo.jpg", MOVED, photo)


def test_a_bare_recipe_is_followed_by_its_paths_and_names_alone(photo: Path, painting: Path, tmp_path: Path) -> None:
    bare = Provenance(Recipe(photo, (StyleSource(Path(painting.name)),)))
    matches = find_inputs(bare, tmp_path, [painting.parent], follow_paths=True)
    assert (matches.photo.path, matches.styles[0].path) == (photo, painting)
    photo.rename(photo.with_name("other.jpg"))
    assert find_inputs(bare, tmp_path, [painting.parent], follow_paths=True).photo.state is MISSING


@pytest.mark.parametrize(
    "path",
    [r"\\server\share\a.jpg", "//host/share/a.jpg", "smb://host/a.jpg", "file:///etc/passwd", "FILE:a", r"\\?\C:\a"],
)
def test_no_address_of_a_network_is_looked_at(
    path: str, provenance: Provenance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_on_network(Path(path))
    looked_at: list[Path] = []
    length_of = input_search._length

    def recorded(path: Path) -> int | None:
        looked_at.append(path)
        return length_of(path)

    monkeypatch.setattr(input_search, "_length", recorded)
    stranger = Provenance(replace(provenance.recipe, photo=Path(path)), provenance.inputs)
    find_inputs(stranger, tmp_path, follow_paths=True)
    assert looked_at
    assert all(each.parent == tmp_path for each in looked_at)


@pytest.mark.parametrize("path", ["/home/ann/a.jpg", "a.jpg", "pictures/a.jpg", "C:/a.jpg", "a: b.jpg", "~/a.jpg"])
def test_places_on_this_computer_are_no_addresses(path: str) -> None:
    assert not is_on_network(Path(path))


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/passwd", "a\0b", "", "..", ".", "x" * 1000, "a\nb"])
def test_whatever_a_stranger_calls_a_picture_only_the_folders_are_looked_into(
    name: str, provenance: Provenance, tmp_path: Path
) -> None:
    made(tmp_path / "secret.jpg", b"secret")
    inputs = provenance.inputs
    assert inputs is not None
    folder = tmp_path / "folder"
    folder.mkdir()
    stranger = Provenance(provenance.recipe, replace(inputs, photo=InputFile(name, 6, "a" * 64)))
    match = find_inputs(stranger, folder).photo
    assert match.state is MISSING
    assert match.name == "" or match.name.isprintable()
    assert len(match.name) <= 80


def test_each_file_is_read_once_and_only_where_its_length_is_right(
    provenance: Provenance, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same_length = made(tmp_path / "many" / "a.jpg", b"THE PHOTO")
    for number in range(20):
        made(tmp_path / "many" / f"{number}.jpg", b"x" * 100)
    inputs = provenance.inputs
    assert inputs is not None
    many = Provenance(
        replace(provenance.recipe, styles=provenance.recipe.styles * 3), replace(inputs, styles=(inputs.photo,) * 3)
    )
    photo.unlink()
    read: list[Path] = []

    def recorded(path: Path) -> str:
        read.append(path)
        return sha256_of(path)

    monkeypatch.setattr(input_search, "sha256_of", recorded)
    assert states(find_inputs(many, tmp_path, [tmp_path / "many"])) == [MISSING] * 4
    assert read == [same_length]


def test_a_folder_of_many_files_is_looked_into_only_so_far(
    provenance: Provenance, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo.rename(photo.with_name("z.jpg"))
    assert find_inputs(provenance, photo.parent).photo.state is MOVED
    monkeypatch.setattr(input_search, "_MAX_FILES", 0)
    assert find_inputs(provenance, photo.parent).photo.state is MISSING
