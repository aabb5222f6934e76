from __future__ import annotations

import builtins
import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageSequence

from core.errors import ImageFileError, ImageProblem, StyleTransferError, TimelineProblem
from core.files.film import FRAMES_PER_SECOND, LAST_FRAME_S, write_film
from core.files.mp4 import can_write_mp4
from tests.core.optimization.timeline.frames import frames_of_film

if TYPE_CHECKING:
    from pathlib import Path

COLOURS = ((200, 40, 40), (40, 200, 40), (40, 40, 200))
SIZES_PX = ((24, 17), (34, 24), (49, 35))


def jpeg(colour: tuple[int, int, int], size_px: tuple[int, int]) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size_px, colour).save(content, "JPEG", quality=95)
    return content.getvalue()


FRAMES = [jpeg(colour, size_px) for colour, size_px in zip(COLOURS, SIZES_PX, strict=True)]


def assert_near(pixel: Any, colour: tuple[int, int, int]) -> None:  # noqa: ANN401 - what Pillow gives
    assert max(abs(int(found) - wanted) for found, wanted in zip(pixel, colour, strict=True)) < 12


def problem_of(path: Path, frames: list[bytes]) -> object:
    with pytest.raises(StyleTransferError) as caught:
        write_film(path, frames)
    assert list(path.parent.iterdir()) == []
    return caught.value.problem


def test_an_animated_webp_shows_all_frames_at_the_size_of_the_largest(tmp_path: Path) -> None:
    path = tmp_path / "film.WEBP"
    write_film(path, FRAMES)
    with Image.open(path) as film:
        assert (film.format, film.size) == ("WEBP", SIZES_PX[-1])
        shown = []
        for frame, colour in zip(ImageSequence.Iterator(film), COLOURS, strict=True):
            assert_near(frame.convert("RGB").getpixel((20, 15)), colour)
            shown.append(frame.info["duration"])
    assert shown == [1000 // FRAMES_PER_SECOND] * 2 + [1000 * LAST_FRAME_S]
    assert [each.name for each in tmp_path.iterdir()] == ["film.WEBP"]


def test_mp4_shows_them_in_their_colours_and_the_last_one_for_a_while(tmp_path: Path) -> None:
    av = pytest.importorskip("av", reason="the extra “video” is not installed")
    path = tmp_path / "film.mp4"
    write_film(path, FRAMES)
    with av.open(str(path)) as film:
        stream = film.streams.video[0]
        pictures = [frame.reformat(format="rgb24", src_colorspace="ITU709") for frame in film.decode(stream)]
        # A line and a column are lost, for H.264 has colour at half of the resolution.
        assert (stream.width, stream.height, stream.pix_fmt) == (48, 34, "yuv420p")
        assert stream.average_rate == FRAMES_PER_SECOND
    assert len(pictures) == 3 + LAST_FRAME_S * FRAMES_PER_SECOND
    for picture, colour in zip(pictures, COLOURS, strict=False):
        assert_near(picture.to_ndarray()[15, 20], colour)
    assert_near(pictures[-1].to_ndarray()[15, 20], COLOURS[-1])


def test_what_writes_mp4_may_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without_av(name: str, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function has it
        if name == "av":
            raise ImportError(name)
        return imported(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_av)
    assert problem_of(tmp_path / "film.mp4", FRAMES) is TimelineProblem.NO_MP4_ENCODER


def test_whether_mp4_can_be_written_is_known_without_loading_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.files.mp4.find_spec", lambda name: None if name == "av" else object())
    assert not can_write_mp4()
    monkeypatch.setattr("core.files.mp4.find_spec", lambda _name: object())
    assert can_write_mp4()


@pytest.mark.parametrize("name", ["film.gif", "film.png", "film", "film.webp.txt"])
def test_other_names_are_no_films(tmp_path: Path, name: str) -> None:
    assert problem_of(tmp_path / name, FRAMES) is TimelineProblem.UNKNOWN_FILM_FORMAT


def test_one_frame_is_no_film(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "film.webp", FRAMES[:1]) is TimelineProblem.TOO_SHORT
    assert problem_of(tmp_path / "film.webp", []) is TimelineProblem.TOO_SHORT


@pytest.mark.parametrize("frame", [b"", b"no picture", FRAMES[0][:-300], jpeg((1, 2, 3), (4097, 1))])
def test_a_frame_that_is_damaged_or_too_large_is_told(tmp_path: Path, frame: bytes) -> None:
    for frames in ([frame, *FRAMES], [*FRAMES, frame]):
        assert problem_of(tmp_path / "film.webp", frames) is TimelineProblem.DAMAGED


def test_a_frame_of_another_format_is_not_decoded(tmp_path: Path) -> None:
    content = io.BytesIO()
    Image.new("RGB", (20, 20)).save(content, "PNG")
    assert problem_of(tmp_path / "film.webp", [content.getvalue(), *FRAMES]) is TimelineProblem.DAMAGED


def test_a_film_that_is_there_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "film.webp"
    path.write_bytes(b"former")
    with pytest.raises(StyleTransferError):
        write_film(path, [*FRAMES, b"damaged"])
    assert path.read_bytes() == b"former"
    write_film(path, FRAMES)
    assert frames_of_film(path) == 3


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError) as caught:
        write_film(tmp_path / "missing" / "film.webp", FRAMES)
    assert caught.value.problem is ImageProblem.NO_OUTPUT_FOLDER
