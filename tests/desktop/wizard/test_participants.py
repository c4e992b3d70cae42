"""The section of the participants."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.records import ParticipantGroup, Session
from db.store import Store
from desktop.documents.badges.load import shipped_layout
from desktop.sentences.colours import badge_colours
from desktop.widgets.record_table import RecordTable
from desktop.widgets.text_list import TextListEditor
from desktop.wizard.import_dialog import ImportDialog
from desktop.wizard.participants import ParticipantsSection
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.lists import three_people
from tests.hands import child, press, type_text


def _shown(qtbot: QtBot, section: ParticipantsSection) -> ParticipantsSection:
    qtbot.addWidget(section)
    section.resize(700, 700)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def _groups(section: ParticipantsSection) -> RecordTable:
    table = section.field("groups")
    assert isinstance(table, RecordTable)
    return table


def test_it_says_what_it_is_about() -> None:
    assert ParticipantsSection.title() == "Participants"
    assert ParticipantsSection.subtitle().endswith(".")


def test_a_changed_target_is_stored_and_counted(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    model = _groups(section).model
    model.setData(model.index(1, 2), "70", Qt.ItemDataRole.EditRole)
    assert store.conferences.get(ident(10)).groups[1].target == 70
    words = section.gauge.planned.words
    assert words.text().startswith("✖ 210 people: 10 over the limit of 200")
    assert words.property("role") == "binding"


def test_people_are_counted_beside_their_groups(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(
        qtbot,
        ParticipantsSection(open_draft(a_delegate(1), a_delegate(2), a_delegate(3, group_id=""))),
    )
    model = _groups(section).model
    assert [model.index(row, 3).data() for row in (0, 1)] == ["2", "0"]
    assert section.tabs.tabText(1) == "List of delegates (3)"
    assert "in no group 1" in section.gauge.listed.bar.accessibleDescription()
    section.register.table.select([ident(1001)])
    section.register.edits.remove_selected()
    assert model.index(0, 3).data() == "1"
    assert section.tabs.tabText(1) == "List of delegates (2)"


def test_a_renamed_group_shows_in_the_register(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft(a_delegate(1))))
    model = _groups(section).model
    model.setData(model.index(0, 0), "Gương sáng", Qt.ItemDataRole.EditRole)
    rows = section.register.rows
    assert rows.index(0, rows.column_of("group_id")).data() == "Gương sáng"


def test_a_new_group_has_an_id_of_its_own(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft(groups=())))
    _groups(section).add_row()
    assert len(store.conferences.get(ident(10)).groups) == 1


def test_the_composition_is_stored(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    composition = section.field("composition")
    assert isinstance(composition, TextListEditor)
    child(composition, QPushButton).click()
    type_text(child(composition, QPlainTextEdit), "Lãnh đạo xã")
    section.flush()
    assert store.conferences.get(ident(10)).composition == ("Lãnh đạo xã",)


def test_a_finding_leads_to_the_group_or_to_the_person(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft(a_delegate(1), a_delegate(2))))
    section.focus_field("delegates")
    assert section.tabs.currentIndex() == 1
    assert section.register.table.hasFocus()
    section.focus_field(f"delegates:{ident(1002)}")
    assert section.register.table.selected_ids() == [ident(1002)]
    section.focus_field(f"groups:{ident(13)}")
    assert section.tabs.currentIndex() == 0
    assert _groups(section).selected_rows() == [1]


def test_only_one_tab_takes_room(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    assert not section.register.isVisible()
    assert section.gauge.planned.bar.isVisible()
    section.tabs.setCurrentIndex(1)
    assert section.register.isVisible()
    assert not _groups(section).isVisible()
    assert not section.gauge.planned.bar.isVisible()
    assert not section.gauge.isVisible(), "the rows need the room"
    section.gauge_line.button.click()
    assert section.gauge.listed.bar.isVisible()
    section.tabs.setCurrentIndex(2)
    assert not section.gauge_line.isVisible()


def test_leaving_stores_an_open_cell(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft(a_delegate(1))))
    section.tabs.setCurrentIndex(1)
    section.register.table.edit_name(ident(1001))
    type_text(child(section.register.table.viewport(), QLineEdit), "Lê Đạt")
    assert section.leave_forwards()
    assert store.delegates.of(ident(10))[0].name == "Lê Đạt"


def test_ages_are_counted_in_the_year_of_the_conference(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft()
    section = _shown(qtbot, ParticipantsSection(draft))
    assert section.this_year() == 2025
    draft.change(sessions=(Session(id=ident(11)),))
    assert section.this_year() == QDate.currentDate().year()


def test_the_import_can_be_replaced(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    asked: list[Path | None] = []
    section.import_list = asked.append
    section.register.import_button.click()
    section.register.import_asked.emit(tmp_path)
    assert asked == [None, tmp_path]


def test_an_import_shows_the_people_it_brought(
    open_draft: OpenDraft,
    store: Store,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))

    def accept_when_planned(dialog: ImportDialog) -> int:
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.session.planned, timeout=20_000):
            dialog.show()
        dialog.import_button.click()
        return dialog.result()

    monkeypatch.setattr(ImportDialog, "exec", accept_when_planned)
    section.register.import_asked.emit(three_people(tmp_path))
    assert len(store.delegates.of(ident(10))) == 3
    assert section.tabs.currentIndex() == 1
    assert len(section.register.table.selected_ids()) == 1


def test_rows_copied_from_a_spreadsheet_become_new_people(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))

    def accept_when_planned(dialog: ImportDialog) -> int:
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.session.planned, timeout=20_000):
            dialog.show()
        dialog.import_button.click()
        return dialog.result()

    monkeypatch.setattr(ImportDialog, "exec", accept_when_planned)
    QGuiApplication.clipboard().setText("Họ và tên\tĐơn vị\nLê Ba\tThôn 3\nLê Bốn\tThôn 4\n")
    section.register.edit_menu.paste_new.trigger()
    people = store.delegates.of(ident(10))
    assert [(one.name, one.unit) for one in people] == [("Lê Ba", "Thôn 3"), ("Lê Bốn", "Thôn 4")]
    section.register.undo()
    assert store.delegates.of(ident(10)) == ()


def test_a_cancelled_import_changes_nothing(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    monkeypatch.setattr(ImportDialog, "exec", lambda _: 0)
    section.register.import_button.click()
    assert section.tabs.currentIndex() == 0


def test_the_colours_are_those_of_the_badges() -> None:
    assert {key for key, _ in badge_colours()} == set(shipped_layout().palette)
    assert ParticipantGroup(id=ident(1), name="x").colour in dict(badge_colours())


def test_the_gauge_moves_while_a_number_is_typed_and_nothing_is_stored_yet(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    table = _groups(section)
    words = section.gauge.planned.words
    table.table.edit(table.model.index(1, 2))
    editor = child(table.table.viewport(), QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "75")
    assert words.text().startswith("✖ 215 people: 15 over the limit of 200")
    assert store.conferences.get(ident(10)).groups[1].target == 60
    press(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: words.text().startswith("200 of at most 200 people"))


def test_a_number_half_typed_leaves_the_gauge_alone(open_draft: OpenDraft, qtbot: QtBot) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    model = _groups(section).model
    assert model.with_cell(1, 2, "7x") == model.rows
    assert model.with_cell(1, 2, "60") == model.rows


def test_the_order_of_the_list_is_chosen_on_the_register(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft()))
    section.focus_field("list_order")
    assert section.register.isVisible()
    assert section.register.table.hasFocus()


def test_a_cell_of_the_places_leads_to_its_people_on_the_list(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    people = (a_delegate(1, unit="Thôn 1"), a_delegate(2, unit="Thôn <b>2</b> & 3"))
    section = _shown(qtbot, ParticipantsSection(open_draft(*people)))
    section.focus_field("quotas")
    assert section.tabs.currentIndex() == 2
    assert not section.gauge.isVisible()
    table = section.quotas.table
    table.table.setCurrentIndex(table.rows.index(1, 0))
    press(table.table, Qt.Key.Key_Return)
    assert section.tabs.currentIndex() == 1
    register = section.register
    assert register.rows.rowCount() == 1
    assert register.only_button.text() == "Only: Thôn <b>2</b> && 3, Everybody  ✕"
    assert register.count_label.text() == "1 of 2 people"
    register.only_button.click()
    assert register.rows.rowCount() == 2
    assert not register.only_button.isVisible()


def test_a_number_half_typed_is_stored_on_leaving_the_page(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    section = _shown(qtbot, ParticipantsSection(open_draft(a_delegate(1, unit="Thôn 1"))))
    section.focus_field("quotas")
    table = section.quotas.table.table
    table.setCurrentIndex(section.quotas.table.rows.index(0, 1))
    QTest.keyClicks(table, "7")
    section.flush()
    assert [one.places for one in store.conferences.get(ident(10)).quotas] == [7]


def test_the_make_up_follows_the_list_while_it_is_in_sight(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(a_delegate(1), a_delegate(2))
    section = _shown(qtbot, ParticipantsSection(draft))
    section.tabs.setCurrentIndex(3)
    view = section.make_up.view
    assert "Standing for themselves: 2 of 2 people on the list (100 %)" in view.texts
    draft.remove_delegates([ident(1001)])
    assert "Standing for themselves: 1 of 1 people on the list (100 %)" in view.texts
    section.tabs.setCurrentIndex(1)
    draft.remove_delegates([ident(1002)])
    assert view.texts, "nothing is counted out of sight"
    section.tabs.setCurrentIndex(3)
    assert view.texts == []
    assert section.make_up.note.text() == "Nobody is on the list yet."
