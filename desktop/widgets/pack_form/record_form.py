"""The form of one record of a pack, made from its shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import is_value
from desktop.rules.pack_shapes import (
    DateShape,
    FieldShape,
    FixedShape,
    ListShape,
    RecordShape,
    TextShape,
)
from desktop.rules.pack_tree import Node, TreePath
from desktop.sentences.pack_fields import pack_field
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form import Form
from desktop.widgets.labels import dress_as
from desktop.widgets.pack_form.part import WRONG, Editor, Faults, first_field, or_empty, within
from desktop.widgets.pack_form.reference_fields import ReferencesField
from desktop.widgets.pack_form.texts_field import TextsField
from desktop.widgets.pack_form.value_fields import FlagBox, TextBox, ValueField
from desktop.widgets.pack_form.value_maker import value_field

PartMaker = Callable[[PackDraft, RecordShape, FieldShape, TreePath], Editor]


class RecordForm(Form):
    """Fields one under the other, short ones side by side; parts with their own fields below.

    Attributes:
        parts: the editors of parts, by the name of their field.
    """

    helped = Signal(str)  # one sentence about the field that has the focus

    def __init__(
        self,
        draft: PackDraft,
        shape: RecordShape,
        path: TreePath,
        make_part: PartMaker,
        leave_out: Callable[[FieldShape], bool] = lambda _: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self.path = path
        self.shape = shape
        self.parts: dict[str, Editor] = {}
        self._row: FlowLayout | None = None
        self._waiting: list[str] = []  # fields of the row whose notes go below it
        self._hints: dict[QWidget, str] = {}
        self.body.setContentsMargins(0, 0, 0, 0)
        for field in shape.fields:
            if isinstance(field.shape, FixedShape) or leave_out(field):
                continue
            if is_value(field.shape):
                self._add_value(field)
            else:
                self._end_row()
                part = make_part(draft, shape, field, (*path, field.name))
                part.helped.connect(self.helped)
                self.parts[field.name] = part
                self.body.addWidget(part)
        self._end_row()
        self.refresh()

    def take(self, name: str, value: object) -> None:
        """Store what a field committed."""
        self.draft.set((*self.path, name), self._stored(name, value))

    def refresh(self) -> None:
        """Show the draft as it stands; what is being typed stays."""
        record = self.draft.value(self.path) or {}
        for name in self.field_names:
            self.value_field(name).show_value(record.get(name, self._default(name)))
        for part in self.parts.values():
            part.refresh()

    def commit(self) -> None:
        """Store what stands in a field that was not left yet."""
        self.flush()
        for part in self.parts.values():
            part.commit()

    def read(self) -> Node:
        """Give what the fields hold, as the draft would."""
        stored = self.draft.value(self.path) or {}
        read = {
            field.name: stored[field.name]
            for field in self.shape.fields
            if field.name in stored and field.name not in (*self.field_names, *self.parts)
        }
        for name in self.field_names:
            read[name] = self._stored(name, self.value_field(name).read())
        read |= {name: part.read() for name, part in self.parts.items()}
        return {name: value for name, value in read.items() if value is not None}

    def show_faults(self, faults: Faults) -> None:
        """Say what is wrong beside the fields that mend it; of the whole, at its first field."""
        first = True
        for name in self._names_in_order():
            path = (*self.path, name)
            said = within(faults, path) if name in self.field_names else []
            if first:
                said = [*faults.get(self.path, ()), *said]
                first = False
            if name in self.field_names:
                self.show_notes(name, said)
                is_wrong = any(note.role == WRONG for note in said)
                dress_as(self.field(name), "state", "wrong" if is_wrong else "right")
        for part in self.parts.values():
            part.show_faults(faults)

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place, or the first one of this form."""
        rest = path[len(self.path) :]
        if rest and rest[0] in self.field_names:
            return self.field(str(rest[0]))
        found = first_field(self.parts.values(), path)
        if found is not None:
            return found
        for name in self._names_in_order():
            if name in self.field_names:
                return self.field(name)
            part = self.parts[name]
            return part.field_at(part.path)
        return None

    def focus_first(self) -> None:
        """Put the cursor on the first field."""
        for name in self._names_in_order():
            if name in self.field_names:
                self.field(name).setFocus(Qt.FocusReason.OtherFocusReason)
                return
        for part in self.parts.values():
            part.focus_first()
            return

    def value_field(self, name: str) -> ValueField:
        """Find the field of a value by what a form of packs asks of it."""
        return cast("ValueField", self.field(name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is asked, once a field has the focus."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            hint = self._hints.get(watched, "")
            if hint:
                self.helped.emit(hint)
        return False

    def _add_value(self, field: FieldShape) -> None:
        label, hint = pack_field(self.shape.type, field.name)
        path = (*self.path, field.name)
        widget = value_field(self.draft, field, path, label)
        widget.setToolTip(hint)
        widget.setAccessibleDescription(hint)
        self.bind(field.name, label, widget)
        self._explain(widget, hint)
        if isinstance(widget, TextsField):
            widget.stored.connect(lambda texts: self.take(field.name, texts))
        if isinstance(widget, TextBox | TextsField):
            widget.paused.connect(
                lambda text: self.draft.set(path, self._stored(field.name, text), still_typing=True)
            )
        if isinstance(widget, ReferencesField):
            widget.part_chosen.connect(
                lambda part: self.draft.refer_to(path, self.draft.value(path) or (), part)
            )
        caption = "" if isinstance(widget, FlagBox) else label
        if _is_short(field):
            self._add_to_row(field.name, self._labelled(caption, widget, "", wide=True))
            return
        self._end_row()
        self.body.addWidget(self._labelled(caption, widget, "", wide=False))
        self.body.addWidget(self._make_notes(field.name))

    def bind(self, name: str, label: str, field: QWidget) -> None:
        """Store what the widget commits; lists of texts commit what a pack can hold."""
        if not isinstance(field, TextsField):
            super().bind(name, label, field)
            return
        self._fields[name] = field
        field.setAccessibleName(label)
        field.setObjectName(name)

    def _add_to_row(self, name: str, box: QWidget) -> None:
        if self._row is None:
            frame = QWidget(self)
            self._row = FlowLayout(frame)
            self.body.addWidget(frame)
        self._row.addWidget(box)
        self._row.setAlignment(box, Qt.AlignmentFlag.AlignBottom)
        self._waiting.append(name)

    def _end_row(self) -> None:
        self._row = None
        for name in self._waiting:
            self.body.addWidget(self._make_notes(name))  # too long for a short field's width
        self._waiting.clear()

    def _explain(self, widget: QWidget, hint: str) -> None:
        for one in (widget, *widget.findChildren(QWidget)):
            if not isinstance(one, QLabel):
                self._hints[one] = hint
                one.installEventFilter(self)

    def _names_in_order(self) -> list[str]:
        return [
            field.name
            for field in self.shape.fields
            if field.name in self.field_names or field.name in self.parts
        ]

    def _default(self, name: str) -> Node:
        """Give what a list that is left out holds, so that it can be changed from there."""
        field = self.shape.field(name)
        if field is None or not isinstance(field.shape, ListShape):
            return None
        return list(field.default) if isinstance(field.default, tuple) else None

    def _stored(self, name: str, value: object) -> Node:
        field = self.shape.field(name)
        return or_empty(field, value) if field is not None else value


def _is_short(field: FieldShape) -> bool:
    if isinstance(field.shape, TextShape):
        return field.shape.written is not None
    return not isinstance(field.shape, ListShape | DateShape)
