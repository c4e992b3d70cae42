"""The measures of a hall: rows, seats, aisles and the backdrop, stored as one."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from db.day_records import Hall
from desktop.language import tr
from desktop.widgets.fields import TextField, WholeNumberField
from desktop.widgets.theme import GAP, scaled

_NARROW = 90  # logical pixels
_MOST_ROWS, _MOST_SEATS = 60, 80
_COUNTED = frozenset(("rows", "seats"))  # empty while they are not told


class HallField(QWidget):
    """Six short fields; each is stored on leaving it, with the others as they stand."""

    committed = Signal(object)  # Hall

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Hall()
        self._is_filled = False
        self._fields: dict[str, WholeNumberField | TextField] = {
            "rows": WholeNumberField(0, _MOST_ROWS, self),
            "seats": WholeNumberField(0, _MOST_SEATS, self),
            "aisles": TextField("9", self),
            "cross_aisles": TextField("4, 8", self),
            "backdrop_width_cm": WholeNumberField(100, 5000, self),
            "backdrop_height_cm": WholeNumberField(100, 3000, self),
        }
        labels = {
            "rows": tr("Rows of seats"),
            "seats": tr("Seats in a row"),
            "aisles": tr("Aisles after seats"),
            "cross_aisles": tr("Aisles after rows"),
            "backdrop_width_cm": tr("Backdrop, width in cm"),
            "backdrop_height_cm": tr("Backdrop, height in cm"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        names = list(self._fields)
        for first in range(0, len(names), 2):
            form = QFormLayout()
            form.setHorizontalSpacing(GAP)
            for name in names[first : first + 2]:
                field = self._fields[name]
                field.setMaximumWidth(scaled(_NARROW))
                field.setAccessibleName(labels[name])
                label = QLabel(labels[name], self)
                label.setBuddy(field)
                form.addRow(label, field)
                field.committed.connect(lambda value, name=name: self._take(name, value))
            row.addLayout(form)
        row.addStretch(1)
        self.setFocusProxy(self._fields["rows"])

    def part(self, name: str) -> QLineEdit:
        """Find the field of one measure."""
        return self._fields[name]

    def show_value(self, hall: Hall | None) -> None:
        """Show a stored hall without committing it; nothing where none is told yet."""
        before, self._shown = self._shown, hall or Hall()
        for name in self._fields:
            value: Any = getattr(self._shown, name)
            # what is being typed beside the field that was just left stays
            if value != getattr(before, name) or not self._is_filled:
                self._show_part(name, value)
        self._is_filled = True

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        for field in self._fields.values():
            field.commit()

    def _show_part(self, name: str, value: Any) -> None:  # noqa: ANN401 - a number or a text
        if name in _COUNTED:
            value = value or None
        self._fields[name].show_value(value)

    def _take(self, name: str, value: object) -> None:
        usual: Any = getattr(Hall(), name)
        if value is None:
            self._show_part(name, usual)
        changed = msgspec.structs.replace(self._shown, **{name: usual if value is None else value})
        if changed != self._shown:
            self._shown = changed
            self.committed.emit(changed)
