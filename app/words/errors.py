"""What an error means in a sentence, and what a person can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.words.plain_text import printable
from app.words.translation import Words
from core.errors import ImageProblem, InputProblem, NetworkProblem, RecipeProblem, RunProblem, StyleTransferError

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


def advice(error: Exception) -> str:
    """One sentence on what to do about an error; empty when there is nothing useful to say."""
    return advices()[error.problem] if isinstance(error, StyleTransferError) else ""


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
        **_inputs(),
        **_outputs(),
        **_networks(),
        **_runs(),
    }


def advices() -> dict[Enum, str]:
    """What to do about each problem."""
    change = errors.tr("Change that setting and start again.")
    return {
        **dict.fromkeys(RecipeProblem, change),
        **_advice_on_recipe_files(),
        **_advice_on_inputs(),
        **_advice_on_outputs(),
        **_advice_on_networks(),
        **_advice_on_runs(),
    }


def _recipes(short_side_px: int) -> dict[Enum, str]:
    return {
        RecipeProblem.NO_PICTURES: errors.tr("There are no pictures to paint from."),
        RecipeProblem.NO_PAINTING: errors.tr("Choose at least one painting."),
        RecipeProblem.STYLE_WEIGHT: errors.tr("A style weight must be zero or more, not {value}."),
        RecipeProblem.NUM_STYLE_WEIGHTS: errors.tr(
            "There are {num_paintings} paintings but {num_weights} style weights."
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
        ImageProblem.NOT_UNDERSTOOD: errors.tr("“{name}” is damaged, or stored in a way that Impasto cannot read."),
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
        ImageProblem.NO_MEMORY_TO_WRITE: errors.tr("“{name}” could not be written: there is not enough memory."),
        ImageProblem.OUTPUT_IS_INPUT: errors.tr(
            "“{name}” is one of the pictures that this one is painted from: it would be lost."
        ),
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
        RunProblem.DEVICE_LOST: errors.tr("The graphics card stopped answering while it was painting."),
        RunProblem.DIVERGED: errors.tr("The painting broke down: its numbers grew beyond all bounds."),
    }


def _advice_on_recipe_files() -> dict[Enum, str]:
    mend = errors.tr("Mend the recipe, or choose another one.")
    return {
        RecipeProblem.NOT_A_RECIPE: errors.tr("Choose a recipe, or a picture, that Impasto has written."),
        RecipeProblem.NO_RECIPE: errors.tr(
            "Choose a picture that Impasto has painted; one that another program has saved anew may have lost it."
        ),
        RecipeProblem.NEWER_VERSION: errors.tr("Install the newest Impasto to read it."),
        RecipeProblem.FIELD_VALUE: mend,
        RecipeProblem.MISSING_FIELD: mend,
        RecipeProblem.UNKNOWN_FIELD: mend,
        InputProblem.NOT_FOUND: errors.tr(
            "Put it beside the recipe, whatever its name is, or say where to look with --look-in."
        ),
        InputProblem.CHANGED: errors.tr(
            "The picture would become another one. Put the file back as it was, or say where it is with --look-in."
        ),
    }


def _advice_on_inputs() -> dict[Enum, str]:
    return {
        ImageProblem.MISSING: errors.tr("It may have been moved, renamed or deleted. Choose the picture again."),
        ImageProblem.FOLDER: errors.tr("Open the folder and choose one of the pictures in it."),
        ImageProblem.NOT_PERMITTED: errors.tr("Ask whoever owns the file for access, or work on a copy of your own."),
        ImageProblem.EMPTY: errors.tr("It may not have been copied completely. Copy or download it again."),
        ImageProblem.NOT_A_PICTURE: errors.tr("Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF file."),
        ImageProblem.CUT_SHORT: errors.tr("Copy or download it again, or save it anew in another program."),
        ImageProblem.NOT_UNDERSTOOD: errors.tr("Open it in another program and save it anew as PNG or JPEG."),
        ImageProblem.UNREADABLE: errors.tr(
            "Check that the disk or the network drive is still connected, then try again."
        ),
        ImageProblem.TOO_LARGE: errors.tr("Make it smaller in another program first."),
        ImageProblem.TOO_SMALL: errors.tr("Choose a larger picture."),
        ImageProblem.TOO_LONG: errors.tr("Crop it in another program first."),
    }


def _advice_on_outputs() -> dict[Enum, str]:
    return {
        ImageProblem.UNKNOWN_OUTPUT_FORMAT: errors.tr("Give the file a name with one of these endings."),
        ImageProblem.NO_OUTPUT_FOLDER: errors.tr("Create the folder first, or choose another one."),
        ImageProblem.NAME_REFUSED: errors.tr("Choose a shorter name without special characters."),
        ImageProblem.TOO_LARGE_FOR_FORMAT: errors.tr("Save it as PNG or TIFF, or choose a smaller size."),
        ImageProblem.TOO_DEEP_FOR_FORMAT: errors.tr(
            "Give the file a name with one of these endings, or ask for 8 bits."
        ),
        ImageProblem.OUTPUT_REFUSED: errors.tr("Choose another folder, such as your Pictures folder."),
        ImageProblem.OUTPUT_FAILED: errors.tr("Make room on the disk, or choose a folder on another one."),
        ImageProblem.NO_MEMORY_TO_WRITE: errors.tr("Close other programs and try again."),
        ImageProblem.OUTPUT_IS_INPUT: errors.tr("Choose another name."),
    }


def _advice_on_networks() -> dict[Enum, str]:
    reinstall = errors.tr("Install Impasto again to get a fresh copy of it.")
    return {
        NetworkProblem.MISSING: reinstall,
        NetworkProblem.CUT_SHORT: reinstall,
        NetworkProblem.ALTERED: reinstall,
        NetworkProblem.UNREADABLE: errors.tr("Check that you may read Impasto's own folder, or install Impasto again."),
    }


def _advice_on_runs() -> dict[Enum, str]:
    return {
        RunProblem.NO_DEVICE: errors.tr("Choose another device, or leave the choice to Impasto."),
        RunProblem.OUT_OF_MEMORY: errors.tr("Choose a smaller size, or close other programs, and start again."),
        RunProblem.DISK_FULL: errors.tr("Make room on the disk, or choose a smaller size, and start again."),
        RunProblem.DEVICE_LOST: errors.tr(
            "Start Impasto anew. If it happens again, the graphics card may be too hot, or its driver needs an update."
        ),
        RunProblem.DIVERGED: errors.tr("Start again with a lower strength or another size."),
    }
