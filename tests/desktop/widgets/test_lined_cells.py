"""Cells of several paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from desktop.widgets.lined_cells import Line, LinedCells, lined_item
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

RED, GREEN = Colour.BINDING, Colour.FINE


def _table(qtbot: QtBot, *items: QTableWidgetItem) -> QTableWidget:
    table = QTableWidget(1, len(items))
    qtbot.addWidget(table)
    table.setItemDelegate(LinedCells(table))
    for column, item in enumerate(items):
        table.setItem(0, column, item)
    table.resize(500, 300)
    return table


def _inks(picture: QImage, rect: QRect) -> set[str]:
    """Name the saturated colours in a part of a picture by which channel is strong."""
    found = set()
    for x in range(rect.left(), rect.right()):
        for y in range(rect.top(), rect.bottom()):
            colour = QColor(picture.pixel(x, y))
            if colour.saturation() > 150:
                found.add("red" if colour.red() > colour.green() else "green")
    return found


def _drawn(table: QTableWidget, column: int = 0) -> set[str]:
    table.resizeRowsToContents()
    table.show()
    rect = table.visualRect(table.model().index(0, column))
    return _inks(table.viewport().grab().toImage(), rect)


def test_a_cell_says_its_lines_and_leaves_empty_ones_out(qtbot: QtBot) -> None:
    table = _table(qtbot, lined_item(Line("Gửi <b>giấy</b> mời"), Line(""), Line("ba", RED)))
    assert table.model().index(0, 0).data() == "Gửi <b>giấy</b> mời\nba"


def test_each_line_has_its_own_ink(qtbot: QtBot) -> None:
    table = _table(
        qtbot, lined_item(Line("Quá hạn", RED), Line("Còn 3 ngày", GREEN, is_small=True))
    )
    assert _drawn(table) == {"red", "green"}


def test_a_selected_cell_keeps_its_ink(qtbot: QtBot) -> None:
    table = _table(qtbot, lined_item(Line("Quá hạn", RED)))
    table.setStyleSheet("QTableView { selection-background-color: #eeeeee }")
    table.selectRow(0)
    assert _drawn(table) == {"red"}


def test_a_row_is_as_high_as_its_lines_need_in_their_column(qtbot: QtBot) -> None:
    long = "Chốt và gửi danh sách đại biểu dự hội nghị cấp trên"
    table = _table(qtbot, lined_item(Line(long), Line(long, is_small=True)))
    table.setColumnWidth(0, 420)
    table.resizeRowsToContents()
    wide = table.rowHeight(0)
    table.setColumnWidth(0, 120)
    table.resizeRowsToContents()
    assert table.rowHeight(0) >= 2 * wide


def test_other_cells_are_drawn_as_ever(qtbot: QtBot) -> None:
    plain = QTableWidgetItem("bốn")
    plain.setForeground(colour_of(GREEN))
    table = _table(qtbot, plain)
    assert _drawn(table) == {"green"}
    assert table.rowHeight(0) > 0
