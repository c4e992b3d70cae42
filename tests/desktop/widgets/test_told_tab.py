"""Pages that are one table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.told_rows import Told, ToldRows
from desktop.widgets.told_tab import ToldTab


def _tab(qtbot: QtBot) -> ToldTab[str]:
    rows = ToldRows((Told[str]("Xã", lambda one: one), Told[str]("Chữ", lambda one: one[:1])))
    tab = ToldTab(rows, "Các xã", (200,), "Chưa có xã nào.")
    qtbot.addWidget(tab)
    tab.show()
    return tab


def test_where_there_is_nothing_a_sentence_says_so(qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    tab.show_items(())
    assert (tab.about.text(), tab.table.isVisible()) == ("Chưa có xã nào.", False)
    assert tab.current is None


def test_the_row_chosen_stays_in_sight_when_rows_go(qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    tab.show_items(("Ea Na", "Dray Sáp", "Bình Hòa"), "3 xã")
    assert (tab.about.text(), tab.current) == ("3 xã", "Ea Na")
    tab.table.selectRow(2)
    with qtbot.waitSignal(tab.chosen):
        tab.show_items(("Ea Na", "Dray Sáp"))
    assert tab.current == "Dray Sáp"


def test_a_click_on_a_title_sorts(qtbot: QtBot) -> None:
    tab = _tab(qtbot)
    tab.show_items(("Ea Na", "Bình Hòa"))
    tab.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert tab.rows.items == ("Bình Hòa", "Ea Na")
