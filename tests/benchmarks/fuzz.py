"""Feeds what strangers may have written to its readers, led by what of their code has been reached.

    python -m tests.benchmarks.fuzz [--seconds 60] [--only recipe xmp ...] [--keep FOLDER]

Each target runs in a process of its own and counts what became of every input: read, refused with an error that belongs
to it, or any other exception, of which the first of each kind is kept in FOLDER. An input that takes more than 20 s, or
ends the process, is named as such. atheris is needed, as no part of the program is; it has to be installed apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 20
_COUNTS_EVERY_S: Final = 0.5


@dataclass(frozen=True)
class Target:
    """A reader.

    Attributes:
        read: Feeds it with an input, in a folder of its own.
        seeds: What good inputs look like.
        refusals: The errors that belong to it.
        words: What inputs are likely to hold, for the mutations.
    """

    read: Callable[[bytes, Path], object]
    seeds: Sequence[bytes]
    refusals: tuple[type[Exception], ...]
    words: Sequence[str] = ()


def main() -> None:
    """Fuzz all targets one after another and print a table; or one of them in this very process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="for each (%(default)s)")
    parser.add_argument("--only", nargs="+", choices=sorted(TARGETS), default=sorted(TARGETS))
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where inputs go that met another exception")
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        _fuzz_here(arguments.only[0], arguments.here, arguments.seconds)
        return
    print(f"{'target':<12} {'tried':>9} {'read':>9} {'refused':>9}  other exceptions")  # noqa: T201 - it reports
    for name in arguments.only:
        with TemporaryDirectory() as temporary:
            folder = arguments.keep / name if arguments.keep else Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-m", "tests.benchmarks.fuzz", "--seconds", str(arguments.seconds)]
            done = subprocess.run(
                [*command, "--only", name, "--here", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
            )
            _print_row(name, folder, done)


def _print_row(name: str, folder: Path, done: subprocess.CompletedProcess[str]) -> None:
    counts = json.loads((folder / "counts.json").read_text())
    others = {what: number for what, number in counts.items() if what not in ("read", "refused")}
    if done.returncode != 0:
        others[f"ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"] = 1
    told = ", ".join(f"{what}: {number}" for what, number in others.items()) or "none"
    tried = sum(counts.values())
    print(f"{name:<12} {tried:>9} {counts.get('read', 0):>9} {counts.get('refused', 0):>9}  {told}")  # noqa: T201


def _fuzz_here(name: str, folder: Path, seconds: int) -> None:
    import atheris  # noqa: PLC0415 - installed apart

    with atheris.instrument_imports(include=["app.library", "core", "json", "defusedxml", "xml", "safetensors"]):
        target = TARGETS[name]()
    corpus = folder / "seeds"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / str(number)).write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f"{json.dumps(word)}\n" for word in target.words))
    counts: Counter[str] = Counter()
    told_at_s = 0.0

    def feed(data: bytes) -> None:
        nonlocal told_at_s
        what = _outcome(target, data, folder)
        counts[what] += 1
        if what not in ("read", "refused") and counts[what] == 1:
            (folder / f"{what}.input").write_bytes(data)
        if time.monotonic() - told_at_s > _COUNTS_EVERY_S:
            told_at_s = time.monotonic()
            (folder / "counts.json").write_text(json.dumps(counts))

    options = [f"-max_total_time={seconds}", f"-timeout={PATIENCE_S}", "-max_len=20000", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], str(corpus), *options, f"-dict={words}", f"-artifact_prefix={folder}/"], feed)
    atheris.Fuzz()


def _outcome(target: Target, data: bytes, folder: Path) -> str:
    try:
        target.read(data, folder)
    except target.refusals:
        return "refused"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__
    return "read"


