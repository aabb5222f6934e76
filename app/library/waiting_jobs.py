"""The pictures that wait to be painted, on the disk, so that they are painted even if the program ends meanwhile.

Each running program has a file of its own, beside which a lock says that it is taken; the system lets go of it however
the program ends. What a program has left that is gone, the next one to start takes over. A file is one JSON object,
replaced as a whole: at whatever moment the power goes, it is the former one or the new one.
"""

from __future__ import annotations

import json
import logging
import re
import uuid
from dataclasses import dataclass, replace
from pathlib import Path  # noqa: TC003 - the types of the fields are read while the program runs
from typing import TYPE_CHECKING, Final

from app.library.output_names import FORBIDDEN
from core.errors import RecipeError
from core.files.hashing import sha256_of
from core.files.replacing import replace_file
from core.machine.file_lock import FileLock
from core.optimization.checkpoint.manifest import FileAtPath
from core.optimization.checkpoint.members import Reader, Writer, from_members, to_members
from core.recipe import codec
from core.recipe.recipe import Recipe
from core.recipe.strict_json import read_strictly

if TYPE_CHECKING:
    from collections.abc import Sequence

_log = logging.getLogger(__name__)

# More than anybody lines up by hand; what comes after them is painted, but not written down.
MOST_JOBS: Final = 1000
# A job takes about a thousand bytes, and with a hundred paintings twenty thousand.
_MOST_BYTES: Final = 32 << 20
_MOST_NAME_BYTES: Final = 255
_MOST_BEGINNINGS: Final = 1000
_FORMAT: Final = "impasto waiting jobs"
_VERSION: Final = 1
_SUFFIX: Final = ".json"
_LOCK_SUFFIX: Final = ".lock"
_DAMAGED_SUFFIX: Final = ".damaged"
_TOKEN: Final = re.compile(r"[0-9a-f]{32}")
_READERS: Final[dict[type, Reader]] = {Recipe: codec.from_members}
_WRITERS: Final[dict[type, Writer]] = {Recipe: lambda recipe: codec.to_members(recipe, codec.whole_path)}


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """A picture that is to be painted.

    Attributes:
        token: Its own, by which it is known again.
        recipe: What is painted.
        name: A file name for the picture, without suffix.
        inputs: The files that it is painted from, as they were when it was asked for.
        resume_from: The folder of the run that it goes on with; None where it begins.
        branch_from: The end of a scale of another run that it begins with; None where it begins with the photo.
        num_begun: How often it has been begun by programs that did not come to its end.
        begun_at_s: When it was begun last, in seconds since 1970; 0 for never.

    Raises:
        ValueError: If a value makes no sense.
    """

    token: str
    recipe: Recipe
    name: str
    inputs: tuple[FileAtPath, ...] = ()
    resume_from: Path | None = None
    branch_from: Path | None = None
    num_begun: int = 0
    begun_at_s: float = 0.0

    def __post_init__(self) -> None:
        num_bytes = len(self.name.encode("utf-8", "surrogatepass"))
        if not 0 < num_bytes <= _MOST_NAME_BYTES or FORBIDDEN.search(self.name) is not None:
            raise ValueError(self.name)
        if _TOKEN.fullmatch(self.token) is None or not 0 <= self.num_begun <= _MOST_BEGINNINGS or self.begun_at_s < 0:
            raise ValueError(self.token)


def with_inputs(job: WaitingJob) -> WaitingJob:
    """The same job with what its files are now; a file that cannot be read is left for the run to complain of."""
    found: list[FileAtPath] = []
    for path in dict.fromkeys(job.recipe.input_paths):
        try:
            found.append(FileAtPath(path.absolute(), sha256_of(path)))
        except (OSError, ValueError):
            continue
    return replace(job, inputs=tuple(found))


def new_token() -> str:
    """A token that no other job has."""
    return uuid.uuid4().hex


def encoded(jobs: Sequence[WaitingJob]) -> bytes:
    """Jobs as one JSON object."""
    members = [to_members(job, _WRITERS) for job in jobs]
    return json.dumps({"format": _FORMAT, "version": _VERSION, "jobs": members}, allow_nan=False).encode("ascii")


