"""The last canvas becomes the picture of a run, even where memory is short: hours of work are in it."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from core.loss.tensors import over_white, resized, to_deep_rgb, to_rgb, to_tensor
from core.machine.memory import is_out_of_memory, release_memory
from core.optimization.color_transfer import with_chrominance_of
from core.picture import Picture
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor

    from core.recipe.recipe import Recipe

_log = logging.getLogger(__name__)

# What is converted at once: what that takes beside the canvas and the picture stays below 100 MB.
_BAND_PIXELS: Final = 1 << 20
# Where there is no memory for a picture of the result's size, one of this fraction of it is tried.
_FRACTIONS: Final = (2, 4, 8)


def best_picture(canvas: Tensor, photo: Picture, recipe: Recipe) -> Picture | None:
    """The best picture of a canvas for which there is memory.

    Tried in turn: as the recipe wants it; the same on the CPU; with 8 bits a channel; a coarser canvas enlarged in
    bytes; and pictures of a fraction of the size. None where there is no memory for any.

    Args:
        canvas: (1, 3, H, W), the last good one, perhaps coarser than the result.
        photo: At the size of the result.
        recipe: What was painted.
    """
    for attempt in _attempts(canvas, photo, recipe):
        try:
            return attempt()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            _log.warning("No memory for the picture; making do with less")
        # Outside of the except clause, whose error keeps every tensor of the failed attempt alive.
        release_memory(canvas.device)
    return None


def _attempts(canvas: Tensor, photo: Picture, recipe: Recipe) -> Iterator[Callable[[], Picture]]:
    yield partial(to_picture, canvas, photo, recipe)
    yield lambda: to_picture(canvas.cpu(), photo, recipe)
    shallow = replace(recipe, depth_bits=8)
    yield lambda: to_picture(canvas.cpu(), photo, shallow)
    yield lambda: _enlarged_in_bytes(canvas.cpu(), photo, shallow)
    for fraction in _FRACTIONS:
        yield partial(_reduced, canvas, photo, shallow, fraction)


def to_picture(canvas: Tensor, photo: Picture, recipe: Recipe) -> Picture:
    """A canvas as a picture, in the colours and with the bits that the recipe asks for.

    Args:
        canvas: (1, 3, H, W); resampled to the photo's size.
        photo: Gives the picture its size and its transparency, and its colours where they are to be kept.
        recipe: What was painted.
    """
    width_px, height_px = photo.width_px, photo.height_px
    canvas = resized(canvas, width_px, height_px)
    rgb = np.empty((height_px, width_px, 3), np.uint8)
    deep = np.empty((height_px, width_px, 3), np.uint16) if recipe.is_deep else None
    num_rows = max(1, _BAND_PIXELS // width_px)
    for top in range(0, height_px, num_rows):
        rows = slice(top, top + num_rows)
        band = canvas[:, :, rows].clamp(0, 1)
        if recipe.color is ColorMode.PHOTO:
            band = with_chrominance_of(band, to_tensor(photo.rgb[rows], canvas.device))
        if photo.alpha is not None:
            band = over_white(band, photo.alpha[rows])
        rgb[rows] = to_rgb(band)
        if deep is not None:
            deep[rows] = to_deep_rgb(band)
    return Picture(rgb, photo.alpha, deep)


def _enlarged_in_bytes(canvas: Tensor, photo: Picture, recipe: Recipe) -> Picture:
    """A coarse canvas as a picture of the photo's size; a byte of it takes a quarter of the memory of a number."""
    coarse = to_picture(canvas, photo.resized(max(canvas.shape[2:])), recipe)
    enlarged = Image.fromarray(coarse.rgb).resize((photo.width_px, photo.height_px), Image.Resampling.BICUBIC)
    return Picture(np.asarray(enlarged), photo.alpha)


def _reduced(canvas: Tensor, photo: Picture, recipe: Recipe, fraction: int) -> Picture:
    longest_px = max(photo.width_px, photo.height_px)
    return to_picture(canvas.cpu()[:, :, ::fraction, ::fraction], photo.resized(-(-longest_px // fraction)), recipe)
