"""October Birches: oil laid on with a palette knife, in slabs with sharp ridges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import choose, colour, disturb, palette, ramp
from resources.painter.fields import Field, Shape, coordinates, pick, plane_shape
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm
from resources.painter.strokes import Brush, Canvas, keep_where, paint_along, paint_paths, scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_BLAZE = palette("#2b1433", "#6a1730", "#a81f24", "#d8431f", "#ee7a1c", "#f7ae2b", "#fde08a")
_ACCENTS = palette("#1d5a66", "#2f8a8a", "#4a2f6e", "#c2185b", "#ffcf4d")
_FLOOR = palette("#2a1636", "#5b1f3c", "#9c2f26", "#d4621f", "#f0a53a")
_BARK = palette("#3c2f4d", "#8f7f9c", "#cfc0c8", "#f3e9dc", "#fff8e8")
# x at the foot, lean, width, y of the foot; far trunks first.
_TRUNKS = (
    (0.30, 0.02, 0.016, 0.74),
    (0.43, -0.01, 0.013, 0.71),
    (0.56, 0.02, 0.015, 0.73),
    (0.72, -0.03, 0.018, 0.75),
    (0.17, -0.02, 0.034, 0.84),
    (0.63, 0.05, 0.042, 0.88),
    (0.385, 0.03, 0.058, 0.965),
)


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    canvas = Canvas(plane_shape(size, 0.80), colour("#3a1526"))
    unit = canvas.unit
    light = _light(rng, canvas.shape)
    for count, length, width in ((900, 62, 34), (1800, 40, 20)):
        _lay_slabs(rng, canvas, light, count, length * unit, width * unit)
    for trunk in _TRUNKS:
        _raise_birch(rng, canvas, *trunk)
        if trunk[2] > 0.02:  # leaves hang in front of the near trunks only
            _scatter_leaves(rng, canvas, light, 260)
    _scatter_leaves(rng, canvas, light, 1500)
    return canvas.finish(light_relief(canvas.colour, canvas.height, 0.55 / unit, gloss=0.07))


def _light(rng: Generator, shape: Shape) -> Field:
    """Returns where the wood glows, ``(H, W)`` in about [0, 1]: a clearing behind the trees, a path leading in."""
    y, x = coordinates(shape)
    glow = 0.78 * np.exp(-(((y - 0.36) / 0.26) ** 2) - ((x - 0.46) / 0.24) ** 2)
    path = 0.50 * np.exp(-(((x - 0.50 + 0.5 * (y - 0.7)) / (0.03 + 0.40 * np.maximum(y - 0.68, 0))) ** 2)) * (y > 0.69)
    masses = 0.15 * fbm(rng, shape, 0.16 * shape[0], 3)
    lit: Field = 0.27 + glow + path + masses - 0.18 * np.exp(-(((y - 0.71) / 0.04) ** 2))
    return lit


def _lay_slabs(rng: Generator, canvas: Canvas, light: Field, count: int, length: float, width: float) -> None:
    centres = scatter(rng, canvas.shape, count)
    shine = pick(light, centres[:, 0], centres[:, 1]) + rng.normal(0, 0.11, len(centres))
    on_floor = centres[:, 0] > 0.71 * canvas.shape[0]
    tints = np.where(on_floor[:, None], ramp(_FLOOR, shine), ramp(_BLAZE, shine))
    accent = rng.uniform(size=len(centres)) < 0.09
    tints = np.where(accent[:, None], choose(rng, _ACCENTS, len(centres), (3, 3, 3, 1, 2)), tints)
    turn = 0.55 * fbm(rng, canvas.shape, 0.10 * canvas.shape[0], 1) + np.pi / 3
    y, _ = coordinates(canvas.shape)
    angle = np.where(y > 0.71, 0.25 * turn - 0.2, turn)
    brush = Brush(length, width, 0.3, 0.02, 0.10, 0.10, streak=0.035, load=0.9, body_px=2.6 * canvas.unit)
    paint_along(rng, canvas, angle, centres, disturb(rng, tints, 0.03, 0.02), brush)


def _raise_birch(rng: Generator, canvas: Canvas, foot_x: float, lean: float, width: float, foot_y: float) -> None:
    """Scrapes a trunk on from the ground up, in short pulls across the bark, lit from the right."""
    span = max(canvas.shape)
    pulls = int(260 + 2000 * width)
    rise = rng.permutation(np.linspace(0, 1, pulls))
    thickness = width * (1 - 0.45 * rise)
    reach = rng.uniform(0.16, 0.46, size=pulls)
    side = rng.uniform(-1, 1, size=pulls) * (0.52 - reach)  # a pull ends at the edge of the trunk
    bend = 0.012 * np.sin(7 * rise + 40 * foot_x)
    x = foot_x + lean * rise * 1.6 + bend + side * thickness
    y = foot_y * (1 - 1.03 * rise)
    # Bark catches light on one side; dark eyes and scars lie across it.
    shine = 0.50 + 1.5 * side + rng.normal(0, 0.10, pulls)
    scar = rng.uniform(size=pulls) < 0.10 + 0.12 * (np.abs(np.sin(23 * rise + 9 * foot_x)) < 0.16)
    tints = np.where(scar[:, None], colour("#21182b"), ramp(_BARK, shine))
    half = thickness * span * reach
    bow = np.linspace(-1, 1, 5)
    path_x = x[:, None] * span + half[:, None] * bow
    path_y = y[:, None] * span + (rng.normal(0, 0.25, pulls) * half)[:, None] * bow
    brush = Brush(1, 1, taper=0.05, ragged=0.15, dryness=0.1, streak=0.03, load=0.35, body_px=2.2 * canvas.unit)
    widths = rng.uniform(4, 11, size=pulls) * canvas.unit * (0.5 + 12 * width)
    paint_paths(rng, canvas, np.stack([path_y, path_x], axis=-1), widths, disturb(rng, tints, 0.025, 0.012), brush)


def _scatter_leaves(rng: Generator, canvas: Canvas, light: Field, count: int) -> None:
    """Dabs leaves over what stands already, thickest in the crown and on the ground."""
    y, x = coordinates(canvas.shape)
    clumps = fbm(rng, canvas.shape, 0.11 * canvas.shape[0], 3)
    chance = np.clip(0.30 * (1.0 - y / 0.55) + 0.24 * clumps + 0.55 * (y > 0.86) * np.abs(x - 0.4), 0, 1)
    centres = keep_where(rng, scatter(rng, canvas.shape, count * 3), chance)
    shine = pick(light, centres[:, 0], centres[:, 1]) + rng.normal(0.12, 0.16, len(centres))
    angle = np.pi * fbm(rng, canvas.shape, 0.04 * canvas.shape[0], 1)
    brush = Brush(15 * canvas.unit, 9 * canvas.unit, 0.3, 0.08, 0.08, streak=0.03, load=0.8, body_px=3.0 * canvas.unit)
    paint_along(rng, canvas, angle, centres, disturb(rng, ramp(_BLAZE, shine), 0.03, 0.02), brush)
