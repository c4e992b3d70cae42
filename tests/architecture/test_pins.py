from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from typing import Any

import pytest
from packaging.requirements import Requirement

from tests.architecture.sources import ROOT

LISTS = ROOT / "installers" / "requirements"
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(requirements: list[str | dict[str, str]]) -> dict[str, str]:
    pins: dict[str, str] = {}
    for requirement in requirements:
        if isinstance(requirement, dict):
            pins |= asked(pyproject()["dependency-groups"][requirement["include-group"]])
        else:
            name, _, version = requirement.partition("==")
            pins[normal(name)] = version
    return pins


def locked(name: str) -> dict[str, str]:
    return dict(PIN.findall((LISTS / name).read_text(encoding="utf-8")))


def needed_by(name: str) -> list[Requirement]:
    """List what an installed package needs on this system, its extras left out."""
    try:
        needed = [Requirement(words) for words in requires(name) or ()]
    except PackageNotFoundError:  # a package for another system
        return []
    return [one for one in needed if one.marker is None or one.marker.evaluate({"extra": ""})]


def test_every_requirement_is_pinned_to_one_version() -> None:
    groups = pyproject()["dependency-groups"]
    wanted = asked(pyproject()["project"]["dependencies"]) | asked(groups["test"])
    assert [name for name, version in wanted.items() if not version] == []


def test_the_lists_hold_what_pyproject_asks_for() -> None:
    groups = pyproject()["dependency-groups"]
    run = asked(pyproject()["project"]["dependencies"]) | asked(groups["build"])
    assert run.items() <= locked("run.txt").items()
    assert (run | asked(groups["test"])).items() <= locked("test.txt").items()


def test_the_list_for_tests_holds_the_whole_list_for_running() -> None:
    assert locked("run.txt").items() <= locked("test.txt").items()


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_a_list_is_whole_because_nothing_beside_it_is_installed(name: str) -> None:
    pins = locked(name)
    assert [
        f"{package} needs {one}"
        for package in pins
        for one in needed_by(package)
        if normal(one.name) not in pins or pins[normal(one.name)] not in one.specifier
    ] == []


def test_the_build_backend_is_the_one_in_the_lists() -> None:
    assert asked(pyproject()["build-system"]["requires"]).items() <= locked("run.txt").items()


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_a_list_has_hashes_and_no_addresses(name: str) -> None:
    text = (LISTS / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)


def test_qt_is_not_the_release_that_loses_references_to_none() -> None:
    assert locked("run.txt")["pyside6-essentials"] == "6.11.3"
