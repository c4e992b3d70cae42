"""Rule packs that are being written, each as its editor keeps it after every change."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from db.changes import Action, Changes
from db.connection import Connection

_LIST = "SELECT id, name, content, changed_at FROM pack_draft ORDER BY changed_at DESC, id"
_PUT = """
INSERT INTO pack_draft (id, name, content, changed_at, logged_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, content = excluded.content, changed_at = excluded.changed_at,
    logged_at = excluded.logged_at
"""
_LOG_EVERY = timedelta(minutes=10)  # a backup is made of what was logged; not of each word typed


class StoredDraft(Struct, frozen=True, kw_only=True):
    """A pack being written; the store does not read its content.

    Attributes:
        changed_at: aware; set by the store.
    """

    id: str
    name: str
    content: bytes
    changed_at: datetime | None = None


class PackDrafts:
    """The packs being written; a row is replaced in one step, so a power cut leaves it whole."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[StoredDraft, ...]:
        """Read every draft, the one changed last first."""
        return tuple(
            StoredDraft(
                id=draft_id,
                name=name,
                content=content,
                changed_at=datetime.fromisoformat(changed_at),
            )
            for draft_id, name, content, changed_at in self._connection.rows(_LIST)
        )

    def get(self, draft_id: str) -> StoredDraft | None:
        """Read one draft."""
        return next((one for one in self.all() if one.id == draft_id), None)

    def keep(self, draft: StoredDraft) -> None:
        """Store a draft as it stands."""
        now = self._changes.now()
        with self._connection.atomic():
            logged_at = self._connection.value(
                "SELECT logged_at FROM pack_draft WHERE id = ?", (draft.id,)
            )
            if logged_at is None or _is_long_ago(logged_at, now):
                logged_at = now
                self._changes.add(Action.PACK_DRAFTED)
            self._connection.execute(_PUT, (draft.id, draft.name, draft.content, now, logged_at))

    def remove(self, draft_id: str) -> None:
        """Take a draft out; nothing happens when it is not there."""
        with self._connection.atomic():
            done = self._connection.execute("DELETE FROM pack_draft WHERE id = ?", (draft_id,))
            if done.rowcount:
                self._changes.add(Action.PACK_DRAFT_REMOVED)


def _is_long_ago(then: str, now: str) -> bool:
    return datetime.fromisoformat(now) - datetime.fromisoformat(then) >= _LOG_EVERY
