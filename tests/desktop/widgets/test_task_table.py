"""The table of tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.rules.pack_event import TaskKind
from desktop.rules.tasks import DoneBy, MarkedDay, Task, TaskState
from desktop.rules.working_days import DayOff
from desktop.widgets.task_table import TaskTable
from tests.hands import press

TODAY = date(2025, 3, 10)
INVITE = Task(
    key="invitations", kind=TaskKind.INVITATIONS, day=date(2025, 3, 9), state=TaskState.OVERDUE
)
PRINT = Task(
    key="badges",
    kind=TaskKind.BADGES,
    day=date(2025, 3, 15),
    state=TaskState.DUE_SOON,
    usual_days=-5,
    day_off=DayOff(working_day_before=date(2025, 3, 14)),
)
HELD = Task(key="session-1", kind=MarkedDay.CONFERENCE, day=date(2025, 3, 20))
TALKS = Task(
    key="deadline-talks",
    kind=TaskKind.OTHER,
    day=None,
    paper="Tham luận <b>",
    addressee="Sở Nội vụ",
    route="thư điện tử",
    words="trước đại hội",
    clause="III.4",
)
ISSUED = Task(
    key="plan",
    kind=TaskKind.PLAN,
    day=date(2025, 2, 18),
    state=TaskState.DONE,
    done_by=DoneBy.ISSUE,
)


def _shown(qtbot: QtBot, *tasks: Task) -> TaskTable:
    table = TaskTable()
    qtbot.addWidget(table)
    table.show_tasks(tasks, TODAY)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.setFocus()
    return table


def _row(table: TaskTable, row: int) -> list[str]:
    return [str(table.model().index(row, column).data() or "") for column in range(1, 4)]


def _tick(table: TaskTable, row: int) -> Any:
    return table.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole)


def test_a_row_says_when_what_to_whom_and_how_it_stands(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE, PRINT, TALKS, ISSUED)
    assert _row(table, 0) == ["Sunday, 09/03/2025", "Send the invitations", "✖ 1 day overdue"]
    assert _row(table, 1) == [
        "Saturday, 15/03/2025\nA weekend",
        "Print the badges\nUsually 5 days before the conference",
        "▲ In 5 days",
    ]
    assert _row(table, 2) == [
        "no day yet",
        "Tham luận <b>\nTo: Sở Nội vụ, by: thư điện tử\nThe plan says: trước đại hội (III.4)",
        "",
    ]
    assert _row(table, 3)[2] == "✓ Done: the plan is issued"


def test_the_keys_reach_every_row_and_space_ticks_the_current_one(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE, PRINT)
    press(table, Qt.Key.Key_Down)
    press(table, Qt.Key.Key_Right)
    assert table.currentRow() == 1
    with qtbot.waitSignal(table.ticked) as signal:
        press(table, Qt.Key.Key_Space)
    assert signal.args == ["badges", True]
    with qtbot.waitSignal(table.ticked) as signal:
        press(table, Qt.Key.Key_Space)
    assert signal.args == ["badges", False]


def test_a_click_on_the_box_ticks(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE)
    rect = table.visualRect(table.model().index(0, 0))
    box = QPoint(rect.left() + 10, rect.center().y())
    with qtbot.waitSignal(table.ticked) as signal:
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            box,
        )
    assert signal.args == ["invitations", True]


def test_what_is_no_work_or_done_by_itself_has_no_box(qtbot: QtBot) -> None:
    table = _shown(qtbot, ISSUED, HELD)
    assert [_tick(table, row) for row in range(2)] == [None, None]
    for row in range(2):
        table.setCurrentCell(row, 0)
        with qtbot.assertNotEmitted(table.ticked):
            press(table, Qt.Key.Key_Space)


def test_showing_is_no_ticking_and_the_cursor_stays_on_its_task(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE, PRINT)
    table.setCurrentCell(1, 2)
    with qtbot.assertNotEmitted(table.ticked):
        table.show_tasks((PRINT, INVITE, HELD), TODAY)
    assert (table.currentRow(), table.currentColumn()) == (0, 2)
    table.show_tasks((), TODAY)
    assert table.rowCount() == 0
    with qtbot.assertNotEmitted(table.ticked):
        press(table, Qt.Key.Key_Space)


def test_a_row_that_becomes_another_task_loses_its_box(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE)
    assert _tick(table, 0) is not None
    table.show_tasks((HELD,), TODAY)
    assert _tick(table, 0) is None


def test_a_screen_reader_hears_the_task_at_its_box(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE)
    heard = QAccessible.queryAccessibleInterface(table)
    cells = [heard.child(number) for number in range(heard.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells]
    assert "Send the invitations, Sunday, 09/03/2025, ✖ 1 day overdue" in names


def test_enter_stays_in_the_table(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    table = TaskTable(dialog)
    table.show_tasks((INVITE,), TODAY)
    button = QPushButton("Next", dialog)
    button.setDefault(True)
    column.addWidget(table)
    column.addWidget(button)
    with qtbot.waitActive(dialog):
        dialog.show()
    table.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        press(table, Qt.Key.Key_Return)


def test_the_table_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE, replace(TALKS, paper="Danh mục báo cáo tham luận " * 4))
    table.resize(600, table.height())
    qtbot.waitUntil(lambda: table.columnWidth(2) < 300 and _fits(table))
    narrow = table.height()
    table.resize(1200, table.height())
    qtbot.waitUntil(lambda: table.height() < narrow and _fits(table))
    assert table.horizontalScrollBar().maximum() == 0


def test_where_there_is_no_room_the_tasks_stay_readable(qtbot: QtBot) -> None:
    table = _shown(qtbot, INVITE, PRINT)
    table.resize(400, table.height())
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0 and _fits(table))
    assert table.columnWidth(2) == 170


def _fits(table: TaskTable) -> bool:
    rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
    return 0 <= table.viewport().height() - rows <= 2
