"""A document of blocks written as a Word file; equal documents and instants give equal bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from itertools import count

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from desktop.documents.blocks import (
    AppendixHeading,
    Block,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Part,
    Picture,
    Signature,
    SignaturePair,
    Table,
)
from desktop.documents.decree30 import LEAST_LINES_WITH_SIGNATURE
from desktop.documents.docx.archive import with_fixed_times
from desktop.documents.docx.blank import blank_file
from desktop.documents.docx.head import appendix_paragraphs, heading_paragraphs, letterhead_table
from desktop.documents.docx.numbering import Lists
from desktop.documents.docx.ooxml import w
from desktop.documents.docx.sections import add_headers, section_properties
from desktop.documents.docx.signature import pair_elements, signature_table
from desktop.documents.docx.tables import Drawing, ruled_table
from desktop.documents.docx.text import block_paragraph, lines_of, spacer
from desktop.documents.drafts import is_draft
from desktop.documents.pdf import format_of
from desktop.documents.setting_signature import BEFORE_SIGNATURE_PT
from desktop.documents.setting_table import BEFORE_TABLE_PT

_LEAST_PT = 1.0  # an empty line that has to be, and should not be seen


def write_docx(document: Document, made_at: datetime) -> bytes:
    """Write a document, each part a section of its own."""
    file = blank_file(document, made_at)
    lists = Lists()
    draw = partial(_drawing, file, count(1))
    body = file.element.body
    references = add_headers(file, is_draft=is_draft(document))
    for child in list(body):
        body.remove(child)
    for number, part in enumerate(document.parts, start=1):
        elements = _part(part, lists, draw)
        properties = section_properties(
            format_of(part), is_landscape=part.is_landscape, references=references
        )
        references = []
        body.extend(elements)
        if number == len(document.parts):
            body.append(properties)
        else:
            _properties(elements[-1]).append(properties)
    numbering = file.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.extend(lists.elements())
    output = BytesIO()
    file.save(output)
    return with_fixed_times(output.getvalue())


def _part(part: Part, lists: Lists, draw: Drawing) -> list[BaseOxmlElement]:
    """Make a part's elements; the last is a paragraph, which carries the section."""
    measure_pt = format_of(part).text_width_pt
    held = _held_to_signature(part.blocks, measure_pt)
    elements: list[BaseOxmlElement] = []
    for place, block in enumerate(part.blocks):
        if isinstance(block, Table | Signature | SignaturePair) and elements:
            gap_pt = BEFORE_TABLE_PT if isinstance(block, Table) else BEFORE_SIGNATURE_PT
            elements.append(spacer(gap_pt, keeps_next=True))
        elements += _block(block, lists, measure_pt, draw, is_held=place in held)
    if not elements or elements[-1].tag != qn("w:p"):
        elements.append(spacer(_LEAST_PT))
    return elements


def _held_to_signature(blocks: Sequence[Block], measure_pt: float) -> set[int]:
    """Find the paragraphs over a signature that hold enough lines to keep it company."""
    held: set[int] = set()
    for place, block in enumerate(blocks):
        lines = 0 if isinstance(block, Signature | SignaturePair) else LEAST_LINES_WITH_SIGNATURE
        for above in range(place - 1, -1, -1):
            text = blocks[above]
            if lines >= LEAST_LINES_WITH_SIGNATURE or not isinstance(text, Paragraph):
                break
            held.add(above)
            lines += len(lines_of(text.role, text.runs, measure_pt))
    return held


def _block(
    block: Block, lists: Lists, measure_pt: float, draw: Drawing, *, is_held: bool
) -> Iterator[BaseOxmlElement]:
    match block:
        case Paragraph():
            yield block_paragraph(block, lists, measure_pt, is_held=is_held)
        case Letterhead():
            yield letterhead_table(block, measure_pt)
        case Heading():
            yield from heading_paragraphs(block, measure_pt)
        case AppendixHeading():
            yield from appendix_paragraphs(block, measure_pt)
        case Table():
            yield ruled_table(block, measure_pt, draw)
        case Signature():
            yield signature_table(block, measure_pt)
        case SignaturePair():
            yield from pair_elements(block, measure_pt)


def _properties(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    properties: BaseOxmlElement = next(iter(paragraph))
    return properties


def _drawing(file: WordFile, numbers: Iterator[int], picture: Picture) -> BaseOxmlElement:
    """Put a picture into the file, as large as its box holds, with no room around it."""
    high = Mm(picture.height_mm)
    drawn = file.part.new_pic_inline(BytesIO(picture.data), height=high)
    if drawn.extent.cx > Mm(picture.width_mm):
        drawn = file.part.new_pic_inline(BytesIO(picture.data), width=Mm(picture.width_mm))
    drawn.docPr.set(
        "id", str(next(numbers))
    )  # python-docx does not see those that are not yet in the body
    for side in ("distT", "distB", "distL", "distR"):
        drawn.set(side, "0")
    return w("drawing", drawn)
