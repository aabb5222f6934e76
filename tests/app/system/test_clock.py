from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from app.system.clock import local_now


@pytest.fixture(autouse=True)
def _time_zone_afterwards(monkeypatch: pytest.MonkeyPatch) -> object:
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows knows no TZ")
@pytest.mark.parametrize(("zone", "hours"), [("UTC0", 0), ("XYZ-5", 5), ("XYZ+25:99", 0), ("nonsense/zone", 0)])
def test_the_clock_goes_whatever_the_time_zone(monkeypatch: pytest.MonkeyPatch, zone: str, hours: int) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    now = local_now()
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert now.utcoffset() == timedelta(hours=hours)
