"""Editors for the cells of the register."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn
from desktop.models.delegate_rows import DelegateRows
from desktop.models.flat_table import AnyIndex
from desktop.models.import_rows import ImportedRows
from desktop.widgets.fields import mark
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.word_completer import WordCompleter


class _Readable(QValidator):
    """Lets every text be typed, and keeps the editor open while it cannot be stored."""

    def __init__(self, read: Callable[[Any], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._read = read

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        try:
            self._read(text)
        except ValueError:
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Acceptable, text, position


class DelegateCells(MarkedCells):
    """Makes the editor that fits the cell's column."""

    hinted = Signal(str)  # how a cell is written while what stands in it is wrong, else empty

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.closeEditor.connect(self._tell_end)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: AnyIndex,
    ) -> QWidget:
        """Make a list for a choice, else a line."""
        column = _column(index)
        editor = self._list(parent, column) if column.choices else self._line(parent, index)
        editor.setAccessibleName(column.title)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the cell's value."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            values = [choice for choice, _ in _column(index).choices]
            editor.setCurrentIndex(values.index(value) if value in values else -1)
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(
        self,
        editor: QWidget,
        model: Any,  # noqa: ANN401 - Qt's signature
        index: AnyIndex,
    ) -> None:
        """Store what was typed or picked."""
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def _list(self, parent: QWidget, column: DelegateColumn) -> QComboBox:
        editor = QComboBox(parent)
        for value, name in column.choices:
            editor.addItem(name, value)
        editor.activated.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _line(self, parent: QWidget, index: AnyIndex) -> QLineEdit:
        column = _column(index)
        editor = QLineEdit(parent)
        editor.setFrame(False)
        if column.kind is CellKind.BIRTH:
            editor.setValidator(_Readable(column.read, editor))
            hint = tr(
                "This is no birth date. Write a year, a month or a day: 1975, 5/1975 or 20/5/1975."
            )
            editor.textChanged.connect(lambda: self._judge(editor, hint))
        elif column.completes:
            words = (*_rows(index).values_of(column.key), *column.known_words)
            many = column.kind is CellKind.MANY
            completer = WordCompleter(words, editor, many=many)
            if not many:
                # the word picked is written only after this is told
                completer.activated.connect(
                    lambda _: QTimer.singleShot(0, editor, lambda: self._finish(editor))
                )
            editor.setCompleter(completer)
        return editor

    def _tell_end(self, editor: QWidget, end: QStyledItemDelegate.EndEditHint) -> None:
        """Say what was left behind in a cell that the officer left without giving it up."""
        is_given_up = end is QStyledItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, QLineEdit) and not editor.hasAcceptableInput() and not is_given_up:
            self.hinted.emit(
                tr("“{text}” was not stored. {hint}", text=editor.text(), hint=editor.toolTip())
            )
        else:
            self.hinted.emit("")

    def _judge(self, editor: QLineEdit, hint: str) -> None:
        right = editor.hasAcceptableInput()
        mark(editor, right=right, hint=hint)
        self.hinted.emit("" if right else hint)


def _rows(index: AnyIndex) -> DelegateRows | ImportedRows:
    return cast("DelegateRows | ImportedRows", index.model())


def _column(index: AnyIndex) -> DelegateColumn:
    return _rows(index).columns[index.column()]
