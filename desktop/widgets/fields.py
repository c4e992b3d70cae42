"""Entry fields that commit on leaving: what the officer typed, normalised, exactly once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.language import tr
from desktop.people.text import typed
from desktop.widgets.growing_text import GrowingText
from desktop.widgets.labels import dress_as
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import scaled


class TextField(QLineEdit):
    """One line of text."""

    committed = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._shown = ""
        self.editingFinished.connect(self.commit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files that are dropped here to the window; their names are no text of it."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def show_value(self, text: str) -> None:
        """Show a stored value without committing it."""
        self._shown = text
        if typed(self.text()) != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        text = typed(self.text())
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)


class ParagraphField(GrowingText):
    """Several lines of text, as high as its text needs, committed on leaving."""

    committed = Signal(str)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(lines, parent)
        self._shown = ""

    def show_value(self, text: str) -> None:
        """Show a stored value without committing it."""
        self._shown = text
        if typed(self.toPlainText()) != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""
        text = typed(self.toPlainText())
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving."""
        super().focusOutEvent(event)
        self.commit()


class WholeNumberField(QLineEdit):
    """A whole number or nothing; anything else is shown as wrong and not committed."""

    committed = Signal(object)  # int | None

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._shown: int | None = None
        self.setMaximumWidth(scaled(120))
        self.setMaxLength(9)
        self.textEdited.connect(self._judge)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: int | None) -> None:
        """Show a stored value without committing it."""
        self._shown = value
        text = "" if value is None else str(value)
        if self.text() != text:
            self.setText(text)
        self._judge()

    def commit(self) -> None:
        """Emit the number typed, if it is one and differs from what is stored."""
        if self._judge():
            value = self._value()
            if value != self._shown:
                self._shown = value
                self.committed.emit(value)

    @property
    def value(self) -> int | None:
        """The number that stands there; None for nothing, or for what cannot be used."""
        value = self._value()
        return value if value is not None and self._least <= value <= self._most else None

    def _value(self) -> int | None:
        text = re.sub(r"[\s.]", "", self.text())
        return int(text) if text.isascii() and text.isdigit() else None

    def _judge(self) -> bool:
        value = self._value()
        right = self._least <= value <= self._most if value is not None else not self.text().strip()
        mark(
            self,
            right=right,
            hint=tr("A whole number from {least} to {most}", least=self._least, most=self._most),
        )
        return right


def mark(field: QLineEdit, *, right: bool, hint: str) -> None:
    """Show whether what a field holds can be used, and how to mend it."""
    field.setToolTip("" if right else hint)
    dress_as(field, "state", "right" if right else "wrong")


class ChoiceField(RoomyBox):
    """One of a list of named values; the wheel scrolls the page, never the choice."""

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []  # Qt's item data would turn an enum into its text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.activated.connect(lambda index: self.committed.emit(self._values[index]))

    @property
    def value(self) -> object:
        """The value chosen, None when there is none."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these values under these names."""
        current = self.value
        self._values = [value for value, _ in choices]
        self.clear()
        self.addItems([name for _, name in choices])
        self._choose(current)

    def show_value(self, value: object) -> None:
        """Show a stored value without committing it."""
        self._choose(value)

    def commit(self) -> None:
        """Do nothing: a choice is committed when it is made."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _choose(self, value: object) -> None:
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
