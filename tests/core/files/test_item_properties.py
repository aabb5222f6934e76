from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from core.files.item_properties import ItemProperties, read_item_properties
from tests.core.files.true_files import HEIGHT_PX, WIDTH_PX, avif, clean_aperture, ramps, with_property

APERTURE = clean_aperture(11, 9, 40, 30, (WIDTH_PX, HEIGHT_PX))
FILE = with_property(avif(ramps(), (9, 16)), b"clap", APERTURE)


def test_colour_and_crop_are_found() -> None:
    assert read_item_properties(io.BytesIO(FILE)) == ItemProperties((9, 16), (11, 9, 40, 30))
    assert read_item_properties(io.BytesIO(avif(ramps()))) == ItemProperties((1, 13), None)


def test_a_crop_beyond_the_picture_is_none() -> None:
    beyond = clean_aperture(60, 9, 40, 30, (WIDTH_PX, HEIGHT_PX))
    assert read_item_properties(io.BytesIO(with_property(avif(ramps()), b"clap", beyond))).clean_aperture is None


@given(st.lists(st.tuples(st.integers(0, 420), st.integers(0, 255)), min_size=1, max_size=6), st.integers(0, 500))
def test_what_is_damaged_says_nothing(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(FILE)
    for place, value in changes:
        data[place] = value
    for damaged in (bytes(data), bytes(data[:length])):
        assert isinstance(read_item_properties(io.BytesIO(damaged)), ItemProperties)
