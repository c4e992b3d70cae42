"""The papers of a set, a line each: how often, how many sheets, and when it was printed before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from db.prints import Print
from desktop.documents.papers import PAPERS, PaperGroup
from desktop.documents.print_set import PreparedPaper, is_one_sided, needs_other_stock
from desktop.language import tr
from desktop.printing.batch import WantedPrint
from desktop.printing.order import PrintOrder, Sides
from desktop.sentences.paper_options import group_name
from desktop.sentences.printing import printed_before_sentence, sheet_words
from desktop.widgets.fields import WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.wizard.paper_list import paper_title

_MOST_COPIES = 9_999
_COPIES_WIDTH = 76
_PAPER, _COPIES, _SHEETS, _BEFORE = range(4)


class _Row:
    """What is shown of one paper."""

    def __init__(self, key: str, parent: QWidget) -> None:
        self.key = key
        self.title = QLabel(paper_title(key), parent)
        self.copies = WholeNumberField(0, _MOST_COPIES, parent)
        self.copies.setFixedWidth(scaled(_COPIES_WIDTH))
        self.copies.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.copies.setAccessibleName(tr("Copies of: {paper}", paper=paper_title(key)))
        self.title.setBuddy(self.copies)
        self.sheets = PlainLabel(parent=parent)
        self.sheets.setWordWrap(False)
        self.before = PlainLabel(role="hint", parent=parent)
        self.paper: PreparedPaper | None = None
        self.lead: QPushButton | None = None


class PrintRows(QScrollArea):
    """Lists every paper; copies can be changed once a paper lies ready."""

    changed = Signal()

    def __init__(self, groups: Sequence[PaperGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = Sides.ONE
        body = QWidget(self)
        grid = self._grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(3)
        for column, name in enumerate((tr("Paper"), tr("Copies"), tr("Sheets"), tr("Printed"))):
            grid.addWidget(PlainLabel(name, "hint", body), 0, column)
        self.rows: dict[str, _Row] = {}
        for group, papers in groupby(PAPERS, key=lambda paper: paper.group):
            if group not in groups:
                continue
            heading = PlainLabel(group_name(group), parent=body)
            heading.setProperty("emphasis", "strong")
            grid.addWidget(heading, grid.rowCount(), 0, 1, 4)
            for paper in papers:
                self._add(paper.key, body, grid)
        grid.setColumnStretch(_PAPER, 3)
        grid.setColumnStretch(_BEFORE, 5)
        grid.setColumnMinimumWidth(_SHEETS, 110)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The papers of this conference"))

    def say(self, key: str, words: str) -> None:
        """Say why a paper is not printed from here; it takes no copies."""
        row = self.rows[key]
        row.paper = None
        row.copies.show_value(0)
        row.copies.setEnabled(False)
        row.sheets.setText("")
        row.before.set_role("hint")
        row.before.setText(words)

    def lead(self, key: str, name: str, follow: Callable[[], object]) -> None:
        """Offer a way to where a paper is printed, in the place of its copies."""
        row = self.rows[key]
        if row.lead is None:
            row.lead = QPushButton(name, row.copies.parentWidget())
            row.lead.setProperty("role", "small")
            row.lead.setAutoDefault(False)
            row.lead.clicked.connect(follow)
            self._grid.replaceWidget(row.copies, row.lead)
            row.copies.hide()
            QWidget.setTabOrder(row.copies, row.lead)

    def show_paper(self, paper: PreparedPaper, copies: int) -> None:
        """Show a paper that lies ready, with the copies that are proposed."""
        row = self.rows[paper.key]
        row.paper = paper
        row.copies.setEnabled(True)
        row.copies.show_value(copies)
        self._count(row)

    def show_before(self, last: Mapping[str, Print]) -> None:
        """Show when each paper was printed last, and whether it has changed since."""
        for key, row in self.rows.items():
            if row.paper is None:
                continue
            words = tr("other paper goes into the printer first") if needs_other_stock(key) else ""
            if key in last:
                row.before.set_role(
                    "fine" if last[key].version == row.paper.version else "advisory"
                )
                words = printed_before_sentence(last[key], row.paper.version)
            row.before.setText(words)

    def print_on(self, sides: Sides) -> None:
        """Print on these sides what may be printed on both."""
        self._sides = sides
        for row in self.rows.values():
            self._count(row)
        self.changed.emit()

    def wanted(self, order: PrintOrder) -> tuple[WantedPrint, ...]:
        """List what is to be printed, on the printer and from the tray of an order."""
        return tuple(
            _wanted(row.paper, row.copies.value or 0, order, self._sides)
            for row in self.rows.values()
            if row.paper is not None and row.copies.value
        )

    @property
    def has_wrong(self) -> bool:
        """Whether some number of copies cannot be used."""
        return any(
            row.copies.value is None for row in self.rows.values() if row.copies.text().strip()
        )

    def ready(self) -> Sequence[PreparedPaper]:
        """List the papers that lie ready."""
        return [row.paper for row in self.rows.values() if row.paper is not None]

    def _add(self, key: str, body: QWidget, grid: QGridLayout) -> None:
        row = self.rows[key] = _Row(key, body)
        place = grid.rowCount()
        for column, widget in enumerate((row.title, row.copies, row.sheets, row.before)):
            grid.addWidget(widget, place, column)
        row.copies.textEdited.connect(lambda _: self._follow(row))

    def _follow(self, row: _Row) -> None:
        self._count(row)
        self.changed.emit()

    def _count(self, row: _Row) -> None:
        copies = row.copies.value
        if row.paper is None or not copies:
            row.sheets.setText("")
            return
        wanted = _wanted(row.paper, copies, PrintOrder(printer=""), self._sides)
        row.sheets.setText(sheet_words(wanted.sheets))


def _wanted(paper: PreparedPaper, copies: int, order: PrintOrder, sides: Sides) -> WantedPrint:
    one_side = is_one_sided(paper.key) or paper.pages == 1
    return WantedPrint(
        key=paper.key,
        title=paper_title(paper.key),
        path=paper.path,
        pages=paper.pages,
        version=paper.version,
        order=PrintOrder(
            printer=order.printer,
            tray=order.tray,
            copies=copies,
            sides=Sides.ONE if one_side else sides,
            page_mm=paper.page_mm,
        ),
    )
