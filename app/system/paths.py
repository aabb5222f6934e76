"""Where the program's own files lie, from a checkout, an installed package or a frozen build."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def resources() -> Path:
    """The folder of the files the program ships with."""
    return Path(str(files("resources")))


def networks() -> Path:
    """The folder of the bundled network files."""
    return resources() / "networks"
