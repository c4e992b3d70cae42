"""Printers for the tests of the dialogs that print, and hands for them."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from desktop.printing.order import PrintOrder
from desktop.printing.press import Printer, PrintFailed, PrintFault, Report, Tray

HP = Printer(name="HP", is_default=True, turns_paper=True, trays=(Tray("InputSlot=1", "Tray 1"),))
OLD = Printer(name="Cũ")
PATIENCE_MS = 60_000


class APress:
    """Takes what it is sent, until it is told to fail or to wait."""

    def __init__(self, *printers: Printer, missing: PrintFault | None = None) -> None:
        self.listed = printers
        self.missing = missing
        self.fails_at = ""
        self.fault = PrintFault.REFUSED
        self.orders: list[tuple[str, PrintOrder]] = []
        self.may_go_on = Event()
        self.may_go_on.set()

    def printers(self) -> tuple[Printer, ...]:
        if self.missing is not None:
            raise PrintFailed(self.missing)
        return self.listed

    def send(self, path: Path, title: str, order: PrintOrder, report: Report) -> str:
        assert path.read_bytes().startswith(b"%PDF")
        self.may_go_on.wait(PATIENCE_MS / 1000)
        report(0, 1)
        if title == self.fails_at:
            raise PrintFailed(self.fault, "lp: no")
        self.orders.append((title, order))
        return f"HP-{len(self.orders)}"

    def withdraw(self, _printer: str, jobs: tuple[str, ...]) -> tuple[str, ...]:
        return jobs
