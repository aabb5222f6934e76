"""A whole session with the real program, by mouse and keyboard on a screen of its own; run by hand.

    python -m tests.benchmarks.session FOLDER [--display 77] [--program build/package/dist/Impasto/impasto]

A photo and two paintings are opened; the sheet is looked at and a painting taken from it; another is mixed in; the
picture is stylised, compared, zoomed; the last choice is undone; the picture is saved; the program is quit and started
again, and must find everything. In the gallery the picture's settings are taken for another photo; they are kept as a
preset, and a copy of it is opened; look and language are changed. Each step is checked by what it leaves on the
disk or on the screen, and photographed into FOLDER. With --program it is the packaged program that is used.
Needs Xvfb, xdotool and ImageMagick's ``import``.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from app.library.bundled import sample_photos, starter_styles
from app.system import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SCREEN: Final = (1280, 720)
_PATIENCE_S: Final = 240.0
# Where things are in a window that fills the screen: two buttons, a painting of the strip, and one of the sheet.
_SMALL: Final = (43, 551)
_DRAFT: Final = (59, 612)
_IN_STRIP: Final = (185, 288)
_IN_SHEET: Final = (818, 170)
# Where it is in a panel of its usual width and in a wider one.
_PRESETS: Final = (224, 666)
_STANDARD: Final = (171, 612)
_FIRST_OF_GALLERY: Final = (450, 180)
_USE_SETTINGS: Final = (1150, 628)
# In the settings, in the middle of the window.
_TAB_OF_PROGRAM: Final = (551, 195)
_APPEARANCE: Final = (657, 246)
_LANGUAGE: Final = (657, 286)


class Session:
    """The program under way, and the screen that it is on."""

    def __init__(self, display: int, home: Path, shots: Path, command: Sequence[str]) -> None:
        self._command = command
        self._environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1"),
        }
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            self._environment[name] = str(home / name.lower())
        self._shots = shots
        self._num_shots = 0
        self._main = ""
        self._program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        """Start the program and wait for its window."""
        self._program = subprocess.Popen([*self._command, *arguments], env=self._environment)
        wait_until(lambda: bool(self._window()), "a window")
        self._main = self._window()
        self._do("windowmove", self._main, "0", "0")
        self._do("windowsize", self._main, *map(str, _SCREEN))
        self.focus()

    def hand_over(self, file: Path) -> None:
        """Start the program a second time with a file, as a double-click does."""
        done = subprocess.run([*self._command, str(file)], env=self._environment, check=False, timeout=60)
        check(done.returncode == 0, f"a second start hands over {file.name}")

    def focus(self) -> None:
        """Give the keyboard to the window: no window manager does so when a dialog closes."""
        self._do("windowfocus", self._main)

    def key(self, *keys: str) -> None:
        """Press keys, one after another."""
        self._do("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "12", text)

    def click(self, place: tuple[int, int], *, with_key: str | None = None) -> None:
        """Click somewhere, perhaps while a key is down."""
        self._do("mousemove", *map(str, place))
        time.sleep(0.2)
        if with_key is not None:
            self._do("keydown", with_key)
        self._do("click", "1")
        if with_key is not None:
            self._do("keyup", with_key)

    def look(self) -> np.ndarray:
        """The screen as it is."""
        shot = self._shots / "last.png"
        subprocess.run([_program("import"), "-window", "root", str(shot)], env=self._environment, check=True)
        with Image.open(shot) as image:
            return np.asarray(image.convert("RGB"))

    def photograph(self, name: str) -> None:
        """Keep what the screen shows."""
        self._num_shots += 1
        Image.fromarray(self.look()).save(self._shots / f"{self._num_shots:02d} {name}.png")

    def changes(self, before: np.ndarray, what: str, *, share: float = 0.01) -> None:
        """Wait until that share of the screen looks different."""
        wait_until(lambda: float((np.abs(self.look().astype(int) - before).max(2) > 8).mean()) > share, what)

    def wait_for_end(self) -> None:
        """Wait until the program has ended by itself."""
        assert self._program is not None
        status = self._program.wait(60)
        self._program = None
        check(status == 0, f"the program ends well: {status}")

    def end(self) -> None:
        """End the program if it still runs."""
        if self._program is not None:
            self._program.terminate()
            self._program.wait(60)

    def _window(self) -> str:
        found = self._do("search", "--onlyvisible", "--name", "Impasto", checked=False).split()
        return found[-1] if found else ""

    def _do(self, *arguments: str, checked: bool = True) -> str:
        done = subprocess.run(
            [_program("xdotool"), *arguments], env=self._environment, check=checked, stdout=subprocess.PIPE, text=True
        )
        return done.stdout


def tell(words: str) -> None:
    """Say how far the session is."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Wait for something; the session has failed if it does not come.

    Raises:
        SystemExit: If it does not.
    """
    end_s = time.monotonic() + _PATIENCE_S
    while not condition():
        if time.monotonic() > end_s:
            raise SystemExit(f"FAILED: waited in vain for {what}")
        time.sleep(0.3)
    tell(f"ok: {what}")


def check(is_so: bool, what: str) -> None:
    """Go on only if it is so.

    Raises:
        SystemExit: If it is not.
    """
    if not is_so:
        raise SystemExit(f"FAILED: {what}")
    tell(f"ok: {what}")


def _program(name: str) -> str:
    """Where a program of this computer is.

    Raises:
        SystemExit: If it has none of that name.
    """
    path = shutil.which(name)
    if path is None:
        raise SystemExit(f"{name} is missing here")
    return path


@contextlib.contextmanager
def screen(display: int) -> Iterator[None]:
    """A screen in memory."""
    size = f"{_SCREEN[0]}x{_SCREEN[1]}x24"
    server = subprocess.Popen([_program("Xvfb"), f":{display}", "-screen", "0", size], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1.5)
        yield
    finally:
        server.terminate()
        server.wait(20)


def remembered(home: Path) -> str:
    """The settings as the program has written them."""
    return "\n".join(
        path.read_text() for path in home.rglob("*") if path.suffix in {".conf", ".ini"} and path.is_file()
    )


def chosen(home: Path) -> list[str]:
    """The paintings of these, and how much each counts."""
    return [line for line in remembered(home).splitlines() if line.startswith(("painting", "weights="))]


@dataclass(frozen=True)
class Files:
    """What the session works with.

    Attributes:
        home: The person's folder.
        photo: The photo.
        other_photo: Another one.
        paintings: Two paintings of the person's own.
    """

    home: Path
    photo: Path
    other_photo: Path
    paintings: tuple[Path, ...]

    @property
    def kept(self) -> list[Path]:
        """The pictures that the program has kept by itself."""
        return list((self.home / "Pictures" / "Impasto").glob("*.png"))


def prepare(home: Path) -> Files:
    """Give the person two photos and two paintings: copies, for the program knows its own by their place."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    resources = paths.resources()
    own = home / "My first.jpg", home / "My second.jpg"
    for path, starter in zip(own, starter_styles(resources), strict=False):
        shutil.copy(starter.path, path)
    photos = home / "Portrait.jpg", home / "Animal.jpg"
    for path, sample in zip(photos, sample_photos(resources), strict=False):
        shutil.copy(sample.path, path)
    return Files(home, *photos, own)


