"""The artist's own paintings beside the starters: a list in a file that several programs may change."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import ImageFileError, ImageProblem
from core.files.formats import READABLE_SUFFIXES
from core.files.replacing import replace_file
from core.machine.file_lock import FileLock
from core.recipe.strict_json import read_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_VERSION: Final = 1
# More than anybody looks through; what lies deeper in a dropped folder is left out.
MOST_PAINTINGS: Final = 5000
_LONGEST_NAME: Final = 200
_LONGEST_PATH: Final = 4096
_PATIENCE_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class OwnPainting:
    """A painting that the artist has put beside the starters.

    Attributes:
        path: Its file.
        name: What it is called.
    """

    path: Path
    name: str


class DamagedListError(ValueError):
    """A file that should hold a list of paintings and holds something else."""


def read_list(file: Path) -> tuple[OwnPainting, ...]:
    """The paintings of a list, none where there is no file yet.

    Raises:
        DamagedListError: If it is not such a list.
        OSError: If it cannot be read.
    """
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        return ()
    try:
        return _parsed(text)
    except (ValueError, RecursionError) as error:
        raise DamagedListError(file) from error


def _parsed(text: bytes) -> tuple[OwnPainting, ...]:
    members = read_strictly(text)
    if not isinstance(members, dict) or set(members) != {"version", "paintings"} or members["version"] != _VERSION:
        raise ValueError(members)
    rows = members["paintings"]
    if not isinstance(rows, list) or len(rows) > MOST_PAINTINGS:
        raise ValueError(members)
    return _without_repetition(_painting(row) for row in rows)


def _painting(row: object) -> OwnPainting:
    if not isinstance(row, dict) or set(row) != {"path", "name"}:
        raise ValueError(row)
    path, name = row["path"], row["name"]
    if not isinstance(path, str) or not isinstance(name, str) or not 0 < len(path) <= _LONGEST_PATH or "\0" in path:
        raise ValueError(row)
    if not 0 < len(name) <= _LONGEST_NAME or not Path(path).is_absolute():
        raise ValueError(row)
    return OwnPainting(Path(path), name)


def _without_repetition(paintings: Iterable[OwnPainting]) -> tuple[OwnPainting, ...]:
    return tuple({painting.path: painting for painting in paintings}.values())[:MOST_PAINTINGS]


def merged(
    known: Sequence[OwnPainting], wanted: Sequence[OwnPainting], current: Sequence[OwnPainting]
) -> tuple[OwnPainting, ...]:
    """What a list becomes that two have changed: as is wanted here, and with what the other has added and taken out.

    Args:
        known: The list as it was when what is wanted was made from it.
        wanted: What is to become of it.
        current: The list as it is.
    """
    known_paths, current_paths = ({painting.path for painting in each} for each in (known, current))
    taken_out = known_paths - current_paths
    kept = [painting for painting in wanted if painting.path not in taken_out]
    added = [painting for painting in current if painting.path not in known_paths]
    wanted_paths = {painting.path for painting in wanted}
    return _without_repetition((*kept, *(painting for painting in added if painting.path not in wanted_paths)))


def change_list(file: Path, known: Sequence[OwnPainting], wanted: Sequence[OwnPainting]) -> tuple[OwnPainting, ...]:
    """Write what is wanted, merged with what others have written meanwhile; what the list is now.

    A file that is no such list is set aside, not lost.

    Raises:
        OSError: If it cannot be written, or others do not let go of it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(file.with_name(f".{file.name}.lock"))
    if not lock.acquire(_PATIENCE_S):
        raise TimeoutError(str(file))
    try:
        try:
            # A list that has been removed as a whole is no wish to lose what is still seen of it.
            current = read_list(file) if file.exists() else tuple(known)
        except DamagedListError:
            file.replace(file.with_name(f"{file.name}.damaged"))
            current = tuple(known)
        result = merged(known, wanted, current)
        rows = [{**asdict(painting), "path": str(painting.path)} for painting in result]
        text = json.dumps({"version": _VERSION, "paintings": rows}, indent=1)
        replace_file(file, text.encode("ascii"))
    finally:
        lock.release()
    return result


def paintings_at(paths: Sequence[Path]) -> tuple[OwnPainting, ...]:
    """The pictures among files, and in folders, by their names; nothing is opened.

    Raises:
        ImageFileError: If there is none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.suffix.lower() in READABLE_SUFFIXES)
            found += [each for each in inside if each.is_file() and not each.name.startswith(".")]
        elif path.suffix.lower() in READABLE_SUFFIXES:
            found.append(path)
        if len(found) > MOST_PAINTINGS:
            break
    if not found and paths:
        raise ImageFileError(paths[0], ImageProblem.NOT_A_PICTURE)
    return _without_repetition(OwnPainting(path.absolute(), path.stem[:_LONGEST_NAME]) for path in found)
