"""An ordered list of paragraphs, edited like a numbered list in a word processor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.people.text import typed
from desktop.widgets.growing_text import GrowingText
from desktop.widgets.labels import PlainLabel
from desktop.widgets.tab_order import put_before
from desktop.widgets.theme import GAP


class _Line(GrowingText):
    """One paragraph; Enter begins the next, Backspace in an empty one removes it."""

    split = Signal(list)  # the paragraphs to put after this one
    emptied = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setPlainText(text)
        self._stored = text
        self._plain = self.toPlainText()

    def value(self) -> str:
        """Read the paragraph; one that was not touched as it is stored, to the last sign."""
        plain = self.toPlainText()
        return self._stored if plain == self._plain else typed(plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give Enter, Backspace and Alt with an arrow their meaning in a list."""
        key, modifiers = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._split_here()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText():
            self.emptied.emit()
        elif modifiers & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Up:
            self.moved.emit(-1)
        elif modifiers & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self.moved.emit(1)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste several paragraphs as several lines of the list."""
        first, *rest = [line for line in map(typed, source.text().splitlines()) if line] or [""]
        self.insertPlainText(first)
        if rest:
            self.split.emit(rest)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _split_here(self) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
        tail = cursor.selectedText()
        cursor.removeSelectedText()
        self.split.emit([tail.strip()])


class TextListEditor(QWidget):
    """A list of paragraphs; each change is committed as the whole tuple."""

    committed = Signal(object)  # tuple[str, ...]
    typing = Signal()

    def __init__(self, add_label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._rows: list[tuple[PlainLabel, _Line, QWidget]] = []
        self._name = ""
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        frame.addLayout(self._grid)
        self._add = QPushButton(add_label, self)
        self._add.clicked.connect(lambda: self._insert(len(self._rows), "", focus=True))
        footer = QHBoxLayout()
        footer.addWidget(self._add)
        footer.addStretch(1)
        frame.addLayout(footer)

    def setAccessibleName(self, name: str) -> None:
        """Name the list; its lines are called by this name and their number."""
        super().setAccessibleName(name)
        self._name = name
        self._renumber()

    def show_value(self, texts: tuple[str, ...]) -> None:
        """Show stored paragraphs without committing them."""
        self._shown = texts
        if self.value() == texts:
            return
        while self._rows:
            self._drop(len(self._rows) - 1)
        for text in texts:
            self._insert(len(self._rows), text)

    def value(self) -> tuple[str, ...]:
        """Read the paragraphs, empty ones left out."""
        return tuple(text for text in (line.value() for _, line, _ in self._rows) if text)

    @property
    def lines(self) -> tuple[QPlainTextEdit, ...]:
        """The paragraphs' widgets, in order."""
        return tuple(line for _, line, _ in self._rows)

    def commit(self) -> None:
        """Emit the paragraphs, if they differ from what is stored."""
        value = self.value()
        if value != self._shown:
            self._shown = value
            self.committed.emit(value)

    def focus_line(self, index: int) -> None:
        """Put the cursor at the end of a paragraph."""
        if 0 <= index < len(self._rows):
            line = self._rows[index][1]
            line.setFocus()
            line.moveCursor(line.textCursor().MoveOperation.End)

    def setFocus(self, *reason: Any) -> None:  # noqa: ANN401 - Qt's overloads
        """Put the cursor in the first paragraph, or on the button that adds one."""
        target = self._rows[0][1] if self._rows else self._add
        target.setFocus(*reason)

    def _insert(self, index: int, text: str, *, focus: bool = False) -> None:
        line = _Line(text, self)
        tools = self._tools(line)
        self._rows.insert(index, (PlainLabel(parent=self), line, tools))
        line.left.connect(self.commit)
        line.textChanged.connect(self.typing)
        line.split.connect(lambda texts: self._insert_after(line, texts))
        line.emptied.connect(lambda: self._remove(line))
        line.moved.connect(lambda by: self._move(line, by))
        self._lay_out()
        if self.isVisible():
            line.show()  # at once, so that the next key finds it
            tools.show()
        if focus:
            self.focus_line(index)

    def _tools(self, line: _Line) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        actions: list[tuple[str, str, Callable[[], None]]] = [
            ("↑", tr("Move up (Alt+Up)"), lambda: self._move(line, -1)),
            ("↓", tr("Move down (Alt+Down)"), lambda: self._move(line, 1)),
            ("✕", tr("Remove (empty line: Backspace)"), lambda: self._remove(line)),
        ]
        for sign, name, action in actions:
            button = QToolButton(tools)
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has its own way
            button.clicked.connect(action)
            row.addWidget(button)
        return tools

    def _index(self, line: _Line) -> int:
        return next(index for index, row in enumerate(self._rows) if row[1] is line)

    def _insert_after(self, line: _Line, texts: list[str]) -> None:
        index = self._index(line)
        for offset, text in enumerate(texts, start=1):
            self._insert(index + offset, text)
        self.focus_line(index + len(texts))
        self.commit()

    def _remove(self, line: _Line) -> None:
        index = self._index(line)
        self._drop(index)
        self._lay_out()
        if self._rows:
            self.focus_line(max(0, index - 1))
        else:
            self._add.setFocus()
        self.commit()

    def _drop(self, index: int) -> None:
        for widget in self._rows.pop(index):
            self._grid.removeWidget(widget)
            widget.blockSignals(True)  # noqa: FBT003 - Qt's signature; its focus-out must not commit
            widget.hide()
            widget.deleteLater()

    def _move(self, line: _Line, by: int) -> None:
        index = self._index(line)
        target = index + by
        if 0 <= target < len(self._rows):
            self._rows.insert(target, self._rows.pop(index))
            self._lay_out()
            line.setFocus()
            self.commit()

    def _lay_out(self) -> None:
        for row, (number, line, tools) in enumerate(self._rows):
            self._grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 1)
            self._grid.addWidget(tools, row, 2, Qt.AlignmentFlag.AlignTop)
        put_before(self._add, self.lines)
        self._renumber()

    def _renumber(self) -> None:
        for index, (number, line, _) in enumerate(self._rows, start=1):
            number.setText(f"{index}.")
            number.setContentsMargins(0, 8, 0, 0)
            line.setAccessibleName(tr("{list}, line {number}", list=self._name, number=index))
