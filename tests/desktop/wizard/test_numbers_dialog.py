"""Badge numbers: which, for whom, and what it would change."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from db.records import Delegate, ParticipantGroup
from desktop.wizard.numbers_dialog import NumbersDialog
from tests.builders import a_conference, a_delegate, ident
from tests.hands import type_text

GROUPS = a_conference().groups


def _dialog(
    qtbot: QtBot,
    *people: Delegate,
    groups: tuple[ParticipantGroup, ...] = GROUPS,
    handed_out: str = "",
) -> NumbersDialog:
    dialog = NumbersDialog(people, groups, "by hand", handed_out)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _kept(first: int | None = None, last: int | None = None) -> tuple[ParticipantGroup, ...]:
    return (replace(GROUPS[0], first_badge=first, last_badge=last), GROUPS[1])


def _numbers(dialog: NumbersDialog) -> dict[str, Any]:
    return {one.id: one.badge_number for one in dialog.changed}


def test_those_without_a_number_get_one_and_the_others_keep_theirs(qtbot: QtBot) -> None:
    people = (a_delegate(1, badge_number=2), a_delegate(2, badge_number=None))
    dialog = _dialog(qtbot, *people)
    assert dialog.missing_button.isChecked()
    assert dialog.missing_button.text() == "Only those who have &none (1)"
    assert _numbers(dialog) == {ident(1002): 1}
    assert dialog.outcome.text() == "Numbers that change: 1."
    assert dialog.give_button.isEnabled()


def test_everybody_is_numbered_anew_in_the_order_of_the_list(qtbot: QtBot) -> None:
    people = (a_delegate(1, badge_number=2), a_delegate(2, badge_number=1))
    dialog = _dialog(qtbot, *people)
    assert dialog.anew_button.isChecked(), "nobody is without a number"
    assert _numbers(dialog) == {ident(1001): 1, ident(1002): 2}
    assert dialog.warning.isHidden(), "no badge was made yet"


def test_where_nothing_changes_there_is_nothing_to_give(qtbot: QtBot) -> None:
    assert not _dialog(qtbot, a_delegate(1, badge_number=1)).give_button.isEnabled()


def test_numbers_are_kept_for_a_group_even_from_a_field_not_left(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, a_delegate(1, badge_number=None))
    first, last = dialog.fields[0]
    type_text(first, "101")
    first.commit()
    type_text(last, "150")
    dialog.accept()
    assert dialog.result() == NumbersDialog.DialogCode.Accepted
    assert dialog.groups == _kept(101, 150)
    assert _numbers(dialog) == {ident(1001): 101}


def test_a_group_may_keep_numbers_though_nobody_changes(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, a_delegate(1, badge_number=1))
    dialog.fields[1][0].committed.emit(500)
    assert dialog.changed == ()
    assert dialog.give_button.isEnabled()


def test_a_range_that_cannot_be_is_explained_and_not_given(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, a_delegate(1, badge_number=None), groups=_kept(20, 10))
    assert "the first number is above the last" in dialog.outcome.text()
    assert dialog.outcome.property("role") == "binding"
    dialog.accept()
    assert dialog.result() == NumbersDialog.DialogCode.Rejected


def test_two_groups_cannot_keep_the_same_numbers(qtbot: QtBot) -> None:
    groups = (_kept(1, 50)[0], replace(GROUPS[1], first_badge=40, last_badge=90))
    dialog = _dialog(qtbot, a_delegate(1, badge_number=None), groups=groups)
    assert dialog.outcome.text() == (
        "“Đại biểu điển hình tiên tiến” and “Khách mời” keep the same numbers."
    )
    assert not dialog.give_button.isEnabled()


def test_too_few_numbers_are_told_and_the_rest_get_others(qtbot: QtBot) -> None:
    people = [a_delegate(number, badge_number=None) for number in (1, 2)]
    dialog = _dialog(qtbot, *people, groups=_kept(7, 7))
    assert _numbers(dialog) == {ident(1001): 7, ident(1002): 1}
    assert "keeps too few numbers: 1 of its people get others." in dialog.warning.text()


def test_when_no_number_is_left_it_is_told(qtbot: QtBot) -> None:
    groups = (_kept(1, 99_999)[0], GROUPS[1])
    dialog = _dialog(qtbot, a_delegate(1, badge_number=None, group_id=ident(13)), groups=groups)
    assert "There are no more numbers: 1 people get none." in dialog.warning.text()


def test_badges_that_were_made_are_remembered(qtbot: QtBot) -> None:
    people = (a_delegate(1, badge_number=2), a_delegate(2, badge_number=None))
    dialog = _dialog(qtbot, *people, handed_out="20/03/2025")
    assert dialog.warning.isHidden(), "nobody's badge changes"
    dialog.anew_button.setChecked(True)
    assert dialog.warning.text().startswith("Badges were made on 20/03/2025")
