"""The offices below that report to this desk, each with its place in the tree of a plan."""

from __future__ import annotations

from collections.abc import Iterable

from db.changes import Action, Changes
from db.connection import Connection
from db.record import Id, Record
from db.tables import Columns, Table


class ReportingOffice(Record, frozen=True, kw_only=True):
    """An office below.

    Attributes:
        office_id: as its bundles and keys name it.
        name: as the desk knows it.
        pack_id, unit: the plan, and its key of the unit; empty while nobody knows its place.
        is_settled: whether people said so; else it is what its bundles say of themselves.
    """

    office_id: Id
    name: str
    pack_id: str = ""
    unit: str = ""
    is_settled: bool = True


_SAID = Columns(ReportingOffice).names[:-1]
_TABLE = Table("reporting_office", ("office_id",), _SAID[1:])
_COLUMNS = Columns(ReportingOffice)
# of an office with several conferences, the latest names it; a bare column is of the row of max()
_SELECT = """
SELECT office_id, name, pack_id, unit, 1 AS is_settled FROM reporting_office
UNION ALL
SELECT sender_id, sender_name, pack_id, unit, 0 FROM (
    SELECT sender_id, sender_name, pack_id, unit, max(coalesce(held_on, '') || subject_id)
    FROM received_bundle
    WHERE is_current AND sender_id NOT IN (SELECT office_id FROM reporting_office)
    GROUP BY sender_id
)
"""


class ReportingOffices:
    """The offices below: those that people entered, and those that bundles came from."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[ReportingOffice, ...]:
        """Read every office, by name."""
        return self._read(f"{_SELECT} ORDER BY name, office_id", ())

    def find(self, office_id: str) -> ReportingOffice | None:
        """Read one office, if it is known."""
        sql = f"SELECT * FROM ({_SELECT}) WHERE office_id = ?"  # noqa: S608 - a constant
        return next(iter(self._read(sql, (office_id,))), None)

    def save(self, offices: Iterable[ReportingOffice]) -> None:
        """Store what people say of offices; it holds, whatever their bundles say."""
        rows = [_COLUMNS.row(one)[:-1] for one in offices]
        with self._connection.atomic():
            _TABLE.put(self._connection, rows)
            self._changes.add(Action.REPORTING_OFFICES_SAVED, count=len(rows))

    def forget(self, office_ids: Iterable[str]) -> None:
        """Let what people said of offices no longer hold; what their bundles say remains."""
        keys = [(one,) for one in office_ids]
        with self._connection.atomic():
            _TABLE.delete(self._connection, keys)
            self._changes.add(Action.REPORTING_OFFICES_SAVED, count=len(keys))

    def _read(self, sql: str, values: tuple[str, ...]) -> tuple[ReportingOffice, ...]:
        rows = self._connection.rows(sql, values)
        return tuple(_COLUMNS.record(self._connection, row) for row in rows)
