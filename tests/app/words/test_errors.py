from __future__ import annotations

import copy
import inspect
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.words.advice import advice, advices
from app.words.errors import sentence, sentences
from core import errors
from core.errors import (
    CheckpointError,
    CheckpointProblem,
    DeviceError,
    DeviceLostError,
    DiskFullError,
    DivergedError,
    ImageFileError,
    ImageProblem,
    InputProblem,
    InputsError,
    NetworkFileError,
    NetworkProblem,
    OutOfMemoryError,
    RecipeError,
    RecipeProblem,
    RunProblem,
    StyleTransferError,
    TimelineError,
    TimelineProblem,
)

if TYPE_CHECKING:
    from enum import Enum

    from core.errors import Argument

PROBLEMS = [
    *RecipeProblem,
    *InputProblem,
    *ImageProblem,
    *NetworkProblem,
    *RunProblem,
    *CheckpointProblem,
    *TimelineProblem,
]


def of_recipe(problem: RecipeProblem, **arguments: Argument) -> RecipeError:
    return RecipeError(problem, **arguments)


def of_image(problem: ImageProblem) -> ImageFileError:
    return ImageFileError(Path("folder/cat.png"), problem)


def of_network(problem: NetworkProblem) -> NetworkFileError:
    return NetworkFileError(Path("folder/vgg19.safetensors"), problem)


