"""How many small faults put into the engine's code the tests notice: a mutation run over a reproducible sample.

    pip install -e .[mutation]
    python -m tests.benchmarks.mutation [--rooms loss optimization recipe] [--sample 12] [--seed 1] [--jobs 2]
                                        [--mirror-only]

Places where an operator of cosmic-ray fits are drawn from each room with the seed, and each gets one mutant;
annotations, imports and decorators are left alone. A mutant is tried in a copy of the tree, first with the test file
that mirrors its module, then (unless ``--mirror-only``) with the rest of the room's tests. It is ``killed`` when one of
them fails, ``survived`` when all pass, and ``undecided`` when the processor time ran out (an endless loop, or slow
tests). Tests that paint whole pictures (``PAINTING``) take minutes and are tried only for the modules they mirror.
"""

from __future__ import annotations

import argparse
import ast
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
KINDS: Final = ("ReplaceBinaryOperator", "ReplaceComparisonOperator", "ReplaceUnaryOperator", "NumberReplacer")
KINDS_OF_LOGIC: Final = ("AddNot", "ReplaceTrue", "ReplaceFalse", "ReplaceAnd", "ReplaceOr", "ReplaceBreak", "Zero")
# Replacements that fail at the first call whatever the tests: bits of floats, identity and order of unlike things.
TOO_EASY: Final = re.compile(
    r"_(BitXor|BitOr|BitAnd|LShift|RShift|Pow|Mod|Delete|Invert)$|(?<!_IsNot)_Is$|(?<!_Is)_IsNot$|_Is(Not)?_(?!Is)"
)
NOT_COPIED: Final = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "build")
# On the clock, tests that wait for ever get this many times their limit.
WAITING: Final = 15
PAINTING: Final = ("test_engine.py", "test_quality.py")
# Modules without a test file of their own name, and the file that tests them.
MIRRORS: Final = {
    "smoothness": "test_objective.py",
    "statistics": "test_style_losses.py",
    "tile_views": "test_sweeper.py",
    "events": "test_engine.py",
    "run": "test_engine.py",
    "scale_painter": "test_engine.py",
    "choices": "test_codec.py",
}

Position = tuple[int, int]


@dataclass(frozen=True)
class Mutant:
    """One fault: the operator, which of its occurrences in the module, and the module as it then reads."""

    module: Path
    operator: str
    line: int
    before: str
    after: str
    source: str


@dataclass(frozen=True)
class Limits:
    """What may be spent on one mutant: seconds of processor time for each test run, and whether there is only one."""

    processor_s: int
    mirror_only: bool


def untouched(tree: ast.Module) -> Iterator[tuple[Position, Position]]:
    """Start and end (line from 1, column from 0) of what says nothing at run time, or is no decision of ours."""
    for node in ast.walk(tree):
        spared: list[ast.expr | ast.stmt | None] = []
        match node:
            case ast.arg() | ast.AnnAssign():
                spared = [node.annotation]
            case ast.FunctionDef():
                spared = [node.returns, *node.decorator_list]
            case ast.ClassDef():
                spared = [*node.decorator_list]
            case ast.Import() | ast.ImportFrom():
                spared = [node]
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                spared = [node]
        for part in spared:
            if part is not None and part.end_lineno is not None and part.end_col_offset is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)


def places(module: Path) -> dict[tuple[Position, str], list[tuple[str, int]]]:
    """Each place of a module that can be mutated, by position and kind, with the operators and occurrences there."""
    source = module.read_text(encoding="utf-8")
    spared = list(untouched(ast.parse(source)))
    nodes = list(ast_nodes(get_ast(source)))
    found: dict[tuple[Position, str], list[tuple[str, int]]] = {}
    for name in sorted(operator_names()):
        kind = name.rpartition("/")[2].partition("_")[0]
        if not kind.startswith(KINDS + KINDS_OF_LOGIC) or TOO_EASY.search(name):
            continue
        operator = get_operator(name)()
        spans = (span for node in nodes for span in operator.mutation_positions(node))
        for occurrence, (start, _) in enumerate(spans):
            if not any(first <= start < last for first, last in spared):
                found.setdefault((start, kind), []).append((name, occurrence))
    return found


def mutant_at(module: Path, name: str, occurrence: int) -> Mutant | None:
    """The mutant, or None where it would not compile or reads the same to Python."""
    source = module.read_text(encoding="utf-8")
    mutated = mutate_code(source, get_operator(name)(), occurrence)
    try:
        if mutated is None or ast.dump(ast.parse(mutated)) == ast.dump(ast.parse(source)):
            return None
    except SyntaxError:
        return None
    lines = zip(source.splitlines(), mutated.splitlines(), strict=False)
    line, before, after = next((n, a.strip(), b.strip()) for n, (a, b) in enumerate(lines, 1) if a != b)
    return Mutant(module.relative_to(ROOT), name.rpartition("/")[2], line, before, after, mutated)


