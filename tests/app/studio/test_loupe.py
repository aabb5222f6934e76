from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.studio.picture_roles import Role
from core.errors import ImageFileError, ImageProblem
from core.optimization.loupe_plan import Spot
from core.recipe.choices import StartFrom
from core.recipe.sheet import Fit, PrintFormat

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.library.bundled import BundledPicture
    from app.studio.loupe import Loupe
    from app.studio.studio import Studio
    from tests.app.fake_engine import FakeThumbnails


@pytest.fixture
def ready(
    qtbot: QtBot, studio: Studio, samples: tuple[BundledPicture, ...], starters: tuple[BundledPicture, ...]
) -> Studio:
    """A studio whose draft is a large picture."""
    studio.draft.choose(Role.PHOTO, samples[0].path)
    studio.draft.choose_paintings([starters[0].path], [1.0])
    qtbot.waitUntil(lambda: studio.draft.ready)
    studio.draft.set(size_px=4000)
    return studio


@pytest.fixture
def loupe(ready: Studio) -> Loupe:
    return ready.loupe


def is_done(loupe: Loupe) -> bool:
    return bool(loupe.places) and all(place.is_done for place in loupe.places)


def test_a_place_is_painted_with_the_settings_as_they_are(
    qtbot: QtBot, ready: Studio, loupe: Loupe, thumbnails: FakeThumbnails
) -> None:
    loupe.look_at(0.25, 0.75)
    assert loupe.is_open
    qtbot.waitUntil(lambda: is_done(loupe))
    (place,) = loupe.places
    assert not place.image.isNull()
    assert place.part.recipe == ready.draft.recipe()
    assert thumbnails.spots == [Spot(0.25, 0.75)]
    assert loupe.is_current(place)


def test_other_settings_leave_the_place_and_can_be_put_beside_it(qtbot: QtBot, ready: Studio, loupe: Loupe) -> None:
    loupe.look_at(0.5, 0.5)
    qtbot.waitUntil(lambda: is_done(loupe))
    ready.draft.set(strength=80)
    assert not loupe.is_current(loupe.places[0])
    loupe.look_again(0)
    qtbot.waitUntil(lambda: len(loupe.places) == 2 and is_done(loupe))
    newer, older = loupe.places
    assert newer.part.spot == older.part.spot
    assert (newer.part.recipe.style_strength, older.part.recipe.style_strength) == (80, 50)
    assert loupe.is_current(newer)
    ready.draft.set(strength=50)
    assert loupe.is_current(older)


def test_the_same_place_twice_is_painted_once(qtbot: QtBot, loupe: Loupe, thumbnails: FakeThumbnails) -> None:
    loupe.look_at(0.5, 0.5)
    qtbot.waitUntil(lambda: is_done(loupe))
    loupe.look_at(0.5, 0.5)
    assert is_done(loupe)
    assert len(loupe.places) == len(thumbnails.spots) == 1


def test_no_more_places_are_kept_than_can_be_compared(qtbot: QtBot, loupe: Loupe) -> None:
    for number in range(12):
        loupe.look_at(number / 12, 0.5)
    qtbot.waitUntil(lambda: is_done(loupe))
    assert [place.part.spot.x for place in loupe.places] == [number / 12 for number in range(11, 3, -1)]


def test_a_removed_place_is_painted_no_longer(qtbot: QtBot, loupe: Loupe, thumbnails: FakeThumbnails) -> None:
    thumbnails.hold_after = 0
    loupe.look_at(0.1, 0.1)
    qtbot.waitUntil(lambda: len(thumbnails.spots) == 1)
    loupe.look_at(0.9, 0.9)
    loupe.remove(1)
    qtbot.waitUntil(lambda: len(thumbnails.spots) == 2)
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: is_done(loupe))
    assert [place.part.spot.x for place in loupe.places] == [0.9]


