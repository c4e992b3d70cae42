"""What a desk holds, as consolidation reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.received import RETURNED
from db.replies import OfficePlaces
from db.reporting_offices import ReportingOffice
from db.store import Store
from desktop.handoff.consolidation.consolidate import consolidate
from desktop.handoff.consolidation.stored import allotted_places, stored_conferences
from desktop.handoff.receipts import Verdict
from desktop.rules.pack_event import TaskKind
from tests.builders import KEYS, ident
from tests.desktop.handoff.consolidation.offices_sent import handed_over
from tests.desktop.handoff.consolidation.province import (
    TODAY,
    the_pack,
)


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2020, 2, 20, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def desk(tmp_path: Path, calendar: Calendar, new_id: Callable[[], str]) -> Any:
    store = Store.open(tmp_path / "desk.db", clock=calendar, new_id=new_id, keys=KEYS)
    yield store
    store.close()


def test_what_counts_of_each_office_is_read_when_it_is_asked_for(desk: Store) -> None:
    desk.received.take([handed_over(1, people=2), handed_over(2)])
    received = stored_conferences(desk)
    assert [len(one.file.delegates) for one in received] == [2, 1]
    assert [one.sender for one in received[:1]] == [ident(1)]
    with pytest.raises(IndexError):
        received[2]


def test_days_are_those_of_receipt_and_an_earlier_number_brought_its_papers(
    desk: Store, calendar: Calendar
) -> None:
    desk.received.take([handed_over(1, number=1)])
    calendar.now = datetime(2020, 3, 2, 18, 0, tzinfo=UTC)  # the next day in Vietnam
    desk.received.take([handed_over(1, number=2, people=2)])
    calendar.now = datetime(2020, 3, 9, 3, 0, tzinfo=UTC)
    desk.received.take([handed_over(1, number=3, people=3)])
    (one,) = stored_conferences(desk)
    assert (one.number, one.received_on) == (3, date(2020, 3, 9))
    assert one.first_on[TaskKind.PLAN] == date(2020, 2, 20)
    assert one.previous is not None
    assert len(one.previous.delegates) == 2


def test_verdict_fork_and_place_are_what_people_said(desk: Store) -> None:
    taken = desk.received.take([handed_over(1), handed_over(1, people=2)])
    desk.received.set_verdict(taken[0].id, RETURNED)
    desk.reporting_offices.save(
        [ReportingOffice(office_id=ident(1), name="X", pack_id="p", unit="phu-tam")]
    )
    (one,) = stored_conferences(desk)
    assert (one.verdict, one.is_fork, one.unit_id) == (Verdict.RETURNED, True, "phu-tam")
    desk.received.settle(taken[1].id)
    (one,) = stored_conferences(desk)
    assert (one.verdict, one.is_fork) == (Verdict.RECEIVED, False)
    assert len(one.file.delegates) == 2


def test_where_nobody_said_whose_bundle_it_is_the_conference_does(desk: Store) -> None:
    desk.received.take([handed_over(1)])
    found = consolidate(stored_conferences(desk), the_pack(), TODAY)
    assert [line.place.name for line in found.received] == ["Xã An Hiệp"]


def test_an_empty_store_holds_nothing(desk: Store) -> None:
    assert not len(stored_conferences(desk))


def test_places_that_the_desk_sent_down_go_before_those_of_the_plan(desk: Store) -> None:
    desk.received.take([handed_over(1)])
    desk.replies.save_places(
        OfficePlaces(office_id=ident(1), pack_id=pack_id, unit="an-hiep", places=places)
        for pack_id, places in ((the_pack().id, 7), ("other", 9))
    )
    allotted = allotted_places(desk, the_pack().id)
    found = consolidate(stored_conferences(desk), the_pack(), TODAY, allotted=allotted)
    (figures,) = (line.figures for line in found.received)
    assert figures is not None
    assert (figures.upper.given, figures.upper.alternates_given) == (7, 0)
