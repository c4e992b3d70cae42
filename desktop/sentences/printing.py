"""What the officer is told about printing: what came out, what did not, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from db.prints import Print
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.printing.batch import BatchOutcome, WantedPrint
from desktop.printing.press import Printer, PrintFailed, PrintFault

_FAULTS: Mapping[PrintFault, Callable[[], str]] = {
    PrintFault.NO_PRINT_SYSTEM: lambda: tr(
        "This computer has no print system. Nothing was printed, and nothing is lost. Save as PDF"
        " and print it from another computer."
    ),
    PrintFault.NO_SUCH_PRINTER: lambda: tr(
        "The system no longer knows this printer. Nothing is lost. Choose another printer, or save"
        " as PDF."
    ),
    PrintFault.DISK_FULL: lambda: tr(
        "The disk is too full to prepare the print. Nothing is lost. Make room and print again, or"
        " save as PDF on a stick."
    ),
    PrintFault.NO_ANSWER: lambda: tr(
        "The print system does not answer. Nothing is lost. See that the printer is on and"
        " connected and print again, or save as PDF."
    ),
    PrintFault.REFUSED: lambda: tr(
        "The printer did not take the paper. Nothing is lost. See that it is on and ready and print"
        " again, or save as PDF."
    ),
    PrintFault.FILE_LOST: lambda: tr(
        "The drawn paper is gone from the temporary folder. Nothing you entered is lost. Close this"
        " window and print again."
    ),
}


def print_fault_sentence(failed: PrintFailed) -> str:
    """Say why nothing could be printed, what is safe, and what to do."""
    sentence = _FAULTS[failed.fault]()
    if not failed.detail:
        return sentence
    return tr("{sentence} (The system says: {detail})", sentence=sentence, detail=failed.detail)


def own_fault_sentence(error: Exception) -> str:
    """Say that this program itself is why a print ended."""
    return tr(
        "The print ended because of a fault in this program ({cause}). Nothing is lost."
        " Save as PDF and print the file.",
        cause=type(error).__name__,
    )


def outcome_sentence(outcome: BatchOutcome) -> str:
    """Say what a printer took, what may have come out in part, and what was not printed."""
    parts = []
    if outcome.failure is not None:
        parts.append(print_fault_sentence(outcome.failure))
    elif outcome.was_cancelled:
        parts.append(tr("Stopped."))
    if outcome.sent:
        parts.append(_sent(outcome))
    elif not outcome.begun:
        parts.append(tr("Nothing was printed."))
    if outcome.withdrawn:
        parts.append(
            tr(
                "Taken back from the queue, of the first some sheets may be out: {papers}.",
                papers=_titles(outcome.withdrawn),
            )
        )
    if outcome.begun is not None and outcome.was_cancelled:
        parts.append(tr("Begun, some sheets are out: {papers}.", papers=outcome.begun.title))
    unsent = outcome.left
    if outcome.begun is not None and not outcome.was_cancelled:
        unsent = (outcome.begun, *unsent)
    if unsent:
        parts.append(tr("Not printed: {papers}.", papers=_titles(unsent)))
    return " ".join(parts)


def printed_before_sentence(last: Print, version: str) -> str:
    """Say when a paper was printed, by whom and where, and whether it is still the same."""
    what = tr("Printed {at}", at=shown_instant(last.at) if last.at else "")
    if last.pages:
        what = tr("{printed}, only pages {pages}", printed=what, pages=last.pages)
    if last.copies > 1:
        what = tr("{printed}, {count} copies", printed=what, count=last.copies)
    if last.printer:
        what = tr("{printed}, on {printer}", printed=what, printer=last.printer)
    if last.who:
        what = tr("{printed}, by {who}", printed=what, who=last.who)
    if last.version == version:
        return tr("{printed}. It has not changed since.", printed=what)
    return tr("{printed}. It has changed since.", printed=what)


def printer_words(printer: Printer) -> str:
    """Say what is to be known of a printer before it is used; empty when nothing is."""
    if printer.stopped:
        return tr(
            "This printer is stopped ({reason}). What you print now waits until it goes on.",
            reason=printer.stopped,
        )
    if not printer.turns_paper:
        return tr("As far as the system knows, this printer does not print both sides by itself.")
    return ""


def sheet_words(count: int) -> str:
    """Count sheets of paper."""
    return tr("1 sheet") if count == 1 else tr("{count} sheets", count=count)


def _sent(outcome: BatchOutcome) -> str:
    sheets = sheet_words(sum(one.sheets for one in outcome.sent))
    printer = outcome.sent[0].wanted.order.printer
    if len(outcome.sent) == 1:
        return tr(
            "Given to {printer}: {paper}, {sheets}.",
            printer=printer,
            paper=outcome.sent[0].wanted.title,
            sheets=sheets,
        )
    if outcome.is_whole:
        return tr(
            "Given to {printer}: {count} papers, {sheets}.",
            printer=printer,
            count=len(outcome.sent),
            sheets=sheets,
        )
    return tr(
        "Given to {printer}: {papers}; {sheets}.",
        printer=printer,
        papers=_titles(tuple(one.wanted for one in outcome.sent)),
        sheets=sheets,
    )


def _titles(papers: Sequence[WantedPrint]) -> str:
    return ", ".join(one.title for one in papers)
