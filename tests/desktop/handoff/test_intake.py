"""A desk looks at a stick and takes in what is good."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.backups import Reason
from db.store import Store
from desktop.handoff import stick_reader
from desktop.handoff.bundle import seal
from desktop.handoff.down_content import Reply, write_reply
from desktop.handoff.frame import BundleKind
from desktop.handoff.intake import Intake, IntakeState
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.scan import FoundBundle
from tests.builders import a_delegate
from tests.desktop.handoff.desks import (
    OFFICES,
    InlineJob,
    a_desk,
    a_sealed,
    a_stick,
    desk_keys,
    looked_at,
    subject_of,
)
from tests.desktop.handoff.hostile import fixtures
from tests.desktop.handoff.parties import DESK, STRANGER, address, content_of, party

HERE = OFFICES[0]


@pytest.fixture(autouse=True)
def inline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stick_reader, "StandingJob", InlineJob)


def states(store: Store, folder: Path, *, takes: bool = False) -> list[IntakeState]:
    return [row.state for row in looked_at(store, folder, takes=takes)]


def test_a_stick_is_looked_at_before_anything_is_written(store: Store, tmp_path: Path) -> None:
    a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [a_sealed(keys), a_sealed(keys, OFFICES[1])])
    before = store.log.entries()
    first, second = looked_at(store, stick)
    assert first.told is not None
    assert first.told.bundle is None
    assert (first.state, first.told.number, first.told.people) == (IntakeState.NEW, 1, 2)
    assert (
        first.told.title
        == "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025"
    )
    assert second.told is not None
    assert second.told.sender == party(OFFICES[1]).card()
    assert store.received.all() == ()
    assert store.log.entries() == before


def test_how_each_bundle_stands_is_told(store: Store, tmp_path: Path) -> None:
    a_desk(store, *OFFICES)
    keys = desk_keys(store)
    other = (a_delegate(3),)
    looked_at(store, a_stick(tmp_path / "first", [a_sealed(keys, number=2)]), takes=True)
    bundles = [
        a_sealed(keys, number=2),
        a_sealed(keys, number=1),
        a_sealed(keys, number=2, people=other),
        a_sealed(keys, number=3),
        a_sealed(keys, number=3),
    ]
    assert states(store, a_stick(tmp_path / "second", bundles)) == [
        IntakeState.SAME,
        IntakeState.OLDER,
        IntakeState.FORK,
        IntakeState.NEWER,
        IntakeState.SAME,
    ]


def test_what_is_not_taken_says_why(store: Store, tmp_path: Path) -> None:
    unlocked = a_desk(store, HERE)
    keys = desk_keys(store)
    down = address(kind=BundleKind.REPLY, recipient=DESK, subject="")
    ours = address(recipient=STRANGER)
    bundles = [
        a_sealed(keys, OFFICES[1]),
        seal(down, write_reply(Reply()), party(HERE), keys),
        seal(ours, content_of(), unlocked.sender, keys),
        a_sealed(party(STRANGER).keys.public()),
        a_sealed(keys, recipient=STRANGER),
        b"",
        a_sealed(keys, subject=subject_of(OFFICES[2])),
    ]
    rows = looked_at(store, a_stick(tmp_path / "E", bundles), takes=True)
    assert [row.state for row in rows] == [
        IntakeState.UNKNOWN_SENDER,
        IntakeState.FROM_ABOVE,
        IntakeState.OWN,
        IntakeState.NOT_FOR_US,
        IntakeState.NOT_FOR_US,
        IntakeState.BROKEN,
        IntakeState.BROKEN,
    ]
    assert rows[0].told is not None
    assert rows[0].told.sender.fingerprint() == party(OFFICES[1]).card().fingerprint()
    reasons = [row.refused.reason for row in rows if row.refused is not None]
    assert reasons[2:] == [BundleRefusal.NOT_A_BUNDLE, BundleRefusal.CONTENT]
    assert rows[5].refused is not None
    assert rows[5].refused.error(rows[5].path).reason == BundleRefusal.NOT_A_BUNDLE
    assert not any(row.is_good for row in rows)
    assert store.received.all() == ()


def test_what_is_good_is_taken_in_whole(store: Store, tmp_path: Path) -> None:
    a_desk(store, *OFFICES)
    keys = desk_keys(store)
    people = tuple(a_delegate(number, id_number=f"06608000000{number}") for number in (1, 2, 3))
    data = [a_sealed(keys, one, people=people) for one in OFFICES]
    rows = looked_at(store, a_stick(tmp_path / "E", [*data, b"?"]), takes=True)
    held = store.received.all()
    assert [row.bundle_id for row in rows] == [one.id for one in held] + [None]
    assert {one.sender_id for one in held} == set(OFFICES)
    assert [one.people for one in held] == [3] * 5
    assert held[0].unit == ""
    assert held[0].held_on is not None
    columns = store.received.columns(held[0].id)
    assert len({*columns.cards}) == 3


def test_taking_in_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [a_sealed(keys, one) for one in OFFICES])
    first = looked_at(store, stick, takes=True)
    state, entries = store.received.state_hash(), store.log.entries()
    again = looked_at(store, stick, takes=True)
    assert [row.bundle_id for row in again] == [row.bundle_id for row in first]
    assert {row.state for row in again} == {IntakeState.SAME}
    assert (store.received.state_hash(), store.log.entries()) == (state, entries)


def test_bundles_that_a_table_showed_are_taken_in_by_themselves(
    store: Store, tmp_path: Path
) -> None:
    unlocked = a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [a_sealed(keys, one) for one in OFFICES])
    intake = Intake(store, unlocked, takes=True)
    intake.read([FoundBundle(str(stick / "001.hoinghi"), 1)])
    assert [row.state for row in intake.wait()] == [IntakeState.NEW]
    assert intake.progress == (1, 1)
    assert intake.is_over
    assert intake.wait() == ()
    assert [one.sender_id for one in store.received.all()] == [OFFICES[1]]


def test_an_intake_that_is_given_up_keeps_what_it_took_and_goes_on_later(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick_reader, "_AT_ONCE", 2)
    unlocked = a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [a_sealed(keys, one) for one in OFFICES])
    intake = Intake(store, unlocked, takes=True)
    intake.read_folder(str(stick))
    assert len(intake.wait()) == 2
    intake.cancel()
    assert intake.is_over
    assert len(store.received.all()) == 2
    assert states(store, stick, takes=True) == [IntakeState.SAME] * 2 + [IntakeState.NEW] * 3


def test_the_store_is_backed_up_once_before_anything_is_taken_in(
    store: Store, tmp_path: Path
) -> None:
    a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [a_sealed(keys, one) for one in OFFICES])
    looked_at(store, stick)
    assert store.backups.list() == ()
    looked_at(store, stick, takes=True)
    assert [one.reason for one in store.backups.list()] == [Reason.IMPORT]


def test_a_folder_that_is_gone_is_told(store: Store, tmp_path: Path) -> None:
    intake = Intake(store, a_desk(store))
    intake.read_folder(str(tmp_path / "gone"))
    with pytest.raises(FileNotFoundError):
        intake.wait()
    assert intake.is_over


def test_hostile_bundles_change_nothing_and_keep_nothing_good_out(
    store: Store, tmp_path: Path
) -> None:
    unlocked = a_desk(store, *OFFICES)
    keys = desk_keys(store)
    stick = a_stick(tmp_path / "E", [one.data for one in fixtures()])
    (stick / "good.hoinghi").write_bytes(a_sealed(keys))
    rows = looked_at(store, stick, takes=True)
    assert len(rows) > 60
    assert unlocked.sender.id == DESK
    assert [Path(row.path).name for row in rows if row.is_good] == ["good.hoinghi"]
    assert [one.sender_id for one in store.received.all()] == [HERE]
