"""What can go wrong, as types. The text of an error is one plain sentence saying what happened.

What the person can do about it is the program's business: see ``app.words``.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from core.picture import Picture


class StyleTransferError(Exception):
    """Anything that stops a run or keeps it from starting."""


class RecipeError(StyleTransferError):
    """A recipe asks for something that makes no sense, such as a size of zero pixels."""


class ImageProblem(Enum):
    """What is wrong with an image file; the value completes the sentence that begins with the file's name."""

    MISSING = "does not exist."
    FOLDER = "is a folder, not a picture."
    NOT_PERMITTED = "may not be opened: the system refuses access to it."
    EMPTY = "is empty: the file holds no data."
    NOT_A_PICTURE = "is not a picture that Impasto can read."
    CUT_SHORT = "is damaged or was cut short, so it cannot be read to its end."
    NOT_UNDERSTOOD = "is damaged, or stored in a way that Impasto cannot read."
    UNREADABLE = "could not be read: the disk or the connection to it failed."
    TOO_LARGE = "is too large: it has more pixels than can be opened safely."
    TOO_SMALL = "is too small: a picture needs at least 16 pixels on each side."
    TOO_LONG = "is too long and thin: one side is more than 20 times the other."
    UNKNOWN_OUTPUT_FORMAT = "cannot be written: the name must end in .png, .jpg, .webp or .tif."
    NO_OUTPUT_FOLDER = "cannot be written: its folder does not exist."
    NAME_REFUSED = "cannot be written: the system does not accept this name."
    TOO_LARGE_FOR_FORMAT = "cannot be written: the picture is larger than this kind of file can hold."
    TOO_DEEP_FOR_FORMAT = "cannot have 16 bits a channel: only .png and .tif files can."
    OUTPUT_REFUSED = "cannot be written: the system does not allow writing there."
    OUTPUT_FAILED = "could not be written: the disk may be full or gone."


class ImageFileError(StyleTransferError):
    """An image file that cannot be read or written.

    Attributes:
        path: The file.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: ImageProblem) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"“{self.path.name or self.path}” {self.problem.value}"


class NetworkProblem(Enum):
    """What is wrong with a bundled network file; the value completes the sentence."""

    MISSING = "is missing."
    CUT_SHORT = "is incomplete."
    ALTERED = "has been altered: it is not the file that Impasto shipped with."
    UNREADABLE = "cannot be read."


class NetworkFileError(StyleTransferError):
    """A bundled network file that is missing, truncated or not the one this program was built with.

    Attributes:
        path: The file.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: NetworkProblem) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"The network file “{self.path.name}” {self.problem.value}"


class DeviceError(StyleTransferError):
    """The requested device does not exist on this computer."""


class InterruptedRunError(StyleTransferError):
    """A run that broke off by itself.

    Attributes:
        picture: The last good picture, or None when the run broke off before there was one.
    """

    def __init__(self, message: str, picture: Picture | None = None) -> None:
        super().__init__(message)
        self.picture = picture


class OutOfMemoryError(InterruptedRunError):
    """The device's memory does not suffice for this size of picture."""


class DiskFullError(InterruptedRunError):
    """The disk has no room for what a large picture puts aside while it is painted."""


class DivergedError(InterruptedRunError):
    """The optimisation produced values that are not numbers, and could not recover."""
