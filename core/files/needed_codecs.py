"""Whether all is there that reading files needs: a packaged program could lack some of it."""

from __future__ import annotations

from typing import Final

# The parts of imagecodecs that are used, by tifffile or here; the same as in .ci/hooks/hook-imagecodecs.py.
_PARTS: Final = (
    "CCITT", "CMS", "DEFLATE", "IMCD", "JPEG2K", "JPEG8", "LERC", "LJPEG", "LZMA", "PIXARLOG", "PNG", "TIFF", "WEBP",
    "ZLIB", "ZSTD",
)  # fmt: skip


def missing_codecs() -> list[str]:
    """What of tifffile and imagecodecs cannot be loaded; empty where nothing is missing."""
    try:
        import imagecodecs  # noqa: PLC0415 - loading it takes a while, and its absence is to be told, not died of
        import tifffile  # noqa: F401, PLC0415 - as above
    except ImportError as error:
        return [str(error.name)]
    return [f"imagecodecs {name}" for name in _PARTS if not _is_there(imagecodecs, name)]


def _is_there(package: object, name: str) -> bool:
    try:
        return bool(getattr(package, name).available)
    except (AttributeError, ImportError):
        return False
