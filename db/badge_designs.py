"""The badge designs and sheets of paper that this office made its own."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from db.changes import Action, Changes
from db.connection import Connection


class DesignKind(StrEnum):
    """What is kept; the value is the name of its table."""

    LAYOUT = "badge_layout"
    SHEET = "badge_sheet"


class StoredDesign(Struct, frozen=True, kw_only=True):
    """A design or a sheet as its file would be; the store does not read it.

    Attributes:
        backgrounds: the files a design names, by their names.
        changed_at: aware; set by the store.
    """

    id: str
    name: str
    content: bytes
    backgrounds: dict[str, bytes] = {}
    changed_at: datetime | None = None


class BadgeDesigns:
    """The office's own designs and sheets; each is replaced whole."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self, kind: DesignKind) -> tuple[StoredDesign, ...]:
        """Read every one of a kind, by name."""
        rows = self._connection.rows(
            f"SELECT id, name, content, changed_at FROM {kind} ORDER BY name, id"  # noqa: S608
        )
        return tuple(
            StoredDesign(
                id=design_id,
                name=name,
                content=content,
                backgrounds=self._backgrounds(design_id) if kind is DesignKind.LAYOUT else {},
                changed_at=datetime.fromisoformat(changed_at),
            )
            for design_id, name, content, changed_at in rows
        )

    def keep(self, kind: DesignKind, design: StoredDesign) -> None:
        """Store a design or a sheet in place of an older one of its id."""
        with self._connection.atomic():
            self._connection.execute(
                f"INSERT INTO {kind} (id, name, content, changed_at) VALUES (?, ?, ?, ?) "  # noqa: S608
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                "content = excluded.content, changed_at = excluded.changed_at",
                (design.id, design.name, design.content, self._changes.now()),
            )
            if kind is DesignKind.LAYOUT:
                self._connection.execute(
                    "DELETE FROM badge_background WHERE layout_id = ?", (design.id,)
                )
                self._connection.execute_many(
                    "INSERT INTO badge_background (layout_id, name, content) VALUES (?, ?, ?)",
                    [(design.id, name, data) for name, data in design.backgrounds.items()],
                )
            self._changes.add(Action.BADGE_DESIGN_SAVED)

    def remove(self, kind: DesignKind, design_id: str) -> None:
        """Take one out; nothing happens when it is not there."""
        with self._connection.atomic():
            done = self._connection.execute(
                f"DELETE FROM {kind} WHERE id = ?",  # noqa: S608
                (design_id,),
            )
            if done.rowcount:
                self._changes.add(Action.BADGE_DESIGN_REMOVED)

    def _backgrounds(self, layout_id: str) -> dict[str, bytes]:
        return dict(
            self._connection.rows(
                "SELECT name, content FROM badge_background WHERE layout_id = ? ORDER BY name",
                (layout_id,),
            )
        )
