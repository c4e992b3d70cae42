"""What was printed: who printed what when, in which version, and whose badges were among it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from msgspec import Struct

from db.changes import Action, Changes
from db.connection import Connection

_PRINT_COLUMNS = "id, conference_id, paper, version, design, who, printer, sheets, copies"


class PrintedBadge(Struct, frozen=True):
    """One badge of a print; a blank one is nobody's, and its number is taken all the same."""

    delegate_id: str
    badge_number: int | None = None
    is_blank: bool = False


class Print(Struct, frozen=True, kw_only=True):
    """One print of one paper.

    Attributes:
        paper: its key, such as badges.
        version: tells what was printed from what would be printed now.
        design: the name of the badge design, where there is one.
        who: the account that printed.
        printer: its name; empty when a file was saved to be printed elsewhere.
        at: aware; set by the store.
    """

    id: str
    conference_id: str
    paper: str
    version: str = ""
    design: str = ""
    who: str = ""
    printer: str = ""
    sheets: int = 0
    copies: int = 1
    badges: tuple[PrintedBadge, ...] = ()
    at: datetime | None = None


class Prints:
    """The log of prints; nothing in it is ever changed."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def add(self, one: Print) -> None:
        """Log a print."""
        values = (
            one.id,
            one.conference_id,
            one.paper,
            one.version,
            one.design,
            one.who,
            one.printer,
            one.sheets,
            one.copies,
        )
        with self._connection.atomic():
            self._connection.execute(
                f"INSERT INTO prints (at, {_PRINT_COLUMNS}) "  # noqa: S608
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._changes.now(), *values),
            )
            self._connection.execute_many(
                "INSERT INTO printed_badge (print_id, delegate_id, badge_number, is_blank) "
                "VALUES (?, ?, ?, ?)",
                [
                    (one.id, each.delegate_id, each.badge_number, int(each.is_blank))
                    for each in one.badges
                ],
            )
            self._changes.add(Action.PRINTED, one.conference_id, count=len(one.badges))

    def of(self, conference_id: str) -> tuple[Print, ...]:
        """Read what was printed for a conference, the newest first."""
        badges: defaultdict[str, list[PrintedBadge]] = defaultdict(list)
        for print_id, delegate_id, number, is_blank in self._connection.rows(
            "SELECT print_id, delegate_id, badge_number, is_blank FROM printed_badge "
            "JOIN prints ON prints.id = print_id WHERE conference_id = ? "
            "ORDER BY print_id, badge_number IS NULL, badge_number, delegate_id",
            (conference_id,),
        ):
            badges[print_id].append(PrintedBadge(delegate_id, number, bool(is_blank)))
        return tuple(
            Print(
                id=print_id,
                conference_id=conference_id,
                paper=paper,
                version=version,
                design=design,
                who=who,
                printer=printer,
                sheets=sheets,
                copies=copies,
                badges=tuple(badges[print_id]),
                at=datetime.fromisoformat(at),
            )
            for at, print_id, _, paper, version, design, who, printer, sheets, copies in (
                self._connection.rows(
                    f"SELECT at, {_PRINT_COLUMNS} FROM prints "  # noqa: S608
                    "WHERE conference_id = ? ORDER BY at DESC, id",
                    (conference_id,),
                )
            )
        )

    def printed_delegates(self, conference_id: str) -> frozenset[str]:
        """Tell whose badges were printed at least once, under the number they have now or another.

        Blank badges are nobody's.
        """
        return frozenset(
            row[0]
            for row in self._connection.rows(
                "SELECT DISTINCT delegate_id FROM printed_badge "
                "JOIN prints ON prints.id = print_id WHERE conference_id = ? AND is_blank = 0",
                (conference_id,),
            )
        )

    def reserved_numbers(self, conference_id: str) -> frozenset[int]:
        """Tell which numbers stand on blank badges that were printed."""
        return frozenset(
            row[0]
            for row in self._connection.rows(
                "SELECT DISTINCT badge_number FROM printed_badge "
                "JOIN prints ON prints.id = print_id WHERE conference_id = ? AND is_blank = 1 "
                "AND badge_number IS NOT NULL",
                (conference_id,),
            )
        )
