"""A picture that cannot be written when it is done is kept elsewhere: each way in which an output can fail."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from app.cli.commands import ExitCode, main
from core.errors import DivergedError, OutOfMemoryError
from core.files.reading import read_picture
from core.optimization import engine
from core.optimization.events import Finished, ScaleStarted, StepDone
from core.picture import Picture
from tests.privileges import without_privileges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.optimization.events import Event
    from core.recipe.recipe import Recipe

ROOT = Path(__file__).parents[3]
# Noise, so that no file of it is small.
PAINTED = Picture(np.random.default_rng(3).integers(0, 255, (300, 400, 3)).astype(np.uint8))


@pytest.fixture
def kept() -> Path:
    return Path.home() / "Pictures" / "Impasto"


@pytest.fixture
def paint(
    monkeypatch: pytest.MonkeyPatch, photo: Path, painting: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, dict[str, Any]]]:
    def paint(
        out: Path, meanwhile: Callable[[], object] = lambda: None, error: Exception | None = None, *options: str
    ) -> tuple[int, dict[str, Any]]:
        def stylize(recipe: Recipe, **_others: object) -> Iterator[Event]:
            yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=1)
            yield StepDone(128, 1, 1, loss=1.0, content_loss=0.5, style_loss=0.25, progress=1.0)
            meanwhile()
            if error is not None:
                raise error
            yield Finished(PAINTED, stopped=False, seconds=1.5, num_steps=1, recipe=recipe)

        monkeypatch.setattr(engine, "stylize", stylize)
        code = main(["stylize", str(photo), str(painting), "-o", str(out), "--json", *options])
        return code, json.loads(capsys.readouterr().out.splitlines()[-1])

    return paint


def assert_painted(path: str | Path) -> None:
    assert np.array_equal(read_picture(Path(path)).rgb, PAINTED.rgb)


def test_a_folder_that_is_removed_meanwhile(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path
) -> None:
    out = tmp_path / "sub" / "out.png"
    out.parent.mkdir()
    code, told = paint(out, lambda: shutil.rmtree(out.parent))
    assert code == ExitCode.KEPT_ELSEWHERE
    assert told["event"] == "finished"
    assert (told["output"], told["wanted"]) == (str(kept / "out.png"), str(out))
    assert told["not_written"] == "“out.png” cannot be written: its folder does not exist."
    assert_painted(told["output"])


def test_people_are_told_where_it_is(
    paint: Callable[..., object],
    photo: Path,
    painting: Path,
    tmp_path: Path,
    kept: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "sub" / "out.png"
    out.parent.mkdir()
    paint(tmp_path / "first.png", lambda: shutil.rmtree(out.parent))
    out.parent.mkdir()
    assert main(["stylize", str(photo), str(painting), "-o", str(out)]) == ExitCode.KEPT_ELSEWHERE
    told = capsys.readouterr().err
    assert "its folder does not exist. Create the folder first, or choose another one." in told
    assert "The picture is not lost: it was kept in another place." in told
    assert f"Done: {kept / 'out.png'} (2 s)" in told


def test_what_is_written_where_it_was_wanted_says_so(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path
) -> None:
    code, told = paint(tmp_path / "out.png")
    assert code == ExitCode.DONE
    assert told["output"] == told["wanted"] == str(tmp_path / "out.png")
    assert told["not_written"] is None
    assert not kept.exists()


@pytest.mark.parametrize(
    ("error", "code"), [(DivergedError(PAINTED), ExitCode.FAILED), (OutOfMemoryError(64, PAINTED), 4)]
)
def test_what_a_broken_run_leaves_is_kept_elsewhere_too(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path, error: Exception, code: int
) -> None:
    out = tmp_path / "sub" / "out.png"
    out.parent.mkdir()
    got, told = paint(out, lambda: shutil.rmtree(out.parent), error)
    assert got == code
    assert (told["event"], told["error"]) == ("failed", type(error).__name__)
    assert (told["output"], told["wanted"]) == (str(kept / "out.png"), str(out))
    assert_painted(told["output"])


def test_a_picture_that_an_input_has_become_is_not_replaced(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path, photo: Path
) -> None:
    out = tmp_path / "out.png"
    before = photo.read_bytes()
    code, told = paint(out, lambda: out.symlink_to(photo))
    assert (code, told["output"]) == (ExitCode.KEPT_ELSEWHERE, str(kept / "out.png"))
    assert photo.read_bytes() == before


def test_a_rescued_picture_replaces_none(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path
) -> None:
    kept.mkdir(parents=True)
    (kept / "out.png").write_text("an earlier one")
    _, told = paint(tmp_path / "out.png", (tmp_path / "out.png").mkdir)
    assert told["output"] == str(kept / "out (2).png")
    assert (kept / "out.png").read_text() == "an earlier one"


def test_without_a_folder_for_pictures_it_goes_to_the_temporary_one(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path, temporary: Path
) -> None:
    kept.parent.mkdir()
    kept.write_text("in the way")
    code, told = paint(tmp_path / "out.tif", (tmp_path / "out.tif").mkdir, None, "--depth=16")
    assert code == ExitCode.KEPT_ELSEWHERE
    path = Path(told["output"])
    assert path.name == "out.tif"
    assert path.is_relative_to(temporary)
    assert_painted(path)


def test_where_nothing_can_be_written_the_run_has_failed(
    paint: Callable[..., tuple[int, dict[str, Any]]],
    tmp_path: Path,
    kept: Path,
    temporary: Path,
) -> None:
    kept.parent.mkdir()
    kept.write_text("in the way")
    temporary.rmdir()
    code, told = paint(tmp_path / "out.png", (tmp_path / "out.png").mkdir)
    assert code == ExitCode.FAILED
    assert (told["event"], told["output"]) == ("failed", None)
    assert told["message"] == "“out.png” is a folder, not a picture."


# What only the system can do. A tmpfs is a disk of its own: full, read-only or taken away.


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "stick"
    folder.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=128k", "tmpfs", folder):
        pytest.skip("The system lets this user mount nothing")
    yield folder
    unmount(folder)


def mounted(*arguments: object) -> bool:
    mount = shutil.which("mount")
    if mount is None:
        return False
    return subprocess.run([mount, *map(str, arguments)], check=False, capture_output=True).returncode == 0


def unmount(folder: Path) -> None:
    umount = shutil.which("umount")
    assert umount is not None
    subprocess.run([umount, "-l", str(folder)], check=False, capture_output=True)


def remove_stick(folder: Path) -> None:
    """As desktops do: the folder that it was mounted in goes with it."""
    unmount(folder)
    folder.rmdir()


@pytest.mark.parametrize("happening", ["full", "read-only", "removed"])
def test_a_stick_that_is_full_read_only_or_removed(
    paint: Callable[..., tuple[int, dict[str, Any]]], stick: Path, kept: Path, happening: str
) -> None:
    out = stick / "out.png"
    before = b"an earlier picture"
    out.write_bytes(before)
    actions: dict[str, Callable[[], object]] = {
        "full": lambda: None,
        "read-only": lambda: mounted("-o", "remount,ro", stick),
        "removed": lambda: remove_stick(stick),
    }
    code, told = paint(out, actions[happening])
    assert code == ExitCode.KEPT_ELSEWHERE
    assert told["output"] == str(kept / "out.png")
    assert_painted(told["output"])
    words = {
        "full": "could not be written: the disk may be full or gone",
        "read-only": "the system does not allow writing there",
        "removed": "its folder does not exist",
    }
    assert words[happening] in told["not_written"]
    if happening != "removed":
        assert out.read_bytes() == before
        assert [path.name for path in stick.iterdir()] == ["out.png"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk may be full or gone"),
        (errno.EDQUOT, "the disk may be full or gone"),
        (errno.EIO, "the disk may be full or gone"),
        (errno.EROFS, "the system does not allow writing there"),
    ],
)
def test_what_the_system_may_answer_when_a_file_is_brought_to_the_disk(
    paint: Callable[..., tuple[int, dict[str, Any]]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    kept: Path,
    number: int,
    words: str,
) -> None:
    fsync = os.fsync
    answers = iter([OSError(number, os.strerror(number))])

    def fail_once(file: int) -> None:
        for error in answers:
            raise error
        fsync(file)

    monkeypatch.setattr(os, "fsync", fail_once)
    code, told = paint(tmp_path / "out.jpg")
    assert (code, told["output"]) == (ExitCode.KEPT_ELSEWHERE, str(kept / "out.jpg"))
    assert words in told["not_written"]
    assert not (tmp_path / "out.jpg").exists()
    assert not list(tmp_path.glob(".impasto-*"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_folder_that_may_not_be_written_to_any_more(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path
) -> None:
    out = tmp_path / "sub" / "out.png"
    out.parent.mkdir()
    with without_privileges():
        code, told = paint(out, lambda: out.parent.chmod(0o500))
    assert (code, told["output"]) == (ExitCode.KEPT_ELSEWHERE, str(kept / "out.png"))
    assert "the system does not allow writing there" in told["not_written"]
    assert_painted(told["output"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_system_that_lets_no_file_grow_large_is_told_and_survived(
    paint: Callable[..., tuple[int, dict[str, Any]]], tmp_path: Path, kept: Path, temporary: Path
) -> None:
    import resource  # noqa: PLC0415 - not there on Windows

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        code, told = paint(tmp_path / "out.png", lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1])))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == ExitCode.FAILED
    assert told["message"] == "“out.png” could not be written: the disk may be full or gone."
    assert not list(kept.iterdir())
    assert not list(temporary.iterdir())
    # The program still works.
    assert paint(tmp_path / "out.png")[0] == ExitCode.DONE