SAID: list[tuple[StyleTransferError, str]] = [
    (of_recipe(RecipeProblem.NO_PICTURES), "There are no pictures to paint from."),
    (of_recipe(RecipeProblem.NO_PAINTING), "Choose at least one painting."),
    (of_recipe(RecipeProblem.STYLE_WEIGHT, value=-1.0), "A style weight must be zero or more, not -1.0."),
    (
        of_recipe(RecipeProblem.NUM_STYLE_WEIGHTS, num_paintings=1, num_weights=2),
        "Each painting needs one style weight: paintings 1, style weights 2.",
    ),
    (of_recipe(RecipeProblem.NO_STYLE_WEIGHT), "At least one painting needs a weight above zero."),
    (of_recipe(RecipeProblem.STYLE_WEIGHTS_TOO_LARGE), "The style weights are too large to be added up."),
    (
        of_recipe(RecipeProblem.SIZE, value=20000, low=64, high=16384),
        "The size must be from 64 to 16384 pixels, not 20000.",
    ),
    (
        of_recipe(RecipeProblem.STYLE_STRENGTH, value=float("nan"), low=0, high=100),
        "The style strength must be from 0 to 100, not nan.",
    ),
    (
        of_recipe(RecipeProblem.FREEDOM, value=101.0, low=0, high=100),
        "The freedom must be from 0 to 100, not 101.",
    ),
    (
        of_recipe(RecipeProblem.STYLE_SCALE, value=5.0, low=0.25, high=4.0),
        "The style scale must be from 0.25 to 4, not 5.",
    ),
    (of_recipe(RecipeProblem.SEED, value=-1), "The seed must be a whole number from 0 up, not -1."),
    (
        of_recipe(RecipeProblem.START_PICTURE),
        "A start picture is needed exactly when the run starts from a picture.",
    ),
    (of_recipe(RecipeProblem.DEPTH, value=12), "The depth must be 8 or 16 bits, not 12."),
    (
        of_recipe(RecipeProblem.TOO_NARROW, short_side_px=4),
        "At this size the picture would be only 4 pixels on its short side.",
    ),
    (
        of_recipe(RecipeProblem.NO_SHEET),
        "--bleed and --fit go with --print: say how large the sheet is.",
    ),
    (
        of_recipe(RecipeProblem.SHEET_TEXT, text="5 by {7}"),
        "“5 by {7}” is not a print size such as 50x70cm@300, in cm, mm or in.",
    ),
    (of_recipe(RecipeProblem.BLEED_TEXT, text="3"), "“3” is not a bleed such as 3mm, in mm, cm or in."),
    (
        of_recipe(RecipeProblem.SHEET_SIDES, width_mm=0.0, height_mm=70.0),
        "A sheet must be wider and higher than zero, not 0 x 70 mm.",
    ),
    (
        of_recipe(RecipeProblem.SHEET_RESOLUTION, dpi=0),
        "The resolution must be more than zero pixels per inch, not 0.",
    ),
    (of_recipe(RecipeProblem.BLEED, bleed_mm=-1.0), "The bleed must be zero or more, not -1 mm."),
    (
        of_recipe(RecipeProblem.PIXELS_OF_SHEET, dpi=300.0, width_px=23622, height_px=17717, low=64, high=16384),
        "At 300 dpi the sheet would have 23622 x 17717 pixels; its longer side must have from 64 to 16384.",
    ),
    (
        of_recipe(RecipeProblem.LARGER_THAN_SHEET, size_px=900),
        "A picture of 900 pixels does not fit on its sheet.",
    ),
    (of_recipe(RecipeProblem.SHEET_NOT_FILLED, size_px=100), "A picture of 100 pixels does not fill its sheet."),
    (of_recipe(RecipeProblem.NAME_EMPTY), "A name needs at least one letter or placeholder."),
    (of_recipe(RecipeProblem.NAME_TOO_LONG, most=120), "The name is too long: it may have 120 characters."),
    (of_recipe(RecipeProblem.NAME_PLACEHOLDER, placeholder="x"), "Impasto does not know what to put for “x”."),
    (of_recipe(RecipeProblem.NAME_CHARACTER, character="/"), "No file name may have “/” in it."),
    (of_recipe(RecipeProblem.NOT_A_RECIPE), "This is not a recipe that Impasto wrote."),
    (of_recipe(RecipeProblem.NOT_A_PRESET), "This is not a preset that Impasto wrote."),
    (of_recipe(RecipeProblem.NO_RECIPE, name="cat.jpg"), "“cat.jpg” carries no recipe of Impasto's."),
    (
        InputsError(["a.jpg", "b\x1b.jpg"], InputProblem.NOT_FOUND),
        "What this was painted from was not found: a.jpg, b\ufffd.jpg.",
    ),
    (InputsError(["{a}.jpg"], InputProblem.CHANGED), "What this was painted from has changed since: {a}.jpg."),
    (
        of_recipe(RecipeProblem.NEWER_VERSION, version=9, newest=1),
        "This was made by a newer Impasto: its recipe is of version 9; this program reads 1.",
    ),
    (
        of_recipe(RecipeProblem.FIELD_VALUE, field="size_px", value="512.5"),
        "The value 512.5 of “size_px” in this recipe makes no sense.",
    ),
    (of_recipe(RecipeProblem.MISSING_FIELD, field="photo"), "This recipe is incomplete: it has no “photo”."),
    (
        of_recipe(RecipeProblem.UNKNOWN_FIELD, field="sise"),
        "This recipe has a setting that Impasto does not know: “sise”.",
    ),
    (of_image(ImageProblem.MISSING), "“cat.png” does not exist."),
    (of_image(ImageProblem.FOLDER), "“cat.png” is a folder, not a picture."),
    (of_image(ImageProblem.NOT_PERMITTED), "“cat.png” may not be opened: the system refuses access to it."),
    (of_image(ImageProblem.EMPTY), "“cat.png” is empty: the file holds no data."),
    (of_image(ImageProblem.NOT_A_PICTURE), "“cat.png” is not a picture that Impasto can read."),
    (of_image(ImageProblem.CUT_SHORT), "“cat.png” is damaged or was cut short, so it cannot be read to its end."),
    (of_image(ImageProblem.NOT_UNDERSTOOD), "“cat.png” is stored in a way that Impasto does not know, or is damaged."),
    (
        of_image(ImageProblem.NO_RAW_DECODER),
        "“cat.png” is a camera raw file, and what develops those is not installed here.",
    ),
    (of_image(ImageProblem.NO_JXL_DECODER), "“cat.png” is a JPEG XL file, and what reads those is not installed here."),
    (of_image(ImageProblem.DOCUMENT), "“cat.png” is a PDF document, not a picture."),
    (of_image(ImageProblem.DRAWING), "“cat.png” is an SVG drawing: it is made of lines and has no pixels."),
    (of_image(ImageProblem.NOTHING_IN_IT), "“cat.png” is transparent everywhere: there is nothing in it to see."),
    (of_image(ImageProblem.UNREADABLE), "“cat.png” could not be read: the disk or the connection to it failed."),
    (of_image(ImageProblem.TOO_LARGE), "“cat.png” is too large: it has more pixels than can be opened safely."),
    (of_image(ImageProblem.TOO_SMALL), "“cat.png” is too small: a picture needs at least 16 pixels on each side."),
    (of_image(ImageProblem.TOO_LONG), "“cat.png” is too long and thin: one side is more than 20 times the other."),
    (
        of_image(ImageProblem.UNKNOWN_OUTPUT_FORMAT),
        "“cat.png” cannot be written: the name must end in .png, .jpg, .webp or .tif.",
    ),
    (of_image(ImageProblem.NO_OUTPUT_FOLDER), "“cat.png” cannot be written: its folder does not exist."),
    (of_image(ImageProblem.NAME_REFUSED), "“cat.png” cannot be written: the system does not accept this name."),
    (
        of_image(ImageProblem.TOO_LARGE_FOR_FORMAT),
        "“cat.png” cannot be written: the picture is larger than this kind of file can hold.",
    ),
    (
        of_image(ImageProblem.TOO_DEEP_FOR_FORMAT),
        "“cat.png” cannot have 16 bits a channel: only .png and .tif files can.",
    ),
    (of_image(ImageProblem.OUTPUT_REFUSED), "“cat.png” cannot be written: the system does not allow writing there."),
    (
        of_image(ImageProblem.OUTPUT_IS_INPUT),
        "“cat.png” is one of the pictures that this one is painted from: it would be lost.",
    ),
    (
        of_image(ImageProblem.LINK_LOOP),
        "“cat.png” cannot be written: links lead there that lead back to themselves.",
    ),
    (
        StyleTransferError(RunProblem.NO_WORKING_FOLDER),
        "The folder that Impasto was started in is gone.",
    ),
    (of_image(ImageProblem.NO_MEMORY_TO_WRITE), "“cat.png” could not be written: there is not enough memory."),
    (of_image(ImageProblem.NOT_RENAMED), "“cat.png” could not be renamed: the system does not allow it."),
    (of_image(ImageProblem.NOT_TRASHED), "“cat.png” could not be moved to the trash."),
    (of_image(ImageProblem.OUTPUT_FAILED), "“cat.png” could not be written: the disk may be full or gone."),
    (of_network(NetworkProblem.MISSING), "The network file “vgg19.safetensors” is missing."),
    (of_network(NetworkProblem.CUT_SHORT), "The network file “vgg19.safetensors” is incomplete."),
    (
        of_network(NetworkProblem.ALTERED),
        "The network file “vgg19.safetensors” has been altered: it is not the file that Impasto shipped with.",
    ),
    (of_network(NetworkProblem.UNREADABLE), "The network file “vgg19.safetensors” cannot be read."),
    (DeviceError("CUDA"), "This computer has no CUDA device that Impasto can use."),
    (OutOfMemoryError(64), "There is not enough memory to paint a picture of 64 pixels."),
    (DiskFullError(), "There is not enough room on the disk for a picture of this size while it is painted."),
    (DeviceLostError(), "The graphics card stopped answering while it was painting."),
    (DivergedError(), "The painting broke down: its numbers grew beyond all bounds."),
    (TimelineError(TimelineProblem.NONE), "There is no timeline of any picture."),
    (TimelineError(TimelineProblem.MISSING, name="cat"), "“cat” holds no timeline."),
    (TimelineError(TimelineProblem.UNREADABLE), "The timeline of this picture cannot be read."),
    (TimelineError(TimelineProblem.DAMAGED), "The timeline of this picture is damaged."),
    (TimelineError(TimelineProblem.OTHER_VERSION), "This timeline was written by another version of Impasto."),
    (TimelineError(TimelineProblem.TOO_SHORT), "There is too little of this picture's timeline for a film."),
    (
        TimelineError(TimelineProblem.LARGE_ENOUGH, size_px=724),
        "The picture has 724 pixels at this place already, and is to become no larger.",
    ),
    (
        TimelineError(TimelineProblem.OTHER_SHAPE),
        "The picture has another shape here than the one that is to be painted.",
    ),
    (
        TimelineError(TimelineProblem.UNKNOWN_FILM_FORMAT, name="cat.gif"),
        "“cat.gif” is not the name of a film that can be written.",
    ),
    (TimelineError(TimelineProblem.NO_MP4_ENCODER), "What writes MP4 is not installed here."),
    (CheckpointError(CheckpointProblem.NONE), "There is no interrupted picture to go on with."),
    (CheckpointError(CheckpointProblem.MISSING, name="cat"), "“cat” holds no interrupted picture."),
    (CheckpointError(CheckpointProblem.UNREADABLE), "What was kept of the interrupted picture cannot be read."),
    (CheckpointError(CheckpointProblem.DAMAGED), "What was kept of the interrupted picture is damaged."),
    (
        CheckpointError(CheckpointProblem.OTHER_VERSION),
        "The interrupted picture was begun by another version of Impasto.",
    ),
    (CheckpointError(CheckpointProblem.IN_USE), "This picture is being painted at this moment."),
    (
        CheckpointError(CheckpointProblem.INPUT_MISSING, name="cat.png"),
        "“cat.png”, from which this picture is painted, cannot be found.",
    ),
    (
        CheckpointError(CheckpointProblem.INPUT_CHANGED, name="cat.png"),
        "“cat.png”, from which this picture is painted, has changed since it was begun.",
    ),
    (
        CheckpointError(CheckpointProblem.NO_OUTPUT),
        "This picture was begun in the window, which chose no file for it.",
    ),
]


