"""The register: entry, removal, groups, undo, search, photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import ParticipantGroup, ToneOrder
from db.store import Store
from desktop.jobs import JobFailed, JobFailure
from desktop.widgets.labels import PlainLabel
from desktop.wizard.register import Register
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.registers import a_register, people, shown_names
from tests.hands import child, press, type_text


def _stored(store: Store) -> list[str]:
    return [one.name for one in store.delegates.of(ident(10))]


def test_a_new_person_gets_the_next_number_and_the_first_group(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.add_button.click()
    line = child(register.table.viewport(), QLineEdit)
    type_text(line, "Trần Văn Bảy")
    press(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    added = store.delegates.of(ident(10))[-1]
    assert (added.name, added.badge_number, added.position) == ("Trần Văn Bảy", 4, 4)
    assert added.group_id == ident(12)
    assert register.table.selected_ids() == [added.id]


def test_the_first_person_of_all_gets_number_one(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(groups=()))
    register.search_box.setText("nobody")
    register.add_person()
    added = store.delegates.of(ident(10))[0]
    assert (added.badge_number, added.position, added.group_id) == (1, 1, "")
    assert register.search_box.text() == "", "a search would hide the new person"


def test_an_edited_cell_is_stored_at_once(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    rows = register.rows
    rows.setData(rows.index(0, rows.column_of("unit")), "Thôn 5", Qt.ItemDataRole.EditRole)
    assert store.delegates.of(ident(10))[0].unit == "Thôn 5"


def test_leaving_the_page_stores_an_open_cell(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.edit_name(ident(1001))
    type_text(child(register.table.viewport(), QLineEdit), "Lê Đạt Hai")
    register.commit()
    assert _stored(store)[0] == "Lê Đạt Hai"


def test_removed_people_come_back_by_undo(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.edits.remove_selected()
    assert len(_stored(store)) == 3, "nobody was selected"
    register.table.select([ident(1001), ident(1003)])
    register.remove_button.click()
    assert _stored(store) == ["Nguyễn Thị Ước"]
    assert "Removed: 2." in register.status.text()
    assert register.table.selected_ids() == [ident(1002)], "the next one down is selected"
    register.undo_button.click()
    assert _stored(store) == ["Lê Đạt", "Nguyễn Thị Ước", "Y Wang Niê"]
    register.redo_button.click()
    assert _stored(store) == ["Nguyễn Thị Ước"]
    register.table.select([ident(1002)])
    press(register.table, Qt.Key.Key_Delete)
    assert _stored(store) == []
    assert not register.remove_button.isEnabled()


def test_undo_and_redo_say_what_they_were_about(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001)])
    register.edits.remove_selected()
    register.undo_button.click()
    assert len(_stored(store)) == 3
    assert register.status.text() == "Undone: list of delegates."
    register.redo_button.click()
    assert len(_stored(store)) == 2
    assert register.status.text() == "Redone: list of delegates."
    register.redo_button.click()
    assert register.status.text() == "Nothing left to redo."


def test_selected_people_move_to_a_group_in_one_step(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    groups = (
        ParticipantGroup(id=ident(12), name="Điển hình"),
        ParticipantGroup(id=ident(13), name="Khách & mời"),
    )
    register = a_register(qtbot, open_draft(*people(), groups=groups))
    assert not register.group_button.isEnabled()
    register.table.select([ident(1001), ident(1002)])
    actions = register.group_button.menu().actions()
    assert [action.text() for action in actions] == ["Điển hình", "Khách && mời"]
    actions[1].trigger()
    assert {one.group_id for one in store.delegates.of(ident(10))} == {ident(13)}
    register.undo()
    assert [one.group_id for one in store.delegates.of(ident(10))] == [
        ident(12),
        ident(12),
        ident(13),
    ]


def test_without_groups_there_is_none_to_choose(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people(), groups=()))
    register.table.select([ident(1001)])
    assert not register.group_button.isEnabled()
    assert register.remove_button.isEnabled()


def test_people_are_found_without_accents(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    press(register.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(register.search_box, "uoc")
    assert [register.rows.delegate(row).name for row in range(register.rows.rowCount())] == [
        "Nguyễn Thị Ước"
    ]
    assert register.count_label.text() == "1 of 3 people"
    register.search_box.clear()
    assert register.count_label.text() == "3 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nguyen thi uoc", ["Nguyễn Thị Ước"]),
        ("NTU", ["Nguyễn Thị Ước"]),
        ("5678", ["Lê Đạt"]),
        ("thon 3", ["Y Wang Niê"]),
        ("y nie", ["Y Wang Niê"]),
        ("2", ["Nguyễn Thị Ước"]),
        ("567", []),
    ],
)
def test_people_are_found_by_words_initials_and_last_digits(
    open_draft: OpenDraft, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    type_text(register.search_box, typed)
    assert shown_names(register) == found


def test_another_order_of_tones_sorts_the_list_anew(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    names = ("Lê Hoá", "Lê Hoà", "Lê Hoa", "Lê Hoạ")
    draft = open_draft(*(a_delegate(n, name=name) for n, name in enumerate(names, start=1)))
    register = a_register(qtbot, draft)
    assert shown_names(register) == ["Lê Hoa", "Lê Hoà", "Lê Hoá", "Lê Hoạ"]
    store.offices.save(replace(draft.office, tone_order=ToneOrder.SAC_HUYEN_HOI_NGA_NANG))
    draft.office_changed()
    assert shown_names(register) == ["Lê Hoa", "Lê Hoá", "Lê Hoà", "Lê Hoạ"]


def test_a_person_is_found_behind_a_search(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.search_box.setText("uoc")
    register.focus_person("")
    assert register.search_box.text() == "uoc"
    register.focus_person(ident(1003))
    assert register.table.selected_ids() == [ident(1003)]
    assert register.table.hasFocus()


def test_a_full_disk_is_told_and_nothing_changes(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    monkeypatch.setattr(store.delegates, "save", fail)
    monkeypatch.setattr(store.delegates, "add", fail)
    monkeypatch.setattr(store.log, "undo", fail)
    rows = register.rows
    rows.setData(rows.index(0, 1), "Lê Đạt Hai", Qt.ItemDataRole.EditRole)
    assert register.status.text().startswith("The disk is full.")
    assert register.status.property("role") == "binding"
    assert rows.delegate(0).name == "Lê Đạt"
    register.add_person()
    assert rows.rowCount() == 3
    register.undo()
    assert register.status.text().startswith("The disk is full.")


def test_the_first_of_the_imported_people_is_selected(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.show_added([ident(1002), ident(1003)], "Added: 2.")
    assert register.table.selected_ids() == [ident(1002)]
    assert "Added: 2." in register.status.text()


def _dropped(register: Register, *urls: QUrl) -> QDropEvent:
    data = QMimeData()
    data.setUrls(list(urls))
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(register, entering)
    drop = QDropEvent(QPointF(5, 5), copy, data, left, none)
    drop.setAccepted(entering.isAccepted())
    register.dropEvent(drop)
    return drop


def test_a_dropped_file_begins_an_import(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    register = a_register(qtbot, open_draft())
    with qtbot.waitSignal(register.import_asked) as asked:
        _dropped(register, QUrl.fromLocalFile(str(tmp_path / "ds.xlsx")))
    assert asked.args == [tmp_path / "ds.xlsx"]


@pytest.mark.parametrize("urls", [(), ("file:///a.xlsx", "file:///b.xlsx"), ("https://x.vn/a",)])
def test_anything_else_dropped_is_let_fall(
    open_draft: OpenDraft, qtbot: QtBot, urls: tuple[str, ...]
) -> None:
    register = a_register(qtbot, open_draft())
    with qtbot.assertNotEmitted(register.import_asked):
        _dropped(register, *map(QUrl, urls))


def test_the_button_begins_an_import(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft())
    with qtbot.waitSignal(register.import_asked) as asked:
        register.import_button.click()
    assert asked.args == [None]


def _photo(folder: Path) -> Path:
    path = folder / "anh.jpg"
    Image.new("RGB", (300, 400), "navy").save(path)
    return path


def test_a_wrong_birth_date_is_explained_and_never_dropped_in_silence(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    birth = register.rows.index(0, register.rows.column_of("birth"))
    register.table.setCurrentIndex(birth)
    register.table.setFocus()
    register.table.edit(birth)
    line = child(register.table.viewport(), QLineEdit)
    type_text(line, "31/2/1975")
    assert register.status.text().startswith("This is no birth date.")
    assert register.status.isVisible()
    type_text(line, "1975")
    assert not register.status.isVisible()
    type_text(line, "năm ngoái")
    register.commit()
    assert register.status.text().startswith("“năm ngoái” was not stored. This is no birth date.")
    assert store.delegates.of(ident(10))[0].birth is None
    register.table.edit(birth)
    line = child(register.table.viewport(), QLineEdit, -1)
    type_text(line, "năm ngoái")
    press(line, Qt.Key.Key_Escape)
    assert not register.status.isVisible(), "given up on purpose"


def test_a_photo_is_taken_from_a_file_and_removed_again(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    button = register.photo_button
    assert not button.isEnabled()
    register.table.select([ident(1001)])
    assert button.isEnabled()
    assert not button.clear_action.isEnabled()
    button.choose = lambda _: _photo(tmp_path)
    button.adjust = lambda preview, _: preview.crop
    with qtbot.waitSignal(button.taken, timeout=20_000):
        button.pick_action.trigger()
    photo_id = store.delegates.of(ident(10))[0].photo_id
    image = store.images.get(photo_id)
    assert image is not None
    assert image.media_type == "image/jpeg"
    assert register.status.text() == "The photo was stored."
    assert not button.icon().isNull()
    button.clear_action.trigger()
    assert store.delegates.of(ident(10))[0].photo_id == ""
    assert button.icon().isNull()
    register.table.select([ident(1001), ident(1002)])
    assert not button.isEnabled(), "a photo is of one person"
    assert "select one alone" in button.toolTip()
    register.table.select([])
    assert button.toolTip() == "Select a person to choose their photo."


def test_a_file_that_is_no_photo_is_refused_in_words(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001)])
    path = tmp_path / "anh.jpg"
    path.write_text("không phải ảnh", encoding="utf-8")
    register.photo_button.choose = lambda _: path
    with qtbot.waitSignal(register.photo_button.refused, timeout=20_000):
        register.photo_button.pick_action.trigger()
    assert register.status.text() == (
        "anh.jpg was not used, and nothing was changed. It is not a picture in JPEG or PNG."
        " Choose one."
    )


def test_choosing_no_photo_changes_nothing(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001)])
    register.photo_button.choose = lambda _: None
    with qtbot.assertNotEmitted(register.photo_button.taken, wait=60):
        register.photo_button.pick_action.trigger()
    assert store.delegates.of(ident(10))[0].photo_id == ""


def test_a_photo_of_somebody_removed_meanwhile_is_dropped(
    open_draft: OpenDraft, store: Store, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.photo_button.taken.emit(ident(77), None)
    assert [one.photo_id for one in store.delegates.of(ident(10))] == ["", "", ""]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (JobFailed(JobFailure.CRASHED), "The work stopped unexpectedly."),
        (KeyError("x"), "The photo could not be read because of a fault in this program."),
    ],
)
def test_a_photo_that_fails_is_told_in_words(
    open_draft: OpenDraft, qtbot: QtBot, error: Exception, sentence: str
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.photo_button.runner.failed.emit(error)
    assert register.status.text().startswith(sentence)


def test_tab_goes_the_way_the_eye_goes(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.table.select([ident(1001)])
    register.import_button.setFocus()
    visited = []
    for _ in range(19):
        focused = register.focusWidget()
        visited.append(focused)
        press(focused, Qt.Key.Key_Tab)
    assert visited == [
        register.import_button,
        register.add_button,
        register.remove_button,
        register.group_button,
        register.photo_button,
        register.edit_button,
        register.search_box,
        register.undo_button,
        register.redo_button,
        register.numbers_button,
        register.export_button,
        register.order_button,
        register.view_button,
        *register.filters.buttons.values(),
        register.filters.twice_button,
        register.table,
    ]


def test_some_people_are_shown_alone_until_everybody_is_wanted(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people()))
    everybody = register.rows.rowCount()
    register.search_box.setText("zzz")
    register.show_only([ident(1002), ident(1003)], "Thôn 1")
    assert {register.rows.delegate(row).id for row in range(2)} == {ident(1002), ident(1003)}
    assert register.search_box.text() == ""
    register.focus_person(ident(1001))
    assert register.rows.rowCount() == everybody
    assert register.table.selected_ids() == [ident(1001)]
    register.show_only([ident(1002)], "Thôn 1")
    register.add_person()
    assert register.rows.rowCount() == everybody + 1


def test_where_no_row_is_shown_it_is_said_why(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft())
    (words,) = register.table.viewport().findChildren(PlainLabel)
    assert words.isVisible()
    assert words.text().startswith("Nobody is on the list yet.")
    register.add_person()
    assert not words.isVisible()
    register.search_box.setText("zzz")
    assert words.isVisible()
    assert words.text() == "Nobody on the list fits the search and the filters."
