"""What an error keeps alive."""

from __future__ import annotations

from typing import TypeVar

_Error = TypeVar("_Error", bound=BaseException)


def without_tracebacks(error: _Error) -> _Error:
    """The error with the tracebacks of its whole chain let go; their frames would keep every tensor of theirs alive."""
    to_visit: list[BaseException | None] = [error]
    seen: set[int] = set()
    while to_visit:
        link = to_visit.pop()
        if link is not None and id(link) not in seen:
            seen.add(id(link))
            link.__traceback__ = None
            to_visit += [link.__cause__, link.__context__]
    return error
