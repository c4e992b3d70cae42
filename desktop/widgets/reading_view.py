"""A rule pack read out on screen: plain lines, selectable, to be scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.language import tr
from desktop.sentences.pack_reading import ReadLine
from desktop.widgets.theme import GAP, SPACE

_INDENT_PX = 20


class ReadingView(QTextEdit):
    """Headings in bold, what stands under them indented."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("What the pack says"))

    def show_lines(self, lines: Sequence[ReadLine]) -> None:
        """Show these lines, from the first one on."""
        self.clear()
        cursor = QTextCursor(self.document())
        is_first = True
        for number, line in enumerate(lines):
            has_parts = number + 1 < len(lines) and lines[number + 1].depth > line.depth
            block, letters = QTextBlockFormat(), QTextCharFormat()
            block.setLeftMargin(line.depth * _INDENT_PX)
            if line.depth == 0 and has_parts:
                letters.setFontWeight(QFont.Weight.Bold)
                block.setTopMargin(GAP if is_first else SPACE)
            if is_first:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(letters)
            else:
                cursor.insertBlock(block, letters)
            cursor.insertText(line.text, letters)  # never read as markup
            is_first = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
