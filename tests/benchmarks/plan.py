"""The plan and the list against the same text drawn on a bare canvas: time as a ratio.

The bare canvas gets lines that are broken and placed already, so that the ratio holds all that
ours does besides drawing: wording, glyph checks, line and page breaks, PDF/A.

Run: python -m tests.benchmarks.plan
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.blocks import Document
from desktop.documents.decree30 import PageFormat
from desktop.documents.delegate_list import delegate_list_document
from desktop.documents.flow import Page
from desktop.documents.fonts import Face
from desktop.documents.ink import Ink
from desktop.documents.pdf import format_of, set_pages, write_pdf
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.plan import plan_document
from desktop.documents.snapshot import Snapshot
from tests.desktop.documents.binh_hoa import a_snapshot

ROUNDS = 9
METADATA = Metadata(title="x", author="x", language="vi-VN", made_at=a_snapshot().made_at)


def bare(pages: list[Page], page_format: PageFormat) -> bytes:
    """Draw and save as ReportLab does."""
    buffer = BytesIO()
    size = (page_format.width_pt, page_format.height_pt)
    canvas = Canvas(buffer, pagesize=size, invariant=1, initialFontName=Face.SERIF.value)
    draw(canvas, pages, page_format)
    canvas.save()
    return buffer.getvalue()


def archived(pages: list[Page], page_format: PageFormat) -> bytes:
    """Draw and save as PDF/A."""
    size = (page_format.width_pt, page_format.height_pt)
    canvas = ArchiveCanvas(Face.SERIF.value, size)
    draw(canvas, pages, page_format)
    return canvas.written(METADATA)


def draw(canvas: Canvas, pages: list[Page], page_format: PageFormat) -> None:
    """Draw lines at known places, one drawString each."""
    left_pt, top_pt = page_format.left_pt, page_format.height_pt - page_format.top_pt
    for page in pages:
        for placed in page:
            for piece in placed.slab.pieces:
                canvas.setFont(piece.face.value, piece.size_pt)
                canvas.drawString(
                    left_pt + piece.x_pt,
                    top_pt - placed.top_pt - piece.y_pt,
                    piece.text,
                    wordSpace=piece.stretch_pt,
                )
            for stroke in placed.slab.strokes:
                canvas.setLineWidth(stroke.width_pt)
                canvas.line(
                    left_pt + stroke.x1_pt,
                    top_pt - placed.top_pt - stroke.y1_pt,
                    left_pt + stroke.x2_pt,
                    top_pt - placed.top_pt - stroke.y2_pt,
                )
        canvas.showPage()


def compare(name: str, snapshot: Snapshot, build: Callable[[Snapshot], Document]) -> str:
    """Time ours and the bare canvas in turns; the ratios are medians over the rounds."""
    part = build(snapshot).parts[0]
    pages, page_format = set_pages(part, Ink()), format_of(part)
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: write_pdf(build(snapshot), snapshot.made_at),
        "bare": lambda: bare(pages, page_format),
        "archived": lambda: archived(pages, page_format),
    }
    times: dict[str, list[float]] = {key: [] for key in works}
    for _ in range(ROUNDS + 1):
        for key, work in works.items():
            start = perf_counter()
            work()
            times[key].append(perf_counter() - start)
    warm = {key: rounds[1:] for key, rounds in times.items()}
    ours, plain, like = (median(warm[key]) * 1000 for key in works)
    return (
        f"{name}, {len(pages)} pages: ours {ours:.0f} ms, bare canvas {plain:.0f} ms, with PDF/A "
        f"{like:.0f} ms; {ours / plain:.2f} × bare, {ours / like:.2f} × bare with PDF/A"
    )


def figures() -> Iterator[str]:
    """Measure everything, a line each."""
    yield compare("plan", a_snapshot(), plan_document)
    yield compare("list of 200", a_snapshot(200), delegate_list_document)


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
