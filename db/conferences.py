"""Conferences with their lists; a save writes what differs from what is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from db.changes import Action, Changes, Side
from db.connection import Connection, Row
from db.day_records import BudgetLine, Door, HandSeat, Norm, ScriptStep, SeatBlock
from db.delegates import Delegates
from db.errors import RecordMissing, StoreDamaged
from db.images import Images
from db.offices import Offices
from db.records import (
    Assignment,
    Award,
    Candidate,
    CommitteeMember,
    Conference,
    ConferenceFile,
    Decision,
    Delegate,
    EventDay,
    Move,
    Movement,
    Office,
    PaperChoice,
    PaperSettings,
    ParticipantGroup,
    PresidiumMember,
    ProgrammeItem,
    Quota,
    Record,
    Session,
    Speech,
    WizardStep,
)
from db.tables import Columns, Key, OwnedList, Table

R = TypeVar("R", bound=Record)
_COLUMNS = Columns(Conference)
_CONFERENCE = Table("conference", ("id",), (*_COLUMNS.names[1:], "updated_at"))
_SELECT = f"SELECT {', '.join(_COLUMNS.names)} FROM conference WHERE id = ?"  # noqa: S608 - our names
_LISTS: Mapping[str, OwnedList[Any]] = {
    "movements": OwnedList(Movement, "movement", "conference_id"),
    "sessions": OwnedList(Session, "session", "conference_id"),
    "groups": OwnedList(ParticipantGroup, "participant_group", "conference_id"),
    "quotas": OwnedList(Quota, "quota", "conference_id"),
    "programme": OwnedList(ProgrammeItem, "programme_item", "conference_id"),
    "presidium": OwnedList(PresidiumMember, "presidium_member", "conference_id"),
    "committee": OwnedList(CommitteeMember, "committee_member", "conference_id"),
    "assignments": OwnedList(Assignment, "assignment", "conference_id"),
    "event_days": OwnedList(EventDay, "event_day", "conference_id"),
    "moves": OwnedList(Move, "move", "conference_id"),
    "decisions": OwnedList(Decision, "decision", "conference_id"),
    "script": OwnedList(ScriptStep, "script_step", "conference_id"),
    "doors": OwnedList(Door, "door", "conference_id"),
    "seat_blocks": OwnedList(SeatBlock, "seat_block", "conference_id"),
    "hand_seats": OwnedList(HandSeat, "hand_seat", "conference_id"),
    "budget": OwnedList(BudgetLine, "budget_line", "conference_id"),
    "norms": OwnedList(Norm, "norm", "conference_id"),
    "speeches": OwnedList(Speech, "speech", "conference_id"),
    "awards": OwnedList(Award, "award", "conference_id"),
    "candidates": OwnedList(Candidate, "candidate", "conference_id"),
    "papers": OwnedList(PaperSettings, "paper_settings", "conference_id", identity="key"),
}
_TEXT_LISTS = (
    *("bases", "purposes", "requirements", "tasks", "composition", "recipients"),
    *("co_organisers", "done_tasks", "strengths", "shortcomings", "lessons", "proposals"),
)
_DUTIES = "duties"
_PAPER_TEXTS = ("authority", "recipients", "columns")
_TEXT = Table("conference_text", ("conference_id", "field", "item_id", "position"), ("text",))
_SELECT_TEXTS = (
    "SELECT field, item_id, text FROM conference_text WHERE conference_id = ? "
    "ORDER BY field, item_id, position"
)
_CHOICE = Table("paper_choice", ("conference_id", "key", "position"), ("name", "value"))
_SELECT_CHOICES = (
    "SELECT key, name, value FROM paper_choice WHERE conference_id = ? ORDER BY key, position"
)
# where the officer stands in the wizard is kept, but is no step of undo
_PROGRESS = frozenset(("step", "is_planned"))
_SUMMARIES = """
SELECT id, title, step, is_planned, rule_pack_id, updated_at, deleted_at,
    (SELECT min(day) FROM session WHERE conference_id = conference.id AND kind = 'main') AS day,
    (SELECT count(*) FROM delegate WHERE conference_id = conference.id) AS delegate_count
