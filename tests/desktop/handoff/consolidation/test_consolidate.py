"""Consolidation: every office in its place, every person once, whatever order they came in."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.records import Decision, Gender
from desktop.handoff.consolidation.consolidate import Consolidation, OfficeAward, consolidate
from desktop.handoff.consolidation.deliveries import DeliveryState
from desktop.handoff.consolidation.figures import GroupPlaces
from desktop.handoff.consolidation.received import Received
from desktop.handoff.receipts import Verdict
from desktop.people.duplicates import MatchReason
from desktop.rules.decisions import facts_of
from desktop.rules.findings import FindingCode
from desktop.rules.pack_people import PersonFlag
from tests.builders import ident
from tests.desktop.handoff.consolidation.province import (
    BORN,
    TODAY,
    a_person,
    chosen,
    received_from,
    the_congress,
    the_pack,
)


def consolidated(*received: Received, today: date = TODAY) -> Consolidation:
    return consolidate(received, the_pack(), today, own=the_congress())


@cache
def three_offices() -> tuple[Received, ...]:
    card = "092170000001"
    return (
        received_from(
            1,
            "an-hiep",
            a_person(1, 1, gender=Gender.FEMALE, id_number=card),
            a_person(1, 2, proposed_award="Bằng khen", represents="Tổ 1"),
        ),
        received_from(2, "phu-tam", a_person(2, 1, gender=Gender.MALE, id_number=card)),
        received_from(3, "labour-department", a_person(3, 1), verdict=Verdict.RETURNED),
    )


def test_every_office_of_the_plan_has_a_line_whether_it_sent_something_or_not() -> None:
    lines = consolidated(received_from(1, "an-hiep")).offices
    assert [(one.place.name, one.place.depth, one.figures is not None) for one in lines] == [
        ("Huyện Châu Thành", 0, False),
        ("Xã An Hiệp", 1, True),
        ("Xã Phú Tâm", 1, False),
        ("Sở Lao động - Thương binh và Xã hội", 0, False),
    ]


def test_an_office_that_the_plan_does_not_name_comes_after_the_others() -> None:
    one = received_from(7, "", name="xã Mới", conference={"level_id": "commune"})
    line = consolidated(one).offices[-1]
    assert (line.place.unit_id, line.place.name) == ("", "Ủy ban nhân dân xã Mới")
    assert line.place.level_id == "commune"


def test_two_conferences_of_one_unit_have_a_line_each() -> None:
    one, other = received_from(1), received_from(2, "an-hiep")
    lines = [line for line in consolidated(one, other).offices if line.figures is not None]
    assert [line.place.name for line in lines] == ["Xã An Hiệp"] * 2


def test_the_make_up_is_that_of_everybody_who_counts() -> None:
    make_up = consolidated(*three_offices()).make_up
    assert make_up.total == 3
    share = make_up.shares[PersonFlag.WOMAN]
    assert (share.count, share.base, share.unknown, make_up.men) == (1, 3, 1, 1)
    assert [(one.name, one.count) for one in make_up.groups] == [
        ("Đại biểu điển hình tiên tiến", 3),
        ("Khách mời", 0),
    ]


def test_what_was_returned_is_shown_and_not_counted() -> None:
    found = consolidated(*three_offices())
    line = found.offices[-1]
    assert (line.state, line.figures is not None) == (DeliveryState.RETURNED, True)
    assert found.states[DeliveryState.RETURNED] == 1
    assert len(found.received) == 3


def test_places_given_and_used_stand_beside_each_other() -> None:
    candidates = (chosen(1, 1, "Trần Thị Số 1 1"),)
    found = consolidated(received_from(1, "an-hiep", conference={"candidates": candidates}))
    figures = found.offices[1].figures
    assert figures is not None
    assert (figures.upper.given, figures.upper.used) == (2, 1)
    assert [(one.given, one.used) for one in figures.groups] == [(140, 1), (60, 0)]


def test_people_in_no_group_are_counted_apart() -> None:
    found = consolidated(received_from(1, "an-hiep", a_person(1, group_id="")))
    figures = found.offices[1].figures
    assert figures is not None
    assert figures.groups[-1] == GroupPlaces(used=1)


def test_findings_come_with_the_decisions_that_settle_them_and_their_reasons() -> None:
    without_venue = received_from(1)
    figures = consolidated(without_venue).offices[1].figures
    assert figures is not None
    found = next(
        one
        for one in figures.findings
        if one.code is FindingCode.DAY_AFTER_WINDOW or (one.is_binding and one.clause)
    )
    decision = Decision(
        id=ident(77),
        code=found.code.value,
        field=found.field,
        clause=found.clause,
        facts=facts_of(found),
        reason="Dịch bệnh",
        approver="Ủy ban nhân dân tỉnh",
    )
    allowed = received_from(1, conference={"decisions": (decision,)})
    settled = consolidated(allowed).offices[1].figures
    assert settled is not None
    assert [one.reason for one in settled.decisions] == ["Dịch bệnh"]
    assert settled.binding == figures.binding - 1


def test_awards_put_forward_are_listed_with_their_office() -> None:
    awards = list(consolidated(*three_offices()).awards)
    assert [(one.office, one.award.form, one.award.recipient) for one in awards] == [
        ("Xã An Hiệp", "Bằng khen", "Tổ 1")
    ]
    assert isinstance(awards[0], OfficeAward)
    assert awards[0].award.is_collective


def test_who_stands_on_two_lists_is_pointed_out() -> None:
    (same,) = consolidated(*three_offices()).same_people
    assert same.reasons == (MatchReason.SAME_CARD,)
    assert [one.office for one in same.people] == ["Xã An Hiệp", "Xã Phú Tâm"]


def test_who_cannot_be_looked_for_on_other_lists_is_counted() -> None:
    found = consolidated(*three_offices())
    assert (found.unknown_people, found.make_up.total) == (1, 3)
    whole = received_from(1, "an-hiep", a_person(1, 1, birth=BORN), a_person(1, 2))
    newer = received_from(1, "an-hiep", a_person(1, 1, birth=BORN), number=2)
    assert consolidated(whole).unknown_people == 1
    assert consolidated(whole, newer).unknown_people == 0


def test_only_the_newest_number_of_an_office_counts() -> None:
    first = received_from(1, "an-hiep", a_person(1, 1), a_person(1, 2))
    second = received_from(1, "an-hiep", a_person(1, 1), number=2)
    for order in ((first, second), (second, first)):
        found = consolidated(*order)
        assert found.make_up.total == 1
        assert [one.figures.number for one in found.received if one.figures] == [2]


def test_of_a_fork_the_lesser_hash_counts_until_people_choose() -> None:
    one = received_from(1, content_sha512="a" * 128, is_fork=True)
    other = received_from(
        1, "an-hiep", a_person(1, 1), a_person(1, 2), content_sha512="b" * 128, is_fork=True
    )
    assert consolidated(one, other) == consolidated(other, one)
    assert consolidated(other, one).make_up.total == 1


def test_somebody_of_a_number_that_no_longer_counts_is_nobodys_double() -> None:
    old = received_from(1, "an-hiep", a_person(1, 1, name="Lê An", birth=BORN))
    new = received_from(1, "an-hiep", a_person(1, 2), number=2)
    other = received_from(2, "phu-tam", a_person(2, 1, name="Lê An", birth=BORN))
    assert len(consolidated(old, other).same_people) == 1
    assert not consolidated(old, other, new).same_people


def test_what_changed_since_the_number_before_is_told() -> None:
    before = received_from(1).file
    now = received_from(1, "an-hiep", a_person(1, 1), a_person(1, 2), number=2, previous=before)
    figures = consolidated(now).offices[1].figures
    assert figures is not None
    assert figures.difference is not None
    assert [one.name for one in figures.difference.people_added] == ["Trần Thị Số 1 2"]


def test_without_a_plan_offices_stand_by_level_and_name() -> None:
    found = consolidate(three_offices(), None, TODAY)
    assert len(found.offices) == 3
    assert (found.pack_id, found.pack_version) == ("", 0)
    assert found.make_up.total == 3


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    consolidate(
        three_offices(), the_pack(), TODAY, progress=lambda done, whole: told.append((done, whole))
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_neither_order_nor_repetition_of_offices_changes_it(data: st.DataObject) -> None:
    offices = three_offices()
    older = replace(offices[0], number=0, file=received_from(1).file)
    everything = (*offices, older)
    repeated = data.draw(st.lists(st.sampled_from(everything), max_size=4))
    shuffled = data.draw(st.permutations([*everything, *repeated]))
    assert consolidated(*shuffled) == consolidated(*offices)
