"""The jobs of a queue in their order: those that have ended, the one that is being painted, and those that wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.run.job import JobState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.run.job import Job


class JobList:
    """Frozen jobs, each under its number, of which newer ones take the place of older ones."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []

    def __iter__(self) -> Iterator[Job]:
        return iter(tuple(self._jobs))

    @property
    def waiting(self) -> tuple[Job, ...]:
        """Those that wait, in the order in which they will be painted."""
        return tuple(job for job in self._jobs if job.state is JobState.WAITING)

    @property
    def last_ended(self) -> Job | None:
        """The one that ended last; None where none has."""
        return next((job for job in reversed(self._jobs) if job.has_ended), None)

    def job(self, number: int) -> Job | None:
        """The job of that number as it is now; None where there is none."""
        return next((job for job in self._jobs if job.number == number), None)

    def add(self, job: Job, place: int | None = None) -> None:
        """Put a job behind all others, or at a place among those that wait, 0 being the next to be painted."""
        self._jobs.append(job)
        if place is not None:
            self.move(job, place)

    def move(self, job: Job, place: int) -> bool:
        """Put a job that waits at another place among those that wait; whether it is one of them."""
        waiting = list(self.waiting)
        if job not in waiting:
            return False
        waiting.remove(job)
        waiting.insert(max(0, place), job)
        self._jobs = [each for each in self._jobs if each.state is not JobState.WAITING] + waiting
        return True

    def remove(self, job: Job) -> None:
        """Take a job out."""
        self._jobs.remove(job)

    def update(self, number: int, **changed: Any) -> Job | None:  # noqa: ANN401 - what dataclasses.replace takes
        """Give a job other values; the newer one, None where there is none of that number."""
        job = self.job(number)
        if job is None:
            return None
        newer = replace(job, **changed)
        self._jobs[self._jobs.index(job)] = newer
        return newer
