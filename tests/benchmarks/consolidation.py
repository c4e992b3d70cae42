"""The whole country consolidated: 3,321 communes with 200 delegates each, one at a time.

The bare peer decodes the same JSON once in the same process and does nothing with it, so that the
ratio holds all that rules, make-up, deadlines and the search for doubles cost. Both are told by the
time of the processor too, because other work on the machine makes a wall clock say little.
A last stage goes through a desk's store, whose bundles are zips that are checked again when read.

Run: python -m tests.benchmarks.consolidation
"""

from __future__ import annotations

import hashlib
import multiprocessing
import resource
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import overload

import msgspec
from msgspec.structs import replace

from db.received import VerifiedBundle
from db.records import BirthDate, ConferenceFile, Delegate, Gender, Session
from db.store import Store
from desktop.handoff.conference_content import ConferenceContent, delegate_fields, write_content
from desktop.handoff.consolidation.consolidate import consolidate
from desktop.handoff.consolidation.received import Received
from desktop.handoff.consolidation.stored import stored_conferences
from desktop.people.list_keys import NameKeys
from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack, Unit
from tests.builders import a_conference, an_office, ident
from tests.db.bundles import a_bundle
from tests.desktop.people.invented_people import addresses, vietnamese_names

COMMUNES, PEOPLE = 3_321, 200
FEW = 500
GOAL_S = 10.0
TODAY = date(2020, 3, 10)
_POSTS = ("Chủ tịch UBND xã", "Trưởng thôn", "Giáo viên", "Bí thư chi bộ", "Nông dân", "")
_HONOURS = ((), ("Chiến sĩ thi đua cơ sở",), ("Bằng khen của Thủ tướng Chính phủ", "LĐTT"), ())
_CARDS = 95  # provinces


def country(communes: int) -> RulePack:
    """Give Sóc Trăng's plan a tree of districts with their communes."""
    pack = next(one for one in shipped_packs() if one.id == "soc-trang-2019")
    units = [Unit(id="top", name="Cả nước", level="province")]
    for number in range(communes):
        district = f"district-{number // 15}"
        if number % 15 == 0:
            name = f"Huyện Số {number // 15}"
            units.append(Unit(id=district, name=name, level="district", parent="top"))
        units.append(
            Unit(id=f"commune-{number}", name=f"Xã Số {number}", level="commune", parent=district)
        )
    levels = tuple(replace(one, exceptions=()) for one in pack.levels)
    return replace(pack, units=tuple(units), levels=levels)


class Country(Sequence[Received]):
    """Files of communes one after another on the disk; each is decoded when it is asked for."""

    def __init__(self, folder: Path, communes: int, pack: RulePack) -> None:
        self._stream = (folder / "country.json").open("w+b")
        self._ends = [0]
        names, places = vietnamese_names(communes * PEOPLE), addresses(PEOPLE)
        for commune in range(communes):
            own = names[commune * PEOPLE : (commune + 1) * PEOPLE]
            self._stream.write(msgspec.json.encode(a_commune(commune, own, places, pack)))
            self._ends.append(self._stream.tell())
        self._stream.flush()
        self._decoder = msgspec.json.Decoder(ConferenceFile)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> Received: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Received]: ...
    def __getitem__(self, place: int | slice) -> Received | Sequence[Received]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        if place >= len(self):
            raise IndexError(place)
        return Received(
            sender=ident(place + 1), received_on=date(2020, 2, 1), file=self.file(place)
        )

    def file(self, place: int) -> ConferenceFile:
        """Read and decode one commune."""
        self._stream.seek(self._ends[place])
        data = self._stream.read(self._ends[place + 1] - self._ends[place])
        return self._decoder.decode(data)


