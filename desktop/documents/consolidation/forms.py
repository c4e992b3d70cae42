"""The kinds of file that a consolidation is written as, and what they are called."""

from __future__ import annotations

from enum import StrEnum

REPORT_KEY = "consolidated"  # of its settings among those of the papers


class ReportForm(StrEnum):
    """A kind of file that a consolidation is written as."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PACKAGE = "package"
    SQL = "sql"


FILE_NAMES = {
    ReportForm.PDF: "bao-cao-tong-hop.pdf",
    ReportForm.DOCX: "bao-cao-tong-hop.docx",
    ReportForm.XLSX: "bao-cao-tong-hop.xlsx",
    ReportForm.PACKAGE: "du-lieu-tong-hop.zip",
    ReportForm.SQL: "du-lieu-tong-hop.sql",
}
