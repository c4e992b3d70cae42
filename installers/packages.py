"""The packages of an installer: the program's own wheel, and those of the hashed list it needs."""

from __future__ import annotations

import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installers.program import ROOT
from installers.steps import run
from installers.trimming import shipped_requirements

LOCKED = ROOT / "installers" / "requirements" / "run.txt"


def write_shipped_list(path: Path) -> None:
    """Write the hashed list of what is shipped, for pip."""
    lines = LOCKED.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*shipped_requirements(lines), ""]), encoding="utf-8")


def install_packages(into: Path, work: Path, words: Sequence[str] = ()) -> None:
    """Install what the program needs into a folder; words choose another system's wheels."""
    shipped = work / "shipped.txt"
    write_shipped_list(shipped)
    whole_list: list[str | Path] = ["--no-deps", "--require-hashes", "--requirement", shipped]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run([*pip, "--no-compile", "--target", into, *words, *whole_list])


def build_wheel(work: Path) -> Path:
    """Build the program's own wheel and give its file."""
    wheels = work / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels)]
    run([sys.executable, "-m", "pip", "--disable-pip-version-check", *build, ROOT])
    (wheel,) = wheels.glob("hoinghi-*.whl")
    return wheel


def add_program(into: Path, work: Path) -> None:
    """Unpack the program's own wheel into a folder."""
    with zipfile.ZipFile(build_wheel(work)) as packed:
        packed.extractall(into)
