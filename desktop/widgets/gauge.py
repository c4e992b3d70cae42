"""The make-up of the participants at a glance: a bar and a sentence for each way of counting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.language import tr
from desktop.rules.make_up import MakeUp
from desktop.sentences.counted import kind_name
from desktop.sentences.measures import measure_words, percent_text
from desktop.widgets.findings_panel import severity_role
from desktop.widgets.labels import PlainLabel
from desktop.widgets.ratio_bar import FILLS, Part, RatioBar
from desktop.widgets.theme import GAP

_LINE_BETWEEN = 2  # of the grid
_SHORT = 2  # so many measures are said in one line


class Gauge(QFrame):
    """Planned and listed participants beside what the plan allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self.planned = self._row(0, tr("Planned"))
        self.listed = self._row(1, tr("On the list"))

    def show_plan(self, shown: bool) -> None:  # noqa: FBT001 - like setVisible
        """Show what is planned, or only what is listed."""
        for part in (self.planned.caption, self.planned.bar, self.planned.words):
            part.setVisible(shown)
        self._grid.setRowMinimumHeight(_LINE_BETWEEN, GAP if shown else 0)

    def _row(self, number: int, name: str) -> GaugeRow:
        row = GaugeRow(name, self)
        line = 3 * number
        self._grid.addWidget(row.caption, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.bar, line, 1)
        self._grid.addWidget(row.words, line + 1, 0, 1, 2)
        return row


class GaugeRow:
    """One way of counting: its name, its bar and its sentence."""

    def __init__(self, name: str, parent: QWidget) -> None:
        self.caption = PlainLabel(name, parent=parent)
        self.caption.setWordWrap(False)
        self.caption.setContentsMargins(0, 3, 0, 0)
        self.bar = RatioBar(parent)
        self.bar.setAccessibleName(name)
        self.words = PlainLabel(role="hint", parent=parent)

    def show_make_up(self, make_up: MakeUp, full: int = 0) -> None:
        """Show one way of counting, on a bar with room for at least so many."""
        parts = [
            Part(kind_name(kind), count, *fill)
            for (kind, count), fill in zip(make_up.heads, FILLS, strict=True)
        ]
        wanted = make_up.exemplars_wanted
        mark = (float(wanted[0]), percent_text(wanted[1])) if wanted else None
        self.bar.show_parts(parts, make_up.limit, mark, full)
        lines = make_up_lines(make_up)
        self.words.setText((" · " if len(lines) <= _SHORT else "\n").join(lines))
        self.words.set_role(make_up_role(make_up))


def make_up_lines(make_up: MakeUp) -> list[str]:
    """Say what is measured, a line each."""
    lines = [words for measure in make_up.measures if (words := measure_words(measure))]
    return lines or [tr("{count} people in all", count=make_up.total)]


def make_up_role(make_up: MakeUp) -> str:
    """Give the role of a label that says it."""
    return severity_role(make_up.severity) if make_up.severity else "hint"
