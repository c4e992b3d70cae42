"""The badges of a conference as one PDF, and where each delegate's badge lies in it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from db.records import ConferenceFile, Delegate
from desktop.atomic_file import flush, replaced_when_whole
from desktop.documents.badges.backgrounds import fill_pdf_backgrounds, has_pdf_background
from desktop.documents.badges.check import check_pair
from desktop.documents.badges.content import plain
from desktop.documents.badges.crowd import Blanks, blank_delegates, chosen
from desktop.documents.badges.imposition import (
    Flip,
    Placing,
    check_start,
    places,
    sheet_count,
)
from desktop.documents.badges.layout import Image, Layout, Picture, Side, Text
from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.press import Press, Report
from desktop.documents.badges.printer_fit import PrinterFit
from desktop.documents.badges.setting import MM
from desktop.documents.badges.sheet import Cell, Sheet
from desktop.documents.badges.shelf import card_sheet
from desktop.documents.decree30 import NO_OFFICIAL_FORM
from desktop.documents.fonts import Face, loaded
from desktop.documents.pdf import LANGUAGE
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.rendered import PaperProblem, RenderedPaper
from desktop.documents.snapshot import Snapshot
from desktop.people.person_order import in_order

_DUPLEX = {Flip.LONG: "/DuplexFlipLongEdge", Flip.SHORT: "/DuplexFlipShortEdge"}


class BadgeRun(Struct, frozen=True, kw_only=True):
    """What is printed, in which design, on which sheets.

    Attributes:
        files: the backgrounds that the layout names.
        delegate_ids: only these people; everybody when None.
        blanks: badges without a name that follow them.
    """

    layout: Layout
    sheet: Sheet
    files: dict[str, bytes] = {}
    placing: Placing = Placing()
    fit: PrinterFit = PrinterFit()
    delegate_ids: frozenset[str] | None = None
    blanks: Blanks | None = None


class BadgePlace(Struct, frozen=True):
    """The place of one delegate's badge."""

    delegate_id: str
    cell: Cell


class PrintedBadges(Struct, frozen=True, kw_only=True):
    """What a run came to.

    Attributes:
        without_photo: the people whose initials stand where the design has a photo.
    """

    pages: int
    sheets: int
    badges: int
    problems: tuple[PaperProblem, ...]
    without_photo: tuple[str, ...]


def usual_run(layout: Layout | None = None, sheet: Sheet | None = None) -> BadgeRun:
    """Print everybody on new sheets, in the design and on the sheet of the program if not told."""
    return BadgeRun(layout=layout or shipped_layout(), sheet=sheet or shipped_sheet())


def in_print_order(
    file: ConferenceFile, people: tuple[Delegate, ...] | None = None
) -> tuple[Delegate, ...]:
    """Sort the delegates, or some of them, as the list does, by which badges are handed out."""
    order, tone_order = file.conference.list_order, file.office.tone_order
    return tuple(in_order(file.delegates if people is None else people, order, tone_order))


def people_of(snapshot: Snapshot, run: BadgeRun) -> tuple[Delegate, ...]:
    """List whose badges a run prints, in its order, the blanks last.

    Raises:
        InputRefused: as blank_delegates.
    """
    file = snapshot.file
    people = in_print_order(file, chosen(file.delegates, run.delegate_ids))
    if run.blanks is None:
        return people
    return (*people, *blank_delegates(file.conference.id, file.delegates, run.blanks))


def badge_places(
    snapshot: Snapshot, sheet: Sheet | None = None, run: BadgeRun | None = None
) -> tuple[BadgePlace, ...]:
    """Tell which cell of which sheet holds whose badge, in the order of printing."""
    run = run or usual_run(sheet=sheet)
    people = people_of(snapshot, run)
    cells = places(len(people), run.sheet, run.placing)
    return tuple(BadgePlace(each.id, where) for each, where in zip(people, cells, strict=True))


def render(
    snapshot: Snapshot,
    layout: Layout | None = None,
    sheet: Sheet | None = None,
    run: BadgeRun | None = None,
) -> RenderedPaper:
    """Draw the badges of all delegates in the order of the list, or those of a run, onto sheets.

    A conference without delegates gives one sheet of cut marks and the problem that it has none.

    Raises:
        InputRefused: as print_badges.
    """
    stream = BytesIO()
    printed = _made(_nobody_listens, snapshot, run or usual_run(layout, sheet), stream)
    return RenderedPaper(data=stream.getvalue(), pages=printed.pages, problems=printed.problems)


