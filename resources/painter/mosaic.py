"""Two Carp: a floor of small stones laid along the swimming."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resources.painter.cells import divide, middles, per_piece
from resources.painter.colour import colour, disturb, palette, ramp
from resources.painter.fields import Field, Shape, blur, coordinates, lerp, pick, plane_shape, resize, step
from resources.painter.lighting import light_relief
from resources.painter.noise import curl_angle, fbm, smooth_noise
from resources.painter.strokes import scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_OVERSAMPLING = 1.6
_STONES = 4300
_SETTLINGS = 9
_GROUT = colour("#5b5148")
_WATER = palette("#0c3b4f", "#116a7b", "#1f9aa0", "#63c3b4", "#cfe8d2")
_GOLD = palette("#a8741a", "#e0b03c", "#f7dc86")
_SCALES = palette("#7d1f16", "#c43a1e", "#e9692c", "#f5a25a")
_PALE = palette("#d8b48c", "#f2e2c4", "#fff7e6")
_INK = palette("#1b1c24", "#3a3440")
_BORDER = palette("#6a2a1c", "#a4502f", "#d9a066", "#f0dcb4")


@dataclass(frozen=True)
class _Carp:
    """Where one fish swims: an arc round ``y``, ``x``, from the angle ``tail`` to the angle ``head`` (radians)."""

    y: float
    x: float
    radius: float
    tail: float
    head: float
    girth: float


_CARP = (
    _Carp(0.43, 0.50, 0.255, 2.55, 5.25, 0.098),
    _Carp(0.460, 0.56, 0.262, -0.65, 1.95, 0.090),
)


@dataclass
class _Design:
    """What the layer of the floor was given: a colour and a direction for every place."""

    tint: Field  # (H, W, 3)
    angle: Field  # (H, W)


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 1.12)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    design = _design(rng, large)
    stones = scatter(rng, large, _STONES)
    spacing = (large[0] * large[1] / len(stones)) ** 0.5
    for _ in range(_SETTLINGS):
        coarse = 0.5
        angles = pick(design.angle, stones[:, 0], stones[:, 1])
        reach = max(2, round(1.15 * spacing * coarse))
        small = (round(large[0] * coarse), round(large[1] * coarse))
        pieces = divide(small, stones * coarse, angles, np.ones(len(stones)), reach, 6.0)
        stones = middles(pieces, stones * coarse) / coarse
    return _lay(rng, design, stones, spacing, large, shape, unit)


def _lay(
    rng: Generator, design: _Design, stones: Field, spacing: float, large: Shape, shape: Shape, unit: float
) -> Field:
    angles = pick(design.angle, stones[:, 0], stones[:, 1]) + rng.normal(0, 0.06, len(stones))
    stretch = np.exp(rng.normal(0.0, 0.09, len(stones)))
    pieces = divide(large, stones, angles, stretch, max(2, round(1.0 * spacing)), 6.0)
    chip = 0.04 * spacing * fbm(rng, large, 5 * unit, 2)
    # In from the joint, but never wider than a stone is cut: where stones stand apart the grout fills the gap.
    inward = np.minimum(0.5 * (pieces.second - pieces.nearest), 0.60 * spacing - pieces.nearest) + chip
    stone = step(0.035 * spacing, 0.085 * spacing, inward) * (pieces.owner >= 0)

    tints = disturb(rng, pick(design.tint, stones[:, 0], stones[:, 1]), 0.048, 0.014)
    marbling = fbm(rng, large, 9 * unit, 3)
    face = per_piece(tints, pieces.owner) * (1 + 0.075 * marbling)[..., None]
    tilt_y, tilt_x = per_piece(rng.normal(0, 0.16, (len(stones), 2)), pieces.owner).transpose(2, 0, 1)
    rows, columns = np.indices(large, dtype=np.float64)
    middle = per_piece(stones, pieces.owner)
    height = (
        2.4 * unit * step(0.0, 0.20 * spacing, inward)
        + tilt_y * (rows - middle[..., 0])
        + tilt_x * (columns - middle[..., 1])
    )
    height = blur(np.clip(height, -6 * unit, 8 * unit) * stone, 0.7 * unit) + 0.20 * unit * marbling

    sand = _GROUT * (1 + 0.16 * smooth_noise(rng, large, 1.5 * unit))[..., None]
    picture = lerp(np.clip(sand, 0, 1), np.clip(face, 0, 1), stone)
    lit = light_relief(picture, height, 1.15, gloss=0.12)
    return np.clip(resize(lit, shape, smooth=False), 0, 1)


def _design(rng: Generator, shape: Shape) -> _Design:
    small = (max(16, shape[0] // 2), max(16, shape[1] // 2))
    y, x = coordinates(small)
    design = _water(rng, y, x)
    for carp in _CARP:
        _swim(rng, design, y, x, carp)
    _frame(design, y, x)
    angle = np.arctan2(resize(np.sin(design.angle), shape), resize(np.cos(design.angle), shape))
    return _Design(resize(design.tint, shape), angle)


def _water(rng: Generator, y: Field, x: Field) -> _Design:
    """Draws the pool: rings that spread from where the fish turn, with gold stones strewn on the crests."""
    shape = (y.shape[0], y.shape[1])
    drift = 0.020 * fbm(rng, shape, 0.25 * shape[1], 2)
    distance = np.hypot(y - 0.45, (x - 0.52) * 0.92) + drift
    crest = np.sin(2 * np.pi * distance / 0.105)
    light = 0.36 + 0.25 * crest + 0.10 * fbm(rng, shape, 0.10 * shape[1], 2) + 0.20 * np.exp(-((distance / 0.16) ** 2))
    return _Design(ramp(_WATER, light), curl_angle(distance))


def _swim(rng: Generator, design: _Design, y: Field, x: Field, carp: _Carp) -> None:
    """Draws one fish, and turns the water's stones along its outline."""
    shape = (y.shape[0], y.shape[1])
    distance = np.hypot(y - carp.y, x - carp.x)
    turn = np.arctan2(y - carp.y, x - carp.x)
    middle = 0.5 * (carp.tail + carp.head)
    turn = (turn - middle + np.pi) % (2 * np.pi) - np.pi + middle
    s = (turn - carp.tail) / (carp.head - carp.tail)  # 0 at the tip of the tail, 1 at the nose
    across = (distance - carp.radius) / carp.girth
    body = np.interp(
        s, [0.0, 0.20, 0.30, 0.55, 0.78, 0.92, 1.0], [0.0, 0.14, 0.28, 0.80, 0.90, 0.68, 0.0], left=0, right=0
    )
    body = blur(body, 0.006 * shape[1])
    along = turn + np.pi / 2
    fin_wave = 0.20 * np.sin(9 * s + 2)
    tail = (s > -0.06) & (s < 0.24) & (np.abs(across - fin_wave) < 1.05 * np.clip((0.27 - s) / 0.27, 0, 1.2) ** 0.8)
    notch = (s < 0.07) & (np.abs(across - fin_wave) < 0.55 * (0.07 - s) / 0.07)
    side = (np.abs(s - 0.66 + 0.10 * (np.abs(across) - 0.8)) < 0.055 - 0.01 * np.abs(across)) & (np.abs(across) < 1.62)

    ring = np.exp(-((np.maximum(np.abs(across) - body, 0) / 0.55) ** 2)) * ((s > 0) & (s < 1.02))
    design.angle = _turn(design.angle, along, ring)
    fins = (tail & ~notch) | (side & (np.abs(across) > body - 0.1))
    design.tint = lerp(design.tint, ramp(_GOLD, 0.62 + 0.5 * np.sin(16 * across)), fins.astype(np.float64))
    design.angle = np.where(fins, along + 0.55 * np.sign(across) * side, design.angle)

    inside = (np.abs(across) < body) & (s > 0.1)
    patch = fbm(rng, shape, 0.075 * shape[1], 2) + 0.5 * np.cos(11 * s) - 2.0 * step(0.74, 0.80, s)
    round_light = 0.80 - 0.55 * np.abs(across) / np.maximum(body, 0.05) + 0.10 * np.cos(75 * s)
    skin = lerp(ramp(_SCALES, round_light), ramp(_PALE, round_light + 0.15), step(0.25, 0.45, patch))
    design.tint = lerp(design.tint, skin, inside.astype(np.float64))
    design.tint = lerp(
        design.tint,
        ramp(_GOLD, 0.9 - across),
        (inside & (np.abs(across + 0.02) < 0.085) & (s < 0.8)).astype(np.float64),
    )
    outline = (np.abs(np.abs(across) - body) < 0.085) & (s > 0.12) & (s < 1.0)
    design.tint = lerp(design.tint, ramp(_INK, np.full(shape, 0.3)), outline.astype(np.float64))
    eye = np.hypot((s - 0.90) * (carp.head - carp.tail) * carp.radius / carp.girth, np.abs(across) - 0.40)
    design.tint = lerp(design.tint, ramp(_PALE, np.ones(shape)), (eye < 0.23).astype(np.float64))
    design.tint = lerp(design.tint, ramp(_INK, np.zeros(shape)), (eye < 0.15).astype(np.float64))
    design.angle = np.where(inside, along, design.angle)


def _turn(first: Field, second: Field, weight: Field) -> Field:
    """Returns directions between two; stones have no front, so half a turn counts as none."""
    sine = lerp(np.sin(2 * first), np.sin(2 * second), weight)
    cosine = lerp(np.cos(2 * first), np.cos(2 * second), weight)
    between: Field = 0.5 * np.arctan2(sine, cosine)
    return between


def _frame(design: _Design, y: Field, x: Field) -> None:
    edge_y, edge_x = np.minimum(y, y.max() - y), np.minimum(x, x.max() - x)
    inset = np.minimum(edge_y, edge_x)
    wave = np.sin(2 * np.pi * np.where(edge_y < edge_x, x, y) / 0.085)
    running = np.where(np.abs(inset - 0.034 - 0.011 * wave) < 0.0085, 0.95, 0.12)
    band = np.where(inset < 0.014, 0.42, np.where(inset > 0.054, 0.62, running))
    inside = inset < 0.066
    design.tint = lerp(design.tint, ramp(_BORDER, band), inside.astype(np.float64))
    design.angle = np.where(inside, np.where(edge_y < edge_x, 0.0, np.pi / 2), design.angle)
