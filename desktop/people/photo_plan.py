"""What storing the photos of a folder would do: which file goes to whom, and who stays without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from db.records import Delegate
from desktop.people.photo_matching import PhotoFile


class FileState(StrEnum):
    """What becomes of a file."""

    STORED = "stored"
    ASKED = "asked"  # it may be one of several people
    DOUBLE = "double"  # another file goes to the same person
    KEPT = "kept"  # the person has a photo, which stays
    NOBODY = "nobody"
    NO_PICTURE = "no-picture"


class PhotoPlan:
    """Files and people, with what the officer chose.

    Attributes:
        files: as they were matched.
        chosen: by path, the person an officer gave a file to; empty for nobody.
        replaces: whether photos that people have already are replaced.
    """

    def __init__(
        self,
        files: Sequence[PhotoFile],
        delegates: Sequence[Delegate],
        chosen: Mapping[str, str] | None = None,
        *,
        replaces: bool = False,
    ) -> None:
        self.files = tuple(files)
        self.chosen = dict(chosen or {})
        self.replaces = replaces
        self._people = {one.id: one for one in delegates}

    def person_of(self, file: PhotoFile) -> Delegate | None:
        """Give the person a file goes to, unless that is open."""
        only = file.person_ids[0] if len(file.person_ids) == 1 else ""
        return self._people.get(self.chosen.get(file.path, only))

    def candidates(self, file: PhotoFile) -> tuple[Delegate, ...]:
        """List the people a file may be of."""
        return tuple(self._people[one] for one in file.person_ids if one in self._people)

    def state(self, file: PhotoFile) -> FileState:
        """Tell what becomes of a file."""
        person = self.person_of(file)
        if not file.is_picture:
            return FileState.NO_PICTURE
        if person is None:
            is_open = len(file.person_ids) > 1 and file.path not in self.chosen
            return FileState.ASKED if is_open else FileState.NOBODY
        if self._files_of[person.id] > 1:
            return FileState.DOUBLE
        return FileState.KEPT if person.photo_id and not self.replaces else FileState.STORED

    @cached_property
    def counts(self) -> Counter[FileState]:
        """How many files there are of each fate."""
        return Counter(self.state(file) for file in self.files)

    @cached_property
    def wanted(self) -> tuple[tuple[str, str], ...]:
        """Pair the people who get a photo with their files."""
        return tuple(
            (person.id, file.path)
            for file in self.files
            if self.state(file) is FileState.STORED and (person := self.person_of(file))
        )

    @cached_property
    def left_without(self) -> tuple[Delegate, ...]:
        """List the people who will have no photo afterwards."""
        served = {person_id for person_id, _ in self.wanted}
        return tuple(
            one for one in self._people.values() if not one.photo_id and one.id not in served
        )

    @cached_property
    def _files_of(self) -> Counter[str]:
        people = (self.person_of(file) for file in self.files if file.is_picture)
        return Counter(person.id for person in people if person is not None)
