"""The table of the bundled network files, and the check that a file is the one in the table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.errors import NetworkFileError, NetworkProblem
from core.recipe.choices import NetworkName

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """A network file that the program ships with.

    Attributes:
        file_name: Its name in the folder of networks.
        sha256: Hexadecimal digest of its whole content.
        size_bytes: Its length.
        licence: Under which licence it is distributed.
        origin: Who trained it.
    """

    file_name: str
    sha256: str
    size_bytes: int
    licence: str
    origin: str


_OXFORD: Final = "K. Simonyan and A. Zisserman, Visual Geometry Group, University of Oxford, 2014"

NETWORK_FILES: Final[dict[NetworkName, NetworkFile]] = {
    NetworkName.VGG19: NetworkFile(
        file_name="vgg19-features.safetensors",
        sha256="cc31ecf54e8c7f803a1488c920957d784bcd445efc29b5c9b48a348695554129",
        size_bytes=25_892_824,
        licence="CC BY 4.0",
        origin=_OXFORD,
    ),
    NetworkName.VGG16: NetworkFile(
        file_name="vgg16-features.safetensors",
        sha256="269ffe84139e4d31706539f5856fd912922abfab94aa80f5272b18e5a41faf95",
        size_bytes=19_992_656,
        licence="CC BY 4.0",
        origin=_OXFORD,
    ),
}


def read_network_file(folder: Path, name: NetworkName) -> bytes:
    """The content of a bundled network file, verified against the table.

    The bytes that were verified are the bytes returned, so the file cannot change in between.

    Args:
        folder: Where the network files lie.
        name: Which network.

    Raises:
        NetworkFileError: If the file is missing, unreadable, truncated or altered.
    """
    entry = NETWORK_FILES[name]
    path = folder / entry.file_name
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NetworkFileError(path, NetworkProblem.MISSING) from error
    except OSError as error:
        raise NetworkFileError(path, NetworkProblem.UNREADABLE) from error
    if len(content) < entry.size_bytes:
        raise NetworkFileError(path, NetworkProblem.CUT_SHORT)
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise NetworkFileError(path, NetworkProblem.ALTERED)
    return content
