"""The VGG network: named feature maps of a picture, computed no deeper than asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import safetensors.torch
import torch
import torchvision.models
from safetensors import SafetensorError
from torch import Tensor, nn

from core.errors import NetworkFileError, NetworkProblem
from core.loss.convolution import Convolution
from core.loss.network_files import NETWORK_FILES, read_network_file
from core.recipe.choices import NetworkName

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

# Convolutions in each block; the bundled files end at conv5_1.
_BLOCKS: Final[dict[NetworkName, tuple[int, ...]]] = {
    NetworkName.VGG19: (2, 2, 4, 4, 1),
    NetworkName.VGG16: (2, 2, 3, 3, 1),
}

_CHANNELS: Final = (64, 128, 256, 512, 512)

# Oxford trained on BGR bytes minus these means; the files' metadata say the same in RGB and [0, 1].
_INPUT_MEAN: Final = (0.48501961, 0.45795686, 0.40760392)
_INPUT_SCALE: Final = 255.0


# Blocks computed together, with the pooling after them. What lies between two stages is kept for the whole picture, so
# they end where the maps are small: 32 and 16 bytes a pixel. See core.loss.sweeper.
_STAGES: Final = ((1, 2), (3,), (4, 5))


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the network, from the end of one pooling to the end of another.

    Attributes:
        first: Index of its first layer in torchvision's ``features``.
        end: One past its last.
        strides: Its named layers, each with the positions of the stage's input, a side, that one of its own stands for.
        stride_px: Pixels of the picture, a side, that one position of its input stands for.
        shrink: Positions of its input, a side, that one position of its output stands for.
        margin: How many positions of its input the outermost output depends on beyond those; a multiple of ``shrink``.
        channels: Of its output.
    """

    first: int
    end: int
    strides: Mapping[str, int]
    stride_px: int
    shrink: int
    margin: int
    channels: int


