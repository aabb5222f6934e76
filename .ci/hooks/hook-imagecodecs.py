"""Of imagecodecs' sixty codecs those that TIFF, PNG and AVIF need: it looks them up by name, unseen by PyInstaller."""

from __future__ import annotations

CODECS = (
    "avif", "cms", "deflate", "imcd", "jpeg2k", "jpeg8", "lerc", "ljpeg", "lzma", "png", "tiff", "webp", "zlib", "zstd",
)  # fmt: skip
# Older versions are without these; libtiff, in "tiff", stands in for them.
NEWER = ("ccitt", "pixarlog")

hiddenimports = [
    "imagecodecs._shared",
    "imagecodecs._shared_cython",
    *(f"imagecodecs._{codec}" for codec in CODECS + NEWER),
]
excludedimports = ["matplotlib", "zarr", "numcodecs", "tifffile"]
