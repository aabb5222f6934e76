from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from app.studio.offer import Offer, offer_of
from app.studio.picture_roles import Role, assigned, roles_for_dropped

PHOTO, PAINTING = Role.PHOTO, Role.PAINTING


@pytest.mark.parametrize(
    ("num_pictures", "over", "photo_is_own", "painting_is_own", "roles"),
    [
        (0, None, False, False, ()),
        (0, PHOTO, False, False, ()),
        (1, None, False, False, (PHOTO,)),
        (1, None, True, False, (PAINTING,)),
        (1, None, False, True, (PHOTO,)),
        (1, None, True, True, (PHOTO,)),
        (1, PHOTO, True, False, (PHOTO,)),
        (1, PAINTING, False, False, (PAINTING,)),
        (2, None, True, True, (PHOTO, PAINTING)),
        (2, PAINTING, True, True, (PAINTING, PAINTING)),
        (5, PHOTO, False, False, (PHOTO, *4 * (PAINTING,))),
        (500, None, False, False, (PHOTO, *16 * (PAINTING,))),
        (500, PAINTING, False, False, 16 * (PAINTING,)),
    ],
)
def test_where_pictures_land(
    num_pictures: int, over: Role | None, photo_is_own: bool, painting_is_own: bool, roles: tuple[Role, ...]
) -> None:
    assert roles_for_dropped(num_pictures, over, photo_is_own=photo_is_own, painting_is_own=painting_is_own) == roles


def test_files_are_offered_by_path() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/pictures/my cat ü.png"), QUrl("https://example.org/dog.png")])
    offer = offer_of(mime)
    assert offer.paths == (Path("/pictures/my cat ü.png"),)
    assert offer.elsewhere
    assert offer.num_pictures == 1


def test_pixels_are_one_picture() -> None:
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    offer = offer_of(mime)
    assert offer.has_image
    assert offer.num_pictures == 1
    assert not offer.empty


def test_text_is_nothing() -> None:
    mime = QMimeData()
    mime.setText("a cat")
    assert offer_of(mime) == Offer()
    assert offer_of(mime).empty


def test_files_beyond_the_roles_are_left_over() -> None:
    paths = [Path("a"), Path("b"), Path("c"), Path("d")]
    found = assigned(paths, (PHOTO, PAINTING, PAINTING))
    assert found == {PHOTO: (Path("a"),), PAINTING: (Path("b"), Path("c"))}
