"""The keys of the office itself, as they rest: every pair it ever had, so that old files open."""

from __future__ import annotations

from db.changes import Action, Changes
from db.connection import Connection
from db.record import Record
from db.tables import Columns


class OwnKeys(Record, frozen=True, kw_only=True):
    """Both pairs at rest; the store reads none of them.

    Attributes:
        number: counts the pairs from 1.
        sealing, recovery, signing: the public halves.
        kept: the private halves, under a passphrase where the officer set one.
        recoverable: the private halves, sealed for the recovery key on paper.
    """

    number: int
    sealing: str
    recovery: str
    signing: str
    has_passphrase: bool
    kept: bytes
    recoverable: bytes

    def __repr__(self) -> str:
        """Say nothing of the keys."""
        return f"OwnKeys(number={self.number})"


_COLUMNS = Columns(OwnKeys)
_NAMES = ", ".join(_COLUMNS.names)
_MARKS = ", ".join("?" * len(_COLUMNS.names))
_SELECT = f"SELECT {_NAMES} FROM own_keys ORDER BY number"  # noqa: S608 - our own names
_INSERT = f"INSERT INTO own_keys ({_NAMES}) VALUES ({_MARKS})"  # noqa: S608 - our own names
_KEEP = "UPDATE own_keys SET has_passphrase = ?, kept = ? WHERE number = ?"


class OwnKeyRing:
    """The pairs of this office, the oldest first."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[OwnKeys, ...]:
        """Read every pair."""
        rows = self._connection.rows(_SELECT)
        return tuple(_COLUMNS.record(self._connection, row) for row in rows)

    def newest(self) -> OwnKeys | None:
        """Read the pair that is used now, once one was made."""
        return next(reversed(self.all()), None)

    def add(self, keys: OwnKeys) -> None:
        """Store a new pair.

        Raises:
            ValueError: it is not the next number.
        """
        with self._connection.atomic():
            newest = self.newest()
            if keys.number != (newest.number if newest else 0) + 1:
                raise ValueError(keys.number)
            self._connection.execute(_INSERT, _COLUMNS.row(keys))
            self._changes.add(Action.KEYS_MADE)

    def keep(self, keys: OwnKeys) -> None:
        """Store a known pair as it rests from now on: under another passphrase, or none."""
        with self._connection.atomic():
            values = (int(keys.has_passphrase), keys.kept, keys.number)
            self._connection.execute(_KEEP, values)
            self._changes.add(Action.KEYS_KEPT)
