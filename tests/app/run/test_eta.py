from __future__ import annotations

import pytest

from app.run.eta import EtaEstimator


def test_nothing_is_said_at_first() -> None:
    eta = EtaEstimator()
    assert eta.remaining_s(0.0) is None
    eta.add(0.0, 0.0)
    assert eta.remaining_s(0.0) is None
    eta.add(0.5, 0.01)
    assert eta.remaining_s(0.5) is None


def test_a_steady_run_is_foretold() -> None:
    eta = EtaEstimator()
    for second in range(11):
        eta.add(float(second), second / 100)
    assert eta.remaining_s(10.0) == pytest.approx(90.0, rel=0.01)
    assert eta.remaining_s(12.0) == pytest.approx(88.0, rel=0.01)


def test_a_run_that_slows_down_is_followed() -> None:
    eta = EtaEstimator()
    now_s, progress = 0.0, 0.0
    for _ in range(20):
        eta.add(now_s, progress)
        now_s, progress = now_s + 1, progress + 0.02
    for _ in range(40):
        eta.add(now_s, progress)
        now_s, progress = now_s + 1, progress + 0.005
    left = eta.remaining_s(now_s)
    assert left == pytest.approx((1 - progress) / 0.005, rel=0.15)


def test_a_single_slow_step_hardly_matters() -> None:
    eta = EtaEstimator()
    for second in range(41):
        eta.add(float(second), second / 100)
    eta.add(43.0, 0.41)
    left = eta.remaining_s(43.0)
    assert left is not None
    assert 59 <= left <= 80


def test_it_never_is_negative_and_ignores_time_standing_still() -> None:
    eta = EtaEstimator()
    eta.add(0.0, 0.0)
    eta.add(0.0, 0.5)
    eta.add(4.0, 0.9)
    assert eta.remaining_s(1000.0) == 0.0


def test_progress_that_goes_back_is_ignored() -> None:
    eta = EtaEstimator()
    eta.add(0.0, 0.0)
    eta.add(2.0, 0.5)
    before = eta.remaining_s(2.0)
    eta.add(3.0, 0.1)
    assert eta.remaining_s(2.0) == before
