from __future__ import annotations

import pytest

from core.loss.compared_layers import ComparedLayers
from core.loss.vgg import layer_indices
from core.recipe.choices import NetworkName, StyleLossName


@pytest.mark.parametrize("loss", list(StyleLossName))
def test_shallow_layers_share_the_style_loss_as_they_do_among_all(loss: StyleLossName) -> None:
    deep, shallow = ComparedLayers.deep(loss), ComparedLayers.shallow(loss)
    assert list(shallow.style) == ["relu1_1", "relu2_1", "relu3_1"]
    assert sum(deep.style.values()) == pytest.approx(1)
    assert sum(shallow.style.values()) == pytest.approx(1)
    ratios = [shallow.style[layer] / deep.style[layer] for layer in shallow.style]
    assert ratios == pytest.approx([ratios[0]] * 3)


@pytest.mark.parametrize("name", list(NetworkName))
@pytest.mark.parametrize("loss", list(StyleLossName))
def test_nothing_shallow_is_deeper_than_its_style(loss: StyleLossName, name: NetworkName) -> None:
    indices, shallow = layer_indices(name), ComparedLayers.shallow(loss)
    deepest = max(indices[layer] for layer in shallow.style)
    assert all(indices[layer] <= deepest for layer in (shallow.content, *shallow.strokes))
