"""The home window's list."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from desktop.models.workspace import Workspace
from desktop.windows.conference_list import ConferenceList
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


def test_the_deadlines_come_after_the_first_sight(
    workspace: Workspace, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    open_draft()
    shown = ConferenceList(workspace)
    qtbot.addWidget(shown)
    assert _texts(shown)[4] == ""
    shown.show_deadlines()
    assert "20/03/2025" in _texts(shown)[4]


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
