"""In which form the program runs here: installed on Windows or Debian, or carried along."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

_UNINSTALLER = "uninstall.exe"  # only the installer puts it beside the program


class Form(StrEnum):
    """What an installer is for."""

    WINDOWS = "windows"
    PORTABLE = "portable"
    DEBIAN = "debian"


def program_form(platform: str = sys.platform) -> Form | None:
    """Tell the form; None where the program runs from its sources."""
    if not getattr(sys, "frozen", False):
        return None
    if platform != "win32":
        return Form.DEBIAN
    is_installed = Path(sys.executable).with_name(_UNINSTALLER).is_file()
    return Form.WINDOWS if is_installed else Form.PORTABLE


def installer_name(form: Form, version: str) -> str:
    """Name the file that brings a version in a form."""
    match form:
        case Form.WINDOWS:
            return f"Hoinghi-{version}-setup.exe"
        case Form.PORTABLE:
            return f"Hoinghi-{version}-portable.zip"
        case Form.DEBIAN:
            return f"hoinghi_{version}_amd64.deb"
