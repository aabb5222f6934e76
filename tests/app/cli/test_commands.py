from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from app.cli import commands as cli
from app.cli.arguments import parser
from app.cli.commands import main
from app.cli.exit_codes import ExitCode
from app.words.errors import sentence
from core.errors import DivergedError, OutOfMemoryError
from core.files.reading import read_picture
from core.forecast.forecast import Estimate
from core.optimization import engine
from core.optimization.events import Finished, InputsRead, ScaleStarted, StepDone
from core.picture import Picture
from core.recipe.choices import ColorMode, DeviceName, NetworkName, Precision, Preset, StartFrom, StyleLossName
from core.recipe.recipe import StyleSource
from core.recipe.sheet import Fit, PrintFormat
from tests.app.fake_engine import inputs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.optimization.checkpoint.plan import Checkpoints
    from core.optimization.control import RunControl
    from core.optimization.events import Event
    from core.optimization.run_state import RunState
    from core.recipe.recipe import Recipe

ROOT = Path(__file__).parents[3]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return painted(tmp_path / "Foto vom Süden.png", (90, 140, 210))


@pytest.fixture
def painting(tmp_path: Path) -> Path:
    return painted(tmp_path / "painting.png", (200, 120, 40))


def painted(path: Path, colour: tuple[int, int, int]) -> Path:
    noise = np.random.default_rng(1).integers(-40, 40, (60, 80, 3))
    Image.fromarray((np.array(colour) + noise).clip(0, 255).astype(np.uint8)).save(path)
    return path


GREEN = Picture(np.full((18, 24, 3), (0, 200, 0), dtype=np.uint8))


class FakeEngine:
    """Stands in for ``core.optimization.engine.stylize``; remembers the recipe and ends as told."""

    def __init__(self, end: Exception | None = None, *, interrupt: bool = False) -> None:
        self.end = end
        self.interrupt_at_start = False
        self.signals: tuple[int, ...] = (signal.SIGINT,)
        self.interrupt = interrupt
        self.recipe: Recipe | None = None
        self.max_memory_bytes: int | None = None

    def __call__(
        self,
        recipe: Recipe,
        *,
        networks_folder: Path,
        control: RunControl,
        preview_due: Callable[[], bool],
        max_memory_bytes: int | None,
        checkpoints: Checkpoints | None,
        resume_from: RunState | None,
    ) -> Iterator[Event]:
        assert not preview_due()
        assert networks_folder.is_dir()
        assert resume_from is None
        assert checkpoints is not None
        assert checkpoints.folder.is_dir()
        self.recipe = recipe
        self.max_memory_bytes = max_memory_bytes
        yield InputsRead(inputs_of(recipe))
        yield ScaleStarted(128, 128, 96, scale=1, num_scales=1, num_steps=2)
        if self.interrupt_at_start:
            os.kill(os.getpid(), signal.SIGINT)
        num_steps = 0
        for step in (1, 2):
            if control.stop_requested:
                break
            num_steps = step
            yield StepDone(128, step, 2, loss=1 / step, content_loss=0.5, style_loss=0.25, progress=step / 2)
            if self.interrupt:
                for number in self.signals:
                    os.kill(os.getpid(), number)
        if self.end is not None:
            raise self.end
        yield Finished(GREEN, stopped=control.stop_requested, seconds=1.5, num_steps=num_steps, recipe=recipe)


@pytest.fixture
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr(engine, "stylize", fake)
    return fake


def stylize(photo: Path, painting: Path, out: Path, *options: str) -> int:
    return main(["stylize", str(photo), str(painting), "-o", str(out), *options])


def test_options_become_the_recipe(fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path) -> None:
    options = [
        *(
            "--size=640",
            "--preset=high",
            "--style-strength=70.5",
            "--network=vgg16",
            "--device=cpu",
            "--precision=full",
            "--seed=9",
        ),
        *("--style-weights=2,0.5", "--style-scale=1.5", "--loss=gram", "--color=match"),
    ]
    assert main(["stylize", str(photo), str(painting), str(photo), "-o", str(tmp_path / "o.png"), *options]) == 0
    recipe = fake_engine.recipe
    assert recipe is not None
    assert recipe.photo == photo
    assert recipe.styles == (StyleSource(painting, 2.0), StyleSource(photo, 0.5))
    assert (recipe.style_scale, recipe.loss, recipe.color) == (1.5, StyleLossName.GRAM, ColorMode.MATCH)
    assert (recipe.size_px, recipe.preset, recipe.style_strength) == (640, Preset.HIGH, 70.5)
    assert (recipe.network, recipe.device, recipe.seed) == (NetworkName.VGG16, DeviceName.CPU, 9)
    assert recipe.precision is Precision.FULL


