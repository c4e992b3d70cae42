"""Who sent what by when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import Attended, PaperSettings
from desktop.handoff.consolidation.deliveries import (
    Delivery,
    DeliveryState,
    deliveries,
    nothing_came,
    overall,
)
from desktop.handoff.consolidation.received import Received, held_papers
from desktop.handoff.receipts import Verdict
from desktop.rules.pack import RulePack
from desktop.rules.pack_event import PaperDeadline, TaskKind
from tests.desktop.handoff.consolidation.province import DUE, TODAY, received_from, the_pack

S = DeliveryState


def states(one: Received, today: date = TODAY) -> dict[str, DeliveryState]:
    return {one.key: one.state for one in deliveries(one, the_pack(), today)}


def without_deadlines() -> RulePack:
    pack = the_pack()
    return replace(pack, levels=tuple(replace(one, deadlines=()) for one in pack.levels))


@pytest.mark.parametrize(
    ("days", "state"), [(0, S.ON_TIME), (-1, S.ON_TIME), (1, S.LATE), (20, S.LATE)]
)
def test_the_last_day_is_in_time_and_the_next_is_late(days: int, state: DeliveryState) -> None:
    one = received_from(1, received_on=DUE + timedelta(days))
    assert states(one)["plan"] is state
    plan = deliveries(one, the_pack(), TODAY)[0]
    assert plan.days_late == max(0, days)


def test_what_has_not_come_is_missing_once_its_day_is_over() -> None:
    one = received_from(1)
    assert states(one, today=DUE)["decision"] is S.AWAITED
    assert states(one, today=DUE + timedelta(1))["decision"] is S.MISSING


def test_what_came_with_an_earlier_number_came_then() -> None:
    one = received_from(
        1, received_on=DUE + timedelta(9), first_on={TaskKind.PLAN: DUE, TaskKind.DECISION: DUE}
    )
    assert (states(one)["plan"], states(one)["decision"]) == (S.ON_TIME, S.ON_TIME)


def test_what_was_sent_back_is_returned_and_what_never_came_still_missing() -> None:
    one = received_from(1, verdict=Verdict.RETURNED)
    assert (states(one)["plan"], states(one)["decision"]) == (S.RETURNED, S.MISSING)


def test_a_day_that_nobody_wrote_down_is_not_held_against_an_office() -> None:
    assert states(received_from(1, received_on=None))["plan"] is S.RECEIVED


def test_a_level_without_deadlines_has_one_line_for_the_conference() -> None:
    one = received_from(1, first_on={TaskKind.PLAN: date(2020, 1, 2)})
    (line,) = deliveries(one, without_deadlines(), TODAY)
    assert (line.came_on, line.state) == (date(2020, 1, 2), S.RECEIVED)
    (line,) = deliveries(replace(one, verdict=Verdict.RETURNED), None, TODAY)
    assert line.state is S.RETURNED


def test_an_office_that_sent_nothing_misses_what_is_due() -> None:
    found = {one.key: one.state for one in nothing_came("commune", the_pack(), TODAY)}
    assert (found["plan"], found["decision"]) == (S.MISSING, S.MISSING)
    # its day hangs on a conference that nobody knows
    assert found["report"] is S.AWAITED
    assert [one.state for one in nothing_came("commune", None, TODAY)] == [S.AWAITED]


def test_papers_that_no_file_can_show_are_not_asked_for() -> None:
    pack = the_pack()
    other = PaperDeadline(id="film", clause="", words="", paper="Phim", day=DUE)
    levels = tuple(replace(one, deadlines=(other,)) for one in pack.levels)
    (line,) = deliveries(received_from(1), replace(pack, levels=levels), TODAY)
    assert not line.key


@pytest.mark.parametrize(
    ("papers", "came", "state"),
    [
        ([S.MISSING, S.AWAITED], False, S.MISSING),
        ([S.AWAITED], False, S.AWAITED),
        ([S.ON_TIME, S.RETURNED, S.MISSING], True, S.RETURNED),
        ([S.LATE, S.MISSING], True, S.INCOMPLETE),
        ([S.LATE, S.ON_TIME, S.AWAITED], True, S.LATE),
        ([S.AWAITED, S.ON_TIME], True, S.ON_TIME),
        ([S.AWAITED], True, S.RECEIVED),
    ],
)
def test_an_office_stands_as_the_worst_of_its_papers(
    papers: list[DeliveryState], came: bool, state: DeliveryState
) -> None:
    assert overall([Delivery(state=one) for one in papers], came=came) is state


@pytest.mark.parametrize(
    ("fields", "papers", "held"),
    [
        ({}, (), {TaskKind.PLAN, TaskKind.APPRAISAL, TaskKind.NAME_LIST}),
        ({"number": None}, (), {TaskKind.NAME_LIST}),
        (
            {"number": None},
            ("ke-hoach.pdf",),
            {TaskKind.PLAN, TaskKind.APPRAISAL, TaskKind.NAME_LIST},
        ),
        (
            {"number": None, "papers": (PaperSettings(key="decision", number=3),)},
            (),
            {TaskKind.DECISION, TaskKind.NAME_LIST},
        ),
        (
            {"number": None, "attended": Attended(present=9)},
            (),
            {TaskKind.REPORT, TaskKind.NAME_LIST},
        ),
    ],
)
def test_a_paper_counts_where_it_was_issued_or_came_printed(
    fields: dict[str, Any], papers: tuple[str, ...], held: set[TaskKind]
) -> None:
    assert held_papers(received_from(1, conference=fields).file, papers) == held
