"""The store when the machine fails it: a full or read-only disk, a kill, damaged bytes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from db.backups import backups_in
from db.errors import StoreDamaged, StoreFull, StoreReadOnly, StoreUnreachable
from db.records import Conference, Decision, EventDay, Move
from db.rule_packs import StoredPack
from db.store import Store
from tests.builders import KEYS, NOON, a_conference, a_delegate, a_file, an_office, ident
from tests.db.test_migrations import make_older

_ROOT = Path(__file__).parents[2]
_HERE = ident(10)


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: NOON, new_id=lambda: ident(99), keys=KEYS)


A_PACK = StoredPack(id="kon-tum-2019", version=1, name="Kon Tum", content=b"x" * 30_000)


def a_decided_conference(**fields: Any) -> Conference:
    """Build a conference with a row in every list that rules as data brought."""
    return a_conference(
        co_organisers=("Hội Nông dân",),
        event_days=(EventDay(event="congress", day=date(2025, 6, 10)),),
        moves=(Move(id=ident(70), old_day=date(2025, 3, 10), reason="Bão số 3"),),
        decisions=(Decision(id=ident(80), code="attendance-unsaid", reason="Đủ chỗ"),),
        done_tasks=("plan",),
        **fields,
    )


def filled(path: Path) -> Store:
    store = opened(path)
    store.offices.save(an_office())
    store.conferences.add(a_decided_conference())
    store.rule_packs.install(A_PACK)
    store.delegates.add([a_delegate(n, note="ghi chú " * 20) for n in range(1, 201)])
    return store


@contextmanager
def small_disk(folder: Path, size_kb: int) -> Iterator[Path]:
    """Mount a disk of a few hundred kilobytes; skip where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("mounting a small disk needs Linux and the rights of root")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this container mounts nothing")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def added_until_full(store: Store) -> int:
    """Add people one by one; count those that the store confirmed."""
    for number in count(1):
        try:
            store.delegates.add((a_delegate(number, note="ghi chú " * 100),))
        except StoreFull:
            return number - 1
    raise AssertionError


def test_a_full_disk_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        store = opened(disk / "hoinghi.db")
        store.offices.save(an_office())
        store.conferences.add(a_conference())
        confirmed = added_until_full(store)
        assert confirmed > 0
        assert len(store.delegates.of(_HERE)) == confirmed
        with pytest.raises(StoreFull):
            store.close()  # no room for the backup either
        copy = shutil.copytree(disk, tmp_path / "bigger disk")
    with opened(copy / "hoinghi.db") as again:
        assert len(again.delegates.of(_HERE)) == confirmed


def test_a_full_disk_at_the_first_start_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(1450 * 1024))
        with pytest.raises(StoreFull):
            opened(disk / "hoinghi.db")
        ballast.unlink()
        with Store.open(disk / "hoinghi.db", clock=lambda: NOON, new_id=str, keys=KEYS) as store:
            assert store.offices.get() is None
            store.backups.folder.mkdir()


def test_a_full_disk_at_the_backup_keeps_the_store_and_the_older_backup(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2000) as disk:
        filled(disk / "hoinghi.db").close()
        (older,) = backups_in(disk / "backups")
        store = opened(disk / "hoinghi.db")
        store.conferences.save(a_conference(title="sau"))
        store.checkpoint()
        room = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(bytes(room - 40 * 1024))
        with pytest.raises(StoreFull):
            store.close()
        assert backups_in(disk / "backups") == (older,)
        (disk / "ballast").unlink()
        with opened(disk / "hoinghi.db") as again:
            assert again.conferences.get(_HERE).title == "sau"


def test_a_read_only_disk_is_told_from_damage(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2000) as disk:
        filled(disk / "hoinghi.db").close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises((StoreReadOnly, StoreUnreachable)):
            opened(disk / "hoinghi.db")
        with pytest.raises(StoreReadOnly):
            opened(disk / "new folder" / "hoinghi.db")


def test_a_folder_in_the_place_of_the_file_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "hoinghi.db").mkdir()
    with pytest.raises(StoreUnreachable):
        opened(tmp_path / "hoinghi.db")


def test_a_file_in_the_place_of_the_folder_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "office").touch()
    with pytest.raises(StoreUnreachable):
        opened(tmp_path / "office" / "hoinghi.db")


def test_a_page_limit_within_one_action_stores_none_of_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "hoinghi.db")
    pages = store._connection.value("PRAGMA page_count")
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    entries = store.log.entries()
    with pytest.raises(StoreFull):
        store.conferences.add_file(
            a_file(*(a_delegate(n, note="ghi chú " * 100) for n in range(1, 501)))
        )
    assert len(store.conferences.summaries(with_deleted=True)) == 1
    assert store.log.entries() == entries
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20_000}")
    store.conferences.save(a_conference(title="sau"))
    store.close()


def test_a_page_limit_within_an_import_stores_none_of_it(tmp_path: Path) -> None:
    store = filled(tmp_path / "hoinghi.db")
    before = store.delegates.of(_HERE)
    entries = store.log.entries()
    merged = [msgspec.structs.replace(one, unit="Thôn 1") for one in before]
    added = [a_delegate(n, note="ghi chú " * 100) for n in range(201, 701)]
    pages = store._connection.value("PRAGMA page_count")
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(StoreFull):
        store.delegates.bring_in(added, merged)
    assert store.delegates.of(_HERE) == before
    assert store.log.entries() == entries
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20_000}")
    store.delegates.bring_in(added, merged)
    assert store.delegates.of(_HERE) == (*merged, *added)
    store.close()


