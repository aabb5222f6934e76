"""Pears and Jug: charcoal and white chalk hatched over warm grey paper, with a little red chalk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour
from resources.painter.fields import Field, Shape, blur, coordinates, lerp, plane_shape, resize, step
from resources.painter.noise import fbm
from resources.painter.paper import fibres, tooth
from resources.painter.strokes import Brush, batches, keep_where, lay_ribbon, scatter, streak_texture, trace

if TYPE_CHECKING:
    from numpy.random import Generator

_PAPER = colour("#b39d80")
_CHARCOAL = colour("#1b1816")
_CHALK = colour("#f6efdf")
_SANGUINE = colour("#9c4527")
_OVERSAMPLING = 1.5
_TO_LIGHT = np.array([-0.55, -0.55, 0.63])  # x, y, towards the eye
_TABLE_Y = 0.50


@dataclass
class _Forms:
    """The still life as light and direction, each ``(H, W)``."""

    tone: Field  # 0 black, 1 white
    angle: Field  # the direction of hatching that follows the form
    warmth: Field  # where red chalk belongs
    edge: Field  # 1 on outlines


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 1.12)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    forms = _still_life(rng, large)
    grain = tooth(rng, large, 1.9 * unit)
    dark = np.clip(0.64 - forms.tone, 0, 1) / 0.64

    black = (
        1.0 * blur(dark, 1.5 * unit) ** 1.25 * (0.62 + 0.76 * grain)
    )  # the side of the stick, then rubbed with a finger
    black += _hatching(rng, large, unit, forms, dark, grain)
    black += 1.5 * forms.edge * step(0.15, 0.7, grain + 0.25 * fbm(rng, large, 30 * unit, 2))
    red = _hatch(rng, large, forms.angle, 1.2 * forms.warmth, grain, 6000, Brush(26 * unit, 3.4 * unit, dryness=0.15))
    chalk_where = step(0.60, 0.86, forms.tone)
    white = 0.40 * blur(chalk_where, 2 * unit) * (0.4 + 1.2 * grain)
    white += _hatch(rng, large, forms.angle, chalk_where, grain, 7000, Brush(24 * unit, 3.6 * unit, dryness=0.1))

    paper = _PAPER * (1 + 0.013 * fibres(rng, large, unit))[..., None]
    picture = lerp(paper, np.broadcast_to(_SANGUINE, paper.shape), 1 - np.exp(-0.75 * red))
    picture = lerp(picture, np.broadcast_to(_CHARCOAL, paper.shape), 1 - np.exp(-1.05 * black))
    picture = lerp(picture, np.broadcast_to(_CHALK, paper.shape), 1 - np.exp(-0.95 * white))
    return np.clip(resize(picture, shape, smooth=False), 0, 1)


def _hatching(rng: Generator, shape: Shape, unit: float, forms: _Forms, dark: Field, grain: Field) -> Field:
    """Returns the charcoal of three layers of hatching: along the form, slanting, and across it in the depths."""
    slant = np.full(shape, -0.85) + 0.12 * fbm(rng, shape, 90 * unit, 1)
    long = Brush(80 * unit, 2.3 * unit, variety=0.3, taper=0.4, dryness=0.10)
    short = Brush(38 * unit, 2.0 * unit, variety=0.3, taper=0.4, dryness=0.12)
    charcoal = _hatch(rng, shape, slant, 0.9 * dark, grain, 6500, long)
    charcoal += _hatch(rng, shape, forms.angle, np.clip(1.25 * dark + 0.04, 0, 1), grain, 9500, short)
    charcoal += _hatch(rng, shape, slant + 1.2, np.clip(1.6 * dark - 0.85, 0, 1), grain, 5200, long)
    return charcoal


def _hatch(rng: Generator, shape: Shape, angle: Field, where: Field, grain: Field, count: int, brush: Brush) -> Field:
    """Returns how much pigment ``count`` strokes leave, fewer where ``where`` is low, none in the paper's pits."""
    centres = keep_where(rng, scatter(rng, shape, count), where)
    pigment: Field = np.zeros(shape)
    if len(centres) == 0:
        return pigment
    spread = np.exp(rng.standard_normal((2, len(centres))) * brush.variety)
    paths = trace(angle, centres, brush.length_px * spread[0])
    widths = brush.width_px * spread[1]
    pressure = rng.uniform(0.45, 1.0, size=len(centres))
    streaks = streak_texture(rng, max(shape) / 768)
    for batch in batches(paths, widths):
        ribbon = lay_ribbon(rng, paths[batch], widths[batch], brush, streaks)
        rows, columns = np.rint(ribbon.y).astype(np.intp), np.rint(ribbon.x).astype(np.intp)
        inside = (rows >= 0) & (rows < shape[0]) & (columns >= 0) & (columns < shape[1])
        rows, columns = rows[inside], columns[inside]
        press = pressure[batch][ribbon.stroke[inside].astype(np.intp)] * np.sin(np.pi * ribbon.along[inside]) ** 0.4
        # The hand lifts where the light begins, which keeps the edges of the forms clean.
        mark = press * step(0.10, 0.90, grain[rows, columns] + 0.22 * press) * step(-0.05, 0.30, where[rows, columns])
        flat = np.bincount(rows * shape[1] + columns, weights=mark, minlength=shape[0] * shape[1])
        pigment += np.minimum(flat.reshape(shape) * 0.30, 0.85)
    return pigment