def choose(session: Session, files: Files) -> list[str]:
    """Open, look at the sheet, take from it, mix; the paintings before the mixing."""
    home = files.home
    session.start(str(files.photo), *map(str, files.paintings))
    named = (files.photo, *files.paintings)
    wait_until(lambda: all(path.name in remembered(home) for path in named), "the photo and both paintings are there")
    time.sleep(2)
    session.photograph("opened")
    for button in (_SMALL, _DRAFT):
        session.click(button)
    wait_until(lambda: "size_px=384" in remembered(home) and "preset=draft" in remembered(home), "small, and a draft")
    before = session.look()
    session.key("ctrl+t")
    session.changes(before, "the sheet is open", share=0.2)
    time.sleep(25)
    session.photograph("sheet")
    session.click(_IN_SHEET)
    wait_until(lambda: files.paintings[1].name not in remembered(home), "a painting is taken from the sheet")
    session.key("ctrl+t")
    taken = chosen(home)
    session.click(_IN_STRIP, with_key="ctrl")
    wait_until(lambda: chosen(home) != taken, "another one is mixed in")
    time.sleep(1)
    session.photograph("mixed")
    return taken


def paint(session: Session, files: Files) -> Path:
    """Stylise, then look at it from near and beside the photo; where it is kept."""
    session.key("ctrl+Return")
    wait_until(lambda: bool(files.kept), "the picture is painted and kept")
    (picture,) = files.kept
    check(" + " in picture.name, f"its name tells of both paintings: {picture.name}")
    time.sleep(2)
    session.photograph("painted")
    for key, name in (("d", "compared"), ("2", "twice as large"), ("0", "fitted")):
        before = session.look()
        session.key(key)
        session.changes(before, name)
        time.sleep(1)
        session.photograph(name)
    return picture