def test_closed_it_paints_nothing_and_goes_on_when_it_is_open_again(
    qtbot: QtBot, ready: Studio, loupe: Loupe, thumbnails: FakeThumbnails
) -> None:
    thumbnails.hold_after = 0
    loupe.look_at(0.1, 0.1)
    qtbot.waitUntil(lambda: len(thumbnails.spots) == 1)
    loupe.close()
    qtbot.waitUntil(lambda: ready.side_queue.is_idle)
    assert not loupe.places[0].is_done
    thumbnails.go_on.set()
    loupe.open()
    qtbot.waitUntil(lambda: is_done(loupe))


def test_a_run_comes_first(qtbot: QtBot, ready: Studio, loupe: Loupe, thumbnails: FakeThumbnails) -> None:
    thumbnails.hold_after = 1
    loupe.look_at(0.1, 0.1)
    qtbot.waitUntil(lambda: len(thumbnails.spots) == 1)
    ready.stylize()
    qtbot.waitUntil(lambda: ready.queue.is_idle and ready.results.can_save)
    thumbnails.go_on.set()
    qtbot.waitUntil(lambda: is_done(loupe))
    assert len(thumbnails.spots) == 2


def test_a_place_that_cannot_be_painted_is_told_and_not_tried_again(
    qtbot: QtBot, ready: Studio, loupe: Loupe, thumbnails: FakeThumbnails, starters: tuple[BundledPicture, ...]
) -> None:
    path = starters[0].path
    thumbnails.errors[path.name] = ImageFileError(path, ImageProblem.FOLDER)
    loupe.look_at(0.5, 0.5)
    qtbot.waitUntil(lambda: bool(loupe.places) and loupe.places[0].error is not None)
    assert ready.side_queue.is_idle


@pytest.mark.parametrize(
    ("changed", "available"),
    [
        ({}, True),
        ({"size_px": 1100}, False),
        ({"size_px": 1200}, True),
        ({"strength": 0}, False),
        ({"start_from": StartFrom.NOISE}, True),
    ],
)
def test_it_is_for_pictures_that_are_larger_than_what_is_composed(
    ready: Studio, loupe: Loupe, changed: dict[str, Any], available: bool
) -> None:
    ready.draft.set(**changed)
    assert loupe.available is available
    loupe.look_at(0.5, 0.5)
    assert bool(loupe.places) is available


def test_without_a_photo_there_is_nothing_to_look_at(studio: Studio) -> None:
    studio.loupe.look_at(0.5, 0.5)
    assert [*studio.loupe.places, *studio.loupe.frame] == [1, 1]
    assert not studio.loupe.available


def test_the_frame_is_what_it_shows_of_the_photo(ready: Studio, loupe: Loupe) -> None:
    photo = ready.draft.photo.picture
    assert photo is not None
    longest, shortest = max(photo.width_px, photo.height_px), min(photo.width_px, photo.height_px)
    wide = photo.width_px >= photo.height_px
    expected = (384 / 4000, 384 / (4000 * shortest / longest))
    assert loupe.frame == pytest.approx(expected if wide else expected[::-1], rel=0.01)


def test_a_place_of_the_photo_is_one_of_what_is_printed_of_it(qtbot: QtBot, ready: Studio, loupe: Loupe) -> None:
    """A square sheet shows the middle of the photo alone."""
    ready.draft.set(sheet=PrintFormat(400, 400, 254), fit=Fit.CROP)
    photo = ready.draft.photo.picture
    assert photo is not None
    side = min(photo.width_px, photo.height_px)
    for x, expected in ((0.5, 0.5), ((photo.width_px - side) / 2 / photo.width_px, 0.0), (1.0, 1.0)):
        loupe.look_at(x, 0.5)
        assert loupe.places[0].part.spot.x == pytest.approx(expected, abs=1e-6)
    assert loupe.frame[0] == pytest.approx(384 / 4000 * side / photo.width_px, rel=0.01)
    qtbot.waitUntil(lambda: is_done(loupe))
