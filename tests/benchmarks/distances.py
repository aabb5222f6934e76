"""How near a result is to its painting and to its photo, seen by the network that it was not optimised on.

style    mean over relu1_1 to relu5_1, and over full and half size, of |G(result) - G(style)| / |G(style)|, Frobenius
content  |F(result) - F(photo)| / |F(photo)| at relu4_2

Lower is nearer. Style distance alone rewards throwing the photo away: compare at equal content distance. Plain
torchvision layers, zero padding and all, so that the judge shares nothing with the engine but the weights.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import safetensors.torch
import torch
import torchvision.models
from torch import Tensor, nn

from app.system import paths
from core.files.reading import read_picture
from core.loss.network_files import read_network_file
from core.loss.tensors import to_tensor
from core.loss.vgg import layer_indices
from core.recipe.choices import NetworkName

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from core.picture import Picture

STYLE_LAYERS: Final = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")
CONTENT_LAYER: Final = "relu4_2"


@dataclass(frozen=True, slots=True)
class Distances:
    """Both distances of one result; see the module."""

    style: float
    content: float


class Judge:
    """Looks at results with one network."""

    def __init__(self, name: NetworkName = NetworkName.VGG16) -> None:
        build = torchvision.models.vgg16 if name is NetworkName.VGG16 else torchvision.models.vgg19
        weights = safetensors.torch.load(read_network_file(paths.networks(), name))
        self._layers: nn.Sequential = build(weights=None, init_weights=False).features[:31].requires_grad_(False)
        self._layers.load_state_dict(
            {key.removeprefix("features."): value.float() for key, value in weights.items()}, strict=False
        )
        self._names = {index: layer for layer, index in layer_indices(name).items()}
        self._mean = torch.tensor((0.48501961, 0.45795686, 0.40760392)).view(1, 3, 1, 1)

    @torch.no_grad()
    def features(self, image: Tensor, wanted: Iterable[str]) -> dict[str, Tensor]:
        """Feature maps of a (1, 3, H, W) image in [0, 1] at the named layers."""
        names, hidden, found = set(wanted), (image - self._mean) * 255, {}
        for index, layer in enumerate(self._layers):
            hidden = layer(hidden)
            if self._names.get(index) in names:
                found[self._names[index]] = hidden.clone()
            if len(found) == len(names):
                break
        return found

    def distances(self, photo: Path, painting: Path, result: Picture, size_px: int) -> Distances:
        """Both distances, with all pictures' longest sides at ``size_px``."""
        per_size = []
        for side_px in (size_px, size_px // 2):
            goal = self._grams(read_picture(painting, side_px))
            found = self._grams(result.resized(side_px))
            errors = [(found[layer] - goal[layer]).norm() / goal[layer].norm() for layer in STYLE_LAYERS]
            per_size.append(torch.stack(errors).mean())
        kept = self.features(_tensor(read_picture(photo, size_px)), (CONTENT_LAYER,))[CONTENT_LAYER]
        got = self.features(_tensor(result.resized(size_px)), (CONTENT_LAYER,))[CONTENT_LAYER]
        return Distances(style=torch.stack(per_size).mean().item(), content=((got - kept).norm() / kept.norm()).item())

    def relative_distance(self, picture: Picture, other: Picture, layer: str) -> float:
        """``|F(picture) - F(other)| / |F(other)|`` at one layer; both of the same size."""
        found, goal = (self.features(_tensor(each), (layer,))[layer] for each in (picture, other))
        return float((found - goal).norm() / goal.norm())

    def _grams(self, picture: Picture) -> dict[str, Tensor]:
        features = self.features(_tensor(picture), STYLE_LAYERS)
        flat = {layer: found.flatten(2)[0] for layer, found in features.items()}
        return {layer: each @ each.T / each.shape[1] for layer, each in flat.items()}


def _tensor(picture: Picture) -> Tensor:
    return to_tensor(picture.rgb, torch.device("cpu"))


def seconds_of_a_pass(size_px: int = 512, repeat: int = 3) -> float:
    """Median seconds of one float32 forward and backward of plain VGG-19 up to relu5_1 on a square image.

    The unit that run times are quoted in, so that they compare between machines.
    """

    network = torchvision.models.vgg19(weights=None, init_weights=False).features[:30].requires_grad_(False)
    for parameter in network.parameters():
        nn.init.normal_(parameter, std=0.02)
    image = torch.rand(1, 3, size_px, size_px, requires_grad=True)
    times = []
    for _ in range(repeat + 1):
        started_s = time.perf_counter()
        torch.autograd.grad(network(image).square().mean(), image)
        times.append(time.perf_counter() - started_s)
    return statistics.median(times[1:])
