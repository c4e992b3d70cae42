from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.program_form import Form, installer_name, program_form
from installers.program import NAME, ROOT


def test_from_its_sources_the_program_has_no_form() -> None:
    assert program_form() is None


@pytest.mark.parametrize(
    ("platform", "has_uninstaller", "form"),
    [
        ("linux", False, Form.DEBIAN),
        ("win32", True, Form.WINDOWS),
        ("win32", False, Form.PORTABLE),
    ],
)
def test_an_installed_program_knows_its_form(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    has_uninstaller: bool,
    form: Form,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Hoinghi.exe"))
    if has_uninstaller:
        (tmp_path / "uninstall.exe").write_bytes(b"MZ")
    assert program_form(platform) is form


@pytest.mark.parametrize(
    ("form", "build", "written"),
    [
        (Form.WINDOWS, "windows", "{NAME}-{version()}-setup.exe"),
        (Form.PORTABLE, "windows", "{NAME}-{version()}-portable.zip"),
        (Form.DEBIAN, "linux", "{NAME}_{version()}_{_architecture()}.deb"),
    ],
)
def test_installers_are_called_as_their_builds_call_them(
    form: Form, build: str, written: str
) -> None:
    assert written in (ROOT / "installers" / build / "__main__.py").read_text("utf-8")
    called = written.replace("{version()}", "0.2.0").replace("{_architecture()}", "amd64")
    name = "hoinghi" if build == "linux" else NAME
    assert called.replace("{NAME}", name) == installer_name(form, "0.2.0")
