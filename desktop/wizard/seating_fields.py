"""Hall, doors, blocks and seats by hand: the part of a section that seats everyone."""

from __future__ import annotations

from db.day_records import Door, Hall, HandSeat, SeatBlock, SeatOrder, Wall
from db.records import Delegate
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.people.seated import seated
from desktop.people.seating import Seat, Seating, block_seats, numbers_in, with_moved
from desktop.widgets.hall_field import HallField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.record_table import RecordTable
from desktop.widgets.seat_map import HallView, SeatMap, Sitter
from desktop.wizard.section import Section

_WHAT_SEATS = frozenset(("hall", "seat_blocks", "hand_seats", "groups"))
_MOST_ROWS, _MOST_SEATS = 60, 80


class SeatingFields:
    """Adds the fields to a section and says how many people have a seat."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._groups: list[tuple[str, str]] = []
        self._people: list[tuple[str, str]] = []
        section.add_heading(
            tr("Hall and seats"),
            tr("Seats are given out by block; those given by hand stay where they are."),
        )
        section.add_field("hall", tr("Hall"), HallField(section))
        self._blocks = self._block_table()
        section.add_field(
            "seat_blocks",
            tr("Blocks of seats"),
            self._blocks,
            tr("Rows and seats count from 1; 0 as the last one goes on to the end."),
            wide=True,
        )
        self.summary = PlainLabel(role="hint", parent=section)
        section.body.addWidget(self.summary)
        self.map = SeatMap(section)
        self.map_words = PlainLabel(role="hint", parent=section)
        self.map.moved.connect(self._move)
        self.map.looked_at.connect(self.map_words.setText)
        section.body.addWidget(self.map)
        section.body.addWidget(self.map_words)
        self._hand = self._hand_table()
        section.add_field("hand_seats", tr("Seats given by hand"), self._hand, wide=True)
        section.add_field("doors", tr("Doors of the hall"), self._door_table(), wide=True)
        self._offer()
        section.draft.delegates_changed.connect(lambda *_: self._offer())

    def conference_changed(self, names: frozenset[str]) -> None:
        """Offer the groups there are now, and count the seats anew."""
        if names & _WHAT_SEATS:
            self._offer()

    def _offer(self) -> None:
        draft = self._section.draft
        self._groups[:] = [("", tr("Everyone else"))]
        self._groups += [(group.id, group.name) for group in draft.conference.groups]
        self._people[:] = [(one.id, f"{one.name} – {one.unit}") for one in draft.delegates]
        for table in (self._blocks, self._hand):
            table.table.viewport().update()
        self._count()

    def _count(self) -> None:
        draft = self._section.draft
        hall = draft.conference.hall
        self.summary.setVisible(hall is not None)
        seating = self._seating()
        self._draw_map(hall or Hall(), seating)
        if hall is None:
            return
        self.summary.setText(
            tr(
                "{seats} seats; {seated} of {people} people have one.",
                seats=hall.rows * hall.seats,
                seated=len(seating.seats),
                people=len(draft.delegates),
            )
        )

    def _seating(self) -> Seating:
        draft = self._section.draft
        return seated(draft.conference, draft.delegates, draft.office.tone_order)

    def _draw_map(self, hall: Hall, seating: Seating) -> None:
        draft = self._section.draft
        people = {one.id: one for one in draft.delegates}
        blocks: dict[Seat, int] = {}
        for number, block in enumerate(draft.conference.seat_blocks, start=1):
            for seat in block_seats(block, hall):
                blocks.setdefault(seat, number)
        sitting = {
            seat: Sitter(person, _told(people[person]), people[person].name.split()[-1])
            for person, seat in seating.seats.items()
            if people[person].name.strip()
        }
        aisles = tuple(one for one in numbers_in(hall.aisles) if one < hall.seats)
        cross = tuple(one for one in numbers_in(hall.cross_aisles) if one < hall.rows)
        self.map.show_hall(HallView(hall.rows, hall.seats, aisles, cross, blocks), sitting)
        self.map_words.setVisible(not self.map.isHidden())

    def _move(self, person: str, seat: Seat) -> None:
        draft = self._section.draft
        seats = with_moved(draft.conference, self._seating(), person, seat, draft.new_id)
        draft.change(hand_seats=seats)

    def _block_table(self) -> RecordTable:
        new_id = self._section.draft.new_id
        return RecordTable(
            (
                Column("name", tr("Block")),
                Column(
                    "group_id",
                    tr("For whom"),
                    ColumnKind.CHOICE,
                    width=210,
                    choices=self._groups,
                ),
                Column(
                    "seating",
                    tr("Order"),
                    ColumnKind.CHOICE,
                    width=134,
                    choices=((SeatOrder.UNIT, tr("By unit")), (SeatOrder.RANK, tr("By rank"))),
                ),
                _number("first_row", tr("From row"), _MOST_ROWS),
                _number("last_row", tr("To row"), _MOST_ROWS),
                _number("first_seat", tr("From seat"), _MOST_SEATS),
                _number("last_seat", tr("To seat"), _MOST_SEATS),
            ),
            lambda: SeatBlock(id=new_id()),
            tr("Add a block"),
            self._section,
        )

    def _hand_table(self) -> RecordTable:
        new_id = self._section.draft.new_id
        return RecordTable(
            (
                Column("delegate_id", tr("Delegate"), ColumnKind.CHOICE, choices=self._people),
                _number("row", tr("Row"), _MOST_ROWS),
                _number("seat", tr("Seat"), _MOST_SEATS),
            ),
            lambda: HandSeat(id=new_id(), delegate_id=self._people[0][0] if self._people else ""),
            tr("Give a seat"),
            self._section,
        )

    def _door_table(self) -> RecordTable:
        new_id = self._section.draft.new_id
        return RecordTable(
            (
                Column("name", tr("Door")),
                Column(
                    "wall",
                    tr("Wall"),
                    ColumnKind.CHOICE,
                    width=130,
                    choices=(
                        (Wall.LEFT, tr("Left")),
                        (Wall.RIGHT, tr("Right")),
                        (Wall.BACK, tr("Back")),
                    ),
                ),
                Column("percent", tr("Place, in per cent"), ColumnKind.NUMBER, width=140, most=100),
            ),
            lambda: Door(id=new_id()),
            tr("Add a door"),
            self._section,
        )


def _told(person: Delegate) -> str:
    return f"{person.name} – {person.unit}" if person.unit.strip() else person.name


def _number(key: str, title: str, most: int) -> Column:
    return Column(key, title, ColumnKind.NUMBER, width=84, most=most)
