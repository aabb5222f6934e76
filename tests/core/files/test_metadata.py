from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

from core.files.exif_tags import EXIF_DIRECTORY, HEADER_BYTES, Tag, directory_bytes, header, read_directories
from core.files.formats import WRITABLE_SUFFIXES
from core.files.metadata import PhotoMetadata, read_metadata
from core.files.writing import write_picture
from core.picture import Picture
from tests.core.files.image_files import chunk, heic, quarters, saved
from tests.core.files.test_more_kinds import dng
from tests.core.files.true_files import ramps, stored, tiff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RESULT = Picture(np.full((40, 60, 3), 90, np.uint8))
DEEP_RESULT = Picture(RESULT.rgb, None, RESULT.rgb * np.uint16(257))
MINE = {Base.Make: "Kamera", Base.Artist: "Ann", Base.Copyright: "CC0", Base.ImageDescription: "The sea"}
SHOT: dict[int, Any] = {
    Base.DateTimeOriginal: "2021:05:04 10:11:12",
    Base.ExposureTime: IFDRational(1, 250),
    Base.ISOSpeedRatings: 400,
    Base.LensModel: "35 mm F2",
}


def photo_exif() -> Image.Exif:
    exif = Image.Exif()
    exif.update(MINE | {Base.Orientation: 6, Base.Software: "Camera 1.0", Base.XResolution: IFDRational(72)})
    exif.get_ifd(IFD.Exif).update(
        SHOT | {Base.MakerNote: b"secret" * 50, Base.ExifImageWidth: 48, Base.ExifImageHeight: 32}
    )
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: tuple(map(IFDRational, (48, 31, 12)))})
    exif.get_ifd(IFD.IFD1).update({Base.Compression: 6})
    return exif


def write_photo(path: Path, exif: bytes | Image.Exif) -> Path:
    path.write_bytes(saved(quarters(), {".jpg": "JPEG", ".tif": "TIFF"}.get(path.suffix, path.suffix[1:]), exif=exif))
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return write_photo(tmp_path / "photo.jpg", photo_exif())


def exif_of(path: Path) -> Image.Exif:
    with Image.open(path) as image:
        exif = image.getexif()
        for directory in (IFD.Exif, IFD.GPSInfo, IFD.IFD1):  # while the file is open
            exif.get_ifd(directory)
        return exif


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
@pytest.mark.parametrize("result", [RESULT, DEEP_RESULT], ids=["8 bits", "16 bits"])
def test_what_the_photo_says_is_in_every_kind_of_file(
    photo: Path, tmp_path: Path, suffix: str, result: Picture
) -> None:
    out = tmp_path / f"out{suffix}"
    write_picture(out, result, read_metadata(photo, software="Impasto 9"))
    exif = exif_of(out)
    assert {tag: exif.get(tag) for tag in MINE} == MINE
    assert exif.get(Base.Orientation) == 1
    assert exif.get(Base.Software) == "Impasto 9"
    shot = exif.get_ifd(IFD.Exif)
    assert {tag: shot.get(tag) for tag in SHOT} == SHOT
    assert (shot[Base.ExifImageWidth], shot[Base.ExifImageHeight], shot[Base.ColorSpace]) == (60, 40, 1)
    assert Base.MakerNote not in shot
    assert exif.get_ifd(IFD.GPSInfo) == {}
    assert exif.get_ifd(IFD.IFD1) == {}


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_the_place_is_told_only_if_asked_for(photo: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out{suffix}"
    write_picture(out, RESULT, read_metadata(photo, software="Impasto 9", keep_gps=True))
    assert exif_of(out).get_ifd(IFD.GPSInfo) == {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (48, 31, 12)}
    write_picture(out, RESULT, read_metadata(photo, software="Impasto 9"))
    assert exif_of(out).get_ifd(IFD.GPSInfo) == {}


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
@pytest.mark.parametrize("dpi", [300, 240.5])
def test_the_resolution_is_in_the_file(tmp_path: Path, suffix: str, dpi: float) -> None:
    out = tmp_path / f"out{suffix}"
    write_picture(out, RESULT, PhotoMetadata(dpi))
    with Image.open(out) as image:
        # JFIF has whole numbers only, PNG whole pixels per metre.
        assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.5 if suffix == ".jpg" else 0.02)
        assert image.getexif()[Base.XResolution] == dpi


