"""What lies under a whole face: a picture, or a page of a PDF, drawn once however many badges."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pikepdf

from db.records import StoredImage
from desktop.documents.badges.draw import draw_jpeg
from desktop.documents.badges.layout import Background, Layout, Side
from desktop.documents.badges.portrait import Jpeg, PictureUnreadable, prepare
from desktop.documents.badges.setting import MM
from desktop.documents.pdfa import ArchiveCanvas
from desktop.errors import InputRefused

LARGEST_BYTES = 30_000_000
_PDF = b"%PDF-"
_FORM = "background-{}"


def is_pdf(data: bytes) -> bool:
    """Tell a PDF from a picture."""
    return _PDF in data[:1024]


def check_background(layout: Layout, background: Background, data: bytes) -> None:
    """Refuse a file that cannot lie under a card.

    Raises:
        InputRefused: background-unreadable or background-page; the fact `file` names it.
    """
    if not is_pdf(data):
        _jpeg(layout, background, data)
        return
    with _opened(background, data) as pdf:
        if background.page > len(pdf.pages):
            raise InputRefused(
                "background-page", file=background.file, page=background.page, pages=len(pdf.pages)
            )


def draw_background(
    canvas: ArchiveCanvas,
    layout: Layout,
    side: Side,
    background: Background,
    files: Mapping[str, bytes],
) -> str:
    """Define the form of a background and give its name; that of a PDF stays empty for now.

    Raises:
        InputRefused: background-missing, or as check_background.
    """
    data = files.get(background.file)
    if data is None:
        raise InputRefused("background-missing", file=background.file)
    name = _FORM.format(side)
    bleed = layout.bleed_mm * MM
    width, height = layout.width_mm * MM, layout.height_mm * MM
    jpeg = None if is_pdf(data) else _jpeg(layout, background, data)
    canvas.beginForm(name, -bleed, -bleed, width + bleed, height + bleed)
    if jpeg is not None:
        wide, high = width + 2 * bleed, height + 2 * bleed
        scale = max(wide / jpeg.width, high / jpeg.height)
        across, down = jpeg.width * scale, jpeg.height * scale
        corner = ((width - across) / 2, (height - down) / 2)
        draw_jpeg(canvas, jpeg, corner, (across, down))
    canvas.endForm()
    return name


def fill_pdf_backgrounds(
    drawn: Path, stream: BinaryIO, layout: Layout, files: Mapping[str, bytes]
) -> None:
    """Write a file anew with the pages of PDF backgrounds in their empty forms.

    Raises:
        InputRefused: as check_background.
        OSError: a file cannot be read or written.
    """
    # a file that is mapped into memory counts as memory, all of it
    with pikepdf.open(drawn, access_mode=pikepdf.AccessMode.stream) as pdf:
        for side in Side:
            background = layout.background_of(side)
            data = files.get(background.file) if background else None
            if background and data and is_pdf(data):
                form = _form_named(pdf, "/FormXob." + _FORM.format(side))
                if form is not None:
                    _fill(pdf, form, layout, background, data)
        pdf.save(stream, deterministic_id=True)


def has_pdf_background(layout: Layout, files: Mapping[str, bytes]) -> bool:
    """Tell whether foreign pages come into the file, of which no promise can be made."""
    named = (layout.background_of(side) for side in Side)
    return any(is_pdf(files.get(each.file, b"")) for each in named if each)


def _form_named(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object | None:
    for page in pdf.pages[:2]:
        forms = page.Resources.get("/XObject", pikepdf.Dictionary())
        if name in forms:
            return forms[name]
    return None


def _fill(
    pdf: pikepdf.Pdf, form: pikepdf.Object, layout: Layout, background: Background, data: bytes
) -> None:
    """Draw a page over the whole face and its bleed, middle on middle, nothing stretched."""
    check_background(layout, background, data)
    with _opened(background, data) as foreign:
        page = foreign.pages[background.page - 1]
        drawn = pdf.copy_foreign(page.as_form_xobject())
    left, bottom, right, top = _extent(drawn)
    bleed = layout.bleed_mm * MM
    width, height = layout.width_mm * MM, layout.height_mm * MM
    scale = max((width + 2 * bleed) / (right - left), (height + 2 * bleed) / (top - bottom))
    across = (width - (left + right) * scale) / 2
    down = (height - (bottom + top) * scale) / 2
    form.write(f"q {scale:.6f} 0 0 {scale:.6f} {across:.3f} {down:.3f} cm /Page Do Q".encode())
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=drawn))


def _extent(form: pikepdf.Object) -> tuple[float, float, float, float]:
    """Measure what a form covers once its own matrix has turned it."""
    x1, y1, x2, y2 = (float(side) for side in form.BBox)
    matrix = form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0]))
    a, b, c, d, e, f = (float(part) for part in matrix)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (x1, x2) for y in (y1, y2)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _opened(background: Background, data: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(BytesIO(data))
    except pikepdf.PdfError as error:
        raise InputRefused("background-unreadable", file=background.file) from error


def _jpeg(layout: Layout, background: Background, data: bytes) -> Jpeg:
    image = StoredImage(id=hashlib.sha256(data).hexdigest(), media_type="", data=data)
    try:
        return prepare(image, layout.width_mm, layout.height_mm)
    except PictureUnreadable as error:
        raise InputRefused("background-unreadable", file=background.file) from error