def _recipe() -> Target:
    from core.errors import RecipeError  # noqa: PLC0415 - to be seen by the fuzzer while it is imported
    from core.recipe import codec  # noqa: PLC0415
    from core.recipe.recipe import Recipe, StyleSource  # noqa: PLC0415
    from core.recipe.sheet import Fit, PrintFormat  # noqa: PLC0415

    plain = Recipe(Path("photo.jpg"), (StyleSource(Path("a.png"), 0.5), StyleSource(Path("b.png"))), size_px=640)
    printed = plain.for_print(PrintFormat(300, 400, 200), Fit.CROP, (3000, 2000))
    seeds = [codec.encode(recipe, codec.whole_path).encode() for recipe in (plain, printed)]
    return Target(
        lambda data, _: codec.decode(data.decode("utf-8", "surrogateescape")), seeds, (RecipeError,), _words(seeds)
    )


def _preset() -> Target:
    from app.library.presets import PRESET_SUFFIX, KeptPreset, encoded, read_preset  # noqa: PLC0415 - as above
    from core.errors import RecipeError  # noqa: PLC0415
    from core.recipe.recipe import Recipe, StyleSource  # noqa: PLC0415
    from core.recipe.sheet import Fit, PrintFormat  # noqa: PLC0415

    plain = Recipe(Path("photo"), (StyleSource(Path("painting")),), size_px=640)
    printed = plain.for_print(PrintFormat(300, 400, 200), Fit.CROP, (3000, 2000))
    seeds = [encoded(KeptPreset(name, recipe)).encode() for name, recipe in (("a", plain), ("絵", printed))]

    def read(data: bytes, folder: Path) -> object:
        file = folder / f"preset{PRESET_SUFFIX}"
        file.write_bytes(data)
        return read_preset(file)

    return Target(read, seeds, (RecipeError,), _words(seeds))


def _provenance() -> Target:
    from core.errors import RecipeError  # noqa: PLC0415 - as above
    from core.recipe.provenance import decode_provenance  # noqa: PLC0415

    seeds = [_provenance_text().encode()]
    return Target(
        lambda data, _: decode_provenance(data.decode("utf-8", "surrogateescape")), seeds, (RecipeError,), _words(seeds)
    )


def _xmp() -> Target:
    from core.errors import RecipeError  # noqa: PLC0415 - as above
    from core.files.xmp import NAMESPACE, packet_with, provenance_in  # noqa: PLC0415
    from core.recipe.provenance import decode_provenance  # noqa: PLC0415

    def read(data: bytes, _: Path) -> None:
        text = provenance_in(data)
        if text is not None:
            decode_provenance(text)

    words = (NAMESPACE, "rdf:Description", "impasto:Provenance", "<!DOCTYPE", "<!ENTITY", "&#0;", "<![CDATA[", "xmlns:")
    return Target(read, [packet_with(_provenance_text(), "Impasto 1")], (RecipeError,), words)


def _picture() -> Target:
    """Pictures that carry a recipe, from the file on."""
    from core.errors import ImageFileError, RecipeError  # noqa: PLC0415 - as above
    from core.files.provenance_files import read_provenance  # noqa: PLC0415

    def read(data: bytes, folder: Path) -> None:
        path = folder / "picture"
        path.write_bytes(data)
        read_provenance(path)

    return Target(read, _pictures(), (ImageFileError, RecipeError), ("iTXt", "XML:com.adobe.xmp", "IHDR", "IDAT"))


def _checkpoint() -> Target:
    """What a checkpoint says, made by somebody who knows how its checksum is made."""
    from core.errors import CheckpointError, RecipeError  # noqa: PLC0415 - as above
    from core.optimization.checkpoint.manifest import MANIFEST_NAME  # noqa: PLC0415
    from core.optimization.checkpoint.reading import read_checkpoint  # noqa: PLC0415

    content = _checkpoint_files()[MANIFEST_NAME]

    def read(data: bytes, folder: Path) -> None:
        try:
            document = json.loads(data)
        except (ValueError, RecursionError):
            document = None
        if isinstance(document, dict):
            members = {name: document[name] for name in ("manifest", "state") if name in document}
            document["crc32"] = zlib.crc32(json.dumps(members, sort_keys=True).encode())
            data = json.dumps(document).encode()
        (folder / MANIFEST_NAME).write_bytes(data)
        read_checkpoint(folder)

    return Target(read, [content], (CheckpointError, RecipeError), _words([content]))


