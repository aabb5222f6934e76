from __future__ import annotations

from core.optimization.checkpoint.pacing import PaceKeeper, Pacing


def test_the_first_is_due_after_the_interval() -> None:
    keeper = PaceKeeper(Pacing(10, 0.03), now_s=100)
    assert not keeper.is_due(109.9, 1)
    assert keeper.is_due(110, 1)


def test_what_is_cheap_comes_at_the_interval() -> None:
    keeper = PaceKeeper(Pacing(10, 0.03), now_s=0)
    keeper.note(10, 10.2, 1000)
    assert not keeper.is_due(20.1, 1000)
    assert keeper.is_due(20.2, 1000)


def test_what_is_dear_never_takes_more_than_its_share() -> None:
    keeper = PaceKeeper(Pacing(10, 0.03), now_s=0)
    now_s, spent_s = 0.0, 0.0
    for _ in range(2000):
        now_s += 1
        if keeper.is_due(now_s, 1000):
            keeper.note(now_s, now_s + 3, 1000)
            now_s, spent_s = now_s + 3, spent_s + 3
    assert spent_s > 0
    # The first, whose cost nobody knows, comes early.
    assert (spent_s - 3) / now_s <= 0.03


def test_a_checkpoint_of_more_bytes_is_expected_to_take_longer() -> None:
    keeper = PaceKeeper(Pacing(10, 0.03), now_s=0)
    keeper.note(10, 10.3, 1000)
    assert keeper.may_be_due(21)
    assert keeper.is_due(21, 1000)
    assert not keeper.is_due(21, 4000)
    assert keeper.is_due(50.4, 4000)


def test_a_write_that_took_unexpectedly_long_is_made_up_for() -> None:
    keeper = PaceKeeper(Pacing(10, 0.03), now_s=0)
    keeper.note(10, 16, 0)
    assert not keeper.may_be_due(16 + 199)
    assert keeper.may_be_due(16 + 200)
