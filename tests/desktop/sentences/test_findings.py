from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest

from db.records import (
    Attendance,
    Conference,
    Period,
    ProgrammeItem,
    Session,
    Signer,
)
from desktop.rules.check import check
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.pack_event import SessionRule
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import CountedKind, FixedAttendance, LimitRule
from desktop.sentences.findings import finding_sentence
from tests.builders import an_office, ident
from tests.desktop.rules.cases import (
    a_pack,
    a_sound_conference,
    binh_hoa,
    delegates,
    findings,
    groups,
)

SOUND = a_sound_conference().programme
EARLY, LATE = date(2024, 12, 31), date(2025, 4, 1)


def on(*days: date | None) -> tuple[Session, ...]:
    return tuple(Session(id=ident(40 + place), day=day) for place, day in enumerate(days))


def every_finding() -> Iterator[Finding]:
    """Find one of each kind through the rules themselves, so that the facts are the real ones."""
    bare = Conference(id=ident(10), office_id=ident(1))
    backwards = Period(first_year=2025, last_year=2020)
    at_least = LimitRule(
        clause="II",
        words="từ 100 trở lên",
        bound=Bound.AT_LEAST,
        value=100,
        counts=(CountedKind.EXEMPLAR, CountedKind.OTHER, CountedKind.UNGROUPED),
    )
    two_sessions = SessionRule(clause="II", words="01 ngày", at_least=2, at_most=2)
    plenary = FixedAttendance(clause="II", words="toàn thể", attendance=Attendance.PLENARY)
    yield from check(bare, (), None)
    yield from findings(bare)
    yield from findings(msgspec.structs.replace(bare, level_id="commune"))
    for conference in (
        a_sound_conference(attendance=Attendance.PLENARY),
        a_sound_conference(period=backwards, title="Đại hội", sessions=on(EARLY, LATE)),
        a_sound_conference(sessions=on(None), issued_on=None, number=None),
        a_sound_conference(groups=groups(201, 0)),
        a_sound_conference(groups=groups(100, 100)),
        a_sound_conference(groups=groups(1, None)),
        a_sound_conference(programme=(*SOUND[1:], SOUND[0])),
        a_sound_conference(programme=(*SOUND[:4], SOUND[5], SOUND[4], *SOUND[6:])),
        a_sound_conference(programme=(ProgrammeItem(id=ident(9), title="", minutes=999),)),
        a_sound_conference(issued_on=LATE, recipients=("Trưởng 7 thôn",)),
    ):
        yield from findings(conference)
    sound = a_sound_conference(groups=groups(140, 60))
    yield from findings(sound, delegates(201, 0))
    yield from findings(sound, delegates(50, 50, 3))
    yield from findings(sound, delegates(5, 5), a_pack(limits=(at_least,)))
    yield from findings(
        a_sound_conference(groups=groups(5, 5), sessions=on()), (), a_pack(limits=(at_least,))
    )
    yield from findings(sound, (), a_pack(sessions=two_sessions, windows=(), attendance=plenary))
    yield from findings(a_sound_conference(sessions=()), (), a_pack(windows=()))
    yield from findings(
        sound, office=an_office(signers=(Signer(id=ident(2), name="Y Wang Niê", post="CHỦ TỊCH"),))
    )


FINDINGS = tuple(every_finding())


@pytest.mark.parametrize("code", list(FindingCode))
def test_every_kind_of_finding_has_a_sentence_with_all_its_facts(code: FindingCode) -> None:
    found = [finding for finding in FINDINGS if finding.code is code]
    assert found, "no case gives this finding: add one to every_finding()"
    for finding in found:
        sentence = finding_sentence(finding)
        assert "{" not in sentence
        assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“"
        assert sentence.endswith((".", ")"))


def test_a_clause_of_the_plan_stands_behind_its_sentence() -> None:
    (finding,) = findings(a_sound_conference(groups=groups(141, 60)))
    assert finding_sentence(finding) == (
        "Planned are 201 (exemplars + guests + in no group); the plan allows at most 200"
        " (không quá 200 đại biểu)."
        " Lower the numbers of the groups. (plan, II.2)"
    )


def test_a_clause_of_the_decree_is_cited_whole() -> None:
    (finding,) = findings(a_sound_conference(number=None))
    assert finding_sentence(finding).endswith("(Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 3)")


def test_what_neither_plan_nor_decree_asks_for_cites_nothing() -> None:
    (finding,) = findings(a_sound_conference(venue=""))
    assert finding_sentence(finding) == "The place is not set. Enter where it is held."


def test_days_are_written_as_people_read_them() -> None:
    (early, _) = findings(a_sound_conference(sessions=on(EARLY), issued_on=EARLY))
    assert "31/12/2024 is too early" in finding_sentence(early)
    assert "Choose 01/01/2025 or later" in finding_sentence(early)


def test_a_share_says_its_base_and_what_would_agree() -> None:
    (low,) = findings(a_sound_conference(groups=groups(100, 100)))
    sentence = finding_sentence(low)
    assert "exemplars are 100 of 200 (50 %)" in sentence
    assert "counted on exemplars + guests" in sentence
    assert "130 to 150 of 200 would agree" in sentence


def test_a_name_with_braces_is_shown_as_typed() -> None:
    odd = msgspec.structs.replace(groups(None, 60)[0], name="Nhóm {0} <b>")
    (finding,) = findings(a_sound_conference(groups=(odd,)), pack=binh_hoa())
    assert "“Nhóm {0} <b>”" in finding_sentence(finding)
