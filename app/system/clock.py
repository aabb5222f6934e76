"""The time of day where the person is."""

from __future__ import annotations

from datetime import UTC, datetime


def local_now() -> datetime:
    """Now, by the clock here; by that of Greenwich where the system's time zone makes no sense."""
    now = datetime.now(UTC)
    try:
        return now.astimezone()
    except ValueError:
        return now
