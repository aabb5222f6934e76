"""Which version of the program this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """The installed version, or "(development)" where the program runs without having been installed."""
    try:
        return metadata.version("impasto")
    except metadata.PackageNotFoundError:
        return "(development)"
