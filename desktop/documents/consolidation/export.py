"""A consolidation written into a folder: the report for people, the data for programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.atomic_file import flush, replaced_when_whole, write_atomically
from desktop.documents.blocks import Document
from desktop.documents.consolidation.data_package import write_data_package
from desktop.documents.consolidation.data_table import DataTable
from desktop.documents.consolidation.forms import FILE_NAMES, ReportForm
from desktop.documents.consolidation.people import people_tables
from desktop.documents.consolidation.report import SUBJECT, consolidated_document
from desktop.documents.consolidation.sql import write_sql
from desktop.documents.consolidation.tables import Say, consolidated_tables
from desktop.documents.snapshot import Snapshot
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.consolidation.received import ReceivedConferences


class ReportOrder(Struct, frozen=True, kw_only=True):
    """What is to be written.

    Attributes:
        snapshot: of the desk's own conference, which heads and signs the report.
        say: makes the sentence of a finding, in Vietnamese.
    """

    snapshot: Snapshot
    found: Consolidation
    received: ReceivedConferences
    say: Say


def export_report(
    progress: Callable[[int, int], None],
    order: ReportOrder,
    folder: Path,
    forms: tuple[ReportForm, ...] = tuple(ReportForm),
) -> tuple[Path, ...]:
    """Write the files asked for, each whole or not at all; those of these names are replaced.

    Args:
        progress: told the files done and all of them; may raise to stop.
        order: what is written.
        folder: made when it is not there.
        forms: kinds of file, in any order.

    Raises:
        OSError: the folder cannot be written; files written before stay.
    """
    wanted = [form for form in ReportForm if form in forms]
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for done, form in enumerate(wanted):
        progress(done, len(wanted))
        path = folder / FILE_NAMES[form]
        _WRITERS[form](path, order)
        written.append(path)
    progress(len(wanted), len(wanted))
    return tuple(written)


def report_pdf(order: ReportOrder) -> bytes:
    """Draw the report, for the screen or for what is handed up."""
    from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf

    return write_pdf(_document(order), order.snapshot.made_at).data


def _pdf(path: Path, order: ReportOrder) -> None:
    write_atomically(path, report_pdf(order))


def _docx(path: Path, order: ReportOrder) -> None:
    from desktop.documents.docx.write import write_docx  # noqa: PLC0415 - loads python-docx

    write_atomically(path, write_docx(_document(order), order.snapshot.made_at))


def _xlsx(path: Path, order: ReportOrder) -> None:
    from desktop.documents.consolidation.workbook import (  # noqa: PLC0415 - loads openpyxl
        consolidated_workbook,
    )

    tables = consolidated_tables(order.found, order.say)
    write_atomically(path, consolidated_workbook(tables, order.snapshot.made_at))


def _package(path: Path, order: ReportOrder) -> None:
    with replaced_when_whole(path) as temporary:
        with temporary.open("w+b") as stream:
            write_data_package(stream, _all_tables(order), SUBJECT, order.snapshot.made_at)
        flush(temporary)


def _sql(path: Path, order: ReportOrder) -> None:
    with replaced_when_whole(path) as temporary:
        with temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            write_sql(stream, _all_tables(order))
        flush(temporary)


def _document(order: ReportOrder) -> Document:
    return consolidated_document(order.snapshot, order.found, order.say)


def _all_tables(order: ReportOrder) -> tuple[DataTable, ...]:
    tables = consolidated_tables(order.found, order.say)
    return (*tables, *people_tables(order.found, order.received))


_WRITERS: dict[ReportForm, Callable[[Path, ReportOrder], None]] = {
    ReportForm.PDF: _pdf,
    ReportForm.DOCX: _docx,
    ReportForm.XLSX: _xlsx,
    ReportForm.PACKAGE: _package,
    ReportForm.SQL: _sql,
}
