"""The starter styles: which picture hangs where, what it is called, and who paints it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.random import Generator

from resources.painter import (
    charcoal,
    cubism,
    impasto,
    knife,
    marbling,
    mosaic,
    pastel,
    pointillism,
    stained_glass,
    watercolour,
    woodcut,
)
from resources.painter.fields import Field

Painter: TypeAlias = Callable[[Generator, int], Field]


@dataclass(frozen=True)
class Work:
    """One picture of the gallery; ``slug`` names its file."""

    slug: str
    name: str
    description: str
    painter: Painter
    seed: int = 7

    def paint(self, size: int) -> Field:
        """Returns the picture with the longest side ``size``, ``(H, W, 3)`` in [0, 1]: the same one every time."""
        # crc32 and not hash(): Python salts the hashes of strings anew in every process.
        return self.painter(np.random.default_rng((self.seed, zlib.crc32(self.slug.encode()))), size)


GALLERY = (
    Work(
        "night-swirls",
        "Night Swirls",
        "Thick oil strokes that follow the wind of a blue night; moon and stars in yellow.",
        impasto.paint,
    ),
    Work(
        "october-birches",
        "October Birches",
        "Palette-knife slabs in red, orange and plum, with pale trunks.",
        knife.paint,
    ),
    Work(
        "sunday-sails",
        "Sunday Sails",
        "Small dots of pure colour: a river, sails and a summer tree.",
        pointillism.paint,
    ),
    Work("red-sun", "Red Sun", "A woodcut: carved black lines over flat red and ochre.", woodcut.paint),
    Work(
        "poppies-in-the-rain",
        "Poppies in the Rain",
        "Loose watercolour on rough paper; washes with dark edges.",
        watercolour.paint,
    ),
    Work("garden-window", "Garden Window", "Stained glass in jewel colours, held by dark lead.", stained_glass.paint),
    Work("two-carp", "Two Carp", "A mosaic of small stones in turquoise, coral and gold.", mosaic.paint),
    Work("lavender-evening", "Lavender Evening", "Soft pastel in lilac, rose and peach on rough paper.", pastel.paint),
    Work(
        "guitar-and-bottle",
        "Guitar and Bottle",
        "Cubist facets in wood brown, grey-green and cream.",
        cubism.paint,
        seed=3,
    ),
    Work(
        "marbled-paper",
        "Marbled Paper",
        "Floating inks combed into feathers and swirls: crimson, green, ochre.",
        marbling.paint,
    ),
    Work("pears-and-jug", "Pears and Jug", "Charcoal and white chalk hatched over toned paper.", charcoal.paint),
)
