"""A page that is one table: a sentence of what it tells, the rows, and what is said of none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.models.told_rows import ToldRows
from desktop.widgets.labels import PlainLabel
from desktop.widgets.plain_table import TWO_LINES, PlainTable
from desktop.widgets.theme import GAP, SPACE

Item = TypeVar("Item")


class ToldTab(QWidget, Generic[Item]):
    """Shows records; a click on a title sorts by it.

    Attributes:
        foot: a row for buttons about the record chosen.
    """

    chosen = Signal()

    def __init__(
        self,
        rows: ToldRows[Item],
        name: str,
        widths: Sequence[int],
        none: str,
        parent: QWidget | None = None,
        *,
        row_height: int = TWO_LINES,
    ) -> None:
        """Make the page.

        Args:
            rows: the table.
            name: of the table, for a screen reader.
            widths: of the columns, in logical pixels; those of 0 share the rest.
            none: said where there are no rows.
            parent: of the page.
            row_height: in logical pixels.
        """
        super().__init__(parent)
        self.rows = rows
        rows.setParent(self)
        self._none = none
        self.about = PlainLabel(role="hint", parent=self)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = PlainTable(rows, name, self, row_height=row_height)
        self.table.fit(*widths)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addLayout(self.foot)

    @property
    def current(self) -> Item | None:
        """The record chosen."""
        row = self.table.currentIndex().row()
        return self.rows.item(row) if 0 <= row < self.rows.count() else None

    def show_items(self, items: Sequence[Item], about: str = "", none: str = "") -> None:
        """Show these records; the row chosen stays the one it is, as far as there is one.

        Args:
            items: the records.
            about: said over them.
            none: said where there are none, instead of what is said else.
        """
        row = self.table.currentIndex().row()
        self.rows.show(items)
        self.about.setText(about if items else none or self._none)
        self.table.setVisible(bool(items))
        if items:
            self.table.selectRow(min(max(0, row), len(items) - 1))
        self.chosen.emit()

    def add_button(self, button: QPushButton) -> None:
        """Put a button under the table, on the left."""
        button.setAutoDefault(False)
        self.foot.addWidget(button)
