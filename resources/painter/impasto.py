"""Night Swirls: thick oil strokes that run with the wind of a night sky."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour, disturb, palette, ramp
from resources.painter.fields import Field, Shape, blur, coordinates, lerp, pick, plane_shape, resize, step
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm, streaks_along
from resources.painter.strokes import Brush, Canvas, paint_along, scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_SKY = palette("#0b1437", "#13296b", "#1d49a0", "#2f78bd", "#6fb3cf", "#c9dfc8")
_GLOW = palette("#e58a1f", "#f5b731", "#fbdc6a", "#fff3bf")
_HALO = palette("#2a6fb0", "#5fb0b4", "#b9d79c", "#f6e07a", "#f9c94a")
_LAND = palette("#070f1f", "#0e2430", "#17413f", "#2c5f4a", "#6c7f3a", "#b59a3c")
# y, x, reach, turn: the eddies of the wind; a negative turn runs the other way round.
_EDDIES = ((0.25, 0.42, 0.15, 1.0), (0.36, 0.64, 0.10, -1.0), (0.13, 0.70, 0.07, 0.9), (0.44, 0.20, 0.08, -0.8))
# y, x, radius: the moon first, then the stars.
_LAMPS = (
    (0.15, 0.86, 0.060),
    (0.10, 0.13, 0.026),
    (0.25, 0.07, 0.017),
    (0.06, 0.33, 0.020),
    (0.08, 0.54, 0.016),
    (0.34, 0.90, 0.019),
    (0.30, 0.24, 0.014),
    (0.22, 0.60, 0.013),
    (0.43, 0.77, 0.012),
)


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    canvas = Canvas(plane_shape(size, 1.26), colour("#101a3a"))
    angle, tint, land = _night(rng, canvas.shape)
    unit = canvas.unit
    for count, length, width in ((1500, 66, 15), (4200, 46, 8.5), (5200, 30, 5.5)):
        brush = Brush(length * unit, width * unit, body_px=1.9 * unit, dryness=0.12, load=0.75, streak=0.05)
        centres = scatter(rng, canvas.shape, count)
        tints = pick(tint, centres[:, 0], centres[:, 1])
        paint_along(rng, canvas, angle, centres, disturb(rng, tints, 0.035, 0.014), brush)
    _paint_lamps(rng, canvas, angle)
    _paint_windows(rng, canvas, land)
    lit = light_relief(canvas.colour, blur(canvas.height, 0.6 * unit), 0.75 / unit, gloss=0.10)
    return canvas.finish(lit)


def _night(rng: Generator, shape: Shape) -> tuple[Field, Field, Field]:
    """Returns the direction of the strokes, their colours and the land (0 sky, 1 land), at the canvas's size."""
    small = (max(8, shape[0] // 3), max(8, shape[1] // 3))
    y, x = coordinates(small)
    wind_y, wind_x = _wind(rng, y, x)
    sky_angle = np.arctan2(wind_y, wind_x)
    land, ground_angle, ground = _ground(rng, y, x)

    light = 0.30 + 0.35 * step(0.05, 0.55, y)
    for eddy_y, eddy_x, reach, _ in _EDDIES:
        light += 0.25 * np.exp(-(((y - eddy_y) ** 2 + (x - eddy_x) ** 2) / reach**2))
    bands = streaks_along(sky_angle, fbm(rng, small, 7 * small[1] / 410, 2), small[1] * 0.09)
    sky = ramp(_SKY, light + 0.19 * bands)
    for lamp_y, lamp_x, radius in _LAMPS:
        halo = np.exp(-((np.hypot(y - lamp_y, x - lamp_x) / (2.2 * radius)) ** 2))
        sky = lerp(sky, ramp(_HALO, 1.15 * halo + 0.16 * bands), np.clip(2.0 * halo, 0, 1))

    angle_y = lerp(np.sin(sky_angle), np.sin(ground_angle), land)
    angle_x = lerp(np.cos(sky_angle), np.cos(ground_angle), land)
    angle = np.arctan2(resize(angle_y, shape), resize(angle_x, shape))
    return angle, resize(lerp(sky, ground, land), shape), resize(land, shape)


def _wind(rng: Generator, y: Field, x: Field) -> tuple[Field, Field]:
    drift = fbm(rng, (y.shape[0], y.shape[1]), 0.35 * max(y.shape), 2)
    wind_y = 0.35 * np.sin(7 * x + 2.5 * y) + 0.25 * drift
    wind_x = np.ones_like(x)
    for eddy_y, eddy_x, reach, turn in _EDDIES:
        dy, dx = y - eddy_y, x - eddy_x
        distance = np.hypot(dy, dx) + 1e-6
        pull = 5.0 * turn * np.exp(-((distance / reach) ** 2) * 0.8)
        wind_y = wind_y + pull * (dx - 0.22 * turn * dy) / distance
        wind_x = wind_x - pull * (dy + 0.22 * turn * dx) / distance
    for lamp_y, lamp_x, radius in _LAMPS:
        dy, dx = y - lamp_y, x - lamp_x
        distance = np.hypot(dy, dx) + 1e-6
        pull = 9.0 * np.exp(-((distance / (2.2 * radius)) ** 2))
        wind_y = wind_y + pull * dx / distance
        wind_x = wind_x - pull * dy / distance
    return wind_y, wind_x


def _ground(rng: Generator, y: Field, x: Field) -> tuple[Field, Field, Field]:
    """Returns where the land is, which way its furrows run and its colours."""
    land = np.zeros_like(y)
    angle = np.zeros_like(y)
    tint = np.zeros((*y.shape, 3))
    bands = fbm(rng, (y.shape[0], y.shape[1]), (3, 0.1 * y.shape[1]), 2)
    ridges = (
        (0.545 + 0.035 * np.sin(6 * x + 0.4) + 0.02 * np.sin(15 * x), 0.30),
        (0.615 + 0.045 * np.sin(4.2 * x + 2.2), 0.42),
        (0.700 - 0.060 * np.sin(3.1 * x - 0.5), 0.30),
    )
    for crest, light in ridges:
        here = y > crest
        depth = (y - crest) / 0.10
        slope = np.gradient(crest, axis=1) / np.gradient(x, axis=1)
        angle = np.where(here, np.arctan(slope * np.exp(-depth * 0.3)) + 0.25 * np.clip(depth, 0, 1.5), angle)
        rim = np.exp(-depth * 2.2) * 0.42
        tint = np.where(here[..., None], ramp(_LAND, light + rim - 0.22 * np.clip(depth, 0, 1) + 0.13 * bands), tint)
        land = np.where(here, 1.0, land)
    poplar = _poplars(y, x)
    angle = np.where(poplar > 0, -1.5 + 0.28 * np.sin(26 * y + 30 * x), angle)
    tint = np.where(poplar[..., None] > 0, ramp(_LAND, 0.16 + 0.17 * bands), tint)
    return np.maximum(land, poplar), angle, tint


def _poplars(y: Field, x: Field) -> Field:
    """Returns 1 inside the flame-shaped trees on the left."""
    inside = np.zeros_like(y)
    for root_x, top, bottom, girth in ((0.115, 0.19, 0.80, 0.052), (0.205, 0.37, 0.80, 0.036)):
        rise = np.clip((y - top) / (bottom - top), 0, 1)
        edge = girth * np.sqrt(rise) * (1.25 - 0.5 * rise) * (1 + 0.10 * np.sin(30 * y + 90 * root_x))
        inside = np.where((np.abs(x - root_x - 0.012 * np.sin(9 * y)) < edge) & (y > top), 1.0, inside)
    return inside


def _paint_lamps(rng: Generator, canvas: Canvas, angle: Field) -> None:
    """Paints the moon and the stars as rings of short, thick strokes."""
    for lamp_y, lamp_x, radius in _LAMPS:
        count = int(26 + 1500 * radius)
        turn = rng.uniform(0, 2 * np.pi, size=count)
        distance = radius * np.sqrt(rng.uniform(0, 1, size=count))
        order = np.argsort(-distance)
        centres = np.stack([lamp_y + distance * np.sin(turn), lamp_x + distance * np.cos(turn)], axis=-1)[order]
        warmth = 1.0 - 0.75 * (distance[order] / radius) ** 1.5
        tints = disturb(rng, ramp(_GLOW, warmth), 0.02, 0.015)
        brush = Brush(
            0.9 * radius * max(canvas.shape) + 3,
            0.20 * radius * max(canvas.shape) + 3 * canvas.unit,
            body_px=2.6 * canvas.unit,
        )
        paint_along(rng, canvas, angle, centres * max(canvas.shape), tints, brush)


def _paint_windows(rng: Generator, canvas: Canvas, land: Field) -> None:
    """Paints a village in the fold of the hills: dark houses, a roof on each, a lit window in most."""
    count = 22
    across = np.sort(rng.normal(0.56, 0.10, count))
    houses = np.stack([0.632 + 0.05 * (across - 0.5) + rng.normal(0, 0.010, count), across], axis=-1)
    for offset, length, width, tilt, tint in (
        (0.0, 17, 13, 0.0, "#16233f"),
        (-0.008, 18, 5, -0.3, "#7a3b2e"),
        (0.001, 6, 4.5, 1.5, "#ffb43a"),
    ):
        brush = Brush(length * canvas.unit, width * canvas.unit, taper=0.05, body_px=2.2 * canvas.unit)
        tints = disturb(rng, np.repeat(colour(tint)[None], count, axis=0), 0.04, 0.02)
        centres = (houses + np.array([offset, 0.0])) * max(canvas.shape)
        paint_along(rng, canvas, np.full_like(land, tilt), centres, tints, brush)
