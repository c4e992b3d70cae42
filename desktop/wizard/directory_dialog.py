"""People of all conferences: found, looked up, and put on the list without typing them again."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.language import tr
from desktop.models.directory_rows import DirectoryRows
from desktop.models.draft import Draft
from desktop.people.known_people import carried_over, known_people
from desktop.sentences.directory import conference_words, found_sentence, history_text
from desktop.sentences.store import store_sentence
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.icons import make_search
from desktop.widgets.labels import PlainLabel
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import keep_place, resize_within_screen

_WIDTH, _HEIGHT = 1080, 680
_ROW_HEIGHT = 30
_COLUMN_WIDTHS = (190, 90, 210, 110, 120)
_TABLE_SHARE, _HISTORY_SHARE = 380, 130
_LEAST_HISTORY = 48
_AFTER_TYPING_MS = 150
_LIMIT = 500


class DirectoryDialog(QDialog):
    """Finds people in the other conferences of the store and carries them over in one step.

    Attributes:
        added_ids: of the entries made; empty until the dialog was accepted.
        done_words: says what was done.
    """

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.added_ids: tuple[str, ...] = ()
        self.done_words = ""
        self.setWindowTitle(tr("People of all conferences"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self._conferences = {one.id: conference_words(one) for one in draft.conferences}
        self.rows = DirectoryRows(self)
        self.search_box = QLineEdit(self)
        self.conference_box = RoomyBox(self)
        self.collective_box = QCheckBox(tr("Only those who stand for a &collective"), self)
        self.table = _PeopleTable(self.rows, self)
        self.history = QPlainTextEdit(self)
        self.message = PlainLabel(role="hint", parent=self)
        self.group_box = RoomyBox(self)
        self.move_box = QCheckBox(tr("&Take them off the list they come from"), self)
        self.add_button = QPushButton(self)
        self.close_button = QPushButton(tr("Close"), self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING_MS)
        self._fill_boxes()
        self._lay_out()
        self._connect()
        self.search()
        self.search_box.setFocus()

    def search(self) -> None:
        """Find people anew; those ticked stay ticked."""
        self._later.stop()
        draft = self._draft
        found = draft.directory.find(
            self.search_box.text(),
            _LIMIT,
            conference_id=self.conference_box.currentData(),
            without=draft.conference.id,
            stands_for=self.collective_box.isChecked(),
        )
        people = known_people(found, draft.directory.same(found), draft.conference.id)
        self._is_cut = len(found) == _LIMIT
        self.rows.show(people, self._conferences)
        if people:
            self.table.selectRow(0)
        self._show_history()
        self._show_count()

    def add_chosen(self) -> None:
        """Put the people ticked on the list."""
        draft = self._draft
        first = 1 + max((one.position for one in draft.delegates), default=0)
        chosen = self.rows.chosen
        added = [
            carried_over(
                person,
                new_id=draft.new_id(),
                conference_id=draft.conference.id,
                position=first + place,
                group_id=self.group_box.currentData(),
            )
            for place, person in enumerate(chosen)
        ]
        removed = [person.source.id for person in chosen] if self.move_box.isChecked() else []
        try:
            draft.take_over(added, removed)
        except StoreError as error:
            self._say(store_sentence(error), "binding")
            return
        self.added_ids = tuple(one.id for one in added)
        self.done_words = (
            tr(
                "Moved here: {count}. “Undo” takes them off this list again; on their old list they"
                " come back by “Undo” there.",
                count=len(added),
            )
            if removed
            else tr("Carried over: {count}. “Undo” takes them off this list.", count=len(added))
        )
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter search at once or press the button that has the focus, and nothing else."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()
        elif focused is self.search_box:
            self.search()

    def _fill_boxes(self) -> None:
        own = self._draft.conference
        self.conference_box.addItem(tr("all other conferences"), "")
        for one_id, words in self._conferences.items():
            if one_id != own.id:
                self.conference_box.addItem(words, one_id)
        for group in own.groups:
            self.group_box.addItem(group.name, group.id)
        self.group_box.addItem(tr("no group yet"), "")
        for box in (self.conference_box, self.group_box):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(24)
        self.move_box.setToolTip(
            tr("“Undo” on either list takes back only what was done to that list.")
        )

    def _lay_out(self) -> None:
        self.search_box.setPlaceholderText(tr("Name, unit, post, honour, number"))
        make_search(self.search_box, tr("Search people"))
        self.history.setReadOnly(True)
        self.history.setTabChangesFocus(True)
        self.history.setAccessibleName(tr("What is known of the person"))
        split = QSplitter(Qt.Orientation.Vertical, self)
        self.history.setMinimumHeight(_LEAST_HISTORY)
        split.addWidget(self.table)
        split.addWidget(self.history)
        split.setSizes([_TABLE_SHARE, _HISTORY_SHARE])
        split.setChildrenCollapsible(False)
        head = QGridLayout()
        head.setSpacing(GAP)
        head.addWidget(_caption(tr("&Search"), self.search_box), 0, 0)
        head.addWidget(self.search_box, 0, 1)
        head.addWidget(_caption(tr("&in"), self.conference_box), 0, 2)
        head.addWidget(self.conference_box, 0, 3)
        head.addWidget(self.collective_box, 1, 1, 1, 3)
        head.setColumnStretch(1, 3)
        head.setColumnStretch(3, 2)
        choice = QHBoxLayout()
        choice.setSpacing(GAP)
        choice.addWidget(_caption(tr("Into the &group"), self.group_box))
        choice.addWidget(self.group_box)
        choice.addWidget(self.move_box)
        choice.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(split, 1)
        column.addLayout(choice)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.add_button.setProperty("role", "primary")
        for button in (self.add_button, self.close_button):
            button.setAutoDefault(False)
        self._later.timeout.connect(self.search)
        self.search_box.textChanged.connect(self._search_later)
        self.conference_box.activated.connect(self.search)
        self.collective_box.toggled.connect(self.search)
        self.table.selectionModel().currentRowChanged.connect(self._show_history)
        self.rows.ticked.connect(self._show_count)
        self.add_button.clicked.connect(self.add_chosen)
        self.close_button.clicked.connect(self.reject)

    def _search_later(self) -> None:
        self._later.start()

    def _show_history(self) -> None:
        row = self.table.currentIndex().row()
        text = history_text(self.rows.person(row), self._conferences) if row >= 0 else ""
        self.history.setPlainText(text)

    def _show_count(self) -> None:
        chosen = len(self.rows.chosen)
        self.add_button.setText(tr("&Add {count} people to the list", count=chosen))
        self.add_button.setEnabled(chosen > 0)
        if self.conference_box.count() == 1:
            text = tr(
                "There is no other conference yet. Whoever is on this list will be found here"
                " for the next one."
            )
        else:
            text = found_sentence(self.rows.count(), chosen, is_cut=self._is_cut)
        self._say(text)

    def _say(self, text: str, role: str = "hint") -> None:
        self.message.set_role(role)
        self.message.setText(text)


class _PeopleTable(QTableView):
    """Ticks the person of the row with the space bar, whatever column the cursor is in."""

    def __init__(self, rows: DirectoryRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setAccessibleName(tr("People found"))
        self.setItemDelegate(MarkedCells(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        give_widths(header, dict(enumerate(_COLUMN_WIDTHS)))
        keep_widths(self, "directory")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._rows.toggle(row)
        else:
            super().keyPressEvent(event)


def _caption(text: str, field: QWidget) -> QLabel:
    label = QLabel(text, field.parentWidget())
    label.setBuddy(field)
    return label
