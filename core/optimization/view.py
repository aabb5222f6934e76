"""The canvas as it is shown while it is painted: in bytes, and no larger than wanted."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.loss.tensors import resized, to_rgb, to_tensor
from core.machine.memory import is_out_of_memory
from core.optimization.color_transfer import with_chrominance_of
from core.optimization.events import PreviewReady
from core.recipe.choices import ColorMode

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from core.picture import Picture


@dataclass(frozen=True, slots=True, eq=False)
class GrowingView:
    """A small picture as it stands, for choosing by looking.

    Attributes:
        pixels: (H, W, 3) sRGB, read-only.
        progress: How much of the work is done, 0 to 1.
    """

    pixels: NDArray[np.uint8]
    progress: float

    @property
    def is_done(self) -> bool:
        """Whether nothing more is painted."""
        return self.progress >= 1


_log = logging.getLogger(__name__)


def view_of(canvas: Tensor, photo: Picture, color: ColorMode, longest_side_px: int) -> NDArray[np.uint8]:
    """A canvas made ready to be looked at, (H, W, 3) sRGB, read-only; never enlarged.

    Args:
        canvas: (1, 3, H, W) in [0, 1].
        photo: Gives the view its shape, and its colours where they are to be kept.
        color: Whose colours are shown.
        longest_side_px: The most that the view's longest side may have.

    Raises:
        RuntimeError: If memory does not suffice; see `core.machine.memory.is_out_of_memory`.
        MemoryError: The same.
    """
    small = photo.resized(min(longest_side_px, max(canvas.shape[2:])))
    view = resized(canvas, small.width_px, small.height_px)
    if color is ColorMode.PHOTO:
        view = with_chrominance_of(view, to_tensor(small.rgb, canvas.device))
    return to_rgb(view)


def previews_of(canvas: Tensor, photo: Picture, color: ColorMode, longest_side_px: int) -> Iterator[PreviewReady]:
    """The event with a view of a canvas; none where there is no memory for it. The arguments are those of `view_of`."""
    try:
        pixels = view_of(canvas, photo, color, longest_side_px)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        _log.warning("No memory for a preview; going on without")
    else:
        yield PreviewReady(pixels)
