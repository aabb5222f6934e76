"""Settings by name: the program's own, and those that the artist keeps."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFile, QObject, Signal

from app.library.presets import (
    PRESET_SUFFIX,
    KeptPreset,
    import_presets,
    plain_name,
    read_presets,
    rename_preset,
    write_preset,
)
from app.studio.draft_settings import DraftSettings
from core.files.replacing import replace_file
from core.recipe.choices import Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import PrintFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.studio.draft import Draft
    from app.studio.notices import Notices
    from app.system.background_jobs import BackgroundJobs

# What a preset leaves as it is: the picture to start from is a picture.
_NO_SETTINGS: Final = frozenset({"start_picture"})
# Where the whole photo goes onto the sheet, its shape decides the size; which is that of the next photo then.
_ANY_SHAPE_PX: Final = (3000, 2000)
_SHEET_OF_PRINTS: Final = PrintFormat(300, 400)


@dataclass(frozen=True, slots=True)
class NamedSettings:
    """Settings with a name.

    Attributes:
        name: What they are called.
        settings: What the draft gets; the picture to start from stays.
        kept: The artist's preset that they are; None for one of the program's own.
    """

    name: str
    settings: DraftSettings
    kept: KeptPreset | None = None


class Presets(QObject):
    """Gives the draft whole sets of settings, and keeps the artist's own.

    Signals:
        changed(): There are others.
    """

    changed = Signal()

    def __init__(
        self,
        draft: Draft,
        background: BackgroundJobs,
        folder: Path,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        """Keep the artist's presets in a folder; none is read yet."""
        super().__init__(parent)
        self._draft = draft
        self._background = background
        self._folder = folder
        self._notices = notices
        self._own: tuple[NamedSettings, ...] = ()

    @property
    def offered(self) -> tuple[NamedSettings, ...]:
        """The program's own."""
        return (
            NamedSettings(self.tr("Draft"), DraftSettings(preset=Preset.DRAFT)),
            NamedSettings(self.tr("Standard"), DraftSettings()),
            NamedSettings(self.tr("High"), DraftSettings(preset=Preset.HIGH)),
            NamedSettings(self.tr("Print"), DraftSettings(preset=Preset.STANDARD, sheet=_SHEET_OF_PRINTS)),
        )

    @property
    def own(self) -> tuple[NamedSettings, ...]:
        """The artist's, by their names."""
        return self._own

    @property
    def current(self) -> str | None:
        """The name of those that the draft has now; None where it has others."""
        now = _comparable(self._draft.settings)
        return next((each.name for each in (*self._own, *self.offered) if _comparable(each.settings) == now), None)

    def load(self) -> None:
        """Read what is kept."""
        self._send(partial(read_presets, self._folder))

    def apply(self, wanted: NamedSettings) -> None:
        """Give the draft these settings; its pictures stay."""
        names = [each.name for each in dataclasses.fields(DraftSettings) if each.name not in _NO_SETTINGS]
        self._draft.set(**{name: getattr(wanted.settings, name) for name in names})

    def keep(self, name: str) -> None:
        """Keep the draft's settings under a name; what has had it before is replaced."""
        plain = plain_name(name)
        if plain:
            self._change(partial(write_preset, self._folder, KeptPreset(plain, _recipe(self._draft.settings))))

    def rename(self, preset: KeptPreset, name: str) -> None:
        """Call one of the artist's something else."""
        plain = plain_name(name)
        if plain and plain != preset.name:
            self._change(partial(rename_preset, self._folder, preset, plain))

    def remove(self, preset: KeptPreset) -> None:
        """Put one of the artist's into the trash."""
        if preset.file is not None:
            self._change(partial(_remove, preset.file))

    def share(self, preset: KeptPreset, target: Path) -> None:
        """Write a copy of one of the artist's, to be given to others."""
        if preset.file is not None:
            self._change(partial(_copy, preset.file, target))

    def take_from(self, files: Sequence[Path]) -> tuple[Path, ...]:
        """Take the presets among files that came from outside; all others."""
        others = tuple(file for file in files if file.suffix.lower() != PRESET_SUFFIX)
        if presets := [file for file in files if file not in others]:
            self.take(presets)
        return others

    def take(self, files: Sequence[Path]) -> None:
        """Keep the presets in these files, and give the draft the last one."""
        self._background.send(
            partial(import_presets, self._folder, tuple(files)),
            on_done=self._take_imported,
            on_failed=self._notices.error,
        )

    def _take_imported(self, imported: tuple[KeptPreset, ...]) -> None:
        if imported:
            self.apply(_named(imported[-1]))
            self._notices.preset_imported([preset.name for preset in imported])
        self.load()

    def _change(self, job: Callable[[], object]) -> None:
        """Do something to the folder, and read it again."""

        def changed() -> tuple[KeptPreset, ...]:
            job()
            return read_presets(self._folder)

        self._send(changed)

    def _send(self, job: Callable[[], tuple[KeptPreset, ...]]) -> None:
        self._background.send(job, on_done=self._take, on_failed=self._on_failed)

    def _take(self, kept: tuple[KeptPreset, ...]) -> None:
        own = tuple(map(_named, kept))
        if own != self._own:
            self._own = own
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._notices.preset_not_written()
        else:
            self._notices.error(error)


def _named(preset: KeptPreset) -> NamedSettings:
    return NamedSettings(preset.name, DraftSettings.of(preset.recipe), preset)


def _comparable(settings: DraftSettings) -> DraftSettings:
    """Settings as a preset has them."""
    start_from = StartFrom.PHOTO if settings.start_from.needs_picture else settings.start_from
    # Where a sheet decides, the size is its own.
    size_px = 0 if settings.sheet is not None else settings.size_px
    return dataclasses.replace(settings, start_picture=None, start_from=start_from, size_px=size_px)


def _recipe(settings: DraftSettings) -> Recipe:
    """Settings as a recipe, of no pictures in particular."""
    start_from = StartFrom.PHOTO if settings.start_from.needs_picture else settings.start_from
    plain = dataclasses.replace(settings, start_from=start_from)
    recipe = plain.recipe(Path("photo"), (StyleSource(Path("painting")),))
    return recipe if settings.sheet is None else recipe.for_print(settings.sheet, settings.fit, _ANY_SHAPE_PX)


def _remove(file: Path) -> None:
    trashed = QFile(str(file)).moveToTrash()
    if not trashed:
        file.unlink(missing_ok=True)


def _copy(file: Path, target: Path) -> None:
    replace_file(target, file.read_bytes())
