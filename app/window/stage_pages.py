"""What can stand in the middle of the window: the picture, the sheet, the places under the loupe, or the gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.window.gallery_page import GalleryPage
from app.window.loupe_page import LoupePage
from app.window.sheet_page import SheetPage

if TYPE_CHECKING:
    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from app.widgets.preview import Preview


class StagePages(QStackedWidget):
    """Shows the page that was opened last, else the preview.

    Attributes:
        sheet: The photo in many manners.
        loupe: Places as they will look.
        gallery: The finished pictures.
    """

    def __init__(
        self, studio: Studio, preview: Preview, background: BackgroundJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._preview = preview
        self.sheet = SheetPage(studio, self)
        self.loupe = LoupePage(studio, self)
        self.gallery = GalleryPage(studio, background, self)
        for page in (preview, self.sheet, self.loupe, self.gallery):
            self.addWidget(page)
        studio.sheet.opened.connect(self._on_sheet_opened)
        studio.sheet.closed.connect(self._on_closed)
        studio.loupe.opened.connect(self._on_loupe_opened)
        studio.loupe.closed.connect(self._on_closed)
        studio.gallery.opened.connect(self._on_gallery_opened)
        studio.gallery.closed.connect(self._on_closed)

    @Slot()
    def _on_sheet_opened(self) -> None:
        self._studio.loupe.close()
        self._studio.gallery.close()
        self._show(self.sheet)

    @Slot()
    def _on_loupe_opened(self) -> None:
        self._studio.sheet.close()
        self._studio.gallery.close()
        self._show(self.loupe)

    @Slot()
    def _on_gallery_opened(self) -> None:
        self._studio.sheet.close()
        self._studio.loupe.close()
        self._show(self.gallery)

    @Slot()
    def _on_closed(self) -> None:
        self._show(self._preview)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus()
