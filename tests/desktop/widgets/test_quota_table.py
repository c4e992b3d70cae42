"""The matrix of places on screen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Quota
from desktop.rules.quota_matrix import QuotaMatrix, quota_matrix
from desktop.widgets.quota_table import QuotaTable
from tests.builders import a_conference, a_delegate, ident
from tests.hands import child, press

EXEMPLARS, GUESTS = 1, 2
PEOPLE = tuple(a_delegate(number, unit=f"Thôn {number}") for number in range(1, 4))


def a_matrix(*quotas: Quota) -> QuotaMatrix:
    return quota_matrix(a_conference(quotas=quotas), PEOPLE, None)


def shown(qtbot: QtBot, *quotas: Quota, has_traits: bool = False) -> QuotaTable:
    table = QuotaTable()
    qtbot.addWidget(table)
    table.resize(460, 300)
    table.show_matrix(a_matrix(*quotas), has_traits=has_traits)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


def _go(table: QuotaTable, row: int, column: int) -> None:
    table.table.setCurrentIndex(table.rows.index(row, column))


def _entered(table: QuotaTable) -> list[dict[tuple[str, str], int | None]]:
    told: list[dict[tuple[str, str], int | None]] = []
    table.rows.entered.connect(
        lambda places: told.append({(unit, one.key): n for (unit, one), n in places.items()})
    )
    return told


def test_typing_a_digit_begins_to_edit_and_enter_stores(qtbot: QtBot) -> None:
    table = shown(qtbot)
    told = _entered(table)
    _go(table, 0, EXEMPLARS)
    QTest.keyClicks(table.table, "1")
    editor = child(table.table.viewport(), QLineEdit)
    QTest.keyClicks(editor, "2x")
    assert editor.text() == "12", "letters are not taken"
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told == [{("Thôn 1", ident(12)): 12}])


def test_leaving_the_table_stores_an_open_cell(qtbot: QtBot) -> None:
    table = shown(qtbot)
    told = _entered(table)
    _go(table, 1, GUESTS)
    QTest.keyClicks(table.table, "3")
    table.commit()
    assert told == [{("Thôn 2", ident(13)): 3}]


def test_delete_takes_the_selected_numbers_back_in_one_step(qtbot: QtBot) -> None:
    quotas = [Quota(unit=f"Thôn {n}", group_id=ident(12), places=n) for n in (1, 2)]
    table = shown(qtbot, *quotas)
    told = _entered(table)
    table.table.selectAll()
    press(table.table, Qt.Key.Key_Delete)
    assert told == [{("Thôn 1", ident(12)): None, ("Thôn 2", ident(12)): None}]


def test_enter_leads_to_the_people_of_a_cell_and_of_a_column(qtbot: QtBot) -> None:
    table = shown(qtbot)
    asked: list[tuple[str, str | None]] = []
    table.asked_for.connect(lambda column, unit: asked.append((column.key, unit)))
    _go(table, 2, EXEMPLARS)
    press(table.table, Qt.Key.Key_Return)
    table.sums.setFocus()
    table.sums.setCurrentIndex(table.totals.index(0, EXEMPLARS))
    press(table.sums, Qt.Key.Key_Enter)
    assert asked == [(ident(12), "Thôn 3"), (ident(12), None)]


def test_numbers_are_pasted_from_a_spreadsheet_in_one_step(qtbot: QtBot) -> None:
    table = shown(qtbot)
    told = _entered(table)
    _go(table, 1, EXEMPLARS)
    QGuiApplication.clipboard().setText("5\t6\n\t1.000\n")
    press(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == [
        {
            ("Thôn 2", ident(12)): 5,
            ("Thôn 2", ident(13)): 6,
            ("Thôn 3", ident(13)): 1000,
        }
    ]


def test_what_cannot_be_pasted_is_refused_whole(qtbot: QtBot) -> None:
    table = shown(qtbot)
    told = _entered(table)
    refused: list[str] = []
    table.refused.connect(refused.append)
    QGuiApplication.clipboard().setText("5\nnăm")
    table.table.setCurrentIndex(QModelIndex())
    press(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert refused == [], "there is no place to paste to"
    _go(table, 1, EXEMPLARS)
    press(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().setText("5\t6\t7")
    press(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert refused == [
        "Nothing was pasted: “năm” is no whole number.",
        "Nothing was pasted: there are more numbers than cells.",
    ]
    assert told == []


def test_cells_that_are_not_the_offices_to_fill_take_no_paste(qtbot: QtBot) -> None:
    table = QuotaTable()
    qtbot.addWidget(table)
    nobody = quota_matrix(a_conference(), (a_delegate(1, unit=""),), None)
    table.show_matrix(nobody, has_traits=False)
    with qtbot.waitExposed(table):
        table.show()
    _go(table, 0, EXEMPLARS)
    QGuiApplication.clipboard().setText("5")
    with qtbot.waitSignal(table.refused) as told:
        press(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Nothing was pasted: the plan gives some of these numbers itself."]


def test_the_sums_keep_to_their_columns(qtbot: QtBot) -> None:
    table = shown(qtbot, has_traits=True)
    table.table.setColumnWidth(1, 333)
    assert table.sums.columnWidth(1) == 333
    bar = table.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert table.sums.horizontalScrollBar().value() == bar.value() > 0


def test_units_are_told_by_their_cells(qtbot: QtBot) -> None:
    table = shown(qtbot)
    assert table.selected_units == []
    table.select_unit("Thôn 2")
    current = table.current
    assert current is not None
    assert current[1] == "Thôn 2"
    assert table.selected_units == ["Thôn 2"]
    table.select_unit("Thôn 9")
    assert table.selected_units == ["Thôn 2"]


def test_other_keys_go_their_usual_way(qtbot: QtBot) -> None:
    table = shown(qtbot)
    _go(table, 0, EXEMPLARS)
    press(table.table, Qt.Key.Key_Down)
    assert table.selected_units == ["Thôn 2"]


def test_the_name_of_a_unit_is_whole_where_there_is_room(qtbot: QtBot) -> None:
    name = "Hội Liên hiệp Phụ nữ huyện Krông Ana"
    table = shown(qtbot)
    people = (a_delegate(1, unit=name),)
    table.show_matrix(quota_matrix(a_conference(), people, None), has_traits=False)
    header = table.table.verticalHeader()
    assert header.width() == 460 // 2
    table.resize(900, 300)
    assert header.width() > header.fontMetrics().horizontalAdvance(name)
    assert table.sums.verticalHeader().width() == header.width()
