"""A whole job without a network: no socket is ever made, and where there is no interface nothing is missed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.files.reading import read_picture
from tests.apart import apart

ROOT = Path(__file__).parents[3]

# Python tells of every socket that is made, and of every name that is looked up, by whatever library in whatever way.
FORBIDDEN = """
import os, sys
def refuse(event, arguments):
    if event.startswith("socket.") and event != "socket.gethostname":
        os.write(2, f"A socket: {event} {arguments}\\n".encode())
        os._exit(99)
sys.addaudithook(refuse)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "forbidden"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(FORBIDDEN)
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}


def without_interfaces() -> list[str]:
    """What starts a program in a network of its own, which has nothing in it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("There is no unshare here")
    for options in (["-n"], ["-r", "-n"]):
        if subprocess.run([unshare, *options, "true"], check=False, capture_output=True).returncode == 0:
            return [unshare, *options]
    pytest.skip("The kernel lets this user make no network namespace")


def test_a_socket_would_be_noticed(environment: dict[str, str]) -> None:
    program = "import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 99
    assert "A socket: socket.__new__" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("place", ["this network", *apart("no network")])
def test_a_whole_job_makes_no_socket(
    environment: dict[str, str], photo: Path, painting: Path, tmp_path: Path, place: str
) -> None:
    out = tmp_path / "out.png"
    command = [sys.executable, "-m", "app", "stylize", str(photo), str(painting), "-o", str(out)]
    if place == "no network":
        command = [*without_interfaces(), *command]
    done = subprocess.run(
        [*command, "--size", "64", "--preset", "draft", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["event"] == "finished"
    assert read_picture(out).width_px == 64