def _still_life(rng: Generator, shape: Shape) -> _Forms:
    y, x = coordinates(shape)
    drape = fbm(rng, shape, 0.22 * shape[1], 2)
    wall = (
        0.46
        + 0.20 * np.exp(-(((x - 0.86) / 0.22) ** 2) - ((y - 0.16) / 0.25) ** 2)
        - 0.12 * np.exp(-(((x - 0.52) / 0.22) ** 2))
    )
    wall = wall + 0.05 * drape - 0.10 * step(0.30, _TABLE_Y, y)
    folds = np.sin(16 * x + 9 * y + 2.4 * drape)
    table = 0.64 + 0.13 * folds - 0.34 * step(0.68, 0.95, y)
    on_table = y > _TABLE_Y + 0.012 * np.sin(6 * x)
    forms = _Forms(
        tone=np.where(on_table, table, wall),
        angle=np.where(on_table, 0.12 + 0.4 * np.cos(16 * x + 9 * y + 2.4 * drape), -1.0),
        warmth=np.zeros(shape),
        edge=np.zeros(shape),
    )
    _place_jug(forms, y, x)
    for foot_y, foot_x, tall, lean, warmth in (
        (0.665, 0.585, 0.27, 0.02, 0.9),
        (0.745, 0.42, 0.29, -0.03, 0.75),
        (0.640, 0.84, 0.235, 0.03, 0.6),
    ):
        _place_pear(forms, y, x, foot_y, foot_x, tall, lean, warmth)
    _place_round(forms, y, x, 0.735, 0.69, 0.062)
    return forms


def _shadow_on_table(forms: _Forms, y: Field, x: Field, foot_y: float, foot_x: float, reach: float) -> None:
    """Lays the cast shadow, away from the light: to the right and towards the eye."""
    along = (x - foot_x - 0.45 * reach) / (1.25 * reach)
    across = (y - foot_y + 0.02 * reach - 0.16 * (x - foot_x)) / (0.26 * reach)
    cast = np.exp(-((along**2 + across**2) ** 1.5))
    forms.tone = forms.tone * (1 - 0.80 * cast * (y > _TABLE_Y))


def _place(forms: _Forms, inside: Field, normal_x: Field, normal_y: Field, tint: float, warmth: float) -> None:
    """Models a form from its surface normals (``(H, W)``, x to the right, y down) and lays it over the rest."""
    toward = np.sqrt(np.clip(1 - normal_x**2 - normal_y**2, 0, 1))
    facing = normal_x * _TO_LIGHT[0] + normal_y * _TO_LIGHT[1] + toward * _TO_LIGHT[2]
    bounce = 0.13 * np.clip(normal_x + 0.6 * normal_y, 0, 1) ** 2
    gleam = 0.55 * np.clip((facing - 0.90) / 0.10, 0, 1) ** 2
    tone = 0.05 + tint * np.clip(facing, 0, 1) ** 0.9 + bounce + gleam
    forms.tone = lerp(forms.tone, tone, inside)
    forms.angle = np.where(inside > 0.5, -0.95 * normal_x - 0.25 + 0.3 * normal_y, forms.angle)
    midtone = np.exp(-(((tone - 0.42) / 0.2) ** 2))
    forms.warmth = lerp(forms.warmth, warmth * midtone, inside)
    rim = np.clip(4 * inside * (1 - inside), 0, 1) * np.clip(0.65 - 0.8 * facing, 0.12, 1)
    forms.edge = np.maximum(forms.edge * (1 - inside), rim)


