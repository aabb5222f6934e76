"""What is known of the picture that is chosen, and the first things to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.widgets.gallery_delegate import date_words
from app.widgets.labels import ElidedLabel
from app.widgets.star_rating import StarRating
from core.recipe.choices import Preset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.library.gallery.entry import GalleryEntry, RecipeSummary

_GAP_PX: Final = 10


class GalleryDetails(QFrame):
    """A strip below the pictures.

    Attributes:
        stars: The rating.
        look, use_settings, more: Buttons; the last one opens ``menu``.
        menu: What else can be done; to be filled.

    Signals:
        rated(int): The chosen pictures are to have so many stars.
    """

    rated = Signal(int)

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show nothing yet; ``name_of`` tells what a photo or a painting is called whose file has that name."""
        super().__init__(parent)
        self.setObjectName("galleryDetails")
        self._name_of = name_of
        self.name, self.facts = ElidedLabel(self), ElidedLabel(self)
        self.name.setObjectName("heading")
        self.stars = StarRating(self)
        self.look = self._make_button("", "")
        self.use_settings = self._make_button(
            self.tr("Use settings"), self.tr("Paint the photo on the left with the settings of this picture")
        )
        self.more = self._make_button(self.tr("More"), self.tr("More to do with this picture"))
        self.menu = QMenu(self.more)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 18, 8)
        row.setSpacing(_GAP_PX)
        row.addLayout(words, 1)
        for widget in (self.stars, self.look, self.use_settings, self.more):
            row.addWidget(widget)
        self.stars.rated.connect(self.rated)
        self.show_entries((), num_shown=0)

    def _make_button(self, name: str, tip: str) -> QPushButton:
        button = QPushButton(name, self)
        button.setToolTip(tip)
        button.setProperty("slim", True)
        return button

    def show_entries(self, entries: Sequence[GalleryEntry], *, num_shown: int) -> None:
        """Tell of the pictures that are chosen.

        Args:
            entries: Those.
            num_shown: How many there are to choose from.
        """
        only = entries[0] if len(entries) == 1 else None
        if only is not None:
            self.name.show_text(only.title)
            self.facts.show_text(self._facts(only))
        elif entries:
            self.name.show_text(self.tr("%n pictures are chosen", "", len(entries)))
            self.facts.show_text(" · ".join(entry.title for entry in entries))
        else:
            self.name.show_text("")
            self.facts.show_text(self.tr("Choose a picture to see how it was painted.") if num_shown else "")
        ratings = {entry.rating for entry in entries}
        self.stars.setEnabled(bool(entries))
        self.stars.show_stars(ratings.pop() if len(ratings) == 1 else 0)
        compares = len(entries) == 2  # noqa: PLR2004 - side by side
        self.look.setText(self.tr("Compare") if compares else self.tr("Look"))
        self.look.setToolTip(
            self.tr("See both side by side") if compares else self.tr("See the picture large (Return)")
        )
        self.look.setEnabled(only is not None or compares)
        self.use_settings.setEnabled(only is not None and only.recipe is not None)
        self.more.setEnabled(bool(entries))

    def _facts(self, entry: GalleryEntry) -> str:
        width_px, height_px = entry.size_px
        size = self.tr("{width} × {height} px").format(width=width_px, height=height_px)
        facts = [date_words(entry.changed_s), size]
        if entry.recipe is None:
            facts.append(self.tr("does not tell how it was painted"))
        else:
            facts += self._facts_of_recipe(entry.recipe)
        return " · ".join(facts)

    def _facts_of_recipe(self, recipe: RecipeSummary) -> list[str]:
        qualities = {
            Preset.DRAFT: self.tr("Draft"),
            Preset.STANDARD: self.tr("Standard"),
            Preset.HIGH: self.tr("High"),
        }
        paintings = " + ".join(self._name_of(name) for name in recipe.paintings)
        settings = self.tr("strength {strength}, freedom {freedom}").format(
            strength=round(recipe.strength), freedom=round(recipe.freedom)
        )
        facts = [f"{self._name_of(recipe.photo)} – {paintings}", qualities.get(recipe.preset, ""), settings]
        if recipe.for_print:
            facts.append(self.tr("for print"))
        return [fact for fact in facts if fact]