def save(session: Session, files: Files, picture: Path) -> None:
    """Save the picture somewhere else."""
    session.key("ctrl+s")
    time.sleep(2)
    session.photograph("saving")
    saved = files.home / "saved.png"
    session.key("ctrl+a")
    session.type(str(saved))
    session.key("Return")
    wait_until(saved.is_file, "the picture is saved")
    session.focus()
    time.sleep(1)
    with Image.open(saved) as one, Image.open(picture) as other:
        check(np.array_equal(np.asarray(one), np.asarray(other)), "what is saved is what was kept")


def come_back(session: Session, files: Files) -> None:
    """Quit, start again, and find everything."""
    session.key("ctrl+q")
    session.wait_for_end()
    at_end = remembered(files.home)
    session.start()
    time.sleep(6)
    session.photograph("started again")
    found = remembered(files.home)
    for line in at_end.splitlines():
        if line.startswith(("photo=", "painting=", "weights=", "preset=", "size_px=")):
            check(line in found, f"found again: {line[:60]}")
    check(len(files.kept) == 1, "the picture is there")


def find_again(session: Session, files: Files) -> None:
    """Find the picture in the gallery, and take its settings for another photo."""
    session.key("ctrl+q")
    session.wait_for_end()
    session.start(str(files.other_photo))
    time.sleep(6)
    session.click(_STANDARD)
    wait_until(lambda: "preset=standard" in remembered(files.home), "another quality")
    before = session.look()
    session.key("ctrl+g")
    session.changes(before, "the gallery is open", share=0.2)
    time.sleep(3)
    session.click(_FIRST_OF_GALLERY)
    time.sleep(1)
    session.photograph("gallery")
    session.click(_USE_SETTINGS)
    wait_until(lambda: "preset=draft" in remembered(files.home), "the settings of the picture are taken")
    check(files.other_photo.name in remembered(files.home), "the photo is still the other one")
    time.sleep(2)
    session.photograph("its settings for another photo")


def keep_settings(session: Session, files: Files) -> None:
    """Keep the settings as a preset, and open a copy of it as one that a friend has sent."""

    def kept() -> list[Path]:
        return [path for path in files.home.rglob("*.impasto-preset") if path != shared]

    shared = files.home / "shared.impasto-preset"
    session.click(_PRESETS)
    time.sleep(1)
    session.key("k")
    time.sleep(2)
    session.photograph("keeping settings")
    session.type("Blue hour")
    session.key("Return")
    wait_until(lambda: len(kept()) == 1, "the preset is kept")
    shutil.copy(kept()[0], shared)
    time.sleep(2)
    before = session.look()
    session.hand_over(shared)
    session.changes(before, "the window tells of it", share=0.001)
    time.sleep(2)
    session.photograph("preset opened")


def feel_at_home(session: Session, files: Files) -> None:
    """Change the look, which is seen at once, and the language, which is spoken from the next start."""
    session.focus()
    before = session.look()
    session.key("ctrl+comma")
    time.sleep(2)
    session.click(_TAB_OF_PROGRAM)
    for place, wanted in ((_APPEARANCE, "appearance=light"), (_LANGUAGE, "language=de")):
        session.click(place)
        time.sleep(1)
        session.key("Down", "Return")
        wait_until(lambda wanted=wanted: wanted in remembered(files.home), wanted)  # type: ignore[misc]
    session.photograph("settings")
    session.key("Escape")
    session.changes(before, "the window is light", share=0.3)
    session.focus()
    session.key("ctrl+q")
    session.wait_for_end()
    session.start()
    time.sleep(8)
    session.photograph("light and in German")
    session.key("ctrl+q")
    session.wait_for_end()


def play(session: Session, files: Files) -> None:
    """Do it all, one after another."""
    taken = choose(session, files)
    picture = paint(session, files)
    session.key("ctrl+z")
    wait_until(lambda: chosen(files.home) == taken, "the mixing is undone")
    session.photograph("undone")
    save(session, files, picture)
    come_back(session, files)
    find_again(session, files)
    keep_settings(session, files)
    feel_at_home(session, files)


def main() -> None:
    """Play a session and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the photographs of the screen go")
    parser.add_argument("--display", type=int, default=77)
    parser.add_argument("--program", type=Path, help="the packaged one; this checkout's if left out")
    options = parser.parse_args()
    shots: Path = options.folder.absolute()
    files = prepare(shots / "home")
    with screen(options.display):
        command = [sys.executable, "-m", "app"] if options.program is None else [str(options.program.absolute())]
        session = Session(options.display, files.home, shots, command)
        try:
            play(session, files)
        finally:
            session.end()
    tell("The session went well.")


if __name__ == "__main__":
    main()