def print_badges(report: Report, snapshot: Snapshot, run: BadgeRun, path: Path) -> PrintedBadges:
    """Write the badges of a run into a file, whole or not at all; a job's function.

    Raises:
        InputRefused: sheet-card-size, sheet-start, blank-number-taken, blank-number-high, or a
            background that cannot be used.
        OSError: the file cannot be written.
    """
    with replaced_when_whole(path) as whole:
        with whole.open("wb") as stream:
            printed = _made(report, snapshot, run, stream)
        flush(whole)
    return printed


def _made(report: Report, snapshot: Snapshot, run: BadgeRun, stream: BinaryIO) -> PrintedBadges:
    check_pair(run.layout, run.sheet)
    check_start(run.sheet, run.placing)
    people = people_of(snapshot, run)
    if has_pdf_background(run.layout, run.files):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "drawn.pdf")
            with path.open("wb") as drawn:
                problems = _draw(report, snapshot, run, people, drawn)
            fill_pdf_backgrounds(path, stream, run.layout, run.files)
    else:
        problems = _draw(report, snapshot, run, people, stream)
    sheets = max(1, sheet_count(len(people), run.sheet, run.placing))
    sides = run.layout.sides if people else 1
    return PrintedBadges(
        pages=sheets * sides,
        sheets=sheets,
        badges=len(people),
        problems=problems,
        without_photo=_without_photo(people, run),
    )


def card_run(run: BadgeRun, delegate_id: str) -> BadgeRun:
    """Print one person's card alone, on paper of its own size: what the preview shows."""
    sheet = card_sheet(run.layout)
    flip = Flip.LONG if sheet.page_height_mm >= sheet.page_width_mm else Flip.SHORT
    return replace(
        run,
        sheet=sheet,
        placing=Placing(flip=flip),
        fit=PrinterFit(),
        delegate_ids=frozenset({delegate_id}),
        blanks=None,
    )


def _draw(
    report: Report,
    snapshot: Snapshot,
    run: BadgeRun,
    people: tuple[Delegate, ...],
    stream: BinaryIO,
) -> tuple[PaperProblem, ...]:
    """Draw everything but foreign pages; the canvas, which holds every page, is gone after it."""
    known = {each.id for each in snapshot.file.delegates}
    blanks = frozenset(each.id for each in people) - known
    canvas = _canvas(run)
    press = Press(canvas, snapshot.file, run.layout, run.sheet, run.placing, run.fit, blanks)
    problems = press.print(people, run.files, report)
    metadata = Metadata(
        title=f"Thẻ đại biểu – {plain(snapshot.file.conference.title)}",
        author=plain(snapshot.file.office.name),
        language=LANGUAGE,
        made_at=snapshot.made_at,
        subject=NO_OFFICIAL_FORM,
    )
    is_archival = not has_pdf_background(run.layout, run.files)
    canvas.write(stream, metadata, is_archival=is_archival)
    return problems


def _canvas(run: BadgeRun) -> ArchiveCanvas:
    elements = [each for side in Side for each in run.layout.elements_of(side)]
    faces = {e.font for e in elements if isinstance(e, Text)}
    faces |= {e.initials_font for e in elements if isinstance(e, Image)}
    for face in sorted(faces):
        loaded(face)
    page_pt = (run.sheet.page_width_mm * MM, run.sheet.page_height_mm * MM)
    canvas = ArchiveCanvas(min(faces, default=Face.SANS).value, page_pt)
    is_double = run.layout.sides > 1
    canvas.setViewerPreference("PrintScaling", "/None")
    canvas.setViewerPreference("Duplex", _DUPLEX[run.placing.flip] if is_double else "/Simplex")
    canvas.setViewerPreference("PickTrayByPDFSize", "true")
    return canvas


def _without_photo(people: tuple[Delegate, ...], run: BadgeRun) -> tuple[str, ...]:
    shown = (each for side in Side for each in run.layout.elements_of(side))
    if not any(isinstance(e, Image) and e.picture is Picture.PHOTO for e in shown):
        return ()
    return tuple(each.id for each in people if each.name and not each.photo_id)


def _nobody_listens(_done: int, _total: int) -> None:
    return


def files_of(layout: Layout, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep those files that a layout names."""
    named = (layout.background_of(side) for side in Side)
    return {each.file: files[each.file] for each in named if each and each.file in files}