def sample(room: str, count: int, seed: int) -> list[Mutant]:
    """``count`` mutants of a room of core at different places, the same for the same seed and sources."""
    modules = sorted((ROOT / "core" / room).glob("*.py"))
    everywhere = [(module, choices) for module in modules for _, choices in sorted(places(module).items())]
    chance = random.Random(f"{room} {seed}")  # noqa: S311 (a sample, not a secret)
    chance.shuffle(everywhere)
    drawn: list[Mutant] = []
    for module, choices in everywhere:
        mutant = mutant_at(module, *chance.choice(choices))
        if mutant is not None:
            drawn.append(mutant)
        if len(drawn) == count:
            break
    return drawn


def passes(tree: Path, tests: Sequence[str], limit_s: int) -> bool | None:
    """Whether the tests pass in the tree; None when they took ``limit_s`` seconds of processor time."""
    options = ["-x", "-q", "-m", "not slow", "-p", "no:cacheprovider"]
    # The profile "ci" of hypothesis: the same examples each time and no deadline, which a busy machine would miss.
    # Processor time, not time on the clock: what else the machine does must not decide about a mutant.
    command = [
        "prlimit",
        f"--cpu={limit_s}",
        sys.executable,
        "-m",
        "pytest",
        *options,
        "--hypothesis-profile=ci",
        *tests,
    ]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, timeout=WAITING * limit_s, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        return None
    if done.returncode not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}:
        message = f"pytest could not run {tests}: {done.stdout.decode()[-500:]}"
        raise RuntimeError(message)
    return done.returncode == pytest.ExitCode.OK


def unmutated_passes(mutants: Sequence[Mutant], tree: Path) -> bool:
    """Whether the tests pass without any fault: otherwise every mutant would look killed."""
    rooms = sorted({mutant.module.parent for mutant in mutants})
    files = (file for room in rooms for file in sorted((tree / "tests" / room).glob("test_*.py")))
    return passes(tree, [str(file.relative_to(tree)) for file in files if file.name not in PAINTING], 600) is True


def stages(mutant: Mutant, tree: Path) -> list[list[str]]:
    """The test files to try, one list after the other: the mirrored one, then the rest of the room's."""
    folder = Path("tests") / mutant.module.parent
    mirror = MIRRORS.get(mutant.module.stem, f"test_{mutant.module.stem}.py")
    rest = [file.name for file in sorted((tree / folder).glob("test_*.py")) if file.name not in {mirror, *PAINTING}]
    return [[str(folder / mirror)], [str(folder / name) for name in rest]]


def verdict(mutant: Mutant, tree: Path, limits: Limits) -> str:
    """Puts the mutant into the tree, runs the tests, and takes it out again."""
    target = tree / mutant.module
    original = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    try:
        for tests in stages(mutant, tree)[: 1 if limits.mirror_only else 2]:
            passed = passes(tree, tests, limits.processor_s)
            if passed is not True:
                return "undecided" if passed is None else "killed"
    finally:
        target.write_text(original, encoding="utf-8")
    return "survived"


def run(mutants: Sequence[Mutant], jobs: int, limits: Limits) -> None:
    """Tries every mutant in ``jobs`` copies of the tree; prints each as it is known, then the score of each room."""
    scores: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        free: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(jobs):
            copy = Path(folder) / str(number)
            shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
            free.put(copy)

        if not unmutated_passes(mutants, copy):
            sys.exit("The tests fail without any mutant.")

        def attempt(mutant: Mutant) -> None:
            tree = free.get()
            try:
                outcome = verdict(mutant, tree, limits)
            finally:
                free.put(tree)
            scores.setdefault(mutant.module.parent.name, Counter())[outcome] += 1
            sys.stdout.write(f"{outcome}  {mutant.module}:{mutant.line}  {mutant.operator}\n")
            if outcome != "killed":
                sys.stdout.write(f"    - {mutant.before}\n    + {mutant.after}\n")
            sys.stdout.flush()

        list(pool.map(attempt, mutants))
    for room, counts in sorted(scores.items()):
        sys.stdout.write(f"{room}: {', '.join(f'{count} {outcome}' for outcome, count in sorted(counts.items()))}\n")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", nargs="+", default=["loss", "optimization", "recipe"])
    parser.add_argument("--sample", type=int, default=12, help="mutants a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="copies of the tree at once")
    parser.add_argument("--limit", type=int, default=60, help="seconds of processor time for each test run")
    parser.add_argument("--mirror-only", action="store_true", help="leave out the rest of the room's tests")
    arguments = parser.parse_args()
    drawn = [sample(room, arguments.sample, arguments.seed) for room in arguments.rooms]
    # In turn from each room, so that a run cut off has tried something of each.
    run(
        [mutant for turn in zip(*drawn, strict=False) for mutant in turn],
        arguments.jobs,
        Limits(arguments.limit, arguments.mirror_only),
    )


if __name__ == "__main__":
    main()
