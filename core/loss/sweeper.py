"""Style statistics, content error and their gradient for pictures of any size, in bounded memory and exactly.

Statistics are sums over positions, so they can be gathered tile by tile; and once the gradient by the statistics of the
whole picture is known, it can be sent back through each tile by itself. A sweep forward gathers, a sweep backward
computes each tile once more, now remembering what autograd needs. The network is swept stage by stage: only the small
maps between two stages are kept for the whole picture, and the margins that tiles must read beside their own are those
of one stage, 6 or 8 positions, instead of the 90 pixels that the deepest layer depends on.

Where a stage is one tile, what the forward sweep remembered is used at once and nothing is computed twice; with every
stage one tile this is plain back-propagation.

Differs from Galerne et al. 2022, "Scaling Painting Style Transfer", whose two sweeps run through the whole depth of
the network in overlapping tiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from core.loss.statistics import FeatureMoments, PictureStatistics, at_least_float32, moment_sums
from core.loss.tile_pass import TilePass, backpropagated
from core.loss.tile_views import owned_by, placed, seen_by, share_of
from core.machine.tensor_store import TensorStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.loss.sampling import DrawnFeatures, TakenFeatures
    from core.loss.self_similarity import Samples
    from core.loss.statistics import GradientByStatistics
    from core.loss.strokes import StrokeComparison
    from core.loss.tile_plan import Tile, TilePlan
    from core.loss.vgg import Stage, VggFeatures


@dataclass(frozen=True, slots=True, eq=False)
class ContentTarget:
    """A photo's features at one layer, which pictures of its size are compared with.

    Attributes:
        layer: Such as ``relu4_2``.
        tiles: What each tile owns of them, (1, C, H', W'), at least float32.
        norm: Their squared norm.
    """

    layer: str
    tiles: TensorStore
    norm: float


class Sweeper:
    """Computes the statistics of a picture tile by tile, and then the gradient of a loss by the picture."""

    def __init__(self, network: VggFeatures, plan: TilePlan, layers: Sequence[str]) -> None:
        """Set the network up; no picture is computed yet.

        Args:
            network: The network that computes the features.
            plan: How large the tiles are.
            layers: The style layers, whose moments are wanted.
        """
        self._network = network
        self._plan = plan
        self._layers = frozenset(layers)
        self._stages = network.stages_down_to(layers)
        self._content: ContentTarget | None = None
        self._strokes: StrokeComparison | None = None
        self._samples: Samples | None = None
        self._inputs: list[Tensor] = []
        self._kept: dict[int, TilePass] = {}

    def content_of(self, photo: Tensor, layer: str) -> ContentTarget:
        """A photo's features at one layer, no deeper than the deepest style layer's stage.

        With more than one tile they go to a temporary file: they weigh as much as the largest map between two stages.

        Args:
            photo: (1, 3, H, W) sRGB in [0, 1].
            layer: Such as ``relu4_2``.
        """
        hidden = photo
        with torch.no_grad():
            for number, stage in enumerate(self._stages):
                tiles = self._tiles(number, hidden)
                if layer not in stage.strides:
                    hidden = self._output(number, hidden, tiles)
                    continue
                store, norm = TensorStore() if len(tiles) == 1 else TensorStore.on_disk(), 0.0
                for tile in tiles:
                    _, maps = self._network.run_stage(stage, seen_by(hidden, tile), (layer,), to_the_end=False)
                    owned = owned_by(at_least_float32(maps[layer]), tile, stage.strides[layer])
                    norm += float(owned.square().sum())
                    store.put(tile, owned)
                return ContentTarget(layer, store, norm)
        raise KeyError(layer)

    def compare_content(self, content: ContentTarget) -> None:
        """Compare every picture with these features of a photo, computed in the same tiles."""
        self._content = content

    def compare_strokes(self, strokes: StrokeComparison) -> None:
        """Compare the strokes of every picture that a gradient is wanted for."""
        self._strokes = strokes

    def statistics(
        self,
        picture: Tensor,
        *,
        for_gradient: bool,
        drawn: DrawnFeatures | None = None,
        samples: Samples | None = None,
    ) -> PictureStatistics:
        """Gather the statistics of a picture.

        Args:
            picture: (1, 3, H, W) sRGB, nominally in [0, 1].
            for_gradient: Whether ``gradient`` will be asked for; else nothing is kept.
            drawn: Where to gather features of single positions, without gradient.
            samples: Where to gather them beside those of the photo, whose layer must be that of the content.
        """
        sums: dict[str, FeatureMoments] = {}
        content_error: Tensor | None = None
        stroke_error: Tensor | None = None
        hidden = picture.detach()
        self.release()
        self._samples = samples
        strokes = self._strokes if for_gradient else None
        if strokes is not None:
            strokes.begin()
        for number, stage in enumerate(self._stages):
            if for_gradient:
                self._inputs.append(hidden)
            tiles = self._tiles(number, hidden)
            is_deepest = number == len(self._stages) - 1
            output = None if is_deepest else self._room(stage, hidden, tiles)
            for tile in tiles:
                keep = for_gradient and (len(tiles) == 1 or (is_deepest and tile is tiles[-1]))
                with torch.set_grad_enabled(keep):
                    tile_pass = self._run_tile(number, stage, hidden, tile, strokes=strokes, drawn=drawn)
                if keep:
                    self._kept[number] = tile_pass
                for layer, (mean, second) in tile_pass.sums.items():
                    sums[layer] = _added(sums.get(layer), mean.detach(), second.detach())
                content_error = _sum(content_error, tile_pass.content_error)
                stroke_error = _sum(stroke_error, tile_pass.stroke_error)
                if tile_pass.output is not None:
                    output = placed(output, tile_pass.output.detach(), tile, stage)
            if output is None:
                break
            hidden = output
        return PictureStatistics(sums, content_error, stroke_error)

    def gradient(self, by_statistics: GradientByStatistics) -> Tensor:
        """The gradient of a loss by the picture last measured, from its gradient by its statistics.

        Args:
            by_statistics: The loss's gradient by what was measured.

        Returns:
            (1, 3, H, W).
        """
        by_output: Tensor | None = None
        for number in reversed(range(len(self._inputs))):
            stage, hidden = self._stages[number], self._inputs.pop()
            tiles = self._tiles(number, hidden)
            # Last first: its pass may have been kept.
            by_input: Tensor | None = None
            for tile in reversed(tiles):
                tile_pass = self._kept.pop(number, None)
                if tile_pass is None:
                    with torch.enable_grad():
                        tile_pass = self._run_tile(number, stage, hidden, tile, strokes=self._strokes)
                gradient = backpropagated(tile_pass, by_statistics, share_of(by_output, tile, stage))
                if len(tiles) == 1:
                    by_input = gradient
                    continue
                if by_input is None:
                    by_input = torch.zeros_like(hidden, dtype=gradient.dtype)
                seen_by(by_input, tile).add_(gradient)
            by_output = by_input
        assert by_output is not None  # noqa: S101 - called once after each statistics(for_gradient=True)
        return by_output

    def release(self) -> None:
        """Let go of what the last pass has kept."""
        self._samples = None
        self._inputs.clear()
        self._kept.clear()

    def _tiles(self, number: int, hidden: Tensor) -> list[Tile]:
        return self._plan.tiles(number, self._stages[number], *hidden.shape[2:])

    def _run_tile(
        self,
        number: int,
        stage: Stage,
        hidden: Tensor,
        tile: Tile,
        *,
        strokes: StrokeComparison | None,
        drawn: DrawnFeatures | None = None,
    ) -> TilePass:
        seen = seen_by(hidden, tile).detach()
        if torch.is_grad_enabled():
            seen.requires_grad_()
        is_deepest = number == len(self._stages) - 1
        content = self._content
        wanted = self._layers if content is None else self._layers | {content.layer}
        output, maps = self._network.run_stage(stage, seen, wanted, to_the_end=not is_deepest)
        sums, content_error = {}, None
        stroke_error: Tensor | None = None
        sampled: TakenFeatures | None = None
        for layer, features in maps.items():
            stride = stage.strides[layer]
            owned = owned_by(features, tile, stride)
            height, width = hidden.shape[2] // stride, hidden.shape[3] // stride
            first = tile.rows.begin // stride, tile.columns.begin // stride
            if layer in self._layers:
                sums[layer] = moment_sums(owned, height * width)
            if drawn is not None:
                drawn.take(layer, owned, first, (height, width))
            if strokes is not None and layer in strokes.layers:
                tile_error = strokes.error(layer, tile, owned, height * width)
                stroke_error = tile_error if stroke_error is None else stroke_error + tile_error
            if content is not None and layer == content.layer:
                shown = content.tiles.get(tile, owned.device)
                content_error = (at_least_float32(owned) - shown).square().sum()
                if self._samples is not None:
                    self._samples.shown.take(layer, shown, first, (height, width))
                    sampled = self._samples.canvas.take(layer, owned, first, (height, width))
        owned_output = None if is_deepest else owned_by(output, tile, stage.shrink)
        return TilePass(seen, owned_output, sums, content_error, stroke_error, sampled)

    def _output(self, number: int, hidden: Tensor, tiles: Sequence[Tile]) -> Tensor:
        """The output of a stage and nothing else."""
        stage = self._stages[number]
        output = self._room(stage, hidden, tiles)
        for tile in tiles:
            part, _ = self._network.run_stage(stage, seen_by(hidden, tile), (), to_the_end=True)
            output = placed(output, owned_by(part, tile, stage.shrink), tile, stage)
        assert output is not None  # noqa: S101 - there is at least one tile
        return output

    def _room(self, stage: Stage, hidden: Tensor, tiles: Sequence[Tile]) -> Tensor | None:
        """An empty map for the output of a stage; none where its only tile's will do."""
        if len(tiles) == 1:
            return None
        shape = (1, stage.channels, hidden.shape[2] // stage.shrink, hidden.shape[3] // stage.shrink)
        return torch.empty(shape, dtype=self._network.dtype, device=hidden.device, memory_format=torch.channels_last)


def _added(moments: FeatureMoments | None, mean: Tensor, second: Tensor) -> FeatureMoments:
    if moments is None:
        return FeatureMoments(mean, second)
    return FeatureMoments(moments.mean + mean, moments.second + second)


def _sum(total: Tensor | None, part: Tensor | None) -> Tensor | None:
    """The sum of what there is; None where there is nothing yet."""
    if part is None:
        return total
    return part.detach() if total is None else total + part.detach()
