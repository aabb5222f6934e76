"""What to do about each error, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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

remedies: Final = Words("remedies")


def advice(error: Exception) -> str:
    """One sentence on what to do about an error; empty when there is nothing useful to say."""
    return advices()[error.problem] if isinstance(error, StyleTransferError) else ""


def advices() -> dict[Enum, str]:
    """What to do about each problem."""
    change = remedies.tr("Change that setting and start again.")
    return {
        **dict.fromkeys(RecipeProblem, change),
        **_advice_on_recipe_files(),
        **_advice_on_inputs(),
        **_advice_on_outputs(),
        **_advice_on_networks(),
        **_advice_on_runs(),
        **_advice_on_checkpoints(),
        **_advice_on_timelines(),
    }


def _advice_on_recipe_files() -> dict[Enum, str]:
    mend = remedies.tr("Mend the recipe, or choose another one.")
    return {
        RecipeProblem.NOT_A_RECIPE: remedies.tr("Choose a recipe, or a picture, that Impasto has written."),
        RecipeProblem.NOT_A_PRESET: remedies.tr(
            "Have it sent again by whoever has made it: it may have been damaged on its way."
        ),
        RecipeProblem.NO_RECIPE: remedies.tr(
            "Choose a picture that Impasto has painted; one that another program has saved anew may have lost it."
        ),
        RecipeProblem.NEWER_VERSION: remedies.tr("Install the newest Impasto to read it."),
        RecipeProblem.FIELD_VALUE: mend,
        RecipeProblem.MISSING_FIELD: mend,
        RecipeProblem.UNKNOWN_FIELD: mend,
        InputProblem.NOT_FOUND: remedies.tr(
            "Put it beside the recipe, whatever its name is, or say where to look with --look-in."
        ),
        InputProblem.CHANGED: remedies.tr(
            "The picture would become another one. Put the file back as it was, or say where it is with --look-in."
        ),
    }


def _advice_on_inputs() -> dict[Enum, str]:
    return {
        ImageProblem.MISSING: remedies.tr("It may have been moved, renamed or deleted. Choose the picture again."),
        ImageProblem.FOLDER: remedies.tr("Open the folder and choose one of the pictures in it."),
        ImageProblem.NOT_PERMITTED: remedies.tr("Ask whoever owns the file for access, or work on a copy of your own."),
        ImageProblem.EMPTY: remedies.tr("It may not have been copied completely. Copy or download it again."),
        ImageProblem.NOT_A_PICTURE: remedies.tr(
            "Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, JPEG XL, PSD or camera raw file."
        ),
        ImageProblem.NO_RAW_DECODER: remedies.tr(
            "Install the Python package rawpy, or develop it in another program and save it as TIFF or JPEG."
        ),
        ImageProblem.NO_JXL_DECODER: remedies.tr(
            "Install the Python package pillow-jxl-plugin, or save it in another program as PNG or JPEG."
        ),
        ImageProblem.DOCUMENT: remedies.tr("Open it in another program and save the page you want as PNG."),
        ImageProblem.DRAWING: remedies.tr("Open it in another program and export it as PNG, as large as you want it."),
        ImageProblem.NOTHING_IN_IT: remedies.tr("Choose a picture in which something is to be seen."),
        ImageProblem.CUT_SHORT: remedies.tr("Copy or download it again, or save it anew in another program."),
        ImageProblem.NOT_UNDERSTOOD: remedies.tr("Open it in another program and save it anew as PNG or JPEG."),
        ImageProblem.UNREADABLE: remedies.tr(
            "Check that the disk or the network drive is still connected, then try again."
        ),
        ImageProblem.TOO_LARGE: remedies.tr("Make it smaller in another program first."),
        ImageProblem.TOO_SMALL: remedies.tr("Choose a larger picture."),
        ImageProblem.TOO_LONG: remedies.tr("Crop it in another program first."),
    }


def _advice_on_outputs() -> dict[Enum, str]:
    return {
        ImageProblem.UNKNOWN_OUTPUT_FORMAT: remedies.tr("Give the file a name with one of these endings."),
        ImageProblem.NO_OUTPUT_FOLDER: remedies.tr("Create the folder first, or choose another one."),
        ImageProblem.NAME_REFUSED: remedies.tr("Choose a shorter name without special characters."),
        ImageProblem.TOO_LARGE_FOR_FORMAT: remedies.tr("Save it as PNG or TIFF, or choose a smaller size."),
        ImageProblem.TOO_DEEP_FOR_FORMAT: remedies.tr(
            "Give the file a name with one of these endings, or ask for 8 bits."
        ),
        ImageProblem.OUTPUT_REFUSED: remedies.tr("Choose another folder, such as your Pictures folder."),
        ImageProblem.OUTPUT_FAILED: remedies.tr("Make room on the disk, or choose a folder on another one."),
        ImageProblem.LINK_LOOP: remedies.tr("Choose another name."),
        ImageProblem.NOT_RENAMED: remedies.tr("Another program may be using it. Close that and try again."),
        ImageProblem.NOT_TRASHED: remedies.tr(
            "Not every disk has a trash. Show the picture in its folder and delete it there."
        ),
        ImageProblem.NO_MEMORY_TO_WRITE: remedies.tr("Close other programs and try again."),
        ImageProblem.OUTPUT_IS_INPUT: remedies.tr("Choose another name."),
    }


def _advice_on_networks() -> dict[Enum, str]:
    reinstall = remedies.tr("Install Impasto again to get a fresh copy of it.")
    return {
        NetworkProblem.MISSING: reinstall,
        NetworkProblem.CUT_SHORT: reinstall,
        NetworkProblem.ALTERED: reinstall,
        NetworkProblem.UNREADABLE: remedies.tr(
            "Check that you may read Impasto's own folder, or install Impasto again."
        ),
    }


def _advice_on_runs() -> dict[Enum, str]:
    return {
        RunProblem.NO_DEVICE: remedies.tr("Choose another device, or leave the choice to Impasto."),
        RunProblem.OUT_OF_MEMORY: remedies.tr("Choose a smaller size, or close other programs, and start again."),
        RunProblem.DISK_FULL: remedies.tr("Make room on the disk, or choose a smaller size, and start again."),
        RunProblem.NO_WORKING_FOLDER: remedies.tr("Go to a folder that is there, and start again."),
        RunProblem.DEVICE_LOST: remedies.tr(
            "Start Impasto anew. If it happens again, the graphics card may be too hot, or its driver needs an update."
        ),
        RunProblem.DIVERGED: remedies.tr("Start again with a lower strength or another size."),
    }


def _advice_on_checkpoints() -> dict[Enum, str]:
    list_them = remedies.tr("See with “impasto resume --list” which there are.")
    anew = remedies.tr("Paint the picture anew.")
    return {
        CheckpointProblem.NONE: remedies.tr("Begin a new one."),
        CheckpointProblem.MISSING: list_them,
        CheckpointProblem.UNREADABLE: remedies.tr("Check that the disk is still connected, then try again."),
        CheckpointProblem.DAMAGED: anew,
        CheckpointProblem.OTHER_VERSION: remedies.tr("Go on with it in that version, or paint it anew."),
        CheckpointProblem.IN_USE: remedies.tr("Wait until it is done, or stop it where it is painted."),
        CheckpointProblem.INPUT_MISSING: remedies.tr("Put it back to where it was, then try again."),
        CheckpointProblem.INPUT_CHANGED: remedies.tr("Put the former file back, or paint the picture anew."),
        CheckpointProblem.NO_OUTPUT: remedies.tr("Say with -o which file to write."),
    }


def _advice_on_timelines() -> dict[Enum, str]:
    nothing_lost = remedies.tr("The picture itself is not touched by that.")
    return {
        TimelineProblem.NONE: remedies.tr("Paint a picture first."),
        TimelineProblem.MISSING: nothing_lost,
        TimelineProblem.UNREADABLE: remedies.tr("Check that the disk is still connected, then try again."),
        TimelineProblem.DAMAGED: nothing_lost,
        TimelineProblem.OTHER_VERSION: nothing_lost,
        TimelineProblem.TOO_SHORT: remedies.tr("Let the picture be painted a little further."),
        TimelineProblem.LARGE_ENOUGH: remedies.tr("Choose an earlier place, or a larger size."),
        TimelineProblem.OTHER_SHAPE: remedies.tr("Choose the print size that the picture was begun with."),
        TimelineProblem.UNKNOWN_FILM_FORMAT: remedies.tr("End the name in .webp or .mp4."),
        TimelineProblem.NO_MP4_ENCODER: remedies.tr("Choose WebP, or install the Python package av."),
    }
