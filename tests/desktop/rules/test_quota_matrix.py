"""The places of units beside the people listed."""

from __future__ import annotations

from typing import Any

import pytest

from db.records import (
    BirthDate,
    Conference,
    Delegate,
    Gender,
    GroupKind,
    ParticipantGroup,
    Quota,
    Session,
)
from desktop.rules.built_in_traits import built_in_flag, every_trait
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import (
    AgeTrait,
    FlagTrait,
    HonourTrait,
    PersonFlag,
    QuotaRule,
    UnitQuota,
)
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from desktop.rules.quota_matrix import (
    CellState,
    QuotaCell,
    QuotaMatrix,
    people_of_cell,
    quota_matrix,
)
from tests.builders import a_conference, a_delegate, ident
from tests.desktop.rules.cases import a_plan, a_unit, binh_hoa

EXEMPLARS, GUESTS = ident(12), ident(13)
HEROES = HonourTrait(key="heroes", name="Anh hùng", any_of=("Anh hùng Lao động",))
WOMEN = FlagTrait(key="women", name="Phụ nữ", flag=PersonFlag.WOMAN)
YOUNG = AgeTrait(key="young", name="Trẻ", at_most=35)
UNITS = (a_unit("tan-an", "Xã Tân An"), a_unit("hoa-an", "Xã Hòa An"))
PEOPLE = (
    a_delegate(1, unit="Thôn 2", gender=Gender.FEMALE),
    a_delegate(2, unit=" thôn 2 ", group_id=GUESTS),
    a_delegate(3, unit="Thôn 1", honours=("Anh hùng Lao động",)),
    a_delegate(4, unit="", group_id=""),
)


def a_rule(*counts: str, **fields: Any) -> QuotaRule:
    bare = {"clause": "II.3", "words": "theo phân bổ", "counts": counts}
    units = (UnitQuota(unit="tan-an", places=4), UnitQuota(unit="hoa-an", places=6))
    return QuotaRule(**({"units": units} | bare | fields))


def under(*rules: QuotaRule, units: tuple[Any, ...] = UNITS) -> RulePack:
    return a_plan(of={"traits": (HEROES, WOMEN, YOUNG), "units": units}, quotas=rules)


def a_case(**fields: Any) -> Conference:
    return a_conference(**({"level_id": binh_hoa().levels[0].id} | fields))


def matrix(*people: Delegate, pack: RulePack | None = None, **fields: Any) -> QuotaMatrix:
    return quota_matrix(a_case(**fields), people, pack)


def column(found: QuotaMatrix, kind: ColumnKind, key: str = "") -> int:
    return next(
        place for place, one in enumerate(found.columns) if (one.kind, one.key) == (kind, key)
    )


def cells(found: QuotaMatrix, kind: ColumnKind, key: str = "") -> dict[str, QuotaCell]:
    place = column(found, kind, key)
    return {line.unit: line.cells[place] for line in found.lines}


def test_people_are_counted_by_unit_and_group_whatever_the_case_of_the_name() -> None:
    found = matrix(*PEOPLE)
    assert [line.unit for line in found.lines] == ["Thôn 1", "Thôn 2", ""]
    used = {unit: cell.used for unit, cell in cells(found, ColumnKind.WHOLE).items()}
    assert used == {"Thôn 1": 1, "Thôn 2": 2, "": 1}
    assert cells(found, ColumnKind.GROUP, EXEMPLARS)["Thôn 2"].used == 1
    assert cells(found, ColumnKind.GROUP, GUESTS)["Thôn 2"].used == 1
    assert cells(found, ColumnKind.UNGROUPED)[""].used == 1
    assert cells(found, ColumnKind.TRAIT, "woman")["Thôn 2"].used == 1
    assert found.totals.cells[0] == QuotaCell(None, 4, is_summed=True)


def test_nobody_without_a_group_means_no_column_for_them() -> None:
    found = matrix(*PEOPLE[:3])
    assert ColumnKind.UNGROUPED not in {one.kind for one in found.columns}


