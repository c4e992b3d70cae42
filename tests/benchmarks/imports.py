"""10,000 people from a workbook through the real dialog into the store, and all ugly lists.

For each stage the time, and how long the window stood still at most; the bare peer reads the same
workbook with openpyxl and makes nothing of it.

Run: python -m tests.benchmarks.imports
"""

from __future__ import annotations

import gc
import os
import re
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import openpyxl
from PySide6.QtWidgets import QApplication

from desktop.app import dress, open_workspace
from desktop.models.draft import Draft
from desktop.models.workspace import Workspace
from desktop.wizard.import_dialog import ImportDialog
from tests.benchmarks.lists import a_plan
from tests.benchmarks.pulse import Pulse, wait_for
from tests.builders import NOON
from tests.desktop.people.list_files import write_xlsx
from tests.desktop.people.ugly_workbooks import write_all


def memory_mb() -> int:
    """Give what this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s*(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


def figures() -> Iterator[str]:
    """Measure everything, a line each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if isinstance(application, QApplication):
        dress(application)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        workspace = open_workspace(folder / "data", lambda: NOON, lambda: uuid.uuid4().hex)
        yield from _ten_thousand(workspace, folder)
        yield from _ugly(workspace, folder / "ugly")
        workspace.store.close()


def _an_empty_draft(workspace: Workspace) -> Draft:
    sample = workspace.sample_id or workspace.add_sample()
    return workspace.open_draft(
        workspace.copy_conference(sample, "Hội nghị", None, with_delegates=False)
    )


def _ten_thousand(workspace: Workspace, folder: Path) -> Iterator[str]:
    path = write_xlsx(folder, a_plan())
    start = perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    bare = perf_counter() - start
    del book
    gc.collect()  # what the peer leaves behind is no part of the window's work
    yield f"bare openpyxl: {cells} cells in {bare:.2f} s"
    draft = _an_empty_draft(workspace)
    dialog = ImportDialog(draft, 2025, None)
    dialog.show()
    before, pulse = memory_mb(), Pulse()
    wait_for(dialog.isVisible)
    pulse.take()
    whole = start = perf_counter()
    moments: list[float] = []
    dialog.session.read.connect(lambda: moments.append(perf_counter()))
    dialog.session.open(path)
    wait_for(lambda: bool(moments))
    yield _line("process started and workbook read", moments[0] - start, bare, pulse)
    start = perf_counter()
    wait_for(lambda: bool(dialog.preview.gauge.words.text()))
    yield _line("worked out and shown", perf_counter() - start, bare, pulse)
    cell = dialog.preview.people.index(0, dialog.preview.people.column_of("unit"))
    start = perf_counter()
    dialog.preview.people.setData(cell, "Thôn Đông")
    wait_for(lambda: dialog.session.plan is not None)
    yield _line("worked out again after a mend", perf_counter() - start, bare, pulse)
    start = perf_counter()
    dialog.import_people()
    yield _line("backed up, stored, checked", perf_counter() - start, bare, pulse)
    total = perf_counter() - whole
    yield (
        f"in all: {len(draft.delegates)} people in {total:.2f} s, {total / bare:.1f} × bare,"
        f" memory of the window +{memory_mb() - before} MB"
    )
    start = perf_counter()
    draft.undo()
    yield _line("undone in one step", perf_counter() - start, bare, pulse)


def _ugly(workspace: Workspace, folder: Path) -> Iterator[str]:
    dialog = ImportDialog(_an_empty_draft(workspace), 2025, None)
    dialog.show()
    files = list(write_all(folder))
    refusals: list[str] = []
    dialog.session.refused.connect(refusals.append)
    before, pulse = memory_mb(), Pulse()
    worst = (0.0, "")
    start, most = perf_counter(), 0
    for name, path in files:
        refusals.clear()
        pulse.take()
        dialog.session.open(path)
        wait_for(lambda: dialog.session.plan is not None or bool(refusals))
        worst = max(worst, (pulse.take(), name))
        most = max(most, memory_mb())
    yield (
        f"{len(files)} ugly lists in {perf_counter() - start:.1f} s: longest gap {worst[0]:.0f} ms"
        f" ({worst[1]}), memory of the window +{most - before} MB at most"
    )
    dialog.reject()


def _line(stage: str, seconds: float, bare: float, pulse: Pulse) -> str:
    return (
        f"{stage}: {seconds:.2f} s, {seconds / bare:.2f} × bare, longest gap {pulse.take():.0f} ms"
    )


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
