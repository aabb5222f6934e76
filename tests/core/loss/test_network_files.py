from __future__ import annotations

from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from core.errors import NetworkFileError, NetworkProblem
from core.loss.network_files import NETWORK_FILES, read_network_file
from core.loss.vgg import load_vgg
from core.recipe.choices import NetworkName
from tests.core.conftest import NETWORKS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def folder_with(tmp_path: Path, content: bytes | None) -> Path:
    if content is not None:
        (tmp_path / NETWORK_FILES[NetworkName.VGG16].file_name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("name", list(NetworkName))
def test_the_bundled_files_are_those_of_the_table(name: NetworkName) -> None:
    assert len(read_network_file(NETWORKS_FOLDER, name)) == NETWORK_FILES[name].size_bytes


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NetworkFileError) as caught:
        load_vgg(tmp_path, NetworkName.VGG16)
    assert caught.value.problem is NetworkProblem.MISSING
    assert caught.value.arguments == {"name": "vgg16-features.safetensors"}


def test_a_truncated_file_is_reported(tmp_path: Path) -> None:
    whole = read_network_file(NETWORKS_FOLDER, NetworkName.VGG16)
    with pytest.raises(NetworkFileError) as caught:
        load_vgg(folder_with(tmp_path, whole[:-1]), NetworkName.VGG16)
    assert caught.value.problem is NetworkProblem.CUT_SHORT


def test_a_single_altered_bit_is_reported(tmp_path: Path) -> None:
    content = bytearray(read_network_file(NETWORKS_FOLDER, NetworkName.VGG16))
    content[-1000] ^= 1
    with pytest.raises(NetworkFileError) as caught:
        load_vgg(folder_with(tmp_path, bytes(content)), NetworkName.VGG16)
    assert caught.value.problem is NetworkProblem.ALTERED


def test_one_network_s_file_under_the_other_s_name_is_reported(tmp_path: Path) -> None:
    files = {name: entry.file_name for name, entry in NETWORK_FILES.items()}
    copyfile(NETWORKS_FOLDER / files[NetworkName.VGG19], tmp_path / files[NetworkName.VGG16])
    with pytest.raises(NetworkFileError) as caught:
        load_vgg(tmp_path, NetworkName.VGG16)
    assert caught.value.problem is NetworkProblem.ALTERED


def test_a_folder_in_the_file_s_place_is_reported(tmp_path: Path) -> None:
    (tmp_path / NETWORK_FILES[NetworkName.VGG16].file_name).mkdir()
    with pytest.raises(NetworkFileError) as caught:
        load_vgg(tmp_path, NetworkName.VGG16)
    assert caught.value.problem is NetworkProblem.UNREADABLE
