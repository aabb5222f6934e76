"""Tells PyInstaller what a run loads of torch.

Takes the place of the hook that PyInstaller brings: that one packs all of torch, with its tests, headers, sources and
the compilers that a run never starts.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from PyInstaller import isolated
from PyInstaller.utils.hooks import get_package_paths

# Profilers, a solver for several graphics cards, second builds of the run-time compiler, and what moves data between
# computers: nothing links to them, and only functions that the engine does not call open them.
NEVER_LOADED = (
    "libnvperf_", "libcheckpoint", "libpcsamplingutil", "libcusolverMg", ".alt.so", "nvshmem_bootstrap",
    "nvshmem_transport", "libnvshmem_device", "libcufile_rdma", "libcufftw", "libnvblas", "libcuinj", "libaccinj",
)  # fmt: skip


@isolated.decorate
def loaded_by_an_import() -> tuple[list[str], list[str]]:
    """The modules that importing torch loads, many by a name made up at run time, and the sources it reads.

    Some modules of torch look into their own source while they are imported.
    """
    # In a process of its own, where nothing of this file is known but this function.
    import sys  # noqa: PLC0415
    from importlib.util import find_spec  # noqa: PLC0415

    read = []

    def note_source(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".py"):
            read.append(arguments[0])

    # build.spec leaves it out, and torch then takes another way.
    sys.modules["triton"] = None  # type: ignore[assignment]
    sys.addaudithook(note_source)
    import torch  # noqa: F401, PLC0415
    import torchvision.models  # noqa: F401, PLC0415

    packages = {"mpmath", "sympy", "torch", "torchgen", "torchvision"}
    modules = []
    for name in [name for name in sys.modules if name.split(".")[0] in packages]:
        try:
            spec = find_spec(name)
        except (ImportError, ValueError, AttributeError):
            continue
        if spec is not None and spec.origin is not None:
            modules.append(name)
    return modules, sorted(set(read))


def shared_libraries(folder: Path, parent: str) -> list[tuple[str, str]]:
    """Every shared library of a folder that a run may load, and where it goes: the same place within the package."""
    endings = {"linux": "*.so*", "darwin": "*.dylib", "win32": "*.dll"}[sys.platform]
    return [
        (str(path), str(Path(parent) / path.parent.relative_to(folder)))
        for path in sorted(folder.rglob(endings))
        if path.is_file() and not any(name in path.name for name in NEVER_LOADED)
    ]


package = Path(get_package_paths("torch")[1])
hiddenimports, sources = loaded_by_an_import()
installed = package.parent
datas = [
    (source, str(Path(source).parent.relative_to(installed)))
    for source in sources
    if Path(source).is_relative_to(installed)
    and Path(source).relative_to(installed).parts[0] in {"torch", "torchvision"}
]
binaries = shared_libraries(package / "lib", "torch/lib")
if sys.platform != "win32":
    binaries.append((str(package / "bin" / "torch_shm_manager"), "torch/bin"))  # asked for by the import
# torch's CUDA build keeps NVIDIA's libraries in packages of their own; cuDNN opens its parts when they are needed.
nvidia = find_spec("nvidia")
for place in (nvidia.submodule_search_locations or []) if nvidia else []:
    binaries += shared_libraries(Path(place), "nvidia")
# Links at the top level would make torch look for its other libraries there.
bindepend_symlink_suppression = ["**/torch/lib/*", "**/nvidia/*/lib/*"]
