"""One decoder for each kind of file: from an open file to a picture whose pixels are read later."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final

from core.errors import ImageFileError, ImageProblem
from core.files import opening
from core.files.avif_reading import open_avif
from core.files.camera_raw import open_camera_raw
from core.files.code_points import adobe_rgb
from core.files.exif_colour import exif_says_adobe_rgb
from core.files.formats import HEAD_BYTES, kind_of
from core.files.frames import first_frame_with_something
from core.files.heif_reading import open_heif
from core.files.jpeg_reading import loaded_as_far_as_it_goes, read_frame, uncommon_jpeg
from core.files.orientation import UPRIGHT, orientation_of
from core.files.pillow_image import PillowImage
from core.files.png_chunks import PngFacts, pixels_alone, read_png_facts
from core.files.png_reading import deep_png, is_deep
from core.files.psd_reading import open_psd
from core.files.tiff_reading import CameraRawError, open_tiff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from io import BufferedReader
    from pathlib import Path

    from PIL import Image

    from core.files.code_points import Colour
    from core.files.stored_image import StoredImage

# EXIF may say of these that they are in Adobe RGB.
_FROM_CAMERAS: Final = ("JPEG", "MPO", "WEBP", "HEIF")
# All of what only libjpeg reads is in memory at once.
_MAX_SAMPLE_BYTES: Final = 1_200_000_000
_WITH_FRAMES: Final = ("GIF", "WEBP")


@contextmanager
def opened_picture(path: Path, on_open: Callable[[BufferedReader], object] | None = None) -> Iterator[StoredImage]:
    """An image file, of an acceptable size, its pixels not read yet; others wait until it is closed.

    Args:
        path: The file.
        on_open: Called with the file before it is looked at: what it reads is what will be read.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with; also for whatever goes wrong
            while it is open.
    """
    with opening.opened_file(path) as file:
        if on_open is not None:
            on_open(file)
        with opening.decoding_limits():
            stored = _open(path, file)
            opening.check_size(path, stored.size_px)
            yield stored


def _open(path: Path, file: BinaryIO) -> StoredImage:
    file.seek(0)
    kind = kind_of(file.read(HEAD_BYTES))
    decoder = _DECODERS.get(kind)
    if decoder is not None:
        return decoder(path, file)
    return _described(opening.opened_by_pillow(path, file, kind))


def _open_tiff(path: Path, file: BinaryIO) -> StoredImage:
    try:
        return open_tiff(path, file, opening.MAX_PIXELS)
    except CameraRawError:
        return _open_raw(path, file)
    except ImageFileError as error:
        if error.problem is not ImageProblem.NOT_UNDERSTOOD:
            raise
        # Pillow makes less of a directory that is damaged at its end.
        return PillowImage(opening.opened_by_pillow(path, file, "TIFF"))


def _open_raw(path: Path, file: BinaryIO) -> StoredImage:
    return open_camera_raw(path, file, opening.MAX_PIXELS)


def _open_png(path: Path, file: BinaryIO) -> StoredImage:
    facts = read_png_facts(file)
    image = _opened_png(path, file, facts)
    if facts.exif or not facts.has_exif_as_text:
        image.info["exif"] = facts.exif  # else Pillow would decode all of the picture to look for it
    orientation = orientation_of(image)
    if is_deep(facts, image.size):
        return deep_png(file, facts, image.size, orientation)
    return PillowImage(image, facts.colour, orientation, None, partial(_first_frame_of_png, path, file, facts))


def _opened_png(path: Path, file: BinaryIO, facts: PngFacts) -> Image.Image:
    """A PNG as Pillow opens it; one whose frames make no sense without them, as the standard wants it."""
    try:
        return opening.opened_by_pillow(path, pixels_alone(file, facts), "PNG")
    except (ImageFileError, SyntaxError):
        if not facts.moves:
            raise
        return opening.opened_by_pillow(path, pixels_alone(file, facts, still=True), "PNG")


def _first_frame_of_png(path: Path, file: BinaryIO, facts: PngFacts, image: Image.Image) -> Image.Image:
    try:
        return first_frame_with_something(image)
    except (EOFError, OSError, SyntaxError, ValueError):
        if not facts.moves:
            raise
        still = opening.opened_by_pillow(path, pixels_alone(file, facts, still=True), "PNG")
        still.load()
        return still


def _open_jpeg(path: Path, file: BinaryIO) -> StoredImage:
    frame = read_frame(file)
    if frame is not None and not frame.is_common:
        if frame.num_bytes > _MAX_SAMPLE_BYTES:
            raise ImageFileError(path, ImageProblem.TOO_LARGE)
        return uncommon_jpeg(file, frame)
    described = _described(opening.opened_by_pillow(path, file, "JPEG"))
    return replace(described, load=loaded_as_far_as_it_goes)


def _open_psd(path: Path, file: BinaryIO) -> StoredImage:
    return open_psd(path, file, opening.MAX_PIXELS) or _described(opening.opened_by_pillow(path, file, "PSD"))


def _described(image: Image.Image) -> PillowImage:
    colour: Colour = image.info.get("icc_profile")
    orientation = orientation_of(image)
    if image.format == "JXL" and not getattr(image, "jpeg", False):
        orientation = UPRIGHT  # the decoder has turned it
    if (
        colour is None
        and image.format in _FROM_CAMERAS
        and image.mode == "RGB"
        and exif_says_adobe_rgb(image.info.get("exif"))
    ):
        colour = adobe_rgb()
    load = first_frame_with_something if image.format in _WITH_FRAMES else None
    return PillowImage(image, colour, orientation, None, load)


# Whatever else there is goes by Pillow alone.
_DECODERS: Final[Mapping[str | None, Callable[[Path, BinaryIO], StoredImage]]] = {
    "AVIF": open_avif,
    "HEIF": open_heif,
    "JPEG": _open_jpeg,
    "PNG": _open_png,
    "PSD": _open_psd,
    "RAW": _open_raw,
    "TIFF": _open_tiff,
}
