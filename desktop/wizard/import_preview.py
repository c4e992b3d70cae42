"""What an import would do: the people as they would be stored, the doubts, the rows left out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import ImportPlan
from desktop.models.import_problem_rows import SENTENCE, VALUE, ProblemRows
from desktop.models.import_rows import ImportedRows, SentenceRows
from desktop.people.import_report import LeftOutRow
from desktop.rules.check import check
from desktop.rules.counting import count_by_group
from desktop.rules.make_up import MakeUp, listed
from desktop.sentences.imports import import_problem_sentence, left_out_sentence
from desktop.sentences.measures import measure_words
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.delegate_cells import DelegateCells
from desktop.widgets.gauge import GaugeRow
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.plain_table import ONE_LINE, PlainTable
from desktop.widgets.problem_cells import ProblemCells
from desktop.widgets.theme import GAP
from desktop.wizard.import_duplicates import ImportDuplicates
from desktop.wizard.import_encodings import ImportEncodings

_EDIT = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)

_ROOMY_WIDTH = 1000


class ImportPreviewPanel(QWidget):
    """Shows a plan, and lets it be mended in place."""

    hinted = Signal(str)  # how a cell is written, while what stands in it is wrong
    rows_left_out = Signal(list)  # row numbers
    rows_taken = Signal(list)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._plan: ImportPlan | None = None
        self._waiting: ImportPlan | None = None
        self._after: tuple[Delegate, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_ratios)
        self.summary = PlainLabel(role="heading", parent=self)
        self.groups = PlainLabel(parent=self)
        self.before = PlainLabel(role="hint", parent=self)
        self._is_low = False
        self.gauge = GaugeRow(tr("After the import"), self)
        self.gauge.caption.hide()
        self.people = ImportedRows(import_problem_sentence, self)
        self.problems = ProblemRows(self.people, import_problem_sentence, self)
        self.left_out = SentenceRows[LeftOutRow](
            (tr("Why"), tr("What the row holds")), _left_out, self
        )
        self.people_table = PlainTable(
            self.people, tr("People to be added"), self, row_height=ONE_LINE
        )
        self.problems_table = PlainTable(self.problems, tr("Cells to check"), self)
        self.left_out_table = PlainTable(self.left_out, tr("Rows left out"), self)
        self.encodings = ImportEncodings(self)
        self.duplicates = ImportDuplicates(self)
        self.leave_out_button = QPushButton(tr("&Leave the selected out"), self)
        self.take_button = QPushButton(tr("Take the selected &over"), self)
        self.tabs = QTabWidget(self)
        mend = tr("Double-click a cell to mend it, or press F2.")
        self._people_page = self._page(self.people_table, self.leave_out_button, mend)
        mend = tr("Double-click a value under “Stored as” to mend it, or press F2.")
        self._problems_page = self._page(self.problems_table, None, mend)
        self._left_out_page = self._page(self.left_out_table, self.take_button, "")
        self._dress()
        self._lay_out()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs draw together where there is little room."""
        super().resizeEvent(event)
        room = "narrow" if self.width() < _ROOMY_WIDTH else ""
        dress_as(self.tabs.tabBar(), "room", room)

    def save_height(self) -> None:
        """Do without the bar and what was before on a low screen: the rows need the room."""
        self._is_low = True
        self.gauge.bar.hide()

    def put_aside(self, columns: QWidget) -> None:
        """Give the columns of the file, and the numbers, tabs of their own in a small window."""
        for place, page, title in (
            (0, columns, tr("Columns of the file")),
            (self.tabs.count() + 1, self.numbers, tr("Numbers after it")),
        ):
            area = QScrollArea(self.tabs)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self.tabs.insertTab(place, area, title)

    def take_back(self, columns: QWidget) -> None:
        """Show the numbers above the tabs again; the columns are to be placed elsewhere."""
        for page in (columns, self.numbers):
            page.setParent(self)
        for place in (self.tabs.count() - 1, 0):
            area = self.tabs.widget(place)
            self.tabs.removeTab(place)
            if area is not None:
                area.deleteLater()
        self._column.insertWidget(1, self.numbers)
        self.numbers.show()

    @property
    def is_editing(self) -> bool:
        """Whether a value is being typed."""
        return self.people_table.is_editing or self.problems_table.is_editing

    def show_planning(self) -> None:
        """Say that the plan is being made; what is shown stays to be worked on."""
        self.summary.setText(tr("Working the list out…"))

    def show_plan(self, plan: ImportPlan, *, is_first: bool) -> None:
        """Show a plan; while a value is being typed, afterwards."""
        if self.is_editing:
            self._waiting = plan
            return
        self._waiting = None
        self._plan = plan
        place = self._place()
        self.people.show(plan, self._draft.conference.groups)
        widths = {number: column.width for number, column in enumerate(self.people.columns)}
        give_widths(self.people_table.horizontalHeader(), widths)
        keep_widths(self.people_table, "import-people")
        row = self.problems_table.currentIndex().row()
        self.problems.show(plan.preview.problems)
        self.left_out.show(plan.preview.left_out)
        self.encodings.show_plan(plan)
        self.duplicates.show_plan(plan)
        self._show_counts(plan)
        self._show_tabs(plan)
        self._go_back(place, row)
        if is_first:
            self.tabs.setCurrentWidget(
                self.encodings if plan.worked.proposals else self._people_page
            )

    def show_problem(self, index: QModelIndex) -> None:
        """Lead to the cell a problem is about."""
        cell = self.problems.person_cell(index)
        if index.column() == VALUE or not cell.isValid():
            return  # it is edited where it stands
        self.tabs.setCurrentWidget(self._people_page)
        self.people_table.setCurrentIndex(cell)
        self.people_table.scrollTo(cell, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.people_table.setFocus()

    def _dress(self) -> None:
        self.people_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.people_table.setEditTriggers(_EDIT)
        self.problems_table.setEditTriggers(_EDIT | QAbstractItemView.EditTrigger.SelectedClicked)
        self.problems_table.widths(160, 330)
        self.left_out_table.widths(300)
        keep_widths(self.problems_table, "import-problems")
        keep_widths(self.left_out_table, "import-left-out")
        self.people_cells = DelegateCells(self.people_table)
        self.people_table.setItemDelegate(self.people_cells)
        self.problem_cells = ProblemCells(self.problems_table)
        self.problems_table.setItemDelegate(self.problem_cells)
        for button in (self.leave_out_button, self.take_button):
            button.setProperty("role", "small")

    def _page(self, table: PlainTable, button: QPushButton | None, hint: str) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        if button is not None:
            row.addWidget(button)
        row.addWidget(PlainLabel(hint, "hint", page), 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(table, 1)
        column.addLayout(row)
        return page

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("Parts of the preview"))
        for page in self._pages():
            self.tabs.addTab(page, "")
        self.numbers = QWidget(self)
        lines = QVBoxLayout(self.numbers)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP)
        for line in (self.groups, self.gauge.bar, self.before, self.gauge.words):
            lines.addWidget(line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for widget in (self.summary, self.numbers):
            self._column.addWidget(widget)
        self._column.addWidget(self.tabs, 1)

    def _pages(self) -> tuple[QWidget, ...]:
        return (
            self._people_page,
            self._problems_page,
            self.encodings,
            self.duplicates,
            self._left_out_page,
        )

    def _connect(self) -> None:
        self.problems_table.activated.connect(self.show_problem)
        for cells in (self.people_cells, self.problem_cells):
            cells.hinted.connect(self.hinted)
            cells.closeEditor.connect(self._show_waiting)
        self.leave_out_button.clicked.connect(
            lambda: self.rows_left_out.emit(
                sorted({self.people.file_row(row) for row in _rows(self.people_table)})
            )
        )
        self.take_button.clicked.connect(
            lambda: self.rows_taken.emit(
                [self.left_out.item(row).row for row in _rows(self.left_out_table)]
            )
        )

    def _show_waiting(self) -> None:
        QTimer.singleShot(0, self._show_what_waits)

    def _show_what_waits(self) -> None:
        if self._waiting is not None and not self.is_editing:
            self.show_plan(self._waiting, is_first=False)

    def _place(self) -> tuple[str, str] | None:
        """Name the cell the cursor is on, in whatever row it will be."""
        index = QPersistentModelIndex(self.people_table.currentIndex())
        if not index.isValid():
            return None
        return self.people.person(index.row()).id, self.people.columns[index.column()].key

    def _go_back(self, place: tuple[str, str] | None, problem_row: int) -> None:
        row = self.people.row_of(place[0]) if place is not None else -1
        if place is not None and row >= 0:
            self.people_table.setCurrentIndex(
                self.people.index(row, self.people.column_of(place[1]))
            )
        last = self.problems.count() - 1
        if problem_row >= 0 and last >= 0:
            self.problems_table.setCurrentIndex(
                self.problems.index(min(problem_row, last), SENTENCE)
            )

    def _show_tabs(self, plan: ImportPlan) -> None:
        titles = (
            tr("To be stored ({count})", count=self.people.rowCount()),
            tr("To check ({count})", count=len(plan.preview.problems)),
            tr("Old fonts ({count})", count=len(plan.worked.proposals)),
            tr("Perhaps twice ({count})", count=len(plan.worked.pairs)),
            tr("Left out ({count})", count=len(plan.preview.left_out)),
        )
        for page, title in zip(self._pages(), titles, strict=True):
            self.tabs.setTabText(self.tabs.indexOf(page), title)

    def _show_counts(self, plan: ImportPlan) -> None:
        draft = self._draft
        found = plan.resolution
        counts = [tr("{count} people will be added", count=len(found.added))]
        if found.twins:
            counts.append(tr("{count} are known already", count=len(found.twins)))
        self.summary.setText(
            " · ".join(counts)
            if plan.does_anything or found.twins
            else tr("Nobody to add as the columns are understood now")
        )
        after = plan.after()
        before, then = count_by_group(draft.delegates), count_by_group(after)
        groups = draft.conference.groups
        lines = [
            tr(
                "{group}: {before} → {after}, planned {target}",
                group=group.name,
                before=before.get(group.id, 0),
                after=then.get(group.id, 0),
                target="–" if group.target is None else group.target,
            )
            for group in groups
        ]
        ungrouped = len(after) - sum(then.get(group.id, 0) for group in groups)
        if ungrouped:
            lines.append(tr("In no group: {count}", count=ungrouped))
        self.groups.setText("  ·  ".join(lines))
        self._after = after
        self._soon.start()  # to count ten thousand people is a step of its own

    def _show_ratios(self) -> None:
        """Say how the ratios were where they change, and how they would be."""
        draft, after = self._draft, self._after
        conference, pack = draft.conference, draft.pack
        findings = check(conference, after, pack) if pack else ()
        then = listed(conference, after, pack, findings)
        self.gauge.show_make_up(then)
        now = _words(listed(conference, draft.delegates, pack, draft.findings))
        lines = _words(then)
        changed = [line for line in now if line not in lines] if draft.delegates else []
        self.before.setText(tr("Before: {facts}", facts=" · ".join(changed)))
        self.before.setVisible(bool(changed) and not self._is_low)
        if lines:
            self.gauge.words.setText(tr("After: {facts}", facts=" · ".join(lines)))


def _words(make_up: MakeUp) -> list[str]:
    return [words for measure in make_up.measures if (words := measure_words(measure))]


def _left_out(row: LeftOutRow) -> tuple[str, ...]:
    return left_out_sentence(row), row.text


def _rows(table: PlainTable) -> list[int]:
    """List the rows with a selected cell, whole spans at once."""
    selection = table.selectionModel().selection()
    spans = [selection.at(number) for number in range(selection.size())]
    return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
