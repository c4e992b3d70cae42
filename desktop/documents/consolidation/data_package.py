"""The consolidated data as a Frictionless Data Package: a zip of CSV files and their Table Schemas.

Programs read it with `datapackage.json`; every file is plain CSV for those that do not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from desktop.documents.consolidation.data_table import DataColumn, DataTable, Value
from desktop.people.formula_guard import guarded

DESCRIPTOR = "datapackage.json"
_NO_INSTANT = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive knows
_MS_DOS = 0  # who made it: the same wherever it was made
_DESCRIPTION = (
    "A text that a spreadsheet program could take for a formula has an apostrophe before it."
)


def write_data_package(
    stream: BinaryIO, tables: Sequence[DataTable], title: str, made_at: datetime
) -> None:
    """Write the package, a table at a time; equal tables and instants give equal bytes.

    Raises:
        OSError: the medium is full or gone.
    """
    with ZipFile(stream, "w") as archive:
        descriptor = msgspec.json.encode(_descriptor(tables, title, made_at))
        archive.writestr(_entry(DESCRIPTOR), msgspec.json.format(descriptor, indent=2))
        for table in tables:
            with (
                # its size is not known before it is written
                archive.open(_entry(f"{table.name}.csv"), "w", force_zip64=True) as member,
                io.TextIOWrapper(member, "utf-8", errors="replace", newline="") as text,
            ):
                writer = csv.writer(text)
                writer.writerow([one.name for one in table.columns])
                writer.writerows([_written(value) for value in row] for row in table.rows())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_INSTANT)
    entry.create_system = _MS_DOS
    entry.compress_type = ZIP_DEFLATED
    return entry


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else str(value)


def _descriptor(tables: Sequence[DataTable], title: str, made_at: datetime) -> Mapping[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "hoinghi-consolidation",
        "title": title,
        "description": _DESCRIPTION,
        "created": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: DataTable) -> Mapping[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(one) for one in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.of_office:
        schema["foreignKeys"] = [
            {"fields": ["office"], "reference": {"resource": "offices", "fields": ["office"]}}
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: DataColumn) -> Mapping[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.heading,
        "type": column.type.value,
    }
    if column.words:
        # other codes may come with later versions, so that these are told and not demanded
        field["description"] = "; ".join(f"{code}: {word}" for code, word in column.words.items())
    if column.is_required:
        field["constraints"] = {"required": True}
    return field
