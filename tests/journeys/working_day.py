"""One officer's working day in a process of its own, which the power may cut at any moment.

Run as `python -m tests.journeys.working_day DATA PAPERS DIARY`. Each time the program confirms
something, the whole of it is written to the diary and flushed to the disk.
"""

from __future__ import annotations

import os
import sys
import uuid
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from db.records import Conference, Office
from desktop.app import Program, open_workspace
from desktop.models.draft import Draft
from desktop.models.saving import SaveState
from tests.builders import NOON
from tests.journeys.officer import Officer


class Confirmed(msgspec.Struct, frozen=True):
    """What the program had confirmed at one moment."""

    office: Office | None
    conference: Conference | None
    delegates: int
    is_done: bool = False


def main(data: Path, papers: Path, diary: Path) -> None:
    """Work until the conference is planned and printed."""
    application = QApplication([])
    workspace = open_workspace(data, lambda: NOON, lambda: uuid.uuid4().hex)
    program = Program(workspace)
    program.start()
    with diary.open("ab", buffering=0) as book:

        def write_down(entry: Confirmed) -> None:
            book.write(msgspec.json.encode(entry) + b"\n")
            os.fsync(book.fileno())

        def confirmed(draft: Draft | None) -> None:
            if draft is not None and draft.save_state is not SaveState.SAVED:
                return
            write_down(
                Confirmed(
                    office=workspace.office,
                    conference=draft.conference if draft is not None else None,
                    delegates=len(draft.delegates) if draft is not None else 0,
                )
            )

        Officer(program, papers, confirmed).work()
        program.end()
        workspace.store.close()
        write_down(Confirmed(office=None, conference=None, delegates=0, is_done=True))
    application.quit()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
