"""Raking light over a surface with relief: what makes thick paint, cut glass and paper look like themselves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from resources.painter.fields import Field


def facing_light(height: Field) -> Field:
    """Returns how far ``height`` ``(H, W)`` slopes towards the upper left: positive is lit, negative in shade."""
    down: Field = np.gradient(height, axis=0)
    across: Field = np.gradient(height, axis=1)
    facing: Field = (down + across) * math.sqrt(0.5)
    return facing


def light_relief(picture: Field, height: Field, strength: float, gloss: float = 0.0) -> Field:
    """Returns ``picture`` ``(H, W, 3)`` lit from the upper left over ``height`` given in pixels.

    Shadows multiply and highlights screen, so that dark paint still shows its ridges; ``gloss`` adds wet glints.
    """
    lit = np.tanh(facing_light(height) * strength)[..., None]
    shadow = 1 + np.minimum(lit, 0) * 0.55
    highlight = np.maximum(lit, 0) * 0.22
    shaded = picture * shadow
    shaded = shaded + (1 - shaded) * highlight * (0.35 + 0.65 * picture)
    glint = np.maximum(lit - 0.72, 0) / 0.28
    result: Field = np.clip(shaded + gloss * glint**2, 0, 1)
    return result
