"""What can go wrong: each error carries a code and the values that belong to it, and no sentence.

What is said to a person, and what that person can do about it, is the program's business: see ``app.words.errors``. The
text of an error, ``str(error)``, names the code and the values; it is meant for the log.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from core.picture import Picture

# What a sentence about an error is filled in with.
Argument: TypeAlias = int | float | str


class RecipeProblem(Enum):
    """Why a recipe makes no sense."""

    NO_PICTURES = "no_pictures"
    NO_PAINTING = "no_painting"
    STYLE_WEIGHT = "style_weight"
    NUM_STYLE_WEIGHTS = "num_style_weights"
    NO_STYLE_WEIGHT = "no_style_weight"
    STYLE_WEIGHTS_TOO_LARGE = "style_weights_too_large"
    SIZE = "size"
    STYLE_STRENGTH = "style_strength"
    FREEDOM = "freedom"
    STYLE_SCALE = "style_scale"
    SEED = "seed"
    START_PICTURE = "start_picture"
    DEPTH = "depth"
    TOO_NARROW = "too_narrow"
    NO_SHEET = "no_sheet"
    SHEET_TEXT = "sheet_text"
    BLEED_TEXT = "bleed_text"
    SHEET_SIDES = "sheet_sides"
    SHEET_RESOLUTION = "sheet_resolution"
    BLEED = "bleed"
    PIXELS_OF_SHEET = "pixels_of_sheet"
    LARGER_THAN_SHEET = "larger_than_sheet"
    SHEET_NOT_FILLED = "sheet_not_filled"
    NOT_A_RECIPE = "not_a_recipe"
    NOT_A_PRESET = "not_a_preset"
    NO_RECIPE = "no_recipe"
    NEWER_VERSION = "newer_version"
    FIELD_VALUE = "field_value"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_PLACEHOLDER = "name_placeholder"
    NAME_CHARACTER = "name_character"


class InputProblem(Enum):
    """Why a recipe cannot be painted again."""

    NOT_FOUND = "not_found"
    CHANGED = "changed"


class ImageProblem(Enum):
    """What is wrong with an image file."""

    MISSING = "missing"
    FOLDER = "folder"
    NOT_PERMITTED = "not_permitted"
    EMPTY = "empty"
    NOT_A_PICTURE = "not_a_picture"
    CUT_SHORT = "cut_short"
    NOT_UNDERSTOOD = "not_understood"
    NO_RAW_DECODER = "no_raw_decoder"
    NO_JXL_DECODER = "no_jxl_decoder"
    DOCUMENT = "document"
    DRAWING = "drawing"
    NOTHING_IN_IT = "nothing_in_it"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    TOO_LONG = "too_long"
    UNKNOWN_OUTPUT_FORMAT = "unknown_output_format"
    NO_OUTPUT_FOLDER = "no_output_folder"
    NAME_REFUSED = "name_refused"
    TOO_LARGE_FOR_FORMAT = "too_large_for_format"
    TOO_DEEP_FOR_FORMAT = "too_deep_for_format"
    OUTPUT_REFUSED = "output_refused"
    OUTPUT_FAILED = "output_failed"
    NO_MEMORY_TO_WRITE = "no_memory_to_write"
    OUTPUT_IS_INPUT = "output_is_input"
    LINK_LOOP = "link_loop"
    NOT_RENAMED = "not_renamed"
    NOT_TRASHED = "not_trashed"


class NetworkProblem(Enum):
    """What is wrong with a bundled network file."""

    MISSING = "missing"
    CUT_SHORT = "cut_short"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


class RunProblem(Enum):
    """Why a run cannot begin, or broke off."""

    NO_DEVICE = "no_device"
    OUT_OF_MEMORY = "out_of_memory"
    DISK_FULL = "disk_full"
    DIVERGED = "diverged"
    NO_WORKING_FOLDER = "no_working_folder"
    DEVICE_LOST = "device_lost"


class CheckpointProblem(Enum):
    """Why a run cannot be gone on with."""

    NONE = "none"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    OTHER_VERSION = "other_version"
    IN_USE = "in_use"
    INPUT_MISSING = "input_missing"
    INPUT_CHANGED = "input_changed"
    NO_OUTPUT = "no_output"


class TimelineProblem(Enum):
    """Why a timeline cannot be shown, gone on from, or made a film of."""

    NONE = "none"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    OTHER_VERSION = "other_version"
    TOO_SHORT = "too_short"
    LARGE_ENOUGH = "large_enough"
    OTHER_SHAPE = "other_shape"
    UNKNOWN_FILM_FORMAT = "unknown_film_format"
    NO_MP4_ENCODER = "no_mp4_encoder"


class StyleTransferError(Exception):
    """Anything that stops a run or keeps it from starting.

    Attributes:
        problem: The code: what happened.
        arguments: The values that the sentence about it names.
    """

    problem: Enum

    def __init__(self, problem: Enum, **arguments: Argument) -> None:
        # The arguments that the subclass was called with, so that an error can be copied and sent elsewhere.
        super().__init__(*self.args)
        self.problem = problem
        self.arguments: Mapping[str, Argument] = arguments

    def __str__(self) -> str:
        values = (f"{name}={value!r}" for name, value in self.arguments.items())
        return " ".join([f"{type(self.problem).__name__}.{self.problem.name}", *values])


class RecipeError(StyleTransferError):
    """A recipe asks for something that makes no sense, such as a size of zero pixels."""

    problem: RecipeProblem

    def __init__(self, problem: RecipeProblem, **arguments: Argument) -> None:
        super().__init__(problem, **arguments)


class InputsError(StyleTransferError):
    """Pictures that something was painted from and that are no longer there, or no longer what they were.

    Args:
        names: The names of their files.
    """

    problem: InputProblem

    def __init__(self, names: Sequence[str], problem: InputProblem) -> None:
        super().__init__(problem, names=", ".join(names))


class ImageFileError(StyleTransferError):
    """An image file that cannot be read or written.

    Attributes:
        path: The file.
    """

    problem: ImageProblem

    def __init__(self, path: Path, problem: ImageProblem) -> None:
        super().__init__(problem, name=path.name or str(path))
        self.path = path


class NetworkFileError(StyleTransferError):
    """A bundled network file that is missing, truncated or not the one this program was built with.

    Attributes:
        path: The file.
    """

    problem: NetworkProblem

    def __init__(self, path: Path, problem: NetworkProblem) -> None:
        super().__init__(problem, name=path.name)
        self.path = path


class CheckpointError(StyleTransferError):
    """A run that cannot be gone on with."""

    problem: CheckpointProblem

    def __init__(self, problem: CheckpointProblem, **arguments: Argument) -> None:
        super().__init__(problem, **arguments)


class TimelineError(StyleTransferError):
    """What cannot be done with a timeline."""

    problem: TimelineProblem

    def __init__(self, problem: TimelineProblem, **arguments: Argument) -> None:
        super().__init__(problem, **arguments)


class DeviceError(StyleTransferError):
    """The requested device does not exist on this computer.

    Args:
        device: Its name as people write it, such as CUDA.
    """

    problem: RunProblem

    def __init__(self, device: str) -> None:
        super().__init__(RunProblem.NO_DEVICE, device=device)


class InterruptedRunError(StyleTransferError):
    """A run that broke off by itself.

    Attributes:
        picture: The last good picture, or None when the run broke off before its first step. Whoever raises the error
            need not have it: the run adds it on the way out.
    """

    problem: RunProblem

    def __init__(self, problem: RunProblem, picture: Picture | None = None, **arguments: Argument) -> None:
        super().__init__(problem, **arguments)
        self.picture = picture


class OutOfMemoryError(InterruptedRunError):
    """The device's memory does not suffice for this size of picture.

    Args:
        size_px: Longest side of the picture.
        picture: The last good picture, where there is one.
    """

    def __init__(self, size_px: int, picture: Picture | None = None) -> None:
        super().__init__(RunProblem.OUT_OF_MEMORY, picture, size_px=size_px)


class DiskFullError(InterruptedRunError):
    """The disk has no room for what a large picture puts aside while it is painted."""

    def __init__(self, picture: Picture | None = None) -> None:
        super().__init__(RunProblem.DISK_FULL, picture)


class DeviceLostError(InterruptedRunError):
    """The device that was computed on answers no more: its driver has given up, or it was taken away."""

    def __init__(self, picture: Picture | None = None) -> None:
        super().__init__(RunProblem.DEVICE_LOST, picture)


class DivergedError(InterruptedRunError):
    """The optimisation produced values that are not numbers, and could not recover."""

    def __init__(self, picture: Picture | None = None) -> None:
        super().__init__(RunProblem.DIVERGED, picture)
