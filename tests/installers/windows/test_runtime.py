"""Python for Windows, taken from an archive."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from installers.steps import BuildStopped
from installers.windows.runtime import LIBRARY, PYTHON, Archive, add_runtime


def _archive(folder: Path, names: tuple[str, ...]) -> Path:
    library = BytesIO()
    with zipfile.ZipFile(library, "w") as packed:
        for name in ("json/decoder.pyc", "lib2to3/main.pyc", "os.pyc"):
            packed.writestr(name, b"")
    path = folder / "python-embed.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"python{PYTHON}.zip", library.getvalue())
        for name in names:
            packed.writestr(name, name)
    return path


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_official_archive_is_laid_out(tmp_path: Path) -> None:
    names = (LIBRARY, "python3.dll", "vcruntime140.dll", "_sqlite3.pyd", "_ssl.pyd", "python.exe")
    path = _archive(tmp_path, names)
    stage = tmp_path / "stage"
    stage.mkdir()
    add_runtime(stage, tmp_path, Archive(path, _digest(path).upper()))
    files = {one.relative_to(stage).as_posix() for one in stage.rglob("*") if one.is_file()}
    assert files == {
        LIBRARY,
        "python3.dll",
        "vcruntime140.dll",
        "lib/parts/_sqlite3.pyd",
        "lib/json/decoder.pyc",
        "lib/os.pyc",
    }


def test_an_archive_with_another_hash_is_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path, (LIBRARY,))
    with pytest.raises(BuildStopped, match="SHA-256"):
        add_runtime(tmp_path / "stage", tmp_path, Archive(path, "0" * 64))


def test_an_archive_of_another_python_is_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path, ("python399.dll",))
    stage = tmp_path / "stage"
    stage.mkdir()
    with pytest.raises(BuildStopped, match="same version"):
        add_runtime(stage, tmp_path, Archive(path, _digest(path)))
