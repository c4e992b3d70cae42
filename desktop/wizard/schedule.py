"""When and where: venue, address, sessions."""

from __future__ import annotations

from typing import ClassVar

from db.records import WizardStep
from desktop.language import tr
from desktop.widgets.fields import TextField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.sessions_field import SessionsField
from desktop.wizard.section import Section
from desktop.wizard.task_panel import TaskPanel


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
        self.add_field("venue", tr("Venue"), TextField(parent=self))
        self.add_field("address", tr("Address"), TextField(parent=self))
        self.add_field(
            "done_tasks",
            tr("What to do, and by when"),
            TaskPanel(self.draft, self),
            tr("Tick off what is done. The days follow the day of the conference."),
            wide=True,
        )

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what the plan says of the time."""
        if names & {"rule_pack_id", "level_id", "sessions"}:
            pack = self.draft.pack
            level = pack.level(self.draft.conference.level_id) if pack else None
            words = [f"{rule.words} ({rule.clause})" for rule in level.windows] if level else []
            self._window.setText(tr("The plan says: {words}", words="; ".join(words)))
            self._window.setVisible(bool(words))
