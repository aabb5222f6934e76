"""Gives the file of a picture another name, without ever replacing another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.library.output_names import legal_name, reserved_path
from core.errors import ImageFileError, ImageProblem

if TYPE_CHECKING:
    from pathlib import Path


def rename_picture(path: Path, name: str) -> Path:
    """Call a picture something else, and return its new path; it keeps its folder and its ending.

    Args:
        path: Its file.
        name: The new name, without ending; what no system allows in names is left out. Where another file has it
            already, a number is added.

    Raises:
        ImageFileError: If it cannot be renamed.
    """
    stem = legal_name(name)
    if not stem or stem == path.stem:
        return path
    try:
        if not path.is_file():
            raise ImageFileError(path, ImageProblem.MISSING)
        target = _same_but_for_case(path, stem) or reserved_path(path.parent, stem, path.suffix)
        try:
            return path.replace(target)
        except OSError:
            if target.stat().st_size == 0:  # the name that was claimed
                target.unlink()
            raise
    except OSError as error:
        raise ImageFileError(path, ImageProblem.NOT_RENAMED) from error


def _same_but_for_case(path: Path, stem: str) -> Path | None:
    """The new name where it is another spelling of the same file's, on a system to which both are one."""
    target = path.with_name(stem + path.suffix)
    alike = stem.casefold() == path.stem.casefold() and target.exists() and target.samefile(path)
    return target if alike else None
