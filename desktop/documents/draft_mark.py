"""The mark DỰ THẢO across a page, under its text."""

from __future__ import annotations

import math

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.decree30 import DRAFT_MARK, PageFormat
from desktop.documents.fonts import Face, width_pt

_FACE = Face.SERIF_BOLD
_GREY = 0.88  # seen, and no letter over it is harder to read
_SHARE = 0.52  # of the sheet's diagonal
_CAPITALS = 0.66  # of the size: how high they are


def draw_draft_mark(canvas: Canvas, page: PageFormat) -> None:
    """Write along the diagonal, as something that is no part of the paper's text."""
    diagonal_pt = math.hypot(page.width_pt, page.height_pt)
    size_pt = _SHARE * diagonal_pt / width_pt(DRAFT_MARK, _FACE, 1.0)
    canvas.saveState()
    canvas.addLiteral("/Artifact <</Type /Pagination /Subtype /Watermark>> BDC")
    canvas.setFillGray(_GREY)
    canvas.setFont(_FACE.value, size_pt)
    canvas.translate(page.width_pt / 2, page.height_pt / 2)
    canvas.rotate(math.degrees(math.atan2(page.height_pt, page.width_pt)))
    canvas.drawCentredString(0, -_CAPITALS * size_pt / 2, DRAFT_MARK)
    canvas.addLiteral("EMC")
    canvas.restoreState()
