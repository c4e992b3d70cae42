"""The consolidated data as SQL that PostgreSQL takes unchanged: standard types, nothing clever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TextIO

from desktop.documents.consolidation.data_table import ColumnType, DataColumn, DataTable, Value

PREFIX = "hoinghi_"  # so that a larger system's own tables are left alone
_ROWS_AT_ONCE = 500
_TYPES = {
    ColumnType.TEXT: "text",
    ColumnType.NUMBER: "integer",
    ColumnType.FLAG: "boolean",
    ColumnType.DAY: "date",
}


def write_sql(stream: TextIO, tables: Sequence[DataTable]) -> None:
    """Write all tables and their rows as one transaction; equal tables give equal text.

    Empty texts are NULL. Loaded anew, a script wants the tables of the one before dropped first.

    Raises:
        OSError: the medium is full or gone.
    """
    stream.write("BEGIN;\n")
    for table in tables:
        stream.write(f"\n{_created(table)}\n")
        stream.writelines(_inserted(table))
    stream.write("\nCOMMIT;\n")


def _created(table: DataTable) -> str:
    lines = [_column(one, is_key=one.name in table.key) for one in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(map(_name, table.key))})")
    if table.of_office:
        offices = _name(f"{PREFIX}offices")
        lines.append(f'FOREIGN KEY ("office") REFERENCES {offices} ("office")')
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {_name(PREFIX + table.name)} (\n  {inner}\n);"


def _column(column: DataColumn, *, is_key: bool) -> str:
    needed = " NOT NULL" if column.is_required or is_key else ""
    return f"{_name(column.name)} {_TYPES[column.type]}{needed}"


def _inserted(table: DataTable) -> Iterator[str]:
    names = ", ".join(_name(one.name) for one in table.columns)
    head = f"INSERT INTO {_name(PREFIX + table.name)} ({names}) VALUES\n"
    rows = iter(table.rows())
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        values = ",\n".join(f"({', '.join(map(_literal, row))})" for row in some)
        yield f"{head}{values};\n"


def _literal(value: Value) -> str:
    if value is None or value == "":
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return f"'{value.isoformat()}'"
    if isinstance(value, str):
        # PostgreSQL knows no character 0
        return "'" + value.replace("\0", "").replace("'", "''") + "'"
    return str(value)


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
