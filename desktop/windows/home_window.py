"""The home window: all conferences with their state and next deadline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.conference_rows import ConferenceRows
from desktop.models.workspace import Workspace
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.theme import GAP, MARGIN, SPACE

_FILE_FILTER = " (*.json)"


def ask_for_file(parent: QWidget) -> Path | None:
    """Let the officer choose a conference file."""
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Open a conference file"), "", tr("Conference files") + _FILE_FILTER
    )
    return Path(name) if name else None


def ask_where_to_save(parent: QWidget, name: str) -> Path | None:
    """Let the officer choose where a conference file goes."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, tr("Save as a conference file"), name, tr("Conference files") + _FILE_FILTER
    )
    return Path(chosen) if chosen else None


class HomeWindow(QMainWindow):
    """Lists the conferences; new, open, copy, delete with undo, files in and out.

    Attributes:
        choose_file: asks for a conference file; replaceable.
        choose_target: asks where to save one; replaceable.
    """

    new_wanted = Signal()
    open_wanted = Signal(str)  # conference id

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.choose_file: Callable[[QWidget], Path | None] = ask_for_file
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self.setWindowTitle(tr("Hoinghi – conferences and congresses of emulation"))
        self.resize(1180, 700)
        self.rows = ConferenceRows(workspace, self)
        self.table = QTableView(self)
        self.message = MessageBar(self)
        self.new_button = self._button(tr("&New conference"), self._want_new)
        self.new_button.setProperty("role", "primary")
        self.sample_button = self._button(tr("Try the &sample"), self._open_sample)
        self.open_button = self._button(tr("&Open"), self.open_current)
        self.copy_button = self._button(tr("&Copy…"), self.copy_current)
        self.delete_button = self._button(tr("&Delete"), self.delete_current)
        self.save_button = self._button(tr("Save as a &file…"), self.save_current)
        self.load_button = self._button(tr("Open a f&ile…"), self._load_file)
        self.office_button = self._button(tr("Your o&ffice…"), self._edit_office)
        self._dress_table()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list_page())
        self._stack.addWidget(self._empty_page())
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self.rows.modelReset.connect(self._refresh)
        workspace.backup_failed.connect(self._tell_failed_backup)
        self._refresh()

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(action)
        return button

    def _want_new(self) -> None:
        self.new_wanted.emit()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(tr("Conferences"), "title", self))
        self._office_label = PlainLabel(role="hint", parent=self)
        words.addWidget(self._office_label)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        for button in (self.office_button, self.load_button, self.sample_button, self.new_button):
            head.addWidget(button)
        return head

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.open_button, self.copy_button, self.save_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(2)
        for text, role in (
            (tr("No conference yet"), "title"),
            (
                tr(
                    "Begin with “New conference”, or look around in the sample first: "
                    "it changes nothing of yours."
                ),
                "hint",
            ),
        ):
            label = PlainLabel(text, role, page)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        return page

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.rows)
        table.setAccessibleName(tr("Conferences"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 110), (2, 90), (3, 130), (4, 230), (5, 150)):
            table.setColumnWidth(column, width)
        table.doubleClicked.connect(self._open_index)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_current)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_current)
        table.selectionModel().selectionChanged.connect(self._enable)

    def _refresh(self) -> None:
        office = self._workspace.office
        self._office_label.setText(office.name if office else "")
        self._stack.setCurrentIndex(0 if self.rows.rowCount() else 1)
        if self.rows.rowCount():
            self.table.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = self._current_id() != ""
        for button in (self.open_button, self.copy_button, self.save_button, self.delete_button):
            button.setEnabled(chosen)

    def _current_id(self) -> str:
        row = self.table.currentIndex().row()
        return self.rows.summary(row).id if 0 <= row < self.rows.rowCount() else ""

    def _open_index(self, index: QModelIndex) -> None:
        self.open_wanted.emit(self.rows.summary(index.row()).id)

    def open_current(self) -> None:
        """Open the chosen conference."""
        if conference_id := self._current_id():
            self.open_wanted.emit(conference_id)

    def _open_sample(self) -> None:
        self.open_wanted.emit(self._workspace.add_sample())

    def copy_current(self) -> None:
        """Make a copy of the chosen conference, its dates moved."""
        if not self._current_id():
            return
        from desktop.windows.copy_dialog import CopyDialog  # noqa: PLC0415 - see desktop.app

        summary = self.rows.summary(self.table.currentIndex().row())
        dialog = CopyDialog(summary.title, summary.day, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._workspace.copy_conference(
                summary.id,
                dialog.copied_title,
                dialog.copied_day,
                with_delegates=dialog.takes_delegates,
            )
            self.message.say(tr("The copy is in the list."))

    def delete_current(self) -> None:
        """Put the chosen conference away, and offer to bring it back."""
        if not self._current_id():
            return
        summary = self.rows.summary(self.table.currentIndex().row())
        self._workspace.delete(summary.id)
        title = summary.title or tr("Conference without a name")
        self.message.say(
            tr("“{title}” was deleted.", title=title),
            tr("Undo"),
            lambda: self._workspace.restore(summary.id),
        )

    def save_current(self) -> None:
        """Write the chosen conference as a file."""
        conference_id = self._current_id()
        path = self.choose_target(self, "hoi-nghi.json") if conference_id else None
        if path is None:
            return
        try:
            self._workspace.write_file(conference_id, path)
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
        else:
            self.message.say(tr("Saved as {path}.", path=str(path)))

    def _load_file(self) -> None:
        path = self.choose_file(self)
        if path is None:
            return
        try:
            self._workspace.add_file(path)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
        else:
            self.message.say(tr("The conference of the file is in the list."))

    def _tell_failed_backup(self, error: StoreError) -> None:
        self.message.warn(store_sentence(error))

    def _edit_office(self) -> None:
        from desktop.windows.office_dialog import OfficeDialog  # noqa: PLC0415 - see desktop.app

        OfficeDialog(self._workspace, self).exec()
        self._refresh()
