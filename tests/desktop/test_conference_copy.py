"""Copies of a conference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from db.day_records import BudgetLine, Door, Hall, HandSeat, Norm, ScriptStep, SeatBlock
from db.records import (
    Assignment,
    CommitteeMember,
    Conference,
    Decision,
    Delegate,
    EventDay,
    Move,
    ParticipantGroup,
    PresidiumMember,
    Quota,
    Session,
    WizardStep,
)
from desktop.conference_copy import copy_conference
from tests.builders import a_conference, a_delegate, ident

_DAY_LISTS = ("script", "doors", "seat_blocks", "hand_seats", "norms", "budget")


def _all_ids(conference: Conference, people: Sequence[Delegate]) -> set[str]:
    return {
        conference.id,
        *(one.id for one in conference.groups),
        *(one.id for one in conference.sessions),
        *(one.id for one in conference.programme),
        *(one.id for one in conference.presidium),
        *(one.id for one in conference.committee),
        *(one.id for one in conference.assignments),
        *(one.id for one in people),
    }


def _ids() -> Callable[[], str]:
    numbers = iter(range(9000, 9999))
    return lambda: ident(next(numbers))


def test_all_days_move_with_the_first_one() -> None:
    conference = a_conference(
        sessions=(
            Session(id=ident(1), day=date(2025, 3, 19)),
            Session(id=ident(2), day=date(2025, 3, 20)),
            Session(id=ident(3)),
        )
    )
    copied, _ = copy_conference(conference, (), "Hội nghị mới", date(2030, 3, 14), _ids())
    days = [one.day for one in copied.sessions]
    assert days == [date(2030, 3, 14), date(2030, 3, 15), date(2030, 3, 14)]
    assert copied.title == "Hội nghị mới"


def test_what_happened_to_the_first_one_stays_behind() -> None:
    conference = a_conference(
        number=5,
        issued_on=date(2025, 1, 6),
        step=WizardStep.REVIEW,
        is_planned=True,
        done_tasks=("plan", "badges"),
        moves=(Move(id=ident(4), old_day=date(2025, 3, 1), reason="bão"),),
        decisions=(Decision(id=ident(5), code="attendance-unsaid", reason="ít người"),),
    )
    copied, _ = copy_conference(conference, (), "", None, _ids())
    assert (copied.number, copied.issued_on) == (None, None)
    assert (copied.done_tasks, copied.moves, copied.decisions) == ((), (), ())
    assert copied.step is WizardStep.TYPE
    assert copied.is_planned
    assert copied.sessions[0].day == conference.sessions[0].day


def test_what_belongs_to_the_old_day_stays_behind() -> None:
    conference = a_conference(
        event_days=(EventDay(event="congress", day=date(2025, 6, 10)),),
        moves=(Move(id=ident(70), old_day=date(2025, 3, 10), reason="Bão"),),
        decisions=(Decision(id=ident(80), code="attendance-unsaid", reason="Đủ chỗ"),),
        done_tasks=("plan", "appraisal"),
    )
    copied, _ = copy_conference(conference, (), "", date(2030, 3, 14), _ids())
    left = [getattr(copied, name) for name in ("event_days", "moves", "decisions", "done_tasks")]
    assert left == [()] * 4


def test_plan_unit_co_organisers_and_keys_of_groups_come_along() -> None:
    official = ParticipantGroup(id=ident(12), name="Chính thức", key="official")
    member = CommitteeMember(id=ident(51), name="H'Hen Niê", subcommittee="Nội dung")
    conference = a_conference(
        rule_pack_id="kon-tum-2019",
        rule_pack_version=2,
        level_id="commune",
        unit_id="tan-an",
        exception_id="pilot",
        co_organisers=("Hội Nông dân",),
        groups=(official,),
        committee=(member,),
    )
    copied, _ = copy_conference(conference, (), "", None, _ids())
    assert (copied.rule_pack_id, copied.rule_pack_version) == ("kon-tum-2019", 2)
    assert (copied.unit_id, copied.exception_id) == ("tan-an", "pilot")
    assert copied.co_organisers == ("Hội Nông dân",)
    assert [(one.name, one.key) for one in copied.groups] == [("Chính thức", "official")]
    assert [one.subcommittee for one in copied.committee] == ["Nội dung"]


def test_days_stay_within_the_calendar() -> None:
    conference = a_conference(
        sessions=(
            Session(id=ident(1), day=date(2024, 2, 29)),
            Session(id=ident(2), day=date(2024, 3, 1)),
        )
    )
    last, _ = copy_conference(conference, (), "", date.max, _ids())
    assert [one.day for one in last.sessions] == [date.max, date.max]
    leap, _ = copy_conference(conference, (), "", date(2025, 2, 28), _ids())
    assert [one.day for one in leap.sessions] == [date(2025, 2, 28), date(2025, 3, 1)]


def test_nothing_in_the_copy_shares_an_id_and_references_follow() -> None:
    conference = a_conference(
        presidium=(PresidiumMember(id=ident(50), name="Y Wang Niê"),),
        committee=(CommitteeMember(id=ident(51), name="H'Hen Niê"),),
        assignments=(Assignment(id=ident(52), body="Văn phòng"),),
    )
    item = replace(conference.programme[0], session_id=conference.sessions[0].id)
    quotas = (
        Quota(unit="Thôn 1", group_id=ident(13), places=5, base=300),
        Quota(unit="Thôn 1", group_id=ident(99), places=6),
        Quota(unit="Thôn 2", trait="woman", places=1),
    )
    conference = replace(conference, programme=(item,), quotas=quotas)
    people = (a_delegate(1, group_id=ident(13)), a_delegate(2, group_id=""))
    copied, delegates = copy_conference(conference, people, "", None, _ids())
    assert not _all_ids(conference, people) & _all_ids(copied, delegates)
    assert copied.programme[0].session_id == copied.sessions[0].id
    assert delegates[0].group_id == copied.groups[1].id
    assert delegates[1].group_id == ""
    assert {one.conference_id for one in delegates} == {copied.id}
    assert copied.quotas == (
        Quota(unit="Thôn 1", group_id=copied.groups[1].id, places=5, base=300),
        Quota(unit="Thôn 2", trait="woman", places=1),
    )


def test_script_hall_and_budget_come_along_with_their_references() -> None:
    conference = a_conference(
        hall=Hall(rows=12, seats=18),
        doors=(Door(id=ident(60), name="Cửa chính"),),
        script=(ScriptStep(id=ident(61), item_id=ident(20), action="Chào cờ"),),
        seat_blocks=(SeatBlock(id=ident(62), group_id=ident(13)),),
        hand_seats=(
            HandSeat(id=ident(63), delegate_id=ident(1001), row=2, seat=3),
            HandSeat(id=ident(64), delegate_id=ident(999), row=2, seat=4),
        ),
        norms=(Norm(id=ident(65), name="Nước uống", most=20_000),),
        budget=(BudgetLine(id=ident(66), item="Nước uống", norm_id=ident(65)),),
    )
    copied, people = copy_conference(conference, (a_delegate(1),), "", None, _ids())
    assert copied.hall == conference.hall
    assert copied.script[0].item_id == copied.programme[0].id
    assert copied.seat_blocks[0].group_id == copied.groups[1].id
    assert [one.delegate_id for one in copied.hand_seats] == [people[0].id]
    assert copied.budget[0].norm_id == copied.norms[0].id
    old = {one.id for name in _DAY_LISTS for one in getattr(conference, name)}
    assert not old & {one.id for name in _DAY_LISTS for one in getattr(copied, name)}
    assert copy_conference(conference, (), "", None, _ids())[0].hand_seats == ()
