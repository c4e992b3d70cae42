from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import (
    Attendance,
    CommitteeMember,
    Conference,
    Decision,
    EventDay,
    Move,
    Period,
    PresidiumMember,
    ProgrammeItem,
    Session,
    SessionKind,
    Signer,
)
from desktop.language import Language, speak
from desktop.rules.check import check
from desktop.rules.decisions import facts_of
from desktop.rules.findings import Finding, FindingCode
from desktop.rules.pack import Appraisal, UnitException, Validity
from desktop.rules.pack_event import (
    CommitteeRule,
    EventText,
    PaperDeadline,
    PreparatoryRule,
    PresidiumRule,
    SessionRule,
    TaskKind,
)
from desktop.rules.pack_part import Bound, Usage
from desktop.rules.pack_people import (
    EligibilityRule,
    HoldingRule,
    HonourTrait,
    LimitRule,
    PresenceRule,
    QuotaRule,
    ThresholdAttendance,
    UnitQuota,
)
from desktop.rules.windows import EventWindow, QuarterWindow, Side
from desktop.sentences.findings import finding_sentence
from tests.builders import a_delegate, an_office, ident
from tests.desktop.rules.cases import (
    a_pack,
    a_plan,
    a_sound_conference,
    a_unit,
    binh_hoa,
    delegates,
    findings,
    groups,
)

SOUND = a_sound_conference().programme
EARLY, LATE = date(2024, 12, 31), date(2025, 4, 1)
SAID: dict[str, Any] = {"clause": "II", "words": "theo kế hoạch"}
COMMUNES = (a_unit("tan-an", "Xã Tân An"), a_unit("hoa-an", "Xã Hòa An"))


def on(*days: date | None) -> tuple[Session, ...]:
    return tuple(Session(id=ident(40 + place), day=day) for place, day in enumerate(days))


def every_finding() -> Iterator[Finding]:
    """Find one of each kind through the rules themselves, so that the facts are the real ones."""
    bare = Conference(id=ident(10), office_id=ident(1))
    yield from check(bare, (), None)
    yield from findings(bare)
    yield from findings(replace(bare, level_id="commune"))
    yield from _of_the_papers()
    yield from _of_the_deadline()
    yield from _of_type()
    yield from _of_schedule()
    yield from _of_numbers()
    yield from _of_people()
    yield from _of_committees()


def _of_the_papers() -> Iterator[Finding]:
    backwards = Period(first_year=2025, last_year=2020)
    chief = Signer(id=ident(2), name="Y Wang Niê", post="CHỦ TỊCH")
    for conference in (
        a_sound_conference(period=backwards, title="Đại hội"),
        a_sound_conference(sessions=on(None), issued_on=None, number=None),
        a_sound_conference(programme=(*SOUND[1:], SOUND[0])),
        a_sound_conference(programme=(*SOUND[:4], SOUND[5], SOUND[4], *SOUND[6:])),
        a_sound_conference(programme=(ProgrammeItem(id=ident(9), title="", minutes=999),)),
        a_sound_conference(issued_on=LATE, recipients=("Trưởng 7 thôn",)),
    ):
        yield from findings(conference, office=an_office(signers=(chief,)))
        yield from findings(conference)


def _of_the_deadline() -> Iterator[Finding]:
    deadline = PaperDeadline(id="plan", task=TaskKind.PLAN, paper="Kế hoạch", days=-120, **SAID)
    yield from findings(a_sound_conference(), pack=a_pack(deadlines=(deadline,)))


