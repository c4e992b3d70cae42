"""Somebody who writes a rule pack in the editor with keyboard and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QWidget

from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_tree import Node, TreePath, path_of
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField
from desktop.widgets.pack_form.kind_editor import KindEditor
from desktop.widgets.pack_form.part import Editor
from desktop.widgets.pack_form.part_box import PartBox
from desktop.widgets.pack_form.part_list import PartList
from desktop.widgets.pack_form.reference_fields import ReferencesField
from desktop.widgets.pack_form.row_table import RowTable
from desktop.widgets.pack_form.texts_field import TextsField
from desktop.widgets.pack_form.value_fields import DaysFromField
from desktop.windows.pack_editor import PackEditor
from tests.hands import press, type_text

_Widget = TypeVar("_Widget", bound=QWidget)


class Author:
    """Types, chooses, ticks and adds at a place named as in a file: levels[0].limits[0].value."""

    def __init__(self, editor: PackEditor) -> None:
        self._editor = editor

    @property
    def draft(self) -> PackDraft:
        return self._editor.draft

    def value(self, key: str) -> Node:
        """Tell what the draft has now."""
        self._editor.edit.flush()
        return self.draft.value(path_of(key))

    def write(self, key: str, *texts: str) -> None:
        """Type into the field of a place; several texts are the lines of a list."""
        field = self.field(key)
        if isinstance(field, TextsField):
            self._write_lines(field, texts)
            return
        if isinstance(field, DateField | DaysFromField):
            field = field.line
        field.setFocus()
        type_text(field, texts[0])
        press(field, Qt.Key.Key_Tab)

    def choose(self, key: str, value: object) -> None:
        """Walk through a list with the arrow keys to a value."""
        field = self.field(key)
        assert isinstance(field, ChoiceField), field
        field.setFocus()
        press(field, Qt.Key.Key_Home)
        for _ in range(field.count()):
            field = self.field(key)
            assert isinstance(field, ChoiceField), field
            if field.value == value:
                return
            press(field, Qt.Key.Key_Down)
        raise AssertionError(value, [field.itemText(row) for row in range(field.count())])

    def tick(self, key: str, *names: str) -> None:
        """Tick the boxes of these names."""
        for name in names:
            field = self.field(key)
            assert isinstance(field, ReferencesField), field
            boxes = {box.accessibleName(): box for box in field.boxes}
            assert name in boxes, (name, list(boxes))
            click(boxes[name])

    def set_flag(self, key: str, *, is_on: bool) -> None:
        """Tick a box, or clear it."""
        field = self.field(key)
        assert isinstance(field, QCheckBox), field
        if field.isChecked() is not is_on:
            click(field)

    def add(self, key: str, kind: str = "") -> None:
        """Press the button that adds an item, or a part."""
        path = path_of(key)
        self.field(key)
        adders = [one.add_buttons for one in self._all(PartList) if one.path == path]
        adders += [one.add_buttons for one in self._all(PartBox) if one.path == path]
        (button,) = (one[kind] for one in adders if kind in one and one[kind].isVisible())
        click(button)

    def choose_kind(self, key: str, kind: str) -> None:
        """Make a part one of another kind."""
        path = path_of(key)
        self.field(key)
        (editor,) = (one for one in self._all(KindEditor) if one.path == path)
        while editor.kind.value != kind:
            before = editor.kind.value
            press(editor.kind, Qt.Key.Key_Down)
            assert editor.kind.value != before, kind

    def take_out(self, key: str) -> None:
        """Press the button that takes a part out of the plan."""
        path = path_of(key)
        self.field(key)
        (box,) = (one for one in self._all(PartBox) if one.path == path)
        click(box.out)

    def fill_rows(self, key: str, rows: Sequence[Sequence[str]]) -> None:
        """Add rows to a table and type their cells; an empty text leaves a cell alone."""
        path = path_of(key)
        self.field(key)
        (editor,) = (one for one in self._all(RowTable) if one.path == path)
        for cells in rows:
            table = editor.table
            table.table.clearSelection()
            click(table._add)
            row = len(table.model.rows) - 1
            for column, text in enumerate(cells):
                if text:
                    self._fill_cell(editor, row, column, text)

    def field(self, key: str) -> QWidget:
        """Show the page of a place and find its field."""
        field = self._editor.edit.field_at(path_of(key))
        assert field is not None, key
        return field

    def editor_of(self, kind: type[_Widget], path: TreePath) -> _Widget:
        """Find an editor on the page that is shown."""
        (found,) = (one for one in self._all(kind) if isinstance(one, Editor) and one.path == path)
        return found

    def _all(self, kind: type[_Widget]) -> list[_Widget]:
        return self._editor.edit.page.findChildren(kind)

    def _write_lines(self, field: TextsField, texts: Sequence[str]) -> None:
        for text in texts:
            click(field._add)
            line = field.lines[-1]
            type_text(line, text)
        field._add.setFocus()

    def _fill_cell(self, editor: RowTable, row: int, column: int, text: str) -> None:
        table = editor.table.table
        table.setFocus()
        table.setCurrentIndex(editor.table.model.index(row, column))
        press(table, Qt.Key.Key_F2)
        choices = table.viewport().findChildren(QComboBox)
        if choices:
            choice = choices[-1]
            choice.setCurrentIndex(choice.findText(text))
            assert choice.currentText() == text
            choice.activated.emit(choice.currentIndex())  # as its list does when it is clicked
        else:
            line = table.viewport().findChildren(QLineEdit)[-1]
            type_text(line, text)
            press(line, Qt.Key.Key_Return)
        QTest.qWait(0)


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse, once it has its place."""
    QTest.qWait(0)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
