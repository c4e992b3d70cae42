"""The programme: items in order, with clock times computed from their minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from db.day_records import ScriptStep
from db.records import ProgrammeItem, Session, Speech, WizardStep
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.rules.findings import FindingCode
from desktop.rules.timetable import Slot, clock_times, rows_by_session, with_missing_items
from desktop.widgets.labels import PlainLabel
from desktop.widgets.record_table import RecordTable
from desktop.widgets.timeline_bar import Lane, Stretch, TimelineBar
from desktop.wizard.section import Section


class ProgrammeSection(Section):
    """The programme's table; rows move by dragging or with Alt and an arrow."""

    step: ClassVar[WizardStep] = WizardStep.PROGRAMME

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Programme")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Set the minutes; the clock times follow. Drag a row to move it.")

    def build(self) -> None:
        """Add the fields."""
        self._total = PlainLabel(role="heading", parent=self)
        self._fill = QPushButton(tr("Add the required items that are missing"), self)
        self._fill.clicked.connect(self._add_missing)
        head = QHBoxLayout()
        head.addWidget(self._total, 1)
        head.addWidget(self._fill)
        self.body.addLayout(head)
        self._timeline = TimelineBar(self)
        self.body.addWidget(self._timeline)
        table = RecordTable(
            (
                Column(
                    "clock",
                    tr("Time"),
                    ColumnKind.COMPUTED,
                    width=126,
                    compute=self._clock,
                ),
                Column("title", tr("Content")),
                Column("minutes", tr("Minutes"), ColumnKind.NUMBER, width=64, most=24 * 60),
                Column("presenter", tr("Presenter"), width=160),
                Column("note", tr("Note"), width=96),
            ),
            lambda: ProgrammeItem(id=self.draft.new_id(), title="", minutes=10),
            tr("Add an item"),
            self,
        )
        self.add_field("programme", "", table, wide=True)
        table.setAccessibleName(tr("Programme"))
        self._timeline.picked.connect(table.select)
        speeches = RecordTable(
            (
                Column("title", tr("What about")),
                Column("speaker", tr("Speaker"), width=150, suggest=self._names),
                Column("post", tr("Post"), width=130),
                Column("unit", tr("Unit"), width=150),
                Column("minutes", tr("Minutes"), ColumnKind.NUMBER, width=64, most=24 * 60),
            ),
            lambda: Speech(id=self.draft.new_id(), title="", minutes=7),
            tr("Add a speech"),
            self,
        )
        self.add_field(
            "speeches",
            tr("Speeches from the floor"),
            speeches,
            tr("In the order of speaking; their list is a paper of its own."),
            wide=True,
        )
        self._items: list[tuple[str, str]] = []
        self._script = self._script_table()
        self.add_heading(
            tr("Running script"),
            tr("What happens within each item, minute by minute; an item may go without."),
        )
        self.add_field("script", "", self._script, wide=True)
        self._script.setAccessibleName(tr("Running script"))

    def _script_table(self) -> RecordTable:
        return RecordTable(
            (
                Column("item_id", tr("Item"), ColumnKind.CHOICE, width=150, choices=self._items),
                Column("minutes", tr("Minutes"), ColumnKind.NUMBER, width=64, most=24 * 60),
                Column("action", tr("What happens"), width=170),
                Column("words", tr("What is said")),
                Column("actor", tr("Who acts"), width=140),
                Column("stage", tr("On the stage"), width=120),
                Column("props", tr("Props"), width=110),
                Column("sound", tr("Sound"), width=100),
                Column("light", tr("Light"), width=100),
            ),
            lambda: ScriptStep(id=self.draft.new_id(), minutes=5),
            tr("Add a step"),
            self,
        )

    def conference_changed(self, names: frozenset[str]) -> None:
        """Recompute the clock times and the total."""
        if "programme" in names:
            items = ((item.id, item.title) for item in self.draft.conference.programme)
            self._items[:] = [("", tr("Before the opening")), *items]
            self._script.table.viewport().update()
        if names & {"programme", "sessions", "rule_pack_id", "level_id"}:
            programme = self.draft.conference.programme
            minutes = sum(item.minutes for item in programme)
            times = clock_times(programme, self.draft.conference.sessions)
            last = times[-1] if times else None
            self._timeline.show_lanes(self._lanes(times))
            self._total.setText(
                tr("{minutes} minutes, until {end}", minutes=minutes, end=f"{last.end:%H:%M}")
                if last
                else tr("{minutes} minutes", minutes=minutes)
            )
            self._fill.setVisible(
                any(
                    finding.code is FindingCode.PROGRAMME_ITEM_MISSING
                    for finding in self.draft.findings
                )
            )

    def _lanes(self, times: Sequence[Slot | None]) -> list[Lane]:
        """Name the sessions by their number and day, where there are several."""
        conference = self.draft.conference
        items = conference.programme
        return [
            Lane(
                _session_name(number, session),
                tuple(
                    Stretch(row, items[row].title, items[row].minutes, times[row]) for row in rows
                ),
            )
            for number, (session, rows) in enumerate(
                rows_by_session(items, conference.sessions), start=1
            )
        ]

    def _names(self) -> tuple[str, ...]:
        return tuple(sorted({one.name for one in self.draft.delegates}))

    def _clock(self, rows: Sequence[ProgrammeItem], index: int) -> str:
        times = clock_times(tuple(rows), self.draft.conference.sessions)
        slot = times[index]
        return f"{slot.start:%H:%M} – {slot.end:%H:%M}" if slot else ""

    def _add_missing(self) -> None:
        draft, pack = self.draft, self.draft.pack
        if pack is not None:
            draft.replace(with_missing_items(draft.conference, pack, draft.office, draft.new_id))


def _session_name(number: int, session: Session | None) -> str:
    name = tr("Session {number}", number=number)
    return f"{name}, {session.day:%d/%m}" if session is not None and session.day else name
