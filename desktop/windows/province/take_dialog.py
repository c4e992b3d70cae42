"""Delegates whom offices chose become participants of the desk's own conference, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.records import ConferenceFile
from desktop.handoff.consolidation.sent_up import SentUp, SentUpKind
from desktop.handoff.parcels import Chosen
from desktop.language import tr
from desktop.models.marks import Mark
from desktop.models.province import Province
from desktop.models.told_rows import Told, ToldRows
from desktop.people.names import sort_key, text_key
from desktop.sentences.desk_view import sent_up_words
from desktop.sentences.store import store_sentence
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.labels import PlainLabel
from desktop.widgets.plain_table import ONE_LINE, PlainTable
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.windows.province.view_session import ViewSession
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _HEIGHT = 1080, 640
_WIDTHS = (0, 0, 0, 110, 0)
_MARKS = {
    SentUpKind.ADDED: Mark.FINE,
    SentUpKind.CHANGED: Mark.DOUBT,
    SentUpKind.WITHDRAWN: Mark.WRONG,
}


class TakeDialog(SessionDialog):
    """Shows who comes, who changed and who goes before the list is touched.

    Attributes:
        changes: whom the offices chose, and what becomes of them.
    """

    def __init__(
        self, province: Province, senders: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Take the ids of the offices that may have chosen somebody."""
        super().__init__(parent)
        self._province = province
        self._senders = frozenset(senders)
        self.session = ViewSession(province, self)
        self.changes: tuple[SentUp, ...] = ()
        self.setWindowTitle(tr("Take delegates over"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.upper_field = RoomyBox(self)
        self.upper_field.setAccessibleName(tr("Our conference"))
        for key, title in province.upper_choices:
            self.upper_field.addItem(title or tr("Conference without a name"), key)
        self.upper_field.setCurrentIndex(self.upper_field.findData(province.upper_id))
        self.message = PlainLabel(parent=self)
        self.rows: ToldRows[SentUp] = ToldRows(
            (
                Told(tr("Office"), lambda one: one.office, key=lambda one: text_key(one.office)),
                Told(
                    tr("Full name"),
                    lambda one: one.delegate.name,
                    key=lambda one: sort_key(one.delegate.name, one.delegate.given_name),
                ),
                Told(tr("Post"), lambda one: one.delegate.post),
                Told(
                    tr("As"),
                    lambda one: tr("alternate") if one.is_alternate else tr("official delegate"),
                ),
                Told(tr("What becomes of them"), sent_up_words, mark=lambda one: _MARKS[one.kind]),
            ),
            self,
        )
        self.table = PlainTable(self.rows, tr("Delegates"), self, row_height=ONE_LINE)
        self.table.fit(*_WIDTHS)
        keep_widths(self.table, "take-delegates")
        self.table.setSortingEnabled(True)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setAccessibleName(tr("Conferences read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addWidget(self.progress_bar)
        column.addLayout(self._buttons())
        self.session.working.connect(self._show_working)
        self.session.chosen.connect(self._show_chosen)
        self.session.failed.connect(self._fail)
        self.session.stopped.connect(lambda: self._fail(tr("Stopped. Nothing was changed.")))
        self.upper_field.activated.connect(self._choose)
        self._look()

    def stop_work(self) -> None:
        """Stop looking."""
        self.session.stop()

    def take(self) -> None:
        """Take all of them over, in one step that one undo takes back."""
        try:
            count = self._province.take_chosen(self.changes)
        except StoreError as error:
            self._fail(store_sentence(error))
            return
        self.changes = ()
        self.rows.show(())
        self._say(
            tr(
                "{count} changes were made in “{title}”. “Undo” there takes all of them back.",
                count=count,
                title=self.upper_field.currentText(),
            ),
            "fine",
        )
        self._enable()
        self.close_button.setFocus()

    def _head(self) -> QHBoxLayout:
        label = PlainLabel(tr("Our conference"), parent=self)
        label.setWordWrap(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self.upper_field, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.take_button = QPushButton(self)
        self.take_button.setProperty("role", "primary")
        self.take_button.clicked.connect(self.take)
        self.close_button = QPushButton(tr("&Close"), self)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in (self.take_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _choose(self) -> None:
        self._province.choose_upper(str(self.upper_field.currentData()))
        self._look()

    def _look(self) -> None:
        self.changes = ()
        self.rows.show(())
        self.progress_bar.hide()
        upper = self._province.upper_file()
        if not self.upper_field.count():
            self._say(
                tr(
                    "You have no conference of your own yet. Begin one under “Our own conferences”,"
                    " then come back: the delegates become its participants."
                ),
                "advisory",
            )
        elif upper is None:
            self._say(tr("Choose the conference for which the offices chose delegates."))
        else:
            self.session.find_chosen(upper, self._senders)
        self._enable()

    def _show_working(self, sentence: str, done: int, total: int) -> None:
        self._say(sentence)
        self.progress_bar.show()
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)

    def _show_chosen(self, _upper: ConferenceFile, chosen: Chosen) -> None:
        self.progress_bar.hide()
        self.changes = chosen.all
        self.rows.show(chosen.all)
        self._say(
            tr(
                "This is what would change. Nothing of what you wrote about people yourself is"
                " lost."
            )
            if chosen.all
            else tr("Everybody whom the offices chose is on the list already."),
            "" if chosen.all else "fine",
        )
        self._enable()

    def _fail(self, sentence: str) -> None:
        self.progress_bar.hide()
        self._say(sentence, "binding")
        self._enable()

    def _enable(self) -> None:
        self.take_button.setText(tr("&Make {count} changes", count=len(self.changes)))
        self.take_button.setEnabled(bool(self.changes))

    def _say(self, text: str, role: str = "") -> None:
        self.message.set_role(role)
        self.message.setText(text)