FROM conference
ORDER BY updated_at DESC, id
"""


class ConferenceSummary(Record, frozen=True, kw_only=True):
    """What the home window shows of a conference."""

    id: str
    title: str
    step: WizardStep
    is_planned: bool
    rule_pack_id: str
    updated_at: datetime
    deleted_at: datetime | None = None
    day: date | None = None  # of the first main session
    delegate_count: int


class Conferences:
    """The conferences of the store."""

    def __init__(
        self,
        connection: Connection,
        changes: Changes,
        offices: Offices,
        delegates: Delegates,
        images: Images,
        new_id: Callable[[], str],
    ) -> None:
        self._connection = connection
        self._changes = changes
        self._offices = offices
        self._delegates = delegates
        self._images = images
        self._new_id = new_id

    def summaries(self, *, with_deleted: bool = False) -> tuple[ConferenceSummary, ...]:
        """List the conferences, the one touched last first."""
        names = ("id", "title", "step", "is_planned", "rule_pack_id", "updated_at", "deleted_at")
        columns = (*names, "day", "delegate_count")
        rows = [dict(zip(columns, row, strict=True)) for row in self._connection.rows(_SUMMARIES)]
        try:
            listed = msgspec.convert(rows, tuple[ConferenceSummary, ...], strict=False)
        except msgspec.ValidationError as error:
            raise StoreDamaged(self._connection.path, "conference") from error
        return tuple(one for one in listed if with_deleted or one.deleted_at is None)

    def get(self, conference_id: str) -> Conference:
        """Read a conference, deleted or not.

        Raises:
            RecordMissing: there is none.
        """
        conference = self.find(conference_id)
        if conference is None:
            raise RecordMissing(conference_id)
        return conference

    def find(self, conference_id: str) -> Conference | None:
        """Read a conference, if it is there."""
        row = self._connection.row(_SELECT, (conference_id,))
        if row is None:
            return None
        texts: defaultdict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
        for field, item_id, text in self._connection.rows(_SELECT_TEXTS, (conference_id,)):
            texts[field, item_id] += (text,)
        lists: dict[str, tuple[Any, ...]] = {
            field: owned.read(self._connection, conference_id) for field, owned in _LISTS.items()
        }
        lists["assignments"] = tuple(
            msgspec.structs.replace(one, duties=texts[_DUTIES, one.id])
            for one in lists["assignments"]
        )
        choices: defaultdict[str, tuple[PaperChoice, ...]] = defaultdict(tuple)
        for key, name, value in self._connection.rows(_SELECT_CHOICES, (conference_id,)):
            choices[key] += (PaperChoice(name=name, value=value),)
        lists["papers"] = tuple(
            msgspec.structs.replace(
                one,
                choices=choices[one.key],
                **{name: texts[_of_papers(name), one.key] for name in _PAPER_TEXTS},
            )
            for one in lists["papers"]
        )
        lists |= {field: texts[field, ""] for field in _TEXT_LISTS}
        return _COLUMNS.record(self._connection, row, **lists)

    def add(self, conference: Conference) -> None:
        """Store a new conference.

        Raises:
            ValueError: the id is taken.
            sqlite3.IntegrityError: the office is not in the store.
        """
        with self._connection.atomic():
            if self.find(conference.id) is not None:
                raise ValueError(f"conference {conference.id} is stored already")
            self.write(None, conference)
            self._changes.add(Action.CONFERENCE_ADDED, conference.id)

    def save(self, conference: Conference) -> None:
        """Store what differs from the stored state; nothing is logged when nothing does.

        Raises:
            RecordMissing: it was never added.
        """
        with self._connection.atomic():
            before = self.get(conference.id)
            names = [
                name
                for name in Conference.__struct_fields__
                if getattr(before, name) != getattr(conference, name)
            ]
            if not names:
                return
            self.write(before, conference)
            fields = [name for name in names if name not in _PROGRESS]
            if fields:
                sides = _side(before, fields), _side(conference, fields)
                self._changes.add_step(Action.CONFERENCE_SAVED, conference.id, *sides)
            else:
                self._changes.add(Action.CONFERENCE_SAVED, conference.id, fields=names)

    def put_fields(self, conference_id: str, fields: Mapping[str, Any]) -> None:
        """Set fields from their logged form inside the caller's transaction, unlogged."""
        before = self.get(conference_id)
        after = msgspec.convert(msgspec.to_builtins(before) | dict(fields), Conference)
        self.write(before, after)

    def delete(self, conference_id: str) -> None:
        """Put a conference away; `restore` brings it back whole."""
        self._mark(conference_id, self._changes.now(), Action.CONFERENCE_DELETED)

    def restore(self, conference_id: str) -> None:
        """Bring a deleted conference back."""
        self._mark(conference_id, None, Action.CONFERENCE_RESTORED)

    def file(self, conference_id: str) -> ConferenceFile:
        """Gather one conference whole; references to what was removed since are left empty."""
        conference = self.get(conference_id)
        office = self._offices.by_id(conference.office_id)
        delegates = self._delegates.of(conference_id)
        photos = {person.photo_id for person in delegates} | {office.logo_id}
        conference = _without_dangling(conference, {signer.id for signer in office.signers})
        return ConferenceFile(
            office=office,
            conference=_with_known_people(conference, {person.id for person in delegates}),
            delegates=tuple(
                _grouped(person, {group.id for group in conference.groups}) for person in delegates
            ),
            images=self._images.many(sorted(photos - {""})),
        )

    def add_file(self, file: ConferenceFile) -> Conference:
        """Store a conference file as a new conference.

        A known office stays as it is, but for a signer of this conference whom it lacks. Ids are
        kept where they are free, else renewed.
        """
        with self._connection.atomic():
            self._images.write(file.images)
            known = self._offices.find(file.office.id)
            if known is None:
                self._offices.write(file.office)
            else:
                self._add_signers(known, file)
            conference = file.conference
            if self.find(conference.id) is not None:
                conference = msgspec.structs.replace(conference, id=self._new_id())
            taken = self._delegates.taken(person.id for person in file.delegates)
            ids = {one.id: self._new_id() if one.id in taken else one.id for one in file.delegates}
            delegates = tuple(
                msgspec.structs.replace(person, id=ids[person.id], conference_id=conference.id)
                for person in file.delegates
            )
            conference = msgspec.structs.replace(
                conference,
                hand_seats=tuple(
                    msgspec.structs.replace(one, delegate_id=ids.get(one.delegate_id, ""))
                    for one in conference.hand_seats
                ),
            )
            self.write(None, conference)
            self._delegates.write((), delegates)
            self._changes.add(Action.CONFERENCE_FILE_ADDED, conference.id, count=len(delegates))
        return conference

    def _add_signers(self, office: Office, file: ConferenceFile) -> None:
        """Add those who sign this conference to an office that does not know them yet."""
        wanted = {file.conference.signer_id, *(one.signer_id for one in file.conference.papers)}
        known = {signer.id for signer in office.signers}
        new = tuple(one for one in file.office.signers if one.id in wanted - known)
        if new:
            own = self._offices.get()
            self._offices.write(
                msgspec.structs.replace(office, signers=(*office.signers, *new)),
                office,
                is_own=own is not None and own.id == office.id,
            )

    def write(self, before: Conference | None, after: Conference) -> None:
        """Put a conference from one state into another inside the caller's transaction."""
        row = (*_COLUMNS.row(after), self._changes.now())
        _CONFERENCE.change(self._connection, {}, {(row[0],): row[1:]})
        for field, owned in _LISTS.items():
            stored = getattr(before, field) if before else ()
            owned.write(self._connection, after.id, stored, getattr(after, field))
        _TEXT.change(self._connection, _text_rows(before) if before else {}, _text_rows(after))
        _CHOICE.change(
            self._connection, _choice_rows(before) if before else {}, _choice_rows(after)
        )
        if before is not None and before.office_id != after.office_id:
            self._delegates.rewrite_keys(conference_id=after.id)  # by the order of that office

    def _mark(self, conference_id: str, deleted_at: str | None, action: Action) -> None:
        with self._connection.atomic():
            done = self._connection.execute(
                "UPDATE conference SET deleted_at = ? "
                "WHERE id = ? AND (deleted_at IS NULL) <> (? IS NULL)",
                (deleted_at, conference_id, deleted_at),
            )
            if done.rowcount:
                self._changes.add(action, conference_id)
            else:
                self.get(conference_id)


