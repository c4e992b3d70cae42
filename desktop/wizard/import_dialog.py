"""Brings a list of people in: every row shown as it will be stored before anything is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.import_plan import ImportPlan
from desktop.sentences.store import store_sentence
from desktop.widgets.fields import ChoiceField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.wizard.import_columns import ImportColumns
from desktop.wizard.import_files import LIST_SUFFIXES, choose_list, dropped_list
from desktop.wizard.import_preview import ImportPreviewPanel
from desktop.wizard.import_session import ImportSession

_WIDTH, _HEIGHT = 1140, 720
_COLUMNS_WIDTH = 400
_CARD_WIDTH = 560


class ImportDialog(QDialog):
    """Asks for a file, shows how it is understood, and adds its people in one step.

    Attributes:
        session: the import under way.
        imported_ids: ids of the people added, in order.
        choose: asks for a file; replaceable.
    """

    def __init__(
        self, draft: Draft, this_year: int, path: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = ImportSession(draft, this_year, self)
        self.imported_ids: tuple[str, ...] = ()
        self.choose: Callable[[QWidget], Path | None] = choose_list
        self._draft = draft
        self._plan: ImportPlan | None = None
        self.setWindowTitle(tr("Import a list of delegates"))
        self.setAcceptDrops(True)
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._build()
        self._connect()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # the red button is the one that imports
        self._order_tabs()
        self._show_question("")
        if path is not None:
            self.session.open(path)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, and nothing else."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()

    def done(self, result: int) -> None:
        """Stop what is under way when the dialog closes in any way."""
        self.session.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way."""
        self.session.stop()
        super().closeEvent(event)

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
        """Add the people in one step, and close."""
        plan = self._plan
        if plan is None:
            return
        people = plan.people(skip_listed=self.preview.skips_listed)
        try:
            self._draft.add_delegates(people)
        except StoreError as error:
            self._say(store_sentence(error), "binding")
            return
        self.imported_ids = tuple(one.id for one in people)
        self.accept()

    def _build(self) -> None:
        self.file_label = PlainLabel(role="heading", parent=self)
        self.form_label = PlainLabel(role="hint", parent=self)
        self.pick_button = QPushButton(tr("Choose another &file…"), self)
        self.sheet_box = ChoiceField(self)
        self.sheet_box.setAccessibleName(tr("Sheet"))
        self._sheet_caption = QLabel(tr("&Sheet"), self)
        self._sheet_caption.setBuddy(self.sheet_box)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.file_label)
        words.addWidget(self.form_label)
        head.addLayout(words, 1)
        head.addWidget(self._sheet_caption)
        head.addWidget(self.sheet_box)
        head.addWidget(self.pick_button)
        self.columns = ImportColumns(self)
        self.columns.setFixedWidth(_COLUMNS_WIDTH)
        self.preview = ImportPreviewPanel(self._draft, self)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.columns)
        row.addWidget(self.preview, 1)
        self.pages = QStackedWidget(self)
        self._question_page = self._make_question_page()
        self._busy_page = self._make_busy_page()
        self._body_page = body
        for page in (self._question_page, self._busy_page, body):
            self.pages.addWidget(page)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        frame.setSpacing(GAP)
        frame.addLayout(head)
        frame.addWidget(self.pages, 1)
        frame.addLayout(self._make_buttons())

    def _order_tabs(self) -> None:
        """Let Tab go the way the eye goes; the lines of the columns order themselves."""
        widgets = (
            self.sheet_box,
            self.pick_button,
            self.columns.first_row,
            self.columns.last_row,
            self.columns.group_box,
            self.columns.hidden_box,
            self.preview.skip_box,
            self.preview.tabs.tabBar(),
            self.preview.people_table,
            self.preview.problems_table,
            self.preview.left_out_table,
            self.import_button,
            self.cancel_button,
        )
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def _make_buttons(self) -> QHBoxLayout:
        self.message = PlainLabel(role="hint", parent=self)
        self.import_button = QPushButton(self)
        self.import_button.setProperty("role", "primary")
        self.cancel_button = QPushButton(tr("&Cancel"), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.cancel_button)
        return buttons

    def _make_question_page(self) -> QWidget:
        page = QWidget(self)
        self.refusal = PlainLabel(role="binding", parent=page)
        self.first_pick_button = QPushButton(tr("Choose a &file…"), page)
        self.first_pick_button.setProperty("role", "primary")
        card = QFrame(page)
        card.setProperty("role", "card")
        card.setFixedWidth(_CARD_WIDTH)
        words = QVBoxLayout(card)
        words.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        words.setSpacing(SPACE)
        words.addWidget(self.refusal)
        words.addWidget(
            PlainLabel(tr("Choose the list as it was sent, or drop it here."), parent=card)
        )
        words.addWidget(self.first_pick_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(
            PlainLabel(
                tr(
                    "Kinds of file: {kinds}. Title lines, merged cells and lines of totals may stay"
                    " in it. You see every row before anything is stored.",
                    kinds=", ".join(LIST_SUFFIXES),
                ),
                "hint",
                card,
            )
        )
        row = QHBoxLayout()  # an alignment would cut the words that wrap
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _make_busy_page(self) -> QWidget:
        page = QWidget(self)
        self.busy_label = PlainLabel(parent=page)
        self.busy_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QProgressBar(page)
        bar.setRange(0, 0)
        bar.setFixedWidth(360)
        bar.setAccessibleName(tr("Reading the list"))
        self.stop_button = QPushButton(tr("S&top reading"), page)
        column = QVBoxLayout(page)
        column.setSpacing(SPACE)
        column.addStretch(1)
        column.addWidget(self.busy_label)
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        session = self.session
        session.reading.connect(self._show_reading)
        session.read.connect(self._show_file)
        session.cancelled.connect(lambda: self._show_question(tr("Reading was stopped.")))
        session.refused.connect(self._show_question)
        session.sheet_shown.connect(self._show_sheet)
        session.planning.connect(self._show_planning)
        session.planned.connect(self._show_plan)
        self.pick_button.clicked.connect(self.pick_file)
        self.first_pick_button.clicked.connect(self.pick_file)
        self.stop_button.clicked.connect(session.reader.cancel)
        self.sheet_box.committed.connect(session.show_sheet)
        self.columns.picked.connect(session.take_over)
        self.columns.heading_set.connect(session.set_heading)
        self.columns.group_chosen.connect(session.put_into_group)
        self.columns.hidden_rows_chosen.connect(session.skip_hidden)
        self.preview.skipping_changed.connect(self._show_offer)
        self.import_button.clicked.connect(self.import_people)
        self.cancel_button.clicked.connect(self.reject)

    def _show_question(self, refusal: str) -> None:
        self._plan = None
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.pages.setCurrentWidget(self._question_page)
        self._show_head()
        self._show_offer()
        self.first_pick_button.setFocus()

    def _show_reading(self) -> None:
        self._plan = None
        self.busy_label.setText(
            tr("Reading {file}…", file=self.session.path.name or tr("the copied rows"))
        )
        self.pages.setCurrentWidget(self._busy_page)
        self._show_head()
        self._show_offer()
        self.stop_button.setFocus()

    def _show_file(self) -> None:
        self.sheet_box.offer(
            [
                (index, tr("{sheet} (hidden)", sheet=sheet.name) if sheet.is_hidden else sheet.name)
                for index, sheet in enumerate(self.session.sheets)
            ]
        )
        self.pages.setCurrentWidget(self._body_page)
        self._show_head()
        self.preview.people_table.setFocus()

    def _show_head(self) -> None:
        has_file = self.pages.currentWidget() is self._body_page
        several = has_file and len(self.session.sheets) > 1
        self.file_label.setText(
            (self.session.path.name if has_file else "") or tr("Import a list of delegates")
        )
        self.form_label.setText(self.session.text_form)
        self.form_label.setVisible(has_file and bool(self.session.text_form))
        self.pick_button.setVisible(has_file)
        self.sheet_box.setVisible(several)
        self._sheet_caption.setVisible(several)

    def _show_sheet(self) -> None:
        session = self.session
        self.sheet_box.show_value(
            next(index for index, sheet in enumerate(session.sheets) if sheet is session.sheet)
        )
        self.columns.show_sheet(session, self._draft.conference.groups)

    def _show_planning(self) -> None:
        self._plan = None
        self.preview.show_planning()
        self._show_offer()

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.columns.show_mapping(plan.mapping)
        self.preview.show_plan(plan)
        self._show_offer()

    def _show_offer(self) -> None:
        """Say on the button what it will do."""
        plan = self._plan
        count = len(plan.people(skip_listed=self.preview.skips_listed)) if plan else 0
        self.import_button.setEnabled(count > 0)
        self.import_button.setVisible(self.pages.currentWidget() is self._body_page)
        self.import_button.setText(tr("&Import {count} people", count=count))
        if plan is not None and not plan.names_people:
            self._say(tr("Choose on the left which column holds the full names."), "advisory")
        else:
            self._say("")

    def _say(self, text: str, role: str = "hint") -> None:
        self.message.set_role(role)
        self.message.setText(text)
