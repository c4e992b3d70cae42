"""People of other conferences, found and carried over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import BirthDate, Session
from db.store import Store
from desktop.models.draft import Draft
from desktop.wizard import directory_dialog
from desktop.wizard.directory_dialog import DirectoryDialog
from desktop.wizard.participants import ParticipantsSection
from tests.builders import a_conference, a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.hands import press, type_text

OLD = ident(30)
BORN = BirthDate(year=1970)
LISTED = a_delegate(1, birth=BORN)
BEFORE = (
    a_delegate(2, conference_id=OLD, birth=BORN),
    a_delegate(3, conference_id=OLD, name="Lê Ánh", unit="Thôn Đông", honours=("LĐTT",)),
    a_delegate(4, conference_id=OLD, name="Hồ Bình", represents="Tổ dân phố 3"),
)


def _shown(qtbot: QtBot, draft: Draft) -> DirectoryDialog:
    dialog = DirectoryDialog(draft)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


@pytest.fixture
def draft(open_draft: OpenDraft, store: Store) -> Draft:
    opened = open_draft(LISTED)
    day = Session(id=ident(11), day=date(2020, 3, 1))
    store.conferences.add(a_conference(id=OLD, title="Hội nghị cũ", sessions=(day,)))
    store.delegates.add(BEFORE)
    return opened


def _names(dialog: DirectoryDialog) -> list[object]:
    return [dialog.rows.index(row, 0).data() for row in range(dialog.rows.rowCount())]


def test_last_cycles_people_are_carried_over_in_one_step(
    draft: Draft, store: Store, qtbot: QtBot
) -> None:
    dialog = _shown(qtbot, draft)
    assert _names(dialog) == ["Lê Ánh", "Hồ Bình", "Nguyễn Thị Ước"]
    assert not dialog.add_button.isEnabled()
    type_text(dialog.search_box, "dong")
    press(dialog.search_box, Qt.Key.Key_Return)
    assert _names(dialog) == ["Lê Ánh"]
    assert dialog.history.toPlainText() == (
        "2020 · Hội nghị cũ\n    Post and unit: Thôn Đông\n    Honours: LĐTT"
    )
    press(dialog.table, Qt.Key.Key_Space)
    type_text(dialog.search_box, "to dan pho")
    qtbot.waitUntil(lambda: _names(dialog) == ["Hồ Bình"])
    press(dialog.table, Qt.Key.Key_Space)
    assert dialog.message.text() == "People shown: 1. Chosen: 2."
    dialog.group_box.setCurrentIndex(1)
    dialog.add_button.setFocus()
    press(dialog.add_button, Qt.Key.Key_Return)
    listed, second, third = store.delegates.of(ident(10))
    assert [one.name for one in (listed, second, third)] == ["Nguyễn Thị Ước", "Lê Ánh", "Hồ Bình"]
    assert (second.honours, second.group_id, second.badge_number) == (("LĐTT",), ident(13), None)
    assert third.represents == "Tổ dân phố 3"
    assert dialog.added_ids == (second.id, third.id)
    assert len(store.delegates.of(OLD)) == 3, "copied, not moved"
    assert dialog.done_words == "Carried over: 2. “Undo” takes them off this list."
    draft.undo()
    assert store.delegates.of(ident(10)) == (LISTED,)


def test_people_are_moved_when_that_is_ticked(draft: Draft, store: Store, qtbot: QtBot) -> None:
    dialog = _shown(qtbot, draft)
    dialog.collective_box.setChecked(True)
    assert _names(dialog) == ["Hồ Bình"]
    dialog.rows.toggle(0)
    dialog.move_box.setChecked(True)
    dialog.add_button.click()
    assert [one.name for one in store.delegates.of(OLD)] == ["Nguyễn Thị Ước", "Lê Ánh"]
    assert len(store.delegates.of(ident(10))) == 2
    assert dialog.done_words.startswith("Moved here: 1. “Undo” takes them off this list again;")


def test_who_is_on_the_list_cannot_be_added_twice(draft: Draft, qtbot: QtBot) -> None:
    dialog = _shown(qtbot, draft)
    dialog.table.selectRow(2)
    press(dialog.table, Qt.Key.Key_Space)
    press(dialog.table, Qt.Key.Key_Up)
    assert dialog.rows.chosen == ()
    assert dialog.table.currentIndex().row() == 1


def test_one_conference_may_be_looked_in(draft: Draft, store: Store, qtbot: QtBot) -> None:
    other = a_conference(id=ident(31), title="Hội nghị khác", sessions=())
    store.conferences.add(other)
    dialog = _shown(qtbot, draft)
    dialog.conference_box.setCurrentIndex(dialog.conference_box.findData(other.id))
    dialog.conference_box.activated.emit(dialog.conference_box.currentIndex())
    assert _names(dialog) == []
    assert dialog.message.text().startswith("Nobody was found.")
    assert dialog.history.toPlainText() == ""


def test_when_there_are_more_it_is_said(
    draft: Draft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory_dialog, "_LIMIT", 2)
    dialog = _shown(qtbot, draft)
    assert "There are more" in dialog.message.text()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_with_no_other_conference_it_says_so(open_draft: OpenDraft, qtbot: QtBot) -> None:
    dialog = _shown(qtbot, open_draft(LISTED))
    assert dialog.message.text().startswith("There is no other conference yet.")


def test_when_the_store_refuses_nothing_is_lost(
    draft: Draft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _shown(qtbot, draft)
    dialog.rows.toggle(0)

    def refuse(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.delegates, "move", refuse)
    dialog.add_button.click()
    assert dialog.isVisible()
    assert dialog.message.property("role") == "binding"
    assert len(dialog.rows.chosen) == 1


def test_the_people_added_are_shown_on_the_register(
    draft: Draft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = ParticipantsSection(draft)
    qtbot.addWidget(section)

    def choose(dialog: DirectoryDialog) -> bool:
        dialog.rows.toggle(0)
        dialog.add_chosen()
        return bool(dialog.result())

    monkeypatch.setattr(DirectoryDialog, "exec", choose)
    section.directory_action.trigger()
    assert section.register.table.selected_ids() == [draft.delegates[-1].id]
    assert section.register.status.text().startswith("Carried over: 1.")
    monkeypatch.setattr(DirectoryDialog, "exec", lambda _: False)
    section.directory_action.trigger()
    assert len(draft.delegates) == 2


def test_the_dialog_fits_a_laptop_that_shows_everything_twice_as_large(
    draft: Draft, qtbot: QtBot
) -> None:
    dialog = _shown(qtbot, draft)
    dialog.resize(1366 // 2, 768 // 2 - 40)
    assert (dialog.width(), dialog.height()) == (1366 // 2, 768 // 2 - 40)
