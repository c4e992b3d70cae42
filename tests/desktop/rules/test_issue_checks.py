from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db.records import Office, Signer, SigningForm
from desktop.rules.check import check
from desktop.rules.findings import FindingCode, Severity
from desktop.rules.pack import Appraisal, ExceptionKind, UnitException
from desktop.rules.pack_event import PaperDeadline, TaskKind
from tests.builders import an_office, ident
from tests.desktop.rules.cases import a_pack, a_plan, a_sound_conference, a_unit, binh_hoa, findings


def signed_by(form: SigningForm, collective: str = "", **fields: object) -> Office:
    signer = Signer(
        id=ident(2), name="Nguyễn Văn Ước", post="CHỦ TỊCH", form=form, collective=collective
    )
    return an_office(signers=(signer,), **fields)


@pytest.mark.parametrize(
    ("form", "collective", "is_sound"),
    [
        (SigningForm.ON_BEHALF, "ỦY BAN NHÂN DÂN", True),
        (SigningForm.FOR_HEAD, "ỦY BAN NHÂN DÂN", True),
        (SigningForm.ACTING, "ỦY BAN NHÂN DÂN", True),
        (SigningForm.BY_ORDER, "", True),
        (SigningForm.BY_AUTHORISATION, "", True),
        (SigningForm.ON_BEHALF, "", False),
        (SigningForm.FOR_HEAD, " ", False),
        (SigningForm.HEAD, "", False),
        (SigningForm.HEAD, "ỦY BAN NHÂN DÂN", False),
    ],
)
def test_a_peoples_committee_signs_as_a_body(
    form: SigningForm, collective: str, is_sound: bool
) -> None:
    result = findings(a_sound_conference(), office=signed_by(form, collective))
    if is_sound:
        assert result == ()
    else:
        (finding,) = result
        assert finding.code is FindingCode.SIGNER_WITHOUT_COLLECTIVE
        assert finding.severity is Severity.ADVISORY
        assert finding.clause.endswith("ô 7a")


@pytest.mark.parametrize("issuer", ["UỶ BAN NHÂN DÂN\nXÃ BÌNH HÒA", "Ủy ban\nnhân dân xã"])
def test_a_committee_is_known_in_either_spelling_and_on_two_lines(issuer: str) -> None:
    assert findings(a_sound_conference(), office=signed_by(SigningForm.HEAD, issuer=issuer))


def test_the_head_of_a_department_signs_alone() -> None:
    office = signed_by(SigningForm.HEAD, issuer="SỞ NỘI VỤ", name="Sở Nội vụ")
    assert findings(a_sound_conference(), office=office) == ()


@pytest.mark.parametrize(
    ("rule", "is_late"),
    [
        ({"task": TaskKind.PLAN, "day": date(2024, 12, 1)}, True),
        ({"task": TaskKind.PLAN, "day": date(2024, 12, 2)}, False),
        ({"task": TaskKind.PLAN, "days": -109}, True),  # counted from 20/03/2025
        ({"task": TaskKind.PLAN, "days": -108}, False),
        ({"task": TaskKind.DECISION, "day": date(2024, 12, 1)}, False),
    ],
)
def test_a_plan_dated_after_its_deadline_is_pointed_out(
    rule: dict[str, Any], is_late: bool
) -> None:
    deadline = PaperDeadline(id="plan", paper="Kế hoạch", clause="III.5", words="gửi lên", **rule)
    result = findings(a_sound_conference(), pack=a_pack(deadlines=(deadline,)))
    assert [(one.code, one.severity, one.field, one.clause) for one in result] == (
        [(FindingCode.ISSUED_AFTER_DEADLINE, Severity.ADVISORY, "issued_on", "III.5")]
        if is_late
        else []
    )


@pytest.mark.parametrize("signer_id", ["", ident(77)])
def test_a_plan_nobody_signs_cannot_be_issued(signer_id: str) -> None:
    (finding,) = findings(a_sound_conference(signer_id=signer_id))
    assert finding.code is FindingCode.SIGNER_MISSING
    assert finding.severity is Severity.BINDING


