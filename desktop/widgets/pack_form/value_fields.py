"""Fields for single values of a pack: they keep what was typed even where it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desktop.language import tr
from desktop.models.typed_values import Writing, plain_text
from desktop.rules.pack_tree import Node
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField
from desktop.widgets.growing_text import GrowingText
from desktop.widgets.theme import GAP

_PAUSE_MS = 1_500  # in typing, after which the text is stored before the field is left
_UNSHOWN = object()  # differs from every value


class ValueField(Protocol):
    """What a form asks of the field of one value."""

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""

    def read(self) -> Node:
        """Give what the field holds now; None where it is empty."""


class ValueLine(QLineEdit):
    """A number, a share, a month or a key."""

    committed = Signal(object)

    def __init__(self, writing: Writing, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writing = writing
        self._shown: Node = _UNSHOWN
        self._text = ""
        self.setFixedWidth(width)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""
        if value == self._shown:
            return
        self._shown = value
        self._text = self._writing.show(value)
        self.setText(self._text)
        self.setCursorPosition(0)

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        value = self.read()
        if self.text() == self._text:
            return
        is_new = value != self._shown
        self._shown = _UNSHOWN
        self.show_value(value)
        if is_new:
            self.committed.emit(value)

    def read(self) -> Node:
        """Give the value typed; a text that stands for none as it is."""
        return self._shown if self.text() == self._text else self._writing.read(self.text())


class TextBox(GrowingText):
    """A text, as high as it needs to be; stored on leaving, and at every pause in typing.

    Enter goes on to the next field where the text is one line by nature.
    """

    committed = Signal(object)
    paused = Signal(object)  # what is typed so far

    def __init__(self, parent: QWidget | None = None, *, is_line: bool = False) -> None:
        super().__init__(1, parent)
        self._is_line = is_line
        self._shown: Node = _UNSHOWN
        self._text = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._store_so_far)
        self.textChanged.connect(self._typed)

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""
        if value == self._shown:
            return
        text = "" if value is None else str(value)
        if plain_text(self.toPlainText()) != text:
            self.setPlainText(text)
        self._remember(value)
        self._pause.stop()

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        self._pause.stop()
        value = self.read()
        if value != self._shown:
            self._remember(value)
            self.committed.emit(value)

    def read(self) -> Node:
        """Give the text typed; one that was not touched as it is stored, to the last sign."""
        plain = self.toPlainText()
        return self._shown if plain == self._text else plain_text(plain) or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._is_line and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving."""
        super().focusOutEvent(event)
        self.commit()

    def _typed(self) -> None:
        if self.hasFocus():
            self._pause.start()

    def _store_so_far(self) -> None:
        value = self.read()
        if value != self._shown:
            self._remember(value)
            self.paused.emit(value)

    def _remember(self, value: Node) -> None:
        self._shown = value
        self._text = self.toPlainText()


class FlagBox(QCheckBox):
    """Yes or no; left out, it is what the format says."""

    committed = Signal(object)

    def __init__(self, text: str, default: bool, parent: QWidget | None = None) -> None:  # noqa: FBT001 - a value
        super().__init__(text, parent)
        self._default = default
        self.clicked.connect(lambda: self.committed.emit(self.isChecked()))

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""
        self.setChecked(self._default if value is None else bool(value))

    def commit(self) -> None:
        """Do nothing: it is committed when it is clicked."""

    def read(self) -> Node:
        """Tell whether it is on."""
        return self.isChecked()


class DayField(DateField):
    """A day; what is no day stays as it was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: Node = None
        self.committed.connect(self._remember)
        self.misread.connect(self._pass_on_text)

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""
        if value == self._stored:
            return
        self._stored = value
        if value is None or isinstance(value, date):
            super().show_value(value)
        else:
            self.line.show_text(str(value))

    def read(self) -> Node:
        """Give the day, or what was typed instead of one."""
        return self._stored

    def _remember(self, value: Node) -> None:
        self._stored = value

    def _pass_on_text(self, text: str) -> None:
        if text != self._stored:
            self.committed.emit(plain_text(text))


class EnumField(ChoiceField):
    """One of the values of an enum; left out, it is what the format says."""

    def __init__(
        self,
        choices: Sequence[tuple[Enum, str]],
        default: Enum | None,
        empty_name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._default = default.value if default is not None else None
        named: list[tuple[object, str]] = [(choice.value, name) for choice, name in choices]
        self.setMinimumContentsLength(max(len(name) for _, name in named))
        self.offer([(None, empty_name), *named] if empty_name else named)
        self.show_value(None)

    def show_value(self, value: object) -> None:
        """Show a stored value without committing it."""
        super().show_value(self._default if value is None else value)

    def read(self) -> Node:
        """Give the value chosen."""
        return self.value


class DaysFromField(QWidget):
    """So many days before or after another day."""

    committed = Signal(object)

    def __init__(self, writing: Writing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_before = True
        self.line = ValueLine(writing, 80, self)
        self.side = ChoiceField(self)
        self.side.setMinimumContentsLength(12)
        self.side.offer([(True, tr("days before")), (False, tr("days after"))])
        self.side.show_value(self._is_before)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line)
        row.addWidget(self.side)
        self.setFocusProxy(self.line)
        self.line.committed.connect(lambda _: self.committed.emit(self.read()))
        self.side.committed.connect(self._turn)

    def setAccessibleName(self, name: str) -> None:
        """Name both parts."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.side.setAccessibleName(tr("{field}: before or after", field=name))

    def show_value(self, value: Node) -> None:
        """Show a stored value without committing it."""
        if isinstance(value, int):
            self._is_before = value < 0
            self.side.show_value(self._is_before)
        self.line.show_value(abs(value) if isinstance(value, int) else value)

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        self.line.commit()

    def read(self) -> Node:
        """Give the days, negative before."""
        value = self.line.read()
        return -value if isinstance(value, int) and self._is_before else value

    def _turn(self, is_before: object) -> None:
        self._is_before = bool(is_before)
        if isinstance(self.line.read(), int):
            self.committed.emit(self.read())
