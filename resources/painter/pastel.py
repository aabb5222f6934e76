"""Lavender Evening: soft pastel dragged over dark, rough paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour, disturb, palette, ramp
from resources.painter.fields import Field, Shape, coordinates, lerp, pick, plane_shape, resize, step
from resources.painter.noise import fbm
from resources.painter.paper import tooth
from resources.painter.strokes import Brush, Canvas, paint_along, scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_SKY = palette("#5a4f9e", "#8b6fc0", "#d48fc0", "#f7a9a0", "#ffd0a0", "#ffe9c0")
_FIELD_LIGHT = palette("#6a4fb0", "#a678d8", "#dba6ee", "#f6cfe6")
_FURROW = palette("#2c2450", "#3f6a63", "#6c9a7a")
_HILLS = palette("#4a4f96", "#6f78b8", "#a58fc8")
_VANISHING_Y, _VANISHING_X = 0.44, 0.64


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    canvas = Canvas(plane_shape(size, 0.9), colour("#5b4870"))
    unit = canvas.unit
    small = (max(8, canvas.shape[0] // 2), max(8, canvas.shape[1] // 2))
    tint, angle = _evening(rng, small)
    tint, angle = resize(tint, canvas.shape), resize(angle, canvas.shape)
    grain = tooth(rng, canvas.shape, 1.7 * unit)
    for count, length, width, dryness in (
        (800, 80, 26, 0.0),
        (3200, 60, 12, 0.16),
        (4200, 42, 7, 0.30),
        (5200, 28, 4.5, 0.30),
    ):
        brush = Brush(length * unit, width * unit, 0.3, 0.12, 0.2, dryness, streak=0.025, load=0.35, body_px=0)
        centres = scatter(rng, canvas.shape, count)
        local = pick(tint, centres[:, 0], centres[:, 1])
        paint_along(rng, canvas, angle, centres, disturb(rng, local, 0.035, 0.022), brush, grain)
    dusty = canvas.colour * (1 + 0.10 * (grain - 0.5))[..., None]
    return canvas.finish(dusty)


def _evening(rng: Generator, shape: Shape) -> tuple[Field, Field]:
    """Returns the colours ``(H, W, 3)`` and the direction of the strokes ``(H, W)``."""
    y, x = coordinates(shape)
    cloud = fbm(rng, shape, (0.06 * shape[0], 0.26 * shape[0]), 4)
    sun = np.hypot(y - 0.340, x - 0.50)
    picture = ramp(_SKY, 1.02 * y / 0.44 + 0.13 * cloud + 0.20 * np.exp(-((sun / 0.13) ** 2)) - 0.08)
    picture = lerp(picture, np.broadcast_to(colour("#fff6dc"), picture.shape), step(0.052, 0.044, sun))
    angle = -0.62 + 0.16 * cloud * step(0.44, 0.2, y)

    for crest, depth in ((0.405 + 0.030 * np.sin(5.2 * x + 0.3), 0.75), (0.430 + 0.022 * np.sin(8 * x + 2), 0.25)):
        hill = y > crest
        picture = lerp(picture, ramp(_HILLS, depth + 4 * (y - crest) + 0.1 * cloud), hill.astype(np.float64))
        angle = np.where(hill, 0.25, angle)
    field = y > _VANISHING_Y + 0.012
    rows, along = _rows(rng, y, x)
    picture = lerp(picture, rows, field.astype(np.float64))
    angle = np.where(field, along, angle)
    return _cypresses(rng, picture, angle, y, x)


def _rows(rng: Generator, y: Field, x: Field) -> tuple[Field, Field]:
    """Returns the lavender's colours and direction: rows that meet on the horizon, furrows between them."""
    down = np.maximum(y - _VANISHING_Y, 0.004)
    fan = (x - _VANISHING_X) / down
    shape = (y.shape[0], y.shape[1])
    blossom = fbm(rng, shape, 0.03 * shape[0], 3)
    wave = np.cos(2 * np.pi * fan * 1.25 + 0.25 * blossom)
    near = step(0.0, 0.5, down)
    crown = ramp(_FIELD_LIGHT, 0.42 + 0.30 * wave + 0.16 * blossom + 0.35 * np.exp(-down / 0.06) - 0.15 * near)
    furrow = ramp(_FURROW, 0.45 + 0.25 * blossom + 0.4 * np.exp(-down / 0.1))
    colours = lerp(furrow, crown, step(-0.62, -0.12, wave))
    return colours, np.arctan2(down, x - _VANISHING_X) + 0.5 * np.sin(9 * fan) * near


def _cypresses(rng: Generator, picture: Field, angle: Field, y: Field, x: Field) -> tuple[Field, Field]:
    shape = (y.shape[0], y.shape[1])
    mottle = fbm(rng, shape, 0.02 * shape[0], 2)
    for foot_x, foot_y, tall, girth in (
        (0.20, 0.535, 0.34, 0.030),
        (0.27, 0.52, 0.25, 0.023),
        (0.145, 0.515, 0.22, 0.022),
        (0.83, 0.468, 0.10, 0.010),
    ):
        rise = np.clip((foot_y - y) / tall, 0, 1)
        girth_here = girth * np.sqrt(np.clip(1 - rise, 0, 1)) * (1 - 0.6 * (1 - rise) ** 6)
        inside = (np.abs(x - foot_x + 0.004 * mottle) < girth_here) & (y < foot_y) & (y > foot_y - tall)
        warm = 0.25 + 0.5 * (x - foot_x) / girth + 0.14 * mottle
        tint = ramp(palette("#1d1b3a", "#2d4a5c", "#6a7f6e", "#e0a080"), warm)
        picture = lerp(picture, tint, inside.astype(np.float64))
        angle = np.where(inside, -1.35, angle)
    return picture, angle
