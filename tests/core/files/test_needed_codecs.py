from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.files import needed_codecs
from core.files.needed_codecs import missing_codecs

if TYPE_CHECKING:
    import pytest

HOOK = Path(__file__).parents[3] / ".ci" / "hooks" / "hook-imagecodecs.py"


def test_nothing_is_missing() -> None:
    assert missing_codecs() == []


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needed_codecs, "_CODECS", ("cms", "unheard_of"))
    assert missing_codecs() == ["imagecodecs._unheard_of"]
    monkeypatch.setitem(sys.modules, "tifffile", None)
    assert missing_codecs() == ["tifffile", "imagecodecs._unheard_of"]


def test_the_package_takes_the_same_codecs() -> None:
    (packed,) = [
        ast.literal_eval(node.value)
        for node in ast.parse(HOOK.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "CODECS"
    ]
    assert sorted(packed) == sorted(needed_codecs._CODECS)
