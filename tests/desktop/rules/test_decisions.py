"""Answers where the plan is silent, and overrides of what binds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import Attendance, Conference, Decision, Session
from desktop.rules.decisions import (
    can_be_decided,
    facts_of,
    in_force,
    needs_approver,
)
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.pack import RulePack
from desktop.rules.pack_people import ThresholdAttendance
from desktop.rules.windows import QuarterWindow
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, findings, found, groups


def a_decision(finding: Finding, number: int = 80, **fields: Any) -> Decision:
    defaults: dict[str, Any] = {
        "id": ident(number),
        "code": finding.code.value,
        "field": finding.field,
        "clause": finding.clause,
        "facts": facts_of(finding),
        "reason": "Hội trường đủ chỗ",
        "approver": "Ủy ban nhân dân huyện",
    }
    return Decision(**(defaults | fields))


def too_many(count: int = 201) -> Conference:
    """A conference of one too many, whose shares agree."""
    return a_sound_conference(groups=groups(count - 60, 60))


def with_decisions(conference: Conference, *decisions: Decision) -> Conference:
    return replace(conference, decisions=decisions)


def over(conference: Conference, pack: RulePack | None = None) -> Finding:
    (finding,) = found(FindingCode.TARGETS_OVER_LIMIT, conference, pack=pack)
    return finding


def test_an_override_with_reason_and_approver_settles_a_binding_rule() -> None:
    decision = a_decision(over(too_many()))
    finding = over(with_decisions(too_many(), decision))
    assert finding.decision_id == decision.id
    assert finding.severity is Severity.BINDING
    assert not finding.is_binding
    assert over(too_many()).is_binding


@pytest.mark.parametrize(
    "fields",
    [
        {"reason": ""},
        {"reason": "  "},
        {"approver": ""},
        {"approver": " "},
        {"code": "delegates-over-limit"},
        {"clause": "II.3"},
        {"facts": ""},
    ],
)
def test_an_override_needs_reason_and_approver_and_the_same_finding(fields: dict[str, str]) -> None:
    decision = replace(a_decision(over(too_many())), **fields)
    finding = over(with_decisions(too_many(), decision))
    assert (finding.decision_id, finding.is_binding) == ("", True)


def test_an_override_is_open_again_when_the_number_changes() -> None:
    decision = a_decision(over(too_many(201)))
    assert over(with_decisions(too_many(202), decision)).is_binding
    assert not over(with_decisions(too_many(201), decision)).is_binding


def test_the_plans_own_words_may_be_shortened_otherwise() -> None:
    decision = a_decision(over(too_many()))
    limit = a_pack().levels[0].limits[0]
    other_words = a_pack(limits=(replace(limit, words="tối đa 200"),))
    lower_limit = a_pack(limits=(replace(limit, value=190),))
    conference = with_decisions(too_many(), decision)
    assert over(conference, other_words).decision_id == decision.id
    assert over(conference, lower_limit).decision_id == ""


def test_facts_say_days_and_numbers_without_the_plans_words() -> None:
    conference = a_sound_conference(sessions=(Session(id=ident(40), day=date(2025, 4, 1)),))
    (late,) = found(FindingCode.DAY_AFTER_WINDOW, conference)
    assert facts_of(late) == "day=2025-04-01; edge=2025-03-31"
    assert facts_of(Finding(code=late.code, severity=late.severity, step=late.step, field="")) == ""


SILENT = ThresholdAttendance(
    clause="II.1",
    words="dưới 100: toàn thể; trên 100: đại biểu",
    threshold=100,
    below=Attendance.PLENARY,
    above=Attendance.DELEGATES,
)


def unsaid(*decisions: Decision, **fields: Any) -> Finding:
    conference = a_sound_conference(
        **({"staff_count": 100, "attendance": Attendance.PLENARY, "decisions": decisions} | fields)
    )
    (finding,) = found(FindingCode.ATTENDANCE_UNSAID, conference, pack=a_pack(attendance=SILENT))
    return finding


def test_an_answer_needs_a_reason_and_no_approver() -> None:
    answer = a_decision(unsaid(), approver="")
    assert unsaid(answer).decision_id == answer.id
    assert unsaid(a_decision(unsaid(), approver="", reason=" ")).decision_id == ""


def test_an_answer_is_open_again_when_another_attendance_is_chosen() -> None:
    answer = a_decision(unsaid())
    assert unsaid(answer, attendance=Attendance.DELEGATES).decision_id == ""
    assert unsaid(answer, attendance=None).decision_id == ""


def test_what_the_decree_or_the_program_asks_for_cannot_be_decided() -> None:
    conference = a_sound_conference(signer_id="", recipients=(), title="", level_id="")
    binding = [one for one in findings(conference) if one.severity is Severity.BINDING]
    assert {one.code for one in binding} == {
        FindingCode.SIGNER_MISSING,
        FindingCode.RECIPIENTS_MISSING,
        FindingCode.TITLE_MISSING,
        FindingCode.LEVEL_UNKNOWN,
    }
    assert not any(can_be_decided(one) for one in binding)
    decided = with_decisions(
        conference, *(a_decision(one, 80 + n) for n, one in enumerate(binding))
    )
    assert all(one.is_binding for one in findings(decided) if one.severity is Severity.BINDING)


def test_advice_needs_no_decision_and_takes_none() -> None:
    window = QuarterWindow(clause="II", words="-", year=2025, quarter=4, is_binding=False)
    pack = a_pack(windows=(window,))
    (advice,) = findings(a_sound_conference(), pack=pack)
    assert not can_be_decided(advice)
    decided = with_decisions(a_sound_conference(), a_decision(advice))
    assert findings(decided, pack=pack) == (advice,)


def test_only_what_binds_needs_an_approver() -> None:
    assert needs_approver(over(too_many()))
    assert not needs_approver(unsaid())


def test_decisions_that_settle_nothing_are_not_in_force() -> None:
    needed = a_decision(over(too_many()), 81)
    stale = a_decision(over(too_many(300)), 82)
    answer = a_decision(unsaid(), 83)
    conference = with_decisions(too_many(), answer, needed, stale)
    assert in_force(findings(conference), conference.decisions) == (needed,)
    assert in_force(findings(a_sound_conference()), conference.decisions) == ()
    assert in_force((), ()) == ()