def test_a_pack_for_which_there_is_no_room_is_not_installed(tmp_path: Path) -> None:
    store = filled(tmp_path / "hoinghi.db")
    pages = store._connection.value("PRAGMA page_count")
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
    entries = store.log.entries()
    big = StoredPack(id="big", version=1, name="", content=b"x" * 900_000)
    with pytest.raises(StoreFull):
        store.rule_packs.install(big)
    assert store.rule_packs.all() == (A_PACK,)
    assert store.log.entries() == entries
    store._connection.execute(f"PRAGMA max_page_count = {pages + 20_000}")
    assert store.rule_packs.install(big)
    store.close()


@pytest.mark.parametrize("room_kb", [0, 120, 200, 260, 500])
def test_a_full_disk_at_a_migration_leaves_a_store_that_opens_later(
    tmp_path: Path, room_kb: int
) -> None:
    with opened(tmp_path / "newer.db") as newer:
        newer.offices.save(an_office())
        newer.conferences.add(a_conference())
        newer.delegates.add([a_delegate(n) for n in range(1, 101)])
    make_older(tmp_path / "newer.db", tmp_path / "older.db")
    with small_disk(tmp_path / "disk", 2000) as disk:
        shutil.copyfile(tmp_path / "older.db", disk / "hoinghi.db")
        free = shutil.disk_usage(disk).free
        (disk / "ballast").write_bytes(bytes(free - room_kb * 1024))
        with suppress(StoreFull), opened(disk / "hoinghi.db"):
            pass
        (disk / "ballast").unlink()
        with opened(disk / "hoinghi.db") as store:
            assert store.conferences.get(_HERE) == a_conference()
            assert len(store.delegates.of(_HERE)) == 100
            assert store.rule_packs.install(A_PACK)


_WRITES_UNTIL_KILLED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from db.rule_packs import StoredPack
from db.store import Store
from tests.builders import KEYS, a_delegate, ident
from tests.faults.test_store_faults import a_decided_conference
store = Store.open(Path(sys.argv[1]), clock=lambda: datetime.now(UTC), new_id=str, keys=KEYS)
for number in range(1, 100_000):
    store.delegates.add([a_delegate(3 * number + part, note="x" * 500) for part in range(3)])
    store.conferences.save(a_decided_conference(theme=str(number)))
    store.delegates.bring_in(
        [a_delegate(400_000 + 3 * number + part, badge_number=None) for part in range(3)],
        [a_delegate(3 * number, note="y" * 400)],
    )
    store.rule_packs.install(StoredPack(id="p", version=number, name="", content=b"x" * 500))
    if number % 5 == 0:
        store.log.undo(ident(10))
        store.log.redo(ident(10))
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system knows no such end")
@pytest.mark.parametrize("seed", range(4))
def test_a_kill_loses_nothing_that_was_confirmed(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "hoinghi.db"
    with opened(path) as store:
        store.offices.save(an_office())
        store.conferences.add(a_conference())
    lines = random.Random(seed).randrange(3, 60)  # noqa: S311 - where to kill is no secret
    with subprocess.Popen(
        [sys.executable, "-c", _WRITES_UNTIL_KILLED, path], stdout=subprocess.PIPE, cwd=_ROOT
    ) as writer:
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(lines)][-1]
        os.kill(writer.pid, signal.SIGKILL)
    with opened(path) as store:
        people = store.delegates.of(_HERE)
        assert len(people) >= 6 * confirmed
        assert len(people) % 3 == 0  # an action is there whole or not at all
        conference = store.conferences.get(_HERE)
        assert int(conference.theme) >= confirmed
        assert conference == a_decided_conference(theme=conference.theme)
        assert len(store.rule_packs.all()) >= confirmed


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store that was closed."""
    path = tmp_path_factory.mktemp("sound") / "hoinghi.db"
    filled(path).close()
    return path.read_bytes()


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.5, 0.9, 0.99])
def test_a_cut_file_is_damaged_and_left_untouched(
    tmp_path: Path, sound: bytes, share: float
) -> None:
    path = tmp_path / "hoinghi.db"
    cut = sound[: int(len(sound) * share)]
    path.write_bytes(cut)
    with pytest.raises(StoreDamaged):
        opened(path)
    assert path.read_bytes() == cut


@pytest.mark.parametrize("seed", range(12))
def test_a_page_of_other_bytes_is_damage_or_does_no_harm(
    tmp_path: Path, sound: bytes, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    start = chance.randrange(len(sound) // 4096) * 4096
    changed = sound[:start] + chance.randbytes(4096) + sound[start + 4096 :]
    path = tmp_path / "hoinghi.db"
    path.write_bytes(changed)
    try:
        with opened(path) as store:
            # a page of nobody: everything is there
            assert len(store.delegates.of(_HERE)) == 200
            assert store.conferences.get(_HERE) == a_decided_conference()
            assert store.rule_packs.all() == (A_PACK,)
    except StoreDamaged:
        assert path.read_bytes() == changed


def test_instants_of_any_zone_are_stored_as_one(tmp_path: Path) -> None:
    local = datetime.now().astimezone()
    with Store.open(tmp_path / "hoinghi.db", clock=lambda: local, new_id=str, keys=KEYS) as store:
        store.offices.save(an_office())
        assert store.log.entries()[0].at == local.astimezone(UTC).replace(microsecond=0)
