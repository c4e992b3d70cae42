"""The home window: all conferences with their state and what is to be done next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.workspace import Workspace
from desktop.sentences.store import store_sentence, write_failure_sentence
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import open_dialog, resize_within_screen, restore_place
from desktop.windows.conference_list import ConferenceList

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.windows.hand_over_dialog import HandOverDialog

_ROOMY_WIDTH = 1150
_ROOMS = {True: "narrow", False: ""}  # of buttons, by whether there is little room
_FILE_FILTER = " (*.json)"


def ask_for_file(parent: QWidget) -> Path | None:
    """Let the officer choose a conference file."""
    from desktop.widgets.file_choice import FileKind, choose_file  # noqa: PLC0415 - see desktop.app

    kinds = tr("Conference files") + _FILE_FILTER
    return choose_file(parent, FileKind.CONFERENCE, tr("Open a conference file"), kinds)


def ask_where_to_save(parent: QWidget, name: str) -> Path | None:
    """Let the officer choose where a conference file goes."""
    from desktop.widgets.file_choice import FileKind, choose_target  # noqa: PLC0415

    title, kinds = tr("Save as a conference file"), tr("Conference files") + _FILE_FILTER
    return choose_target(parent, FileKind.CONFERENCE, title, name, kinds)


class HomeWindow(QMainWindow):
    """Lists the conferences; new, open, copy, delete with undo, files in and out.

    Attributes:
        choose_file: asks for a conference file; replaceable.
        choose_target: asks where to save one; replaceable.
    """

    new_wanted = Signal()
    open_wanted = Signal(str)  # conference id
    packs_wanted = Signal()
    desk_wanted = Signal()
    guide_wanted = Signal()
    tour_wanted = Signal()
    sample_opened = Signal()
    file_wanted = Signal(object)  # Path of what was dropped

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.choose_file: Callable[[QWidget], Path | None] = ask_for_file
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self.setWindowTitle(tr("Hoinghi – conferences and congresses of emulation"))
        resize_within_screen(self, 1180, 700)
        restore_place(self)
        self._is_narrow = self.width() < _ROOMY_WIDTH
        self.setAcceptDrops(True)
        # each widget is made where it stays: to move one styles it and all within it once more
        self._frame = QWidget(self)
        self.message = MessageBar(self._frame)
        self._stack = QStackedWidget(self._frame)
        page = QWidget(self._stack)
        self.list = ConferenceList(workspace, page)
        self.list.opened.connect(self.open_wanted)
        self.list.itemSelectionChanged.connect(self._enable)
        self._stack.addWidget(self._fill_list_page(page))
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self.setCentralWidget(self._frame)
        QShortcut(QKeySequence("Del"), self).activated.connect(self.delete_current)
        self.list.refreshed.connect(self._refresh)
        workspace.backup_failed.connect(self._tell_failed_backup)
        workspace.desk_changed.connect(self._refresh)
        self._refresh()
        (self.list if self.list.rowCount() else self.new_button).setFocus()

    def _button(self, text: str, action: Callable[[], object], parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.clicked.connect(action)
        return button

    def _want_packs(self) -> None:
        self.packs_wanted.emit()

    def _want_desk(self) -> None:
        self.desk_wanted.emit()

    def _want_guide(self) -> None:
        self.guide_wanted.emit()

    def _want_tour(self) -> None:
        self.tour_wanted.emit()

    def _want_new(self) -> None:
        self.new_wanted.emit()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(tr("Conferences"), "title", self._frame))
        self._office_label = PlainLabel(role="hint", parent=self._frame)
        words.addWidget(self._office_label)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        self.desk_button = self._button(tr("Des&k"), self._want_desk, self._frame)
        self.desk_button.setToolTip(tr("The offices that hand their conferences over to you"))
        self.office_button = self._button(tr("Your o&ffice…"), self._edit_office, self._frame)
        self.packs_button = self._button(tr("&Plans…"), self._want_packs, self._frame)
        self.hand_over_button = self._button(tr("&Hand over…"), self.hand_over, self._frame)
        self.load_button = self._button(tr("Open a f&ile…"), self._load_file, self._frame)
        self.sample_button = self._button(tr("Try the &sample"), self._open_sample, self._frame)
        self.new_button = self._button(tr("&New conference"), self._want_new, self._frame)
        self.new_button.setProperty("role", "primary")
        self._head_buttons = (
            self.desk_button,
            self.office_button,
            self.packs_button,
            self.hand_over_button,
            self.load_button,
            self.sample_button,
            self.new_button,
        )
        for button in self._head_buttons:
            button.setProperty("room", _ROOMS[self._is_narrow])  # not dressed yet
            head.addWidget(button)
        return head

    def _draw_together(self) -> None:
        """Let the buttons draw together where there is little room."""
        is_narrow = self.width() < _ROOMY_WIDTH
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for button in self._head_buttons:
                dress_as(button, "room", _ROOMS[is_narrow])

    def _foot(self) -> QHBoxLayout:
        self.about_button = self._button(tr("&About this program…"), self._show_about, self._frame)
        self.about_button.setProperty("role", "small")
        self.guide_button = self._button(tr("&Guide (F1)"), self._want_guide, self._frame)
        self.tour_button = self._button(tr("&Tour of the sample"), self._want_tour, self._frame)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (self.guide_button, self.tour_button):
            button.setProperty("role", "small")
            foot.addWidget(button)
        foot.addStretch(1)
        self.display_button = self._button(tr("Displa&y…"), self._show_display, self._frame)
        self.display_button.setProperty("role", "small")
        foot.addWidget(self.display_button)
        foot.addWidget(self.about_button)
        return foot

    def _fill_list_page(self, page: QWidget) -> QWidget:
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.pressing_label = PlainLabel(parent=page)
        self.pressing_label.setProperty("emphasis", "strong")
        self.pressing_label.hide()
        column.addWidget(self.pressing_label)
        column.addWidget(self.list, 1)
        self.open_button = self._button(tr("&Open"), self.open_current, page)
        self.copy_button = self._button(tr("&Copy…"), self.copy_current, page)
        self.save_button = self._button(tr("Sa&ve as a file…"), self.save_current, page)
        self.delete_button = self._button(tr("&Delete"), self.delete_current, page)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.open_button, self.copy_button, self.save_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget(self._stack)
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
            label.setWordWrap(False)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        return page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        from desktop.widgets.dropped_files import welcome_files  # noqa: PLC0415 - see desktop.app

        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        from desktop.widgets.dropped_files import take_file  # noqa: PLC0415 - see desktop.app

        take_file(event, self.file_wanted.emit, self.message.warn)

    def _refresh(self) -> None:
        office = self._workspace.office
        self._office_label.setText(office.name if office else "")
        self.desk_button.setVisible(self._workspace.is_desk)
        is_empty = not self.list.rowCount()
        if is_empty and self._stack.count() == 1:  # most starts find something to list
            self._stack.addWidget(self._empty_page())
        self._stack.setCurrentIndex(1 if is_empty else 0)
        self._enable()
        self._say_what_presses()

    def _say_what_presses(self) -> None:
        counts = self.list.pressing
        if counts is None:
            return
        from desktop.sentences.tasks import pressing_sentence  # noqa: PLC0415 - see desktop.app
        from desktop.widgets.task_marks import pressing_role  # noqa: PLC0415

        text = pressing_sentence(counts)
        self.pressing_label.setText(text)
        self.pressing_label.set_role(pressing_role(counts))
        self.pressing_label.setVisible(bool(text))

    def _enable(self) -> None:
        for button in (self.open_button, self.copy_button, self.save_button, self.delete_button):
            button.setEnabled(self.list.chosen is not None)

    def open_current(self) -> None:
        """Open the chosen conference."""
        if self.list.chosen is not None:
            self.open_wanted.emit(self.list.chosen.id)

    def _open_sample(self) -> None:
        self.open_wanted.emit(self._workspace.add_sample())
        self.sample_opened.emit()

    def copy_current(self) -> None:
        """Make a copy of the chosen conference, its dates moved."""
        summary = self.list.chosen
        if summary is None:
            return
        from desktop.windows.copy_dialog import CopyDialog  # noqa: PLC0415 - see desktop.app

        dialog = CopyDialog(summary.title, summary.day, self)
        if dialog.exec():
            self._workspace.copy_conference(
                summary.id,
                dialog.copied_title,
                dialog.copied_day,
                with_delegates=dialog.takes_delegates,
            )
            self.message.say(tr("The copy is in the list."))

    def delete_current(self) -> None:
        """Put the chosen conference away, and offer to bring it back."""
        summary = self.list.chosen
        if summary is None:
            return
        self._workspace.delete(summary.id)
        self.list.choose_none()  # so that the key, pressed again, deletes nothing more
        title = summary.title or tr("Conference without a name")
        self.message.say(
            tr("“{title}” was deleted.", title=title),
            tr("Undo"),
            lambda: self._workspace.restore(summary.id),
        )

    def save_current(self) -> None:
        """Write the chosen conference as a file."""
        summary = self.list.chosen
        path = self.choose_target(self, "hoi-nghi.json") if summary is not None else None
        if summary is None or path is None:
            return
        try:
            self._workspace.write_file(summary.id, path)
        except OSError as error:
            self.message.warn(write_failure_sentence(error, path))
        else:
            self.message.say(tr("Saved as {path}.", path=str(path)))

    def hand_over(self, *, over: QWidget | None = None) -> HandOverDialog:
        """Open the dialog that hands the chosen conference over, and reads what came back.

        Args:
            over: the window in front, where that is another.
        """
        from desktop.windows.hand_over_dialog import HandOverDialog  # noqa: PLC0415 - loads age

        chosen = self.list.chosen
        conference_id = chosen.id if chosen is not None and chosen.is_planned else ""
        dialog = HandOverDialog(self._workspace, conference_id, over or self)
        open_dialog(dialog)
        return dialog

    def _load_file(self) -> None:
        path = self.choose_file(self)
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Take the conference of a file into the list, or say why it cannot be."""
        try:
            self._workspace.add_file(path)
        except InputRefused as refusal:
            from desktop.sentences.refusals import refusal_sentence  # noqa: PLC0415

            self.message.warn(refusal_sentence(refusal))
        else:
            self.message.say(tr("The conference of the file is in the list."))

    def finish(self) -> None:
        """Show the icons, and follow the width from now on, once the window stands.

        An event of resizing would load every kind of event before the first paint.
        """
        from desktop.widgets.icons import Icon, put_icon  # noqa: PLC0415 - see desktop.app

        put_icon(self.new_button, Icon.ADD)
        self.winId()  # where the window was not shown yet it has no handle
        self.windowHandle().widthChanged.connect(self._draw_together)

    def _tell_failed_backup(self, error: StoreError) -> None:
        self.message.warn(store_sentence(error))

    def _show_about(self) -> None:
        from desktop.windows.about_dialog import AboutDialog  # noqa: PLC0415 - see desktop.app

        about = AboutDialog(self._workspace.store.backups.folder.parent, self)
        about.update_wanted.connect(lambda: self.look_for_update(over=about))
        about.report_wanted.connect(lambda: self._report(about))
        about.exec()

    def look_for_update(self, path: Path | None = None, *, over: QWidget | None = None) -> None:
        """Look for a newer version of the program on a stick, or read what tells of one.

        Args:
            path: of the description, where it is at hand.
            over: the window in front, where that is another.
        """
        from desktop.windows.update_dialog import open_updates  # noqa: PLC0415 - loads age

        open_updates(self._workspace, over or self, path)

    def _report(self, over: QWidget) -> None:
        from desktop.windows.support_dialog import open_support  # noqa: PLC0415 - see desktop.app

        open_support(self._workspace, over)

    def _show_display(self) -> None:
        from desktop.windows.display_dialog import DisplayDialog  # noqa: PLC0415 - see desktop.app

        DisplayDialog(self).exec()

    def _edit_office(self) -> None:
        from desktop.windows.office_dialog import OfficeDialog  # noqa: PLC0415 - see desktop.app

        OfficeDialog(self._workspace, self).exec()
        self._refresh()
