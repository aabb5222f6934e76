"""The choices that a recipe offers, each a closed list of words."""

from __future__ import annotations

from enum import StrEnum


class Preset(StrEnum):
    """How much work goes into a picture; see ``core.optimization.schedule`` for the schedules."""

    DRAFT = "draft"
    STANDARD = "standard"
    HIGH = "high"


class NetworkName(StrEnum):
    """The bundled networks."""

    VGG19 = "vgg19"
    VGG16 = "vgg16"


class DeviceName(StrEnum):
    """Where the run is computed; ``AUTO`` takes the fastest device this computer has."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


class StyleLossName(StrEnum):
    """How the manner of two pictures is compared; see ``core.loss.style_losses``."""

    WASSERSTEIN = "wasserstein"
    GRAM = "gram"


class ColorMode(StrEnum):
    """Whose colours the result has.

    ``STYLE``: the paintings'. ``PHOTO``: the photo's chrominance under the stylised luminance. ``MATCH``: the paintings
    are recoloured to the photo's mean and covariance before they are looked at.
    """

    STYLE = "style"
    PHOTO = "photo"
    MATCH = "match"


class Precision(StrEnum):
    """In what numbers the network computes; ``AUTO`` takes bfloat16 where the device has it in hardware."""

    AUTO = "auto"
    FULL = "full"
    HALF = "half"


class StartFrom(StrEnum):
    """What the canvas shows before the first step.

    ``PICTURE``: a picture, which is painted from the coarsest scale up. ``FINISHED``: a picture of the same recipe,
    which is only painted on, at its full size.
    """

    PHOTO = "photo"
    NOISE = "noise"
    PICTURE = "picture"
    FINISHED = "finished"

    @property
    def needs_picture(self) -> bool:
        """Whether there must be a picture to start from."""
        return self in {StartFrom.PICTURE, StartFrom.FINISHED}
