"""Smooth random fields, the source of everything in the pictures that is not drawn on purpose."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from resources.painter.fields import Field, Shape, pick

if TYPE_CHECKING:
    from numpy.random import Generator

# What bicubic interpolation leaves of the spread of the random grid that it runs through.
_BICUBIC_SPREAD = 0.72


def smooth_noise(rng: Generator, shape: Shape, cell: float | tuple[float, float]) -> Field:
    """Returns a ``(H, W)`` field of mean 0 and spread about 1 whose bumps are ``cell`` (or y, x) pixels wide."""
    cell_y, cell_x = cell if isinstance(cell, tuple) else (cell, cell)
    rows, columns = shape[0] / max(1.0, cell_y), shape[1] / max(1.0, cell_x)
    grid = rng.standard_normal((math.ceil(rows) + 4, math.ceil(columns) + 4))
    top, left = rng.uniform(1, 2, size=2)
    image = Image.fromarray(grid.astype(np.float32))
    box = (left, top, left + columns, top + rows)
    smooth = image.resize((shape[1], shape[0]), Image.Resampling.BICUBIC, box=box)
    return np.asarray(smooth, dtype=np.float64) / _BICUBIC_SPREAD


def fbm(rng: Generator, shape: Shape, cell: float | tuple[float, float], octaves: int = 4, gain: float = 0.5) -> Field:
    """Returns fractal noise: ``octaves`` layers, each of half the ``cell`` and ``gain`` of the strength of the last."""
    cell_y, cell_x = cell if isinstance(cell, tuple) else (cell, cell)
    total: Field = np.zeros(shape)
    energy = 0.0
    for octave in range(octaves):
        strength = gain**octave
        total += strength * smooth_noise(rng, shape, (cell_y / 2**octave, cell_x / 2**octave))
        energy += strength**2
    return total / math.sqrt(energy)


def streaks_along(angle: Field, noise: Field, length: float, steps: int = 14) -> Field:
    """Returns ``noise`` smeared along the direction ``angle`` over ``length`` pixels each way, spread 1.

    Source: Cabral & Leedom 1993, line integral convolution.
    """
    plane = np.indices(angle.shape, dtype=np.float64)
    total = noise.copy()
    for sign in (-1, 1):
        y: Field = plane[0]
        x: Field = plane[1]
        stride = sign * length / steps
        for _ in range(steps):
            here = pick(angle, y, x)
            sine: Field = np.sin(here)
            cosine: Field = np.cos(here)
            y, x = y + stride * sine, x + stride * cosine
            total += pick(noise, y, x)
    total -= total.mean()
    smeared: Field = total / max(1e-9, float(total.std()))
    return smeared


def curl_angle(potential: Field) -> Field:
    """Returns the direction (radians) along the contour lines of ``potential``."""
    down, across = np.gradient(potential)
    along: Field = np.arctan2(across, -down)
    return along
