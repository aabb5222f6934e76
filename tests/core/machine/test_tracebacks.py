from __future__ import annotations

import weakref

from core.machine.tracebacks import without_tracebacks


class Thing:
    """What a frame keeps alive."""


def test_the_frames_of_a_whole_chain_of_errors_are_let_go() -> None:
    alive: list[weakref.ref[Thing]] = []

    def fail(error: Exception, *, cause: Exception | None = None) -> None:
        thing = Thing()
        alive.append(weakref.ref(thing))
        raise error from cause

    def chain() -> Exception:
        try:
            try:
                fail(OSError("first"))
            except OSError as first:
                fail(RuntimeError("second"), cause=first)
        except RuntimeError as second:
            return second
        raise AssertionError

    error = chain()
    assert all(thing() is not None for thing in alive)
    assert without_tracebacks(error) is error
    assert [thing() for thing in alive] == [None, None]
    assert isinstance(error.__cause__, OSError)
