"""The PDF writer: blocks are set, put on pages, drawn by ReportLab and finished as PDF/A."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from msgspec.structs import replace
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Role,
    Table,
    run,
)
from desktop.documents.decree30 import (
    LANDSCAPE,
    LEAST_LINES_WITH_SIGNATURE,
    PAGE_NUMBER_TOP_PT,
    PORTRAIT,
    STYLES,
    PageFormat,
)
from desktop.documents.draft_mark import draw_draft_mark
from desktop.documents.drafts import is_draft
from desktop.documents.flow import Page, Photo, Piece, Slab, Stroke, paginate
from desktop.documents.fonts import Face, loaded
from desktop.documents.ink import Ink
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.rendered import RenderedPaper
from desktop.documents.setting import paragraph_slabs, place, set_lines
from desktop.documents.setting_head import appendix_slab, heading_slab, letterhead_slab
from desktop.documents.setting_signature import foot_slabs
from desktop.documents.setting_table import table_slabs

LANGUAGE = "vi-VN"


def write_pdf(document: Document, made_at: datetime) -> RenderedPaper:
    """Draw a document; equal documents and instants give equal bytes."""
    ink = Ink()
    for face in (Face.SERIF, Face.SERIF_BOLD, Face.SERIF_ITALIC, Face.SERIF_BOLD_ITALIC):
        loaded(face)
    canvas = ArchiveCanvas(Face.SERIF.value)
    marked = is_draft(document)
    count = 0
    for part in document.parts:
        page_format = format_of(part)
        pages = set_pages(part, ink)
        for number, page in enumerate(pages, start=1):
            canvas.setPageSize((page_format.width_pt, page_format.height_pt))
            if marked:
                draw_draft_mark(canvas, page_format)
            _draw_page(canvas, page_format, page, _page_number(number, ink, page_format))
        count += len(pages)
    metadata = Metadata(
        title=document.title, author=document.author, language=LANGUAGE, made_at=made_at
    )
    return RenderedPaper(data=canvas.written(metadata), pages=count, problems=ink.problems)


def format_of(part: Part) -> PageFormat:
    """Name the sheet that a part stands on."""
    return LANDSCAPE if part.is_landscape else PORTRAIT


def set_pages(part: Part, ink: Ink) -> list[Page]:
    """Set the blocks of a part and put them on pages; page numbers are not among them."""
    page_format = format_of(part)
    slabs: list[Slab] = []
    for block in part.blocks:
        slabs += _block_slabs(block, ink, page_format, slabs)
    return paginate(slabs, page_format.text_height_pt)


def _block_slabs(
    block: Block, ink: Ink, page_format: PageFormat, above: list[Slab]
) -> Sequence[Slab]:
    measure_pt, height_pt = page_format.text_width_pt, page_format.text_height_pt
    match block:
        case Paragraph():
            return paragraph_slabs(block, ink, measure_pt)
        case Letterhead():
            return [letterhead_slab(block, ink, measure_pt)]
        case Heading():
            return [heading_slab(block, ink, measure_pt)]
        case AppendixHeading():
            return [appendix_slab(block, ink, measure_pt)]
        case Table():
            return table_slabs(block, ink, measure_pt, height_pt)
        case _:
            _hold_to_next(above, LEAST_LINES_WITH_SIGNATURE)
            return foot_slabs(block, ink, measure_pt, height_pt)


def _hold_to_next(slabs: list[Slab], lines: int) -> None:
    for index in range(max(len(slabs) - lines, 0), len(slabs)):
        slabs[index] = replace(slabs[index], keeps_next=True)


def _page_number(number: int, ink: Ink, page_format: PageFormat) -> list[Piece]:
    if number == 1:
        return []
    measure_pt = page_format.text_width_pt
    lines = set_lines([run(str(number))], STYLES[Role.PAGE_NUMBER], ink, measure_pt)
    return place(lines, 0.0, PAGE_NUMBER_TOP_PT - page_format.top_pt, measure_pt)


def _draw_page(
    canvas: Canvas, page_format: PageFormat, page: Page, number: Sequence[Piece]
) -> None:
    top_pt = page_format.height_pt - page_format.top_pt
    _draw_fills(canvas, page_format.left_pt, top_pt, page)
    text = canvas.beginText()
    for piece in number:
        write_piece(text, piece, page_format.left_pt, top_pt)
    for placed in page:
        for piece in placed.slab.pieces:
            write_piece(text, piece, page_format.left_pt, top_pt - placed.top_pt)
    canvas.drawText(text)
    for placed in page:
        for photo in placed.slab.photos:
            _draw_photo(canvas, photo, page_format.left_pt, top_pt - placed.top_pt)
        for stroke in placed.slab.strokes:
            _draw_stroke(canvas, stroke, page_format.left_pt, top_pt - placed.top_pt)
    canvas.showPage()


def write_piece(text: PDFTextObject, piece: Piece, left_pt: float, top_pt: float) -> None:
    """Write a piece, its place told from this left top corner."""
    text.setFont(piece.face.value, piece.size_pt)
    text.setWordSpace(piece.stretch_pt)
    text.setTextOrigin(left_pt + piece.x_pt, top_pt - piece.y_pt)
    text.textOut(piece.text)


def _draw_fills(canvas: Canvas, left_pt: float, top_pt: float, page: Page) -> None:
    fills = [(placed.top_pt, fill) for placed in page for fill in placed.slab.fills]
    for down_pt, fill in fills:
        canvas.setFillGray(fill.grey)
        bottom_pt = top_pt - down_pt - fill.y_pt - fill.height_pt
        canvas.rect(left_pt + fill.x_pt, bottom_pt, fill.width_pt, fill.height_pt, stroke=0, fill=1)
    if fills:
        canvas.setFillGray(0)


def _draw_photo(canvas: Canvas, photo: Photo, left_pt: float, top_pt: float) -> None:
    """Draw a picture as large as its box holds, in the middle."""
    jpeg = ImageReader(BytesIO(photo.data))
    width, height = jpeg.getSize()
    scale = min(photo.width_pt / width, photo.height_pt / height)
    wide_pt, high_pt = width * scale, height * scale
    canvas.drawImage(
        jpeg,
        left_pt + photo.x_pt + (photo.width_pt - wide_pt) / 2,
        top_pt - photo.y_pt - (photo.height_pt + high_pt) / 2,
        wide_pt,
        high_pt,
    )


def _draw_stroke(canvas: Canvas, stroke: Stroke, left_pt: float, top_pt: float) -> None:
    canvas.setLineWidth(stroke.width_pt)
    canvas.line(
        left_pt + stroke.x1_pt,
        top_pt - stroke.y1_pt,
        left_pt + stroke.x2_pt,
        top_pt - stroke.y2_pt,
    )
