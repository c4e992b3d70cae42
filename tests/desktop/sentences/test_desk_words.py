"""What the windows of a desk say."""

from __future__ import annotations

import errno
from datetime import date

import pytest

from db.records import BirthDate
from desktop.handoff.consolidation.deliveries import Delivery, DeliveryState
from desktop.handoff.consolidation.differences import Changes, Difference, Person, PersonChange
from desktop.handoff.consolidation.same_person import OnList
from desktop.handoff.consolidation.sent_up import SentUp, SentUpKind
from desktop.handoff.office_states import OfficeState, Standing
from desktop.sentences.desk_view import (
    delivery_words,
    difference_lines,
    listed_words,
    sent_up_words,
)
from desktop.sentences.offices import missing_sentence, standing_tip, standing_words
from desktop.sentences.send_down import copy_words
from tests.builders import a_delegate, ident
from tests.desktop.handoff.a_province import held

TODAY = date(2025, 1, 6)


def _state(standing: Standing, name: str = "Xã Ea Na") -> OfficeState:
    return OfficeState(key=name, name=name, standing=standing)


def test_everything_that_was_changed_is_said() -> None:
    found = Difference(
        people_added=(Person(ident(1), "An"),),
        people_removed=(Person(ident(2), "Bình"), Person(ident(3), "Chi")),
        people_changed=(PersonChange(delegate_id=ident(4), name="Dũng", fields=("post",)),),
        programme=Changes(("Khai mạc",), ("Văn nghệ",), ("Bế mạc",), is_moved=True),
        money_before=1_000_000,
        money_now=2_500_000,
        fields=("venue",),
    )
    assert list(difference_lines(found)) == [
        ("People added (1)", "An"),
        ("People gone (2)", "Bình, Chi"),
        ("Dũng", "changed: Post"),
        ("Programme: added", "Khai mạc"),
        ("Programme: taken out", "Văn nghệ"),
        ("Programme: changed", "Bế mạc"),
        ("Programme", "in another order"),
        ("Sum of the estimate", "1.000.000 → 2.500.000 đồng"),
        ("Of the conference", "place"),
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (SentUpKind.ADDED, "✔ comes"),
        (SentUpKind.CHANGED, "! changed: Post"),
        (SentUpKind.WITHDRAWN, "✖ goes: no longer chosen"),
    ],
)
def test_it_is_said_what_becomes_of_those_whom_offices_chose(kind: SentUpKind, words: str) -> None:
    one = SentUp(
        kind=kind,
        sender=ident(1),
        office="Xã Ea Na",
        is_alternate=False,
        delegate=a_delegate(1),
        fields=("post",) if kind is SentUpKind.CHANGED else (),
    )
    assert sent_up_words(one) == words


def test_someone_on_a_list_is_named_as_far_as_it_tells_them_apart() -> None:
    one = OnList(
        sender=ident(1),
        subject=ident(2),
        office="Xã Ea Na",
        delegate_id=ident(3),
        name="H'Hen Niê",
        birth=BirthDate(year=1991),
        post="Trưởng thôn",
    )
    assert listed_words(one) == "H'Hen Niê, 1991, Trưởng thôn"


def test_a_paper_that_came_late_says_by_how_many_days() -> None:
    late = Delivery(due=TODAY, came_on=date(2025, 1, 9), state=DeliveryState.LATE, paper="Kế hoạch")
    assert delivery_words(late) == "Received late, 3 days"


def test_of_many_that_are_overdue_some_are_named_and_the_others_counted() -> None:
    states = [_state(Standing.OVERDUE, f"Xã {number}") for number in range(1, 9)]
    assert missing_sentence(states) == (
        "8 of 8 offices are overdue: Xã 1, Xã 2, Xã 3, Xã 4, Xã 5, Xã 6 and 2 more."
    )
    assert missing_sentence([_state(Standing.ON_TIME)]) == "All 1 offices have handed over."


@pytest.mark.parametrize(
    ("standing", "start", "told"),
    [
        (Standing.FORK, "! One number, two contents", "choose it in the consolidated view"),
        (Standing.RETURNED, "! Returned", "waits for the office to mend it"),
        (Standing.AGAIN, "! Mended, to look at", "accept it or return it again"),
    ],
)
def test_what_people_have_to_do_is_told_beside_the_office(
    standing: Standing, start: str, told: str
) -> None:
    state = OfficeState(key="a", name="Xã Ea Na", standing=standing, bundle=held(), conferences=2)
    assert standing_words(state, TODAY) == start
    assert told in standing_tip(state)
    assert "It handed over 2 conferences." in standing_tip(state)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (0, "✔ on the stick"),
        (-1, "gives back something else"),
        (errno.ENOSPC, "no room"),
        (errno.EROFS, "may not be written to"),
        (errno.EIO, "does not answer"),
    ],
)
def test_each_fault_of_a_stick_says_what_to_do(fault: int, words: str) -> None:
    assert words in copy_words(fault)