def _place_pear(
    forms: _Forms, y: Field, x: Field, foot_y: float, foot_x: float, tall: float, lean: float, warmth: float
) -> None:
    _shadow_on_table(forms, y, x, foot_y, foot_x, 0.42 * tall)
    rise = (foot_y - y) / tall
    axis = foot_x + lean * np.clip(rise, 0, 1) ** 2
    up = np.clip(rise, 0, 1)
    belly = np.sqrt(np.clip(1 - ((up - 0.33) / 0.34) ** 2, 0, 1)) * 0.36
    neck = np.sqrt(np.clip(1 - ((up - 0.58) / 0.42) ** 2, 0, 1)) * 0.205
    girth = tall * (np.maximum(belly, neck) + 0.04 * np.exp(-(((up - 0.58) / 0.12) ** 2)))
    inside = step(-0.004, 0.004, girth - np.abs(x - axis)) * ((rise > 0) & (rise < 1))
    swell = np.clip((x - axis) / np.maximum(girth, 1e-3), -1, 1)
    slope = np.gradient(blur(girth, 0.010 * y.shape[0]), axis=0) / np.gradient(y, axis=0)
    tilt = np.sqrt(np.clip(1 - swell**2, 0, 1)) * slope / np.hypot(slope, 1)
    _place(forms, inside, swell * 0.98, np.clip(-0.9 * tilt, -0.9, 0.9), 0.80, warmth)
    stem = np.abs(x - axis + 0.12 * tall * (rise - 0.98) - 0.3 * (rise - 0.98) ** 2) < 0.0045
    forms.edge = np.where(stem & (rise > 0.97) & (rise < 1.16), 1.0, forms.edge)


def _place_round(forms: _Forms, y: Field, x: Field, foot_y: float, foot_x: float, radius: float) -> None:
    _shadow_on_table(forms, y, x, foot_y, foot_x, 1.2 * radius)
    dy, dx = (y - foot_y + radius) / radius, (x - foot_x) / radius
    inside = step(1.04, 0.96, np.hypot(dy, dx))
    _place(forms, inside, np.clip(dx, -0.98, 0.98), np.clip(dy, -0.98, 0.98), 0.62, 0.55)


def _place_handle(forms: _Forms, y: Field, x: Field, middle_x: float, middle_y: float) -> None:
    """Places the right half of a ring, round in section."""
    out_x, out_y = (x - middle_x) / 0.085, (y - middle_y) / 0.110
    distance = np.hypot(out_x, out_y) + 1e-6
    section = np.clip((distance - 1) / 0.20, -0.97, 0.97)
    loop = step(1.05, 0.95, np.abs(distance - 1) / 0.20) * (x > middle_x - 0.04)
    _place(forms, loop, section * out_x / distance, section * out_y / distance, 0.78, 0.1)


def _place_jug(forms: _Forms, y: Field, x: Field) -> None:
    foot_y, foot_x, tall = 0.60, 0.27, 0.46
    _shadow_on_table(forms, y, x, foot_y, foot_x, 0.20)
    rise = np.clip((foot_y - y) / tall, 0, 1)
    profile = np.interp(
        rise, [0, 0.04, 0.2, 0.4, 0.58, 0.72, 0.82, 0.93, 1.0], [0.23, 0.25, 0.33, 0.365, 0.30, 0.19, 0.165, 0.19, 0.22]
    )
    girth = blur(profile * tall, 0.008 * y.shape[0])
    _place_handle(forms, y, x, foot_x + 0.105, 0.285)
    inside = step(-0.004, 0.004, girth - np.abs(x - foot_x)) * ((foot_y - y > 0) & (foot_y - y < tall))
    swell = np.clip((x - foot_x) / girth, -1, 1)
    slope = np.gradient(girth, axis=0) / np.gradient(y, axis=0)
    tilt = np.sqrt(np.clip(1 - swell**2, 0, 1)) * slope / np.hypot(slope, 1)
    _place(forms, inside, 0.98 * swell, np.clip(-0.8 * tilt, -0.9, 0.9), 0.72, 0.12)
    mouth = np.hypot((x - foot_x) / 0.101, (y - foot_y + tall) / 0.022)
    forms.tone = np.where(mouth < 1, 0.06 + 0.25 * np.clip((x - foot_x) / 0.1, 0, 1), forms.tone)
    forms.edge = np.maximum(forms.edge, 0.8 * step(0.10, 0.03, np.abs(mouth - 1)))
