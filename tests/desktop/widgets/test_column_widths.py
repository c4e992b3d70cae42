"""Widths of columns over a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QTableView, QTableWidget, QTreeWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.keepsakes import keep, keep_in, kept
from tests.hands import draw_column


@pytest.fixture(autouse=True)
def _kept_in_the_store(store: Store) -> object:
    keep_in(store.settings)
    yield
    keep_in(None)


def _table(qtbot: QtBot, columns: int = 4) -> QTableWidget:
    table = QTableWidget(2, columns)
    qtbot.addWidget(table)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, columns):
        table.setColumnWidth(column, 90)
    keep_widths(table, "people")
    table.resize(700, 200)
    table.show()
    return table


def _draw_wider(qtbot: QtBot, view: QTableView | QTreeWidget, column: int, by: int) -> None:
    before = kept("widths:people")
    draw_column(view, column, by)
    qtbot.waitUntil(lambda: kept("widths:people") != before)


def test_a_column_comes_back_as_wide_as_it_was_drawn(qtbot: QtBot) -> None:
    table = _table(qtbot)
    _draw_wider(qtbot, table, 2, 60)
    drawn = table.columnWidth(2)
    assert drawn > 120
    assert _table(qtbot).columnWidth(2) == drawn


def test_a_double_click_on_an_edge_fits_the_column_and_is_kept(qtbot: QtBot) -> None:
    table = _table(qtbot)
    _draw_wider(qtbot, table, 2, 80)
    header = table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 1, 5)
    before = kept("widths:people")
    QTest.mouseMove(header.viewport(), edge)
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.waitUntil(lambda: kept("widths:people") != before)
    assert _table(qtbot).columnWidth(2) == table.columnWidth(2) < 90


def test_a_column_that_shares_the_room_goes_on_sharing_it(qtbot: QtBot) -> None:
    _draw_wider(qtbot, _table(qtbot), 1, 30)
    again = _table(qtbot)
    assert sum(again.columnWidth(column) for column in range(4)) == again.viewport().width()


def test_widths_of_other_columns_are_left_alone(qtbot: QtBot) -> None:
    _draw_wider(qtbot, _table(qtbot), 2, 60)
    assert [_table(qtbot, 5).columnWidth(column) for column in range(1, 5)] == [90] * 4


@pytest.mark.parametrize("nonsense", ["", "4|", "4|2=x", "4|2", "4|9=50,2=99999", "x"])
def test_what_makes_no_sense_changes_nothing(qtbot: QtBot, nonsense: str) -> None:
    keep("widths:people", nonsense)
    assert _table(qtbot).columnWidth(2) == 90


def test_a_tree_keeps_its_widths_too(qtbot: QtBot) -> None:
    def tree() -> QTreeWidget:
        made = QTreeWidget()
        qtbot.addWidget(made)
        made.setHeaderLabels(["Đơn vị", "Trạng thái", "Số"])
        made.header().setStretchLastSection(False)
        keep_widths(made, "people")
        made.show()
        return made

    first = tree()
    _draw_wider(qtbot, first, 1, 40)
    assert tree().columnWidth(1) == first.columnWidth(1)


def test_a_full_disk_costs_only_the_width(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_key: str, _value: str) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.settings, "set", refuse)
    keep("widths:people", "4|2=150")
    assert _table(qtbot).columnWidth(2) == 90
