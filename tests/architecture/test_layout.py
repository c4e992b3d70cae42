from __future__ import annotations

from pathlib import PurePosixPath

from tests.architecture.sources import ROOT, program_files, tracked_files

TOP_LEVEL = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "db",
    "desktop",
    "dev.py",
    "installers",
    "pyproject.toml",
    "resources",
    "tests",
}
NAMES_THAT_SAY_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util"}
NAMES_THAT_SAY_NOTHING |= {"managers", "utils", "shared", "stuff", "tools"}

# in parts, so that this file does not name them either
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "deb.debian" + ".org",
    "archive.ubuntu" + ".com",
    "npmjs" + ".org",
    "anaconda" + ".org",
)


def test_the_top_level_is_exactly_the_allowed_list() -> None:
    assert {name.split("/", 1)[0] for name in tracked_files()} == TOP_LEVEL


def test_every_file_name_says_what_is_in_it() -> None:
    empty = [
        name
        for name in tracked_files()
        if NAMES_THAT_SAY_NOTHING & {part.split(".")[0] for part in PurePosixPath(name).parts}
    ]
    assert empty == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    naming = [
        name
        for name in tracked_files()
        for host in REGISTRY_HOSTS
        if host.encode() in (ROOT / name).read_bytes()
    ]
    assert naming == []


def test_no_module_outgrows_a_reader() -> None:
    long = {
        name: lines
        for name in ("dev.py", *program_files())
        if (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_every_text_file_ends_its_lines_as_unix_does() -> None:
    text = (".py", ".toml", ".md", ".json", ".po", ".ts", ".txt")
    odd = [
        name
        for name in tracked_files()
        if name.endswith(text) and b"\r" in (ROOT / name).read_bytes()
    ]
    assert odd == []
