"""What the pictures that come with the program are called, in the person's language."""

from __future__ import annotations

from typing import Final

from app.words.translation import Words

bundled: Final = Words("bundled")


def bundled_words(english: str) -> str:
    """A bundled picture's name, or what is said about it, in the person's language; as it is where it is not known.

    Args:
        english: As ``styles.json`` and ``samples.json`` have it.
    """
    return (_names() | _descriptions()).get(english, english)


def _names() -> dict[str, str]:
    return {
        "Night Swirls": bundled.tr("Night Swirls"),
        "October Birches": bundled.tr("October Birches"),
        "Sunday Sails": bundled.tr("Sunday Sails"),
        "Red Sun": bundled.tr("Red Sun"),
        "Poppies in the Rain": bundled.tr("Poppies in the Rain"),
        "Garden Window": bundled.tr("Garden Window"),
        "Two Carp": bundled.tr("Two Carp"),
        "Lavender Evening": bundled.tr("Lavender Evening"),
        "Guitar and Bottle": bundled.tr("Guitar and Bottle"),
        "Marbled Paper": bundled.tr("Marbled Paper"),
        "Pears and Jug": bundled.tr("Pears and Jug"),
        "Astronaut": bundled.tr("Astronaut"),
        "Cat": bundled.tr("Cat"),
        "Coffee": bundled.tr("Coffee"),
    }


def _descriptions() -> dict[str, str]:
    return {
        "Thick oil strokes that follow the wind of a blue night; moon and stars in yellow.": bundled.tr(
            "Thick oil strokes that follow the wind of a blue night; moon and stars in yellow."
        ),
        "Palette-knife slabs in red, orange and plum, with pale trunks.": bundled.tr(
            "Palette-knife slabs in red, orange and plum, with pale trunks."
        ),
        "Small dots of pure colour: a river, sails and a summer tree.": bundled.tr(
            "Small dots of pure colour: a river, sails and a summer tree."
        ),
        "A woodcut: carved black lines over flat red and ochre.": bundled.tr(
            "A woodcut: carved black lines over flat red and ochre."
        ),
        "Loose watercolour on rough paper; washes with dark edges.": bundled.tr(
            "Loose watercolour on rough paper; washes with dark edges."
        ),
        "Stained glass in jewel colours, held by dark lead.": bundled.tr(
            "Stained glass in jewel colours, held by dark lead."
        ),
        "A mosaic of small stones in turquoise, coral and gold.": bundled.tr(
            "A mosaic of small stones in turquoise, coral and gold."
        ),
        "Soft pastel in lilac, rose and peach on rough paper.": bundled.tr(
            "Soft pastel in lilac, rose and peach on rough paper."
        ),
        "Cubist facets in wood brown, grey-green and cream.": bundled.tr(
            "Cubist facets in wood brown, grey-green and cream."
        ),
        "Floating inks combed into feathers and swirls: crimson, green, ochre.": bundled.tr(
            "Floating inks combed into feathers and swirls: crimson, green, ochre."
        ),
        "Charcoal and white chalk hatched over toned paper.": bundled.tr(
            "Charcoal and white chalk hatched over toned paper."
        ),
        "A portrait of the astronaut Eileen Collins, in a bright orange suit.": bundled.tr(
            "A portrait of the astronaut Eileen Collins, in a bright orange suit."
        ),
        "Chelsea, a ginger cat, close up: soft fur and sharp eyes.": bundled.tr(
            "Chelsea, a ginger cat, close up: soft fur and sharp eyes."
        ),
        "A cup of coffee on a wooden table, in warm light.": bundled.tr(
            "A cup of coffee on a wooden table, in warm light."
        ),
    }
