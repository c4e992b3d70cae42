"""The list of rule packs: those being written first, then every installed version."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db.pack_drafts import StoredDraft
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.models.pack_shelf import PackEntry, PackShelf
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths

_WIDTHS = (0, 100, 310, 100)  # logical pixels; the first takes the rest


class PackList(QTableWidget):
    """One row for each version and each draft."""

    opened = Signal()  # the current row

    def __init__(self, shelf: PackShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._rows: list[StoredDraft | PackEntry] = []
        self.setColumnCount(len(_WIDTHS))
        self.setHorizontalHeaderLabels(
            [tr("Rule pack"), tr("Version"), tr("Where it is from"), tr("Conferences")]
        )
        self.setAccessibleName(tr("Rule packs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        give_widths(header, dict(enumerate(_WIDTHS[1:], start=1)))
        keep_widths(self, "packs")
        self.itemActivated.connect(lambda _: self.opened.emit())
        self.refresh()

    @property
    def chosen(self) -> StoredDraft | PackEntry | None:
        """What stands in the current row."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def refresh(self) -> None:
        """Read the list again; the row chosen stays chosen while it is there."""
        before = _key(self.chosen)
        self._rows = [*self._shelf.drafts(), *self._shelf.entries()]
        self.setRowCount(len(self._rows))
        for row, one in enumerate(self._rows):
            for column, text in enumerate(_cells(one)):
                self.setItem(row, column, QTableWidgetItem(text))
        keys = [_key(one) for one in self._rows]
        if self._rows:
            self.selectRow(keys.index(before) if before in keys else 0)

    def choose(self, pack_id: str, version: int) -> None:
        """Select a version."""
        for row, one in enumerate(self._rows):
            if _key(one) == (pack_id, version):
                self.selectRow(row)


def _key(row: StoredDraft | PackEntry | None) -> object:
    if isinstance(row, PackEntry):
        return row.pack.id, row.pack.version
    return row.id if row is not None else None


def _cells(row: StoredDraft | PackEntry) -> tuple[str, ...]:
    if isinstance(row, StoredDraft):
        when = shown_instant(row.changed_at) if row.changed_at else ""
        name = row.name or tr("Rule pack without a name")
        return name, "", tr("being written, last on {when}", when=when), ""
    origin = tr("comes with the program") if row.is_shipped else tr("installed here")
    return row.pack.name, str(row.pack.version), origin, str(len(row.uses) or "")
