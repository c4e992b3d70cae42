"""Brings a list of people in: every row shown as it will be stored before anything is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import ImportPlan
from desktop.people.text_workbook import write_text_workbook_job
from desktop.sentences.import_book import import_tables
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.busy_page import BusyPage
from desktop.widgets.file_choice import FileKind, choose_target
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.wizard.import_columns import ImportColumns
from desktop.wizard.import_files import choose_list, dropped_list
from desktop.wizard.import_head import ImportHead
from desktop.wizard.import_pages import QuestionPage
from desktop.wizard.import_preview import ImportPreviewPanel
from desktop.wizard.import_session import ImportSession
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _HEIGHT = 1240, 780
_COLUMNS_LEAST, _COLUMNS_WIDTH = 350, 400
_LOW_SCREEN = 640  # logical pixels
_NARROW = 800  # logical pixels of the dialog


class _LowRow(QHBoxLayout):
    """May be as low as its tables: a scroll area gives the height that wrapped words would like."""

    def hasHeightForWidth(self) -> bool:
        """Ask for the least height alone."""
        return False


class ImportDialog(SessionDialog):
    """Asks for a file, shows how it is understood, and adds its people in one step.

    Attributes:
        session: the import under way.
        imported_ids: ids of the people added, in order, then of those merged into.
        writer: writes the report.
        choose: asks for a file; replaceable.
        choose_report: asks where the report goes; replaceable.
    """

    def __init__(
        self, draft: Draft, this_year: int, path: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = ImportSession(draft, this_year, self)
        self.writer = JobRunner(self)
        self.imported_ids: tuple[str, ...] = ()
        self.choose: Callable[[QWidget], Path | None] = choose_list
        self.choose_report: Callable[[QWidget], Path | None] = _choose_report
        self._draft = draft
        self._is_first = True
        self._is_narrow = False
        self.setWindowTitle(tr("Import a list of delegates"))
        self.setAcceptDrops(True)
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self._build()
        if self.screen().availableGeometry().height() < _LOW_SCREEN:
            self.preview.save_height()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # the red button is the one that imports
        self._order_tabs()
        self._show_question("")
        if path is not None:
            self.session.open(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns on a tab where there is no room beside the preview."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        if is_narrow:
            self.head.give_fields_to(self.columns)
            self.preview.put_aside(self.columns)
        else:
            self.head.take_fields_back()
            self.preview.take_back(self.columns)
            self._body_row.insertWidget(0, self.columns, 1)
            self.columns.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list file."""
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file dropped."""
        path = dropped_list(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.session.open(path)

    def stop_work(self) -> None:
        """Stop reading."""
        self.session.stop()

    def pick_file(self) -> None:
        """Ask for a file and read it."""
        path = self.choose(self)
        if path is not None:
            self.session.open(path)

    def paste(self) -> None:
        """Read the rows on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self.session.paste(data.text(), data.html())

    def import_people(self) -> None:
        """Add and merge the people in one step, and close."""
        plan = self.session.plan
        if plan is None or self.preview.is_editing:
            return
        found = plan.resolution
        try:
            self._draft.bring_in(found.added, found.merged)
        except StoreError as error:
            self._say(store_sentence(error), "binding")
            return
        self.session.remember()
        self.imported_ids = tuple(one.id for one in (*found.added, *found.merged))
        self.accept()

    def save_report(self) -> None:
        """Write what is left out, and why, and all there is to check as a workbook."""
        plan = self.session.plan
        path = self.choose_report(self) if plan is not None else None
        if plan is None or path is None:
            return
        tables = import_tables(plan.worked, plan.resolution, plan.listed)
        self.report_button.setEnabled(False)
        self.writer.start(write_text_workbook_job, path, tables)

    def _build(self) -> None:
        self.head = ImportHead(self.session, self)
        self.columns = ImportColumns(self)
        self.columns.setMinimumWidth(scaled(_COLUMNS_LEAST))
        self.columns.setMaximumWidth(scaled(_COLUMNS_WIDTH))
        self.preview = ImportPreviewPanel(self._draft, self)
        body = QWidget(self)
        row = self._body_row = _LowRow(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.columns, 1)
        row.addWidget(self.preview, 3)
        self.pages = QStackedWidget(self)
        self._question_page = question = QuestionPage(self)
        self.busy_page = busy = BusyPage(tr("Reading the list"), self, tr("S&top reading"))
        self.refusal = question.refusal
        self.first_pick_button, self.first_paste_button = question.pick, question.paste
        self.stop_button = busy.stop_button
        self._body_page = QScrollArea(self)  # on a small screen the buttons stay in sight below it
        self._body_page.setWidgetResizable(True)
        self._body_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body_page.setWidget(body)
        self._body_page.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        for page in (self._question_page, self.busy_page, self._body_page):
            self.pages.addWidget(page)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        frame.setSpacing(GAP)
        frame.addWidget(self.head)
        frame.addWidget(self.pages, 1)
        frame.addLayout(self._make_buttons())

    def _order_tabs(self) -> None:
        """Let Tab go the way the eye goes; the lines of the columns order themselves."""
        head, preview = self.head, self.preview
        widgets = (
            head.sheet_box,
            head.encoding_box,
            head.delimiter_box,
            head.sender_field,
            head.paste_button,
            head.pick_button,
            self.columns.first_row,
            self.columns.last_row,
            self.columns.group_box,
            self.columns.fixed_box,
            self.columns.fixed_text,
            self.columns.hidden_box,
            preview.tabs.tabBar(),
            preview.people_table,
            preview.leave_out_button,
            preview.problems_table,
            preview.left_out_table,
            preview.take_button,
            self.report_button,
            self.import_button,
            self.cancel_button,
        )
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def _make_buttons(self) -> QHBoxLayout:
        self.message = PlainLabel(role="hint", parent=self)
        self.import_button = QPushButton(self)
        make_primary(self.import_button, Icon.IMPORT)
        self.report_button = QPushButton(tr("Save a &report…"), self)
        self.report_button.setToolTip(
            tr("An Excel file of the rows left out and why, and of all cells to check")
        )
        self.cancel_button = QPushButton(tr("&Cancel"), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.report_button)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.cancel_button)
        return buttons

    def _connect(self) -> None:
        session, columns, preview = self.session, self.columns, self.preview
        session.reading.connect(self._show_reading)
        session.read.connect(self.head.show_list)
        session.cancelled.connect(lambda: self._show_question(tr("Reading was stopped.")))
        session.refused.connect(self._show_question)
        session.planning.connect(self._show_planning)
        session.planned.connect(self._show_plan)
        session.progress.connect(self._show_progress)
        for button in (self.head.paste_button, self.first_paste_button):
            button.clicked.connect(self.paste)
        self.head.pick_button.clicked.connect(self.pick_file)
        self.first_pick_button.clicked.connect(self.pick_file)
        self.stop_button.clicked.connect(session.cancel_reading)
        columns.picked.connect(session.take_over)
        columns.heading_set.connect(session.set_heading)
        columns.group_chosen.connect(session.put_into_group)
        columns.hidden_rows_chosen.connect(session.skip_hidden)
        columns.fixed.connect(session.fix)
        preview.people.mended.connect(session.mend)
        preview.encodings.chosen.connect(session.convert)
        preview.duplicates.decided.connect(session.decide)
        preview.rows_left_out.connect(session.leave_out)
        preview.rows_taken.connect(session.take)
        preview.hinted.connect(lambda hint: self._say(hint, "binding"))
        self.report_button.clicked.connect(self.save_report)
        self.writer.finished.connect(self._tell_report)
        self.writer.failed.connect(self._tell_no_report)
        self.import_button.clicked.connect(self.import_people)
        self.cancel_button.clicked.connect(self.reject)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.paste)

    def _show_question(self, refusal: str) -> None:
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.pages.setCurrentWidget(self._question_page)
        self.head.show_title()
        self._show_offer()
        self.first_pick_button.setFocus()

    def _show_reading(self) -> None:
        self._is_first = True
        self.busy_page.say(tr("Reading {file}…", file=self.session.name))
        self.busy_page.count()
        self.pages.setCurrentWidget(self.busy_page)
        self.head.show_title()
        self._show_offer()
        self.stop_button.setFocus()

    def _show_progress(self, done: int, total: int) -> None:
        self.busy_page.count(done, total if done else 0)

    def _show_planning(self) -> None:
        self.preview.show_planning()
        self._show_offer()

    def _show_plan(self, plan: ImportPlan) -> None:
        if self.pages.currentWidget() is not self._body_page:
            self.pages.setCurrentWidget(self._body_page)
            self.preview.people_table.setFocus()
        self.head.show_choices()
        self.columns.show_plan(self.session, self._draft.conference.groups)
        self.preview.show_plan(plan, is_first=self._is_first)
        self._is_first = False
        self._show_offer()

    def _show_offer(self) -> None:
        """Say on the button what it will do."""
        plan = self.session.plan
        has_list = self.pages.currentWidget() is self._body_page
        added = len(plan.resolution.added) if plan else 0
        merged = len(plan.resolution.merged) if plan else 0
        self.import_button.setEnabled(plan is not None and plan.does_anything)
        self.import_button.setVisible(has_list)
        self.report_button.setVisible(has_list)
        self.report_button.setEnabled(plan is not None)
        self.import_button.setText(
            tr("&Import {count} people, merge {merged}", count=added, merged=merged)
            if merged
            else tr("&Import {count} people", count=added)
        )
        self._say(*self._advice(plan))

    def _advice(self, plan: ImportPlan | None) -> tuple[str, str]:
        if plan is None:
            return "", "hint"
        if not plan.names_people:
            return tr("Choose on the left which column holds the full names."), "advisory"
        if plan.resolution.twins and not plan.does_anything:
            return tr("Nothing is left to import: nobody on this list is new."), "advisory"
        if plan.undecided:
            return (
                tr(
                    "{count} pairs are perhaps the same person; as long as you decide nothing, both"
                    " are kept.",
                    count=len(plan.undecided),
                ),
                "advisory",
            )
        return "", "hint"

    def _tell_report(self, path: Path) -> None:
        self.report_button.setEnabled(True)
        self._say(tr("The report was saved: {file}", file=path.name))

    def _tell_no_report(self, error: Exception) -> None:
        self.report_button.setEnabled(True)
        if isinstance(error, OSError):
            self._say(write_failure_sentence(error, Path(error.filename or "")), "binding")
        else:
            self._say(
                tr("The report could not be made because of a fault in this program."), "binding"
            )

    def _say(self, text: str, role: str = "hint") -> None:
        self.message.set_role(role)
        self.message.setText(text)


def _choose_report(parent: QWidget) -> Path | None:
    """Ask where the report goes."""
    name, kinds = tr("import report.xlsx"), f"{tr('Excel')} (*.xlsx)"
    return choose_target(parent, FileKind.REPORT, tr("Save the report"), name, kinds)
