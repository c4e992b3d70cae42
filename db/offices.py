"""The office that owns the store, and offices that came in with a conference file."""

from __future__ import annotations

from db.changes import Action, Changes
from db.connection import Connection
from db.delegates import Delegates
from db.errors import RecordMissing
from db.records import Office, Signer
from db.tables import Columns, OwnedList, Table

_COLUMNS = Columns(Office, references=("logo_id",))
_OFFICE = Table("office", ("id",), ("is_own", *_COLUMNS.names[1:]))
_SIGNERS = OwnedList(Signer, "signer", "office_id")
_SELECT = f"SELECT {', '.join(_COLUMNS.names)} FROM office"  # noqa: S608 - our own column names


class Offices:
    """The offices of the store."""

    def __init__(self, connection: Connection, changes: Changes, delegates: Delegates) -> None:
        self._connection = connection
        self._changes = changes
        self._delegates = delegates

    def get(self) -> Office | None:
        """Read the store's own office; None until the first run has asked for it."""
        return self._read(f"{_SELECT} WHERE is_own = 1", ())

    def by_id(self, office_id: str) -> Office:
        """Read any office.

        Raises:
            RecordMissing: there is none.
        """
        office = self.find(office_id)
        if office is None:
            raise RecordMissing(office_id)
        return office

    def find(self, office_id: str) -> Office | None:
        """Read any office, if it is there."""
        return self._read(f"{_SELECT} WHERE id = ?", (office_id,))

    def save(self, office: Office) -> None:
        """Store an office; the first new one saved here becomes the store's own.

        Another order of tones rewrites the sort keys of its people in the same transaction.
        """
        with self._connection.atomic():
            before = self.find(office.id)
            if before == office:
                return
            own_id = self._connection.value("SELECT id FROM office WHERE is_own = 1")
            self.write(office, before, is_own=office.id == own_id or not (before or own_id))
            self._changes.add(Action.OFFICE_SAVED)

    def write(self, office: Office, before: Office | None = None, *, is_own: bool = False) -> None:
        """Store an office inside the caller's transaction, without an entry of its own."""
        row = _COLUMNS.row(office)
        _OFFICE.change(self._connection, {}, {(row[0],): (int(is_own), *row[1:])})
        signers = before.signers if before else ()
        _SIGNERS.write(self._connection, office.id, signers, office.signers)
        if before is not None and before.tone_order is not office.tone_order:
            self._delegates.rewrite_keys(office_id=office.id)

    def _read(self, sql: str, values: tuple[str, ...]) -> Office | None:
        row = self._connection.row(sql, values)
        if row is None:
            return None
        signers = _SIGNERS.read(self._connection, row[0])
        return _COLUMNS.record(self._connection, row, signers=signers)
