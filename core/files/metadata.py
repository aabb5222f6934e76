"""What a photo's file says about the photo, carried over into the file of the picture painted from it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PIL.ExifTags import Base

from core.files.exif_tags import (
    EXIF_DIRECTORY,
    EXIF_MARK,
    GPS_DIRECTORY,
    HEADER_BYTES,
    Directory,
    Tag,
    directory_bytes,
    header,
    read_directories,
)
from core.files.opening import opened_image

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Everything else stays behind: the maker note and the thumbnail, what describes the photo's file and not the photo, and
# what tells places in the photo, for it may have been cropped.
_OF_THE_PHOTO: Final = frozenset({
    Base.ImageDescription, Base.Make, Base.Model, Base.DateTime, Base.Artist, Base.Copyright, Base.Rating,
    Base.XPTitle, Base.XPComment, Base.XPAuthor, Base.XPKeywords, Base.XPSubject,
})  # fmt: skip
_OF_THE_EXPOSURE: Final = frozenset({
    Base.ExposureTime, Base.FNumber, Base.ExposureProgram, Base.SpectralSensitivity, Base.ISOSpeedRatings,
    Base.SensitivityType, Base.StandardOutputSensitivity, Base.RecommendedExposureIndex, Base.ISOSpeed,
    Base.ExifVersion, Base.DateTimeOriginal, Base.DateTimeDigitized, Base.OffsetTime, Base.OffsetTimeOriginal,
    Base.OffsetTimeDigitized, Base.SubsecTime, Base.SubsecTimeOriginal, Base.SubsecTimeDigitized,
    Base.ShutterSpeedValue, Base.ApertureValue, Base.BrightnessValue, Base.ExposureBiasValue, Base.MaxApertureValue,
    Base.SubjectDistance, Base.MeteringMode, Base.LightSource, Base.Flash, Base.FocalLength, Base.UserComment,
    Base.FlashEnergy, Base.SensingMethod, Base.FileSource, Base.SceneType, Base.ExposureMode, Base.WhiteBalance,
    Base.DigitalZoomRatio, Base.FocalLengthIn35mmFilm, Base.SceneCaptureType, Base.GainControl, Base.Contrast,
    Base.Saturation, Base.Sharpness, Base.SubjectDistanceRange, Base.CameraOwnerName, Base.BodySerialNumber,
    Base.LensSpecification, Base.LensMake, Base.LensModel, Base.LensSerialNumber,
})  # fmt: skip
_EXIF_VERSION: Final = Tag.undefined(b"0232")
_UPRIGHT: Final = Tag.shorts(1)
_SRGB: Final = Tag.shorts(1)
_INCHES: Final = Tag.shorts(2)
# A JPEG holds 64 KiB of it, the mark and some more included.
_MAX_EXIF_BYTES: Final = 60_000


@dataclass(frozen=True, slots=True)
class PhotoMetadata:
    """What a written file says besides its pixels.

    Attributes:
        dpi: Pixels per inch; None leaves it open.
        photo: EXIF tags of the photo itself, such as its date and the camera.
        exposure: EXIF tags of how it was taken, such as the lens and the time of exposure.
        place: EXIF tags of where it was taken.
        xmp: A packet of XMP; None for none.
    """

    dpi: float | None = None
    photo: Directory = field(default_factory=dict)
    exposure: Directory = field(default_factory=dict)
    place: Directory = field(default_factory=dict)
    xmp: bytes | None = None

    def tags(self, width_px: int, height_px: int) -> tuple[Directory, dict[int, Directory]]:
        """The tags for a file of a picture of this size: the first directory, and those it points to."""
        first = {**self.photo, Base.Orientation: _UPRIGHT}
        if self.dpi is not None:
            fraction = Fraction(self.dpi).limit_denominator(10_000)
            resolution = Tag.rational(fraction.numerator, fraction.denominator)
            first |= {Base.XResolution: resolution, Base.YResolution: resolution, Base.ResolutionUnit: _INCHES}
        exposure = {
            Base.ExifVersion: _EXIF_VERSION,
            **self.exposure,
            Base.ColorSpace: _SRGB,
            Base.ExifImageWidth: Tag.longs([width_px]),
            Base.ExifImageHeight: Tag.longs([height_px]),
        }
        return first, {EXIF_DIRECTORY: exposure, GPS_DIRECTORY: self.place}

    def exif(self, width_px: int, height_px: int) -> bytes:
        """The same as a block of EXIF, with the mark that JPEG wants before it."""
        first, inner = self.tags(width_px, height_px)
        return EXIF_MARK + header(HEADER_BYTES) + directory_bytes(first, HEADER_BYTES, inner)


def read_metadata(
    photo: Path, *, software: str, dpi: float | None = None, keep_gps: bool = False, xmp: bytes | None = None
) -> PhotoMetadata:
    """What a photo's EXIF says, for a file painted from it; what cannot be read is left out, and nothing is an error.

    Args:
        photo: The photo's file.
        software: The program and its version, to be named in the file.
        dpi: Pixels per inch of the new file; None leaves it open.
        keep_gps: Whether to tell where the photo was taken.
        xmp: A packet of XMP for the new file; the photo's own is left out.
    """
    try:
        found = _read_exif(photo)
    except Exception:  # noqa: BLE001 - broken EXIF, or a photo gone meanwhile, is no reason to lose the picture
        found = {}
    metadata = PhotoMetadata(
        dpi,
        {**_only(found.get(0, {}), _OF_THE_PHOTO), Base.Software: Tag.text(software)},
        _only(found.get(EXIF_DIRECTORY, {}), _OF_THE_EXPOSURE),
        found.get(GPS_DIRECTORY, {}) if keep_gps else {},
        xmp,
    )
    while len(metadata.exif(1, 1)) > _MAX_EXIF_BYTES:
        metadata = _without_longest(metadata)
    return metadata


def _read_exif(photo: Path) -> dict[int, Directory]:
    with opened_image(photo) as image:
        exif = image.info.get("exif")
        is_tiff = image.format == "TIFF"
    if is_tiff:
        with photo.open("rb") as file:
            return read_directories(file)
    if not exif:
        return {}
    return read_directories(io.BytesIO(exif.removeprefix(EXIF_MARK)))


def _only(directory: Directory, wanted: Iterable[int]) -> Directory:
    return {tag: directory[tag] for tag in wanted if tag in directory}


def _without_longest(metadata: PhotoMetadata) -> PhotoMetadata:
    directories = (metadata.photo, metadata.exposure, metadata.place)
    longest = max(len(tag.data) for directory in directories for tag in directory.values())
    photo, exposure, place = (
        {tag: value for tag, value in of.items() if len(value.data) < longest} for of in directories
    )
    return PhotoMetadata(metadata.dpi, photo, exposure, place, metadata.xmp)
