"""Writes what a run knows while it goes on: only what is new, and never so that the former checkpoint is touched."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import time
from typing import TYPE_CHECKING, Final

from PIL import Image

from core.files.replacing import UNFINISHED_SUFFIX, replace_file, settle_folder
from core.machine.kept_tensor import KeptTensor
from core.machine.memory import is_out_of_memory
from core.optimization.checkpoint.manifest import MANIFEST_NAME, PREVIEW_NAME, Manifest, encoded
from core.optimization.checkpoint.members import to_members
from core.optimization.checkpoint.pacing import PaceKeeper
from core.optimization.checkpoint.tensor_files import SUFFIX, TensorFile, write_tensor
from core.recipe.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.checkpoint.snapshot import Snapshot

_log = logging.getLogger(__name__)

# Beside a checkpoint, the disk keeps at least this much room for everything else.
_ROOM_LEFT_BYTES: Final = 1 << 30


class CheckpointWriter:
    """Keeps the newest checkpoint of one run in its folder.

    A run never fails for its sake: what cannot be written is told to the log, and tried again later.
    """

    def __init__(
        self,
        checkpoints: Checkpoints,
        max_memory_bytes: int | None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Write nothing yet.

        Args:
            checkpoints: Where to, and how often.
            max_memory_bytes: How much memory painting may take; None for as much as is free.
            clock: Gives the time in seconds, since any moment.
        """
        self._folder = checkpoints.folder
        self._delivery = checkpoints.destination
        self._max_memory_bytes = max_memory_bytes
        self._clock = clock
        self._pace = PaceKeeper(checkpoints.pacing, clock())
        # What the manifest on the disk names, by the tensors' keys.
        self._files: dict[Hashable, TensorFile] = {}
        self._next_number = 1 + max(map(_number_of, self._folder.glob(f"*{SUFFIX}")), default=0)

    def write_if_due(self, snapshot: Callable[[], Snapshot]) -> None:
        """Write a checkpoint if it is time for one.

        Args:
            snapshot: Gives what to write.
        """
        now_s = self._clock()
        if not self._pace.may_be_due(now_s):
            return
        taken = snapshot()
        if self._pace.is_due(now_s, self._new_bytes(_tensors_of(taken))):
            self.write(taken)

    def write(self, snapshot: Snapshot) -> None:
        """Write a checkpoint now."""
        begun_s = self._clock()
        tensors = _tensors_of(snapshot)
        num_bytes = self._new_bytes(tensors)
        try:
            if shutil.disk_usage(self._folder).free < num_bytes + _ROOM_LEFT_BYTES:
                _log.warning("No checkpoint is written: the disk has too little room for %d bytes", num_bytes)
            else:
                self._write(snapshot, tensors)
        except (OSError, ValueError, RuntimeError, MemoryError) as error:
            if isinstance(error, RuntimeError) and not is_out_of_memory(error):
                raise
            _log.warning("A checkpoint could not be written: %r", error)
        self._remove_unnamed()
        self._pace.note(begun_s, self._clock(), num_bytes)

    def _new_bytes(self, tensors: list[KeptTensor]) -> int:
        return sum(tensor.num_bytes for tensor in tensors if tensor.key not in self._files)

    def _write(self, snapshot: Snapshot, tensors: list[KeptTensor]) -> None:
        files: dict[Hashable, TensorFile] = {}
        for tensor in tensors:
            known = self._files.get(tensor.key)
            files[tensor.key] = known or write_tensor(self._folder, self._new_number(), tensor.fetch())
        manifest = Manifest(
            recipe=snapshot.state.recipe,
            written_at_s=time.time(),
            progress=snapshot.progress,
            stopped=snapshot.stopped,
            inputs=snapshot.inputs,
            max_memory_bytes=self._max_memory_bytes,
            destination=self._delivery,
        )
        writers = {
            KeptTensor: lambda tensor: to_members(files[tensor.key], {}),
            Recipe: lambda _recipe: None,  # it stands in the manifest
        }
        content = encoded(manifest, to_members(snapshot.state, writers))
        settle_folder(self._folder)
        replace_file(self._folder / PREVIEW_NAME, _jpeg(snapshot))
        replace_file(self._folder / MANIFEST_NAME, content)
        self._files = files

    def _new_number(self) -> int:
        number, self._next_number = self._next_number, self._next_number + 1
        return number

    def _remove_unnamed(self) -> None:
        """Remove the files that the checkpoint on the disk does not need."""
        if not self._files:
            return  # what an interrupted run has left is all there is
        named = {file.name for file in self._files.values()}
        with contextlib.suppress(OSError):  # the next checkpoint tries again
            for path in (*self._folder.glob(f"*{SUFFIX}"), *self._folder.glob(f".*{UNFINISHED_SUFFIX}")):
                if path.name not in named:
                    path.unlink(missing_ok=True)


def _tensors_of(snapshot: Snapshot) -> list[KeptTensor]:
    found: list[KeptTensor] = []
    to_members(snapshot.state, {KeptTensor: found.append, Recipe: lambda _recipe: None})
    return found


def _number_of(path: Path) -> int:
    return int(path.stem) if path.stem.isascii() and path.stem.isdigit() else 0


def _jpeg(snapshot: Snapshot) -> bytes:
    content = io.BytesIO()
    Image.fromarray(snapshot.view()).save(content, "JPEG", quality=90)
    return content.getvalue()
