"""A page of labelled fields: each is bound to one attribute of a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.labels import PlainLabel
from desktop.widgets.note_line import Note, NoteLine
from desktop.widgets.theme import GAP, SPACE, scaled

FIELD_WIDTH = 760  # logical pixels; longer lines are hard to read


class BoundField(Protocol):
    """What a form can bind: it shows a stored value and tells a typed one."""

    committed: ClassVar[Any]  # a Qt signal

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        """Show a stored value without committing it."""

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""


class _NarrowColumn(QVBoxLayout):
    """Reckons its height for the width it is given: Qt asks for that of the whole page."""

    def heightForWidth(self, width: int) -> int:
        """Give the height at this width, or at the widest that a field may be."""
        return super().heightForWidth(min(width, FIELD_WIDTH))


class Form(QWidget):
    """Fields one under the other, each with its label above and its note below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._notes: dict[str, QWidget] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, SPACE, SPACE)
        self.body.setSpacing(GAP)

    def take(self, name: str, value: object) -> None:
        """Store what a field committed."""
        raise NotImplementedError

    def flush(self) -> None:
        """Store what stands in a field that was not left yet."""
        for name in tuple(self._fields):
            self.bound(name).commit()

    def field(self, name: str) -> QWidget:
        """Find the widget bound to an attribute."""
        return self._fields[name]

    def bound(self, name: str) -> BoundField:
        """Find the same widget by what a form asks of it."""
        return cast("BoundField", self._fields[name])

    @property
    def field_names(self) -> frozenset[str]:
        """Name the attributes that have a field here."""
        return frozenset(self._fields)

    def focus_field(self, place: str) -> None:
        """Put the cursor on a field; `place` is its name, or "name:record id" for one record."""
        name, _, record_id = place.partition(":")
        field = self._fields.get(name)
        if field is None:
            return
        focus_record = getattr(field, "focus_record", None)
        if record_id and focus_record is not None:
            focus_record(record_id)
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the cursor on the first field."""
        for name in self._fields:
            self.focus_field(name)
            return

    def add_heading(self, text: str, hint: str = "") -> None:
        """Begin a group of fields."""
        heading = PlainLabel(text, "heading", self)
        heading.setContentsMargins(0, GAP, 0, 0)
        self.body.addWidget(heading)
        if hint:
            self.body.addWidget(PlainLabel(hint, "hint", self))

    def add_field(
        self, name: str, label: str, field: QWidget, hint: str = "", *, wide: bool = False
    ) -> None:
        """Bind a widget to an attribute, under its label, over its notes."""
        self.body.addWidget(self.bound_box(name, label, field, hint, wide=wide))

    def bound_box(
        self, name: str, label: str, field: QWidget, hint: str = "", *, wide: bool = False
    ) -> QWidget:
        """Bind a widget to an attribute; give it with its label and notes, to be placed."""
        self.bind(name, label, field)
        box = self._labelled(label, field, hint, wide=wide)
        column = box.layout()
        if column is not None:
            column.addWidget(self._make_notes(name))
        return box

    def add_row(self, *fields: tuple[str, str, QWidget]) -> None:
        """Bind several short fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, label, field in fields:
            self.bind(name, label, field)
            row.addWidget(self._labelled(label, field, "", wide=True))
        row.addStretch(1)
        self.body.addLayout(row)
        for name, _, _ in fields:
            self.body.addWidget(self._make_notes(name))  # too long for a short field's width

    def bind(self, name: str, label: str, field: QWidget) -> None:
        """Store what the widget commits."""
        self._fields[name] = field
        field.setAccessibleName(label)
        field.setObjectName(name)
        self.bound(name).committed.connect(lambda value: self.take(name, value))

    def show_notes(self, name: str, notes: Sequence[Note]) -> None:
        """Say things beside a field; saying nothing hides them."""
        box = self._notes.get(name)
        if box is None:
            return
        lines = box.findChildren(NoteLine)
        column = box.layout()
        while len(lines) < len(notes) and column is not None:
            lines.append(NoteLine(box))
            column.addWidget(lines[-1])
        for number, line in enumerate(lines):
            line.show_note(notes[number] if number < len(notes) else None)
        box.setVisible(bool(notes))

    def _make_notes(self, name: str) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        box.hide()
        self._notes[name] = box
        return box

    def _labelled(self, label: str, field: QWidget, hint: str, *, wide: bool) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box) if wide else _NarrowColumn(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if label:
            caption = QLabel(box)
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setText(label)
            caption.setBuddy(field)
            column.addWidget(caption)
        if hint:
            column.addWidget(PlainLabel(hint, "hint", box))
        column.addWidget(field)
        if not wide:
            box.setMaximumWidth(scaled(FIELD_WIDTH))
        return box