@pytest.mark.parametrize(("error", "words"), SAID, ids=[str(error.problem) for error, _ in SAID])
def test_each_error_is_said_in_these_words(error: StyleTransferError, words: str) -> None:
    assert sentence(error) == words


def test_the_words_of_no_problem_are_left_untested() -> None:
    assert {error.problem for error, _ in SAID} == set(PROBLEMS)


def test_every_kind_of_problem_is_walked() -> None:
    kinds = {kind for name, kind in inspect.getmembers(errors, inspect.isclass) if name.endswith("Problem")}
    assert {type(problem) for problem in PROBLEMS} == kinds


@pytest.mark.parametrize("problem", PROBLEMS, ids=str)
def test_every_problem_has_a_sentence_and_a_remedy(problem: Enum) -> None:
    for text in (sentences(0)[problem], advices()[problem]):
        assert text
        assert text.startswith(("“", "-")) or text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text


def test_advice_belongs_to_the_problem() -> None:
    assert advice(of_image(ImageProblem.TOO_LONG)) == "Crop it in another program first."
    assert advice(OutOfMemoryError(64)) == "Choose a smaller size, or close other programs, and start again."
    assert advice(of_recipe(RecipeProblem.NO_PAINTING)) == "Change that setting and start again."


def test_an_error_that_nobody_expected_is_told_without_details_and_false_advice() -> None:
    assert sentence(ZeroDivisionError("secret")) == "Something went wrong that Impasto did not expect."
    assert advice(ZeroDivisionError("secret")) == ""


def test_a_file_without_a_name_is_named_by_its_path() -> None:
    assert sentence(ImageFileError(Path("/"), ImageProblem.FOLDER)) == f"“{Path('/')}” is a folder, not a picture."


@pytest.mark.parametrize("error", [error for error, _ in SAID], ids=lambda error: str(error.problem))
def test_an_error_can_be_copied_and_sent_elsewhere(error: StyleTransferError) -> None:
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301 - made a moment ago
        assert sentence(other) == sentence(error)
        assert vars(other).keys() == vars(error).keys()
