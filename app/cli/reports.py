"""How the command line tells of a run: a progress bar for people, JSON lines for scripts."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NoReturn, Protocol

from tqdm import tqdm

from app.cli.saved_run_words import line_of, members_of
from app.library.input_search import InputState
from app.system.clock import local_now
from app.words.advice import advice
from app.words.durations import plain_duration
from app.words.errors import sentence
from app.words.plain_text import printable
from app.words.translation import Words
from core.errors import StyleTransferError
from core.optimization.events import Event, Finished, ScaleStarted, StepDone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.cli.streams import LastingStream
    from app.library.input_search import InputMatches
    from app.library.rescue import Delivery
    from core.forecast.forecast import Estimate
    from core.optimization.checkpoint.run_folders import SavedRun

reports: Final = Words("reports")

_GIB: Final = 1 << 30


class Report(Protocol):
    """Tells the person, or the script, how the run goes."""

    def event(self, event: Event) -> None:
        """An event of the run, other than its end."""

    def inputs_found(self, matches: InputMatches) -> None:
        """The pictures of a recipe that was painted before are there."""

    def estimated(self, estimate: Estimate) -> None:
        """What a run would take."""

    def saved_runs(self, runs: Sequence[SavedRun], most_bytes: int) -> None:
        """Which runs can be gone on with, and how much those that are over may take together on the disk."""

    def film_written(self, output: Path, num_frames: int) -> None:
        """A film of so many pictures is on disk."""

    def finished(self, finished: Finished, delivery: Delivery | None, checkpoint: Path | None = None) -> None:
        """The run is over and its picture on disk; None where nothing had been painted when it was stopped.

        Args:
            finished: How it ended.
            delivery: Where the picture is.
            checkpoint: Where it can be gone on with from; None where it cannot.
        """

    def failed(self, error: Exception, kept: Delivery | None = None, checkpoint: Path | None = None) -> None:
        """The run did not come to its end.

        Args:
            error: Why.
            kept: Where the picture so far is, if there is one.
            checkpoint: Where it can be gone on with from; None where it cannot.
        """

    def ended_at_once(self, output: Path | None) -> None:
        """The person did not wait for the run's end; ``output`` is the picture's file where it had been written."""


class ProgressReport:
    """A progress bar with loss and time left, for people."""

    def __init__(self, stream: LastingStream) -> None:
        self._stream = stream
        self._bar: tqdm[NoReturn] | None = None

    def event(self, event: Event) -> None:
        """Move the bar."""
        if self._bar is None:
            #: A progress bar; only the word “left”, of the time that remains, is to be translated.
            layout = reports.tr("{desc} {percentage:3.0f}%|{bar}| {elapsed}, {remaining} left{postfix}")
            self._bar = tqdm(total=1.0, bar_format=layout, file=self._stream, dynamic_ncols=True)
        if isinstance(event, ScaleStarted):
            self._bar.update(event.progress - self._bar.n)
            self._bar.set_description_str(
                reports.tr("{size} px ({scale} of {scales})").format(
                    size=event.scale_px, scale=event.scale, scales=event.num_scales
                )
            )
        if isinstance(event, StepDone):
            words = reports.tr("step {step}/{steps}, loss {loss:.4f}")
            words = words.format(step=event.step, steps=event.num_steps, loss=event.loss)
            self._bar.set_postfix_str(words, refresh=False)
            self._bar.update(event.progress - self._bar.n)

    def inputs_found(self, matches: InputMatches) -> None:
        """Say where those are that have moved."""
        for match in matches:
            if match.state is InputState.MOVED:
                moved = reports.tr("“{name}” has moved; it was known again by its content: {path}")
                self._say(moved.format(name=match.name, path=printable(str(match.path))))

    def estimated(self, estimate: Estimate) -> None:
        """Say how long it would take, when it would be done, and how large it could be."""
        done_at = local_now() + timedelta(seconds=estimate.seconds)
        #: {duration} is such as “a few seconds” or “about 5 min”
        time_words = reports.tr("Time: {duration}; begun now, it would be done at {done_at:%H:%M}.")
        self._say(time_words.format(duration=plain_duration(estimate.seconds), done_at=done_at))
        memory = reports.tr("Memory: about {gigabytes:.1f} GB at its peak.")
        self._say(memory.format(gigabytes=estimate.peak_bytes / _GIB))
        size = reports.tr("Largest size for the memory that is free: %n pixels.", "", estimate.largest_size_px)
        self._say(size)

    def saved_runs(self, runs: Sequence[SavedRun], most_bytes: int) -> None:
        """Say one in a line, the newest first."""
        for run in runs:
            self._say(line_of(run))
        words = reports.tr("Together {gigabytes:.1f} GB; from {most:.1f} GB on, the oldest are removed.")
        num_bytes = sum(run.num_bytes for run in runs)
        self._say(words.format(gigabytes=num_bytes / _GIB, most=most_bytes / _GIB))

    def film_written(self, output: Path, num_frames: int) -> None:
        """Say where the film is."""
        words = reports.tr("Done: {output} (%n pictures)", "", num_frames)
        self._say(words.format(output=printable(str(output))))

    def finished(self, finished: Finished, delivery: Delivery | None, checkpoint: Path | None = None) -> None:
        """Say where the picture is."""
        self._close()
        if delivery is None:
            self._say(reports.tr("Stopped; nothing had been painted yet, so nothing was written."))
            return
        self._say_rescued(delivery)
        done = reports.tr("Done: {output} ({seconds:.0f} s)")
        if finished.stopped:
            done = reports.tr("Stopped; the picture so far is in {output} ({seconds:.0f} s)")
        self._say(done.format(output=printable(str(delivery.path)), seconds=finished.seconds))
        self._say_how_to_go_on(checkpoint)

    def failed(self, error: Exception, kept: Delivery | None = None, checkpoint: Path | None = None) -> None:
        """Say what happened, what to do, and what was kept."""
        self._close()
        remedy = advice(error) if isinstance(error, StyleTransferError) else _advice_on_the_unexpected()
        self._say(f"impasto: {sentence(error)} {remedy}".rstrip())
        if kept is not None:
            self._say_rescued(kept)
            self._say(reports.tr("The picture so far is in {output}.").format(output=printable(str(kept.path))))
        self._say_how_to_go_on(checkpoint)

    def _say_how_to_go_on(self, checkpoint: Path | None) -> None:
        if checkpoint is not None:
            self._say(reports.tr("To go on with it: impasto resume {name}").format(name=checkpoint.name))

    def ended_at_once(self, output: Path | None) -> None:
        """Say what has become of the picture."""
        # The bar is left as it is: it may be at its very drawing.
        self._say(f"\n{_abrupt_words(output)}")

    def _say_rescued(self, delivery: Delivery) -> None:
        if delivery.problem is not None:
            self._say(f"impasto: {sentence(delivery.problem)} {advice(delivery.problem)}".rstrip())
            self._say(reports.tr("The picture is not lost: it was kept in another place."))

    def _say(self, text: str) -> None:
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


class JsonReport:
    """One JSON object a line, for scripts."""

    def __init__(self, stream: LastingStream) -> None:
        self._stream = stream

    def event(self, event: Event) -> None:
        """Write a scale or a step."""
        match event:
            case ScaleStarted():
                self._write(
                    event="scale",
                    scale_px=event.scale_px,
                    width_px=event.width_px,
                    height_px=event.height_px,
                    scale=event.scale,
                    num_scales=event.num_scales,
                    num_steps=event.num_steps,
                    progress=round(event.progress, 6),
                )
            case StepDone():
                self._write(
                    event="step",
                    scale_px=event.scale_px,
                    step=event.step,
                    num_steps=event.num_steps,
                    loss=event.loss,
                    content_loss=event.content_loss,
                    style_loss=event.style_loss,
                    progress=round(event.progress, 6),
                )
            case _:
                pass

    def inputs_found(self, matches: InputMatches) -> None:
        """Write which files are painted from."""
        self._write(
            event="inputs",
            photo=str(matches.photo.path),
            styles=[str(match.path) for match in matches.styles],
            start_picture=None if matches.start_picture is None else str(matches.start_picture.path),
            moved=list(matches.names(InputState.MOVED)),
        )

    def estimated(self, estimate: Estimate) -> None:
        """Write the forecast."""
        self._write(
            event="estimate",
            seconds=round(estimate.seconds, 1),
            peak_bytes=estimate.peak_bytes,
            largest_size_px=estimate.largest_size_px,
        )

    def saved_runs(self, runs: Sequence[SavedRun], most_bytes: int) -> None:
        """Write one in a line, the newest first, and then how much they take."""
        for run in runs:
            self._write(event="saved_run", **members_of(run))
        self._write(event="saved_runs", num_bytes=sum(run.num_bytes for run in runs), most_bytes=most_bytes)

    def film_written(self, output: Path, num_frames: int) -> None:
        """Write where the film is."""
        self._write(event="film", output=str(output), num_frames=num_frames)

    def finished(self, finished: Finished, delivery: Delivery | None, checkpoint: Path | None = None) -> None:
        """Write the end of the run."""
        self._write(
            event="finished",
            **_places(delivery),
            seconds=round(finished.seconds, 3),
            stopped=finished.stopped,
            num_steps=finished.num_steps,
            checkpoint=None if checkpoint is None else str(checkpoint),
        )

    def failed(self, error: Exception, kept: Delivery | None = None, checkpoint: Path | None = None) -> None:
        """Write what went wrong."""
        self._write(
            event="failed",
            error=type(error).__name__,
            message=sentence(error),
            advice=advice(error) if isinstance(error, StyleTransferError) else _advice_on_the_unexpected(),
            checkpoint=None if checkpoint is None else str(checkpoint),
            **_places(kept),
        )

    def ended_at_once(self, output: Path | None) -> None:
        """Write that there was an end, and what has become of the picture."""
        path = None if output is None else str(output)
        self._write(event="failed", error="Interrupted", message=_abrupt_words(output), advice="", output=path)

    def _write(self, **fields: object) -> None:
        self._stream.write(json.dumps(fields, ensure_ascii=False) + "\n")
        self._stream.flush()


def _advice_on_the_unexpected() -> str:
    return reports.tr("Try again. If it happens again, impasto --diagnose tells the details.")


def _abrupt_words(output: Path | None) -> str:
    if output is None:
        return reports.tr("Ended at once; no picture was written.")
    return reports.tr("Ended at once; the picture is in {output}.").format(output=printable(str(output)))


def _places(delivery: Delivery | None) -> dict[str, str | None]:
    """Where a picture is, where it was to be, and why it is not there."""
    if delivery is None:
        return {"output": None, "wanted": None, "not_written": None}
    problem = delivery.problem
    return {
        "output": str(delivery.path),
        "wanted": str(delivery.wanted),
        "not_written": None if problem is None else sentence(problem),
    }
