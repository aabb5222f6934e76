from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from app.library.bundled import display_name, sample_photos, starter_styles

if TYPE_CHECKING:
    from pathlib import Path


def write_table(folder: Path, table: object) -> None:
    folder.mkdir(parents=True)
    (folder / f"{folder.name}.json").write_text(json.dumps(table), encoding="utf-8")


def test_tables_are_read_in_order(tmp_path: Path) -> None:
    rows = [
        {"file": "b.jpg", "name": "Night Swirls", "description": "Thick strokes."},
        {"file": "a.jpg", "name": "Dots", "description": "Dots."},
    ]
    write_table(tmp_path / "styles", rows)
    styles = starter_styles(tmp_path)
    assert [style.name for style in styles] == ["Night Swirls", "Dots"]
    assert styles[0].path == tmp_path / "styles" / "b.jpg"
    assert styles[0].description == "Thick strokes."


@pytest.mark.parametrize("table", [{"no": "list"}, [{"file": "a.jpg"}], [3], None])
def test_a_damaged_table_is_logged_and_empty(tmp_path: Path, table: object, caplog: pytest.LogCaptureFixture) -> None:
    write_table(tmp_path / "samples", table)
    with caplog.at_level(logging.ERROR):
        assert sample_photos(tmp_path) == ()
    assert "samples.json" in caplog.text


def test_a_missing_table_is_empty(tmp_path: Path) -> None:
    assert sample_photos(tmp_path) == ()


def test_pictures_are_called_by_their_name_or_their_file(tmp_path: Path) -> None:
    write_table(tmp_path / "styles", [{"file": "a.jpg", "name": "Dots", "description": "Dots."}])
    styles = starter_styles(tmp_path)
    assert display_name(styles[0].path, styles) == "Dots"
    assert display_name(tmp_path / "my cat.jpg", styles) == "my cat"
