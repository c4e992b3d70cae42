"""Who presides and who prepares, beside the plan."""

from __future__ import annotations

from typing import Any

import pytest

from db.records import CommitteeMember, PresidiumMember, PresidiumRole, WizardStep
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import RulePack
from desktop.rules.pack_event import CommitteeRule, PresidiumRule
from desktop.rules.pack_part import Bound
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, findings, found

SAID: dict[str, Any] = {"clause": "II.4", "words": "từ 5 đến 9 người"}


def members(count: int, exemplars: int = 0, secretaries: int = 0) -> tuple[PresidiumMember, ...]:
    return tuple(
        PresidiumMember(
            id=ident(100 + place),
            name=f"Nguyễn Văn {place}",
            role=PresidiumRole.MEMBER if place < count else PresidiumRole.SECRETARY,
            is_exemplar=place < exemplars or place >= count,
        )
        for place in range(count + secretaries)
    )


def presided(**fields: Any) -> RulePack:
    return a_pack(presidium=PresidiumRule(**(SAID | fields)))


def codes(pack: RulePack, presidium: tuple[PresidiumMember, ...]) -> list[FindingCode]:
    return [one.code for one in findings(a_sound_conference(presidium=presidium), pack=pack)]


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        (4, [FindingCode.PRESIDIUM_TOO_FEW]),
        (5, []),
        (9, []),
        (10, [FindingCode.PRESIDIUM_TOO_MANY]),
    ],
)
def test_a_presidium_has_so_many_members(count: int, wanted: list[FindingCode]) -> None:
    pack = presided(at_least=5, at_most=9)
    assert codes(pack, members(count)) == wanted
    assert codes(pack, members(count, secretaries=3)) == wanted


def test_what_is_wrong_with_a_presidium_is_said_with_its_clause() -> None:
    pack = presided(at_least=5, name="Đoàn Chủ tọa")
    (few,) = findings(a_sound_conference(presidium=members(1)), pack=pack)
    assert (few.severity, few.step, few.field) == (
        Severity.BINDING,
        WizardStep.COMMITTEES,
        "presidium",
    )
    assert few.clause == "II.4"
    assert few.params == {
        "name": "Đoàn Chủ tọa",
        "count": 1,
        "limit": 5,
        "words": "từ 5 đến 9 người",
    }


def test_a_presidium_that_only_advises_makes_advice() -> None:
    pack = presided(at_most=1, is_binding=False)
    (many,) = findings(a_sound_conference(presidium=members(2)), pack=pack)
    assert many.severity is Severity.ADVISORY


@pytest.mark.parametrize("presidium", [(), members(0, secretaries=2)])
def test_a_presidium_nobody_is_in_yet_is_asked_for(
    presidium: tuple[PresidiumMember, ...],
) -> None:
    pack = presided(at_least=5, share="1/3")
    (missing,) = findings(a_sound_conference(presidium=presidium), pack=pack)
    assert missing.code is FindingCode.PRESIDIUM_MISSING
    assert missing.severity is Severity.ADVISORY


@pytest.mark.parametrize(
    ("bound", "count", "exemplars", "wanted"),
    [
        (Bound.AT_LEAST, 9, 2, [FindingCode.PRESIDIUM_SHARE_LOW]),
        (Bound.AT_LEAST, 9, 3, []),
        (Bound.AT_LEAST, 9, 9, []),
        (Bound.AT_LEAST, 7, 2, [FindingCode.PRESIDIUM_SHARE_LOW]),
        (Bound.AT_LEAST, 7, 3, []),
        (Bound.AT_LEAST, 1, 0, [FindingCode.PRESIDIUM_SHARE_LOW]),
        (Bound.AT_MOST, 9, 3, []),
        (Bound.AT_MOST, 9, 4, [FindingCode.PRESIDIUM_SHARE_HIGH]),
        (Bound.ABOUT, 7, 2, []),
        (Bound.ABOUT, 7, 3, []),
        (Bound.EXACTLY, 7, 1, [FindingCode.PRESIDIUM_SHARE_LOW]),
        (Bound.EXACTLY, 7, 4, [FindingCode.PRESIDIUM_SHARE_HIGH]),
    ],
)
def test_a_third_of_the_members_are_exemplars(
    bound: Bound, count: int, exemplars: int, wanted: list[FindingCode]
) -> None:
    pack = presided(share="1/3", share_bound=bound)
    assert codes(pack, members(count, exemplars, secretaries=1)) == wanted


def test_a_share_names_the_heads_that_would_agree() -> None:
    low, high = presided(share="1/3"), presided(share="1/3", share_bound=Bound.AT_MOST)
    (few,) = findings(a_sound_conference(presidium=members(7, 1)), pack=low)
    (many,) = findings(a_sound_conference(presidium=members(7, 5)), pack=high)
    assert (few.params["exemplars"], few.params["limit"], few.params["count"]) == (1, 3, 7)
    assert (many.params["exemplars"], many.params["limit"], many.params["count"]) == (5, 2, 7)


def committee(*subcommittees: str) -> tuple[CommitteeMember, ...]:
    return tuple(
        CommitteeMember(id=ident(200 + place), name="Y Wang Niê", subcommittee=name)
        for place, name in enumerate(subcommittees)
    )


def prepared(**fields: Any) -> RulePack:
    names = ("Tiểu ban Nội dung", "Tiểu ban Tuyên truyền")
    return a_pack(committee=CommitteeRule(**(SAID | {"subcommittees": names} | fields)))


@pytest.mark.parametrize(
    ("subcommittees", "missing"),
    [
        (("tiểu ban  nội dung", "Tiểu ban Tuyên truyền", ""), []),
        (("Tiểu ban Nội dung",), ["Tiểu ban Tuyên truyền"]),
        (("Tiểu ban Phục vụ",), ["Tiểu ban Nội dung", "Tiểu ban Tuyên truyền"]),
        ((), []),
    ],
)
def test_every_subcommittee_of_the_plan_has_members_once_there_are_some(
    subcommittees: tuple[str, ...], missing: list[str]
) -> None:
    conference = a_sound_conference(committee=committee(*subcommittees))
    result = found(FindingCode.SUBCOMMITTEE_MISSING, conference, pack=prepared())
    assert [one.params["name"] for one in result] == missing
    assert {(one.field, one.clause, one.severity) for one in result} <= {
        ("committee", "II.4", Severity.BINDING)
    }


def test_a_committee_without_subcommittees_is_free() -> None:
    conference = a_sound_conference(committee=committee(""))
    assert findings(conference, pack=prepared(subcommittees=())) == ()
    (soft, *_) = findings(conference, pack=prepared(is_binding=False))
    assert soft.severity is Severity.ADVISORY
