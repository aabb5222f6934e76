"""The left side of the window: the two pictures and the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.studio.picture_roles import Role
from app.widgets.image_well import ImageWell
from app.widgets.labels import explanation, heading
from app.widgets.thumbnail_strip import ThumbnailStrip
from app.window.more_controls import MoreControls
from app.window.recipe_controls import RecipeControls

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.library.bundled import BundledPicture
    from app.studio.draft import Draft
    from app.system.background_jobs import BackgroundJobs

_WIDTH_PX: Final = 328
_MARGIN_PX: Final = 18
_GAP_PX: Final = 8
_SECTION_GAP_PX: Final = 16


class SidePanel(QScrollArea):
    """Everything a run is made from; scrolls where the window is low.

    Signals:
        picture_chosen(Role, Path): The person picked one of the program's own pictures.
        picture_wanted(Role): The person wants to choose a file.
        sheet_wanted(): The person wants to see the photo in every painting.
    """

    picture_chosen = Signal(object, object)
    picture_wanted = Signal(object)
    sheet_wanted = Signal()

    def __init__(
        self,
        draft: Draft,
        background: BackgroundJobs,
        *,
        samples: Sequence[BundledPicture],
        starters: Sequence[BundledPicture],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH_PX)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._draft = draft
        self._names = {entry.path: entry.name for entry in (*samples, *starters)}
        self._page = QWidget()
        self._page.setObjectName("panelPage")
        self.setWidget(self._page)
        self._wells = {
            Role.PHOTO: ImageWell(self.tr("Photo"), self._page, drop_text=self.tr("Drop: this will be the photo")),
            Role.PAINTING: ImageWell(
                self.tr("Painting"), self._page, drop_text=self.tr("Drop: this will be the painting")
            ),
        }
        self._strips = {
            Role.PHOTO: ThumbnailStrip(samples, background, side_px=34, num_columns=4, spacing_px=3, parent=self._page),
            Role.PAINTING: ThumbnailStrip(
                starters, background, side_px=45, num_columns=6, spacing_px=4, parent=self._page
            ),
        }
        self.controls = RecipeControls(draft, self._page)
        self.more = MoreControls(draft, self._page)
        self._lay_out()
        self._wells[Role.PHOTO].clicked.connect(self._on_photo_well_clicked)
        self._wells[Role.PAINTING].clicked.connect(self._on_painting_well_clicked)
        self._strips[Role.PHOTO].chosen.connect(self._on_sample_chosen)
        self._strips[Role.PAINTING].chosen.connect(self._on_starter_chosen)
        draft.photo_loaded.connect(self._on_photo_loaded)
        draft.paintings_loaded.connect(self._on_paintings_loaded)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_MARGIN_PX, 10, _MARGIN_PX, 14)
        column.setSpacing(_GAP_PX)
        title = QHBoxLayout()
        title.setSpacing(_GAP_PX)
        title.addWidget(heading(self.tr("Photo"), self._page))
        title.addStretch()
        title.addWidget(explanation(self.tr("Samples"), self._page, small=True))
        title.addWidget(self._strips[Role.PHOTO])
        column.addLayout(title)
        column.addWidget(self._wells[Role.PHOTO])
        column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        column.addLayout(self._painting_title())
        column.addWidget(self._wells[Role.PAINTING])
        column.addWidget(self._strips[Role.PAINTING])
        column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        column.addWidget(self.controls)
        column.addWidget(self.more)
        column.addStretch()

    def _painting_title(self) -> QHBoxLayout:
        title = QHBoxLayout()
        self.sheet_button = QPushButton(self.tr("Try all"), self._page)
        self.sheet_button.setObjectName("quietButton")
        self.sheet_button.setToolTip(self.tr("Show the photo in the manner of every painting (Ctrl+T)"))
        self.sheet_button.clicked.connect(self.sheet_wanted)
        title.addWidget(heading(self.tr("Painting"), self._page))
        title.addStretch()
        title.addWidget(self.sheet_button)
        return title

    def set_sheet_available(self, available: bool) -> None:
        """Whether there is a photo to try the paintings on."""
        self.sheet_button.setEnabled(available)

    def sizeHint(self) -> QSize:
        """As high as there is room."""
        return QSize(_WIDTH_PX, 800)

    @Slot()
    def _on_photo_loaded(self) -> None:
        self._show_pictures(Role.PHOTO)

    @Slot()
    def _on_paintings_loaded(self) -> None:
        self._show_pictures(Role.PAINTING)

    def _show_pictures(self, role: Role) -> None:
        """Show the first picture of that role in its well, and outline it if it is one of the program's own."""
        pictures = self._draft.slot(role).pictures
        if not pictures:
            self._wells[role].clear()
            self._strips[role].select(None)
            return
        name = self._names.get(pictures[0].path, pictures[0].path.name)
        if len(pictures) > 1:
            name = self.tr("{name} and %n more", "", len(pictures) - 1).format(name=name)
        self._wells[role].show_picture(pictures[0], name)
        self._strips[role].select(pictures[0].path)

    def highlight(self, roles: Collection[Role]) -> None:
        """Show where a drag would land."""
        for role, well in self._wells.items():
            well.set_awaiting_drop(role in roles)

    def role_at(self, position: QPoint) -> Role | None:
        """The well, with its strip, at this global position."""
        for role, well in self._wells.items():
            for widget in (well, self._strips[role]):
                if widget.visibleRegion().contains(widget.mapFromGlobal(position)):
                    return role
        return None

    def focused_role(self) -> Role | None:
        """The well whose own controls have the keyboard."""
        focused: QWidget | None = self.window().focusWidget()
        for role, well in self._wells.items():
            if focused is not None and (focused is well or self._strips[role].isAncestorOf(focused)):
                return role
        return None

    @Slot()
    def _on_photo_well_clicked(self) -> None:
        self.picture_wanted.emit(Role.PHOTO)

    @Slot()
    def _on_painting_well_clicked(self) -> None:
        self.picture_wanted.emit(Role.PAINTING)

    @Slot(Path)
    def _on_sample_chosen(self, path: Path) -> None:
        self.picture_chosen.emit(Role.PHOTO, path)

    @Slot(Path)
    def _on_starter_chosen(self, path: Path) -> None:
        self.picture_chosen.emit(Role.PAINTING, path)