def test_the_office_gives_places_and_what_is_left_follows() -> None:
    quotas = (
        Quota(unit="Thôn 3", group_id=EXEMPLARS, places=2),
        Quota(unit="thôn 2", group_id=EXEMPLARS, places=1),
        Quota(unit="Thôn 2", group_id=GUESTS, places=0),
        Quota(unit="Thôn 4"),
    )
    found = matrix(*PEOPLE, quotas=quotas)
    assert [line.unit for line in found.lines] == ["Thôn 3", "thôn 2", "Thôn 4", "Thôn 1", ""]
    exemplars = cells(found, ColumnKind.GROUP, EXEMPLARS)
    assert [(one.left, one.state) for one in exemplars.values()] == [
        (2, CellState.UNDER),
        (0, CellState.FULL),
        (None, CellState.OPEN),
        (None, CellState.OPEN),
        (None, CellState.OPEN),
    ]
    guests = cells(found, ColumnKind.GROUP, GUESTS)["thôn 2"]
    assert (guests.left, guests.state) == (-1, CellState.OVER)


def test_a_unit_has_the_places_of_its_groups_unless_it_was_given_its_own_number() -> None:
    quotas = (
        Quota(unit="Thôn 1", group_id=EXEMPLARS, places=2),
        Quota(unit="Thôn 1", group_id=GUESTS, places=3),
        Quota(unit="Thôn 2", group_id=GUESTS, places=3),
        Quota(unit="Thôn 2", places=10),
        Quota(unit="Thôn 2", trait="woman", places=4),
    )
    whole = cells(matrix(quotas=quotas), ColumnKind.WHOLE)
    assert whole == {
        "Thôn 1": QuotaCell(5, 0, is_summed=True),
        "Thôn 2": QuotaCell(10, 0),
    }
    found = matrix(quotas=quotas)
    assert found.totals.cells[0].given == 15
    assert found.totals.cells[column(found, ColumnKind.TRAIT, "woman")].given == 4


def test_nothing_is_told_of_a_sum_that_some_people_have_no_part_in() -> None:
    quotas = (
        Quota(unit="Thôn 2", group_id=EXEMPLARS, places=1),
        Quota(unit="Thôn 1", group_id=EXEMPLARS, places=5),
    )
    found = matrix(*PEOPLE, quotas=quotas)
    whole = cells(found, ColumnKind.WHOLE)
    assert whole["Thôn 2"] == QuotaCell(1, 2, is_summed=True, is_partial=True)
    assert (whole["Thôn 2"].left, whole["Thôn 2"].state) == (None, CellState.OPEN)
    assert whole["Thôn 1"] == QuotaCell(5, 1, is_summed=True)
    assert found.totals.cells[0] == QuotaCell(6, 4, is_summed=True, is_partial=True)
    exemplars = found.totals.cells[column(found, ColumnKind.GROUP, EXEMPLARS)]
    assert exemplars == QuotaCell(6, 2, is_summed=True)


def test_what_was_given_to_a_group_or_trait_that_is_gone_is_passed_over() -> None:
    quotas = (Quota(unit="Thôn 1", group_id=ident(99), places=2), Quota(unit="T", trait="x"))
    found = matrix(quotas=quotas)
    assert all(cell.given is None for line in found.lines for cell in line.cells)


@pytest.mark.parametrize(
    ("counts", "kind", "key"),
    [
        (("exemplar",), ColumnKind.GROUP, EXEMPLARS),
        (("official",), ColumnKind.GROUP, EXEMPLARS),
        (("exemplar", "guest"), ColumnKind.WHOLE, ""),
        (("women",), ColumnKind.TRAIT, "women"),
        (("women", "heroes"), ColumnKind.RULE, "Phụ nữ + Anh hùng"),
        (("exemplar", "women"), ColumnKind.RULE, "exemplar + Phụ nữ"),
        (("other",), ColumnKind.RULE, "other"),
    ],
)
def test_a_quota_of_the_plan_stands_in_the_column_it_is_about(
    counts: tuple[str, ...], kind: ColumnKind, key: str
) -> None:
    groups = (
        ParticipantGroup(id=EXEMPLARS, name="Điển hình", key="official", kind=GroupKind.EXEMPLAR),
        ParticipantGroup(id=GUESTS, name="Khách mời", kind=GroupKind.GUEST),
    )
    people = (a_delegate(1, unit="Xã Hòa An", gender=Gender.FEMALE),)
    found = matrix(*people, pack=under(a_rule(*counts)), groups=groups)
    given = cells(found, kind, key)
    assert {unit: cell.given for unit, cell in given.items()} == {"Xã Tân An": 4, "Xã Hòa An": 6}
    assert all(cell.is_planned for cell in given.values())
    told = found.columns[column(found, kind, key)]
    assert (told.clause, told.words) == ("II.3", "theo phân bổ")
    assert told.can_be_given is (kind is not ColumnKind.RULE)
    assert given["Xã Hòa An"].used == (0 if counts == ("other",) else 1)


