"""Colours: hex codes to arrays, ramps, and the small disorder that a palette has on a real canvas.

Mixing for disorder is done in Oklab, where a step of the same length looks the same in every hue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator

    from resources.painter.fields import Field

# Source: Ottosson 2020, "A perceptual color space for image processing".
_TO_CONE = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_FROM_LAB = np.linalg.inv(_TO_LAB)
_FROM_CONE = np.linalg.inv(_TO_CONE)


def colour(code: str) -> Field:
    """Returns the sRGB colour of a code such as ``#1a2b3c``, ``(3,)`` in [0, 1]."""
    digits = code.removeprefix("#")
    return np.array([int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)])


def palette(*codes: str) -> Field:
    """Returns the colours of ``codes``, ``(N, 3)``."""
    return np.stack([colour(code) for code in codes])


def ramp(colours: Field, position: Field) -> Field:
    """Returns the colours ``(..., 3)`` that lie at ``position`` in [0, 1] along ``colours`` ``(N, 3)``."""
    stops = np.linspace(0, 1, len(colours))
    at = np.clip(position, 0, 1)
    return np.stack([np.interp(at, stops, colours[:, channel]) for channel in range(3)], axis=-1)


def to_oklab(rgb: Field) -> Field:
    """Returns sRGB ``(..., 3)`` as Oklab lightness and two opponent hues."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((np.maximum(rgb, 0) + 0.055) / 1.055) ** 2.4)
    lab: Field = np.cbrt(linear @ _TO_CONE.T) @ _TO_LAB.T
    return lab


def from_oklab(lab: Field) -> Field:
    """Returns Oklab ``(..., 3)`` as sRGB in [0, 1]; colours out of reach are clipped."""
    linear = np.clip(((lab @ _FROM_LAB.T) ** 3) @ _FROM_CONE.T, 0, 1)
    rgb: Field = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return rgb


def disturb(rng: Generator, colours: Field, lightness: float, hue: float) -> Field:
    """Returns ``colours`` ``(N, 3)`` each moved a little at random in lightness and in hue."""
    spread = np.array([lightness, hue, hue])
    return from_oklab(to_oklab(colours) + rng.standard_normal(colours.shape) * spread)


def choose(rng: Generator, colours: Field, count: int, weights: tuple[float, ...] | None = None) -> Field:
    """Returns ``count`` colours drawn from ``colours`` ``(N, 3)``, as often as their ``weights`` say."""
    odds = None if weights is None else np.array(weights) / sum(weights)
    chosen: Field = colours[rng.choice(len(colours), size=count, p=odds)]
    return chosen
