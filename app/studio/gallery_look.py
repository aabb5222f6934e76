"""One or two pictures of the gallery, seen large, and how one came about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.library.gallery.kept_timelines import timeline_of
from app.look.qimage import image_for_screen
from core.files.reading import read_thumbnail

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.library.gallery.entry import GalleryEntry
    from app.studio.notices import Notices
    from app.system.background_jobs import BackgroundJobs
    from core.optimization.timeline.timeline import Frame, Timeline

# Fewer are no way that a picture has come.
_LEAST_FRAMES: Final = 3
# More than any screen shows at once; of a larger picture, all of it in less detail.
_LONGEST_SIDE_PX: Final = 8192
MOST_PICTURES: Final = 2


class GalleryLook(QObject):
    """Reads pictures in the background.

    Signals:
        changed(): Others are looked at.
        picture_read(int, QImage): What the one of that number, from 0, looks like.
        timeline_changed(): It is known how the picture came about, or another moment is looked at.
        frame_shown(QImage): What it was like at that moment.
    """

    changed = Signal()
    picture_read = Signal(int, QImage)
    timeline_changed = Signal()
    frame_shown = Signal(QImage)

    def __init__(
        self, background: BackgroundJobs, timelines: Path, notices: Notices, parent: QObject | None = None
    ) -> None:
        """Look at nothing yet.

        Args:
            background: Where pictures are read.
            timelines: Where the folders of all timelines lie.
            notices: What the person is told.
            parent: The owner.
        """
        super().__init__(parent)
        self._background = background
        self._timelines = timelines
        self._notices = notices
        self._entries: tuple[GalleryEntry, ...] = ()
        self._images: dict[int, QImage] = {}
        # Of what was looked at before, nothing that comes later is wanted.
        self._turn = 0
        self._timeline: Timeline | None = None
        self._index: int | None = None
        self._is_decoding = False

    @property
    def entries(self) -> tuple[GalleryEntry, ...]:
        """The pictures that are looked at; none while the gallery is."""
        return self._entries

    @property
    def timeline(self) -> Timeline | None:
        """How the one that is looked at came about; None where that is not kept, or two are looked at."""
        return self._timeline

    @property
    def index(self) -> int | None:
        """The frame of the timeline that is looked at; None for the picture itself."""
        return self._index

    def look_at(self, entries: Sequence[GalleryEntry]) -> None:
        """Look at one picture, or at two side by side; at none to go back to the gallery."""
        self._entries = tuple(entries[:MOST_PICTURES])
        self._turn += 1
        self._images.clear()
        self._timeline, self._index = None, None
        self.changed.emit()
        self.timeline_changed.emit()
        for number, entry in enumerate(self._entries):
            self._background.send(
                partial(_read, entry.path),
                on_done=partial(self._take_picture, self._turn, number),
                on_failed=partial(self._fail, self._turn),
                awaited=False,
            )
        if len(self._entries) == 1:
            self._background.send(
                partial(timeline_of, self._entries[0].fingerprint, self._timelines),
                on_done=partial(self._take_timeline, self._turn),
                on_failed=partial(self._fail, self._turn),
                awaited=False,
            )

    def replace(self, former: Path, entry: GalleryEntry) -> None:
        """The same picture has another name."""
        self._entries = tuple(entry if each.path == former else each for each in self._entries)
        self.changed.emit()

    def _take_picture(self, turn: int, number: int, image: QImage) -> None:
        if turn == self._turn:
            self._images[number] = image
            self.picture_read.emit(number, image)

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._notices.error(error)

    # How it came about.

    def _take_timeline(self, turn: int, timeline: Timeline | None) -> None:
        if turn == self._turn and timeline is not None and len(timeline.frames) >= _LEAST_FRAMES:
            self._timeline = timeline
            self.timeline_changed.emit()

    @Slot(int)
    def look_at_moment(self, index: int) -> None:
        """Look at a frame of the timeline; the last one is the picture itself."""
        timeline = self._timeline
        wanted = index if timeline is not None and 0 <= index < len(timeline.frames) - 1 else None
        if timeline is None or wanted == self._index:
            return
        self._index = wanted
        self.timeline_changed.emit()
        if wanted is None:
            self.frame_shown.emit(self._images.get(0, QImage()))
        else:
            self._decode(timeline.frames[wanted])

    def _decode(self, frame: Frame) -> None:
        # One at a time: whoever drags passes through many, and wants the one where it comes to rest.
        if not self._is_decoding:
            self._is_decoding = True
            self._background.send(
                partial(QImage.fromData, frame.jpeg),
                on_done=partial(self._take_frame, self._turn, frame),
                on_failed=self._give_up_frame,
                awaited=False,
            )

    def _take_frame(self, turn: int, frame: Frame, image: QImage) -> None:
        self._is_decoding = False
        if self._timeline is None or self._index is None:
            return
        wanted = self._timeline.frames[self._index]
        if turn == self._turn and not image.isNull():
            self.frame_shown.emit(image)
        if wanted is not frame:
            self._decode(wanted)

    def _give_up_frame(self, _error: Exception) -> None:
        """The log tells; the next moment is tried anew."""
        self._is_decoding = False


def _read(path: Path) -> QImage:
    return image_for_screen(read_thumbnail(path, _LONGEST_SIDE_PX).rgb)
