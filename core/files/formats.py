"""Which image files can be read and written, and how a file tells its kind."""

from __future__ import annotations

READABLE_SUFFIXES = (
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".tif", ".tiff", ".bmp", ".dib", ".gif",
    ".heic", ".heif", ".hif", ".avif", ".psd", ".psb", ".jxl",
    ".dng", ".cr2", ".cr3", ".nef", ".nrw", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw",
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
    (b"8BPS", "PSD"),
    (b"\xff\x0a", "JXL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JXL"),
    (b"%PDF-", "PDF"),
    # Camera raw that is not TIFF, or not quite: Olympus, Panasonic, Fujifilm, Minolta, Sigma.
    (b"IIRO", "RAW"),
    (b"IIRS", "RAW"),
    (b"MMOR", "RAW"),
    (b"IIU\0", "RAW"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"\0MRM", "RAW"),
    (b"FOVb", "RAW"),
)
_CANON_RAW = (slice(8, 10), b"CR")

WRITABLE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff")

HEAD_BYTES = 512

_BMP_HEADER_BYTES = (12, 40, 52, 56, 64, 108, 124)

_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")


def kind_of(head: bytes) -> str | None:
    """The kind of file that begins with these bytes, by Pillow's name if it has one; None when it is none of ours.

    "RAW" is camera raw; "PDF" and "SVG" are told apart so that it can be said what to do with them.
    """
    if head[:2] in (b"II", b"MM") and head[_CANON_RAW[0]] == _CANON_RAW[1]:
        return "RAW"
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if kind is not None:
        return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_BYTES:
        return "BMP"
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head[8 : int.from_bytes(head[:4], "big")])
    return "SVG" if _is_svg(head) else None


def _is_svg(head: bytes) -> bool:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in text)


def _kind_of_brands(brands: bytes) -> str | None:
    listed = [brands[start : start + 4] for start in range(0, len(brands), 4)]
    if b"crx " in listed:
        return "RAW"
    if b"avif" in listed or b"avis" in listed:
        return "AVIF"
    return "HEIF" if any(brand in _HEIF_BRANDS for brand in listed) else None
