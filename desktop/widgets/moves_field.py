"""That a conference was put off or is held elsewhere: old day and place, reason, who allowed it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from db.records import Move
from desktop.language import tr
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import TextField
from desktop.widgets.record_cards import RecordCard, RecordCards
from desktop.widgets.theme import GAP


class _MoveCard(RecordCard):
    """One move."""

    def __init__(self, move: Move, parent: QWidget) -> None:
        super().__init__(move.id, parent)
        self.setProperty("role", "card")
        self.old_day = DateField(self)
        self.old_venue = TextField(parent=self)
        self.reason = TextField(parent=self)
        self.approver = TextField(parent=self)
        grid = QGridLayout(self)
        grid.setSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for row, column, name, field in (
            (0, 0, tr("It was to be on"), self.old_day),
            (0, 2, tr("It was to be at"), self.old_venue),
            (1, 0, tr("Reason"), self.reason),
            (1, 2, tr("Allowed by"), self.approver),
        ):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.remove_button(tr("Remove this note")), 0, 4)
        self.old_day.committed.connect(lambda day: self.changed.emit({"old_day": day}))
        self.old_venue.committed.connect(lambda text: self.changed.emit({"old_venue": text}))
        self.reason.committed.connect(lambda text: self.changed.emit({"reason": text}))
        self.approver.committed.connect(lambda text: self.changed.emit({"approver": text}))

    def show_record(self, record: Any) -> None:  # noqa: ANN401 - as RecordCard has it
        """Show a stored move."""
        self.old_day.show_value(record.old_day)
        self.old_venue.show_value(record.old_venue)
        self.reason.show_value(record.reason)
        self.approver.show_value(record.approver)

    def commit(self) -> None:
        """Emit what was not left yet."""
        for field in (self.old_day, self.old_venue, self.reason, self.approver):
            field.commit()

    def focus_first(self) -> None:
        """Begin with the reason: day and place are filled in."""
        self.reason.setFocus()


class MovesField(RecordCards):
    """All moves, the first one first."""

    def __init__(
        self,
        new_id: Callable[[], str],
        held: Callable[[], tuple[date | None, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        Args:
            new_id: makes ids.
            held: tells on which day and where the conference is to be held now.
            parent: as Qt has it.
        """

        def make_next(_moves: tuple[Move, ...]) -> Move:
            day, venue = held()
            return Move(id=new_id(), old_day=day, old_venue=venue, reason="")

        super().__init__(_MoveCard, make_next, tr("Put off, or hold elsewhere…"), parent)
