"""Printing badges: what is asked, the sheets as they will be, and what to look at first."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.badges.imposition import Flip
from desktop.documents.badges.run import BadgeRun, PrintedBadges, print_badges
from desktop.documents.rendered import PaperProblem
from desktop.documents.snapshot import Snapshot
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.models.badge_draft import BadgeDraft, OpenDesign
from desktop.models.badge_printing import BadgeOrder, BadgePrinting, Who
from desktop.models.badge_shelf import BadgeShelf
from desktop.models.workspace import Workspace
from desktop.sentences.papers import problem_sentence
from desktop.sentences.printing import sheet_words
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import write_failure_sentence
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.note_list import NoteList
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.badge_designer import BadgeDesigner
from desktop.windows.badge_form import BadgeForm
from desktop.windows.badge_prints import BadgePrints, DrawnRun
from desktop.windows.printer_dialog import PrinterDialog
from desktop.wizard.print_dialog import ask_where_to_save

_QUIET_MS = 250  # after the last change, before the sheets are drawn anew
_FORM_WIDTH = 330
_PROBLEMS_HEIGHT = 110
_NAMED = 5  # of those without a photo; the others are counted
_DESIGN = "badge-design"  # the setting that remembers which design was chosen last


class BadgeDialog(QDialog):
    """Prints the badges of one conference into a PDF.

    Attributes:
        choose_target: asks where the PDF goes; replaceable.
        form: what is asked for.
        view: the sheets.
        problems: what to look at before printing.
    """

    def __init__(
        self, workspace: Workspace, snapshot: Snapshot, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._snapshot = snapshot
        self._shelf = BadgeShelf(workspace.store)
        conference = snapshot.file.conference
        self._printing = BadgePrinting(workspace.store, conference.id, workspace.new_id)
        self._folder = Path(tempfile.mkdtemp(prefix="hoinghi-"))
        self._tidy = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._drawn: DrawnRun | None = None
        self._shown_path = self._folder / "badges-2.pdf"
        self._asked: tuple[BadgeOrder, BadgeRun] | None = None
        self.prints = BadgePrints(self._printing, snapshot, self)
        self.prints.noted.connect(self._say_noted)
        self.designer: BadgeDesigner | None = None
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self.runner = JobRunner(self)
        self.runner.finished.connect(self._show_sheets)
        self.runner.failed.connect(self._show_failure)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._draw)
        self.form = BadgeForm(
            snapshot.file.delegates, conference.groups, self._printing.printed(), self
        )
        self.form.changed.connect(self._follow)
        self.form.change_wanted.connect(self.change_design)
        self.form.remove_wanted.connect(self._remove_design)
        self.form.measure_wanted.connect(self.measure_printer)
        self.message = MessageBar(self)
        self.prints.failed.connect(self.message.warn)
        self.summary = PlainLabel(parent=self)
        self.problems = NoteList(_PROBLEMS_HEIGHT, self)
        self.view = PdfView(self)
        self.view.again_wanted.connect(self._draw)
        self.save_button = QPushButton(tr("&Save as PDF…"), self)
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.print_button = QPushButton(tr("P&rint…"), self)
        make_primary(self.print_button, Icon.PRINT)
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.print)
        self.setWindowTitle(tr("Badges"))
        self._lay_out()
        self._offer_designs(workspace.store.settings.get(_DESIGN, ""))
        self.form.show_printers(self._printing.printers(), "")
        self._follow()
        resize_within_screen(self, 1180, 760)
        keep_place(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the drawing under way."""
        super().closeEvent(event)
        self._stop()

    def reject(self) -> None:
        """Stop the drawing under way, as on closing."""
        self._stop()
        super().reject()

    def print(self) -> None:
        """Open what prints the sheets."""
        if self._drawn is not None:
            self.prints.print(self._drawn, self.problems.notes, self._printed_before())

    def save(self) -> None:
        """Save the sheets where the officer says; whose they are is noted once they are right."""
        drawn = self._drawn
        if drawn is None:
            return
        path = self.choose_target(self, "the-dai-bieu.pdf")
        if path is None:
            return
        from desktop.atomic_file import write_atomically  # noqa: PLC0415 - see desktop.app

        try:
            write_atomically(path, drawn.path.read_bytes())
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
            return
        self.message.say(
            tr(
                "Saved as {path}. Print it at 100 %, then say which sheets came out right, so that"
                " the program knows whose badges are done.",
                path=str(path),
            ),
            tr("It is &printed…"),
            lambda: self.prints.ask_about_file(drawn),
        )

    def change_design(self) -> None:
        """Open the designer on the design chosen; one of the program becomes a copy."""
        draft = BadgeDraft(
            self._workspace.store,
            self.form.chosen_design.design,
            self._workspace.new_id,
            self,
        )
        self.designer = BadgeDesigner(draft, self._snapshot, self)
        self.designer.closed.connect(self._take_design)
        self.designer.show()

    def measure_printer(self) -> None:
        """Measure the printer chosen, or a new one."""
        printer = str(self.form.printer.currentData() or "")
        dialog = PrinterDialog(
            self._printing, self.form.chosen_sheet, printer, self._workspace.clock, self
        )
        self._ask(dialog)

    def _ask(self, dialog: PrinterDialog) -> None:
        dialog.accepted.connect(lambda: self._take_printer(dialog.printer.text()))
        dialog.open()

    def _take_printer(self, printer: str) -> None:
        self.form.show_printers(self._printing.printers(), printer)
        self._follow()

    def _take_design(self) -> None:
        if self.designer is None:
            return
        key = self.designer.draft.design_id or self.form.chosen_design.key
        self.designer.deleteLater()
        self.designer = None
        self._offer_designs(key)
        self._follow()

    def _remove_design(self) -> None:
        design = self.form.chosen_design.design
        self._shelf.remove(design)
        self._offer_designs("")
        self._follow()
        self.message.say(
            tr("“{design}” was removed. Badges printed in it stay.", design=design.layout.title),
            tr("Bring it back"),
            lambda: self._bring_back(design),
        )

    def _bring_back(self, design: OpenDesign) -> None:
        self._shelf.bring_back(design)
        self.message.hide()
        self._offer_designs(design.id)
        self._follow()

    def _offer_designs(self, chosen: str) -> None:
        self.form.show_designs(self._shelf.designs(), chosen)

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.form)
        area.setMinimumWidth(_FORM_WIDTH)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        for widget, stretch in ((self.summary, 0), (self.problems, 0), (self.view, 1)):
            column.addWidget(widget, stretch)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_FORM_WIDTH + SPACE, 1180 - _FORM_WIDTH])
        close = QPushButton(tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        row.addWidget(close)
        row.addWidget(self.print_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        outer.addWidget(self.message)
        outer.addWidget(splitter, 1)
        outer.addLayout(row)

    def _follow(self) -> None:
        """Draw anew once nothing has changed for a moment."""
        shelf_design = self.form.chosen_design
        self._workspace.store.settings.set(_DESIGN, shelf_design.key)
        self.form.remove_button.setEnabled(bool(shelf_design.design.id))
        self.form.show_sheets(self._shelf.sheets(shelf_design.design.layout))
        self._drawn = None
        self.save_button.setEnabled(False)
        self.print_button.setEnabled(False)
        self._quiet.start()

    def _draw(self) -> None:
        fault = self.form.chosen_design.fault
        if fault is not None:
            self._show_failure(fault)
            return
        order = self.form.value
        run = self._printing.run(order, self._snapshot)
        self._asked = order, run
        self.view.show_busy(tr("Drawing the badges…"))
        self.runner.start(print_badges, self._snapshot, run, self._other_path)

    @property
    def _other_path(self) -> Path:
        """Where the next sheets are drawn, while those shown stay open."""
        first, second = (self._folder / f"badges-{n}.pdf" for n in (1, 2))
        return first if self._shown_path == second else second

    def _show_sheets(self, printed: PrintedBadges) -> None:
        if self._asked is None:
            return
        order, run = self._asked
        self._shown_path = self._other_path
        self.view.show_file(self._shown_path)
        self.summary.setText(_summary(order, run, printed))
        before = self._printing.printed() if order.who is not Who.NOT_PRINTED else frozenset()
        self._list_problems(run, printed, before)
        if printed.badges:
            self._drawn = DrawnRun(order=order, run=run, printed=printed, path=self._shown_path)
            self.save_button.setEnabled(True)
            self.print_button.setEnabled(True)

    def _printed_before(self) -> str:
        """Say what was printed last, if badges of these people were."""
        drawn, last = self._drawn, self._printing.last()
        if drawn is None or last is None or last.at is None:
            return ""
        ids = drawn.run.delegate_ids
        asked = {each.id for each in self._snapshot.file.delegates} if ids is None else ids
        again = len(asked & self._printing.printed())
        if not again:
            return ""
        return tr(
            "Badges of {count} of these people were printed before, last at {at}.",
            count=again,
            at=shown_instant(last.at),
        )

    def _say_noted(self, sheets: int) -> None:
        self.form.show_printed(self._snapshot.file.delegates, self._printing.printed())
        self._follow()
        if sheets:
            self.message.say(tr("Noted as printed: {sheets}.", sheets=sheet_words(sheets)))
        else:
            self.message.say(tr("Nothing was noted as printed."))

    def _list_problems(self, run: BadgeRun, printed: PrintedBadges, before: frozenset[str]) -> None:
        names = {each.id: each.name for each in self._snapshot.file.delegates}
        lines = [_said(problem, names) for problem in printed.problems]
        asked = names.keys() if run.delegate_ids is None else run.delegate_ids
        again = len(before & asked)
        if again:
            lines.insert(0, tr("Printed before: {count} of these people.", count=again))
        if printed.without_photo:
            lines.append(_without_photo(printed.without_photo, names))
        self.problems.show_notes(lines)

    def _show_failure(self, error: Exception) -> None:
        sentence = (
            refusal_sentence(error)
            if isinstance(error, InputRefused)
            else tr("The badges could not be drawn.")
        )
        self.summary.setText("")
        self.problems.hide()
        self.view.show_error(sentence)

    def _stop(self) -> None:
        self._quiet.stop()
        self.runner.drop()
        self.view.clear()  # closes the file before its folder goes
        self._tidy()


def _summary(order: BadgeOrder, run: BadgeRun, printed: PrintedBadges) -> str:
    words = tr("{badges} badges on {sheets} sheets", badges=printed.badges, sheets=printed.sheets)
    if run.blanks is not None:
        last = run.blanks.first + run.blanks.count - 1
        words += tr(
            ", blank ones with the numbers {first} to {last}", first=run.blanks.first, last=last
        )
    if run.layout.sides > 1:
        edge = (
            tr("; print on both sides, turned over the long edge")
            if order.flip is Flip.LONG
            else tr("; print on both sides, turned over the short edge")
        )
        words += edge
    return words + "."


def _said(problem: PaperProblem, names: dict[str, str]) -> str:
    return problem_sentence(problem, names.get(problem.delegate_id, ""))


def _without_photo(ids: tuple[str, ...], names: dict[str, str]) -> str:
    shown = ", ".join(names.get(each, "") for each in ids[:_NAMED])
    more = len(ids) - _NAMED
    if more > 0:
        return tr(
            "Without a photo, with initials instead: {names} and {count} more.",
            names=shown,
            count=more,
        )
    return tr("Without a photo, with initials instead: {names}.", names=shown)
