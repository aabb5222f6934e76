"""First and second moments of feature maps: all that a style loss knows of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, eq=False)
class FeatureMoments:
    """First and second moments of a feature map over its positions: all that a style loss knows of a picture.

    Moments of several pictures, or of parts of one, are averaged by averaging both attributes.

    Attributes:
        mean: (C,).
        second: (C, C), uncentred, symmetric; the Gram matrix divided by the number of positions.
    """

    mean: Tensor
    second: Tensor

    @property
    def covariance(self) -> Tensor:
        """(C, C), centred."""
        return self.second - self.mean[:, None] * self.mean


@dataclass(frozen=True, slots=True, eq=False)
class PictureStatistics:
    """What the losses need to know of a whole picture.

    Attributes:
        moments: Of each style layer.
        content_error: Squared distance of the content layer to the remembered one; None if none is remembered.
        stroke_error: Mean distance to the nearest features of the paintings; None if strokes are not compared.
    """

    moments: Mapping[str, FeatureMoments]
    content_error: Tensor | None
    stroke_error: Tensor | None


@dataclass(frozen=True, slots=True, eq=False)
class GradientByStatistics:
    """The gradient of a loss by the statistics of a picture.

    Attributes:
        moments: By the mean and second moment of each style layer.
        content_error: By the content error.
        stroke_error: By the stroke error.
        samples: By the features at the positions that were drawn, (K, C); None if none were.
    """

    moments: Mapping[str, FeatureMoments]
    content_error: float
    stroke_error: float
    samples: Tensor | None = None


def feature_moments(features: Tensor) -> FeatureMoments:
    """The moments of a feature map.

    Computed in float32 or better whatever the precision of the features: second moments summed or rounded in half
    precision are too coarse to follow, the Wasserstein loss above all.

    Args:
        features: (1, C, H, W).

    Source: Gatys et al. 2016, eq. 3, for the second moment. Differs from Gatys et al.: divided by the number of
    positions, so that pictures of different sizes compare.
    """
    mean, second = moment_sums(features, features.shape[2] * features.shape[3])
    return FeatureMoments(mean, second)


def moment_sums(features: Tensor, num_positions: int) -> tuple[Tensor, Tensor]:
    """What a part of a feature map adds to the mean and the second moment of the whole.

    Args:
        features: (1, C, H, W), a part, or the whole.
        num_positions: Of the whole.
    """
    # (H * W, C): without a copy when the features lie channels-last in memory, as the network makes them.
    positions = at_least_float32(features.movedim(1, -1).flatten(0, 2))
    return positions.sum(0) / num_positions, positions.mT @ positions / num_positions


def at_least_float32(features: Tensor) -> Tensor:
    """Half precision as float32, anything finer as it is."""
    return features.float() if features.dtype in (torch.float16, torch.bfloat16) else features


def mixed_moments(moments: Sequence[FeatureMoments], weights: Sequence[float]) -> FeatureMoments:
    """The moments of several paintings hung side by side, each with an area proportional to its weight.

    Args:
        moments: At least one, all of the same layer.
        weights: As many, not negative, not all zero.
    """
    return FeatureMoments(
        weighted_mean([each.mean for each in moments], weights),
        weighted_mean([each.second for each in moments], weights),
    )


def weighted_mean(tensors: Sequence[Tensor], weights: Sequence[float]) -> Tensor:
    """The mean of equally shaped tensors, each with its weight.

    Args:
        tensors: At least one.
        weights: As many, not negative, not all zero.
    """
    total = sum(weights)
    return torch.stack([tensor * (weight / total) for tensor, weight in zip(tensors, weights, strict=True)]).sum(0)
