"""Between records and rows: one way for every table, so that the others only name theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from enum import Enum
from functools import cached_property
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin

import msgspec

from db.connection import Connection, Row, SqlValue
from db.errors import StoreDamaged
from db.records import Record

R = TypeVar("R", bound=Record)
Key = tuple[SqlValue, ...]
Rows = Mapping[Key, Row]


class Table:
    """A table whose rows are found by the leading columns.

    The names are literals of the modules that use this, so the SQL made of them is too.
    """

    def __init__(self, name: str, key: Sequence[str], columns: Sequence[str]) -> None:
        every = (*key, *columns)
        marks = ", ".join("?" * len(every))
        updates = ", ".join(f"{column} = excluded.{column}" for column in columns)
        found = " AND ".join(f"{column} = ?" for column in key)
        self._delete = f"DELETE FROM {name} WHERE {found}"  # noqa: S608 - our own names
        self._put = (
            f"INSERT INTO {name} ({', '.join(every)}) VALUES ({marks}) "  # noqa: S608 - our own names
            f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {updates}"
        )

    def change(self, connection: Connection, before: Rows, after: Rows) -> None:
        """Write what differs between what is stored and what shall be."""
        self.delete(connection, [key for key in before if key not in after])
        put = [(*key, *row) for key, row in after.items() if before.get(key) != row]
        self.put(connection, put)

    def delete(self, connection: Connection, keys: Sequence[Key]) -> None:
        """Delete the rows of these keys."""
        if keys:
            connection.execute_many(self._delete, keys)

    def put(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Write whole rows, over those of the same key."""
        if rows:
            connection.execute_many(self._put, rows)


class Columns(Generic[R]):
    """The plain fields of a record as columns.

    A nested record is flattened under its field's name; tuples lie in tables of their own.

    Attributes:
        names: the columns, in the order of every row.
    """

    def __init__(self, record: type[R], *, references: Sequence[str] = ()) -> None:
        """Derive the columns; those of `references` hold NULL where the record holds ""."""
        self._record = record
        self._places = tuple(_places(record))
        self._references = frozenset(references)
        self.names = tuple(f"{field}_{part}" if part else field for field, part in self._places)

    def row(self, record: R) -> Row:
        """Lay out one record."""
        values = []
        for field, part in self._places:
            value = getattr(record, field)
            if part and value is not None:
                value = getattr(value, part)
            if value == "" and field in self._references:
                value = None
            values.append(_stored(value))
        return tuple(values)

    def record(self, connection: Connection, row: Row, **lists: tuple[Any, ...]) -> R:
        """Build one record from its row and the lists that lie elsewhere."""
        values: dict[str, Any] = dict(lists)
        for (field, part), value in zip(self._places, row, strict=True):
            if value is None:
                continue  # the field's default says the same
            if part:
                values.setdefault(field, {})[part] = value
            else:
                values[field] = value
        try:
            return msgspec.convert(values, self._record, strict=False)
        except msgspec.ValidationError as error:
            # the tables' own checks let nothing through that a record refuses
            raise StoreDamaged(connection.path, self._record.__name__) from error


class OwnedList(Generic[R]):
    """The ordered records of one field: a row each, under their owner."""

    def __init__(self, record: type[R], table: str, owner: str, identity: str = "id") -> None:
        """Name the table, its column of the owner, and what tells the records apart.

        Records without that field are told apart by their position.
        """
        self._record = record
        self._name = table
        self._owner = owner
        self._identity = identity

    @cached_property
    def _columns(self) -> Columns[R]:
        return Columns(self._record)  # derived at first use: a start reads no lists

    @property
    def _has_identity(self) -> bool:
        return self._identity in self._columns.names

    @cached_property
    def _table(self) -> Table:
        if not self._has_identity:
            return Table(self._name, (self._owner, "position"), self._columns.names)
        rest = tuple(name for name in self._columns.names if name != self._identity)
        return Table(self._name, (self._owner, self._identity), ("position", *rest))

    @cached_property
    def _select(self) -> str:
        return (
            f"SELECT {', '.join(self._columns.names)} FROM {self._name} "  # noqa: S608 - our own names
            f"WHERE {self._owner} = ? ORDER BY position"
        )

    def read(self, connection: Connection, owner_id: str) -> tuple[R, ...]:
        """Read the records of one owner in their order."""
        rows = connection.rows(self._select, (owner_id,))
        return tuple(self._columns.record(connection, row) for row in rows)

    def write(
        self, connection: Connection, owner_id: str, before: Sequence[R], after: Sequence[R]
    ) -> None:
        """Write what differs.

        Raises:
            ValueError: two records have the same identity.
        """
        self._table.change(connection, self._rows(owner_id, before), self._rows(owner_id, after))

    def _rows(self, owner_id: str, records: Sequence[R]) -> Rows:
        rows: dict[Key, Row] = {}
        for position, record in enumerate(records):
            row = self._columns.row(record)
            if self._has_identity:
                rows[owner_id, row[0]] = (position, *row[1:])
            else:
                rows[owner_id, position] = row
        if len(rows) != len(records):
            raise ValueError(f"{type(records[0]).__name__}: two records with one id")
        return rows


def _places(record: type[Record]) -> list[tuple[str, str]]:
    """List field and nested field ("" when plain) of each column."""
    places = []
    for field in msgspec.structs.fields(record):
        nested = _record_class(field.type)
        if nested is not None:
            places += [(field.name, inner.name) for inner in msgspec.structs.fields(nested)]
        elif get_origin(field.type) is not tuple:
            places.append((field.name, ""))
    return places


def _record_class(hint: object) -> type[Record] | None:
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return next(
        (part for part in parts if isinstance(part, type) and issubclass(part, Record)), None
    )


def _stored(value: object) -> SqlValue:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | bytes):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"no column holds a {type(value).__name__}")
