"""The badges of one run on their way to a printer, and noted once their sheets are right."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from desktop.documents.badges.imposition import Flip
from desktop.documents.badges.run import BadgeRun, PrintedBadges
from desktop.documents.snapshot import Snapshot
from desktop.language import tr
from desktop.models.badge_printing import PAPER, BadgeOrder, BadgePrinting, PrintedSheets
from desktop.printing.batch import BatchOutcome, SentPrint
from desktop.printing.order import PageSet, PrintOrder, Sides, pages_of, written_pages
from desktop.printing.press import Press
from desktop.sentences.store import store_sentence
from desktop.widgets.window_size import open_dialog
from desktop.windows.sheets_dialog import SheetsDialog
from desktop.wizard.print_dialog import Printable, PrintDialog


class DrawnRun(Struct, frozen=True, kw_only=True):
    """A run that lies drawn in a file."""

    order: BadgeOrder
    run: BadgeRun
    printed: PrintedBadges
    path: Path

    @property
    def sides(self) -> Sides:
        """How the design wants its sheets printed."""
        if self.printed.pages == self.printed.sheets:
            return Sides.ONE
        return Sides.LONG_EDGE if self.order.flip is Flip.LONG else Sides.SHORT_EDGE


class BadgePrints(QObject):
    """Opens what prints a run, asks afterwards which sheets are right, and notes those."""

    noted = Signal(int)  # sheets that came out right
    failed = Signal(str)  # why they could not be noted

    def __init__(self, printing: BadgePrinting, snapshot: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._printing = printing
        self._snapshot = snapshot
        self.press: Press | None = None

    def print(self, drawn: DrawnRun, problems: tuple[str, ...], before: str) -> PrintDialog:
        """Open the dialog that prints a run."""
        title = tr("Badges")
        dialog = PrintDialog(title, drawn.order.printer, self._window, press=self.press)
        dialog.advice = lambda name: self._advice(drawn.order.printer, name)
        sheet = drawn.run.sheet
        dialog.show_paper(
            Printable(
                key=PAPER,
                title=title,
                stem="the-dai-bieu",
                path=drawn.path,
                pages=drawn.printed.pages,
                page_mm=(sheet.page_width_mm, sheet.page_height_mm),
                sides=drawn.sides,
                problems=problems,
                before=before,
            )
        )
        dialog.printed.connect(lambda outcome: self._ask(drawn, outcome, dialog))
        open_dialog(dialog)
        return dialog

    def ask_about_file(self, drawn: DrawnRun) -> SheetsDialog:
        """Ask which sheets are right that were printed from a file, and note those."""
        everything = range(drawn.printed.sheets)
        return self._ask_sheets(drawn, PrintOrder(printer=""), tuple(everything), self._window)

    def _advice(self, corrected_for: str, name: str) -> str:
        if corrected_for and name != corrected_for:
            return tr(
                "The sheets are drawn to make up for “{measured}”. On “{name}” they may be off.",
                measured=corrected_for,
                name=name,
            )
        if not corrected_for and name in self._printing.printers():
            return tr(
                "“{name}” was measured. Close this and choose it under Printer, so that the sheets"
                " are drawn for it.",
                name=name,
            )
        return ""

    def _ask(self, drawn: DrawnRun, outcome: BatchOutcome, dialog: QWidget) -> None:
        sent = outcome.sent[0] if outcome.sent else _begun(outcome)
        if sent is None:
            return
        order = sent.wanted.order
        if order.page_set is PageSet.ODD and drawn.sides is not Sides.ONE:
            return  # the backs are still to come
        per_sheet = drawn.printed.pages // drawn.printed.sheets
        pages = pages_of(order, drawn.printed.pages)
        sheets = tuple(sorted({(page - 1) // per_sheet for page in pages}))
        self._ask_sheets(drawn, order, sheets, dialog)

    def _ask_sheets(
        self, drawn: DrawnRun, order: PrintOrder, sheets: tuple[int, ...], parent: QWidget
    ) -> SheetsDialog:
        asking = SheetsDialog(len(sheets), parent)
        asking.accepted.connect(lambda: self._note(drawn, order, sheets, asking))
        open_dialog(asking)
        return asking

    def _note(
        self, drawn: DrawnRun, order: PrintOrder, sheets: tuple[int, ...], asking: SheetsDialog
    ) -> None:
        right = sheets[: asking.right_sheets or 0]
        if right:
            try:
                self._printing.log(
                    drawn.order,
                    drawn.run,
                    self._snapshot,
                    drawn.path,
                    PrintedSheets(
                        sheets=frozenset(right),
                        printer=order.printer,
                        copies=order.copies,
                        pages=written_pages(order),
                    ),
                )
            except StoreError as error:
                self.failed.emit(store_sentence(error))
                return
        self.noted.emit(len(right))


def _begun(outcome: BatchOutcome) -> SentPrint | None:
    return SentPrint(wanted=outcome.begun) if outcome.begun and outcome.was_cancelled else None
