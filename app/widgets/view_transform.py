"""Where a picture lies in a view, and how it moves: plain geometry, in device pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

MAX_SCALE: Final = 16.0

_MIDDLE: Final = (0.5, 0.5)

Point = tuple[float, float]
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PixelRect:
    """A rectangle of whole pixels, or of fractions of them."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its bottom edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """How a picture of a given size lies in a view of a given size.

    Positions in the view are device pixels from its top left corner, positions in the picture shares of its width and
    height: a picture that comes again in another size stays where it is.

    Attributes:
        picture: Width and height of the picture, in its own pixels; at least 1.
        view: Width and height of the view, in device pixels; at least 1.
        margin: What is left free around a picture that fits, in device pixels.
        zoom: Device pixels for each pixel of the picture; None for as large as fits.
        centre: What of the picture is in the middle of the view, as shares of its width and height.
    """

    picture: Size = (1, 1)
    view: Size = (1, 1)
    margin: int = 0
    zoom: float | None = None
    centre: Point = (0.5, 0.5)

    @property
    def fits(self) -> bool:
        """Whether the picture is as large as fits, and follows the size of the view."""
        return self.zoom is None

    @property
    def fitting_scale(self) -> float:
        """The scale at which all of the picture is seen."""
        (width, height), (view_width, view_height) = self.picture, self.view
        free = max(1, view_width - 2 * self.margin), max(1, view_height - 2 * self.margin)
        return min(free[0] / width, free[1] / height)

    @property
    def scale(self) -> float:
        """Device pixels for each pixel of the picture."""
        return self.fitting_scale if self.zoom is None else self.zoom

    @property
    def smallest_scale(self) -> float:
        """How far one can zoom out: all of the picture, and no smaller than its own pixels need."""
        return min(1.0, self.fitting_scale)

    @property
    def rect(self) -> PixelRect:
        """Where the picture lies; it begins on a whole pixel, so that nothing shimmers while it moves."""
        left, width = self._axis(0)
        top, height = self._axis(1)
        return PixelRect(left, top, width, height)

    @property
    def visible(self) -> PixelRect | None:
        """The whole pixels of the view in which the picture is seen; None where there are none."""
        rect = self.rect
        left, top = max(0, round(rect.left)), max(0, round(rect.top))
        right, bottom = min(self.view[0], round(rect.right)), min(self.view[1], round(rect.bottom))
        return PixelRect(left, top, right - left, bottom - top) if right > left and bottom > top else None

    @property
    def can_move(self) -> bool:
        """Whether there is more of the picture than the view shows."""
        rect = self.rect
        return rect.width > self.view[0] or rect.height > self.view[1]

    def share_at(self, point: Point) -> Point:
        """What of the picture is at a point of the view, as shares of its width and height."""
        rect = self.rect
        return (point[0] - rect.left) / rect.width, (point[1] - rect.top) / rect.height

    def fitted(self) -> ViewTransform:
        """As large as fits."""
        return replace(self, zoom=None, centre=_MIDDLE)

    def zoomed(self, scale: float, at: Point | None = None) -> ViewTransform:
        """At another scale; what is at the point ``at`` of the view, else in its middle, stays there.

        All the way out is as large as fits.
        """
        scale = min(MAX_SCALE, max(self.smallest_scale, scale))
        if scale <= self.fitting_scale * (1 + 1e-9) and self.fitting_scale <= 1:
            return self.fitted()
        x, y = at if at is not None else (self.view[0] / 2, self.view[1] / 2)
        share = self.share_at((x, y))
        centre = tuple(
            share[axis] + (self.view[axis] / 2 - (x, y)[axis]) / (self.picture[axis] * scale) for axis in (0, 1)
        )
        return _within(replace(self, zoom=scale, centre=(centre[0], centre[1])))

    def zoomed_by(self, factor: float, at: Point | None = None) -> ViewTransform:
        """So many times larger."""
        return self.zoomed(self.scale * factor, at)

    def moved(self, dx: float, dy: float) -> ViewTransform:
        """The picture moved by so many device pixels, as far as there is more of it to see."""
        if self.fits:
            return self
        rect = self.rect
        centre = self.centre[0] - dx / rect.width, self.centre[1] - dy / rect.height
        return _within(replace(self, centre=centre))

    def with_view(self, view: Size, margin: int) -> ViewTransform:
        """In a view of another size; the middle stays the middle."""
        return _within(replace(self, view=(max(1, view[0]), max(1, view[1])), margin=margin))

    def with_picture(self, picture: Size) -> ViewTransform:
        """With the same picture in another size, which lies where the former lay."""
        if self.zoom is None:
            return replace(self, picture=picture)
        zoom = self.zoom * self.picture[0] / picture[0]
        return _within(replace(self, picture=picture, zoom=min(MAX_SCALE, zoom)))

    def like(self, other: ViewTransform) -> ViewTransform:
        """Showing the same part of this picture as another one shows of its own, whatever the sizes of the two."""
        if other.zoom is None:
            return self.fitted()
        zoom = other.zoom * max(other.picture) / max(self.picture)
        return _within(replace(self, zoom=min(MAX_SCALE, zoom), centre=other.centre))

    def _axis(self, axis: int) -> tuple[float, float]:
        length = max(1.0, self.picture[axis] * self.scale)
        return round(self.view[axis] / 2 - self.centre[axis] * length), length


def _within(transform: ViewTransform) -> ViewTransform:
    """The same, moved back as far as the view would show more ground than it has to."""
    if transform.fits:
        return replace(transform, centre=_MIDDLE)
    return replace(transform, centre=(_centre_within(transform, 0), _centre_within(transform, 1)))


def _centre_within(transform: ViewTransform, axis: int) -> float:
    length = transform.picture[axis] * transform.scale
    # An edge may come in as far as the margin of a picture that fits, so that one sees that it is the edge.
    half = max(0.0, transform.view[axis] / 2 - transform.margin) / length
    middle = _MIDDLE[axis]
    return middle if half >= middle else min(1 - half, max(half, transform.centre[axis]))
