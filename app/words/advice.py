"""What a person can do about an error; see ``app.words.errors``."""

from __future__ import annotations

from app.words.errors import advice

__all__ = ["advice"]
