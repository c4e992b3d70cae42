"""The home window's list: one row for each conference, with its state and what presses most.

On the way of the start: what needs Qt's namespace of enums, or the rules, is kept out of here,
because loading either takes as long as a fifth of the whole start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db.conferences import ConferenceSummary
from desktop.language import shown_number, tr
from desktop.local_time import shown_instant
from desktop.models.workspace import Workspace
from desktop.widgets.column_widths import keep_widths, restore_widths
from desktop.widgets.theme import scaled

if TYPE_CHECKING:
    from desktop.rules.tasks import Pressing

_WIDTHS = (0, 110, 90, 130, 230, 150)  # logical pixels; the first takes the rest
_NAME = "conferences"  # under which widths are kept
_TASK_COLUMN, _CHANGED_COLUMN = 4, 5
_LEAST_TITLE_WIDTH = 260


class ConferenceList(QTableWidget):
    """All conferences that are not deleted, the one last worked on first.

    Attributes:
        pressing: how many tasks of all conferences press; None before tasks are shown.
    """

    opened = Signal(str)  # conference id
    refreshed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._summaries: tuple[ConferenceSummary, ...] = ()
        self._sample_id = ""
        self.pressing: Pressing | None = None
        self.setColumnCount(len(_WIDTHS))
        self.setHorizontalHeaderLabels(
            [
                tr("Conference"),
                tr("Day"),
                tr("Delegates"),
                tr("State"),
                tr("Next task"),
                tr("Last changed"),
            ]
        )
        self.setAccessibleName(tr("Conferences"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS[1:], start=1):
            self.setColumnWidth(column, scaled(width))
        restore_widths(self, _NAME)
        # later: a header that is being laid out does not bear a column put away meanwhile
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.timeout.connect(self._give_room)
        header.sectionResized.connect(lambda *_: self._room.start())
        self.itemActivated.connect(lambda item: self.opened.emit(self._summaries[item.row()].id))
        workspace.conferences_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> ConferenceSummary | None:
        """The conference of the current row."""
        row = self.currentRow()
        return self._summaries[row] if 0 <= row < len(self._summaries) else None

    def choose_none(self) -> None:
        """Leave no row chosen."""
        self.clearSelection()
        self.setCurrentCell(-1, -1)

    def refresh(self) -> None:
        """Read the list again and choose its first row."""
        self._summaries = self._workspace.summaries()
        self._sample_id = self._workspace.sample_id
        self.setRowCount(len(self._summaries))
        for row, summary in enumerate(self._summaries):
            for column, text in enumerate(self._cells(summary)):
                self.setItem(row, column, QTableWidgetItem(text))
        if self.pressing is not None:
            self._fill_tasks()
        if self._summaries:
            self.selectRow(0)
        self.refreshed.emit()

    def show_tasks(self) -> None:
        """Fill in the next tasks, from now on."""
        from desktop.widgets.lined_cells import LinedCells  # noqa: PLC0415 - see above

        self.setItemDelegateForColumn(_TASK_COLUMN, LinedCells(self))
        self._fill_tasks()
        keep_widths(self, _NAME)
        self.refreshed.emit()

    def _cells(self, summary: ConferenceSummary) -> tuple[str, ...]:
        title = summary.title or tr("Conference without a name")
        return (
            tr("{title} (sample)", title=title) if summary.id == self._sample_id else title,
            f"{summary.day:%d/%m/%Y}" if summary.day else "",
            shown_number(summary.delegate_count),
            self._state(summary),
            "",  # of the tasks
            shown_instant(summary.updated_at),
        )

    def _fill_tasks(self) -> None:
        from desktop.rules.tasks import next_task, pressing  # noqa: PLC0415 - see above
        from desktop.sentences.tasks import task_sentence  # noqa: PLC0415
        from desktop.widgets.lined_cells import Line, lined_item  # noqa: PLC0415
        from desktop.widgets.task_marks import signed, state_ink  # noqa: PLC0415

        of_all = [self._workspace.tasks(summary.id) for summary in self._summaries]
        for row, tasks in enumerate(of_all):
            task = next_task(tasks)
            if task is not None:
                text = signed(task.state, task_sentence(task))
                item = lined_item(Line(text, state_ink(task.state)))
                self.setItem(row, _TASK_COLUMN, item)
        self.pressing = pressing(task for tasks in of_all for task in tasks)

    def _give_room(self) -> None:
        """Leave a narrow list to the titles; the column looked for least is hidden."""
        is_hidden = self.isColumnHidden(_CHANGED_COLUMN)
        room = self.columnWidth(0) - (scaled(_WIDTHS[_CHANGED_COLUMN]) if is_hidden else 0)
        self.setColumnHidden(_CHANGED_COLUMN, room < scaled(_LEAST_TITLE_WIDTH))

    def _state(self, summary: ConferenceSummary) -> str:
        if not summary.is_planned:
            return tr("Being planned")
        if summary.day and summary.day < self._workspace.today:
            return tr("Held")
        return tr("Plan complete")
