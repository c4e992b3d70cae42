"""The make-up of the list: a bar and a sentence for each figure, under headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.sentences.make_up import Chapter, Gauged
from desktop.widgets.labels import PlainLabel
from desktop.widgets.share_bar import ShareBar
from desktop.widgets.theme import GAP

_TITLE_STRETCH, _BAR_STRETCH, _WORDS_STRETCH = 5, 4, 9


class MakeUpView(QWidget):
    """Shows chapters; what they are made of is kept from one report to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column, stretch in enumerate((_TITLE_STRETCH, _BAR_STRETCH, _WORDS_STRETCH)):
            self._grid.setColumnStretch(column, stretch)
        self._shown: tuple[tuple[str, int, int], ...] = ()
        self._headings: list[PlainLabel] = []
        self._lines: list[PlainLabel] = []
        self.rows: list[tuple[PlainLabel, ShareBar, PlainLabel]] = []

    def show_chapters(self, chapters: Sequence[Chapter]) -> None:
        """Show these figures."""
        shape = tuple((one.title, len(one.figures), len(one.lines)) for one in chapters)
        if shape != self._shown:
            self._lay_out(chapters)
            self._shown = shape
        figures = [figure for chapter in chapters for figure in chapter.figures]
        for row, figure in zip(self.rows, figures, strict=True):
            _fill(row, figure)
        lines = [line for chapter in chapters for line in chapter.lines]
        for label, line in zip(self._lines, lines, strict=True):
            label.setText(line)

    @property
    def texts(self) -> list[str]:
        """What is written, from top to bottom without the headings."""
        return [f"{title.text()}: {words.text()}" for title, _, words in self.rows] + [
            line.text() for line in self._lines
        ]

    def _lay_out(self, chapters: Sequence[Chapter]) -> None:
        for old in (*self._headings, *self._lines, *(part for row in self.rows for part in row)):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._headings, self._lines, self.rows = [], [], []
        line = 0
        for chapter in chapters:
            heading = PlainLabel(chapter.title, "heading", self)
            heading.setContentsMargins(0, GAP if line else 0, 0, 0)
            self._headings.append(heading)
            self._grid.addWidget(heading, line, 0, 1, 3)
            line += 1
            for _ in chapter.figures:
                self._add_row(line)
                line += 1
            for _ in chapter.lines:
                label = PlainLabel(parent=self)
                self._lines.append(label)
                self._grid.addWidget(label, line, 0, 1, 3)
                line += 1

    def _add_row(self, line: int) -> None:
        row = PlainLabel(parent=self), ShareBar(self), PlainLabel(role="hint", parent=self)
        self.rows.append(row)
        title, bar, words = row
        # labels fill their cells: one that is only put in the middle is cut on its second line
        self._grid.addWidget(title, line, 0)
        self._grid.addWidget(bar, line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(words, line, 2)


def _fill(row: tuple[PlainLabel, ShareBar, PlainLabel], figure: Gauged) -> None:
    title, bar, words = row
    title.setText(figure.title)
    bar.show_share(figure.title, figure.share, figure.words)
    words.setText(figure.words)
