"""One import under way: a list, and all that was chosen of it; every change gives a new plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import InputRefused
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import ImportPlan, plan_of, target_of
from desktop.people.column_memory import ColumnMemory, memory_of, remembered
from desktop.people.columns import ColumnMapping
from desktop.people.headings import Field
from desktop.people.import_desk import (
    ColumnPick,
    ImportChoices,
    ListSource,
    OpenedList,
    SheetName,
    WorkedList,
    import_desk,
)
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S
from desktop.people.old_encodings import EncodingChoice
from desktop.people.resolution import Decision, PairKey
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.desk_runner import DeskRunner

_MEMORIES = "lists.columns"  # the setting that keeps how lists were taken over


class ImportSession(QObject):
    """Reads a list in a process beside the window and works out what an import of it would do.

    Attributes:
        source: the list, once one was named.
        opened: what is in it.
        choices: what was chosen of it.
        plan: what an import would do; None while that is being worked out.
    """

    reading = Signal()
    read = Signal()
    cancelled = Signal()
    refused = Signal(str)  # why, as a sentence
    planning = Signal()
    planned = Signal(object)  # ImportPlan
    progress = Signal(int, int)

    def __init__(self, draft: Draft, this_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = ListSource()
        self.opened = OpenedList(sheets=())
        self.choices = ImportChoices()
        self.plan: ImportPlan | None = None
        self._worked: WorkedList | None = None
        self._decisions: dict[PairKey, Decision] = {}
        self._draft = draft
        self._this_year = this_year
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self.desk = DeskRunner(self)
        self.desk.answered.connect(self._take)
        self.desk.failed.connect(self._refuse)
        self.desk.progress.connect(self.progress)

    @property
    def name(self) -> str:
        """What the list is called on screen."""
        path = self.source.path
        return path.name if path is not None else tr("Rows from the clipboard")

    @property
    def sheets(self) -> Sequence[SheetName]:
        """The sheets of the file."""
        return self.opened.sheets

    @property
    def mapping(self) -> ColumnMapping:
        """What the columns are taken over as."""
        return self._worked.mapping if self._worked is not None else ColumnMapping()

    @property
    def senders(self) -> tuple[str, ...]:
        """Name the senders whose lists are remembered, the newest first."""
        return tuple(dict.fromkeys(each.sender for each in self._memories() if each.sender))

    def open(self, path: Path) -> None:
        """Read a file; what was read before is given up."""
        self._begin(ListSource(path=path))

    def paste(self, text: str, html: str) -> None:
        """Read what was copied from a sheet, a table or a page."""
        self._begin(ListSource(text=text, html=html))

    def read_as(self, encoding: str, delimiter: str) -> None:
        """Read the text file anew in this encoding, with columns split by this."""
        self._begin(msgspec.structs.replace(self.source, encoding=encoding, delimiter=delimiter))

    def show_sheet(self, index: int) -> None:
        """Show another sheet, with its columns guessed; who sent the list stays."""
        self._choose_anew(sheet=index, sender=self.choices.sender)

    def set_heading(self, first: int, last: int) -> None:
        """Take these rows of the file as the heading, none when they are 0."""
        rows = tuple(range(first, last + 1)) if first else ()
        self._choose(heading=rows, picks=(), encodings=None)

    def take_over(self, column: int, field: Field | None) -> None:
        """Take a column over as a field, or not at all."""
        picks = tuple(each for each in self.choices.picks if each.column != column)
        self._choose(picks=(*picks, ColumnPick(column, field)))

    def come_from(self, sender: str) -> None:
        """Say who sent the list: it is taken over as the sender's lists were before."""
        self._choose(sender=sender)

    def fix(self, field: Field, text: str) -> None:
        """Fix a value for everybody whose row does not say it; an empty one frees the field."""
        self._choose(fixed=self.mapping.with_fixed(field, text).fixed)

    def convert(self, encodings: Sequence[EncodingChoice]) -> None:
        """Convert these columns from their old encodings, and no others."""
        self._choose(encodings=tuple(encodings))

    def put_into_group(self, group_id: str) -> None:
        """Choose the group of people whose row names none."""
        self._choose(group_id=group_id)

    def skip_hidden(self, skips: bool) -> None:  # noqa: FBT001 - a check box gives it
        """Leave rows out that Excel hides, or take them over."""
        self._choose(skips_hidden=skips)

    def mend(self, row: int, key: str, value: object) -> None:
        """Put a value in the place of what a row says."""
        self._choose(mends=self.choices.mends.with_value(row, key, value))

    def leave_out(self, rows: Sequence[int]) -> None:
        """Leave the people of these rows out."""
        self._choose(mends=self.choices.mends.leaving_out(rows))

    def take(self, rows: Sequence[int]) -> None:
        """Take rows over though they look like no person's, or again."""
        self._choose(mends=self.choices.mends.taking(rows))

    def decide(self, keys: Sequence[PairKey], decision: Decision) -> None:
        """Decide about pairs of people who may be one."""
        self._decisions.update(dict.fromkeys(keys, decision))
        self._plan()

    def remember(self) -> None:
        """Keep how the list was taken over, for the next one like it."""
        memory = memory_of(self.mapping, self.choices.sender, self.source.folder)
        kept = remembered(self._memories(), memory)
        self._draft.keep_setting(_MEMORIES, msgspec.json.encode(kept).decode())

    def cancel_reading(self) -> None:
        """Stop reading, as the officer asked."""
        self.stop()
        self.cancelled.emit()

    def stop(self) -> None:
        """Give up whatever is under way."""
        self._soon.stop()
        self.desk.close()

    def _begin(self, source: ListSource) -> None:
        self.stop()
        self.source = source
        self._decisions = {}
        self._worked = self.plan = None
        self.reading.emit()
        draft = self._draft
        self.desk.open(
            import_desk,
            source,
            target_of(draft.conference, draft.delegates, self._this_year),
            msgspec.msgpack.encode(draft.delegates),
            self._memories(),
            memory_mb=READ_MEMORY_MB,
        )
        self.desk.ask(None, READ_TIMEOUT_S)

    def _choose_anew(self, **choices: Any) -> None:  # noqa: ANN401 - fields of ImportChoices
        self.choices = ImportChoices(**choices)
        self._decisions = {}
        self._plan_soon()

    def _choose(self, **changes: Any) -> None:  # noqa: ANN401 - fields of ImportChoices
        self.choices = msgspec.structs.replace(self.choices, **changes)
        self._plan_soon()

    def _plan_soon(self) -> None:
        """Work out what the import would do, once the window has shown the change."""
        self.plan = None
        self.planning.emit()
        self._soon.start()

    def _ask(self) -> None:
        self.desk.ask(self.choices, READ_TIMEOUT_S)

    def _take(self, answer: OpenedList | WorkedList) -> None:
        if isinstance(answer, OpenedList):
            self.opened = answer
            self.read.emit()
            self._choose_anew(sheet=answer.likely)
            return
        self._worked = answer
        self._plan()

    def _plan(self) -> None:
        if self._worked is None:
            return
        self.plan = plan_of(self._worked, self._draft.delegates, dict(self._decisions))
        self.planned.emit(self.plan)

    def _memories(self) -> tuple[ColumnMemory, ...]:
        text = self._draft.setting(_MEMORIES)
        try:
            return msgspec.json.decode(text or "[]", type=tuple[ColumnMemory, ...])
        except msgspec.MsgspecError:  # of another version of the program
            return ()

    def _refuse(self, error: Exception) -> None:
        self.desk.close()
        if isinstance(error, InputRefused):
            self.refused.emit(refusal_sentence(error))
        elif isinstance(error, JobFailed):
            self.refused.emit(f"{self.name}: {job_sentence(error)}")
        else:
            self.refused.emit(
                tr(
                    "{file} could not be read because of a fault in this program. Nothing was"
                    " changed. Save the list as CSV in Excel and try that.",
                    file=self.name,
                )
            )
