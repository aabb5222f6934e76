from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from app.studio.settings import Settings
from core.recipe.choices import ColorMode, Preset
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_the_first_start_has_the_defaults(store: QSettings) -> None:
    assert Settings.load(store) == Settings()


def test_what_is_saved_is_loaded(store: QSettings, tmp_path: Path) -> None:
    pictures = tmp_path / "ü cat.png", tmp_path / "b.jpg", tmp_path
    sheet = PrintFormat(297.0, 420.5, 150.0, 3.5)
    settings = Settings(768, Preset.HIGH, 80, *pictures, b"\x00\x01geometry", sheet, Fit.PAD, 0.3, ColorMode.MATCH)
    settings.save(store)
    assert Settings.load(QSettings(store.fileName(), QSettings.Format.IniFormat)) == settings


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("recipe/size_px", "many"),
        ("recipe/size_px", 3),
        ("recipe/size_px", 10**9),
        ("recipe/preset", "sublime"),
        ("recipe/strength", -1),
        ("recipe/strength", 101),
        ("recipe/photo", 7),
        ("print/sheet", "a large one"),
        ("print/sheet", "0x3cm"),
        ("print/fit", "tight"),
        ("recipe/style_scale", "5"),
        ("recipe/style_scale", "nan"),
        ("recipe/color", "plaid"),
        ("window/geometry", "large"),
    ],
)
def test_nonsense_becomes_the_default(store: QSettings, key: str, value: object) -> None:
    store.setValue(key, value)
    assert Settings.load(store) == Settings()
