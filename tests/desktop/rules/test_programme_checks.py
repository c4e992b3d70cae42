from __future__ import annotations

from datetime import date, time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import ProgrammeItem, Session
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack_event import ProgrammeRule
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, findings, found

SOUND = a_sound_conference().programme


def keys(items: tuple[ProgrammeItem, ...]) -> list[str]:
    return [item.required_key for item in items]


@pytest.mark.parametrize("place", range(10))
def test_each_required_item_is_missed_by_name(place: int) -> None:
    left = SOUND[:place] + SOUND[place + 1 :]
    (finding,) = findings(a_sound_conference(programme=left))
    assert finding.code is FindingCode.PROGRAMME_ITEM_MISSING
    assert (finding.severity, finding.clause) == (Severity.BINDING, "II.3")
    assert finding.params == {
        "key": SOUND[place].required_key,
        "title": SOUND[place].title,
    }


def test_an_empty_programme_misses_all_ten() -> None:
    assert len(findings(a_sound_conference(programme=()))) == 10


def test_two_items_exchanged_give_one_finding() -> None:
    programme = (*SOUND[:4], SOUND[5], SOUND[4], *SOUND[6:])
    (finding,) = findings(a_sound_conference(programme=programme))
    assert finding.code is FindingCode.PROGRAMME_ITEM_MISPLACED
    assert finding.severity is Severity.BINDING
    assert finding.params["key"] in ("exchange", "commendation")


def test_an_item_dragged_to_the_end_is_the_one_out_of_place() -> None:
    programme = (SOUND[0], *SOUND[2:], SOUND[1])
    (finding,) = findings(a_sound_conference(programme=programme))
    assert finding.field == f"programme:{SOUND[1].id}"
    assert finding.params["after"] == SOUND[0].title
    assert finding.params["before"] == SOUND[2].title


def test_the_first_item_out_of_place_has_nothing_before_it() -> None:
    programme = (*SOUND[1:], SOUND[0])
    (finding,) = findings(a_sound_conference(programme=programme))
    assert finding.params["after"] == ""
    assert finding.params["before"] == SOUND[1].title


def test_free_items_may_stand_anywhere() -> None:
    song = ProgrammeItem(id=ident(90), title="Văn nghệ chào mừng", minutes=10)
    assert findings(a_sound_conference(programme=(song, *SOUND, song))) == ()


def test_order_is_free_where_the_plan_leaves_it_free() -> None:
    rule = msgspec.structs.replace(a_pack().levels[0].programme, is_ordered=False)
    conference = a_sound_conference(programme=SOUND[::-1])
    assert findings(conference, pack=a_pack(programme=rule)) == ()


def test_a_programme_that_only_advises_makes_advice() -> None:
    rule = msgspec.structs.replace(a_pack().levels[0].programme, is_binding=False)
    findings_there = findings(a_sound_conference(programme=()), pack=a_pack(programme=rule))
    assert {finding.severity for finding in findings_there} == {Severity.ADVISORY}


def test_a_level_may_require_nothing() -> None:
    assert findings(a_sound_conference(programme=()), pack=a_pack(programme=ProgrammeRule())) == ()


def test_an_item_without_content_is_pointed_out() -> None:
    blank = ProgrammeItem(id=ident(90), title=" ")
    (finding,) = findings(a_sound_conference(programme=(*SOUND, blank)))
    assert finding.code is FindingCode.PROGRAMME_ITEM_UNTITLED
    assert finding.field == f"programme:{ident(90)}"


def long_item(minutes: int, session_id: str = "") -> ProgrammeItem:
    return ProgrammeItem(id=ident(90), title="Thảo luận", minutes=minutes, session_id=session_id)


def test_a_programme_may_fill_the_half_day_but_not_more() -> None:
    taken = sum(item.minutes for item in SOUND)
    full = a_sound_conference(programme=(*SOUND, long_item(240 - taken)))
    (finding,) = findings(a_sound_conference(programme=(*SOUND, long_item(241 - taken))))
    assert findings(full) == ()
    assert finding.code is FindingCode.PROGRAMME_OVERRUN
    assert finding.params == {"minutes": 241, "limit": 240, "over": 1, "words": "1 buổi"}


def test_each_session_has_its_own_half_day() -> None:
    sessions = (
        Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),
        Session(id=ident(14), day=date(2025, 3, 20), start=time(13, 30)),
    )
    programme = (*SOUND, long_item(200, ident(14)))
    conference = a_sound_conference(sessions=sessions, programme=programme)
    assert not found(FindingCode.PROGRAMME_OVERRUN, conference)


def test_an_item_of_a_session_that_is_gone_counts_to_the_first() -> None:
    conference = a_sound_conference(programme=(*SOUND, long_item(200, ident(99))))
    assert found(FindingCode.PROGRAMME_OVERRUN, conference)


def test_nothing_overruns_where_no_length_is_said() -> None:
    conference = a_sound_conference(programme=(*SOUND, long_item(999)))
    assert not found(FindingCode.PROGRAMME_OVERRUN, conference, pack=a_pack(sessions=None))


@given(st.permutations(SOUND))
def test_moving_the_items_pointed_out_is_enough(shuffled: list[ProgrammeItem]) -> None:
    conference = a_sound_conference(programme=tuple(shuffled))
    misplaced = {
        finding.params["key"] for finding in found(FindingCode.PROGRAMME_ITEM_MISPLACED, conference)
    }
    rest = [key for key in keys(tuple(shuffled)) if key not in misplaced]
    assert rest == [key for key in keys(SOUND) if key not in misplaced]
