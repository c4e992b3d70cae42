"""The model over a tuple of records."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from db.records import PresidiumMember, PresidiumRole, ProgrammeItem
from desktop.models.record_rows import Column, ColumnKind, RecordRows
from tests.builders import ident

_ROLES = ((PresidiumRole.CHAIR, "Chủ trì"), (PresidiumRole.MEMBER, "Thành viên"))


def _items(*titles: str) -> tuple[ProgrammeItem, ...]:
    return tuple(
        ProgrammeItem(id=ident(number), title=title, minutes=10)
        for number, title in enumerate(titles)
    )


def _programme(*titles: str) -> RecordRows:
    rows = RecordRows(
        (
            Column("title", "Nội dung"),
            Column("minutes", "Phút", ColumnKind.NUMBER, most=240),
            Column(
                "sum", "Tổng", ColumnKind.COMPUTED, compute=lambda rows, at: f"{at}/{len(rows)}"
            ),
        )
    )
    rows.show(_items(*titles))
    return rows


def _titles(rows: RecordRows) -> list[Any]:
    return [row.title for row in rows.rows]  # type: ignore[attr-defined]


def _presidium() -> RecordRows:
    rows = RecordRows(
        (
            Column("name", "Họ và tên"),
            Column("role", "Vai trò", ColumnKind.CHOICE, choices=_ROLES),
            Column("is_exemplar", "Điển hình", ColumnKind.FLAG),
        )
    )
    rows.show((PresidiumMember(id=ident(1), name="Y Wang Niê"),))
    return rows


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_programme("a", "b", "c"))  # type: ignore[no-untyped-call] # pytest-qt


def test_an_edited_cell_gives_the_whole_new_tuple(qtbot: Any) -> None:
    rows = _programme("Chào cờ", "Khai mạc")
    with qtbot.waitSignal(rows.edited) as signal:
        assert rows.setData(rows.index(1, 0), " Tuyên bố lý do ")
    assert [item.title for item in signal.args[0]] == ["Chào cờ", "Tuyên bố lý do"]


def test_typing_the_same_again_changes_nothing(qtbot: Any) -> None:
    rows = _programme("Chào cờ")
    with qtbot.assertNotEmitted(rows.edited):
        assert not rows.setData(rows.index(0, 0), "Chào cờ")


@pytest.mark.parametrize("typed", ["mười", "-1", "241", ""])
def test_a_number_that_cannot_be_is_refused(typed: str) -> None:
    rows = _programme("Chào cờ")
    assert not rows.setData(rows.index(0, 1), typed)
    assert rows.data(rows.index(0, 1)) == "10"


def test_an_optional_number_may_be_emptied() -> None:
    rows = RecordRows((Column("minutes", "Phút", ColumnKind.NUMBER, optional=True),))
    rows.show(_items("a"))
    assert rows.setData(rows.index(0, 0), "")
    assert rows.data(rows.index(0, 0)) == ""
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.EditRole) == ""


def test_rows_move_and_stay_within_the_table() -> None:
    rows = _programme("a", "b", "c")
    assert rows.move(2, 0)
    assert _titles(rows) == ["c", "a", "b"]
    assert rows.move(0, 2)
    assert _titles(rows) == ["a", "b", "c"]
    assert not rows.move(0, -1)
    assert not rows.move(1, 1)


@pytest.mark.parametrize(
    ("source", "before", "order"), [(0, 2, "bac"), (2, 0, "cab"), (0, 3, "bca"), (1, 1, "abc")]
)
def test_a_dropped_row_lands_where_the_mark_was(source: int, before: int, order: str) -> None:
    rows = _programme("a", "b", "c")
    data = rows.mimeData([rows.index(source, 0), rows.index(source, 1)])
    kept = rows.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())
    assert not kept, "the view must not remove the row again"
    assert _titles(rows) == list(order)


def test_a_row_dropped_on_a_row_or_on_nothing_moves_too() -> None:
    rows = _programme("a", "b", "c")
    data = rows.mimeData([rows.index(2, 0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, rows.index(0, 0))
    assert _titles(rows) == ["c", "a", "b"]
    data = rows.mimeData([rows.index(0, 0)])
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert _titles(rows) == ["a", "b", "c"]


def test_what_is_no_row_of_the_table_cannot_be_dropped() -> None:
    rows = _programme("a", "b")
    foreign = QMimeData()
    foreign.setText("a")
    assert not rows.dropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    own = rows.mimeData([rows.index(1, 0)])
    assert not rows.dropMimeData(own, Qt.DropAction.CopyAction, 0, 0, QModelIndex())
    assert _titles(rows) == ["a", "b"]
    assert rows.mimeTypes()
    assert rows.supportedDropActions() == Qt.DropAction.MoveAction


def test_a_choice_shows_its_name_and_takes_only_what_is_offered() -> None:
    rows = _presidium()
    role = rows.index(0, 1)
    assert rows.data(role) == "Thành viên"
    assert rows.setData(role, PresidiumRole.CHAIR)
    assert rows.data(role) == "Chủ trì"
    assert not rows.setData(role, PresidiumRole.SECRETARY)


def test_a_flag_is_a_box_to_tick() -> None:
    rows = _presidium()
    flag = rows.index(0, 2)
    assert rows.data(flag) is None
    assert rows.data(flag, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert rows.setData(flag, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert rows.data(flag, Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert not rows.setData(flag, "x")
    assert rows.flags(flag) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_text_has_no_tick_and_takes_none() -> None:
    rows = _presidium()
    name = rows.index(0, 0)
    assert rows.data(name, Qt.ItemDataRole.CheckStateRole) is None
    assert not rows.setData(name, 2, Qt.ItemDataRole.CheckStateRole)


def test_computed_cells_are_shown_and_not_edited() -> None:
    rows = _programme("a", "b")
    cell = rows.index(1, 2)
    assert rows.data(cell) == "1/2"
    assert rows.data(cell, Qt.ItemDataRole.EditRole) is None
    assert not rows.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert rows.data(cell, Qt.ItemDataRole.TextAlignmentRole) is None
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.ItemIsDropEnabled


def test_a_computed_figure_stands_to_the_right_as_a_typed_number_does() -> None:
    rows = RecordRows(
        (
            Column("minutes", "Phút", ColumnKind.NUMBER),
            Column("sum", "Tổng", ColumnKind.COMPUTED, compute=lambda *_: "1", is_figure=True),
        )
    )
    rows.show(_items("Chào cờ"))
    typed, computed = (
        rows.data(rows.index(0, column), Qt.ItemDataRole.TextAlignmentRole) for column in (0, 1)
    )
    assert computed == typed == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def test_headers_name_columns_and_number_rows() -> None:
    rows = _programme("a")
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "Nội dung"
    assert rows.headerData(0, Qt.Orientation.Vertical) == "1"
    assert rows.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole) is None
    alignment = rows.data(rows.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert alignment is not None


def test_rows_are_removed_together(qtbot: Any) -> None:
    rows = _programme("a", "b", "c")
    rows.remove([0, 2])
    assert _titles(rows) == ["b"]
    with qtbot.assertNotEmitted(rows.edited):
        rows.remove([])


def test_showing_the_same_records_keeps_the_model_unreset(qtbot: Any) -> None:
    rows = _programme("a", "b")
    changed = (rows.rows[0], *_items("a", "B")[1:])
    with qtbot.assertNotEmitted(rows.modelReset):
        rows.show(rows.rows)
        rows.show(changed)
    assert _titles(rows) == ["a", "B"]
