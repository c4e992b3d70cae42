"""Places shared out among the units by a base, seen before they are given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.records import Quota
from desktop.language import tr
from desktop.models.quota_rows import read_places
from desktop.rules.quota_changes import bases_of, with_shares
from desktop.rules.quota_columns import QuotaColumn
from desktop.rules.quota_matrix import QuotaMatrix
from desktop.rules.quotas import shared_out
from desktop.rules.unit_names import unit_key
from desktop.sentences.quotas import column_name
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.fields import ChoiceField, WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 620, 620
_UNIT, _BASE, _SHARE = range(3)
_MOST = 1_000_000
_NUMBER_WIDTH = 110


class ShareDialog(QDialog):
    """Asks for the places and what they go by; the largest remainders get what is left over."""

    def __init__(
        self,
        matrix: QuotaMatrix,
        quotas: Sequence[Quota],
        column: QuotaColumn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Share places out"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._matrix = matrix
        self._quotas = tuple(quotas)
        self._units = [line.unit for line in matrix.lines if line.unit]
        self._columns = _free_columns(matrix)
        self.column_box = ChoiceField(self)
        self.column_box.offer([(one, column_name(one)) for one in self._columns])
        self.total_field = WholeNumberField(0, _MOST, self)
        self.floor_field = WholeNumberField(0, _MOST, self)
        self.table = _Bases(self)
        self.message = PlainLabel(role="hint", parent=self)
        self.give_button = QPushButton(tr("&Give these places"), self)
        self.give_button.setProperty("role", "primary")
        self.cancel_button = QPushButton(tr("&Cancel"), self)
        self._lay_out()
        self._connect()
        chosen = column if column in self._columns else next(iter(self._columns), None)
        self.column_box.show_value(chosen)
        self._fill()

    @property
    def shared(self) -> tuple[Quota, ...]:
        """The places of all units as they would be afterwards."""
        column = self.column_box.value
        if not isinstance(column, QuotaColumn):
            return self._quotas
        bases = dict(zip(self._units, self._bases(), strict=True))
        return with_shares(self._quotas, column, self._total, bases, self._floor)

    @property
    def _total(self) -> int:
        return _number(self.total_field)

    @property
    def _floor(self) -> int:
        return _number(self.floor_field)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE)
        form.addRow(tr("Whose &places"), self.column_box)
        form.addRow(tr("Places in &all"), self.total_field)
        form.addRow(tr("At &least for each unit"), self.floor_field)
        for field, name in (
            (self.column_box, tr("Whose places")),
            (self.total_field, tr("Places in all")),
            (self.floor_field, tr("At least for each unit")),
        ):
            field.setAccessibleName(name)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.give_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(
            PlainLabel(
                tr(
                    "Type what the places go by, as inhabitants or members; a column of numbers may"
                    " be pasted from Excel."
                ),
                "hint",
                self,
            )
        )
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for button in (self.give_button, self.cancel_button):
            button.setAutoDefault(False)
        self.column_box.committed.connect(lambda _: self._fill())
        for field in (self.total_field, self.floor_field):
            field.textChanged.connect(self._show_shares)
        self.table.itemChanged.connect(self._show_shares)
        self.give_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    def _fill(self) -> None:
        """Show the units with the bases they had before."""
        column = self.column_box.value
        bases = bases_of(self._quotas, column) if isinstance(column, QuotaColumn) else {}
        self.table.show_units([(unit, bases.get(unit_key(unit), 0)) for unit in self._units])
        place = self._matrix.columns.index(column) if column in self._matrix.columns else 0
        given = self._matrix.totals.cells[place].given
        if not self.total_field.text():
            self.total_field.show_value(given)
        self._show_shares()

    def _bases(self) -> list[int]:
        return [self.table.base(row) or 0 for row in range(self.table.rowCount())]

    def _show_shares(self) -> None:
        """Work the shares out as they are typed, or say why that cannot be done."""
        fault = self._fault()
        bases = self._bases()
        shares = () if fault else shared_out(self._total, bases, self._floor)
        self.table.show_shares(shares)
        self.give_button.setEnabled(not fault)
        self.message.set_role("binding" if fault else "hint")
        self.message.setText(
            fault
            or tr("{total} places for {count} units.", total=sum(shares), count=len(self._units))
        )

    def _fault(self) -> str:
        if not self._columns:
            return tr("The plan gives all the numbers itself.")
        row = next(
            (row for row in range(self.table.rowCount()) if self.table.base(row) is None), -1
        )
        if row >= 0:
            return tr("“{text}” is no whole number.", text=self.table.base_text(row))
        if not self.total_field.text().strip():
            return tr("Type how many places there are.")
        least = self._floor * len(self._units)
        if self._total < least:
            return tr(
                "{least} places are needed to give every unit {floor}.",
                least=least,
                floor=self._floor,
            )
        if self._total > least and not any(self._bases()):
            return tr("Type what the places go by for at least one unit.")
        return ""


class _Bases(QTableWidget):
    """Units with what their share goes by, and the share."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.setHorizontalHeaderLabels((tr("Unit"), tr("Goes by"), tr("Places")))
        self.setAccessibleName(tr("Units and their shares"))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_UNIT, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        give_widths(header, dict.fromkeys((_BASE, _SHARE), _NUMBER_WIDTH))
        keep_widths(self, "shares")

    def show_units(self, units: Sequence[tuple[str, int]]) -> None:
        """Show these units with their bases."""
        blocker = QSignalBlocker(self)
        self.setRowCount(len(units))
        for row, (unit, base) in enumerate(units):
            for column, text in ((_UNIT, unit), (_BASE, str(base or "")), (_SHARE, "")):
                item = QTableWidgetItem(text)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                if column == _BASE:
                    flags |= Qt.ItemFlag.ItemIsEditable
                if column != _UNIT:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                item.setFlags(flags)
                self.setItem(row, column, item)
        blocker.unblock()
        if units:
            self.setCurrentCell(0, _BASE)

    def show_shares(self, shares: Sequence[int]) -> None:
        """Show each unit's share; none where they cannot be worked out."""
        blocker = QSignalBlocker(self)
        for row in range(self.rowCount()):
            self._at(row, _SHARE).setText(str(shares[row]) if shares else "")
        blocker.unblock()
        self.viewport().update()

    def base_text(self, row: int) -> str:
        """What stands as a unit's base."""
        return self._at(row, _BASE).text()

    def base(self, row: int) -> int | None:
        """The base of a unit; None where what stands there is no number."""
        try:
            return read_places(self.base_text(row)) or 0
        except ValueError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a column of numbers from the cursor on; keep Enter from the dialog."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str) -> None:
        start = max(0, self.currentRow())
        rows = range(start, self.rowCount())
        blocker = QSignalBlocker(self)
        for row, line in zip(rows, text.splitlines(), strict=False):
            self._at(row, _BASE).setText(line.split("\t")[-1].strip())
        blocker.unblock()
        self.itemChanged.emit(self._at(start, _BASE))

    def _at(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        if item is None:
            raise LookupError(row, column)
        return item


def _free_columns(matrix: QuotaMatrix) -> tuple[QuotaColumn, ...]:
    """List the columns in which the plan gives no number itself."""
    return tuple(
        column
        for place, column in enumerate(matrix.columns)
        if column.can_be_given and not any(line.cells[place].is_planned for line in matrix.lines)
    )


def _number(field: WholeNumberField) -> int:
    try:
        return read_places(field.text()) or 0
    except ValueError:
        return 0
