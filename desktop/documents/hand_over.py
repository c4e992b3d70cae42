"""A conference on its way up: its papers drawn, then everything sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from desktop.atomic_file import write_atomically
from desktop.documents.blocks import Document
from desktop.documents.papers import Format, paper
from desktop.documents.snapshot import Snapshot
from desktop.handoff.sealing import Order, SealedFile, seal_file
from desktop.rules.pack import RulePack

# what the level above reads first; the officer may tick more, or none
USUAL_PAPERS = ("plan", "list", "make-up")


class PaperOrder(Struct, frozen=True, kw_only=True):
    """Which papers travel.

    Attributes:
        keys: of `desktop.documents.papers`.
        added: PDFs by the names of their members; none is a name that a key stands for.
        made_at: aware; stands in the files.
    """

    keys: tuple[str, ...]
    added: Mapping[str, bytes] = {}
    made_at: datetime
    rules: RulePack | None = None


def seal_conference(
    report: Callable[[int, int], None], order: Order, papers: PaperOrder
) -> SealedFile:
    """Draw the papers and seal all of it; a job's function.

    Raises:
        OSError: the sealed file could not be written, or does not read back.
    """
    snapshot = Snapshot(file=order.file, made_at=papers.made_at, rules=papers.rules)
    total = len(papers.keys) + 1
    drawn = dict(papers.added)
    for done, key in enumerate(papers.keys):
        report(done, total)
        one = paper(key)
        drawn[one.file_name(Format.PDF)] = one.draw(snapshot).data
    report(total - 1, total)
    sealed = seal_file(order, drawn)
    report(total, total)
    return sealed


def write_document(
    report: Callable[[int, int], None], document: Document, made_at: datetime, path: Path
) -> Path:
    """Write a paper that no conference holds, as the kind of file the path names; a job's function.

    Raises:
        OSError: the file cannot be written; an older one is as it was.
    """
    report(0, 1)
    if path.suffix.lower() == f".{Format.DOCX}":
        from desktop.documents.docx.write import write_docx  # noqa: PLC0415 - loads python-docx

        write_atomically(path, write_docx(document, made_at))
    else:
        from desktop.documents.pdf import write_pdf  # noqa: PLC0415 - loads ReportLab and pikepdf

        write_atomically(path, write_pdf(document, made_at).data)
    report(1, 1)
    return path
