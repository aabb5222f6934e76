"""A compute thread for a test."""

from __future__ import annotations

import gc
from typing import Any

from app.run.compute_thread import ComputeThread


def compute_thread(*arguments: Any, **options: Any) -> ComputeThread:  # noqa: ANN401 - those of ComputeThread
    """Make one when nothing is left of earlier tests.

    Else the collector may run in that thread, and take apart there what belongs to this one: Qt warns of it.
    """
    gc.collect()
    return ComputeThread(*arguments, **options)
