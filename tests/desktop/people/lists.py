"""Builders of lists: a test writes the rows and names only what it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import openpyxl

from db.records import ParticipantGroup
from desktop.people.columns import ColumnMapping, guess
from desktop.people.import_list import preview
from desktop.people.import_report import ImportPreview, ImportTarget
from desktop.people.list_file import read_list
from desktop.people.list_sheet import Cell, CellKind, ListSheet, Row
from desktop.people.mends import Mends
from tests.builders import a_conference, ident

HEADING = ("STT", "Họ và tên", "Năm sinh", "Đơn vị")
Values = Sequence[object]


def a_sheet(*rows: Values, **fields: Any) -> ListSheet:
    """Make a sheet of rows from row 1; None is an empty cell, a number a number."""
    return ListSheet(
        name="Danh sách",
        rows=tuple(
            Row(number, tuple(_cells(values)))
            for number, values in enumerate(rows, start=1)
            if any(value is not None for value in values)
        ),
        **fields,
    )


def _cells(values: Values) -> Iterable[Cell]:
    for column, value in enumerate(values, start=1):
        if isinstance(value, Cell):
            yield Cell(column, value.text, value.kind, value.original)
        elif isinstance(value, int):
            yield Cell(column, str(value), CellKind.NUMBER)
        elif value is not None:
            yield Cell(column, str(value))


def a_workbook(folder: Path, *rows: Values, merged: Sequence[str] = ()) -> Path:
    """Write rows to an XLSX file."""
    book = openpyxl.Workbook()
    sheet = book.active
    for number, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    for area in merged:
        sheet.merge_cells(area)
    path = folder / "danh sách.xlsx"
    book.save(path)
    return path


def read_sheet(path: Path) -> ListSheet:
    """Read the only sheet of a file."""
    (sheet,) = read_list(path).sheets
    return sheet


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Write a workbook anew with one of its parts changed or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    path.write_bytes(data.getvalue())
    return path


def a_target(**fields: Any) -> ImportTarget:
    conference = a_conference()
    defaults: dict[str, Any] = {
        "conference_id": conference.id,
        "groups": conference.groups,
        "this_year": 2025,
    }
    return ImportTarget(**(defaults | fields))


def previewed(
    sheet: ListSheet,
    mapping: ColumnMapping | None = None,
    mends: Mends = Mends(),  # noqa: B008 - a frozen record
    **target: Any,
) -> ImportPreview:
    ids = map(ident, count(5000))
    return preview(sheet, mapping or guess(sheet), a_target(**target), lambda _: next(ids), mends)


def the_groups() -> tuple[ParticipantGroup, ...]:
    return a_conference().groups
