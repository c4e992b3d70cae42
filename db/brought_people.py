"""Groups and people of a conference brought to what a file says, in one step of undo."""

from __future__ import annotations

from msgspec import to_builtins
from msgspec.structs import replace

from db.changes import Action, Changes, Side
from db.conferences import Conferences
from db.connection import Connection
from db.delegates import Delegates
from db.images import Images
from db.records import ConferenceFile


class BroughtPeople:
    """People who come from elsewhere, those who changed there, and those who no longer come."""

    def __init__(
        self,
        connection: Connection,
        changes: Changes,
        conferences: Conferences,
        delegates: Delegates,
        images: Images,
    ) -> None:
        self._connection = connection
        self._changes = changes
        self._conferences = conferences
        self._delegates = delegates
        self._images = images

    def take(self, file: ConferenceFile) -> None:
        """Let the groups and the people of a conference stand as in a file.

        What else the file says of the conference is left alone.

        Raises:
            RecordMissing: the conference was never added.
        """
        with self._connection.atomic():
            before = self._conferences.get(file.conference.id)
            after = replace(before, groups=file.conference.groups)
            stored = {person.id: person for person in self._delegates.of(before.id)}
            staying = {person.id for person in file.delegates}
            changed = tuple(one for one in file.delegates if stored.get(one.id) != one)
            touched = {one.id for one in changed}
            standing = tuple(
                one for key, one in stored.items() if key in touched or key not in staying
            )
            if after == before and not changed and not standing:
                return
            self._images.write(file.images)
            self._conferences.write(before, after)
            self._delegates.write(standing, changed)
            is_grouped_anew = after != before
            sides = [
                Side(
                    fields={"groups": to_builtins(one.groups)} if is_grouped_anew else {},
                    delegates=people,
                )
                for one, people in ((before, standing), (after, changed))
            ]
            self._changes.add_step(Action.DELEGATES_IMPORTED, before.id, *sides)
