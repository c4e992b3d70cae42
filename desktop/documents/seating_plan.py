"""The seating plan (sơ đồ chỗ ngồi): the hall from above, the stage on top, a box for each seat."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from db.day_records import Door, Hall, SeatBlock, Wall
from db.records import ConferenceFile, Delegate
from desktop.documents.arrangement import Arrangement, arrangement_of, gathered
from desktop.documents.badges.content import given_name_words
from desktop.documents.blocks import (
    Block,
    Document,
    Heading,
    Part,
    Role,
    paragraph,
    run,
)
from desktop.documents.column_choice import chosen_columns
from desktop.documents.drawing import WHITE, Align, Box, Drawing, Lettering, Said
from desktop.documents.fonts import Face
from desktop.documents.frame import event_name, letterhead
from desktop.documents.people_table import PersonColumn, TableKind, people_table
from desktop.documents.rendered import ProblemCode, RenderedPaper
from desktop.documents.seats import seat_names, seating_of
from desktop.documents.snapshot import Snapshot
from desktop.documents.wording import bare, title_phrases_kept
from desktop.people.seating import Seat, Seating, block_seats, numbers_in, row_letter

SEATING, SEAT_LIST = "seating", "seat-list"
TITLE = "Sơ đồ chỗ ngồi"
LIST_KIND = "Danh sách chỗ ngồi"
LIST_COLUMNS = (
    *(PersonColumn.NUMBER, PersonColumn.NAME, PersonColumn.POST_UNIT),
    *(PersonColumn.BADGE, PersonColumn.SEAT),
)
# tints that stay apart on a printer without colours
_TINTS = (WHITE, "#DCE6F1", "#F2DCDB", "#EBF1DE", "#FDE9D9", "#E4DFEC", "#D9D9D9")
_NO_TINT = WHITE
# mm on a sheet of A4 in landscape
_PAGE = (297.0, 210.0)
_HALL = Box(20, 24, 257, 161)
_LETTER_WIDTH, _AISLE, _CROSS_AISLE = 7.0, 7.0, 5.0
_STAGE_HEIGHT = 13.0
_MOST_SEAT = (19.0, 14.0)
_LEAST_FOR_NAMES = (11.5, 8.0)
_DOOR = 12.0
_HEADING = Lettering(face=Face.SERIF_BOLD, full_pt=14, floor_pt=9, lines=2, line_height=1.15)
_NUMBER = Lettering(face=Face.SERIF_BOLD, full_pt=6.5, floor_pt=4)
_LETTER = Lettering(face=Face.SERIF_BOLD, full_pt=11, floor_pt=5)
_SMALL = Lettering(full_pt=8, floor_pt=5.5, lines=2, line_height=1.1)
_LEGEND = Lettering(full_pt=9, floor_pt=6, align=Align.LEFT)


def seating_plan(snapshot: Snapshot) -> RenderedPaper:
    """Draw the hall; who has no seat, and seats by hand that cannot be, are listed."""
    file = snapshot.file
    conference = file.conference
    drawing = Drawing(f"{TITLE} – {event_name(conference)}", file.office.name, snapshot.made_at)
    drawing.page(*_PAGE)
    heading = Said(f"{TITLE} {event_name(conference)}".upper(), "title")
    drawing.text(Box(20, 6, 257, 15), heading, _HEADING)
    seating = seating_of(file)
    hall = conference.hall
    if hall is None or not hall.rows or not hall.seats:
        drawing.rectangle(_HALL, stroke_pt=1)
        drawing.note(ProblemCode.FIELD_EMPTY, Said("", "hall"))
        return drawing.finished()
    plan = _Plan(drawing, file, hall, seating)
    plan.draw()
    for one in seating.unseated:
        drawing.note(ProblemCode.NO_SEAT, Said("", "delegates", one))
    for one in seating.refused:
        drawing.note(ProblemCode.SEAT_REFUSED, Said("", f"hand_seats:{one}"))
    return drawing.finished()


def seat_list_document(snapshot: Snapshot) -> Document:
    """Build the list by which ushers show people to their seats, by unit unless chosen."""
    file = snapshot.file
    name = event_name(file.conference)
    arrangement = arrangement_of(snapshot, SEAT_LIST, Arrangement.UNIT)
    blocks: tuple[Block, ...] = (
        letterhead(snapshot, is_issued=False),
        Heading(kind=run(LIST_KIND), subject=run(title_phrases_kept(f"tại {name}"), "title")),
        people_table(
            gathered(file, file.delegates, arrangement),
            chosen_columns(snapshot, SEAT_LIST, PersonColumn, LIST_COLUMNS),
            TableKind(seats=seat_names(file)),
        ),
        paragraph(Role.TOTAL, "Ghế ghi theo dãy (chữ) và số ghế; dãy A gần sân khấu nhất."),
    )
    return Document(
        title=f"{LIST_KIND} tại {name}", author=file.office.name, parts=(Part(blocks=blocks),)
    )


class _Plan:
    """The hall with its measures on the sheet."""

    def __init__(
        self, drawing: Drawing, file: ConferenceFile, hall: Hall, seating: Seating
    ) -> None:
        self._drawing = drawing
        self._file = file
        self._hall = hall
        self._sitting = {seat: person for person, seat in seating.seats.items()}
        self._people = {one.id: one for one in file.delegates}
        self._aisles = [one for one in numbers_in(hall.aisles) if one < hall.seats]
        self._cross = [one for one in numbers_in(hall.cross_aisles) if one < hall.rows]

    @cached_property
    def _seat_size(self) -> tuple[float, float]:
        width = _HALL.width_mm - 2 * _LETTER_WIDTH - 4 - _AISLE * len(self._aisles)
        height = _HALL.height_mm - _STAGE_HEIGHT - 14 - _CROSS_AISLE * len(self._cross)
        return (
            min(width / self._hall.seats, _MOST_SEAT[0]),
            min(height / self._hall.rows, _MOST_SEAT[1]),
        )

    @cached_property
    def _corner(self) -> tuple[float, float]:
        whole = self._seat_size[0] * self._hall.seats + _AISLE * len(self._aisles)
        return _HALL.x_mm + (_HALL.width_mm - whole) / 2, _HALL.y_mm + _STAGE_HEIGHT + 9

    def seat_box(self, seat: Seat) -> Box:
        """Place a seat, clear of the aisles before it."""
        (left, top), (width, height) = self._corner, self._seat_size
        aisles = sum(one < seat.number for one in self._aisles)
        cross = sum(one < seat.row for one in self._cross)
        return Box(
            left + (seat.number - 1) * width + aisles * _AISLE,
            top + (seat.row - 1) * height + cross * _CROSS_AISLE,
            width,
            height,
        ).inside(0.25)

    def draw(self) -> None:
        """Draw walls, stage, rows, doors and what the tints mean."""
        self._drawing.rectangle(_HALL, stroke_pt=1.2)
        self._stage()
        tints = self._tints()
        for row in range(1, self._hall.rows + 1):
            self._letters(row)
            for number in range(1, self._hall.seats + 1):
                seat = Seat(row, number)
                self._seat(seat, tints.get(seat, _NO_TINT))
        for door in self._file.conference.doors:
            self._door(door)
        self._legend()

    def _stage(self) -> None:
        presidium = len(self._file.conference.presidium)
        words = f"SÂN KHẤU - Đoàn Chủ tịch, Thư ký: {presidium} người" if presidium else "SÂN KHẤU"
        stage = Box(_HALL.x_mm + _HALL.width_mm / 6, _HALL.y_mm, _HALL.width_mm * 2 / 3, 0)
        stage = Box(stage.x_mm, stage.y_mm, stage.width_mm, _STAGE_HEIGHT)
        self._drawing.rectangle(stage, fill=_TINTS[-1], stroke_pt=0.8)
        lettering = Lettering(face=Face.SERIF_BOLD, full_pt=12, floor_pt=8)
        self._drawing.text(stage.inside(1), Said(words, "presidium"), lettering)

    def _tints(self) -> dict[Seat, str]:
        tints: dict[Seat, str] = {}
        for index, block in enumerate(self._file.conference.seat_blocks):
            for seat in block_seats(block, self._hall):
                tints.setdefault(seat, _tint(index))
        return tints

    def _letters(self, row: int) -> None:
        first = self.seat_box(Seat(row, 1))
        last = self.seat_box(Seat(row, self._hall.seats))
        for x in (first.x_mm - _LETTER_WIDTH, last.x_mm + last.width_mm):
            box = Box(x, first.y_mm, _LETTER_WIDTH, first.height_mm)
            self._drawing.text(box, Said(row_letter(row)), _LETTER)

    def _seat(self, seat: Seat, tint: str) -> None:
        box = self.seat_box(seat)
        self._drawing.rectangle(box, fill=tint, stroke_pt=0.3)
        person = self._people.get(self._sitting.get(seat, ""))
        inside = box.inside(0.4)
        has_names = box.width_mm >= _LEAST_FOR_NAMES[0] and box.height_mm >= _LEAST_FOR_NAMES[1]
        if person is None or not has_names:
            words = str(seat.number) if person is None else f"{seat.number}•"
            self._drawing.text(inside, Said(words), _NUMBER)
            return
        number = Box(inside.x_mm, inside.y_mm, inside.width_mm, 2.4)
        self._drawing.text(number, Said(str(seat.number)), _NUMBER)
        self._name(inside, person)

    def _name(self, inside: Box, person: Delegate) -> None:
        box = Box(inside.x_mm, inside.y_mm + 2.4, inside.width_mm, inside.height_mm - 2.4)
        lettering = Lettering(
            full_pt=6.5,
            floor_pt=4.2,
            lines=3,
            line_height=1.08,
            tail=given_name_words(person),
            lines_first=True,
        )
        self._drawing.text(box, Said(person.name, "name", person.id), lettering)

    def _door(self, door: Door) -> None:
        name = Said(bare(door.name) or "Cửa", f"doors:{door.id}")
        along = door.percent / 100
        if door.wall is Wall.BACK:
            x = _HALL.x_mm + (_HALL.width_mm - _DOOR) * along
            y = _HALL.y_mm + _HALL.height_mm
            self._opening((x, y), (x + _DOOR, y))
            self._drawing.text(Box(x - 9, y + 1, _DOOR + 18, 5), name, _SMALL)
            return
        y = _HALL.y_mm + (_HALL.height_mm - _DOOR) * along
        x = _HALL.x_mm + (_HALL.width_mm if door.wall is Wall.RIGHT else 0)
        self._opening((x, y), (x, y + _DOOR))
        left = x + 1 if door.wall is Wall.RIGHT else x - 17
        self._drawing.text(Box(left, y, 16, _DOOR), name, _SMALL)

    def _opening(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._drawing.line(start, end, width_pt=4)

    def _legend(self) -> None:
        blocks = [
            (index, block)
            for index, block in enumerate(self._file.conference.seat_blocks)
            if any(True for _ in block_seats(block, self._hall))
        ]
        for (index, block), (row, place, count) in zip(blocks, _in_rows(len(blocks)), strict=True):
            width = _HALL.width_mm / count
            x, y = _HALL.x_mm + place * width, 192 + row * 6
            self._drawing.rectangle(Box(x, y, 6, 4), fill=_tint(index), stroke_pt=0.4)
            said = Said(_block_words(block, self._hall, self._groups), f"seat_blocks:{block.id}")
            self._drawing.text(Box(x + 7.5, y - 0.5, width - 9, 5), said, _LEGEND)

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {one.id: bare(one.name) for one in self._file.conference.groups}


def _tint(index: int) -> str:
    return _TINTS[1 + index % (len(_TINTS) - 2)]


def _in_rows(count: int) -> Iterator[tuple[int, int, int]]:
    """Put legends beside each other, four in a row; give row, place and how many stand there."""
    for index in range(count):
        row = index // 4
        yield row, index % 4, min(4, count)


def _block_words(block: SeatBlock, hall: Hall, groups: dict[str, str]) -> str:
    last = min(block.last_row or hall.rows, hall.rows)
    rows = row_letter(max(block.first_row, 1))
    if last > block.first_row:
        rows += f"-{row_letter(last)}"
    name = bare(block.name) or groups.get(block.group_id, "")
    return f"Dãy {rows}: {name}" if name else f"Dãy {rows}"
