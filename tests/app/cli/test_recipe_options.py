"""``impasto recipe`` and ``impasto stylize --recipe``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.cli.commands import ExitCode, main
from core.errors import DivergedError
from core.files.metadata import PhotoMetadata
from core.files.provenance_files import provenance_of_picture
from core.files.writing import write_picture
from core.files.xmp import packet_with
from core.forecast import pace
from core.forecast.forecast import Estimate
from core.recipe.choices import ColorMode, NetworkName, StartFrom
from core.recipe.codec import RECIPE_VERSION, encode, whole_path
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import Fit, PrintFormat
from tests.app.cli.test_commands import GREEN, FakeEngine, fake_engine, painted, painting, photo, stylize

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fake_engine", "painting", "photo"]


@pytest.fixture
def result(fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path) -> Path:
    """A painted picture beside what it was painted from."""
    out = tmp_path / "out.png"
    options = ["--size=640", "--style-strength=62.5", "--network=vgg16", "--color=match", "--style-weights=2"]
    assert stylize(photo, painting, out, *options) == ExitCode.DONE
    fake_engine.recipe = None
    return out


def repeat(recipe: Path, out: Path, *options: str) -> int:
    return main(["stylize", "--recipe", str(recipe), "-o", str(out), *options])


def painted_recipe(engine: FakeEngine) -> Recipe:
    assert engine.recipe is not None
    return engine.recipe


def carrying(path: Path, text: str) -> Path:
    write_picture(path, GREEN, PhotoMetadata(xmp=packet_with(text, "")))
    return path


# impasto recipe.


def test_the_recipe_of_a_picture_is_printed_as_json(result: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipe", str(result)]) == ExitCode.DONE
    told = json.loads(capsys.readouterr().out)
    assert told["recipe"]["photo"] == "Foto vom Süden.png"
    assert told["recipe"]["size_px"] == 640
    assert told["inputs"]["styles"][0]["name"] == "painting.png"
    assert told["program"].startswith("Impasto ")


def test_what_is_printed_can_be_painted(
    fake_engine: FakeEngine, result: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["recipe", str(result)])
    written = tmp_path / "recipe.json"
    written.write_text(capsys.readouterr().out, encoding="utf-8")
    assert repeat(written, tmp_path / "again.png") == ExitCode.DONE
    assert painted_recipe(fake_engine).size_px == 640


@pytest.mark.usefixtures("fake_engine")
def test_nothing_that_a_terminal_obeys_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recipe = Recipe(Path("\x1b]0;owned\x07\x9b31m\u202egpj.jpg"), (StyleSource(Path("a.jpg")),))
    assert main(["recipe", str(carrying(tmp_path / "out.png", encode(recipe)))]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert all(character.isprintable() or character == "\n" for character in out)
    assert json.loads(out)["photo"] == recipe.photo.name


def test_a_picture_without_a_recipe_exits_with_3(photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recipe", str(photo)]) == ExitCode.BAD_INPUT
    assert "“Foto vom Süden.png” carries no recipe of Impasto's." in capsys.readouterr().err
    assert main(["recipe", str(photo), "--json"]) == ExitCode.BAD_INPUT
    assert json.loads(capsys.readouterr().out)["event"] == "failed"
    assert main(["recipe", str(photo.with_name("none.png"))]) == ExitCode.BAD_INPUT


def test_the_recipe_of_a_newer_impasto_is_refused_and_says_so(
    fake_engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = carrying(tmp_path / "newer.png", json.dumps({"recipe": {"version": RECIPE_VERSION + 1, "regions": []}}))
    assert main(["recipe", str(newer)]) == ExitCode.BAD_INPUT
    assert repeat(newer, tmp_path / "again.png") == ExitCode.BAD_INPUT
    assert capsys.readouterr().err.count("This was made by a newer Impasto") == 2
    assert fake_engine.recipe is None


# impasto stylize --recipe.


def test_a_picture_is_painted_again_from_its_own_recipe(
    fake_engine: FakeEngine, result: Path, photo: Path, painting: Path, tmp_path: Path
) -> None:
    assert repeat(result, tmp_path / "again.png") == ExitCode.DONE
    recipe = painted_recipe(fake_engine)
    assert recipe == Recipe(
        photo,
        (StyleSource(painting, 2.0),),
        size_px=640,
        style_strength=62.5,
        network=NetworkName.VGG16,
        color=ColorMode.MATCH,
    )
    assert (tmp_path / "again.png").read_bytes() == result.read_bytes()


def test_it_can_be_painted_again_and_again(result: Path, tmp_path: Path) -> None:
    assert repeat(result, tmp_path / "2.png") == ExitCode.DONE
    assert repeat(tmp_path / "2.png", result) == ExitCode.DONE
    assert (tmp_path / "2.png").read_bytes() == result.read_bytes()


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        (["--size=128"], {"size_px": 128}),
        (["--style-strength=80", "--freedom=0"], {"style_strength": 80.0, "freedom": 0.0}),
        (["--network=vgg19", "--seed=5"], {"network": NetworkName.VGG19, "seed": 5}),
        (["--start=noise", "--depth=16"], {"start_from": StartFrom.NOISE, "depth_bits": 16}),
        (["--print=5x7cm"], {"print_format": PrintFormat(50, 70), "size_px": 827}),
    ],
)
def test_further_options_override_the_recipe(
    fake_engine: FakeEngine, result: Path, tmp_path: Path, options: Sequence[str], changed: dict[str, Any]
) -> None:
    assert repeat(result, tmp_path / "a.png") == ExitCode.DONE
    before = painted_recipe(fake_engine)
    assert repeat(result, tmp_path / "b.png", *options) == ExitCode.DONE
    assert painted_recipe(fake_engine) == replace(before, **changed)


def test_weights_override_those_of_the_recipe(
    fake_engine: FakeEngine, result: Path, painting: Path, tmp_path: Path
) -> None:
    assert repeat(result, tmp_path / "a.png", "--style-weights=0.5") == ExitCode.DONE
    assert painted_recipe(fake_engine).styles == (StyleSource(painting, 0.5),)
    assert repeat(result, tmp_path / "a.png", "--style-weights=1,2") == ExitCode.USAGE


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], (PrintFormat(50, 70, bleed_mm=3), Fit.CROP)),
        (["--fit=inside"], (PrintFormat(50, 70, bleed_mm=3), Fit.INSIDE)),
        (["--bleed=0mm"], (PrintFormat(50, 70), Fit.CROP)),
        (["--print=6x7cm"], (PrintFormat(60, 70), Fit.CROP)),
        (["--size=100"], (None, Fit.CROP)),
    ],
)
def test_a_sheet_of_the_recipe_can_be_changed(
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    options: Sequence[str],
    expected: tuple[PrintFormat | None, Fit],
) -> None:
    assert stylize(photo, painting, tmp_path / "out.png", "--print=5x7cm", "--bleed=3mm") == ExitCode.DONE
    assert repeat(tmp_path / "out.png", tmp_path / "again.png", *options) == ExitCode.DONE
    recipe = painted_recipe(fake_engine)
    assert (recipe.print_format, recipe.fit) == expected
    if recipe.print_format is not None:
        assert recipe == recipe.for_print(recipe.print_format, recipe.fit, (80, 60))


def test_a_recipe_file_with_paths_is_followed(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "recipes"
    folder.mkdir()
    recipe = Recipe(photo, (StyleSource(painting),), size_px=99)
    (folder / "a.json").write_text(encode(recipe, whole_path), encoding="utf-8")
    assert repeat(folder / "a.json", tmp_path / "again.png") == ExitCode.DONE
    assert painted_recipe(fake_engine) == recipe


def test_the_paths_in_a_picture_are_followed_only_if_asked_for(
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert stylize(photo, painting, elsewhere / "out.png", "--keep-paths") == ExitCode.DONE
    assert repeat(elsewhere / "out.png", tmp_path / "again.png") == ExitCode.BAD_INPUT
    assert repeat(elsewhere / "out.png", tmp_path / "again.png", "--follow-paths") == ExitCode.DONE
    assert painted_recipe(fake_engine).photo == photo


# What has become of the pictures.


@pytest.mark.usefixtures("fake_engine")
def test_what_has_moved_is_found_where_one_says_and_told(
    result: Path, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "moved"
    folder.mkdir()
    moved = photo.rename(folder / "other.png")
    assert repeat(result, tmp_path / "again.png") == ExitCode.BAD_INPUT
    assert "What this was painted from was not found: Foto vom Süden.png." in capsys.readouterr().err
    assert repeat(result, tmp_path / "again.png", "--look-in", str(folder)) == ExitCode.DONE
    told = capsys.readouterr().err
    assert f"“Foto vom Süden.png” has moved; it was known again by its content: {moved}" in told
    assert repeat(result, tmp_path / "again.png", "--look-in", str(folder), "--json") == ExitCode.DONE
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["event"], first["photo"], first["moved"]) == ("inputs", str(moved), ["Foto vom Süden.png"])


@pytest.mark.usefixtures("fake_engine")
def test_the_current_folder_is_looked_into(
    result: Path, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    photo.rename(folder / photo.name)
    monkeypatch.chdir(folder)
    assert repeat(result, tmp_path / "again.png") == ExitCode.DONE


def test_what_has_changed_is_refused_by_name(
    fake_engine: FakeEngine, result: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    painted(painting, (1, 2, 3))
    assert repeat(result, tmp_path / "again.png") == ExitCode.BAD_INPUT
    assert "What this was painted from has changed since: painting.png." in capsys.readouterr().err
    assert fake_engine.recipe is None
    assert not (tmp_path / "again.png").exists()


def test_what_it_started_from_is_not_needed_for_another_start(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path
) -> None:
    begun = painted(tmp_path / "begun.png", (5, 5, 5))
    assert stylize(photo, painting, tmp_path / "out.png", f"--start={begun}") == ExitCode.DONE
    begun.unlink()
    assert repeat(tmp_path / "out.png", tmp_path / "again.png") == ExitCode.BAD_INPUT
    assert repeat(tmp_path / "out.png", tmp_path / "again.png", "--start=photo") == ExitCode.DONE
    assert painted_recipe(fake_engine).start_picture is None


def test_a_recipe_stands_in_place_of_the_pictures(result: Path, photo: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["stylize", str(photo), "--recipe", str(result), "-o", str(tmp_path / "a.png")])
    assert caught.value.code == ExitCode.USAGE
    with pytest.raises(SystemExit):
        main(["stylize", "-o", str(tmp_path / "a.png")])


def test_looking_goes_with_a_recipe(photo: Path, painting: Path, tmp_path: Path) -> None:
    for option in (["--look-in", str(tmp_path)], ["--follow-paths"]):
        with pytest.raises(SystemExit) as caught:
            stylize(photo, painting, tmp_path / "a.png", *option)
        assert caught.value.code == ExitCode.USAGE


def test_a_recipe_can_be_estimated(
    result: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Recipe] = []

    def estimate(recipe: Recipe, **_: object) -> Estimate:
        asked.append(recipe)
        return Estimate(60.0, 1 << 30, 2048, fits=True)

    monkeypatch.setattr(pace, "estimate", estimate)
    assert main(["estimate", "--recipe", str(result), "--size=800", "--json"]) == ExitCode.DONE
    assert asked[0].size_px == 800
    assert asked[0].network is NetworkName.VGG16
    assert json.loads(capsys.readouterr().out)["largest_size_px"] == 2048


# What the picture tells.


@pytest.mark.usefixtures("fake_engine")
def test_one_switch_leaves_the_recipe_out_and_another_tells_the_folders(
    photo: Path, painting: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jpg"
    assert stylize(photo, painting, out, "--no-recipe") == ExitCode.DONE
    assert provenance_of_picture(out) is None
    assert stylize(photo, painting, out, "--keep-paths") == ExitCode.DONE
    provenance = provenance_of_picture(out)
    assert provenance is not None
    assert provenance.recipe.photo == photo
    with pytest.raises(SystemExit):
        stylize(photo, painting, out, "--no-recipe", "--keep-paths")


def test_what_is_kept_of_a_run_that_broke_off_carries_its_recipe(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path
) -> None:

    fake_engine.end = DivergedError(GREEN)
    assert stylize(photo, painting, tmp_path / "out.png") == ExitCode.FAILED
    provenance = provenance_of_picture(tmp_path / "out.png")
    assert provenance is not None
    assert provenance.inputs is not None
