"""The wizard's frame: order, durability, resuming."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget, QWizard
from pytestqt.qtbot import QtBot

from db.records import GroupKind, WizardStep
from db.store import Store
from desktop.models.workspace import Workspace
from desktop.rules.findings import FindingCode
from desktop.widgets.record_table import RecordTable
from desktop.widgets.sessions_field import SessionsField
from desktop.wizard.review import ReviewSection
from desktop.wizard.steps import SECTIONS
from desktop.wizard.wizard import ConferenceWizard, OfficePage
from tests.builders import an_office
from tests.hands import child, press, type_text


def _shown(qtbot: QtBot, wizard: ConferenceWizard) -> ConferenceWizard:
    qtbot.addWidget(wizard)
    with qtbot.waitActive(wizard):
        wizard.start()
        wizard.show()
        wizard.activateWindow()
    return wizard


def _new(qtbot: QtBot, workspace: Workspace) -> ConferenceWizard:
    workspace.store.offices.save(an_office())
    workspace.packs = workspace.packs[:1]  # the only plan is chosen by itself
    return _shown(qtbot, ConferenceWizard(workspace))


def _next(wizard: ConferenceWizard) -> None:
    wizard.button(QWizard.WizardButton.NextButton).click()


def test_the_first_run_begins_with_the_office(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = _shown(qtbot, ConferenceWizard(workspace))
    _next(wizard)
    assert wizard.currentId() == wizard.startId(), "an office without a name leads nowhere"
    assert workspace.summaries() == ()
    with pytest.raises(RuntimeError):
        _ = wizard.draft
    page = wizard.currentPage()
    assert isinstance(page, OfficePage)
    type_text(page.form.field("name"), "Ủy ban nhân dân xã Bình Hòa")
    _next(wizard)
    assert wizard.step is WizardStep.TYPE
    assert workspace.office is not None
    assert len(workspace.summaries()) == 1


def test_going_back_to_the_office_makes_no_second_conference(
    qtbot: QtBot, workspace: Workspace
) -> None:
    wizard = _shown(qtbot, ConferenceWizard(workspace))
    page = wizard.currentPage()
    assert isinstance(page, OfficePage)
    page.form.take("name", "Ủy ban nhân dân xã Bình Hòa")
    _next(wizard)
    wizard.back()
    assert isinstance(wizard.currentPage(), OfficePage)
    _next(wizard)
    assert len(workspace.summaries()) == 1


def test_later_runs_begin_with_the_type(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = _new(qtbot, workspace)
    assert wizard.step is WizardStep.TYPE
    assert not wizard.button(QWizard.WizardButton.BackButton).isVisible()


def test_next_walks_all_steps_and_each_is_durable(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    wizard = _new(qtbot, workspace)
    for step in [section.step for section in SECTIONS][1:]:
        _next(wizard)
        assert wizard.step is step
        assert store.conferences.get(wizard.draft.conference.id).step is step
    assert wizard.nextId() == -1


def test_what_stands_in_a_field_is_stored_by_next(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.SCHEDULE)
    type_text(wizard.view(WizardStep.SCHEDULE).section.field("venue"), "Hội trường UBND xã")
    _next(wizard)
    assert store.conferences.get(wizard.draft.conference.id).venue == "Hội trường UBND xã"


@pytest.mark.parametrize("way", ["back", "close", "cancel"])
def test_what_stands_in_a_field_is_stored_on_every_way_out(
    qtbot: QtBot, workspace: Workspace, store: Store, way: str
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.SCHEDULE)
    type_text(wizard.view(WizardStep.SCHEDULE).section.field("venue"), "Nhà văn hóa xã")
    conference_id = wizard.draft.conference.id
    if way == "back":
        wizard.go_to(WizardStep.CONTENT)
    elif way == "close":
        wizard.close()
    else:
        wizard.reject()
    assert store.conferences.get(conference_id).venue == "Nhà văn hóa xã"


def test_it_resumes_where_the_officer_left_off(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.PROGRAMME)
    wizard.draft.change(purposes=())
    conference_id = wizard.draft.conference.id
    wizard.close()
    again = _shown(qtbot, ConferenceWizard(workspace, conference_id))
    assert again.step is WizardStep.PROGRAMME
    assert again.button(QWizard.WizardButton.BackButton).isVisible()
    assert store.conferences.get(conference_id).purposes == (), "resuming fills nothing in again"


def test_a_click_on_a_step_leads_there_and_back(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.ISSUE)
    wizard.go_to(WizardStep.CONTENT)
    assert wizard.step is WizardStep.CONTENT


def test_a_finding_of_the_review_leads_to_its_field(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.REVIEW)
    review = wizard.view(WizardStep.REVIEW).section
    assert isinstance(review, ReviewSection)
    finding = next(one for one in wizard.draft.findings if one.code is FindingCode.VENUE_MISSING)
    review.finding_chosen.emit(finding)
    assert wizard.step is WizardStep.SCHEDULE
    qtbot.waitUntil(
        lambda: (
            QApplication.focusWidget() is wizard.view(WizardStep.SCHEDULE).section.field("venue")
        )
    )


def test_finishing_makes_the_conference_planned(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.REVIEW)
    with qtbot.waitSignal(wizard.planned) as signal:
        wizard.button(QWizard.WizardButton.FinishButton).click()
    conference = store.conferences.get(signal.args[0])
    assert conference.is_planned
    assert conference.step is WizardStep.REVIEW


def test_enter_in_a_field_goes_on_without_losing_it(
    qtbot: QtBot, workspace: Workspace, store: Store, tmp_path: Path
) -> None:
    wizard = _new(qtbot, workspace)
    theme = wizard.view(WizardStep.TYPE).section.field("theme")
    assert isinstance(theme, QLineEdit)
    type_text(theme, "Đoàn kết, sáng tạo")
    press(theme, Qt.Key.Key_Return)
    assert store.conferences.get(wizard.draft.conference.id).theme == "Đoàn kết, sáng tạo"


def _walk(wizard: ConferenceWizard, start: QWidget, count: int) -> list[str]:
    """Press Tab so often; name where the cursor comes by."""
    start.setFocus()
    names = []
    for _ in range(count):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        names.append(at.accessibleName() if at is not None else "")
    return names


def test_tab_goes_through_the_page_before_it_reaches_the_buttons(
    qtbot: QtBot, workspace: Workspace
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.SCHEDULE)
    section = wizard.view(WizardStep.SCHEDULE).section
    sessions = section.field("sessions")
    assert isinstance(sessions, SessionsField)
    sessions.add_record()
    names = _walk(wizard, sessions.cards[0].day.line, 11)  # type: ignore[attr-defined]
    assert names[-2:] == ["Venue", "Address"]
    assert "Start of session 2" in names


def test_enter_in_a_list_of_a_cell_picks_and_stays_on_the_page(
    qtbot: QtBot, workspace: Workspace
) -> None:
    wizard = _new(qtbot, workspace)
    wizard.go_to(WizardStep.PARTICIPANTS)
    table = wizard.view(WizardStep.PARTICIPANTS).section.field("groups")
    assert isinstance(table, RecordTable)
    cell = table.model.index(0, 1)
    table.table.setCurrentIndex(cell)
    table.table.edit(cell)
    editor = child(table.table, QComboBox)
    editor.setCurrentIndex(1)
    press(editor, Qt.Key.Key_Return)
    assert wizard.step is WizardStep.PARTICIPANTS
    assert wizard.draft.conference.groups[0].kind is GroupKind.GUEST


def test_the_office_page_waits_for_the_name(qtbot: QtBot, workspace: Workspace) -> None:
    wizard = _shown(qtbot, ConferenceWizard(workspace))
    page = wizard.currentPage()
    assert isinstance(page, OfficePage)
    qtbot.waitUntil(page.form.field("name").hasFocus)
