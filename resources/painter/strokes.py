"""Brush strokes, many at a time: paths along a flow field, bristle streaks, ridges of paint, dry ends.

Every stroke is a ribbon of samples closer together than a pixel, laid straight into the canvas, so that a later stroke
covers an earlier one as paint does. Edges are smooth because the canvas is larger than the picture and is shrunk to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from resources.painter.fields import Field, Shape, pick, resize
from resources.painter.noise import smooth_noise

if TYPE_CHECKING:
    from numpy.random import Generator

_SAMPLE_PITCH_PX = 0.72  # below 1/sqrt(2), so that a ribbon at any angle leaves no holes
_SAMPLES_PER_BATCH = 1_500_000
_PATH_POINTS = 14
_STREAK_SHAPE = (256, 1024)  # across, along


@dataclass(frozen=True)
class Brush:
    """How a brush of one kind marks the canvas; lengths in canvas pixels, the rest in shares of 1."""

    length_px: float
    width_px: float
    variety: float = 0.25  # how much the size differs from stroke to stroke
    taper: float = 0.25  # the share of the length over which each end narrows
    ragged: float = 0.12  # how far single bristles stop short of the ends
    dryness: float = 0.0  # the share of the canvas that shows through, growing towards the end of the stroke
    streak: float = 0.06  # light and dark between bristles
    load: float = 0.5  # how much of a second colour rides along one side
    body_px: float = 2.0  # the height of the paint


class Canvas:
    """Paint being laid: ``colour`` ``(H, W, 3)`` and ``height`` ``(H, W)``, larger than the picture will be."""

    def __init__(self, shape: Shape, ground: Field, scale: float = 1.6) -> None:
        self.picture_shape = shape
        self.scale = scale
        self.shape: Shape = (round(shape[0] * scale), round(shape[1] * scale))
        self.unit = max(self.shape) / 768  # canvas pixels to one pixel of a picture 768 wide
        self.colour: Field = np.empty((*self.shape, 3))
        self.colour[:] = ground
        self.height: Field = np.zeros(self.shape)

    def finish(self, picture: Field | None = None) -> Field:
        """Returns the colours (or a ``picture`` of the canvas's size) shrunk to the picture's size, in [0, 1]."""
        whole = self.colour if picture is None else picture
        return np.clip(resize(whole, self.picture_shape, smooth=False), 0, 1)


def scatter(rng: Generator, shape: Shape, count: int) -> Field:
    """Returns ``count`` points ``(N, 2)`` y, x over the plane: a jittered grid in random order, so without clumps."""
    columns = max(1, round((count * shape[1] / shape[0]) ** 0.5))
    rows = max(1, round(count / columns))
    grid = np.stack(np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij"), axis=-1).reshape(-1, 2)
    jittered = (grid + rng.uniform(-0.1, 1.1, size=grid.shape)) * (shape[0] / rows, shape[1] / columns)
    return rng.permutation(jittered)


def keep_where(rng: Generator, points: Field, chance: Field) -> Field:
    """Returns the ``points`` ``(N, 2)`` that survive a throw of the dice loaded with the field ``chance``."""
    survives = rng.uniform(size=len(points)) < pick(chance, points[:, 0], points[:, 1])
    kept: Field = points[survives]
    return kept


def trace(angle: Field, centres: Field, lengths: Field) -> Field:
    """Returns paths ``(N, P, 2)`` through ``centres`` ``(N, 2)`` that follow ``angle`` for ``lengths`` pixels."""
    half = _PATH_POINTS // 2
    stride = lengths / (2 * half)
    sides = []
    for sign in (-1, 1):
        y, x = centres[:, 0].copy(), centres[:, 1].copy()
        points = []
        for _ in range(half):
            here = pick(angle, y, x)
            y = y + sign * stride * np.sin(here)
            x = x + sign * stride * np.cos(here)
            points.append(np.stack([y, x], axis=-1))
        sides.append(points)
    return np.stack([*sides[0][::-1], centres, *sides[1]], axis=1)


def sizes(rng: Generator, brush: Brush, count: int) -> tuple[Field, Field]:
    """Returns a length and a width for each of ``count`` strokes, ``(N,)`` each."""
    spread = np.exp(rng.standard_normal((2, count)) * brush.variety)
    return brush.length_px * spread[0], brush.width_px * spread[1]


def paint_along(
    rng: Generator,
    canvas: Canvas,
    angle: Field,
    centres: Field,
    colours: Field,
    brush: Brush,
    tooth: Field | None = None,
) -> None:
    """Paints a stroke along ``angle`` through each of ``centres`` ``(N, 2)`` in ``colours`` ``(N, 3)``."""
    if len(centres) == 0:
        return
    lengths, widths = sizes(rng, brush, len(centres))
    paint_paths(rng, canvas, trace(angle, centres, lengths), widths, colours, brush, tooth)


def paint_paths(
    rng: Generator,
    canvas: Canvas,
    paths: Field,
    widths: Field,
    colours: Field,
    brush: Brush,
    tooth: Field | None = None,
) -> None:
    """Paints strokes along ``paths`` ``(N, P, 2)``, in order, each over the last.

    ``tooth`` is the grain of the ground ``(H, W)`` in [0, 1]: a dry stroke only marks where the grain stands high.
    """
    streaks = streak_texture(rng, canvas.unit)
    for batch in batches(paths, widths):
        ribbon = lay_ribbon(rng, paths[batch], widths[batch], brush, streaks)
        seconds = colours[rng.permutation(len(colours))[: len(paths[batch])]]
        _press(canvas, ribbon, colours[batch], seconds, brush, tooth)


def batches(paths: Field, widths: Field) -> list[slice]:
    """Returns slices over the strokes so that each batch of ribbons fits comfortably in memory."""
    longest = float(np.abs(np.diff(paths, axis=1)).sum(axis=(1, 2)).max())
    samples = (longest / _SAMPLE_PITCH_PX + 2) * (float(widths.max()) / _SAMPLE_PITCH_PX + 2)
    per_batch = max(1, int(_SAMPLES_PER_BATCH / samples))
    return [slice(first, first + per_batch) for first in range(0, len(paths), per_batch)]


@dataclass(frozen=True)
class Ribbon:
    """The samples of a batch of strokes; ``M`` samples that lie on the ribbon, in order of painting."""

    y: Field  # (M,) canvas pixels, not yet rounded
    x: Field
    stroke: Field  # (M,) which stroke, as an index
    along: Field  # (M,) 0 at the start, 1 at the end
    across: Field  # (M,) -1 and 1 at the edges
    streak: Field  # (M,) the bristle's own value, spread 1


def streak_texture(rng: Generator, unit: float) -> Field:
    """Returns bristle marks: fine across, long along, ``_STREAK_SHAPE``."""
    fine = smooth_noise(rng, _STREAK_SHAPE, (1.6 * unit, 90 * unit))
    coarse = smooth_noise(rng, _STREAK_SHAPE, (4.5 * unit, 140 * unit))
    mixed: Field = 0.65 * fine + 0.75 * coarse
    return mixed


def lay_ribbon(rng: Generator, paths: Field, widths: Field, brush: Brush, streaks: Field) -> Ribbon:
    """Returns the samples of strokes along ``paths`` ``(N, P, 2)`` of ``widths`` ``(N,)`` pixels."""
    lengths = np.linalg.norm(np.diff(paths, axis=1), axis=2).sum(axis=1)
    n_along = max(3, int(lengths.max() / _SAMPLE_PITCH_PX) + 1)
    n_across = max(3, int(widths.max() / _SAMPLE_PITCH_PX) + 1)
    along = np.linspace(0, 1, n_along)
    across = np.linspace(-1, 1, n_across)

    at = along * (paths.shape[1] - 1)
    before = np.minimum(at.astype(np.intp), paths.shape[1] - 2)
    share = (at - before)[None, :, None]
    spine = paths[:, before] * (1 - share) + paths[:, before + 1] * share
    tangents = np.gradient(paths, axis=1)
    tangents = tangents[:, before] * (1 - share) + tangents[:, before + 1] * share
    tangents = tangents / np.maximum(np.linalg.norm(tangents, axis=2, keepdims=True), 1e-9)

    narrowing = _end_profile(along, brush.taper)
    reach = 0.5 * widths[:, None] * narrowing[None, :]
    # (N, along, across): from the spine out along the normal.
    y = spine[:, :, None, 0] + tangents[:, :, None, 1] * reach[:, :, None] * across
    x = spine[:, :, None, 1] - tangents[:, :, None, 0] * reach[:, :, None] * across

    count = len(paths)
    first_row = rng.integers(0, streaks.shape[0], size=count)
    first_column = rng.integers(0, streaks.shape[1], size=count)
    rows = (first_row[:, None] + (0.5 * (across + 1) * n_across).astype(np.intp)) % streaks.shape[0]
    columns = (first_column[:, None] + np.arange(n_along)) % streaks.shape[1]
    streak = streaks[rows[:, None, :], columns[:, :, None]]

    stops = streaks[rows, first_column[:, None]][:, None, :]  # where each bristle leaves the canvas
    begins = brush.ragged * np.clip(0.5 + 0.5 * stops, 0, 1)
    ends = 1 - brush.ragged * np.clip(0.5 - 0.9 * stops, 0, 1.6)
    s = along[None, :, None]
    touches = (s >= begins) & (s <= ends)
    if brush.dryness > 0:
        touches &= streak > _dry_threshold(brush.dryness) + 1.2 * (s - 0.6)
    stroke = np.broadcast_to(np.arange(count)[:, None, None], y.shape)
    return Ribbon(
        y=y[touches],
        x=x[touches],
        stroke=stroke[touches].astype(np.float64),
        along=np.broadcast_to(s, y.shape)[touches],
        across=np.broadcast_to(across, y.shape)[touches],
        streak=streak[touches],
    )


def _end_profile(along: Field, taper: float) -> Field:
    """Returns the share of the full width at each place ``along``: round ends, or long points for a large taper."""
    if taper <= 0:
        return np.ones_like(along)
    from_end = np.minimum(along, 1 - along) / taper
    narrowed: Field = np.maximum(0.05, np.sqrt(np.clip(from_end * (2 - np.minimum(from_end, 1)), 0, 1)))
    return narrowed


def _dry_threshold(dryness: float) -> float:
    """Returns the streak value below which about ``dryness`` of the bristles carry no paint."""
    return 2.2 * (dryness - 0.5)


def _press(canvas: Canvas, ribbon: Ribbon, colours: Field, seconds: Field, brush: Brush, tooth: Field | None) -> None:
    rows = np.rint(ribbon.y).astype(np.intp)
    columns = np.rint(ribbon.x).astype(np.intp)
    inside = (rows >= 0) & (rows < canvas.shape[0]) & (columns >= 0) & (columns < canvas.shape[1])
    if tooth is not None:
        grain = pick(tooth, ribbon.y, ribbon.x)
        inside &= grain + 0.16 * ribbon.streak > 0.06 + brush.dryness * 0.9
    rows, columns = rows[inside], columns[inside]
    stroke = ribbon.stroke[inside].astype(np.intp)
    across, along, streak = ribbon.across[inside], ribbon.along[inside], ribbon.streak[inside]

    second = brush.load * np.clip(0.5 * across + 0.35 * streak - 0.15, 0, 1)[:, None]
    pigment = colours[stroke] * (1 - second) + seconds[stroke] * second
    canvas.colour[rows, columns] = np.clip(pigment + brush.streak * streak[:, None], 0, 1)

    ridge = 0.55 * (1 - across**4) + 0.55 * np.exp(-(((np.abs(across) - 0.82) / 0.14) ** 2))
    pile = 0.5 * np.exp(-(((along - 0.92) / 0.07) ** 2))
    body = brush.body_px * (ridge + 0.30 * streak + pile)
    canvas.height[rows, columns] = 0.35 * canvas.height[rows, columns] + body
