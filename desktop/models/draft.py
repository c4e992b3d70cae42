"""The conference being edited: every change is stored at once and checked against the rules."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from db.backups import Reason
from db.conferences import ConferenceSummary
from db.directory import Directory, Used
from db.errors import StoreError
from db.exports import Export
from db.list_keys import KeptKeys
from db.log import LogEntry, Stepped
from db.records import Conference, ConferenceFile, Decision, Delegate, Office, StoredImage
from db.settings import Settings
from db.store import Store
from desktop.documents.snapshot import Snapshot
from desktop.local_time import local_day
from desktop.models.kept_pack import keep_pack
from desktop.models.paper_printing import PaperPrinting
from desktop.models.people_list import Followed, PeopleList, are_many
from desktop.models.saving import SaveState
from desktop.rules.check import check
from desktop.rules.counting import Headcount, PeopleCounter
from desktop.rules.decisions import decide, withdraw
from desktop.rules.findings import Finding
from desktop.rules.pack import RulePack
from desktop.rules.packs import newer_pack, newest_packs, pack_of
from desktop.rules.tasks import Task, task_list

_RETRY_EVERY_MS = 5_000
_WAIT_MS = 20  # for the end of a long step

_NOW = partial(datetime.now, UTC)


class Draft(QObject):
    """One open conference with its delegates and findings.

    Attributes:
        new_id: makes the ids of new records.
        clock: gives the present instant, aware.
        printing: what was printed of it.
    """

    changed = Signal(frozenset)  # names of the conference's fields that changed
    delegates_changed = Signal()
    findings_changed = Signal()
    save_state_changed = Signal(object)  # SaveState
    save_failed = Signal(object)  # StoreError

    def __init__(
        self,
        store: Store,
        conference_id: str,
        packs: Sequence[RulePack],
        new_id: Callable[[], str],
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] = _NOW,
    ) -> None:
        super().__init__(parent)
        self.new_id = new_id
        self.clock = clock
        self.printing = PaperPrinting(store, conference_id, new_id)
        self._store = store
        self._packs = tuple(packs)
        self._conference = store.conferences.get(conference_id)
        self._people = PeopleList(store, conference_id)
        self._counter = PeopleCounter()
        self._save_state = SaveState.SAVED
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_EVERY_MS)
        self._retry.timeout.connect(self.retry_save)
        self._findings: tuple[Finding, ...] = ()
        self._words_used: dict[Used, tuple[str, ...]] = {}
        self._keep_pack()
        self._check()

    @property
    def conference(self) -> Conference:
        """The conference as it stands, saved or not."""
        return self._conference

    @property
    def office(self) -> Office:
        """The office that holds the conference."""
        return self._store.offices.by_id(self._conference.office_id)

    @property
    def delegates(self) -> tuple[Delegate, ...]:
        """The delegates in the officer's own order; who did not change is the same object."""
        return self._people.people

    def places_given(self) -> tuple[int, int] | None:
        """Read the places and alternates that a desk gave at the conference above its plan."""
        from desktop.handoff.answers import places_given  # noqa: PLC0415 - loads age

        return places_given(self._store, self._conference.rule_pack_id)

    @property
    def keys(self) -> Mapping[str, KeptKeys]:
        """What each delegate is sorted and searched by, by id."""
        return self._people.keys

    @property
    def headcount(self) -> Headcount:
        """The delegates counted by all that rules may name."""
        return self._count(self.delegates)

    @property
    def packs(self) -> tuple[RulePack, ...]:
        """The installed rule packs, each in its newest version."""
        return newest_packs(self._packs)

    @property
    def pack(self) -> RulePack | None:
        """The rule pack the conference is held under, when it is installed."""
        return pack_of(self._conference, self._packs)

    @property
    def newer_pack(self) -> RulePack | None:
        """A newer version of it, when one is installed."""
        return newer_pack(self._conference, self._packs)

    @property
    def directory(self) -> Directory:
        """The people of all conferences."""
        return self._store.directory

    @property
    def conferences(self) -> tuple[ConferenceSummary, ...]:
        """All conferences that are not deleted, this one too."""
        return self._store.conferences.summaries()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules say of the conference as it stands."""
        return self._findings

    @property
    def today(self) -> date:
        """The day it is in Vietnam."""
        return local_day(self.clock())

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is to be done for the conference as it stands, by day."""
        return task_list(self._conference, self.pack, self.today)

    @property
    def settings(self) -> Settings:
        """What this machine remembers of how the officer likes to work."""
        return self._store.settings

    @property
    def save_state(self) -> SaveState:
        """Whether the store holds everything that is on screen."""
        return self._save_state

    def change(self, **fields: Any) -> None:  # noqa: ANN401 - fields of Conference, of any type
        """Set fields of the conference and store them; nothing happens when nothing differs."""
        self.replace(msgspec.structs.replace(self._conference, **fields))

    def replace(self, conference: Conference) -> None:
        """Put another state of the same conference in place and store it."""
        names = frozenset(
            name
            for name in Conference.__struct_fields__
            if getattr(conference, name) != getattr(self._conference, name)
        )
        if not names and self._save_state is SaveState.SAVED:
            return
        self._conference = conference
        self._store_conference()
        if names & {"rule_pack_id", "rule_pack_version"}:
            self._keep_pack()
        if names:
            self._check()
            self.changed.emit(names)

    def decide(self, finding: Finding, reason: str, approver: str, day: date) -> None:
        """Keep a decision about a finding, in one step that one undo takes back."""
        decision = Decision(
            id=self.new_id(), code="", reason=reason, approver=approver, decided_on=day
        )
        self.replace(decide(self._conference, finding, decision))

    def withdraw_decision(self, finding: Finding) -> None:
        """Take back what was decided about a finding."""
        self.replace(withdraw(self._conference, finding))

    def retry_save(self) -> None:
        """Store again what the store refused before."""
        if self._save_state is SaveState.UNSAVED and not self._store.is_in_step:
            self._store_conference()

    def when_free(self, action: Callable[[], None]) -> None:
        """Do something now, or as soon as the long step under way is over.

        What a job brings back may come in the middle of one, and must not be stored as part of it.
        """
        if self._store.is_in_step:
            QTimer.singleShot(_WAIT_MS, self, lambda: self.when_free(action))
        else:
            action()

    def add_delegates(
        self, delegates: Sequence[Delegate], images: Sequence[StoredImage] = ()
    ) -> None:
        """Add people in one step that one undo takes back; many are backed up against first.

        Raises:
            StoreError: nothing was added.
        """
        add = partial(self._store.delegates.add, delegates)
        self._change_people(add, delegates, images=images, backs_up=len(delegates) > 1)

    def bring_in(self, added: Sequence[Delegate], merged: Sequence[Delegate]) -> None:
        """Add the people of a list and store those they were merged into, in one step of undo.

        Raises:
            StoreError: nothing was changed.
        """
        bring_in = partial(self._store.delegates.bring_in, added, merged)
        self._change_people(bring_in, (*added, *merged), backs_up=True)

    def take_over(self, delegates: Sequence[Delegate], removed: Sequence[str]) -> None:
        """Add people known from other conferences, and take entries of theirs off the lists there.

        Raises:
            StoreError: nothing was added and nobody taken off.
        """
        move = partial(self._store.delegates.move, delegates, removed)
        self._change_people(move, delegates, backs_up=True)

    def save_delegates(
        self, delegates: Sequence[Delegate], images: Sequence[StoredImage] = ()
    ) -> None:
        """Store changed people in one step that one undo takes back."""
        save = partial(self._store.delegates.save, delegates)
        self._change_people(save, delegates, images=images)

    def remove_delegates(self, ids: Sequence[str]) -> None:
        """Remove people in one step that one undo takes back."""
        self._change_people(partial(self._store.delegates.remove, ids), (), ids)

    def setting(self, key: str) -> str:
        """Read a setting of this machine; empty where there is none."""
        return self._store.settings.get(key)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a setting; what cannot be kept now is no reason to stop the officer."""

        def keep() -> None:
            with contextlib.suppress(StoreError):
                self._store.settings.set(key, value)

        self.when_free(keep)

    def undo(self) -> tuple[str, ...]:
        """Take back the last step; name the fields it was about, none if none is left."""
        log = self._store.log
        return self._step(log.next_undo, log.undo)

    def redo(self) -> tuple[str, ...]:
        """Do again the step last taken back; name the fields it was about, none if none is left."""
        log = self._store.log
        return self._step(log.next_redo, log.redo)

    def _step(
        self, find: Callable[[str], LogEntry | None], step: Callable[[str], Stepped | None]
    ) -> tuple[str, ...]:
        self.retry_save()
        if self._save_state is SaveState.UNSAVED:
            return ()  # what is typed is in no log yet: a step back would take it for good
        entry = find(self._conference.id)
        if entry is None:
            return ()

        def act() -> Followed:
            stepped = step(self._conference.id)
            return (stepped.put, stepped.gone) if stepped is not None else ((), ())

        if entry.count:
            self._step_people(act, is_long=are_many(entry.count))
        else:
            step(self._conference.id)
        self.replace(self._store.conferences.get(self._conference.id))
        return entry.fields or ("delegates",)

    def exports(self) -> tuple[Export, ...]:
        """List what was handed out of this conference, newest first."""
        return self._store.exports.of(self._conference.id)

    def log_export(self, what: str, place: str, count: int, fields: Sequence[str] = ()) -> None:
        """Note that something about so many people was handed out."""
        self._store.exports.add(self._conference.id, what, place, count, fields)

    def office_changed(self) -> None:
        """Follow the office, whose order of tones may be another one now."""
        self._people.read_keys()
        self._check()
        self.delegates_changed.emit()

    def words_used(self, what: Used) -> tuple[str, ...]:
        """List what was entered before in any conference, the most used first."""
        if what not in self._words_used:
            self._words_used[what] = self._store.directory.used(what)
        return self._words_used[what]

    def images(self, ids: Sequence[str]) -> tuple[StoredImage, ...]:
        """Fetch portraits by their ids."""
        return self._store.images.many(ids)

    def snapshot(self, made_at: datetime) -> Snapshot:
        """Freeze the conference with its pictures, as the papers are made from it.

        Args:
            made_at: aware instant that the papers carry as their date of making.
        """
        wanted = {self.office.logo_id, *(one.photo_id for one in self.delegates)} - {""}
        return Snapshot(
            file=ConferenceFile(
                office=self.office,
                conference=self._conference,
                delegates=self.delegates,
                images=self._store.images.many(sorted(wanted)),
            ),
            made_at=made_at,
            rules=self.pack,
        )

    def _count(self, people: tuple[Delegate, ...]) -> Headcount:
        pack = self.pack
        traits = pack.traits if pack is not None else ()
        return self._counter.count(self._conference, people, traits)

    def _change_people(
        self,
        change: Callable[[], None],
        put: Sequence[Delegate],
        gone: Sequence[str] = (),
        *,
        images: Sequence[StoredImage] = (),
        backs_up: bool = False,
    ) -> None:
        """Do something to people that is known beforehand; their pictures are stored first."""

        def act() -> Followed:
            if backs_up:
                self._store.backups.make_if_changed(Reason.IMPORT)
            if images:
                self._store.images.add(images)
            change()
            return put, gone

        self._step_people(act, is_long=backs_up or are_many(len(put) + len(gone)))

    def _step_people(self, act: Callable[[], Followed], *, is_long: bool) -> None:
        if is_long:
            self.save_state_changed.emit(SaveState.SAVING)
        try:
            self._people.step(act, self._count, is_long=is_long)
        finally:
            if is_long:
                self.save_state_changed.emit(self._save_state)
        self._check()
        self.delegates_changed.emit()

    def _keep_pack(self) -> None:
        keep_pack(self._store, self._conference, self.pack)

    def _store_conference(self) -> None:
        try:
            self._store.conferences.save(self._conference)
        except StoreError as error:
            self._set_save_state(SaveState.UNSAVED)
            self.save_failed.emit(error)
        else:
            self._set_save_state(SaveState.SAVED)

    def _set_save_state(self, state: SaveState) -> None:
        if state is not self._save_state:
            self._save_state = state
            self._retry.stop() if state is SaveState.SAVED else self._retry.start()
            self.save_state_changed.emit(state)

    def _check(self) -> None:
        findings = check(self._conference, self.delegates, self.pack, self.office, self.headcount)
        if findings != self._findings:
            self._findings = findings
            self.findings_changed.emit()