def stages(name: NetworkName) -> tuple[Stage, ...]:
    """The stages of a network, shallow to deep."""
    all_stages: list[Stage] = []
    indices, stride_px, first = layer_indices(name), 1, 0
    for blocks in _STAGES:
        strides: dict[str, int] = {}
        stride, reach, index = 1, 0, first
        for block in blocks:
            for convolution in range(1, _BLOCKS[name][block - 1] + 1):
                layer = f"relu{block}_{convolution}"
                strides[layer] = stride
                # A 3 x 3 convolution depends on one position of its own input to either side.
                reach += stride
                index = indices[layer] + 1
            if block < len(_BLOCKS[name]):
                stride, index = stride * 2, index + 1
        margin = -(-reach // stride) * stride
        all_stages.append(Stage(first, index, strides, stride_px, stride, margin, _CHANNELS[blocks[-1] - 1]))
        first, stride_px = index, stride_px * stride
    return tuple(all_stages)


def layer_indices(name: NetworkName) -> dict[str, int]:
    """Index in torchvision's ``features`` of each named layer, ``relu1_1`` to ``relu5_1``, shallow to deep."""
    indices: dict[str, int] = {}
    index = 0
    for block, num_convolutions in enumerate(_BLOCKS[name], 1):
        for convolution in range(1, num_convolutions + 1):
            indices[f"relu{block}_{convolution}"] = index + 1
            index += 2
        index += 1
    return indices


class VggFeatures(nn.Module):
    """Feature maps of a pretrained VGG at named layers.

    Differs from Gatys et al.: every convolution pads by replication instead of zeros, which the network would take
    for a frame: at a picture's border it would paint the border of the paintings, down to their frames.

    Source: Simonyan and Zisserman 2014, "Very Deep Convolutional Networks for Large-Scale Image Recognition".
    """

    def __init__(self, name: NetworkName, weights: dict[str, Tensor]) -> None:
        """Build the network from torchvision's architecture and the given weights.

        Args:
            name: Which architecture.
            weights: ``features.N.weight`` and ``features.N.bias`` of every convolution up to relu5_1.
        """
        super().__init__()
        self._indices = layer_indices(name)
        self.stages = stages(name)
        depth = max(self._indices.values()) + 1
        # torchvision rectifies in place, which is safe here: each convolution's output is ours alone, and what is
        # kept is the rectified map. On the meta device the 120 million weights of the classifier are never allocated.
        with torch.device("meta"):
            build = torchvision.models.vgg19 if name is NetworkName.VGG19 else torchvision.models.vgg16
            features = build(weights=None, init_weights=False).features[:depth]
        features.load_state_dict(
            {key.removeprefix("features."): value.float() for key, value in weights.items()}, assign=True
        )
        self._layers = nn.ModuleList(
            Convolution.of(layer) if isinstance(layer, nn.Conv2d) else layer for layer in features
        )
        self.register_buffer("_mean", torch.tensor(_INPUT_MEAN).view(1, 3, 1, 1), persistent=False)
        self._mean: Tensor
        self.eval().requires_grad_(False)

    @property
    def dtype(self) -> torch.dtype:
        """The precision of the convolutions, and so of the features."""
        return self._layers[0].weight.dtype  # type: ignore[return-value] # of a convolution

    def in_precision(self, dtype: torch.dtype) -> VggFeatures:
        """This network with its convolutions in another precision; its input stays float32."""
        self._layers.to(dtype)
        return self

    def stages_down_to(self, layers: Collection[str]) -> tuple[Stage, ...]:
        """The stages that are needed for some layers; all where there are none."""
        of_layers = (number for number, each in enumerate(self.stages, 1) if not each.strides.keys().isdisjoint(layers))
        return self.stages[: max(of_layers, default=None)]

    def forward(self, image: Tensor, layers: Iterable[str]) -> dict[str, Tensor]:
        """The feature maps of an image at the named layers, evaluated only as deep as the deepest of them.

        Args:
            image: (B, 3, H, W) sRGB, nominally in [0, 1]; at least 16 pixels a side for relu5_1.
            layers: Names such as ``relu4_2``.

        Returns:
            For each name (B, C, H', W'), after the rectifier.

        Raises:
            KeyError: If there is no such layer.
        """
        wanted = frozenset(layers)
        maps: dict[str, Tensor] = {}
        hidden = image
        for stage in self.stages:
            hidden, features = self.run_stage(stage, hidden, wanted, to_the_end=not wanted <= {*maps, *stage.strides})
            maps |= features
            if len(maps) == len(wanted):
                return maps
        raise KeyError(*sorted(wanted - maps.keys()))

    def run_stage(
        self, stage: Stage, hidden: Tensor, layers: Collection[str], *, to_the_end: bool
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """One stage of the network.

        Args:
            stage: Which.
            hidden: Its input, (B, C, H, W): what the stage before has put out; an image for the first.
            layers: Names of layers; those of other stages are passed over.
            to_the_end: Whether the output is needed; else the stage is computed only as deep as the deepest layer.

        Returns:
            The output, where it was needed; and for each named layer (B, C, H', W').
        """
        if stage.first == 0:
            # The subtraction is done in the image's own precision, the convolutions in that of their weights.
            hidden = (hidden - self._mean) * _INPUT_SCALE
        hidden = hidden.to(self.dtype)
        wanted = {self._indices[layer]: layer for layer in layers if layer in stage.strides}
        maps: dict[str, Tensor] = {}
        for index in range(stage.first, stage.end):
            if not to_the_end and len(maps) == len(wanted):
                break
            hidden = self._layers[index](hidden)
            if index in wanted:
                maps[wanted[index]] = hidden
        return hidden, maps


def load_vgg(folder: Path, name: NetworkName) -> VggFeatures:
    """Load a bundled network, float32, on the CPU.

    Args:
        folder: Where the network files lie.
        name: Which network.

    Raises:
        NetworkFileError: If the file is missing, truncated or altered.
    """
    content = read_network_file(folder, name)
    try:
        weights = safetensors.torch.load(content)
    except SafetensorError as error:
        raise NetworkFileError(folder / NETWORK_FILES[name].file_name, NetworkProblem.UNREADABLE) from error
    return VggFeatures(name, weights)
