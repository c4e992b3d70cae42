"""What a cell of the register shows, edits, checks and says, by Qt's roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from db.records import Delegate
from desktop.language import tr
from desktop.models.delegate_columns import CellKind, DelegateColumn
from desktop.models.marks import MARK_ROLE, Mark


def cell_data(column: DelegateColumn, one: Delegate, role: int) -> object:
    """Give what Qt asks of a cell; None for what it has not."""
    give = _BY_ROLE.get(role)
    return give(column, one) if give is not None else None


def _shown(column: DelegateColumn, one: Delegate) -> str:
    if column.kind is CellKind.FLAG:
        return ""  # the box says it
    text = column.show(one)
    return text or (tr("name missing") if column.key == "name" else "")


def _edited(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is CellKind.CHOICE:
        return getattr(one, column.key) or ""
    return column.show(one)


def _check_state(column: DelegateColumn, one: Delegate) -> object:
    if column.kind is not CellKind.FLAG:
        return None
    return Qt.CheckState.Checked if getattr(one, column.key) else Qt.CheckState.Unchecked


def _spoken(column: DelegateColumn, one: Delegate) -> str:
    return f"{column.title}: {_shown(column, one) or column.show(one)}"


def _mark(column: DelegateColumn, one: Delegate) -> Mark | None:
    return Mark.WRONG if column.key == "name" and not one.name else None


def _alignment(column: DelegateColumn, one: Delegate) -> object:  # noqa: ARG001 - one of a table
    if column.kind is not CellKind.FIXED:
        return None
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


_BY_ROLE: dict[int, Callable[[DelegateColumn, Delegate], object]] = {
    Qt.ItemDataRole.DisplayRole: _shown,
    Qt.ItemDataRole.EditRole: _edited,
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    MARK_ROLE: _mark,
}
