from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from db.prints import Print
from desktop.printing.batch import BatchOutcome, SentPrint, WantedPrint
from desktop.printing.order import PrintOrder
from desktop.printing.press import Printer, PrintFailed, PrintFault
from desktop.sentences.printing import (
    outcome_sentence,
    print_fault_sentence,
    printed_before_sentence,
    printer_words,
    sheet_words,
)
from tests.builders import NOON, ident


def _wanted(title: str) -> WantedPrint:
    return WantedPrint(
        key=title, title=title, path=Path(title), pages=1, order=PrintOrder(printer="HP")
    )


A, B, C = (_wanted(each) for each in "ABC")


def test_every_fault_says_what_is_safe_and_what_to_do() -> None:
    for fault in PrintFault:
        sentence = print_fault_sentence(PrintFailed(fault))
        assert "lost" in sentence
        assert sentence.endswith(".")
    assert print_fault_sentence(PrintFailed(PrintFault.REFUSED, "x")).endswith(
        "(The system says: x)"
    )


def test_what_came_out_and_what_did_not_is_told_apart() -> None:
    sent = (SentPrint(wanted=A), SentPrint(wanted=B))
    failed = PrintFailed(PrintFault.NO_ANSWER)

    assert outcome_sentence(BatchOutcome(sent=sent)) == "Given to HP: 2 papers, 2 sheets."
    assert outcome_sentence(BatchOutcome(sent=sent[:1])) == "Given to HP: A, 1 sheet."
    assert outcome_sentence(BatchOutcome(sent=sent, begun=C, failure=failed)).endswith(
        "Given to HP: A, B; 2 sheets. Not printed: C."
    )
    assert outcome_sentence(
        BatchOutcome(sent=sent[:1], withdrawn=(B,), left=(C,), was_cancelled=True)
    ) == (
        "Stopped. Given to HP: A, 1 sheet. Taken back from the queue, of the first some sheets may"
        " be out: B. Not printed: C."
    )
    assert outcome_sentence(BatchOutcome(begun=A, left=(B,), was_cancelled=True)) == (
        "Stopped. Begun, some sheets are out: A. Not printed: B."
    )
    assert outcome_sentence(BatchOutcome(left=(A,), was_cancelled=True)) == (
        "Stopped. Nothing was printed. Not printed: A."
    )


def test_a_print_before_says_when_where_by_whom_and_whether_it_still_holds() -> None:
    last = Print(id=ident(1), conference_id=ident(2), paper="plan", version="a", at=NOON)

    assert printed_before_sentence(last, "a").endswith(". It has not changed since.")
    full = replace(last, copies=3, pages="1-2", printer="HP", who="lan")
    assert printed_before_sentence(full, "b").endswith(
        ", only pages 1-2, 3 copies, on HP, by lan. It has changed since."
    )


def test_a_printer_is_warned_of_only_where_there_is_something() -> None:
    assert printer_words(Printer(name="HP", turns_paper=True)) == ""
    assert "does not print both sides" in printer_words(Printer(name="HP"))
    assert "out of toner" in printer_words(Printer(name="HP", stopped="out of toner"))
    assert (sheet_words(1), sheet_words(2)) == ("1 sheet", "2 sheets")
