"""Poppies in the Rain: transparent washes on rough paper, with dark edges, blooms and spatters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resources.painter.colour import colour
from resources.painter.fields import Field, coordinates, plane_shape, resize, step
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm, smooth_noise
from resources.painter.paper import tooth

if TYPE_CHECKING:
    from numpy.random import Generator

_OVERSAMPLING = 1.4
_PAPER = colour("#fbf7ee")
_ROSE, _SCARLET, _CORAL = colour("#d92b4b"), colour("#e8401f"), colour("#ff8a6b")
_SAP, _SAGE, _MOSS = colour("#6f8f3a"), colour("#9fb89a"), colour("#3f6a4a")
_INDIGO, _SKY, _VIOLET, _SIENNA = colour("#2b3358"), colour("#8fb6d0"), colour("#8f7fb8"), colour("#e0b06a")
# y, x, radius: the blooms from back to front; then how far each is turned.
_BLOOMS = (
    (0.205, 0.560, 0.105, 0.4),
    (0.150, 0.215, 0.075, 2.0),
    (0.335, 0.255, 0.150, 1.1),
    (0.470, 0.575, 0.185, 0.2),
    (0.640, 0.205, 0.095, 2.6),
)


@dataclass
class _Sheet:
    """The paper while it is being painted: how much of each light the washes swallow, and the grain they settle in."""

    rng: Generator
    absorbed: Field  # (H, W, 3) optical density
    grain: Field  # (H, W) in [0, 1]
    drift: tuple[Field, Field]  # how the brush strays, y and x, spread 1
    unit: float

    def wash(self, inside: Field, pigment: Field, strength: float, *, wet: float = 0.0, granular: float = 0.35) -> None:
        """Lays a wash where ``inside`` ``(H, W)`` is above 0; it is about 1 in the middle of the shape.

        Pigment floats to the rim and dries there as a dark line, unless the paper was ``wet`` and the rim runs out.
        """
        shape = (inside.shape[0], inside.shape[1])
        softness = 0.03 + 0.9 * wet
        cover = step(-0.5 * softness, 0.5 * softness, inside)
        rim = cover * np.exp(-np.clip(inside, 0, None) / 0.055) * (1 - wet)
        pooling = 0.30 * fbm(self.rng, shape, 85 * self.unit, 3)
        settling = granular * (0.5 - self.grain)
        density = strength * cover * np.clip(0.72 + pooling + settling + 0.75 * rim, 0.05, 2.2)
        # A stiff brush skips over the hollows of the paper near the rim.
        skipped = step(0.10, 0.02, self.grain - 0.35 * np.clip(inside, 0, 1)) * 0.5
        self.absorbed += (density * (1 - skipped))[..., None] * -np.log(np.clip(pigment, 0.03, 0.995))


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    shape = plane_shape(size, 0.80)
    large = (round(shape[0] * _OVERSAMPLING), round(shape[1] * _OVERSAMPLING))
    unit = max(large) / 768
    grain = tooth(rng, large, 3.4 * unit)
    drift = (fbm(rng, large, 34 * unit, 4), fbm(rng, large, 34 * unit, 4))
    sheet = _Sheet(rng, np.zeros((*large, 3)), grain, drift, unit)
    y, x = coordinates(large)
    _wet_ground(sheet, y, x)
    _stems(sheet, y, x)
    for bloom_y, bloom_x, radius, turn in _BLOOMS:
        _poppy(sheet, y, x, bloom_y, bloom_x, radius, turn)
    _spatter(sheet, y, x)
    picture = _PAPER * np.exp(-sheet.absorbed)
    lit = light_relief(picture, 1.1 * unit * grain, 0.27)
    return np.clip(resize(lit, shape, smooth=False), 0, 1)


def _wet_ground(sheet: _Sheet, y: Field, x: Field) -> None:
    """Floods the ground wet in wet, leaving paper bare at the margins, and lets drops of water push blooms into it."""
    shape = (y.shape[0], y.shape[1])
    wander_y, wander_x = sheet.drift
    edge = np.minimum(np.minimum(y, y.max() - y), np.minimum(x, x.max() - x))
    frame = (edge - 0.030 + 0.012 * wander_y) * 9
    for middle_y, middle_x, reach, pigment, strength in (
        (0.10, 0.42, 0.34, _SKY, 0.75),
        (0.30, 0.78, 0.26, _VIOLET, 0.55),
        (0.45, 0.02, 0.25, _SKY, 0.60),
        (0.62, 0.50, 0.34, _SAGE, 0.75),
        (0.88, 0.25, 0.34, _SAP, 0.80),
        (0.90, 0.66, 0.30, _MOSS, 0.50),
        (0.72, 0.80, 0.22, _SIENNA, 0.60),
        (0.02, 0.10, 0.20, _SIENNA, 0.45),
    ):
        spread = 1 - np.hypot(y - middle_y, x - middle_x) / reach + 0.20 * wander_x
        sheet.wash(np.minimum(spread, frame), pigment, strength, wet=0.75, granular=0.7)
    sheet.wash(
        np.minimum(frame, 0.75 + 0.5 * smooth_noise(sheet.rng, shape, 0.22 * shape[0])), _SKY, 0.22, granular=0.9
    )
    for _ in range(11):
        middle_y, middle_x = sheet.rng.uniform(0.05, 0.97), sheet.rng.uniform(0.03, 0.77)
        reach = sheet.rng.uniform(0.03, 0.085)
        distance = np.hypot(y - middle_y, x - middle_x) / reach + 0.22 * wander_y
        crust = np.exp(-(((distance - 1) / 0.07) ** 2)) * (1 + 0.4 * wander_x)
        washed_out = 1 - 0.45 * step(1.0, 0.3, distance)
        sheet.absorbed *= np.clip(washed_out * (1 + 0.34 * crust), 0.4, 1.6)[..., None]


def _stems(sheet: _Sheet, y: Field, x: Field) -> None:
    wander_y, wander_x = sheet.drift
    for bloom_y, bloom_x, radius, turn in _BLOOMS:
        down = np.clip((y - bloom_y) / (1.02 - bloom_y), 0, 1)
        foot_x = 0.40 + 0.35 * (bloom_x - 0.40)
        stem_x = bloom_x + (foot_x - bloom_x) * down**1.4 + 0.020 * np.sin(5 * down + turn)
        girth = 0.0052 + 0.022 * radius + 0.0012 * wander_x
        inside = np.minimum(1 - np.abs(x - stem_x) / girth, (y - bloom_y - 0.4 * radius) * 40)
        sheet.wash(inside, _MOSS, 0.95)
    for foot_y, foot_x, length, lean, pigment in (
        (0.99, 0.30, 0.42, -0.50, _SAP),
        (1.00, 0.46, 0.46, 0.42, _MOSS),
        (0.97, 0.38, 0.30, -0.95, _MOSS),
        (0.99, 0.56, 0.30, 0.80, _SAP),
        (0.98, 0.20, 0.26, -0.25, _SAGE),
        (1.00, 0.66, 0.36, 0.25, _SAGE),
    ):
        along_y, along_x = -np.cos(lean), np.sin(lean)
        along = ((y - foot_y) * along_y + (x - foot_x) * along_x) / length
        bend = 0.10 * np.clip(along, 0, 1) ** 2 * np.sign(lean)
        across = ((x - foot_x) * -along_y + (y - foot_y) * along_x) - bend * length
        width = 0.034 * np.sqrt(np.clip(along * (1 - along) * 4, 0, 1)) * (1 + 0.35 * np.sin(34 * along + 3 * wander_y))
        inside = np.where((along > 0) & (along < 1), 1 - np.abs(across) / np.maximum(width, 1e-3), -1.0)
        sheet.wash(inside + 0.10 * wander_x, pigment, 0.85, wet=0.05)


def _poppy(sheet: _Sheet, y: Field, x: Field, bloom_y: float, bloom_x: float, radius: float, turn: float) -> None:
    """Glazes petal over petal, drops darker paint into the wet heart, and sets the stamens when it is dry."""
    wander_y, wander_x = sheet.drift
    pigments = (_CORAL, _SCARLET, _ROSE, _CORAL, _SCARLET)
    dy, dx = (y - bloom_y) / 0.86 + 0.0045 * wander_y, x - bloom_x + 0.0045 * wander_x
    petals = [_petal(dy, dx, radius, turn, number) for number in range(len(pigments))]
    # The flower was kept free with masking fluid while the ground was flooded, or it would dry to mud.
    kept_free = step(-0.02, 0.03, np.maximum.reduce(petals))
    sheet.absorbed *= (1 - 0.90 * kept_free)[..., None]
    for pigment, inside in zip(pigments, petals, strict=True):
        sheet.wash(inside, pigment, 0.62)
        # Veins fan out from the heart, drawn with the point of the brush.
        spoke = np.arctan2(dy, dx)
        veins = np.clip(np.cos(34 * spoke + 2.5 * wander_x) - 0.55, 0, 1) * np.clip(2.2 * inside, 0, 1)
        fade = np.clip(1.1 - np.hypot(dy, dx) / radius, 0, 1)
        sheet.absorbed += (0.32 * veins * fade)[..., None] * -np.log(np.clip(_ROSE, 0.03, 0.995))
    distance = np.hypot(dy, dx) / radius
    sheet.wash(0.42 - distance + 0.10 * wander_y, _ROSE, 0.75, wet=0.45)
    sheet.wash(0.20 - distance + 0.045 * wander_x, _INDIGO, 1.15, wet=0.22)
    count = 34
    angles = sheet.rng.uniform(0, 2 * np.pi, count)
    reaches = radius * sheet.rng.uniform(0.20, 0.38, count)
    for angle, reach in zip(angles, reaches, strict=True):
        _dot(
            sheet,
            bloom_y + 0.86 * reach * np.sin(angle),
            bloom_x + reach * np.cos(angle),
            0.0017 + 0.012 * radius,
            _INDIGO,
            1.1,
        )


def _petal(dy: Field, dx: Field, radius: float, turn: float, number: int) -> Field:
    """Returns one of five petals round the heart: 1 in its middle, 0 at its ruffled rim, less outside."""
    lean = turn + 2 * np.pi * number / 5 + 0.2 * np.sin(5 * turn + number)
    py, px = dy - 0.46 * radius * np.sin(lean), dx - 0.46 * radius * np.cos(lean)
    angle = np.arctan2(py, px) - lean
    ruffle = 1 + 0.05 * np.sin(5 * angle + number + turn) + 0.03 * np.sin(11 * angle + 2 * number)
    inside: Field = 1 - np.hypot(py, px) / (radius * (0.70 + 0.10 * np.cos(angle)) * ruffle)
    return inside


def _spatter(sheet: _Sheet, y: Field, x: Field) -> None:
    """Flicks paint off a loaded brush."""
    pigments = (_SCARLET, _ROSE, _INDIGO, _SAP, _SKY)
    for _ in range(110):
        radius = 0.0012 + 0.0065 * sheet.rng.uniform() ** 3
        pigment = pigments[int(sheet.rng.integers(len(pigments)))]
        _dot(sheet, sheet.rng.uniform(0, float(y.max())), sheet.rng.uniform(0, float(x.max())), radius, pigment, 0.7)


def _dot(sheet: _Sheet, middle_y: float, middle_x: float, radius: float, pigment: Field, strength: float) -> None:
    """Sets one drop; only the little window round it is touched."""
    span = max(sheet.grain.shape)
    reach = radius * span
    top, left = max(0, int(middle_y * span - reach - 2)), max(0, int(middle_x * span - reach - 2))
    bottom, right = int(middle_y * span + reach + 3), int(middle_x * span + reach + 3)
    window = sheet.absorbed[top:bottom, left:right]
    if window.size == 0:
        return
    rows, columns = np.indices(window.shape[:2], dtype=np.float64)
    distance = np.hypot(rows + top - middle_y * span, columns + left - middle_x * span)
    cover = np.clip(reach - distance + 0.5, 0, 1)
    rim = np.exp(-(((reach - distance) / (0.35 * reach + 0.3)) ** 2))
    window += (strength * cover * (0.6 + 0.6 * rim))[..., None] * -np.log(np.clip(pigment, 0.03, 0.995))
