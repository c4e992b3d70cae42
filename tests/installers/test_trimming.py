"""What an installed program does without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installers.packages import LOCKED
from installers.trimming import (
    PACKAGES_LEFT_OUT,
    QT_MODULES,
    keeps_library_file,
    keeps_library_part,
    keeps_package_file,
    shipped_requirements,
    trim,
)
from tests.architecture.sources import imported_names, program_files


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtWidgets.pyd",
        "PySide6/__init__.pyc",
        "PySide6/Qt6Gui.dll",
        "PySide6/msvcp140.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/QtCore.abi3.so",
        "PySide6/libpyside6.abi3.so.6.11",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PIL/_imaging.cp311-win_amd64.pyd",
        "holidays/countries/vietnam.py",
        "holidays/locale/vi/LC_MESSAGES/VN.mo",
        "hoinghi-0.1.0.dist-info/METADATA",
        "lxml-6.1.3.dist-info/licenses/LICENSE.txt",
        "resources/fonts/OFL.txt",
        "resources/translations/vi/hoinghi.json",
        "resources/guide/vi/in-the.html",
        "resources/guide/vi/pictures/in-the.png",
    ],
)
def test_what_the_program_uses_is_kept(path: str) -> None:
    assert keeps_package_file(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt6Qml.dll",
        "PySide6/Qt6Network.dll",
        "PySide6/QtSql.pyd",
        "PySide6/opengl32sw.dll",
        "PySide6/designer.exe",
        "PySide6/qml/QtQuick/plugin.dll",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/plugins/sqldrivers/qsqlite.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "holidays/locale/de/LC_MESSAGES/VN.mo",
        "icalendar/tests/test_time.py",
        "pip-26.3.dist-info/METADATA",
        "trove_classifiers-2026.9.21.13.dist-info/METADATA",
        "resources/pictures/window.png",
        "resources/translations/vi/hoinghi.po",
    ],
)
def test_what_it_does_not_use_is_left_out(path: str) -> None:
    assert not keeps_package_file(path)


def test_every_module_of_qt_that_the_program_imports_is_shipped() -> None:
    imported = {
        match[1]
        for name in program_files()
        for one in imported_names(name)
        if (match := re.match(r"PySide6\.Qt(\w+)", one)) is not None
    }
    assert imported
    assert imported <= set(QT_MODULES)


def test_no_library_of_the_network_is_shipped() -> None:
    for name in ("_ssl.pyd", "libssl-3.dll", "libcrypto-3.dll", "api-ms-win-crt-time-l1-1-0.dll"):
        assert not keeps_library_part(name)
    for name in ("_sqlite3.pyd", "sqlite3.dll", "_ctypes.pyd", "libffi-8.dll"):
        assert keeps_library_part(name)


def test_the_library_goes_without_its_tests_and_tools() -> None:
    for path in ("test/test_json.py", "idlelib/run.py", "tkinter/__init__.py", "turtle.py"):
        assert not keeps_library_file(path)
    for path in ("json/decoder.py", "multiprocessing/spawn.py", "encodings/cp1258.py"):
        assert keeps_library_file(path)


def test_the_list_of_what_is_shipped_keeps_every_hash_of_the_others() -> None:
    locked = LOCKED.read_text(encoding="utf-8").splitlines()
    shipped = shipped_requirements(locked)
    names = {line.split("==")[0] for line in shipped if line and line[0].isalpha()}
    all_names = {line.split("==")[0] for line in locked if line and line[0].isalpha()}
    assert all_names - names == PACKAGES_LEFT_OUT
    at = shipped.index(next(line for line in shipped if line.startswith("pyrage==")))
    assert shipped[at + 1].strip().startswith("--hash=sha256:")
    assert locked[locked.index(shipped[at]) + 1] == shipped[at + 1]


def test_a_folder_is_trimmed_and_keeps_no_empty_folders(tmp_path: Path) -> None:
    for name in ("PySide6/QtCore.pyd", "PySide6/qml/a/b.qml", "bin/tool", "msgspec/__init__.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    trim(tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["PySide6", "PySide6/QtCore.pyd", "msgspec", "msgspec/__init__.py"]
