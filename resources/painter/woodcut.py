"""Red Sun: a woodcut, black lines that swell and thin with the light, over two flat colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour
from resources.painter.fields import Field, Mask, Shape, blur, coordinates, lerp, plane_shape, resize, step
from resources.painter.noise import fbm, smooth_noise
from resources.painter.paper import fibres

if TYPE_CHECKING:
    from numpy.random import Generator

_INK = colour("#16130f")
_PAPER = colour("#f1e4c8")
_RED = colour("#cf3a24")
_OCHRE = colour("#e2a53c")
_SUN_Y, _SUN_X, _SUN_RADIUS = 0.30, 0.47, 0.155
_OVERSAMPLING = 2.2


@dataclass
class _Block:
    """What is cut so far: the coat of colour beneath, how light each place is, and the phase of its lines."""

    coat: Field  # (H, W, 3)
    light: Field  # (H, W) 0 all ink, 1 no ink
    phase: Field  # (H, W) one line per whole number

    def cut(self, where: Mask, coat: Field, light: Field, phase: Field) -> None:
        """Cuts a region over what was there."""
        self.coat[where] = coat
        self.light = np.where(where, light, self.light)
        self.phase = np.where(where, phase, self.phase)


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 0.77)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    block = _landscape(rng, large)
    wobble = 0.16 * fbm(rng, large, 70 * unit, 2) + 0.035 * fbm(rng, large, 9 * unit, 2)
    line = 0.5 + 0.5 * np.cos(2 * np.pi * (block.phase + wobble))
    # A gouge runs out before the next begins: breaks along the line, of their own for each line.
    breaks = np.clip(smooth_noise(rng, large, 14 * unit), -1.6, 1.6)
    ink = line > block.light + 0.10 * breaks
    ink |= _outlines(block, unit) > 0.5 + 0.18 * breaks
    return _print(rng, block, ink, shape, unit)


def _landscape(rng: Generator, shape: Shape) -> _Block:
    y, x = coordinates(shape)
    sun_distance = np.hypot(y - _SUN_Y, x - _SUN_X)
    block = _Block(np.broadcast_to(_PAPER, (*shape, 3)).copy(), np.ones(shape), np.zeros(shape))
    _cut_sky(rng, block, y, x, sun_distance)
    _cut_mountains(rng, block, y, x)
    _cut_water(rng, block, y, x)
    _cut_shore(rng, block, y, x)
    return block


def _cut_sky(rng: Generator, block: _Block, y: Field, x: Field, sun_distance: Field) -> None:
    shape = (y.shape[0], y.shape[1])
    drift = 0.010 * fbm(rng, shape, 0.20 * shape[0], 2)
    everywhere = np.ones(shape, dtype=bool)
    light = 0.30 + 0.62 * np.exp(-np.maximum(sun_distance - _SUN_RADIUS, 0) / 0.17)
    block.cut(everywhere, _OCHRE, light, (sun_distance + drift) * 74)
    block.cut(sun_distance < _SUN_RADIUS, _RED, np.full(shape, 2.0), sun_distance)
    block.cut((sun_distance > _SUN_RADIUS) & (sun_distance < _SUN_RADIUS + 0.012), _PAPER, np.full(shape, 2.0), y)
    cloud = fbm(rng, shape, (0.05 * shape[0], 0.34 * shape[0]), 3)
    for middle, thick, centre, wide in (
        (0.115, 0.030, 0.22, 0.26),
        (0.185, 0.022, 0.66, 0.22),
        (0.375, 0.020, 0.20, 0.25),
        (0.345, 0.013, 0.67, 0.16),
    ):
        bulge = 1 - ((x - centre) / wide) ** 2 + 0.55 * cloud
        edge = np.abs(y - middle - 0.01 * np.sin(12 * x)) / thick
        inside = edge < bulge
        block.cut(inside, _PAPER, 0.55 + 0.8 * (middle - y) / thick + 0.35 * edge, (y - 0.01 * np.sin(12 * x)) * 120)


def _cut_mountains(rng: Generator, block: _Block, y: Field, x: Field) -> None:
    shape = (y.shape[0], y.shape[1])
    for peaks, coat, frequency in (
        (((0.16, 0.40, 0.62), (0.63, 0.43, 0.50), (0.40, 0.49, 0.55)), _RED, 62.0),
        (((0.74, 0.46, 0.62), (0.02, 0.49, 0.55), (0.30, 0.555, 0.42)), _PAPER, 56.0),
    ):
        crag = 0.016 * fbm(rng, shape, (0.18 * shape[0], 0.05 * shape[0]), 4)
        heights = np.stack([top + slope * np.abs(x - middle + 0.5 * crag) + crag for middle, top, slope in peaks])
        crest = heights.min(axis=0)
        nearest = np.array([middle for middle, _, _ in peaks])[heights.argmin(axis=0)]
        inside = (y > crest) & (y < 0.665)
        # Light falls from the sun's side: the flank turned to it is cut away, the other stays black.
        turned = np.where(nearest < _SUN_X, 1.0, -1.0) * (
            x - nearest + 0.35 * crag + 0.012 * np.sin(47 * y + 6 * nearest)
        )
        gully = fbm(rng, shape, (0.16 * shape[0], 0.04 * shape[0]), 2)
        light = np.where(turned > 0, 0.78, 0.20) + 0.20 * gully - 0.6 * (y - crest)
        slanting = (x - nearest) * np.where(turned > 0, 0.75, -0.55) + 0.55 * (y - crest)
        block.cut(inside, coat, light, (slanting + 0.010 * gully) * frequency)
        block.cut(inside & (y < crest + 0.007), coat, np.full(shape, -0.4), y)


def _cut_water(rng: Generator, block: _Block, y: Field, x: Field) -> None:
    shape = (y.shape[0], y.shape[1])
    depth = np.maximum(y - 0.655, 0.0)
    ripple = fbm(rng, shape, (0.02 * shape[0], 0.20 * shape[0]), 3)
    glitter = np.exp(-(((x - _SUN_X) / (0.07 + 0.30 * depth)) ** 2))
    light = 0.27 + 0.85 * glitter + 0.22 * ripple
    lines = 74 * 0.35 * np.log1p(depth / 0.08) + 0.25 * ripple + 0.4 * np.sin(22 * x + 60 * depth) * depth
    shimmer = (glitter + 0.16 * ripple > 0.55)[..., None]
    water = depth > 0
    coat = np.where(shimmer, _RED, _PAPER)[water]
    block.cut(water, coat, light, lines)


def _cut_shore(rng: Generator, block: _Block, y: Field, x: Field) -> None:
    shape = (y.shape[0], y.shape[1])
    rough = 0.010 * fbm(rng, shape, 0.05 * shape[0], 4)
    crest = 0.90 - 0.13 * np.exp(-(((x - 0.60) / 0.22) ** 2)) + 0.04 * np.sin(5 * x) + rough
    light = 0.10 + 0.75 * np.exp(-np.abs(y - crest - 0.02) / 0.028) + 6 * rough
    block.cut(y > crest, _OCHRE, light, (y - crest + 0.35 * rough) * 66 + 4 * x)
    block.cut((y > crest) & (y < crest + 0.006), _OCHRE, np.full(shape, -0.4), y)
    _cut_pine(rng, block, y, x)


def _cut_pine(rng: Generator, block: _Block, y: Field, x: Field) -> None:
    """Cuts a leaning pine: a crooked trunk and flat clouds of needles, black with light combed out of their tops."""
    shape = (y.shape[0], y.shape[1])
    never = np.full(shape, -0.4)
    rise = np.clip((0.83 - y) / 0.50, 0, 1)
    middle = 0.645 - 0.055 * np.sin(4.6 * rise) + 0.020 * np.sin(11 * rise)
    trunk = (np.abs(x - middle) < 0.021 * (1.15 - 0.85 * rise)) & (y > 0.33) & (y < 0.84)
    bark = np.where(x < middle - 0.002, 0.45, 0.05) + 0.1 * fbm(rng, shape, 0.01 * shape[0], 2)
    block.cut(trunk, _OCHRE, bark, (x - middle) * 120 + 3 * np.sin(90 * y))
    needles = fbm(rng, shape, (0.022 * shape[0], 0.05 * shape[0]), 3)
    for pad_y, pad_x, reach_y, reach_x in (
        (0.335, 0.655, 0.040, 0.105),
        (0.425, 0.555, 0.032, 0.100),
        (0.470, 0.705, 0.034, 0.085),
        (0.555, 0.565, 0.028, 0.085),
    ):
        dy, dx = (y - pad_y) / reach_y, (x - pad_x) / reach_x
        inside = np.where(dy > 0, 1.7, 1.0) * dy**2 + dx**2 + 0.24 * needles < 1
        branch = (np.abs(y - pad_y - 0.3 * reach_y - 0.12 * np.abs(x - middle)) < 0.005) & (np.abs(dx) < 0.8)
        block.cut(branch & ~inside, _OCHRE, never, y)
        combed = 0.30 + 0.45 * np.clip(-dy, -0.8, 1) + 0.10 * needles
        fan = np.arctan2(y - pad_y - 1.6 * reach_y, x - pad_x)
        block.cut(inside, _OCHRE, combed, fan * 17 + 0.10 * needles)


def _outlines(block: _Block, unit: float) -> Field:
    """Returns the key lines, ``(H, W)``, above 0.5 where one coat of colour meets another."""
    down = np.abs(np.diff(block.coat, axis=0, prepend=block.coat[:1])).sum(axis=2)
    across = np.abs(np.diff(block.coat, axis=1, prepend=block.coat[:, :1])).sum(axis=2)
    edge = ((down + across) > 0.1).astype(np.float64)
    return 2.9 * blur(edge, 0.9 * unit)


def _print(rng: Generator, block: _Block, ink: Mask, shape: Shape, unit: float) -> Field:
    """Returns the impression: colours out of register by a hair, ink that takes unevenly, paper that shows."""
    large = (ink.shape[0], ink.shape[1])
    paper = _PAPER * (1 + 0.012 * fibres(rng, large, unit))[..., None]
    coat = np.roll(block.coat, (round(1.1 * unit), round(-0.9 * unit)), axis=(0, 1))
    grain = smooth_noise(rng, large, (1.5 * unit, 60 * unit)) + smooth_noise(rng, large, 1.3 * unit)
    cover = 0.90 - 0.10 * np.clip(grain - 0.2, 0, 2)
    picture = lerp(paper, coat, cover)
    soft_ink = blur(ink.astype(np.float64), 0.5 * unit)
    bare = step(2.7, 3.3, smooth_noise(rng, large, 1.6 * unit) + 0.25 * grain)
    picture = lerp(picture, np.broadcast_to(_INK, picture.shape), soft_ink * (0.97 - 0.03 * grain) * (1 - bare))
    picture = lerp(paper, picture, _margin(rng, large))
    return np.clip(resize(picture, shape, smooth=False), 0, 1)


def _margin(rng: Generator, shape: Shape) -> Field:
    """Returns 1 on the block and 0 on the strip of bare paper round it, with a hand-cut edge."""
    y, x = coordinates(shape)
    rough = 0.0009 * fbm(rng, shape, 0.05 * shape[0], 4)
    inset = np.minimum(np.minimum(y, y.max() - y), np.minimum(x, x.max() - x)) + rough
    return step(0.0195, 0.0210, inset)
