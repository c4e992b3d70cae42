"""How the file is understood: heading rows, columns, and the group of those who name none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.records import ParticipantGroup
from desktop.language import tr
from desktop.people.columns import ColumnMapping
from desktop.widgets.column_mapping import ColumnMappingPanel
from desktop.widgets.fields import ChoiceField, WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP
from desktop.wizard.import_session import ImportSession

_LAST_ROW = 1_048_576  # of Excel itself


class ImportColumns(QWidget):
    """What was guessed of the file, to be corrected."""

    picked = Signal(int, object)  # column, Field | None
    heading_set = Signal(int, int)  # first and last row
    group_chosen = Signal(object)  # id
    hidden_rows_chosen = Signal(bool)

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
        self._lay_out()
        self.panel.picked.connect(self.picked)
        self.group_box.committed.connect(self.group_chosen)
        self.hidden_box.toggled.connect(self.hidden_rows_chosen)
        self.first_row.committed.connect(self._set_first_row)
        self.last_row.committed.connect(self._set_last_row)

    def show_sheet(self, session: ImportSession, groups: Sequence[ParticipantGroup]) -> None:
        """Show how a sheet is understood."""
        sheet, mapping = session.sheet, session.mapping
        self._show_heading(mapping)
        self.panel.show_columns(mapping, session.examples())
        for before, after in pairwise(
            (self.first_row, self.last_row, *self.panel.choices.values(), self.group_box)
        ):
            self.setTabOrder(before, after)
        self.group_box.offer(
            [*((group.id, group.name) for group in groups), ("", tr("no group yet"))]
        )
        self.group_box.show_value(session.group_id)
        self.hidden_box.setVisible(bool(sheet.hidden_rows))
        self.hidden_box.setText(
            tr("Leave out the {count} rows hidden in Excel", count=len(sheet.hidden_rows))
        )

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Show what the columns are taken over as now."""
        self.panel.show_mapping(mapping)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(tr("Columns of the file"), "heading", self))
        column.addLayout(rows)
        column.addWidget(self.heading_label)
        column.addWidget(self.panel, 1)
        column.addWidget(group_label)
        column.addWidget(self.group_box)
        column.addWidget(self.hidden_box)

    def _row_box(self, name: str) -> WholeNumberField:
        box = WholeNumberField(1, _LAST_ROW, self)
        box.setAccessibleName(name)
        box.setFixedWidth(72)
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
