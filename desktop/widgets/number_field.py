"""A length or a size as it is typed: with a decimal comma or point, stepped with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.labels import dress_as
from desktop.widgets.theme import scaled

_STEP = 0.5
_LONGEST = 8


class NumberField(QLineEdit):
    """A number within bounds; anything else is shown as wrong and not told."""

    committed = Signal(float)

    def __init__(
        self, least: float, most: float, decimals: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._decimals = least, most, decimals
        self._shown: float | None = None
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(scaled(56))
        self.textEdited.connect(lambda _: self._judge())
        self.editingFinished.connect(self.commit)

    @property
    def value(self) -> float:
        """The number shown, or told last."""
        return self._least if self._shown is None else self._shown

    def show_value(self, value: float) -> None:
        """Show a stored value without committing it; what is being typed stays."""
        if value == self._shown and self.hasFocus():
            return
        self._shown = value
        self.setText(self._written(value))
        self._judge()

    def commit(self) -> None:
        """Tell the number typed, if it is one and differs from what is stored."""
        value = self._judge()
        if value is not None and value != self._shown:
            self._shown = value
            self.committed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step up and down with the arrows."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        value = self._judge()
        if not steps or value is None:
            super().keyPressEvent(event)
            return
        step = _STEP if self._decimals else 1
        stepped = min(self._most, max(self._least, value + steps * step))
        self.setText(self._written(stepped))
        self.commit()

    def _written(self, value: float) -> str:
        text = f"{value:.{self._decimals}f}"
        return text.replace(".", QLocale().decimalPoint())

    def _judge(self) -> float | None:
        """Read the number; None, and dressed as wrong, where it is none within the bounds."""
        try:
            value = round(float(self.text().strip().replace(",", ".")), self._decimals)
        except ValueError:
            value = self._least - 1
        is_right = self._least <= value <= self._most
        dress_as(self, "state", "" if is_right else "wrong")
        return value if is_right else None
