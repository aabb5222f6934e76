"""ICC profiles made from primaries and a curve, so that every colour goes one way: through a profile.

Source: ICC.1:2022 (version 4.4), 8.3 (matrix profiles), 10.18 (parametric curves) and annex E (adaptation to D50).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Point = tuple[float, float]
_D50: Final = np.array([0.9642, 1.0, 0.8249])
_BRADFORD: Final = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_HEADER_BYTES: Final = 128
_VERSION: Final = 0x04400000
_POWER, _POWER_AND_LINE = 0, 3  # types of parametric curves
_LEAST_DETERMINANT: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Primaries:
    """CIE 1931 chromaticities, x and y."""

    red: Point
    green: Point
    blue: Point
    white: Point

    def to_xyz(self) -> NDArray[np.float64]:
        """The (3, 3) matrix from linear RGB to CIE XYZ, white at a luminance of 1.

        Raises:
            ValueError: These are no colours that could be mixed.
        """
        if min(point[1] for point in (self.red, self.green, self.blue, self.white)) <= 0:
            msg = "a chromaticity without luminance"
            raise ValueError(msg)
        columns = np.array([_xyz(point) for point in (self.red, self.green, self.blue)]).T
        if abs(np.linalg.det(columns)) < _LEAST_DETERMINANT:
            msg = "primaries on one line"
            raise ValueError(msg)
        return columns * np.linalg.solve(columns, _xyz(self.white))


@dataclass(frozen=True, slots=True)
class Curve:
    """From encoded to linear: ``(slope x + offset) ** gamma`` from the break on, ``line x`` below it."""

    gamma: float
    slope: float = 1.0
    offset: float = 0.0
    line: float = 0.0
    break_at: float = 0.0


@dataclass(frozen=True, slots=True)
class MatrixColour:
    """Colour by primaries and a curve; of a grey picture, by the curve.

    Attributes:
        profile: The ICC profile for red, green and blue that says the same.
    """

    profile: bytes


@cache
def matrix_colour(primaries: Primaries, curve: Curve) -> MatrixColour | None:
    """The colour of a display with these primaries and this curve, its white being the white of paper.

    Returns:
        The colour; None if these are no colours that could be mixed, as a damaged file may say.
    """
    try:
        to_xyz = primaries.to_xyz()
        colorants = adaptation(primaries.white, None) @ to_xyz
    except ValueError:
        return None
    tags = {
        b"desc": _text("Impasto"),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz_type(_D50),
        b"rXYZ": _xyz_type(colorants[:, 0]),
        b"gXYZ": _xyz_type(colorants[:, 1]),
        b"bXYZ": _xyz_type(colorants[:, 2]),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve_type(curve)),
    }
    at = _HEADER_BYTES + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name, at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    date = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    kind = struct.pack(">I4s4s4s", _VERSION, b"mntr", b"RGB ", b"XYZ ")
    head = struct.pack(">II", at + len(body), 0) + kind + date + b"acsp" + bytes(28)
    return MatrixColour((head + _fixed(_D50)).ljust(_HEADER_BYTES, b"\0") + table + body)


def adaptation(white: Point, target: Point | None) -> NDArray[np.float64]:
    """The (3, 3) matrix that turns XYZ seen under one white into XYZ seen under another, by Bradford's cones.

    Args:
        white: The white to come from.
        target: The white to go to; None is D50, as in profiles.
    """
    wanted = _BRADFORD @ (_D50 if target is None else _xyz(target))
    scale = np.diag(wanted / (_BRADFORD @ _xyz(white)))
    matrix: NDArray[np.float64] = np.linalg.inv(_BRADFORD) @ scale @ _BRADFORD
    return matrix


def _xyz(point: Point) -> NDArray[np.float64]:
    x, y = point
    return np.array([x / y, 1.0, (1 - x - y) / y])


def _fixed(numbers: NDArray[np.float64]) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(float(number) * 65536) for number in numbers))


def _xyz_type(xyz: NDArray[np.float64]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(xyz)


def _text(text: str) -> bytes:
    return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, 2 * len(text), 28) + text.encode("utf-16-be")


def _curve_type(curve: Curve) -> bytes:
    if curve.line == 0.0:
        return b"para" + struct.pack(">IHH", 0, _POWER, 0) + _fixed(np.array([curve.gamma]))
    numbers = np.array([curve.gamma, curve.slope, curve.offset, curve.line, curve.break_at])
    return b"para" + struct.pack(">IHH", 0, _POWER_AND_LINE, 0) + _fixed(numbers)
