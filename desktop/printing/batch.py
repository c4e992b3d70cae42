"""Several papers handed to a printer one after another, and what came of each."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desktop.errors import Cancelled
from desktop.printing.order import PrintOrder, sheets_of
from desktop.printing.press import Press, PrintFailed, Report


class WantedPrint(Struct, frozen=True, kw_only=True):
    """One paper to print.

    Attributes:
        title: what the printer's own queue calls it.
        version: tells its content from any other; kept for the log.
    """

    key: str
    title: str
    path: Path
    pages: int
    order: PrintOrder
    version: str = ""

    @property
    def sheets(self) -> int:
        """Count the sheets of all its copies."""
        return sheets_of(self.order, self.pages)


class SentPrint(Struct, frozen=True, kw_only=True):
    """A paper that the printer took whole."""

    wanted: WantedPrint
    job: str = ""

    @property
    def sheets(self) -> int:
        """Count the sheets of all its copies."""
        return self.wanted.sheets


class BatchOutcome(Struct, frozen=True, kw_only=True):
    """What came of a batch.

    Attributes:
        sent: papers that the printer took and that were not withdrawn.
        withdrawn: papers taken out of the queue; of the first of them some sheets may be out.
        begun: the paper at which it ended; some of its sheets may be out.
        left: papers that were not sent at all.
        failure: why it ended early; None also when it was cancelled.
    """

    sent: tuple[SentPrint, ...] = ()
    withdrawn: tuple[WantedPrint, ...] = ()
    begun: WantedPrint | None = None
    left: tuple[WantedPrint, ...] = ()
    failure: PrintFailed | None = None
    was_cancelled: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything was sent."""
        return self.failure is None and not self.was_cancelled


def print_batch(report: Report, press: Press, wanted: tuple[WantedPrint, ...]) -> BatchOutcome:
    """Print papers in order; the first that fails ends it.

    What it reports are the pages done and the pages of all; the report may raise Cancelled.
    """
    total = sum(one.pages for one in wanted)
    sent: list[SentPrint] = []
    done = 0
    for place, one in enumerate(wanted):
        share = _Share(report, done, one.pages, total)
        try:
            report(done, total)
            job = press.send(one.path, one.title, one.order, share)
        except Cancelled:
            return _cancelled(press, sent, wanted[place:], has_begun=share.has_begun)
        except PrintFailed as failed:
            return BatchOutcome(
                sent=tuple(sent), begun=one, left=wanted[place + 1 :], failure=failed
            )
        sent.append(SentPrint(wanted=one, job=job))
        done += one.pages
    try:
        report(total, total)
    except Cancelled:
        return _cancelled(press, sent, (), has_begun=False)
    return BatchOutcome(sent=tuple(sent))


class _Share:
    """Tells how far a paper has come as its share of all."""

    def __init__(self, report: Report, done: int, pages: int, total: int) -> None:
        self._report, self._done, self._pages, self._total = report, done, pages, total
        self.has_begun = False

    def __call__(self, done: int, total: int) -> None:
        self.has_begun = self.has_begun or done > 0
        self._report(self._done + self._pages * done // max(1, total), self._total)


def _cancelled(
    press: Press, sent: list[SentPrint], unsent: tuple[WantedPrint, ...], *, has_begun: bool
) -> BatchOutcome:
    jobs = tuple(one.job for one in sent if one.job)
    printer = sent[0].wanted.order.printer if sent else ""
    taken = frozenset(press.withdraw(printer, jobs)) if jobs else frozenset()
    kept = tuple(one for one in sent if one.job not in taken)
    return BatchOutcome(
        sent=kept,
        withdrawn=tuple(one.wanted for one in sent if one.job in taken),
        begun=unsent[0] if has_begun else None,
        left=unsent[1:] if has_begun else unsent,
        was_cancelled=True,
    )
