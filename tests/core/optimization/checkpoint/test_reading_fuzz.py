"""Whatever has become of a checkpoint: it is read, or refused with the one error, and nothing else happens."""

from __future__ import annotations

import json
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import CheckpointError, CheckpointProblem
from core.machine.kept_tensor import KeptTensor
from core.optimization.checkpoint.manifest import CHECKPOINT_VERSION, MANIFEST_NAME, read_manifest
from core.optimization.checkpoint.members import to_members
from core.optimization.checkpoint.reading import read_checkpoint
from core.recipe.recipe import Recipe
from tests.core.optimization.checkpoint.run_states import run_state, snapshot
from tests.core.optimization.checkpoint.test_writer import made_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

FUZZED = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def original() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    made_writer(folder).write(snapshot(run_state()))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "copy"))


def read_whole(folder: Path) -> bool:
    """Read a checkpoint with all its tensors, and tell whether that was refused."""
    try:
        state = read_checkpoint(folder).state
        to_members(state, {KeptTensor: lambda kept: kept.fetch().tolist(), Recipe: repr})
    except CheckpointError:
        return False
    return True


def test_the_original_is_read(folder: Path) -> None:
    assert read_whole(folder)


@FUZZED
@given(data=st.data())
def test_any_byte_that_is_changed_is_noticed(folder: Path, data: st.DataObject) -> None:
    files = sorted(path for path in folder.iterdir() if path.suffix != ".jpg")
    path = data.draw(st.sampled_from(files))
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(changed)
    try:
        refused = not read_whole(folder)
        # In JSON, a blank may become another blank; and what it says does not change.
        assert refused or (path.name == MANIFEST_NAME and json.loads(changed) == json.loads(content))
    finally:
        path.write_bytes(content)


@FUZZED
@given(data=st.data())
def test_any_file_that_is_cut_short_or_longer_is_refused(folder: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in folder.iterdir() if path.suffix != ".jpg")))
    content = path.read_bytes()
    if data.draw(st.booleans()):
        path.write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    else:
        path.write_bytes(
            content + data.draw(st.binary(min_size=1, max_size=9).filter(lambda more: more.strip() != b""))
        )
    try:
        assert not read_whole(folder)
    finally:
        path.write_bytes(content)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


def places_in(member: object) -> list[tuple[Any, str | int]]:
    """Every member of a document, however deep: what it is in, and its key there."""
    found: list[tuple[Any, str | int]] = []
    pairs = member.items() if isinstance(member, dict) else enumerate(member) if isinstance(member, list) else ()
    for key, inner in pairs:
        found += [(member, key), *places_in(inner)]
    return found


@FUZZED
@given(data=st.data())
def test_any_edited_document_is_read_or_refused(folder: Path, data: st.DataObject) -> None:
    path = folder / MANIFEST_NAME
    content = path.read_bytes()
    document = json.loads(content)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places_in(document)))
        if data.draw(st.booleans()):
            container[key] = data.draw(JSON_VALUES)
        else:
            del container[key]
        if not places_in(document):
            break
    if data.draw(st.booleans()):
        # As somebody would who knows how it is made: what it says is judged by itself.
        members = {name: document[name] for name in ("manifest", "state") if name in document}
        document["crc32"] = zlib.crc32(json.dumps(members, sort_keys=True).encode())
    path.write_text(json.dumps(document))
    try:
        read_whole(folder)
    finally:
        path.write_bytes(content)


@FUZZED
@given(content=st.binary(max_size=200) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_other_file_is_refused(folder: Path, content: bytes) -> None:
    (folder / MANIFEST_NAME).write_bytes(content)
    with pytest.raises(CheckpointError) as caught:
        read_manifest(folder)
    assert caught.value.problem is not CheckpointProblem.MISSING


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b'{"a":' * 100_000, b"1" * 10_000, b'{"format": "impasto checkpoint", "format": 1}', b"\xff\xfe"],
)
def test_a_file_that_was_made_to_do_harm_is_refused(folder: Path, content: bytes) -> None:
    (folder / MANIFEST_NAME).write_bytes(content)
    with pytest.raises(CheckpointError):
        read_manifest(folder)


@pytest.mark.parametrize("version", [0, CHECKPOINT_VERSION - 1, CHECKPOINT_VERSION + 1, True, "1", None])
def test_another_version_is_told_as_such(folder: Path, version: object) -> None:
    document = json.loads((folder / MANIFEST_NAME).read_bytes())
    (folder / MANIFEST_NAME).write_text(json.dumps(document | {"version": version}))
    with pytest.raises(CheckpointError) as caught:
        read_manifest(folder)
    assert caught.value.problem is CheckpointProblem.OTHER_VERSION


def test_a_tensor_that_is_gone_is_told(folder: Path) -> None:
    for path in folder.glob("*.safetensors"):
        path.unlink()
    painter = read_checkpoint(folder).state.painter
    assert painter is not None
    with pytest.raises(CheckpointError) as caught:
        painter.last_good.fetch()
    assert caught.value.problem is CheckpointProblem.DAMAGED


def test_a_folder_without_a_checkpoint_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(CheckpointError) as caught:
            read_manifest(path)
        assert caught.value.problem is CheckpointProblem.MISSING
