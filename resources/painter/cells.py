"""Pictures put together of pieces: which piece each pixel belongs to, and how far it is from the joint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from resources.painter.fields import Field, Labels, Mask, Shape

_FAR = 1e9


@dataclass(frozen=True)
class Pieces:
    """Nearest and second nearest piece of every pixel, ``(H, W)`` each; ``owner`` is -1 where none reaches."""

    owner: Labels
    nearest: Field
    second: Field


def divide(shape: Shape, centres: Field, angles: Field, stretch: Field, reach: int, power: float) -> Pieces:
    """Divides the plane among pieces at ``centres`` ``(N, 2)``, turned by ``angles``, longer by ``stretch`` ``(N,)``.

    A piece competes only for pixels within ``reach``. ``power`` 2 measures round distance, a high one square distance,
    so that the pieces come out as tiles. Source: Hausner 2001, "Simulating Decorative Mosaics".
    """
    offsets = np.arange(-reach, reach + 1)
    window_y, window_x = np.meshgrid(offsets, offsets, indexing="ij")
    corner = np.floor(centres).astype(np.intp)
    rows = corner[:, 0, None] + window_y.reshape(1, -1)
    columns = corner[:, 1, None] + window_x.reshape(1, -1)
    dy, dx = rows - centres[:, 0, None], columns - centres[:, 1, None]
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    along, across = (dx * cos + dy * sin) / stretch[:, None], -dx * sin + dy * cos
    distance = (np.abs(along) ** power + np.abs(across) ** power) ** (1 / power)
    pieces = np.broadcast_to(np.arange(len(centres))[:, None], distance.shape)

    inside = (rows >= 0) & (rows < shape[0]) & (columns >= 0) & (columns < shape[1])
    pixel, distance, piece = (rows * shape[1] + columns)[inside], distance[inside], pieces[inside]
    order = np.argsort(-distance, kind="stable")  # the nearest piece is written last and so stays
    pixel, distance, piece = pixel[order], distance[order], piece[order]
    owner = np.full(shape[0] * shape[1], -1)
    nearest = np.full(shape[0] * shape[1], _FAR)
    second = np.full(shape[0] * shape[1], _FAR)
    owner[pixel], nearest[pixel] = piece, distance
    others = owner[pixel] != piece
    second[pixel[others]] = distance[others]
    return Pieces(owner.reshape(shape), nearest.reshape(shape), second.reshape(shape))


def middles(pieces: Pieces, centres: Field) -> Field:
    """Returns the mean position of every piece's pixels, ``(N, 2)``; a piece without any stays where it was."""
    owned = pieces.owner >= 0
    owner = pieces.owner[owned]
    rows, columns = np.nonzero(owned)
    count = np.bincount(owner, minlength=len(centres))
    sums = np.stack([np.bincount(owner, weights=at, minlength=len(centres)) for at in (rows, columns)], axis=-1)
    moved: Field = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], centres)
    return moved


def joints(labels: Labels) -> Mask:
    """Returns where a pixel's right or lower neighbour belongs to another piece, ``(H, W)``."""
    seam = np.zeros(labels.shape, dtype=bool)
    seam[:-1] |= labels[:-1] != labels[1:]
    seam[:, :-1] |= labels[:, :-1] != labels[:, 1:]
    return seam


def per_piece(values: Field, labels: Labels) -> Field:
    """Returns ``values`` ``(N, ...)`` spread over the pixels of the pieces they belong to."""
    spread: Field = values[np.maximum(labels, 0)]
    return spread
