"""Parts of a large picture as they will look in it, in a small part of the time: before hours are spent on a print.

The coarse scales are painted of the whole picture, by the engine itself. At the finer ones only the part and its
surroundings are: towards the same targets, at the same size. What the style of the whole has more than that of the part
is measured on the coarse picture and taken for granted: else a dark corner would be given the colours of a sky.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from core.files.file_version import file_version
from core.loss.compared_layers import ComparedLayers
from core.loss.statistics import FeatureMoments, feature_moments
from core.loss.tensors import part_resampled, to_tensor, without_pixel_waves
from core.loss.tile_plan import TilePlan
from core.machine.devices import choose_device, repeatable
from core.optimization.canvas import with_detail
from core.optimization.control import RunControl
from core.optimization.descent import descent
from core.optimization.engine import stylize
from core.optimization.events import Finished, PreviewReady, StepDone
from core.optimization.loupe_plan import WHOLE_PX, LoupePlan, Region
from core.optimization.network import network_for
from core.optimization.scale_painter import is_flat
from core.optimization.sources import read_sources
from core.optimization.targets import PartOf, objective_for
from core.optimization.view import GrowingView, view_of
from core.picture import Picture, deepened
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from core.loss.vgg import VggFeatures
    from core.optimization.loupe_plan import Spot
    from core.optimization.sources import Sources
    from core.recipe.recipe import Recipe

# What is shown before the end must not pass for it.
_NEARLY_DONE: Final = 0.999
_DEEP_WHITE: Final = 65535
# Larger than any part, which is computed at once; paintings may be far larger.
_TILE_PX: Final = 1024


@dataclass(frozen=True, slots=True, eq=False)
class _Whole:
    """A picture of which the coarse scales are painted.

    Attributes:
        key: Equal for recipes that it is the same of.
        sources: The pictures of the result.
        canvas: (1, 3, H, W).
    """

    key: object
    sources: Sources
    canvas: Tensor


class LoupePainter:
    """Paints one part of a picture after the other; keeps what the next part of the same picture needs."""

    def __init__(self, networks_folder: Path) -> None:
        """Read networks from a folder; none is read yet."""
        self._networks_folder = networks_folder
        self._whole: _Whole | None = None

    def paint(self, recipe: Recipe, spot: Spot, is_wanted: Callable[[], bool]) -> Iterator[GrowingView]:
        """Paint a part; ends without a last view once it is no longer wanted.

        Args:
            recipe: Of a picture that a loupe is worthwhile for.
            spot: The middle of the part.
            is_wanted: Asked before every step.

        Raises:
            RecipeError: If the picture would be too narrow for the network.
            ImageFileError: If the photo or a painting cannot be read.
            NetworkFileError: If the network's file is not the one that was shipped.
            DeviceError: If this computer lacks the device.
            InterruptedRunError: If the optimisation broke down, or memory does not suffice for the coarse scales.
            RuntimeError: If it does not for the others; see `core.machine.memory.is_out_of_memory`.
            MemoryError: The same.
        """
        key = recipe, tuple(map(file_version, recipe.input_paths))
        whole = self._whole
        if whole is None or whole.key != key:
            self._whole = whole = None
            sources = read_sources(recipe)
            plan = LoupePlan.of(recipe, _size_of(sources.photo), spot)
            picture = yield from self._paint_whole(recipe, sources, plan, is_wanted)
            if picture is None:
                return
            canvas = _deep_tensor(picture, choose_device(recipe.device))
            self._whole = whole = _Whole(key, sources, canvas)
        plan = LoupePlan.of(recipe, _size_of(whole.sources.photo), spot)
        with repeatable():
            yield from self._paint_part(recipe, whole, plan, is_wanted)

    def _paint_whole(
        self, recipe: Recipe, sources: Sources, plan: LoupePlan, is_wanted: Callable[[], bool]
    ) -> Generator[GrowingView, None, Picture | None]:
        """Paint the coarse scales; None where they were no longer wanted."""
        # The photo's colours are given to a result in the end, not to the canvas.
        color = ColorMode.STYLE if recipe.color is ColorMode.PHOTO else recipe.color
        small = replace(recipe, size_px=WHOLE_PX, color=color, depth_bits=16, print_format=None)
        control, progress = RunControl(), 0.0
        crop_photo = _cut(sources.photo, plan.crop)
        for event in stylize(small, networks_folder=self._networks_folder, control=control, preview_due=lambda: True):
            if not is_wanted():
                control.stop()
            if isinstance(event, StepDone):
                progress = plan.progress(-1, event.progress)
            elif isinstance(event, PreviewReady):
                tensor = to_tensor(event.pixels, torch.device("cpu"))
                box = plan.crop.box_in(plan.size_px, (tensor.shape[3], tensor.shape[2]))
                yield GrowingView(_seen(tensor, box, crop_photo, recipe.color), progress)
            elif isinstance(event, Finished) and not event.stopped:
                return event.picture
        return None

    def _paint_part(
        self, recipe: Recipe, whole: _Whole, plan: LoupePlan, is_wanted: Callable[[], bool]
    ) -> Iterator[GrowingView]:
        """Paint the fine scales of a part."""
        if not is_wanted():
            return
        device, paintings = whole.canvas.device, whole.sources.weighted_paintings
        network = network_for(recipe, self._networks_folder, device)
        small_photo = to_tensor(whole.sources.photo.resized(WHOLE_PX).rgb, device)
        crop_photo = _cut(whole.sources.photo, plan.crop)
        canvas, canvas_px = whole.canvas, (whole.canvas.shape[3], whole.canvas.shape[2])
        origin = Region.whole(canvas_px)
        boxes = [
            region.box_in(plan.canvas_px(scale), canvas_px)
            for scale, region in zip(plan.fine, plan.regions, strict=True)
        ]
        deviations = _deviations(network, recipe, whole.canvas, boxes)
        for number, (scale, region) in enumerate(zip(plan.fine, plan.regions, strict=True)):
            size_px = plan.canvas_px(scale)
            photo = to_tensor(_cut(whole.sources.photo.resized(scale.scale_px), region).rgb, device)
            box = origin.box_from(region.box_in(size_px, canvas_px))
            canvas = part_resampled(without_pixel_waves(canvas), box, region.width_px, region.height_px)
            coarser_px = max(1, round(box[2] - box[0])), max(1, round(box[3] - box[1]))
            canvas = with_detail(recipe, canvas, photo, paintings, enlarged_from=coarser_px, of=small_photo)
            origin, canvas_px = region, size_px
            objective = objective_for(
                recipe,
                network,
                photo,
                paintings,
                plan=TilePlan((_TILE_PX,) * len(network.stages)),
                refined=canvas if scale.refines else None,
                part_of=PartOf(scale.scale_px, small_photo, deviations[number]),
            )
            losses: list[float] = []
            start, box = canvas, origin.box_from(plan.crop.box_in(plan.size_px, canvas_px))
            for canvas, loss in descent(objective, start, scale.num_steps):
                losses.append(loss)
                progress = min(_NEARLY_DONE, plan.progress(number, len(losses) / scale.num_steps))
                yield GrowingView(_seen(canvas, box, crop_photo, recipe.color), progress)
                if not is_wanted():
                    return
                if is_flat(losses):
                    break
        yield GrowingView(_seen(canvas, box, crop_photo, recipe.color), 1.0)


def _deviations(
    network: VggFeatures, recipe: Recipe, canvas: Tensor, boxes: Iterable[tuple[float, float, float, float]]
) -> list[dict[str, FeatureMoments]]:
    """For each part of a canvas and each style layer, by how much the part's moments are other than the whole's.

    Args:
        network: The network that computes the features.
        recipe: Tells at which layers.
        canvas: (1, 3, H, W), the whole.
        boxes: Left, top, right and bottom edge of each part, in pixels.
    """
    with torch.no_grad():
        maps = network(canvas, ComparedLayers.deep(recipe.loss).style)
        whole = {layer: feature_moments(features) for layer, features in maps.items()}
        found: list[dict[str, FeatureMoments]] = []
        for box in boxes:
            parts = {layer: feature_moments(_part_of_map(features, box, canvas)) for layer, features in maps.items()}
            found.append(
                {
                    layer: FeatureMoments(parts[layer].mean - each.mean, parts[layer].second - each.second)
                    for layer, each in whole.items()
                }
            )
    return found


def _part_of_map(features: Tensor, box: tuple[float, float, float, float], canvas: Tensor) -> Tensor:
    """What of a feature map belongs to a part of its canvas; at least one position."""
    height, width = features.shape[2:]
    x, y = width / canvas.shape[3], height / canvas.shape[2]
    left, top = min(width - 1, round(box[0] * x)), min(height - 1, round(box[1] * y))
    right, bottom = max(left + 1, round(box[2] * x)), max(top + 1, round(box[3] * y))
    return features[:, :, top:bottom, left:right]


def _seen(
    canvas: Tensor, box: tuple[float, float, float, float], crop_photo: Picture, color: ColorMode
) -> NDArray[np.uint8]:
    """What a part of a canvas looks like, at the size of the result."""
    part = part_resampled(canvas, box, crop_photo.width_px, crop_photo.height_px)
    return view_of(part, crop_photo, color, max(crop_photo.width_px, crop_photo.height_px))


def _cut(picture: Picture, region: Region) -> Picture:
    """A part of an opaque picture, or of one as it is seen over white."""
    rows = slice(region.top, region.top + region.height_px)
    return Picture(picture.rgb[rows, region.left : region.left + region.width_px])


def _deep_tensor(picture: Picture, device: torch.device) -> Tensor:
    """(1, 3, H, W) sRGB in [0, 1], of a picture with 16 bits a channel."""
    deep = deepened(picture).deep
    assert deep is not None  # noqa: S101 - it has been deepened
    return torch.from_numpy(deep.astype(np.float32)).to(device).permute(2, 0, 1)[None].div_(_DEEP_WHITE).contiguous()


def _size_of(picture: Picture) -> tuple[int, int]:
    return picture.width_px, picture.height_px
