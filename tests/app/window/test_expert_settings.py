from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.studio.draft import Draft
from app.studio.draft_settings import DraftSettings
from app.window.expert_settings import ExpertSettings
from core.recipe.choices import NetworkName, Precision, StyleLossName

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.system.background_jobs import BackgroundJobs


@pytest.fixture
def draft(background: BackgroundJobs) -> Draft:
    return Draft(background, DraftSettings())


@pytest.fixture
def expert(qtbot: QtBot, draft: Draft) -> ExpertSettings:
    expert = ExpertSettings(draft)
    qtbot.addWidget(expert)
    return expert


def test_what_is_as_usual_takes_no_room(expert: ExpertSettings) -> None:
    assert expert.is_usual()
    assert expert.isHidden()


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"loss": StyleLossName.GRAM}, "Gram matrices"),
        ({"network": NetworkName.VGG16, "precision": Precision.HALF}, "the network VGG-16, half precision"),
        ({"precision": Precision.FULL}, "full precision"),
    ],
)
def test_what_a_recipe_brought_is_named_and_can_be_given_up(
    expert: ExpertSettings, draft: Draft, settings: dict[str, Any], text: str
) -> None:
    draft.set(strength=70, **settings)
    assert not expert.isHidden()
    assert not expert.is_usual()
    assert expert.text == text
    expert._give_up.click()
    assert draft.settings == DraftSettings(strength=70)
    assert expert.isHidden()
