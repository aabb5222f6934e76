"""A finished picture that cannot be written where it was wanted is written elsewhere: hours of work may be in it."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from app.library.output_names import legal_part, reserved_path
from core.errors import ImageFileError, ImageProblem
from core.files.formats import WRITABLE_SUFFIXES
from core.machine.tracebacks import without_tracebacks

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)

# Writes a picture to a file, or raises.
Write: TypeAlias = Callable[[Path], object]

# The kind of file that holds any size and depth.
_SAFEST_SUFFIX: Final = ".png"
# What another place cannot mend.
_OF_THE_FORMAT: Final = frozenset({
    ImageProblem.UNKNOWN_OUTPUT_FORMAT, ImageProblem.TOO_LARGE_FOR_FORMAT, ImageProblem.TOO_DEEP_FOR_FORMAT,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a picture is that was to be written to a file.

    Attributes:
        path: The file that it is in.
        wanted: The file that it was to be in.
        problem: Why it is in another one; None where it is not.
    """

    path: Path
    wanted: Path
    problem: ImageFileError | None = None

    @property
    def rescued(self) -> bool:
        """Whether the picture is in another file than it was to be in."""
        return self.problem is not None


def deliver(write: Write, plain: Write, wanted: Path, folder: Path | None) -> Delivery:
    """Write a picture to a file; where that fails, to a new one somewhere else.

    Args:
        write: Writes the picture.
        plain: Writes it in the simplest way; tried in each other place when ``write`` fails there as well.
        wanted: The file.
        folder: Where a picture goes that cannot be written there, before the temporary folder; None for nowhere.

    Raises:
        ImageFileError: If it can be written nowhere; the one about ``wanted``.
    """
    try:
        write(wanted)
    except Exception as error:  # noqa: BLE001 - whatever it is, the picture must not be lost for it
        problem = named_problem(error, wanted)
    else:
        return Delivery(wanted, wanted)
    # Outside of the except clause, whose error keeps what the failed attempt has made in memory.
    return rescue(write, plain, problem, wanted, folder)


def rescue(write: Write, plain: Write, problem: ImageFileError, wanted: Path, folder: Path | None) -> Delivery:
    """Write a picture to a new file in a folder, else in a new temporary folder that only its owner may look into.

    No existing file is replaced. The arguments are those of :func:`deliver`.

    Args:
        write: Writes the picture.
        plain: Writes it in the simplest way.
        problem: Why it is not where it was to be.
        wanted: The file that it was to be in.
        folder: Tried first.

    Raises:
        ImageFileError: If it can be written nowhere; ``problem``.
    """
    suffix = wanted.suffix.lower()
    if problem.problem in _OF_THE_FORMAT or suffix not in WRITABLE_SUFFIXES:
        suffix = _SAFEST_SUFFIX
    for place in _places(folder, wanted.parent):
        for way in (write, plain):
            path = _written(way, place, legal_part(wanted.stem), suffix)
            if path is not None:
                _log.warning("A picture could not be written to %s, and is in %s: %s", wanted, path, problem)
                return Delivery(path, wanted, problem)
    _log.error("A picture could be written nowhere: %s", problem)
    raise problem


def _places(folder: Path | None, failed: Path) -> Iterator[Path]:
    if folder is not None and folder != failed:
        yield folder
    try:
        # Only its owner may look into it: a person's pictures are nobody else's business.
        place = Path(tempfile.mkdtemp(prefix="impasto-picture-"))
    except OSError as error:
        _log.warning("There is no temporary folder: %s", error)
        return
    yield place
    # Asked for more: nothing could be written there.
    with contextlib.suppress(OSError):
        place.rmdir()


def _written(write: Write, folder: Path, stem: str, suffix: str) -> Path | None:
    """A new file that has been written; None where that fails, and nothing is left of it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = reserved_path(folder, stem, suffix)
    except OSError as error:
        _log.warning("Nothing can be written into %s: %s", folder, error)
        return None
    try:
        write(path)
    except Exception as error:  # noqa: BLE001 - there are other places and ways
        _log.warning("The picture could not be written to %s: %r", path, error)
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return None
    return path


def named_problem(error: Exception, path: Path) -> ImageFileError:
    """Why a picture could not be written to a file, in a form that can be told; the log gets what nobody expected."""
    if isinstance(error, ImageFileError):
        return without_tracebacks(error)
    _log.error("A picture could not be written\n%s", "".join(traceback.format_exception(error)))
    memory = isinstance(error, MemoryError)
    return ImageFileError(path, ImageProblem.NO_MEMORY_TO_WRITE if memory else ImageProblem.OUTPUT_FAILED)