@pytest.mark.parametrize(
    ("options", "start_from", "name"),
    [
        ([], StartFrom.PHOTO, None),
        (["--start", "photo"], StartFrom.PHOTO, None),
        (["--start", "noise", "--seed", "4"], StartFrom.NOISE, None),
        (["--start", "begun.png"], StartFrom.PICTURE, "begun.png"),
        (["--start", "./noise"], StartFrom.PICTURE, "noise"),
    ],
)
def test_a_run_starts_from_what_it_is_told(
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    options: list[str],
    start_from: StartFrom,
    name: str | None,
) -> None:
    assert stylize(photo, painting, tmp_path / "o.png", *options) == ExitCode.DONE
    recipe = fake_engine.recipe
    assert recipe is not None
    assert recipe.start_from is start_from
    assert recipe.start_picture == (None if name is None else Path(name))


def test_a_picture_to_start_from_that_is_not_there_is_bad_input(
    photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = tmp_path / "begun.png"
    assert stylize(photo, painting, tmp_path / "o.png", "--size=64", f"--start={begun}") == ExitCode.BAD_INPUT
    assert "“begun.png” does not exist." in capsys.readouterr().err
    assert not (tmp_path / "o.png").exists()


@pytest.mark.usefixtures("fake_engine")
def test_the_picture_is_written_and_people_are_told(
    photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stylize(photo, painting, tmp_path / "out.png") == ExitCode.DONE
    assert np.array_equal(read_picture(tmp_path / "out.png").rgb, GREEN.rgb)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "loss 0.5000" in captured.err
    assert "left" in captured.err
    assert str(tmp_path / "out.png") in captured.err


@pytest.mark.usefixtures("fake_engine")
def test_scripts_get_one_json_object_a_line(
    photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stylize(photo, painting, tmp_path / "out.png", "--json") == 0
    captured = capsys.readouterr()
    lines = [json.loads(line) for line in captured.out.splitlines()]
    assert [line["event"] for line in lines] == ["scale", "step", "step", "finished"]
    step = {"event": "step", "scale_px": 128, "step": 2, "num_steps": 2, "loss": 0.5}
    assert lines[2] == step | {"content_loss": 0.5, "style_loss": 0.25, "progress": 1.0}
    assert lines[3]["output"] == str(tmp_path / "out.png")
    assert lines[3]["seconds"] == 1.5
    assert captured.err == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("stylize", "required"),
        ("stylize a.png -o o.png", "STYLE"),
        ("stylize a.png b.png", "-o"),
        ("stylize a.png b.png -o o.png --size big", "invalid int"),
        ("stylize a.png b.png -o o.png --preset sloppy", "sloppy"),
        ("stylize a.png b.png -o o.png --device tpu", "tpu"),
        ("stylize a.png b.png -o o.png --style-weights 1,x", "'1,x' is not numbers with commas between them"),
        ("stylize a.png b.png -o o.png --preset sloppy", "'sloppy' is none of draft, standard, high"),
        (f"stylize a.png b.png -o o.png --max-memory {'9' * 400}GB", "is not an amount of memory"),
        ("stylize a.png b.png -o o.png --max-memory 1.2.3GB", "is not an amount of memory"),
        ("stylize a.png b.png -o o.png --\x1b[31mred", "--\ufffd[31mred"),
        ("stylize a.png b.png -o o.png --print 5x7cm --size 512", "not allowed with argument"),
        ("stylize a.png b.png -o o.png --size 640 --print 5x7cm", "not allowed with argument"),
        ("stylize a.png b.png -o o.png --print 5x7cm --fit stretch", "stretch"),
        ("stylize a.png b.png -o o.png --depth 12", "12"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: str, sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments.split())
    assert caught.value.code == ExitCode.USAGE
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--size", "3"], "The size must be from 64 to 16384 pixels, not 3."),
        (["--style-strength", "101"], "The style strength must be from 0 to 100, not 101."),
        (["--style-weights", "1,2"], "Each painting needs one style weight: paintings 1, style weights 2."),
        (["--style-weights", "-1"], "A style weight must be zero or more, not -1.0."),
        (["--style-scale", "9"], "The style scale must be from 0.25 to 4, not 9."),
        (["--print", "5 by 7"], "“5 by 7” is not a print size such as 50x70cm@300, in cm, mm or in."),
        (["--print", "5x7cm", "--bleed", "3"], "“3” is not a bleed such as 3mm, in mm, cm or in."),
        (["--print", "200x150cm"], "At 300 dpi the sheet would have 23622 x 17717 pixels"),
        (["--print", "3x2mm"], "its longer side must have from 64 to 16384."),
        (["--bleed", "3mm"], "--bleed and --fit go with --print: say how large the sheet is."),
        (["--fit", "crop"], "--bleed and --fit go with --print: say how large the sheet is."),
        (["--seed", "-1"], "The seed must be a whole number from 0 up, not -1."),
    ],
)
def test_values_out_of_range_exit_with_2(
    options: list[str], sentence: str, photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stylize(photo, painting, tmp_path / "o.png", *options) == ExitCode.USAGE
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("output", ["no folder/out.png", "out.xyz", "out"])
def test_an_output_that_cannot_be_written_is_reported_before_the_run(
    output: str, fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path
) -> None:
    assert stylize(photo, painting, tmp_path / output) == ExitCode.USAGE
    assert fake_engine.recipe is None


@pytest.mark.parametrize("role", ["photo", "painting", "start"])
@pytest.mark.parametrize("way", ["itself", "spelling", "link", "hard link"])
def test_what_is_painted_from_is_not_replaced(
    role: str,
    way: str,
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    start = painted(tmp_path / "start.png", (10, 20, 30))
    original = {"photo": photo, "painting": painting, "start": start}[role]
    before = original.read_bytes()
    out = tmp_path / "out.png"
    match way:
        case "itself":
            out = original
        case "spelling":
            (tmp_path / "sub").mkdir()
            out = tmp_path / "sub" / ".." / original.name
        case "link":
            out.symlink_to(original)
        case _:
            out.hardlink_to(original)
    assert stylize(photo, painting, out, f"--start={start}") == ExitCode.USAGE
    assert fake_engine.recipe is None
    assert original.read_bytes() == before
    assert "is one of the pictures that this one is painted from" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["out.jpg", "out.webp"])
def test_16_bits_need_a_file_that_can_hold_them(
    name: str,
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert stylize(photo, painting, tmp_path / name, "--depth=16") == ExitCode.USAGE
    assert f"“{name}” cannot have 16 bits a channel: only .png and .tif files can." in capsys.readouterr().err
    assert fake_engine.recipe is None


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--print=5x7cm@300"], (PrintFormat(50, 70), Fit.CROP, 827)),
        (["--print=5x7cm", "--bleed=3mm"], (PrintFormat(50, 70, bleed_mm=3), Fit.CROP, 898)),
        (["--print=5x7cm", "--fit=inside"], (PrintFormat(50, 70), Fit.INSIDE, 591)),
        (["--print=2x1in@100.5", "--fit=pad"], (PrintFormat(50.8, 25.4, 100.5), Fit.PAD, 133)),
    ],
)
def test_a_sheet_becomes_part_of_the_recipe(
    options: list[str],
    expected: tuple[PrintFormat, Fit, int],
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
) -> None:
    out = tmp_path / "out.tif"
    assert stylize(photo, painting, out, *options, "--depth=16") == ExitCode.DONE
    recipe = fake_engine.recipe
    assert recipe is not None
    assert (recipe.print_format, recipe.fit, recipe.size_px) == expected
    assert recipe.depth_bits == 16
    with Image.open(out) as image:
        assert image.info["dpi"] == (expected[0].dpi, expected[0].dpi)
        assert isinstance(image, TiffImagePlugin.TiffImageFile)
        assert image.tag_v2[TiffImagePlugin.BITSPERSAMPLE] == (16, 16, 16)
        assert image.size == (expected[0].size_px if expected[1] is Fit.PAD else (24, 18))


def test_a_photo_that_cannot_be_read_for_its_shape_exits_with_3(
    fake_engine: FakeEngine, photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stylize(tmp_path / "none.jpg", photo, tmp_path / "o.png", "--print=5x7cm") == ExitCode.BAD_INPUT
    assert "“none.jpg” does not exist." in capsys.readouterr().err
    assert fake_engine.recipe is None


@pytest.mark.usefixtures("fake_engine")
def test_the_place_is_kept_only_if_asked_for(painting: Path, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Ann"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    Image.new("RGB", (80, 60)).save(tmp_path / "photo.jpg", exif=exif)
    for options, told in (([], False), (["--keep-gps"], True)):
        assert stylize(tmp_path / "photo.jpg", painting, tmp_path / "out.jpg", *options) == ExitCode.DONE
        with Image.open(tmp_path / "out.jpg") as image:
            assert image.getexif()[ExifTags.Base.Artist] == "Ann"
            assert (ExifTags.Base.GPSInfo in image.getexif()) is told


def test_a_bad_input_file_exits_with_3(photo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.jpg").write_text("Dear aunt,")
    assert stylize(photo, tmp_path / "letter.jpg", tmp_path / "o.png") == ExitCode.BAD_INPUT
    assert "“letter.jpg” is not a picture that Impasto can read." in capsys.readouterr().err
    assert stylize(tmp_path / "none.jpg", photo, tmp_path / "o.png", "--json") == ExitCode.BAD_INPUT
    failed = json.loads(capsys.readouterr().out)
    assert failed["event"] == "failed"
    assert failed["error"] == "ImageFileError"
    assert failed["message"] == "“none.jpg” does not exist."
    assert not (tmp_path / "o.png").exists()


@pytest.mark.parametrize(
    ("error", "code"),
    [(OutOfMemoryError(64, GREEN), ExitCode.OUT_OF_MEMORY), (DivergedError(GREEN), ExitCode.FAILED)],
)
def test_a_run_that_breaks_off_keeps_its_picture(
    error: Exception,
    code: int,
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fake_engine.end = error
    assert stylize(photo, painting, tmp_path / "o.png") == code
    assert np.array_equal(read_picture(tmp_path / "o.png").rgb, GREEN.rgb)
    told = capsys.readouterr().err
    assert sentence(error) in told
    assert f"The picture so far is in {tmp_path / 'o.png'}." in told


def test_running_out_of_memory_before_there_is_a_picture(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path
) -> None:
    fake_engine.end = OutOfMemoryError(64)
    assert stylize(photo, painting, tmp_path / "o.png") == ExitCode.OUT_OF_MEMORY
    assert not (tmp_path / "o.png").exists()


def test_an_interrupt_keeps_the_picture_and_exits_with_130(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_engine.interrupt = True
    # In the background a shell has it ignored from the start.
    before = signal.getsignal(signal.SIGINT)
    assert stylize(photo, painting, tmp_path / "o.png", "--json") == ExitCode.INTERRUPTED
    assert np.array_equal(read_picture(tmp_path / "o.png").rgb, GREEN.rgb)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["scale", "step", "finished"]
    assert lines[-1]["stopped"] is True
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize(
    ("signals", "code"),
    [
        ((signal.SIGTERM,), ExitCode.TERMINATED),
        ((signal.SIGHUP,), ExitCode.HUNG_UP),
        ((signal.SIGHUP, signal.SIGTERM, signal.SIGTERM), ExitCode.HUNG_UP),
        ((signal.SIGINT, signal.SIGHUP), ExitCode.INTERRUPTED),
    ],
)
def test_the_end_of_a_session_keeps_the_picture(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path, signals: tuple[int, ...], code: int
) -> None:
    fake_engine.interrupt, fake_engine.signals = True, signals
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    assert stylize(photo, painting, tmp_path / "o.png") == code
    assert np.array_equal(read_picture(tmp_path / "o.png").rgb, GREEN.rgb)
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == before


def test_what_nohup_ignores_stays_ignored(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_engine.interrupt, fake_engine.signals = True, (signal.SIGHUP,)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert stylize(photo, painting, tmp_path / "o.png", "--json") == ExitCode.DONE
    finally:
        signal.signal(signal.SIGHUP, before)
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["num_steps"] == 2


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_stop_before_the_first_step_writes_nothing(
    fake_engine: FakeEngine,
    photo: Path,
    painting: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
) -> None:
    fake_engine.interrupt_at_start = True
    out = tmp_path / "good.png"
    out.write_bytes(b"an earlier painting")
    assert stylize(photo, painting, out, *options) == ExitCode.INTERRUPTED
    assert out.read_bytes() == b"an earlier painting"
    captured = capsys.readouterr()
    if options:
        finished = json.loads(captured.out.splitlines()[-1])
        assert (finished["event"], finished["output"], finished["num_steps"]) == ("finished", None, 0)
    else:
        assert "nothing had been painted yet" in captured.err


@pytest.mark.parametrize(("text", "memory_bytes"), [("4GB", 4 << 30), ("1.5 GiB", 3 << 29), ("800mb", 800 << 20)])
def test_the_memory_allowed_reaches_the_engine(
    fake_engine: FakeEngine, photo: Path, painting: Path, tmp_path: Path, text: str, memory_bytes: int
) -> None:
    assert stylize(photo, painting, tmp_path / "o.png", "--max-memory", text) == ExitCode.DONE
    assert fake_engine.max_memory_bytes == memory_bytes


@pytest.mark.parametrize("text", ["much", "4", "0GB", "-1GB"])
def test_what_is_no_amount_of_memory_is_a_usage_error(photo: Path, painting: Path, tmp_path: Path, text: str) -> None:
    with pytest.raises(SystemExit) as caught:
        stylize(photo, painting, tmp_path / "o.png", f"--max-memory={text}")
    assert caught.value.code == ExitCode.USAGE


def test_an_estimate_is_told_to_people_and_to_scripts(
    photo: Path, painting: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("core.forecast.pace.estimate", lambda *_, **__: Estimate(100.0, 3 << 29, 5000))
    assert main(["estimate", str(photo), str(painting), "--size", "640", "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == {
        "event": "estimate",
        "seconds": 100.0,
        "peak_bytes": 3 << 29,
        "largest_size_px": 5000,
    }
    assert main(["estimate", str(photo), str(painting), "--size", "640"]) == ExitCode.DONE
    told = capsys.readouterr().err
    assert "about 1½ min" in told
    assert "1.5 GB" in told
    assert "5000 pixels" in told


def test_an_estimate_that_runs_out_of_memory_has_the_code_of_that(
    photo: Path, painting: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run_out(*_: object, **__: object) -> None:
        raise OutOfMemoryError(640)

    monkeypatch.setattr("core.forecast.pace.estimate", run_out)
    assert main(["estimate", str(photo), str(painting), "--size", "640"]) == ExitCode.OUT_OF_MEMORY
    assert "There is not enough memory to paint a picture of 640 pixels." in capsys.readouterr().err


def test_an_estimate_of_a_missing_photo_says_so(painting: Path, tmp_path: Path) -> None:
    assert main(["estimate", str(tmp_path / "none.jpg"), str(painting)]) == ExitCode.BAD_INPUT


def test_every_command_has_a_parser() -> None:
    for command in cli.COMMANDS:
        with pytest.raises(SystemExit) as caught:
            parser().parse_args([command, "--help"])
        assert caught.value.code == 0


def start(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_the_real_program_paints_and_can_be_interrupted(photo: Path, painting: Path, tmp_path: Path) -> None:
    out = tmp_path / "Bild äöü.png"
    arguments = ("stylize", photo, painting, "-o", out, "--size", "128", "--preset", "high", "--json")
    with start(*arguments) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "scale"
        assert json.loads(process.stdout.readline())["event"] == "step"
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        rest, errors = process.communicate(timeout=60)
    assert process.returncode == ExitCode.INTERRUPTED, errors
    assert time.monotonic() - began < 30
    finished = json.loads(rest.splitlines()[-1])
    assert finished["event"] == "finished"
    assert finished["num_steps"] < 200
    assert read_picture(out).rgb.shape == (96, 128, 3)


@pytest.mark.slow
def test_mistakes_are_answered_without_loading_torch_or_qt(photo: Path, tmp_path: Path) -> None:
    program = f"""
import sys
from app.__main__ import main
code = main(["stylize", {str(photo)!r}, {str(photo)!r}, "-o", {str(tmp_path / "no" / "out.png")!r}])
assert code == 2, code
assert not [name for name in ("torch", "PySide6") if name in sys.modules]
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "its folder does not exist" in done.stderr
