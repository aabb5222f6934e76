"""One window per person and screen: a second start hands its files to the first and ends.

The two talk through a local socket: a file only its owner may open, or a named pipe on Windows. No network is involved.
One line of JSON goes over, one word comes back.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QLockFile, QObject, QStandardPaths, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_log = logging.getLogger(__name__)

_CONNECT_MS: Final = 1000
# A window answers at once unless something holds it up; loading torch does, for less than a second.
_ANSWER_MS: Final = 10_000
_MAX_BYTES: Final = 1024 * 1024
# The longest path that a socket can have on Linux is 107 bytes, on macOS 103; Qt adds some to it while it listens.
_MAX_PATH_BYTES: Final = 80
_TAKEN: Final = b"taken\n"
_REFUSED: Final = b"refused\n"
_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

Taker = Callable[[tuple[Path, ...]], bool]


class SingleInstance(QObject):
    """The first instance's ear, or a later one's voice."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._take: Taker | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    @property
    def listening(self) -> bool:
        """Whether later instances can hand their files to this one."""
        return self._server.isListening()

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give the files to the instance that runs already; False where there is none or it does not take them."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        _allow_others_foreground()
        tokens = {name: os.environ[name] for name in _TOKENS if os.environ.get(name)}
        message = {"files": [str(path) for path in files], "tokens": tokens}
        socket.write(json.dumps(message).encode() + b"\n")
        socket.flush()
        # The answer may come in pieces, and the bytes to write may need several rounds.
        while not socket.canReadLine() and socket.waitForReadyRead(_ANSWER_MS):
            pass
        answer = bytes(socket.readLine().data()) if socket.canReadLine() else b""
        socket.abort()
        return answer == _TAKEN

    def listen(self, take: Taker) -> bool:
        """Take the files of later instances from now on; False where that is not possible.

        Args:
            take: Gets the files, possibly none, and answers whether it will do something with them.
        """
        self._take = take
        # Two that start at the same time must not each take the other's socket for a leftover.
        lock = QLockFile(self._lock_path())
        if not lock.tryLock(_CONNECT_MS):
            return False
        try:
            if self._answers():
                return False
            # Only a crash leaves a socket behind that nobody answers.
            QLocalServer.removeServer(self._name)
            heard = self._server.listen(self._name)
        finally:
            lock.unlock()
        if not heard:
            _log.warning("Later starts cannot be heard: %s", self._server.errorString())
        return heard

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _answers(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        found = socket.waitForConnected(_CONNECT_MS)
        socket.abort()
        return found

    def _lock_path(self) -> str:
        folder = Path(self._name).parent if Path(self._name).is_absolute() else Path(QDir.tempPath())
        return str(folder / f"{Path(self._name).name}.lock")

    @Slot()
    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(_MAX_BYTES)
            socket.readyRead.connect(self._on_ready_read)
            socket.disconnected.connect(socket.deleteLater)
            # A quick sender's line may be there before anybody listens for it.
            self._read(socket)

    @Slot()
    def _on_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _MAX_BYTES:
                socket.abort()
            return
        taken = self._obey(bytes(socket.readLine().data()))
        socket.write(_TAKEN if taken else _REFUSED)
        socket.flush()

    def _obey(self, line: bytes) -> bool:
        try:
            message = json.loads(line)
            files = tuple(Path(name) for name in message["files"])
            tokens = {name: str(message["tokens"][name]) for name in _TOKENS if name in message["tokens"]}
        except (ValueError, KeyError, TypeError):
            _log.warning("Something that is no second start spoke to the window")
            return False
        # With these the desktop lets a window come to the front that the person did not click on.
        os.environ.update(tokens)
        try:
            return self._take is not None and self._take(files)
        finally:
            for name in tokens:
                os.environ.pop(name, None)


def own_name(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The name that the instances of one person on one screen share: a path, on Windows the name of a pipe."""
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    who = f"{Path.home()} {screen}"
    name = f"impasto-{hashlib.sha256(who.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"
    if platform == "win32":
        return name
    # Nobody else can write into the first two of these; in the last, which is for homes with very long paths, the
    # socket itself is closed to others.
    folders = [environment.get("XDG_RUNTIME_DIR", ""), _data_folder(), QDir.tempPath()]
    usable = (folder for folder in folders if folder and len(os.fsencode(f"{folder}/{name}")) <= _MAX_PATH_BYTES)
    folder = next((folder for folder in usable if _is_there(Path(folder))), QDir.tempPath())
    return f"{folder}/{name}"


def _data_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)


def _is_there(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _allow_others_foreground() -> None:
    """Windows lets only the program that has the focus give it to another."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
