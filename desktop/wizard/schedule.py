"""When and where: sessions, venue, address, days of other events, what was put off, tasks."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from db.records import WizardStep
from desktop.language import tr
from desktop.rules.effective import level_of
from desktop.rules.windows import EventWindow
from desktop.widgets.event_days_field import EventDaysField
from desktop.widgets.fields import TextField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.moves_field import MovesField
from desktop.widgets.sessions_field import SessionsField
from desktop.wizard.seating_fields import SeatingFields
from desktop.wizard.section import Section
from desktop.wizard.task_panel import TaskPanel

_WHAT_DECIDES = frozenset(("rule_pack_id", "rule_pack_version", "level_id", "unit_id"))


class ScheduleSection(Section):
    """The day is held against the plan's window while it is typed."""

    step: ClassVar[WizardStep] = WizardStep.SCHEDULE

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Time and place")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("When and where the conference is held.")

    def build(self) -> None:
        """Add the fields."""
        self._window = PlainLabel(role="hint", parent=self)
        self.body.addWidget(self._window)
        self.add_field(
            "sessions",
            tr("Sessions"),
            SessionsField(self.draft.new_id, self),
            tr("One session is half a day."),
        )
        self._event_days = EventDaysField(self)
        self._events_box = self.bound_box("event_days", "", self._event_days)
        self.body.addWidget(self._events_box)
        self.add_field("venue", tr("Venue"), TextField(parent=self))
        self.add_field("address", tr("Address"), TextField(parent=self))
        self.add_field("moves", "", MovesField(self.draft.new_id, self._held, self), wide=True)
        self.add_field(
            "done_tasks",
            tr("What to do, and by when"),
            TaskPanel(self.draft, self),
            tr("Tick off what is done. The days follow the day of the conference."),
            wide=True,
        )

        self._seating = SeatingFields(self)

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what the plan says of the time, and how many have a seat."""
        self._seating.conference_changed(names)
        if not names & (_WHAT_DECIDES | {"exception_id", "sessions"}):
            return
        level = level_of(self.draft.conference, self.draft.pack)
        windows = level.windows if level else ()
        words = [f"{rule.words} ({rule.clause})" for rule in windows]
        self._window.setText(tr("The plan says: {words}", words="; ".join(words)))
        self._window.setVisible(bool(words))
        asked = {window.event for window in windows if isinstance(window, EventWindow)}
        asked |= {rule.event for rule in level.deadlines} if level else set()
        events = [one for one in level.events if one.key in asked] if level else []
        self._event_days.offer([(one.key, one.name, one.day) for one in events])
        self._events_box.setVisible(bool(events))

    def _held(self) -> tuple[date | None, str]:
        conference = self.draft.conference
        days = [one.day for one in conference.sessions if one.day is not None]
        place = ", ".join(part for part in (conference.venue, conference.address) if part)
        return min(days, default=None), place