def _tensor() -> Target:
    """A tensor of a checkpoint whose checksum is right."""
    from core.errors import CheckpointError  # noqa: PLC0415 - as above
    from core.optimization.checkpoint.tensor_files import SUFFIX, TensorFile, read_tensor  # noqa: PLC0415
    from tests.core.optimization.checkpoint.run_states import SHAPE  # noqa: PLC0415

    seeds = [content for name, content in _checkpoint_files().items() if name.endswith(SUFFIX)]

    def read(data: bytes, folder: Path) -> None:
        (folder / f"0{SUFFIX}").write_bytes(data)
        read_tensor(folder, TensorFile(0, len(data), zlib.crc32(data), SHAPE, channels_last=False))

    return Target(read, seeds, (CheckpointError,), ('"dtype"', '"F32"', '"shape"', '"data_offsets"', "__metadata__"))


def _network() -> Target:
    """A network file; behind its checksum, the parser gets it as well."""
    import safetensors.torch  # noqa: PLC0415 - as above
    from safetensors import SafetensorError  # noqa: PLC0415

    from core.errors import NetworkFileError  # noqa: PLC0415
    from core.loss.network_files import NETWORK_FILES  # noqa: PLC0415
    from core.loss.vgg import load_vgg  # noqa: PLC0415
    from core.recipe.choices import NetworkName  # noqa: PLC0415

    def read(data: bytes, folder: Path) -> None:
        (folder / NETWORK_FILES[NetworkName.VGG19].file_name).write_bytes(data)
        try:
            load_vgg(folder, NetworkName.VGG19)
        except NetworkFileError:
            safetensors.torch.load(data)

    seeds = [content for name, content in _checkpoint_files().items() if name.endswith(".safetensors")]
    words = ('"dtype"', '"F32"', '"shape"', '"data_offsets"', "__metadata__")
    return Target(read, seeds, (SafetensorError,), words)


def _words(seeds: Sequence[bytes]) -> list[str]:
    """The strings of JSON documents."""
    return sorted({f'"{piece}"' for seed in seeds for piece in seed.decode().split('"')[1::2] if piece.isascii()})


def _provenance_text() -> str:
    from core.recipe.inputs import InputFile, Inputs  # noqa: PLC0415 - as above
    from core.recipe.provenance import Provenance, encode_provenance  # noqa: PLC0415
    from core.recipe.recipe import Recipe, StyleSource  # noqa: PLC0415

    recipe = Recipe(Path("photo.jpg"), (StyleSource(Path("a.png")),), size_px=640)
    return encode_provenance(
        Provenance(recipe, Inputs(InputFile("photo.jpg", 9, "0" * 64), (InputFile("a.png", 9, "1" * 64),)))
    )


def _pictures() -> list[bytes]:
    import numpy as np  # noqa: PLC0415

    from core.files.metadata import PhotoMetadata  # noqa: PLC0415 - as above
    from core.files.writing import write_picture  # noqa: PLC0415
    from core.files.xmp import packet_with  # noqa: PLC0415
    from core.picture import Picture  # noqa: PLC0415

    packet = packet_with(_provenance_text(), "Impasto 1")
    found = []
    with TemporaryDirectory() as folder:
        for suffix in (".png", ".jpg", ".tif", ".webp"):
            path = Path(folder) / f"picture{suffix}"
            write_picture(path, Picture(np.full((16, 16, 3), 90, np.uint8)), PhotoMetadata(xmp=packet))
            found.append(path.read_bytes())
    return found


def _checkpoint_files() -> dict[str, bytes]:
    from tests.core.optimization.checkpoint.run_states import run_state, snapshot  # noqa: PLC0415 - as above
    from tests.core.optimization.checkpoint.test_writer import made_writer  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        made_writer(Path(folder)).write(snapshot(run_state()))
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


TARGETS: Final[dict[str, Callable[[], Target]]] = {
    "checkpoint": _checkpoint, "network": _network, "picture": _picture, "preset": _preset, "provenance": _provenance,
    "recipe": _recipe, "tensor": _tensor, "xmp": _xmp,
}  # fmt: skip


if __name__ == "__main__":
    main()
