from __future__ import annotations

from pathlib import Path

from db.store import Store
from desktop.models.account import account_name
from desktop.printing.batch import BatchOutcome, SentPrint, WantedPrint
from desktop.printing.order import PrintOrder, Sides
from tests.desktop.conftest import OpenDraft


def test_what_a_printer_took_is_logged_and_found_again(store: Store, open_draft: OpenDraft) -> None:
    draft = open_draft()
    order = PrintOrder(printer="HP", copies=2, sides=Sides.LONG_EDGE, ranges=((1, 3),))
    plan, list_ = (
        WantedPrint(key=key, title=key, path=Path(key), pages=5, order=order, version="ab")
        for key in ("plan", "list")
    )

    draft.printing.log(BatchOutcome(sent=(SentPrint(wanted=plan, job="HP-1"),), left=(list_,)))

    (logged,) = draft.printing.last_of_each().values()
    assert (logged.paper, logged.printer, logged.copies, logged.pages, logged.sheets) == (
        "plan",
        "HP",
        2,
        "1-3",
        4,
    )
    assert (logged.version, logged.who) == ("ab", account_name())
    assert store.prints.of(draft.conference.id) == (logged,)


def test_the_printer_used_last_is_remembered(open_draft: OpenDraft) -> None:
    printing = open_draft().printing
    assert printing.last_printer == ""

    printing.remember_printer("HP")

    assert printing.last_printer == "HP"
