"""``impasto timelapse``: a film of how a picture came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.exit_codes import ExitCode, exit_code_of, is_of_output
from app.library.delivery import check_replaces_no_input
from app.system.data_folder import timelines_folder
from core.errors import CheckpointError, StyleTransferError
from core.files.film import write_film
from core.optimization.checkpoint.manifest import read_manifest
from core.optimization.timeline.folders import find_timeline, read_timeline
from core.optimization.timeline.timeline import scale_end_folder

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.reports import Report
    from core.optimization.timeline.timeline import Timeline


def write_timelapse(which: str, output: Path, report: Report) -> int:
    """Make a film of a timeline.

    Args:
        which: ``last``, or the folder of a timeline or its name.
        output: The film.
        report: Tells how it went.

    Returns:
        An exit code for the shell.
    """
    try:
        timeline = read_timeline(find_timeline(which, timelines_folder()))
        _check_output(output, timeline)
    except StyleTransferError as error:
        report.failed(error)
        return ExitCode.USAGE if is_of_output(error, output) else exit_code_of(error)
    try:
        write_film(output, [frame.jpeg for frame in timeline.frames])
    except StyleTransferError as error:
        report.failed(error)
        return exit_code_of(error, output)
    report.film_written(output, len(timeline.frames))
    return ExitCode.DONE


def _check_output(output: Path, timeline: Timeline) -> None:
    """Make sure that the film replaces nothing that the picture was painted from, as far as the timeline tells.

    Raises:
        ImageFileError: If it would.
    """
    for num_steps in timeline.scale_ends:
        try:
            manifest, _ = read_manifest(scale_end_folder(timeline.folder, num_steps))
        except CheckpointError:
            continue
        check_replaces_no_input(output, manifest.recipe)
