"""Paper: the tooth that dry media catch on, fibres, and the ground's own colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.noise import smooth_noise

if TYPE_CHECKING:
    from numpy.random import Generator

    from resources.painter.fields import Field, Shape


def tooth(rng: Generator, shape: Shape, grain_px: float) -> Field:
    """Returns the grain of a rough paper, ``(H, W)`` in [0, 1], evenly spread over that range."""
    grain = smooth_noise(rng, shape, grain_px) + 0.6 * smooth_noise(rng, shape, 0.5 * grain_px)
    grain += 0.25 * smooth_noise(rng, shape, (0.7 * grain_px, 5 * grain_px))
    # The logistic curve flattens a bell-shaped spread into an even one.
    even: Field = 1 / (1 + np.exp(-1.45 * grain))
    return even


def fibres(rng: Generator, shape: Shape, unit: float) -> Field:
    """Returns faint long marks in both directions, ``(H, W)`` of spread about 1, as in handmade paper."""
    lying = smooth_noise(rng, shape, (1.2 * unit, 28 * unit))
    standing = smooth_noise(rng, shape, (28 * unit, 1.2 * unit))
    cloudy = smooth_noise(rng, shape, 46 * unit)
    mixed: Field = 0.55 * lying + 0.55 * standing + 0.6 * cloudy
    return mixed
