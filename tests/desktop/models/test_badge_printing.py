"""What is asked for, and what is remembered of a print."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.store import Store
from desktop.documents.badges.load import shipped_layout, shipped_sheet
from desktop.documents.badges.printer_fit import PrinterFit
from desktop.documents.badges.run import people_of, print_badges
from desktop.documents.snapshot import Snapshot
from desktop.models.account import account_name
from desktop.models.badge_draft import OpenDesign
from desktop.models.badge_printing import (
    BadgeOrder,
    BadgePrinting,
    PrintedSheets,
    Who,
    paper_name,
)
from tests.builders import NOON
from tests.desktop.documents.badges.people import GROUPS, a_crowd

SHEET = shipped_sheet()
ORDER = BadgeOrder(design=OpenDesign(layout=shipped_layout()), sheet=SHEET)


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    added = store.conferences.add_file(a_crowd(6))
    return Snapshot(file=store.conferences.file(added.id), made_at=NOON)


@pytest.fixture
def printing(store: Store, snapshot: Snapshot, new_id: Callable[[], str]) -> BadgePrinting:
    return BadgePrinting(store, snapshot.file.conference.id, new_id)


def do_print(printing: BadgePrinting, snapshot: Snapshot, order: BadgeOrder, folder: Path) -> None:
    run = printing.run(order, snapshot)
    path = folder / "badges.pdf"
    print_badges(lambda _done, _total: None, snapshot, run, path)
    printing.log(order, run, snapshot, path, PrintedSheets())


def test_a_print_is_remembered_with_who_whom_and_which_version(
    printing: BadgePrinting, snapshot: Snapshot, store: Store, tmp_path: Path
) -> None:
    person = snapshot.file.delegates[2]
    order = replace(ORDER, who=Who.ONE, person_id=person.id, printer="HP")

    do_print(printing, snapshot, order, tmp_path)
    do_print(printing, snapshot, order, tmp_path)

    newest, oldest = store.prints.of(snapshot.file.conference.id)
    assert [each.delegate_id for each in newest.badges] == [person.id]
    assert (newest.design, newest.printer) == (shipped_layout().title, "HP")
    assert newest.who == account_name()
    assert newest.version == oldest.version
    assert len(newest.version) == 16
    assert printing.printed() == {person.id}


def test_only_those_not_printed_yet_are_left(
    printing: BadgePrinting, snapshot: Snapshot, tmp_path: Path
) -> None:
    person = snapshot.file.delegates[0]
    do_print(printing, snapshot, replace(ORDER, who=Who.ONE, person_id=person.id), tmp_path)

    run = printing.run(replace(ORDER, who=Who.NOT_PRINTED), snapshot)

    left = {each.id for each in people_of(snapshot, run)}
    assert left == {each.id for each in snapshot.file.delegates} - {person.id}


def test_blanks_of_a_second_print_have_numbers_of_their_own(
    printing: BadgePrinting, snapshot: Snapshot, tmp_path: Path
) -> None:
    order = replace(ORDER, who=Who.NOBODY, blank_count=3, blank_group=GROUPS[0].id)
    highest = max(each.badge_number or 0 for each in snapshot.file.delegates)

    do_print(printing, snapshot, order, tmp_path)
    run = printing.run(order, snapshot)

    assert [each.badge_number for each in people_of(snapshot, run)] == [
        highest + 4,
        highest + 5,
        highest + 6,
    ]


def test_a_printer_that_was_measured_is_made_up_for_on_its_paper(
    printing: BadgePrinting, snapshot: Snapshot
) -> None:
    fit = PrinterFit(shift_across_mm=1.5)
    printing.keep_fit("HP", SHEET, fit)

    assert printing.printers() == ("HP",)
    assert printing.run(replace(ORDER, printer="HP"), snapshot).fit == fit
    assert printing.run(ORDER, snapshot).fit.is_exact
    across = shipped_sheet("a4-two-a6")
    assert printing.fit("HP", across).is_exact
    assert (paper_name(SHEET), paper_name(across)) == ("210x297", "297x210")


def test_an_account_without_a_name_is_nobody_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", unknown)

    assert account_name() == ""


def test_only_sheets_that_came_out_right_count(
    printing: BadgePrinting, snapshot: Snapshot, store: Store, tmp_path: Path
) -> None:
    run = printing.run(ORDER, snapshot)
    path = tmp_path / "badges.pdf"
    print_badges(lambda _done, _total: None, snapshot, run, path)

    came_out = PrintedSheets(sheets=frozenset({1}), printer="HP", copies=2, pages="2")
    printing.log(ORDER, run, snapshot, path, came_out)

    (logged,) = store.prints.of(snapshot.file.conference.id)
    assert len(logged.badges) == 2  # of six, four are on the first sheet
    assert (logged.sheets, logged.copies, logged.pages, logged.printer) == (2, 2, "2", "HP")
    last = printing.last()
    assert last is not None
    assert last.id == logged.id