def test_webp_has_the_resolution_in_its_exif(tmp_path: Path) -> None:
    write_picture(tmp_path / "out.webp", RESULT, PhotoMetadata(300))
    assert exif_of(tmp_path / "out.webp")[Base.XResolution] == 300


def test_without_a_resolution_the_photos_own_is_not_told(photo: Path, tmp_path: Path) -> None:
    write_picture(tmp_path / "out.jpg", RESULT, read_metadata(photo, software="Impasto 9"))
    assert Base.XResolution not in exif_of(tmp_path / "out.jpg")


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_exif_is_read_from_every_kind_of_photo(tmp_path: Path, suffix: str) -> None:
    photo = write_photo(tmp_path / f"photo{suffix}", photo_exif().tobytes())
    found = read_metadata(photo, software="Impasto 9", keep_gps=True)
    assert found.photo[Base.Artist] == Tag.text("Ann")
    assert found.exposure[Base.ISOSpeedRatings] == Tag.shorts(400)
    assert found.place


def test_exif_is_read_from_heic(tmp_path: Path) -> None:
    (tmp_path / "photo.heic").write_bytes(heic(quarters(), exif=photo_exif().tobytes()))
    assert read_metadata(tmp_path / "photo.heic", software="x").photo[Base.Artist] == Tag.text("Ann")


def test_exif_behind_the_pixels_of_a_png_is_found(tmp_path: Path) -> None:
    photo = tmp_path / "photo.png"
    data = saved(quarters(), "PNG")
    photo.write_bytes(data[:-12] + chunk(b"eXIf", photo_exif().tobytes()[6:]) + data[-12:])
    assert read_metadata(photo, software="x").photo[Base.Artist] == Tag.text("Ann")


def test_a_tiffs_own_tags_stay_behind(tmp_path: Path) -> None:
    photo = write_photo(tmp_path / "photo.tif", photo_exif())
    assert read_metadata(photo, software="x").photo.keys() <= {*MINE, Base.Software}


def test_letters_beyond_ascii_survive(tmp_path: Path) -> None:
    block = header(HEADER_BYTES) + directory_bytes({Base.Artist: Tag.text("Zoë Ångström")}, HEADER_BYTES)
    photo = write_photo(tmp_path / "photo.jpg", b"Exif\0\0" + block)
    write_picture(tmp_path / "out.tif", RESULT, read_metadata(photo, software="x"))
    with (tmp_path / "out.tif").open("rb") as file:
        assert read_directories(file)[0][Base.Artist] == Tag.text("Zoë Ångström")


def gone(photo: Path) -> None:
    photo.unlink()


def no_picture(photo: Path) -> None:
    photo.write_bytes(b"Dear aunt,")


def rubbish(photo: Path) -> None:
    write_photo(photo, b"Exif\0\0" + b"rubbish" * 9)


def cut_short(photo: Path) -> None:
    write_photo(photo, photo_exif().tobytes()[:60])


def pointing_nowhere(photo: Path) -> None:
    write_photo(photo, b"Exif\0\0II*\0" + struct.pack("<I", 2**32 - 1))


def pointing_at_itself(photo: Path) -> None:
    block = header(HEADER_BYTES) + directory_bytes({EXIF_DIRECTORY: Tag.longs([HEADER_BYTES])}, HEADER_BYTES)
    write_photo(photo, b"Exif\0\0" + block)


