from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from db.records import Conference, Delegate, Office, WizardStep
from desktop.rules.check import check, check_file
from desktop.rules.findings import FindingCode, Severity
from tests.builders import a_conference, a_file, an_office, ident
from tests.desktop.rules.cases import a_sound_conference, binh_hoa, delegates, findings


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


_TEXT = st.text(max_size=6)


@given(
    st.builds(
        Conference,
        id=st.just(ident(10)),
        office_id=st.just(ident(1)),
        level_id=st.sampled_from(["", "commune"]),
        form_id=_TEXT,
        title=_TEXT,
        signer_id=st.sampled_from(["", ident(2)]),
    ),
    st.lists(
        st.builds(
            Delegate,
            id=st.just(ident(7)),
            conference_id=st.just(ident(10)),
            name=_TEXT,
            group_id=st.sampled_from(["", ident(12)]),
            birth=st.none(),
        ),
        max_size=4,
    ),
    st.none() | st.builds(Office, id=st.just(ident(1)), name=_TEXT, issuer=_TEXT),
)
def test_any_conference_can_be_checked(
    conference: Conference, people: list[Delegate], office: Office | None
) -> None:
    first = check(conference, people, binh_hoa(), office)
    assert first == check(conference, people, binh_hoa(), office)
    assert first
