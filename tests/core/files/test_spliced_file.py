from __future__ import annotations

import io
import os

from hypothesis import given
from hypothesis import strategies as st

from core.files.spliced_file import SplicedFile


@given(
    st.binary(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(0, 12)), max_size=5),
    st.binary(max_size=5),
    st.lists(st.tuples(st.integers(-1, 15), st.integers(0, 60)), max_size=6),
)
def test_it_reads_like_the_pieces_in_one(
    whole: bytes, places: list[tuple[int, int]], tail: bytes, reads: list[tuple[int, int]]
) -> None:
    pieces = [(start % len(whole), min(length, len(whole) - start % len(whole))) for start, length in places]
    plain = io.BytesIO(b"".join(whole[start : start + length] for start, length in pieces) + tail)
    spliced = SplicedFile(io.BytesIO(whole), pieces, tail)
    for size, place in reads:
        assert spliced.seek(place) == plain.seek(place)
        assert spliced.read(size) == plain.read(size)
        assert spliced.tell() == plain.tell()
    assert spliced.seek(0, os.SEEK_END) == plain.seek(0, os.SEEK_END)
    spliced.seek(0)
    assert spliced.readall() == plain.getvalue()


def test_a_piece_beyond_the_end_is_the_end() -> None:
    assert SplicedFile(io.BytesIO(b"abc"), [(0, 2), (2, 9)], b"tail").read() == b"abc"
