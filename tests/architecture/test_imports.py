from __future__ import annotations

import pytest

from tests.architecture.sources import imported_names, program_files, tree_of

ONLY_IN = {
    "PySide6": (
        "desktop/app.py",
        "desktop/models/",
        "desktop/widgets/",
        "desktop/windows/",
        "desktop/wizard/",
    ),
    "shiboken6": (),
    "sqlite3": ("db/",),
    "sqlite_utils": ("db/",),
    "reportlab": ("desktop/documents/",),
    "pikepdf": ("desktop/documents/",),
    "openpyxl": ("desktop/people/",),
    "holidays": ("desktop/rules/",),
    "icalendar": ("desktop/documents/",),
    "docx": ("desktop/documents/docx/",),
    "xlrd": ("desktop/people/",),
    "argparse": (
        "desktop/badge_arguments.py",
        "desktop/cli.py",
        "desktop/handoff_",
        "desktop/province_",
    ),
}

# the program works where there is no network, and must not be able to use one
NETWORK = (
    "PySide6.QtNetwork",
    "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
    "_socket",
    "_ssl",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "multiprocessing.managers",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
)


def is_of(imported: str, library: str) -> bool:
    return imported == library or imported.startswith(f"{library}.")


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_used_only_where_it_belongs(library: str) -> None:
    strangers = [
        name
        for name in program_files()
        if any(is_of(imported, library) for imported in imported_names(name))
        and not name.startswith(ONLY_IN[library])
    ]
    assert strangers == []


@pytest.mark.parametrize("module", NETWORK)
def test_no_module_can_reach_a_network(module: str) -> None:
    callers = [
        name
        for name in program_files()
        if any(is_of(imported, module) for imported in imported_names(name))
    ]
    assert callers == []


def test_the_store_imports_nothing_of_the_program() -> None:
    strangers = [
        (name, imported)
        for name in program_files()
        if name.startswith("db/")
        for imported in imported_names(name)
        if is_of(imported, "desktop") or is_of(imported, "tests")
    ]
    assert strangers == []


def only_reads_about_packages(name: str) -> bool:
    found = {one for one in imported_names(name) if is_of(one, "importlib")}
    return all(is_of(one, "importlib.metadata") for one in found)


def test_the_imports_of_every_module_can_be_seen() -> None:
    """A name imported by a text would pass by every contract."""
    hidden = [
        name
        for name in program_files()
        if any(is_of(imported, "importlib") for imported in imported_names(name))
        and not only_reads_about_packages(name)
    ]
    assert hidden == []
    assert all(tree_of(name).body for name in program_files() if "__init__" not in name)