def test_without_the_office_only_the_choice_of_a_signer_is_checked() -> None:
    assert check(a_sound_conference(), (), binh_hoa()) == ()
    (finding,) = check(a_sound_conference(signer_id=""), (), binh_hoa())
    assert finding.code is FindingCode.SIGNER_MISSING


@pytest.mark.parametrize("recipients", [(), ("  ",)])
def test_a_plan_nobody_receives_cannot_be_issued(recipients: tuple[str, ...]) -> None:
    (finding,) = findings(a_sound_conference(recipients=recipients))
    assert finding.code is FindingCode.RECIPIENTS_MISSING
    assert finding.severity is Severity.BINDING


def test_the_archive_line_is_asked_for() -> None:
    (finding,) = findings(a_sound_conference(recipients=("Trưởng 7 thôn",)))
    assert finding.code is FindingCode.ARCHIVE_LINE_MISSING
    assert findings(a_sound_conference(recipients=("- Lưu: VT, VP.",))) == ()


def test_number_and_date_of_issue_are_asked_for() -> None:
    number, day = findings(a_sound_conference(number=None, issued_on=None))
    assert (number.code, number.field) == (FindingCode.NUMBER_MISSING, "number")
    assert (day.code, day.field) == (FindingCode.ISSUE_DATE_MISSING, "issued_on")
    assert {number.severity, day.severity} == {Severity.ADVISORY}


def test_a_plan_dated_after_its_conference_is_pointed_out() -> None:
    on_the_day = a_sound_conference(issued_on=date(2025, 3, 20))
    (finding,) = findings(a_sound_conference(issued_on=date(2025, 3, 21)))
    assert findings(on_the_day) == ()
    assert finding.params == {"issued_on": date(2025, 3, 21), "day": date(2025, 3, 20)}


def pilots(*appraisals: Appraisal | None) -> Any:
    exceptions = tuple(
        UnitException(
            id=f"pilot-{place}",
            kind=ExceptionKind.PILOT,
            clause="II.3",
            words="chỉ đạo điểm",
            units=("tan-an",),
            appraisal=appraisal,
        )
        for place, appraisal in enumerate(appraisals)
    )
    return a_plan(of={"units": (a_unit(),)}, exceptions=exceptions)


SENT_UP = Appraisal(words="gửi thẩm định", addressee="Ban TĐKT tỉnh", commented_by="UBND tỉnh")


def test_the_plan_of_a_pilot_waits_for_its_appraisal() -> None:
    (pending,) = findings(a_sound_conference(unit_id="tan-an"), pack=pilots(SENT_UP))
    assert pending.code is FindingCode.APPRAISAL_PENDING
    assert (pending.severity, pending.field, pending.clause) == (
        Severity.ADVISORY,
        "done_tasks",
        "II.3",
    )
    assert pending.params == {
        "addressee": "Ban TĐKT tỉnh",
        "commented_by": "UBND tỉnh",
        "words": "gửi thẩm định",
    }


def test_an_appraisal_may_have_a_clause_of_its_own() -> None:
    own = Appraisal(clause="III.2", addressee="Ban TĐKT tỉnh")
    (pending,) = findings(a_sound_conference(unit_id="tan-an"), pack=pilots(own))
    assert pending.clause == "III.2"


def test_an_appraisal_that_was_had_is_asked_for_no_more() -> None:
    conference = a_sound_conference(unit_id="tan-an", done_tasks=("badges", "appraisal"))
    assert findings(conference, pack=pilots(SENT_UP)) == ()


def test_only_pilots_are_appraised() -> None:
    assert findings(a_sound_conference(), pack=pilots(SENT_UP)) == ()
    assert findings(a_sound_conference(unit_id="tan-an"), pack=pilots(None)) == ()
