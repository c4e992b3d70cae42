"""Build the Windows installer and the portable form: `python3 dev.py windows-installer`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from installers.program import NAME, ROOT, version
from installers.steps import BuildStopped, run, size_mb, step
from installers.windows.launcher import HERE, version_numbers
from installers.windows.runtime import Archive
from installers.windows.stage import build_stage

_PACKING_S = 3600.0  # a minute on an idle machine
_READ_FIRST = HERE / "portable.txt"


def main(words: list[str]) -> int:
    """Build into the folder asked for; 0 when all is built."""
    asked = _parser().parse_args(words)
    if (asked.archive is None) != (asked.archive_sha256 is None):
        _parser().error("--archive and --archive-sha256 belong together")
    archive = Archive(asked.archive, asked.archive_sha256) if asked.archive else None
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hoinghi-windows-") as folder:
        work = asked.work or Path(folder)
        try:
            built = build(asked.into, work, archive, is_quick=asked.quick)
        except BuildStopped as stop:
            print(stop, file=sys.stderr)
            return 1
    for file in built:
        print(f"{size_mb(file):7.1f} MB  {file}")
    return 0


def build(into: Path, work: Path, archive: Archive | None, *, is_quick: bool) -> list[Path]:
    """Build both forms; the work folder keeps the stage and what was downloaded."""
    stage = work / NAME
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    build_stage(stage, work, version(), archive)
    print(f"{size_mb(stage):7.1f} MB  when installed", file=sys.stderr)
    with step("installer"):
        setup = into / f"{NAME}-{version()}-setup.exe"
        pack_installer(stage, work, version(), setup, is_quick=is_quick)
    with step("portable form"):
        portable = into / f"{NAME}-{version()}-portable.zip"
        _pack_portable(stage, portable)
    return [setup, portable]


def pack_installer(stage: Path, work: Path, number: str, setup: Path, *, is_quick: bool) -> None:
    """Pack a stage as the installer of a version.

    Args:
        stage: what it unpacks.
        work: holds the icon.
        number: the version.
        setup: the file to write.
        is_quick: in a fraction of the time, and half as large again.
    """
    given = {
        "VERSION": number,
        "VERSION_NUMBERS": ".".join(map(str, version_numbers(number))),
        "STAGE": str(stage),
        "OUT": str(setup),
        "ICON": str(work / "hoinghi.ico"),
        "SIZE_KB": str(int(size_mb(stage) * 1000)),
        "COMPRESSION": "quick" if is_quick else "small",
    }
    defined = [f"-D{key}={value}" for key, value in given.items()]
    run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, HERE / "setup.nsi"],
        timeout_s=_PACKING_S,
    )


def _pack_portable(stage: Path, portable: Path) -> None:
    with zipfile.ZipFile(portable, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(_READ_FIRST, f"{NAME}/ĐỌC TRƯỚC.txt")
        for file in sorted(stage.rglob("*")):
            if file.is_file():
                packed.write(file, f"{NAME}/{file.relative_to(stage).as_posix()}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py windows-installer", description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the files go")
    parser.add_argument("--work", type=Path, help="a folder to work in that is kept")
    parser.add_argument(
        "--archive", type=Path, help="Python's official embeddable archive for Windows (64-bit)"
    )
    parser.add_argument("--archive-sha256", help="its SHA-256, as published with it")
    parser.add_argument("--quick", action="store_true", help="pack quickly, for trying")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
