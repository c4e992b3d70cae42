from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import GroupKind, ParticipantGroup
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import RulePack
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import CountedKind, LimitRule, ShareRule
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