def a_commune(
    number: int, names: Sequence[str], places: Sequence[str], pack: RulePack
) -> ConferenceFile:
    """Make up a commune; some of its people are on the list of the commune before too."""
    conference = a_conference(
        id=ident(10**6 + number),
        office_id=ident(number + 1),
        rule_pack_id=pack.id,
        rule_pack_version=pack.version,
        level_id="commune",
        unit_id=f"commune-{number}",
        sessions=(Session(id=ident(11), day=date(2020, 3, 20)),),
    )
    groups = conference.groups
    first = number * PEOPLE
    people = [
        Delegate(
            id=ident(10**9 + one),
            conference_id=conference.id,
            position=place,
            name=name,
            group_id=groups[place % 2].id,
            post=_POSTS[one % len(_POSTS)],
            unit=places[place],
            birth=BirthDate(year=1950 + one % 47, month=1 + one % 12, day=1 + one * 7 % 25),
            gender=Gender.FEMALE if one % 3 else Gender.MALE,
            ethnicity="Kinh" if one % 5 else "Ê-đê",
            honours=_HONOURS[one % len(_HONOURS)],
            is_party_member=one % 2 == 0,
            id_number=f"{1 + one % _CARDS:03}{75_000_000 + one - (one % 9000 == 0):09}",
            phone=f"09{one % 10**8:08}",
            proposed_award="Giấy khen" if one % 10 == 0 else "",
        )
        for place, (one, name) in enumerate(zip(range(first, first + PEOPLE), names, strict=True))
    ]
    return ConferenceFile(
        office=an_office(id=ident(number + 1), name=f"Ủy ban nhân dân xã Số {number}"),
        conference=conference,
        delegates=tuple(people),
    )


class Measured(msgspec.Struct):
    """What one run took."""

    bare_s: float
    whole_s: float
    wall_s: float
    peak_mb: float
    before_mb: float
    people: int
    doubles: int


def measure(communes: int) -> Measured:
    """Decode a country bare, then consolidate it, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measure, (communes,))


def _measure(communes: int) -> Measured:
    pack = country(communes)
    with tempfile.TemporaryDirectory() as temporary:
        received = Country(Path(temporary), communes, pack)
        start = process_time()
        for place in range(len(received)):
            received.file(place)
        bare_s = process_time() - start
        before_mb = _peak_mb()
        start, wall = process_time(), perf_counter()
        found = consolidate(received, pack, TODAY)
        whole_s, wall_s = process_time() - start, perf_counter() - wall
    return Measured(
        bare_s=bare_s,
        whole_s=whole_s,
        wall_s=wall_s,
        peak_mb=_peak_mb(),
        before_mb=before_mb,
        people=found.make_up.total,
        doubles=len(found.same_people),
    )


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def from_store(communes: int) -> tuple[float, int]:
    """Consolidate what lies in a store; give the processor's time and the people."""
    pack = country(communes)
    with tempfile.TemporaryDirectory() as temporary:
        received = Country(Path(temporary), communes, pack)
        store = Store.open(
            Path(temporary) / "desk.db",
            clock=lambda: datetime.now(UTC),
            new_id=lambda: uuid.uuid4().hex,
            keys=NameKeys(),
        )
        with store:
            store.received.take(_bundle(one) for one in received)
            start = process_time()
            found = consolidate(stored_conferences(store), pack, TODAY)
            return process_time() - start, found.make_up.total


def _bundle(one: Received) -> VerifiedBundle:
    content = write_content(ConferenceContent(file=one.file), delegate_fields())
    return a_bundle(
        content=content,
        sender_id=one.sender,
        subject_id=one.subject,
        content_sha512=hashlib.sha512(content).hexdigest(),
        people=one.file.delegates,
    )


def figures() -> Iterator[str]:
    """Measure some communes and all of them, a line each."""
    for communes in (FEW, COMMUNES):
        one = measure(communes)
        yield (
            f"consolidation: {communes:,} communes, {one.people:,} people: {one.whole_s:.1f} s of "
            f"the processor (goal {GOAL_S:.0f} s; by the clock {one.wall_s:.1f} s), bare decode "
            f"{one.bare_s:.1f} s, ratio {one.whole_s / one.bare_s:.1f}; peak {one.peak_mb:.0f} MB "
            f"(before {one.before_mb:.0f} MB), {one.doubles:,} on two lists"
        )
    spent, people = from_store(FEW)
    yield f"consolidation: {people:,} people from a store: {spent:.1f} s of the processor"


def main() -> None:
    """Print the figures."""
    for line in figures():
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
