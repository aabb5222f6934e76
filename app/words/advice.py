"""What a person can do about an error. What happened is the error's own sentence; see ``core.errors``.

No Qt here: the command line says the same.
"""

from __future__ import annotations

from typing import Final

from core.errors import (
    DeviceError,
    DiskFullError,
    DivergedError,
    ImageFileError,
    ImageProblem,
    InterruptedRunError,
    NetworkFileError,
    NetworkProblem,
    OutOfMemoryError,
    RecipeError,
)

_REINSTALL: Final = "Install Impasto again to get a fresh copy of it."
_SAVE_ELSEWHERE: Final = "Choose another folder, such as your Pictures folder."

IMAGE_ADVICE: Final[dict[ImageProblem, str]] = {
    ImageProblem.MISSING: "It may have been moved, renamed or deleted. Choose the picture again.",
    ImageProblem.FOLDER: "Open the folder and choose one of the pictures in it.",
    ImageProblem.NOT_PERMITTED: "Ask whoever owns the file for access, or work on a copy of your own.",
    ImageProblem.EMPTY: "It may not have been copied completely. Copy or download it again.",
    ImageProblem.NOT_A_PICTURE: "Choose a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF file.",
    ImageProblem.CUT_SHORT: "Copy or download it again, or save it anew in another program.",
    ImageProblem.NOT_UNDERSTOOD: "Open it in another program and save it anew as PNG or JPEG.",
    ImageProblem.UNREADABLE: "Check that the disk or the network drive is still connected, then try again.",
    ImageProblem.TOO_LARGE: "Make it smaller in another program first.",
    ImageProblem.TOO_SMALL: "Choose a larger picture.",
    ImageProblem.TOO_LONG: "Crop it in another program first.",
    ImageProblem.UNKNOWN_OUTPUT_FORMAT: "Give the file a name with one of these endings.",
    ImageProblem.NO_OUTPUT_FOLDER: "Create the folder first, or choose another one.",
    ImageProblem.NAME_REFUSED: "Choose a shorter name without special characters.",
    ImageProblem.TOO_LARGE_FOR_FORMAT: "Save it as PNG or TIFF, or choose a smaller size.",
    ImageProblem.TOO_DEEP_FOR_FORMAT: "Give the file a name with one of these endings, or ask for 8 bits.",
    ImageProblem.OUTPUT_REFUSED: _SAVE_ELSEWHERE,
    ImageProblem.OUTPUT_FAILED: "Make room on the disk, or choose a folder on another one.",
}

NETWORK_ADVICE: Final[dict[NetworkProblem, str]] = {
    NetworkProblem.MISSING: _REINSTALL,
    NetworkProblem.CUT_SHORT: _REINSTALL,
    NetworkProblem.ALTERED: _REINSTALL,
    NetworkProblem.UNREADABLE: "Check that you may read Impasto's own folder, or install Impasto again.",
}

_OTHER_ADVICE: Final[tuple[tuple[type[Exception], str], ...]] = (
    (RecipeError, "Change that setting and start again."),
    (DeviceError, "Choose another device, or leave the choice to Impasto."),
    (OutOfMemoryError, "Choose a smaller size, or close other programs, and start again."),
    (DiskFullError, "Make room on the disk, or choose a smaller size, and start again."),
    (DivergedError, "Start again with a lower strength or another size."),
    (InterruptedRunError, "Start again; what was painted so far has been kept."),
)


def advice(error: Exception) -> str:
    """One sentence on what to do about ``error``; empty when there is nothing useful to say."""
    if isinstance(error, ImageFileError):
        return IMAGE_ADVICE.get(error.problem, "")
    if isinstance(error, NetworkFileError):
        return NETWORK_ADVICE.get(error.problem, "")
    for kind, words in _OTHER_ADVICE:
        if isinstance(error, kind):
            return words
    return ""
