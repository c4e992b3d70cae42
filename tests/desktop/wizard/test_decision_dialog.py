"""Deciding about a finding."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from db.records import Decision, ParticipantGroup
from db.store import Store
from desktop.models.draft import Draft
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.wizard import decision_dialog
from desktop.wizard.decision_dialog import DecisionDialog, ask_for_decision
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.review import ReviewSection
from desktop.wizard.section import Section
from tests.builders import a_conference, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.plans import a_wide_pack
from tests.hands import type_text

TODAY = date(2025, 1, 6)


def _too_many(target: int = 150) -> tuple[ParticipantGroup, ...]:
    exemplars, guests = a_conference().groups
    return (
        ParticipantGroup(id=exemplars.id, name="Điển hình", kind=exemplars.kind, target=target),
        guests,
    )


def _found(draft: Draft, code: FindingCode) -> Finding:
    (finding,) = (one for one in draft.findings if one.code is code)
    return finding


def _over(draft: Draft) -> Finding:
    return _found(draft, FindingCode.TARGETS_OVER_LIMIT)


def _dialog(qtbot: QtBot, finding: Finding, earlier: Decision | None = None) -> DecisionDialog:
    dialog = DecisionDialog(finding, earlier, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_an_override_needs_a_reason_and_somebody_who_allowed_it(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    dialog = _dialog(qtbot, _over(open_draft(groups=_too_many())))
    dialog.accept()
    assert dialog.isVisible()
    type_text(dialog.reason_field, "Xã có <b>3</b> thôn mới sáp nhập")
    dialog.accept()
    assert dialog.isVisible(), "nobody allowed it yet"
    type_text(dialog.approver_field, "Chủ tịch UBND huyện")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.reason, dialog.approver) == (
        "Xã có <b>3</b> thôn mới sáp nhập",
        "Chủ tịch UBND huyện",
    )
    assert dialog.day == TODAY


def test_an_answer_where_the_plan_is_silent_needs_only_a_reason(qtbot: QtBot) -> None:
    finding = Finding(
        code=FindingCode.ATTENDANCE_UNSAID,
        severity=Severity.UNSAID,
        step=ReviewSection.step,
        field="attendance",
        clause="II.2",
        params={"count": 100, "counted": "cán bộ", "words": "dưới 100", "chosen": "plenary"},
    )
    dialog = _dialog(qtbot, finding)
    assert dialog.approver_field.isHidden()
    type_text(dialog.reason_field, "Đủ chỗ cho mọi người")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def _decides(monkeypatch: pytest.MonkeyPatch, reason: str, approver: str) -> None:
    def answer(dialog: DecisionDialog) -> int:
        type_text(dialog.reason_field, reason)
        type_text(dialog.approver_field, approver)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(decision_dialog.DecisionDialog, "exec", answer)


def test_what_was_allowed_no_longer_stops_the_plan_and_is_kept(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(groups=_too_many())
    section = ParticipantsSection(draft)
    qtbot.addWidget(section)
    _decides(monkeypatch, "Sáp nhập thôn", "Chủ tịch UBND huyện")
    ask_for_decision(draft, _over(draft), section)
    assert not _over(draft).is_binding
    (kept,) = store.conferences.get(draft.conference.id).decisions
    assert (kept.reason, kept.approver, kept.words) == (
        "Sáp nhập thôn",
        "Chủ tịch UBND huyện",
        "không quá 200 đại biểu",
    )
    draft.undo()
    assert _over(draft).is_binding


def test_more_than_was_allowed_stops_it_again(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(groups=_too_many())
    section = ParticipantsSection(draft)
    qtbot.addWidget(section)
    _decides(monkeypatch, "Sáp nhập thôn", "Chủ tịch UBND huyện")
    ask_for_decision(draft, _over(draft), section)
    draft.change(groups=_too_many(151))
    assert _over(draft).is_binding
    ask_for_decision(draft, _over(draft), section)
    assert len(draft.conference.decisions) == 1, "the new decision stands in the old one's place"


def test_a_decision_can_be_taken_back(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(groups=_too_many())
    section = ParticipantsSection(draft)
    qtbot.addWidget(section)
    _decides(monkeypatch, "Sáp nhập thôn", "Chủ tịch UBND huyện")
    ask_for_decision(draft, _over(draft), section)

    def take_back(dialog: DecisionDialog) -> int:
        assert dialog.reason == "Sáp nhập thôn"
        back = next(
            one for one in dialog.findChildren(QPushButton) if one.text() == "&Take it back"
        )
        back.click()
        return dialog.result()

    monkeypatch.setattr(decision_dialog.DecisionDialog, "exec", take_back)
    ask_for_decision(draft, _over(draft), section)
    assert draft.conference.decisions == ()
    assert _over(draft).is_binding


def test_closing_the_dialog_decides_nothing(
    open_draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(groups=_too_many())
    section = ParticipantsSection(draft)
    qtbot.addWidget(section)
    monkeypatch.setattr(decision_dialog.DecisionDialog, "exec", lambda _: 0)
    ask_for_decision(draft, _over(draft), section)
    assert draft.conference.decisions == ()


def _buttons(section: Section) -> list[QPushButton]:
    return [
        one
        for one in section.findChildren(QPushButton)
        if one.text() in ("Allow…", "Change…") and one.isVisibleTo(section)
    ]


@pytest.mark.parametrize("section_type", [ParticipantsSection, ReviewSection])
def test_the_button_stands_beside_the_field_and_on_the_review(
    open_draft: OpenDraft,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    section_type: type[Section],
) -> None:
    draft = open_draft(groups=_too_many())
    section = section_type(draft)
    qtbot.addWidget(section)
    section.show()
    if isinstance(section, ReviewSection):
        section.findings.choose(_over(draft))
    _decides(monkeypatch, "Sáp nhập thôn", "Chủ tịch UBND huyện")
    (button,) = _buttons(section)
    assert button.text() == "Allow…"
    button.click()
    assert len(draft.conference.decisions) == 1
    (button,) = _buttons(section)
    assert button.text() == "Change…"


def test_a_silent_plan_is_answered_on_its_page(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_draft: OpenDraft
) -> None:
    draft = open_draft(rule_pack_id="wide-plan", rule_pack_version=1, staff_count=100)
    wide = Draft(store, draft.conference.id, (a_wide_pack(),), lambda: ident(999))
    unsaid = _found(wide, FindingCode.ATTENDANCE_UNSAID)
    assert unsaid.severity is Severity.UNSAID
    section = ReviewSection(wide)
    qtbot.addWidget(section)
    _decides(monkeypatch, "Đủ chỗ", "")
    ask_for_decision(wide, unsaid, section)
    assert _found(wide, FindingCode.ATTENDANCE_UNSAID).decision_id == ident(999)