def _of_type() -> Iterator[Finding]:
    threshold = ThresholdAttendance(
        counted="người lao động",
        threshold=100,
        below=Attendance.PLENARY,
        above=Attendance.DELEGATES,
        **SAID,
    )
    for staff in (None, 99, 100, 101):
        for attendance in Attendance:
            conference = a_sound_conference(staff_count=staff, attendance=attendance)
            yield from findings(conference, pack=a_pack(attendance=threshold))
    whole = a_sound_conference(ordinal=6, theme="Đổi mới", co_organisers=("Hội Nông dân",))
    form = a_pack().levels[0].forms[0]
    for usage in Usage:
        strict = replace(form, ordinal=usage, theme=usage, co_organisers=usage)
        yield from findings(whole, pack=a_pack(forms=(strict,)))
        yield from findings(a_sound_conference(), pack=a_pack(forms=(strict,)))
    holding = HoldingRule(at_least=30, units=("tan-an",), **SAID)
    pack = a_plan(of={"units": COMMUNES, "version": 2}, holding=holding)
    for staff in (None, 29):
        for unit_id in ("", "hoa-an", "gone"):
            yield from findings(
                a_sound_conference(staff_count=staff, unit_id=unit_id, rule_pack_version=1),
                pack=pack,
            )
    yield from findings(a_sound_conference(exception_id="gone"))
    for validity in (Validity(first=LATE), Validity(last=EARLY), Validity(first=LATE, last=LATE)):
        yield from findings(a_sound_conference(), pack=a_plan(of={"validity": validity}))


def _of_schedule() -> Iterator[Finding]:
    wordless = {"clause": "II", "words": ""}
    congress = EventText(key="congress", name="Đại hội Đảng bộ xã")
    for said in (SAID, wordless):
        quarter = QuarterWindow(year=2025, quarter=1, **said)
        beside = tuple(EventWindow(event="congress", side=side, **said) for side in Side)
        yield from findings(
            a_sound_conference(sessions=on(EARLY, LATE)), pack=a_pack(windows=(quarter,))
        )
        yield from findings(a_sound_conference(sessions=on()), pack=a_pack(windows=(quarter,)))
        for days in ((), (EventDay(event="congress", day=date(2025, 3, 20)),)):
            yield from findings(
                a_sound_conference(event_days=days), pack=a_pack(windows=beside, events=(congress,))
            )
        for usage in Usage:
            for days_before in (0, 1):
                rule = PreparatoryRule(usage=usage, days_before=days_before, **said)
                length = SessionRule(at_least=2, at_most=2, preparatory=rule, **said)
                before = Session(id=ident(50), day=EARLY, kind=SessionKind.PREPARATORY)
                for sessions in (on(LATE), (before, *on(LATE)), on(LATE, LATE, LATE)):
                    yield from findings(
                        a_sound_conference(sessions=sessions), pack=a_pack(sessions=length)
                    )
    yield from findings(a_sound_conference(moves=(Move(id=ident(70), reason=""),)))


def _of_numbers() -> Iterator[Finding]:
    at_least = LimitRule(
        bound=Bound.AT_LEAST, value=100, counts=("exemplar", "other", "ungrouped"), **SAID
    )
    sound = a_sound_conference(groups=groups(140, 60))
    for numbers in (groups(201, 0), groups(100, 100), groups(1, None)):
        yield from findings(a_sound_conference(groups=numbers))
    for people in (delegates(201, 0), delegates(50, 50, 3)):
        yield from findings(sound, people)
    yield from findings(sound, delegates(5, 5), a_pack(limits=(at_least,)))
    yield from findings(a_sound_conference(groups=groups(5, 5)), (), a_pack(limits=(at_least,)))


def _of_people() -> Iterator[Finding]:
    heroes = HonourTrait(key="heroes", name="Anh hùng", any_of=("Anh hùng Lao động",))
    places = tuple(UnitQuota(unit=unit.id, places=2) for unit in COMMUNES)
    pack = a_plan(
        of={"units": COMMUNES, "traits": (heroes,)},
        presence=(PresenceRule(counts=("heroes",), **SAID),),
        eligibility=(EligibilityRule(of=("exemplar",), any_of=("heroes",), **SAID),),
        quotas=(QuotaRule(units=places, **SAID),),
        exceptions=(
            UnitException(
                id="pilot",
                units=("tan-an",),
                appraisal=Appraisal(addressee="Ban Thi đua - Khen thưởng tỉnh"),
                **SAID,
            ),
        ),
    )
    units = ("Xã Tân An", "Xã Tân An", "Xã Tân An", "Xã Hòa An", "Xã Lạ", "")
    people = tuple(a_delegate(place, unit=unit) for place, unit in enumerate(units))
    yield from findings(a_sound_conference(groups=groups(4, 2), unit_id="tan-an"), people, pack)


