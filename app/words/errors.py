"""What an error means, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.words.plain_text import printable
from app.words.translation import Words
from core.errors import (
    CheckpointProblem,
    ImageProblem,
    InputProblem,
    NetworkProblem,
    RecipeProblem,
    RunProblem,
    StyleTransferError,
    TimelineProblem,
)

if TYPE_CHECKING:
    from enum import Enum

errors: Final = Words("errors")


def sentence(error: Exception) -> str:
    """One sentence on what happened; for an error that Impasto did not expect, that it did not."""
    if not isinstance(error, StyleTransferError):
        return errors.tr("Something went wrong that Impasto did not expect.")
    short_side_px = error.arguments.get("short_side_px", 0)
    # Names of files, and whatever stands in a recipe, are written by anybody.
    shown = {name: printable(value) if isinstance(value, str) else value for name, value in error.arguments.items()}
    return sentences(int(short_side_px))[error.problem].format(**shown)


def sentences(short_side_px: int) -> dict[Enum, str]:
    """What each problem means, with the names of the error's arguments in braces.

    Anew at each call: the person's language may have changed.

    Args:
        short_side_px: The one argument that decides about singular and plural.
    """
    return {
        **_recipes(short_side_px),
        **_recipe_files(),
        **_prints(),
        **_names(),
        **_inputs(),
        **_outputs(),
        **_networks(),
        **_runs(),
        **_checkpoints(),
        **_timelines(),
    }


def _recipes(short_side_px: int) -> dict[Enum, str]:
    return {
        RecipeProblem.NO_PICTURES: errors.tr("There are no pictures to paint from."),
        RecipeProblem.NO_PAINTING: errors.tr("Choose at least one painting."),
        RecipeProblem.STYLE_WEIGHT: errors.tr("A style weight must be zero or more, not {value}."),
        RecipeProblem.NUM_STYLE_WEIGHTS: errors.tr(
            "Each painting needs one style weight: paintings {num_paintings}, style weights {num_weights}."
        ),
        RecipeProblem.NO_STYLE_WEIGHT: errors.tr("At least one painting needs a weight above zero."),
        RecipeProblem.STYLE_WEIGHTS_TOO_LARGE: errors.tr("The style weights are too large to be added up."),
        RecipeProblem.SIZE: errors.tr("The size must be from {low} to {high} pixels, not {value}."),
        RecipeProblem.STYLE_STRENGTH: errors.tr("The style strength must be from {low} to {high}, not {value:g}."),
        RecipeProblem.FREEDOM: errors.tr("The freedom must be from {low} to {high}, not {value:g}."),
        RecipeProblem.STYLE_SCALE: errors.tr("The style scale must be from {low:g} to {high:g}, not {value:g}."),
        RecipeProblem.SEED: errors.tr("The seed must be a whole number from 0 up, not {value}."),
        RecipeProblem.START_PICTURE: errors.tr("A start picture is needed exactly when the run starts from a picture."),
        RecipeProblem.DEPTH: errors.tr("The depth must be 8 or 16 bits, not {value}."),
        RecipeProblem.TOO_NARROW: errors.tr(
            "At this size the picture would be only %n pixels on its short side.", "", short_side_px
        ),
    }


def _recipe_files() -> dict[Enum, str]:
    return {
        RecipeProblem.NOT_A_RECIPE: errors.tr("This is not a recipe that Impasto wrote."),
        RecipeProblem.NOT_A_PRESET: errors.tr("This is not a preset that Impasto wrote."),
        RecipeProblem.NO_RECIPE: errors.tr("“{name}” carries no recipe of Impasto's."),
        RecipeProblem.NEWER_VERSION: errors.tr(
            "This was made by a newer Impasto: its recipe is of version {version}; this program reads {newest}."
        ),
        RecipeProblem.FIELD_VALUE: errors.tr("The value {value} of “{field}” in this recipe makes no sense."),
        RecipeProblem.MISSING_FIELD: errors.tr("This recipe is incomplete: it has no “{field}”."),
        RecipeProblem.UNKNOWN_FIELD: errors.tr("This recipe has a setting that Impasto does not know: “{field}”."),
        InputProblem.NOT_FOUND: errors.tr("What this was painted from was not found: {names}."),
        InputProblem.CHANGED: errors.tr("What this was painted from has changed since: {names}."),
    }


def _names() -> dict[Enum, str]:
    return {
        RecipeProblem.NAME_EMPTY: errors.tr("A name needs at least one letter or placeholder."),
        RecipeProblem.NAME_TOO_LONG: errors.tr("The name is too long: it may have {most} characters."),
        RecipeProblem.NAME_PLACEHOLDER: errors.tr("Impasto does not know what to put for “{placeholder}”."),
        RecipeProblem.NAME_CHARACTER: errors.tr("No file name may have “{character}” in it."),
    }


def _prints() -> dict[Enum, str]:
    return {
        RecipeProblem.NO_SHEET: errors.tr("--bleed and --fit go with --print: say how large the sheet is."),
        RecipeProblem.SHEET_TEXT: errors.tr("“{text}” is not a print size such as 50x70cm@300, in cm, mm or in."),
        RecipeProblem.BLEED_TEXT: errors.tr("“{text}” is not a bleed such as 3mm, in mm, cm or in."),
        RecipeProblem.SHEET_SIDES: errors.tr(
            "A sheet must be wider and higher than zero, not {width_mm:g} x {height_mm:g} mm."
        ),
        RecipeProblem.SHEET_RESOLUTION: errors.tr(
            "The resolution must be more than zero pixels per inch, not {dpi:g}."
        ),
        RecipeProblem.BLEED: errors.tr("The bleed must be zero or more, not {bleed_mm:g} mm."),
        RecipeProblem.PIXELS_OF_SHEET: errors.tr(
            "At {dpi:g} dpi the sheet would have {width_px} x {height_px} pixels; "
            "its longer side must have from {low} to {high}."
        ),
        RecipeProblem.LARGER_THAN_SHEET: errors.tr("A picture of {size_px} pixels does not fit on its sheet."),
        RecipeProblem.SHEET_NOT_FILLED: errors.tr("A picture of {size_px} pixels does not fill its sheet."),
    }


def _inputs() -> dict[Enum, str]:
    return {
        ImageProblem.MISSING: errors.tr("“{name}” does not exist."),
        ImageProblem.FOLDER: errors.tr("“{name}” is a folder, not a picture."),
        ImageProblem.NOT_PERMITTED: errors.tr("“{name}” may not be opened: the system refuses access to it."),
        ImageProblem.EMPTY: errors.tr("“{name}” is empty: the file holds no data."),
        ImageProblem.NOT_A_PICTURE: errors.tr("“{name}” is not a picture that Impasto can read."),
        ImageProblem.CUT_SHORT: errors.tr("“{name}” is damaged or was cut short, so it cannot be read to its end."),
        ImageProblem.NOT_UNDERSTOOD: errors.tr(
            "“{name}” is stored in a way that Impasto does not know, or is damaged."
        ),
        ImageProblem.NO_RAW_DECODER: errors.tr(
            "“{name}” is a camera raw file, and what develops those is not installed here."
        ),
        ImageProblem.NO_JXL_DECODER: errors.tr(
            "“{name}” is a JPEG XL file, and what reads those is not installed here."
        ),
        ImageProblem.DOCUMENT: errors.tr("“{name}” is a PDF document, not a picture."),
        ImageProblem.DRAWING: errors.tr("“{name}” is an SVG drawing: it is made of lines and has no pixels."),
        ImageProblem.NOTHING_IN_IT: errors.tr("“{name}” is transparent everywhere: there is nothing in it to see."),
        ImageProblem.UNREADABLE: errors.tr("“{name}” could not be read: the disk or the connection to it failed."),
        ImageProblem.TOO_LARGE: errors.tr("“{name}” is too large: it has more pixels than can be opened safely."),
        ImageProblem.TOO_SMALL: errors.tr("“{name}” is too small: a picture needs at least 16 pixels on each side."),
        ImageProblem.TOO_LONG: errors.tr("“{name}” is too long and thin: one side is more than 20 times the other."),
    }


def _outputs() -> dict[Enum, str]:
    return {
        ImageProblem.UNKNOWN_OUTPUT_FORMAT: errors.tr(
            "“{name}” cannot be written: the name must end in .png, .jpg, .webp or .tif."
        ),
        ImageProblem.NO_OUTPUT_FOLDER: errors.tr("“{name}” cannot be written: its folder does not exist."),
        ImageProblem.NAME_REFUSED: errors.tr("“{name}” cannot be written: the system does not accept this name."),
        ImageProblem.TOO_LARGE_FOR_FORMAT: errors.tr(
            "“{name}” cannot be written: the picture is larger than this kind of file can hold."
        ),
        ImageProblem.TOO_DEEP_FOR_FORMAT: errors.tr(
            "“{name}” cannot have 16 bits a channel: only .png and .tif files can."
        ),
        ImageProblem.OUTPUT_REFUSED: errors.tr("“{name}” cannot be written: the system does not allow writing there."),
        ImageProblem.OUTPUT_FAILED: errors.tr("“{name}” could not be written: the disk may be full or gone."),
        ImageProblem.LINK_LOOP: errors.tr("“{name}” cannot be written: links lead there that lead back to themselves."),
        ImageProblem.NO_MEMORY_TO_WRITE: errors.tr("“{name}” could not be written: there is not enough memory."),
        ImageProblem.OUTPUT_IS_INPUT: errors.tr(
            "“{name}” is one of the pictures that this one is painted from: it would be lost."
        ),
        ImageProblem.NOT_RENAMED: errors.tr("“{name}” could not be renamed: the system does not allow it."),
        ImageProblem.NOT_TRASHED: errors.tr("“{name}” could not be moved to the trash."),
    }


def _networks() -> dict[Enum, str]:
    return {
        NetworkProblem.MISSING: errors.tr("The network file “{name}” is missing."),
        NetworkProblem.CUT_SHORT: errors.tr("The network file “{name}” is incomplete."),
        NetworkProblem.ALTERED: errors.tr(
            "The network file “{name}” has been altered: it is not the file that Impasto shipped with."
        ),
        NetworkProblem.UNREADABLE: errors.tr("The network file “{name}” cannot be read."),
    }


def _runs() -> dict[Enum, str]:
    return {
        RunProblem.NO_DEVICE: errors.tr("This computer has no {device} device that Impasto can use."),
        RunProblem.OUT_OF_MEMORY: errors.tr("There is not enough memory to paint a picture of {size_px} pixels."),
        RunProblem.DISK_FULL: errors.tr(
            "There is not enough room on the disk for a picture of this size while it is painted."
        ),
        RunProblem.NO_WORKING_FOLDER: errors.tr("The folder that Impasto was started in is gone."),
        RunProblem.DEVICE_LOST: errors.tr("The graphics card stopped answering while it was painting."),
        RunProblem.DIVERGED: errors.tr("The painting broke down: its numbers grew beyond all bounds."),
    }


def _checkpoints() -> dict[Enum, str]:
    return {
        CheckpointProblem.NONE: errors.tr("There is no interrupted picture to go on with."),
        CheckpointProblem.MISSING: errors.tr("“{name}” holds no interrupted picture."),
        CheckpointProblem.UNREADABLE: errors.tr("What was kept of the interrupted picture cannot be read."),
        CheckpointProblem.DAMAGED: errors.tr("What was kept of the interrupted picture is damaged."),
        CheckpointProblem.OTHER_VERSION: errors.tr("The interrupted picture was begun by another version of Impasto."),
        CheckpointProblem.IN_USE: errors.tr("This picture is being painted at this moment."),
        CheckpointProblem.INPUT_MISSING: errors.tr("“{name}”, from which this picture is painted, cannot be found."),
        CheckpointProblem.INPUT_CHANGED: errors.tr(
            "“{name}”, from which this picture is painted, has changed since it was begun."
        ),
        CheckpointProblem.NO_OUTPUT: errors.tr("This picture was begun in the window, which chose no file for it."),
    }


def _timelines() -> dict[Enum, str]:
    return {
        TimelineProblem.NONE: errors.tr("There is no timeline of any picture."),
        TimelineProblem.MISSING: errors.tr("“{name}” holds no timeline."),
        TimelineProblem.UNREADABLE: errors.tr("The timeline of this picture cannot be read."),
        TimelineProblem.DAMAGED: errors.tr("The timeline of this picture is damaged."),
        TimelineProblem.OTHER_VERSION: errors.tr("This timeline was written by another version of Impasto."),
        TimelineProblem.TOO_SHORT: errors.tr("There is too little of this picture's timeline for a film."),
        TimelineProblem.LARGE_ENOUGH: errors.tr(
            "The picture has {size_px} pixels at this place already, and is to become no larger."
        ),
        TimelineProblem.OTHER_SHAPE: errors.tr(
            "The picture has another shape here than the one that is to be painted."
        ),
        TimelineProblem.UNKNOWN_FILM_FORMAT: errors.tr("“{name}” is not the name of a film that can be written."),
        TimelineProblem.NO_MP4_ENCODER: errors.tr("What writes MP4 is not installed here."),
    }
