"""What the officer asks for when badges are printed, and what is remembered of it afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from enum import Enum
from pathlib import Path

import msgspec
from msgspec import Struct

from db.prints import Print, PrintedBadge
from db.records import Delegate
from db.store import Store
from desktop.documents.badges.crowd import Blanks, next_free_number
from desktop.documents.badges.imposition import Flip, Order, Placing, places
from desktop.documents.badges.printer_fit import PrinterFit
from desktop.documents.badges.run import BadgeRun, people_of
from desktop.documents.badges.sheet import Sheet
from desktop.documents.snapshot import Snapshot
from desktop.models.account import account_name
from desktop.models.badge_draft import OpenDesign

PAPER = "badges"
_VERSION_DIGITS = 16
_PIECE_BYTES = 1_000_000


class Who(Enum):
    """Whose badges are printed."""

    EVERYBODY = "everybody"
    NOT_PRINTED = "not-printed"
    ONE = "one"
    NOBODY = "nobody"  # only blank ones


class BadgeOrder(Struct, frozen=True, kw_only=True):
    """One wish: which badges, how, on what.

    Attributes:
        person_id: whose, where it is one person's.
        blank_count: how many badges without a name follow.
        printer: whose test page was measured; empty for none.
    """

    design: OpenDesign
    sheet: Sheet
    start: int = 1
    order: Order = Order.ROWS
    flip: Flip = Flip.LONG
    who: Who = Who.EVERYBODY
    person_id: str = ""
    blank_count: int = 0
    blank_group: str = ""
    printer: str = ""


class PrintedSheets(Struct, frozen=True, kw_only=True):
    """What came out right of a run.

    Attributes:
        sheets: numbers from 0; None for all of them.
        printer: that took them; empty when a file was printed elsewhere.
        pages: as they were asked for; empty for all of them.
    """

    sheets: frozenset[int] | None = None
    printer: str = ""
    copies: int = 1
    pages: str = ""


class BadgePrinting:
    """The prints of one conference: what can be printed, and what was."""

    def __init__(self, store: Store, conference_id: str, new_id: Callable[[], str]) -> None:
        self._store = store
        self._conference_id = conference_id
        self._new_id = new_id

    def printed(self) -> frozenset[str]:
        """Tell whose badges were printed before."""
        return self._store.prints.printed_delegates(self._conference_id)

    def printers(self) -> tuple[str, ...]:
        """List the printers whose test pages were measured."""
        return self._store.printers.names()

    def fit(self, printer: str, sheet: Sheet) -> PrinterFit:
        """Tell how a printer is off on a paper; exact where it was not measured."""
        content = self._store.printers.fit(printer, paper_name(sheet)) if printer else ""
        return msgspec.json.decode(content, type=PrinterFit) if content else PrinterFit()

    def keep_fit(self, printer: str, sheet: Sheet, fit: PrinterFit) -> None:
        """Remember how a printer is off on a paper."""
        content = msgspec.json.encode(fit).decode()
        self._store.printers.keep(printer, paper_name(sheet), content)

    def blanks(self, order: BadgeOrder, delegates: tuple[Delegate, ...]) -> Blanks | None:
        """Number the blank badges behind every number that is taken or stands on another blank."""
        if not order.blank_count:
            return None
        reserved = self._store.prints.reserved_numbers(self._conference_id)
        return Blanks(
            count=order.blank_count,
            first=next_free_number(delegates, reserved),
            group_id=order.blank_group,
        )

    def run(self, order: BadgeOrder, snapshot: Snapshot) -> BadgeRun:
        """Work out what is to be drawn."""
        delegates = snapshot.file.delegates
        everybody = frozenset(each.id for each in delegates)
        ids = {
            Who.EVERYBODY: None,
            Who.NOT_PRINTED: everybody - self.printed(),
            Who.ONE: frozenset({order.person_id}),
            Who.NOBODY: frozenset(),
        }[order.who]
        return BadgeRun(
            layout=order.design.layout,
            files=dict(order.design.files),
            sheet=order.sheet,
            placing=Placing(start=order.start, order=order.order, flip=order.flip),
            fit=self.fit(order.printer, order.sheet),
            delegate_ids=ids,
            blanks=self.blanks(order, delegates),
        )

    def log(
        self,
        order: BadgeOrder,
        run: BadgeRun,
        snapshot: Snapshot,
        path: Path,
        came_out: PrintedSheets,
    ) -> None:
        """Remember a print: who printed what and whom, in which version."""
        known = {each.id for each in snapshot.file.delegates}
        people = people_of(snapshot, run)
        cells = places(len(people), run.sheet, run.placing)
        right = came_out.sheets
        badges = tuple(
            PrintedBadge(each.id, each.badge_number, each.id not in known)
            for each, cell in zip(people, cells, strict=True)
            if right is None or cell.page in right
        )
        sheets = len({cell.page for cell in cells} if right is None else right)
        self._store.prints.add(
            Print(
                id=self._new_id(),
                conference_id=self._conference_id,
                paper=PAPER,
                version=version_of(path),
                design=order.design.layout.title,
                who=account_name(),
                printer=came_out.printer or order.printer,
                sheets=sheets * came_out.copies,
                copies=came_out.copies,
                pages=came_out.pages,
                badges=badges,
            )
        )

    def last(self) -> Print | None:
        """Give the newest print of badges, without whose they were."""
        return self._store.prints.last_of_each(self._conference_id).get(PAPER)


def paper_name(sheet: Sheet) -> str:
    """Name a size of paper as it lies in the printer: 210x297."""
    return f"{sheet.page_width_mm:g}x{sheet.page_height_mm:g}"


def version_of(path: Path) -> str:
    """Tell what a file holds from what any other file holds, in a few digits."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.hexdigest()[:_VERSION_DIGITS]
