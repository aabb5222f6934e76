"""Arrays over the picture plane: coordinates, sampling, resizing, blurring.

A field is ``(H, W)``, a picture ``(H, W, 3)`` in [0, 1]. Scene coordinates run in units of the longest side, so that
the same scene can be painted at any size.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image

Field: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]
Labels: TypeAlias = npt.NDArray[np.int64]
Shape: TypeAlias = tuple[int, int]


def plane_shape(size: int, aspect: float) -> Shape:
    """Returns ``(H, W)`` with the longest side ``size`` and width / height ``aspect``."""
    if aspect >= 1:
        return max(1, round(size / aspect)), size
    return size, max(1, round(size * aspect))


def coordinates(shape: Shape) -> tuple[Field, Field]:
    """Returns y and x of the pixel centres, each ``(H, W)``, in units of the longest side."""
    height, width = shape
    rows = (np.arange(height) + 0.5) / max(shape)
    columns = (np.arange(width) + 0.5) / max(shape)
    return np.repeat(rows[:, None], width, axis=1), np.repeat(columns[None, :], height, axis=0)


def pick(array: npt.NDArray[np.generic], y: Field, x: Field) -> Field:
    """Returns the values of ``array`` ``(H, W, ...)`` at the pixels nearest to ``y``, ``x``, clamped to the edge."""
    rows = np.clip(np.rint(y).astype(np.intp), 0, array.shape[0] - 1)
    columns = np.clip(np.rint(x).astype(np.intp), 0, array.shape[1] - 1)
    picked: Field = array[rows, columns].astype(np.float64)
    return picked


def sample(array: Field, y: Field, x: Field) -> Field:
    """Returns ``array`` ``(H, W)`` or ``(H, W, C)`` between its pixels at ``y``, ``x``: bilinear, edges clamped."""
    y = np.clip(y, 0, array.shape[0] - 1)
    x = np.clip(x, 0, array.shape[1] - 1)
    top = np.minimum(y.astype(np.intp), max(0, array.shape[0] - 2))
    left = np.minimum(x.astype(np.intp), max(0, array.shape[1] - 2))
    bottom = np.minimum(top + 1, array.shape[0] - 1)
    right = np.minimum(left + 1, array.shape[1] - 1)
    down, across = y - top, x - left
    if array.ndim == 3:
        down, across = down[..., None], across[..., None]
    upper = array[top, left] * (1 - across) + array[top, right] * across
    lower = array[bottom, left] * (1 - across) + array[bottom, right] * across
    between: Field = upper * (1 - down) + lower * down
    return between


def warp(array: Field, dy: Field, dx: Field) -> Field:
    """Returns ``array`` pulled about: each pixel shows what lay ``dy``, ``dx`` pixels away."""
    rows, columns = np.indices(dy.shape, dtype=np.float64)
    return sample(array, rows + dy, columns + dx)


def resize(array: Field, shape: Shape, *, smooth: bool = True) -> Field:
    """Returns ``array`` ``(H, W)`` or ``(H, W, C)`` at another size; ``smooth`` rings less than it sharpens."""
    if array.ndim == 3:
        return np.stack([resize(array[..., i], shape, smooth=smooth) for i in range(array.shape[2])], axis=-1)
    resample = Image.Resampling.BICUBIC if smooth else Image.Resampling.HAMMING
    image = Image.fromarray(array.astype(np.float32))
    return np.asarray(image.resize((shape[1], shape[0]), resample), dtype=np.float64)


def blur(array: Field, radius: float) -> Field:
    """Returns ``array`` blurred by about ``radius`` pixels: three box filters, close to a Gaussian."""
    reach = max(0, round(radius))
    if reach == 0:
        return array
    for axis in (0, 1):
        for _ in range(3):
            array = _box(array, reach, axis)
    return array


def _box(array: Field, reach: int, axis: int) -> Field:
    padding = [(0, 0)] * array.ndim
    padding[axis] = (reach + 1, reach)
    sums = np.cumsum(np.pad(array, padding, mode="edge"), axis=axis)
    count = array.shape[axis]
    span = 2 * reach + 1
    ahead = np.take(sums, np.arange(span, span + count), axis=axis)
    behind = np.take(sums, np.arange(count), axis=axis)
    boxed: Field = (ahead - behind) / span
    return boxed


def step(low: float, high: float, value: Field) -> Field:
    """Returns 0 below ``low``, 1 above ``high`` and a smooth S between; ``low`` > ``high`` turns it round."""
    t = np.clip((value - low) / (high - low), 0, 1)
    smooth: Field = t * t * (3 - 2 * t)
    return smooth


def lerp(a: Field, b: Field, weight: Field | float) -> Field:
    """Returns ``a`` where ``weight`` is 0 and ``b`` where it is 1; a ``(H, W)`` weight mixes pictures too."""
    if isinstance(weight, np.ndarray) and max(a.ndim, b.ndim) > weight.ndim:
        weight = weight[..., None]
    mixed: Field = a + (b - a) * weight
    return mixed
