"""Why a file does not travel among the papers of a conference."""

from __future__ import annotations

from desktop.documents.added_papers import AddedRefusal
from desktop.language import tr
from desktop.sentences.shown import Sentences, with_size

ADDED_REFUSALS: Sentences = {
    AddedRefusal.UNREADABLE: lambda facts: tr(
        "The file cannot be read ({detail}). Look whether it is still there, and choose it again.",
        **facts,
    ),
    AddedRefusal.NOT_PDF: lambda _: tr(
        "It is not a PDF. Scan or save the paper as a PDF, then choose that file."
    ),
    AddedRefusal.TOO_BIG: lambda facts: tr(
        "All files that are added have at most {limit} together. Scan it in grey with 200 dots an"
        " inch, or remove another.",
        **with_size(facts),
    ),
}
