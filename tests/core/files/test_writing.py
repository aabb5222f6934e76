"""Pictures into files: exact, tagged as sRGB, and all or nothing."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, JpegImagePlugin

from core.errors import ImageFileError, ImageProblem
from core.files import writing as image_writing
from core.files.color_profiles import srgb_profile
from core.files.formats import WRITABLE_SUFFIXES
from core.files.reading import read_picture
from core.files.writing import check_writable, write_picture
from core.picture import Picture
from tests.core.files.image_files import quarters

if TYPE_CHECKING:
    from collections.abc import Callable

NOISE = np.random.default_rng(0).integers(0, 256, (20, 30, 3), dtype=np.uint8)
LOSSLESS = [".png", ".webp", ".tif", ".tiff", ".PNG", ".WebP", ".TIF"]
REFUSED = ImageProblem.OUTPUT_REFUSED
FAILED = ImageProblem.OUTPUT_FAILED
NO_FOLDER = ImageProblem.NO_OUTPUT_FOLDER
BAD_NAME = ImageProblem.NAME_REFUSED
TOO_LARGE = ImageProblem.TOO_LARGE_FOR_FORMAT
WRONG_ENDING = ImageProblem.UNKNOWN_OUTPUT_FORMAT


def over_white(rgb: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    opacity = alpha[..., np.newaxis] / 255
    return np.floor(rgb * opacity + 255 * (1 - opacity) + 0.5).astype(np.uint8)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def problem_of(act: Callable[[Path], None], path: Path) -> tuple[object, ImageProblem]:
    with pytest.raises(ImageFileError) as caught:
        act(path)
    assert caught.value.path == path
    return caught.value.arguments["name"], caught.value.problem


def write_noise(path: Path) -> None:
    write_picture(path, Picture(NOISE))


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"two words ž{suffix}"
    write_noise(path)

    picture = read_picture(path)
    assert np.array_equal(picture.rgb, NOISE)
    assert picture.alpha is None
    assert names(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".JPG"])
def test_jpeg_is_near(tmp_path: Path, suffix: str) -> None:
    # Fine stripes of pure colour, which halved chroma would smear.
    stripes = quarters([(200, 40, 40), (40, 40, 200), (200, 40, 40), (40, 40, 200)]).copy()
    stripes[:, ::4] = (40, 160, 40)
    path = tmp_path / f"picture{suffix}"

    write_picture(path, Picture(stripes))

    assert np.abs(read_picture(path).rgb.astype(int) - stripes).max() <= 12
    with Image.open(path) as image:
        assert image.format == "JPEG"
        assert image.info["progressive"]
        assert JpegImagePlugin.get_sampling(cast("JpegImagePlugin.JpegImageFile", image)) == 0


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_the_format_and_the_profile(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    write_noise(path)

    formats = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
    with Image.open(path) as image:
        assert image.format == formats[suffix]
        profile = image.info["icc_profile"]
    assert profile == srgb_profile()
    opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    assert "sRGB" in ImageCms.getProfileDescription(opened)
    assert opened.profile.creation_date is not None
    assert opened.profile.creation_date.year == 2024


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_the_same_picture_makes_the_same_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    write_noise(path)
    first = path.read_bytes()
    write_noise(path)
    assert path.read_bytes() == first


def test_tiff_is_compressed(tmp_path: Path) -> None:
    path = tmp_path / "picture.tif"
    write_picture(path, Picture(quarters(width_px=200, height_px=200)))
    assert path.stat().st_size < 200 * 200 * 3 / 10


def test_a_jpeg_too_noisy_for_the_buffer(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (500, 700, 3), dtype=np.uint8)
    path = tmp_path / "picture.jpg"
    write_picture(path, Picture(noise))
    assert np.abs(read_picture(path).rgb.astype(int) - noise).mean() < 5


# Transparency


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32 - 1), suffix=st.sampled_from([".png", ".webp", ".tif"]))
def test_transparent_pictures_come_back_the_same(tmp_path: Path, seed: int, suffix: str) -> None:
    random = np.random.default_rng(seed)
    alpha = random.integers(0, 256, (16, 16), dtype=np.uint8)
    rgb = over_white(random.integers(0, 256, (16, 16, 3), dtype=np.uint8), alpha)
    path = tmp_path / f"picture{suffix}"

    write_picture(path, Picture(rgb, alpha))
    again = read_picture(path)

    assert again.alpha is not None
    assert np.array_equal(again.alpha, alpha)
    assert np.array_equal(again.rgb, rgb)


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_the_colour_itself_is_stored_not_the_one_over_white(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    alpha = np.full((16, 16), 51, np.uint8)
    # Pure red, a fifth opaque, is 255, 204, 204 over white.
    write_picture(path, Picture(np.full((16, 16, 3), (255, 204, 204), np.uint8), alpha))

    with Image.open(path) as image:
        assert image.mode == "RGBA"
        assert image.getpixel((8, 8)) == (255, 0, 0, 51)


def test_what_is_too_dark_for_its_alpha_is_as_dark_as_can_be(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    write_picture(path, Picture(np.zeros((16, 16, 3), np.uint8), np.full((16, 16), 128, np.uint8)))
    with Image.open(path) as image:
        assert image.getpixel((8, 8)) == (0, 0, 0, 128)
    assert np.unique(read_picture(path).rgb).tolist() == [127]


def test_jpeg_shows_the_picture_over_white(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    write_picture(path, Picture(np.full((16, 16, 3), 204, np.uint8), np.full((16, 16), 51, np.uint8)))
    picture = read_picture(path)
    assert picture.alpha is None
    np.testing.assert_allclose(picture.rgb.astype(int), 204, atol=1)


# All or nothing


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OSError(errno.ENOSPC, "disk full"), FAILED),
        (OSError("encoder error"), FAILED),
        (PermissionError(errno.EACCES, "no"), REFUSED),
        (OSError(errno.EROFS, "read only"), REFUSED),
        (MemoryError(), ImageProblem.NO_MEMORY_TO_WRITE),
        (ValueError("x"), FAILED),
    ],
    ids=repr,
)
def test_a_failure_halfway_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, error: Exception, problem: ImageProblem
) -> None:
    path = tmp_path / f"picture{suffix}"
    path.write_bytes(b"the old picture")

    def break_off(_image: Image.Image, file: io.BufferedIOBase, *_args: object, **_options: object) -> None:
        file.write(b"half a picture")
        raise error

    def break_off_by_hand(file: io.BufferedIOBase, *_args: object) -> None:
        file.write(b"half a picture")
        raise error

    monkeypatch.setattr(Image.Image, "save", break_off)
    monkeypatch.setattr(image_writing, "write_tiff", break_off_by_hand)
    assert problem_of(write_noise, path) == (path.name, problem)
    assert names(tmp_path) == [path.name]
    assert path.read_bytes() == b"the old picture"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_at_the_end_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"the old picture")

    def fail(*_args: object) -> None:
        raise OSError(errno.EIO, "the stick was pulled out")

    monkeypatch.setattr(step, fail)
    assert problem_of(write_noise, path) == ("picture.png", FAILED)
    assert names(tmp_path) == ["picture.png"]
    assert path.read_bytes() == b"the old picture"


def test_an_interruption_cleans_up_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_noise(tmp_path / "picture.png")
    assert names(tmp_path) == []


def test_the_file_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "picture.png"
    steps: list[tuple[str, bool]] = []
    fsync, replace = os.fsync, Path.replace

    def note_fsync(descriptor: int) -> None:
        steps.append(("fsync", path.exists()))
        fsync(descriptor)

    def note_replace(unfinished: Path, target: Path) -> Path:
        assert unfinished.parent == target.parent
        assert np.array_equal(read_picture(unfinished).rgb, NOISE)
        steps.append(("replace", path.exists()))
        return replace(unfinished, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(Path, "replace", note_replace)
    write_noise(path)
    assert steps == [("fsync", False), ("replace", False)]
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_permissions_are_those_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    write_noise(tmp_path / "picture.png")
    assert stat.S_IMODE((tmp_path / "picture.png").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "real.png").write_bytes(b"the old picture")
    (tmp_path / "link.png").symlink_to(elsewhere / "real.png")

    write_noise(tmp_path / "link.png")

    assert (tmp_path / "link.png").is_symlink()
    assert np.array_equal(read_picture(elsewhere / "real.png").rgb, NOISE)
    assert names(elsewhere) == ["real.png"]


def test_writing_one_file_from_many_threads(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    pictures = [Picture(np.full((16, 16, 3), level, np.uint8)) for level in range(8)]
    threads = [threading.Thread(target=write_picture, args=(path, picture)) for picture in pictures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(tmp_path) == ["picture.png"]
    assert len(np.unique(read_picture(path).rgb)) == 1


# What cannot be written, known beforehand and found out at the end


@pytest.mark.parametrize("act", [check_writable, write_noise])
class TestRefusals:
    @pytest.mark.parametrize("name", ["picture", "picture.gif", "picture.jpg.txt", ".png", "picture.", "picture.jp2"])
    def test_an_ending_that_tells_no_format(self, tmp_path: Path, act: Callable[[Path], None], name: str) -> None:
        path = tmp_path / name
        assert problem_of(act, path) == (path.name, WRONG_ENDING)
        assert names(tmp_path) == []

    def test_no_folder(self, tmp_path: Path, act: Callable[[Path], None]) -> None:
        assert problem_of(act, tmp_path / "gone" / "picture.png") == ("picture.png", NO_FOLDER)
        assert names(tmp_path) == []

    def test_a_file_taken_for_a_folder(self, tmp_path: Path, act: Callable[[Path], None]) -> None:
        (tmp_path / "file").touch()
        assert problem_of(act, tmp_path / "file" / "picture.png") == ("picture.png", NO_FOLDER)

    def test_a_folder(self, tmp_path: Path, act: Callable[[Path], None]) -> None:
        (tmp_path / "folder.png").mkdir()
        assert problem_of(act, tmp_path / "folder.png") == ("folder.png", ImageProblem.FOLDER)
        assert problem_of(act, tmp_path) == (tmp_path.name, ImageProblem.FOLDER)

    @pytest.mark.parametrize("name", ["x" * 5000 + ".png", "x" * 300 + ".png", "a\0b.png"])
    def test_a_name_that_no_file_can_have(self, tmp_path: Path, act: Callable[[Path], None], name: str) -> None:
        assert problem_of(act, tmp_path / name) == (name, BAD_NAME)
        assert names(tmp_path) == []

    @pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
    def test_a_folder_that_takes_no_files(self, act: Callable[[Path], None]) -> None:
        assert problem_of(act, Path("/proc/picture.png")) == ("picture.png", REFUSED)

    @pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
    def test_a_folder_without_permission(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None], code: int
    ) -> None:
        def refuse(*_args: object) -> None:
            raise OSError(code, "no")

        monkeypatch.setattr(Path, "open", refuse)
        assert problem_of(act, tmp_path / "picture.png") == ("picture.png", REFUSED)

    def test_a_full_disk(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None]) -> None:
        def refuse(*_args: object) -> None:
            raise OSError(errno.ENOSPC, "no")

        monkeypatch.setattr(Path, "open", refuse)
        assert problem_of(act, tmp_path / "picture.png") == ("picture.png", FAILED)

    def test_a_write_protected_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None]
    ) -> None:
        path = tmp_path / "picture.png"
        path.write_bytes(b"the old picture")
        monkeypatch.setattr(os, "access", lambda *_args: False)  # root may write anywhere
        assert problem_of(act, path) == ("picture.png", REFUSED)
        assert path.read_bytes() == b"the old picture"

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
    def test_a_pipe(self, tmp_path: Path, act: Callable[[Path], None]) -> None:
        os.mkfifo(tmp_path / "pipe.png")
        assert problem_of(act, tmp_path / "pipe.png") == ("pipe.png", REFUSED)


@pytest.mark.parametrize("suffix", [*WRITABLE_SUFFIXES, ".PNG", ".Jpg"])
def test_checking_leaves_nothing_behind(tmp_path: Path, suffix: str) -> None:
    check_writable(tmp_path / f"picture{suffix}")
    assert names(tmp_path) == []


def test_checking_does_not_touch_an_old_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"the old picture")
    os.utime(path, (1000, 1000))

    check_writable(path)

    assert path.read_bytes() == b"the old picture"
    assert path.stat().st_mtime == 1000
    assert names(tmp_path) == ["picture.png"]


def test_a_long_name_that_will_do(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".png")
    check_writable(path)
    write_noise(path)
    assert path.exists()


@pytest.mark.parametrize(("suffix", "limit_px"), [(".jpg", 65500), (".webp", 16383)])
def test_formats_with_a_limit(tmp_path: Path, suffix: str, limit_px: int) -> None:
    path = tmp_path / f"picture{suffix}"
    check_writable(path, limit_px)
    assert problem_of(lambda path: check_writable(path, limit_px + 1), path) == (path.name, TOO_LARGE)

    write_picture(path, Picture(np.zeros((1, limit_px, 3), np.uint8)))
    with Image.open(path) as image:
        assert image.size == (limit_px, 1)
    too_long = Picture(np.zeros((limit_px + 1, 1, 3), np.uint8))
    assert problem_of(lambda path: write_picture(path, too_long), path) == (path.name, TOO_LARGE)
    with Image.open(path) as image:
        assert image.size == (limit_px, 1)


def test_png_and_tiff_have_none(tmp_path: Path) -> None:
    for suffix in (".png", ".tif"):
        check_writable(tmp_path / f"picture{suffix}", 70000)
        write_picture(tmp_path / f"picture{suffix}", Picture(np.zeros((1, 70000, 3), np.uint8)))
