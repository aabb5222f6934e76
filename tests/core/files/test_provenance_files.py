"""Recipe -> picture -> recipe, for every kind of file that Impasto writes, read by our own reader and by Pillow."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.errors import ImageFileError, RecipeError, RecipeProblem, StyleTransferError
from core.files.metadata import PhotoMetadata
from core.files.provenance_files import Carrier, provenance_of_picture, read_provenance, read_provenance_text
from core.files.reading import read_picture
from core.files.writing import write_picture
from core.files.xmp import NAMESPACE, packet_with
from core.picture import Picture, deepened
from core.recipe.codec import RECIPE_VERSION, encode
from core.recipe.inputs import InputFile, Inputs
from core.recipe.provenance import MAX_PAINTINGS, Provenance, encode_provenance
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image as PillowImage

PIXELS = np.random.default_rng(3).integers(0, 256, (20, 24, 3), dtype=np.uint8)
PICTURES = {
    "plain": Picture(PIXELS),
    "transparent": Picture(PIXELS, np.full((20, 24), 255, np.uint8)),
    "deep": deepened(Picture(PIXELS)),
}
SUFFIXES = [".png", ".jpg", ".webp", ".tif"]
RECIPE = Recipe(Path("photo.jpg"), (StyleSource(Path("painting.jpg"), 2.0),), size_px=640)
INPUTS = Inputs(InputFile("photo.jpg", 10, "a" * 64), (InputFile("painting.jpg", 20, "b" * 64),))
PROVENANCE = Provenance(RECIPE, INPUTS, "Impasto 1.2.3")

names = st.text(min_size=1, max_size=60).filter(lambda name: name == Path(name).name and "\0" not in name)
HOSTILE_NAMES = [
    "]]>.jpg",
    "a\nb\r\tc.jpg",
    "\"'&<>.jpg",
    "&amp;&#0;.jpg",
    "東京\u2028\ufeff.jpg",
    "\ufffe\uffff\x7f\x85\x01.jpg",
    "🎨\U0010ffff.jpg",
    "e\u0301 \u202egpj.exe",
    os.fsdecode(b"\xff\xfe.jpg"),
    "\\\\server\\share.jpg" if os.sep == "/" else "share.jpg",
]


def provenance_for(photo: str, painting: str) -> Provenance:
    recipe = replace(RECIPE, photo=Path(photo), styles=(StyleSource(Path(painting), 2.0),))
    inputs = Inputs(replace(INPUTS.photo, name=photo), (replace(INPUTS.styles[0], name=painting),))
    return Provenance(recipe, inputs, "Impasto 1.2.3")


def written(path: Path, text: str, picture: Picture = PICTURES["plain"]) -> Path:
    write_picture(path, picture, PhotoMetadata(xmp=packet_with(text, "Impasto 1.2.3")))
    return path


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_of_file_carries_its_provenance(tmp_path: Path, suffix: str, kind: str) -> None:
    path = written(tmp_path / f"out{suffix}", encode_provenance(PROVENANCE), PICTURES[kind])
    assert read_provenance(path) == (PROVENANCE, Carrier.PICTURE)
    assert provenance_of_picture(path) == PROVENANCE


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_the_pixels_are_what_they_were_without(tmp_path: Path, suffix: str, kind: str) -> None:
    path = written(tmp_path / f"out{suffix}", encode_provenance(PROVENANCE), PICTURES[kind])
    assert np.array_equal(read_picture(path).rgb, PIXELS)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_name_comes_back_as_it_was(tmp_path: Path, suffix: str, name: str) -> None:
    provenance = provenance_for(name, "painting.jpg")
    assert read_provenance(written(tmp_path / f"out{suffix}", encode_provenance(provenance)))[0] == provenance


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(photo=names, painting=names)
def test_any_name_comes_back_as_it_was(tmp_path: Path, suffix: str, photo: str, painting: str) -> None:
    provenance = provenance_for(photo, painting)
    assert read_provenance(written(tmp_path / f"out{suffix}", encode_provenance(provenance)))[0] == provenance


@pytest.mark.parametrize("kind", ["plain", "deep"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_pillow_finds_it_as_xmp(tmp_path: Path, suffix: str, kind: str) -> None:
    text = encode_provenance(PROVENANCE)
    with Image.open(written(tmp_path / f"out{suffix}", text, PICTURES[kind])) as image:
        description = image.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert description["CreatorTool"] == "Impasto 1.2.3"
    assert json.loads(description["Provenance"]) == json.loads(text)


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not there")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_exiftool_finds_it_as_xmp(tmp_path: Path, suffix: str) -> None:
    text = encode_provenance(PROVENANCE)
    path = written(tmp_path / f"out{suffix}", text)
    command = ["exiftool", "-json", "-XMP:all", str(path)]
    (told,) = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert told["CreatorTool"] == "Impasto 1.2.3"
    assert json.loads(told["Provenance"]) == json.loads(text)


def test_the_longest_provenance_fits_into_every_kind_but_a_jpeg_which_goes_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = "漢" * 85
    recipe = replace(RECIPE, styles=(StyleSource(Path(name)),) * MAX_PAINTINGS)
    inputs = Inputs(INPUTS.photo, (InputFile(name, 20, "b" * 64),) * MAX_PAINTINGS)
    longest = Provenance(recipe, inputs, "Impasto")
    for suffix in SUFFIXES:
        path = written(tmp_path / f"out{suffix}", encode_provenance(longest))
        assert provenance_of_picture(path) == (None if suffix == ".jpg" else longest)
    assert "too long for a JPEG" in caplog.text


def test_as_much_as_a_segment_of_a_jpeg_holds_is_carried(tmp_path: Path) -> None:
    room = 65502 - len(packet_with("", "Impasto 1.2.3"))
    path = written(tmp_path / "out.jpg", "x" * room)
    assert read_provenance_text(path) == ("x" * room, Carrier.PICTURE)


# Files of JSON.


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_json_is_read_as_well(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(mark + encode_provenance(PROVENANCE), encoding="utf-8")
    assert read_provenance(path) == (PROVENANCE, Carrier.JSON_FILE)
    path.write_text(mark + encode(RECIPE), encoding="utf-8")
    assert read_provenance(path) == (Provenance(RECIPE), Carrier.JSON_FILE)


def test_what_is_no_text_or_too_long_is_no_recipe(tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    for content in (b"\xff\xff\xff", b"{" * 5_000_000, b"PK\3\4 an archive"):
        path.write_bytes(content)
        with pytest.raises(RecipeError) as caught:
            read_provenance(path)
        assert caught.value.problem is RecipeProblem.NOT_A_RECIPE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=300), st.integers(0, 700), st.integers(0, 700))
def test_a_damaged_file_gives_a_provenance_or_a_refusal(tmp_path: Path, damage: bytes, start: int, length: int) -> None:
    path = tmp_path / "recipe.json"
    content = encode_provenance(PROVENANCE).encode()
    path.write_bytes(content[:start] + damage + content[start + length :])
    try:
        found, _ = read_provenance(path)
    except StyleTransferError:
        return
    assert isinstance(found, Provenance)


def test_a_file_that_is_not_there_is_told_as_with_pictures(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError):
        read_provenance(tmp_path / "nothing.json")


# Pictures from elsewhere.


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".gif", ".bmp"])
def test_a_picture_without_a_recipe_says_so(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"holiday{suffix}"
    Image.fromarray(PIXELS).save(path)
    assert provenance_of_picture(path) is None
    with pytest.raises(RecipeError) as caught:
        read_provenance(path)
    assert (caught.value.problem, caught.value.arguments["name"]) == (RecipeProblem.NO_RECIPE, path.name)


def test_the_recipe_of_a_newer_program_is_called_newer(tmp_path: Path) -> None:
    text = json.dumps({"recipe": {"version": RECIPE_VERSION + 1}, "regions": 1})
    with pytest.raises(RecipeError) as caught:
        provenance_of_picture(written(tmp_path / "out.png", text))
    assert caught.value.problem is RecipeProblem.NEWER_VERSION


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@pytest.mark.parametrize(
    ("flags", "pack"),
    [(b"\0\0en\0XML\0", bytes), (b"\1\0\0\0", zlib.compress)],
    ids=["plain", "compressed"],
)
def test_what_stands_behind_the_pixels_of_a_png_is_found(
    tmp_path: Path, flags: bytes, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "moved.png"
    Image.fromarray(PIXELS).save(path)
    content, end = path.read_bytes(), chunk(b"IEND", b"")
    packet = packet_with(encode_provenance(PROVENANCE), "")
    other = chunk(b"iTXt", b"Comment\0\0\0\0\0hello")
    ours = chunk(b"iTXt", b"XML:com.adobe.xmp\0" + flags + pack(packet))
    path.write_bytes(content.removesuffix(end) + other + ours + end)
    assert provenance_of_picture(path) == PROVENANCE


def test_compressed_text_behind_the_pixels_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.fromarray(PIXELS).save(path)
    end = chunk(b"IEND", b"")
    bomb = chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(bytes(300_000_000)))
    path.write_bytes(path.read_bytes().removesuffix(end) + bomb + end)
    assert provenance_of_picture(path) is None


def _with_xmp(path: Path, packet: bytes) -> None:
    image: PillowImage = Image.fromarray(PIXELS)
    write_picture(path, Picture(np.asarray(image)), PhotoMetadata(xmp=packet))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(
    suffix=st.sampled_from(SUFFIXES),
    damage=st.binary(max_size=40),
    share=st.floats(0, 1),
    length=st.integers(0, 60),
)
def test_a_damaged_picture_gives_a_provenance_or_a_refusal(
    tmp_path: Path, suffix: str, damage: bytes, share: float, length: int
) -> None:
    path = written(tmp_path / f"out{suffix}", encode_provenance(PROVENANCE))
    content = path.read_bytes()
    start = round(share * len(content))
    path.write_bytes(content[:start] + damage + content[start + length :])
    try:
        found = provenance_of_picture(path)
    except StyleTransferError:
        return
    assert found is None or isinstance(found, Provenance)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=400))
def test_any_packet_gives_a_provenance_or_a_refusal(tmp_path: Path, noise: bytes) -> None:
    path = tmp_path / "out.tif"
    _with_xmp(path, NAMESPACE.encode() + noise)
    assert provenance_of_picture(path) is None


def test_json_as_deep_as_a_packet_is_long_is_refused(tmp_path: Path) -> None:
    for text in ("[" * 400_000, '{"recipe":' * 90_000, '{"recipe": {"version": 2, "seed": ' + "[" * 300_000):
        with pytest.raises(RecipeError) as caught:
            provenance_of_picture(written(tmp_path / "out.png", text))
        assert caught.value.problem is RecipeProblem.NOT_A_RECIPE
