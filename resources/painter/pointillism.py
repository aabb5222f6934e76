"""Sunday Sails: a river in summer, put together out of dots of unmixed colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour, from_oklab, palette, ramp, to_oklab
from resources.painter.fields import Field, Shape, coordinates, lerp, pick, plane_shape, resize, step
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm
from resources.painter.strokes import Brush, Canvas, paint_along, scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_SKY = palette("#7fb4dc", "#a9cfe4", "#f3dfd2", "#fbd0b0")
_WATER = palette("#f2cdb4", "#9cc3dc", "#4f8fc4", "#3566ae")
_LEAVES = palette("#23395f", "#2a5f58", "#4f8f52", "#9db856", "#ecd889")
_GRASS = palette("#3f4f8c", "#4a8560", "#86ad58", "#d3c66a", "#f6e3a2")
_FAR_BANK = palette("#3f4f93", "#3f7480", "#7fa06c")
_SAIL = palette("#d9b8c8", "#fff6e2")


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    canvas = Canvas(plane_shape(size, 1.3), colour("#e9dcc3"))
    unit = canvas.unit
    scene = resize(_river(rng, (max(8, canvas.shape[0] // 3), max(8, canvas.shape[1] // 3))), canvas.shape)
    angle = 1.2 * fbm(rng, canvas.shape, 120 * unit, 2)
    for count, diameter in ((11000, 8.2), (21000, 5.6), (21000, 4.5)):
        brush = Brush(diameter * 1.06 * unit, diameter * unit, 0.16, 0.5, 0.0, streak=0.025, load=0, body_px=1.5 * unit)
        centres = scatter(rng, canvas.shape, count)
        local = pick(scene, centres[:, 0], centres[:, 1])
        paint_along(rng, canvas, angle, centres, _divide(rng, local), brush)
    return canvas.finish(light_relief(canvas.colour, canvas.height, 0.45 / unit))


def _divide(rng: Generator, colours: Field) -> Field:
    """Returns for each of ``colours`` ``(N, 3)`` a purer one near it in hue, or now and then its opposite."""
    lab = to_oklab(colours)
    count = len(colours)
    turn = rng.choice([0.0, 0.7, -0.7, np.pi], size=count, p=[0.46, 0.22, 0.22, 0.10]) + rng.normal(0, 0.15, count)
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    hue = np.arctan2(lab[:, 2], lab[:, 1]) + turn
    strength = np.where(np.abs(turn) > 2, 0.7, 1.04) * chroma + 0.022
    lightness = lab[:, 0] + rng.normal(0, 0.055, count)
    return from_oklab(np.stack([lightness, strength * np.cos(hue), strength * np.sin(hue)], axis=-1))


def _river(rng: Generator, shape: Shape) -> Field:
    """Returns the colours of the scene, ``(H, W, 3)``."""
    y, x = coordinates(shape)
    clouds = fbm(rng, shape, (0.07 * shape[1], 0.2 * shape[1]), 4)
    picture = ramp(_SKY, y / 0.30 + 0.16 * clouds)
    picture = _far_bank(rng, picture, y, x)
    shore = 0.60 + 0.10 * (x - 0.5) ** 2 - 0.12 * step(0.45, 1.0, x) + 0.012 * np.sin(14 * x)
    ripple = fbm(rng, shape, (0.010 * shape[1], 0.09 * shape[1]), 3)
    mirror = np.exp(-(((y - 0.335) / 0.05) ** 2))
    water = ramp(_WATER, (y - 0.33) / 0.27 + 0.22 * ripple)
    water = lerp(water, ramp(_FAR_BANK, 0.45 + 0.3 * ripple), np.clip(mirror * 0.8, 0, 1))
    picture = lerp(picture, water, (y > 0.335).astype(np.float64))
    picture = _sails(picture, y, x, ripple)
    return _bank_and_tree(rng, picture, y, x, shore)


def _far_bank(rng: Generator, picture: Field, y: Field, x: Field) -> Field:
    shape = (y.shape[0], y.shape[1])
    bumps = fbm(rng, (1, shape[1]), (1, 0.06 * shape[1]), 3)
    crest = 0.225 - 0.030 * np.clip(bumps + 0.6 * np.sin(5 * x + 1), -1, 2)
    light = 0.55 + 0.30 * fbm(rng, shape, 0.030 * shape[1], 3) - 3.5 * (y - crest)
    return lerp(picture, ramp(_FAR_BANK, light), ((y > crest) & (y < 0.34)).astype(np.float64))


def _sails(picture: Field, y: Field, x: Field, ripple: Field) -> Field:
    for mast, foot, tall in ((0.655, 0.415, 0.235), (0.845, 0.365, 0.105), (0.52, 0.352, 0.062)):
        rise = (foot - y) / tall
        belly = 0.30 * tall * (1 - rise) * (1 + 0.5 * rise)
        main = (x > mast) & (x < mast + 1.35 * belly) & (rise > 0.05) & (rise < 1)
        jib = (x < mast - 0.01 * tall) & (x > mast - 0.95 * belly) & (rise > 0.08) & (rise < 0.85)
        hull = (
            (np.abs(x - mast) < 0.36 * tall - 0.6 * (y - foot)) & (y > foot - 0.01 * tall) & (y < foot + 0.075 * tall)
        )
        glow = ramp(_SAIL, 0.35 + 0.8 * (x - mast + 0.2 * tall) / (0.6 * tall))
        picture = lerp(picture, glow, (main | jib).astype(np.float64))
        picture = lerp(picture, np.broadcast_to(colour("#b5443a"), picture.shape), hull.astype(np.float64))
        depth = (y - foot - 0.075 * tall) / (0.8 * tall)
        shimmer = (depth > 0) & (depth < 1) & (np.abs(x - mast + 0.012 * ripple) < 0.33 * tall * (1 - depth))
        picture = lerp(picture, np.broadcast_to(_SAIL[1], picture.shape), shimmer * 0.62 * (1 - depth))
    return picture


def _bank_and_tree(rng: Generator, picture: Field, y: Field, x: Field, shore: Field) -> Field:
    shape = (y.shape[0], y.shape[1])
    tufts = fbm(rng, shape, (0.02 * shape[1], 0.06 * shape[1]), 3)
    # The tree throws a violet pool of shade over the grass.
    shade = np.exp(-(((y - 0.70) / 0.055) ** 2) - ((x - 0.30) / 0.26) ** 2) + 0.7 * step(0.72, 0.78, y)
    grass = ramp(_GRASS, 0.74 + 0.13 * tufts - 0.80 * np.clip(shade, 0, 1))
    picture = lerp(picture, grass, (y > shore).astype(np.float64))
    lean = x - 0.175 - 0.03 * np.sin(5 * y)
    trunk = (np.abs(lean) < 0.020 + 0.018 * step(0.60, 0.70, y)) & (y > 0.25) & (y < 0.70)
    bark = ramp(palette("#3a2f63", "#7b4a5a", "#d98c52"), 0.5 + 14 * lean + 0.15 * tufts)
    picture = lerp(picture, bark, trunk.astype(np.float64))
    leaf = fbm(rng, shape, 0.055 * shape[1], 4)
    for middle_y, middle_x, reach_y, reach_x in (
        (0.16, 0.17, 0.19, 0.21),
        (0.27, 0.05, 0.13, 0.13),
        (0.10, 0.36, 0.10, 0.13),
        (0.29, 0.29, 0.075, 0.11),
    ):
        dy, dx = (y - middle_y) / reach_y, (x - middle_x) / reach_x
        inside = dy**2 + dx**2 + 0.22 * leaf < 1
        light = 0.46 - 0.34 * dy + 0.22 * dx + 0.17 * leaf
        picture = lerp(picture, ramp(_LEAVES, light), inside.astype(np.float64))
    return picture
