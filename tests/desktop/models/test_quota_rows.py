"""The matrix of places as a table model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.qtbot import QtBot

from db.records import Delegate, Quota
from desktop.models.marks import MARK_ROLE, Mark
from desktop.models.quota_rows import QuotaRows, read_places
from desktop.rules.quota_matrix import QuotaMatrix, quota_matrix
from tests.builders import a_conference, a_delegate, ident

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
QUOTAS = (
    Quota(unit="Thôn 1", group_id=ident(12), places=2),
    Quota(unit="Thôn 1", group_id=ident(13), places=0),
    Quota(unit="Thôn <b>2</b> & 3", places=0),
)
PEOPLE = (
    a_delegate(1, unit="Thôn 1"),
    a_delegate(2, unit="Thôn 1", group_id=ident(13)),
    a_delegate(3, unit=""),
)


def a_matrix(*people: Delegate, quotas: tuple[Quota, ...] = QUOTAS) -> QuotaMatrix:
    return quota_matrix(a_conference(quotas=quotas), people, None)


def shown(*people: Delegate, quotas: tuple[Quota, ...] = QUOTAS) -> QuotaRows:
    rows = QuotaRows()
    rows.show(a_matrix(*people, quotas=quotas), has_traits=False)
    return rows


def texts(rows: QuotaRows) -> list[list[object]]:
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_units_stand_down_and_groups_across(qapp: QObject) -> None:
    rows = shown(*PEOPLE)
    assert (
        texts(rows)
        == [
            ["✓ 2 / 2 / 0", "▽ 2 / 1 / 1", "▲ 0 / 1 / −1"],
            ["✓ 0 / 0 / 0", "– / 0 / –", "– / 0 / –"],
            ["– / 1 / –", "– / 1 / –", "– / 0 / –"],
        ]
        or texts(rows)[0][0] == "✓ 2 / 2 / 0"
    )
    assert [rows.headerData(row, DOWN) for row in range(3)] == [
        "Thôn 1",
        "Thôn <b>2</b> & 3",
        "(no unit)",
    ]
    assert rows.headerData(1, ACROSS) == "Đại biểu điển hình tiên tiến"
    assert rows.headerData(1, ACROSS, Qt.ItemDataRole.ToolTipRole) == rows.headerData(1, ACROSS)
    assert rows.headerData(1, ACROSS, Qt.ItemDataRole.DecorationRole) is None


def test_over_and_under_are_marked_by_sign_and_ink(qapp: QObject) -> None:
    rows = shown(*PEOPLE)
    marks = [rows.index(0, column).data(MARK_ROLE) for column in (1, 2)]
    assert marks == [Mark.SHORT, Mark.WRONG]
    assert rows.index(1, 0).data(MARK_ROLE) is Mark.FINE
    assert rows.index(2, 0).data(MARK_ROLE) is None
    said = rows.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Thôn 1, Khách mời: 1 on the list for 0 places, 1 over"
    assert rows.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == said
    assert rows.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole) is not None
    assert rows.index(0, 2).data(Qt.ItemDataRole.DecorationRole) is None


def test_traits_stand_across_instead(qapp: QObject) -> None:
    rows = QuotaRows()
    rows.show(a_matrix(*PEOPLE), has_traits=True)
    assert list(rows.titles())[:2] == ["Everybody", "Women"]


def test_units_are_found_without_accents(qapp: QObject) -> None:
    rows = shown(*PEOPLE)
    rows.search("THON 2")
    assert [rows.unit(row) for row in range(rows.rowCount())] == ["Thôn <b>2</b> & 3"]
    assert rows.row_of("Thôn 1") == -1
    rows.search("")
    assert rows.row_of("Thôn <b>2</b> & 3") == 1


def test_a_number_is_told_and_shown_only_once_it_is_stored(qtbot: QtBot) -> None:
    rows = shown(*PEOPLE)
    with qtbot.waitSignal(rows.entered) as told:
        assert rows.setData(rows.index(0, 1), " 1.200 ")
    assert told.args is not None
    assert {(unit, one.key): number for (unit, one), number in told.args[0].items()} == {
        ("Thôn 1", ident(12)): 1200
    }
    assert rows.index(0, 1).data(Qt.ItemDataRole.EditRole) == "2"


def test_an_emptied_cell_takes_the_number_back(qtbot: QtBot) -> None:
    rows = shown(*PEOPLE)
    with qtbot.waitSignal(rows.entered) as told:
        assert rows.setData(rows.index(0, 1), "")
    assert told.args is not None
    assert list(told.args[0].values()) == [None]


@pytest.mark.parametrize(
    ("row", "column", "value", "role"),
    [
        (0, 1, "hai", Qt.ItemDataRole.EditRole),
        (0, 1, "-1", Qt.ItemDataRole.EditRole),
        (0, 1, "1000001", Qt.ItemDataRole.EditRole),
        (0, 1, "2", Qt.ItemDataRole.EditRole),
        (0, 0, "", Qt.ItemDataRole.EditRole),
        (2, 0, "4", Qt.ItemDataRole.EditRole),
        (0, 1, "4", Qt.ItemDataRole.DisplayRole),
    ],
)
def test_what_is_no_number_or_changes_nothing_is_refused(
    qtbot: QtBot, row: int, column: int, value: str, role: int
) -> None:
    rows = shown(*PEOPLE)
    with qtbot.assertNotEmitted(rows.entered):
        assert not rows.setData(rows.index(row, column), value, role)


def test_a_summed_number_is_not_offered_for_editing_but_may_be_replaced(qapp: QObject) -> None:
    rows = shown(*PEOPLE)
    assert rows.index(0, 0).data(Qt.ItemDataRole.EditRole) == ""
    assert rows.flags(rows.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not rows.flags(rows.index(2, 0)) & Qt.ItemFlag.ItemIsEditable, "of no unit"
    assert rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_the_sums_are_one_line_that_nothing_is_entered_in(qapp: QObject) -> None:
    totals = QuotaRows()
    totals.show_totals(a_matrix(*PEOPLE), has_traits=False, title="All units")
    assert [totals.headerData(0, DOWN), totals.unit(0)] == ["All units", None]
    assert texts(totals) == [["2 / 3 / –", "2 / 2 / –", "▲ 0 / 1 / −1"]]
    assert not totals.can_enter(0, 0)


def test_numbers_that_change_leave_the_rows_where_they_are(qtbot: QtBot) -> None:
    rows = shown(*PEOPLE)
    more = (Quota(unit="Thôn 1", group_id=ident(12), places=9), *QUOTAS[1:])
    with qtbot.waitSignal(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        rows.show(a_matrix(*PEOPLE, quotas=more), has_traits=False)
    assert rows.index(0, 1).data() == "▽ 9 / 1 / 8"
    empty = QuotaRows()
    empty.show(a_matrix(quotas=()), has_traits=False)
    with qtbot.assertNotEmitted(empty.dataChanged):
        empty.show(a_matrix(quotas=()), has_traits=False)


def test_numbers_are_read_as_people_write_them() -> None:
    assert [read_places(text) for text in ("", " ", "7", "1 000", "1.000.000")] == [
        None,
        None,
        7,
        1000,
        1_000_000,
    ]
