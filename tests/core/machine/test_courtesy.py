from __future__ import annotations

import threading

import pytest
import torch

from core.machine.courtesy import Courtesy, ThreadShare, num_threads_for
from core.machine.threads import num_threads, set_num_threads

needs_several = pytest.mark.skipif(torch.get_num_threads() < 2, reason="there is one processor only")


@pytest.mark.parametrize(
    ("courtesy", "num_processors", "expected"),
    [
        (Courtesy.NOTHING, 8, 8),
        (Courtesy.SOME, 8, 6),
        (Courtesy.HALF, 8, 4),
        (Courtesy.SOME, 2, 1),
        (Courtesy.HALF, 1, 1),
        (Courtesy.NOTHING, 1, 1),
    ],
)
def test_so_many_threads_compute(courtesy: Courtesy, num_processors: int, expected: int) -> None:
    assert num_threads_for(courtesy, num_processors) == expected


def found_by(share: ThreadShare, *wishes: Courtesy) -> list[int]:
    """With how many threads a new thread computes after each of some wishes; 4 are its usual number."""
    found: list[int] = []

    def work() -> None:
        torch.get_num_threads()
        set_num_threads(4)
        for share.wanted in wishes:
            share.apply()
            torch.ones(300, 300).mm(torch.ones(300, 300))
            found.append(torch.get_num_threads())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return found


@needs_several
def test_a_wish_counts_from_one_step_to_the_next_and_can_be_taken_back() -> None:
    before = num_threads()
    wishes = (Courtesy.NOTHING, Courtesy.HALF, Courtesy.SOME, Courtesy.NOTHING)
    assert found_by(ThreadShare(), *wishes) == [4, 2, 3, 4]
    assert num_threads() == before  # of this thread


@needs_several
def test_a_thread_that_has_computed_nothing_yet_heeds_it_as_well() -> None:
    found: list[int] = []
    share = ThreadShare()
    share.wanted = Courtesy.HALF

    def work() -> None:
        share.apply()
        torch.ones(300, 300).mm(torch.ones(300, 300))
        found.append(torch.get_num_threads())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [max(1, torch.get_num_threads() // 2)]
