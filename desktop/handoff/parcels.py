"""Received conferences as they travel to the process that consolidates them: without pictures.

What lies in the store was checked when it was taken in, so that it is only read here.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import overload

import msgspec
from msgspec import Struct

from db.received import ReceivedBundle
from db.records import ConferenceFile, Delegate, StoredImage
from desktop.handoff.conference_content import CONFERENCE, DELEGATES
from desktop.handoff.consolidation.consolidate import Consolidation, consolidate
from desktop.handoff.consolidation.figures import UpperPlaces
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.received import Received, held_papers
from desktop.handoff.consolidation.sent_up import SentUp, sent_up
from desktop.handoff.receipts import Verdict
from desktop.local_time import local_day
from desktop.rules.pack import RulePack
from desktop.rules.pack_event import TaskKind

_PAPERS, _PICTURES = "papers/", "pictures/"
_FASTEST = 1
_MEDIA = {"jpg": "image/jpeg", "png": "image/png"}
_PEOPLE = msgspec.json.Decoder(Delegate)


class Lean(Struct, frozen=True, kw_only=True):
    """What is read of one content.

    Attributes:
        conference, people: as in the bundle, deflated.
        papers: their file names.
        pictures: by their member's name; only where they were asked for.
    """

    conference: bytes
    people: bytes
    papers: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = {}

    def file(self) -> ConferenceFile:
        """Read it."""
        images = tuple(_image(name, data) for name, data in self.pictures.items())
        return _file(zlib.decompress(self.conference), zlib.decompress(self.people), images)


class Parcel(Struct, frozen=True, kw_only=True):
    """One conference of one office with every number of it that came.

    Attributes:
        unit_id: of the plan, where people said which one the office is; empty else.
        numbers: those before the one that counts, the oldest first, each with the day it came.
    """

    head: ReceivedBundle
    content: Lean
    unit_id: str = ""
    is_fork: bool = False
    numbers: tuple[tuple[date, Lean], ...] = ()

    def received(self) -> Received:
        """Read it, as consolidation asks for it."""
        head = self.head
        earlier = [(day, lean.file(), lean.papers) for day, lean in self.numbers]
        file = self.content.file()
        day = local_day(head.received_at)
        first: dict[TaskKind, date] = {}
        for came, before, papers in (*earlier, (day, file, self.content.papers)):
            for kind in held_papers(before, papers):
                first.setdefault(kind, came)
        return Received(
            sender=head.sender_id,
            sender_name=head.sender_name,
            unit_id=self.unit_id,
            number=head.number,
            received_on=day,
            verdict=Verdict(head.verdict),
            content_sha512=head.content_sha512,
            is_fork=self.is_fork,
            file=file,
            previous=earlier[-1][1] if earlier else None,
            first_on=first,
            papers=self.content.papers,
        )


class Parcels(Sequence[Received]):
    """Received conferences, each read when it is asked for."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self._parcels = parcels

    def __len__(self) -> int:
        """Count them."""
        return len(self._parcels)

    @overload
    def __getitem__(self, place: int) -> Received: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Received]: ...
    def __getitem__(self, place: int | slice) -> Received | Sequence[Received]:
        """Read one, or take some of them."""
        if isinstance(place, slice):
            return Parcels(self._parcels[place])
        return self._parcels[place].received()


def read_again(content: bytes) -> tuple[ConferenceFile, tuple[str, ...]]:
    """Read a content that was checked, without its pictures, and name its papers."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        file = _file(archive.read(CONFERENCE), archive.read(DELEGATES))
        return file, _papers(archive.namelist())


def lean(content: bytes, *, has_pictures: bool = False) -> Lean:
    """Take out of a content that was checked what is read of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        pictures = [name for name in names if name.startswith(_PICTURES)] if has_pictures else []
        return Lean(
            conference=zlib.compress(archive.read(CONFERENCE), _FASTEST),
            people=zlib.compress(archive.read(DELEGATES), _FASTEST),
            papers=_papers(names),
            pictures={name.removeprefix(_PICTURES): archive.read(name) for name in pictures},
        )


def consolidate_job(
    report: Callable[[int, int], None],
    parcels: tuple[Parcel, ...],
    pack: RulePack | None,
    today: date,
    own: ConferenceFile | None,
    allotted: Mapping[str, UpperPlaces],
    mergers: Mergers,
) -> Consolidation:
    """Consolidate what was received; a job's function."""
    return consolidate(
        Parcels(parcels), pack, today, own=own, allotted=allotted, mergers=mergers, progress=report
    )


class Chosen(Struct, frozen=True):
    """Those whom offices chose for the conference above."""

    all: tuple[SentUp, ...]


def sent_up_job(
    report: Callable[[int, int], None],
    upper: ConferenceFile,
    parcels: tuple[Parcel, ...],
    pack: RulePack | None,
    mergers: Mergers,
) -> Chosen:
    """Say whom offices chose, and what becomes of them; a job's function."""

    def told(every: Sequence[Received]) -> Iterable[Received]:
        for place in range(len(every)):
            report(place, len(every))
            yield every[place]

    return Chosen(sent_up(upper, told(Parcels(parcels)), pack, mergers))


def _file(conference: bytes, people: bytes, images: tuple[StoredImage, ...] = ()) -> ConferenceFile:
    bare = msgspec.json.decode(conference, type=ConferenceFile)
    delegates = tuple(_PEOPLE.decode_lines(people))
    return msgspec.structs.replace(bare, delegates=delegates, images=images)


def _papers(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.removeprefix(_PAPERS) for name in names if name.startswith(_PAPERS))


def _image(name: str, data: bytes) -> StoredImage:
    stem, _, ending = name.partition(".")
    return StoredImage(id=stem, media_type=_MEDIA[ending], data=data)
