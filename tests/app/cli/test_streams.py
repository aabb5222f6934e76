from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.reports import JsonReport, ProgressReport
from app.cli.streams import LastingStream
from core.errors import DivergedError
from core.optimization.events import ScaleStarted, StepDone

ROOT = Path(__file__).parents[3]
STEP = StepDone(128, 1, 2, loss=0.5, content_loss=0.5, style_loss=0.25, progress=0.5)

# A run without an engine, told to streams as they come.
PROGRAM = """
import sys
from app.cli.reports import JsonReport, ProgressReport
from app.cli.streams import LastingStream, settle_streams
from core.errors import DivergedError
from core.optimization.events import ScaleStarted, StepDone
as_json = sys.argv[1] == "json"
report = JsonReport(LastingStream(sys.stdout)) if as_json else ProgressReport(LastingStream(sys.stderr))
for _ in range(2000):
    report.event(ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2))
    report.event(StepDone(128, 1, 2, loss=0.5, content_loss=0.5, style_loss=0.25, progress=0.5))
report.failed(DivergedError())
open(sys.argv[2], "x").close()
settle_streams()
"""


@pytest.mark.parametrize("kind", ["json", "people"])
@pytest.mark.parametrize("streams", [">&- 2>&-", ">/dev/full 2>/dev/full", "2>&1 | head -1"])
def test_a_run_goes_on_whatever_becomes_of_its_streams(tmp_path: Path, kind: str, streams: str) -> None:
    arguments = [sys.executable, "-c", PROGRAM, kind, str(tmp_path / "done")]
    shell = f'set -o pipefail; "$@" {streams}'
    done = subprocess.run(
        ["/bin/bash", "-c", shell, "-", *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert (tmp_path / "done").exists()
    assert done.returncode == 0
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception" not in done.stdout + done.stderr


def test_a_stream_that_is_closed_meanwhile_is_given_up() -> None:
    stream = io.StringIO()
    for report in (JsonReport(LastingStream(stream)), ProgressReport(LastingStream(stream))):
        stream.close()
        report.event(ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2))
        report.event(STEP)
        report.failed(DivergedError())


def test_what_an_encoding_lacks_is_escaped_and_the_rest_goes_on() -> None:
    raw = io.BytesIO()
    stream = LastingStream(io.TextIOWrapper(raw, encoding="ascii"))
    stream.write("Süden\n")
    stream.write("further\n")
    stream.flush()
    assert raw.getvalue().decode() == f"S\\xfcden{os.linesep}further{os.linesep}"


def test_what_works_is_written() -> None:
    stream = io.StringIO()
    JsonReport(LastingStream(stream)).event(STEP)
    assert json.loads(stream.getvalue())["step"] == 1
