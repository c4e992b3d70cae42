from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Attendance, GroupKind, ParticipantGroup
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.number_checks import heads_allowed
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import (
    CountedKind,
    FlagTrait,
    GroupText,
    LimitRule,
    PersonFlag,
    ShareRule,
)
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, delegates, findings, found, groups

BOTH = (CountedKind.EXEMPLAR, CountedKind.GUEST)


def limited(**fields: Any) -> RulePack:
    defaults: dict[str, Any] = {"clause": "II", "words": "-", "value": 100, "counts": BOTH}
    return a_pack(limits=(LimitRule(**(defaults | fields)),), shares=())


def shared(**fields: Any) -> RulePack:
    defaults: dict[str, Any] = {
        "clause": "II",
        "words": "-",
        "share": "1/3",
        "counts": (CountedKind.GUEST,),
        "base": BOTH,
    }
    return a_pack(limits=(), shares=(ShareRule(**(defaults | fields)),))


@pytest.mark.parametrize(
    ("exemplars", "guests", "codes"),
    [
        (140, 60, []),
        (130, 70, []),
        (150, 50, []),
        (141, 60, [FindingCode.TARGETS_OVER_LIMIT]),
        (129, 71, [FindingCode.TARGETS_SHARE_LOW]),
        (151, 49, [FindingCode.TARGETS_SHARE_HIGH]),
        (100, 101, [FindingCode.TARGETS_OVER_LIMIT, FindingCode.TARGETS_SHARE_LOW]),
        (0, 0, []),
    ],
)
def test_targets_are_held_against_cap_and_ratio(
    exemplars: int, guests: int, codes: list[FindingCode]
) -> None:
    conference = a_sound_conference(groups=groups(exemplars, guests))
    assert [finding.code for finding in findings(conference)] == codes


def test_the_cap_binds_and_the_ratio_advises_and_says_its_base() -> None:
    over, low = findings(a_sound_conference(groups=groups(101, 100)))
    assert (over.severity, over.field, over.clause) == (Severity.BINDING, "groups", "II.2")
    assert over.params == {
        "count": 201,
        "limit": 200,
        "counts": "exemplar + guest + ungrouped",
        "words": "không quá 200 đại biểu",
    }
    assert low.severity is Severity.ADVISORY
    assert low.params == {
        "count": 101,
        "base": 201,
        "counts": "exemplar",
        "based_on": "exemplar + guest",
        "least": 131,
        "most": 150,
        "words": "khoảng 70% điển hình, khoảng 30% khách mời",
    }


def test_people_listed_are_counted_besides_the_targets() -> None:
    conference = a_sound_conference(groups=groups(140, 60))
    people = delegates(120, 60, ungrouped=21)
    codes = {finding.code: finding for finding in findings(conference, people)}
    assert codes.keys() == {
        FindingCode.DELEGATES_OVER_LIMIT,
        FindingCode.DELEGATES_UNGROUPED,
    }
    assert codes[FindingCode.DELEGATES_OVER_LIMIT].params["count"] == 201
    assert codes[FindingCode.DELEGATES_UNGROUPED].params["count"] == 21


def test_the_ratio_of_the_list_leaves_out_people_without_a_group() -> None:
    conference = a_sound_conference(groups=groups(140, 60))
    (finding,) = found(FindingCode.DELEGATES_SHARE_HIGH, conference, delegates(90, 10, 100))
    assert finding.params["base"] == 100


def test_other_participants_count_for_nothing() -> None:
    press = ParticipantGroup(id=ident(14), name="Báo chí", kind=GroupKind.OTHER, target=40)
    assert findings(a_sound_conference(groups=(*groups(140, 60), press))) == ()


def test_a_ratio_waits_until_every_group_has_its_number() -> None:
    conference = a_sound_conference(groups=groups(150, None))
    (finding,) = findings(conference)
    assert (finding.code, finding.field) == (FindingCode.TARGET_MISSING, f"groups:{ident(13)}")


def test_a_cap_does_not_wait() -> None:
    conference = a_sound_conference(groups=groups(201, None))
    assert found(FindingCode.TARGETS_OVER_LIMIT, conference)


def test_more_people_in_a_group_than_planned_are_pointed_out() -> None:
    conference = a_sound_conference(groups=groups(100, 40))
    (finding,) = findings(conference, delegates(101, 40))
    assert finding.code is FindingCode.DELEGATES_OVER_TARGET
    assert finding.params == {"group": "Điển hình", "count": 101, "target": 100}


def test_a_conference_without_groups_is_pointed_out() -> None:
    (finding,) = findings(a_sound_conference(groups=()))
    assert (finding.code, finding.field) == (FindingCode.GROUPS_MISSING, "groups")


