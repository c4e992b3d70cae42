"""Dates and clock times, typed the way officers write them or picked from a calendar."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.people.typed_days import parse_date, parse_time
from desktop.sentences.shown import weekday_name
from desktop.widgets.fields import mark
from desktop.widgets.icons import Icon, put_icon
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import scaled


class _ParsedField(QLineEdit):
    """A line whose text stands for a value; text that stands for none is kept and marked."""

    committed = Signal(object)
    misread = Signal(str)  # what was typed, on leaving it

    def __init__(self, placeholder: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._shown: object = None
        self._text = ""  # as it was shown; what nobody touched is not read again
        self.setPlaceholderText(placeholder)
        self.setMaximumWidth(scaled(160))
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(lambda: mark(self, right=True, hint=""))

    def read(self, text: str) -> object:
        raise NotImplementedError

    def write(self, value: object) -> str:
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show a stored value without committing it."""
        self._shown = value
        self._text = self.write(value)
        self.setText(self._text)
        mark(self, right=True, hint="")

    def show_text(self, text: str) -> None:
        """Show a text that stands for no value, as it was stored."""
        self._shown = text
        self._text = text
        self.setText(text)
        mark(self, right=False, hint=self._hint)

    def commit(self) -> None:
        """Emit the value typed, if it is one and differs from what is stored."""
        if self.text() == self._text:
            return
        try:
            value = self.read(self.text())
        except ValueError:
            mark(self, right=False, hint=self._hint)
            self.misread.emit(self.text())
            return
        self._text = self.write(value)
        self.setText(self._text)
        mark(self, right=True, hint="")
        if value != self._shown:
            self._shown = value
            self.committed.emit(value)


class ClockField(_ParsedField):
    """A clock time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("7:30", tr("A time of day, for example 7:30"), parent)

    def read(self, text: str) -> time | None:
        """Read what was typed."""
        return parse_time(text)

    def write(self, value: object) -> str:
        """Write it the one way it is shown."""
        return f"{value:%H:%M}" if isinstance(value, time) else ""


class _DateLine(_ParsedField):
    def read(self, text: str) -> date | None:
        return parse_date(text)

    def write(self, value: object) -> str:
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else ""


class DateField(QWidget):
    """A date, typed or picked from a calendar."""

    committed = Signal(object)  # date | None
    misread = Signal(str)  # what was typed instead of a date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _DateLine(
            tr("dd/mm/yyyy"), tr("A date as day/month/year, for example 20/03/2025"), self
        )
        self._weekday = PlainLabel(role="hint")
        self._weekday.setWordWrap(False)
        self._button = QToolButton(self)
        put_icon(self._button, Icon.PICK)
        self._button.setAccessibleName(tr("Pick from the calendar"))
        self._button.setToolTip(tr("Pick from the calendar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self._button)
        row.addWidget(self._weekday, 1)
        self.setFocusProxy(self.line)
        self.line.committed.connect(self._pass_on)
        self.line.misread.connect(self.misread)
        self._button.clicked.connect(self._pick)

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what a screen reader meets."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: date | None) -> None:
        """Show a stored value without committing it."""
        self.line.show_value(value)
        self._name_weekday(value)

    def commit(self) -> None:
        """Emit the date typed, if it is one and differs from what is stored."""
        self.line.commit()

    def _pass_on(self, value: date | None) -> None:
        self._name_weekday(value)
        self.committed.emit(value)

    def _name_weekday(self, value: date | None) -> None:
        self._weekday.setText(weekday_name(value) if value else "")

    def _pick(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        try:
            shown = parse_date(self.line.text())
        except ValueError:
            shown = None
        if shown:
            calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        frame = QVBoxLayout(popup)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(calendar)

        def take(picked: QDate) -> None:
            popup.close()
            self.line.setText(f"{picked.day():02}/{picked.month():02}/{picked.year():04}")
            self.line.commit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()
