"""Small pictures, each stored once under the SHA-256 of its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from db.changes import Action, Changes
from db.connection import Connection, Row
from db.records import StoredImage
from db.tables import Columns, Key, Table

_COLUMNS = Columns(StoredImage)
_IMAGE = Table("image", ("id",), _COLUMNS.names[1:])
_SELECT = (
    f"SELECT {', '.join(_COLUMNS.names)} FROM image "  # noqa: S608 - our own column names
    "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_KNOWN = "SELECT id FROM image WHERE id IN (SELECT value FROM json_each(?))"


class Images:
    """The pictures of the store; an id never comes to mean another picture."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        self._connection = connection
        self._changes = changes

    def get(self, image_id: str) -> StoredImage | None:
        """Read one picture, if it is there."""
        return next(iter(self.many((image_id,))), None)

    def many(self, ids: Iterable[str]) -> tuple[StoredImage, ...]:
        """Read those of the pictures that are there, ordered by id."""
        rows = self._connection.rows(_SELECT, (msgspec.json.encode(list(ids)).decode(),))
        return tuple(_COLUMNS.record(self._connection, row) for row in rows)

    def add(self, images: Sequence[StoredImage]) -> None:
        """Store the pictures that are new.

        Raises:
            ValueError: an id is not the SHA-256 of the bytes.
        """
        with self._connection.atomic():
            added = self.write(images)
            if added:
                self._changes.add(Action.IMAGES_ADDED, count=added)

    def write(self, images: Sequence[StoredImage]) -> int:
        """Store new pictures inside the caller's transaction; count them."""
        import hashlib  # noqa: PLC0415 - drags in OpenSSL, which no start needs

        for image in images:
            if hashlib.sha256(image.data).hexdigest() != image.id:
                raise ValueError(f"image {image.id} is named by another hash")
        ids = msgspec.json.encode([image.id for image in images]).decode()
        known = {row[0] for row in self._connection.rows(_KNOWN, (ids,))}
        rows: dict[Key, Row] = {
            (image.id,): _COLUMNS.row(image)[1:] for image in images if image.id not in known
        }
        _IMAGE.change(self._connection, {}, rows)
        return len(rows)