def _side(conference: Conference, fields: list[str]) -> Side:
    return Side(fields={name: msgspec.to_builtins(getattr(conference, name)) for name in fields})


def _text_rows(conference: Conference) -> dict[Key, Row]:
    lists = {(field, ""): getattr(conference, field) for field in _TEXT_LISTS}
    lists |= {(_DUTIES, one.id): one.duties for one in conference.assignments}
    lists |= {
        (_of_papers(name), one.key): getattr(one, name)
        for one in conference.papers
        for name in _PAPER_TEXTS
    }
    return {
        (conference.id, field, item_id, position): (text,)
        for (field, item_id), texts in lists.items()
        for position, text in enumerate(texts)
    }


def _of_papers(name: str) -> str:
    return f"papers.{name}"  # the plan's own recipients lie beside them


def _choice_rows(conference: Conference) -> dict[Key, Row]:
    return {
        (conference.id, paper.key, position): (one.name, one.value)
        for paper in conference.papers
        for position, one in enumerate(paper.choices)
    }


def _without_dangling(conference: Conference, signer_ids: set[str]) -> Conference:
    sessions = {session.id for session in conference.sessions}
    programme = tuple(
        item if item.session_id in sessions else msgspec.structs.replace(item, session_id="")
        for item in conference.programme
    )
    papers = tuple(
        one if one.signer_id in signer_ids else msgspec.structs.replace(one, signer_id="")
        for one in conference.papers
    )
    signer_id = conference.signer_id if conference.signer_id in signer_ids else ""
    return msgspec.structs.replace(
        conference, programme=programme, papers=papers, signer_id=signer_id
    )


def _with_known_people(conference: Conference, people: set[str]) -> Conference:
    items = {item.id for item in conference.programme}
    groups = {group.id for group in conference.groups}
    norms = {norm.id for norm in conference.norms}
    return msgspec.structs.replace(
        conference,
        script=_referring(conference.script, "item_id", items),
        seat_blocks=_referring(conference.seat_blocks, "group_id", groups),
        hand_seats=tuple(one for one in conference.hand_seats if one.delegate_id in people),
        budget=_referring(conference.budget, "norm_id", norms),
        # the places of a group that is gone are nobody's
        quotas=tuple(one for one in conference.quotas if one.group_id in groups | {""}),
    )


def _referring(records: tuple[R, ...], field: str, known: set[str]) -> tuple[R, ...]:
    return tuple(
        one if getattr(one, field) in known else msgspec.structs.replace(one, **{field: ""})
        for one in records
    )


def _grouped(person: Delegate, group_ids: set[str]) -> Delegate:
    if person.group_id in group_ids:
        return person
    return msgspec.structs.replace(person, group_id="")
