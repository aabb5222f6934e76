"""Which image files can be read and written, and how a file tells its kind."""

from __future__ import annotations

READABLE_SUFFIXES = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".gif",
    ".heic", ".heif", ".hif", ".avif",
)  # fmt: skip

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
)

WRITABLE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff")

HEAD_BYTES = 64

_BMP_HEADER_BYTES = (12, 40, 52, 56, 64, 108, 124)

_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")


def kind_of(head: bytes) -> str | None:
    """Pillow's name for the kind of file that begins with these bytes, None when it is none of ours."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_BYTES:
        return "BMP"
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head[8 : int.from_bytes(head[:4], "big")])
    return None


def _kind_of_brands(brands: bytes) -> str | None:
    listed = [brands[start : start + 4] for start in range(0, len(brands), 4)]
    if b"avif" in listed or b"avis" in listed:
        return "AVIF"
    return "HEIF" if any(brand in _HEIF_BRANDS for brand in listed) else None
