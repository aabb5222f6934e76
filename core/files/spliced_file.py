"""A file made of pieces of another, read as if it were one."""

from __future__ import annotations

import io
import os
from itertools import accumulate
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Sequence


class SplicedFile(io.RawIOBase):
    """Pieces of an open file one after another, for reading; the file itself is left open when this is closed.

    Args:
        file: To read from; its position is moved.
        pieces: Offset and length of each piece.
        tail: What follows the last piece.
    """

    def __init__(self, file: BinaryIO, pieces: Sequence[tuple[int, int]], tail: bytes = b"") -> None:
        super().__init__()
        self._file = file
        self._tail = tail
        self._pieces = [*pieces, (0, len(tail))]
        self._starts = [0, *accumulate(length for _, length in self._pieces)]
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """The position, from the first piece's beginning."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Moves the position, which may lie behind the end."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._starts[-1]}[whence]
        self._at = max(0, base + offset)
        return self._at

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, fewer only at the end; all that is left if less than zero is asked for."""
        end = self._starts[-1] if size < 0 else min(self._starts[-1], self._at + size)
        found = bytearray()
        while self._at < end:
            index = self._piece_at(self._at)
            inner = self._at - self._starts[index]
            offset, length = self._pieces[index]
            count = min(length - inner, end - self._at)
            if index == len(self._pieces) - 1:
                data = self._tail[inner : inner + count]
            else:
                self._file.seek(offset + inner)
                data = self._file.read(count)
            if not data:
                break
            found += data
            self._at += len(data)
        return bytes(found)

    def readall(self) -> bytes:
        """All that is left."""
        return self.read()

    def _piece_at(self, place: int) -> int:
        low, high = 0, len(self._pieces) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._starts[middle] <= place else (low, middle - 1)
        return low
