"""What the papers of the day are made from: the running script, the hall, the budget."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from db.record import Count, Id, Minutes, Money, Record

RowNumber = Annotated[int, Meta(ge=0, le=60)]
SeatNumber = Annotated[int, Meta(ge=0, le=80)]
Percent = Annotated[int, Meta(ge=0, le=100)]


class ScriptStep(Record, frozen=True, kw_only=True):
    """One step of the running script (kịch bản điều hành), within an item of the programme.

    Attributes:
        item_id: of the programme; what is empty or gone happens before the session begins.
        action: what happens.
        words: what the presenter says.
    """

    id: Id
    item_id: str = ""
    minutes: Minutes = 0
    action: str = ""
    words: str = ""
    actor: str = ""
    stage: str = ""  # what is to be seen on the stage
    props: str = ""
    sound: str = ""
    light: str = ""


class Hall(Record, frozen=True, kw_only=True):
    """The hall: rows from the stage to the back, each with seats numbered from its left.

    Attributes:
        aisles: the seats after which an aisle runs to the back: "8, 16".
        cross_aisles: the rows after which an aisle runs across, by number: "6".
    """

    rows: RowNumber = 0
    seats: SeatNumber = 0  # of a row
    aisles: str = ""
    cross_aisles: str = ""
    backdrop_width_cm: Annotated[int, Meta(ge=100, le=5000)] = 800
    backdrop_height_cm: Annotated[int, Meta(ge=100, le=3000)] = 400


class Wall(StrEnum):
    """A wall of the hall, as seen by those who face the stage."""

    LEFT = "left"
    RIGHT = "right"
    BACK = "back"


class Door(Record, frozen=True, kw_only=True):
    """A door: how far from the stage, or from the left of the back wall."""

    id: Id
    name: str = ""
    wall: Wall = Wall.BACK
    percent: Percent = 50


class SeatOrder(StrEnum):
    """How people are seated within a block."""

    UNIT = "unit"  # those of one delegation beside each other
    RANK = "rank"  # by the order in which they are introduced


class SeatBlock(Record, frozen=True, kw_only=True):
    """Seats kept for one group; rows and seats count from 1, both ends included.

    Attributes:
        group_id: whose seats these are; empty for those who have no block of their own.
        last_row, last_seat: 0 for the last one of the hall.
    """

    id: Id
    name: str = ""
    group_id: str = ""
    seating: SeatOrder = SeatOrder.UNIT
    first_row: RowNumber = 1
    last_row: RowNumber = 0
    first_seat: SeatNumber = 1
    last_seat: SeatNumber = 0


class HandSeat(Record, frozen=True, kw_only=True):
    """A seat that the officer gave someone by hand; seating anew keeps it."""

    id: Id
    delegate_id: str = ""
    row: RowNumber = 1
    seat: SeatNumber = 1


class BudgetPurpose(StrEnum):
    """What money is spent on, in the order of the estimate."""

    HALL = "hall"
    DECORATION = "decoration"
    PAPERS = "papers"
    AWARDS = "awards"
    DRINKS = "drinks"
    MEALS = "meals"
    TRAVEL = "travel"
    ARTS = "arts"
    COMMUNICATION = "communication"
    OTHER = "other"


class BudgetLine(Record, frozen=True, kw_only=True):
    """One item of the budget estimate (dự toán)."""

    id: Id
    purpose: BudgetPurpose = BudgetPurpose.OTHER
    item: str = ""
    unit: str = ""
    quantity: Count = 1
    times: Count = 1  # sessions or days
    price: Money = 0
    basis: str = ""
    norm_id: str = ""  # the norm that the price is held against


class Norm(Record, frozen=True, kw_only=True):
    """The most that may be spent on something, and who set it.

    Attributes:
        source: the paper by which it holds here: the office's own rules, or a circular.
    """

    id: Id
    name: str = ""
    unit: str = ""
    most: Money = 0
    source: str = ""
    issued_on: date | None = None
