"""At which layers of the network a canvas is compared with the paintings and with what it should show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from core.recipe.choices import StyleLossName

if TYPE_CHECKING:
    from collections.abc import Mapping

# How much each layer's style loss counts, by kind of loss; always adding up to one. The Wasserstein distance carries
# the palette in its shallow layers, where it is cheap to follow; Gram matrices need the deep ones for composition.
_STYLE_SHARES: Final[Mapping[StyleLossName, Mapping[str, float]]] = {
    StyleLossName.GRAM: dict.fromkeys(("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1"), 1 / 5),
    StyleLossName.WASSERSTEIN: {
        "relu1_1": 256 / 341,
        "relu2_1": 64 / 341,
        "relu3_1": 16 / 341,
        "relu4_1": 4 / 341,
        "relu5_1": 1 / 341,
    },
}
# The deepest layer of the shallow ones: what strokes are made of. Deeper ones say how they lie together.
_DEEPEST_SHALLOW: Final = "relu3_1"


@dataclass(frozen=True, slots=True)
class ComparedLayers:
    """The layers of each loss.

    Attributes:
        style: How much the style loss of each counts; adding up to one.
        content: Where the canvas is compared with what it should show.
        strokes: Where single strokes are compared, each counting equally.
        arranges: Whether, where the content is compared, its arrangement may count in its place.
    """

    style: Mapping[str, float]
    content: str
    strokes: tuple[str, ...]
    arranges: bool

    @classmethod
    def deep(cls, loss: StyleLossName) -> Self:
        """Down to the forms and how they lie together: what a canvas needs that is still being composed."""
        return cls(_STYLE_SHARES[loss], content="relu4_2", strokes=("relu3_1", "relu4_1"), arranges=True)

    @classmethod
    def shallow(cls, loss: StyleLossName) -> Self:
        """Down to single strokes: what a canvas needs that only refines a coarser one. Costs half as much."""
        shares = {layer: share for layer, share in _STYLE_SHARES[loss].items() if layer <= _DEEPEST_SHALLOW}
        total = sum(shares.values())
        style = {layer: share / total for layer, share in shares.items()}
        return cls(style, content=_DEEPEST_SHALLOW, strokes=(_DEEPEST_SHALLOW,), arranges=False)
