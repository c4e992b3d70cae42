"""What the desk has for the offices below: remarks and places, and which numbers were sent down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from msgspec import Meta

from db.changes import Action, Changes
from db.connection import Connection
from db.record import Count, Id, Record
from db.tables import Columns, Table


class OfficeRemark(Record, frozen=True, kw_only=True):
    """What an office is asked to mend in one of its bundles.

    Attributes:
        delegate_id: the person it is about, if it is about one.
    """

    id: Id
    office_id: Id
    subject_id: Id
    number: int
    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    delegate_id: str = ""


class OfficePlaces(Record, frozen=True, kw_only=True):
    """The places of an office in the conference above; see `down_content.PlacesOfUnit`."""

    office_id: Id
    pack_id: str
    unit: str
    places: Count
    alternates: Count = 0


class SentDown(Record, frozen=True, kw_only=True):
    """The newest of a kind that was sealed for one office, or signed for all.

    Attributes:
        kind: `rules` or `reply`.
        recipient_id: empty for all.
    """

    kind: str
    recipient_id: str = ""
    number: int
    content_sha512: str
    sealed_on: date


_REMARK = Columns(OfficeRemark)
_REMARKS = Table("reply_remark", ("id",), (*_REMARK.names[1:], "written_at"))
_PLACES = Columns(OfficePlaces)
_QUOTAS = Table("reply_quota", _PLACES.names[:3], _PLACES.names[3:])
_SENT = Columns(SentDown)
_SENT_DOWN = Table("reply_sent", _SENT.names[:2], _SENT.names[2:])


class Replies:
    """What travels back; nothing of it changes a bundle."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def remarks(self, office_id: str = "") -> tuple[OfficeRemark, ...]:
        """Read the remarks for one office, or for all, in the order they were written."""
        rows = self._connection.rows(
            f"SELECT {', '.join(_REMARK.names)} FROM reply_remark "  # noqa: S608 - our own names
            "WHERE ?1 IN ('', office_id) ORDER BY office_id, subject_id, number, written_at, id",
            (office_id,),
        )
        return tuple(_REMARK.record(self._connection, row) for row in rows)

    def save_remarks(self, remarks: Iterable[OfficeRemark]) -> None:
        """Store remarks, over those of the same id."""
        with self._connection.atomic():
            now = self._changes.now()
            rows = [(*_REMARK.row(one), now) for one in remarks]
            _REMARKS.put(self._connection, rows)
            self._changes.add(Action.REMARKS_SAVED, count=len(rows))

    def remove_remarks(self, ids: Iterable[str]) -> None:
        """Take remarks back; the next reply no longer holds them."""
        with self._connection.atomic():
            keys = [(one,) for one in ids]
            _REMARKS.delete(self._connection, keys)
            self._changes.add(Action.REMARKS_SAVED, count=len(keys))

    def places(self, office_id: str = "") -> tuple[OfficePlaces, ...]:
        """Read the places of one office, or of all."""
        rows = self._connection.rows(
            f"SELECT {', '.join(_PLACES.names)} FROM reply_quota "  # noqa: S608 - our own names
            "WHERE ?1 IN ('', office_id) ORDER BY office_id, pack_id, unit",
            (office_id,),
        )
        return tuple(_PLACES.record(self._connection, row) for row in rows)

    def save_places(self, places: Iterable[OfficePlaces]) -> None:
        """Store places of offices in the place of all that these offices had."""
        new = {_PLACES.row(one)[:3]: _PLACES.row(one)[3:] for one in places}
        with self._connection.atomic():
            offices = {key[0] for key in new}
            rows = [_PLACES.row(one) for office in offices for one in self.places(office)]
            _QUOTAS.change(self._connection, {row[:3]: row[3:] for row in rows}, new)
            self._changes.add(Action.PLACES_SAVED, count=len(new))

    def remove_places(self, office_id: str) -> None:
        """Let an office have no places of its own any more."""
        with self._connection.atomic():
            keys = [_PLACES.row(one)[:3] for one in self.places(office_id)]
            _QUOTAS.delete(self._connection, keys)
            self._changes.add(Action.PLACES_SAVED, count=len(keys))

    def sent(self, kind: str, recipient_id: str = "") -> SentDown | None:
        """Read the newest that was made of a kind for one office, or for all."""
        row = self._connection.row(
            f"SELECT {', '.join(_SENT.names)} FROM reply_sent "  # noqa: S608 - our own names
            "WHERE kind = ? AND recipient_id = ?",
            (kind, recipient_id),
        )
        return _SENT.record(self._connection, row) if row is not None else None

    def note_sent(self, sent: Iterable[SentDown]) -> None:
        """Note what was made.

        Raises:
            ValueError: a number does not go up, or stands for other content.
        """
        with self._connection.atomic():
            new = [one for one in sent if self.sent(one.kind, one.recipient_id) != one]
            for one in new:
                before = self.sent(one.kind, one.recipient_id)
                if before is not None and one.number <= before.number:
                    raise ValueError(one.number)
            _SENT_DOWN.put(self._connection, [_SENT.row(one) for one in new])
            if new:
                self._changes.add(Action.SENT_DOWN, count=len(new))
