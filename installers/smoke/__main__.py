"""Try the installers as an office would: `python3 dev.py installers-test`.

The Windows one under Wine, the package in a bare root without a network; both from the first
installation over an upgrade with a store in use to the removal.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import installers.linux.__main__ as linux_build
import installers.windows.__main__ as windows_build
from installers.program import NAME, ROOT, version
from installers.smoke.linux import try_package
from installers.smoke.windows import try_installer
from installers.steps import BuildStopped, size_mb

_SYSTEMS = ("windows", "linux")
_LARGEST_MB = {"windows": 60.0, "linux": 80.0}


def main(words: list[str]) -> int:
    """Build what is not built yet, and try it; 0 when all of it holds."""
    asked = _parser().parse_args(words)
    with tempfile.TemporaryDirectory(prefix="hoinghi-try-") as folder:
        try:
            for system in asked.systems or _SYSTEMS:
                work = (asked.work or Path(folder)) / system
                work.mkdir(parents=True, exist_ok=True)
                _TRIALS[system](asked, work)
        except BuildStopped as stop:
            print(f"FAULT  {stop}", file=sys.stderr)
            return 1
    print("The installers work.")
    return 0


def _try_windows(asked: argparse.Namespace, build: Path) -> None:
    into = asked.into
    setup = into / f"{NAME}-{version()}-setup.exe"
    portable = into / f"{NAME}-{version()}-portable.zip"
    if not (setup.is_file() and portable.is_file() and build.joinpath(NAME).is_dir()):
        into.mkdir(parents=True, exist_ok=True)
        windows_build.build(into, build, None, is_quick=False)
    _check_size(setup, "windows")
    with tempfile.TemporaryDirectory(prefix="hoinghi-wine-") as work:
        try_installer(setup, portable, build, Path(work), asked.pictures)


def _try_linux(asked: argparse.Namespace, build: Path) -> None:
    into = asked.into
    if os.geteuid() != 0:
        raise BuildStopped("A bare root is made by the administrator only: start this as root.")
    packages = sorted(into.glob(f"{linux_build.NAME}_{version()}_*.deb"))
    if not (packages and build.joinpath("tree").is_dir()):
        into.mkdir(parents=True, exist_ok=True)
        packages = [linux_build.build(into, build, is_quick=False)]
    _check_size(packages[0], "linux")
    with tempfile.TemporaryDirectory(prefix="hoinghi-root-") as work:
        try_package(packages[0], build, Path(work), asked.pictures, asked.release)


def _check_size(file: Path, system: str) -> None:
    size = size_mb(file)
    print(f"{size:7.1f} MB  {file.name}", file=sys.stderr)
    if size > _LARGEST_MB[system]:
        raise BuildStopped(f"{file.name} is larger than {_LARGEST_MB[system]:.0f} MB.")


_TRIALS = {"windows": _try_windows, "linux": _try_linux}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py installers-test", description=__doc__)
    parser.add_argument("systems", nargs="*", choices=[*_SYSTEMS, []], help="both without it")
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where installers are")
    parser.add_argument("--work", type=Path, help="a folder to work in that is kept")
    parser.add_argument(
        "--pictures", type=Path, default=ROOT / "dist" / "pictures", help="where they go"
    )
    parser.add_argument("--release", default="", help="of Debian, by its code name; else our own")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
