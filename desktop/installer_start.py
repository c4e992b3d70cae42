"""Starts an installer that goes on when this program is gone; never without having been asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.program_form import Form

Starter = Callable[[Sequence[str], Path], None]

_OPENER = "xdg-open"
_LIBRARIES = "LD_LIBRARY_PATH"
# the program's own libraries, which another program is not to find first
_LIBRARIES_BEFORE = f"{_LIBRARIES}_ORIG"


def package_opener() -> str:
    """Name the program that opens a package with the system's own installer; empty without one."""
    return shutil.which(_OPENER) or ""


def start_installer(path: Path, form: Form, start: Starter | None = None) -> None:
    """Start an installer so that it asks whoever sits here; nothing is answered for them.

    Raises:
        OSError: it did not start.
    """
    begin = start or _start_apart
    match form:
        case Form.WINDOWS:
            begin([str(path)], path.parent)
        case Form.DEBIAN:
            begin([package_opener() or _OPENER, str(path)], path.parent)
        case Form.PORTABLE:
            raise ValueError(form)


def surroundings(own: Mapping[str, str]) -> dict[str, str]:
    """Give the surroundings that another program should have."""
    others = {key: value for key, value in own.items() if key != _LIBRARIES_BEFORE}
    if _LIBRARIES_BEFORE in own:
        others[_LIBRARIES] = own[_LIBRARIES_BEFORE]
    elif getattr(sys, "frozen", False):
        others.pop(_LIBRARIES, None)
    return others


def _start_apart(command: Sequence[str], folder: Path) -> None:
    apart = 0
    if sys.platform == "win32":
        apart = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    subprocess.Popen(  # noqa: S603 - no shell; the file was held against its signed hash
        list(command),
        cwd=folder,
        env=surroundings(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=apart,
        start_new_session=sys.platform != "win32",
    )
