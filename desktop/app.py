"""The one place that wires store, models and windows together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import StoreBusy, StoreDamaged, StoreError
from db.place import check_place
from db.store import Store
from desktop.event_log import EVENTS
from desktop.exit_code import ExitCode
from desktop.garbage import start_collecting
from desktop.language import Language, speak, tr
from desktop.models.workspace import Workspace
from desktop.paths import STORE_NAME, data_beside
from desktop.people.list_keys import NameKeys
from desktop.widgets import theme
from desktop.widgets.chosen_look import wear_as_chosen
from desktop.widgets.keepsakes import keep_in
from desktop.widgets.qt_words import translate_qt
from desktop.widgets.window_size import bring_to_front, watch_place
from desktop.windows.fault_watch import FaultWatch
from desktop.windows.first_window import FirstWindow
from desktop.windows.hindered_start import refuse, rescue, say_no_start
from desktop.windows.home_window import HomeWindow

if TYPE_CHECKING:
    from desktop.models.updates import ReadyInstaller
    from desktop.rules.pack import RulePack
    from desktop.windows.conference_window import ConferenceWindow
    from desktop.windows.pack_desk import PackDesk
    from desktop.windows.program_guide import ProgramGuide
    from desktop.windows.province.province_desk import ProvinceDesk
    from desktop.wizard.wizard import ConferenceWizard

_LOAD_REST_AFTER_MS = 50  # the home window is painted first
_FIRST_BACKUP_AFTER_MS = 3_000  # when the first window stands; only if something changed
_BACKUP_EVERY_MS = 30 * 60 * 1000
_CHECKPOINT_EVERY_MS = 60 * 1000  # so that a copy of the file made by hand is seldom behind


class Program(QObject):
    """Shows the home window, and one conference or the rule packs at a time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        keep_in(workspace.store.settings)
        wear_as_chosen()
        self.home = HomeWindow(workspace)
        self.home.new_wanted.connect(self.plan_new)
        self.home.open_wanted.connect(self.open_conference)
        self.home.packs_wanted.connect(self.show_packs)
        self.home.desk_wanted.connect(self.show_province)
        self.home.file_wanted.connect(self.open_file)
        self.wizard: ConferenceWizard | None = None
        self.window: ConferenceWindow | None = None
        self._desk: PackDesk | None = None
        self._province: ProvinceDesk | None = None
        self.guide: ProgramGuide | None = None
        self.is_at_desk = False
        self._timers: list[QTimer] = []
        self.next_installer: ReadyInstaller | None = None
        workspace.leave_wanted.connect(self.leave_for)
        self._every(_BACKUP_EVERY_MS, workspace.back_up)
        self._every(_CHECKPOINT_EVERY_MS, workspace.complete_file)

    def _every(self, interval_ms: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(action)
        timer.start()
        self._timers.append(timer)
        return timer

    def _once(self, after_ms: int, action: Callable[[], None]) -> None:
        self._every(after_ms, action).setSingleShot(True)

    def start(self) -> None:
        """Show where the officer left off: an open conference, or the list."""
        self.is_at_desk = self.workspace.is_desk
        if self.is_at_desk and not self.workspace.open_conference:
            self.show_province()
        else:
            self.home.show()
        self._once(_LOAD_REST_AFTER_MS, self._load_rest)
        self._once(_FIRST_BACKUP_AFTER_MS, self.workspace.back_up)
        conference_id = self.workspace.open_conference
        if conference_id:
            self.open_conference(conference_id)

    def _load_rest(self) -> None:
        """Load what the first click will need, once the home window stands.

        The rules and the pages of a conference are most of the program: loaded before, they would
        double the start.
        """
        translate_qt()
        EVENTS.note("start")
        self.home.list.show_tasks()
        self.home.finish()
        watch_place(self.home)
        from desktop.windows import (  # noqa: F401, PLC0415
            conference_window,
            copy_dialog,
            office_dialog,
            pack_desk,
        )
        from desktop.windows.program_guide import ProgramGuide  # noqa: PLC0415
        from desktop.wizard import import_dialog, wizard  # noqa: F401, PLC0415

        self.guide = ProgramGuide(self, self)
        theme.follow_system()
        self._offer_open_draft()
        self.workspace.clear_updates()
        start_collecting()

    @property
    def desk(self) -> PackDesk:
        """The windows of rule packs."""
        if self._desk is None:
            from desktop.windows.pack_desk import PackDesk  # noqa: PLC0415 - see _load_rest

            self._desk = PackDesk(self.workspace, self)
            self._desk.open_wanted.connect(self.open_conference)
            self._desk.file_wanted.connect(self.open_file)
            self._desk.closed.connect(self._show_home)
        return self._desk

    @property
    def province(self) -> ProvinceDesk:
        """The windows of a desk that offices hand over to."""
        if self._province is None:
            from desktop.windows.province.province_desk import ProvinceDesk  # noqa: PLC0415

            self._province = ProvinceDesk(self.workspace, self)
            self._province.packs_wanted.connect(self.show_packs)
            self._province.file_wanted.connect(self.open_file)
            self._province.conference_wanted.connect(self.open_conference)
            self._province.conferences_wanted.connect(self._leave_province)
        return self._province

    def _offer_open_draft(self) -> None:
        """Offer the pack that was being written when the program was cut off."""
        draft_id = self.desk.shelf.open_draft_id
        if draft_id:
            self.home.message.say(
                tr("A rule pack was being written when the program stopped. Nothing was lost."),
                tr("Go on writing"),
                lambda: self.edit_pack(draft_id),
            )

    def end(self) -> None:
        """Stop what would still use the store."""
        for timer in self._timers:
            timer.stop()
        for desk in (self._desk, self._province, self.guide):
            if desk is not None:
                desk.end()
        for window in (self.wizard, self.window, self.home):
            if window is not None:
                window.close()
                window.deleteLater()
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - a large enum, of no use to the start

        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        keep_in(None)

    def leave_for(self, ready: ReadyInstaller) -> None:
        """Close the window in front and end, for an installer to follow; it may refuse to close."""
        # else the last window posts that the program is to end, and that would close what is said
        # after the end
        QApplication.setQuitOnLastWindowClosed(False)
        is_closed = self.front.close()
        QApplication.setQuitOnLastWindowClosed(True)
        if is_closed:
            self.next_installer = ready
            QApplication.exit(0)

    def plan_new(self) -> None:
        """Begin a new conference in the wizard."""
        self._show_wizard()

    def open_conference(self, conference_id: str) -> None:
        """Open a conference: in the wizard until it is planned, in its window afterwards."""
        if self.workspace.store.conferences.get(conference_id).is_planned:
            self._show_window(conference_id)
        else:
            self._show_wizard(conference_id)

    def show_packs(self) -> None:
        """Show the rule packs."""
        self.desk.show()
        self.home.hide()

    def open_file(self, path: Path) -> None:
        """Open what is dropped on a window, or handed over by another program."""
        from desktop.windows.file_opener import open_file  # noqa: PLC0415 - see _load_rest

        open_file(path, self)

    def show_province(self) -> None:
        """Show the desk that offices hand over to; from now on other windows lead back to it."""
        self.is_at_desk = True
        self.province.show()
        self.home.hide()

    def _leave_province(self) -> None:
        self.is_at_desk = False
        self._show_home()

    def edit_pack(self, draft_id: str) -> None:
        """Go on writing a rule pack."""
        self.desk.edit(draft_id)
        self.front.raise_()
        self.home.setVisible(self.front is self.home)

    def _show_wizard(self, conference_id: str = "") -> None:
        from desktop.wizard.wizard import ConferenceWizard  # noqa: PLC0415 - see _load_rest

        wizard = ConferenceWizard(self.workspace, conference_id)
        self.wizard = wizard
        wizard.planned.connect(self._show_window)
        wizard.file_wanted.connect(self.open_file)
        wizard.finished.connect(lambda: self._closed(wizard))
        wizard.start()
        wizard.show()
        self.home.hide()

    def _show_window(self, conference_id: str) -> None:
        from desktop.windows.conference_window import ConferenceWindow  # noqa: PLC0415

        window = ConferenceWindow(self.workspace, conference_id)
        self.window = window
        window.closed.connect(lambda: self._closed(window))
        window.file_wanted.connect(self.open_file)
        window.show()
        self.home.hide()

    def _closed(self, closed: QWidget) -> None:
        if closed is self.wizard:
            self.wizard = None
        if closed is self.window:
            self.window = None
        closed.deleteLater()
        if self.wizard is None and self.window is None:
            self._show_home()

    def _show_home(self) -> None:
        self.workspace.remember_open("")
        if self.is_at_desk:
            self.show_province()
            return
        self.home.list.refresh()
        self.home.show()

    @property
    def front(self) -> QWidget:
        """The window in front."""
        pack_window = self._desk.window if self._desk is not None else None
        province = self._province.window if self._province is not None else None
        return self.wizard or self.window or pack_window or province or self.home


def dress(application: QApplication, language: Language = Language.VIETNAMESE) -> None:
    """Give the application its language, name and look."""
    application.setApplicationName("hoinghi")
    application.setDesktopFileName("hoinghi")
    speak(language)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    theme.apply(application)


def open_workspace(
    folder: Path, clock: Callable[[], datetime], new_id: Callable[[], str]
) -> Workspace:
    """Open the store of a folder with the shipped rule packs.

    Raises:
        StoreError: the store cannot be used; it was left as it is.
    """
    store = Store.open(folder / STORE_NAME, clock=clock, new_id=new_id, keys=NameKeys())
    return Workspace(store, _shipped_packs, clock, new_id)


def data_folder() -> Path:
    """Name the per-user folder of the live store; it may not exist yet."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "hoinghi"


def _shipped_packs() -> Sequence[RulePack]:
    from desktop.rules.load import shipped_packs  # noqa: PLC0415 - see _load_rest

    return shipped_packs()


def run_window(
    arguments: Sequence[str] = (),
    folder: Path | None = None,
    file: Path | None = None,
    language: Language = Language.VIETNAMESE,
) -> int:
    """Run the program until its last window is closed; the exit code comes back.

    A file is opened at once: a rule pack, a conference file or a bundle.
    """
    try:
        return _run(arguments, folder, file, language)
    except Exception as error:  # noqa: BLE001 - whatever hinders the start is to be said
        return say_no_start(error)


def _run(
    arguments: Sequence[str], folder: Path | None, file: Path | None, language: Language
) -> int:
    application = QApplication.instance() or QApplication(
        [sys.argv[0], *theme.STYLE_ARGUMENTS, *arguments]
    )
    if not isinstance(application, QApplication):
        raise TypeError(application)
    dress(application, language)
    beside = data_beside()
    folder = folder or beside or data_folder()
    first = FirstWindow(folder)
    try:
        if folder != beside:  # whoever wants the data on the stick has been told what that means
            check_place(folder)
        EVENTS.keep_in(folder)
        workspace = open_workspace(folder, _now, _new_id)
    except StoreBusy as busy:
        return 0 if first.ask_to_raise(file) else refuse(busy)
    except StoreDamaged as damage:
        rescued = rescue(damage, folder, _now)
        return _run(arguments, folder, file, language) if rescued else ExitCode.STORE_REFUSED
    except StoreError as error:
        return refuse(error)
    watch = FaultWatch(workspace)
    watch.start()
    try:
        code, installer = _show(application, workspace, first, file)
    finally:
        watch.stop()
    EVENTS.note("end")
    try:
        workspace.store.close()
    except StoreError as error:  # everything is stored; the backup of the day is missing
        return refuse(error)
    if installer is not None:
        from desktop.windows.installer_hand_over import hand_over  # noqa: PLC0415 - seldom needed

        hand_over(installer)
    return code


def _show(
    application: QApplication, workspace: Workspace, first: FirstWindow, file: Path | None
) -> tuple[int, ReadyInstaller | None]:
    program = Program(workspace)
    first.raise_wanted.connect(lambda wanted: _raise(program, wanted))
    try:
        first.listen()
        program.start()
        if file is not None:
            program.open_file(file)
        code = application.exec()
    finally:
        program.end()
    return code, program.next_installer


def _raise(program: Program, file: str) -> None:
    if file:
        program.open_file(Path(file))
    bring_to_front(program.front)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    import uuid  # noqa: PLC0415 - asks the system much that no start needs

    return uuid.uuid4().hex
