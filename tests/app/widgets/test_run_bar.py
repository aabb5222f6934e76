from __future__ import annotations

from typing import TYPE_CHECKING

from app.run.job import JobState
from app.widgets.run_bar import RunBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = "What is said when a picture is done, and where it has been kept"


def test_words_take_the_room_that_buttons_leave_to_them(qtbot: QtBot) -> None:
    bar = RunBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.buttons.set_state(JobState.RUNNING)
    bar.say(WORDS)
    metrics = bar._headline.fontMetrics()
    # Too narrow for the words beside all buttons, wide enough once two of them have gone.
    narrow_px = bar.minimumSizeHint().width() + metrics.horizontalAdvance(WORDS) - 20
    bar.resize(narrow_px, bar.sizeHint().height())
    qtbot.waitUntil(lambda: bar._headline.text().endswith("…"))
    bar.buttons.set_state(None)
    qtbot.waitUntil(lambda: bar._headline.text() == WORDS)
    assert bar.width() == narrow_px
    assert not bar._headline.toolTip()
