"""The register on screen: a table that keeps its selection while the list changes under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from db.records import Delegate
from desktop.language import tr
from desktop.models.delegate_columns import DelegateColumn
from desktop.models.delegate_rows import DelegateRows
from desktop.models.register_views import ColumnPlace
from desktop.widgets.delegate_cells import DelegateCells
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import scaled

_LEAST_HEIGHT, _LOW_LEAST_HEIGHT = 210, 150
_ROW_HEIGHT, _LOW_ROW_HEIGHT = 28, 24
_NARROWEST_PX = 24
_TOLD_AFTER_MS = 400  # a column is drawn wider in many small steps
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DelegateTable(QTableView):
    """Shows and edits delegates.

    Attributes:
        rows: the model.
        cells: makes the editors.
    """

    selected_people_changed = Signal()
    removal_asked = Signal()
    move_asked = Signal(int)  # the selected people, so many rows down
    fill_asked = Signal()  # the cell of the first selected person into the others
    copy_asked = Signal()
    paste_asked = Signal()  # over the cells from the cursor on
    paste_new_asked = Signal()  # as new people
    columns_changed = Signal()  # moved, shown, hidden or drawn wider by the officer

    def __init__(self, rows: DelegateRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._kept: tuple[list[str], str, int] = ([], "", 0)
        self._widths: dict[str, int] = {}
        self._is_laying_out = False
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(_TOLD_AFTER_MS)
        self._told.timeout.connect(self.columns_changed)
        self.setModel(rows)
        self.cells = DelegateCells(self)
        self.setItemDelegate(self.cells)
        # Qt's header asks every row whether a column is selected as a whole, at each drawing
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(rows, self))
        self._empty_words = PlainLabel(role="hint", parent=self.viewport())
        self._empty_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.viewport()).addWidget(self._empty_words)
        self._dress()
        rows.modelAboutToBeReset.connect(self._keep_selection)
        rows.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self.selected_people_changed)
        header = self.horizontalHeader()
        header.sectionMoved.connect(self._tell_columns)
        header.sectionResized.connect(self._tell_columns)

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
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_NARROWEST_PX)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def say_when_empty(self, sentence: str) -> None:
        """Say in the place of the rows why there are none."""
        self._empty_words.setText(sentence)
        self._empty_words.setVisible(not self.rows.count())

    def fit_room(self, *, is_short: bool) -> None:
        """Let the rows be lower where the window is low, so that more are seen."""
        self.setMinimumHeight(_LOW_LEAST_HEIGHT if is_short else _LEAST_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(_LOW_ROW_HEIGHT if is_short else _ROW_HEIGHT)
        dress_as(self.horizontalHeader(), "room", "narrow" if is_short else "")

    def allow_moving(self) -> None:
        """Let rows be dragged where the order is one made by hand."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if self.rows.can_be_moved else mode.NoDragDrop)

    def fit_columns(self) -> None:
        """Give every column its place, and the width it was designed with."""
        self.lay_out_columns([self._designed(column) for column in self.rows.columns])

    def _designed(self, column: DelegateColumn) -> ColumnPlace:
        """Give a column the width it was designed with, or more where its title needs it."""
        header = self.horizontalHeader()
        header.ensurePolished()
        number = [one.key for one in self.rows.columns].index(column.key)
        return ColumnPlace(column.key, max(column.width, header.sectionSizeHint(number)))

    def lay_out_columns(self, places: Sequence[ColumnPlace]) -> None:
        """Put columns where they were left; those that the places do not name follow, shown."""
        known = {column.key: number for number, column in enumerate(self.rows.columns)}
        named = [place for place in places if place.key in known]
        rest = known.keys() - {place.key for place in named}
        named += [self._designed(column) for column in self.rows.columns if column.key in rest]
        header = self.horizontalHeader()
        self._is_laying_out = True
        for position, place in enumerate(named):
            number = known[place.key]
            header.moveSection(header.visualIndex(number), position)
            self._widths[place.key] = max(_NARROWEST_PX, place.width)
            self.setColumnWidth(number, self._widths[place.key])
            self.setColumnHidden(number, not (place.is_shown or place.key == "name"))
        self._is_laying_out = False

    def column_places(self) -> tuple[ColumnPlace, ...]:
        """Tell where every column stands."""
        header = self.horizontalHeader()
        numbers = [header.logicalIndex(position) for position in range(header.count())]
        return tuple(
            ColumnPlace(
                key=self.rows.columns[number].key,
                width=self._width(number),
                is_shown=not self.isColumnHidden(number),
            )
            for number in numbers
        )

    def shown_columns(self) -> list[DelegateColumn]:
        """List the columns in sight, from left to right."""
        return [
            self.rows.columns[self.rows.column_of(place.key)]
            for place in self.column_places()
            if place.is_shown
        ]

    def cursor_cell(self) -> tuple[int, int]:
        """Tell row and place from the left of the cell the cursor is on; -1 where it is on none."""
        index = self.currentIndex()
        if not index.isValid():
            return -1, -1
        keys = [column.key for column in self.shown_columns()]
        key = self.rows.columns[index.column()].key
        return index.row(), keys.index(key) if key in keys else 0

    def selected_people(self) -> list[Delegate]:
        """List the selected people, in the order shown."""
        # whole spans: asking for every selected row takes a second for 10,000 of them
        selection = self.selectionModel().selection()
        spans = [selection.at(number) for number in range(selection.size())]
        rows = {row for span in spans for row in range(span.top(), span.bottom() + 1)}
        return [self.rows.delegate(row) for row in sorted(rows)]

    def selected_ids(self) -> list[str]:
        """Name the selected people, in the order shown."""
        return [one.id for one in self.selected_people()]

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

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell at once what became of the columns: the store may be closed with the window."""
        if self._told.isActive():
            self._told.stop()
            self.columns_changed.emit()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give keys their meaning: Delete, Alt and an arrow, Ctrl+D, those of the clipboard."""
        asked = self._asked_by(event)
        if asked is not None:
            asked()
        else:
            super().keyPressEvent(event)

    def _asked_by(self, event: QKeyEvent) -> Callable[[], None] | None:
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            return self.copy_asked.emit
        if event.matches(standard.Paste):
            return self.paste_asked.emit
        return {
            (_NONE, Qt.Key.Key_Delete.value): self.removal_asked.emit,
            (_CTRL, Qt.Key.Key_D.value): self.fill_asked.emit,
            (_CTRL | _SHIFT, Qt.Key.Key_V.value): self.paste_new_asked.emit,
            (_ALT, Qt.Key.Key_Up.value): lambda: self.move_asked.emit(-1),
            (_ALT, Qt.Key.Key_Down.value): lambda: self.move_asked.emit(1),
        }.get((event.modifiers() & ~_KEYPAD, event.key()))

    def _width(self, number: int) -> int:
        key = self.rows.columns[number].key
        if self.isColumnHidden(number):  # Qt gives such a column no width
            return self._widths.get(key, self.rows.columns[number].width)
        self._widths[key] = self.columnWidth(number)
        return self._widths[key]

    def _tell_columns(self) -> None:
        if not self._is_laying_out:
            self._told.start()

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
