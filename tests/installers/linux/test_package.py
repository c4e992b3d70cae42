"""What the package for Debian says of itself."""

from __future__ import annotations

import configparser
from xml.etree import ElementTree as ET

import pytest

from desktop.handoff.bundle import FILE_ENDING
from desktop.paths import resource
from installers.linux.__main__ import HERE, control_text
from installers.program import BUNDLE_ENDING

TYPES = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_control_file_has_every_field_in_its_form() -> None:
    text = control_text("0.1.0", "amd64", 1234, ["libc6 (>= 2.36)", "libgl1"])
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Version"] == "0.1.0"
    assert fields["Installed-Size"] == "1234"
    assert fields["Depends"] == "libc6 (>= 2.36), libgl1"
    assert text.endswith(".\n")


def test_bundles_are_known_by_their_ending_and_rule_packs_by_their_first_line() -> None:
    types = ET.parse(HERE / "hoinghi-types.xml")  # noqa: S314 - our own file
    globs = [one.attrib["pattern"] for one in types.iter(f"{TYPES}glob")]
    assert globs == [f"*{BUNDLE_ENDING}"]
    assert BUNDLE_ENDING == FILE_ENDING
    (match,) = types.iter(f"{TYPES}match")
    for pack in resource("rulepacks").glob("*.toml"):
        assert pack.read_text(encoding="utf-8").startswith(match.attrib["value"])


def test_the_menu_entry_opens_the_types_of_the_package() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    entry.read(HERE / "hoinghi.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    types = ET.parse(HERE / "hoinghi-types.xml")  # noqa: S314 - our own file
    known = {one.attrib["type"] for one in types.iter(f"{TYPES}mime-type")}
    assert known <= set(desktop["MimeType"].split(";"))
    assert "hoinghi open" in desktop["Exec"]
    assert desktop["Comment[vi]"]


@pytest.mark.parametrize("page", ["hoinghi.1", "hoinghi.vi.1"])
def test_the_manual_names_every_command(page: str) -> None:
    text = HERE.joinpath(page).read_text(encoding="utf-8").replace("\\-", "-")
    for command in ("check", "export", "badges", "delegates import", "rules", "format-check"):
        assert command in text
    for command in ("handoff", "open", "demo", "self-test", "licences"):
        assert command in text
