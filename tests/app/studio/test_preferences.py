from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from app.library.carried_recipe import CarriedRecipe
from app.studio import preferences as module
from app.studio.draft_settings import DraftSettings
from app.studio.preferences import Preferences
from core.recipe.choices import ColorMode, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from pathlib import Path


def read_again(store: QSettings) -> Preferences:
    """What another start would find, without this one having ended."""
    return Preferences(QSettings(store.fileName(), QSettings.Format.IniFormat))


def values_of(preferences: Preferences) -> dict[str, object]:
    return {
        name: getattr(preferences, name)
        for name in ("draft", "photo", "paintings", "save_folder", "carried", "geometry")
    }


def test_the_first_start_has_the_defaults(store: QSettings) -> None:
    preferences = Preferences(store)
    assert preferences.draft == DraftSettings()
    assert (preferences.photo, preferences.paintings, preferences.save_folder) == (None, (), None)
    assert preferences.carried is CarriedRecipe.NAMES
    assert preferences.geometry == b""


def test_what_changes_is_there_at_the_next_start(store: QSettings, tmp_path: Path) -> None:
    start_picture = tmp_path / "start.png"
    start_picture.touch()
    draft = DraftSettings(
        size_px=768,
        preset=Preset.HIGH,
        strength=62.5,
        freedom=30,
        style_scale=0.3,
        color=ColorMode.MATCH,
        sheet=PrintFormat(297.0, 420.5, 150.0, 3.5),
        fit=Fit.PAD,
        start_from=StartFrom.PICTURE,
        start_picture=start_picture,
        seed=7,
        loss=StyleLossName.GRAM,
        network=NetworkName.VGG16,
        precision=Precision.HALF,
        depth_bits=16,
    )
    preferences = Preferences(store)
    preferences.remember(
        draft=draft,
        photo=tmp_path / "ü cat.png",
        paintings=(tmp_path / "b.jpg", tmp_path / "c.jpg"),
        save_folder=tmp_path,
        carried=CarriedRecipe.NOTHING,
        geometry=b"\x00\x01geometry",
    )
    store.sync()
    assert values_of(read_again(store)) == values_of(preferences)
    assert read_again(store).draft == draft


def test_a_single_painting_of_an_older_version_is_found(store: QSettings, tmp_path: Path) -> None:
    store.setValue("recipe/painting", str(tmp_path / "a.jpg"))
    assert Preferences(store).paintings == (tmp_path / "a.jpg",)


def test_only_what_differs_is_written(store: QSettings) -> None:
    store.clear()
    preferences = Preferences(store)
    preferences.remember(draft=dataclasses.replace(preferences.draft, strength=70))
    assert store.allKeys() == ["recipe/strength"]


def test_the_table_names_every_setting() -> None:
    assert set(module._DRAFT) == {field.name for field in dataclasses.fields(DraftSettings)}


def test_a_picture_to_start_from_that_is_gone_is_forgotten(store: QSettings, tmp_path: Path) -> None:
    store.setValue("recipe/start_from", "picture")
    store.setValue("recipe/start_picture", str(tmp_path / "gone.png"))
    assert Preferences(store).draft == DraftSettings()


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
        ("recipe/painting", 7),
        ("recipe/seed", -1),
        ("recipe/freedom", 101),
        ("recipe/start_from", "scratch"),
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
    assert values_of(Preferences(store)) == values_of(
        Preferences(QSettings(store.fileName() + "-empty", QSettings.Format.IniFormat))
    )
