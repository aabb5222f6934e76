"""What can be undone: every change of the draft's pictures, weights and settings, also across runs."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, fields
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from app.studio.draft_settings import DraftSettings
from app.studio.picture_roles import Role
from app.words.history import change_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.studio.draft import Draft
    from app.studio.own_paintings import OwnPaintings

# A drag passes through many values; those that follow one another within this are one change.
_SETTLED_S: Final = 0.7
_MOST_CHANGES: Final = 500

# Parts of a draft beside its settings.
PHOTO: Final = "photo"
PAINTINGS: Final = "paintings"
OWN: Final = "own"
_NO_SETTINGS: Final = frozenset({PHOTO, PAINTINGS, OWN})


class _Whole(Enum):
    """How far something is that counts as one change though it comes piece by piece."""

    NONE = auto()
    BEGINS = auto()
    GOES_ON = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """Some parts of the draft, before and after.

    Attributes:
        before: Their values by name: a setting's name, ``PHOTO``, ``PAINTINGS`` or ``OWN``.
        after: The values that they got.
    """

    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def has_other_pictures(self) -> bool:
        """Whether a picture is another one, rather than a setting or a weight."""
        return PHOTO in self.after or OWN in self.after or self._has_other_paintings

    @property
    def parts(self) -> tuple[str, ...]:
        """What has changed, in the words of ``app.words.history``."""
        weighed = PAINTINGS in self.after and not self._has_other_paintings
        return tuple("weights" if weighed and name == PAINTINGS else name for name in self.after)

    @property
    def _has_other_paintings(self) -> bool:
        before, after = self.before.get(PAINTINGS, ()), self.after.get(PAINTINGS, ())
        return [path for path, _ in before] != [path for path, _ in after]

    def followed_by(self, later: _Step) -> _Step:
        """Both as one; what has come back to where it was is no change."""
        before, after = {**later.before, **self.before}, {**self.after, **later.after}
        changed = [name for name in before if before[name] != after[name]]
        return _Step({name: before[name] for name in changed}, {name: after[name] for name in changed})


class History(QObject):
    """Watches a draft and the person's own paintings, writes down what changes, and brings it back.

    Differs from a QUndoStack, whose commands PySide frees twice now and then: the steps are plain values here.

    Signals:
        changed(): Something else can be undone or redone now.
    """

    changed = Signal()

    def __init__(self, draft: Draft, own: OwnPaintings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._own = own
        self._known: dict[str, Any] = {}
        self._begun = self._putting = False
        self._last_parts: frozenset[str] = frozenset()
        self._whole = _Whole.NONE
        self._whole_ends = False
        self._last_s = -math.inf
        self._steps: list[_Step] = []
        self._num_done = 0
        draft.changed.connect(self._on_changed)
        draft.failed.connect(self._on_failed)
        own.edited.connect(self._on_changed)
        own.found.connect(self._on_own_found)

    @property
    def settled(self) -> bool:
        """Whether the next change is one of its own, rather than a part of the last one."""
        return time.monotonic() - self._last_s > _SETTLED_S

    @property
    def undo_words(self) -> str:
        """What :meth:`undo` would bring back; empty for nothing."""
        return change_words(self._steps[self._num_done - 1].parts) if self._num_done else ""

    @property
    def redo_words(self) -> str:
        """What :meth:`redo` would do once more; empty for nothing."""
        return change_words(self._steps[self._num_done].parts) if self._num_done < len(self._steps) else ""

    @Slot()
    def undo(self) -> None:
        """Bring back what was there before the last change."""
        if self._num_done:
            self._num_done -= 1
            self._put(self._steps[self._num_done].before)
            self.changed.emit()

    @Slot()
    def redo(self) -> None:
        """Do once more what was undone last."""
        if self._num_done < len(self._steps):
            self._num_done += 1
            self._put(self._steps[self._num_done - 1].after)
            self.changed.emit()

    @Slot()
    def begin_whole(self) -> None:
        """All that comes until :meth:`end_whole` is one change, as when a recipe is taken over."""
        self._whole, self._whole_ends = _Whole.BEGINS, False

    @Slot()
    def end_whole(self) -> None:
        """What comes once the pictures that are being read are there, is another change."""
        self._whole_ends = True
        self._end_whole_if_loaded()

    def _end_whole_if_loaded(self) -> None:
        if self._whole_ends and not self._draft.loading:
            self._whole = _Whole.NONE

    @Slot()
    def _on_changed(self) -> None:
        if self._putting:
            return
        now = self._now()
        if not self._begun:
            # The first pictures are where it all begins, not a change.
            self._known, self._begun = now, self._draft.ready
            return
        changed = [name for name in now if now[name] != self._known[name]]
        if changed:
            step = _Step({name: self._known[name] for name in changed}, {name: now[name] for name in changed})
            self._known.update(now)
            self._write_down(step, joins=self._joins(step))
            self._last_parts = frozenset(changed)
            self._last_s = time.monotonic()
            if self._whole is _Whole.BEGINS:
                self._whole = _Whole.GOES_ON
        self._end_whole_if_loaded()

    def _write_down(self, step: _Step, *, joins: bool) -> None:
        del self._steps[self._num_done :]
        if joins and self._steps:
            step = self._steps.pop().followed_by(step)
        if step.after:
            self._steps.append(step)
        del self._steps[:-_MOST_CHANGES]
        self._num_done = len(self._steps)
        self.changed.emit()

    def _joins(self, step: _Step) -> bool:
        """Whether it goes on with the last one: the same slider is still being dragged."""
        if self._whole is not _Whole.NONE:
            return self._whole is _Whole.GOES_ON
        is_one_slider = len(step.after) == 1 and not step.has_other_pictures
        return is_one_slider and not self.settled and self._last_parts == frozenset(step.after)

    @Slot()
    def _on_failed(self) -> None:
        """A picture cannot be read, and the former one stays: that is what is known from now on."""
        if self._begun:
            self._known.update(self._now())
            self._end_whole_if_loaded()

    @Slot()
    def _on_own_found(self) -> None:
        """What another program has done, is not this one's to undo."""
        self._known[OWN] = self._own.entries

    def _now(self) -> dict[str, Any]:
        """What there is; nothing of pictures that are being read."""
        draft = self._draft
        now = {field.name: getattr(draft.settings, field.name) for field in fields(DraftSettings)}
        now[OWN] = self._own.entries
        if not draft.photo.loading:
            now[PHOTO] = None if draft.photo.picture is None else draft.photo.picture.path
        if not draft.paintings.loading:
            paths = (picture.path for picture in draft.paintings.pictures)
            now[PAINTINGS] = tuple(zip(paths, draft.weights, strict=True))
        return now

    def _put(self, values: Mapping[str, Any]) -> None:
        """Give these parts of the draft these values; pictures come from the background."""
        self._last_s = -math.inf
        self._whole = _Whole.NONE
        self._known.update(values)
        self._putting = True
        try:
            if PHOTO in values:
                self._put_photo(values[PHOTO])
            if PAINTINGS in values:
                self._put_paintings(values[PAINTINGS])
            if OWN in values:
                self._own.put(values[OWN])
            self._draft.set(**{name: value for name, value in values.items() if name not in _NO_SETTINGS})
        finally:
            self._putting = False

    def _put_photo(self, photo: Path | None) -> None:
        if photo is None:
            self._draft.clear(Role.PHOTO)
        else:
            self._draft.choose(Role.PHOTO, photo)

    def _put_paintings(self, paintings: tuple[tuple[Path, float], ...]) -> None:
        draft, paths = self._draft, tuple(path for path, _ in paintings)
        weights = [weight for _, weight in paintings]
        if not paintings:
            draft.clear(Role.PAINTING)
        elif paths == draft.paintings.chosen and not draft.paintings.loading:
            draft.set_weights(weights)
        else:
            draft.choose_paintings(paths, weights)