@pytest.mark.parametrize(
    ("bound", "tolerance", "total", "over", "under"),
    [
        (Bound.AT_MOST, 0, 100, False, False),
        (Bound.AT_MOST, 0, 101, True, False),
        (Bound.AT_LEAST, 0, 100, False, False),
        (Bound.AT_LEAST, 0, 99, False, True),
        (Bound.AT_LEAST, 0, 500, False, False),
        (Bound.EXACTLY, 9, 100, False, False),
        (Bound.EXACTLY, 9, 101, True, False),
        (Bound.EXACTLY, 9, 99, False, True),
        (Bound.ABOUT, 5, 105, False, False),
        (Bound.ABOUT, 5, 106, True, False),
        (Bound.ABOUT, 5, 94, False, True),
    ],
)
def test_a_limit_binds_as_the_plan_says(
    bound: Bound, tolerance: int, total: int, over: bool, under: bool
) -> None:
    pack = limited(bound=bound, tolerance=tolerance)
    conference = a_sound_conference(groups=groups(total, 0))
    assert bool(found(FindingCode.TARGETS_OVER_LIMIT, conference, pack=pack)) is over
    assert bool(found(FindingCode.TARGETS_UNDER_LIMIT, conference, pack=pack)) is under


def test_a_lower_limit_waits_until_every_group_has_its_number() -> None:
    conference = a_sound_conference(groups=groups(10, None))
    pack = limited(bound=Bound.AT_LEAST)
    assert not found(FindingCode.TARGETS_UNDER_LIMIT, conference, pack=pack)


@pytest.mark.parametrize(
    ("bound", "guests", "high", "low"),
    [
        (Bound.AT_MOST, 66, False, False),
        (Bound.AT_MOST, 67, True, False),
        (Bound.AT_LEAST, 67, False, False),
        (Bound.AT_LEAST, 66, False, True),
        (Bound.EXACTLY, 66, False, False),
        (Bound.EXACTLY, 67, False, False),
        (Bound.EXACTLY, 68, True, False),
        (Bound.ABOUT, 65, False, True),
    ],
)
def test_a_share_binds_as_the_plan_says(bound: Bound, guests: int, high: bool, low: bool) -> None:
    pack = shared(bound=bound)
    conference = a_sound_conference(groups=groups(200 - guests, guests))
    assert bool(found(FindingCode.TARGETS_SHARE_HIGH, conference, pack=pack)) is high
    assert bool(found(FindingCode.TARGETS_SHARE_LOW, conference, pack=pack)) is low


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(list(Bound)))
def test_the_numbers_a_finding_names_would_agree(exemplars: int, guests: int, bound: Bound) -> None:
    pack = shared(bound=bound, tolerance="5%")
    conference = a_sound_conference(groups=groups(exemplars, guests))
    for finding in findings(conference, pack=pack):
        total = exemplars + guests
        for number in (finding.params["least"], finding.params["most"]):
            assert isinstance(number, int)
            better = a_sound_conference(groups=groups(total - number, number))
            if bound in (Bound.ABOUT, Bound.EXACTLY):
                assert findings(better, pack=pack) == ()


def a_limit(**fields: Any) -> LimitRule:
    defaults: dict[str, Any] = {"clause": "II", "words": "-", "value": 10, "counts": BOTH}
    return LimitRule(**(defaults | fields))


def test_a_number_left_to_the_unit_is_never_too_high_or_too_low() -> None:
    pack = limited(bound=Bound.OPEN, value=None)
    for total in (0, 1, 100_000):
        assert findings(a_sound_conference(groups=groups(total, 0)), pack=pack) == ()


@pytest.mark.parametrize("bound", list(Bound))
def test_only_about_has_a_tolerance(bound: Bound) -> None:
    pack = limited(bound=bound, value=None if bound is Bound.OPEN else 100, tolerance=5)
    above = a_sound_conference(groups=groups(104, 0))
    below = a_sound_conference(groups=groups(96, 0))
    assert bool(findings(above, pack=pack)) is (bound in (Bound.AT_MOST, Bound.EXACTLY))
    assert bool(findings(below, pack=pack)) is (bound in (Bound.AT_LEAST, Bound.EXACTLY))


def test_a_rule_for_one_attendance_is_silent_for_the_other() -> None:
    limit = a_limit(attendance=Attendance.DELEGATES)
    share = ShareRule(
        clause="II", words="-", share="0%", bound=Bound.AT_MOST, counts=("guest",), base=BOTH,
        attendance=Attendance.DELEGATES,
    )  # fmt: skip
    pack = a_pack(limits=(limit,), shares=(share,), attendance=None)
    numbers = groups(10, 10)
    plenary = a_sound_conference(attendance=Attendance.PLENARY, groups=numbers)
    open_yet = a_sound_conference(attendance=None, groups=numbers)
    chosen = a_sound_conference(attendance=Attendance.DELEGATES, groups=numbers)
    assert findings(plenary, pack=pack) == ()
    assert {one.code for one in findings(open_yet, pack=pack)} == {FindingCode.ATTENDANCE_MISSING}
    assert [one.code for one in findings(chosen, pack=pack)] == [
        FindingCode.TARGETS_OVER_LIMIT,
        FindingCode.TARGETS_SHARE_HIGH,
    ]


