from __future__ import annotations

from app.run.preview_gate import PreviewGate


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_the_first_preview_is_due_at_once() -> None:
    assert PreviewGate(0.15, Clock()).due()


def test_no_second_one_while_the_first_is_on_its_way() -> None:
    clock = Clock()
    gate = PreviewGate(0.15, clock)
    assert gate.due()
    gate.sent()
    clock.now_s += 60
    assert not gate.due()


def test_the_next_is_due_once_it_is_shown_and_the_interval_is_over() -> None:
    clock = Clock()
    gate = PreviewGate(0.15, clock)
    assert gate.due()
    gate.sent()
    clock.now_s += 0.10
    gate.shown()
    assert not gate.due()
    clock.now_s += 0.06
    assert gate.due()


def test_one_that_is_never_sent_does_not_close_the_gate_for_good() -> None:
    clock = Clock()
    gate = PreviewGate(0.15, clock)
    assert gate.due()
    assert not gate.due()
    clock.now_s += 0.16
    assert gate.due()
