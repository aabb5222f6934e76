"""``impasto timelapse``: a film of how a picture came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.exit_codes import ExitCode, exit_code_of
from app.system.data_folder import timelines_folder
from core.errors import StyleTransferError
from core.files.film import write_film
from core.optimization.timeline.folders import find_timeline, read_timeline

if TYPE_CHECKING:
    from pathlib import Path

    from app.cli.reports import Report


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
        write_film(output, [frame.jpeg for frame in timeline.frames])
    except StyleTransferError as error:
        report.failed(error)
        return exit_code_of(error, output)
    report.film_written(output, len(timeline.frames))
    return ExitCode.DONE
