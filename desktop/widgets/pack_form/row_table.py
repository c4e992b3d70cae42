"""A list of small records as a table: units, places of units, movements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.pasted_rows import pasted_rows
from desktop.models.record_rows import Column, ColumnKind
from desktop.models.typed_values import plain_text
from desktop.rules.pack_part import Refers
from desktop.rules.pack_shapes import FieldShape, ListShape, NumberShape, RecordShape, TextShape
from desktop.rules.pack_tree import Node, Tree, TreePath
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import part_name
from desktop.widgets.labels import PlainLabel
from desktop.widgets.note_line import Note
from desktop.widgets.pack_form.part import MISSING, WRONG, Editor, Faults, Inner, or_empty, within
from desktop.widgets.pack_form.reference_fields import shown_name
from desktop.widgets.record_table import RecordTable
from desktop.widgets.theme import GAP

_NUMBER_WIDTH, _KEY_WIDTH, _REFERENCE_WIDTH = 110, 170, 190
_BOLD, _HEADER_PADDING = 1.12, 24
_CELL = "cell_"  # before a field's name, so that no key of the pack is taken for a row's id


class _Offered(Sequence[tuple[Any, str]]):
    """What a cell may refer to, as the draft stands when the cell is opened."""

    def __init__(
        self, draft: PackDraft, refers: Refers, path: TreePath, *, is_required: bool
    ) -> None:
        self._draft, self._refers, self._path = draft, refers, path
        self._is_required = is_required

    def _all(self) -> list[tuple[Any, str]]:
        parts = self._draft.offered(self._refers, self._path)
        none = [] if self._is_required else [(None, tr("– none –"))]
        return [*none, *((one.key, shown_name(one)) for one in parts)]

    def __len__(self) -> int:
        return len(self._all())

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - a sequence's signature
        return self._all()[index]

    def __iter__(self) -> Iterator[tuple[Any, str]]:
        return iter(self._all())


class RowTable(Editor):
    """One row for each record, one column for each field."""

    def __init__(
        self, draft: PackDraft, shape: ListShape, path: TreePath, parent: QWidget | None = None
    ) -> None:
        super().__init__(draft, path, parent)
        if not isinstance(shape.item, RecordShape):
            raise TypeError(shape)
        self._record = shape.item
        fields = [(_CELL + field.name, Any, None) for field in self._record.fields]
        self._row = msgspec.defstruct("Row", [("id", str), *fields], frozen=True, kw_only=True)
        self.table = RecordTable(
            [self._column(field) for field in self._record.fields],
            lambda: self._row(id=""),
            tr("Add: {part}", part=part_name(self._record.type)).replace("&", "&&"),
            self,
        )
        self.table.setAccessibleName(part_name(self._record.type))
        self.table.committed.connect(self._store)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self.table.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)
        self.fill_button = QPushButton(tr("Add all the others"), self)
        self.fill_button.setToolTip(tr("Adds a row for each that has none yet."))
        self.fill_button.clicked.connect(self.fill)
        self.fill_button.setVisible(self._first_refers is not None)
        hint = PlainLabel(
            tr("Rows copied from a spreadsheet are pasted here with Ctrl+V, column by column."),
            "hint",
            self,
        )
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.fill_button)
        self._notes = PlainLabel(role="binding", parent=self)
        self._notes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table)
        column.addLayout(foot)
        column.addWidget(self._notes)
        self.refresh()

    def inner(self) -> Sequence[Inner]:
        """Give nothing: the cells are the table's own."""
        return ()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        records = self.draft.value(self.path) or ()
        self.table.show_value(tuple(self._shown(one, place) for place, one in enumerate(records)))

    def commit(self) -> None:
        """Close an open cell, which stores what it holds."""
        self.table.commit()

    def read(self) -> Node:
        """Give what the cells hold."""
        return [self._read(row) for row in self.table.model.rows]

    def show_faults(self, faults: Faults) -> None:
        """Say below the table what is wrong in which row."""
        own = list(faults.get(self.path, ()))
        for place in range(len(self.table.model.rows)):
            said = within(faults, (*self.path, place))
            own += [
                Note(tr("Row {number}: {fault}", number=place + 1, fault=one.text), one.role)
                for one in said
            ]
        self._notes.setText("\n".join(note.text for note in own))
        self._notes.set_role(WRONG if any(note.role == WRONG for note in own) else MISSING)
        self._notes.setVisible(bool(own))

    def field_at(self, path: TreePath) -> QWidget | None:
        """Select the row of a place."""
        rest = path[len(self.path) :]
        if rest and isinstance(rest[0], int) and rest[0] < len(self.table.model.rows):
            self.table.select(rest[0])
        return self.table.table

    def focus_first(self) -> None:
        """Put the cursor in the table."""
        self.table.table.setFocus()

    def paste(self) -> None:
        """Put what was copied from a spreadsheet behind the rows, as one step."""
        text = QApplication.clipboard().text()
        rows = pasted_rows(text, self._record, lambda refers: self.draft.offered(refers, self.path))
        if rows:
            self.draft.set(self.path, [*(self.draft.value(self.path) or ()), *rows])

    def fill(self) -> None:
        """Add a row for each part of the pack that the first column does not name yet."""
        refers, name = self._first_refers, self._record.fields[0].name
        if refers is None:
            return
        rows = list(self.draft.value(self.path) or ())
        named = {row.get(name) for row in rows}
        missing = [one for one in self.draft.offered(refers, self.path) if one.key not in named]
        self.draft.set(self.path, [*rows, *({name: one.key} for one in missing)])

    @property
    def _first_refers(self) -> Refers | None:
        first = self._record.fields[0].shape
        return first.refers if isinstance(first, TextShape) else None

    def _column(self, field: FieldShape) -> Column:
        title = pack_field(self._record.type, field.name).label
        key, shape = _CELL + field.name, field.shape
        if isinstance(shape, NumberShape):
            return Column(
                key,
                title,
                ColumnKind.NUMBER,
                width=max(_NUMBER_WIDTH, self._width_of(title)),
                least=shape.least,
                most=shape.most,
                optional=True,
            )
        if isinstance(shape, TextShape) and shape.refers is not None:
            offered = _Offered(self.draft, shape.refers, self.path, is_required=field.is_required)
            width = 0 if field is self._record.fields[0] else _REFERENCE_WIDTH
            return Column(key, title, ColumnKind.CHOICE, width=width, choices=offered)
        if field is self._record.fields[0]:
            return Column(key, title)
        is_key = isinstance(shape, TextShape) and shape.written is not None
        return Column(key, title, width=_KEY_WIDTH if is_key else _REFERENCE_WIDTH)

    def _width_of(self, title: str) -> int:
        return round(self.fontMetrics().horizontalAdvance(title) * _BOLD) + _HEADER_PADDING

    def _shown(self, record: Tree, place: int) -> Struct:
        cells = {_CELL + field.name: record.get(field.name) for field in self._record.fields}
        return self._row(id=str(place), **cells)

    def _read(self, row: Struct) -> Tree:
        record = {}
        for field in self._record.fields:
            value = getattr(row, _CELL + field.name)
            record[field.name] = or_empty(field, None if value == "" else value)
        return {name: value for name, value in record.items() if value is not None}

    def _store(self, rows: tuple[Struct, ...]) -> None:
        stored = [self._read(row) for row in rows]
        for record in stored:
            for name, value in record.items():
                record[name] = plain_text(value) if isinstance(value, str) else value
        self.draft.set(self.path, stored)
