"""One measurement of a desk, or of its bare peer, in a process of its own.

Nothing is imported that the program would not: the desk's own processes read this module too.
"""

from __future__ import annotations

import io
import json
import os
import resource
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import msgspec
import pyrage
from msgspec import Struct

from db.known_keys import KeyOrigin
from db.records import Delegate, Office
from db.store import Store
from desktop.handoff import key_ring
from desktop.handoff.intake import Intake, IntakeState
from desktop.handoff.keys import Card, LockedKeys, unlock
from desktop.people.list_keys import NameKeys

FOLDER = Path(tempfile.gettempdir()) / "hoinghi-bench-handoff-1"
DESK = f"{5_000_000:032x}"
_FIELDS = Delegate.__struct_fields__


class Senders(Struct):
    """Whose bundles lie in the folder, and the keys that open them."""

    desk: LockedKeys
    cards: list[Card]


class Spent(Struct, frozen=True):
    """Seconds by the clock, and of the processor with all that it was made to start."""

    wall: float
    work: float

    def __str__(self) -> str:
        """Give both."""
        return f"{self.wall:.1f} s ({self.work:.1f} s of work)"


class Figures(Struct, kw_only=True):
    """What one run took."""

    looked: Spent
    taken: Spent
    again: Spent
    peak_mb: float
    child_mb: float
    size_mb: float


class BareFigures(Struct, kw_only=True):
    """What the bare loop took."""

    spent: Spent
    peak_mb: float
    people: int


def bundle_path(number: int) -> Path:
    return FOLDER / f"{number // 500:02}" / f"{number:04}.hoinghi"


def stick_of(count: int) -> Path:
    """Give a folder that holds so many bundles."""
    folder = FOLDER / f"stick-{count}"
    if not folder.exists():
        for number in range(count):
            target = folder / f"{number // 500:02}" / f"{number:04}.hoinghi"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(bundle_path(number))
    return folder


def run(count: int) -> Figures:
    """Look at the bundles of so many offices, take them in, and again."""
    senders = msgspec.json.decode((FOLDER / "senders.json").read_bytes(), type=Senders)
    stick = stick_of(count)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hoinghi.db"
        store = Store.open(path, clock=lambda: datetime.now(UTC), new_id=str, keys=NameKeys())
        store.offices.save(Office(id=DESK, name="Ban Thi đua", issuer="BAN THI ĐUA"))
        store.own_keys.add(key_ring._stored(senders.desk))
        with store.atomic():
            for card in senders.cards[:count]:
                key_ring.believe(store, card, KeyOrigin.COMPARED)
        looked = _timed(lambda: _through(store, stick, IntakeState.NEW, takes=False), count)
        taken = _timed(lambda: _through(store, stick, IntakeState.NEW, takes=True), count)
        again = _timed(lambda: _through(store, stick, IntakeState.SAME, takes=True), count)
        store.checkpoint()
        size = path.stat().st_size
        peak = _peak_kb()
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        store._connection.close()
    return Figures(
        looked=looked,
        taken=taken,
        again=again,
        peak_mb=peak / 1024,
        child_mb=child / 1024,
        size_mb=size / 1e6,
    )


def _peak_kb() -> int:
    """Ask for the most memory this process had; `resource` tells that of whoever started it too."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def _timed(work: Callable[[], int], count: int) -> Spent:
    start, before = perf_counter(), sum(os.times()[:4])
    done = work()
    if done != count:
        raise AssertionError(done)
    return Spent(perf_counter() - start, sum(os.times()[:4]) - before)


def _through(store: Store, stick: Path, state: IntakeState, *, takes: bool) -> int:
    intake = Intake(store, key_ring.unlock_own(store), takes=takes)
    intake.read_folder(str(stick))
    while not intake.is_over:
        intake.wait()
    return sum(row.state is state for row in intake.rows)


def bare(count: int) -> BareFigures:
    """Open the same files and insert their people, with nothing else."""
    senders = msgspec.json.decode((FOLDER / "senders.json").read_bytes(), type=Senders)
    identity = unlock(senders.desk).identity()
    stick = stick_of(count)
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        database.execute(f"CREATE TABLE person (office, {', '.join(_FIELDS)})")
        database.execute("BEGIN")
        spent = _timed(lambda: _loop(database, stick, identity), count)
        people = database.execute("SELECT count(*) FROM person").fetchone()[0]
        database.close()
    peak = _peak_kb()
    return BareFigures(spent=spent, peak_mb=peak / 1024, people=people)


def _loop(database: sqlite3.Connection, stick: Path, identity: pyrage.x25519.Identity) -> int:
    insert = f"INSERT INTO person VALUES ({', '.join('?' * (len(_FIELDS) + 1))})"  # noqa: S608
    paths = sorted(stick.rglob("*.hoinghi"))
    for path in paths:
        frame = pyrage.decrypt(path.read_bytes(), [identity])
        length = int.from_bytes(frame[8:10], "big")
        header = json.loads(frame[10 : 10 + length])
        with zipfile.ZipFile(io.BytesIO(frame[10 + length + 64 :])) as packed:
            json.loads(packed.read("conference.json"))
            lines = packed.read("delegates.jsonl").splitlines()
        rows = []
        for line in lines:
            person = json.loads(line)
            values = [person.get(name) for name in _FIELDS]
            texts = [json.dumps(one) if isinstance(one, dict | list) else one for one in values]
            rows.append((header["sender"]["id"], *texts))
        database.executemany(insert, rows)
    database.execute("COMMIT")
    return len(paths)


def main(arguments: list[str]) -> None:
    """Measure one thing and write its figures as JSON."""
    work: dict[str, Callable[[int], Struct]] = {"run": run, "bare": bare}
    sys.stdout.buffer.write(msgspec.json.encode(work[arguments[0]](int(arguments[1]))))


if __name__ == "__main__":
    main(sys.argv[1:])
