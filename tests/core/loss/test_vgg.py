from __future__ import annotations

import pytest
import safetensors.torch
import torch
import torchvision.models
from torch import Tensor, nn

from core.loss.network_files import NETWORK_FILES
from core.loss.vgg import VggFeatures, layer_indices, load_vgg
from core.recipe.choices import NetworkName
from tests.core.conftest import NETWORKS_FOLDER

LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2", "relu5_1")


def picture() -> Tensor:
    return torch.rand(1, 3, 50, 67, generator=torch.Generator().manual_seed(1))


def plain_torchvision(name: NetworkName) -> nn.Sequential:
    """torchvision's own network with the bundled weights, built without any of our code."""
    build = {NetworkName.VGG19: torchvision.models.vgg19, NetworkName.VGG16: torchvision.models.vgg16}[name]
    features: nn.Sequential = build(weights=None, init_weights=False).features
    weights = safetensors.torch.load_file(NETWORKS_FOLDER / NETWORK_FILES[name].file_name)
    missing = features.load_state_dict(
        {key.removeprefix("features."): value.float() for key, value in weights.items()}, strict=False
    )
    assert not missing.unexpected_keys
    return features


@torch.no_grad()
@pytest.mark.parametrize(
    ("name", "indices"),
    [
        (NetworkName.VGG19, (1, 6, 11, 20, 22, 29)),
        (NetworkName.VGG16, (1, 6, 11, 18, 20, 25)),
    ],
)
def test_features_are_torchvision_s_at_the_same_indices(name: NetworkName, indices: tuple[int, ...]) -> None:
    image = picture()
    found = load_vgg(NETWORKS_FOLDER, name)(image, LAYERS)
    plain = plain_torchvision(name)
    mean = torch.tensor((0.48501961, 0.45795686, 0.40760392)).view(1, 3, 1, 1)
    hidden = (image - mean) * 255
    expected = {}
    for index, layer in enumerate(plain[: max(indices) + 1]):
        if isinstance(layer, nn.Conv2d):
            layer.padding_mode, layer._reversed_padding_repeated_twice = "replicate", [1, 1, 1, 1]
        hidden = layer(hidden)
        if index in indices:
            expected[index] = hidden.clone()
    for layer_name, index in zip(LAYERS, indices, strict=True):
        assert layer_indices(name)[layer_name] == index
        torch.testing.assert_close(found[layer_name], expected[index], rtol=1e-4, atol=1e-3 * expected[index].max())


@torch.no_grad()
def test_only_as_deep_as_needed(vgg19: VggFeatures) -> None:
    evaluated: list[int] = []
    hooks = [
        layer.register_forward_hook(lambda *_args, index=index: evaluated.append(index))
        for index, layer in enumerate(vgg19._layers)
    ]
    try:
        assert list(vgg19(picture(), ["relu2_1"])) == ["relu2_1"]
    finally:
        for hook in hooks:
            hook.remove()
    assert max(evaluated) == layer_indices(NetworkName.VGG19)["relu2_1"]


def test_an_unknown_layer_is_refused(vgg19: VggFeatures) -> None:
    with pytest.raises(KeyError):
        vgg19(picture(), ["relu6_1"])


@torch.no_grad()
def test_a_flat_picture_looks_flat_up_to_its_border(vgg19: VggFeatures) -> None:
    for layer, features in vgg19(torch.full((1, 3, 64, 64), 0.7), LAYERS).items():
        assert float(features.std(dim=(2, 3)).max()) < 1e-4 * float(features.max()), layer


def test_nothing_in_the_network_learns(vgg19: VggFeatures) -> None:
    assert not any(parameter.requires_grad for parameter in vgg19.parameters())
    assert all(parameter.dtype is torch.float32 for parameter in vgg19.parameters())
