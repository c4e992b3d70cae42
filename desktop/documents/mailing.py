"""Envelopes, and sheets of address labels, for the invitations.

No form of the decree: sizes are those of the trade. A text that no readable size fits is printed
whole all the same, and told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from db.records import Delegate
from desktop.documents.addressed import ADDRESS, Address, address_of, addressees
from desktop.documents.blocks import Run, blank, run
from desktop.documents.decree30 import NO_OFFICIAL_FORM, TextStyle, mm
from desktop.documents.flow import Piece
from desktop.documents.fonts import Face, loaded
from desktop.documents.ink import Ink
from desktop.documents.invitations import ABBREVIATION
from desktop.documents.invitations import KEY as INVITATIONS
from desktop.documents.paper_frame import Issue, issue, issued_letterhead
from desktop.documents.paper_settings import choice, paper_settings
from desktop.documents.pdf import LANGUAGE, write_piece
from desktop.documents.pdfa import ArchiveCanvas, Metadata
from desktop.documents.rendered import PaperProblem, ProblemCode, RenderedPaper
from desktop.documents.setting import place, set_lines
from desktop.documents.snapshot import Snapshot

ENVELOPES, LABELS = "envelopes", "labels"
SIZE = "size"
_LINE = TextStyle(size_pt=13, pitch=1.2)
_STRONG = TextStyle(size_pt=14, pitch=1.2, is_bold=True)
_FLOOR = 0.65  # of the full size: 13 pt becomes 8.5, the least that is read at arm's length
_ON_ENVELOPES = 1.25
_STEPS = (1.0, 0.93, 0.86, 0.79, 0.72, _FLOOR)


class EnvelopeSize(Struct, frozen=True, kw_only=True):
    """An envelope in millimetres."""

    width_mm: float
    height_mm: float


class LabelSheet(Struct, frozen=True, kw_only=True):
    """A sheet of A4 with labels side by side, in millimetres."""

    columns: int
    rows: int
    width_mm: float
    height_mm: float
    left_mm: float
    top_mm: float


ENVELOPE_SIZES = {
    "dl": EnvelopeSize(width_mm=220, height_mm=110),
    "c5": EnvelopeSize(width_mm=229, height_mm=162),
    "c4": EnvelopeSize(width_mm=324, height_mm=229),
}
LABEL_SHEETS = {
    "a4-24": LabelSheet(columns=3, rows=8, width_mm=70, height_mm=37, left_mm=0, top_mm=0.5),
    "a4-21": LabelSheet(columns=3, rows=7, width_mm=70, height_mm=42.4, left_mm=0, top_mm=0.1),
    "a4-14": LabelSheet(columns=2, rows=7, width_mm=99.1, height_mm=38.1, left_mm=4.65, top_mm=15),
}
_A4_PT = (mm(210), mm(297))
_LABEL_PADDING_MM = 5.0
_ENVELOPE_MARGIN_MM = 12.0
_SENDER_MM = (85.0, 30.0)


class _Text(Struct, frozen=True):
    run: Run
    style: TextStyle


class _Box(Struct, frozen=True):
    """A place for text, from the left top corner of the sheet, in points."""

    left_pt: float
    top_pt: float
    width_pt: float
    height_pt: float


class _Printer:
    """One paper of free sheets: text fitted into boxes, page after page."""

    def __init__(self, width_pt: float, height_pt: float) -> None:
        for face in (Face.SERIF, Face.SERIF_BOLD):
            loaded(face)
        self._ink = Ink()
        self._too_long: dict[PaperProblem, None] = {}
        self._height_pt = height_pt
        self._canvas = ArchiveCanvas(Face.SERIF.value, (width_pt, height_pt))
        self._canvas.setViewerPreference("PrintScaling", "/None")
        self.pages = 0

    def put(
        self, texts: Sequence[_Text], box: _Box, *, largest: float = 1.0, in_middle: bool = False
    ) -> None:
        """Set texts under one another as large as the box allows."""
        sizes = (largest, *(step for step in _STEPS if step < largest))
        settings = (self._set(texts, box, size) for size in sizes)
        fitting = next((one for one in settings if one[1] <= box.height_pt), None)
        pieces, height_pt = fitting or self._set(texts, box, _STEPS[-1])
        if fitting is None:
            self._note_too_long(texts)
        lower_pt = max(box.height_pt - height_pt, 0.0) / 2 if in_middle else 0.0
        written = self._canvas.beginText()
        for piece in pieces:
            write_piece(written, piece, 0.0, self._height_pt - lower_pt)
        self._canvas.drawText(written)

    def turn(self) -> None:
        """End a page."""
        self._canvas.showPage()
        self.pages += 1

    def finished(self, metadata: Metadata) -> RenderedPaper:
        """Give the paper."""
        return RenderedPaper(
            data=self._canvas.written(metadata),
            pages=self.pages,
            problems=(*self._ink.problems, *self._too_long),
        )

    def _note_too_long(self, texts: Sequence[_Text]) -> None:
        source = texts[0].run.source
        problem = PaperProblem(
            code=ProblemCode.TEXT_TOO_LONG,
            field=source.field,
            delegate_id=source.delegate_id,
            text=" ".join(one.run.text for one in texts),
        )
        self._too_long[problem] = None

    def _set(self, texts: Sequence[_Text], box: _Box, step: float) -> tuple[list[Piece], float]:
        pieces: list[Piece] = []
        y_pt = 0.0
        for one in texts:
            style = replace(one.style, size_pt=one.style.size_pt * step)
            lines = set_lines([one.run], style, self._ink, box.width_pt)
            pieces += place(lines, box.left_pt, box.top_pt + y_pt, box.width_pt)
            y_pt += lines.height_pt
        return pieces, y_pt


def render_envelopes(snapshot: Snapshot) -> RenderedPaper:
    """Draw an envelope for each invitation; an empty list gives one with room for the name."""
    settings = paper_settings(snapshot.file.conference, ENVELOPES)
    size = ENVELOPE_SIZES.get(choice(settings, SIZE), ENVELOPE_SIZES["dl"])
    paper = issue(snapshot, INVITATIONS, ABBREVIATION)
    printer = _Printer(mm(size.width_mm), mm(size.height_mm))
    margin = _ENVELOPE_MARGIN_MM
    sender = _Box(mm(margin), mm(margin), mm(_SENDER_MM[0]), mm(_SENDER_MM[1]))
    left_mm, top_mm = size.width_mm * 0.42, size.height_mm * 0.48
    receiver = _Box(
        mm(left_mm),
        mm(top_mm),
        mm(size.width_mm - left_mm - margin),
        mm(size.height_mm - top_mm - margin),
    )
    head = tuple(_sender(paper))
    for texts in _all_addressed(paper):
        printer.put(head, sender)
        printer.put((_Text(run("Kính gửi:"), _LINE), *texts), receiver, largest=_ON_ENVELOPES)
        printer.turn()
    return printer.finished(_metadata(snapshot, "Phong bì giấy mời"))


def render_labels(snapshot: Snapshot) -> RenderedPaper:
    """Draw address labels on sheets of A4, row by row."""
    settings = paper_settings(snapshot.file.conference, LABELS)
    sheet = LABEL_SHEETS.get(choice(settings, SIZE), LABEL_SHEETS["a4-24"])
    paper = issue(snapshot, INVITATIONS, ABBREVIATION)
    printer = _Printer(*_A4_PT)
    each = sheet.columns * sheet.rows
    addressed = list(_all_addressed(paper))
    for number, texts in enumerate(addressed):
        row, column = divmod(number % each, sheet.columns)
        box = _Box(
            mm(sheet.left_mm + column * sheet.width_mm + _LABEL_PADDING_MM),
            mm(sheet.top_mm + row * sheet.height_mm + _LABEL_PADDING_MM),
            mm(sheet.width_mm - 2 * _LABEL_PADDING_MM),
            mm(sheet.height_mm - 2 * _LABEL_PADDING_MM),
        )
        printer.put(texts, box, in_middle=True)
        if number % each == each - 1 or number == len(addressed) - 1:
            printer.turn()
    return printer.finished(_metadata(snapshot, "Nhãn địa chỉ giấy mời"))


def _all_addressed(paper: Issue) -> Iterator[tuple[_Text, ...]]:
    file = paper.snapshot.file
    address = choice(paper.settings, ADDRESS, Address.BY_GENDER)
    people = addressees(file, paper.settings)
    if not people:
        yield (_Text(blank("delegates"), _STRONG),)
    for person in people:
        yield tuple(_addressed(person, address))


def _addressed(person: Delegate, address: str) -> Iterator[_Text]:
    name = f"{address_of(person, address)} {person.name}"
    yield _Text(run(name, "name", delegate_id=person.id), _STRONG)
    for field in ("post", "unit"):
        text = str(getattr(person, field)).strip()
        if text:
            yield _Text(run(text, field, delegate_id=person.id), _LINE)


def _sender(paper: Issue) -> Iterator[_Text]:
    head = issued_letterhead(paper)
    if head.parent_body is not None:
        yield _Text(_upper(head.parent_body), _LINE)
    for line in head.issuer.text.splitlines() or [head.issuer.text]:
        yield _Text(_upper(replace(head.issuer, text=line)), replace(_STRONG, size_pt=13))
    yield _Text(run(f"Số: {paper.number_and_symbol}", paper.field), _LINE)


def _upper(text: Run) -> Run:
    return text if text.is_blank else replace(text, text=text.text.upper())


def _metadata(snapshot: Snapshot, title: str) -> Metadata:
    return Metadata(
        title=title,
        author=snapshot.file.office.name,
        language=LANGUAGE,
        made_at=snapshot.made_at,
        subject=NO_OFFICIAL_FORM,
    )
