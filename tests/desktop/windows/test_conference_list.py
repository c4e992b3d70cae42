"""The home window's list."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from db.records import Session
from desktop.models.workspace import Workspace
from desktop.rules.tasks import Pressing
from desktop.windows.conference_list import ConferenceList
from tests.builders import ident
from tests.desktop.conftest import OpenDraft


def _texts(shown: ConferenceList, row: int = 0) -> list[str]:
    model = shown.model()
    return [str(model.index(row, column).data()) for column in range(shown.columnCount())]


def test_each_conference_is_shown_with_its_state(
    workspace: Workspace, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(title="")
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    assert _texts(shown)[:4] == ["Conference without a name", "20/03/2025", "0", "Being planned"]
    draft.change(is_planned=True)
    shown.refresh()
    assert _texts(shown)[3] == "Plan complete"
    (session,) = draft.conference.sessions
    draft.change(sessions=(replace(session, day=date(2025, 1, 5)),))
    shown.refresh()
    assert _texts(shown)[3] == "Held"


def test_the_tasks_come_after_the_first_sight(
    workspace: Workspace, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    open_draft()
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    assert _texts(shown)[4] == ""
    assert shown.pressing is None
    shown.show_tasks()
    assert _texts(shown)[4] == "Send the plan up: by 18/02/2025"
    assert shown.pressing == Pressing()


@pytest.mark.parametrize(
    ("day", "text", "counted"),
    [
        (date(2025, 2, 1), "✖ Send the plan up: was due on 02/01/2025", Pressing(1, 1)),
        (date(2025, 2, 10), "▲ Send the plan up: by 11/01/2025", Pressing(0, 1)),
    ],
)
def test_what_presses_most_is_marked_by_a_sign(
    workspace: Workspace,
    open_draft: OpenDraft,
    qtbot: QtBot,
    day: date,
    text: str,
    counted: Pressing,
) -> None:
    open_draft(sessions=(Session(id=ident(11), day=day),))
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    shown.show_tasks()
    assert _texts(shown)[4] == text
    assert shown.pressing == counted


def test_the_tasks_follow_the_list_when_it_is_read_again(
    workspace: Workspace, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft()
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    shown.show_tasks()
    draft.change(done_tasks=("plan", "decision"))
    shown.refresh()
    assert _texts(shown)[4] == "Close and send the list of delegates: by 05/03/2025"
    draft.change(sessions=(), level_id="")
    shown.refresh()
    assert _texts(shown)[4] == ""


def test_the_sample_is_marked(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.add_sample()
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    assert _texts(shown)[0].endswith("(sample)")


def test_a_title_with_markup_is_shown_as_typed(
    workspace: Workspace, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    open_draft(title="Hội nghị <b>A</b> & B")
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    assert _texts(shown)[0] == "Hội nghị <b>A</b> & B"
    assert shown.chosen is not None
