"""A rule pack read out on screen: plain lines, selectable, to be scrolled."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.language import tr
from desktop.sentences.pack_summary import Block
from desktop.widgets.theme import GAP, SPACE

_INDENT_PX = 20


class ReadingView(QTextEdit):
    """Headings in bold, what stands under them indented."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("What the pack says"))

    def show_block(self, block: Block) -> None:
        """Show a block with all under it, from the first line on."""
        self.clear()
        cursor = QTextCursor(self.document())
        self._write(cursor, block, 0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, block: Block, depth: int) -> None:
        self._write_line(cursor, block.heading, depth, is_heading=True)
        for line in block.lines:
            self._write_line(cursor, line, depth + 1)
        for inner in block.blocks:
            self._write(cursor, inner, depth + 1)

    def _write_line(
        self, cursor: QTextCursor, text: str, depth: int, *, is_heading: bool = False
    ) -> None:
        frame, letters = QTextBlockFormat(), QTextCharFormat()
        frame.setLeftMargin(max(0, depth - 1) * _INDENT_PX)
        if is_heading:
            letters.setFontWeight(QFont.Weight.Bold)
            frame.setTopMargin(SPACE if depth < 2 else GAP)
        if cursor.atStart():
            cursor.setBlockFormat(frame)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(frame, letters)
        cursor.insertText(text, letters)  # never read as markup
