"""One field of many people at once: which, and what it shall be for all of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn
from desktop.models.delegate_rows import DelegateRows
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.word_completer import WordCompleter

_WIDTH, _HEIGHT = 520, 300
_ONE_BY_ONE = frozenset(("name", "given_name", "id_number"))  # nobody shares them


class FieldDialog(QDialog):
    """Asks for a field and a value, and says how many people it changes."""

    def __init__(
        self,
        rows: DelegateRows,
        people: Sequence[Delegate],
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer the fields that many can share; `key` is the one to begin with."""
        super().__init__(parent)
        self._people = people
        self._columns = [
            column
            for column in rows.columns
            if column.is_editable and column.key not in _ONE_BY_ONE
        ]
        self.setWindowTitle(tr("Set one field of {count} people", count=len(people)))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.field_box = QComboBox(self)
        self.field_box.addItems([column.title for column in self._columns])
        self._stack = QStackedWidget(self)
        self.editors = [self._editor(rows, column) for column in self._columns]
        for editor in self.editors:
            self._stack.addWidget(editor)
        self.outcome = PlainLabel(role="hint", parent=self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.set_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.set_button.setText(tr("&Set this value"))
        dress_as(self.set_button, "role", "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.field_box.currentIndexChanged.connect(self._show_field)
        keys = [column.key for column in self._columns]
        self.field_box.setCurrentIndex(keys.index(key) if key in keys else 0)
        self._show_field(self.field_box.currentIndex())

    @property
    def column(self) -> DelegateColumn:
        """The field chosen."""
        return self._columns[self.field_box.currentIndex()]

    @property
    def changed(self) -> tuple[Delegate, ...]:
        """The people as they would be, without those who would stay the same."""
        try:
            value = self._value()
        except ValueError:
            return ()
        key = self.column.key
        return tuple(
            msgspec.structs.replace(one, **{key: value})
            for one in self._people
            if getattr(one, key) != value
        )

    def _value(self) -> object:
        editor = self._stack.currentWidget()
        column = self.column
        if isinstance(editor, QComboBox):
            return column.read(editor.currentData())
        return column.read(editor.text()) if isinstance(editor, QLineEdit) else None

    def _editor(self, rows: DelegateRows, column: DelegateColumn) -> QWidget:
        choices: Sequence[tuple[object, str]] = column.choices
        if column.kind is CellKind.FLAG:
            choices = ((True, tr("yes")), (False, tr("no")))
        if choices:
            box = QComboBox(self)
            for value, name in choices:
                box.addItem(name or tr("not said"), value)
            box.currentIndexChanged.connect(self._count)
            box.setAccessibleName(column.title)
            return box
        line = QLineEdit(self)
        line.setAccessibleName(column.title)
        line.textChanged.connect(self._count)
        if column.completes:
            words = (*rows.values_of(column.key), *column.known_words)
            line.setCompleter(WordCompleter(words, line, many=column.kind is CellKind.MANY))
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        caption = QLabel(tr("&Field"), self)
        caption.setBuddy(self.field_box)
        self.field_box.setAccessibleName(tr("Field"))
        self._caption = QLabel(tr("&New value for all; nothing empties it"), self)
        for widget in (caption, self.field_box, self._caption, self._stack, self.outcome):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _show_field(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._caption.setBuddy(self.editors[number])
        self._count()

    def _count(self) -> None:
        editor = self._stack.currentWidget()
        count = 0
        try:
            self._value()
        except ValueError:
            is_right = False
            self.outcome.setText(tr("Write a year, a month or a day: 1975, 5/1975 or 20/5/1975."))
        else:
            is_right = True
            count = len(self.changed)
            self.outcome.setText(
                tr(
                    "It changes {count} of {all} people; the others have it already.",
                    count=count,
                    all=len(self._people),
                )
            )
        self.outcome.set_role("hint" if is_right else "binding")
        if isinstance(editor, QLineEdit):
            dress_as(editor, "state", "right" if is_right else "wrong")
        self.set_button.setEnabled(bool(count))
