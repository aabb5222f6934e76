"""Prints the lowest version of each dependency that pyproject.toml allows, torch excepted, as pip takes them."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

_PROJECT: Final = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_TOO_LARGE: Final = {"torch", "torchvision"}
# Of the development tools, those that run the tests.
_TEST_TOOLS: Final = {"av", "hypothesis", "pillow-heif", "pillow-jxl-plugin", "pytest", "pytest-qt", "rawpy"}


def lowest_of(specifiers: SpecifierSet) -> str:
    """Returns the version after ">="; a dependency without one is an error."""
    (lowest,) = [specifier.version for specifier in specifiers if specifier.operator == ">="]
    return lowest


def main() -> int:
    """Prints requirements; with --is-lowest-python, returns 0 where this Python is the lowest one allowed."""
    if sys.argv[1:] == ["--is-lowest-python"]:
        running = f"{sys.version_info.major}.{sys.version_info.minor}"
        return 0 if running == lowest_of(SpecifierSet(_PROJECT["requires-python"])) else 1
    light = [item for item in map(Requirement, _PROJECT["dependencies"]) if item.name not in _TOO_LARGE]
    tools = [item for item in map(Requirement, _PROJECT["optional-dependencies"]["dev"]) if item.name in _TEST_TOOLS]
    for requirement in light + tools:
        sys.stdout.write(f"{requirement.name}=={lowest_of(requirement.specifier)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
