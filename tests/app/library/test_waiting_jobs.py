from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from app.library.waiting_jobs import (
    MOST_JOBS,
    LeftJobs,
    WaitingFile,
    WaitingJob,
    decoded,
    encoded,
    new_token,
    with_inputs,
)
from core.files.hashing import sha256_of
from core.recipe.choices import StartFrom
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def job(photo: Path, painting: Path) -> WaitingJob:
    recipe = Recipe(photo, (StyleSource(painting, 2.0),), start_from=StartFrom.PICTURE, start_picture=photo, seed=3)
    return WaitingJob(new_token(), recipe, "photo – painting", num_begun=1, begun_at_s=5.5)


def test_what_is_written_is_read_again(job: WaitingJob, tmp_path: Path) -> None:
    jobs = (with_inputs(job), replace(job, token=new_token(), resume_from=tmp_path / "run", branch_from=tmp_path))
    assert decoded(encoded(jobs)) == jobs


def test_the_files_are_told_by_their_content_each_once(job: WaitingJob, photo: Path, painting: Path) -> None:
    found = with_inputs(job).inputs
    assert [(each.path, each.sha256) for each in found] == [(path, sha256_of(path)) for path in (photo, painting)]
    painting.unlink()
    assert [each.path for each in with_inputs(job).inputs] == [photo]


def broken(content: bytes, **changed: object) -> bytes:
    members: dict[str, Any] = json.loads(content)
    members["jobs"][0] |= changed
    return json.dumps(members).encode()


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "../elsewhere"},
        {"name": ""},
        {"name": "x" * 300},
        {"token": "../x"},
        {"num_begun": -1},
        {"num_begun": True},
        {"begun_at_s": -1.0},
        {"inputs": [{"path": "/x", "sha256": "short"}]},
        {"recipe": {"version": 2}},
        {"recipe": None},
        {"resume_from": 5},
        {"more": 1},
    ],
)
def test_what_makes_no_sense_is_refused(job: WaitingJob, changed: dict[str, object]) -> None:
    assert decoded(broken(encoded([job]))) == (job,)
    with pytest.raises(ValueError, match=r"^"):
        decoded(broken(encoded([job]), **changed))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "impasto waiting jobs", "version": 2, "jobs": []}',
        b'{"format": "impasto waiting jobs", "version": true, "jobs": []}',
        b'{"format": "something", "version": 1, "jobs": []}',
        b'{"format": "impasto waiting jobs", "version": 1, "jobs": {}}',
    ],
)
def test_what_is_no_list_of_jobs_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^"):
        decoded(content)


def test_there_is_a_bound(job: WaitingJob, tmp_path: Path) -> None:
    many = [replace(job, token=f"{number:032x}") for number in range(MOST_JOBS + 1)]
    with pytest.raises(ValueError, match=str(MOST_JOBS + 1)):
        decoded(encoded(many))
    file = WaitingFile(tmp_path / "waiting")
    file.write(many)
    file.leave()
    assert len(WaitingFile(tmp_path / "waiting").take_over().jobs) == MOST_JOBS


def test_a_program_takes_over_what_others_have_left_but_not_what_they_hold(job: WaitingJob, tmp_path: Path) -> None:
    folder = tmp_path / "waiting"
    held, gone, also_gone = (WaitingFile(folder) for _ in range(3))
    others = [replace(job, token=new_token()) for _ in range(3)]
    for file, own in zip((held, gone, also_gone), others, strict=True):
        file.write([own])
    gone.leave()
    also_gone.leave()
    newer = WaitingFile(folder)
    assert set(newer.take_over().jobs) == set(others[1:])
    # Its own, until it is gone in its turn.
    assert len(list(folder.glob("*.json"))) == 2
    assert WaitingFile(folder).take_over() == LeftJobs()
    newer.leave()
    assert set(WaitingFile(folder).take_over().jobs) == set(others[1:])


def test_nothing_is_taken_twice_where_taking_over_was_cut_short(job: WaitingJob, tmp_path: Path) -> None:
    folder = tmp_path / "waiting"
    for _ in range(2):  # as written anew, and not removed yet
        file = WaitingFile(folder)
        file.write([job])
        file.leave()
    assert WaitingFile(folder).take_over().jobs == (job,)


def test_nothing_is_left_on_the_disk_when_nothing_waits(job: WaitingJob, tmp_path: Path) -> None:
    folder = tmp_path / "waiting"
    file = WaitingFile(folder)
    file.write([])
    assert not folder.exists()
    file.write([job])
    file.write([])
    assert list(folder.iterdir()) == []
    file.leave()
