"""Why a PDF is not held to the form of official papers."""

from __future__ import annotations

from desktop.documents.format_check.check import PdfRefusal
from desktop.language import tr
from desktop.sentences.shown import Sentences

PDF_REFUSALS: Sentences = {
    PdfRefusal.UNREADABLE: lambda facts: tr(
        "The file cannot be opened ({detail}). Check its name, and the disk or stick.", **facts
    ),
    PdfRefusal.NOT_PDF: lambda _: tr(
        "It is not a PDF, it has no page, it is damaged, or it is locked with a password. Choose"
        " another file."
    ),
}
