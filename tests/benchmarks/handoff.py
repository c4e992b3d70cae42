"""A whole country at one desk: bundles looked at, taken in, and taken in again.

The bare peer opens the same files with age, reads their JSON and inserts the people into a table in
one transaction; it checks nothing. The two are compared by the time of the processor, ours with
that of its processes: where a machine does something else too, two processes that wait for one
another say nothing of their work. Bundles are made once and kept in the temporary folder.

Run: python -m tests.benchmarks.handoff
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from time import perf_counter

import msgspec
from msgspec.structs import replace

from db.records import Delegate
from desktop.handoff.bundle import Sender, seal
from desktop.handoff.conference_content import ConferenceContent, delegate_fields, write_content
from desktop.handoff.frame import Address, BundleKind
from desktop.handoff.keys import make_keys
from tests.benchmarks.handoff_run import (
    DESK,
    FOLDER,
    BareFigures,
    Figures,
    Senders,
    bundle_path,
    stick_of,
)
from tests.benchmarks.register import crowd
from tests.builders import a_conference, a_file, an_office, ident

OFFICES, COMMUNES, PEOPLE = 500, 3_321, 200
GOAL_RATIO = 2.0
_FIRST_OFFICE, _FIRST_CONFERENCE, _FIRST_PERSON = 1_000_000, 2_000_000, 10_000_000
_DAY = date(2025, 3, 1)


def prepared(count: int) -> Senders:
    """Make the bundles of so many offices, unless they lie there already."""
    known = FOLDER / "senders.json"
    if known.exists():
        senders = msgspec.json.decode(known.read_bytes(), type=Senders)
        if len(senders.cards) >= count:
            return senders
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    desk = make_keys()
    receiver = desk.private.public()
    groups = a_conference().groups
    people = crowd(ident(10), groups, 5_000)
    cards = []
    for number in range(count):
        office = ident(_FIRST_OFFICE + number)
        conference_id = ident(_FIRST_CONFERENCE + number)
        sender = Sender(id=office, name=f"UBND xã số {number}", keys=make_keys().private)
        cards.append(sender.card())
        listed = _listed(people, number, conference_id)
        conference = a_conference(id=conference_id, office_id=office)
        file = a_file(*listed, office=an_office(id=office), conference=conference)
        content = write_content(ConferenceContent(file=file), delegate_fields())
        address = Address(
            kind=BundleKind.CONFERENCE,
            recipient=DESK,
            subject=conference_id,
            number=1,
            sealed_on=_DAY,
        )
        path = bundle_path(number)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(seal(address, content, sender, receiver))
    senders = Senders(desk=desk.locked, cards=cards)
    known.write_bytes(msgspec.json.encode(senders))
    return senders


def _listed(people: list[Delegate], office: int, conference_id: str) -> list[Delegate]:
    return [
        replace(
            people[(office * 37 + place * 11) % len(people)],
            id=ident(_FIRST_PERSON + office * PEOPLE + place),
            conference_id=conference_id,
            position=place,
            badge_number=place + 1,
            id_number=f"{(office * PEOPLE + place) % 660_000:012}",
        )
        for place in range(PEOPLE)
    ]


def _apart(what: str, count: int) -> bytes:
    """Measure in a process of its own, whose peak of memory is that of the measurement."""
    command = [sys.executable, "-m", "tests.benchmarks.handoff_run", what, str(count)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def figures() -> Iterator[str]:
    """Measure, a line each."""
    start = perf_counter()
    prepared(COMMUNES)
    yield f"handoff: {COMMUNES:,} bundles made in {perf_counter() - start:.1f} s (cached)"
    for count in (OFFICES, COMMUNES):
        stick_of(count)
        ours = msgspec.json.decode(_apart("run", count), type=Figures)
        peer = msgspec.json.decode(_apart("bare", count), type=BareFigures)
        both = ours.looked.work + ours.taken.work
        yield (
            f"handoff: {count:,} bundles, {peer.people:,} people: looked at {ours.looked}, "
            f"taken in {ours.taken}, again {ours.again}; bare loop {peer.spent}"
        )
        yield (
            f"handoff: taking in is {ours.taken.work / peer.spent.work:.2f} times the work of "
            f"the bare loop, with looking {both / peer.spent.work:.2f} times (goal {GOAL_RATIO})"
        )
        yield (
            f"handoff: peak {ours.peak_mb:.0f} MB and {ours.child_mb:.0f} MB in the process "
            f"(bare loop {peer.peak_mb:.0f} MB); store {ours.size_mb:.0f} MB"
        )


def main() -> None:
    """Print the figures, a line each, as they come."""
    for line in figures():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