@pytest.mark.parametrize(
    ("official", "guests", "is_high"),
    [(90, 30, False), (90, 31, True), (91, 30, False), (91, 31, True), (0, 0, False)],
)
def test_guests_at_most_a_third_of_the_official_are_counted_beside_them(
    official: int, guests: int, is_high: bool
) -> None:
    pack = shared(bound=Bound.AT_MOST, share="1/3", base=("exemplar",))
    conference = a_sound_conference(groups=groups(official, guests))
    assert bool(found(FindingCode.TARGETS_SHARE_HIGH, conference, pack=pack)) is is_high


def test_guests_at_least_a_third_of_the_official_may_be_more_than_they_are() -> None:
    pack = shared(bound=Bound.AT_LEAST, share="1/3", base=("exemplar",))
    assert findings(a_sound_conference(groups=groups(30, 40)), pack=pack) == ()
    (low,) = findings(a_sound_conference(groups=groups(31, 10)), pack=pack)
    assert (low.code, low.params["least"]) == (FindingCode.TARGETS_SHARE_LOW, 11)


def test_a_share_of_nobody_says_nothing() -> None:
    pack = shared(bound=Bound.AT_MOST, base=("exemplar",))
    assert findings(a_sound_conference(groups=groups(0, 40)), pack=pack) == ()


DIRECT = FlagTrait(key="direct", name="Lao động trực tiếp", flag=PersonFlag.DIRECT_WORKER)


def with_direct_workers(**fields: Any) -> RulePack:
    pack = shared(bound=Bound.AT_LEAST, share="70%", counts=("direct",), **fields)
    return msgspec.structs.replace(pack, traits=(DIRECT,))


@pytest.mark.parametrize(("direct", "is_low"), [(7, False), (6, True)])
def test_a_trait_is_counted_on_the_list_and_not_on_the_targets(direct: int, is_low: bool) -> None:
    conference = a_sound_conference(groups=groups(8, 2))
    people = [
        msgspec.structs.replace(one, is_direct_worker=place < direct)
        for place, one in enumerate(delegates(8, 2))
    ]
    codes = [one.code for one in findings(conference, people, with_direct_workers())]
    assert codes == ([FindingCode.DELEGATES_SHARE_LOW] if is_low else [])
    assert findings(conference, pack=with_direct_workers()) == ()


def test_direct_workers_outside_the_base_do_not_raise_the_share() -> None:
    people = [
        msgspec.structs.replace(one, is_direct_worker=one.group_id == "")
        for one in delegates(8, 2, ungrouped=20)
    ]
    conference = a_sound_conference(groups=groups(8, 2))
    (low,) = found(FindingCode.DELEGATES_SHARE_LOW, conference, people, with_direct_workers())
    assert (low.params["count"], low.params["base"], low.params["least"]) == (0, 10, 7)
    assert low.params["counts"] == "Lao động trực tiếp"


def test_a_limit_may_count_one_group_by_its_key() -> None:
    heroes = ParticipantGroup(
        id=ident(14), name="Anh hùng", key="veterans", kind=GroupKind.EXEMPLAR, target=11
    )
    text = GroupText(key="veterans", name="Đại biểu Anh hùng", kind=GroupKind.EXEMPLAR)
    pack = a_pack(limits=(a_limit(counts=("veterans",)),), shares=(), groups=(text,))
    conference = a_sound_conference(groups=(*groups(140, 60), heroes))
    (over,) = found(FindingCode.TARGETS_OVER_LIMIT, conference, pack=pack)
    assert (over.params["count"], over.params["counts"]) == (11, "Đại biểu Anh hùng")


@pytest.mark.parametrize(
    ("share", "bound", "base", "tolerance", "allowed"),
    [
        ("1/3", Bound.AT_LEAST, 9, "0%", (3, 9)),
        ("1/3", Bound.AT_LEAST, 10, "0%", (4, 10)),
        ("1/3", Bound.AT_MOST, 10, "0%", (0, 3)),
        ("1/3", Bound.EXACTLY, 9, "0%", (3, 3)),
        ("1/3", Bound.EXACTLY, 10, "0%", (3, 4)),
        ("70%", Bound.ABOUT, 200, "5%", (130, 150)),
        ("70%", Bound.EXACTLY, 200, "5%", (140, 140)),
        ("70%", Bound.ABOUT, 1, "0%", (0, 1)),
        ("3%", Bound.ABOUT, 100, "5%", (0, 8)),
        ("98%", Bound.ABOUT, 100, "5%", (93, 100)),
        ("0%", Bound.AT_MOST, 100, "0%", (0, 0)),
        ("100%", Bound.AT_LEAST, 100, "0%", (100, 100)),
        ("1/3", Bound.AT_LEAST, 0, "0%", (0, 0)),
    ],
)
def test_a_share_is_turned_into_whole_heads(
    share: str, bound: Bound, base: int, tolerance: str, allowed: tuple[int, int]
) -> None:
    assert heads_allowed(share, bound, base, tolerance) == allowed
