"""The days of other events that windows or deadlines of the plan are tied to: one date for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.records import EventDay
from desktop.language import tr
from desktop.widgets.date_fields import DateField


class EventDaysField(QWidget):
    """Asks for the days of some events; days of events not asked for are kept."""

    committed = Signal(object)  # tuple[EventDay, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[EventDay, ...] = ()
        self._planned: dict[str, date | None] = {}
        self._offered: tuple[tuple[str, str, date | None], ...] = ()
        self.fields: dict[str, DateField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._parts: list[QWidget] = []

    def offer(self, events: Sequence[tuple[str, str, date | None]]) -> None:
        """Ask for these events: key, name, and the day that the plan gives, if any."""
        if tuple(events) == self._offered:
            return
        self._offered = tuple(events)
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.fields = [], {}
        self._planned = {key: day for key, _, day in events}
        for key, name, _ in events:
            self._add(key, name)
        self.show_value(self._days)

    def show_value(self, days: tuple[EventDay, ...]) -> None:
        """Show stored days without committing them."""
        self._days = days
        chosen = {one.event: one.day for one in days}
        for key, field in self.fields.items():
            field.show_value(chosen.get(key, self._planned[key]))

    def commit(self) -> None:
        """Emit what was typed and not left yet."""
        for field in self.fields.values():
            field.commit()

    def setFocus(self, *reason: object) -> None:  # noqa: ARG002 - Qt's overloads
        """Put the cursor on the first day."""
        for field in self.fields.values():
            field.setFocus()
            return

    def _add(self, key: str, name: str) -> None:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(tr("Day of: {event}", event=name).replace("&", "&&"))
        field = DateField(self)
        field.setAccessibleName(tr("Day of: {event}", event=name))
        label.setBuddy(field)
        field.committed.connect(lambda day: self._take(key, day))
        for part in (label, field):
            self._column.addWidget(part)
            self._parts.append(part)
        self.fields[key] = field

    def _take(self, key: str, day: date | None) -> None:
        others = tuple(one for one in self._days if one.event != key)
        self._days = others if day is None else (*others, EventDay(event=key, day=day))
        self.committed.emit(self._days)
