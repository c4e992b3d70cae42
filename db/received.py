"""What the desk received: every bundle whole as it was verified, and which of them counts.

A bundle is told apart by sender, subject, number and the SHA-512 of its content. None is ever
edited, and none replaces another: of each subject the newest number counts, of a fork the side
that people chose, and until then the lesser hash. So any order of arrival ends in the same state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from db.changes import Action, Changes
from db.connection import Connection
from db.errors import RecordMissing
from db.received_people import PeopleColumns, unpack_columns
from db.record import Count, Id, Record
from db.tables import Columns

RECEIVED, RETURNED = "received", "returned"

Sha512 = Annotated[str, Meta(pattern="^[0-9a-f]{128}$", max_length=128)]


class ReceivedBundle(Record, frozen=True, kw_only=True):
    """One bundle of an office below, without its content.

    Attributes:
        id: of this store alone.
        sender_id, subject_id: the office and the conference it hands over.
        key_number: of the sender's keys that signed it.
        sender_name: as the bundle says it; nothing is decided by it.
        sealed_on: by the sender's clock; shown, and nothing is decided by it.
        title, pack_id, unit, held_on: of the conference: its plan, its key in that plan, and the
            day of its first main session.
        verdict: RECEIVED or RETURNED, with remarks.
        is_current: whether it is the one of its subject that counts.
    """

    id: int
    sender_id: Id
    subject_id: Id
    number: int
    content_sha512: Sha512
    key_number: int
    sender_name: str
    sealed_on: date
    title: str = ""
    pack_id: str = ""
    unit: str = ""
    held_on: date | None = None
    people: Count = 0
    pictures: Count = 0
    papers: Count = 0
    received_at: datetime
    verdict: str
    is_current: bool


class VerifiedBundle(Struct, frozen=True, kw_only=True):
    """A bundle to be taken in, after everything about it was checked.

    Attributes:
        header, signature: the very bytes that were signed, for whoever doubts it later.
        content: the zip under the header, byte for byte.
        columns: of its people, packed; see `db.received_people`.
    """

    sender_id: str
    subject_id: str
    number: int
    content_sha512: str
    key_number: int
    sender_name: str
    sealed_on: date
    title: str
    pack_id: str
    unit: str
    held_on: date | None
    people: int
    pictures: int
    papers: int
    header: bytes
    signature: bytes
    content: bytes
    columns: bytes


class Fork(Struct, frozen=True, kw_only=True):
    """Several contents under one number of one subject; people say which counts.

    Attributes:
        sides: in the order of their hashes.
        chosen: the content that people chose; empty until they did.
    """

    sender_id: str
    subject_id: str
    number: int
    sides: tuple[ReceivedBundle, ...]
    chosen: str = ""


class IssuedReceipt(Struct, frozen=True, kw_only=True):
    """A receipt that was signed once; signing it again gives the same."""

    bundle_id: int
    verdict: str
    key_number: int
    signature: bytes


_COLUMNS = Columns(ReceivedBundle)
_NAMES = ", ".join(_COLUMNS.names)
_SELECT = f"SELECT {_NAMES} FROM received_bundle"  # noqa: S608 - our own names
_ORDER = "ORDER BY sender_id, subject_id, number DESC, content_sha512"
_GIVEN = tuple(one for one in VerifiedBundle.__struct_fields__ if one not in ("content", "columns"))
_WRITTEN = (*_GIVEN, "received_at", "verdict", "is_current")
_INSERT = (
    f"INSERT INTO received_bundle ({', '.join(_WRITTEN)}) "  # noqa: S608 - our own names
    f"VALUES ({', '.join('?' * len(_WRITTEN))})"
)
_SAME = "sender_id = ? AND subject_id = ? AND number = ? AND content_sha512 = ?"
_NOT_CURRENT = """
UPDATE received_bundle SET is_current = 0
WHERE sender_id = ? AND subject_id = ? AND is_current
"""
_CURRENT = """
UPDATE received_bundle SET is_current = 1 WHERE id = (
    SELECT one.id FROM received_bundle AS one
    LEFT JOIN received_fork AS fork USING (sender_id, subject_id, number)
    WHERE one.sender_id = ? AND one.subject_id = ?
    ORDER BY one.number DESC, one.content_sha512 IS fork.content_sha512 DESC, one.content_sha512
    LIMIT 1
)
"""
_FORKED = """
SELECT one.sender_id, one.subject_id, one.number, coalesce(fork.content_sha512, '')
FROM received_bundle AS one LEFT JOIN received_fork AS fork USING (sender_id, subject_id, number)
GROUP BY one.sender_id, one.subject_id, one.number HAVING count(*) > 1
ORDER BY one.sender_id, one.subject_id, one.number
"""
_SETTLE = """
INSERT INTO received_fork (sender_id, subject_id, number, content_sha512, settled_at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (sender_id, subject_id, number) DO UPDATE
SET content_sha512 = excluded.content_sha512, settled_at = excluded.settled_at
"""
_STATE = """
SELECT sender_id, subject_id, number, content_sha512, verdict, is_current FROM received_bundle
ORDER BY sender_id, subject_id, number, content_sha512
"""
_PEOPLE = "SELECT columns FROM received_people WHERE bundle_id = ?"
_RECEIPT = """
INSERT INTO received_receipt (bundle_id, verdict, key_number, signature, issued_at)
VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""


class Received:
    """The bundles of the offices below; each is taken in whole or not at all."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def take(self, bundles: Iterable[VerifiedBundle]) -> tuple[ReceivedBundle, ...]:
        """Take bundles in, all or none, and give each as it is held; the same again adds nothing.

        A new one has the verdict RECEIVED. Which one of its subject counts is found anew.
        """
        with self._connection.atomic():
            before = self.count()
            held = tuple(self._taken(one) for one in bundles)
            new = self.count() - before
            if new:
                self._changes.add(Action.BUNDLES_RECEIVED, count=new)
        # a later one of the same subject may count now instead of an earlier one
        return tuple(self.get(one) for one in held)

    def get(self, bundle_id: int) -> ReceivedBundle:
        """Read one bundle.

        Raises:
            RecordMissing: there is none.
        """
        found = self._read("WHERE id = ?", (bundle_id,))
        if not found:
            raise RecordMissing(bundle_id)
        return found[0]

    def all(self) -> tuple[ReceivedBundle, ...]:
        """List every bundle by sender and subject, the newest number first."""
        return self._read(_ORDER)

    def current(self) -> tuple[ReceivedBundle, ...]:
        """List those that count, one of each subject."""
        return self._read(f"WHERE is_current {_ORDER}")

    def count(self) -> int:
        """Count every bundle."""
        return int(self._connection.value("SELECT count(*) FROM received_bundle"))

    def followed_plans(self) -> dict[str, int]:
        """Count the conferences that count by the plan each follows; empty for none."""
        sql = "SELECT pack_id, count(*) FROM received_bundle WHERE is_current GROUP BY pack_id"
        return dict(self._connection.rows(sql))

    def of(self, sender_id: str, subject_id: str) -> tuple[ReceivedBundle, ...]:
        """List the bundles of one subject, the newest number first."""
        where = f"WHERE sender_id = ? AND subject_id = ? {_ORDER}"
        return self._read(where, (sender_id, subject_id))

    def held(self, sender_id: str, subject_id: str) -> tuple[tuple[int, str], ...]:
        """Give number and content hash of each bundle of one subject."""
        rows = self._connection.rows(
            "SELECT number, content_sha512 FROM received_bundle "
            "WHERE sender_id = ? AND subject_id = ?",
            (sender_id, subject_id),
        )
        return tuple((number, content) for number, content in rows)

    def of_sender(self, sender_id: str) -> tuple[ReceivedBundle, ...]:
        """List the bundles of one office."""
        return self._read(f"WHERE sender_id = ? {_ORDER}", (sender_id,))

    def previous(self, bundle: ReceivedBundle) -> ReceivedBundle | None:
        """Find the bundle of the same subject that counted before one came."""
        older = [
            one
            for one in self.of(bundle.sender_id, bundle.subject_id)
            if one.number < bundle.number
        ]
        chosen = {fork.number: fork.chosen for fork in self.forks(bundle.sender_id)}
        newest = [one for one in older if one.number == older[0].number]
        wanted = [one for one in newest if one.content_sha512 == chosen.get(one.number)]
        return next(iter(wanted or newest), None)

    def content(self, bundle_id: int) -> bytes:
        """Read the content of a bundle: the zip as it was verified.

        Raises:
            RecordMissing: there is no such bundle.
        """
        sql = "SELECT content FROM received_content WHERE bundle_id = ?"
        content = self._connection.value(sql, (bundle_id,))
        if content is None:
            raise RecordMissing(bundle_id)
        return bytes(content)

    def proof(self, bundle_id: int) -> tuple[bytes, bytes]:
        """Read the header that was signed, and its signature.

        Raises:
            RecordMissing: there is no such bundle.
        """
        sql = "SELECT header, signature FROM received_bundle WHERE id = ?"
        row = self._connection.row(sql, (bundle_id,))
        if row is None:
            raise RecordMissing(bundle_id)
        return row[0], row[1]

    def columns(self, bundle_id: int) -> PeopleColumns:
        """Read what is counted and compared of the people of a bundle.

        Raises:
            RecordMissing: there is no such bundle.
        """
        data = self._connection.value(_PEOPLE, (bundle_id,))
        if data is None:
            raise RecordMissing(bundle_id)
        return unpack_columns(data)

    def current_columns(self) -> Iterator[tuple[ReceivedBundle, PeopleColumns]]:
        """Go through the people of all bundles that count, one bundle in memory at a time."""
        for bundle in self.current():
            yield bundle, self.columns(bundle.id)

    def set_verdict(self, bundle_id: int, verdict: str) -> bool:
        """Accept or return a bundle; tell whether that is new. The bundle itself stays as it is.

        Raises:
            RecordMissing: there is no such bundle.
        """
        with self._connection.atomic():
            if self.get(bundle_id).verdict == verdict:
                return False
            self._connection.execute(
                "UPDATE received_bundle SET verdict = ? WHERE id = ?", (verdict, bundle_id)
            )
            self._changes.add(Action.VERDICT_GIVEN)
        return True

    def forks(self, sender_id: str = "") -> tuple[Fork, ...]:
        """List numbers that came with several contents, of one office or of all."""
        return tuple(
            Fork(
                sender_id=sender,
                subject_id=subject,
                number=number,
                sides=tuple(one for one in self.of(sender, subject) if one.number == number),
                chosen=chosen,
            )
            for sender, subject, number, chosen in self._connection.rows(_FORKED)
            if sender_id in ("", sender)
        )

    def settle(self, bundle_id: int) -> None:
        """Let a bundle be the side of its fork that counts; people may choose again.

        Raises:
            RecordMissing: there is no such bundle.
        """
        with self._connection.atomic():
            side = self.get(bundle_id)
            key = (side.sender_id, side.subject_id, side.number, side.content_sha512)
            self._connection.execute(_SETTLE, (*key, self._changes.now()))
            self._find_current(side.sender_id, side.subject_id)
            self._changes.add(Action.FORK_SETTLED)

    def keep_receipts(self, receipts: Iterable[IssuedReceipt]) -> None:
        """Note receipts that were signed; the same again changes nothing."""
        now = self._changes.now()
        rows = [
            (one.bundle_id, one.verdict, one.key_number, one.signature, now) for one in receipts
        ]
        with self._connection.atomic():
            self._connection.execute_many(_RECEIPT, rows)

    def receipts(self, bundle_id: int) -> tuple[IssuedReceipt, ...]:
        """Read the receipts that were signed for a bundle."""
        sql = (
            "SELECT bundle_id, verdict, key_number, signature FROM received_receipt "
            "WHERE bundle_id = ? ORDER BY key_number, verdict"
        )
        return tuple(
            IssuedReceipt(bundle_id=held, verdict=verdict, key_number=key, signature=signature)
            for held, verdict, key, signature in self._connection.rows(sql, (bundle_id,))
        )

    def state_hash(self) -> str:
        """Name the state by a hash: equal for equal bundles, whatever way they came."""
        digest = hashlib.sha256()
        forks = [(*_identity(one), one.chosen) for one in self.forks() if one.chosen]
        for row in (*self._connection.rows(_STATE), *forks):
            digest.update(msgspec.json.encode(row) + b"\n")
        return digest.hexdigest()

    def _taken(self, new: VerifiedBundle) -> int:
        key = (new.sender_id, new.subject_id, new.number, new.content_sha512)
        held = self._connection.value(f"SELECT id FROM received_bundle WHERE {_SAME}", key)  # noqa: S608 - a constant
        if held is not None:
            return int(held)
        values = {name: getattr(new, name) for name in _GIVEN}
        for day in ("sealed_on", "held_on"):
            values[day] = values[day].isoformat() if values[day] is not None else None
        row = (*values.values(), self._changes.now(), RECEIVED, 0)
        bundle_id = self._connection.execute(_INSERT, row).lastrowid or 0
        self._connection.execute(
            "INSERT INTO received_content (bundle_id, content) VALUES (?, ?)",
            (bundle_id, new.content),
        )
        self._connection.execute(
            "INSERT INTO received_people (bundle_id, columns) VALUES (?, ?)",
            (bundle_id, new.columns),
        )
        self._find_current(new.sender_id, new.subject_id)
        return bundle_id

    def _find_current(self, sender_id: str, subject_id: str) -> None:
        self._connection.execute(_NOT_CURRENT, (sender_id, subject_id))
        self._connection.execute(_CURRENT, (sender_id, subject_id))

    def _read(self, rest: str, values: tuple[str | int, ...] = ()) -> tuple[ReceivedBundle, ...]:
        rows = self._connection.rows(f"{_SELECT} {rest}", values)
        return tuple(_COLUMNS.record(self._connection, row) for row in rows)


def _identity(fork: Fork) -> tuple[str, str, int]:
    return fork.sender_id, fork.subject_id, fork.number
