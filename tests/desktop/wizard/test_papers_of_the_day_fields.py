"""Hall, seats, running script and budget as the officer enters them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.day_records import BudgetLine, BudgetPurpose, Hall, HandSeat, Norm, ScriptStep, SeatBlock
from desktop.people.seating import Seat
from desktop.widgets.hall_field import HallField
from desktop.widgets.record_table import RecordTable
from desktop.widgets.seat_map import SeatMap
from desktop.wizard.issue import IssueSection
from desktop.wizard.programme import ProgrammeSection
from desktop.wizard.schedule import ScheduleSection
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft
from tests.hands import child, type_text


def table(section: Any, name: str) -> RecordTable:
    field = section.field(name)
    assert isinstance(field, RecordTable)
    return field


def shown(section: Any, name: str) -> list[list[Any]]:
    model = table(section, name).model
    return [
        [model.index(row, column).data() for column in range(len(model.columns))]
        for row in range(len(model.rows))
    ]


def put(section: Any, name: str, row: int, key: str, value: object) -> bool:
    model = table(section, name).model
    column = next(number for number, one in enumerate(model.columns) if one.key == key)
    return model.setData(model.index(row, column), value)


def test_a_hall_is_stored_field_by_field(qtbot: QtBot, open_draft: OpenDraft) -> None:
    draft = open_draft()
    section = ScheduleSection(draft)
    qtbot.addWidget(section)
    section.show()
    field = section.field("hall")
    assert isinstance(field, HallField)
    for name, text in (("rows", "12"), ("seats", "18"), ("aisles", "9"), ("cross_aisles", "4, 8")):
        type_text(field.part(name), text)
    field.commit()
    assert draft.conference.hall == Hall(rows=12, seats=18, aisles="9", cross_aisles="4, 8")
    draft.undo()
    draft.undo()
    assert draft.conference.hall == Hall(rows=12, seats=18)
    assert field.part("aisles").text() == ""


def test_emptied_measures_are_the_usual_ones_again(qtbot: QtBot) -> None:
    field = HallField()
    qtbot.addWidget(field)
    field.show_value(Hall(rows=3, seats=4, backdrop_width_cm=600))
    told: list[Hall] = []
    field.committed.connect(told.append)
    for name in ("rows", "backdrop_width_cm"):
        field.part(name).clear()
    field.commit()
    assert told[-1] == Hall(seats=4)
    field.commit()
    assert len(told) == 2
    field.show_value(None)
    assert field.part("rows").text() == ""
    assert field.part("backdrop_width_cm").text() == "800"


def test_blocks_name_the_groups_and_the_seats_are_counted(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    draft = open_draft(
        hall=Hall(rows=1, seats=2), seat_blocks=(SeatBlock(id=ident(70), name="Khu A"),)
    )
    section = ScheduleSection(draft)
    qtbot.addWidget(section)
    summary = section._seating.summary
    assert shown(section, "seat_blocks")[0][:3] == ["Khu A", "Everyone else", "By unit"]
    assert put(section, "seat_blocks", 0, "group_id", ident(13))
    assert draft.conference.seat_blocks[0].group_id == ident(13)
    assert shown(section, "seat_blocks")[0][1] == "Khách mời"
    assert summary.text() == "2 seats; 0 of 0 people have one."
    draft.add_delegates(tuple(a_delegate(number, unit="Thôn 1") for number in (1, 2, 3)))
    assert summary.text() == "2 seats; 2 of 3 people have one."
    draft.change(hall=None)
    assert summary.isHidden()


def test_a_seat_is_given_to_someone_on_the_list(qtbot: QtBot, open_draft: OpenDraft) -> None:
    draft = open_draft()
    section = ScheduleSection(draft)
    qtbot.addWidget(section)
    hand = table(section, "hand_seats")
    hand.add_row()
    assert draft.conference.hand_seats[0].delegate_id == ""
    draft.add_delegates((a_delegate(1, name="Y Wang Niê", unit="Thôn 1"),))
    assert put(section, "hand_seats", 0, "delegate_id", ident(1001))
    assert put(section, "hand_seats", 0, "seat", "9")
    assert not put(section, "hand_seats", 0, "seat", "81")
    (seat,) = draft.conference.hand_seats
    assert seat == HandSeat(id=seat.id, delegate_id=ident(1001), row=1, seat=9)
    assert shown(section, "hand_seats")[0] == ["Y Wang Niê – Thôn 1", "1", "9"]
    table(section, "doors").add_row()
    assert put(section, "doors", 0, "percent", "100")
    assert draft.conference.doors[0].percent == 100


def test_a_step_of_the_script_belongs_to_an_item(qtbot: QtBot, open_draft: OpenDraft) -> None:
    draft = open_draft(script=(ScriptStep(id=ident(70), action="Đón tiếp"),))
    section = ProgrammeSection(draft)
    qtbot.addWidget(section)
    assert shown(section, "script")[0][0] == "Before the opening"
    assert put(section, "script", 0, "item_id", ident(20))
    assert put(section, "script", 0, "words", "Nghiêm! Chào cờ, chào!")
    assert shown(section, "script")[0][0] == "Chào cờ"
    (step,) = draft.conference.script
    assert (step.item_id, step.words) == (ident(20), "Nghiêm! Chào cờ, chào!")
    table(section, "script").add_row()
    assert draft.conference.script[1].minutes == 5


def test_the_budget_is_added_up_and_held_against_its_norms(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    norm = Norm(id=ident(71), name="Nước", most=20_000)
    line = BudgetLine(id=ident(70), purpose=BudgetPurpose.DRINKS, item="Nước uống", quantity=200)
    draft = open_draft(budget=(line,), norms=(norm,))
    section = IssueSection(draft)
    qtbot.addWidget(section)
    fields = section._budget
    assert put(section, "budget", 0, "norm_id", ident(71))
    assert put(section, "budget", 0, "price", "20.000")
    assert shown(section, "budget")[0][6] == "4.000.000"
    assert fields.total.text() == "Total: 4.000.000 đồng"
    assert fields.over.isHidden()
    assert put(section, "budget", 0, "price", "20001")
    assert fields.over.text() == "Above the norm: Nước uống"
    assert not fields.over.isHidden()
    for name in ("budget", "norms"):
        table(section, name).add_row()
    assert len(draft.conference.budget) == len(draft.conference.norms) == 2


def test_the_day_of_a_norm_is_typed_as_officers_type_it(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    draft = open_draft(norms=(Norm(id=ident(71), name="Nước"),))
    section = IssueSection(draft)
    qtbot.addWidget(section)
    assert put(section, "norms", 0, "issued_on", "28/4/2017")
    assert draft.conference.norms[0].issued_on == date(2017, 4, 28)
    assert shown(section, "norms")[0][4] == "28/04/2017"
    model = table(section, "norms").model
    assert model.index(0, 4).data(Qt.ItemDataRole.EditRole) == "28/04/2017"
    assert not put(section, "norms", 0, "issued_on", "31/4/2017")
    assert put(section, "norms", 0, "issued_on", "")
    assert draft.conference.norms[0].issued_on is None


def test_money_for_each_delegate_is_a_whole_number_or_nothing(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    draft = open_draft()
    section = IssueSection(draft)
    qtbot.addWidget(section)
    section.show()
    field: Any = section.field("allowance")
    type_text(field, "50000")
    field.commit()
    assert draft.conference.allowance == 50_000


@pytest.mark.parametrize("section", [ScheduleSection, ProgrammeSection, IssueSection])
def test_every_field_has_a_name_for_those_who_cannot_see_it(
    qtbot: QtBot, open_draft: OpenDraft, section: Any
) -> None:
    page = section(open_draft())
    qtbot.addWidget(page)
    named = ("hall", "seat_blocks", "hand_seats", "doors", "script", "budget", "norms", "allowance")
    for name in page.field_names & set(named):
        assert page.field(name).accessibleName()


def test_someone_moved_on_the_map_has_the_seat_by_hand_and_the_other_theirs(
    qtbot: QtBot, open_draft: OpenDraft
) -> None:
    draft = open_draft(hall=Hall(rows=2, seats=2))
    draft.add_delegates(tuple(a_delegate(number, name=f"Lê {number}") for number in (1, 2)))
    section = ScheduleSection(draft)
    qtbot.addWidget(section)
    section.show()
    seats = child(section, SeatMap)
    first, second = draft.delegates
    seats.moved.emit(first.id, Seat(1, 2))
    by_hand = {one.delegate_id: (one.row, one.seat) for one in draft.conference.hand_seats}
    assert by_hand == {first.id: (1, 2), second.id: (1, 1)}
    seats.moved.emit(first.id, Seat(2, 2))
    by_hand = {one.delegate_id: (one.row, one.seat) for one in draft.conference.hand_seats}
    assert by_hand == {first.id: (2, 2), second.id: (1, 1)}
    draft.undo()
    draft.undo()
    assert draft.conference.hand_seats == ()
