"""That a conference was put off, or is held elsewhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.records import Move
from desktop.widgets.moves_field import MovesField
from tests.builders import ident
from tests.hands import type_text

HELD = (date(2025, 3, 20), "Hội trường UBND xã")


def _field(qtbot: QtBot) -> MovesField:
    field = MovesField(lambda: ident(5), lambda: HELD)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return field


def test_putting_off_keeps_the_old_day_and_place_and_asks_for_the_reason(qtbot: QtBot) -> None:
    field = _field(qtbot)
    with qtbot.waitSignal(field.committed) as told:
        field.add_button.click()
    assert told.args == [
        (Move(id=ident(5), old_day=HELD[0], old_venue=HELD[1], reason=""),),
    ]
    reason = QApplication.focusWidget()
    assert reason is not None
    assert reason.accessibleName() == "Reason"
    type_text(reason, "Mưa lũ")
    with qtbot.waitSignal(field.committed) as told:
        field.commit()
    assert told.args is not None
    assert told.args[0][0].reason == "Mưa lũ"


def test_every_field_of_a_move_is_shown_and_stored(qtbot: QtBot) -> None:
    field = _field(qtbot)
    move = Move(
        id=ident(7), old_day=date(2025, 3, 1), old_venue="Nhà văn hóa", reason="x", approver="y"
    )
    field.show_value((move,))
    names = {"It was to be on", "It was to be at", "Reason", "Allowed by"}
    shown = {child.accessibleName() for child in field.cards[0].findChildren(QWidget)}
    assert names <= shown
    with qtbot.assertNotEmitted(field.committed):
        field.commit()
