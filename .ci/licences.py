"""Writes the licences of everything that a built program contains, and fails if it contains anything without one.

    python .ci/licences.py dist/Impasto        writes dist/Impasto/THIRD-PARTY.txt

Every file of the folder and every Python module in the program's archive is traced to where it came from: an installed
distribution, Python itself, a package of the Debian system it was built on, or Impasto. Run it with the environment
that built the program.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import sysconfig
from collections import defaultdict
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TEXTS: Final = ROOT / "resources" / "desktop" / "licences"
OWN: Final = {"app", "core", "resources", "impasto"}
LICENCE_NAME: Final = re.compile(r"(licen[cs]e|copying|notice|copyright|eula)", re.IGNORECASE)
NO_TEXT: Final = {".py", ".pyc", ".pyi", ".h", ".hpp", ".so"}
# Wheels that come without the text of the licence they name.
LENT: Final = {
    "pyside6_essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
COMMON: Final = re.compile(r"/usr/share/common-licenses/([A-Za-z]+-?[0-9.]*[0-9])")


class UntracedError(Exception):
    """Something is shipped that cannot be traced to a licence."""


@dataclass
class Part:
    """Something that comes from one place.

    Attributes:
        name: What it is called.
        version: Its version; may be empty.
        licence: What it says its licence is, in a few words; may be empty.
        texts: The licences, by the name of their files.
        files: What of it is shipped.
    """

    name: str
    version: str = ""
    licence: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


class Origins:
    """Knows where each shipped file and module came from."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self._by_path: dict[str, metadata.Distribution] = {}
        self._by_name: defaultdict[str, list[tuple[Path, metadata.Distribution]]] = defaultdict(list)
        for distribution in metadata.distributions():
            for file in distribution.files or []:
                self._by_path[file.as_posix()] = distribution
                if ".so" in file.name or file.suffix in {".dll", ".dylib", ".pyd"}:
                    self._by_name[file.name].append((Path(str(distribution.locate_file(file))), distribution))
        self._packages = metadata.packages_distributions()

    def trace_file(self, path: Path, place: PurePosixPath) -> None:
        """Find the origin of a shipped file.

        Args:
            path: The file.
            place: Where it lies within the folder of the program's contents.

        Raises:
            UntracedError: If it has none.
        """
        if place.parts[0] in OWN or place.parts[0].startswith("impasto-") or str(place) == "LICENSE":
            part = self._own()
        elif (distribution := self._by_path.get(str(place)) or self._twin(path)) is not None:
            part = self._distribution(distribution)
        elif place.parts[0].endswith(".dist-info"):
            part = self._distribution(metadata.distribution(place.parts[0].split("-")[0]))
        elif _is_pythons(path, place):
            part = self._python()
        else:
            part = self._debian(place.name)
        part.files.append(str(place))

    def trace_package(self, top: str) -> None:
        """Find the origin of a package or module at the top of the archive.

        Raises:
            UntracedError: If it has none.
        """
        if top in OWN:
            part = self._own()
        elif top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
            part = self._python()
        elif top.startswith(("pyi_", "_pyi_", "pyimod")):
            part = self.bootloader()
        elif top in self._packages:
            part = self._distribution(metadata.distribution(self._packages[top][0]))
        else:
            msg = f"The module {top} belongs to no installed distribution."
            raise UntracedError(msg)
        part.files.append(f"{top} (Python)")

    def bootloader(self) -> Part:
        """What starts the program."""
        return self._distribution(metadata.distribution("pyinstaller"))

    def _own(self) -> Part:
        return self._part("Impasto", "", "MIT", {"LICENSE": ROOT / "LICENSE", **_notices()})

    def _python(self) -> Part:
        text = next(
            (path for path in (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
             if path.is_file()), None,
        )  # fmt: skip
        return self._part("Python", sys.version.split()[0], "PSF-2.0", {"LICENSE.txt": text} if text else {})

    def _twin(self, path: Path) -> metadata.Distribution | None:
        """The distribution that has the same file in another place: PyInstaller moves some libraries."""
        for original, distribution in self._by_name.get(path.name, []):
            if original.is_file() and original.stat().st_size == path.stat().st_size and _same(original, path):
                return distribution
        return None

    def _distribution(self, distribution: metadata.Distribution) -> Part:
        name = distribution.name
        if name in self.parts:
            return self.parts[name]
        key = re.sub(r"[-.]+", "_", name).lower()
        texts = {
            file.as_posix(): Path(str(distribution.locate_file(file)))
            for file in distribution.files or []
            if LICENCE_NAME.search(file.name) and file.suffix not in NO_TEXT
        } | {file: TEXTS / file for file in LENT.get(key, ())}
        about = distribution.metadata
        classifiers = [entry.rpartition(":: ")[2] for entry in about.get_all("Classifier") or [] if "License" in entry]
        stated = about.get("License-Expression") or about.get("License") or ", ".join(classifiers)
        return self._part(name, distribution.version, stated.strip().split("\n")[0], texts)

    def _debian(self, name: str) -> Part:
        package, version = _debian_package(name)
        text = Path("/usr/share/doc", package, "copyright")
        texts = {"copyright": text}
        if text.is_file():
            for common in sorted(set(COMMON.findall(text.read_text(encoding="utf-8", errors="replace")))):
                texts[common] = Path("/usr/share/common-licenses", common)
        return self._part(f"{package} (Debian)", version, "", texts)

    def _part(self, name: str, version: str, licence: str, texts: dict[str, Path]) -> Part:
        if name not in self.parts:
            found = {
                label: path.read_text(encoding="utf-8", errors="replace").strip()
                for label, path in texts.items()
                if path.is_file()
            }
            if not found:
                msg = f"{name} {version} comes without the text of its licence."
                raise UntracedError(msg)
            self.parts[name] = Part(name, version, licence, found)
        return self.parts[name]


def _notices() -> dict[str, Path]:
    return {"NOTICE of the networks": ROOT / "resources" / "networks" / "NOTICE"} | {
        "Licences of the samples": ROOT / "resources" / "samples" / "LICENSES.md"
    }


def _is_pythons(path: Path, place: PurePosixPath) -> bool:
    """Whether a file came with Python itself, as the runtime of the compiler does on Windows."""
    if place.parts[0].startswith(("python3", "base_library", "lib-dynload", "Python")) or "libpython" in place.name:
        return True
    if place.name.lower().startswith(("vcruntime", "msvcp", "ucrtbase", "api-ms-win")):
        return True
    folders = [] if sys.platform == "linux" else [Path(sys.base_prefix, name) for name in (".", "DLLs", "lib")]
    return any((folder / path.name).is_file() for folder in folders)


def _same(first: Path, second: Path) -> bool:
    return hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()


def _debian_package(name: str) -> tuple[str, str]:
    """The Debian package that a system library belongs to, and its version.

    Raises:
        UntracedError: If it belongs to none, or this is no Debian system.
    """
    try:
        package = _asked(["--search", f"*/{name}"]).split(":", maxsplit=1)[0]
        version = _asked(["--show", "--showformat=${Version}\n", package])
    except (OSError, subprocess.CalledProcessError) as error:
        msg = f"The library {name} belongs to nothing that is installed here."
        raise UntracedError(msg) from error
    return package, version


def _asked(question: list[str]) -> str:
    """The first line that Debian's package database answers."""
    done = subprocess.run(["dpkg-query", *question], capture_output=True, text=True, check=True)  # noqa: S603, S607
    return done.stdout.split("\n", maxsplit=1)[0]


def contents_of(folder: Path) -> Path:
    """Where the program keeps what is not the program itself."""
    inner = folder / "_internal"
    return inner if inner.is_dir() else folder / "Contents" / "Frameworks"


def packages_in(program: Path) -> list[str]:
    """The packages and modules at the top of a built program's archive."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - only a machine that builds has it

    reader = CArchiveReader(str(program))
    archives = [name for name, entry in reader.toc.items() if entry[-1] == "z"]
    modules = {module for name in archives for module in reader.open_embedded_archive(name).toc}
    return sorted({module.split(".", maxsplit=1)[0] for module in modules})


def trace(folder: Path) -> list[Part]:
    """Everything that a built program consists of.

    Raises:
        UntracedError: If something has no known origin or no licence; says everything that has not.
    """
    origins, problems = Origins(), []
    contents = contents_of(folder)
    origins.bootloader().files.append("impasto (the part that starts Python)")
    programs = (folder / name for name in ("impasto", "impasto.exe", "Contents/MacOS/impasto"))
    program = next(path for path in programs if path.is_file())
    for name in packages_in(program):
        try:
            origins.trace_package(name)
        except UntracedError as error:
            problems.append(str(error))
    for path in sorted(contents.rglob("*")):
        if path.is_file() and not path.is_symlink():
            try:
                origins.trace_file(path, PurePosixPath(path.relative_to(contents).as_posix()))
            except UntracedError as error:
                problems.append(str(error))
    if problems:
        raise UntracedError("\n".join(sorted(set(problems))))
    return sorted(origins.parts.values(), key=lambda part: (part.name != "Impasto", part.name.lower()))


def written(parts: list[Part]) -> str:
    """The licences as one text: a table of contents, then each part with what is shipped of it."""
    lines = ["Impasto and the work of others that it is shipped with", "=" * 54, ""]
    lines += [f"{part.name} {part.version}".ljust(44) + part.licence for part in parts]
    lines += ["", "The libraries of Qt, PySide6 and libheif are separate files: whoever wants to may replace them.", ""]
    for part in parts:
        lines += ["", "#" * 100, f"# {part.name} {part.version}", "#" * 100, ""]
        lines += [f"  {file}" for file in part.files[:20]]
        lines += [f"  and {len(part.files) - 20} more files"] if len(part.files) > 20 else []  # noqa: PLR2004 - enough
        for label, text in part.texts.items():
            lines += ["", f"----- {label} " + "-" * 40, "", text]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the licences of the program in the folder named by the first argument."""
    folder = Path(arguments[0])
    try:
        parts = trace(folder)
    except UntracedError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    resources = folder / "Contents" / "Resources"
    target = (resources if resources.is_dir() else folder) / "THIRD-PARTY.txt"
    target.write_text(written(parts), encoding="utf-8")
    sys.stdout.write(f"{target}: {len(parts)} parts, {sum(len(part.files) for part in parts)} files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
