"""How an installer is started; nothing is ever started here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop.installer_start import package_opener, start_installer, surroundings
from desktop.program_form import Form


def started(path: Path, form: Form) -> tuple[list[str], Path]:
    seen: list[tuple[list[str], Path]] = []

    def note(command: Sequence[str], folder: Path) -> None:
        seen.append((list(command), folder))

    start_installer(path, form, note)
    return seen[0]


def test_on_windows_the_installer_is_started_and_asks(tmp_path: Path) -> None:
    path = tmp_path / "Hoinghi-0.2.0-setup.exe"
    assert started(path, Form.WINDOWS) == ([str(path)], tmp_path)  # no /S: never silently


def test_a_package_is_opened_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hoinghi_0.2.0_amd64.deb"
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert started(path, Form.DEBIAN) == (["/usr/bin/xdg-open", str(path)], tmp_path)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert package_opener() == ""


def test_the_portable_form_starts_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="portable"):
        started(tmp_path / "x.zip", Form.PORTABLE)


def test_it_goes_on_when_the_program_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}

    def note(command: list[str], **how: Any) -> None:
        seen.update(how, command=command)

    monkeypatch.setattr(subprocess, "Popen", note)
    start_installer(tmp_path / "setup.exe", Form.WINDOWS)
    assert seen["command"] == [str(tmp_path / "setup.exe")]
    assert seen["start_new_session"] is (sys.platform != "win32")
    assert seen["stdin"] == seen["stdout"] == subprocess.DEVNULL


def test_the_other_program_does_not_find_our_libraries_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = {"LD_LIBRARY_PATH": "/usr/lib/hoinghi", "HOME": "/home/an"}
    assert surroundings(ours) == ours  # from the sources it is the system's own
    assert surroundings(ours | {"LD_LIBRARY_PATH_ORIG": "/opt"}) == {
        "LD_LIBRARY_PATH": "/opt",
        "HOME": "/home/an",
    }
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert surroundings(ours) == {"HOME": "/home/an"}
