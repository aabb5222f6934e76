from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from app.program import single_instance
from app.program.single_instance import SingleInstance, own_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[3]

HAND_OVER = """
import sys
from pathlib import Path
from app.program.single_instance import SingleInstance
print(SingleInstance(sys.argv[1]).hand_over([Path(name) for name in sys.argv[2:]]))
"""

# Tells how long it is ready to wait for the answer, in milliseconds, when it begins to.
TELL_WAITING = """
from PySide6.QtNetwork import QLocalSocket
from app.program import single_instance

class TellingSocket(QLocalSocket):
    def waitForReadyRead(self, msecs):
        print(msecs, flush=True)
        return super().waitForReadyRead(msecs)

single_instance.QLocalSocket = TellingSocket
"""


@pytest.fixture
def name(tmp_path: Path) -> str:
    # Short: a socket's path has room for a hundred bytes.
    return f"/tmp/impasto-test-{os.getpid()}-{abs(hash(tmp_path)) % 10**8}"  # noqa: S108


@pytest.fixture
def make_instance(qtbot: QtBot, name: str) -> Iterator[Callable[[], SingleInstance]]:
    assert qtbot is not None
    made: list[SingleInstance] = []

    def make() -> SingleInstance:
        made.append(SingleInstance(name))
        return made[-1]

    yield make
    for instance in made:
        instance.close()
    Path(name).unlink(missing_ok=True)


class Taken:
    """Takes files and remembers them."""

    def __init__(self) -> None:
        self.files: list[tuple[Path, ...]] = []

    def __call__(self, files: tuple[Path, ...]) -> bool:
        self.files.append(files)
        return True


def second_start(name: str, *files: str, before: str = "", **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", before + HAND_OVER, name, *files]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def answer_of(qtbot: QtBot, process: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    out, err = process.communicate()
    assert not err
    return out.strip()


def test_a_second_process_hands_its_files_over(
    qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance]
) -> None:
    taken = Taken()
    assert make_instance().listen(taken)
    process = second_start(name, "/pictures/cät 1.jpg", "/pictures/two\nlines.png")
    assert answer_of(qtbot, process) == "True"
    assert taken.files == [(Path("/pictures/cät 1.jpg"), Path("/pictures/two\nlines.png"))]


def test_a_start_without_files_still_reaches_the_window(
    qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance]
) -> None:
    taken = Taken()
    make_instance().listen(taken)
    assert answer_of(qtbot, second_start(name)) == "True"
    assert taken.files == [()]


def test_the_first_start_finds_nobody(make_instance: Callable[[], SingleInstance]) -> None:
    assert not make_instance().hand_over([Path("cat.jpg")])


def test_a_window_that_is_busy_answers_when_it_can(
    qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance]
) -> None:
    taken = Taken()
    make_instance().listen(taken)
    process = second_start(name, "cat.jpg", before=TELL_WAITING)
    assert process.stdout is not None
    # While this thread waits for the line, the window answers nobody.
    assert int(process.stdout.readline()) >= 5000
    assert process.poll() is None
    assert taken.files == []
    assert answer_of(qtbot, process).splitlines()[-1] == "True"
    assert taken.files == [(Path("cat.jpg"),)]


def test_a_window_that_never_answers_is_given_up_on(
    monkeypatch: pytest.MonkeyPatch, make_instance: Callable[[], SingleInstance]
) -> None:
    monkeypatch.setattr(single_instance, "_ANSWER_MS", 50)
    make_instance().listen(lambda _files: True)
    # In this thread nobody can answer while the question is waited for.
    assert not make_instance().hand_over([])


def test_a_window_may_refuse(qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance]) -> None:
    make_instance().listen(lambda _files: False)
    assert answer_of(qtbot, second_start(name, "cat.jpg")) == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows leaves no named pipes behind")
def test_a_socket_left_by_a_crash_is_replaced(
    qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance]
) -> None:
    crash = (
        "import os, sys\nfrom app.program.single_instance import SingleInstance\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\ninstance = SingleInstance(sys.argv[1])\n"
        "assert instance.listen(lambda files: True)\nos._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", crash, name], cwd=ROOT, check=False).returncode == 9
    assert Path(name).exists()
    instance = make_instance()
    assert not instance.hand_over([])
    assert instance.listen(lambda _files: True)
    assert answer_of(qtbot, second_start(name, "cat.jpg")) == "True"


def test_a_living_window_keeps_its_socket(make_instance: Callable[[], SingleInstance]) -> None:
    first, second = make_instance(), make_instance()
    assert first.listen(lambda _files: True)
    assert not second.listen(lambda _files: True)
    assert first.listening
    assert not second.listening


@pytest.mark.skipif(sys.platform == "win32", reason="a file only on Unix")
def test_the_socket_is_its_owners_alone(name: str, make_instance: Callable[[], SingleInstance]) -> None:
    make_instance().listen(lambda _files: True)
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of sockets")
def test_no_network_socket_is_opened(make_instance: Callable[[], SingleInstance]) -> None:
    make_instance().listen(lambda _files: True)
    own = {str(entry.readlink()) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()}
    for table in ("tcp", "tcp6", "udp", "udp6"):
        lines = Path(f"/proc/self/net/{table}").read_text(encoding="ascii").splitlines()[1:]
        assert not own & {f"socket:[{line.split()[9]}]" for line in lines}


@pytest.mark.parametrize("line", [b"GET / HTTP/1.1\n", b"{}\n", b'{"files": 3, "tokens": {}}\n', b"\xff\n"])
def test_nonsense_is_refused(qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance], line: bytes) -> None:
    taken = Taken()
    make_instance().listen(taken)
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(line)
    qtbot.waitUntil(socket.canReadLine)
    assert socket.readLine().data() == b"refused\n"
    assert not taken.files
    socket.abort()


def test_the_desktops_token_counts_while_the_window_comes_forward(
    qtbot: QtBot, name: str, make_instance: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    seen: list[str | None] = []

    def take(_files: tuple[Path, ...]) -> bool:
        seen.append(os.environ.get("XDG_ACTIVATION_TOKEN"))
        return True

    make_instance().listen(take)
    assert answer_of(qtbot, second_start(name, XDG_ACTIVATION_TOKEN="abc")) == "True"  # noqa: S106
    assert seen == ["abc"]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_each_screen_has_a_window_of_its_own(tmp_path: Path) -> None:
    here = own_name({"DISPLAY": ":1", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    assert here == own_name({"DISPLAY": ":1", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
    assert here != own_name({"DISPLAY": ":2", "XDG_RUNTIME_DIR": str(tmp_path)}, "linux")


def test_the_socket_fits_wherever_the_home_is(tmp_path: Path) -> None:
    deep = tmp_path / ("ä" * 60)
    assert len(os.fsencode(own_name({"XDG_RUNTIME_DIR": str(deep)}, "linux"))) < 100


def test_a_pipe_has_no_folder() -> None:
    assert "/" not in own_name({}, "win32")
