"""Tables over plain records."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.models.marks import MARK_ROLE, Mark
from desktop.models.told_rows import Told, ToldRows

_COLUMNS = (
    Told[tuple[str, int]]("Xã", lambda one: one[0], tip=lambda one: "!" * one[1]),
    Told[tuple[str, int]](
        "Đại biểu",
        lambda one: str(one[1]),
        mark=lambda one: Mark.SHORT if one[1] < 10 else None,
        is_number=True,
        key=lambda one: one[1],
    ),
)
_COMMUNES = (("Ea Na", 9), ("Bình Hòa", 10), ("Quảng Điền", 9))


def _rows() -> ToldRows[tuple[str, int]]:
    rows = ToldRows(_COLUMNS)
    rows.show(_COMMUNES)
    return rows


def _names(rows: ToldRows[tuple[str, int]]) -> list[str]:
    return [name for name, _ in rows.items]


def test_a_cell_tells_its_text_its_mark_and_its_tip() -> None:
    rows = _rows()
    assert [rows.index(0, 1).data(), rows.index(1, 1).data()] == ["9", "10"]
    assert [rows.index(row, 1).data(MARK_ROLE) for row in (0, 1)] == [Mark.SHORT, None]
    assert rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "!" * 9
    assert rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Đại biểu: 9"
    assert rows.index(0, 1).data(Qt.ItemDataRole.DecorationRole) is None


def test_numbers_are_sorted_as_numbers_and_equal_rows_keep_their_order() -> None:
    rows = _rows()
    rows.sort(1)
    assert _names(rows) == ["Ea Na", "Quảng Điền", "Bình Hòa"]
    rows.sort(1, Qt.SortOrder.DescendingOrder)
    assert _names(rows) == ["Bình Hòa", "Ea Na", "Quảng Điền"]


def test_new_rows_are_sorted_as_the_old_ones_were() -> None:
    rows = _rows()
    rows.sort(0)
    rows.show((*_COMMUNES, ("Dray Sáp", 1)))
    assert _names(rows) == ["Bình Hòa", "Dray Sáp", "Ea Na", "Quảng Điền"]
    rows.sort(-1)
    rows.show(_COMMUNES)
    assert _names(rows) == ["Ea Na", "Bình Hòa", "Quảng Điền"]
