"""A few of the runs of ``tests.benchmarks.endurance``: nothing grows but what the first ones load."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.endurance import in_a_process

NUM_RUNS = 5
NUM_FIRST_RUNS = 2


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no files of a process")
@pytest.mark.parametrize("kind", ["stops", "commands"])
def test_no_run_leaves_threads_open_files_or_temporary_files(kind: str) -> None:
    usages = list(in_a_process(kind, NUM_RUNS))
    assert [usage.num_runs for usage in usages] == list(range(NUM_RUNS + 1))
    settled, last = usages[NUM_FIRST_RUNS], usages[-1]
    assert last.num_threads <= settled.num_threads
    assert last.num_files <= settled.num_files
    assert last.num_temporary <= settled.num_temporary
    # What the allocator keeps goes up and down; three runs that keep their pictures and tensors would take more.
    assert last.memory_mib - settled.memory_mib < 150
