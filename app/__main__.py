"""Starts the program: the window, or, when the first argument is one of its commands, the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import commands as cli
from app.cli.exit_codes import ExitCode
from app.system.data_folder import log_folder
from app.system.diagnostics import diagnostics
from app.system.screen import has_screen
from app.system.version import version
from core.machine.threads import sleep_while_waiting

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, by default the process's own; its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    sleep_while_waiting()
    if arguments and arguments[0] in cli.COMMANDS:
        return cli.main(arguments)
    chosen = _parser().parse_args(arguments)
    if chosen.diagnose:
        _say(diagnostics(log_folder(), loads_engine=True))
        return ExitCode.DONE
    if chosen.self_test:
        from app.program.self_test import run_self_test  # noqa: PLC0415 - see below

        return run_self_test(_say)
    if not has_screen(os.environ, sys.platform):
        if sys.stderr is not None:
            sys.stderr.write(
                "impasto: There is no screen to open a window on. To paint without: impasto stylize --help\n"
            )
        return ExitCode.FAILED
    # The command line must work where no Qt is installed or no screen is there.
    from app.program.program import Pictures  # noqa: PLC0415
    from app.program.start import run_gui  # noqa: PLC0415

    return run_gui(Pictures(chosen.photo, tuple(chosen.styles)))


def _say(line: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(line)
        sys.stdout.flush()


def _absolute(text: str) -> Path:
    """The path, good from anywhere: the program remembers it, and may be started from another folder next time."""
    return Path(text).absolute()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="impasto",
        description="Repaint a photograph in the manner of a painting. Without a command, the window opens.",
        epilog=f"Commands: {', '.join(sorted(cli.COMMANDS))}. For one of them: impasto COMMAND --help",
    )
    parser.add_argument("photo", metavar="PHOTO", nargs="?", type=_absolute, help="open the window with this photo")
    parser.add_argument("styles", metavar="STYLE", nargs="*", type=_absolute, help="... and these paintings")
    parser.add_argument(
        "--self-test", action="store_true", help="open the window, paint a little, say in one line of JSON what works"
    )
    parser.add_argument(
        "--diagnose",
        action="store_true",
        help="say what helps to find a fault: versions, devices, memory, the last lines of the log; no private names",
    )
    parser.add_argument("--version", action="version", version=f"Impasto {version()}")
    return parser


if __name__ == "__main__":
    sys.exit(main())
