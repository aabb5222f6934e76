"""Parameters of tests that are run apart, where others of their kind are tried always."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def apart(*values: object) -> list[ParameterSet]:
    """The values, to be tried with ``-m exhaustive``, a step of the gate of its own."""
    return [pytest.param(value, marks=[pytest.mark.exhaustive, pytest.mark.slow]) for value in values]
