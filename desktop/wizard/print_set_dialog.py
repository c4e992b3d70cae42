"""The whole set in one press: every paper with its copies and sheets, problems first."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.documents.papers import PAPERS, Format, PaperGroup, paper
from desktop.documents.print_set import PreparedPaper, prepare, usual_copies
from desktop.documents.snapshot import Snapshot
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.printing.batch import BatchOutcome, WantedPrint, print_batch
from desktop.printing.order import PrintOrder, Sides
from desktop.printing.press import Press
from desktop.sentences.exports import drawing_failure_sentence
from desktop.sentences.printing import outcome_sentence, own_fault_sentence, sheet_words
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.file_choice import documents_folder
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.note_list import NoteList
from desktop.widgets.painted_press import system_press
from desktop.widgets.printer_form import PrinterForm
from desktop.widgets.theme import GAP, MARGIN, SPACE, scaled
from desktop.widgets.thread_runner import ThreadRunner
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.wizard.export_bar import ask_for_folder
from desktop.wizard.print_problems import print_problems
from desktop.wizard.print_rows import PrintRows

_BADGES = "badges"
_PROBLEMS_HEIGHT = 130
_FORM_WIDTH = 280
_NAMED = 5  # papers in one question; more are counted


class PrintSetDialog(QDialog):
    """Draws the papers of a conference, and prints as many of each as asked for.

    Attributes:
        choose_folder: asks where the PDFs go; replaceable.
        form: printer, tray and sides.
        rows: the papers.
        problems: what to look at before printing.
    """

    def __init__(
        self,
        draft: Draft,
        parent: QWidget | None = None,
        *,
        press: Press | None = None,
        groups: tuple[PaperGroup, ...] = tuple(PaperGroup),
        print_badges: Callable[[QWidget], QDialog] | None = None,
    ) -> None:
        """Begin to draw the papers.

        Args:
            draft: the conference.
            parent: of the dialog.
            press: what prints; that of the system unless said otherwise.
            groups: of papers.
            print_badges: opens over a window what prints badges, person by person.
        """
        super().__init__(parent)
        self._print_badges = print_badges
        self._draft = draft
        self._groups = groups
        self._press = press or system_press()
        self._snapshot: Snapshot | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self.choose_folder: Callable[[QWidget, Path], Path | None] = ask_for_folder
        self.setWindowTitle(tr("Print the set"))
        self.message = MessageBar(self)
        self.problems = NoteList(_PROBLEMS_HEIGHT, self)
        self.problems_heading = PlainLabel(role="advisory", parent=self)
        self.problems_heading.setProperty("emphasis", "strong")
        self.problems_heading.hide()
        self.rows = PrintRows(groups, self)
        self.form = PrinterForm(
            self._press,
            (
                (Sides.LONG_EDGE, tr("both, where a paper allows it")),
                (Sides.ONE, tr("one side")),
            ),
            draft.printing.last_printer,
            self,
        )
        self.form.want_sides(Sides.LONG_EDGE)
        self.summary = PlainLabel(parent=self)
        self.summary.setProperty("emphasis", "strong")
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("How far the print has come"))
        self.save_button = QPushButton(tr("&Save as PDF…"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self.print_button = QPushButton(tr("P&rint the set"), self)
        make_primary(self.print_button, Icon.PRINT)
        self.drawing = JobRunner(self)
        self.runner = ThreadRunner(self)
        self._connect()
        self._lay_out()
        self.draw()
        resize_within_screen(self, 1120, 760)
        keep_place(self)

    def draw(self) -> None:
        """Draw everything that can be drawn of the conference as it stands."""
        try:
            self._snapshot = self._draft.snapshot(self._draft.clock())
        except StoreError as error:
            self.message.warn(store_sentence(error))
            self._follow()
            return
        due = self._due()
        for key in self.rows.rows:
            if key == _BADGES:
                self.show_badges()
            elif key not in due:
                self.rows.say(key, tr("nothing to print yet"))
            else:
                self.rows.say(key, tr("being drawn…"))
        self.progress.show()
        self.drawing.start(prepare, self._snapshot, due, self._folder)
        self._follow()

    def show_badges(self) -> None:
        """Say how many people have no badge yet, and lead to where they are printed."""
        people = self._draft.delegates
        left = self._draft.printing.without_badges(people)
        if not people:
            self.rows.say(_BADGES, tr("nothing to print yet"))
            return
        if self._print_badges is not None:
            self.rows.lead(_BADGES, tr("Print &badges…"), self._open_badges)
        self.rows.say(
            _BADGES,
            tr("people without a printed badge: {count} of {all}", count=left, all=len(people))
            if left
            else tr("printed for everybody"),
        )

    def print_now(self) -> None:
        """Print; what was printed before and is still the same only once that is meant."""
        wanted = self._wanted()
        if not wanted:
            return
        last = self._draft.printing.last_of_each()
        done = [
            one
            for one in wanted
            if one.key in last and last[one.key].version == one.version and not last[one.key].pages
        ]
        if not done:
            self._start(wanted)
            return
        left = tuple(one for one in wanted if one not in done)
        question = (
            tr(
                "Printed before and not changed since: {papers}. Print them again?",
                papers=", ".join(one.title for one in done),
            )
            if len(done) <= _NAMED
            else tr(
                "{count} of these papers were printed before and have not changed since. Print"
                " them again?",
                count=len(done),
            )
        )
        self.message.ask(
            question,
            (
                (tr("Print &again"), lambda: self._start(wanted)),
                *(((tr("Only the &others"), lambda: self._start(left)),) if left else ()),
            ),
        )

    def save(self) -> None:
        """Save the papers that would be printed as PDFs, to be printed elsewhere."""
        folder = self.choose_folder(self, documents_folder())
        if folder is None:
            return
        from desktop.atomic_file import write_atomically  # noqa: PLC0415 - see desktop.app

        chosen = self.rows.wanted(PrintOrder(printer=""))
        for one in chosen:
            path = folder / paper(one.key).file_name(Format.PDF)
            try:
                write_atomically(path, one.path.read_bytes())
            except OSError as error:
                self.message.warn(write_failure_sentence(error, path))
                return
        self.message.say(
            tr(
                "{count} papers saved in “{folder}”. Print them at 100 %.",
                count=len(chosen),
                folder=str(folder),
            )
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way."""
        super().closeEvent(event)
        self._stop()

    def reject(self) -> None:
        """Stop a print first; close when there is none."""
        if self.runner.is_running:
            self.progress.setFormat(tr("Stopping…"))
            self.runner.cancel()
            return
        self._stop()
        super().reject()

    def _open_badges(self) -> None:
        if self._print_badges is not None:
            self._print_badges(self).finished.connect(self.show_badges)

    def _due(self) -> tuple[str, ...]:
        """Name the papers that can be made of what is known."""
        conference = self._draft.conference
        skipped = set(PaperGroup) - set(self._groups)
        if not self._draft.delegates:
            skipped |= {PaperGroup.PEOPLE, PaperGroup.EACH_PERSON, PaperGroup.DAY}
        if not (conference.awards or conference.candidates or conference.attended.present):
            skipped.add(PaperGroup.AFTERWARDS)
        return tuple(one.key for one in PAPERS if one.group not in skipped and one.key != _BADGES)

    def _take(self, prepared: tuple[PreparedPaper, ...]) -> None:
        self.progress.hide()
        snapshot = self._snapshot
        if snapshot is None:
            return
        for one in prepared:
            if one.error is not None:
                self.rows.say(one.key, tr("could not be drawn"))
            else:
                self.rows.show_paper(one, usual_copies(one.key, snapshot))
        self.rows.show_before(self._draft.printing.last_of_each())
        lines = print_problems(prepared, snapshot.file.delegates)
        self.problems.show_notes(lines)
        self.problems_heading.setText(tr("To look at before printing: {count}", count=len(lines)))
        self.problems_heading.setVisible(bool(lines))
        self._follow()

    def _fail_drawing(self, error: Exception) -> None:
        self.progress.hide()
        for key in self._due():
            self.rows.say(key, tr("could not be drawn"))
        self.message.say(drawing_failure_sentence(error), tr("Draw it again"), self.draw)

    def _wanted(self) -> tuple[WantedPrint, ...]:
        printer = self.form.chosen
        if printer is None or self.rows.has_wrong:
            return ()
        return self.rows.wanted(PrintOrder(printer=printer.name, tray=self.form.tray_code))

    def _start(self, wanted: tuple[WantedPrint, ...]) -> None:
        self.message.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self.close_button.setText(tr("Stop"))
        self.rows.setEnabled(False)
        self.runner.start(print_batch, self._press, wanted)
        self._follow()

    def _show_drawing(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setFormat(tr("{done} of {total} papers drawn", done=done, total=total))

    def _show_printing(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setFormat(tr("{done} of {total} pages", done=done, total=total))

    def _end(self, outcome: BatchOutcome) -> None:
        self._end_print()
        words = outcome_sentence(outcome)
        try:
            self._draft.printing.log(outcome)
            if outcome.sent:
                self._draft.printing.remember_printer(outcome.sent[0].wanted.order.printer)
        except StoreError as error:
            self.message.warn(
                tr(
                    "{said} Not noted as printed: {reason}",
                    said=words,
                    reason=store_sentence(error),
                )
            )
            return
        if outcome.is_whole:
            self.message.say(words)
        else:
            self.message.warn(words)
        self.rows.show_before(self._draft.printing.last_of_each())

    def _fail(self, error: Exception) -> None:
        self._end_print()
        self.message.warn(own_fault_sentence(error))

    def _end_print(self) -> None:
        self.progress.hide()
        self.close_button.setText(tr("Close"))
        self.rows.setEnabled(True)
        self._follow()

    def _stop(self) -> None:
        self.drawing.drop()
        self.runner.drop()
        self.form.stop()
        self._tidy()

    def _follow(self) -> None:
        """Count what would come out, and let it be printed if anything would."""
        asked = self.rows.wanted(PrintOrder(printer=""))
        busy = self.runner.is_running or self.drawing.is_running
        self.save_button.setEnabled(bool(asked) and not busy)
        self.print_button.setEnabled(bool(self._wanted()) and not busy)
        self.summary.setText(
            tr(
                "{count} papers, {sheets} of paper",
                count=len(asked),
                sheets=sheet_words(sum(one.sheets for one in asked)),
            )
            if asked
            else ""
        )

    def _follow_printer(self) -> None:
        self.rows.print_on(self.form.chosen_sides)

    def _connect(self) -> None:
        self.rows.changed.connect(self._follow)
        self.form.changed.connect(self._follow_printer)
        self.drawing.progress.connect(self._show_drawing)
        self.drawing.finished.connect(self._take)
        self.drawing.failed.connect(self._fail_drawing)
        self.runner.progress.connect(self._show_printing)
        self.runner.finished.connect(self._end)
        self.runner.failed.connect(self._fail)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self.print_now)
        self.save_button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self.print_button.setDefault(True)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.form)
        side.addSpacing(GAP)
        side.addWidget(self.summary)
        side.addStretch(1)
        self.form.setFixedWidth(scaled(_FORM_WIDTH))
        self.summary.setFixedWidth(scaled(_FORM_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self.rows, 1)
        middle.addLayout(side)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        for button in (self.save_button, self.close_button, self.print_button):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        outer.setSpacing(GAP)
        outer.addWidget(self.message)
        outer.addWidget(self.problems_heading)
        outer.addWidget(self.problems)
        outer.addLayout(middle, 1)
        outer.addLayout(row)
