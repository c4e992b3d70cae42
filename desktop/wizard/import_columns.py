"""How the file is understood: heading rows, columns, and what holds for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.records import ParticipantGroup
from desktop.language import tr
from desktop.people.columns import FIXABLE, ColumnMapping
from desktop.people.headings import Field
from desktop.people.list_sheet import a1
from desktop.sentences.list_fields import list_field_name
from desktop.widgets.column_mapping import ColumnMappingPanel
from desktop.widgets.fields import ChoiceField, TextField, WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, scaled
from desktop.wizard.import_session import ImportSession

_LAST_ROW = 1_048_576  # of Excel itself
# the group has a box of its own
_FIXABLE = tuple(field for field in FIXABLE if field is not Field.GROUP)


class ImportColumns(QWidget):
    """What was guessed of the file, to be corrected."""

    picked = Signal(int, object)  # column, Field | None
    heading_set = Signal(int, int)  # first and last row
    group_chosen = Signal(object)  # id
    hidden_rows_chosen = Signal(bool)
    fixed = Signal(object, str)  # Field, text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = (0, 0)
        self.heading_label = PlainLabel(role="hint", parent=self)
        self.first_row = self._row_box(tr("First row of the heading"))
        self.last_row = self._row_box(tr("Last row of the heading"))
        self.panel = ColumnMappingPanel(self)
        self.group_box = ChoiceField(self)
        self.group_box.setMinimumContentsLength(10)
        self.group_box.setAccessibleName(tr("Group of people whose row names none"))
        self.hidden_box = QCheckBox(self)
        self.fixed_box = ChoiceField(self)
        self.fixed_box.setMinimumContentsLength(10)
        self.fixed_box.setAccessibleName(tr("What is the same for everybody"))
        self.fixed_box.offer([(field, list_field_name(field)) for field in _FIXABLE])
        self.fixed_box.show_value(_FIXABLE[0])
        self.fixed_text = TextField(tr("for rows that do not say it"), self)
        self.fixed_text.setAccessibleName(tr("Its value"))
        self.fixed_label = PlainLabel(role="hint", parent=self)
        self._mapping = ColumnMapping()
        self._shown: object = None
        self._lay_out()
        self.panel.picked.connect(self.picked)
        self.group_box.committed.connect(self.group_chosen)
        self.hidden_box.toggled.connect(self.hidden_rows_chosen)
        self.fixed_box.committed.connect(lambda _: self._show_fixed())
        self.fixed_text.committed.connect(self._fix)
        self.first_row.committed.connect(self._set_first_row)
        self.last_row.committed.connect(self._set_last_row)

    def show_plan(self, session: ImportSession, groups: Sequence[ParticipantGroup]) -> None:
        """Show how a list is understood."""
        plan = session.plan
        if plan is None:
            return
        worked = plan.worked
        mapping = self._mapping = worked.mapping
        self._show_heading(mapping)
        layout = ([(use.column, use.heading) for use in mapping.columns], worked.examples)
        if layout != self._shown:
            self._shown = layout
            self.panel.show_columns(mapping, worked.examples)
            self._order_tabs()
        self.panel.show_mapping(mapping)
        self.group_box.offer(
            [*((group.id, group.name) for group in groups), ("", tr("no group yet"))]
        )
        self.group_box.show_value(worked.target.default_group_id)
        self._show_fixed()
        self.hidden_box.setVisible(bool(worked.hidden_rows))
        self.hidden_box.setText(
            tr("Leave out the {count} rows hidden in Excel", count=worked.hidden_rows)
        )
        letters = ", ".join(a1(1, column).rstrip("1") for column in worked.hidden_columns)
        self.hidden_label.setText(tr("Columns hidden in Excel: {letters}", letters=letters))
        self.hidden_label.setVisible(bool(letters))

    def _order_tabs(self) -> None:
        widgets = (
            *(self.first_row, self.last_row, *self.panel.choices.values()),
            *(self.group_box, self.fixed_box, self.fixed_text, self.hidden_box),
        )
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def _show_fixed(self) -> None:
        field = self.fixed_box.value
        if isinstance(field, Field) and not self.fixed_text.hasFocus():
            self.fixed_text.show_value(self._mapping.fixed_text(field))
        lines = [
            f"{list_field_name(value.field)}: {value.text}"
            for value in self._mapping.fixed
            if value.field is not Field.GROUP
        ]
        self.fixed_label.setText("; ".join(lines))
        self.fixed_label.setVisible(bool(lines))

    def _fix(self, text: str) -> None:
        field = self.fixed_box.value
        if isinstance(field, Field):
            self.fixed.emit(field, text)

    def _lay_out(self) -> None:
        rows = QHBoxLayout()
        rows.setSpacing(GAP)
        from_label = QLabel(tr("&Heading: rows"), self)
        from_label.setBuddy(self.first_row)
        rows.addWidget(from_label)
        rows.addWidget(self.first_row)
        rows.addWidget(QLabel(tr("to"), self))
        rows.addWidget(self.last_row)
        rows.addStretch(1)
        group_label = QLabel(tr("People whose row names no &group go to"), self)
        group_label.setBuddy(self.group_box)
        fixed_caption = QLabel(tr("The same for e&verybody"), self)
        fixed_caption.setBuddy(self.fixed_box)
        fixed_row = QHBoxLayout()
        fixed_row.setSpacing(GAP)
        fixed_row.addWidget(self.fixed_box)
        fixed_row.addWidget(self.fixed_text, 1)
        self.hidden_label = PlainLabel(role="advisory", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(tr("Columns of the file"), "heading", self))
        column.addLayout(rows)
        column.addWidget(self.heading_label)
        column.addWidget(self.panel, 1)
        column.addWidget(group_label)
        column.addWidget(self.group_box)
        column.addWidget(fixed_caption)
        column.addLayout(fixed_row)
        column.addWidget(self.fixed_label)
        column.addWidget(self.hidden_box)
        column.addWidget(self.hidden_label)

    def _row_box(self, name: str) -> WholeNumberField:
        box = WholeNumberField(1, _LAST_ROW, self)
        box.setAccessibleName(name)
        box.setFixedWidth(scaled(72))
        return box

    def _show_heading(self, mapping: ColumnMapping) -> None:
        rows = mapping.heading_rows
        self._heading = (min(rows, default=0), max(rows, default=0))
        self.first_row.show_value(self._heading[0] or None)
        self.last_row.show_value(self._heading[1] or None)
        self.heading_label.setVisible(not rows)
        self.heading_label.setText(
            tr("No heading was found. Give its rows, or choose the columns below.")
        )

    def _set_first_row(self, row: object) -> None:
        first = row if isinstance(row, int) else 0
        self._set_heading(first, max(first, self._heading[1]) if first else 0)

    def _set_last_row(self, row: object) -> None:
        last = row if isinstance(row, int) else 0
        self._set_heading(min(self._heading[0] or last, last), last)

    def _set_heading(self, first: int, last: int) -> None:
        self._heading = (first, last)
        self.heading_set.emit(first, last)
