"""Columns of a list and what they are taken over as."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.people.columns import ColumnMapping, ColumnUse
from desktop.people.headings import Field
from desktop.sentences.list_fields import LIST_FIELDS, list_field_name
from desktop.widgets.column_mapping import ColumnMappingPanel
from desktop.widgets.labels import PlainLabel

MAPPING = ColumnMapping(
    columns=(
        ColumnUse(1, "Họ và tên", Field.NAME),
        ColumnUse(28, "<b>" * 30, None),
        ColumnUse(29, "", None),
    )
)


def _panel(qtbot: QtBot) -> ColumnMappingPanel:
    panel = ColumnMappingPanel()
    qtbot.addWidget(panel)
    panel.show_columns(MAPPING, {1: "Nguyễn Thị Ước", 28: "x" * 80})
    return panel


def test_every_field_can_be_chosen_by_name() -> None:
    assert set(LIST_FIELDS) == set(Field)
    names = [list_field_name(field) for field in LIST_FIELDS]
    assert len(set(names)) == len(names)


def test_each_column_is_shown_with_heading_and_example(qtbot: QtBot) -> None:
    texts = [label.text() for label in _panel(qtbot).findChildren(PlainLabel)]
    assert texts[:2] == ["Họ và tên", "Nguyễn Thị Ước"]
    assert texts[2] == f"{('<b>' * 30)[:59]}…"
    assert texts[3] == "x" * 39 + "…"
    assert texts[4:] == ["no heading", "–"]


def test_a_screen_reader_hears_which_column_it_is(qtbot: QtBot) -> None:
    names = [choice.accessibleName() for choice in _panel(qtbot).choices.values()]
    assert names[0] == "Column A, Họ và tên: taken over as"
    assert names[1].startswith("Column AB, ")


def test_a_choice_is_told_with_its_column(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    choice = panel.choices[28]
    assert choice.currentText() == "– not taken over –"
    with qtbot.waitSignal(panel.picked) as told:
        choice.setCurrentIndex(1)
        choice.activated.emit(1)
    assert told.args == [28, Field.NAME]


def test_another_mapping_shows_in_the_same_lines(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    panel.show_mapping(MAPPING.with_field(28, Field.NOTE))
    assert panel.choices[28].value is Field.NOTE


def test_another_list_replaces_the_lines(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    panel.show_columns(ColumnMapping(columns=(ColumnUse(2, "Tên", Field.NAME),)), {})
    assert list(panel.choices) == [2]
