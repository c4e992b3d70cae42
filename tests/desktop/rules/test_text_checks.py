from __future__ import annotations

import pytest

from db.records import WizardStep
from desktop.rules.findings import FindingCode, Severity
from tests.desktop.rules.cases import a_sound_conference, findings, found


@pytest.mark.parametrize(
    ("field", "step", "clause"),
    [
        ("bases", WizardStep.CONTENT, "Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 6"),
        ("purposes", WizardStep.CONTENT, "I.1"),
        ("requirements", WizardStep.CONTENT, "I.2"),
        ("tasks", WizardStep.CONTENT, "II.1"),
        ("movements", WizardStep.CONTENT, "II.1"),
        ("composition", WizardStep.PARTICIPANTS, "II.2"),
        ("assignments", WizardStep.COMMITTEES, "IV"),
    ],
)
def test_an_empty_section_is_pointed_out_with_its_clause(
    field: str, step: WizardStep, clause: str
) -> None:
    (finding,) = findings(a_sound_conference(**{field: ()}))
    assert finding.code is FindingCode.SECTION_EMPTY
    assert (finding.field, finding.step, finding.clause) == (field, step, clause)
    assert finding.severity is Severity.ADVISORY


def test_a_plan_that_nobody_pays_for_is_pointed_out() -> None:
    (finding,) = findings(a_sound_conference(budget_source=""))
    assert (finding.code, finding.field) == (FindingCode.SECTION_EMPTY, "budget_source")
    assert finding.clause == "III"


def test_title_and_subject_are_needed() -> None:
    codes = [
        (finding.code, finding.severity)
        for finding in findings(a_sound_conference(title=" ", subject=""))
    ]
    assert codes == [
        (FindingCode.TITLE_MISSING, Severity.BINDING),
        (FindingCode.SUBJECT_MISSING, Severity.BINDING),
    ]


def test_the_title_names_the_form_in_whatever_case() -> None:
    shouted = a_sound_conference(title="HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN XÃ BÌNH HÒA")
    other = a_sound_conference(title="Đại hội thi đua xã Bình Hòa")
    assert not found(FindingCode.TITLE_WITHOUT_FORM, shouted)
    assert found(FindingCode.TITLE_WITHOUT_FORM, other)
