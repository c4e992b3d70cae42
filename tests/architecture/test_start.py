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


def loaded_by(module: str) -> set[str]:
    tell = f"import {module}, sys, json; print(json.dumps(sorted(sys.modules)))"
    # coverage would load modules of its own
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    surroundings = plain | {"PYTHONPATH": str(ROOT)}
    shown = subprocess.run(
        [sys.executable, "-c", tell], capture_output=True, check=True, env=surroundings
    )
    return set(json.loads(shown.stdout))


def test_the_window_starts_without_what_it_does_not_need_yet() -> None:
    assert loaded_by("desktop.app") & NOT_AT_START == set()


def test_the_command_line_starts_without_qt() -> None:
    loaded = loaded_by("desktop.commands")
    assert not [name for name in loaded if name.startswith("PySide6")]
