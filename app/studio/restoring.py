"""Takes over how a picture was painted: its settings, its photo and its paintings, wherever they are by now."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.library.found_recipe import look_again, look_up
from app.library.input_search import InputState
from app.library.pasted_pictures import is_pasted
from app.studio.draft_settings import DraftSettings
from app.studio.notices import NoticeAction
from app.studio.picture_roles import Role
from app.words.plain_text import name_to_show
from core.errors import ImageFileError, RecipeError, RecipeProblem
from core.files.provenance_files import read_provenance
from core.recipe.choices import StartFrom

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.library.found_recipe import FoundRecipe
    from app.library.input_search import InputMatch
    from app.studio.draft import Draft
    from app.studio.notices import Notices
    from app.system.background_jobs import BackgroundJobs
    from core.recipe.provenance import Provenance

# What a file says that is no recipe, rather than one that cannot be used.
_NO_RECIPE = frozenset({RecipeProblem.NO_RECIPE, RecipeProblem.NOT_A_RECIPE})


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the draft held before."""

    photo: Path | None
    paintings: tuple[tuple[Path, float], ...]
    settings: DraftSettings


class Restoring(QObject):
    """Brings a recipe into the draft, tells what has become of its pictures, and asks for those that are not there.

    Files are read and looked for in the background.

    Signals:
        begins(): The draft is about to hold something else.
        restored(): It holds the recipe, as far as its pictures were found.
        busy_changed(): ``busy`` may have changed.
    """

    begins = Signal()
    restored = Signal()
    busy_changed = Signal()

    def __init__(
        self,
        draft: Draft,
        background: BackgroundJobs,
        notices: Notices,
        folders: Callable[[], Sequence[Path]],
        parent: QObject | None = None,
    ) -> None:
        """Work on a draft.

        Args:
            draft: Where recipes go.
            background: Where files are read.
            notices: What the person is told.
            folders: Says where pictures may be, beside the folder of the recipe.
            parent: The owner.
        """
        super().__init__(parent)
        self._draft = draft
        self._background = background
        self._notices = notices
        self._folders = folders
        self._offered: Path | None = None
        self._found: FoundRecipe | None = None
        self._before: _Draft | None = None
        self._numbers = count(1)
        self._latest = 0
        self._num_sought = 0

    @property
    def busy(self) -> bool:
        """Whether recipes are being looked for: the draft may hold something else in a moment."""
        return self._num_sought > 0

    @property
    def wanted(self) -> InputMatch | None:
        """The picture that is to be found next; None where none is missing."""
        if self._found is None:
            return None
        return next((match for match in self._found.matches if not match.is_found), None)

    @property
    def folder(self) -> Path | None:
        """Where that may be: the folder of the recipe."""
        return None if self._found is None else self._found.file.parent

    def shown_name(self, name: str) -> str:
        """What to call a picture of that name; one that was pasted has none that anybody knows."""
        return self.tr("a picture that was pasted") if is_pasted(name) else name

    def offer(self, path: Path) -> None:
        """If a picture that has just been chosen carries a recipe, say that this can be taken over, too."""
        self._background.send(partial(_read, path), on_done=partial(self._offer, path), on_failed=_leave_it_a_picture)

    def restore(
        self,
        path: Path,
        otherwise: Callable[[], None] | None = None,
        adapt: Callable[[FoundRecipe], FoundRecipe] | None = None,
    ) -> None:
        """Take over the recipe of a picture, or of a file of JSON.

        Args:
            path: The file.
            otherwise: Called where there is none in it, or none that can be used; None to tell so.
            adapt: Makes of it what is to be taken over; None to take it as it is.
        """
        self._latest = next(self._numbers)
        self._num_sought += 1
        self.busy_changed.emit()
        self._background.send(
            partial(_look_up, path, tuple(self._folders()), adapt),
            on_done=partial(self._take, self._latest),
            on_failed=partial(self._refuse, otherwise),
        )

    def let_go(self) -> None:
        """Something else has been chosen: what is being looked for no longer counts."""
        self._latest = 0

    def use_offered(self) -> None:
        """Take over the recipe that was offered last."""
        if self._offered is not None:
            self.restore(self._offered)

    def find(self, path: Path) -> None:
        """Use a picture for the one that is wanted, and look beside it for others that are missing."""
        found = self._found
        if found is not None and self.wanted is not None:
            self._background.send(
                partial(look_again, found, path, tuple(self._folders())),
                on_done=self._take_more,
                on_failed=self._notices.error,
            )

    def go_back(self) -> None:
        """Undo the last restoring: the draft holds what it held before."""
        before, self._before, self._found = self._before, None, None
        if before is None:
            return
        self.begins.emit()
        self._notices.clear()
        _set_all(self._draft, before.settings)
        self._put(before.photo, before.paintings)
        self.restored.emit()

    def _offer(self, path: Path, _provenance: object) -> None:
        if path not in {*self._draft.photo.chosen, *self._draft.paintings.chosen}:
            return  # something else has been chosen meanwhile
        self._offered = path
        self._notices.info(
            self.tr("“{name}” was painted by Impasto.").format(name=name_to_show(path.name)),
            self.tr("Its settings, photo and paintings can be taken over."),
            actions=(NoticeAction.USE_RECIPE,),
        )

    def _sought(self) -> None:
        self._num_sought -= 1
        self.busy_changed.emit()

    def _refuse(self, otherwise: Callable[[], None] | None, error: Exception) -> None:
        try:
            self._tell_refusal(otherwise, error)
        finally:
            self._sought()

    def _tell_refusal(self, otherwise: Callable[[], None] | None, error: Exception) -> None:
        if otherwise is None:
            self._notices.error(error)
            return
        otherwise()
        if isinstance(error, RecipeError) and error.problem not in _NO_RECIPE:
            self._notices.recipe_refused(error)
        elif not isinstance(error, RecipeError | ImageFileError):
            self._notices.error(error)

    def _take(self, number: int, found: FoundRecipe) -> None:
        try:
            if number == self._latest:
                self._take_over(found)
        finally:
            self._sought()

    def _take_over(self, found: FoundRecipe) -> None:
        self._before = _Draft(self._draft.chosen_photo, self._draft.chosen_paintings, self._draft.settings)
        self.begins.emit()
        settings = DraftSettings.of(found.provenance.recipe)
        _set_all(self._draft, replace(settings, start_from=StartFrom.PHOTO, start_picture=None))
        self._apply(found)

    def _take_more(self, found: FoundRecipe) -> None:
        if self._found is not None and self._found.file == found.file:
            self._apply(found)

    def _apply(self, found: FoundRecipe) -> None:
        """Have the pictures that were found; settings that were changed meanwhile stay."""
        self._found = found
        matches = found.matches
        recipe = matches.applied_to(found.provenance.recipe)
        if matches.start_picture is None or matches.start_picture.is_found:
            self._draft.set(start_from=recipe.start_from, start_picture=recipe.start_picture)
        else:
            self._draft.set(start_from=StartFrom.PHOTO, start_picture=None)
        self._notices.clear()
        self._put(
            recipe.photo if matches.photo.is_found else None,
            tuple(
                (style.path, style.weight)
                for style, match in zip(recipe.styles, matches.styles, strict=True)
                if match.is_found
            ),
        )
        self._tell(found)
        self.restored.emit()

    def _put(self, photo: Path | None, paintings: Sequence[tuple[Path, float]]) -> None:
        """Choose pictures; a place for which there is none is empty."""
        if photo is None:
            self._draft.clear(Role.PHOTO)
        else:
            self._draft.choose(Role.PHOTO, photo)
        if paintings:
            self._draft.choose_paintings([path for path, _ in paintings], [weight for _, weight in paintings])
        else:
            self._draft.clear(Role.PAINTING)

    def _tell(self, found: FoundRecipe) -> None:
        matches, name = found.matches, name_to_show(found.file.name)
        facts = [
            (InputState.MISSING, self.tr("Not found: {names}.")),
            (InputState.CHANGED, self.tr("No longer what it was: {names}.")),
            (InputState.REPLACED, self.tr("Another picture than then, so the result will differ: {names}.")),
            (InputState.MOVED, self.tr("Moved or renamed since, and found: {names}.")),
        ]
        # At the start of the program there is nothing to go back to.
        undo = () if self._before is None or self._before.photo is None else (NoticeAction.GO_BACK,)
        told = [
            words.format(names=", ".join(self.shown_name(each) for each in names))
            for state, words in facts
            if (names := matches.names(state))
        ]
        if self.wanted is None:
            everything = self.tr("Everything is set as “{name}” was painted.")
            all_but_photo = self.tr("The paintings and the settings are those of “{name}” now.")
            what = all_but_photo if found.is_for_another_photo else everything
            self._notices.info(what.format(name=name), " ".join(told), actions=undo)
        else:
            what = self.tr("The settings are those of “{name}”, but not all of its pictures are there.")
            told.append(self.tr("Find what is missing, or choose something else in its place."))
            self._notices.warning(what.format(name=name), " ".join(told), actions=(NoticeAction.FIND_PICTURE, *undo))


def _look_up(path: Path, folders: Sequence[Path], adapt: Callable[[FoundRecipe], FoundRecipe] | None) -> FoundRecipe:
    found = look_up(path, folders)
    return found if adapt is None else adapt(found)


def _set_all(draft: Draft, settings: DraftSettings) -> None:
    draft.set(**{field.name: getattr(settings, field.name) for field in fields(settings)})


def _read(path: Path) -> Provenance:
    return read_provenance(path)[0]


def _leave_it_a_picture(_error: Exception) -> None:
    """What was chosen carries no recipe that could be offered; it is a picture all the same."""
