"""Views of the register: taken, kept over a restart, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import ListOrder
from desktop.people.people_filter import PeopleFilter
from desktop.wizard.columns_dialog import ColumnsDialog
from desktop.wizard.register import Register
from desktop.wizard.view_control import ask_for_name
from tests.builders import ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.wizard.registers import a_register, answer, people, shown_names

BY_HAND = {"list_order": ListOrder.HAND}


def _in_sight(register: Register) -> list[str]:
    return [column.key for column in register.table.shown_columns()]


def test_a_ready_view_filters_and_shows_everybody_again(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    register = a_register(qtbot, open_draft(*people(), **BY_HAND))
    register.search_box.setText("uoc")
    guests = register.views.ready[2]
    register._take_view(guests)
    assert shown_names(register) == ["Y Wang Niê"]
    assert register.search_box.text() == "", "a view is all of what is looked for"
    assert register.count_label.text() == "1 of 3 people"
    register.filters.clear_button.click()
    assert len(shown_names(register)) == 3


def test_a_kept_view_brings_filter_sorting_and_columns_back_after_a_restart(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(*people(), **BY_HAND)
    register = a_register(qtbot, draft)
    register._filter(PeopleFilter(units=frozenset(("thon2", "thon3"))))
    header = register.table.horizontalHeader()
    header.setSortIndicator(register.rows.column_of("unit"), Qt.SortOrder.DescendingOrder)
    register.table.setColumnHidden(register.rows.column_of("phone"), True)
    register.views.ask_for_name = lambda _: "Các thôn"
    register.view_menu.keep.trigger()
    assert register.status.text() == "Kept as “Các thôn”."
    other = a_register(qtbot, draft)
    assert len(shown_names(other)) == 3
    other.view_menu.aboutToShow.emit()
    (own,) = other.views.own
    other._take_view(own)
    assert shown_names(other) == ["Y Wang Niê", "Nguyễn Thị Ước"]
    assert other.rows.sorted_by == ("unit", True)
    assert "phone" not in _in_sight(other)
    other.views.forget("Các thôn")
    assert other.views.own == ()
    assert other.status.text() == "The view “Các thôn” was forgotten."


def test_a_view_without_a_name_is_not_kept(open_draft: OpenDraft, qtbot: QtBot) -> None:
    register = a_register(qtbot, open_draft(*people()))
    register.views.ask_for_name = lambda _: ""
    register.views.keep()
    assert register.views.own == ()


@pytest.mark.parametrize(("given", "name"), [((" Của tôi ", True), "Của tôi"), (("x", False), "")])
def test_the_name_of_a_view_is_asked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, given: tuple[str, bool], name: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: given)
    assert ask_for_name(parent) == name


def test_chosen_columns_stay_where_they_were_put(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)
    usual = _in_sight(register)

    def choose(dialog: Any) -> None:
        dialog.list.setCurrentRow(usual.index("unit"))
        dialog.up_button.click()
        dialog.list.item(usual.index("phone")).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()

    answer(monkeypatch, ColumnsDialog, choose)
    register.view_menu.columns.trigger()
    chosen = _in_sight(register)
    assert chosen.index("unit") == usual.index("unit") - 1
    assert "phone" not in chosen
    assert _in_sight(a_register(qtbot, draft)) == chosen, "after a restart too"
    answer(monkeypatch, ColumnsDialog, lambda dialog: dialog.reject())
    register.views.choose_columns()
    assert _in_sight(register) == chosen
    register.view_menu.usual_columns.trigger()
    assert _in_sight(register) == usual


def test_a_column_drawn_wider_or_moved_is_remembered(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)
    with qtbot.waitSignal(register.table.columns_changed):
        register.table.setColumnWidth(register.rows.column_of("name"), 333)
        register.table.horizontalHeader().moveSection(0, 2)
    other = a_register(qtbot, draft).table
    assert other.columnWidth(other.rows.column_of("name")) == 333
    assert [place.key for place in other.column_places()][2] == "badge_number"


def test_a_column_changed_just_before_the_window_closes_is_remembered(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)
    register.table.setColumnWidth(register.rows.column_of("name"), 333)
    register.close()
    other = a_register(qtbot, draft).table
    assert other.columnWidth(other.rows.column_of("name")) == 333


def test_a_full_disk_only_loses_the_widths(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(*people())
    register = a_register(qtbot, draft)

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    monkeypatch.setattr(draft.settings, "set", fail)
    register.views.keep_columns()
    register.views.ask_for_name = lambda _: "Của tôi"
    register.views.keep()
    assert register.status.text().startswith("The disk is full.")
    assert register.table.selected_ids() == []
    assert register.rows.delegate(0).id in {ident(1001), ident(1002), ident(1003)}
