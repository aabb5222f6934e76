"""Guitar and Bottle: a still life seen from many sides at once, in facets of earth and grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from resources.painter.cells import joints, per_piece
from resources.painter.colour import colour, disturb, palette, ramp
from resources.painter.fields import (
    Field,
    Labels,
    Shape,
    blur,
    coordinates,
    lerp,
    pick,
    plane_shape,
    resize,
    sample,
    step,
)
from resources.painter.lighting import light_relief
from resources.painter.noise import fbm, smooth_noise
from resources.painter.strokes import Brush, Canvas, paint_along, scatter

if TYPE_CHECKING:
    from numpy.random import Generator

_GROUND = palette("#241d18", "#4f4030", "#8a7350", "#b89a68", "#d8c49a", "#efe3c6")
_COOL = palette("#1f2624", "#46524c", "#7d8a7e", "#b4bba6", "#e2e2d0")
_WOOD = palette("#3a1d10", "#7a3f1a", "#b56a2a", "#dc9a4a", "#f2cf8a")
_BOTTLE = palette("#0f1f1c", "#1f4038", "#4a7462", "#a8c4a8")
_INK = colour("#1a1512")


def paint(rng: Generator, size: int) -> Field:
    """Returns the picture, ``(H, W, 3)``."""
    canvas = Canvas(plane_shape(size, 0.79), colour("#6b5a42"))
    unit = canvas.unit
    small = (max(16, canvas.shape[0] // 2), max(16, canvas.shape[1] // 2))
    tint, angle, lines = _broken_still_life(rng, small)
    tint, lines = resize(tint, canvas.shape), resize(lines, canvas.shape)
    angle = pick(angle, *_shrunk(canvas.shape, small))
    for count, length, width, dryness in ((2600, 30, 15, 0.0), (8500, 17, 7.5, 0.06), (9000, 12, 5, 0.12)):
        centres = scatter(rng, canvas.shape, count)
        local = pick(tint, centres[:, 0], centres[:, 1])
        brush = Brush(
            length * unit, width * unit, 0.22, 0.08, 0.12, dryness, streak=0.035, load=0.12, body_px=1.3 * unit
        )
        paint_along(rng, canvas, angle, centres, disturb(rng, local, 0.028, 0.007), brush)
    drawn = lerp(canvas.colour, np.broadcast_to(_INK, canvas.colour.shape), np.clip(lines, 0, 1))
    linen = 0.35 * unit * smooth_noise(rng, canvas.shape, 1.6 * unit)
    return canvas.finish(light_relief(drawn, canvas.height + linen, 0.50 / unit))


def _shrunk(shape: Shape, small: Shape) -> tuple[Field, Field]:
    """Returns for every pixel of ``shape`` the row and column that it has in the smaller plane."""
    rows, columns = np.indices(shape, dtype=np.float64)
    return rows * small[0] / shape[0], columns * small[1] / shape[1]


def _broken_still_life(rng: Generator, shape: Shape) -> tuple[Field, Field, Field]:
    """Returns the colours ``(H, W, 3)``, the direction of the dabs and the drawn lines ``(H, W)``."""
    whole, contour = _still_life(rng, shape)
    labels = _facets(rng, shape)
    count = int(labels.max()) + 1
    rows, columns = np.indices(shape, dtype=np.float64)
    span = max(shape)

    # Every facet looks at the still life from a little elsewhere, a little turned.
    own_y, own_x = _facet_middles(labels, count)
    middle_y, middle_x = per_piece(own_y, labels), per_piece(own_x, labels)
    turn = per_piece(rng.normal(0, 0.13, count), labels)
    zoom = per_piece(np.exp(rng.normal(0, 0.13, count)), labels)
    shift_y, shift_x = per_piece(rng.normal(0, 0.014 * span, (count, 2)), labels).transpose(2, 0, 1)
    dy, dx = (rows - middle_y) * zoom, (columns - middle_x) * zoom
    view_y = middle_y + shift_y + dy * np.cos(turn) + dx * np.sin(turn)
    view_x = middle_x + shift_x + dx * np.cos(turn) - dy * np.sin(turn)
    picture = sample(whole, view_y, view_x)
    drawn = sample(contour, view_y, view_x)

    # Each is lit from one edge to the other, so that planes seem to fold over and behind each other.
    light_from = per_piece(rng.choice([0.6, 2.2, 3.6, 5.4], size=count) + rng.normal(0, 0.3, count), labels)
    size_px = np.sqrt(np.bincount(labels.ravel(), minlength=count))
    across = ((rows - middle_y) * np.sin(light_from) + (columns - middle_x) * np.cos(light_from)) / per_piece(
        size_px, labels
    )
    shade = 0.60 * np.clip(across, -0.9, 0.9) + per_piece(rng.normal(0, 0.10, count), labels)
    light = np.clip(1 + shade, 0.3, 1.7)
    picture = np.where(
        light[..., None] < 1, picture * light[..., None], picture + (1 - picture) * (light[..., None] - 1) * 0.75
    )

    seam = joints(labels).astype(np.float64)
    pressure = step(-0.5, 0.9, fbm(rng, shape, 0.09 * span, 2))
    unit = span / 768
    lines = 0.85 * drawn + 2.7 * blur(seam, 0.9 * unit) * unit * pressure
    slant = per_piece(rng.choice([0.0, 0.0, 0.35, -0.4, 1.2], size=count) + rng.normal(0, 0.08, count), labels)
    return np.clip(picture, 0, 1), slant, lines


def _facet_middles(labels: Labels, count: int) -> tuple[Field, Field]:
    rows, columns = np.indices(labels.shape)
    number = np.maximum(np.bincount(labels.ravel(), minlength=count), 1)
    middle_y = np.bincount(labels.ravel(), weights=rows.ravel(), minlength=count) / number
    middle_x = np.bincount(labels.ravel(), weights=columns.ravel(), minlength=count) / number
    return middle_y, middle_x


def _facets(rng: Generator, shape: Shape) -> Labels:
    """Returns facets, ``(H, W)``: the plane is cut again and again, mostly along a few favourite slants.

    Facets near the middle are cut smaller, so that the still life is more broken up than the ground round it.
    """
    y, x = coordinates(shape)
    labels: Labels = np.zeros(shape, dtype=np.int64)
    slants = np.array([0.52, 2.55, 1.40, 1.75, 0.10, 1.05])
    queue = [(0, 0)]
    following = 1
    while queue:
        label, depth = queue.pop(0)
        inside = labels == label
        area = inside.mean()
        middle_y, middle_x = float(y[inside].mean()), float(x[inside].mean())
        outward = np.hypot(middle_y - 0.5, 1.2 * (middle_x - 0.4))
        if area < 0.0032 + 0.018 * min(outward / 0.5, 1) ** 1.5 or depth > 9:
            continue
        slant = rng.choice(slants) + rng.normal(0, 0.10)
        offset_y, offset_x = rng.normal(0, 0.16 * np.sqrt(area), 2)
        bow = rng.choice([0.0, 0.0, 0.0, 2.2]) * (x - middle_x) ** 2
        side = (y - middle_y - offset_y) * np.cos(slant) - (x - middle_x - offset_x) * np.sin(slant) + bow > 0
        moved = inside & side
        if moved.sum() < 0.12 * inside.sum() or moved.sum() > 0.88 * inside.sum():
            queue.append((label, depth + 1))
            continue
        labels[moved] = following
        queue += [(label, depth + 1), (following, depth + 1)]
        following += 1
    return labels


def _still_life(rng: Generator, shape: Shape) -> tuple[Field, Field]:
    """Returns the unbroken scene ``(H, W, 3)`` and its contour lines ``(H, W)``."""
    y, x = coordinates(shape)
    mottle = fbm(rng, shape, 0.10 * shape[0], 3)
    glow = 0.44 + 0.30 * np.exp(-((np.hypot(y - 0.42, x - 0.40) / 0.38) ** 2)) + 0.08 * mottle
    warm, cool = ramp(_GROUND, glow), ramp(_COOL, glow)
    picture = lerp(warm, cool, step(-0.3, 0.8, np.sin(5 * x - 4 * y + 1) + 0.4 * mottle))
    contour = np.zeros(shape)

    table = y > 0.74 + 0.10 * (x - 0.4)
    picture = lerp(picture, ramp(_WOOD, 0.30 + 0.16 * mottle + 0.5 * (y - 0.74)), table.astype(np.float64))
    picture, contour = _bottle(picture, contour, y, x, mottle)
    picture, contour = _guitar(picture, contour, y, x, mottle)
    return _newspaper(picture, contour, y, x)


def _edge(distance: Field, width: float = 0.0042) -> Field:
    """Returns a line where ``distance`` (in scene units) passes through 0."""
    return step(width, 0.4 * width, np.abs(distance))


def _guitar(picture: Field, contour: Field, y: Field, x: Field, mottle: Field) -> tuple[Field, Field]:
    lean = 0.42
    u = (x - 0.40) * np.cos(lean) + (y - 0.55) * np.sin(lean)
    v = (y - 0.55) * np.cos(lean) - (x - 0.40) * np.sin(lean)  # down the body
    girth = np.interp(
        v,
        [-0.20, -0.17, -0.10, -0.02, 0.08, 0.16, 0.215, 0.235],
        [0, 0.085, 0.118, 0.088, 0.135, 0.150, 0.090, 0.0],
        left=-0.05,
        right=-0.05,
    )
    body = girth - np.abs(u)
    grain = 0.62 + 0.16 * np.cos(90 * u + 2 * mottle) - 1.6 * u + 0.10 * mottle
    picture = lerp(picture, ramp(_WOOD, grain), (body > 0).astype(np.float64))
    hole = 0.043 - np.hypot(u, v + 0.025)
    picture = lerp(picture, np.broadcast_to(_INK, picture.shape), (hole > 0) * 0.9)
    neck = np.minimum(0.021 - np.abs(u), np.minimum(v + 0.50, -0.03 - v))
    picture = lerp(picture, ramp(_GROUND, 0.18 + 4 * u + 0.05 * mottle), (neck > 0).astype(np.float64))
    head = np.minimum(0.033 - np.abs(u), np.minimum(v + 0.565, -0.49 - v))
    picture = lerp(picture, ramp(_WOOD, 0.35 + 6 * u), (head > 0).astype(np.float64))
    bridge = np.minimum(0.052 - np.abs(u), 0.008 - np.abs(v - 0.125))
    picture = lerp(picture, np.broadcast_to(_INK, picture.shape), (bridge > 0) * 0.9)
    string = np.abs(np.sin(np.pi * u / 0.0075)) < 0.22
    strings = (string & (np.abs(u) < 0.017) & (v > -0.5) & (v < 0.125)).astype(np.float64)
    picture = lerp(picture, np.broadcast_to(_GROUND[5], picture.shape), 0.55 * strings)
    lines = np.maximum.reduce([_edge(body), _edge(neck, 0.003), _edge(hole, 0.003), _edge(head, 0.003)])
    covered = (body > 0) | (neck > 0)
    return picture, np.maximum(contour * ~covered, lines)


def _bottle(picture: Field, contour: Field, y: Field, x: Field, mottle: Field) -> tuple[Field, Field]:
    girth = np.interp(
        y,
        [0.12, 0.125, 0.16, 0.165, 0.27, 0.34, 0.40, 0.71, 0.73],
        [0, 0.028, 0.028, 0.023, 0.024, 0.055, 0.075, 0.075, 0],
        left=-0.05,
        right=-0.05,
    )
    inside = girth - np.abs(x - 0.165)
    glass = 0.36 + 3.0 * np.abs(x - 0.185) + 0.30 * np.exp(-(((x - 0.135) / 0.012) ** 2)) + 0.09 * mottle
    picture = lerp(picture, ramp(_BOTTLE, glass), (inside > 0).astype(np.float64))
    label = (inside > 0) & (y > 0.47) & (y < 0.60)
    picture = lerp(picture, ramp(_GROUND, 0.9 - 2.5 * np.abs(x - 0.15)), label.astype(np.float64))
    rule = label & (np.abs(((y * 42) % 1) - 0.5) < 0.16) & (np.abs(x - 0.165) < 0.05)
    return lerp(picture, np.broadcast_to(_INK, picture.shape), 0.7 * rule.astype(np.float64)), np.maximum(
        contour, _edge(inside)
    )


def _newspaper(picture: Field, contour: Field, y: Field, x: Field) -> tuple[Field, Field]:
    """Lays a folded paper on the table, with lines of print that nobody can read."""
    u = (x - 0.60) * np.cos(0.3) + (y - 0.78) * np.sin(0.3)
    v = (y - 0.78) * np.cos(0.3) - (x - 0.60) * np.sin(0.3)
    sheet = np.minimum(0.14 - np.abs(u), 0.075 - np.abs(v))
    picture = lerp(picture, ramp(_GROUND, 0.90 - 0.8 * np.clip(u, 0, 1)), (sheet > 0).astype(np.float64))
    word = np.sin(260 * u + 9 * np.floor(v * 70)) + np.sin(97 * u + 5 * np.floor(v * 70)) > -0.5
    printed = (sheet > 0.012) & (np.abs(((v * 70) % 1) - 0.5) < 0.22) & word
    picture = lerp(picture, np.broadcast_to(_INK, picture.shape), printed * 0.75)
    return picture, np.maximum(contour * (sheet <= 0), _edge(sheet))
