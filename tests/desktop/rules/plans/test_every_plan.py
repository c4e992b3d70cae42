"""What holds for every plan that ships with the program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from db.records import Conference
from desktop.documents.fonts import missing_glyphs, serif
from desktop.paths import resource
from desktop.rules.findings import Severity
from desktop.rules.load import decode_pack, shipped_packs
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_part import PackPart, Rule
from desktop.rules.texts import fill, text_values
from desktop.rules.write import encode_pack
from tests.builders import an_office
from tests.desktop.rules.plans.conferences import SHARES, SOUND_DAYS, Plan

PACKS = shipped_packs()
LEVELS = [(pack.id, level.id) for pack in PACKS for level in pack.levels]
FORMS = [
    (pack.id, level.id, form.id) for pack in PACKS for level in pack.levels for form in level.forms
]
PILOT_DAYS = {  # a day in each pilot's own window
    ("kon-tum-2019", "commune", "pilot"): date(2020, 2, 10),
    ("kon-tum-2019", "district", "pilot"): date(2020, 4, 10),
    ("kon-tum-2019", "enterprise", "pilot"): date(2020, 4, 10),
    ("kon-tum-2019", "department", "pilot"): date(2020, 5, 20),
    ("hung-yen-2019", "district", "kim-dong"): date(2020, 6, 10),
    ("soc-trang-2019", "enterprise", "pilot"): date(2020, 2, 10),
    ("soc-trang-2019", "department", "pilot"): date(2020, 2, 10),
    ("soc-trang-2019", "district", "pilot"): date(2020, 2, 10),
}


def texts_of(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from texts_of(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts_of(value)


def rules_of(node: Any) -> Iterator[Rule]:
    if isinstance(node, Rule):
        yield node
    if isinstance(node, PackPart):
        for name in node.__struct_fields__:
            yield from rules_of(getattr(node, name))
    elif isinstance(node, tuple):
        for value in node:
            yield from rules_of(value)


def a_level(pack_id: str, level_id: str) -> tuple[Plan, Level]:
    plan = Plan(pack_id)
    return plan, plan.level(level_id)


def test_the_four_plans_ship() -> None:
    assert {pack.id: sorted(level.id for level in pack.levels) for pack in PACKS} == {
        pack_id: sorted(days) for pack_id, days in SOUND_DAYS.items()
    }


@pytest.mark.parametrize(("pack_id", "level_id", "form_id"), FORMS)
def test_what_a_level_proposes_agrees_with_its_plan(
    pack_id: str, level_id: str, form_id: str
) -> None:
    plan, _ = a_level(pack_id, level_id)
    findings = plan.findings(plan.conference(level_id, form_id=form_id))
    assert [one.code for one in findings if one.severity is not Severity.ADVISORY] == []
    assert [one.code for one in findings if one.code in SHARES] == []
    assert [one.field for one in findings if one.code.value == "section-empty"] == []


@pytest.mark.parametrize(("pack_id", "level_id", "exception_id"), PILOT_DAYS)
def test_what_a_pilot_proposes_agrees_with_its_plan(
    pack_id: str, level_id: str, exception_id: str
) -> None:
    plan, level = a_level(pack_id, level_id)
    day = PILOT_DAYS[pack_id, level_id, exception_id]
    (exception,) = [one for one in level.exceptions if one.id == exception_id]
    unit = {"unit_id": exception.units[0]} if exception.units else {"exception_id": exception_id}
    findings = plan.findings(plan.conference(level_id, day, **unit))
    assert [one.code for one in findings if one.is_binding] == []


def test_every_exception_has_been_tried() -> None:
    exceptions = {
        (pack.id, level.id, one.id)
        for pack in PACKS
        for level in pack.levels
        for one in level.exceptions
    }
    assert exceptions == PILOT_DAYS.keys()


def stored_texts(conference: Conference) -> str:
    return "\n".join(texts_of(msgspec.to_builtins(conference)))


@pytest.mark.parametrize(("pack_id", "level_id"), LEVELS)
def test_every_placeholder_is_filled(pack_id: str, level_id: str) -> None:
    plan, level = a_level(pack_id, level_id)
    conference = plan.conference(level_id)
    assert not re.search(r"[{}]", stored_texts(conference))
    values = text_values(conference, plan.pack, an_office(), level.forms[0])
    values["date"] = "ngày 20 tháng 3 năm 2020"  # of the paper that shows it
    whole = [fill(text, values) for text in texts_of(msgspec.to_builtins(plan.pack))]
    assert not re.search(r"[{}]", "\n".join(whole))


@pytest.mark.parametrize(("pack_id", "level_id"), LEVELS)
def test_an_office_gets_a_whole_plan(pack_id: str, level_id: str) -> None:
    plan, level = a_level(pack_id, level_id)
    conference = plan.conference(level_id)
    assert len(conference.bases) >= 2
    assert len(conference.purposes) >= 2
    assert len(conference.requirements) >= 3
    assert len(conference.tasks) >= 4
    assert conference.movements
    assert conference.introduction
    assert len(conference.composition) >= 2
    assert len(conference.assignments) >= 4
    assert all(one.duties for one in conference.assignments)
    assert len(conference.recipients) >= 6
    assert conference.recipients[-1].startswith("Lưu: VT")
    assert len(level.texts.title_lines.lines) >= 2


@pytest.mark.parametrize(("pack_id", "level_id"), LEVELS)
def test_a_text_names_the_event_as_its_title_does(pack_id: str, level_id: str) -> None:
    plan, _ = a_level(pack_id, level_id)
    conference = plan.conference(level_id)
    titles = [item.title for item in conference.programme]
    noun = "Đại hội" if conference.title.startswith("Đại hội") else "Hội nghị"
    other = "Hội nghị" if noun == "Đại hội" else "khai mạc Đại hội"
    assert any(f"bế mạc {noun}" in title for title in titles)
    assert not any(other in title for title in titles)


@pytest.mark.parametrize(("pack_id", "level_id"), LEVELS)
def test_the_programme_fits_a_half_day(pack_id: str, level_id: str) -> None:
    plan, level = a_level(pack_id, level_id)
    minutes = [item.minutes for item in plan.conference(level_id).programme]
    assert level.sessions is not None
    assert all(minutes)
    assert sum(minutes) <= level.sessions.half_day_minutes


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_rule_names_its_clause_and_its_words(pack: RulePack) -> None:
    rules = list(rules_of(pack))
    assert len(rules) >= 6
    for rule in rules:
        assert rule.clause, rule
        assert 3 <= len(rule.words) <= 160, rule


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_no_two_findings_of_a_level_look_alike(pack: RulePack) -> None:
    """Where two rules have the same words, an officer cannot tell which of them speaks."""
    for level in pack.levels:
        said = [(type(rule), rule.clause, rule.words) for rule in rules_of(level)]
        assert len(said) == len(set(said)), level.id


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_its_file_is_nfc_in_one_spelling_and_can_be_printed(pack: RulePack) -> None:
    text = resource("rulepacks", f"{pack.id}.toml").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert missing_glyphs("".join(texts_of(msgspec.to_builtins(pack))), serif()) == ""
    for wrong in ("Hoà", "hoá", "Uỷ", "uỷ ", "thuỷ", "diễn hình", "  ", "\t"):
        assert wrong not in "\n".join(texts_of(msgspec.to_builtins(pack))), wrong


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_it_says_where_it_comes_from_and_when_it_holds(pack: RulePack) -> None:
    assert pack.source
    assert pack.upper_event
    assert pack.upper_plan is not None
    assert pack.upper_plan.number
    first, last = pack.validity.first, pack.validity.last
    assert first is not None
    assert last is not None
    assert all(first <= day <= last for day in SOUND_DAYS[pack.id].values())


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_it_survives_being_written(pack: RulePack) -> None:
    assert decode_pack(encode_pack(pack)) == pack