def decoded(content: bytes) -> tuple[WaitingJob, ...]:
    """The jobs that :func:`encoded` was given.

    Raises:
        ValueError: If it holds something else, or is of another version.
    """
    try:
        members = read_strictly(content)
        if not isinstance(members, dict) or members.keys() != {"format", "version", "jobs"}:
            raise ValueError(_FORMAT)
        if members["format"] != _FORMAT or type(members["version"]) is not int or members["version"] != _VERSION:
            raise ValueError(members["version"])
        jobs = from_members(tuple[WaitingJob, ...], members["jobs"], _READERS)
    except (RecipeError, RecursionError) as error:
        raise ValueError(_FORMAT) from error
    if len(jobs) > MOST_JOBS:
        raise ValueError(len(jobs))
    return tuple(jobs)


@dataclass(frozen=True, slots=True)
class LeftJobs:
    """What programs that are gone have left.

    Attributes:
        jobs: In their order.
        damaged: Files that cannot be read and have been set aside.
    """

    jobs: tuple[WaitingJob, ...] = ()
    damaged: tuple[Path, ...] = ()


class WaitingFile:
    """The file of this program. Its methods touch the disk: meant for the background, one at a time."""

    def __init__(self, folder: Path) -> None:
        """Make none yet.

        Args:
            folder: Where the files of all programs lie.
        """
        self._folder = folder
        self._path: Path | None = None
        self._lock: FileLock | None = None

    def take_over(self) -> LeftJobs:
        """Take what programs that are gone have left; from now on it is this program's.

        Raises:
            OSError: If it cannot be read, or written down anew.
        """
        jobs: list[WaitingJob] = []
        damaged: list[Path] = []
        taken: list[tuple[Path, FileLock]] = []
        try:
            for path in sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder.is_dir() else ():
                lock = FileLock(path.with_suffix(_LOCK_SUFFIX))
                if not lock.try_to_acquire():
                    continue
                taken.append((path, lock))
                try:
                    # A program that was ended by force while it took over has left some twice.
                    jobs.extend(job for job in _read(path) if job.token not in {known.token for known in jobs})
                except FileNotFoundError:
                    continue  # another start has just taken it over
                except ValueError as error:
                    _log.error("%s is set aside, for it holds no pictures that wait: %s", path, error)
                    damaged.append(path.replace(path.with_suffix(_DAMAGED_SUFFIX)))
            if jobs:
                self.write(jobs)
        except BaseException:
            for _, lock in taken:
                lock.release()
            raise
        for path, lock in taken:
            path.unlink(missing_ok=True)
            _remove(path.with_suffix(_LOCK_SUFFIX), lock)
        return LeftJobs(tuple(jobs), tuple(damaged))

    def write(self, jobs: Sequence[WaitingJob]) -> None:
        """Write down what waits now; without any, there is no file.

        Raises:
            OSError: If it cannot be written; what was written before stays.
        """
        if not jobs:
            self.close()
            return
        if self._path is None:
            self._begin()
        assert self._path is not None  # noqa: S101 - begun
        replace_file(self._path, encoded(jobs[:MOST_JOBS]))

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        lock = FileLock(path.with_suffix(_LOCK_SUFFIX))
        lock.try_to_acquire()  # nobody else knows the name
        self._path, self._lock = path, lock

    def close(self) -> None:
        """Nothing waits any more: remove the file.

        Raises:
            OSError: If it cannot be removed.
        """
        if self._path is not None and self._lock is not None:
            self._path.unlink(missing_ok=True)
            _remove(self._path.with_suffix(_LOCK_SUFFIX), self._lock)
            self._path = self._lock = None

    def leave(self) -> None:
        """The program ends: leave the file to the next start."""
        if self._lock is not None:
            self._lock.release()
            self._path = self._lock = None


def _read(path: Path) -> tuple[WaitingJob, ...]:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(len(content))
    return decoded(content)


def _remove(path: Path, lock: FileLock) -> None:
    """Remove a lock's file; on Windows it must be let go of first."""
    lock.release()
    path.unlink(missing_ok=True)
