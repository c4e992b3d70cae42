from __future__ import annotations

from datetime import time

import msgspec
import pytest

from db.records import ProgrammeItem, Session, SessionKind
from desktop.rules.findings import FindingCode
from desktop.rules.timetable import (
    Slot,
    clock_times,
    rows_by_session,
    session_minutes,
    with_missing_items,
)
from tests.builders import an_office, ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, binh_hoa, found, numbered_ids

MORNING = Session(id=ident(11), start=time(7, 30))
AFTERNOON = Session(id=ident(14), start=time(13, 30))
SOUND = a_sound_conference().programme


def an_item(minutes: int, session_id: str = "") -> ProgrammeItem:
    return ProgrammeItem(id=ident(90), title="x", minutes=minutes, session_id=session_id)


def test_items_follow_each_other() -> None:
    assert clock_times((an_item(10), an_item(0), an_item(45)), (MORNING,)) == (
        Slot(time(7, 30), time(7, 40)),
        Slot(time(7, 40), time(7, 40)),
        Slot(time(7, 40), time(8, 25)),
    )


def test_each_session_has_its_own_clock() -> None:
    items = (an_item(10), an_item(20, AFTERNOON.id), an_item(30), an_item(5, AFTERNOON.id))
    starts = [slot.start for slot in clock_times(items, (MORNING, AFTERNOON)) if slot]
    assert starts == [time(7, 30), time(13, 30), time(7, 40), time(13, 50)]


def test_an_item_of_a_session_that_is_gone_is_in_the_first_main_one() -> None:
    eve = Session(id=ident(15), kind=SessionKind.PREPARATORY, start=time(14))
    (slot,) = clock_times((an_item(10, ident(99)),), (eve, MORNING))
    assert slot == Slot(time(7, 30), time(7, 40))


@pytest.mark.parametrize("sessions", [(), (Session(id=ident(11)),)])
def test_without_a_start_there_are_no_times(sessions: tuple[Session, ...]) -> None:
    assert clock_times((an_item(10), an_item(5)), sessions) == (None, None)


def test_the_minutes_of_a_session_are_those_of_its_items() -> None:
    items = (an_item(10), an_item(20, AFTERNOON.id), an_item(5, ident(99)))
    assert session_minutes(items, (MORNING, AFTERNOON)) == {MORNING.id: 15, AFTERNOON.id: 20}


def test_the_items_of_each_session_are_told_by_their_places() -> None:
    items = (an_item(10, AFTERNOON.id), an_item(20), an_item(5, ident(99)))
    found = rows_by_session(items, (MORNING, AFTERNOON))
    assert found == [(MORNING, [1, 2]), (AFTERNOON, [0])]
    assert rows_by_session(items, ()) == [(None, [0, 1, 2])]
    assert rows_by_session((), (MORNING,)) == []


def test_items_that_belong_to_no_session_are_not_counted() -> None:
    eve = Session(id=ident(15), kind=SessionKind.PREPARATORY)
    assert session_minutes((an_item(10),), ()) == {}
    assert session_minutes((an_item(10), an_item(5, eve.id)), (eve,)) == {eve.id: 5}


@pytest.mark.parametrize("left", [(), (0,), (9,), (0, 1, 2), (3, 4, 8)])
def test_missing_items_come_back_to_their_places(left: tuple[int, ...]) -> None:
    programme = tuple(item for place, item in enumerate(SOUND) if place not in left)
    conference = a_sound_conference(programme=programme)
    mended = with_missing_items(conference, binh_hoa(), an_office(), numbered_ids(900))
    assert [item.title for item in mended.programme] == [item.title for item in SOUND]
    assert not found(FindingCode.PROGRAMME_ITEM_MISSING, mended)


def test_items_of_the_officers_own_stay_where_they_are() -> None:
    song = ProgrammeItem(id=ident(91), title="Văn nghệ")
    conference = a_sound_conference(programme=(song, *SOUND[:3], *SOUND[4:]))
    mended = with_missing_items(conference, binh_hoa(), an_office(), numbered_ids(900))
    assert mended.programme[0] == song
    assert [item.title for item in mended.programme[1:]] == [item.title for item in SOUND]


def test_an_item_the_plan_does_not_require_stays_away_once_it_is_taken_out() -> None:
    rule = binh_hoa().levels[0].programme
    items = tuple(
        msgspec.structs.replace(item, is_required=item.key == "review-report")
        for item in rule.items
    )
    pack = a_pack(programme=msgspec.structs.replace(rule, items=items))
    conference = a_sound_conference(programme=SOUND[:2])
    mended = with_missing_items(conference, pack, an_office(), numbered_ids(900))
    assert [item.required_key for item in mended.programme] == [
        "flag-salute",
        "opening",
        "review-report",
    ]
