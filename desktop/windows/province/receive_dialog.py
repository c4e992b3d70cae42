"""Receiving from a stick: everything is seen before anything is written, and receipts go back."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.handoff.key_ring import UnlockedKeys
from desktop.language import tr
from desktop.models.intake_lines import IntakeLine, found_rows, taken_rows
from desktop.models.province import Province
from desktop.models.told_rows import ToldRows
from desktop.widgets.busy_page import BusyPage
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.plain_table import THREE_LINES, PlainTable
from desktop.widgets.stick_field import StickField
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.province.receive_session import ReceiveSession
from desktop.windows.province.send_session import SendSession
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _HEIGHT = 1180, 680
_FOUND_WIDTHS = (0, 80, 190, 0)
_TAKEN_WIDTHS = (0, 80, 0, 210)


class ReceiveDialog(SessionDialog):
    """Leads from the stick to the table, and from there to what was taken over."""

    def __init__(
        self, province: Province, keys: UnlockedKeys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self.session = ReceiveSession(province, keys, self)
        self.send = SendSession(province, self)
        self._has_receipts = False
        self.setWindowTitle(tr("Receive from a stick"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.found: ToldRows[IntakeLine] = found_rows(self)
        self.taken: ToldRows[IntakeLine] = taken_rows(self)
        self.stick = StickField(self)
        self.message = PlainLabel(parent=self)
        self.signs = PlainLabel(role="advisory", parent=self)
        self.pages = QStackedWidget(self)
        self._start = QWidget(self)
        self.busy_page = BusyPage(tr("Bundles done"), self)
        self.stop_button = self.busy_page.stop_button
        self._table = self._table_page()
        self._outcome = self._outcome_page()
        for page in (self._start, self.busy_page, self._table, self._outcome):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.stick)
        column.addWidget(self.message)
        column.addWidget(self.signs)
        column.addWidget(self.pages, 1)
        column.addLayout(self._buttons())
        self._connect()
        self._ask("")

    def stop_work(self) -> None:
        """Stop looking or taking over; what was taken whole stays."""
        self.session.stop()
        self.send.stop()

    def look_through(self) -> None:
        """Look the chosen stick through."""
        folder = self.stick.folder
        if folder is not None:
            self.session.look(folder)

    def write_receipts(self) -> None:
        """Write to the stick what its offices are answered: receipts, remarks, places."""
        self.send.send(self.session.folder, self.session.senders, (), self._keys)

    def _table_page(self) -> QWidget:
        page = QWidget(self)
        self.table = PlainTable(
            self.found, tr("Bundles on the stick"), page, row_height=THREE_LINES
        )
        self.table.fit(*_FOUND_WIDTHS)
        keep_widths(self.table, "receive-found")
        self.trust_card = QFrame(page)
        self.trust_card.setProperty("role", "card")
        self.trust_label = PlainLabel(parent=self.trust_card)
        self.fingerprint_label = PlainLabel(role="heading", parent=self.trust_card)
        self.fingerprint_label.setAccessibleName(tr("Fingerprint"))
        self.believe_button = QPushButton(tr("It is the &same as on the form"), self.trust_card)
        foot = QHBoxLayout()
        foot.addWidget(self.fingerprint_label, 1)
        foot.addWidget(self.believe_button)
        card = QVBoxLayout(self.trust_card)
        card.addWidget(self.trust_label)
        card.addLayout(foot)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self.trust_card)
        return page

    def _outcome_page(self) -> QWidget:
        page = QWidget(self)
        self.outcome_table = PlainTable(
            self.taken, tr("What was taken over"), page, row_height=THREE_LINES
        )
        self.outcome_table.fit(*_TAKEN_WIDTHS)
        keep_widths(self.outcome_table, "receive-taken")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outcome_table, 1)
        return page

    def _buttons(self) -> QHBoxLayout:
        self.look_button = QPushButton(tr("&Look the stick through"), self)
        self.take_button = QPushButton(self)
        self.receipts_button = QPushButton(tr("&Write the receipts to the stick"), self)
        for button in (self.look_button, self.take_button, self.receipts_button):
            button.setProperty("role", "primary")
        self.close_button = QPushButton(tr("&Close"), self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in (
            self.look_button,
            self.take_button,
            self.receipts_button,
            self.close_button,
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        for button in (self.stop_button, self.believe_button):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        session = self.session
        session.working.connect(self._show_working)
        session.planned.connect(self._show_table)
        session.taken.connect(self._show_outcome)
        self.send.working.connect(self._show_working)
        self.send.done.connect(self._show_receipts)
        self.send.failed.connect(self._fail_receipts)
        session.stopped.connect(self._back)
        session.failed.connect(self._back)
        self.stick.changed.connect(self._enable)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._ask_for_trust())
        self.look_button.clicked.connect(self.look_through)
        self.take_button.clicked.connect(session.take)
        self.receipts_button.clicked.connect(self.write_receipts)
        self.stop_button.clicked.connect(self._stop)
        self.believe_button.clicked.connect(self._believe)
        self.close_button.clicked.connect(self.reject)

    def _ask(self, refusal: str) -> None:
        self._say(
            refusal
            or tr(
                "Choose the stick. Only files of this program are opened, each in a process of its"
                " own, and nothing is written before you have seen all of them."
            ),
            "binding" if refusal else "",
        )
        self.pages.setCurrentWidget(self._start)
        self._enable()

    def _back(self, sentence: str) -> None:
        if self.session.lines:
            self._show_table()
            self._say(sentence, "binding")
        else:
            self._ask(sentence)

    def _show_working(self, sentence: str, done: int, total: int) -> None:
        self._say(sentence)
        self.busy_page.count(done, total)
        self.pages.setCurrentWidget(self.busy_page)
        self._enable()

    def _show_table(self) -> None:
        self.found.show(self.session.lines)
        self.pages.setCurrentWidget(self._table)
        self._say(self.session.summary, "" if len(self.session.good) else "advisory")
        wanted = next((at for at, one in enumerate(self.found.items) if one.fingerprint), 0)
        self.table.selectRow(wanted)
        self._ask_for_trust()
        self._enable()
        (self.take_button if self.take_button.isEnabled() else self.table).setFocus()

    def _show_outcome(self) -> None:
        self.taken.show(self.session.outcome)
        self.pages.setCurrentWidget(self._outcome)
        role = "fine" if self.session.is_whole else "advisory"
        self._say(self.session.outcome_summary, role)
        self._enable()
        is_left = self.receipts_button.isVisible() and self.receipts_button.isEnabled()
        (self.receipts_button if is_left else self.close_button).setFocus()

    def _show_receipts(self) -> None:
        self._has_receipts = self.send.is_whole
        self.pages.setCurrentWidget(self._outcome)
        self._say(self.send.summary, "fine" if self.send.is_whole else "binding")
        self._enable()
        self.close_button.setFocus()

    def _fail_receipts(self, sentence: str) -> None:
        self.pages.setCurrentWidget(self._outcome)
        self._say(sentence, "binding")
        self._enable()

    def _stop(self) -> None:
        (self.send if self.send.is_busy else self.session).cancel()

    def _ask_for_trust(self) -> None:
        row = self.table.currentIndex().row()
        line = self.found.item(row) if 0 <= row < self.found.count() else None
        self.trust_card.setVisible(line is not None and bool(line.fingerprint))
        if line is not None and line.fingerprint:
            self.trust_label.setText(
                tr(
                    "“{name}” has not handed anything over here yet. Compare these letters with the"
                    " fingerprint on its printed form: only if they are the same is it truly that"
                    " office.",
                    name=line.sender,
                )
            )
            self.fingerprint_label.setText(line.fingerprint)

    def _believe(self) -> None:
        row = self.table.currentIndex().row()
        self.session.believe(self.found.item(row))

    def _enable(self) -> None:
        page, session = self.pages.currentWidget(), self.session
        is_free = page is not self.busy_page
        self.stick.setEnabled(is_free)
        # one step is the next one at a time
        dress_as(self.look_button, "role", "primary" if page is self._start else "")
        self.look_button.setVisible(page in (self._start, self._table))
        self.look_button.setEnabled(self.stick.folder is not None)
        self.take_button.setVisible(page is self._table)
        self.take_button.setEnabled(bool(session.good))
        self.take_button.setText(tr("&Take over {count}", count=len(session.good)))
        self.receipts_button.setVisible(page is self._outcome)
        self.receipts_button.setEnabled(bool(session.senders) and not self._has_receipts)
        self.close_button.setVisible(is_free)
        self.signs.setText(session.warning)
        self.signs.setVisible(bool(session.warning) and page is not self.busy_page)

    def _say(self, text: str, role: str = "") -> None:
        self.message.set_role(role)
        self.message.setText(text)
