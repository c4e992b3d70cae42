"""The matrix of places on screen: units stay in sight on the left, sums below."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRegularExpression,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.quota_rows import QuotaRows, read_places
from desktop.rules.quota_columns import QuotaColumn
from desktop.rules.quota_matrix import QuotaMatrix
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.theme import scaled

_UNIT_WIDTH, _UNIT_MARGIN = 190, 16  # logical pixels
_COLUMN_WIDTH, _WIDEST_COLUMN = 148, 260
_ROW_HEIGHT = 30
_LEAST_HEIGHT = 180
_PLACES = QRegularExpression(r"\d{0,6}|1000000")  # up to what a record holds


class QuotaTable(QWidget):
    """Shows the matrix and takes numbers: typed, pasted or taken back.

    Attributes:
        rows: the model of the units; `totals` that of the sums.
    """

    asked_for = Signal(object, object)  # QuotaColumn, unit | None for all of them
    selection_changed = Signal()
    refused = Signal(str)  # why what was pasted was not taken

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QuotaRows(self)
        self.totals = QuotaRows(self)
        self.table = _Matrix(self.rows, self)
        self.table.setAccessibleName(tr("Places of the units"))
        self.sums = _Matrix(self.totals, self)
        self.sums.setAccessibleName(tr("Sums"))
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.sums, 1)
        foot.addSpacing(self.table.verticalScrollBar().sizeHint().width())
        column.addLayout(foot)
        self.setFocusProxy(self.table)
        for view in (self.table, self.sums):
            view.activated.connect(self._ask)
        self.table.selectionModel().selectionChanged.connect(self.selection_changed)
        self.table.refused.connect(self.refused)

    def show_matrix(self, matrix: QuotaMatrix, *, has_traits: bool) -> None:
        """Show a matrix by groups or by traits."""
        columns = self.rows.columnCount()
        self.rows.show(matrix, has_traits=has_traits)
        self.totals.show_totals(matrix, has_traits=has_traits, title=tr("All units"))
        if self.rows.columnCount() != columns:
            for number in range(self.rows.columnCount()):
                named = self.table.horizontalHeader().sectionSizeHint(number)
                width = min(max(_COLUMN_WIDTH, named), _WIDEST_COLUMN)
                self.table.setColumnWidth(number, width)
            keep_widths(self.table, "places-by-trait" if has_traits else "places-by-group")
        self._give_units_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names of units the room there is."""
        super().resizeEvent(event)
        self._give_units_room()

    @property
    def current(self) -> tuple[QuotaColumn, str] | None:
        """The column and the unit that the cursor is on."""
        index = self.table.currentIndex()
        unit = self.rows.unit(index.row()) if index.isValid() else None
        return None if unit is None else (self.rows.column(index.column()), unit)

    @property
    def selected_units(self) -> list[str]:
        """The units of the selected cells, top first."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [unit for row in rows if (unit := self.rows.unit(row)) is not None]

    def select_unit(self, unit: str) -> None:
        """Put the cursor on a unit and select it alone, whatever keys are held."""
        row = self.rows.row_of(unit)
        if row >= 0:
            self.table.selectionModel().setCurrentIndex(
                self.rows.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.table.setFocus()

    def commit(self) -> None:
        """Close an open cell editor, which stores what it holds."""
        if self.table.isAncestorOf(self.table.focusWidget()):
            self.table.setFocus()

    def _dress(self) -> None:
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.sums.horizontalHeader().hide()
        self.sums.setFixedHeight(scaled(_ROW_HEIGHT) + 2)
        self.sums.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sums.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = self.sums.font()
        font.setBold(True)
        self.sums.setFont(font)
        bars = self.table.horizontalScrollBar(), self.sums.horizontalScrollBar()
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)
        self.table.horizontalHeader().sectionResized.connect(
            lambda number, _, width: self.sums.setColumnWidth(number, width)
        )

    def _give_units_room(self) -> None:
        """Show the longest name whole, unless it would take more than half of the table."""
        metrics = self.table.verticalHeader().fontMetrics()
        names = (
            str(self.rows.headerData(row, Qt.Orientation.Vertical))
            for row in range(self.rows.rowCount())
        )
        longest = max(map(metrics.horizontalAdvance, names), default=0) + _UNIT_MARGIN
        for view in (self.table, self.sums):
            view.verticalHeader().setFixedWidth(max(_UNIT_WIDTH, min(longest, self.width() // 2)))

    def _ask(self, index: QModelIndex) -> None:
        rows = self.rows if index.model() is self.rows else self.totals
        self.asked_for.emit(rows.column(index.column()), rows.unit(index.row()))


class _Matrix(QTableView):
    """One of the two tables."""

    refused = Signal(str)

    def __init__(self, rows: QuotaRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(_QuotaCells(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setHighlightSections(False)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(scaled(_ROW_HEIGHT))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setFixedWidth(scaled(_UNIT_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Enter, Delete and pasting their meaning; Enter goes no further."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            cells = self.selectedIndexes()
            self._rows.enter({(index.row(), index.column()): None for index in cells})
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            event.accept()
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        """Put numbers from a spreadsheet in from the cursor on, all of them or none."""
        start = self.currentIndex()
        if not start.isValid():
            return
        numbers: dict[tuple[int, int], int | None] = {}
        for down, line in enumerate(text.rstrip("\n").splitlines()):
            for across, part in enumerate(line.split("\t")):
                row, column = start.row() + down, start.column() + across
                if row >= self._rows.rowCount() or column >= self._rows.columnCount():
                    self.refused.emit(tr("Nothing was pasted: there are more numbers than cells."))
                    return
                if not self._rows.can_enter(row, column):
                    self.refused.emit(
                        tr("Nothing was pasted: the plan gives some of these numbers itself.")
                    )
                    return
                try:
                    numbers[row, column] = read_places(part)
                except ValueError:
                    self.refused.emit(
                        tr("Nothing was pasted: “{text}” is no whole number.", text=part)
                    )
                    return
        self._rows.enter(numbers)


class _QuotaCells(MarkedCells):
    """Edits the number given."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make a line for a number."""
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setValidator(QRegularExpressionValidator(_PLACES, editor))
        editor.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setPlaceholderText(tr("places"))
        return editor