def test_the_plans_number_stands_before_the_offices() -> None:
    quotas = (Quota(unit="Xã Tân An", places=9), Quota(unit="Xã Lạ", places=1))
    found = matrix(pack=under(a_rule("exemplar", "guest")), quotas=quotas)
    assert [line.unit for line in found.lines] == ["Xã Tân An", "Xã Hòa An", "Xã Lạ"]
    whole = cells(found, ColumnKind.WHOLE)
    assert whole["Xã Tân An"] == QuotaCell(4, 0, is_planned=True)
    assert whole["Xã Lạ"] == QuotaCell(1, 0)


def test_two_quotas_of_one_column_add_up_and_units_of_one_name_share() -> None:
    units = (a_unit("a", "Xã Tân An"), a_unit("b", "xã tân an"))
    own = (UnitQuota(unit="a", places=1), UnitQuota(unit="b", places=2))
    pack = under(a_rule("women", units=own), a_rule("women", units=own[:1]), units=units)
    found = matrix(pack=pack)
    assert cells(found, ColumnKind.TRAIT, "women")["Xã Tân An"].given == 4
    assert len(found.lines) == 1


def test_a_unit_the_plan_does_not_name_goes_by_its_key() -> None:
    found = matrix(pack=under(a_rule("women"), units=()))
    assert [line.unit for line in found.lines] == ["hoa-an", "tan-an"]


def test_ages_have_their_column_once_the_year_is_known() -> None:
    person = a_delegate(1, birth=BirthDate(year=2000))
    pack = under(a_rule("young"))
    assert cells(matrix(person, pack=pack), ColumnKind.TRAIT, "young")[""].used == 1
    undated = matrix(person, pack=pack, sessions=(Session(id=ident(11)),))
    assert "young" not in {one.key for one in undated.columns}
    assert ColumnKind.RULE not in {one.kind for one in undated.columns}


def test_a_cell_leads_to_its_people() -> None:
    conference = a_case()
    found = quota_matrix(conference, PEOPLE, None)

    def ids(kind: ColumnKind, key: str = "", unit: str | None = None) -> list[str]:
        wanted = found.columns[column(found, kind, key)]
        return [one.id for one in people_of_cell(conference, PEOPLE, None, wanted, unit)]

    assert ids(ColumnKind.WHOLE, unit="Thôn 2") == [ident(1001), ident(1002)]
    assert ids(ColumnKind.GROUP, GUESTS, "Thôn 2") == [ident(1002)]
    assert ids(ColumnKind.TRAIT, "woman") == [ident(1001)]
    assert ids(ColumnKind.UNGROUPED, unit="") == [ident(1004)]


def test_people_of_a_rule_over_several_groups_are_counted_once() -> None:
    pack = under(a_rule("exemplar", "women"))
    people = (a_delegate(1, unit="Xã Tân An", gender=Gender.FEMALE),)
    key = "exemplar + Phụ nữ"
    assert cells(matrix(*people, pack=pack), ColumnKind.RULE, key)["Xã Tân An"].used == 1


def test_every_flag_of_the_list_is_a_trait_the_plans_own_first() -> None:
    traits = every_trait(under())
    assert [one.key for one in traits[:3]] == ["heroes", "women", "young"]
    assert built_in_flag(WOMEN) is None
    flags = {built_in_flag(one) for one in traits} - {None}
    assert flags == set(PersonFlag) - {PersonFlag.WOMAN}
    assert len(every_trait(None)) == len(PersonFlag)


def test_places_cannot_be_given_to_people_without_a_group() -> None:
    assert not QuotaColumn(kind=ColumnKind.UNGROUPED).can_be_given
