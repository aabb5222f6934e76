"""Small, quick pictures of what recipes would paint, for choosing by looking."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.errors import DivergedError
from core.files.reading import read_picture, read_size
from core.loss.objective import LossWeights, Objective
from core.loss.tensors import to_tensor
from core.machine.devices import choose_device, repeatable
from core.optimization.canvas import enlarged_canvas, first_canvas
from core.optimization.memory_plan import History
from core.optimization.network import network_for
from core.optimization.optimizers import make_optimizer
from core.optimization.scale_painter import painting_at_scale
from core.optimization.schedule import MIN_SIDE_PX, Scale
from core.optimization.sources import LARGEST_PAINTING_PX
from core.optimization.view import view_of
from core.optimization.weave import take_out_weave
from core.picture import fitted_size
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom
from core.recipe.recipe import MIN_SIZE_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from core.loss.sweeper import ContentTarget
    from core.loss.vgg import VggFeatures
    from core.picture import Picture
    from core.recipe.recipe import Recipe

THUMBNAIL_PX: Final = 160
# Strokes find their place on the small canvas, where a step costs half; two steps more sharpen them. What other
# schedules of the same cost show is in tests/benchmarks/README.md.
_SCALES: Final = (Scale(96, 6), Scale(THUMBNAIL_PX, 2))
# Of one photo; each weighs some 0.2 MB.
_MOST_CANVASES: Final = 64


@dataclass(frozen=True, slots=True, eq=False)
class ThumbnailView:
    """A thumbnail as it stands.

    Attributes:
        pixels: (H, W, 3) sRGB, read-only.
        is_done: Whether nothing more is painted.
    """

    pixels: NDArray[np.uint8]
    is_done: bool


@dataclass(frozen=True, slots=True)
class _NetworkChoice:
    name: NetworkName
    precision: Precision
    device: DeviceName


@dataclass(frozen=True, slots=True, eq=False)
class _Photo:
    """A photo at the size of a scale, with its features once a thumbnail has needed them."""

    picture: Picture
    contents: dict[_NetworkChoice, ContentTarget]


class ThumbnailPainter:
    """Paints one thumbnail after the other; keeps the network, and the features of the last photo, in between."""

    def __init__(self, networks_folder: Path) -> None:
        """Read networks from a folder; none is read yet."""
        self._networks_folder = networks_folder
        self._network: tuple[_NetworkChoice, VggFeatures] | None = None
        self._photos: tuple[object, tuple[_Photo, ...]] | None = None
        # The last canvases, for two of the choices of colours differ only in how the canvas is shown.
        self._finished: dict[object, Tensor] = {}

    def paint(self, recipe: Recipe, is_wanted: Callable[[], bool]) -> Iterator[ThumbnailView]:
        """Paint a thumbnail of a recipe; ends without a last view once it is no longer wanted.

        Size, preset and depth of the recipe do not count. A start from noise is shown as one from the photo: in so
        few steps nothing would rise from the noise.

        Args:
            recipe: What to paint.
            is_wanted: Asked before every step.

        Raises:
            ImageFileError: If the photo or a painting cannot be read.
            NetworkFileError: If the network's file is not the one that was shipped.
            DeviceError: If this computer lacks the device.
            DivergedError: If the optimisation broke down; without a picture.
            RuntimeError: If memory does not suffice; see `core.machine.memory.is_out_of_memory`.
            MemoryError: The same.
        """
        if recipe.start_from is StartFrom.NOISE:
            recipe = replace(recipe, start_from=StartFrom.PHOTO)
        photos = self._photos_of(recipe)
        if recipe.style_strength == 0:
            yield ThumbnailView(photos[-1].picture.rgb, is_done=True)
            return
        finished = self._finished.get(_key_of_canvas(recipe))
        if finished is not None:
            yield _view(finished, photos, recipe, is_done=True)
            return
        with repeatable():
            yield from self._paint(recipe, photos, is_wanted)

    def _paint(
        self, recipe: Recipe, photos: tuple[_Photo, ...], is_wanted: Callable[[], bool]
    ) -> Iterator[ThumbnailView]:
        longest_px = max(photos[-1].picture.width_px, photos[-1].picture.height_px)
        painting_px = min(round(longest_px * recipe.style_scale), LARGEST_PAINTING_PX)
        paintings = [(read_picture(style.path, painting_px), style.weight) for style in recipe.styles]
        start = None if recipe.start_picture is None else read_picture(recipe.start_picture, longest_px, recipe.shape)
        canvas: Tensor | None = None
        device = choose_device(recipe.device)
        for photo, scale in zip(photos, _SCALES[-len(photos) :], strict=True):
            if not is_wanted():
                return
            tensor = to_tensor(photo.picture.rgb, device)
            if canvas is None:
                canvas = first_canvas(recipe, tensor, paintings, start)
            else:
                canvas = enlarged_canvas(recipe, tensor, paintings, canvas)
            objective = self._objective(recipe, photo, tensor, paintings)
            optimizer = make_optimizer(History())
            for step in range(1, scale.num_steps + 1):
                if not is_wanted():
                    return
                gradient = objective.evaluate(canvas).gradient
                canvas = canvas + optimizer.move(take_out_weave(gradient))
                if not math.isfinite(float(canvas.sum())):
                    raise DivergedError
                is_done = photo is photos[-1] and step == scale.num_steps
                yield _view(canvas, photos, recipe, is_done=is_done)
        if canvas is not None:
            self._remember(recipe, canvas)

    def _remember(self, recipe: Recipe, canvas: Tensor) -> None:
        if len(self._finished) == _MOST_CANVASES:
            self._finished.pop(next(iter(self._finished)))
        self._finished[_key_of_canvas(recipe)] = canvas

    def _objective(
        self, recipe: Recipe, photo: _Photo, tensor: Tensor, paintings: list[tuple[Picture, float]]
    ) -> Objective:
        choice, network = self._network_of(recipe)
        objective = Objective(
            network,
            tensor,
            ((painting_at_scale(painting, recipe, tensor), weight) for painting, weight in paintings),
            recipe.loss,
            LossWeights.of(recipe.loss, recipe.style_strength, recipe.freedom),
            turned_strokes=recipe.turned_strokes,
            content=photo.contents.get(choice),
        )
        photo.contents[choice] = objective.content
        return objective

    def _network_of(self, recipe: Recipe) -> tuple[_NetworkChoice, VggFeatures]:
        choice = _NetworkChoice(recipe.network, recipe.precision, recipe.device)
        if self._network is None or self._network[0] != choice:
            self._network = None
            self._network = choice, network_for(recipe, self._networks_folder, choose_device(recipe.device))
        return self._network

    def _photos_of(self, recipe: Recipe) -> tuple[_Photo, ...]:
        """The photo at each scale that is not too narrow for the network, coarse to fine."""
        key = _identity(recipe.photo), recipe.shape
        if self._photos is None or self._photos[0] != key:
            self._photos = None
            self._finished.clear()
            sizes_px = _sizes_px(recipe.shape or read_size(recipe.photo))
            largest = read_picture(recipe.photo, sizes_px[-1], recipe.shape)
            self._photos = key, tuple(_Photo(largest.resized(size_px), {}) for size_px in sizes_px)
        return self._photos[1]


def _sizes_px(shape: tuple[int, int]) -> list[int]:
    """The longest side at each scale for a picture of such a width and height; larger ones for a narrow picture."""
    narrowest_px = math.ceil(MIN_SIDE_PX * max(shape) / min(shape))
    sizes_px = [scale.scale_px for scale in _SCALES[:-1] if min(fitted_size(*shape, scale.scale_px)) >= MIN_SIDE_PX]
    return [*sizes_px, max(THUMBNAIL_PX, narrowest_px)]


def _view(canvas: Tensor, photos: tuple[_Photo, ...], recipe: Recipe, *, is_done: bool) -> ThumbnailView:
    return ThumbnailView(view_of(canvas, photos[-1].picture, recipe.color, THUMBNAIL_PX), is_done)


def _key_of_canvas(recipe: Recipe) -> object:
    """Equal for recipes of the same photo whose thumbnails have the same canvas."""
    color = ColorMode.STYLE if recipe.color is ColorMode.PHOTO else recipe.color
    read = [style.path for style in recipe.styles]
    if recipe.start_picture is not None:
        read.append(recipe.start_picture)
    small = replace(recipe, size_px=MIN_SIZE_PX, preset=Preset.DRAFT, print_format=None, depth_bits=8, color=color)
    return small, tuple(map(_identity, read))


def _identity(path: Path) -> tuple[Path, int, int] | None:
    """What changes when a file does; None where there is none."""
    try:
        file = path.stat()
    except OSError:
        return None
    return path, file.st_mtime_ns, file.st_size
