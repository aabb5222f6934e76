"""Reads image files of every common kind, whatever is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.errors import ImageFileError, ImageProblem
from core.files.decoders import opened_picture
from core.files.hashing import identity_of
from core.files.orientation import TURN_OF_ORIENTATION, upright
from core.picture import OPAQUE, Picture, central_box, fitted_size

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from pathlib import Path

    from numpy.typing import NDArray
    from PIL import Image

    from core.files.stored_image import Box, StoredImage
    from core.recipe.inputs import InputFile


def read_picture(path: Path, longest_side_px: int | None = None, shape: tuple[int, int] | None = None) -> Picture:
    """Reads an image file of any kind of `core.files.formats`, told by its contents.

    The picture comes upright (EXIF) and in sRGB, whatever its colours are; of a moving one, the first frame with
    something in it. May be called from any thread; calls from several wait for each other.

    Args:
        path: The file.
        longest_side_px: Scales the picture, up or down, so that its longest side has this many pixels; None leaves it
            as it is.
        shape: Width and height of anything, such as a sheet of paper: the upright picture is first cropped to this
            shape, equally on both sides; None leaves it whole.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, shape, enlarge=True)


def read_input(
    path: Path, longest_side_px: int | None = None, shape: tuple[int, int] | None = None
) -> tuple[Picture, InputFile]:
    """Reads an image file as `read_picture` does, and tells which content it had, whatever becomes of the file.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    identity: list[InputFile] = []
    picture = _read(
        path, longest_side_px, shape, enlarge=True, on_open=lambda file: identity.append(identity_of(file, path.name))
    )
    return picture, identity[0]


def read_thumbnail(path: Path, longest_side_px: int) -> Picture:
    """Reads an image file as `read_picture` does, but at most so many pixels long; it is never enlarged.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
        ValueError: The size is less than 1.
    """
    return _read(path, longest_side_px, None, enlarge=False)


def read_size(path: Path) -> tuple[int, int]:
    """The width and height in pixels of the picture that `read_picture` would give; its pixels are not decoded.

    Raises:
        ImageFileError: The file cannot be read, or is no picture that can be worked with.
    """
    with opened_picture(path) as stored:
        return upright(stored.size_px, stored.orientation)


def _read(
    path: Path,
    longest_side_px: int | None,
    shape: tuple[int, int] | None,
    *,
    enlarge: bool,
    on_open: Callable[[BufferedReader], object] | None = None,
) -> Picture:
    if longest_side_px is not None and longest_side_px < 1:
        msg = f"a picture cannot be {longest_side_px} px long"
        raise ValueError(msg)
    with opened_picture(path, on_open) as stored:
        picture = _decoded(stored, longest_side_px, shape, enlarge=enlarge)
    if picture.alpha is not None and not picture.alpha.any():
        raise ImageFileError(path, ImageProblem.NOTHING_IN_IT)
    return picture


def _decoded(
    stored: StoredImage, longest_side_px: int | None, shape: tuple[int, int] | None, *, enlarge: bool
) -> Picture:
    whole_px, orientation = stored.size_px, stored.orientation
    part: Box = (0.0, 0.0, float(whole_px[0]), float(whole_px[1]))
    if shape is not None:
        part = central_box(whole_px, upright(shape, orientation))
    size_px = round(part[2] - part[0]), round(part[3] - part[1])
    if longest_side_px is not None and (enlarge or longest_side_px < max(size_px)):
        # Of the shape itself, not of the part: that has no whole number of pixels.
        size_px = fitted_size(*(upright(shape, orientation) if shape else whole_px), longest_side_px)
    pixels = stored.scaled(part, size_px)
    turn = TURN_OF_ORIENTATION.get(orientation)
    return _picture(pixels if turn is None else pixels.transpose(turn), lacks_end=stored.lacks_end)


def _picture(pixels: Image.Image, *, lacks_end: bool) -> Picture:
    if pixels.mode != "RGBA":
        return Picture(np.asarray(pixels), lacks_end=lacks_end)
    alpha = np.asarray(pixels.getchannel("A"))
    rgb = np.asarray(pixels.convert("RGB"))
    if alpha.min() == OPAQUE:
        return Picture(rgb)
    return Picture(_over_white(rgb, alpha), alpha)


def _over_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    opacity = alpha.astype(np.uint16)[..., np.newaxis]
    return ((rgb * opacity + OPAQUE * (OPAQUE - opacity) + OPAQUE // 2) // OPAQUE).astype(np.uint8)
