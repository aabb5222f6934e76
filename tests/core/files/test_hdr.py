from __future__ import annotations

import numpy as np
import pytest

from core.files.code_points import PRIMARIES, HdrColour, HdrTransfer
from core.files.hdr import REFERENCE_WHITE_NITS, HdrConverter, compressed, hlg_to_nits, nits_to_pq, pq_to_nits
from tests.core.files.true_colours import tone_mapped

BT2020_LUMINANCES = np.array([0.2627, 0.6780, 0.0593])


def test_pq_has_the_values_of_its_recommendation() -> None:
    """ITU-R BT.2408, table 1: reference white, 203 cd/m2, is 58 % of PQ; 100 cd/m2 are 51 %, 1000 are 75 %."""
    levels = nits_to_pq(np.array([0.0, 100.0, 203.0, 1000.0, 10_000.0], np.float32))
    np.testing.assert_allclose(levels, [0.0, 0.508, 0.581, 0.752, 1.0], atol=0.001)
    shares = np.linspace(0, 1, 101, dtype=np.float32)
    np.testing.assert_allclose(nits_to_pq(pq_to_nits(shares)), shares, atol=1e-4)


def test_hlg_has_the_values_of_its_recommendation() -> None:
    """ITU-R BT.2408: 75 % of HLG is reference white on a display of 1000 cd/m2; all of it is its peak."""
    grey = np.repeat(np.array([0.0, 0.5, 0.75, 1.0], np.float32)[:, np.newaxis], 3, axis=1)
    nits = hlg_to_nits(grey, BT2020_LUMINANCES)
    np.testing.assert_allclose(nits[:, 0], [0, 50.7, 203, 1000], rtol=0.005)


@pytest.mark.parametrize("peak", [300.0, 1000.0, 4000.0])
def test_what_is_bright_is_compressed_smoothly(peak: float) -> None:
    nits = np.linspace(0, peak, 500, dtype=np.float32)
    mapped = compressed(nits, peak)
    assert mapped[-1] == pytest.approx(REFERENCE_WHITE_NITS, rel=0.001)
    assert (np.diff(mapped) > -0.01).all()
    np.testing.assert_allclose(mapped, [tone_mapped(float(one), peak) for one in nits], rtol=0.003, atol=0.02)


def test_without_highlights_nothing_is_compressed() -> None:
    nits = np.linspace(0, 203, 50, dtype=np.float32)
    assert np.array_equal(compressed(nits, 150.0), nits)


def test_one_spark_does_not_darken_the_picture() -> None:
    picture = np.full((64, 64, 3), round(0.5 * 65535), np.uint16)
    colour = HdrColour(PRIMARIES[9], HdrTransfer.PQ)
    plain = HdrConverter(colour, [picture]).to_srgb(picture)
    picture[3, 3] = 65535
    with_spark = HdrConverter(colour, [picture]).to_srgb(picture)
    assert np.array_equal(np.delete(with_spark.reshape(-1, 3), 3 * 64 + 3, axis=0), plain.reshape(-1, 3)[1:])
    assert with_spark[3, 3].min() >= plain.max()
