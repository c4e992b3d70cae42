"""The window of one conference."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.records import WizardStep
from db.store import Store
from desktop.models.workspace import Workspace
from desktop.rules.findings import FindingCode
from desktop.widgets.findings_panel import FindingsPanel
from desktop.windows.conference_window import ConferenceWindow
from desktop.wizard.participants import ParticipantsSection
from desktop.wizard.print_set_dialog import PrintSetDialog
from desktop.wizard.review import ReviewSection
from tests.hands import child, press, type_text


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


def test_the_keys_of_undo_work_in_the_table_of_delegates(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    section.tabs.setCurrentIndex(1)
    section.draft.remove_delegates([section.draft.delegates[0].id])
    section.register.table.setFocus()
    press(section.register.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(section.draft.delegates) == 200
    assert section.register.status.text() == "Undone: list of delegates."
    window.actions_shown[2].trigger()
    assert len(section.draft.delegates) == 199


def test_undo_stores_what_is_being_typed_before_it_steps_back(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.SCHEDULE)
    section = window.view(WizardStep.SCHEDULE).section
    before = section.draft.conference.venue
    type_text(section.field("venue"), "Nhà văn hóa")
    window.actions_shown[1].trigger()
    assert section.draft.conference.venue == before
    window.actions_shown[2].trigger()
    assert section.draft.conference.venue == "Nhà văn hóa"


@pytest.mark.parametrize(
    "answer", [QMessageBox.StandardButton.Retry, QMessageBox.StandardButton.Discard]
)
def test_what_could_not_be_stored_is_asked_about_before_closing(
    qtbot: QtBot,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    answer: QMessageBox.StandardButton,
) -> None:
    window = _window(qtbot, workspace)
    window.go_to(WizardStep.SCHEDULE)

    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    with monkeypatch.context() as patched:
        patched.setattr(workspace.store.conferences, "save", refuse)
        patched.setattr(QMessageBox, "question", lambda *_: answer)
        type_text(window.view(WizardStep.SCHEDULE).section.field("venue"), "Nhà văn hóa")
        window.close()
        assert window.isVisible() is (answer is QMessageBox.StandardButton.Retry)
        window.view(WizardStep.SCHEDULE).section.draft.undo()
        assert window.view(WizardStep.SCHEDULE).section.draft.conference.venue == "Nhà văn hóa"
    window.close()
    assert not window.isVisible()


def test_the_whole_set_is_printed_with_one_key(qtbot: QtBot, workspace: Workspace) -> None:
    window = _window(qtbot, workspace)
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = child(window, PrintSetDialog)

    assert "badges" in dialog.rows.rows
    dialog.reject()
