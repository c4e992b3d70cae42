"""Write a list of delegates for others: a workbook with typed cells, or text for any program.

No cell can be a formula, whatever somebody typed. Only the fields that were chosen are written.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from db.records import BirthDate, Delegate, Gender, ParticipantGroup
from desktop.atomic_file import write_atomically
from desktop.people.field_catalogue import BY_KEY
from desktop.people.formula_guard import guarded

EXPORT_MEMORY_MB = 2048
EXPORT_TIMEOUT_S = 600.0
_SHEET_NAME = "Danh sách"
_GENDERS = {Gender.MALE: "Nam", Gender.FEMALE: "Nữ", None: ""}
_MARKS = {True: "x", False: "không", None: ""}
_DATE_FORMAT, _TEXT_FORMAT, _NUMBER_FORMAT = "dd/mm/yyyy", "@", "0"
_FIRST_SURE_YEAR = 1901  # Excel counts a day too many in the first months of 1900
_REPORT_EVERY = 200
_WIDTH_SAMPLE = 300
_NARROWEST, _WIDEST = 8, 48  # characters

Value = str | int | date
Groups = Mapping[str, str]


class ListForm(StrEnum):
    """The kind of file."""

    XLSX = "xlsx"
    CSV = "csv"


class ListExport(Struct, frozen=True, kw_only=True):
    """What is to be written.

    Attributes:
        people: in the order of the list.
        groups: of the conference, for their names.
        fields: keys of the catalogue, in the order of the columns.
    """

    people: tuple[Delegate, ...]
    groups: tuple[ParticipantGroup, ...]
    fields: tuple[str, ...]
    form: ListForm = ListForm.XLSX


def export_list_job(report: Callable[[int, int], None], export: ListExport, path: Path) -> int:
    """Write a list in a child process, whole or not at all; give its size in bytes.

    Raises:
        OSError: the place cannot be written; an older file is untouched.
    """
    data = list_bytes(export, report)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data)
    return len(data)


def list_bytes(export: ListExport, report: Callable[[int, int], None]) -> bytes:
    """Lay out a list; `report` is told the people done and all of them, and may raise to stop."""
    write = _workbook if export.form is ListForm.XLSX else _text
    return write(export, report)


def cell_value(one: Delegate, key: str, groups: Groups) -> Value:
    """Give one field as a cell holds it: a date, a number, or text."""
    read = _VALUES.get(key)
    return read(one, groups) if read is not None else str(getattr(one, key))


def _birth(birth: BirthDate | None) -> Value:
    if birth is None:
        return ""
    if birth.month is None:
        return birth.year
    if birth.day is None:
        return f"{birth.month:02}/{birth.year}"
    if birth.year < _FIRST_SURE_YEAR:
        return f"{birth.day:02}/{birth.month:02}/{birth.year}"
    return date(birth.year, birth.month, birth.day)


def _names(groups: Sequence[ParticipantGroup]) -> Groups:
    return {group.id: group.name for group in groups}


def _workbook(export: ListExport, report: Callable[[int, int], None]) -> bytes:
    stream = io.BytesIO()
    with _own_temporary_folder():
        book = Workbook(write_only=True)
        sheet = book.create_sheet(_SHEET_NAME)
        try:
            _write_rows(sheet, export, report)
        except BaseException:
            sheet.close()
            raise
        book.save(stream)
    report(len(export.people), len(export.people))
    return stream.getvalue()


@contextmanager
def _own_temporary_folder() -> Iterator[None]:
    """Give openpyxl, which lays its sheets in files, a folder that goes with them."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="hoinghi-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def _write_rows(
    sheet: WriteOnlyWorksheet, export: ListExport, report: Callable[[int, int], None]
) -> None:
    groups = _names(export.groups)
    last_column = get_column_letter(max(1, len(export.fields)))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last_column}{len(export.people) + 1}"
    sheet.print_title_rows = "1:1"
    for number, key in enumerate(export.fields, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(export, key, groups)
    sheet.append([_heading(sheet, BY_KEY[key].heading) for key in export.fields])
    for done, one in enumerate(export.people, start=1):
        sheet.append([_cell(sheet, cell_value(one, key, groups)) for key in export.fields])
        if done % _REPORT_EVERY == 0:
            report(done, len(export.people))


def _heading(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="F1EFEA")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> WriteOnlyCell:
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _DATE_FORMAT
    elif isinstance(value, int):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _NUMBER_FORMAT
    else:
        cell = WriteOnlyCell(sheet)
        if value:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"  # openpyxl takes "=…" for a formula
            cell.number_format = _TEXT_FORMAT  # so that it stays text when it is edited
    return cell


def _width(export: ListExport, key: str, groups: Groups) -> int:
    shown = [len(str(cell_value(one, key, groups))) for one in export.people[:_WIDTH_SAMPLE]]
    return min(_WIDEST, max(_NARROWEST, len(BY_KEY[key].heading), *shown, 0) + 2)


def _text(export: ListExport, report: Callable[[int, int], None]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    groups = _names(export.groups)
    writer.writerow([BY_KEY[key].heading for key in export.fields])
    for done, one in enumerate(export.people, start=1):
        values = [cell_value(one, key, groups) for key in export.fields]
        writer.writerow([guarded(_as_text(value)) for value in values])
        if done % _REPORT_EVERY == 0:
            report(done, len(export.people))
    report(len(export.people), len(export.people))
    return stream.getvalue().encode("utf-8-sig", "replace")


def _as_text(value: Value) -> str:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)


_VALUES: Mapping[str, Callable[[Delegate, Groups], Value]] = {
    "group_id": lambda one, groups: groups.get(one.group_id, ""),
    "gender": lambda one, _: _GENDERS[one.gender],
    "birth": lambda one, _: _birth(one.birth),
    "honours": lambda one, _: "; ".join(one.honours),
    "is_party_member": lambda one, _: _MARKS[one.is_party_member],
    "is_direct_worker": lambda one, _: _MARKS[one.is_direct_worker],
    "badge_number": lambda one, _: one.badge_number or "",
}
