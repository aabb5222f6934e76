from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

from core.machine.file_lock import FileLock

ROOT = Path(__file__).parents[3]
HOLDER = """
import sys, time
from pathlib import Path
from core.machine.file_lock import FileLock
print(FileLock(Path(sys.argv[1])).try_to_acquire(), flush=True)
time.sleep(60)
"""


def test_one_holds_it_at_a_time(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")

    def held() -> list[bool]:
        return [first.is_held, second.is_held]

    assert first.try_to_acquire()
    assert not second.try_to_acquire()
    assert held() == [True, False]
    first.release()
    assert held() == [False, False]
    assert second.try_to_acquire()
    assert held() == [False, True]
    second.release()
    second.release()
    assert held() == [False, False]


def test_it_is_free_again_once_its_owner_has_been_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        lock = FileLock(path)
        assert not lock.try_to_acquire()
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert lock.try_to_acquire()
    lock.release()


def test_a_file_that_was_removed_is_not_the_one_to_hold(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    lock = FileLock(path)
    assert not lock.try_to_acquire()  # there is no such folder
    path.parent.mkdir()
    other = FileLock(path)
    assert other.try_to_acquire()
    path.unlink()
    assert lock.try_to_acquire()
    lock.release()
    other.release()


def test_somebody_else_is_waited_for_and_not_for_ever(tmp_path: Path) -> None:
    held, wanted = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert held.acquire(0)
    assert not wanted.acquire(0.05)
    other = threading.Timer(0.1, held.release)
    other.start()
    assert wanted.acquire(10)
    wanted.release()
    other.join()
