"""Parts as Word's sections: the sheet, its margins, and page numbers from 1."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.blocks import Role
from desktop.documents.decree30 import PAGE_NUMBER_TOP_PT, PageFormat
from desktop.documents.docx.draft_mark import draft_mark
from desktop.documents.docx.ooxml import text, twips, w


def add_headers(file: WordFile, *, is_draft: bool) -> list[BaseOxmlElement]:
    """Number every page but the first in its top margin; give a section's references to that."""
    section = file.sections[0]
    field = w("fldSimple", w("r", text("2")), instr=" PAGE ")
    for name, header, content in (
        ("DraftMarkNext", section.header, [field]),
        ("DraftMarkFirst", section.first_page_header, []),
    ):
        header.is_linked_to_previous = False
        root = header.part.element
        for paragraph in list(root):
            root.remove(paragraph)
        style = w("pPr", w("pStyle", val=Role.PAGE_NUMBER.value))
        mark = [draft_mark(name)] if is_draft else []
        root.append(w("p", style, *mark, *content))
    properties = file.element.body.sectPr
    return list(properties.findall(qn("w:headerReference"))) if properties is not None else []


def section_properties(
    page: PageFormat, *, is_landscape: bool, references: list[BaseOxmlElement]
) -> BaseOxmlElement:
    """Make a section; one without references has the headers of the one before."""
    size = w("pgSz", w=twips(page.width_pt), h=twips(page.height_pt))
    if is_landscape:
        size.set(qn("w:orient"), "landscape")
    return w(
        "sectPr",
        *references,
        w("type", val="nextPage"),
        size,
        w(
            "pgMar",
            top=twips(page.top_pt),
            right=twips(page.right_pt),
            bottom=twips(page.bottom_pt),
            left=twips(page.left_pt),
            header=twips(PAGE_NUMBER_TOP_PT),
            footer=twips(PAGE_NUMBER_TOP_PT),
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("titlePg"),
    )
