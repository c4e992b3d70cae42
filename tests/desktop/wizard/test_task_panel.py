"""The tasks of a conference at the end of its time and place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.records import Session
from db.store import Store
from desktop.models.draft import Draft
from desktop.rules.pack import RulePack
from desktop.rules.pack_event import PaperDeadline
from desktop.widgets.date_fields import DateField
from desktop.widgets.event_days_field import EventDaysField
from desktop.widgets.labels import PlainLabel
from desktop.wizard.schedule import ScheduleSection
from desktop.wizard.task_panel import TaskPanel, ask_where_to_save
from tests.builders import NOON, ident
from tests.desktop.conftest import OpenDraft
from tests.desktop.plans import EVENT, a_wide_pack
from tests.hands import child, press, type_text


def _today_is_noon(draft: Draft) -> Draft:
    draft.clock = lambda: NOON  # 6 January 2025
    return draft


@pytest.fixture
def draft(open_draft: OpenDraft) -> Draft:
    return _today_is_noon(open_draft(number=None, issued_on=None))


@pytest.fixture
def section(draft: Draft, qtbot: QtBot) -> ScheduleSection:
    section = ScheduleSection(draft)
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def _panel(section: ScheduleSection) -> TaskPanel:
    panel = section.field("done_tasks")
    assert isinstance(panel, TaskPanel)
    return panel


def _row(panel: TaskPanel, name: str) -> int:
    model = panel.table.model()
    return next(
        row for row in range(model.rowCount()) if str(model.index(row, 2).data()).startswith(name)
    )


def _day(panel: TaskPanel, name: str) -> str:
    return str(panel.table.model().index(_row(panel, name), 1).data())


def _state(panel: TaskPanel, name: str) -> str:
    return str(panel.table.model().index(_row(panel, name), 3).data())


def _tick(panel: TaskPanel, name: str) -> None:
    panel.table.setCurrentCell(_row(panel, name), 2)
    press(panel.table, Qt.Key.Key_Space)


def test_a_tick_is_stored_at_once_and_undone_in_one_step(
    section: ScheduleSection, draft: Draft, store: Store
) -> None:
    def done() -> tuple[str, ...]:
        return store.conferences.get(draft.conference.id).done_tasks

    panel = _panel(section)
    _tick(panel, "Print the badges")
    assert done() == ("badges",)
    assert _state(panel, "Print the badges") == "✓ Done"
    _tick(panel, "Rehearse")
    assert done() == ("badges", "rehearsal")
    draft.undo()
    assert done() == ("badges",)
    assert _state(panel, "Rehearse") == "In 72 days"
    _tick(panel, "Print the badges")
    assert done() == ()


def test_a_tick_leaves_those_of_other_plans_alone(section: ScheduleSection, draft: Draft) -> None:
    draft.change(done_tasks=("deadline-of-another-plan",))
    _tick(_panel(section), "Rehearse")
    assert draft.conference.done_tasks == ("deadline-of-another-plan", "rehearsal")


def test_the_days_move_with_the_day_of_the_conference(
    section: ScheduleSection, draft: Draft
) -> None:
    panel = _panel(section)
    assert _day(panel, "Rehearse") == "Wednesday, 19/03/2025"
    (session,) = draft.conference.sessions
    draft.change(sessions=(replace(session, day=date(2025, 3, 31)),))
    assert _day(panel, "Rehearse").startswith("Sunday, 30/03/2025")
    draft.change(sessions=(replace(session, day=None),))
    assert _day(panel, "Rehearse") == "no day yet"
    assert _day(panel, "Last day to hold the conference") == "Monday, 31/03/2025"


def test_without_a_day_it_is_said_what_gives_the_tasks_theirs(
    section: ScheduleSection, draft: Draft
) -> None:
    def said() -> list[str]:
        labels = _panel(section).findChildren(PlainLabel)
        return [label.text() for label in labels if label.isVisible()]

    assert said() == []
    draft.change(sessions=())
    assert said() == ["Choose the day of the conference, and every task gets its day."]


def test_what_presses_is_said_above_and_a_night_later_anew(
    section: ScheduleSection, draft: Draft
) -> None:
    panel = _panel(section)
    assert not panel.pressing_label.isVisible()
    draft.clock = lambda: NOON.replace(month=3, day=6)
    section.hide()
    section.show()
    assert panel.pressing_label.text() == "Tasks overdue: 3, due soon: 1"
    assert panel.pressing_label.isVisible()


def test_a_hidden_panel_waits_until_it_is_seen(draft: Draft, qtbot: QtBot) -> None:
    panel = TaskPanel(draft)
    qtbot.addWidget(panel)
    draft.change(done_tasks=("badges",))
    assert _state(panel, "Print the badges") == "In 68 days"
    panel.show()
    assert _state(panel, "Print the badges") == "✓ Done"


def test_the_plan_counts_as_sent_when_it_is_issued(section: ScheduleSection, draft: Draft) -> None:
    draft.change(number=5, issued_on=date(2025, 1, 2))
    assert _state(_panel(section), "Send the plan up") == "✓ Done: the plan is issued"


def _opened(
    store: Store, open_draft: OpenDraft, pack: RulePack, qtbot: QtBot, **fields: Any
) -> ScheduleSection:
    """Open a conference under a changed pack."""
    conference = open_draft(rule_pack_id=pack.id, level_id=pack.levels[0].id, **fields).conference
    section = ScheduleSection(
        _today_is_noon(Draft(store, conference.id, (pack,), lambda: ident(77)))
    )
    qtbot.addWidget(section)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    return section


def test_a_pilot_finds_the_appraisal_to_tick_where_the_finding_leads(
    store: Store, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    section = _opened(store, open_draft, a_wide_pack(), qtbot, unit_id="pilot-commune")
    (finding,) = [one for one in section.draft.findings if one.field == "done_tasks"]
    assert finding.step is section.step
    section.focus_field(finding.field)
    assert _panel(section).table.hasFocus()
    _tick(_panel(section), "Have the plan appraised")
    assert section.draft.conference.done_tasks == ("appraisal",)
    assert [one for one in section.draft.findings if one.field == "done_tasks"] == []


def test_the_day_of_an_event_is_asked_where_a_deadline_counts_from_it(
    store: Store, open_draft: OpenDraft, qtbot: QtBot
) -> None:
    talks = PaperDeadline(
        id="talks", clause="V", words="-", paper="Tham luận", days=-10, event=EVENT.key
    )
    pack = a_wide_pack(windows=(), deadlines=(talks,))
    section = _opened(store, open_draft, pack, qtbot)
    assert _day(_panel(section), "Tham luận") == "no day yet"
    days = section.field("event_days")
    assert isinstance(days, EventDaysField)
    type_text(days.fields[EVENT.key].line, "25/3/2025")
    section.flush()
    assert _day(_panel(section), "Tham luận").startswith("Saturday, 15/03/2025")


def test_the_table_has_the_name_of_its_field(section: ScheduleSection) -> None:
    assert _panel(section).table.accessibleName() == "What to do, and by when"


def test_typing_the_day_dates_the_tasks(section: ScheduleSection, draft: Draft) -> None:
    line = child(section.field("sessions"), DateField).line
    type_text(line, "27/3/2025")
    press(line, Qt.Key.Key_Return)
    assert _day(_panel(section), "Rehearse") == "Wednesday, 26/03/2025"


# the calendar file


def test_open_tasks_and_sessions_go_into_a_calendar_file(
    section: ScheduleSection, draft: Draft, tmp_path: Path
) -> None:
    draft.change(done_tasks=("badges",), venue="Hội trường, tầng 2")
    panel = _panel(section)
    panel.choose_target = lambda _, __: tmp_path / "việc"
    panel.save_button.click()
    path = tmp_path / "việc.ics"
    calendar = Calendar.from_ical(path.read_bytes())
    shown = {str(one["uid"]).split("-", 1)[1]: one for one in calendar.walk("VEVENT")}
    assert list(shown) == [
        f"session-{ident(11)}",
        "plan",
        "decision",
        "name-list",
        "invitations",
        "rehearsal",
        "report",
    ]
    assert str(shown["decision"]["description"]) == (
        "Usually 25 days before the conference\nA weekend. Use Friday, 21/02/2025."
    )
    assert panel.outcome.text() == f"Saved as {path}. Open it to take it into your calendar."


def test_a_calendar_file_that_cannot_be_written_is_explained(
    section: ScheduleSection, tmp_path: Path
) -> None:
    panel = _panel(section)
    panel.choose_target = lambda _, __: tmp_path / "no such folder" / "a.ics"
    panel.save_button.click()
    assert panel.outcome.text().startswith("a.ics was not written")
    assert panel.outcome.isVisible()


def test_choosing_no_place_writes_nothing(section: ScheduleSection) -> None:
    panel = _panel(section)
    panel.choose_target = lambda _, __: None
    panel.save_button.click()
    assert not panel.outcome.isVisible()


def test_where_nothing_has_a_day_there_is_nothing_to_save(
    open_draft: OpenDraft, qtbot: QtBot
) -> None:
    draft = open_draft(rule_pack_id="", sessions=(Session(id=ident(11)),))
    panel = TaskPanel(draft)
    qtbot.addWidget(panel)
    assert not panel.save_button.isEnabled()


def test_the_place_of_the_file_is_asked_for(
    section: ScheduleSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([("việc.ics", ""), ("", "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: next(answers))
    assert ask_where_to_save(section, Path("b.ics")) == Path("việc.ics")
    assert ask_where_to_save(section, Path("b.ics")) is None
