"""How pictures are kept: folder, kind of file and name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from app.library.bundled import display_name
from app.library.name_template import NamedPicture, filled
from app.studio.preferences import HIGHEST_QUALITY, KEPT_SUFFIXES, LOWEST_QUALITY
from app.system.clock import local_now
from app.widgets.choice_box import ChoiceBox
from app.widgets.name_field import NameField
from app.widgets.settings_form import SettingsForm
from app.widgets.wheel_guard import WheelGuard
from app.words.errors import sentence

if TYPE_CHECKING:
    from app.studio.studio import Studio

_DEEP_SUFFIXES = (".png", ".tif")


class PictureSettings(SettingsForm):
    """Shows and changes the preferences; they hold for every picture that is done from then on."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._preferences = preferences = studio.preferences
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.folder.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # nothing is typed into it
        self.folder.setAccessibleName(self.tr("Folder of the pictures"))
        self.choose = QPushButton(self.tr("Choose…"), self)
        self.usual = QPushButton(self.tr("The usual folder"), self)
        self.kind = ChoiceBox(
            self.tr("Kind of file"),
            list(
                zip(
                    (
                        self.tr("PNG, without loss"),
                        self.tr("TIFF, for printing"),
                        self.tr("JPEG, small"),
                        self.tr("WebP, small and without loss"),
                    ),
                    KEPT_SUFFIXES,
                    strict=True,
                )
            ),
            self,
        )
        self.quality = QSpinBox(self)
        self.quality.setRange(LOWEST_QUALITY, HIGHEST_QUALITY)
        self.quality.setSuffix(self.tr(" %"))
        self.quality.setAccessibleName(self.tr("Quality of JPEG"))
        WheelGuard(self.quality)
        self.bits = ChoiceBox(
            self.tr("Colour depth"),
            [(self.tr("8 bits, for the screen"), 8), (self.tr("16 bits, to be worked on further"), 16)],
            self,
        )
        self.name = NameField(preferences.name_template, self)
        for control, tip in (
            (self.folder, self.tr("Where finished pictures are kept")),
            (self.choose, self.tr("Keep finished pictures in another folder")),
            (self.usual, self.tr("Keep finished pictures where the program does by itself")),
        ):
            control.setToolTip(tip)
        self._lay_out()
        self._show()
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self.add(self.tr("Folder"), row)
        self.form.addRow("", self.usual)
        self.add(self.tr("Kind of file"), self.kind, self.tr("What kind of file a finished picture becomes"))
        self.add(self.tr("Quality of JPEG"), self.quality, self.tr("Less makes smaller files, and blurs fine strokes."))
        self.add(
            self.tr("Colour depth"),
            self.bits,
            self.tr("With 16 bits, soft transitions stay smooth when the picture is made lighter or darker."),
        )
        self.add(self.tr("Name"), self.name)
        self.example = self.add_note()

    def _follow(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.usual.clicked.connect(self._on_usual)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.quality.valueChanged.connect(self._on_quality_changed)
        self.bits.chosen.connect(self._on_depth_chosen)
        self.name.edited.connect(self._on_name_edited)
        self.name.refused.connect(self._on_name_refused)
        self._preferences.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        preferences = self._preferences
        self.folder.setText(str(self._studio.results.folder))
        self.folder.setCursorPosition(0)
        self.form.setRowVisible(self.usual, preferences.kept_folder is not None)
        self.kind.select(preferences.kept_suffix)
        self.quality.setValue(preferences.jpeg_quality)
        self.bits.select(self._studio.draft.settings.depth_bits)
        self.form.setRowVisible(self.quality, preferences.kept_suffix == ".jpg")
        self.form.setRowVisible(self.bits, preferences.kept_suffix in _DEEP_SUFFIXES)
        self._show_example()

    def _show_example(self) -> None:
        draft = self._studio.draft
        photo, paintings = draft.photo.picture, draft.paintings.pictures
        named = NamedPicture(
            self.tr("Photo") if photo is None else display_name(photo.path, draft.bundled),
            tuple(display_name(painting.path, draft.bundled) for painting in paintings) or (self.tr("Painting"),),
            local_now(),
            draft.settings.size_px,
        )
        name = f"{filled(self._preferences.name_template, named)}{self._preferences.kept_suffix}"
        self.example.setText(self.tr("For example: {name}").format(name=name))

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the pictures"), str(self._studio.results.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_folder)
        dialog.open()

    @Slot(str)
    def take_folder(self, name: str) -> None:
        """Keep pictures in this folder."""
        folder = Path(name)
        self._preferences.remember(kept_folder=None if folder == self._studio.folders.kept else folder)

    @Slot()
    def _on_usual(self) -> None:
        self._preferences.remember(kept_folder=None)

    @Slot(object)
    def _on_kind_chosen(self, suffix: str) -> None:
        self._preferences.remember(kept_suffix=suffix)

    @Slot(int)
    def _on_quality_changed(self, quality: int) -> None:
        self._preferences.remember(jpeg_quality=quality)

    @Slot(object)
    def _on_depth_chosen(self, depth_bits: int) -> None:
        self._studio.draft.set(depth_bits=depth_bits)

    @Slot(str)
    def _on_name_edited(self, template: str) -> None:
        self._preferences.remember(name_template=template)
        self._show_example()

    @Slot(object)
    def _on_name_refused(self, error: Exception) -> None:
        """The names stay as they were until others can be made."""
        self.example.setText(sentence(error))
