"""Of imagecodecs' sixty codecs those that TIFF and PNG need: it looks them up by name, unseen by PyInstaller."""

from __future__ import annotations

CODECS = (
    "ccitt", "cms", "deflate", "imcd", "jpeg2k", "jpeg8", "lerc", "ljpeg", "lzma", "pixarlog", "png", "tiff", "webp",
    "zlib", "zstd",
)  # fmt: skip

hiddenimports = ["imagecodecs._shared", "imagecodecs._shared_cython", *(f"imagecodecs._{codec}" for codec in CODECS)]
excludedimports = ["matplotlib", "zarr", "numcodecs", "tifffile"]
