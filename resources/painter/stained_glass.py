"""Garden Window: leaded glass with the light behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.cells import divide, joints, per_piece
from resources.painter.colour import choose, colour, disturb, palette
from resources.painter.fields import Field, Labels, Mask, Shape, blur, coordinates, lerp, plane_shape, resize, step
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm, smooth_noise
from resources.painter.strokes import scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_OVERSAMPLING = 1.6
_LEAD = colour("#15130f")
_SUN_Y, _SUN_X = 0.285, 0.40

_SUN = palette("#ffeb8a", "#ffcf3f", "#ffb52a")
_RAYS = palette("#ffae1a", "#f0641a", "#f7892a")
_SKY = palette("#0d2f9a", "#1c5fd0", "#2b8fe0", "#123f7a", "#5a2fa8")
_HILL_FAR = palette("#5a2a94", "#7f3fb0", "#3f2f9f")
_HILL = palette("#0f7a4a", "#2fa055", "#0c5a52", "#86b83a")
_WATER = palette("#0fa0a8", "#2fd0c0", "#0f6f9a", "#8fe6d0")
_PETAL = palette("#c1121f", "#e63946", "#8f0d2c", "#ff6b4a")
_HEART = palette("#ffd23f", "#ffb000")
_LEAF = palette("#1f8f3f", "#0f6a3a", "#6fbf3f")
_BORDER = palette("#8f0d2c", "#c98a1a", "#1b3f8f", "#0f6a4a")


class _Cartoon:
    """The drawing of the window: numbered pieces, region by region, and the colours each is cut from."""

    def __init__(self, shape: Shape) -> None:
        self.labels: Labels = np.zeros(shape, dtype=np.int64)
        self.choices: list[tuple[int, Field]] = []  # (first label after the region, its colours)
        self._next = 1

    def cut(self, where: Mask, pieces: Labels, colours: Field) -> None:
        """Fills a region with glass in ``colours`` ``(K, 3)``, cut up as ``pieces`` ``(H, W)`` says."""
        if not where.any():
            return
        _, compact = np.unique(pieces[where], return_inverse=True)
        self.labels[where] = self._next + compact
        self._next += int(compact.max()) + 1
        self.choices.append((self._next, colours))

    def glass(self, rng: Generator) -> Field:
        """Returns a colour for every label, ``(N, 3)``."""
        tints = np.zeros((self._next, 3))
        first = 0
        for last, colours in self.choices:
            tints[first:last] = choose(rng, colours, last - first)
            first = last
        return disturb(rng, tints, 0.035, 0.012)


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 0.78)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    cartoon = _draw(rng, large)
    light = _glass_light(rng, cartoon.labels, unit)
    glass = per_piece(cartoon.glass(rng), cartoon.labels)
    glow = np.clip(glass ** (1.75 - 0.85 * light)[..., None] * (0.55 + 0.62 * light)[..., None], 0, 1)

    seam = joints(cartoon.labels).astype(np.float64)
    wander = 1 + 0.22 * fbm(rng, large, 26 * unit, 2)
    lead_ridge = 5.6 * blur(seam, 1.7 * unit) * wander * (1.5 * unit)
    lead = step(0.62, 0.86, lead_ridge / unit)
    halo = np.stack([blur(glow[..., i] * (1 - lead), 9 * unit) for i in range(3)], axis=-1)
    bevel = 1 - 0.5 * np.clip(blur(seam, 4 * unit) * 4 * unit, 0, 1)
    pane = glow * bevel[..., None]
    metal = light_relief(
        np.broadcast_to(_LEAD * 1.7, pane.shape), np.minimum(lead_ridge, 1.6 * unit) * 1.4, 1.2, gloss=0.18
    )
    picture = lerp(pane, metal, lead)
    picture = 1 - (1 - picture) * (1 - 0.30 * halo)
    return np.clip(resize(picture, shape, smooth=False), 0, 1)


def _glass_light(rng: Generator, labels: Labels, unit: float) -> Field:
    """Returns how brightly the sheet shines, ``(H, W)`` about 0.5: each piece has its own streaks and ripples."""
    shape = (labels.shape[0], labels.shape[1])
    count = int(labels.max()) + 1
    streaks = fbm(rng, shape, (9 * unit, 70 * unit), 3)
    upright = fbm(rng, shape, (70 * unit, 9 * unit), 3)
    ripple = smooth_noise(rng, shape, 6 * unit)
    pull = per_piece(rng.uniform(0, 1, size=count), labels)
    own = per_piece(rng.normal(0, 0.10, size=count), labels)
    seeds = step(2.35, 2.7, smooth_noise(rng, shape, 3.2 * unit))
    y, x = coordinates(shape)
    behind = 0.26 * np.exp(-((np.hypot(y - _SUN_Y, x - _SUN_X) / 0.33) ** 2))
    light: Field = 0.47 + own + behind + 0.17 * np.where(pull > 0.5, streaks, upright) + 0.055 * ripple + 0.25 * seeds
    return np.clip(light, 0.08, 1.1)


def _draw(rng: Generator, shape: Shape) -> _Cartoon:
    y, x = coordinates(shape)
    cartoon = _Cartoon(shape)
    bend_y = 0.006 * fbm(rng, shape, 0.16 * shape[0], 2)
    bend_x = 0.006 * fbm(rng, shape, 0.16 * shape[0], 2)
    border = np.minimum(np.minimum(y, y.max() - y), np.minimum(x, x.max() - x))
    y, x = y + bend_y, x + bend_x
    shards = _shards(rng, shape, 230, 0.09)
    _draw_sky(cartoon, y, x)
    _draw_land(cartoon, y, x, shards)
    for foot_x, bloom_y, bloom_x, radius in (
        (0.30, 0.665, 0.235, 0.105),
        (0.44, 0.765, 0.50, 0.120),
        (0.60, 0.600, 0.640, 0.082),
    ):
        _draw_flower(cartoon, y, x, foot_x, bloom_y, bloom_x, radius)
    blocks = np.floor((x + 1.0 * y) * 11).astype(np.int64) * 100 + np.floor((x - 1.0 * y) * 11).astype(np.int64)
    cartoon.cut(border < 0.040, blocks, _BORDER)
    cartoon.cut(
        (border >= 0.040) & (border < 0.049), np.floor((x + y) * 5).astype(np.int64), palette("#fff0c0", "#ffe08a")
    )
    return cartoon


def _shards(rng: Generator, shape: Shape, count: int, reach: float) -> Labels:
    """Returns irregular pieces over the whole window, ``(H, W)``."""
    centres = scatter(rng, shape, count)
    angles = rng.uniform(0, np.pi, size=len(centres))
    stretch = rng.uniform(1.0, 1.9, size=len(centres))
    small = 0.5
    small_shape = (max(4, round(shape[0] * small)), max(4, round(shape[1] * small)))
    pieces = divide(small_shape, centres * small, angles, stretch, max(2, round(reach * small * max(shape))), 2.0)
    rows = np.minimum((np.arange(shape[0]) * small).astype(np.intp), small_shape[0] - 1)
    columns = np.minimum((np.arange(shape[1]) * small).astype(np.intp), small_shape[1] - 1)
    owner: Labels = pieces.owner[rows[:, None], columns[None, :]]
    return owner


def _draw_sky(cartoon: _Cartoon, y: Field, x: Field) -> None:
    """Cuts the sun, its flames and a sky of rings and rays round it."""
    distance = np.hypot(y - _SUN_Y, x - _SUN_X)
    turn = (np.arctan2(y - _SUN_Y, x - _SUN_X) / (2 * np.pi)) % 1
    everywhere = np.ones(y.shape, dtype=bool)
    ring = np.digitize(distance, [0.0, 0.235, 0.33, 0.43, 0.54, 0.68])
    sector = np.floor(turn * 16 + 0.5 * (ring % 2) + 0.25 * np.sin(ring * 2.0)).astype(np.int64) % 16
    cartoon.cut(everywhere, ring * 40 + sector, _SKY)
    wave = np.abs(((turn * 16) % 1) - 0.5) * 2
    long_flame = distance < 0.135 + 0.115 * (1 - wave) ** 1.3
    cartoon.cut(long_flame, np.floor(turn * 16).astype(np.int64), _RAYS)
    petals = np.floor(turn * 10 + 0.3).astype(np.int64) % 10
    cartoon.cut(distance < 0.135, petals, _RAYS[::2])
    cartoon.cut(distance < 0.092, petals // 2 + 20, _SUN)
    cartoon.cut(distance < 0.045, np.zeros(y.shape, dtype=np.int64), _SUN[:2])


def _draw_land(cartoon: _Cartoon, y: Field, x: Field, shards: Labels) -> None:
    far = y > 0.545 + 0.055 * np.sin(7 * x + 0.6)
    cartoon.cut(far, np.floor(x * 7 + 3 * y).astype(np.int64), _HILL_FAR)
    middle = y > 0.605 + 0.045 * np.sin(6 * x + 3.4)
    cartoon.cut(
        middle, np.floor(8 * (x + 0.8 * y)).astype(np.int64) + 50 * (y > 0.66 + 0.04 * np.sin(6 * x + 3)), _HILL
    )
    stream_x = 0.40 + 0.11 * np.sin(9 * (y - 0.55)) + 0.1 * (y - 0.6)
    stream = (np.abs(x - stream_x) < 0.022 + 0.30 * (y - 0.60)) & (y > 0.618)
    cartoon.cut(stream, shards, _WATER)
    near = y > 0.855 - 0.05 * np.cos(7 * x + 0.5)
    cartoon.cut(near, shards, _LEAF)


def _draw_flower(
    cartoon: _Cartoon, y: Field, x: Field, foot_x: float, bloom_y: float, bloom_x: float, radius: float
) -> None:
    """Cuts a flower of six broad petals on a bent stem with two leaves."""
    down = np.clip((y - bloom_y) / (1.0 - bloom_y), 0, 1)
    stem_x = bloom_x + (foot_x - bloom_x) * down**1.6
    cartoon.cut((np.abs(x - stem_x) < 0.010) & (y > bloom_y), np.floor(y * 6).astype(np.int64), _LEAF)
    for side in (-1, 1):
        along = (side * (x - stem_x)) / (1.35 * radius)
        rise = (y - bloom_y - 1.75 * radius) / radius + 0.75 * along
        blade = (along > 0) & (along < 1) & (np.abs(rise) < 0.42 * np.sin(np.pi * np.clip(along, 0, 1)) ** 0.8)
        cartoon.cut(blade, (rise > 0).astype(np.int64), _LEAF)
    distance = np.hypot(y - bloom_y, x - bloom_x) / radius
    turn = (np.arctan2(y - bloom_y, x - bloom_x) / (2 * np.pi) + 0.04 + foot_x) % 1
    petal = (turn * 6) % 1
    outline = 0.70 + 0.34 * np.sin(np.pi * petal) ** 0.6
    cartoon.cut(
        distance < outline, np.floor(turn * 6).astype(np.int64) + 10 * (distance > 0.58 * outline + 0.1), _PETAL
    )
    cartoon.cut(distance < 0.24, (turn > 0.5).astype(np.int64), _HEART)
