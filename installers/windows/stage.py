"""The folder that the installer unpacks and the portable form is: everything the program is."""

from __future__ import annotations

import compileall
from pathlib import Path

from desktop.shipped_parts import licence_report
from installers.icon import write_windows_icon
from installers.packages import add_program, install_packages
from installers.steps import BuildStopped, step
from installers.trimming import PACKAGES_LEFT_OUT, RUNTIME_LIBRARIES, trim
from installers.windows.imports import asked_libraries, missing_libraries
from installers.windows.launcher import HERE, add_launchers
from installers.windows.runtime import PYTHON, Archive, add_runtime, for_windows


def build_stage(stage: Path, work: Path, version: str, archive: Archive | None) -> None:
    """Build it in an empty folder.

    Raises:
        BuildStopped: a tool failed, or something in it would not start.
    """
    with step("Python for Windows"):
        add_runtime(stage, work, archive)
    with step("packages, trimmed"):
        program = stage / "program"
        install_packages(program, work, for_windows())
        add_program(program, work)
        trim(program)
        _move_runtime_libraries(program / "PySide6", stage)
        program.joinpath("start.py").write_bytes(HERE.joinpath("start.py").read_bytes())
        paths = "program\r\nlib\r\nlib\\parts\r\n"
        stage.joinpath(f"python{PYTHON}._pth").write_text(paths, newline="")
        licences = licence_report(PACKAGES_LEFT_OUT)
        stage.joinpath("LICENCES.txt").write_text(licences, encoding="utf-8")
    with step("compiled"):
        _compile(stage)
    with step("launchers"):
        icon = work / "hoinghi.ico"
        write_windows_icon(icon)
        add_launchers(stage, work, version, icon)
    with step("libraries that parts ask for"):
        files = [file.name for file in stage.rglob("*") if file.is_file()]
        if missing := missing_libraries(asked_libraries(stage), files):
            raise BuildStopped("\n".join(missing))


def _move_runtime_libraries(qt: Path, stage: Path) -> None:
    """Move Microsoft's runtime beside the program, where every part looks for it."""
    for file in qt.glob("*.dll"):
        if RUNTIME_LIBRARIES.fullmatch(file.name):
            file.replace(stage / file.name)


def _compile(stage: Path) -> None:
    """Turn all Python into its compiled form alone: fewer files to copy, and read at once."""
    for folder in (stage / "program", stage / "lib"):
        done = compileall.compile_dir(
            folder, quiet=1, legacy=True, stripdir=str(stage), workers=2, maxlevels=30
        )
        if not done:
            raise BuildStopped(f"Not all of {folder} can be compiled.")
        for source in folder.rglob("*.py"):
            source.unlink()
