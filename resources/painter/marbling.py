"""Marbled Paper: inks floated on water, drawn out with a stylus and a comb, and lifted off on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from resources.painter.colour import disturb, palette
from resources.painter.fields import Field, Shape, coordinates, plane_shape, resize
from resources.painter.noise import fbm, smooth_noise
from resources.painter.paper import fibres

if TYPE_CHECKING:
    from numpy.random import Generator

_OVERSAMPLING = 2.2
# Oxblood, ink green, ivory, ochre, rose and near black: as on old end papers.
_INKS = palette("#6d1220", "#a8323a", "#f3e6cc", "#d79a2b", "#1d4a44", "#e6b9a0", "#141d2b", "#f7efdd")
_ODDS = (4, 3, 2.4, 3.2, 4, 1.3, 3, 0.8)


class _Motion(Protocol):
    """Something done to the bath, run backwards: where did the ink now at these places lie before?"""

    def undo(self, y: Field, x: Field) -> tuple[Field, Field]:
        """Returns where the ink at ``y``, ``x`` came from."""


@dataclass(frozen=True)
class _Drop:
    """A drop of ink that pushes everything outwards. Source: Jaffer & Lu, "Mathematical Marbling" (2012)."""

    y: float
    x: float
    radius: float
    ink: int

    def undo(self, y: Field, x: Field) -> tuple[Field, Field]:
        """Returns where the ink at ``y``, ``x`` lay before the drop fell; meaningless inside the drop itself."""
        dy, dx = y - self.y, x - self.x
        square = dy**2 + dx**2
        shrink = np.sqrt(np.maximum(1 - self.radius**2 / np.maximum(square, 1e-12), 0))
        return self.y + dy * shrink, self.x + dx * shrink


@dataclass(frozen=True)
class _Tine:
    """A stylus drawn straight through ``y``, ``x``: it drags ink along, less the further off. Source: ibid."""

    y: float
    x: float
    angle: float
    pull: float
    sharpness: float
    pitch: float = 0.0  # the distance between the teeth of a comb; 0 for a single stylus

    def undo(self, y: Field, x: Field) -> tuple[Field, Field]:
        """Returns where the ink at ``y``, ``x`` lay before the stylus came by."""
        along_y, along_x = np.sin(self.angle), np.cos(self.angle)
        off = np.abs((y - self.y) * along_x - (x - self.x) * along_y)
        if self.pitch:
            off = np.abs((off + 0.5 * self.pitch) % self.pitch - 0.5 * self.pitch)
        drag = self.pull * self.sharpness / (off + self.sharpness)
        return y - drag * along_y, x - drag * along_x


@dataclass(frozen=True)
class _Swirl:
    """A stylus turned on the spot: rings of ink go round, less the further out."""

    y: float
    x: float
    ring: float
    pull: float
    sharpness: float

    def undo(self, y: Field, x: Field) -> tuple[Field, Field]:
        """Returns where the ink at ``y``, ``x`` lay before the turn."""
        dy, dx = y - self.y, x - self.x
        distance = np.hypot(dy, dx) + 1e-9
        drag = self.pull * self.sharpness / (np.abs(distance - self.ring) + self.sharpness)
        turn = -drag / np.maximum(distance, 0.4 * self.ring)
        cos, sin = np.cos(turn), np.sin(turn)
        return self.y + dx * sin + dy * cos, self.x + dx * cos - dy * sin


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 0.86)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    y, x = coordinates(large)
    y = y + 0.0045 * fbm(rng, large, 0.12 * large[0], 3)
    x = x + 0.0045 * fbm(rng, large, 0.12 * large[0], 3)
    stirred = _motions(rng, (y.max(), x.max()))
    for motion in reversed(stirred):
        y, x = motion.undo(y, x)
    inks, ink = _drops_seen_from(rng, y, x)
    picture = inks[ink]
    return _lift(rng, picture, large, shape, unit)


def _motions(rng: Generator, extent: tuple[float, float]) -> list[_Motion]:
    """Returns what the marbler does after the drops have fallen: back and forth, a comb across, then a few swirls."""
    motions: list[_Motion] = [
        _Tine(0, 0, np.pi / 2 + 0.05, 0.17, 0.020, pitch=0.150),
        _Tine(0, 0.075, -np.pi / 2 + 0.02, 0.17, 0.020, pitch=0.150),
        _Tine(0.01, 0, 0.03, 0.085, 0.011, pitch=0.066),
        _Tine(0.043, 0, np.pi + 0.01, 0.085, 0.011, pitch=0.066),
    ]
    for row, across in enumerate((0.20, 0.53, 0.86)):
        for column, down in enumerate((0.15, 0.46, 0.78)):
            place = np.array([down, across - 0.14 * (column % 2)]) + rng.normal(0, 0.018, 2)
            turn = 1.0 if (row + column) % 2 else -1.0
            motions.append(
                _Swirl(place[0] * extent[0], place[1] * extent[1], 0.045, turn * rng.uniform(0.10, 0.17), 0.030)
            )
    return motions


def _drops_seen_from(
    rng: Generator, y: Field, x: Field
) -> tuple[Field, np.ndarray[tuple[int, ...], np.dtype[np.intp]]]:
    """Returns the inks ``(K, 3)`` and which of them lies at each place: the last drop that holds the place wins."""
    count = 460
    odds = np.array(_ODDS) / sum(_ODDS)
    inks = np.clip(disturb(rng, _INKS, 0.01, 0.005), 0, 1)
    drops = [
        _Drop(
            rng.uniform(-0.25, 1.25),
            rng.uniform(-0.25, 1.1),
            0.016 + 0.075 * rng.uniform() ** 2.6,
            int(rng.choice(len(_INKS), p=odds)),
        )
        for _ in range(count)
    ]
    ink = np.full(y.shape, 2, dtype=np.intp)
    flat_y, flat_x, flat_ink = y.ravel(), x.ravel(), ink.ravel()
    open_places = np.arange(flat_y.size)
    for drop in reversed(drops):
        inside = (flat_y - drop.y) ** 2 + (flat_x - drop.x) ** 2 < drop.radius**2
        flat_ink[open_places[inside]] = drop.ink
        open_places = open_places[~inside]
        flat_y, flat_x = drop.undo(flat_y[~inside], flat_x[~inside])
    return inks, flat_ink.reshape(y.shape)


def _lift(rng: Generator, picture: Field, large: Shape, shape: Shape, unit: float) -> Field:
    """Returns the print: ink thinner here and there, pinholes where air was caught, the laid paper beneath."""
    thin = 1 + 0.055 * fbm(rng, large, 60 * unit, 3) + 0.035 * smooth_noise(rng, large, 1.4 * unit)
    printed = picture + 0.10 * np.clip(thin - 1, 0, 1)[..., None] * (1 - picture)
    printed = printed * np.minimum(thin, 1.05)[..., None]
    pale = palette("#f5ecd8")[0]
    holes = np.clip((smooth_noise(rng, large, 1.7 * unit) - 3.1) * 3, 0, 1)[..., None]
    printed = printed + (pale - printed) * holes * 0.8
    laid = 1 + 0.014 * fibres(rng, large, unit)
    return np.clip(resize(printed * laid[..., None], shape, smooth=False), 0, 1)
