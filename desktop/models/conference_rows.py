"""The home window's table: one row for each conference, with its state and next deadline."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.conferences import ConferenceSummary
from desktop.language import tr
from desktop.models.workspace import VIETNAM, Workspace
from desktop.sentences.deadlines import deadline_sentence


class ConferenceRows(QAbstractTableModel):
    """All conferences that are not deleted, the one last worked on first."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._titles = (
            tr("Conference"),
            tr("Day"),
            tr("Delegates"),
            tr("State"),
            tr("Next deadline"),
            tr("Last changed"),
        )
        self._summaries: tuple[ConferenceSummary, ...] = ()
        self._cells: list[tuple[str, ...]] = []
        workspace.conferences_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self.beginResetModel()
        self._summaries = self._workspace.summaries()
        self._cells = [self._row(summary) for summary in self._summaries]
        self.endResetModel()

    def summary(self, row: int) -> ConferenceSummary:
        """Give the conference of a row."""
        return self._summaries[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Count the conferences."""
        return 0 if parent is not None and parent.isValid() else len(self._summaries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Title a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Give a cell's text."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        return None

    def _row(self, summary: ConferenceSummary) -> tuple[str, ...]:
        deadline = self._workspace.next_deadline(summary.id)
        return (
            summary.title or tr("Conference without a name"),
            f"{summary.day:%d/%m/%Y}" if summary.day else "",
            str(summary.delegate_count),
            self._state(summary),
            deadline_sentence(deadline) if deadline else "",
            f"{summary.updated_at.astimezone(VIETNAM):%d/%m/%Y %H:%M}",
        )

    def _state(self, summary: ConferenceSummary) -> str:
        if not summary.is_planned:
            return tr("Being planned")
        if summary.day and summary.day < self._workspace.today:
            return tr("Held")
        return tr("Plan complete")
