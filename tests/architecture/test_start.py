from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.architecture.sources import ROOT

# each costs the start some ten milliseconds or more, and no window needs it before it is used
NOT_AT_START = {
    "PIL",
    "db.handoffs",
    "db.known_keys",
    "db.own_keys",
    "defusedxml",
    "desktop.cli",
    "desktop.documents.pdf",
    "desktop.jobs",
    "desktop.rules.pack",
    "desktop.rules.tasks",
    "desktop.windows.conference_window",
    "desktop.wizard.wizard",
    "docx",
    "holidays",
    "icalendar",
    "jsonschema",
    "lxml",
    "openpyxl",
    "pikepdf",
    "pypdfium2",
    "reportlab",
    "segno",
    "sqlite_utils",
    "xlrd",
}


def told_after(module: str, what: str) -> set[str]:
    tell = f"import {module}, sys, json; print(json.dumps(sorted({what})))"
    # coverage would load modules of its own
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    surroundings = plain | {"PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        [sys.executable, "-c", tell], capture_output=True, check=True, env=surroundings
    )
    return set(json.loads(shown.stdout))


def loaded_by(module: str) -> set[str]:
    return told_after(module, "sys.modules")


def test_the_window_starts_without_what_it_does_not_need_yet() -> None:
    assert loaded_by("desktop.app") & NOT_AT_START == set()


def test_the_window_starts_without_the_namespace_of_qt_which_loads_all_its_enums() -> None:
    named = 'name for name, module in sys.modules.items() if "Qt" in vars(module)'
    assert told_after("desktop.app", named) <= {"PySide6.QtCore"}


def test_the_command_line_starts_without_qt() -> None:
    loaded = loaded_by("desktop.commands")
    assert not [name for name in loaded if name.startswith("PySide6")]
