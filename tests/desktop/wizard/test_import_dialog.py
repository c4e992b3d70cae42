"""The import of a list: read, understood, corrected, added in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import BirthDate
from db.store import Store
from desktop.jobs import JobFailed, JobFailure
from desktop.models.draft import Draft
from desktop.people.headings import Field
from desktop.people.import_desk import ListSource
from desktop.people.merged_people import MergeChoice
from desktop.people.resolution import Decision, Verdict
from desktop.people.text import clean
from desktop.widgets.labels import PlainLabel
from desktop.wizard.import_dialog import ImportDialog
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.lists import HEADING, ROWS, three_people, write_list
from tests.desktop.people.old_encoders import to_tcvn3
from tests.hands import press, type_text

SOON_MS = 20_000  # a process has to start


def _dialog(qtbot: QtBot, draft: Draft, path: Path | None = None) -> ImportDialog:
    dialog = ImportDialog(draft, 2025, None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    if path is not None:
        with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
            dialog.session.open(path)
    return dialog


def _texts(dialog: ImportDialog, key: str) -> list[object]:
    people = dialog.preview.people
    column = people.column_of(key)
    return [people.index(row, column).data() for row in range(people.rowCount())]


def _sentences(dialog: ImportDialog) -> list[str]:
    rows = dialog.preview.problems
    return [str(rows.index(row, 1).data()) for row in range(rows.rowCount())]


def _taken_over(dialog: ImportDialog) -> list[object]:
    return [choice.value for choice in dialog.columns.panel.choices.values()]


def test_a_list_is_read_shown_and_added_in_one_step(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = open_draft(a_delegate(1))
    dialog = _dialog(qtbot, draft)
    assert not dialog.import_button.isVisible()
    dialog.choose = lambda _: three_people(tmp_path)
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.first_pick_button.click()
        assert dialog.busy_page.label.text() == "Reading ds.xlsx…"
    assert dialog.head.file_label.whole_text == "ds.xlsx"
    assert dialog.preview.summary.text() == "3 people will be added"
    assert dialog.preview.groups.text().split("  ·  ") == [
        "Đại biểu điển hình tiên tiến: 1 → 3, planned 140",
        "Khách mời: 0 → 0, planned 60",
        "In no group: 1",
    ]
    assert dialog.import_button.text() == "&Import 3 people"
    assert len(store.delegates.of(ident(10))) == 1, "nothing is stored before the button"
    dialog.import_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    added = store.delegates.of(ident(10))[1:]
    assert tuple(one.id for one in added) == dialog.imported_ids
    assert [one.name for one in added] == [
        "Nguyễn Thị Ước",
        "Y Wang Niê",
        "Trần <b>Bình</b> & Con",
    ]
    assert [one.badge_number for one in added] == [2, 3, 4]
    assert added[1].birth == BirthDate(year=1975)
    draft.undo()
    assert len(store.delegates.of(ident(10))) == 1, "one undo takes the whole list back"


def test_doubts_are_shown_cell_by_cell_and_as_a_list(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    assert _texts(dialog, "birth") == ["1980", "▲ 1975", "✖ không rõ"]
    assert _texts(dialog, "group_id")[2] == "✖ Khách quý"
    sentences = _sentences(dialog)
    assert [sentence[0] for sentence in sentences] == ["✖", "✖", "▲"], "the worst come first"
    assert "C6" in sentences[0]
    assert dialog.preview.problems.index(0, 0).data() == "Trần <b>Bình</b> & Con"
    assert dialog.preview.tabs.tabText(1) == "To check (3)"
    left_out = dialog.preview.left_out
    assert dialog.preview.tabs.tabText(4) == "Left out (2)"
    assert left_out.index(1, 1).data() == "Tổng cộng: 3 người"
    assert str(left_out.index(1, 0).data()).startswith("Row 7: ")


def test_a_doubt_leads_to_its_cell(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    preview = dialog.preview
    preview.show_problem(preview.problems.index(2, 1))
    assert preview.tabs.currentIndex() == 0
    assert preview.people_table.currentIndex() == preview.people.index(
        1, preview.people.column_of("birth")
    )
    assert preview.people_table.hasFocus()


def test_without_a_plan_there_is_nothing_to_decide(open_draft: OpenDraft, qtbot: QtBot) -> None:
    preview = _dialog(qtbot, open_draft()).preview
    assert preview.problems.rowCount() == preview.people.rowCount() == 0
    preview.duplicates.decided.emit([], Decision(Verdict.SKIP))
    preview.duplicates.all_button.click()
    assert preview.people.rowCount() == 0


def test_a_column_is_corrected(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    assert _taken_over(dialog)[3] is Field.UNIT
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.columns.picked.emit(6, Field.UNIT)
    assert _taken_over(dialog)[3] is None, "it gave way"
    assert _texts(dialog, "unit")[2] == "Khách quý"


def test_without_names_nobody_can_be_added(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.columns.picked.emit(2, None)
    assert dialog.message.text() == "Choose on the left which column holds the full names."
    assert not dialog.import_button.isEnabled()
    assert dialog.preview.summary.text() == "Nobody to add as the columns are understood now"


def test_the_heading_is_corrected(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    rows = (("1", "2", "3"), ("Lê An", "Thôn 1", "x"), ("Lê Bình", "Thôn 2", "x"))
    dialog = _dialog(qtbot, open_draft(), write_list(tmp_path, ("Sheet1", rows)))
    columns = dialog.columns
    assert columns.heading_label.isVisible(), "no heading was found"
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        columns.picked.emit(1, Field.NAME)
    before = dialog.preview.people.rowCount()
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        type_text(columns.first_row, "3")
        press(columns.first_row, Qt.Key.Key_Return)
    assert columns.last_row.text() == "3"
    assert not columns.heading_label.isVisible()
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        columns.picked.emit(1, Field.NAME)
    assert _texts(dialog, "name") == ["Lê An", "Lê Bình"]
    assert before >= 2


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("4", None, (4, 4)),
        ("2", None, (2, 3)),
        (None, "4", (3, 4)),
        ("", None, (0, 0)),
        (None, "2", (2, 2)),
        (None, "", (0, 0)),
    ],
)
def test_the_heading_rows_stay_in_order(
    open_draft: OpenDraft,
    qtbot: QtBot,
    tmp_path: Path,
    first: str | None,
    last: str | None,
    told: tuple[int, int],
) -> None:
    columns = _dialog(qtbot, open_draft(), three_people(tmp_path)).columns
    box, text = (columns.first_row, first) if first is not None else (columns.last_row, last)
    with qtbot.waitSignal(columns.heading_set) as heading:
        box.setText(text)
        box.commit()
    assert heading.args == list(told)


def test_another_sheet_is_picked(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    path = write_list(
        tmp_path,
        ("Danh sách", (HEADING, *ROWS)),
        ("Khách mời", (("TT", "Họ tên"), (1, "Trần Văn Khách"))),
    )
    book = load_workbook(path)
    book["Khách mời"].sheet_state = "hidden"
    book.save(path)
    dialog = _dialog(qtbot, open_draft(), path)
    assert dialog.head.sheet_box.isVisible()
    assert [dialog.head.sheet_box.itemText(index) for index in (0, 1)] == [
        "Danh sách",
        "Khách mời (hidden)",
    ]
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.head.sheet_box.setCurrentIndex(1)
        dialog.head.sheet_box.activated.emit(1)
    assert _texts(dialog, "name") == ["Trần Văn Khách"]
    assert _texts(dialog, "group_id") == ["Khách mời"], "the sheet's name says the group"


def test_the_group_of_those_who_name_none_is_chosen(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_list(tmp_path, ("Sheet1", (("TT", "Họ tên"), (1, "Lê An"))))
    dialog = _dialog(qtbot, open_draft(), path)
    assert not dialog.head.sheet_box.isVisible()
    assert _texts(dialog, "group_id") == ["Đại biểu điển hình tiên tiến"]
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.columns.group_box.committed.emit(ident(13))
    assert _texts(dialog, "group_id") == ["Khách mời"]


def test_hidden_rows_are_left_out_on_request(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    path = three_people(tmp_path)
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[5].hidden = True
    book.save(path)
    dialog = _dialog(qtbot, open_draft(), path)
    assert dialog.columns.hidden_box.isVisible()
    assert dialog.preview.people.rowCount() == 3
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.columns.hidden_box.click()
    assert dialog.preview.people.rowCount() == 2


def test_people_on_the_list_already_are_merged_unless_decided_otherwise(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    known = a_delegate(1, id_number="066080000001", unit="", badge_number=1)
    dialog = _dialog(qtbot, open_draft(known), three_people(tmp_path))
    pairs = dialog.preview.duplicates
    assert dialog.preview.tabs.tabText(3) == "Perhaps twice (1)"
    assert dialog.import_button.text() == "&Import 2 people, merge 1"
    assert _texts(dialog, "badge_number") == ["–", "2", "3"]
    dialog.preview.tabs.setCurrentWidget(pairs)
    assert str(pairs.pairs.index(0, 2).data()).startswith("the same person: same ID number")
    assert pairs.choices["unit"].value is MergeChoice.TAKE, "what is empty is filled"
    pairs.verdicts[Verdict.DIFFERENT].click()
    assert dialog.import_button.text() == "&Import 3 people"
    pairs.verdicts[Verdict.SKIP].click()
    assert dialog.import_button.text() == "&Import 2 people"
    assert not pairs.choices["unit"].isEnabled()
    pairs.verdicts[Verdict.MERGE].click()
    dialog.import_people()
    stored = store.delegates.of(ident(10))
    assert len(stored) == 3
    assert (stored[0].id, stored[0].unit, stored[0].name) == (known.id, "Thôn 1", known.name)
    dialog.session._draft.undo()
    assert store.delegates.of(ident(10)) == (known,), "one undo takes all of it back"


def test_two_are_merged_field_by_field(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    known = a_delegate(1, name="Nguyễn Thị Uớc", id_number="066080000001", unit="Thôn 9")
    dialog = _dialog(qtbot, open_draft(known), three_people(tmp_path))
    pairs = dialog.preview.duplicates
    pairs.choices["name"].committed.emit(pairs.choices["name"].value)
    pairs.choices["name"].show_value(MergeChoice.TAKE)
    pairs.choices["name"].committed.emit(MergeChoice.TAKE)
    dialog.import_people()
    stored = store.delegates.of(ident(10))[0]
    assert (stored.name, stored.unit) == ("Nguyễn Thị Ước", "Thôn 9")


def test_what_a_merge_keeps_is_chosen_from_its_list_and_the_cursor_stays_there(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    known = a_delegate(1, name="Nguyễn Thị Uớc", id_number="066080000001", unit="Thôn 9")
    dialog = _dialog(qtbot, open_draft(known), three_people(tmp_path))
    pairs = dialog.preview.duplicates
    dialog.preview.tabs.setCurrentWidget(pairs)
    choice = pairs.choices["name"]
    choice.setFocus()
    choice.showPopup()
    press(choice.view(), Qt.Key.Key_Down)
    press(choice.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.preview.people.index(0, 0).isValid())
    assert pairs.choices["name"] is choice
    assert choice.value is MergeChoice.TAKE


def test_the_dialog_fits_a_laptop_that_shows_everything_twice_as_large(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    dialog.resize(1366 // 2, 768 // 2 - 40)
    assert dialog.size() == QSize(1366 // 2, 768 // 2 - 40)
    assert dialog.rect().contains(dialog.import_button.geometry())
    assert dialog.rect().contains(dialog.cancel_button.geometry())


def test_pairs_so_alike_are_decided_together(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (("TT", "Họ tên", "Năm sinh", "Đơn vị"), *[(1, "Lê Văn An", 1980, "Thôn 1")] * 3)
    dialog = _dialog(qtbot, open_draft(), write_list(tmp_path, ("Sheet1", rows)))
    pairs = dialog.preview.duplicates
    assert dialog.import_button.text() == "&Import 1 people"
    pairs.verdicts[Verdict.DIFFERENT].click()
    pairs.all_button.click()
    assert dialog.import_button.text() == "&Import 3 people"
    pairs.table.selectRow(1)
    assert pairs.verdicts[Verdict.DIFFERENT].isChecked()
    assert "row 4" in str(pairs.pairs.index(0, 1).data())


def test_near_pairs_are_kept_as_long_as_nothing_is_decided(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (
        ("TT", "Họ tên", "Năm sinh", "Đơn vị"),
        (1, "Lê Văn An", 1980, "Thôn 1"),
        (2, "Lê Văn Ân", None, "Thôn 1"),
    )
    dialog = _dialog(qtbot, open_draft(), write_list(tmp_path, ("Sheet1", rows)))
    assert dialog.message.text().startswith("1 pairs are perhaps the same person")
    assert dialog.import_button.text() == "&Import 2 people"
    dialog.preview.duplicates.verdicts[Verdict.SKIP].click()
    assert dialog.message.text() == ""
    assert dialog.import_button.text() == "&Import 1 people"


def test_a_doubt_is_mended_where_it_is_told(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    preview = dialog.preview
    preview.tabs.setCurrentIndex(1)
    birth = next(row for row in range(3) if "C6" in _sentences(dialog)[row])
    cell = preview.problems.index(birth, 2)
    preview.problems_table.setCurrentIndex(cell)
    preview.problems_table.edit(cell)
    editor = preview.problems_table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "không rõ", "what could not be read is where to begin"
    editor.selectAll()
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        type_text(editor, "20/5/1990")
        press(editor, Qt.Key.Key_Return)
    assert preview.tabs.tabText(1) == "To check (2)"
    assert _texts(dialog, "birth")[2] == "20/05/1990"
    dialog.import_people()
    stored = store.delegates.of(ident(10))[2]
    assert stored.birth == BirthDate(year=1990, month=5, day=20)


def test_a_cell_of_the_people_is_mended_and_the_cursor_stays(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    preview = dialog.preview
    cell = preview.people.index(1, preview.people.column_of("unit"))
    preview.people_table.setCurrentIndex(cell)
    preview.people_table.edit(cell)
    editor = preview.people_table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_text(editor, "Thôn 8")
    dialog.session.take_over(3, None)  # a plan that comes while a value is being typed waits
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        pass
    assert preview.is_editing
    dialog.import_people()
    assert dialog.isVisible(), "nothing is imported while a value is being typed"
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not preview.is_editing)
    assert _texts(dialog, "unit")[1] == "Thôn 8"
    assert preview.people_table.currentIndex().row() == 1


def test_rows_are_left_out_and_taken_again_by_hand(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    preview = dialog.preview
    preview.people_table.setCurrentIndex(preview.people.index(0, 1))
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        preview.leave_out_button.click()
    assert preview.people.rowCount() == 2
    preview.tabs.setCurrentIndex(4)
    preview.left_out_table.selectRow(1)
    assert str(preview.left_out.index(1, 0).data()) == "Row 4: was left out by you."
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        preview.take_button.click()
    assert preview.people.rowCount() == 3


def test_an_old_font_is_shown_before_and_after_and_can_be_left(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ("Nguyễn Thị Ước", "Trần Văn Đường", "Lê Thị Hường", "Phạm Quốc Trưởng")
    rows = ((to_tcvn3("Họ và tên"),), *((to_tcvn3(name),) for name in names))
    dialog = _dialog(qtbot, open_draft(), write_list(tmp_path, ("Sheet1", rows)))
    preview = dialog.preview
    assert preview.tabs.currentWidget() is preview.encodings, "nothing is converted in silence"
    assert _texts(dialog, "name")[1] == "Trần Văn Đường"
    shown = [label.text() for label in preview.encodings.findChildren(PlainLabel)]
    assert clean(to_tcvn3("Trần Văn Đường")) in shown
    assert "Trần Văn Đường" in shown
    (box,) = preview.encodings.boxes.values()
    assert box.isChecked()
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        box.click()
    assert "Trần Văn Đường" not in _texts(dialog, "name")


def test_copied_rows_are_pasted(open_draft: OpenDraft, qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, open_draft())
    QApplication.clipboard().setText("Họ tên\tNăm sinh\nLê An\t1980\n")
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.first_paste_button.click()
    assert dialog.head.file_label.whole_text == "Rows from the clipboard"
    assert _texts(dialog, "name") == ["Lê An"]
    QApplication.clipboard().setText("")
    with qtbot.waitSignal(dialog.session.refused, timeout=SOON_MS):
        press(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.refusal.isVisible()


def test_columns_of_a_sender_are_remembered(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = open_draft()
    dialog = _dialog(qtbot, draft, three_people(tmp_path))
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.columns.picked.emit(4, Field.NOTE)
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.head.sender_field.setText("Xã Bình Hòa")
        dialog.head.sender_field.commit()
    dialog.import_people()
    elsewhere = tmp_path / "khác"
    elsewhere.mkdir()
    again = _dialog(qtbot, draft, three_people(elsewhere))
    assert _taken_over(again)[3] is Field.NOTE
    assert again.head.sender_field.placeholderText() == "Xã Bình Hòa"
    assert again.session.senders == ("Xã Bình Hòa",)


def test_a_value_is_fixed_for_everybody(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (("TT", "Họ tên", "Đơn vị"), (1, "Lê An", None), (2, "Lê Bình", "Thôn 2"))
    dialog = _dialog(qtbot, open_draft(), write_list(tmp_path, ("Sheet1", rows)))
    columns = dialog.columns
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        columns.fixed_text.setText("Xã Bình Hòa")
        columns.fixed_text.commit()
    assert _texts(dialog, "unit") == ["Xã Bình Hòa", "Thôn 2"]
    assert columns.fixed_label.text() == "Unit: Xã Bình Hòa"
    columns.fixed_box.committed.emit(columns.fixed_box.value)
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        columns.fixed_text.setText("")
        columns.fixed_text.commit()
    assert not columns.fixed_label.isVisible()


def test_a_report_is_saved_as_a_workbook(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    dialog.choose_report = lambda _: None
    dialog.report_button.click()
    dialog.choose_report = lambda _: tmp_path / "báo cáo.xlsx"
    with qtbot.waitSignal(dialog.writer.finished, timeout=SOON_MS):
        dialog.report_button.click()
    assert dialog.message.text() == "The report was saved: báo cáo.xlsx"
    book = load_workbook(tmp_path / "báo cáo.xlsx")
    assert book.sheetnames == ["Summary", "Left out", "To check", "Perhaps twice", "Old fonts"]
    assert "Tổng cộng: 3 người" in [row[2].value for row in book["Left out"].iter_rows()]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, "full", "/x/báo cáo.xlsx"), "The disk is full"),
        (KeyError("x"), "The report could not be made because of a fault"),
    ],
)
def test_a_report_that_cannot_be_written_is_told(
    open_draft: OpenDraft, qtbot: QtBot, error: Exception, sentence: str
) -> None:
    dialog = _dialog(qtbot, open_draft())
    dialog.writer.failed.emit(error)
    assert sentence in dialog.message.text()
    dialog.save_report()
    assert not dialog.writer.is_running


def test_a_long_list_is_worked_out_beside_the_window(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = tuple((number, f"Lê An {'I' * (number % 9)}") for number in range(1, 320))
    path = write_list(tmp_path, ("Sheet1", (("TT", "Họ tên"), *rows)))
    dialog = _dialog(qtbot, open_draft())
    with qtbot.waitSignal(dialog.session.planning, timeout=SOON_MS):
        dialog.session.open(path)
    assert dialog.preview.summary.text() == "Working the list out…"
    assert not dialog.import_button.isEnabled()
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        pass
    assert dialog.preview.people.rowCount() == 319
    assert dialog.import_button.isEnabled()


def test_a_text_file_says_how_it_was_read_and_is_read_otherwise(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("TT\tHọ tên\n1\tLê An\n", encoding="utf-8")
    dialog = _dialog(qtbot, open_draft(), path)
    head = dialog.head
    assert (head.encoding_box.value, head.delimiter_box.value) == ("utf-8", "\t")
    assert _texts(dialog, "name") == ["Lê An"]
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        head.delimiter_box.show_value(";")
        head.delimiter_box.committed.emit(";")
    assert head.delimiter_box.value == ";"
    assert len(_taken_over(dialog)) == 1, "the tabs split nothing any more"


def test_a_file_that_is_no_list_is_refused_in_words(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(b"%PDF-1.7")
    dialog = _dialog(qtbot, open_draft())
    with qtbot.waitSignal(dialog.session.refused, timeout=SOON_MS):
        dialog.session.open(path)
    assert dialog.refusal.isVisible()
    assert dialog.refusal.text().startswith("ds.xlsx was not used, and nothing was changed.")
    assert dialog.first_pick_button.hasFocus()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (JobFailed(JobFailure.TIMED_OUT), "ds.xlsx: The work took too long and was stopped."),
        (KeyError("x"), "ds.xlsx could not be read because of a fault in this program."),
    ],
)
def test_a_failure_is_told_in_words(
    open_draft: OpenDraft, qtbot: QtBot, error: Exception, sentence: str
) -> None:
    dialog = _dialog(qtbot, open_draft())
    dialog.session.source = ListSource(path=Path("ds.xlsx"))
    dialog.session.desk.failed.emit(error)
    assert dialog.refusal.text().startswith(sentence)


def test_reading_is_stopped(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, open_draft())
    dialog.session.open(three_people(tmp_path))
    assert dialog.stop_button.isVisible()
    with qtbot.waitSignal(dialog.session.cancelled, timeout=SOON_MS):
        press(dialog.stop_button, Qt.Key.Key_Return)
    assert dialog.refusal.text() == "Reading was stopped."


def test_closing_stops_what_is_under_way(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft())
    dialog.session.open(three_people(tmp_path))
    dialog.close()
    assert not dialog.session.desk.is_open
    again = _dialog(qtbot, dialog.session._draft)
    again.session.open(three_people(tmp_path))
    again.cancel_button.click()
    assert not again.session.desk.is_open


def test_a_full_disk_is_told_and_the_list_stays_on_screen(
    open_draft: OpenDraft,
    store: Store,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    monkeypatch.setattr(store.delegates, "bring_in", fail)
    dialog.import_button.click()
    assert dialog.message.text().startswith("The disk is full.")
    assert dialog.isVisible()
    assert dialog.imported_ids == ()


def test_no_plan_adds_nobody(open_draft: OpenDraft, store: Store, qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, open_draft())
    dialog.import_people()
    assert dialog.isVisible()
    assert store.delegates.of(ident(10)) == ()


def test_choosing_no_file_leaves_things_as_they_are(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    dialog.choose = lambda _: None
    dialog.head.pick_button.click()
    assert dialog.preview.people.rowCount() == 3


def test_a_path_given_at_once_is_read(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ImportDialog(open_draft(), 2025, three_people(tmp_path))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        dialog.show()
    assert dialog.preview.people.rowCount() == 3


def test_a_file_can_be_dropped(open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, open_draft())
    data = QMimeData()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for urls, taken in (([], False), ([QUrl.fromLocalFile(str(three_people(tmp_path)))], True)):
        data.setUrls(urls)
        entering = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
        entering.ignore()
        QApplication.sendEvent(dialog, entering)
        assert entering.isAccepted() is taken
        dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
        assert dialog.session.desk.is_open is taken
    with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
        pass
    assert dialog.preview.people.rowCount() == 3


def test_enter_presses_the_button_that_has_the_focus(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    dialog.columns.first_row.setFocus()
    press(dialog.columns.first_row, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in a field imports nobody"
    assert not any(button.autoDefault() for button in dialog.findChildren(QPushButton))
    dialog.import_button.setFocus()
    press(dialog.import_button, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_leaves_without_a_change(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert store.delegates.of(ident(10)) == ()


def test_tab_goes_from_the_columns_to_the_preview_to_the_button(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, open_draft(), three_people(tmp_path))
    dialog.head.pick_button.setFocus()
    visited = []
    for _ in range(18):
        focused = dialog.focusWidget()
        visited.append(focused)
        press(focused, Qt.Key.Key_Tab)
    assert visited == [
        dialog.head.pick_button,
        dialog.columns.first_row,
        dialog.columns.last_row,
        *dialog.columns.panel.choices.values(),
        dialog.columns.group_box,
        dialog.columns.fixed_box,
        dialog.columns.fixed_text,
        dialog.preview.tabs.tabBar(),
        dialog.preview.people_table,
        dialog.preview.leave_out_button,
        dialog.report_button,
        dialog.import_button,
        dialog.cancel_button,
    ]
    assert all(widget.accessibleName() for widget in visited[1:13])


def test_a_list_of_people_who_are_all_there_says_so(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (("TT", "Họ tên", "Số CCCD"), (1, "Lê An", "001075000001"))
    path = write_list(tmp_path, ("Sheet1", rows))
    draft = open_draft()
    first, again = _dialog(qtbot, draft), _dialog(qtbot, draft)
    for dialog in (first, again):
        with qtbot.waitSignal(dialog.session.planned, timeout=SOON_MS):
            dialog.session.open(path)
        dialog.import_people()
    assert len(draft.delegates) == 1
    assert not again.import_button.isEnabled()
    assert again.message.text() == "Nothing is left to import: nobody on this list is new."
