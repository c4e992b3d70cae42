"""The one place that wires store, models and windows together."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from db.errors import StoreBusy, StoreError
from db.store import Store
from desktop.language import Language, speak, tr
from desktop.models.workspace import Workspace
from desktop.paths import data_folder, resource
from desktop.rules.load import shipped_packs
from desktop.sentences import store_sentence
from desktop.widgets import theme
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.first_window import FirstWindow
from desktop.windows.home_window import HomeWindow
from desktop.wizard.wizard import ConferenceWizard

STORE_NAME = "hoinghi.db"
EXIT_STORE = 4  # the store could not be opened; listed in the README
_BACKUP_EVERY_MS = 30 * 60 * 1000


class Program(QObject):
    """Shows the home window, and one conference at a time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.home = HomeWindow(workspace)
        self.home.new_wanted.connect(self.plan_new)
        self.home.open_wanted.connect(self.open_conference)
        self.wizard: ConferenceWizard | None = None
        self.window: ConferenceWindow | None = None
        self._backups = QTimer(self)
        self._backups.setInterval(_BACKUP_EVERY_MS)
        self._backups.timeout.connect(workspace.back_up)
        self._backups.start()

    def start(self) -> None:
        """Show where the officer left off: an open conference, or the list."""
        self.home.show()
        conference_id = self.workspace.open_conference
        if conference_id:
            self.open_conference(conference_id)

    def plan_new(self) -> None:
        """Begin a new conference in the wizard."""
        self._show_wizard(ConferenceWizard(self.workspace))

    def open_conference(self, conference_id: str) -> None:
        """Open a conference: in the wizard until it is planned, in its window afterwards."""
        if self.workspace.store.conferences.get(conference_id).is_planned:
            self._show_window(conference_id)
        else:
            self._show_wizard(ConferenceWizard(self.workspace, conference_id))

    def _show_wizard(self, wizard: ConferenceWizard) -> None:
        self.wizard = wizard
        wizard.planned.connect(self._show_window)
        wizard.finished.connect(lambda: self._closed(wizard))
        wizard.start()
        wizard.show()
        self.home.hide()

    def _show_window(self, conference_id: str) -> None:
        window = ConferenceWindow(self.workspace, conference_id)
        self.window = window
        window.closed.connect(lambda: self._closed(window))
        window.show()
        self.home.hide()

    def _closed(self, closed: QWidget) -> None:
        if closed is self.wizard:
            self.wizard = None
        if closed is self.window:
            self.window = None
        closed.deleteLater()
        if self.wizard is None and self.window is None:
            self.workspace.remember_open("")
            self.home.rows.refresh()
            self.home.show()


def dress(application: QApplication) -> QTranslator | None:
    """Give the application its language, name and look."""
    application.setApplicationName("hoinghi")
    application.setApplicationDisplayName("Hoinghi")
    application.setDesktopFileName("hoinghi")
    speak(Language.VIETNAMESE)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    theme.apply(application)
    translator = QTranslator(application)
    if not translator.load(str(resource("translations", "qtbase_vi.qm"))):
        return None
    application.installTranslator(translator)
    return translator


def open_workspace(
    folder: Path, clock: Callable[[], datetime], new_id: Callable[[], str]
) -> Workspace:
    """Open the store of a folder with the shipped rule packs.

    Raises:
        StoreError: the store cannot be used; it was left as it is.
    """
    store = Store.open(folder / STORE_NAME, clock=clock, new_id=new_id)
    return Workspace(store, shipped_packs(), clock, new_id)


def run_window(arguments: Sequence[str] = (), folder: Path | None = None) -> int:
    """Run the program until its last window is closed; the exit code comes back."""
    application = QApplication([sys.argv[0], *arguments])
    dress(application)
    folder = folder or data_folder()
    first = FirstWindow(folder)
    try:
        workspace = open_workspace(folder, _now, _new_id)
    except StoreBusy as busy:
        if first.ask_to_raise():
            return 0
        return _refuse(busy)
    except StoreError as error:
        return _refuse(error)
    program = Program(workspace)
    first.raise_wanted.connect(lambda: _raise(program))
    first.listen()
    program.start()
    try:
        return application.exec()
    finally:
        workspace.store.close()


def _refuse(error: StoreError) -> int:
    QMessageBox.critical(None, tr("Hoinghi cannot open its data"), store_sentence(error))
    return EXIT_STORE


def _raise(program: Program) -> None:
    shown: QWidget = program.wizard or program.window or program.home
    shown.showNormal() if shown.isMinimized() else shown.show()
    shown.raise_()
    shown.activateWindow()


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return uuid.uuid4().hex
