"""Thumbnails that have been painted, for as long as the files they were painted from stay the same."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from core.files.file_version import file_version

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QImage

    from app.system.background_jobs import BackgroundJobs
    from core.recipe.recipe import Recipe

# Each weighs some 60 kB.
_MOST_KEPT: Final = 600

_Version = tuple[int, int] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """A thumbnail.

    Attributes:
        image: What it shows.
        versions: What its files were when it was painted.
    """

    image: QImage
    versions: tuple[_Version, ...]


class KeptThumbnails:
    """The newest thumbnails by their recipes; files are looked at in the background."""

    def __init__(self, background: BackgroundJobs) -> None:
        self._background = background
        self._kept: OrderedDict[Recipe, _Kept] = OrderedDict()
        self._versions: Mapping[Path, _Version] = {}
        self._num_checks = 0

    def image_of(self, recipe: Recipe) -> QImage | None:
        """The thumbnail of a recipe, None where none is kept; :meth:`check` tells later whether it still holds."""
        kept = self._kept.get(recipe)
        return None if kept is None else kept.image

    def keep(self, recipe: Recipe, image: QImage) -> None:
        """Keep a thumbnail, in place of the oldest where there are many."""
        self._kept[recipe] = _Kept(image, self._versions_in(recipe))
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)

    def check(self, recipes: Iterable[Recipe], then: Callable[[frozenset[Recipe]], None]) -> None:
        """Look at the files of recipes, then tell whose thumbnails no longer hold; those are forgotten.

        Args:
            recipes: What is wanted now; what else is kept may be older than its files.
            then: Told in this thread, unless another check has begun meanwhile.
        """
        self._num_checks += 1
        wanted = tuple(recipes)
        paths = frozenset(path for recipe in wanted for path in recipe.input_paths)
        taken = partial(self._take_versions, self._num_checks, wanted, then)
        self._background.send(partial(_versions_of, paths), on_done=taken, on_failed=_leave_aside, awaited=False)

    def _take_versions(
        self,
        check: int,
        recipes: tuple[Recipe, ...],
        then: Callable[[frozenset[Recipe]], None],
        versions: Mapping[Path, _Version],
    ) -> None:
        if check != self._num_checks:
            return
        self._versions = versions
        former = frozenset(
            recipe
            for recipe in recipes
            if recipe in self._kept and self._kept[recipe].versions != self._versions_in(recipe)
        )
        for recipe in former:
            del self._kept[recipe]
        then(former)

    def _versions_in(self, recipe: Recipe) -> tuple[_Version, ...]:
        return tuple(self._versions.get(path) for path in recipe.input_paths)


def _versions_of(paths: Collection[Path]) -> dict[Path, _Version]:
    return {path: file_version(path) for path in paths}


def _leave_aside(_error: Exception) -> None:
    """Nothing is painted until it is known what the files are; the log tells why it is not."""
