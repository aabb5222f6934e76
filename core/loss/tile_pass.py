"""One stage of the network computed for one tile, and the way back through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.loss.sampling import TakenFeatures
    from core.loss.statistics import GradientByStatistics


@dataclass(frozen=True, slots=True, eq=False)
class TilePass:
    """One stage computed for one tile, with the graph that leads back from its results to its input.

    Attributes:
        seen: The part of the stage's input that the tile reads, (1, C, H, W).
        output: The part of its output that the tile owns; None after the last stage.
        sums: For each style layer of the stage, the tile's share of its mean and of its second moment.
        content_error: The tile's share; None in stages without the content layer.
        stroke_error: The tile's share; None in stages without layers at which strokes are compared.
        sampled: What was drawn of the tile; None in stages without the layer that is drawn from.
    """

    seen: Tensor
    output: Tensor | None
    sums: Mapping[str, tuple[Tensor, Tensor]]
    content_error: Tensor | None
    stroke_error: Tensor | None
    sampled: TakenFeatures | None


def backpropagated(tile_pass: TilePass, by_statistics: GradientByStatistics, by_output: Tensor | None) -> Tensor:
    """The gradient by what a tile read, from that by what it has added to the statistics and to the output.

    Args:
        tile_pass: The tile.
        by_statistics: The gradient of the loss by what was measured of the whole picture.
        by_output: By the part of the stage's output that the tile owns; None after the last stage.

    Returns:
        (1, C, H, W), as large as what the tile read.
    """
    outputs: list[Tensor] = []
    gradients: list[Tensor] = []
    for layer, (mean, second) in tile_pass.sums.items():
        outputs += [mean, second]
        gradients += [by_statistics.moments[layer].mean, by_statistics.moments[layer].second]
    for error, by_error in (
        (tile_pass.content_error, by_statistics.content_error),
        (tile_pass.stroke_error, by_statistics.stroke_error),
    ):
        if error is not None:
            outputs.append(error)
            gradients.append(torch.full_like(error, by_error))
    if tile_pass.sampled is not None and by_statistics.samples is not None:
        outputs.append(tile_pass.sampled.features)
        gradients.append(by_statistics.samples[tile_pass.sampled.numbers])
    if tile_pass.output is not None and by_output is not None:
        outputs.append(tile_pass.output)
        gradients.append(by_output.to(tile_pass.output.dtype))
    (gradient,) = torch.autograd.grad(outputs, tile_pass.seen, grad_outputs=gradients)
    return gradient
