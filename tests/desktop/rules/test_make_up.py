"""How many take part, beside what the plan allows."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from db.records import Attendance, Delegate, Gender
from desktop.rules.check import check
from desktop.rules.findings import Severity
from desktop.rules.make_up import MakeUp, listed, planned
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import (
    CountedKind,
    FlagTrait,
    LimitRule,
    PersonFlag,
    PresenceNeed,
    PresenceRule,
    ShareRule,
)
from tests.builders import a_conference, a_delegate, ident
from tests.desktop.rules.cases import binh_hoa


def _people(exemplars: int, guests: int) -> tuple[Delegate, ...]:
    groups = [ident(12)] * exemplars + [ident(13)] * guests
    return tuple(a_delegate(number, group_id=one) for number, one in enumerate(groups, start=1))


def _counts(make_up: MakeUp) -> list[tuple[str, int, int]]:
    return [(one.rule.words, one.count, one.base) for one in make_up.measures]


WOMEN = ShareRule(
    clause="II", words="nữ ít nhất 30%", bound=Bound.AT_LEAST, share="30%",
    counts=("women",), base=("exemplar", "guest"),
)  # fmt: skip


def _with_women(**level_fields: object) -> RulePack:
    pack = binh_hoa()
    level = replace(pack.levels[0], limits=(), shares=(WOMEN,), presence=())
    trait = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)
    return replace(pack, traits=(trait,), levels=(replace(level, **level_fields),))


def test_targets_are_counted_by_kind() -> None:
    make_up = planned(a_conference(level_id="commune"), binh_hoa(), ())
    assert dict(make_up.heads) == {
        CountedKind.EXEMPLAR: 140,
        CountedKind.GUEST: 60,
        CountedKind.OTHER: 0,
        CountedKind.UNGROUPED: 0,
    }
    assert make_up.total == 200
    assert (make_up.limit, make_up.full) == (200, 200)
    assert make_up.exemplars_wanted == (Fraction(140), Fraction(7, 10))
    assert make_up.severity is None


def test_too_many_people_weigh_as_the_rules_say() -> None:
    pack = binh_hoa()
    conference = a_conference(level_id="commune", rule_pack_id=pack.id)
    people = _people(141, 62)
    make_up = listed(conference, people, pack, check(conference, people, pack))
    assert make_up.full == 203
    assert make_up.severity is Severity.BINDING
    assert [one.severity for one in make_up.measures[:2]] == [Severity.BINDING, None]


def test_people_in_no_group_are_counted() -> None:
    people = (*_people(1, 0), a_delegate(9, group_id=""))
    make_up = listed(a_conference(level_id="commune"), people, binh_hoa(), ())
    assert dict(make_up.heads)[CountedKind.UNGROUPED] == 1


@pytest.mark.parametrize("has_pack", [True, False])
def test_without_rules_there_are_only_numbers(has_pack: bool) -> None:
    level = replace(binh_hoa().levels[0], limits=(), shares=(), presence=())
    bare = replace(binh_hoa(), levels=(level,))
    make_up = listed(
        a_conference(level_id="commune"), _people(2, 1), bare if has_pack else None, ()
    )
    assert (make_up.limit, make_up.exemplars_wanted, make_up.measures) == (None, None, ())
    assert make_up.full == 3


def test_a_trait_is_measured_on_the_list_and_not_on_targets() -> None:
    conference = a_conference(level_id="commune")
    people = [replace(one, gender=Gender.FEMALE) for one in _people(2, 0)]
    people += _people(2, 2)[2:]
    pack = _with_women()
    assert _counts(planned(conference, pack, ())) == []
    assert _counts(listed(conference, people, pack, ())) == [("nữ ít nhất 30%", 2, 4)]
    (women,) = listed(conference, people, pack, ()).measures
    assert (women.counted, women.based_on) == ("Nữ", "exemplar + guest")


def test_a_rule_of_another_attendance_is_not_measured() -> None:
    limit = LimitRule(
        clause="II", words="-", value=9, counts=("guest",), attendance=Attendance.PLENARY
    )
    pack = _with_women(limits=(limit,), shares=())
    assert planned(a_conference(level_id="commune"), pack, ()).measures == ()
    plenary = a_conference(level_id="commune", attendance=Attendance.PLENARY)
    assert _counts(planned(plenary, pack, ())) == [("-", 60, 0)]


def test_who_is_to_be_there_is_counted() -> None:
    rule = PresenceRule(
        clause="II", words="chú trọng nữ", need=PresenceNeed.STRESSED, counts=("women",)
    )
    pack = _with_women(shares=(), presence=(rule,))
    people = (a_delegate(1, gender=Gender.FEMALE), a_delegate(2))
    make_up = listed(a_conference(level_id="commune"), people, pack, ())
    assert _counts(make_up) == [("chú trọng nữ", 1, 0)]


def test_a_limit_of_some_is_not_the_limit_of_all() -> None:
    guests = LimitRule(clause="II", words="-", value=9, counts=("guest",))
    everybody = LimitRule(clause="II", words="-", value=300, counts=("guest", "exemplar"))
    conference = a_conference(level_id="commune")
    pack = _with_women(shares=(), limits=(guests,))
    assert planned(conference, pack, ()).limit is None
    pack = _with_women(shares=(), limits=(guests, everybody))
    assert planned(conference, pack, ()).limit == 300


def test_women_outside_the_base_of_their_share_are_not_measured() -> None:
    people = (
        a_delegate(1, gender=Gender.FEMALE, group_id=""),
        a_delegate(2, gender=Gender.FEMALE),
        a_delegate(3),
    )
    make_up = listed(a_conference(level_id="commune"), people, _with_women(), ())
    assert _counts(make_up) == [("nữ ít nhất 30%", 1, 2)]


def test_who_is_missing_on_the_list_is_not_held_against_the_targets() -> None:
    rule = PresenceRule(clause="II", words="có khách mời", counts=("guest",), is_binding=True)
    pack = _with_women(shares=(), presence=(rule,))
    conference = a_conference(level_id="commune", rule_pack_id=pack.id)
    people = _people(2, 0)
    found = check(conference, people, pack)
    assert planned(conference, pack, found).severity is None
    assert listed(conference, people, pack, found).severity is Severity.BINDING
    no_guests = a_conference(level_id="commune", groups=a_conference().groups[:1])
    assert planned(no_guests, pack, check(no_guests, (), pack)).severity is Severity.BINDING


def test_what_was_allowed_weighs_no_more() -> None:
    pack = binh_hoa()
    conference = a_conference(level_id="commune", rule_pack_id=pack.id)
    people = _people(141, 62)
    found = [replace(one, decision_id=ident(80)) for one in check(conference, people, pack)]
    assert listed(conference, people, pack, found).severity is None
