"""The keys by which others are known: an office knows its desk's, a desk those of its offices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Annotated

from msgspec import Meta

from db.changes import Action, Changes
from db.connection import Connection
from db.record import Id, Record
from db.tables import Columns, Table


class KeyOrigin(StrEnum):
    """Why a key is believed, the weakest reason first."""

    SEEN = "seen"  # the first that came from this owner
    PACK = "pack"  # named by an older key of the same owner
    COMPARED = "compared"  # its fingerprint was held against the printed form


_STRENGTH = tuple(KeyOrigin)


class KnownKeys(Record, frozen=True, kw_only=True):
    """The public halves of one pair of somebody.

    Attributes:
        name: of the owner, as people know it; nothing is decided by it.
        sealing, recovery: age recipients.
        signing: Ed25519, hex.
        number: which pair of its owner; a revocation names it.
    """

    owner_id: Id
    number: Annotated[int, Meta(ge=1, le=9999)]
    name: str
    sealing: str
    recovery: str
    signing: str
    origin: KeyOrigin


class KeyNumberTaken(Exception):  # noqa: N818 - what happened, not a fault
    """The owner is known by another key of this number; the known one was kept."""


_COLUMNS = Columns(KnownKeys)
_KEYS = Table("known_keys", ("owner_id", "number"), _COLUMNS.names[2:])
_NAMES = ", ".join(f"known.{name}" for name in _COLUMNS.names)
_SELECT = f"SELECT {_NAMES} FROM known_keys AS known"  # noqa: S608 - our own names
_ORDER = "ORDER BY known.owner_id, known.number"
_NOT_REVOKED = """
NOT EXISTS (
    SELECT 1 FROM known_keys_revoked AS revoked
    WHERE revoked.owner_id = known.owner_id AND revoked.number = known.number
)
"""
_REVOKED = "SELECT owner_id, number FROM known_keys_revoked ORDER BY owner_id, number"
_REVOKE = """
INSERT INTO known_keys_revoked (owner_id, number, revoked_at) VALUES (?, ?, ?)
ON CONFLICT DO NOTHING
"""


class KnownKeyRing:
    """Everybody's keys; a number of an owner never comes to mean another key."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[KnownKeys, ...]:
        """Read every key, the revoked ones too, by owner and number."""
        return self._read(f"{_SELECT} {_ORDER}", ())

    def of(self, owner_id: str) -> tuple[KnownKeys, ...]:
        """Read the keys of one owner, the revoked ones too, by number."""
        return self._read(f"{_SELECT} WHERE known.owner_id = ? {_ORDER}", (owner_id,))

    def newest_of(self, owner_id: str) -> KnownKeys | None:
        """Read the newest key of an owner that was not revoked: the one to seal for."""
        sql = f"{_SELECT} WHERE known.owner_id = ? AND {_NOT_REVOKED} {_ORDER}"
        return next(reversed(self._read(sql, (owner_id,))), None)

    def revoked(self) -> Mapping[str, frozenset[int]]:
        """Read which numbers were revoked, by owner, one's own and those never met too."""
        rows = self._connection.rows(_REVOKED)
        by_owner = groupby(rows, key=itemgetter(0))
        return {owner: frozenset(number for _, number in some) for owner, some in by_owner}

    def add(self, keys: KnownKeys) -> bool:
        """Store a key, or the better reason to believe it; tell whether anything is new.

        Raises:
            KeyNumberTaken: the owner is known by another key of this number, or by this key under
                another number.
        """
        with self._connection.atomic():
            known = self.of(keys.owner_id)
            named = {one.number: one for one in known}.get(keys.number)
            if named is not None and _halves(named) != _halves(keys):
                raise KeyNumberTaken(keys.owner_id, keys.number)
            if named is None and keys.signing in {one.signing for one in known}:
                raise KeyNumberTaken(keys.owner_id, keys.number)
            if named is not None and _is_as_strong(named.origin, keys.origin):
                return False
            row = _COLUMNS.row(keys)
            _KEYS.put(self._connection, [row])
            self._changes.add(Action.KEYS_KNOWN)
        return True

    def revoke(self, owner_id: str, numbers: Iterable[int]) -> int:
        """Let keys no longer count, by their numbers; tell how many counted until now."""
        with self._connection.atomic():
            new = frozenset(numbers) - self.revoked().get(owner_id, frozenset())
            now = self._changes.now()
            self._connection.execute_many(_REVOKE, [(owner_id, one, now) for one in sorted(new)])
            if new:
                self._changes.add(Action.KEYS_REVOKED, count=len(new))
        return len(new)

    def _read(self, sql: str, values: tuple[str, ...]) -> tuple[KnownKeys, ...]:
        rows = self._connection.rows(sql, values)
        return tuple(_COLUMNS.record(self._connection, row) for row in rows)


def _halves(keys: KnownKeys) -> tuple[str, str, str]:
    return keys.sealing, keys.recovery, keys.signing


def _is_as_strong(origin: KeyOrigin, other: KeyOrigin) -> bool:
    return _STRENGTH.index(origin) >= _STRENGTH.index(other)
