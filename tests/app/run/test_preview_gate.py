from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from app.run.preview_gate import PreviewGate


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_the_first_preview_is_always_due() -> None:
    assert PreviewGate(1.0, Clock()).due()


def test_none_is_due_while_one_is_on_its_way() -> None:
    clock = Clock()
    gate = PreviewGate(1.0, clock)
    assert gate.due()
    clock.now_s += 10
    assert not gate.due()
    gate.shown()
    assert gate.due()


def test_one_is_due_per_interval() -> None:
    clock = Clock()
    gate = PreviewGate(1.0, clock)
    assert gate.due()
    gate.shown()
    clock.now_s += 0.99
    assert not gate.due()
    clock.now_s += 0.01
    assert gate.due()


def test_many_threads_get_a_single_yes() -> None:
    gate = PreviewGate(0.0, Clock())
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: gate.due(), range(400)))
    assert sum(answers) == 1
