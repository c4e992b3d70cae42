"""The badges of a conference as one PDF, and where each delegate's badge lies in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from msgspec import Struct
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from db.records import ConferenceFile, Delegate
from desktop.documents.badges.check import check_pair
from desktop.documents.badges.compose import Composer
from desktop.documents.badges.content import plain
from desktop.documents.badges.layout import Image, Layout, Text
from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.press import Press
from desktop.documents.badges.setting import MM
from desktop.documents.badges.sheet import Cell, Sheet, cell, pages
from desktop.documents.fonts import Face, loaded
from desktop.documents.pdf import LANGUAGE
from desktop.documents.pdfa import Metadata, finish
from desktop.documents.rendered import PaperProblem, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.people.person_order import in_order


class BadgePlace(Struct, frozen=True):
    """The place of one delegate's badge."""

    delegate_id: str
    cell: Cell


def in_print_order(file: ConferenceFile) -> tuple[Delegate, ...]:
    """Sort the delegates as the list does, by which badges are handed out."""
    order, tone_order = file.conference.list_order, file.office.tone_order
    return tuple(in_order(file.delegates, order, tone_order))


def badge_places(snapshot: Snapshot, sheet: Sheet | None = None) -> tuple[BadgePlace, ...]:
    """Tell which cell of which sheet holds whose badge, in the order of printing."""
    sheet = sheet or shipped_sheet()
    delegates = in_print_order(snapshot.file)
    return tuple(BadgePlace(each.id, cell(index, sheet)) for index, each in enumerate(delegates))


def render(
    snapshot: Snapshot, layout: Layout | None = None, sheet: Sheet | None = None
) -> RenderedPaper:
    """Draw the badges of all delegates in the order of the list, straight onto their sheets.

    A conference without delegates gives one sheet of cut marks and the problem that it has none.

    Raises:
        InputRefused: sheet-card-size, when the layout's card is not the sheet's.
    """
    layout = layout or shipped_layout()
    sheet = sheet or shipped_sheet()
    check_pair(layout, sheet)
    drawn, problems = _drawn(snapshot.file, layout, sheet)
    metadata = Metadata(
        title=f"Thẻ đại biểu – {plain(snapshot.file.conference.title)}",
        author=plain(snapshot.file.office.name),
        language=LANGUAGE,
        made_at=snapshot.made_at,
    )
    count = max(1, pages(len(snapshot.file.delegates), sheet))
    return RenderedPaper(data=finish(drawn, metadata), pages=count, problems=problems)


def _drawn(
    file: ConferenceFile, layout: Layout, sheet: Sheet
) -> tuple[bytes, tuple[PaperProblem, ...]]:
    """Draw everything; the canvas, which holds every page, is gone before the finishing."""
    with _binary_streams():
        canvas = _canvas(layout, sheet)
        press = Press(canvas, Composer(file, layout), layout, sheet)
        problems = press.print(in_print_order(file))
        return canvas.getpdfdata(), problems


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Let ReportLab write streams as bytes, not as ASCII85: a quarter less, and much faster."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _canvas(layout: Layout, sheet: Sheet) -> Canvas:
    faces = {e.font for e in layout.elements if isinstance(e, Text)}
    faces |= {e.initials_font for e in layout.elements if isinstance(e, Image)}
    for face in sorted(faces):
        loaded(face)
    canvas = Canvas(
        BytesIO(),
        pagesize=(sheet.page_width_mm * MM, sheet.page_height_mm * MM),
        pageCompression=1,
        invariant=1,
        initialFontName=min(faces, default=Face.SANS).value,
        lang=LANGUAGE,
    )
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas
