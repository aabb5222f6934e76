"""Asking for files to open and a name to save under, without ever blocking the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.studio.picture_roles import Role
from core.files.film import MP4_SUFFIX, WEBP_SUFFIX
from core.files.formats import READABLE_SUFFIXES
from core.files.mp4 import can_write_mp4
from core.files.pdf import PDF_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SAVE_SUFFIXES: Final = (".png", ".jpg", ".webp", ".tif")


class FileDialogs(QObject):
    """The system's file dialogs, one at a time.

    Signals:
        picture_picked(Role, tuple[Path, ...]): Files to open; more than one of paintings only.
        own_paintings_picked(tuple[Path, ...]): Paintings to keep beside the starters.
        start_picture_picked(Path): A picture to start from.
        recipe_picked(Path): A picture whose recipe is wanted, or a recipe.
        missing_picked(Path): Where a picture is that was missing.
        target_picked(Path, str): A name to save under, and the ending to give it if it has none.
        sheet_target_picked(Path, str): The same for a sheet.
        film_picked(Path, str): The same, for a film.
    """

    picture_picked = Signal(object, object)
    own_paintings_picked = Signal(object)
    start_picture_picked = Signal(object)
    recipe_picked = Signal(object)
    missing_picked = Signal(object)
    target_picked = Signal(object, str)
    sheet_target_picked = Signal(object, str)
    film_picked = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._suffixes: tuple[str, ...] = _SAVE_SUFFIXES
        self._take_picked: Callable[[tuple[Path, ...]], None] | None = None
        self._take_target: Callable[[Path, str], None] = self.target_picked.emit
        self.dialog: QFileDialog | None = None

    def ask_for_picture(self, role: Role, folder: Path) -> None:
        """Ask for a picture to open; an answer comes as ``picture_picked``."""
        if role is Role.PHOTO:
            self._ask_for_files(partial(self.picture_picked.emit, role), self.tr("Open photo"), folder)
        else:
            title = self.tr("Open paintings")
            self._ask_for_files(partial(self.picture_picked.emit, role), title, folder, several=True)

    def ask_for_own_paintings(self, folder: Path) -> None:
        """Ask for paintings to keep; an answer comes as ``own_paintings_picked``."""
        self._ask_for_files(self.own_paintings_picked.emit, self.tr("Add paintings"), folder, several=True)

    def ask_for_start_picture(self, folder: Path) -> None:
        """Ask for a picture to start from; an answer comes as ``start_picture_picked``."""
        self._ask_for_file(self.start_picture_picked, self.tr("Start from picture"), folder)

    def ask_for_recipe(self, folder: Path) -> None:
        """Ask for a picture whose recipe is wanted; an answer comes as ``recipe_picked``."""
        self._ask_for_file(self.recipe_picked, self.tr("Paint again"), folder)

    def ask_for_missing(self, name: str, folder: Path) -> None:
        """Ask where a picture of that name is; an answer comes as ``missing_picked``."""
        self._ask_for_file(self.missing_picked, self.tr("Find {name}").format(name=name), folder)

    def _ask_for_file(self, picked: SignalInstance, title: str, folder: Path) -> None:
        self._ask_for_files(lambda paths: picked.emit(paths[0]), title, folder)

    def _ask_for_files(
        self, take_picked: Callable[[tuple[Path, ...]], None], title: str, folder: Path, *, several: bool = False
    ) -> None:
        if self.dialog is not None:
            return
        self._take_picked = take_picked
        dialog = self._new_dialog(title, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(READABLE_SUFFIXES))
        dialog.setNameFilters([self.tr("Pictures ({patterns})").format(patterns=patterns), self.tr("All files (*)")])
        if several:
            dialog.filesSelected.connect(self._on_pictures_selected)
        else:
            dialog.fileSelected.connect(self._on_picture_selected)
        dialog.open()

    def ask_for_target(self, folder: Path, stem: str) -> None:
        """Ask where to save; an answer comes as ``target_picked``. The dialog confirms overwriting."""
        self._ask_for_target(self.target_picked.emit, self.tr("Save picture as"), folder, stem)

    def ask_for_sheet_target(self, folder: Path, stem: str) -> None:
        """Ask where to save a sheet; an answer comes as ``sheet_target_picked``."""
        page = {PDF_SUFFIX: self.tr("PDF, a page to print or send (*.pdf)")}
        self._ask_for_target(self.sheet_target_picked.emit, self.tr("Save sheet as"), folder, stem, page)

    def _ask_for_target(
        self,
        take: Callable[[Path, str], None],
        title: str,
        folder: Path,
        stem: str,
        more_kinds: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        if self.dialog is not None:
            return
        kinds = (
            self.tr("PNG, without loss (*.png)"),
            self.tr("JPEG, small (*.jpg *.jpeg)"),
            self.tr("WebP, small (*.webp)"),
            self.tr("TIFF, for printing (*.tif *.tiff)"),
        )
        by_suffix = {**dict(zip(_SAVE_SUFFIXES, kinds, strict=True)), **more_kinds}
        self._take_target = take
        dialog = self._dialog_for_name(title, folder / stem, by_suffix)
        dialog.fileSelected.connect(self._on_target_selected)
        dialog.open()

    def ask_for_film(self, folder: Path, stem: str) -> None:
        """Ask where to save a film; an answer comes as ``film_picked``. The dialog confirms overwriting."""
        if self.dialog is not None:
            return
        kinds = {WEBP_SUFFIX: self.tr("Animated WebP, for web pages (*.webp)")}
        if can_write_mp4():
            kinds[MP4_SUFFIX] = self.tr("MP4, a film (*.mp4)")
        dialog = self._dialog_for_name(self.tr("Save timelapse"), folder / stem, kinds)
        dialog.fileSelected.connect(self._on_film_selected)
        dialog.open()

    def _dialog_for_name(self, title: str, path: Path, kinds: dict[str, str]) -> QFileDialog:
        """A dialog for saving.

        Args:
            title: What it says.
            path: Folder and name, without suffix, that it begins with.
            kinds: For each suffix the words about that kind of file; the first is chosen.
        """
        self._suffixes = tuple(kinds)
        dialog = self._new_dialog(title, path.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(list(kinds.values()))
        dialog.setDefaultSuffix(self._suffixes[0])
        dialog.selectFile(f"{path.name}{self._suffixes[0]}")
        dialog.filterSelected.connect(self._on_filter_selected)
        return dialog

    def _new_dialog(self, title: str, folder: Path) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        return dialog

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    @Slot(str)
    def _on_picture_selected(self, name: str) -> None:
        self._on_pictures_selected([name])

    @Slot(list)
    def _on_pictures_selected(self, names: list[str]) -> None:
        if self._take_picked is not None and names:
            self._take_picked(tuple(Path(name) for name in names))

    @Slot(str)
    def _on_filter_selected(self, _name_filter: str) -> None:
        if self.dialog is None:
            return
        suffix = self._suffix(self.dialog)
        self.dialog.setDefaultSuffix(suffix)
        for name in self.dialog.selectedFiles()[:1]:
            path = Path(name)
            if path.suffix.lower() in self._suffixes and not path.is_dir():
                self.dialog.selectFile(path.with_suffix(suffix).name)

    @Slot(str)
    def _on_target_selected(self, name: str) -> None:
        self._take_target(Path(name), self._chosen_suffix())

    @Slot(str)
    def _on_film_selected(self, name: str) -> None:
        self.film_picked.emit(Path(name), self._chosen_suffix())

    def _chosen_suffix(self) -> str:
        return self._suffixes[0] if self.dialog is None else self._suffix(self.dialog)

    def _suffix(self, dialog: QFileDialog) -> str:
        filters = dialog.nameFilters()
        chosen = dialog.selectedNameFilter()
        return self._suffixes[filters.index(chosen) if chosen in filters else 0]
