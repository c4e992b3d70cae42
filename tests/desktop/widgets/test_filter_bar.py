"""The filters of the register in a row."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.delegate_rows import DelegateRows
from desktop.people.people_filter import Facet, PeopleFilter
from desktop.widgets.filter_bar import FilterBar
from tests.builders import a_conference, a_delegate, ident

CARD = "079180000011"
GROUPS = a_conference().groups
PEOPLE = (
    a_delegate(1, unit="Thôn Hai", honours=("CSTĐ toàn quốc", "Thợ giỏi"), id_number=CARD),
    a_delegate(2, unit="THON HAI", group_id=ident(13), post="Bí thư", id_number=CARD),
    a_delegate(3, group_id="", honours=("Anh hùng Lao động",)),
    a_delegate(4, unit="Ấp Ba", group_id=ident(99)),
)


class _Stage:
    def __init__(self, qtbot: QtBot) -> None:
        self.rows = DelegateRows()
        self.rows.show(PEOPLE, GROUPS, 2025)
        self.order_button = QPushButton("Order")
        self.bar = FilterBar(self.rows.choices, (self.order_button,))
        qtbot.addWidget(self.bar)
        self.bar.show_groups(GROUPS)
        self.bar.changed.connect(self._filter)
        self.bar.show()

    def _filter(self, wanted: PeopleFilter) -> None:
        self.rows.filter(wanted)
        self.bar.show_filter(wanted)

    def open(self, facet: Facet) -> list[str]:
        button = self.bar.buttons[facet]
        button.opening.emit()
        return [button.popup.list.item(row).text() for row in range(button.popup.list.count())]

    def tick(self, facet: Facet, place: int) -> None:
        self.open(facet)
        item = self.bar.buttons[facet].popup.list.item(place)
        is_on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    @property
    def shown(self) -> list[str]:
        return [one.id for one in self.rows.shown]


@pytest.fixture
def stage(qtbot: QtBot) -> _Stage:
    return _Stage(qtbot)


@pytest.mark.parametrize(
    ("facet", "offered"),
    [
        (
            Facet.GROUP,
            ["Đại biểu điển hình tiên tiến  (1)", "Khách mời  (1)", "in no group  (2)"],
        ),
        (Facet.UNIT, ["Ấp Ba  (1)", "Thôn Hai  (2)", "no unit written  (1)"]),
        (
            Facet.HONOUR,
            [
                "Anh hùng Lao động  (1)",
                "Chiến sĩ thi đua toàn quốc  (1)",
                "Thợ giỏi  (1)",
                "no honours  (2)",
            ],
        ),
    ],
)
def test_each_facet_offers_what_people_have_in_its_order(
    stage: _Stage, facet: Facet, offered: list[str]
) -> None:
    assert stage.open(facet) == offered


def test_missing_data_is_counted_field_by_field(stage: _Stage) -> None:
    offered = stage.open(Facet.MISSING)
    assert "Group  (1)" in offered
    assert "Post  (3)" in offered
    assert "Unit  (1)" in offered
    assert not any(text.startswith("Full name") for text in offered), "all have names"


def test_ticks_of_one_facet_add_up_and_facets_narrow_each_other(stage: _Stage) -> None:
    stage.tick(Facet.UNIT, 0)
    stage.tick(Facet.UNIT, 1)
    assert stage.shown == [ident(1001), ident(1002), ident(1004)]
    assert stage.bar.buttons[Facet.UNIT].text() == "Unit: 2 ▾"
    stage.tick(Facet.GROUP, 1)
    assert stage.shown == [ident(1002)]
    assert stage.open(Facet.UNIT) == ["Ấp Ba  (0)", "THON HAI  (1)"], "0: it is ticked"
    stage.bar.clear_button.click()
    assert len(stage.shown) == 4
    assert stage.bar.clear_button.isHidden()


def test_people_listed_twice_are_counted_and_shown(stage: _Stage) -> None:
    assert stage.bar.twice_button.text() == "Listed twice"
    stage.bar.count_now()
    assert stage.bar.twice_button.text() == "Listed twice (2)"
    stage.bar.twice_button.click()
    assert stage.shown == [ident(1001), ident(1002)]
    stage.bar.twice_button.click()
    assert len(stage.shown) == 4


def test_they_are_counted_when_typing_has_stopped(stage: _Stage, qtbot: QtBot) -> None:
    stage.bar.count_soon()
    qtbot.waitUntil(lambda: stage.bar.twice_button.text() == "Listed twice (2)")


def test_a_renamed_group_is_called_by_its_new_name(stage: _Stage) -> None:
    stage.tick(Facet.GROUP, 1)
    assert stage.bar.buttons[Facet.GROUP].text() == "Group: Khách mời ▾"
    stage.bar.show_groups((GROUPS[0], replace(GROUPS[1], name="Khách")))
    assert stage.bar.buttons[Facet.GROUP].text() == "Group: Khách ▾"


@pytest.mark.parametrize(
    ("wanted", "facet", "text"),
    [
        ({"groups": frozenset(("Lạ",))}, Facet.GROUP, "Group: Lạ ▾"),
        ({"groups": frozenset(("",))}, Facet.GROUP, "Group: in no group ▾"),
        ({"units": frozenset(("thonmuoi",))}, Facet.UNIT, "Unit: thonmuoi ▾"),
        ({"honours": frozenset(("",))}, Facet.HONOUR, "Honours: no honours ▾"),
        ({"missing": frozenset(("birth",))}, Facet.MISSING, "Missing: Birth date or year ▾"),
    ],
)
def test_a_filter_that_came_with_a_view_is_named(
    stage: _Stage, wanted: dict[str, Any], facet: Facet, text: str
) -> None:
    stage.bar.show_filter(PeopleFilter(**wanted))
    assert stage.bar.buttons[facet].text() == text
    assert stage.bar.clear_button.isVisible()


def test_a_unit_that_came_with_a_view_is_called_as_people_write_it(stage: _Stage) -> None:
    wanted = PeopleFilter(units=frozenset(("apba",)))
    stage.rows.filter(wanted)
    stage.bar.show_filter(wanted)
    assert stage.bar.buttons[Facet.UNIT].text() == "Unit: Ấp Ba ▾"


def test_other_buttons_stand_before_the_filters(stage: _Stage) -> None:
    assert stage.order_button.parent() is stage.bar
    assert stage.order_button.property("role") == "small"
