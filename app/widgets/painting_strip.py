"""The strip of paintings: a list of small pictures, of which one or several are chosen."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QToolTip, QWidget

from app.studio.strip_model import StripRole
from app.widgets.strip_delegate import GAP_PX, SIDE_PX, StripDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent
    from PySide6.QtGui import QContextMenuEvent, QHelpEvent

_Index = QModelIndex | QPersistentModelIndex
GRID_PX: Final = SIDE_PX + GAP_PX
_MOVED: Final = "application/x-impasto-own-painting"


class PaintingStrip(QListView):
    """Shows a `StripModel`; a click chooses one, with Ctrl it is mixed with the others.

    Signals:
        chosen(Path): The person picked one.
        toggled(Path): The person wants one beside the others, or no longer.
        moved(Path, object): One of the person's own is to stand before another one, None for behind all.
        menu_wanted(Path, QPoint): The menu of a painting, None for of none, is wanted at this place of the screen.
        remove_wanted(Path), rename_wanted(Path): The person has pressed the key for that.
    """

    chosen = Signal(object)
    toggled = Signal(object)
    moved = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    remove_wanted = Signal(object)
    rename_wanted = Signal(object)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(StripDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("paintingStrip")
        self.setAccessibleName(self.tr("Paintings to choose from"))
        self.setToolTip(self.tr("Click a painting to paint like it; Ctrl-click mixes it in"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(GRID_PX, GRID_PX))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._fill_width)
        self._pressed: Path | None = None
        self._pressed_at = QPoint()

    def index_of(self, path: Path) -> QModelIndex:
        """Where a painting is."""
        model = self.model()
        indexes = (model.index(number, 0) for number in range(model.rowCount()))
        return next((index for index in indexes if index.data(StripRole.PATH) == path), QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width anew."""
        super().resizeEvent(event)
        self._fill_width()

    @Slot()
    def _fill_width(self) -> None:
        """Give every row as many paintings as there is room for, and all the room.

        Left to itself, a list keeps room for a scroll bar that it may not need.
        """
        width = self.contentsRect().width()
        num_columns = max(1, (width + GAP_PX) // GRID_PX)
        num_rows = -(-self.model().rowCount() // num_columns)
        scrolls = num_rows * GRID_PX - GAP_PX > self.contentsRect().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        bar_px = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        self.setVerticalScrollBarPolicy(policy)
        self.setGridSize(QSize((width - bar_px) // num_columns, GRID_PX))

    # Choosing.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is pressed: it is chosen when it is let go, unless it is dragged."""
        index = self.indexAt(event.position().toPoint())
        self._pressed, self._pressed_at = index.data(StripRole.PATH), event.position().toPoint()
        if index.isValid():
            self.setCurrentIndex(index)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag one of the person's own to another place."""
        far = (event.position().toPoint() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if event.buttons() & Qt.MouseButton.LeftButton and far and self._pressed is not None:
            index, self._pressed = self.index_of(self._pressed), None
            if index.data(StripRole.OWN):
                self._drag(index)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index.data(StripRole.PATH) == self._pressed:
            self._choose(index, event.modifiers())
        self._pressed = None
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, rename or remove the current painting; the arrows go to another one.

        Letters are the window's, which shows the photo while X is down; the search field is for names.
        """
        index = self.currentIndex()
        key = event.key()
        if event.text().isalnum():
            event.ignore()
        elif not index.isValid():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space or (key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()):
            self._choose(index, event.modifiers())
        elif key == Qt.Key.Key_Delete and index.data(StripRole.OWN):
            self.remove_wanted.emit(index.data(StripRole.PATH))
        elif key == Qt.Key.Key_F2 and index.data(StripRole.OWN):
            self.rename_wanted.emit(index.data(StripRole.PATH))
        else:
            super().keyPressEvent(event)

    def _choose(self, index: _Index, modifiers: Qt.KeyboardModifier) -> None:
        with_others = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        (self.toggled if with_others else self.chosen).emit(index.data(StripRole.PATH))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a painting."""
        by_key = event.reason() is event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.menu_wanted.emit(index.data(StripRole.PATH), place)

    # A larger look.

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a painting larger, with its name, when the pointer rests on it."""
        if event.type() == event.Type.ToolTip:
            return self._look_closer(event)  # type: ignore[arg-type] # such events are of that class
        return super().viewportEvent(event)

    def _look_closer(self, event: QHelpEvent) -> bool:
        index = self.indexAt(event.pos())
        if not index.isValid():
            QToolTip.hideText()
            return True
        words = f"<b>{html.escape(index.data())}</b><br>{html.escape(index.data(StripRole.DESCRIPTION))}"
        if index.data(StripRole.MISSING):
            missing = html.escape(self.tr("The file is not there any more."))
            words = f"{words}<br>{missing}"
        image = index.data(Qt.ItemDataRole.DecorationRole)
        QToolTip.showText(event.globalPos(), f"{_as_html(image)}<div>{words}</div>", self, self.visualRect(index))
        return True

    # Another order.

    def _drag(self, index: QModelIndex) -> None:
        drag, mime = QDrag(self), QMimeData()
        mime.setData(_MOVED, QByteArray(str(index.data(StripRole.PATH)).encode("utf-8", "surrogateescape")))
        drag.setMimeData(mime)
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome the strip's own paintings; files belong to the window."""
        self._heed(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Welcome the strip's own paintings."""
        self._heed(event)

    def _heed(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(_MOVED):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the painting before the one that it is dropped on."""
        if not event.mimeData().hasFormat(_MOVED):
            event.ignore()
            return
        event.acceptProposedAction()
        name = bytes(event.mimeData().data(_MOVED).data()).decode("utf-8", "surrogateescape")
        index = self.indexAt(event.position().toPoint())
        before = index.data(StripRole.PATH) if index.isValid() and index.data(StripRole.OWN) else None
        self.moved.emit(Path(name), before)


def _as_html(image: Any) -> str:  # noqa: ANN401 - what a model holds
    if not isinstance(image, QImage) or image.isNull():
        return ""
    content, buffer = QByteArray(), QBuffer()
    buffer.setBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs want bytes, the library takes both
    return f'<img src="data:image/png;base64,{bytes(content.toBase64().data()).decode()}">'
