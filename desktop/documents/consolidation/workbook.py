"""The consolidation as a workbook: typed cells, codes in words, equal bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile

from desktop.documents.consolidation.data_table import ColumnType, DataColumn, DataTable, Value
from desktop.documents.docx.archive import with_fixed_times
from desktop.people.typed_workbook import (
    DAY_FORMAT,
    NUMBER_FORMAT,
    TEXT_FORMAT,
    CellValue,
    SheetColumn,
    TypedSheet,
    typed_workbook,
)

_FLAGS = {True: "có", False: "không"}
_FORMATS = {
    ColumnType.TEXT: TEXT_FORMAT,
    ColumnType.FLAG: TEXT_FORMAT,
    ColumnType.NUMBER: NUMBER_FORMAT,
    ColumnType.DAY: DAY_FORMAT,
}
_CORE = "docProps/core.xml"
_INSTANTS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def consolidated_workbook(tables: Sequence[DataTable], made_at: datetime) -> bytes:
    """Write a sheet for each table; equal tables and instants give equal bytes."""
    data = typed_workbook([_sheet(table) for table in tables])
    return with_fixed_times(_made_at(data, made_at))


def _sheet(table: DataTable) -> TypedSheet:
    columns = tuple(SheetColumn(one.heading, _FORMATS[one.type]) for one in table.columns)
    return TypedSheet(table.title, columns, partial(_rows, table))


def _rows(table: DataTable) -> Iterator[list[CellValue]]:
    for row in table.rows():
        yield [_shown(value, one) for value, one in zip(row, table.columns, strict=True)]


def _shown(value: Value, column: DataColumn) -> CellValue:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[value]
    if isinstance(value, str):
        return column.words.get(value, value)
    return value


def _made_at(data: bytes, made_at: datetime) -> bytes:
    """Put the instant of the report in the place of that of the writing."""
    instant = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = old.read(name)
            if name == _CORE:
                member = _INSTANTS.sub(rb"\g<1>" + instant + rb"\g<3>", member)
            new.writestr(name, member)
    return stream.getvalue()
