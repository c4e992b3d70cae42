"""The forms of the pack editor, filled in by hand."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.models.pack_beginning import as_version, from_nothing
from desktop.models.pack_outline import pages_in_order
from desktop.rules.pack_tree import path_of
from desktop.widgets.pack_form.part_card import PartCard
from desktop.widgets.pack_form.part_list import PartList
from desktop.widgets.pack_form.row_table import RowTable
from desktop.windows.pack_editor import PackEditor
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.windows.conftest import OpenEditor
from tests.desktop.windows.pack_author import Author, click
from tests.hands import press, type_text


@pytest.fixture
def editor(open_editor: OpenEditor) -> PackEditor:
    return open_editor(from_nothing())


@pytest.fixture
def author(editor: PackEditor) -> Author:
    return Author(editor)


@pytest.fixture
def reader(open_editor: OpenEditor) -> Author:
    return Author(open_editor(as_version(every_shape(), 4)))


def test_every_kind_of_value_is_typed_as_people_write_it(author: Author) -> None:
    author.write("plan.issued_on", "15/8/2029")
    assert author.value("plan.issued_on") == date(2029, 8, 15)
    author.write("plan.recipients", "Các xã, phường", "Lưu: VT")
    assert author.value("plan.recipients") == ["Các xã, phường", "Lưu: VT"]
    author.add("levels[0].deadlines")
    author.write("levels[0].deadlines[0].paper", "Kế hoạch của xã")
    author.write("levels[0].deadlines[0].days", "30")
    assert author.value("levels[0].deadlines[0].days") == -30
    assert author.value("levels[0].deadlines[0].id") == "ke-hoach-cua-xa"
    author.choose("levels[0].deadlines[0].task", "plan")
    assert author.value("levels[0].deadlines[0].task") == "plan"
    author.add("levels[0].groups")
    author.choose("levels[0].groups[0].colour", "blue")
    assert author.value("levels[0].groups[0].colour") == "blue"


def test_what_cannot_be_read_stays_and_its_fault_stands_beside_it(
    editor: PackEditor, author: Author, qtbot: QtBot
) -> None:
    author.add("levels[0].windows", "months")
    with qtbot.waitSignal(editor.draft.looked):
        author.write("levels[0].windows[0].first", "mùa xuân 2030")
    field = author.field("levels[0].windows[0].first")
    assert field.text() == "mùa xuân 2030"  # type: ignore[attr-defined]
    assert field.property("state") == "wrong"
    notes = [label.text() for label in _labels_beside(editor) if label.isVisible()]
    assert "“mùa xuân 2030” is no month. Write it as 03/2030." in notes
    with qtbot.waitSignal(editor.draft.looked):
        author.write("levels[0].windows[0].first", "12/2029")
    assert author.field("levels[0].windows[0].first").property("state") == "right"


def _labels_beside(editor: PackEditor) -> list:  # type: ignore[type-arg] # of labels
    from desktop.widgets.labels import PlainLabel

    return editor.edit.page.findChildren(PlainLabel)


def test_a_part_that_may_be_left_out_is_added_and_taken_out(author: Author) -> None:
    author.add("levels[0].presidium")
    author.write("levels[0].presidium.at_least", "5")
    assert author.value("levels[0].presidium")["at_least"] == 5
    author.take_out("levels[0].presidium")
    assert author.value("levels[0].presidium") is None
    author.draft.undo()
    assert author.value("levels[0].presidium.at_least") == 5


def test_changing_the_kind_of_a_part_keeps_what_both_kinds_have(author: Author) -> None:
    author.add("levels[0].windows", "quarter")
    author.write("levels[0].windows[0].words", "quý I/2030")
    author.write("levels[0].windows[0].year", "2030")
    author.choose_kind("levels[0].windows[0]", "dates")
    window = author.value("levels[0].windows[0]")
    assert window == {"kind": "dates", "clause": "", "words": "quý I/2030"}
    author.draft.undo()
    assert author.value("levels[0].windows[0].year") == 2030


def test_items_are_moved_and_removed_and_stay_open_or_closed(reader: Author) -> None:
    before = reader.value("levels[0].windows")
    reader.field("levels[0].windows")
    cards = reader.editor_of(PartList, path_of("levels[0].windows"))
    assert [card.is_open for card in cards.cards] == [False] * 4
    cards.cards[1].open(is_open=True)
    click(cards.cards[1].up)
    assert reader.value("levels[0].windows") == [before[1], before[0], *before[2:]]
    assert [card.is_open for card in cards.cards] == [True, False, False, False]
    assert not cards.cards[0].up.isEnabled()
    click(cards.cards[1].out)
    assert reader.value("levels[0].windows") == [before[1], *before[2:]]
    assert [card.is_open for card in cards.cards] == [True, False, False]
    assert QApplication.focusWidget() is cards.cards[0].toggle
    for _ in range(3):
        click(cards.cards[0].out)
    assert reader.value("levels[0].windows") == []
    assert QApplication.focusWidget() in cards.add_buttons.values()


def test_a_card_folds_and_says_what_is_in_it(reader: Author) -> None:
    reader.field("levels[0].limits[0].value")
    cards = reader.editor_of(PartList, path_of("levels[0].limits"))
    card = cards.cards[0]
    assert "1. khoảng 120 đại biểu" in card.toggle.text()
    reader.write("levels[0].limits[0].words", "không quá 120 & hơn")
    assert "không quá 120 && hơn" in card.toggle.text()
    press(card.toggle, Qt.Key.Key_Space)
    assert not card.is_open
    assert card.toggle.accessibleName().endswith("open")


def test_what_is_typed_in_an_open_field_is_stored_before_the_page_is_left(
    editor: PackEditor, author: Author
) -> None:
    name = author.field("name")
    name.setFocus()
    type_text(name, "Tỉnh Sông Mây (2030)")
    author.field("plan.issuer")
    assert author.value("name") == "Tỉnh Sông Mây (2030)"


def test_rules_are_lifted_by_their_words(reader: Author) -> None:
    key = "levels[0].exceptions[0].lifts"
    before = reader.value(key)
    reader.tick(key, "khoảng 70% lao động trực tiếp")
    lifted = reader.value(key)
    assert lifted[:-1] == before
    assert reader.value("levels[0].shares[1].id") == lifted[-1]
    reader.draft.undo()
    assert reader.value(key) == before


def test_what_the_pack_defines_is_offered_at_once(author: Author) -> None:
    assert isinstance(author.field("levels[0].limits"), object)
    author.add("levels[0].limits")
    counts = author.field("levels[0].limits[0].counts")
    assert len(counts.findChildren(QCheckBox)) == 4
    author.add("traits", "honours")
    author.write("traits[0].name", "Anh hùng")
    author.write("traits[0].any_of", "Anh hùng Lao động")
    author.tick("levels[0].limits[0].counts", "Anh hùng")
    assert author.value("levels[0].limits[0].counts") == ["anh-hung"]
    author.write("traits[0].key", "hero")
    assert author.value("levels[0].limits[0].counts") == ["hero"]


def test_a_new_unit_gets_its_key_in_the_table_and_keeps_its_row(author: Author) -> None:
    author.write("levels[0].name", "Cấp xã")
    author.fill_rows("units", [("Xã An Khê", "Cấp xã"), ("Xã Bình Lộc", "Cấp xã", "Xã An Khê")])
    assert author.value("units") == [
        {"name": "Xã An Khê", "level": "cap-xa", "id": "xa-an-khe"},
        {"name": "Xã Bình Lộc", "level": "cap-xa", "parent": "xa-an-khe", "id": "xa-binh-loc"},
    ]
    table = author.editor_of(RowTable, path_of("units"))
    assert table.table.table.currentIndex().row() == 1


def test_the_faults_of_a_table_name_the_row(
    editor: PackEditor, author: Author, qtbot: QtBot
) -> None:
    author.write("levels[0].name", "Cấp xã")
    author.fill_rows("units", [("Xã An Khê", "Cấp xã"), ("Xã Bình Lộc",)])
    editor.draft.look_now()
    table = author.editor_of(RowTable, path_of("units"))
    assert table._notes.text() == "Row 2: This is still missing. Fill it in."
    table.commit()
    table.focus_first()
    assert table.field_at(path_of("units[1].level")) is table.table.table
    assert table.table.selected_rows() == [1]


def test_the_help_line_explains_the_field_at_work(editor: PackEditor, author: Author) -> None:
    author.add("levels[0].limits")
    author.field("levels[0].limits[0].tolerance").setFocus()
    assert "still “about” the number" in editor.edit.page.help.text()
    card = editor.edit.page.findChildren(PartCard)[0]
    text = card.findChildren(QPlainTextEdit)[0]
    text.setFocus()
    assert editor.edit.page.help.text() == text.toolTip()


def test_every_page_has_a_field_to_begin_with(open_editor: OpenEditor) -> None:
    edit = open_editor(as_version(every_shape(), 4)).edit
    for node in pages_in_order(edit.outline.root):
        edit.show_place(node.path)
        assert edit.page.node is not None
        assert edit.page.node.path == node.path
        focused = QApplication.focusWidget()
        assert focused is not None
        assert edit.page.isAncestorOf(focused)


def test_next_and_back_lead_through_every_page(editor: PackEditor) -> None:
    page = editor.edit.page
    seen = []
    while page.node is not None and page.node.path not in seen:
        seen.append(page.node.path)
        click(page.next)
    assert seen[:3] == [(), ("plan",), ("upper_plan",)]
    assert seen[-1] == ("units",)
    click(page.back)
    assert page.node is not None
    assert page.node.path[-1] == "steps"


def test_rows_of_a_spreadsheet_are_pasted_and_every_other_unit_is_added(author: Author) -> None:
    author.write("levels[0].name", "Cấp xã")
    table = author.field("units")
    table.setFocus()
    QApplication.clipboard().setText(
        "Xã An Khê\tCấp xã\nXã Bình Lộc\tCấp xã\nPhường Cầu Đá\tCấp xã"
    )
    press(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [unit["id"] for unit in author.value("units")] == [
        "xa-an-khe",
        "xa-binh-loc",
        "phuong-cau-da",
    ]
    author.add("levels[0].quotas")
    key = "levels[0].quotas[0].units"
    quotas = author.field(key)
    quotas.setFocus()
    QApplication.clipboard().setText("Xã Bình Lộc\t25.000")
    press(quotas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(author.editor_of(RowTable, path_of(key)).fill_button)
    assert author.value(key) == [
        {"unit": "xa-binh-loc", "base": 25000},
        {"unit": "xa-an-khe"},
        {"unit": "phuong-cau-da"},
    ]
    author.draft.undo()
    assert len(author.value(key)) == 1


def test_a_placeholder_is_put_into_the_text_at_work(editor: PackEditor, author: Author) -> None:
    author.field("levels[0].limits")
    assert not editor.edit.page.insert.isVisible()
    title = author.field("levels[0].texts.title")
    button = editor.edit.page.insert
    assert button.isVisible()
    title.setFocus()
    type_text(title, "Hội nghị ")
    menu = button.menu()
    assert menu is not None
    actions = {action.text(): action for action in menu.actions()}
    actions["name of the unit  {unit}"].trigger()
    assert author.value("levels[0].texts.title") == "Hội nghị {unit}"
    author.field("levels[0].texts.bases")
    assert not button.isEnabled()


def test_a_text_that_is_gone_is_no_longer_worked_on(editor: PackEditor, author: Author) -> None:
    author.add("levels[0].programme.items")
    author.field("levels[0].programme.items[0].title").setFocus()
    button = editor.edit.page.insert
    assert button.isEnabled()
    cards = author.editor_of(PartList, path_of("levels[0].programme.items"))
    click(cards.cards[0].out)
    QTest.qWait(0)
    assert not button.isEnabled()
