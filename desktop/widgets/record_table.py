"""A table of records with its own buttons: add, remove, move; rows also move by dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind, RecordRows
from desktop.widgets.column_room import fill_room, give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.icons import Icon, put_icon
from desktop.widgets.page_table import fit_rows, reveal_row

_FEWEST_ROWS_SHOWN = 3
_MOST_MEASURED = 60
_ROWS_OF_A_LONG_TABLE = 12
_CELL_PADDING_X = 22  # logical pixels: the theme's padding, the style's margins, the grid's line
_CELL_PADDING_Y = 14
_ENDLESS = 100_000
_ENTER = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)
_LEAST_WIDTH = 170  # of the column that takes the rest


class _WrappingDelegate(QStyledItemDelegate):
    """Asks for the height that a cell's text takes between the theme's paddings.

    The style's own answer forgets the paddings, and the last line would be cut.
    """

    typed = Signal(int, int, str)  # row, column, and the text so far

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make the usual editor, and tell what is typed in it."""
        editor = super().createEditor(parent, option, index)
        line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
        if isinstance(line, QLineEdit):
            row, column = index.row(), index.column()
            line.textEdited.connect(lambda text: self.typed.emit(row, column, text))
        return editor

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Measure the text as it wraps in its column."""
        hint = super().sizeHint(option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        table = self.parent()
        if not isinstance(text, str) or not isinstance(table, QTableView):
            return hint
        metrics = table.fontMetrics()
        room = QRect(0, 0, table.columnWidth(index.column()) - _CELL_PADDING_X, _ENDLESS)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return QSize(hint.width(), max(lines.height(), metrics.lineSpacing()) + _CELL_PADDING_Y)


class _ChoiceEditor(QComboBox):
    """A list in a cell; Enter picks, and goes no further."""

    def open_list(self) -> None:
        """Open the list, unless the cell was left meanwhile."""
        if self.isVisible():
            self.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the dialog's default button."""
        if event.key() in _ENTER:
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _ChoiceDelegate(_WrappingDelegate):
    """Edits a choice cell with a list that opens at once and commits on picking."""

    def __init__(self, column: Column, table: QTableView) -> None:
        super().__init__(table)
        self._column = column

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QWidget:
        """Make the list."""
        editor = _ChoiceEditor(parent)
        for value, name in self._column.choices:
            editor.addItem(name, value)
        editor.activated.connect(lambda: self._finish(editor))
        QTimer.singleShot(0, editor, editor.open_list)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the cell's value."""
        if isinstance(editor, QComboBox):
            values = [value for value, _ in self._column.choices]
            current = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(values.index(current) if current in values else -1)

    def setModelData(
        self,
        editor: QWidget,
        model: Any,  # noqa: ANN401 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Store the picked value."""
        if isinstance(editor, QComboBox) and editor.currentIndex() >= 0:
            value = self._column.choices[editor.currentIndex()][0]
            model.setData(index, value, Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave Enter to the list, which picks by it: the cell would be committed twice."""
        if isinstance(event, QKeyEvent) and event.key() in _ENTER:
            return False
        return super().eventFilter(editor, event)

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class _SuggestingDelegate(_WrappingDelegate):
    """Edits a text with a list of what is usual; the list opens at once."""

    def __init__(self, suggest: Callable[[], Sequence[str]], table: QTableView) -> None:
        super().__init__(table)
        self._suggest = suggest

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Make a line that completes what is typed."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            completer = QCompleter(list(self._suggest()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
            QTimer.singleShot(0, editor, lambda: _open_list(editor))
        return editor


def _open_list(editor: QLineEdit) -> None:
    completer: QCompleter | None = editor.completer()
    if completer is not None and not editor.text():
        completer.setCompletionPrefix("")
        completer.complete()


class _Table(QTableView):
    """Lets its first column without a width take the rest of the room."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = next((n for n, column in enumerate(columns) if not column.width), -1)
        self.horizontalHeader().sectionResized.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self._follow(-1)

    def _follow(self, resized: int) -> None:
        if self.model() is not None and self._filling not in (-1, resized):
            fill_room(self, self._filling, _LEAST_WIDTH)


class RecordTable(QWidget):
    """An ordered, editable list of records; each change is committed as the whole tuple."""

    committed = Signal(object)  # tuple of records
    previewed = Signal(object)  # the same while a cell is typed; what is stored when it is left

    def __init__(
        self,
        columns: Sequence[Column],
        make: Callable[[], Struct],
        add_label: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self.model = RecordRows(columns, self)
        self.model.edited.connect(self.committed)
        self.table = _Table(columns, self)
        self.table.setModel(self.model)
        self._dress_table()
        self._add = QPushButton(add_label, self)
        self._add.clicked.connect(self.add_row)
        self._remove = QPushButton(tr("Remove"), self)
        self._remove.clicked.connect(self.remove_selected)
        self._up = QPushButton(self)
        put_icon(self._up, Icon.UP)
        self._up.setAccessibleName(tr("Move up"))
        self._up.setToolTip(tr("Move up (Alt+Up)"))
        self._up.clicked.connect(lambda: self.move_selected(-1))
        self._down = QPushButton(self)
        put_icon(self._down, Icon.DOWN)
        self._down.setAccessibleName(tr("Move down"))
        self._down.setToolTip(tr("Move down (Alt+Down)"))
        self._down.clicked.connect(lambda: self.move_selected(1))
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        buttons.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.table)
        frame.addLayout(buttons)
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.table.selectionModel().currentChanged.connect(self._reveal)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        # other widths wrap the text into other heights
        self.table.horizontalHeader().sectionResized.connect(self._fitting.start)
        self.model.modelReset.connect(self._fit)
        self.model.rowsInserted.connect(self._fit)
        self.model.rowsRemoved.connect(self._fit)
        self.model.dataChanged.connect(self._fit)
        self._fit()

    def _dress_table(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        table.setDragDropOverwriteMode(False)
        table.setDropIndicatorShown(True)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        usual = _WrappingDelegate(table)
        usual.typed.connect(self._preview)
        usual.closeEditor.connect(lambda *_: self.previewed.emit(self.model.rows))
        table.setItemDelegate(usual)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.installEventFilter(self)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        widths = enumerate(column.width for column in self.model.columns)
        give_widths(header, {number: width for number, width in widths if width})
        keep_widths(table, " ".join(column.key for column in self.model.columns))
        for number, column in enumerate(self.model.columns):
            if column.kind is ColumnKind.CHOICE:
                table.setItemDelegateForColumn(number, _ChoiceDelegate(column, table))
            elif column.suggest is not None:
                delegate = _SuggestingDelegate(column.suggest, table)
                table.setItemDelegateForColumn(number, delegate)

    def setAccessibleName(self, name: str) -> None:
        """Name the table, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.table.setAccessibleName(name)

    def show_value(self, rows: tuple[Struct, ...]) -> None:
        """Show stored records without committing them."""
        self.model.show(rows)
        self._enable()

    def commit(self) -> None:
        """Close an open cell editor, which stores what it holds."""
        editor = self.table.focusWidget()
        if editor is not self.table and self.table.isAncestorOf(editor):
            self.table.setFocus()

    def add_row(self) -> None:
        """Add an empty record after the selected one and begin to edit it."""
        selected = self.selected_rows()
        index = selected[-1] + 1 if selected else len(self.model.rows)
        self.model.insert(index, self._make())
        self.edit(index)

    def edit(self, row: int) -> None:
        """Begin to edit the first cell of a row that can be edited."""
        for number, column in enumerate(self.model.columns):
            if column.kind in (ColumnKind.TEXT, ColumnKind.NUMBER, ColumnKind.DAY):
                cell = self.model.index(row, number)
                self.table.setCurrentIndex(cell)
                self.table.setFocus()
                self.table.edit(cell)
                return

    def focus_record(self, record_id: str) -> None:
        """Select the record of this id."""
        for row, record in enumerate(self.model.rows):
            if getattr(record, "id", "") == record_id:
                self.select(row)
                self.table.scrollTo(self.model.index(row, 0))
        self.table.setFocus()

    def remove_selected(self) -> None:
        """Remove the selected records."""
        self.model.remove(self.selected_rows())

    def move_selected(self, by: int) -> None:
        """Move the current record up or down."""
        row = self.table.currentIndex().row()
        if self.model.move(row, row + by):
            self.select(row + by)
            self._enable()

    def select(self, row: int) -> None:
        """Select this row alone, whatever keys are held."""
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def selected_rows(self) -> list[int]:
        """List the selected rows, top first."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give Delete and Alt with an arrow their meaning in the table."""
        if watched is self.table and isinstance(event, QKeyEvent):
            if event.type() is not QEvent.Type.KeyPress:
                return False
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key())
                if step is not None:
                    self.move_selected(step)
                    return True
            elif event.key() == Qt.Key.Key_Delete:
                self.remove_selected()
                return True
        return False

    def _preview(self, row: int, column: int, text: str) -> None:
        self.previewed.emit(self.model.with_cell(row, column, text))

    def _enable(self) -> None:
        chosen = bool(self.selected_rows())
        for button in (self._remove, self._up, self._down):
            button.setEnabled(chosen)

    def _reveal(self, current: QModelIndex) -> None:
        reveal_row(self.table, current)

    def _fit(self) -> None:
        fit_rows(self.table, max(0, _FEWEST_ROWS_SHOWN - len(self.model.rows)))
        self._enable()
