"""What every way to a printer has in common: printers are listed, papers handed over."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from desktop.errors import HoinghiError
from desktop.printing.order import PrintOrder

Report = Callable[[int, int], None]


class Tray(Struct, frozen=True):
    """A place that a printer takes paper from: its code, and its name for people."""

    code: str
    name: str


class Printer(Struct, frozen=True, kw_only=True):
    """A printer of this computer.

    Attributes:
        stopped: why it prints nothing at present, in the system's words; empty when it does.
    """

    name: str
    is_default: bool = False
    trays: tuple[Tray, ...] = ()
    turns_paper: bool = False
    stopped: str = ""


class PrintFault(StrEnum):
    """Why nothing can be printed; sentences are in desktop.sentences.printing."""

    NO_PRINT_SYSTEM = "no-print-system"
    NO_SUCH_PRINTER = "no-such-printer"
    DISK_FULL = "disk-full"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"
    FILE_LOST = "file-lost"


class PrintFailed(HoinghiError):  # noqa: N818 - an outcome, named as one
    """The printer took nothing of this paper, or not all of it.

    Attributes:
        detail: what the system said, in its own words; may be empty.
    """

    def __init__(self, fault: PrintFault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


class Press(Protocol):
    """A way to the printers of this computer; each call may take long, so it has a thread."""

    def printers(self) -> tuple[Printer, ...]:
        """List the printers, the usual one first.

        Raises:
            PrintFailed: this computer cannot print.
        """

    def send(self, path: Path, title: str, order: PrintOrder, report: Report) -> str:
        """Hand a PDF over; give the name of the print job, empty where there is none.

        Raises:
            PrintFailed: the printer did not take it.
            Cancelled: raised by `report`, which is told the pages drawn.
        """

    def withdraw(self, printer: str, jobs: tuple[str, ...]) -> tuple[str, ...]:
        """Take jobs that are not done yet out of the queue; name those that were taken out.

        One of them may have been printing: then some of its sheets are out.
        """
