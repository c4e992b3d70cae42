"""Buttons that leave the lines of one kind."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.widgets.kind_buttons import KindButtons, KindCount


def _buttons(qtbot: QtBot, late: int) -> KindButtons:
    buttons = KindButtons("Cơ quan")
    qtbot.addWidget(buttons)
    buttons.show_counts((KindCount("", "Tất cả", 9), KindCount("late", "Quá hạn", late)))
    return buttons


def test_each_kind_says_how_many_there_are_and_all_are_shown_first(qtbot: QtBot) -> None:
    buttons = _buttons(qtbot, 2)
    assert [one.text() for one in buttons.buttons.values()] == ["Tất cả  9", "Quá hạn  2"]
    assert buttons.kind == ""


def test_a_kind_of_which_there_is_nothing_is_not_shown(qtbot: QtBot) -> None:
    assert _buttons(qtbot, 0).buttons["late"].isHidden()


def test_when_the_kind_chosen_has_nothing_left_all_are_shown_again(qtbot: QtBot) -> None:
    buttons = _buttons(qtbot, 2)
    with qtbot.waitSignal(buttons.chosen) as signal:
        buttons.buttons["late"].click()
    assert (signal.args, buttons.kind) == (["late"], "late")
    with qtbot.waitSignal(buttons.chosen) as signal:
        buttons.show_counts((KindCount("", "Tất cả", 9), KindCount("late", "Quá hạn", 0)))
    assert (signal.args, buttons.kind) == ([""], "")
