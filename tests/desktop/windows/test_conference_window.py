"""The window of one conference."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import WizardStep
from db.store import Store
from desktop.models.workspace import Workspace
from desktop.rules.findings import FindingCode
from desktop.widgets.findings_panel import FindingsPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.review import ReviewSection
from tests.hands import child, type_text


def _window(qtbot: QtBot, workspace: Workspace) -> ConferenceWindow:
    window = ConferenceWindow(workspace, workspace.add_sample())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def test_it_opens_where_the_officer_left_off(qtbot: QtBot, workspace: Workspace) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.SCHEDULE)
    conference_id = workspace.open_conference
    window.close()
    again = ConferenceWindow(workspace, conference_id)
    qtbot.addWidget(again)
    assert again.step is WizardStep.SCHEDULE


def test_leaving_a_section_or_the_window_stores_what_was_typed(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    window = _window(qtbot, workspace)
    conference_id = workspace.open_conference
    window.go_to(WizardStep.SCHEDULE)
    venue = window.view(WizardStep.SCHEDULE).section.field("venue")
    type_text(venue, "Nhà văn hóa xã")
    window.go_to(WizardStep.CONTENT)
    assert store.conferences.get(conference_id).venue == "Nhà văn hóa xã"
    window.go_to(WizardStep.SCHEDULE)
    type_text(venue, "Hội trường A & <B>")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert store.conferences.get(conference_id).venue == "Hội trường A & <B>"


def test_the_findings_are_always_in_sight_and_lead_to_their_field(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.SCHEDULE)
    venue = window.view(WizardStep.SCHEDULE).section.field("venue")
    type_text(venue, "")
    venue.clear()  # type: ignore[attr-defined]
    window.go_to(WizardStep.PROGRAMME)
    panel = child(window, FindingsPanel)
    assert panel.isVisible()
    finding = next(one for one in panel.findings if one.code is FindingCode.VENUE_MISSING)
    panel.chosen.emit(finding)
    assert window.step is WizardStep.SCHEDULE
    qtbot.waitUntil(lambda: QApplication.focusWidget() is venue)


def test_a_finding_of_the_review_leads_to_its_field_too(qtbot: QtBot, workspace: Workspace) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.SCHEDULE)
    window.view(WizardStep.SCHEDULE).section.draft.change(venue="")
    for _ in range(2):
        window.go_to(WizardStep.REVIEW)
    review = window.view(WizardStep.REVIEW).section
    assert isinstance(review, ReviewSection)
    finding = next(one for one in review.draft.findings if one.code is FindingCode.VENUE_MISSING)
    review.finding_chosen.emit(finding)
    assert window.step is WizardStep.SCHEDULE


def test_the_title_bar_follows_the_name(qtbot: QtBot, workspace: Workspace) -> None:
    window = _window(qtbot, workspace)
    assert "Bình Hòa" in window.windowTitle()
    window.view(window.step).section.draft.change(title="")
    assert window.windowTitle().startswith("Conference without a name")


def test_undo_and_redo_are_in_the_tool_bar(qtbot: QtBot, workspace: Workspace) -> None:
    window = _window(qtbot, workspace)
    draft = window.view(window.step).section.draft
    draft.remove_delegates([draft.delegates[0].id])
    actions = {action.text(): action for action in window.actions_shown}
    actions["Undo"].trigger()
    assert len(draft.delegates) == 200
    actions["Redo"].trigger()
    assert len(draft.delegates) == 199
    with qtbot.waitSignal(window.closed):
        actions["All conferences"].trigger()
