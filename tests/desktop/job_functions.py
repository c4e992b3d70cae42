"""What the tests of desktop.jobs let run in a process of its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from desktop.atomic_file import write_atomically
from desktop.errors import InputRefused
from desktop.jobs import Report


class Answer(Struct, frozen=True):
    words: tuple[str, ...]
    day: date


class UnpackableAnswer(Struct, frozen=True):
    folder: Path


class StubbornError(Exception):
    """Cannot be unpickled: it wants two arguments and keeps one."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first)
        self.second = second


def count(report: Report, total: int) -> int:
    for done in range(total + 1):
        report(done, total)
    return total


def answer(report: Report, *words: str) -> Answer:
    return Answer(words, date(2025, 3, 20))


def answer_that_msgpack_cannot_carry(report: Report) -> UnpackableAnswer:
    return UnpackableAnswer(Path("/srv"))


def answer_that_nothing_can_carry(report: Report) -> object:
    return lambda: None


def refuse(report: Report, path: Path) -> None:
    raise InputRefused("list_empty", path, limit=3)


def blunder(report: Report) -> None:
    raise KeyError("position")


def fail_stubbornly(report: Report) -> None:
    raise StubbornError("one", "two")


def die(report: Report, signal_number: int) -> None:
    os.kill(os.getpid(), signal_number)


def exit_at_once(report: Report) -> None:
    os._exit(7)


def swallow_memory(report: Report) -> int:
    hoard = [bytes(64 * 1024 * 1024) for _ in range(64)]
    return len(hoard)


def write_for_ever(report: Report, path: Path) -> None:
    """Be in the middle of writing a file when the job is stopped."""

    def never_flushed(_handle: int) -> None:
        report(1, 2)
        wait_for_ever()

    with patch("os.fsync", never_flushed):
        write_atomically(path, b"half a paper")


def wait_for_ever() -> None:
    while True:
        signal.pause()


def report_for_ever(report: Report) -> None:
    while True:
        report(1, 2)


def ignore_everything(report: Report) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    report(1, 2)
    wait_for_ever()


def no_desk() -> Callable[[Report, object], object]:
    """Die before there is a desk."""
    os._exit(3)


def a_desk(*known: str) -> Callable[[Report, object], object]:
    """Make a desk that keeps what it was told, and does by name what is asked of it."""
    told = list(known)

    def answer(report: Report, question: object) -> object:
        doers: dict[object, Callable[[Report], object]] = {
            "all": lambda _: tuple(told),
            "count": lambda report: count(report, 5000),
            "report": report_for_ever,
            "refuse": lambda report: refuse(report, Path("ds.xlsx")),
            "blunder": blunder,
            "exit": exit_at_once,
            "swallow": swallow_memory,
            "wait": ignore_everything,
        }
        if question in doers:
            return doers[question](report)
        told.append(str(question))
        return None

    return answer
