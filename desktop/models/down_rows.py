"""What goes down to each office: receipts, remarks, and its places, which are typed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop.language import tr
from desktop.models.flat_table import AnyIndex, FlatTable
from desktop.models.marks import MARK_ROLE, Mark

_PLACES, _ALTERNATES = 4, 5
_MOST = 1_000_000


@dataclass(frozen=True)
class DownLine:
    """One office.

    Attributes:
        unit: its name in the plan; empty where it has no place there.
        places: at the conference above; None while nobody gave any.
    """

    office_id: str
    name: str
    unit: str = ""
    has_keys: bool = False
    receipts: int = 0
    remarks: int = 0
    places: int | None = None
    alternates: int = 0


class DownRows(FlatTable):
    """A row for each office; the places are edited in the table."""

    given = Signal(str, int, int)  # office id, places, alternates

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DownLine, ...] = ()

    def show(self, lines: Sequence[DownLine]) -> None:
        """Show these offices."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @property
    def lines(self) -> tuple[DownLine, ...]:
        """The offices, with the places typed."""
        return self._lines

    def count(self) -> int:
        """Count the rows."""
        return len(self._lines)

    def titles(self) -> Sequence[str]:
        """Title the columns."""
        return (
            tr("Office"),
            tr("Keys"),
            tr("Receipts"),
            tr("Remarks"),
            tr("Places"),
            tr("Alternates"),
        )

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let the places be typed."""
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in (_PLACES, _ALTERNATES):
            return shown | Qt.ItemFlag.ItemIsEditable
        return shown

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return _texts(line)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.titles()[column]}: {_texts(line)[column]}"
            case Qt.ItemDataRole.ToolTipRole if column == 0:
                return line.unit or None
            case Qt.ItemDataRole.TextAlignmentRole if column > 1:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == MARK_ROLE and column == 1:
                return Mark.FINE if line.has_keys else Mark.DOUBT
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take places; what is no number of people is refused."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not (text.isascii() and text.isdigit()):
            return False
        number = int(text)
        if number > _MOST:
            return False
        line = self._lines[index.row()]
        is_places = index.column() == _PLACES
        changed = (
            replace(line, places=number)
            if is_places
            else replace(line, alternates=number, places=line.places or 0)
        )
        if changed == line:
            return False
        self._lines = tuple(changed if one is line else one for one in self._lines)
        row = index.row()
        self.dataChanged.emit(self.index(row, _PLACES), self.index(row, _ALTERNATES))
        self.given.emit(changed.office_id, changed.places or 0, changed.alternates)
        return True


def _texts(line: DownLine) -> tuple[str, ...]:
    return (
        line.name,
        tr("✔ known") if line.has_keys else tr("○ not known"),
        str(line.receipts) if line.receipts else "",
        str(line.remarks) if line.remarks else "",
        "" if line.places is None else str(line.places),
        "" if line.places is None else str(line.alternates),
    )
