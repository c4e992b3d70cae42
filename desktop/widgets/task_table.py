"""The tasks of a conference in a table: their days, what they are, how they stand, a tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from desktop.language import tr
from desktop.rules.tasks import Task, TaskState
from desktop.sentences.tasks import (
    day_note,
    state_words,
    task_day,
    task_name,
    task_receiver,
    task_source,
)
from desktop.widgets.column_room import fill_room, give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.lined_cells import Line, LinedCells, lined_item
from desktop.widgets.page_table import fit_rows, reveal_row
from desktop.widgets.palettes import Colour
from desktop.widgets.task_marks import signed, state_ink

_TICK, _DAY, _TASK, _STATE = range(4)
_WIDTHS = {_TICK: 56, _DAY: 178, _STATE: 156}  # logical pixels; the task takes the rest
_LEAST_TASK_WIDTH = 170


class TaskTable(QTableWidget):
    """One row for each task; Space ticks the current one, wherever in its row the cursor is."""

    ticked = Signal(str, bool)  # key, is done

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._tasks: tuple[Task, ...] = ()
        self.setHorizontalHeaderLabels([tr("Done"), tr("By"), tr("What to do"), tr("State")])
        self.setItemDelegate(LinedCells(self))
        self._dress()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(lambda: fit_rows(self))
        # other widths wrap the text into other heights
        self.horizontalHeader().sectionResized.connect(self._follow)
        self.itemChanged.connect(self._tell)
        self.currentCellChanged.connect(self._reveal)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        give_widths(header, _WIDTHS)
        keep_widths(self, "tasks")

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        """Show these tasks; the cursor stays on its task."""
        current = self._tasks[self.currentRow()].key if self.currentRow() >= 0 else ""
        self._tasks = tuple(tasks)
        with QSignalBlocker(self):  # what is shown here is no tick of the officer's
            self.setRowCount(len(self._tasks))
            for row, task in enumerate(self._tasks):
                _show_tick(self._tick(row), task, today)
                for column, item in enumerate(_cells(task, today), start=_DAY):
                    self.setItem(row, column, item)
        keys = [task.key for task in self._tasks]
        if current in keys and keys.index(current) != self.currentRow():
            self.setCurrentCell(keys.index(current), max(0, self.currentColumn()))
        fit_rows(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; keep Enter from a dialog's default button."""
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentRow())
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tasks the room that there is."""
        super().resizeEvent(event)
        self._follow(-1)

    def _tick(self, row: int) -> QTableWidgetItem:
        """Find a row's tick; it stays the same one, because it may be what is just being ticked."""
        item = self.item(row, _TICK)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, _TICK, item)
        return item

    def _toggle(self, row: int) -> None:
        if row >= 0 and self._tasks[row].can_be_ticked:
            is_ticked = self._tick(row).checkState() == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
            self._tick(row).setCheckState(wanted)

    def _tell(self, item: QTableWidgetItem) -> None:
        if item.column() == _TICK:
            is_done = item.checkState() == Qt.CheckState.Checked
            self.ticked.emit(self._tasks[item.row()].key, is_done)

    def _follow(self, resized: int, *_sizes: int) -> None:
        if resized != _TASK:
            fill_room(self, _TASK, _LEAST_TASK_WIDTH)
        self._fitting.start()

    def _reveal(self, row: int, column: int, *_before: int) -> None:
        index: QModelIndex = self.model().index(row, column)
        reveal_row(self, index)


def _cells(task: Task, today: date) -> tuple[QTableWidgetItem, ...]:
    ink = Colour.MUTED if task.state is TaskState.DONE else Colour.INK
    return (
        lined_item(
            Line(task_day(task), Colour.MUTED if task.day is None else ink),
            Line(day_note(task, today), Colour.ADVISORY, is_small=True),
        ),
        lined_item(
            Line(task_name(task), ink),
            Line(task_receiver(task), ink, is_small=True),
            Line(task_source(task), Colour.MUTED, is_small=True),
        ),
        lined_item(Line(_state(task, today), state_ink(task.state))),
    )


def _show_tick(item: QTableWidgetItem, task: Task, today: date) -> None:
    words = (task_name(task), task_day(task), _state(task, today))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, words)))
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if task.can_be_ticked:
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        is_done = task.state is TaskState.DONE
        item.setCheckState(Qt.CheckState.Checked if is_done else Qt.CheckState.Unchecked)
    else:
        item.setFlags(flags)
        item.setData(Qt.ItemDataRole.CheckStateRole, None)


def _state(task: Task, today: date) -> str:
    return signed(task.state, state_words(task, today))
