"""One import under way: file, sheet, columns, options; every change gives a new plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import InputRefused
from desktop.jobs import JobFailed
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import (
    ImportPlan,
    likely_group_id,
    listed_already,
    taken_over_as,
    target_of,
)
from desktop.people.columns import ColumnMapping, guess, guess_below, most_likely_sheet
from desktop.people.headings import Field
from desktop.people.import_list import preview, preview_job
from desktop.people.import_report import ImportPreview, ImportTarget
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S, read_list_job
from desktop.people.list_sheet import ListFile, ListSheet
from desktop.sentences.jobs import job_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.job_runner import JobRunner

# more rows than this are previewed in a process of their own: 300 take some 30 ms
_ROWS_AT_ONCE = 300


class ImportSession(QObject):
    """Reads a list file beside the window and works out what an import of it would do.

    Attributes:
        path: the file, once one was chosen.
        sheet: the sheet being shown.
        mapping: what its columns are taken over as.
        group_id: the group of people whose row names none.
        skips_hidden: whether rows that Excel hides are left out.
    """

    reading = Signal()
    read = Signal()
    cancelled = Signal()
    refused = Signal(str)  # why, as a sentence
    sheet_shown = Signal()
    planning = Signal()
    planned = Signal(object)  # ImportPlan

    def __init__(self, draft: Draft, this_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = Path()
        self.sheet = ListSheet(name="", rows=())
        self.mapping = ColumnMapping()
        self.group_id = ""
        self.skips_hidden = False
        self._draft = draft
        self._this_year = this_year
        self._file = ListFile(sheets=())
        self._target: ImportTarget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._plan)
        self.reader = JobRunner(self)
        self.reader.finished.connect(self._take_file)
        self.reader.failed.connect(self._refuse)
        self.reader.cancelled.connect(self.cancelled)
        self.planner = JobRunner(self)
        self.planner.finished.connect(self._take_preview)
        self.planner.failed.connect(self._refuse)

    @property
    def sheets(self) -> tuple[ListSheet, ...]:
        """The sheets of the file."""
        return self._file.sheets

    @property
    def text_form(self) -> str:
        """How a text file was understood; empty for a workbook."""
        form = self._file.text_form
        if form is None:
            return ""
        delimiter = {"\t": tr("tabs"), " ": tr("spaces")}.get(form.delimiter, form.delimiter)
        return tr(
            "Text in {encoding}, columns split by {delimiter}",
            encoding=form.encoding.upper(),
            delimiter=delimiter,
        )

    def examples(self) -> dict[int, str]:
        """Give the first text under the heading for each column."""
        last = max(self.mapping.heading_rows, default=0)
        examples: dict[int, str] = {}
        for row in self.sheet.rows:
            if row.number > last:
                for cell in row.cells:
                    if not cell.is_copy:
                        examples.setdefault(cell.column, cell.text)
            if len(examples) == len(self.mapping.columns):
                break
        return examples

    def open(self, path: Path) -> None:
        """Read a file; what was read before is given up."""
        self.path = path
        self.stop()
        self.reading.emit()
        self.reader.start(read_list_job, path, memory_mb=READ_MEMORY_MB, timeout_s=READ_TIMEOUT_S)

    def show_sheet(self, index: int) -> None:
        """Show one sheet, with its columns guessed."""
        self.sheet = self._file.sheets[index]
        self.mapping = guess(self.sheet)
        self.group_id = likely_group_id(self._draft.conference, self.sheet, self.path, self.mapping)
        self.sheet_shown.emit()
        self.plan_soon()

    def set_heading(self, first: int, last: int) -> None:
        """Take these rows of the file as the heading, none when they are 0."""
        rows = [row.number for row in self.sheet.rows if first <= row.number <= last]
        self.mapping = guess_below(self.sheet, rows)
        self.sheet_shown.emit()
        self.plan_soon()

    def take_over(self, column: int, field: Field | None) -> None:
        """Take a column over as a field, or not at all."""
        self.mapping = taken_over_as(self.mapping, column, field)
        self.plan_soon()

    def put_into_group(self, group_id: str) -> None:
        """Choose the group of people whose row names none."""
        self.group_id = group_id
        self.plan_soon()

    def skip_hidden(self, skips: bool) -> None:  # noqa: FBT001 - a check box gives it
        """Leave rows out that Excel hides, or take them over."""
        self.skips_hidden = skips
        self.plan_soon()

    def plan_soon(self) -> None:
        """Work out what the import would do, once the window has shown the change."""
        self.planner.drop()
        self.planning.emit()
        self._soon.start()

    def _plan(self) -> None:
        draft = self._draft
        target = target_of(
            draft.conference,
            draft.delegates,
            self._this_year,
            self.group_id,
            skips_hidden=self.skips_hidden,
        )
        self._target = target
        if len(self.sheet.rows) <= _ROWS_AT_ONCE:
            self._take_preview(preview(self.sheet, self.mapping, target, draft.new_id))
            return
        self.planner.start(preview_job, self.sheet, self.mapping, target)

    def stop(self) -> None:
        """Give up whatever is under way."""
        self._soon.stop()
        self.reader.drop()
        self.planner.drop()

    def _take_file(self, file: ListFile) -> None:
        self._file = file
        self.read.emit()
        self.show_sheet(most_likely_sheet(file.sheets))

    def _take_preview(self, result: ImportPreview) -> None:
        if self._target is None:
            return
        known = listed_already(result.delegates, self._draft.delegates)
        self.planned.emit(ImportPlan(result, self.mapping, self._target, known))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, InputRefused):
            self.refused.emit(refusal_sentence(error))
        elif isinstance(error, JobFailed):
            self.refused.emit(f"{self.path.name}: {job_sentence(error)}")
        else:
            self.refused.emit(
                tr(
                    "{file} could not be read because of a fault in this program. Nothing was"
                    " changed. Save the list as CSV in Excel and try that.",
                    file=self.path.name,
                )
            )
