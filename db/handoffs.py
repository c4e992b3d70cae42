"""What an office handed over, to whom, on which stick, and what it was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from db.changes import Action, Changes
from db.connection import Connection
from db.errors import RecordMissing


class SentState(StrEnum):
    """How far something handed over has come; it is never just “sent”."""

    SEALED = "sealed"
    COPIED = "copied"  # to a stick, and read back from it
    RECEIVED = "received"
    RETURNED = "returned"  # with remarks


class Proof(StrEnum):
    """How the office knows what became of it."""

    RECEIPT = "receipt"  # signed by the desk
    CODE = "code"  # read out by the desk


class SentCopy(Struct, frozen=True, kw_only=True):
    """One copy that was read back from its medium and found the same.

    Attributes:
        volume: the label of the stick.
        place: the file.
    """

    copied_at: datetime
    volume: str
    place: str


class Answer(Struct, frozen=True, kw_only=True):
    """What the desk said of a bundle.

    Attributes:
        verdict: `received` or `returned`.
        receipt: signed, as JSON; none where it was read out.
    """

    verdict: str
    proof: Proof
    receipt: bytes | None = None


class SentBundle(Struct, frozen=True, kw_only=True):
    """One bundle that was sealed here.

    Attributes:
        number: counts what was sealed of one conference for one receiver.
        sealed_name: of the sealed file beside the store; empty once it was thrown away.
        fields: what was told of each person.
        papers: their file names.
        copies: none until one was read back.
    """

    id: str
    conference_id: str
    receiver_id: str
    number: int
    content_sha512: str
    sealed_on: date
    sealed_name: str
    sealed_sha256: str
    size_bytes: int
    people: int
    pictures: int
    fields: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    answer: Answer | None = None
    answered_at: datetime | None = None
    copies: tuple[SentCopy, ...] = ()

    @property
    def state(self) -> SentState:
        """How far it has come, by what is proven."""
        if self.answer is not None:
            return SentState(self.answer.verdict)
        return SentState.COPIED if self.copies else SentState.SEALED


class SentBundleTaken(Exception):  # noqa: N818 - what happened, not a fault
    """Another bundle of this conference has the number; it was kept."""


class DownBundle(Struct, frozen=True, kw_only=True):
    """The newest of its kind that a desk sent down; it says all that holds.

    Attributes:
        kind: `rules` or `reply`.
        header, signature: as they were verified.
        content: unpacked by whoever asks.
    """

    sender_id: str
    kind: str
    number: int
    content_sha512: str
    header: bytes
    signature: bytes
    content: bytes


_PLAIN = (
    *("id", "conference_id", "receiver_id", "number", "content_sha512", "sealed_on"),
    *("sealed_name", "sealed_sha256", "size_bytes", "people", "pictures"),
)
_ALL = (*_PLAIN, "fields", "papers", "verdict", "proof", "answered_at", "receipt")
_SELECT = f"SELECT {', '.join(_ALL)} FROM sent_bundle"  # noqa: S608 - our own names
_NEWEST_FIRST = "ORDER BY number DESC, receiver_id"
_INSERT = (
    f"INSERT INTO sent_bundle ({', '.join((*_PLAIN, 'fields', 'papers'))}) "  # noqa: S608 - our own
    f"VALUES ({', '.join('?' * (len(_PLAIN) + 2))})"
)
_COPIES = "SELECT copied_at, volume, place FROM sent_copy WHERE bundle_id = ? ORDER BY position"
_ADD_COPY = """
INSERT INTO sent_copy (bundle_id, position, copied_at, volume, place)
SELECT ?1, count(*), ?2, ?3, ?4 FROM sent_copy WHERE bundle_id = ?1
"""
_ANSWER = "UPDATE sent_bundle SET verdict = ?, proof = ?, answered_at = ?, receipt = ? WHERE id = ?"
_DOWN = DownBundle.__struct_fields__
_SELECT_DOWN = f"SELECT {', '.join(_DOWN)} FROM sent_down"  # noqa: S608 - our own names
_PUT_DOWN = (
    f"INSERT OR REPLACE INTO sent_down ({', '.join((*_DOWN, 'taken_at'))}) "  # noqa: S608 - our own
    f"VALUES ({', '.join('?' * (len(_DOWN) + 1))})"
)


class Handoffs:
    """The way of every bundle that left this office, and of what came back.

    Attributes:
        folder: of the sealed files, beside the store; made by whoever writes the first.
    """

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes
        self.folder = connection.path.parent / "sealed"

    def receivers(self) -> tuple[str, ...]:
        """Name the owners of keys to whom this office hands over, the latest first."""
        sql = "SELECT owner_id FROM sent_receiver ORDER BY added_at DESC, owner_id"
        return tuple(row[0] for row in self._connection.rows(sql))

    def add_receiver(self, owner_id: str) -> None:
        """Note that this office hands over to somebody."""
        with self._connection.atomic():
            self._connection.execute(
                "INSERT OR IGNORE INTO sent_receiver (owner_id, added_at) VALUES (?, ?)",
                (owner_id, self._changes.now()),
            )

    def of(self, conference_id: str) -> tuple[SentBundle, ...]:
        """List what was sealed of a conference, the newest number first."""
        sql = f"{_SELECT} WHERE conference_id = ? {_NEWEST_FIRST}"
        return tuple(self._bundle(row) for row in self._connection.rows(sql, (conference_id,)))

    def waiting(self) -> tuple[SentBundle, ...]:
        """List what no answer came to, over all conferences."""
        sql = f"{_SELECT} WHERE verdict IS NULL ORDER BY conference_id, number DESC"
        return tuple(self._bundle(row) for row in self._connection.rows(sql))

    def get(self, bundle_id: str) -> SentBundle:
        """Read one bundle.

        Raises:
            RecordMissing: there is none.
        """
        row = self._connection.row(f"{_SELECT} WHERE id = ?", (bundle_id,))
        if row is None:
            raise RecordMissing(bundle_id)
        return self._bundle(row)

    def find(self, content_sha512: str) -> tuple[SentBundle, ...]:
        """Find bundles by what identifies their content."""
        rows = self._connection.rows(f"{_SELECT} WHERE content_sha512 = ?", (content_sha512,))
        return tuple(self._bundle(row) for row in rows)

    def next_number(self, conference_id: str, receiver_id: str) -> int:
        """Give the number of the next bundle."""
        sql = "SELECT max(number) FROM sent_bundle WHERE conference_id = ? AND receiver_id = ?"
        return (self._connection.value(sql, (conference_id, receiver_id)) or 0) + 1

    def add(self, bundle: SentBundle) -> None:
        """Note what was sealed; its copies and its answer come later.

        Raises:
            SentBundleTaken: the number is not the next one.
        """
        with self._connection.atomic():
            if bundle.number != self.next_number(bundle.conference_id, bundle.receiver_id):
                raise SentBundleTaken(bundle.number)
            values = [getattr(bundle, name) for name in _PLAIN]
            values[_PLAIN.index("sealed_on")] = bundle.sealed_on.isoformat()
            self._connection.execute(_INSERT, (*values, _json(bundle.fields), _json(bundle.papers)))
            self._log(Action.BUNDLE_SEALED, bundle, bundle.people)

    def add_copy(self, bundle_id: str, volume: str, place: str) -> SentBundle:
        """Note a copy; only one that was read back from its medium and is the same."""
        with self._connection.atomic():
            bundle = self.get(bundle_id)
            values = (bundle_id, self._changes.now(), volume, place)
            self._connection.execute(_ADD_COPY, values)
            self._log(Action.BUNDLE_COPIED, bundle, bundle.people)
        return self.get(bundle_id)

    def set_answer(self, bundle_id: str, answer: Answer) -> bool:
        """Note what the desk said; tell whether that is new."""
        with self._connection.atomic():
            bundle = self.get(bundle_id)
            if bundle.answer == answer:
                return False
            values = (answer.verdict, str(answer.proof), self._changes.now(), answer.receipt)
            self._connection.execute(_ANSWER, (*values, bundle_id))
            self._log(Action.BUNDLE_ANSWERED, bundle, bundle.people)
        return True

    def sealed_names(self) -> frozenset[str]:
        """Name the sealed files beside the store that are still of use."""
        rows = self._connection.rows("SELECT sealed_name FROM sent_bundle WHERE sealed_name <> ''")
        return frozenset(row[0] for row in rows)

    def forget_sealed(self, bundle_id: str) -> None:
        """Note that the sealed file beside the store is gone."""
        with self._connection.atomic():
            self._connection.execute(
                "UPDATE sent_bundle SET sealed_name = '' WHERE id = ?", (bundle_id,)
            )

    def down(self) -> tuple[DownBundle, ...]:
        """Read the newest of each kind and sender that came down."""
        rows = self._connection.rows(f"{_SELECT_DOWN} ORDER BY sender_id, kind")
        return tuple(_down(row) for row in rows)

    def down_of(self, sender_id: str, kind: str) -> DownBundle | None:
        """Read the newest of one kind of one sender."""
        sql = f"{_SELECT_DOWN} WHERE sender_id = ? AND kind = ?"
        row = self._connection.row(sql, (sender_id, kind))
        return _down(row) if row else None

    def take_down(self, bundle: DownBundle) -> None:
        """Put a bundle that came down in the place of the one before it.

        Raises:
            ValueError: its number is not higher than the one remembered.
        """
        with self._connection.atomic():
            held = self.down_of(bundle.sender_id, bundle.kind)
            if held is not None and held.number >= bundle.number:
                raise ValueError(bundle.number)
            values = tuple(getattr(bundle, name) for name in _DOWN)
            self._connection.execute(_PUT_DOWN, (*values, self._changes.now()))
            self._changes.add(Action.DOWN_TAKEN)

    def _bundle(self, row: tuple[Any, ...]) -> SentBundle:
        told = dict(zip(_ALL, row, strict=True))
        verdict, proof, receipt = told.pop("verdict"), told.pop("proof"), told.pop("receipt")
        answer = None
        if verdict is not None:
            answer = Answer(verdict=verdict, proof=Proof(proof), receipt=receipt)
        answered_at, copies = told["answered_at"], self._copies(told["id"])
        return SentBundle(
            **told
            | {
                "sealed_on": date.fromisoformat(told["sealed_on"]),
                "fields": tuple(msgspec.json.decode(told["fields"])),
                "papers": tuple(msgspec.json.decode(told["papers"])),
                "answer": answer,
                "answered_at": answered_at and datetime.fromisoformat(answered_at),
                "copies": copies,
            }
        )

    def _copies(self, bundle_id: str) -> tuple[SentCopy, ...]:
        return tuple(
            SentCopy(copied_at=datetime.fromisoformat(at), volume=volume, place=place)
            for at, volume, place in self._connection.rows(_COPIES, (bundle_id,))
        )

    def _log(self, action: Action, bundle: SentBundle, count: int) -> None:
        self._changes.add(action, bundle.conference_id, count=count)


def _down(row: tuple[Any, ...]) -> DownBundle:
    return DownBundle(**dict(zip(_DOWN, row, strict=True)))


def _json(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()