@pytest.mark.parametrize("breaking", [gone, no_picture, rubbish, cut_short, pointing_nowhere, pointing_at_itself])
def test_broken_exif_is_no_exif(photo: Path, tmp_path: Path, breaking: Callable[[Path], None]) -> None:
    breaking(photo)
    found = read_metadata(photo, software="Impasto 9", keep_gps=True)
    assert found.photo[Base.Software] == Tag.text("Impasto 9")
    write_picture(tmp_path / "out.jpg", RESULT, found)
    assert exif_of(tmp_path / "out.jpg")[Base.Software] == "Impasto 9"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_exif_with_any_byte_altered_never_fails_a_save(tmp_path: Path, data: st.DataObject) -> None:
    exif = bytearray(photo_exif().tobytes())
    for _ in range(data.draw(st.integers(1, 8))):
        exif[data.draw(st.integers(6, len(exif) - 1))] = data.draw(st.integers(0, 255))
    photo = write_photo(tmp_path / "photo.jpg", bytes(exif))
    metadata = read_metadata(photo, software="Impasto 9", keep_gps=True)
    for suffix in (".jpg", ".png", ".webp", ".tif"):
        write_picture(tmp_path / f"out{suffix}", RESULT, metadata)


def test_what_is_too_long_for_a_jpeg_is_left_out(tmp_path: Path) -> None:
    tags = {int(Base.Artist): Tag.text("Ann")}
    for tag in (Base.ImageDescription, Base.Copyright, Base.XPTitle, Base.XPComment, Base.XPAuthor):
        tags[tag] = Tag.text("x" * 15_000)
    block = header(HEADER_BYTES) + directory_bytes(tags, HEADER_BYTES)
    photo = write_photo(tmp_path / "photo.png", b"Exif\0\0" + block)
    write_picture(tmp_path / "out.jpg", RESULT, read_metadata(photo, software="x"))
    assert exif_of(tmp_path / "out.jpg")[Base.Artist] == "Ann"


def test_the_byte_order_is_changed_value_by_value() -> None:
    # Big-endian, by hand: one short, one rational.
    entries = struct.pack(">HHI4s", Base.Orientation, 3, 1, b"\0\6\0\0")
    entries += struct.pack(">HHII", Base.XResolution, 5, 1, 38)
    block = b"MM\0*" + struct.pack(">IH", 8, 2) + entries + bytes(4) + struct.pack(">II", 72, 1)
    found = read_directories(io.BytesIO(block))[0]
    assert found == {Base.Orientation: Tag.shorts(6), Base.XResolution: Tag.rational(72, 1)}


@given(st.dictionaries(st.integers(1, 30_000), st.binary(min_size=1, max_size=40).map(Tag.undefined), max_size=20))
def test_a_directory_written_is_read_again(tags: dict[int, Tag]) -> None:
    inner = {EXIF_DIRECTORY: {1: Tag.text("inside")}}
    block = header(HEADER_BYTES) + directory_bytes(tags, HEADER_BYTES, inner)
    assert read_directories(io.BytesIO(block)) == {0: tags, **inner}


@pytest.mark.parametrize("kind", ["u1", "u2", "f4"])
def test_a_tiff_that_pillow_does_not_open_says_who_took_it(tmp_path: Path, kind: str) -> None:
    photo = tmp_path / "photo.tif"
    planes = np.moveaxis(stored(ramps(), kind), 2, 0)
    photo.write_bytes(tiff(planes, photometric="rgb", planarconfig="separate", extratags=[(315, "s", 0, "Ann", True)]))
    assert read_metadata(photo, software="Impasto").photo[Base.Artist] == Tag.text("Ann")


def test_camera_raw_says_with_what_it_was_taken(tmp_path: Path) -> None:
    photo = tmp_path / "photo.dng"
    photo.write_bytes(dng(ramps(), (0.5, 1.0, 0.7)))
    assert read_metadata(photo, software="Impasto").photo[Base.Model] == Tag.text("Test")
