"""The open store with everything a window needs beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from db.conferences import ConferenceSummary
from db.errors import StoreError
from db.records import Conference, ConferenceFile, Office
from db.store import Store
from desktop.paths import resource

if TYPE_CHECKING:
    from desktop.models.draft import Draft
    from desktop.rules.deadlines import Deadline
    from desktop.rules.pack import RulePack

VIETNAM = timezone(timedelta(hours=7))
_OPEN_CONFERENCE = "open-conference"
_SAMPLE = "sample-conference"


class Workspace(QObject):
    """What the windows do with the store; each action is durable when it returns.

    Attributes:
        clock: gives the present instant, aware.
        new_id: makes the id of a new record.
    """

    conferences_changed = Signal()
    backup_failed = Signal(object)  # StoreError; the store itself is unharmed

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
        """The installed rule packs, read when they are first asked for."""
        return tuple(self._load_packs())

    @property
    def today(self) -> date:
        """The day it is in Vietnam."""
        return self.clock().astimezone(VIETNAM).date()

    @property
    def office(self) -> Office | None:
        """The office that this store belongs to, once it has been entered."""
        return self.store.offices.get()

    def blank_office(self) -> Office:
        """Make an office with nothing filled in."""
        return Office(id=self.new_id(), name="", issuer="", symbol="UBND")

    def summaries(self) -> tuple[ConferenceSummary, ...]:
        """List the conferences that are not deleted."""
        return tuple(one for one in self.store.conferences.summaries() if one.deleted_at is None)

    def next_deadline(self, conference_id: str) -> Deadline | None:
        """Find what is due next for a conference."""
        from desktop.rules.deadlines import next_deadline  # noqa: PLC0415 - see desktop.app

        conference = self.store.conferences.get(conference_id)
        pack = next((one for one in self.packs if one.id == conference.rule_pack_id), None)
        return next_deadline(conference, pack, self.today)

    def back_up(self) -> None:
        """Back the store up, if anything changed since the last backup."""
        from db.backups import Reason  # noqa: PLC0415 - see desktop.app

        try:
            self.store.backups.make_if_changed(Reason.PERIODIC)
        except StoreError as error:
            self.backup_failed.emit(error)

    def complete_file(self) -> None:
        """Bring the store's one file up to date, so that a copy made by hand is whole."""
        try:
            self.store.checkpoint()
        except StoreError as error:
            self.backup_failed.emit(error)

    def open_draft(self, conference_id: str) -> Draft:
        """Open a conference for editing."""
        from desktop.models.draft import Draft  # noqa: PLC0415 - see desktop.app

        return Draft(self.store, conference_id, self.packs, self.new_id, self, clock=self.clock)

    def add_conference(self, office: Office) -> str:
        """Begin a conference of this office; its id comes back.

        Where there is one plan, one level or one form only, it is chosen already.
        """
        conference = Conference(id=self.new_id(), office_id=office.id)
        if len(self.packs) == 1:
            (pack,) = self.packs
            level = pack.levels[0] if len(pack.levels) == 1 else None
            form = level.forms[0] if level and len(level.forms) == 1 else None
            conference = replace(
                conference,
                rule_pack_id=pack.id,
                rule_pack_version=pack.version,
                level_id=level.id if level else "",
                form_id=form.id if form else "",
                attendance=level.attendance.attendance if level and level.attendance else None,
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
        sample_id = self.add_file(resource("samples", "binh-hoa", "conference.json"))
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
        from desktop.conference_file import read_conference_file  # noqa: PLC0415 - see desktop.app

        conference = self.store.conferences.add_file(read_conference_file(path))
        self.conferences_changed.emit()
        return conference.id

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
