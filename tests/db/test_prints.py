from __future__ import annotations

from sqlite3 import IntegrityError

import pytest

from db.changes import Action
from db.prints import Print, PrintedBadge
from db.store import Store
from tests.builders import ident
from tests.db.conftest import Opener

HERE = ident(10)


def _print(number: int = 1, *badges: PrintedBadge, paper: str = "badges") -> Print:
    return Print(
        id=ident(number),
        conference_id=HERE,
        paper=paper,
        version="ab12",
        design="A6",
        who="lan",
        printer="HP",
        sheets=3,
        copies=2,
        pages="1-3, 5",
        badges=badges,
    )


def test_a_print_is_read_back_as_it_was_logged(planned: Store, open_store: Opener) -> None:
    badges = (PrintedBadge(ident(1001), 1), PrintedBadge(ident(7), 900, is_blank=True))
    planned.prints.add(_print(1, *badges))
    planned.close()

    (read,) = open_store().prints.of(HERE)

    assert read.badges == badges
    assert (read.version, read.design, read.who, read.printer) == ("ab12", "A6", "lan", "HP")
    assert (read.paper, read.sheets, read.copies) == ("badges", 3, 2)
    assert read.pages == "1-3, 5"
    assert read.at is not None
    assert read.at.tzinfo is not None


def test_the_newest_print_comes_first(planned: Store) -> None:
    planned.prints.add(_print(1))
    planned.prints.add(_print(2, paper="plan"))

    assert [one.paper for one in planned.prints.of(HERE)] == ["plan", "badges"]
    assert planned.prints.of(ident(11)) == ()


def test_who_was_printed_and_which_numbers_are_reserved_is_known(planned: Store) -> None:
    planned.prints.add(_print(1, PrintedBadge(ident(1001), 1)))
    planned.prints.add(
        _print(
            2,
            PrintedBadge(ident(1001), 1),
            PrintedBadge(ident(1002)),
            PrintedBadge(ident(7), 900, is_blank=True),
        )
    )

    assert planned.prints.printed_delegates(HERE) == {ident(1001), ident(1002)}
    assert planned.prints.reserved_numbers(HERE) == {900}
    assert planned.prints.reserved_numbers(ident(11)) == frozenset()


def test_printing_is_logged_with_its_count_and_is_no_step_of_undo(planned: Store) -> None:
    planned.prints.add(_print(1, PrintedBadge(ident(1001), 1)))

    newest = planned.log.entries()[0]
    assert (newest.action, newest.count) == (Action.PRINTED, 1)


def test_a_print_of_no_conference_is_refused_whole(planned: Store) -> None:
    with pytest.raises(IntegrityError):
        planned.prints.add(Print(id=ident(1), conference_id=ident(99), paper="badges"))
    assert planned.prints.of(ident(99)) == ()


def test_the_newest_print_of_each_paper_is_found(planned: Store) -> None:
    planned.prints.add(_print(1, PrintedBadge(ident(1001), 1)))
    planned.prints.add(_print(2, paper="plan"))
    planned.prints.add(_print(3, paper="plan"))

    last = planned.prints.last_of_each(HERE)

    newest = {one.paper: one.id for one in reversed(planned.prints.of(HERE))}
    assert {paper: one.id for paper, one in last.items()} == newest
    assert last["badges"].badges == ()
