"""What is done to people in the register: each act one step of undo, kept over a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Delegate, ListOrder
from db.store import Store
from desktop.models.draft import Draft
from desktop.rules.pack import RulePack
from desktop.wizard.field_dialog import FieldDialog
from desktop.wizard.numbers_dialog import NumbersDialog
from tests.builders import KEYS, NOON, a_conference, a_delegate, an_office, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.registers import a_register, answer, people, shown_names
from tests.hands import press

UP_DOWN = Qt.KeyboardModifier.AltModifier


def _stored(store: Store) -> tuple[Delegate, ...]:
    return store.delegates.of(ident(10))


def test_the_first_selected_cell_is_filled_down(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    table = register.table
    table.select([ident(1002), ident(1003)])
    unit = register.rows.index(1, register.rows.column_of("unit"))
    table.selectionModel().setCurrentIndex(unit, table.selectionModel().SelectionFlag.NoUpdate)
    press(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [one.unit for one in _stored(store)] == ["", "Thôn 2", "Thôn 2"]
    assert register.status.text() == "Filled in “Unit”: 1."
    register.undo()
    assert [one.unit for one in _stored(store)] == ["", "Thôn 2", "Thôn 3"]


def test_filling_down_wants_two_people_and_a_field_of_hand(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001)])
    register.edits.fill_down()
    assert register.status.text().startswith("Select the rows to fill first")
    register.table.select([ident(1001), ident(1002)])
    number = register.rows.index(0, register.rows.column_of("badge_number"))
    model = register.table.selectionModel()
    model.setCurrentIndex(number, model.SelectionFlag.NoUpdate)
    register.edits.fill_down()
    assert register.status.text() == "“No.” is not filled in by hand."


def test_one_field_is_set_for_all_selected(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    asked: list[str] = []

    def set_unit(dialog: Any) -> None:
        asked.append(dialog.column.key)
        dialog.editors[dialog.field_box.currentIndex()].setText("Thôn 9")
        dialog.accept()

    answer(monkeypatch, FieldDialog, set_unit)
    register.table.select([ident(1001), ident(1003)])
    unit = register.rows.index(0, register.rows.column_of("unit"))
    model = register.table.selectionModel()
    model.setCurrentIndex(unit, model.SelectionFlag.NoUpdate)
    register.edit_menu.set_field.trigger()
    assert asked == ["unit"], "the field of the cursor comes first"
    assert [one.unit for one in _stored(store)] == ["Thôn 9", "Thôn 2", "Thôn 9"]
    assert register.status.text() == "Set “Unit”: 2."
    answer(monkeypatch, FieldDialog, lambda dialog: dialog.reject())
    register.set_field()
    assert [one.unit for one in _stored(store)] == ["Thôn 9", "Thôn 2", "Thôn 9"]


def test_numbers_are_given_with_those_kept_for_groups(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=ListOrder.HAND))

    def give(dialog: Any) -> None:
        dialog.anew_button.setChecked(True)
        dialog.fields[0][0].committed.emit(101)
        dialog.accept()

    answer(monkeypatch, NumbersDialog, give)
    register.numbers_button.click()
    assert [one.badge_number for one in _stored(store)] == [101, 102, 1]
    assert register.status.text() == "Badge numbers given: 3."
    assert store.conferences.get(ident(10)).groups[0].first_badge == 101
    register.give_numbers()
    assert register.status.text() == "Badge numbers given: 3.", "nobody was left to change"


def test_the_day_badges_were_made_is_known(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)
    draft.log_export("badges", "the-dai-bieu.pdf", 3)
    warned: list[str] = []

    def look(dialog: Any) -> None:
        dialog.anew_button.setChecked(True)
        dialog.fields[0][0].committed.emit(101)
        warned.append(dialog.warning.text())

    answer(monkeypatch, NumbersDialog, look)
    register.give_numbers()
    assert warned[0].startswith("Badges were made on 06/01/2025")


@pytest.mark.parametrize("order", [ListOrder.HAND, ListOrder.PROTOCOL])
def test_people_are_moved_up_and_down_by_keys(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, order: ListOrder
) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=order))
    assert shown_names(register) == ["Lê Đạt", "Nguyễn Thị Ước", "Y Wang Niê"]
    register.table.select([ident(1003)])
    press(register.table, Qt.Key.Key_Up, UP_DOWN)
    assert shown_names(register) == ["Lê Đạt", "Y Wang Niê", "Nguyễn Thị Ước"]
    assert register.table.selected_ids() == [ident(1003)], "the selection goes with them"
    register.table.select([ident(1001), ident(1003)])
    press(register.table, Qt.Key.Key_Down, UP_DOWN)
    assert shown_names(register) == ["Nguyễn Thị Ước", "Lê Đạt", "Y Wang Niê"]
    press(register.table, Qt.Key.Key_Down, UP_DOWN)
    assert shown_names(register) == ["Nguyễn Thị Ước", "Lê Đạt", "Y Wang Niê"], "at the end"
    register.undo()
    register.undo()
    assert _stored(store) == people()


def test_people_dropped_between_others_stand_there(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=ListOrder.PROTOCOL))
    rows, table = register.rows, register.table
    table.select([ident(1003)])
    data = rows.mimeData([rows.index(2, 0)])
    nowhere = rows.index(-1, -1)
    assert not rows.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, nowhere), "rows stay"
    qtbot.waitUntil(lambda: shown_names(register)[0] == "Y Wang Niê")
    assert shown_names(register) == ["Y Wang Niê", "Lê Đạt", "Nguyễn Thị Ước"]
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, nowhere)
    qtbot.waitUntil(lambda: shown_names(register)[-1] == "Y Wang Niê")
    rows.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, rows.index(1, 0))
    qtbot.waitUntil(lambda: shown_names(register)[1] == "Y Wang Niê")


def test_nobody_is_moved_where_the_order_is_not_by_hand(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=ListOrder.UNIT))
    register.table.select([ident(1001)])
    register.edits.move(1)
    assert register.status.text().startswith("People are moved by hand only in the orders")
    register.edits.move_before(0)
    assert _stored(store) == people()


def test_nobody_selected_moves_nobody(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=ListOrder.HAND))
    register.edits.move(1)
    assert _stored(store) == people()


def test_the_default_order_of_posts_counts_until_somebody_is_moved(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    posts = ("Trưởng thôn", "Bí thư Đảng ủy xã", "Chủ tịch UBND xã")
    crowd = [a_delegate(n, name=f"Lê {n}", post=post) for n, post in enumerate(posts, start=1)]
    register = a_register(qtbot, open_draft(*crowd))
    register.order_menu.orders[ListOrder.PROTOCOL].trigger()
    assert [one.post for one in register.rows.shown] == [posts[1], posts[2], posts[0]]
    assert not register.order_menu.by_post_again.isEnabled()
    register.table.select([ident(1001)])
    register.edit_menu.up.trigger()
    assert [one.post for one in register.rows.shown] == [posts[1], posts[0], posts[2]]
    register.order_menu.by_post_again.trigger()
    assert [one.post for one in register.rows.shown] == [posts[1], posts[2], posts[0]]
    assert register.status.text() == "Ordered by post again: 1."


def test_an_order_by_hand_begins_with_what_is_shown(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people(), list_order=ListOrder.GIVEN_NAME))
    header = register.table.horizontalHeader()
    header.setSortIndicator(register.rows.column_of("name"), Qt.SortOrder.DescendingOrder)
    assert shown_names(register) == ["Y Wang Niê", "Nguyễn Thị Ước", "Lê Đạt"]
    register.order_menu.hand_from_here.trigger()
    assert store.conferences.get(ident(10)).list_order is ListOrder.HAND
    assert shown_names(register) == ["Y Wang Niê", "Nguyễn Thị Ước", "Lê Đạt"]
    assert register.rows.can_be_moved, "no column is sorted any more"
    register.edits.order_by_hand_from_here()
    assert [one.position for one in _stored(store)] == [1, 2, 3]


def test_nothing_to_save_is_told(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    assert not register.edits.save(())
    assert register.status.text() == "Nothing to change."
    register.edits.remove_selected()
    assert register.rows.rowCount() == 3


def _open_store(path: Path) -> Store:
    ids = iter(range(5 * 10**6, 6 * 10**6))
    return Store.open(path, clock=lambda: NOON, new_id=lambda: ident(next(ids)), keys=KEYS)


def test_every_step_is_undone_and_done_again_after_a_restart(
    packs: tuple[RulePack, ...],
    new_id: Callable[[], str],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    path = tmp_path / "office" / "hoinghi.db"
    first = _open_store(path)
    first.offices.save(an_office())
    first.conferences.add(a_conference(list_order=ListOrder.GIVEN_NAME))
    first.delegates.add(people())
    draft = Draft(first, ident(10), packs, new_id)
    begun = (draft.conference, draft.delegates)
    register = a_register(qtbot, draft)
    rows, edits = register.rows, register.edits
    rows.setData(rows.index(0, rows.column_of("unit")), "Thôn 1")
    register.add_person()
    edits.save([replace(one, post="Trưởng thôn") for one in draft.delegates])
    edits.order_by(ListOrder.HAND)
    register.table.select([ident(1003)])
    edits.move(-1)
    edits.put_into_group(ident(12))
    edits.remove_selected()
    ended = (draft.conference, draft.delegates)
    first.close()
    second = _open_store(path)
    reopened = Draft(second, ident(10), packs, new_id)
    assert (reopened.conference, reopened.delegates) == ended
    other = a_register(qtbot, reopened)
    for _ in range(7):
        other.undo_button.click()
    assert (reopened.conference, reopened.delegates) == begun
    assert shown_names(other) == [one.name for one in begun[1]]
    for _ in range(7):
        other.redo_button.click()
    assert (reopened.conference, reopened.delegates) == ended
    assert shown_names(other) == [one.name for one in ended[1]]
    second.close()
