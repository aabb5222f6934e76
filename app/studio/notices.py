"""What the person is told: the only place that puts what went wrong into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.words.advice import advice
from app.words.errors import sentence
from app.words.plain_text import printable
from core.errors import StyleTransferError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.library.rescue import Delivery


class Level(Enum):
    """How grave a notice is."""

    INFO = auto()
    WARNING = auto()
    ERROR = auto()


class NoticeAction(Enum):
    """What can be done about a notice by pressing a button in it.

    ``USE_RECIPE``: take over how a picture was painted. ``FIND_PICTURE``: show where a picture is that is missing.
    ``GO_BACK``: undo what the notice tells of.
    """

    USE_RECIPE = auto()
    FIND_PICTURE = auto()
    GO_BACK = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something for the person to read.

    Attributes:
        what: What happened.
        remedy: What to do about it; may be empty.
        level: How grave it is.
        offers_saving: Whether a painted picture is to be saved somewhere else.
        actions: What else can be done.
    """

    what: str
    remedy: str = ""
    level: Level = Level.ERROR
    offers_saving: bool = False
    actions: tuple[NoticeAction, ...] = ()


class Notices(QObject):
    """Tells one thing at a time.

    Signals:
        posted(Notice): There is something to read.
        cleared(): What was told last no longer matters.
    """

    posted = Signal(object)
    cleared = Signal()

    def __init__(self, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_folder = log_folder

    def info(self, what: str, remedy: str = "", actions: tuple[NoticeAction, ...] = ()) -> None:
        """Tell something that is as it should be."""
        self.posted.emit(Notice(what, remedy, Level.INFO, actions=actions))

    def warning(self, what: str, remedy: str = "", actions: tuple[NoticeAction, ...] = ()) -> None:
        """Tell something that is not as the person wanted it, though nothing is lost."""
        self.posted.emit(Notice(what, remedy, Level.WARNING, actions=actions))

    def error(self, error: Exception, *, offers_saving: bool = False) -> None:
        """Tell what went wrong, and what to do."""
        self.posted.emit(Notice(*self._worded(error), Level.ERROR, offers_saving))

    def kept_elsewhere(self, delivery: Delivery) -> None:
        """Tell that a picture could not be kept in its folder, and where it is."""
        what = "" if delivery.problem is None else sentence(delivery.problem)
        remedy = self.tr(
            "The picture is not lost: it is in {path}. The system may empty that folder when the computer starts "
            "anew, so save it somewhere else."
        )
        self.posted.emit(Notice(what, remedy.format(path=delivery.path), Level.WARNING, offers_saving=True))

    def own_paintings_not_written(self) -> None:
        """Tell that what was changed in the strip would not be there at the next start."""
        what = self.tr("The list of your paintings could not be written down.")
        remedy = self.tr("It stays as you see it until Impasto ends; the next change of it tries once more.")
        self.posted.emit(Notice(what, remedy, Level.WARNING))

    def waiting_not_written(self) -> None:
        """Tell that what waits would not be painted at the next start."""
        what = self.tr("The list of the pictures that wait could not be written down.")
        remedy = self.tr("They are painted as long as Impasto stays open. Make room on the disk before you close it.")
        self.warning(what, remedy)

    def waiting_not_read(self) -> None:
        """Tell that what waited at the last start cannot be read now."""
        what = self.tr("The list of the pictures that waited could not be read.")
        self.warning(what, self.tr("It stays where it is, and is read at the next start."))

    def waiting_damaged(self, path: Path) -> None:
        """Tell that what waited at the last start cannot be read any more."""
        what = self.tr("The list of the pictures that waited is damaged, so they are not painted.")
        self.warning(what, self.tr("It has been set aside: {path}").format(path=printable(str(path))))

    def waiting_given_up(self, photo: Path) -> None:
        """Tell that a picture is not tried once more, for it has ended the program before."""
        what = self.tr("“{name}” is not painted by itself: Impasto ended twice while it was begun.")
        remedy = self.tr("Paint it smaller, or close other programs first.")
        self.warning(what.format(name=printable(photo.name)), remedy)

    def preset_imported(self, names: Sequence[str]) -> None:
        """Tell that presets have been taken, and that the last one is in use."""
        what = self.tr("%n presets are kept", "", len(names))
        self.info(what, self.tr("The settings are those of {name} now.").format(name=printable(names[-1])))

    def preset_not_written(self) -> None:
        """Tell that a preset could not be kept, renamed or removed."""
        what = self.tr("The presets could not be changed on the disk.")
        self.warning(what, self.tr("Make room on the disk, or allow Impasto to write there; then try again."))

    def rating_not_written(self) -> None:
        """Tell that the stars of a picture would not be there at the next start."""
        what = self.tr("The rating could not be written down.")
        self.warning(what, self.tr("Make room on the disk, or allow Impasto to write there; then rate it again."))

    def not_saved(self, error: Exception, kept: Path | None) -> None:
        """Tell that a picture could not be saved, and where it is kept; None for nowhere yet."""
        what, remedy = self._worded(error)
        if kept is not None:
            place = self.tr("The picture is not lost: it is in {path}.")
            remedy = f"{remedy} {place.format(path=kept)}".strip()
        self.posted.emit(Notice(what, remedy, Level.ERROR, offers_saving=True))

    def lacks_end(self, path: Path) -> None:
        """Tell that a picture can be used, though its file has lost its end."""
        what = self.tr("“{name}” is cut short: its end is missing.")
        self.warning(
            what.format(name=printable(path.name)),
            self.tr(
                "It can be painted as it is, with a part that is plain grey or coarse. If there is another copy, use "
                "that one."
            ),
        )

    def refused_settings(self, error: StyleTransferError) -> None:
        """Tell that the run that goes on cannot follow a change."""
        what, _ = self._worded(error)
        self.warning(what, self.tr("The picture is painted on without that change."))

    def recipe_refused(self, error: StyleTransferError) -> None:
        """Tell that a picture carries a recipe that cannot be used, so that it is no more than a picture."""
        what, remedy = self._worded(error)
        like_any_other = self.tr("It can be painted like any other picture.")
        self.warning(what, f"{remedy} {like_any_other}".strip())

    def clear(self) -> None:
        """What was told last no longer matters."""
        self.cleared.emit()

    def _worded(self, error: Exception) -> tuple[str, str]:
        if isinstance(error, StyleTransferError):
            return sentence(error), advice(error)
        remedy = self.tr("Try again. If it happens again, the details are in {folder}.")
        return sentence(error), remedy.format(folder=self._log_folder)
