"""The register on screen: selection, keys, editors."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.records import BirthDate, Delegate
from desktop.models.delegate_rows import DelegateRows
from desktop.widgets.delegate_table import DelegateTable
from tests.builders import a_conference, a_delegate, ident
from tests.hands import child, press, type_text

GROUPS = a_conference().groups


class _Stage:
    """A table over people who are kept in a list instead of a store."""

    def __init__(self, qtbot: QtBot, *people: Delegate) -> None:
        self.people = list(people)
        self.rows = DelegateRows()
        self.table = DelegateTable(self.rows)
        qtbot.addWidget(self.table)
        self.rows.edited.connect(self._keep)
        self._show()
        self.table.fit_columns()
        self.table.resize(1800, 400)
        with qtbot.waitActive(self.table):
            self.table.show()
            self.table.activateWindow()
        self.table.setFocus()

    def _keep(self, changed: Delegate) -> None:
        self.people = [changed if one.id == changed.id else one for one in self.people]
        self._show()

    def _show(self) -> None:
        self.rows.show(tuple(self.people), GROUPS, 2025)

    def edit(self, row: int, key: str) -> None:
        index = self.rows.index(row, self.rows.column_of(key))
        self.table.setCurrentIndex(index)
        press(self.table, Qt.Key.Key_F2)

    def enter(self) -> None:
        """Press Enter in the editor; Qt commits a moment later."""
        press(self.line(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def line(self) -> QLineEdit:
        return child(self.table.viewport(), QLineEdit)


@pytest.fixture
def stage(qtbot: QtBot) -> _Stage:
    return _Stage(
        qtbot,
        a_delegate(1, name="Lê Đạt", unit="Thôn 1"),
        a_delegate(2, name="Lê An", unit="Thôn 2"),
        a_delegate(3, name="Lê Bình"),
    )


def test_a_name_is_typed_in_its_cell(stage: _Stage) -> None:
    stage.edit(1, "name")
    type_text(stage.line(), "Nguyễn Thị Ước")
    stage.enter()
    assert stage.people[1].name == "Nguyễn Thị Ước"


def test_tab_goes_on_to_the_next_cell(stage: _Stage) -> None:
    stage.edit(0, "post")
    type_text(stage.line(), "Trưởng thôn")
    press(stage.line(), Qt.Key.Key_Tab)
    assert stage.people[0].post == "Trưởng thôn"
    assert stage.table.currentIndex().column() == stage.rows.column_of("unit")


def test_the_selection_and_the_cursor_stay_with_their_people(stage: _Stage) -> None:
    stage.table.select([ident(1001), ident(1003)])
    stage.table.sortByColumn(stage.rows.column_of("name"), Qt.SortOrder.AscendingOrder)
    assert stage.table.selected_ids() == [ident(1003), ident(1001)]
    assert stage.table.current_id() == ident(1001)
    assert stage.table.currentIndex().row() == 2


def test_a_third_click_on_a_heading_gives_the_own_order_back(stage: _Stage) -> None:
    header = stage.table.horizontalHeader()
    column = stage.rows.column_of("name")
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    orders = []
    for _ in range(3):
        QApplication.processEvents()
        _click(header.viewport(), place)
        orders.append([stage.rows.delegate(row).name for row in range(3)])
    assert orders == [
        ["Lê An", "Lê Bình", "Lê Đạt"],
        ["Lê Đạt", "Lê Bình", "Lê An"],
        ["Lê Đạt", "Lê An", "Lê Bình"],
    ]


def _click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_people_who_vanish_take_the_selection_with_them(stage: _Stage) -> None:
    stage.table.select([ident(1002)])
    stage.rows.search("dat")
    assert stage.table.selected_ids() == []
    assert stage.table.current_id() == ""


def test_selecting_nobody_is_allowed(stage: _Stage) -> None:
    stage.table.select([ident(1)])
    assert stage.table.selected_ids() == []


def test_delete_asks_for_removal(stage: _Stage) -> None:
    asked = QSignalSpy(stage.table.removal_asked)
    press(stage.table, Qt.Key.Key_Delete)
    assert asked.count() == 1
    press(stage.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    press(stage.table, Qt.Key.Key_Down)
    assert asked.count() == 1


def test_a_birth_date_that_is_none_keeps_the_editor_open(stage: _Stage) -> None:
    stage.edit(0, "birth")
    line = stage.line()
    type_text(line, "31/2/1975")
    assert line.property("state") == "wrong"
    assert "5/1975" in line.toolTip()
    stage.enter()
    assert line.isVisible()
    assert stage.people[0].birth is None
    type_text(line, "2/5/75")
    assert line.property("state") == "right"
    stage.enter()
    assert stage.people[0].birth == BirthDate(year=1975, month=5, day=2)


def test_a_group_is_picked_from_a_list(stage: _Stage) -> None:
    stage.edit(0, "group_id")
    box = child(stage.table.viewport(), QComboBox)
    assert box.accessibleName() == "Group"
    assert box.currentText() == GROUPS[0].name
    box.hidePopup()
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert stage.people[0].group_id == GROUPS[1].id


def test_a_group_that_is_gone_shows_as_none_chosen(qtbot: QtBot) -> None:
    stage = _Stage(qtbot, a_delegate(1, group_id=ident(99)))
    stage.edit(0, "group_id")
    box = child(stage.table.viewport(), QComboBox)
    assert box.currentIndex() == -1
    box.hidePopup()
    stage.table.commit()
    assert stage.people[0].group_id == ident(99)


def test_what_others_have_is_offered_while_typing(stage: _Stage) -> None:
    stage.edit(0, "unit")
    completer = stage.line().completer()
    completer.setCompletionPrefix("thôn")
    assert completer.completionCount() == 2
    press(stage.line(), Qt.Key.Key_Escape)
    stage.edit(0, "ethnicity")
    completer = child(stage.table.viewport(), QLineEdit, -1).completer()
    completer.setCompletionPrefix("Ê")
    assert completer.currentCompletion() == "Ê-đê"


def test_a_word_picked_with_one_enter_is_stored(stage: _Stage, qtbot: QtBot) -> None:
    stage.edit(0, "unit")
    line = stage.line()
    line.clear()
    type_text(line, "Thôn")
    popup = line.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    press(popup, Qt.Key.Key_Down)
    picked = line.completer().currentCompletion()
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.table.state() is not stage.table.State.EditingState)
    assert stage.people[0].unit == picked != ""


def test_leaving_the_table_stores_what_was_typed(stage: _Stage) -> None:
    stage.table.commit()
    stage.edit(0, "name")
    type_text(stage.line(), "Lê Đạt Hai")
    stage.table.commit()
    assert stage.people[0].name == "Lê Đạt Hai"


def test_a_new_name_is_edited_at_once(stage: _Stage) -> None:
    stage.table.edit_name(ident(1003))
    type_text(stage.line(), "Lê Cường")
    stage.enter()
    assert stage.people[2].name == "Lê Cường"


def test_a_cut_text_is_shown_whole_and_plain(qtbot: QtBot) -> None:
    stage = _Stage(qtbot, a_delegate(1, name="<b>Công Tằng Tôn Nữ</b> & Con " * 4, unit="Thôn 1"))
    cells = stage.table.itemDelegateForIndex(stage.rows.index(0, 0))

    def tip(key: str, kind: QEvent.Type = QEvent.Type.ToolTip) -> str:
        index = stage.rows.index(0, stage.rows.column_of(key))
        option = QStyleOptionViewItem()
        option.rect = stage.table.visualRect(index)
        option.widget = stage.table
        place = option.rect.center()
        event = QHelpEvent(kind, place, stage.table.mapToGlobal(place))
        cells.helpEvent(event, stage.table, option, index)
        return QToolTip.text()

    assert tip("name", QEvent.Type.WhatsThis) == ""
    assert tip("unit") == ""
    assert tip("name").startswith("<qt>&lt;b&gt;Công Tằng")


def test_a_missing_name_stands_out(qtbot: QtBot) -> None:
    stage = _Stage(qtbot, a_delegate(1, name=""))
    index = stage.rows.index(0, stage.rows.column_of("name"))
    option = QStyleOptionViewItem()
    stage.table.itemDelegateForIndex(index).initStyleOption(option, index)  # type: ignore[attr-defined]
    assert option.backgroundBrush.color().name() == "#fbe3e1"
