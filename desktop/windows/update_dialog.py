"""A newer version of the program on a stick: shown whole, and followed only after a press."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.handoff.installer_copy import copy_installer
from desktop.handoff.update_content import UpdateRefusal
from desktop.handoff.updates import (
    LOOK_MEMORY_MB,
    LOOK_TIMEOUT_S,
    Looked,
    Offer,
    look_job,
    read_job,
)
from desktop.installer_start import package_opener
from desktop.language import tr
from desktop.models.updates import ReadyInstaller, Updates
from desktop.models.workspace import Workspace
from desktop.program_form import Form
from desktop.sentences.updates import (
    backup_failure,
    by_hand_sentence,
    copying_failure,
    install_command,
    looking_failure_sentence,
    not_closed_sentence,
    nothing_found_sentence,
    press_words,
    stick_warning,
    stopped_sentence,
)
from desktop.widgets.labels import PlainLabel
from desktop.widgets.stick_field import StickField
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import open_dialog, resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.update_offer import UpdateOffer
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _LOW, _HIGH = 760, 260, 560
_HARMLESS = frozenset((UpdateRefusal.SAME, UpdateRefusal.OLDER))


class UpdateDialog(SessionDialog):
    """Looks a stick through, shows the newest version on it, and makes it ready when told to.

    Attributes:
        updates: what the windows do with the store.
        offer: what is shown; None so far.
        work: the long work, one at a time, and what was said last.
        opener: the system's own installer of packages; empty without one.
    """

    leave_wanted = Signal(object)  # ReadyInstaller: the program is to close and start it

    def __init__(self, updates: Updates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.updates = updates
        updates.setParent(self)
        self.offer: Offer | None = None
        self.opener = package_opener()
        self._ready: ReadyInstaller | None = None
        self.setWindowTitle(tr("Newer version of the program"))
        self.heading = PlainLabel(tr("Newer version of the program"), "title", self)
        self.stick = StickField(self)
        self.hint = PlainLabel(
            tr(
                "Plug in the stick from your desk and choose it. Only a version that your desk has"
                " signed is shown, nothing is installed before you press, and your data stays."
            ),
            "hint",
            self,
        )
        self.work = WorkLine(self)
        self.warning = PlainLabel(role="advisory", parent=self)
        self.warning.hide()
        self.pages = QStackedWidget(self)
        self.shown = UpdateOffer(updates.version, self)
        self._by_hand = self._by_hand_page()
        for page in (self.shown, self._by_hand):
            self.pages.addWidget(page)
        self.pages.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self.stick)
        column.addWidget(self.pages, 1)
        column.addWidget(self.warning)
        column.addWidget(self.work)
        column.addStretch()
        column.addLayout(self._buttons())
        resize_within_screen(self, _WIDTH, _LOW)
        self.stick.changed.connect(self._enable)
        self.work.busy_changed.connect(lambda _busy: self._enable())
        self.work.runner.failed.connect(self._soften)
        updates.clear()
        self._enable()

    def stop_work(self) -> None:
        """Stop what is under way; what was copied half is thrown away."""
        self.work.drop()

    def look_through(self) -> None:
        """Look the chosen stick through."""
        folder = self.stick.folder
        if folder is None:
            return
        self._forget()
        self.work.start(
            look_job,
            str(folder),
            self.updates.here,
            name=tr("Looking the stick through…"),
            then=self._show_looked,
            failed=lambda error: looking_failure_sentence(error, folder),
            stopped=stopped_sentence(),
            memory_mb=LOOK_MEMORY_MB,
            timeout_s=LOOK_TIMEOUT_S,
        )

    def read(self, path: Path) -> None:
        """Read one description, as when it was opened by itself."""
        self.stick.hide()
        self.hint.hide()
        self._forget()
        self.work.start(
            read_job,
            str(path),
            self.updates.here,
            name=tr("Checking what came…"),
            then=self._show_offer,
            failed=lambda error: looking_failure_sentence(error, path),
            stopped=stopped_sentence(),
            memory_mb=LOOK_MEMORY_MB,
            timeout_s=LOOK_TIMEOUT_S,
        )

    def prepare(self) -> None:
        """Copy the installer here, hold it against its hash, and back up."""
        offer = self.offer
        if offer is None:
            return
        self.work.start(
            copy_installer,
            offer.source,
            str(self.updates.folder),
            offer.installer,
            name=tr("Copying the installer and checking it…"),
            then=lambda path: self._back_up(offer, path),
            failed=lambda error: copying_failure(error, offer),
            stopped=stopped_sentence(),
        )

    def leave(self) -> None:
        """Ask for the program to close and for the installer to be started."""
        if self._ready is None:
            return
        self.leave_wanted.emit(self._ready)
        self.work.say(not_closed_sentence(), "advisory")  # whoever is still here reads it

    def _show_looked(self, looked: Looked) -> None:
        self._warn(stick_warning(looked))
        if looked.offers:
            self._show_offer(looked.offers[0])
        else:
            self.work.say(nothing_found_sentence(looked), "advisory")

    def _show_offer(self, offer: Offer) -> None:
        self.offer = offer
        self.shown.show_offer(offer)
        for above in (self.heading, self.hint, self.stick):
            above.hide()
        self._show_page(self.shown, _HIGH)
        self.press_button.setText(press_words(offer.installer.form))
        self._enable()
        self.shown.news.setFocus()

    def _back_up(self, offer: Offer, path: str) -> None:
        try:
            self.updates.back_up(offer)
        except StoreError as error:
            self.work.say(backup_failure(error), "binding")
            return
        self._ready = self.updates.ready(offer, path)
        if offer.installer.form is Form.WINDOWS:
            self.leave()
        else:
            self._show_by_hand(offer.installer.form, Path(path))

    def _show_by_hand(self, form: Form, path: Path) -> None:
        is_package = form is Form.DEBIAN
        self.by_hand_label.setText(by_hand_sentence(form, path))
        self.command_field.setText(install_command(path) if is_package else str(path))
        self.command_field.setAccessibleName(tr("Command") if is_package else tr("File"))
        self.command_field.setCursorPosition(0)
        self.copy_button.setText(tr("&Copy the command") if is_package else tr("&Copy the path"))
        self.heading.show()
        self._show_page(self._by_hand, _LOW)
        self._enable()
        self.copy_button.setFocus()

    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command_field.text())
        self.work.say(tr("Copied."))

    def _by_hand_page(self) -> QWidget:
        page = QWidget(self)
        self.by_hand_label = PlainLabel(parent=page)
        self.command_field = QLineEdit(page)
        self.command_field.setReadOnly(True)
        self.copy_button = QPushButton(page)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy_command)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.command_field, 1)
        row.addWidget(self.copy_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.by_hand_label)
        column.addLayout(row)
        column.addStretch(1)
        return page

    def _buttons(self) -> QHBoxLayout:
        self.look_button = QPushButton(tr("Look the stick &through"), self)
        self.press_button = QPushButton(self)
        self.leave_button = QPushButton(tr("Close and &open the system's installer"), self)
        self.close_button = QPushButton(self)
        for button in (self.look_button, self.press_button):
            button.setProperty("role", "primary")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button in (self.look_button, self.press_button, self.leave_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.look_button.clicked.connect(self.look_through)
        self.press_button.clicked.connect(self.prepare)
        self.leave_button.clicked.connect(self.leave)
        self.close_button.clicked.connect(self.reject)
        return row

    def _forget(self) -> None:
        self.offer = None
        self._warn("")
        self.pages.hide()

    def _show_page(self, page: QWidget, height: int) -> None:
        self.pages.setCurrentWidget(page)
        self.pages.show()
        resize_within_screen(self, max(_WIDTH, self.width()), height)

    def _soften(self, error: Exception) -> None:
        """Say without alarm that what came is no newer than what runs."""
        if isinstance(error, InputRefused) and error.reason in _HARMLESS:
            self.work.outcome.set_role("silent")

    def _warn(self, text: str) -> None:
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def _enable(self) -> None:
        is_free = not self.work.is_busy
        page = None if self.pages.isHidden() else self.pages.currentWidget()
        self.stick.setEnabled(is_free)
        self.look_button.setVisible(not self.stick.isHidden())
        self.look_button.setEnabled(is_free and self.stick.folder is not None)
        self.press_button.setVisible(page is self.shown)
        self.press_button.setEnabled(is_free)
        is_package = self.offer is not None and self.offer.installer.form is Form.DEBIAN
        self.leave_button.setVisible(page is self._by_hand and is_package and bool(self.opener))
        self.close_button.setText(tr("&Later") if page is self.shown else tr("&Close"))
        self.close_button.setEnabled(is_free)


def open_updates(workspace: Workspace, over: QWidget, path: Path | None = None) -> UpdateDialog:
    """Open the dialog over a window, on a description where there is one at hand."""
    dialog = UpdateDialog(Updates(workspace), over)
    dialog.leave_wanted.connect(workspace.leave_wanted)
    open_dialog(dialog)
    if path is not None:
        dialog.read(path)
    return dialog
