"""The register on screen: a table that keeps its selection while the list changes under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.language import tr
from desktop.models.delegate_rows import DelegateRows
from desktop.widgets.delegate_cells import DelegateCells

_LEAST_HEIGHT = 210
_ROW_HEIGHT = 32


class DelegateTable(QTableView):
    """Shows and edits delegates.

    Attributes:
        rows: the model.
        cells: makes the editors.
    """

    selected_people_changed = Signal()
    removal_asked = Signal()

    def __init__(self, rows: DelegateRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._kept: tuple[list[str], str, int] = ([], "", 0)
        self.setModel(rows)
        self.cells = DelegateCells(self)
        self.setItemDelegate(self.cells)
        self._dress()
        rows.modelAboutToBeReset.connect(self._keep_selection)
        rows.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self.selected_people_changed)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(tr("Delegates"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)

    def fit_columns(self) -> None:
        """Give every column the width it was designed with."""
        for number, column in enumerate(self.rows.columns):
            self.setColumnWidth(number, column.width)

    def selected_ids(self) -> list[str]:
        """Name the selected people, in the order shown."""
        # whole spans: asking for every selected row takes a second for 10,000 of them
        selection = self.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.size())]
        rows = {row for span in spans for row in range(span.top(), span.bottom() + 1)}
        return [self.rows.delegate(row).id for row in sorted(rows)]

    def current_id(self) -> str:
        """Name the person the cursor is on; empty when on nobody."""
        index = self.currentIndex()
        return self.rows.delegate(index.row()).id if index.isValid() else ""

    def select(self, ids: Sequence[str]) -> None:
        """Select these people and bring the first into sight."""
        rows = self.rows.rows_of(ids)
        self._select_rows(rows)
        if rows:
            first = self.rows.index(rows[0], self.rows.column_of("name"))
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)

    def edit_name(self, delegate_id: str) -> None:
        """Begin to edit a person's name."""
        self.select([delegate_id])
        self.setFocus()
        self.edit(self.currentIndex())

    def commit(self) -> None:
        """Close an open cell editor, which stores what it holds."""
        editor = self.focusWidget()
        if editor is not self and self.isAncestorOf(editor):
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Delete its meaning."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def _select_rows(self, rows: Sequence[int]) -> None:
        selection = QItemSelection()
        last_column = self.rows.columnCount() - 1
        for first, last in _runs(rows):
            selection.select(self.rows.index(first, 0), self.rows.index(last, last_column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _keep_selection(self) -> None:
        self._kept = (self.selected_ids(), self.current_id(), self.currentIndex().column())

    def _restore_selection(self) -> None:
        selected, current, column = self._kept
        self._select_rows(self.rows.rows_of(selected))
        rows = self.rows.rows_of([current])
        if rows:
            index = self.rows.index(rows[0], column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Join ascending row numbers into spans, both ends included."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
