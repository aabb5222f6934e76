"""How sentences are translated. No Qt: the window's program installs its translator, the command line speaks English.

The toolkit's own tool, ``pyside6-lupdate``, finds the sentences. It takes the name in front of ``.tr`` for the context
and reads only literal text, so write ``name.tr("…")`` with ``name = Words("name")`` and nothing but literals inside;
fill in values afterwards. A number that decides about singular and plural is ``%n`` in the text and the third argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

_NO_NUMBER: Final = -1


class Translator(Protocol):
    """Translates one text; ``QCoreApplication.translate`` is one."""

    def __call__(self, context: str, text: str, comment: str, number: int, /) -> str:
        """The text in the person's language, ``%n`` replaced by the number unless that is -1."""


def in_english(_context: str, text: str, _comment: str, number: int, /) -> str:
    """The text as it is."""
    return text if number == _NO_NUMBER else text.replace("%n", str(number))


_translator: Translator = in_english


def install_translator(translator: Translator) -> None:
    """Have every sentence translated from now on; ``in_english`` undoes it."""
    global _translator  # noqa: PLW0603 - a program speaks one language, as Qt's own translators are the program's
    _translator = translator


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one context.

    Attributes:
        context: Under which translators find them; the name of the variable that holds this object.
    """

    context: str

    def tr(self, text: str, comment: str = "", number: int = _NO_NUMBER) -> str:
        """A text in the person's language.

        Args:
            text: In English, a literal.
            comment: Tells equal English texts with different meanings apart.
            number: Replaces ``%n`` and decides about singular and plural.
        """
        return _translator(self.context, text, comment, number)
