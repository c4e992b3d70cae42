from __future__ import annotations

from pathlib import Path

from desktop.errors import Cancelled
from desktop.printing.batch import WantedPrint, print_batch
from desktop.printing.order import PrintOrder
from desktop.printing.press import PrintFailed, PrintFault, Report


class APress:
    """Takes papers until one has the title that it fails at; its queue holds what it took last."""

    def __init__(self, fails_at: str = "", *, has_queue: bool = True) -> None:
        self.fails_at = fails_at
        self.has_queue = has_queue
        self.taken: list[str] = []

    def printers(self) -> tuple[()]:
        return ()

    def send(self, _path: Path, title: str, _order: PrintOrder, report: Report) -> str:
        if title == self.fails_at:
            raise PrintFailed(PrintFault.REFUSED)
        report(1, 2)
        report(2, 2)
        self.taken.append(title)
        return f"job-{title}" if self.has_queue else ""

    def withdraw(self, _printer: str, jobs: tuple[str, ...]) -> tuple[str, ...]:
        return jobs[-1:]


def _wanted(*titles: str) -> tuple[WantedPrint, ...]:
    return tuple(
        WantedPrint(
            key=each, title=each, path=Path(each), pages=2, order=PrintOrder(printer="HP", copies=2)
        )
        for each in titles
    )


class _Listener:
    """Notes what it is told, and stops at a page."""

    def __init__(self, stops_at: int = 1000) -> None:
        self.told: list[tuple[int, int]] = []
        self.stops_at = stops_at

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if done >= self.stops_at:
            raise Cancelled


def test_papers_are_sent_in_order_and_counted() -> None:
    listener, press = _Listener(), APress()

    outcome = print_batch(listener, press, _wanted("a", "b"))

    assert press.taken == ["a", "b"]
    assert outcome.is_whole
    assert [one.sheets for one in outcome.sent] == [4, 4]
    assert listener.told == [(0, 4), (1, 4), (2, 4), (2, 4), (3, 4), (4, 4), (4, 4)]


def test_the_first_paper_that_fails_ends_it_and_the_rest_is_named() -> None:
    outcome = print_batch(_Listener(), APress("b"), _wanted("a", "b", "c"))

    assert not outcome.is_whole
    assert [one.wanted.key for one in outcome.sent] == ["a"]
    assert outcome.begun is not None
    assert outcome.begun.key == "b"
    assert [one.key for one in outcome.left] == ["c"]


def test_a_cancel_takes_back_what_the_queue_still_holds() -> None:
    listener = _Listener()

    def report(done: int, total: int) -> None:
        listener(done, total)
        if len(listener.told) == 4:  # before the second paper
            raise Cancelled

    outcome = print_batch(report, APress(), _wanted("a", "b", "c"))

    assert outcome.was_cancelled
    assert [one.wanted.key for one in outcome.sent] == []
    assert [one.key for one in outcome.withdrawn] == ["a"]
    assert [one.key for one in outcome.left] == ["b", "c"]


def test_without_a_queue_the_paper_under_way_is_partly_out() -> None:
    outcome = print_batch(_Listener(stops_at=1), APress(has_queue=False), _wanted("a", "b"))

    assert outcome.begun is not None
    assert outcome.begun.key == "a"
    assert [one.key for one in outcome.left] == ["b"]


def test_a_cancel_at_the_very_end_is_one_too() -> None:
    press = APress()
    listener = _Listener()

    def report(done: int, total: int) -> None:
        listener(done, total)
        if len(listener.told) == 4:
            raise Cancelled

    outcome = print_batch(report, press, _wanted("a"))

    assert press.taken == ["a"]
    assert outcome.was_cancelled
    assert [one.key for one in outcome.withdrawn] == ["a"]
