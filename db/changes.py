"""Writing the log: what each user action changed, with enough kept to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from db.connection import Connection
from db.records import Delegate


class Action(StrEnum):
    """What the officer did."""

    OFFICE_SAVED = "office-saved"
    IMAGES_ADDED = "images-added"
    CONFERENCE_ADDED = "conference-added"
    CONFERENCE_SAVED = "conference-saved"
    CONFERENCE_DELETED = "conference-deleted"
    CONFERENCE_RESTORED = "conference-restored"
    CONFERENCE_FILE_ADDED = "conference-file-added"
    DELEGATES_ADDED = "delegates-added"
    DELEGATES_SAVED = "delegates-saved"
    DELEGATES_IMPORTED = "delegates-imported"
    DELEGATES_REMOVED = "delegates-removed"
    RULE_PACK_INSTALLED = "rule-pack-installed"
    RULE_PACK_REMOVED = "rule-pack-removed"
    PACK_DRAFTED = "pack-drafted"
    PACK_DRAFT_REMOVED = "pack-draft-removed"
    BADGE_DESIGN_SAVED = "badge-design-saved"
    BADGE_DESIGN_REMOVED = "badge-design-removed"
    PRINTED = "printed"
    KEYS_MADE = "keys-made"
    KEYS_KEPT = "keys-kept"  # under another passphrase, or none
    KEYS_KNOWN = "keys-known"
    KEYS_REVOKED = "keys-revoked"
    BUNDLE_SEALED = "bundle-sealed"
    BUNDLE_COPIED = "bundle-copied"
    BUNDLE_ANSWERED = "bundle-answered"
    DOWN_TAKEN = "down-taken"
    BUNDLES_RECEIVED = "bundles-received"
    VERDICT_GIVEN = "verdict-given"
    FORK_SETTLED = "fork-settled"
    REPORTING_OFFICES_SAVED = "reporting-offices-saved"
    REMARKS_SAVED = "remarks-saved"
    PLACES_SAVED = "places-saved"
    SENT_DOWN = "sent-down"
    UNDONE = "undone"
    REDONE = "redone"


class State(StrEnum):
    """Where an entry stands in the history of undo and redo."""

    FINAL = "final"  # no step of undo
    DONE = "done"
    UNDONE = "undone"  # can be done again
    DROPPED = "dropped"  # was undone, and something else was done since


class Side(Struct, frozen=True, omit_defaults=True):
    """One side of a change: the fields of the conference and the people it touched."""

    fields: dict[str, Any] = {}
    delegates: tuple[Delegate, ...] = ()


_INSERT = """
INSERT INTO change_log (at, action, conference_id, state, fields, count, undoes, before, after)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_DROP_REDO = "UPDATE change_log SET state = 'dropped' WHERE conference_id = ? AND state = 'undone'"


class Changes:
    """Adds entries to the log, each inside the transaction of what it tells of."""

    def __init__(self, connection: Connection, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._clock = clock

    def now(self) -> str:
        """Read the clock as the store writes instants: ISO 8601, UTC."""
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")

    def add(
        self,
        action: Action,
        conference_id: str | None = None,
        *,
        count: int = 0,
        undoes: int | None = None,
        fields: Sequence[str] = (),
    ) -> int:
        """Log an action that is no step of undo; give the entry's number."""
        values = (str(action), conference_id, str(State.FINAL), _json(fields), count, undoes)
        return self._insert((self.now(), *values, None, None))

    def add_step(self, action: Action, conference_id: str, before: Side, after: Side) -> int:
        """Log an action that can be undone; what was undone before cannot be redone any more."""
        self._connection.execute(_DROP_REDO, (conference_id,))
        fields = tuple(after.fields)
        people = {delegate.id for side in (before, after) for delegate in side.delegates}
        values = (str(action), conference_id, str(State.DONE), _json(fields), len(people), None)
        return self._insert((self.now(), *values, _json(before), _json(after)))

    def _insert(self, values: tuple[Any, ...]) -> int:
        number = self._connection.execute(_INSERT, values).lastrowid
        return number or 0


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
