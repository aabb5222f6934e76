"""Tells PyInstaller of torchvision's library, which it opens by path.

Without it the program ends with "operator torchvision::nms does not exist". The name differs from version to version.
"""

from __future__ import annotations

from pathlib import Path

from PyInstaller.utils.hooks import get_package_paths

package = Path(get_package_paths("torchvision")[1])
binaries = [(str(path), "torchvision") for pattern in ("_C*.so", "_C*.pyd") for path in sorted(package.glob(pattern))]
