"""Whether all is there that reading files needs: a packaged program could lack some of it."""

from __future__ import annotations

import importlib
from typing import Final

# The parts of imagecodecs that are used, by tifffile or here; the same as in .ci/hooks/hook-imagecodecs.py.
_CODECS: Final = (
    "avif", "cms", "deflate", "imcd", "jpeg2k", "jpeg8", "lerc", "ljpeg", "lzma", "png", "tiff", "webp", "zlib", "zstd",
)  # fmt: skip


def missing_codecs() -> list[str]:
    """The modules of tifffile and imagecodecs that cannot be loaded; empty where nothing is missing."""
    names = ["tifffile", "imagecodecs", *(f"imagecodecs._{codec}" for codec in _CODECS)]
    return [name for name in names if not _can_be_loaded(name)]


def _can_be_loaded(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True
