"""What was printed: who printed what when, in which version, and whose badges were among it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from db.changes import Action, Changes
from db.connection import Connection

_PRINT_FIELDS = (
    *("id", "conference_id", "paper", "version", "design", "who", "printer", "sheets"),
    *("copies", "pages"),
)
_PRINT_COLUMNS = ", ".join(_PRINT_FIELDS)


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
        pages: as they are typed, such as "1-3, 5"; empty for all of them.
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
    pages: str = ""
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
            one.pages,
        )
        with self._connection.atomic():
            self._connection.execute(
                f"INSERT INTO prints (at, {_PRINT_COLUMNS}) "  # noqa: S608
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
            replace(one, badges=tuple(badges[one.id]))
            for one in self._rows(conference_id, "at DESC, id")
        )

    def last_of_each(self, conference_id: str) -> dict[str, Print]:
        """Read the newest print of each paper, without whose badges were among it."""
        return {one.paper: one for one in self._rows(conference_id, "at, id DESC")}

    def _rows(self, conference_id: str, order: str) -> list[Print]:
        return [
            Print(
                **dict(zip(_PRINT_FIELDS, row[:-1], strict=True)),
                at=datetime.fromisoformat(row[-1]),
            )
            for row in self._connection.rows(
                f"SELECT {_PRINT_COLUMNS}, at FROM prints "  # noqa: S608 - fixed words
                f"WHERE conference_id = ? ORDER BY {order}",
                (conference_id,),
            )
        ]

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
