"""Presence, eligibility and the places of the units."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from db.records import Delegate, GroupKind, ParticipantGroup, Session, WizardStep
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import (
    AgeTrait,
    EligibilityRule,
    FlagTrait,
    GroupText,
    HonourTrait,
    PersonFlag,
    PresenceNeed,
    PresenceRule,
    QuotaMethod,
    QuotaRule,
    UnitQuota,
)
from tests.builders import a_delegate, ident
from tests.desktop.rules.cases import (
    a_plan,
    a_sound_conference,
    a_unit,
    delegates,
    found,
    groups,
)

SAID: dict[str, Any] = {"clause": "II.3", "words": "theo kế hoạch"}
HEROES = HonourTrait(key="heroes", name="Anh hùng", any_of=("Anh hùng Lao động",))
MODELS = HonourTrait(key="models", name="Chiến sĩ thi đua", any_of=("Chiến sĩ thi đua",))
WOMEN = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)
YOUNG = AgeTrait(key="young", name="Trẻ", at_most=35)
UNITS = (a_unit("tan-an", "Xã Tân An"), a_unit("hoa-an", "Xã Hòa An"))


def a_plan_of_people(*, units: tuple[Any, ...] = UNITS, **level_fields: Any) -> RulePack:
    bare: dict[str, Any] = {"limits": (), "shares": ()}
    of = {"traits": (HEROES, MODELS, WOMEN, YOUNG), "units": units}
    return a_plan(of=of, **(bare | level_fields))


def people(*fields: dict[str, Any]) -> tuple[Delegate, ...]:
    return tuple(a_delegate(place, **one) for place, one in enumerate(fields, start=1))


def one_of(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def needing(*counts: str, **fields: Any) -> RulePack:
    rule = PresenceRule(**(SAID | {"counts": counts} | fields))
    heroes = GroupText(key="hero-group", name="Nhóm Anh hùng", kind=GroupKind.EXEMPLAR)
    return a_plan_of_people(presence=(rule,), groups=(heroes,))


def absent(pack: RulePack, *listed: Delegate, **fields: Any) -> tuple[Finding, ...]:
    conference = a_sound_conference(**({"groups": groups(8, 2)} | fields))
    return found(FindingCode.DELEGATES_ABSENT, conference, listed, pack)


@pytest.mark.parametrize(("heroes", "is_short"), [(0, True), (1, True), (2, False), (3, False)])
def test_so_many_have_to_be_on_the_list(heroes: int, is_short: bool) -> None:
    listed = people(*[{"honours": ("AHLĐ",)}] * heroes, {}, {})
    assert bool(absent(needing("heroes", at_least=2), *listed)) is is_short


def test_who_is_missing_is_said_with_the_clause() -> None:
    finding = one_of(absent(needing("heroes", "women", at_least=2), *people({}, {})))
    assert (finding.severity, finding.step) == (Severity.ADVISORY, WizardStep.PARTICIPANTS)
    assert (finding.field, finding.clause) == ("delegates", "II.3")
    assert finding.params == {
        "count": 0,
        "limit": 2,
        "counts": "Anh hùng + Nữ",
        "words": "theo kế hoạch",
    }
    binding = one_of(absent(needing("heroes", is_binding=True), *people({})))
    assert binding.severity is Severity.BINDING


@pytest.mark.parametrize("need", [PresenceNeed.IF_ANY, PresenceNeed.STRESSED])
def test_who_is_invited_if_there_are_any_or_only_stressed_is_never_missed(
    need: PresenceNeed,
) -> None:
    assert absent(needing("heroes", need=need, is_binding=True), *people({})) == ()


def test_without_a_list_the_groups_must_leave_room() -> None:
    pack = needing("hero-group", at_least=2)
    heroes = ParticipantGroup(
        id=ident(14), name="Nhóm Anh hùng", key="hero-group", kind=GroupKind.EXEMPLAR, target=1
    )
    finding = one_of(absent(pack, groups=(*groups(8, 2), heroes)))
    assert (finding.field, finding.params["count"]) == ("groups", 1)
    roomy = msgspec.structs.replace(heroes, target=2)
    assert absent(pack, groups=(*groups(8, 2), roomy)) == ()


def test_groups_that_tell_too_little_are_not_blamed() -> None:
    assert absent(needing("hero-group"), groups=groups(8, None)) == ()
    assert absent(needing("hero-group"), groups=()) == ()
    assert absent(needing("heroes"), groups=groups(8, 2)) == ()


def eligible(*any_of: str, of: tuple[str, ...] = ("exemplar",), **fields: Any) -> RulePack:
    rule = EligibilityRule(**(SAID | {"of": of, "any_of": any_of} | fields))
    return a_plan_of_people(eligibility=(rule,))


def unfit(pack: RulePack, *listed: Delegate, **fields: Any) -> tuple[Finding, ...]:
    conference = a_sound_conference(**({"groups": groups(8, 2)} | fields))
    return found(FindingCode.DELEGATES_NOT_ELIGIBLE, conference, listed, pack)


def test_each_exemplar_must_hold_one_of_the_honours() -> None:
    listed = people(
        {"honours": ("CSTĐ cơ sở",)},
        {"honours": ("Giấy khen", "AHLĐ")},
        {"name": "Y Wang Niê", "honours": ("Giấy khen",)},
        {"group_id": ident(13), "honours": ()},
        {"group_id": "", "honours": ()},
    )
    finding = one_of(unfit(eligible("models", "heroes"), *listed))
    assert (finding.severity, finding.field) == (Severity.BINDING, f"delegates:{ident(1003)}")
    assert finding.params == {
        "count": 1,
        "names": "Y Wang Niê",
        "counts": "Chiến sĩ thi đua + Anh hùng",
        "words": "theo kế hoạch",
    }
    assert unfit(eligible("models", "heroes"), *listed[:2], *listed[3:]) == ()


def test_only_the_first_are_named_and_all_are_counted() -> None:
    listed = people(*({"name": f"Nguyễn Văn {letter}"} for letter in "ABCDE"))
    finding = one_of(unfit(eligible("models", is_binding=False), *listed))
    assert finding.severity is Severity.ADVISORY
    assert finding.params["count"] == 5
    assert finding.params["names"] == "Nguyễn Văn A, Nguyễn Văn B, Nguyễn Văn C"


def test_a_group_may_make_somebody_eligible() -> None:
    assert unfit(eligible("models", "guest", of=("exemplar", "guest")), *people({})) != ()
    guest = a_delegate(1, group_id=ident(13))
    assert unfit(eligible("models", "guest", of=("exemplar", "guest")), guest) == ()


def test_nobody_on_the_list_is_nobody_unfit() -> None:
    assert unfit(eligible("models")) == ()


def test_nobody_is_too_old_before_the_day_is_chosen() -> None:
    undated = (Session(id=ident(11)),)
    assert unfit(eligible("young"), *people({}), sessions=undated) == ()
    assert unfit(eligible("young"), *people({})) != ()


def with_places(*, units: tuple[Any, ...] = UNITS, **fields: Any) -> RulePack:
    typed = (UnitQuota(unit="tan-an", places=2), UnitQuota(unit="hoa-an", places=1, alternates=1))
    rule = QuotaRule(**(SAID | {"units": typed} | fields))
    return a_plan_of_people(quotas=(rule,), units=units)


def quota_findings(pack: RulePack, *units: str, **fields: Any) -> list[tuple[str, str, int]]:
    listed = people(*({"unit": unit} | fields for unit in units))
    conference = a_sound_conference(groups=groups(8, 2))
    return [
        (finding.code.value, str(finding.params["unit"]), int(str(finding.params["count"])))
        for code in (
            FindingCode.QUOTA_OVER,
            FindingCode.QUOTA_UNDER,
            FindingCode.QUOTA_UNIT_UNKNOWN,
        )
        for finding in found(code, conference, listed, pack)
    ]


def test_a_list_that_fills_every_place_agrees() -> None:
    assert quota_findings(with_places(), "Xã Tân An", " XÃ  tân an", "Xã Hòa An") == []


def test_more_and_fewer_than_the_places_are_told_apart() -> None:
    assert quota_findings(with_places(), "Xã Tân An", "Xã Hòa An", "Xã Hòa An") == [
        ("quota-over", "Xã Hòa An", 2),
        ("quota-under", "Xã Tân An", 1),
    ]


def test_too_many_bind_and_too_few_are_asked_for() -> None:
    listed = people({"unit": "Xã Hòa An"}, {"unit": "Xã Hòa An"})
    conference = a_sound_conference(groups=groups(8, 2))
    over = one_of(found(FindingCode.QUOTA_OVER, conference, listed, with_places()))
    under = one_of(found(FindingCode.QUOTA_UNDER, conference, listed, with_places()))
    assert (over.severity, under.severity) == (Severity.BINDING, Severity.ADVISORY)
    assert (over.clause, over.field) == ("II.3", "delegates")
    assert over.params == {
        "unit": "Xã Hòa An",
        "count": 2,
        "places": 1,
        "words": "theo kế hoạch",
    }
    soft = with_places(is_binding=False)
    assert one_of(found(FindingCode.QUOTA_OVER, conference, listed, soft)).severity is (
        Severity.ADVISORY
    )


def test_a_unit_without_places_is_named_as_it_was_typed() -> None:
    units = ("Xã Tân An", "Xã Tân An", "Xã Hòa An", "Xã Lạ", "xã lạ", "")
    assert quota_findings(with_places(), *units) == [
        ("quota-unit-unknown", "", 1),
        ("quota-unit-unknown", "Xã Lạ", 2),
    ]


def test_only_those_take_places_whom_the_rule_counts() -> None:
    full = ("Xã Tân An", "Xã Tân An", "Xã Hòa An")
    assert quota_findings(with_places(counts=("guest",)), *full, group_id=ident(13)) == []
    assert quota_findings(with_places(counts=("guest",)), *full, group_id=ident(12)) == [
        ("quota-under", "Xã Tân An", 0),
        ("quota-under", "Xã Hòa An", 0),
    ]


def test_places_that_are_shared_out_are_held_against_the_list_too() -> None:
    shares = (UnitQuota(unit="tan-an", base=9000), UnitQuota(unit="hoa-an", base=1000))
    pack = with_places(method=QuotaMethod.SHARED, total=3, floor=1, units=UNITS)
    rule = msgspec.structs.replace(pack.levels[0].quotas[0], units=shares)
    pack = a_plan_of_people(quotas=(rule,))
    assert quota_findings(pack, "Xã Tân An", "Xã Tân An", "Xã Hòa An") == []
    assert quota_findings(pack, "Xã Tân An", "Xã Hòa An") == [("quota-under", "Xã Tân An", 1)]


def test_units_of_one_name_share_their_places() -> None:
    namesakes = (a_unit("tan-an", "Xã Tân An"), a_unit("hoa-an", "Xã Tân An"))
    pack = with_places(units=namesakes)
    assert quota_findings(pack, "Xã Tân An", "Xã Tân An", "Xã Tân An") == []
    assert quota_findings(pack, "Xã Tân An") == [("quota-under", "Xã Tân An", 1)]


def test_places_wait_for_a_list() -> None:
    assert quota_findings(with_places()) == []


def test_a_level_without_such_rules_asks_nothing_of_people() -> None:
    conference = a_sound_conference(groups=groups(8, 2))
    listed = delegates(8, 2)
    for code in (FindingCode.DELEGATES_ABSENT, FindingCode.QUOTA_UNDER):
        assert found(code, conference, listed, a_plan_of_people()) == ()
        assert found(code, a_sound_conference(level_id="province"), listed) == ()
