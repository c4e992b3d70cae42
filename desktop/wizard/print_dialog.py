"""Printing one paper: its pages as they will come out, the printer, and what was printed before."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.printing.batch import BatchOutcome, WantedPrint, print_batch
from desktop.printing.order import (
    PageSet,
    PagesUnreadable,
    PrintOrder,
    Sides,
    pages_of,
    parse_pages,
    sheets_of,
)
from desktop.printing.press import Press
from desktop.sentences.printing import outcome_sentence, own_fault_sentence, sheet_words
from desktop.sentences.store import write_failure_sentence
from desktop.widgets.fields import ChoiceField, WholeNumberField, mark
from desktop.widgets.file_choice import FileKind, choose_target
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.note_list import NoteList
from desktop.widgets.painted_press import system_press
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.printer_form import PrinterForm
from desktop.widgets.theme import GAP, MARGIN, SPACE, scaled
from desktop.widgets.thread_runner import ThreadRunner
from desktop.widgets.window_size import keep_place, resize_within_screen

MOST_COPIES = 9_999
_FORM_WIDTH = 330
_PROBLEMS_HEIGHT = 150


class Printable(Struct, frozen=True, kw_only=True):
    """A paper that lies ready to be printed.

    Attributes:
        stem: of the file it is saved as.
        version: tells its content from any other.
        sides: as it was designed.
        problems: what to look at first, in words.
        before: when it was printed before, in words; empty when it was not.
    """

    key: str
    title: str
    stem: str
    path: Path
    pages: int
    page_mm: tuple[float, float]
    version: str = ""
    sides: Sides = Sides.ONE
    problems: tuple[str, ...] = ()
    before: str = ""


class PrintDialog(QDialog):
    """Shows one paper and prints it.

    Attributes:
        choose_target: asks where the PDF goes; replaceable.
        advice: says what speaks against a printer of a name; replaceable.
        form: printer, tray and sides.
        view: the pages.
    """

    printed = Signal(object)  # BatchOutcome, whatever came of it
    again_wanted = Signal()  # draw the paper anew

    def __init__(
        self,
        title: str,
        preferred_printer: str = "",
        parent: QWidget | None = None,
        *,
        press: Press | None = None,
    ) -> None:
        super().__init__(parent)
        self._press = press or system_press()
        self._paper: Printable | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self.advice: Callable[[str], str] = _no_advice
        self.setWindowTitle(tr("Print: {paper}", paper=title))
        self.form = PrinterForm(self._press, _sides_offered(), preferred_printer, self)
        self.copies = WholeNumberField(1, MOST_COPIES, self)
        self.copies.show_value(1)
        self.page_set = ChoiceField(self)
        self.page_set.offer(
            (
                (PageSet.ALL, tr("all pages")),
                (PageSet.ODD, tr("odd pages: the fronts")),
                (PageSet.EVEN, tr("even pages: the backs")),
            )
        )
        self.page_set.show_value(PageSet.ALL)
        self.ranges = QLineEdit(self)
        self.ranges.setPlaceholderText(tr("such as 1-3, 5; empty: all"))
        self.before = PlainLabel(role="advisory", parent=self)
        self.against = PlainLabel(role="binding", parent=self)
        self.against.hide()
        self.problems = NoteList(_PROBLEMS_HEIGHT, self)
        self.message = MessageBar(self)
        self.view = PdfView(self)
        self.summary = PlainLabel(parent=self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("How far the print has come"))
        self.progress.hide()
        self.save_button = QPushButton(tr("&Save as PDF…"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self.print_button = QPushButton(tr("P&rint"), self)
        make_primary(self.print_button, Icon.PRINT)
        self.runner = ThreadRunner(self)
        self._connect()
        self._lay_out()
        self.clear()
        resize_within_screen(self, 1100, 760)
        keep_place(self)

    def clear(self) -> None:
        """Have nothing to print yet."""
        self._paper = None
        self.before.hide()
        self.problems.hide()
        self._follow()

    def show_paper(self, paper: Printable) -> None:
        """Show a paper that lies ready."""
        self._paper = paper
        self.before.setText(paper.before)
        self.before.setVisible(bool(paper.before))
        self.problems.show_notes(paper.problems)
        self.form.want_sides(paper.sides)
        self.view.show_file(paper.path)
        self._follow()

    @property
    def order(self) -> PrintOrder | None:
        """What is asked for; None while something is missing or wrong."""
        paper, printer = self._paper, self.form.chosen
        copies, page_set = self.copies.value, self.page_set.value
        if paper is None or printer is None or copies is None:
            return None
        try:
            ranges = parse_pages(self.ranges.text(), paper.pages)
        except PagesUnreadable:
            return None
        order = PrintOrder(
            printer=printer.name,
            copies=copies,
            sides=self.form.chosen_sides,
            tray=self.form.tray_code,
            ranges=ranges,
            page_set=page_set if isinstance(page_set, PageSet) else PageSet.ALL,
            page_mm=paper.page_mm,
        )
        return order if pages_of(order, paper.pages) else None

    def print_now(self) -> None:
        """Print; one that was printed before only once that is meant."""
        paper = self._paper
        if paper is None or self.order is None:
            return
        if paper.before:
            self.message.ask(
                tr("{before} Print it again?", before=paper.before),
                ((tr("Print &again"), self._start),),
            )
        else:
            self._start()

    def save(self) -> None:
        """Save the paper where the officer says."""
        paper = self._paper
        if paper is None:
            return
        path = self.choose_target(self, f"{paper.stem}.pdf")
        if path is None:
            return
        from desktop.atomic_file import write_atomically  # noqa: PLC0415 - see desktop.app

        try:
            write_atomically(path, paper.path.read_bytes())
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
        else:
            self.message.say(tr("Saved as {path}. Print it at 100 %.", path=str(path)))

    def say_printed(self, before: str) -> None:
        """Note that what is shown was printed."""
        self.before.setText(before)
        self.before.setVisible(bool(before))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way."""
        super().closeEvent(event)
        self._stop()

    def reject(self) -> None:
        """Stop a print first; close when there is none."""
        if self.runner.is_running:
            self._cancel()
            return
        self._stop()
        super().reject()

    def _stop(self) -> None:
        self.runner.drop()
        self.form.stop()
        self.view.clear()
        self._tidy()

    def _start(self) -> None:
        paper, order = self._paper, self.order
        if paper is None or order is None:
            return
        wanted = WantedPrint(
            key=paper.key,
            title=paper.title,
            path=paper.path,
            pages=paper.pages,
            order=order,
            version=paper.version,
        )
        self.message.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.close_button.setText(tr("Stop"))
        self.print_button.setEnabled(False)
        self.runner.start(print_batch, self._press, (wanted,))

    def _cancel(self) -> None:
        self.progress.setFormat(tr("Stopping…"))
        self.runner.cancel()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total if done else 0)
        self.progress.setValue(done)

    def _end(self, outcome: BatchOutcome) -> None:
        self._end_print()
        if outcome.is_whole:
            self.message.say(outcome_sentence(outcome))
        else:
            self.message.warn(outcome_sentence(outcome))
        self.printed.emit(outcome)

    def _end_print(self) -> None:
        self.progress.hide()
        self.progress.resetFormat()
        self.close_button.setText(tr("Close"))
        self._follow()

    def _fail(self, error: Exception) -> None:
        self._end_print()
        self.message.warn(own_fault_sentence(error))

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self.copies.textEdited.connect(lambda _: self._follow())
        self.page_set.committed.connect(lambda _: self._follow())
        self.ranges.textEdited.connect(lambda _: self._follow())
        self.view.again_wanted.connect(self.again_wanted)
        self.runner.progress.connect(self._show_progress)
        self.runner.finished.connect(self._end)
        self.runner.failed.connect(self._fail)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.print_now)
        self.save_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self.print_button.setDefault(True)

    def _follow(self) -> None:
        """Say what would come out, and let it be printed if anything would."""
        paper, order = self._paper, self.order
        against = self.advice(self.form.chosen.name) if self.form.chosen else ""
        self.against.setText(against)
        self.against.setVisible(bool(against))
        self.save_button.setEnabled(paper is not None)
        self.print_button.setEnabled(order is not None and not self.runner.is_running)
        if paper is None:
            self.summary.setText("")
            return
        try:
            parse_pages(self.ranges.text(), paper.pages)
        except PagesUnreadable:
            mark(
                self.ranges,
                right=False,
                hint=tr("Pages from 1 to {count}, such as 1-3, 5", count=paper.pages),
            )
        else:
            mark(self.ranges, right=True, hint="")
        self.summary.setText(
            tr("Takes {sheets} of paper.", sheets=sheet_words(sheets_of(order, paper.pages)))
            if order
            else ""
        )

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(4)
        column.addWidget(self.problems)
        column.addWidget(self.before)
        column.addWidget(self.against)
        column.addWidget(self.form)
        for name, field in (
            (tr("&Copies"), self.copies),
            (tr("P&ages"), self.ranges),
            (tr("Of thes&e"), self.page_set),
        ):
            label = QLabel(name, side)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(GAP)
        column.addWidget(self.summary)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(scaled(_FORM_WIDTH))
        area.setWidget(side)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_FORM_WIDTH, 1100 - _FORM_WIDTH])
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        for button in (self.save_button, self.close_button, self.print_button):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        outer.addWidget(self.message)
        outer.addWidget(splitter, 1)
        outer.addLayout(row)


def _no_advice(_printer: str) -> str:
    return ""


def ask_where_to_save(parent: QWidget, name: str) -> Path | None:
    """Let a place for a PDF be chosen."""
    return choose_target(parent, FileKind.PAPER, tr("Save as PDF"), name, tr("PDF (*.pdf)"))


def _sides_offered() -> tuple[tuple[Sides, str], ...]:
    return (
        (Sides.ONE, tr("one side")),
        (Sides.LONG_EDGE, tr("both, turned over the long edge")),
        (Sides.SHORT_EDGE, tr("both, turned over the short edge")),
    )
