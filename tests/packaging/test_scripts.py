"""The scripts around the packaged program, as far as they can be tried without building it."""

from __future__ import annotations

import importlib.util
import re
import stat
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="for Linux")


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def origins(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a script has no types to import
    return script("licences", monkeypatch).Origins()


@pytest.mark.parametrize("module", ["numpy", "torch", "PySide6", "PIL", "pi_heif", "tqdm"])
def test_every_library_brings_its_licence(origins: Any, module: str) -> None:  # noqa: ANN401
    origins.trace_package(module)
    (part,) = origins.parts.values()
    assert any(len(text) > 500 for text in part.texts.values())
    assert part.licence
    assert part.version


def test_modules_of_python_and_of_the_program_are_told_apart(origins: Any) -> None:  # noqa: ANN401
    origins.trace_package("json")
    origins.trace_package("app")
    assert set(origins.parts) == {"Python", "Impasto"}


def test_a_module_of_unknown_origin_stops_the_release(origins: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
    with pytest.raises(Exception, match="belongs to no installed distribution"):
        origins.trace_package("nowhere_to_be_found")
    assert monkeypatch is not None


def test_a_file_of_unknown_origin_stops_the_release(origins: Any, tmp_path: Path) -> None:  # noqa: ANN401
    path = tmp_path / "libnowhere.so.7"
    path.write_bytes(b"?")
    with pytest.raises(Exception, match="belongs to nothing that is installed here"):
        origins.trace_file(path, PurePosixPath("libnowhere.so.7"))


def test_sizes_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, num_bytes in {"_internal/torch/lib/libtorch_cuda.so": 5, "impasto": 3, "_internal/libz.so.1": 2}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(bytes(num_bytes))
    found = script("sizes", monkeypatch).sizes(tmp_path)
    assert found == {"torch: CUDA": 5, "program, with all Python modules": 3, "Python and system libraries": 2}


@linux_only
def test_the_archive_installs_itself_into_the_menu(tmp_path: Path) -> None:
    folder = tmp_path / "Programme für $HOME" / "impasto"
    (folder / "share" / "applications").mkdir(parents=True)
    (folder / "share" / "icons").mkdir()
    (folder / "share" / "metainfo").mkdir()
    desktop = ROOT / "resources" / "desktop" / "linux"
    for source, target in (
        ("install", "."),
        ("impasto.desktop", "share/applications"),
        ("impasto.metainfo.xml", "share/metainfo"),
    ):
        (folder / target / source).write_bytes((desktop / source).read_bytes())
    environment = {"HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin"}
    subprocess.run(["/bin/sh", str(folder / "install")], env=environment, check=True, capture_output=True)
    entry = tmp_path / "home/.local/share/applications/impasto.desktop"
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert f'Exec="{str(folder / "impasto").replace("$", chr(92) * 2 + "$")}" %F' in lines
    subprocess.run(["/bin/sh", str(folder / "install"), "--remove"], env=environment, check=True)
    assert not entry.exists()


@linux_only
@pytest.mark.parametrize("name", ["archive", "package", "run", "setup"])
def test_the_scripts_are_sound(name: str) -> None:
    path = ROOT / ".ci" / name
    assert path.stat().st_mode & stat.S_IXUSR
    subprocess.run(["bash", "-n", str(path)], check=True)  # noqa: S607 - wherever it is


@pytest.mark.parametrize("name", ["check", "release"])
def test_the_workflows_call_scripts_that_exist(name: str) -> None:
    text = (ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    called = set(re.findall(r"(?:bash|python) (\.ci/[\w.]+)", text))
    assert called
    assert all((ROOT / path).is_file() for path in called)
