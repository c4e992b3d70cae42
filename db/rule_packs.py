"""The rule packs that this office installed: their files whole, every version kept."""

from __future__ import annotations

from msgspec import Struct

from db.changes import Action, Changes
from db.connection import Connection

_SELECT = "SELECT id, version, name, content FROM rule_pack ORDER BY id, version"
_USES = """
SELECT id FROM conference
WHERE rule_pack_id = ? AND rule_pack_version = ? AND deleted_at IS NULL
ORDER BY updated_at DESC, id
"""


class StoredPack(Struct, frozen=True, kw_only=True):
    """One version of a rule pack as its file came; the store does not read it."""

    id: str
    version: int
    name: str
    content: bytes


class PackVersionTaken(Exception):  # noqa: N818 - what happened, not a fault
    """This version is installed already with other content; the stored one was kept."""


class RulePacks:
    """The installed packs; no version ever comes to mean other rules."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def all(self) -> tuple[StoredPack, ...]:
        """Read every version, by id and version."""
        return tuple(
            StoredPack(id=name, version=version, name=title, content=content)
            for name, version, title, content in self._connection.rows(_SELECT)
        )

    def install(self, pack: StoredPack) -> bool:
        """Store one version; tell whether it was new.

        Raises:
            PackVersionTaken: the same id and version stand for other content.
        """
        with self._connection.atomic():
            stored = self._connection.value(
                "SELECT content FROM rule_pack WHERE id = ? AND version = ?",
                (pack.id, pack.version),
            )
            if stored == pack.content:
                return False
            if stored is not None:
                raise PackVersionTaken(pack.id, pack.version)
            self._connection.execute(
                "INSERT INTO rule_pack (id, version, name, content, installed_at) "
                "VALUES (?, ?, ?, ?, ?)",
                (pack.id, pack.version, pack.name, pack.content, self._changes.now()),
            )
            self._changes.add(Action.RULE_PACK_INSTALLED)
        return True

    def remove(self, pack_id: str, version: int) -> None:
        """Take a version out again; nothing happens when it is not there."""
        with self._connection.atomic():
            done = self._connection.execute(
                "DELETE FROM rule_pack WHERE id = ? AND version = ?", (pack_id, version)
            )
            if done.rowcount:
                self._changes.add(Action.RULE_PACK_REMOVED)

    def used_by(self, pack_id: str, version: int) -> tuple[str, ...]:
        """Name the conferences that follow this version, the one touched last first."""
        return tuple(row[0] for row in self._connection.rows(_USES, (pack_id, version)))
