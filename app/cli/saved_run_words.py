"""How the command line tells of one run that can be gone on with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from app.words.translation import Words

if TYPE_CHECKING:
    from core.optimization.checkpoint.run_folders import SavedRun

listed: Final = Words("listed")

_MIB: Final = 1 << 20


def line_of(run: SavedRun) -> str:
    """When, how far, how large, which photo, and the name to go on with it."""
    megabytes = run.num_bytes / _MIB
    if run.manifest is None:
        words = listed.tr("{name}: damaged, {megabytes:.0f} MB")
        return words.format(name=run.path.name, megabytes=megabytes)
    words = listed.tr("{name}: {when:%Y-%m-%d %H:%M}, {photo}, {size_px} px, {percent} %, {state}, {megabytes:.0f} MB")
    return words.format(
        name=run.path.name,
        when=datetime.fromtimestamp(run.manifest.written_at_s, UTC).astimezone(),
        photo=run.manifest.recipe.photo.name,
        size_px=run.manifest.recipe.size_px,
        percent=int(100 * run.manifest.progress),
        state=_state_in_words(run),
        megabytes=megabytes,
    )


def _state_in_words(run: SavedRun) -> str:
    if run.in_use:
        return listed.tr("being painted")
    return listed.tr("interrupted") if run.was_interrupted else listed.tr("stopped")


def members_of(run: SavedRun) -> dict[str, object]:
    """The same for scripts, as members of a JSON object; what cannot be read is null."""
    manifest = run.manifest
    output = None if manifest is None else manifest.destination.output
    return {
        "path": str(run.path),
        "num_bytes": run.num_bytes,
        "in_use": run.in_use,
        "stopped": None if manifest is None else manifest.stopped,
        "written_at": None if manifest is None else datetime.fromtimestamp(manifest.written_at_s, UTC).isoformat(),
        "photo": None if manifest is None else str(manifest.recipe.photo),
        "size_px": None if manifest is None else manifest.recipe.size_px,
        "progress": None if manifest is None else round(manifest.progress, 6),
        "output": None if output is None else str(output),
    }
