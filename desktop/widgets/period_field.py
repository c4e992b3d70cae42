"""A span of years, as two numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from db.records import Period
from desktop.language import tr
from desktop.widgets.fields import WholeNumberField
from desktop.widgets.theme import scaled

_FIRST_YEAR, _LAST_YEAR = 1945, 2200


class PeriodField(QWidget):
    """The first and the last year; committed when both are there in order, or neither is."""

    committed = Signal(object)  # Period | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Period | None = None
        self.first = WholeNumberField(_FIRST_YEAR, _LAST_YEAR, self)
        self.last = WholeNumberField(_FIRST_YEAR, _LAST_YEAR, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        dash = QLabel("–", self)
        for widget in (self.first, dash, self.last):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self.first)
        for field in (self.first, self.last):
            field.setMaximumWidth(scaled(90))
            field.committed.connect(self._join)
        self._years: tuple[int | None, int | None] = (None, None)

    def setAccessibleName(self, name: str) -> None:
        """Name both years."""
        super().setAccessibleName(name)
        self.first.setAccessibleName(tr("{period}, first year", period=name))
        self.last.setAccessibleName(tr("{period}, last year", period=name))

    def show_value(self, period: Period | None) -> None:
        """Show a stored period without committing it."""
        self._shown = period
        self._years = (period.first_year, period.last_year) if period else (None, None)
        self.first.show_value(self._years[0])
        self.last.show_value(self._years[1])

    def commit(self) -> None:
        """Emit the period typed, if it is whole and differs from what is stored."""
        self.first.commit()
        self.last.commit()

    def _join(self) -> None:
        texts = (self.first.text().strip(), self.last.text().strip())
        if not any(texts):
            self._tell(None)
        elif all(text.isascii() and text.isdigit() for text in texts):
            first, last = map(int, texts)
            if _FIRST_YEAR <= first <= last <= _LAST_YEAR:
                self._tell(Period(first_year=first, last_year=last))

    def _tell(self, period: Period | None) -> None:
        if period != self._shown:
            self._shown = period
            self.committed.emit(period)