def _of_committees() -> Iterator[Finding]:
    everybody = tuple(
        PresidiumMember(id=ident(60 + place), name="Y Wang Niê", is_exemplar=True)
        for place in range(4)
    )
    nobody = replace(everybody[0], is_exemplar=False)
    subcommittees = CommitteeRule(subcommittees=("Tiểu ban Nội dung",), **SAID)
    for bound in (Bound.AT_MOST, Bound.AT_LEAST):
        presidium = PresidiumRule(at_least=2, at_most=3, share="1/3", share_bound=bound, **SAID)
        pack = a_pack(presidium=presidium, committee=subcommittees)
        for members in ((), (nobody,), everybody):
            yield from findings(
                a_sound_conference(
                    presidium=members, committee=(CommitteeMember(id=ident(61), name="H'Hen Niê"),)
                ),
                pack=pack,
            )


FINDINGS = tuple(every_finding())


@pytest.mark.parametrize("code", list(FindingCode))
def test_every_kind_of_finding_has_a_sentence_with_all_its_facts(code: FindingCode) -> None:
    found = [finding for finding in FINDINGS if finding.code is code]
    assert found, "no case gives this finding: add one to every_finding()"
    for finding in found:
        for language in Language:
            speak(language)
            sentence = finding_sentence(finding)
            assert not {"{", "}"} & set(sentence)
            assert "()" not in sentence
            assert "  " not in sentence
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
    odd = replace(groups(None, 60)[0], name="Nhóm {0} <b>")
    (finding,) = findings(a_sound_conference(groups=(odd,)), pack=binh_hoa())
    assert "“Nhóm {0} <b>”" in finding_sentence(finding)


def said_of(code: FindingCode) -> set[str]:
    return {finding_sentence(one) for one in FINDINGS if one.code is code}


def test_a_unit_that_was_not_chosen_is_asked_for_and_another_is_sent_upwards() -> None:
    assert said_of(FindingCode.UNIT_HOLDS_NONE) == {
        (
            "The plan names the units that hold this conference (theo kế hoạch). Choose your unit."
            " (plan, II)"
        ),
        (
            "By the plan this unit holds no conference of its own (theo kế hoạch)."
            " Ask the level above. (plan, II)"
        ),
    }


def test_people_without_a_unit_are_told_from_those_of_an_unknown_one() -> None:
    assert said_of(FindingCode.QUOTA_UNIT_UNKNOWN) == {
        (
            "1 on the list are of “Xã Lạ”, which has no places of its own (theo kế hoạch)."
            " Correct the name of the unit. (plan, II)"
        ),
        (
            "1 on the list have no unit, so they take nobody's place (theo kế hoạch)."
            " Enter their unit. (plan, II)"
        ),
    }


def test_a_window_without_words_is_said_by_its_edge() -> None:
    assert "31/12/2024 is too early by the plan. Choose 01/01/2025 or later. (plan, II)" in said_of(
        FindingCode.DAY_BEFORE_WINDOW
    )
    assert (
        "01/04/2025 is too late by the plan. Choose 31/03/2025 or earlier. (plan, II)"
        in said_of(FindingCode.DAY_AFTER_WINDOW)
    )


def test_what_was_decided_asks_for_nothing_more() -> None:
    conference = a_sound_conference(groups=groups(141, 60))
    (over,) = findings(conference)
    decision = Decision(
        id=ident(80),
        code=over.code.value,
        field=over.field,
        clause=over.clause,
        facts=facts_of(over),
        reason="Hội trường đủ chỗ",
        approver="Ủy ban nhân dân huyện",
    )
    (decided,) = findings(replace(conference, decisions=(decision,)))
    assert finding_sentence(decided) == (
        f"Decided, so nothing is left to do here: {finding_sentence(over)}"
    )
