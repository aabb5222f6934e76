"""Small, quick pictures of what recipes would paint, for choosing by looking."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from core.files.file_version import file_version
from core.files.reading import read_picture, read_size
from core.loss.tensors import to_tensor
from core.machine.devices import choose_device, repeatable
from core.optimization.canvas import first_canvas
from core.optimization.descent import descent
from core.optimization.network import network_for
from core.optimization.schedule import MIN_SIDE_PX
from core.optimization.sources import painting_size_px
from core.optimization.targets import objective_for
from core.optimization.view import GrowingView, view_of
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom
from core.recipe.recipe import MIN_SIZE_PX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from core.loss.objective import Objective
    from core.loss.sweeper import ContentTarget
    from core.loss.vgg import VggFeatures
    from core.picture import Picture
    from core.recipe.recipe import Recipe

THUMBNAIL_PX: Final = 160
# At one scale, other than a picture: so few steps come nearer to the picture on the thumbnail's own canvas than on a
# coarser one that is enlarged. See tests/benchmarks/README.md.
_NUM_STEPS: Final = 6
# Of one photo; each weighs some 0.2 MB.
_MOST_CANVASES: Final = 64


@dataclass(frozen=True, slots=True)
class _NetworkChoice:
    name: NetworkName
    precision: Precision
    device: DeviceName


@dataclass(frozen=True, slots=True, eq=False)
class _Photo:
    """A photo at the size of its thumbnails, with its features once one has needed them."""

    picture: Picture
    contents: dict[_NetworkChoice, ContentTarget]


class ThumbnailPainter:
    """Paints one thumbnail after the other; keeps the network, and the features of the last photo, in between."""

    def __init__(self, networks_folder: Path) -> None:
        """Read networks from a folder; none is read yet."""
        self._networks_folder = networks_folder
        self._network: tuple[_NetworkChoice, VggFeatures] | None = None
        self._photo: tuple[object, _Photo] | None = None
        # The last canvases, for two of the choices of colours differ only in how the canvas is shown.
        self._finished: dict[object, Tensor] = {}

    def paint(self, recipe: Recipe, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
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
        photo = self._photo_of(recipe)
        if recipe.style_strength == 0:
            yield GrowingView(photo.picture.rgb, 1.0)
            return
        key = _key_of_canvas(recipe)
        finished = self._finished.get(key)
        if finished is not None:
            yield GrowingView(_pixels(finished, photo, recipe), 1.0)
            return
        with repeatable():
            for step, canvas in enumerate(self._canvases(recipe, photo, is_wanted)):
                if step == _NUM_STEPS:
                    self._remember(key, canvas)
                yield GrowingView(_pixels(canvas, photo, recipe), step / _NUM_STEPS)

    def _canvases(self, recipe: Recipe, photo: _Photo, is_wanted: Callable[[], bool]) -> Iterator[Tensor]:
        """The canvas at the start, which shows the palette at once, and after each step."""
        picture = photo.picture
        longest_px = max(picture.width_px, picture.height_px)
        painting_px = painting_size_px(recipe, longest_px)
        paintings = [(read_picture(style.path, painting_px), style.weight) for style in recipe.styles]
        start = None if recipe.start_picture is None else read_picture(recipe.start_picture, longest_px, recipe.shape)
        if not is_wanted():
            return
        tensor = to_tensor(picture.rgb, choose_device(recipe.device))
        canvas = first_canvas(recipe, tensor, paintings, start)
        yield canvas
        if not is_wanted():
            return
        steps = descent(self._objective(recipe, photo, tensor, paintings), canvas, _NUM_STEPS)
        while is_wanted() and (step := next(steps, None)) is not None:
            yield step[0]

    def _remember(self, key: object, canvas: Tensor) -> None:
        if len(self._finished) == _MOST_CANVASES:
            self._finished.pop(next(iter(self._finished)))
        self._finished[key] = canvas

    def _objective(
        self, recipe: Recipe, photo: _Photo, tensor: Tensor, paintings: list[tuple[Picture, float]]
    ) -> Objective:
        choice, network = self._network_of(recipe)
        objective = objective_for(recipe, network, tensor, paintings, content=photo.contents.get(choice))
        photo.contents[choice] = objective.content
        return objective

    def _network_of(self, recipe: Recipe) -> tuple[_NetworkChoice, VggFeatures]:
        choice = _NetworkChoice(recipe.network, recipe.precision, recipe.device)
        if self._network is None or self._network[0] != choice:
            self._network = None
            self._network = choice, network_for(recipe, self._networks_folder, choose_device(recipe.device))
        return self._network

    def _photo_of(self, recipe: Recipe) -> _Photo:
        key = recipe.photo, file_version(recipe.photo), recipe.shape
        if self._photo is None or self._photo[0] != key:
            self._photo = None
            self._finished.clear()
            size_px = _size_px(recipe.shape or read_size(recipe.photo))
            self._photo = key, _Photo(read_picture(recipe.photo, size_px, recipe.shape), {})
        return self._photo[1]


def _size_px(shape: tuple[int, int]) -> int:
    """The longest side of a canvas of such a width and height; a narrow one is longer, for the network's sake."""
    return max(THUMBNAIL_PX, math.ceil(MIN_SIDE_PX * max(shape) / min(shape)))


def _pixels(canvas: Tensor, photo: _Photo, recipe: Recipe) -> NDArray[np.uint8]:
    return view_of(canvas, photo.picture, recipe.color, THUMBNAIL_PX)


def _key_of_canvas(recipe: Recipe) -> object:
    """Equal for recipes of the same photo whose thumbnails have the same canvas."""
    color = ColorMode.STYLE if recipe.color is ColorMode.PHOTO else recipe.color
    small = replace(recipe, size_px=MIN_SIZE_PX, preset=Preset.DRAFT, print_format=None, depth_bits=8, color=color)
    return small, tuple(map(file_version, recipe.input_paths))
