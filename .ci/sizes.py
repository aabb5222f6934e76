"""Says how large a built program is, part by part:  python .ci/sizes.py dist/Impasto."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Final

_MIB: Final = 1024 * 1024
# First match counts; each is looked for in the path below the folder.
PARTS: Final = (
    ("CUDA: cuDNN", ("nvidia/cudnn/",)),
    ("CUDA: cuBLAS", ("libcublas",)),
    ("CUDA: NCCL, NVSHMEM", ("nvidia/nccl/", "nvidia/nvshmem/")),
    ("CUDA: the rest of NVIDIA's", ("nvidia/", "libcudart", "libnvjpeg")),
    ("torch: CUDA", ("torch/lib/libtorch_cuda", "torch/lib/libc10_cuda", "torch/lib/libtorch_nvshmem")),
    ("torch: CPU and Python", ("torch/",)),
    ("torchvision", ("torchvision",)),
    ("Qt and PySide6", ("PySide6/", "shiboken6/")),
    ("networks", ("resources/networks/",)),
    ("styles, samples, icons", ("resources/",)),
    ("numpy", ("numpy",)),
    ("Pillow, HEIC", ("PIL/", "pillow.libs", "pi_heif", "_pi_heif")),
    ("TIFF, camera raw, JPEG XL", ("imagecodecs", "tifffile", "rawpy", "pillow_jxl")),
    ("program, with all Python modules", ("/impasto",)),
)


def part_of(place: str) -> str:
    """The part that a file belongs to."""
    return next((name for name, signs in PARTS if any(sign in place for sign in signs)), "Python and system libraries")


def sizes(folder: Path) -> Counter[str]:
    """Bytes of each part, as they lie on the disk; links count for nothing."""
    total: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            total[part_of("/" + path.relative_to(folder).as_posix())] += path.stat().st_size
    return total


def main(arguments: list[str]) -> int:
    """Print the table for the folder named by the first argument."""
    found = sizes(Path(arguments[0]))
    for name, num_bytes in [*found.most_common(), ("all of it", found.total())]:
        sys.stdout.write(f"| {name} | {num_bytes / _MIB:.0f} MiB |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
