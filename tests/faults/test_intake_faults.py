"""A stick that is being taken in when the machine stops."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from db.store import Store
from desktop.handoff import stick_reader
from desktop.handoff.intake import IntakeState
from tests.builders import ident
from tests.desktop.handoff.desks import (
    InlineJob,
    a_desk,
    a_sealed,
    a_stick,
    desk_keys,
    looked_at,
)
from tests.faults.test_store_faults import opened

_ROOT = Path(__file__).parents[2]
_OFFICES = tuple(ident(number) for number in range(1, 41))
_KILLS = 8


def killed_after(store: Path, stick: Path, lines: int) -> list[int]:
    """Start taking in, kill it once it said so much, and give the ids that it confirmed."""
    command = [sys.executable, "-m", "tests.faults.killed_intake", str(store), str(stick)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [line for _, line in zip(range(lines), process.stdout, strict=False)]
        process.kill()
        said += process.stdout.read().splitlines()
    return [int(line) for line in said]


def check_whole(store: Store) -> None:
    for one in store.received.all():
        content = store.received.content(one.id)
        assert hashlib.sha512(content).hexdigest() == one.content_sha512
        assert len(store.received.columns(one.id)) == one.people
        assert one.is_current


def test_an_intake_killed_at_any_moment_keeps_whole_bundles_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick_reader, "StandingJob", InlineJob)
    path = tmp_path / "desk" / "hoinghi.db"
    with opened(path) as store:
        a_desk(store, *_OFFICES)
        keys = desk_keys(store)
        stick = a_stick(tmp_path / "E", [a_sealed(keys, office) for office in _OFFICES])
    chance = random.Random(6)  # noqa: S311 - when to kill, no secret
    for _ in range(_KILLS):
        confirmed = killed_after(path, stick, chance.randrange(1, 12))
        with opened(path) as store:
            held = {one.id for one in store.received.all()}
            assert held >= set(confirmed)
            check_whole(store)
    with opened(path) as store:
        rows = looked_at(store, stick, takes=True)
        assert {row.state for row in rows} <= {IntakeState.NEW, IntakeState.SAME}
        assert {one.sender_id for one in store.received.current()} == set(_OFFICES)
        check_whole(store)
        state = store.received.state_hash()
        store._connection.execute("DELETE FROM received_bundle")
        looked_at(store, stick, takes=True)
        assert store.received.state_hash() == state
