"""Seat labels: the seat, who sits there, and the unit, on sheets of labels to be cut."""

from __future__ import annotations

from db.records import Delegate
from desktop.documents.badges.content import given_name_words, plain
from desktop.documents.badges.load import shipped_sheet
from desktop.documents.badges.sheet import Cell, cell, cut_marks
from desktop.documents.drawing import Align, Box, Drawing, Lettering, Said
from desktop.documents.fonts import Face
from desktop.documents.frame import event_name
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.seats import seating_of
from desktop.documents.snapshot import Snapshot

SEAT_LABELS = "seat-labels"
SHEET = "a4-seat-labels"
_TITLE = "Nhãn ghế"
_SEAT = Lettering(face=Face.SERIF_BOLD, full_pt=30, floor_pt=16)
_UNIT = Lettering(
    full_pt=10, floor_pt=7, lines=3, align=Align.LEFT, line_height=1.1, lines_first=True
)
_SEAT_WIDTH = 22.0  # mm
_MARGIN = 2.5


def seat_labels(snapshot: Snapshot) -> RenderedPaper:
    """Draw a label for everyone who has a seat, in the order in which they are put up."""
    file = snapshot.file
    sheet = shipped_sheet(SHEET)
    drawing = Drawing(
        f"{_TITLE} – {event_name(file.conference)}", file.office.name, snapshot.made_at
    )
    seats = seating_of(file).seats
    seated = sorted(
        (one for one in file.delegates if one.id in seats), key=lambda one: seats[one.id]
    )
    for index, one in enumerate(seated):
        place = cell(index, sheet)
        if index % sheet.cards == 0:
            drawing.page(sheet.page_width_mm, sheet.page_height_mm)
            for x1, y1, x2, y2 in cut_marks(sheet):
                drawing.line((x1, y1), (x2, y2), width_pt=0.3)
        _label(drawing, place, seats[one.id].name, one)
    if not seated:
        drawing.page(sheet.page_width_mm, sheet.page_height_mm)
        drawing.note(ProblemCode.FIELD_EMPTY, Said("", "hall"))
    return drawing.finished()


def _label(drawing: Drawing, place: Cell, seat: str, one: Delegate) -> None:
    inside = Box(place.x_mm, place.y_mm, place.width_mm, place.height_mm).inside(_MARGIN)
    drawing.text(Box(inside.x_mm, inside.y_mm, _SEAT_WIDTH, inside.height_mm), Said(seat), _SEAT)
    drawing.line(
        (inside.x_mm + _SEAT_WIDTH + 1, inside.y_mm + 2),
        (inside.x_mm + _SEAT_WIDTH + 1, inside.y_mm + inside.height_mm - 2),
    )
    left = inside.x_mm + _SEAT_WIDTH + 3
    width = inside.x_mm + inside.width_mm - left
    half = inside.height_mm / 2
    name = Lettering(
        face=Face.SERIF_BOLD,
        full_pt=14,
        floor_pt=9,
        lines=2,
        align=Align.LEFT,
        tail=given_name_words(one),
        lines_first=True,
    )
    drawing.text(Box(left, inside.y_mm, width, half), Said(one.name, "name", one.id), name)
    unit = plain(one.represents) or plain(one.unit) or plain(one.post)
    drawing.text(Box(left, inside.y_mm + half, width, half), Said(unit, "unit", one.id), _UNIT)
