"""What a scale may use of the memory and the disk that there are at this moment."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from core.machine.memory import free_memory_bytes
from core.machine.store_folders import free_disk_bytes
from core.optimization.memory_plan import plan_memory

if TYPE_CHECKING:
    import torch

    from core.optimization.memory_plan import MemoryPlan
    from core.optimization.schedule import Scale
    from core.picture import Picture

_log = logging.getLogger(__name__)


def memory_plan_of(
    scale: Scale, photo: Picture, device: torch.device, max_memory_bytes: int | None, num_halvings: int
) -> MemoryPlan:
    """The plan for a scale; it may use less than there seems to be where memory ran out at an earlier one.

    Args:
        scale: Tells how many moves there will be to remember, and how deep the network is computed.
        photo: At the size of the canvas.
        device: Where the canvas is.
        max_memory_bytes: How much may be used; None for as much as is free.
        num_halvings: How often memory ran out.
    """
    free_bytes = free_memory_bytes(device) if max_memory_bytes is None else max_memory_bytes
    memory_bytes = free_bytes >> 2 * num_halvings
    size_px, disk_bytes = (photo.width_px, photo.height_px), free_disk_bytes()
    plan = plan_memory(*size_px, scale.num_steps, memory_bytes, disk_bytes, refines=scale.refines)
    _log.info("%d px: %s", scale.scale_px, plan)
    return plan
