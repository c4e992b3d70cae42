"""The open store with everything a window needs beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from db.conferences import ConferenceSummary
from db.errors import StoreError
from db.records import Conference, ConferenceFile, Office
from db.rule_packs import PackVersionTaken
from db.store import Store
from desktop.errors import InputRefused
from desktop.local_time import local_day
from desktop.paths import resource

if TYPE_CHECKING:
    from desktop.models.draft import Draft
    from desktop.rules.pack import RulePack
    from desktop.rules.tasks import Task

_OPEN_CONFERENCE = "open-conference"
_SAMPLE = "sample-conference"
_IS_DESK, _YES = "is-desk", "yes"
_SAMPLE_FILE = resource("samples", "binh-hoa", "conference.json")


class Workspace(QObject):
    """What the windows do with the store; each action is durable when it returns.

    Attributes:
        clock: gives the present instant, aware.
        new_id: makes the id of a new record.
    """

    conferences_changed = Signal()
    packs_changed = Signal()
    desk_changed = Signal()
    backup_failed = Signal(object)  # StoreError; the store itself is unharmed
    leave_wanted = Signal(object)  # the program is to end, and then to start a ReadyInstaller

    def __init__(
        self,
        store: Store,
        load_packs: Callable[[], Sequence[RulePack]],
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._load_packs = load_packs
        self.clock = clock
        self.new_id = new_id

    @cached_property
    def packs(self) -> tuple[RulePack, ...]:
        """Every version of the rule packs at hand, read when they are first asked for."""
        from desktop.rules.installed import installed_packs  # noqa: PLC0415 - see desktop.app

        return installed_packs(self._load_packs(), self.store.rule_packs.all())

    @property
    def shipped_packs(self) -> Sequence[RulePack]:
        """The rule packs that come with the program."""
        return self._load_packs()

    def install_pack(self, path: Path) -> RulePack:
        """Take a rule pack from a file into the store; the same one twice changes nothing.

        Raises:
            InputRefused: the file is no pack, or another one has its id and version.
            OSError: the file cannot be read.
            StoreError: nothing was installed.
        """
        from desktop.rules.installed import read_to_install  # noqa: PLC0415 - see desktop.app

        pack, stored = read_to_install(path, self.packs)
        try:
            self.store.rule_packs.install(stored)
        except PackVersionTaken as error:
            # the same rules may be laid out otherwise by another version of this program; others
            # are those of a stored pack that this one cannot read
            if pack not in self.packs:
                raise InputRefused(
                    "pack-version-taken", path, value=pack.id, version=pack.version
                ) from error
        self.forget_packs()
        return pack

    def forget_packs(self) -> None:
        """Read the packs anew when they are next asked for."""
        self.__dict__.pop("packs", None)
        self.packs_changed.emit()

    @property
    def updates_folder(self) -> Path:
        """Where installers of newer versions are copied to; made when one is."""
        return self.store.backups.folder.parent / "updates"

    @property
    def today(self) -> date:
        """The day it is in Vietnam."""
        return local_day(self.clock())

    @property
    def office(self) -> Office | None:
        """The office that this store belongs to, once it has been entered."""
        return self.store.offices.get()

    @property
    def is_desk(self) -> bool:
        """Whether this computer is the desk of a level above, which receives from offices."""
        return self.store.settings.get(_IS_DESK) == _YES

    @is_desk.setter
    def is_desk(self, is_desk: bool) -> None:
        self.store.settings.set(_IS_DESK, _YES if is_desk else "")
        self.desk_changed.emit()

    def blank_office(self) -> Office:
        """Make an office with nothing filled in."""
        return Office(id=self.new_id(), name="", issuer="", symbol="UBND")

    def summaries(self) -> tuple[ConferenceSummary, ...]:
        """List the conferences that are not deleted."""
        return tuple(one for one in self.store.conferences.summaries() if one.deleted_at is None)

    def tasks(self, conference_id: str) -> tuple[Task, ...]:
        """List what is to be done for a conference, by day."""
        from desktop.rules.packs import pack_of  # noqa: PLC0415 - see desktop.app
        from desktop.rules.tasks import task_list  # noqa: PLC0415

        conference = self.store.conferences.get(conference_id)
        return task_list(conference, pack_of(conference, self.packs), self.today)

    def back_up(self) -> None:
        """Back the store up, if anything changed since the last backup."""
        from db.backups import Reason  # noqa: PLC0415 - see desktop.app
        from desktop.models.beside import beside_the_windows  # noqa: PLC0415

        if self.store.is_in_step:
            return  # the next time does as well
        backups = self.store.backups
        try:
            with self.store.lent():
                beside_the_windows(lambda: backups.make_if_changed(Reason.PERIODIC))
        except StoreError as error:
            self.backup_failed.emit(error)

    def complete_file(self) -> None:
        """Bring the store's one file up to date, so that a copy made by hand is whole."""
        if self.store.is_in_step:
            return
        try:
            self.store.checkpoint()
        except StoreError as error:
            self.backup_failed.emit(error)

    def clear_updates(self) -> None:
        """Throw away the installer that brought this version, once it did its work."""
        if self.updates_folder.is_dir():
            from desktop.models.updates import Updates  # noqa: PLC0415 - seldom needed

            Updates(self).clear()

    def open_draft(self, conference_id: str) -> Draft:
        """Open a conference for editing."""
        from desktop.models.draft import Draft  # noqa: PLC0415 - see desktop.app

        return Draft(self.store, conference_id, self.packs, self.new_id, self, clock=self.clock)

    def add_conference(self, office: Office) -> str:
        """Begin a conference of this office; its id comes back.

        Where there is one plan, one level or one form only, it is chosen already.
        """
        from desktop.rules.packs import newest_packs  # noqa: PLC0415 - see desktop.app
        from desktop.rules.proposal import attendance_by  # noqa: PLC0415

        conference = Conference(id=self.new_id(), office_id=office.id)
        offered = newest_packs(self.packs)
        if len(offered) == 1:
            (pack,) = offered
            level = pack.levels[0] if len(pack.levels) == 1 else None
            form = level.forms[0] if level and len(level.forms) == 1 else None
            conference = replace(
                conference,
                rule_pack_id=pack.id,
                rule_pack_version=pack.version,
                level_id=level.id if level else "",
                form_id=form.id if form else "",
                attendance=attendance_by(level, None) if level else None,
                period=pack.cycle.reviewed,
                next_period=pack.cycle.launched,
            )
        self.store.conferences.add(conference)
        self.conferences_changed.emit()
        return conference.id

    def copy_conference(
        self, conference_id: str, title: str, day: date | None, *, with_delegates: bool
    ) -> str:
        """Begin a conference like another one, its dates moved; its id comes back."""
        from desktop.conference_copy import copy_conference  # noqa: PLC0415 - see desktop.app

        original = self.store.conferences.get(conference_id)
        copied, delegates = copy_conference(
            original,
            self.store.delegates.of(conference_id) if with_delegates else (),
            title,
            day,
            self.new_id,
        )
        office = self.store.offices.by_id(original.office_id)
        whole = ConferenceFile(office=office, conference=copied, delegates=delegates)
        added = self.store.conferences.add_file(whole)
        self.conferences_changed.emit()
        return added.id

    def delete(self, conference_id: str) -> None:
        """Put a conference away; `restore` brings it back."""
        self.store.conferences.delete(conference_id)
        self.conferences_changed.emit()

    def restore(self, conference_id: str) -> None:
        """Bring back a conference that was put away."""
        self.store.conferences.restore(conference_id)
        self.conferences_changed.emit()

    def add_sample(self) -> str:
        """Add the sample conference, unless it is there already; its id comes back."""
        if self.sample_id:
            return self.sample_id
        sample_id = self.add_file(_SAMPLE_FILE)
        self.store.settings.set(_SAMPLE, sample_id)
        self.conferences_changed.emit()
        return sample_id

    @property
    def sample_id(self) -> str:
        """The sample conference, if it is in the list."""
        sample_id = self.store.settings.get(_SAMPLE, "")
        return sample_id if sample_id in {one.id for one in self.summaries()} else ""

    def add_file(self, path: Path) -> str:
        """Add a conference file; its id comes back.

        Raises:
            InputRefused: the file cannot be used; nothing was added.
        """
        conference = self.store.conferences.add_file(self.read_file(path))
        self.conferences_changed.emit()
        return conference.id

    def read_file(self, path: Path) -> ConferenceFile:
        """Read a conference file without adding it.

        Raises:
            InputRefused: the file cannot be used.
        """
        from desktop.conference_file import read_conference_file  # noqa: PLC0415 - see desktop.app

        return read_conference_file(path)

    def sample_file(self) -> ConferenceFile:
        """Read the sample as it comes with the program."""
        return self.read_file(_SAMPLE_FILE)

    def write_file(self, conference_id: str, path: Path) -> None:
        """Write one conference as a conference file."""
        from desktop.conference_file import write_conference_file  # noqa: PLC0415

        write_conference_file(path, self.store.conferences.file(conference_id))

    @property
    def open_conference(self) -> str:
        """The conference that was open when the program last stopped, if it still exists."""
        conference_id = self.store.settings.get(_OPEN_CONFERENCE, "")
        known = {one.id for one in self.summaries()}
        return conference_id if conference_id in known else ""

    def remember_open(self, conference_id: str) -> None:
        """Remember what is open, so that a power cut leads back to it."""
        self.store.settings.set(_OPEN_CONFERENCE, conference_id)
