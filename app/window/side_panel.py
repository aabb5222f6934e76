"""The left side of the window: the two pictures and the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.studio.picture_roles import Role
from app.widgets.image_well import HIGHEST_PX, ImageWell
from app.widgets.labels import heading
from app.widgets.mixture import MixedPainting, Mixture
from app.widgets.thumbnail_strip import ThumbnailStrip
from app.window.more_controls import MoreControls
from app.window.panel_width import USUAL_PX, PanelWidth
from app.window.recipe_controls import RecipeControls
from app.window.strip_panel import StripPanel
from app.window.tab_order import order_tabs

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.library.bundled import BundledPicture
    from app.studio.draft import Draft
    from app.studio.own_paintings import OwnPaintings
    from app.studio.strip_model import StripModel
    from app.system.background_jobs import BackgroundJobs

_MARGIN_PX: Final = 18
_GAP_PX: Final = 8
_SECTION_GAP_PX: Final = 14
_COLUMNS: Final = 6
_FEWEST_ROWS: Final = 2
_MOST_ROWS: Final = 5
# Below that, the strip gives up rows rather than the wells their height.
_GOOD_WELL_PX: Final = 104


class SidePanel(QScrollArea):
    """Everything a run is made from; scrolls where the window is low.

    Signals:
        picture_chosen(Role, Path): The person picked one of the program's own pictures.
        painting_toggled(Path): The person picked one of them to be mixed with the others, or no longer.
        picture_wanted(Role): The person wants to choose a file.
        sheet_wanted(): The person wants to see the photo in every painting.
    """

    picture_chosen = Signal(object, object)
    painting_toggled = Signal(object)
    picture_wanted = Signal(object)
    sheet_wanted = Signal()

    def __init__(
        self,
        draft: Draft,
        background: BackgroundJobs,
        *,
        samples: Sequence[BundledPicture],
        strip: StripModel,
        own: OwnPaintings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._draft = draft
        self._names = {entry.path: entry.name for entry in samples}
        self._model = strip
        self._page = QWidget()
        self._page.setObjectName("panelPage")
        self.setWidget(self._page)
        self._wells = {
            Role.PHOTO: ImageWell(self.tr("Photo"), self._page, drop_text=self.tr("Drop: this will be the photo")),
            Role.PAINTING: ImageWell(
                self.tr("Painting"), self._page, drop_text=self.tr("Drop: this will be the painting")
            ),
        }
        self._samples = ThumbnailStrip(samples, background, side_px=26, num_columns=4, spacing_px=2, parent=self._page)
        self.strip = StripPanel(strip, own, self._page)
        self.mixture = Mixture(self._page)
        self._weigh = QToolButton(self._page)
        self._weigh.setText(self.tr("Weights"))
        self._weigh.setToolTip(self.tr("How much of each painting goes into the mixture"))
        self._weigh.setCheckable(True)
        self._weigh.hide()
        # In the same place, for where there is a mixture there is no room for it.
        self.sheet_button = QPushButton(self.tr("Try all"), self._page)
        self.sheet_button.setObjectName("quietButton")
        self.sheet_button.setToolTip(self.tr("Show the photo in the manner of every painting (Ctrl+T)"))
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self._choices = QStackedWidget(self._page)
        self.controls = RecipeControls(draft, self._page)
        self.more = MoreControls(draft, self._page)
        order_tabs((*self._samples.buttons, self.sheet_button, self._weigh, *self._wells.values(), *self.strip.stops))
        self._lay_out()
        PanelWidth(self, self._page, self._column, (self.more.column,))
        self._wells[Role.PHOTO].clicked.connect(self._on_photo_well_clicked)
        self._wells[Role.PAINTING].clicked.connect(self._on_painting_well_clicked)
        self._samples.chosen.connect(self._on_sample_chosen)
        self.strip.chosen.connect(self._on_starter_chosen)
        self.strip.toggled.connect(self.painting_toggled)
        self._weigh.toggled.connect(self._on_weigh_toggled)
        self.mixture.weights_moved.connect(draft.set_weights)
        self.mixture.removed.connect(draft.take_out)
        strip.modelReset.connect(self._share_height)
        self.strip.height_changed.connect(self._share_height)
        draft.photo_loaded.connect(self._on_photo_loaded)
        draft.paintings_loaded.connect(self._on_paintings_loaded)
        draft.weights_changed.connect(self._on_weights_changed)

    def _lay_out(self) -> None:
        upper = QWidget(self._page)
        upper.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        pictures = QGridLayout(upper)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setHorizontalSpacing(_GAP_PX)
        pictures.setVerticalSpacing(_GAP_PX - 2)
        photo_head, painting_head = QHBoxLayout(), QHBoxLayout()
        for head in (photo_head, painting_head):
            head.setSpacing(_GAP_PX - 2)
        photo_head.addWidget(heading(self.tr("Photo"), self._page))
        photo_head.addStretch()
        photo_head.addWidget(self._samples)
        painting_head.addWidget(heading(self.tr("Painting"), self._page))
        painting_head.addStretch()
        painting_head.addWidget(self.sheet_button)
        painting_head.addWidget(self._weigh)
        pictures.addLayout(photo_head, 0, 0)
        pictures.addLayout(painting_head, 0, 1)
        for number, role in enumerate((Role.PHOTO, Role.PAINTING)):
            pictures.addWidget(self._wells[role], 1, number)
            pictures.setColumnStretch(number, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, 8)
        column.setSpacing(_GAP_PX)
        self._choices.addWidget(self.strip)
        self._choices.addWidget(self.mixture)
        column.addWidget(upper)
        column.addWidget(self._choices)
        column.addSpacing(_SECTION_GAP_PX - _GAP_PX)
        column.addWidget(self.controls)
        column.addWidget(self.more)
        column.addStretch(1)
        self._pictures, self._column = pictures, column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the wells and the strip what height the everyday controls leave, whatever is folded out below."""
        super().resizeEvent(event)
        self._share_height()

    @Slot()
    def _share_height(self) -> None:
        margins = self._column.contentsMargins()
        head_px = max(each.sizeHint().height() for each in (self._samples, self._weigh, self.sheet_button))
        others_px = (
            margins.top()
            + margins.bottom()
            + head_px
            + self._pictures.verticalSpacing()
            + _SECTION_GAP_PX
            + self.controls.sizeHint().height()
            + self.more.head_height
            + 3 * _GAP_PX
        )
        room_px = self.height() - others_px
        wanted = min(max(-(-self._model.rowCount() // _COLUMNS), _FEWEST_ROWS), _MOST_ROWS)
        fits = (rows for rows in range(wanted, 1, -1) if self.strip.height_of(rows) + _GOOD_WELL_PX <= room_px)
        self._choices.setFixedHeight(self.strip.height_of(next(fits, 1)))
        for well in self._wells.values():
            well.setFixedHeight(min(max(room_px - self._choices.height(), well.minimumSizeHint().height()), HIGHEST_PX))

    def set_sheet_available(self, available: bool) -> None:
        """Whether there is a photo to try the paintings on."""
        self.sheet_button.setEnabled(available)

    def sizeHint(self) -> QSize:
        """As high as there is room."""
        return QSize(USUAL_PX, 800)

    @Slot()
    def _on_photo_loaded(self) -> None:
        self._show_pictures(Role.PHOTO)

    @Slot()
    def _on_paintings_loaded(self) -> None:
        self._show_pictures(Role.PAINTING)
        self._show_mixture()

    @Slot()
    def _on_weights_changed(self) -> None:
        self._show_pictures(Role.PAINTING)
        self.mixture.show_weights(self._draft.weights)

    def _show_pictures(self, role: Role) -> None:
        """Show the pictures of that role in their well, and outline those that are the program's own."""
        pictures = self._draft.slot(role).pictures
        paths = [picture.path for picture in pictures]
        if role is Role.PHOTO:
            self._samples.select(paths)
        else:
            self._model.choose(paths)
            self.strip.show_painting(paths[0] if paths else None)
        if not pictures:
            self._wells[role].clear()
            return
        caption = self._name(pictures[0].path)
        if len(pictures) > 1:
            caption = self.tr("%n paintings", "", len(pictures))
        weights = self._draft.weights if role is Role.PAINTING else (1.0,)
        self._wells[role].show_pictures(pictures, weights, caption)

    def _name(self, path: Path) -> str:
        return self._names.get(path) or self._model.name_of(path) or path.name

    def _show_mixture(self) -> None:
        """Offer the weights of several paintings."""
        pictures = self._draft.paintings.pictures
        is_mixture = len(pictures) > 1
        going, coming = (self.sheet_button, self._weigh) if is_mixture else (self._weigh, self.sheet_button)
        # In this order: for both at once the panel would have to be wider, and it stays as wide as it ever was.
        going.hide()
        coming.show()
        if not is_mixture:
            self._weigh.setChecked(False)
        mixed = [MixedPainting(self._name(picture.path), picture.image) for picture in pictures]
        self.mixture.show_paintings(mixed, self._draft.weights)
        order_tabs((*self.strip.stops, *self.mixture.stops))

    @Slot(bool)
    def _on_weigh_toggled(self, weighs: bool) -> None:
        self._choices.setCurrentWidget(self.mixture if weighs else self.strip)

    @Slot()
    def reset(self) -> None:
        """Give every setting its default."""
        self._draft.reset()

    def highlight(self, roles: Collection[Role]) -> None:
        """Show where a drag would land."""
        for role, well in self._wells.items():
            well.set_awaiting_drop(role in roles)

    def role_at(self, position: QPoint) -> Role | None:
        """The well, with its strip, at this global position."""
        for role, well in self._wells.items():
            below = self._samples if role is Role.PHOTO else self._choices
            for widget in (well, below):
                if widget.visibleRegion().contains(widget.mapFromGlobal(position)):
                    return role
        return None

    def is_over_strip(self, position: QPoint) -> bool:
        """Whether the paintings to choose from lie at this global position."""
        return self.strip.visibleRegion().contains(self.strip.mapFromGlobal(position))

    def focused_role(self) -> Role | None:
        """The well whose own controls have the keyboard."""
        focused: QWidget | None = self.window().focusWidget()
        for role, well in self._wells.items():
            beside = self._samples if role is Role.PHOTO else self._choices
            if focused is not None and (focused is well or beside.isAncestorOf(focused)):
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
