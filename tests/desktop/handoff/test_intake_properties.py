"""Whatever way bundles come to a desk, it ends in one state; nothing damaged changes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.store import Store
from desktop.handoff import stick_reader
from desktop.handoff.answering import reply_to, signed_receipts
from desktop.handoff.conference_content import read_content
from desktop.handoff.intake import IntakeState
from desktop.handoff.key_ring import unlock_own
from desktop.handoff.keys import PublicKeys
from desktop.handoff.receipts import SignedReceipt
from tests.builders import KEYS, NOON, a_delegate, ident
from tests.desktop.handoff.desks import (
    OFFICES,
    InlineJob,
    a_desk,
    a_sealed,
    a_stick,
    desk_keys,
    looked_at,
)
from tests.desktop.handoff.parties import TODAY

# of each office: number 1 with two people, number 2 without the second, number 3 twice: a fork
_LISTS = ((1, (1, 2)), (2, (1,)), (3, (1, 3)), (3, (1, 4)))
Which = tuple[int, int]
KINDS: tuple[Which, ...] = tuple(
    (office, place) for office in range(len(OFFICES)) for place in range(len(_LISTS))
)


def number_of(which: Which) -> int:
    return _LISTS[which[1]][0]


def newest_number(some: list[Which], office: int) -> int:
    return max(number_of(one) for one in some if one[0] == office)


class DeskWorld:
    """One desk whose store is emptied between two runs, so that its keys stay the same."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store.open(
            folder / "hoinghi.db", clock=lambda: NOON, new_id=lambda: ident(99), keys=KEYS
        )
        self.unlocked = a_desk(self.store, *OFFICES)
        self.keys: PublicKeys = desk_keys(self.store)
        self.sticks = count()
        self.bundle = cache(self._bundle)

    def _bundle(self, which: Which) -> bytes:
        office, place = which
        number, people = _LISTS[place]
        listed = tuple(map(a_delegate, people))
        return a_sealed(self.keys, OFFICES[office], number, people=listed)

    def after(self, *sticks: list[Which]) -> str:
        """Take these sticks in, one after another, into an empty store; name the state."""
        self.store._connection.execute("DELETE FROM received_bundle")
        for some in sticks:
            folder = self.folder / f"stick-{next(self.sticks)}"
            stick = a_stick(folder, [self.bundle(one) for one in some])
            rows = looked_at(self.store, stick, takes=True)
            assert all(row.is_good for row in rows)
        return self.store.received.state_hash()

    def people(self) -> dict[str, list[str]]:
        """List who counts, by office."""
        received = self.store.received
        return {
            one.sender_id: [
                person.id for person in read_content(received.content(one.id)).file.delegates
            ]
            for one in received.current()
        }

    def receipts(self) -> list[SignedReceipt]:
        keys = unlock_own(self.store)
        return [one for office in OFFICES for one in signed_receipts(self.store, keys, office)]


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskWorld]:
    monkeypatch.setattr(stick_reader, "StandingJob", InlineJob)
    with TemporaryDirectory() as folder:
        made = DeskWorld(Path(folder))
        yield made
        made.store._connection.close()


some_bundles = st.lists(st.sampled_from(KINDS), min_size=1, max_size=10)
property_settings = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@property_settings
@given(some=some_bundles, data=st.data())
def test_any_order_and_repetition_of_sticks_ends_in_the_same_state(
    world: DeskWorld, some: list[Which], data: st.DataObject
) -> None:
    again = data.draw(st.permutations([*some, *data.draw(st.lists(st.sampled_from(some)))]))
    cut = data.draw(st.integers(0, len(again)))
    first = world.after(some)
    receipts = world.receipts()
    assert world.after(again[:cut], again[cut:]) == first
    assert world.receipts() == receipts == world.receipts()


@property_settings
@given(some=some_bundles, lost=st.sets(st.sampled_from(KINDS)))
def test_what_was_lost_and_is_brought_later_makes_no_difference(
    world: DeskWorld, some: list[Which], lost: set[Which]
) -> None:
    arrived = [one for one in some if one not in lost]
    first = world.after(some)
    assert world.after(arrived, some) == first
    # what counts is the newest that arrived: older ones may stay lost
    people = world.people()
    world.after([one for one in some if number_of(one) == newest_number(some, one[0])])
    assert world.people() == people


@property_settings
@given(some=some_bundles)
def test_who_was_taken_off_the_list_stays_off(world: DeskWorld, some: list[Which]) -> None:
    world.after([*some, (0, 1), (0, 0)])
    world.after([(0, 1)], some, [(0, 0)])
    second = a_delegate(2).id
    assert second not in world.people()[OFFICES[0]]


@property_settings
@given(some=some_bundles)
def test_a_number_with_other_content_is_a_fork_that_people_settle(
    world: DeskWorld, some: list[Which]
) -> None:
    world.after(some)
    forked = {office for office, place in some if place == 2} & {
        office for office, place in some if place == 3
    }
    forks = world.store.received.forks()
    assert [one.sender_id for one in forks] == sorted(OFFICES[office] for office in forked)
    for fork in forks:
        for side in fork.sides:
            world.store.received.settle(side.id)
            assert world.store.received.get(side.id).is_current
        world.store._connection.execute("DELETE FROM received_fork")


def test_a_reply_says_the_same_whatever_way_its_bundles_came(world: DeskWorld) -> None:
    world.after([(0, 0), (0, 1), (1, 0)])
    first = reply_to(world.store, world.unlocked, OFFICES[0], TODAY)
    world.after([(1, 0), (0, 1)], [(0, 0), (0, 0)])
    assert reply_to(world.store, world.unlocked, OFFICES[0], TODAY) == first


def test_every_single_byte_flipped_is_refused_at_the_door_and_changes_nothing(
    world: DeskWorld,
) -> None:
    data = world.bundle((0, 0))
    flipped = (
        data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]
        for place in range(len(data))
    )
    _refused_at_the_door(world, flipped, len(data))


def test_every_cut_is_refused_at_the_door_and_changes_nothing(world: DeskWorld) -> None:
    data = world.bundle((0, 0))
    _refused_at_the_door(world, (data[:length] for length in range(len(data))), len(data))


def _refused_at_the_door(world: DeskWorld, damaged: Iterator[bytes], expected: int) -> None:
    world.after([(1, 0)])
    before = world.store.received.state_hash(), world.store.log.entries()
    stick = a_stick(world.folder / "damaged", damaged)
    rows = looked_at(world.store, stick, takes=True)
    assert len(rows) == expected
    assert {row.state for row in rows} <= {IntakeState.BROKEN, IntakeState.NOT_FOR_US}
    assert (world.store.received.state_hash(), world.store.log.entries()) == before
