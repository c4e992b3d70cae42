"""What Windows reads from the programs."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from installers.program import version
from installers.windows.launcher import HERE, WINDOW_PROGRAM, resource_script, version_numbers


def test_windows_counts_four_numbers() -> None:
    assert version_numbers("0.1.0") == (0, 1, 0, 0)
    assert version_numbers("12.3") == (12, 3, 0, 0)
    with pytest.raises(ValueError, match="rc"):
        version_numbers("1.0rc1")


def test_the_version_of_the_sources_is_one_that_windows_can_read() -> None:
    assert len(version_numbers(version())) == 4


def test_the_resources_name_version_icon_and_manifest() -> None:
    script = resource_script("1.2.3", WINDOW_PROGRAM, Path("/i/hoinghi.ico"), Path("/m/p.manifest"))
    assert "FILEVERSION 1,2,3,0\n" in script
    assert 'VALUE "ProductVersion", "1.2.3"' in script
    assert 'VALUE "OriginalFilename", "Hoinghi.exe"' in script
    assert 'ICON "/i/hoinghi.ico"' in script
    assert '1 24 "/m/p.manifest"' in script
    assert 'BLOCK "042A04B0"' in script  # Vietnamese, Unicode
    assert script.count("BEGIN") == script.count("END\n")


def test_the_manifest_asks_for_utf8_long_paths_and_sharp_screens_but_no_administrator() -> None:
    manifest = ET.parse(HERE / "program.manifest")  # noqa: S314 - our own file
    said = {element.tag.rpartition("}")[2]: element for element in manifest.iter()}
    assert said["activeCodePage"].text == "UTF-8"
    assert said["longPathAware"].text == "true"
    assert said["dpiAwareness"].text == "PerMonitorV2"
    assert said["requestedExecutionLevel"].attrib["level"] == "asInvoker"
