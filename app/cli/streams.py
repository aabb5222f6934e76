"""Standard output and error as a run may write to them: whatever becomes of them, the run goes on."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


class LastingStream(io.TextIOBase):
    """Writes to a stream for as long as that works; once it does not, everything further is dropped.

    The reader may have gone (``| head -1``), the disk be full, or the stream be closed or never have been there.
    """

    def __init__(self, stream: TextIO | None) -> None:
        """Wrap a stream; None, as Python has it for one that was closed from the start, drops everything."""
        super().__init__()
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override] # a plain attribute in typeshed, which may be read only here
        """The stream's encoding: progress bars ask whether it has the characters they are drawn with."""
        return getattr(self._stream, "encoding", None) or "utf-8"

    def fileno(self) -> int:
        """The stream's file: progress bars ask how wide its terminal is."""
        if self._stream is None:
            raise io.UnsupportedOperation
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write a text, with escapes for characters that the stream's encoding lacks."""
        if self._stream is not None:
            try:
                self._stream.write(text.encode(self.encoding, "backslashreplace").decode(self.encoding))
            except (OSError, ValueError):
                self._give_up()
        return len(text)

    def flush(self) -> None:
        """Send on what was written."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except (OSError, ValueError):
                self._give_up()

    def _give_up(self) -> None:
        if self._stream is not None:
            without_remainder(self._stream)
            self._stream = None


def without_remainder(stream: TextIO) -> None:
    """Lead a broken stream nowhere: Python flushes it at its end, and would fail on what is still to be written."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def settle_streams() -> None:
    """Flush the process's output for the last time, so that a failure does not change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        LastingStream(stream).flush()
