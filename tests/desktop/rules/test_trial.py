from __future__ import annotations

from msgspec.structs import replace

from desktop.rules.check import check
from desktop.rules.findings import FindingCode
from desktop.rules.trial import under
from tests.builders import a_conference, an_office
from tests.desktop.rules.every_shape import every_shape


def test_a_conference_is_held_to_another_plan_and_keeps_what_was_typed() -> None:
    pack = every_shape()
    level = pack.levels[0]
    conference = a_conference(rule_pack_id="binh-hoa-2024", unit_id="unheard", exception_id="pilot")
    tried = under(conference, pack, level)
    assert (tried.rule_pack_id, tried.rule_pack_version) == (pack.id, pack.version)
    assert (tried.level_id, tried.unit_id, tried.exception_id) == (level.id, "", "")
    assert tried.groups == conference.groups
    codes = {finding.code for finding in check(tried, (), pack, an_office())}
    assert FindingCode.RULES_MISSING not in codes
    assert FindingCode.LEVEL_UNKNOWN not in codes


def test_a_unit_of_the_level_stays_chosen() -> None:
    pack = every_shape()
    unit = pack.units[0]
    level = pack.level(unit.level)
    assert level is not None
    assert under(a_conference(unit_id=unit.id), pack, level).unit_id == unit.id
    other = next(one for one in pack.levels if one.id != unit.level)
    assert under(a_conference(unit_id=unit.id), pack, other).unit_id == ""


def test_the_form_is_the_same_or_the_one_the_title_names_or_the_only_one() -> None:
    pack = every_shape()
    level = next(one for one in pack.levels if len(one.forms) > 1)
    first, second = level.forms[:2]
    assert under(a_conference(form_id=second.id), pack, level).form_id == second.id
    titled = a_conference(title=f"{first.name} năm 2030", form_id="unheard")
    assert under(titled, pack, replace(level, forms=(first, second))).form_id in {first.id, ""}
    untitled = a_conference(title="", form_id="unheard")
    assert under(untitled, pack, level).form_id == ""
    assert under(untitled, pack, replace(level, forms=(first,))).form_id == first.id
