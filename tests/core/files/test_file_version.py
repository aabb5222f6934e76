from __future__ import annotations

import os
from typing import TYPE_CHECKING

from core.files.file_version import file_version

if TYPE_CHECKING:
    from pathlib import Path


def test_another_time_or_length_is_another_version(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert file_version(path) is None
    path.write_bytes(b"one")
    os.utime(path, ns=(5, 5))
    first = file_version(path)
    assert first == (5, 3)
    os.utime(path, ns=(6, 6))
    second = file_version(path)
    path.write_bytes(b"four")
    os.utime(path, ns=(6, 6))
    assert len({first, second, file_version(path)}) == 3
