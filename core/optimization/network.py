"""The network of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from core.loss.vgg import VggFeatures, load_vgg
from core.machine.devices import choose_dtype

if TYPE_CHECKING:
    from pathlib import Path

    from core.recipe.recipe import Recipe


def network_for(recipe: Recipe, networks_folder: Path, device: torch.device) -> VggFeatures:
    """The network that a recipe asks for, on a device, in the precision and memory layout that suit it.

    Raises:
        NetworkFileError: If its file is not the one that was shipped.
    """
    network = load_vgg(networks_folder, recipe.network).to(device).to(memory_format=torch.channels_last)
    return network.in_precision(choose_dtype(recipe.precision, device))
