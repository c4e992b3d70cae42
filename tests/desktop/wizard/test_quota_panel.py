"""The places of the units in a conference."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.records import Quota
from db.store import Store
from desktop.models.draft import Draft
from desktop.rules.pack import RulePack, Unit
from desktop.rules.pack_people import QuotaRule, UnitQuota
from desktop.wizard.quota_panel import Axis, QuotaPanel
from desktop.wizard.share_dialog import ShareDialog
from desktop.wizard.units_dialog import UnitsDialog
from tests.builders import a_conference, a_delegate, an_office, ident
from tests.desktop.conftest import OpenDraft
from tests.hands import press, type_text

EXEMPLARS = 1
PEOPLE = (
    a_delegate(1, unit="Thôn 1"),
    a_delegate(2, unit="Thôn 2"),
    a_delegate(3, unit="Thôn 2", group_id=ident(13)),
)


def shown(qtbot: QtBot, draft: Draft) -> QuotaPanel:
    panel = QuotaPanel(draft)
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def cell(panel: QuotaPanel, row: int, column: int) -> str:
    return str(panel.table.rows.index(row, column).data())


def quotas(store: Store) -> tuple[Quota, ...]:
    return store.conferences.get(ident(10)).quotas


def test_a_number_typed_is_stored_in_one_step_of_undo(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    draft = open_draft(*PEOPLE)
    panel = shown(qtbot, draft)
    rows = panel.table.rows
    rows.setData(rows.index(1, EXEMPLARS), "3")
    assert quotas(store) == (Quota(unit="Thôn 2", group_id=ident(12), places=3),)
    assert cell(panel, panel.table.rows.row_of("Thôn 2"), EXEMPLARS) == "▽ 3 / 1 / 2"
    assert draft.undo() == ("quotas",)
    assert quotas(store) == ()
    assert cell(panel, 1, EXEMPLARS) == "– / 1 / –"
    draft.redo()
    assert quotas(store)[0].places == 3


def test_the_matrix_follows_the_list_while_it_is_in_sight(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(*PEOPLE)
    panel = shown(qtbot, draft)
    draft.remove_delegates([ident(1002)])
    assert cell(panel, 1, EXEMPLARS) == "– / 0 / –"
    panel.hide()
    draft.remove_delegates([ident(1001)])
    assert panel.table.rows.rowCount() == 2
    panel.show()
    assert panel.table.rows.rowCount() == 1


def test_a_cell_leads_to_its_people(open_draft: OpenDraft, qtbot: QtBot) -> None:
    panel = shown(qtbot, open_draft(*PEOPLE))
    panel.table.table.setCurrentIndex(panel.table.rows.index(1, 0))
    with qtbot.waitSignal(panel.people_wanted) as told:
        panel.people_button.click()
    assert told.args == [[ident(1002), ident(1003)], "Thôn 2, Everybody"]
    panel.table.table.setCurrentIndex(panel.table.rows.index(0, 2))
    with qtbot.assertNotEmitted(panel.people_wanted):
        panel.people_button.click()
    assert panel.status.text() == "Nobody on the list: Thôn 1, Khách mời."


def test_columns_can_be_traits_and_units_be_searched(open_draft: OpenDraft, qtbot: QtBot) -> None:
    panel = shown(qtbot, open_draft(*PEOPLE))
    panel.axis_box.committed.emit(Axis.TRAITS)
    assert "Khách mời" in panel.table.rows.titles(), "the box has not moved yet"
    panel.axis_box.show_value(Axis.TRAITS)
    panel.refresh()
    assert "Khách mời" not in panel.table.rows.titles()
    type_text(panel.find_box, "thon 2")
    assert panel.table.rows.rowCount() == 1


def test_units_are_added_and_taken_off(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    store.offices.save(an_office())
    store.conferences.add(a_conference(id=ident(50)))
    store.delegates.add((a_delegate(90, conference_id=ident(50), unit="Buôn Cũ"),))
    panel = shown(qtbot, open_draft(*PEOPLE))
    offered: list[tuple[str, ...]] = []

    def ask(units: Any) -> tuple[str, ...]:
        offered.append(tuple(units))
        return ("Thôn 8", "thôn 1")

    panel.ask_units = ask
    panel.add_button.click()
    assert offered == [("Buôn Cũ",)]
    assert [one.unit for one in quotas(store)] == ["Thôn 8", "thôn 1"]
    assert panel.table.selected_units == ["thôn 1"]
    panel.table.select_unit("Thôn 8")
    panel.remove_button.click()
    assert [one.unit for one in quotas(store)] == ["thôn 1"]
    panel.table.select_unit("Thôn 2")
    assert not panel.remove_button.isEnabled(), "it is only on the list"
    panel.ask_units = lambda _: ()
    panel.add_button.click()
    assert [one.unit for one in quotas(store)] == ["thôn 1"]


def test_what_cannot_be_pasted_is_said(open_draft: OpenDraft, qtbot: QtBot) -> None:
    panel = shown(qtbot, open_draft(*PEOPLE))
    panel.table.table.setCurrentIndex(panel.table.rows.index(0, EXEMPLARS))
    QGuiApplication.clipboard().setText("năm")
    press(panel.table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert panel.status.text().startswith("Nothing was pasted")
    assert panel.status.property("role") == "binding"


def test_places_are_shared_out_in_one_step(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(*PEOPLE)
    panel = shown(qtbot, draft)

    def fill_in(dialog: ShareDialog) -> int:
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.column_box.currentText() == "Everybody"
        assert not dialog.give_button.isEnabled()
        type_text(dialog.total_field, "10")
        QGuiApplication.clipboard().setText("Thôn 1\t300\nThôn 2\t100\nThôn 9\t1\n")
        press(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        type_text(dialog.floor_field, "1")
        assert dialog.message.text() == "10 places for 2 units."
        dialog.give_button.click()
        return dialog.result()

    monkeypatch.setattr(ShareDialog, "exec", fill_in)
    panel.share_button.click()
    given = {one.unit: (one.places, one.base) for one in quotas(store)}
    assert given == {"Thôn 1": (7, 300), "Thôn 2": (3, 100)}
    draft.undo()
    assert quotas(store) == ()


def test_a_dialog_given_up_changes_nothing(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = shown(qtbot, open_draft(*PEOPLE))
    for dialog in (ShareDialog, UnitsDialog):
        monkeypatch.setattr(dialog, "exec", lambda _: 0)
    panel.share_button.click()
    panel.add_button.click()
    assert quotas(store) == ()


@pytest.fixture
def share(qtbot: QtBot, open_draft: OpenDraft) -> ShareDialog:
    draft = open_draft(
        *PEOPLE, quotas=(Quota(unit="Thôn 2", group_id=ident(12), places=4, base=7),)
    )
    panel = shown(qtbot, draft)
    matrix = panel._make_matrix()
    dialog = ShareDialog(matrix, draft.conference.quotas, matrix.columns[EXEMPLARS], panel)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_dialog_begins_with_what_was_given_before(share: ShareDialog) -> None:
    assert share.total_field.text() == "4"
    assert [share.table.base_text(row) for row in range(2)] == ["7", ""]
    assert share.message.text() == "4 places for 2 units."
    shares = [share.table.item(row, 2) for row in range(2)]
    assert [item.text() for item in shares if item is not None] == ["4", "0"]


@pytest.mark.parametrize(
    ("total", "floor", "bases", "fault"),
    [
        ("", "", ("7", ""), "Type how many places there are."),
        ("1", "1", ("7", ""), "2 places are needed to give every unit 1."),
        ("5", "", ("", ""), "Type what the places go by for at least one unit."),
        ("5", "", ("7", "vài"), "“vài” is no whole number."),
        ("x", "1", ("7", ""), "2 places are needed to give every unit 1."),
    ],
)
def test_what_cannot_be_shared_out_is_said_and_not_given(
    share: ShareDialog, total: str, floor: str, bases: tuple[str, str], fault: str
) -> None:
    share.total_field.setText(total)
    share.floor_field.setText(floor)
    for row, base in enumerate(bases):
        item = share.table.item(row, 1)
        assert item is not None
        item.setText(base)
    assert share.message.text() == fault
    assert not share.give_button.isEnabled()


def test_enter_in_the_table_edits_and_goes_no_further(share: ShareDialog) -> None:
    share.table.setFocus()
    share.table.setCurrentCell(1, 1)
    press(share.table, Qt.Key.Key_Return)
    assert share.isVisible()
    assert share.table.state().value == 3, "editing"
    press(share.table, Qt.Key.Key_Up)
    share.cancel_button.click()
    assert not share.isVisible()


def test_another_column_brings_its_own_bases(share: ShareDialog) -> None:
    guests = next(one for one in share._columns if one.name == "Khách mời")
    share.column_box.show_value(guests)
    share.column_box.committed.emit(guests)
    assert [share.table.base_text(row) for row in range(2)] == ["", ""]
    type_text(share.total_field, "2")
    type_text(share.floor_field, "1")
    assert {(one.group_id, one.places) for one in share.shared} == {(ident(12), 4), (ident(13), 1)}


def a_pack_with_places(pack: RulePack) -> RulePack:
    rules = tuple(
        QuotaRule(
            clause="II.3",
            words="phân bổ",
            counts=(kind,),
            units=(UnitQuota(unit="thon-1", places=5),),
        )
        for kind in ("exemplar", "guest")
    )
    level = replace(pack.levels[0], quotas=rules)
    unit = Unit(id="thon-1", name="Thôn 1", level=level.id)
    return replace(pack, levels=(level,), units=(unit,))


def test_the_plans_numbers_can_neither_be_typed_over_nor_shared_out(
    open_draft: OpenDraft, packs: tuple[RulePack, ...], qtbot: QtBot, store: Store
) -> None:
    open_draft(*PEOPLE)
    pack = a_pack_with_places(packs[0])
    draft = Draft(store, ident(10), (pack,), lambda: ident(1))
    panel = shown(qtbot, draft)
    rows = panel.table.rows
    assert cell(panel, 0, EXEMPLARS) == "▽ 5 / 1 / 4"
    assert not rows.setData(rows.index(0, EXEMPLARS), "9")
    matrix = panel._make_matrix()
    dialog = ShareDialog(matrix, (), matrix.columns[EXEMPLARS], panel)
    assert dialog.column_box.currentText() == "Everybody"


def test_without_a_free_column_nothing_can_be_shared_out(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    panel = shown(qtbot, open_draft(*PEOPLE))
    matrix = panel._make_matrix()
    fixed = replace(
        matrix,
        lines=tuple(
            replace(line, cells=tuple(replace(one, is_planned=True) for one in line.cells))
            for line in matrix.lines
        ),
    )
    dialog = ShareDialog(fixed, (Quota(unit="a"),), matrix.columns[0], panel)
    assert dialog.message.text() == "The plan gives all the numbers itself."
    assert dialog.shared == (Quota(unit="a"),)


def test_units_are_typed_a_line_each_or_put_in(qtbot: QtBot, qapp: QWidget) -> None:
    dialog = UnitsDialog(("Buôn Cũ", "Thôn 1"))
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("  Thôn\u00a01 \n\n Thôn 2")
    before = dialog.units
    dialog.offer_button.click()
    assert [before, dialog.units] == [("Thôn 1", "Thôn 2"), ("Thôn 1", "Thôn 2", "Buôn Cũ")]
    bare = UnitsDialog(())
    qtbot.addWidget(bare)
    assert not bare.offer_button.isEnabled()
