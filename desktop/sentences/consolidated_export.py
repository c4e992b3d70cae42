"""Writes a consolidation out; its findings are said in Vietnamese, as papers are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.documents.consolidation.export import ReportOrder, export_report, report_pdf
from desktop.documents.consolidation.forms import ReportForm
from desktop.documents.snapshot import Snapshot
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.parcels import Parcel, Parcels
from desktop.language import Language, speak, tr
from desktop.sentences.findings import finding_sentence


class Exported(Struct, frozen=True):
    """The files that were written."""

    paths: tuple[str, ...]


class Drawn(Struct, frozen=True):
    """The report, in memory."""

    pdf: bytes


class ExportOrder(Struct, frozen=True, kw_only=True):
    """What is to be written.

    Attributes:
        snapshot: of the desk's own conference, which heads and signs the report.
        parcels: what was consolidated.
        forms: the files, where files are written.
    """

    snapshot: Snapshot
    found: Consolidation
    parcels: tuple[Parcel, ...]
    forms: tuple[ReportForm, ...] = ()


def export_job(report: Callable[[int, int], None], order: ExportOrder, folder: str) -> Exported:
    """Write the files, each whole or not at all; a job's function.

    Raises:
        OSError: the folder cannot be written; files written before stay.
    """
    paths = export_report(report, _in_vietnamese(order), Path(folder), order.forms)
    return Exported(tuple(map(str, paths)))


def draw_job(report: Callable[[int, int], None], order: ExportOrder) -> Drawn:
    """Draw the report that is handed up; a job's function."""
    report(0, 1)
    return Drawn(report_pdf(_in_vietnamese(order)))


def _in_vietnamese(order: ExportOrder) -> ReportOrder:
    speak(Language.VIETNAMESE)  # this process says nothing else
    received = Parcels(order.parcels)
    return ReportOrder(
        snapshot=order.snapshot, found=order.found, received=received, say=finding_sentence
    )


def form_name(form: ReportForm) -> str:
    """Name a kind of file, and whom it is for."""
    return {
        ReportForm.PDF: tr("&Report to be signed (PDF)"),
        ReportForm.DOCX: tr("Report to go on writing (&Word)"),
        ReportForm.XLSX: tr("Tables (&Excel)"),
        ReportForm.PACKAGE: tr("Data for other systems (CS&V with its description, ZIP)"),
        ReportForm.SQL: tr("Data for a data&base (SQL for PostgreSQL)"),
    }[form]
