"""Tells files apart by their content."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from core.recipe.inputs import InputFile

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's whole content, 64 hexadecimal digits in lower case; it is read in pieces.

    Raises:
        OSError: If the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def identity_of(file: BufferedReader, name: str) -> InputFile:
    """What tells an open file apart from others: it is read from its beginning to its end.

    Args:
        file: Opened for reading, to seek in.
        name: What it is called.

    Raises:
        OSError: If it cannot be read.
    """
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return InputFile(name, file.tell(), sha256)
