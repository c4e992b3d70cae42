"""The sessions of a conference: one line each, with its kind, day and starting time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from db.records import Session, SessionKind
from desktop.language import tr
from desktop.widgets.date_fields import ClockField, DateField
from desktop.widgets.fields import ChoiceField
from desktop.widgets.record_cards import RecordCard, RecordCards
from desktop.widgets.theme import GAP, scaled

_LEAST_DAY_WIDTH, _LEAST_START_WIDTH = 102, 58  # logical pixels: all that is typed can be read
_MORNING, _AFTERNOON = time(7, 30), time(13, 30)


class _SessionLine(RecordCard):
    """The kind, day and start of one session."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session.id, parent)
        self.kind = ChoiceField(self)
        self.kind.setMinimumContentsLength(10)
        self.kind.offer(
            [
                (SessionKind.MAIN, tr("Main session")),
                (SessionKind.PREPARATORY, tr("Preparatory session")),
            ]
        )
        self.day = DateField(self)
        self.day.line.setMinimumWidth(scaled(_LEAST_DAY_WIDTH))
        self.start = ClockField(self)
        self.start.setMinimumWidth(scaled(_LEAST_START_WIDTH))
        self.start.setMaximumWidth(scaled(90))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.kind)
        for caption, widget, stretch in (
            (tr("Day"), self.day, 1),
            (tr("Starts at"), self.start, 0),
        ):
            label = QLabel(caption, self)
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget, stretch)
        row.addWidget(self.remove_button(tr("Remove this session")))
        self.kind.committed.connect(lambda kind: self.changed.emit({"kind": kind}))
        self.day.committed.connect(lambda day: self.changed.emit({"day": day}))
        self.start.committed.connect(lambda start: self.changed.emit({"start": start}))

    def show_record(self, record: Session) -> None:
        """Show a stored session."""
        self.kind.show_value(record.kind)
        self.day.show_value(record.day)
        self.start.show_value(record.start)

    def number(self, number: int) -> None:
        """Name the fields after the session's number."""
        self.kind.setAccessibleName(tr("Kind of session {number}", number=number))
        self.day.setAccessibleName(tr("Day of session {number}", number=number))
        self.start.setAccessibleName(tr("Start of session {number}", number=number))

    def commit(self) -> None:
        """Emit what was not left yet."""
        self.day.commit()
        self.start.commit()

    def focus_first(self) -> None:
        """Begin with the day."""
        self.day.line.setFocus()


class SessionsField(RecordCards):
    """All sessions, in order."""

    def __init__(self, new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        def make_next(sessions: tuple[Session, ...]) -> Session:
            if not sessions:
                return Session(id=new_id(), start=_MORNING)
            return Session(id=new_id(), day=sessions[-1].day, start=_AFTERNOON)

        super().__init__(_SessionLine, make_next, tr("Add a session"), parent)
