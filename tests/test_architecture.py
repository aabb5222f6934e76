"""The shape of the source: no circles, no long files, empty package files."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import grimp
import pytest

ROOT: Final = Path(__file__).parents[1]
LONGEST_LINES: Final = 300
SOURCES: Final = sorted(path for package in ("app", "core") for path in (ROOT / package).rglob("*.py"))


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Every module that a walk along the imports comes back to, with the way that it takes."""
    found: list[list[str]] = []
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> None:
        if module in way:
            found.append([*way[way.index(module) :], module])
            return
        if module in done:
            return
        for imported in sorted(imports.get(module, ())):
            walk(imported, [*way, module])
        done.add(module)

    for module in sorted(imports):
        walk(module, [])
    return found


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c", "b"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_module_imports_itself_by_way_of_others_even_for_types_alone() -> None:
    graph = grimp.build_graph("app", "core", cache_dir=None)
    imports = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    assert len(imports) > 100
    assert circles(imports) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_LINES


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.name == "__init__.py"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_package_file_holds_its_docstring_alone(path: Path) -> None:
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    assert len(statements) == 1
    assert isinstance(statements[0], ast.Expr)
