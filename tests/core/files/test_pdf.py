from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from core.errors import ImageFileError, ImageProblem
from core.files.pdf import write_pdf
from core.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path

WIDEST_PT, HIGHEST_PT = 210 / 25.4 * 72, 297 / 25.4 * 72


def picture(width_px: int, height_px: int) -> Picture:
    return Picture(np.full((height_px, width_px, 3), 90, np.uint8))


@pytest.mark.parametrize(("size", "page"), [((400, 100), (WIDEST_PT, WIDEST_PT / 4)), ((50, 200), (None, HIGHEST_PT))])
def test_the_page_fits_on_a_sheet(tmp_path: Path, size: tuple[int, int], page: tuple[float | None, float]) -> None:
    write_pdf(tmp_path / "a.pdf", picture(*size))
    content = (tmp_path / "a.pdf").read_bytes()
    (box,) = re.findall(rb"/MediaBox \[ ([^]]+) ]", content)
    left, top, width, height = map(float, box.split())
    assert (left, top) == (0, 0)
    assert width == pytest.approx(page[0] or HIGHEST_PT / 4, abs=0.1)
    assert height == pytest.approx(page[1], abs=0.1)
    assert content.count(b"/DCTDecode") == 1


def test_what_cannot_be_written_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError) as caught:
        write_pdf(tmp_path / "gone" / "a.pdf", picture(4, 4))
    assert caught.value.problem is ImageProblem.NO_OUTPUT_FOLDER
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ImageFileError):
        write_pdf(tmp_path / "a.pdf", picture(4, 4))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
