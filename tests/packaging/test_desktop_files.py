"""What the systems are told about the program, checked as far as Linux can check it for all of them."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PIL.IcnsImagePlugin import IcnsImageFile
from PIL.IcoImagePlugin import IcoImageFile

from core.files.formats import READABLE_SUFFIXES

ROOT = Path(__file__).parents[2]
DESKTOP = ROOT / "resources" / "desktop"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TYPE_OF = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".jpe": "image/jpeg", ".jfif": "image/jpeg", ".png": "image/png",
    ".webp": "image/webp", ".tif": "image/tiff", ".tiff": "image/tiff", ".bmp": "image/bmp", ".dib": "image/bmp",
    ".gif": "image/gif", ".heic": "image/heic", ".heif": "image/heif", ".hif": "image/heif", ".avif": "image/avif",
    ".psd": "image/vnd.adobe.photoshop", ".psb": "image/vnd.adobe.photoshop", ".jxl": "image/jxl",
    ".dng": "image/x-adobe-dng",
    ".cr2": "image/x-canon-cr2", ".cr3": "image/x-canon-cr3", ".nef": "image/x-nikon-nef",
    ".nrw": "image/x-nikon-nrw", ".arw": "image/x-sony-arw", ".orf": "image/x-olympus-orf",
    ".rw2": "image/x-panasonic-rw2", ".raf": "image/x-fuji-raf", ".pef": "image/x-pentax-pef",
    ".srw": "image/x-samsung-srw",
}  # fmt: skip


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    parser.read(DESKTOP / "linux" / "impasto.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def metainfo() -> ET.Element:
    return ET.parse(DESKTOP / "linux" / "impasto.metainfo.xml").getroot()  # noqa: S314 - our own file


def test_the_desktop_offers_the_program_for_every_format_it_reads() -> None:
    assert set(desktop_entry()["MimeType"].strip(";").split(";")) == {TYPE_OF[suffix] for suffix in READABLE_SUFFIXES}


def test_files_are_handed_to_the_program() -> None:
    assert desktop_entry()["Exec"] == "impasto %F"
    assert desktop_entry()["Terminal"] == "false"


def test_the_store_and_the_desktop_agree() -> None:
    provided = {element.text for element in metainfo().iter("mediatype")}
    assert provided == set(desktop_entry()["MimeType"].strip(";").split(";"))
    assert metainfo().findtext("launchable") == "impasto.desktop"
    assert metainfo().findtext("summary") == desktop_entry()["Comment"]


def test_the_store_knows_this_version() -> None:
    versions = [release.get("version") for release in metainfo().iter("release")]
    assert versions[0] == PROJECT["version"]


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "linux/impasto.desktop"],
        ["appstreamcli", "validate", "--no-net", "linux/impasto.metainfo.xml"],
    ],
    ids=lambda command: str(command[0]),
)
def test_the_desktops_own_checkers_are_content(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([*command[:-1], str(DESKTOP / command[-1])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_linux_has_an_icon_in_every_size() -> None:
    folder = DESKTOP / "linux" / "hicolor"
    sizes = {int(path.name.split("x")[0]): path for path in folder.iterdir()}
    assert {16, 22, 24, 32, 48, 64, 128, 256, 512} == set(sizes)
    for size_px, path in sizes.items():
        with Image.open(path / "apps" / "impasto.png") as image:
            assert image.size == (size_px, size_px)
            assert image.mode == "RGBA"
            opacities = image.getchannel("A").tobytes()
            assert min(opacities) < 32
            assert max(opacities) == 255


def test_windows_has_an_icon_in_every_size() -> None:
    with Image.open(DESKTOP / "windows" / "impasto.ico") as image:
        assert isinstance(image, IcoImageFile)
        sizes = image.ico.sizes()
    assert {(size, size) for size in (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)} == sizes


def test_macos_has_an_icon_in_every_size() -> None:
    with Image.open(DESKTOP / "macos" / "impasto.icns") as image:
        assert isinstance(image, IcnsImageFile)
        sizes = {width * scale for width, _, scale in image.info["sizes"]}
    assert {32, 64, 128, 256, 512, 1024} <= sizes


def test_macos_may_open_pictures_with_the_program() -> None:
    info = plistlib.loads((DESKTOP / "macos" / "Info.plist").read_bytes())
    (documents,) = info["CFBundleDocumentTypes"]
    assert documents["CFBundleTypeRole"] == "Viewer"
    assert {"public.jpeg", "public.png", "public.tiff", "public.heic", "public.avif"} <= set(
        documents["LSItemContentTypes"]
    )
    assert info["NSHighResolutionCapable"] is True


def test_windows_is_told_of_sharp_screens_and_long_paths() -> None:
    root = ET.parse(DESKTOP / "windows" / "impasto.manifest").getroot()  # noqa: S314 - our own file
    settings = {element.tag.rpartition("}")[2]: element.text for element in root.iter()}
    assert (settings["dpiAwareness"] or "").startswith("PerMonitorV2")
    assert settings["longPathAware"] == "true"
    level = next(element for element in root.iter() if element.tag.endswith("requestedExecutionLevel"))
    assert level.get("level") == "asInvoker"


def test_windows_version_resource_is_an_expression_as_pyinstaller_wants_it() -> None:
    text = (DESKTOP / "windows" / "version.txt").read_text(encoding="utf-8")
    filled = text.replace("{numbers}", "(0, 1, 0, 0)").replace("{version}", PROJECT["version"])
    assert "{" not in filled
    tree = ast.parse(filled, mode="eval")
    names = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert names == {
        "FixedFileInfo", "StringFileInfo", "StringStruct", "StringTable", "VSVersionInfo", "VarFileInfo", "VarStruct",
    }  # fmt: skip


def test_the_version_has_the_form_that_windows_needs() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROJECT["version"])
