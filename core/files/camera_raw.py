"""Camera raw: developed with LibRaw as the camera would have done it, if the extra "raw" is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from core.errors import ImageFileError, ImageProblem
from core.files.deep_image import DeepImage, array_bands
from core.files.orientation import UPRIGHT

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

# LibRaw's numbers for turns.
_ORIENTATION_OF_FLIP: Final = {3: 3, 5: 8, 6: 6}


def open_camera_raw(path: Path, file: BinaryIO, max_pixels: int) -> DeepImage:
    """A raw photo: white balance as shot, 16 bits, sRGB.

    Args:
        path: The file's name.
        file: The file.
        max_pixels: More are not read.

    Raises:
        ImageFileError: It cannot be read, or what reads it is not installed.
    """
    try:
        import rawpy  # noqa: PLC0415 - not installed everywhere
    except ImportError as error:
        raise ImageFileError(path, ImageProblem.NO_RAW_DECODER) from error
    file.seek(0)
    raw = rawpy.RawPy()
    try:
        raw.open_buffer(file)
        sizes = raw.sizes
    except rawpy.LibRawError as error:
        raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD) from error
    size_px = (sizes.iwidth, sizes.iheight)
    if size_px[0] * size_px[1] > max_pixels:
        raise ImageFileError(path, ImageProblem.TOO_LARGE)

    def bands() -> list[NDArray[np.unsignedinteger]]:
        try:
            pixels = raw.postprocess(use_camera_wb=True, output_bps=16, output_color=rawpy.ColorSpace.sRGB, user_flip=0)
        except rawpy.LibRawError as error:
            raise ImageFileError(path, ImageProblem.NOT_UNDERSTOOD) from error
        return list(array_bands(pixels)())

    return DeepImage(size_px, bands, orientation=_ORIENTATION_OF_FLIP.get(sizes.flip, UPRIGHT))
