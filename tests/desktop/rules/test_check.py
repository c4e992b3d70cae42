from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import Conference, WizardStep
from desktop.rules.check import check, check_file
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import RulePack
from desktop.rules.proposal import propose
from desktop.sentences.findings import finding_sentence
from tests.builders import a_conference, a_file, an_office, ident
from tests.desktop.rules.any_pack import any_conference, any_pack
from tests.desktop.rules.cases import (
    a_sound_conference,
    binh_hoa,
    delegates,
    findings,
    numbered_ids,
)


def test_a_conference_that_agrees_has_no_finding() -> None:
    assert findings(a_sound_conference()) == ()


def test_an_empty_conference_is_checked_whole() -> None:
    bare = Conference(id=ident(10), office_id=ident(1))
    codes = {finding.code for finding in findings(bare)}
    assert FindingCode.LEVEL_UNKNOWN in codes
    assert FindingCode.SIGNER_MISSING in codes


def test_without_a_pack_only_the_papers_own_needs_are_checked() -> None:
    conference = a_sound_conference(venue="")
    codes = [finding.code for finding in check(conference, (), None, an_office())]
    assert codes == [FindingCode.RULES_MISSING, FindingCode.VENUE_MISSING]


def test_an_unknown_level_is_binding() -> None:
    (first, *_) = findings(a_sound_conference(level_id="province"))
    assert first.code is FindingCode.LEVEL_UNKNOWN
    assert first.severity is Severity.BINDING


def test_findings_come_in_the_order_of_the_wizard() -> None:
    steps = list(WizardStep)
    found_steps = [
        steps.index(finding.step)
        for finding in findings(Conference(id=ident(10), office_id=ident(1)), delegates(1, 0))
    ]
    assert all(one <= next_one for one, next_one in pairwise(found_steps))


def test_every_field_named_is_one_of_the_conference() -> None:
    names = {*Conference.__struct_fields__, "delegates"}
    everything = findings(a_conference(level_id="commune"), delegates(150, 10, 60))
    assert {finding.field.partition(":")[0] for finding in everything} <= names


def test_findings_become_json() -> None:
    conference = a_sound_conference(issued_on=date(2025, 3, 21))
    (finding,) = findings(conference)
    assert b'"issued_on":"2025-03-21"' in msgspec.json.encode(finding)


def test_a_file_is_checked_like_its_parts() -> None:
    file = a_file(*delegates(3, 1), conference=a_sound_conference())
    assert check_file(file, binh_hoa()) == findings(file.conference, file.delegates)


@settings(max_examples=60)
@given(st.data(), st.none() | any_pack(), st.booleans())
def test_any_conference_can_be_checked_against_any_pack(
    data: st.DataObject, pack: RulePack | None, has_office: bool
) -> None:
    conference, people = data.draw(any_conference(pack))
    office = an_office() if has_office else None
    first = check(conference, people, pack, office)
    assert first == check(conference, people, pack, office)
    assert all(finding_sentence(one) for one in first)


@given(any_pack(), st.data())
def test_a_fresh_conference_of_any_pack_can_be_checked(pack: RulePack, data: st.DataObject) -> None:
    level = data.draw(st.sampled_from(pack.levels))
    bare = Conference(id=ident(10), office_id=ident(1), rule_pack_id=pack.id, level_id=level.id)
    conference = propose(bare, pack, an_office(), numbered_ids())
    codes = {finding.code for finding in check(conference, (), pack, an_office())}
    assert FindingCode.LEVEL_UNKNOWN not in codes
    assert FindingCode.PROGRAMME_ITEM_MISSING not in codes
