"""What an import would do: the people as they would be stored, the doubts, the rows left out."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import ImportPlan, key_of
from desktop.models.import_rows import ImportedRows, SentenceRows
from desktop.people.import_report import ImportProblem, LeftOutRow
from desktop.rules.check import check
from desktop.rules.counting import count_by_group
from desktop.rules.make_up import listed
from desktop.sentences.imports import import_problem_sentence, left_out_sentence
from desktop.widgets.gauge import GaugeRow
from desktop.widgets.labels import PlainLabel
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.theme import GAP

_PEOPLE_TAB, _PROBLEMS_TAB, _LEFT_OUT_TAB = range(3)
_ONE_LINE, _TWO_LINES = 30, 48


class ImportPreviewPanel(QWidget):
    """Shows a plan."""

    skipping_changed = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._plan: ImportPlan | None = None
        self._names: dict[str, str] = {}
        self.summary = PlainLabel(role="heading", parent=self)
        self.groups = PlainLabel(parent=self)
        self.gauge = GaugeRow(tr("After the import"), self)
        self.gauge.caption.hide()
        self.skip_box = QCheckBox(self)
        self.skip_box.setChecked(True)
        self.people = ImportedRows(import_problem_sentence, self)
        self.problems = SentenceRows[ImportProblem](
            (tr("Person"), tr("What to check")), self._problem, self
        )
        self.left_out = SentenceRows[LeftOutRow](
            (tr("Why"), tr("What the row holds")), _left_out, self
        )
        self.people_table = _table(self.people, tr("People to be added"), self)
        self.people_table.setItemDelegate(MarkedCells(self.people_table))
        self.problems_table = _table(self.problems, tr("Cells to check"), self)
        self.left_out_table = _table(self.left_out, tr("Rows left out"), self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setAccessibleName(tr("Parts of the preview"))
        for table in (self.people_table, self.problems_table, self.left_out_table):
            self.tabs.addTab(table, "")
        for table, width in ((self.problems_table, 180), (self.left_out_table, 300)):
            table.setColumnWidth(0, width)
            table.horizontalHeader().setStretchLastSection(True)
            table.setItemDelegate(MarkedCells(table))
            table.setWordWrap(True)
            table.verticalHeader().setDefaultSectionSize(_TWO_LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.summary, self.groups, self.gauge.bar, self.gauge.words, self.skip_box):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        self.problems_table.activated.connect(self.show_problem)
        self.skip_box.toggled.connect(self._show_people)
        self.skip_box.toggled.connect(self.skipping_changed)

    @property
    def skips_listed(self) -> bool:
        """Whether people who are in the conference already are left out."""
        return self.skip_box.isChecked()

    def show_planning(self) -> None:
        """Say that the plan is being made."""
        self.summary.setText(tr("Working the list out…"))
        self.setEnabled(False)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan."""
        self.setEnabled(True)
        self._plan = plan
        self._names = {one.id: one.name for one in plan.preview.delegates}
        count = len(plan.listed_already)
        self.skip_box.setVisible(count > 0)
        self.skip_box.setToolTip(tr("Same ID number, or same name, birth and unit"))
        self.skip_box.setText(tr("Leave out {count} who are on the list already", count=count))
        # values that were not taken come first
        self.problems.show(sorted(plan.preview.problems, key=lambda problem: problem.is_taken))
        self.left_out.show(plan.preview.left_out)
        self.tabs.setTabText(
            _PROBLEMS_TAB, tr("To check ({count})", count=len(plan.preview.problems))
        )
        self.tabs.setTabText(
            _LEFT_OUT_TAB, tr("Rows left out ({count})", count=len(plan.preview.left_out))
        )
        self._show_people()

    def show_problem(self, index: QModelIndex) -> None:
        """Lead to the cell a problem is about."""
        if self._plan is None:
            return
        problem = self.problems.item(index.row())
        row = self.people.row_of(problem.delegate_id)
        if row >= 0:
            cell = self.people.index(
                row, self.people.column_of(key_of(problem, self._plan.mapping))
            )
            self.tabs.setCurrentIndex(_PEOPLE_TAB)
            self.people_table.setCurrentIndex(cell)
            self.people_table.scrollTo(cell, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.people_table.setFocus()

    def _show_people(self) -> None:
        plan, draft = self._plan, self._draft
        if plan is None:
            return
        groups = draft.conference.groups
        self.people.show(plan, groups, skip_listed=self.skips_listed)
        for number, column in enumerate(self.people.columns):
            self.people_table.setColumnWidth(number, column.width)
        new = plan.people(skip_listed=self.skips_listed)
        self.summary.setText(
            tr("{count} people will be added", count=len(new))
            if new
            else tr("Nobody to add as the columns are understood now")
        )
        after = (*draft.delegates, *new)
        before, then = count_by_group(draft.delegates), count_by_group(after)
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
        self.groups.setText("\n".join(lines))
        findings = check(draft.conference, after, draft.pack) if draft.pack else ()
        self.gauge.show_make_up(listed(draft.conference, after, draft.pack, findings))
        self.tabs.setTabText(
            _PEOPLE_TAB, tr("As they will be stored ({count})", count=self.people.rowCount())
        )

    def _problem(self, problem: ImportProblem) -> tuple[str, ...]:
        sign = "▲" if problem.is_taken else "✖"
        name = self._names.get(problem.delegate_id, "")
        return name, f"{sign}  {import_problem_sentence(problem)}"


def _left_out(row: LeftOutRow) -> tuple[str, ...]:
    return left_out_sentence(row), row.text


def _table(rows: QAbstractTableModel, name: str, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(rows)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(_ONE_LINE)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
