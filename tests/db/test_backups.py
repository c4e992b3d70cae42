from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from db import migrations
from db.backups import Backup, Content, Reason, backups_in, read_content
from db.errors import BackupUnsound, StoreDamaged, StoreError, StoreUnreachable
from db.store import Store
from tests.builders import KEYS, a_conference, a_delegate, ident
from tests.db.conftest import Clock, Opener


def test_a_backup_holds_what_the_store_holds(planned: Store) -> None:
    planned.delegates.add((a_delegate(1), a_delegate(2)))
    backup = planned.backups.make(Reason.IMPORT)
    assert backup.content == Content(
        migrations=migrations.NAMES, revision=3, conferences=1, delegates=2
    )
    assert planned.backups.list() == (backup,)
    assert backup.size_bytes == backup.path.stat().st_size


def test_a_backup_is_a_store_that_opens(planned: Store, tmp_path: Path, clock: Clock) -> None:
    backup = planned.backups.make(Reason.PERIODIC)
    copy = backup.path.rename(tmp_path / "copy.db")
    with Store.open(copy, clock=clock, new_id=lambda: ident(1), keys=KEYS) as store:
        assert store.conferences.get(ident(10)) == a_conference()


def test_closing_backs_up_what_was_done(planned: Store, open_store: Opener) -> None:
    planned.close()
    (backup,) = backups_in(planned.backups.folder)
    assert backup.reason is Reason.EXIT
    store = open_store()
    store.settings.set("window", "maximised")
    store.close()
    assert backups_in(planned.backups.folder) == (backup,)


def test_a_backup_is_made_only_when_something_was_logged(planned: Store) -> None:
    assert planned.backups.make_if_changed(Reason.START) is not None
    assert planned.backups.make_if_changed(Reason.PERIODIC) is None
    planned.conferences.save(a_conference(title="x"))
    assert planned.backups.make_if_changed(Reason.PERIODIC) is not None
    planned.log.undo(ident(10))
    assert planned.backups.make_if_changed(Reason.PERIODIC) is not None


def test_a_damaged_newest_backup_is_replaced_by_a_new_one(planned: Store) -> None:
    backup = planned.backups.make(Reason.START)
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    assert planned.backups.make_if_changed(Reason.PERIODIC) is not None
    sound, damaged = planned.backups.list()
    assert sound.content is not None
    assert damaged.content is None


def test_backups_of_one_second_do_not_replace_each_other(planned: Store, clock: Clock) -> None:
    made = []
    for _ in range(3):
        clock.now -= timedelta(minutes=1)
        made.append(planned.backups.make(Reason.PERIODIC))
    assert planned.backups.list() == tuple(reversed(made))


def test_old_backups_are_thinned_out_after_a_new_one_is_made(planned: Store, clock: Clock) -> None:
    first = planned.backups.make(Reason.PERIODIC)
    second = planned.backups.make(Reason.PERIODIC)
    assert first.path.exists()
    clock.now += timedelta(days=40)
    for _ in range(3):
        planned.backups.make(Reason.PERIODIC)
    assert not first.path.exists()
    assert second.path.exists()


def test_what_a_cut_short_backup_left_is_cleared_away(planned: Store) -> None:
    planned.backups.folder.mkdir()
    left = planned.backups.folder / "hoinghi-20250101T000000Z-exit.db.part"
    left.write_bytes(b"half")
    planned.backups.make(Reason.PERIODIC)
    assert not left.exists()


def test_files_of_other_names_are_no_backups(planned: Store) -> None:
    backup = planned.backups.make(Reason.PERIODIC)
    for name in ("notes.txt", "hoinghi-old.db", "hoinghi-20250101T000000Z-whim.db"):
        (planned.backups.folder / name).write_bytes(b"")
    assert planned.backups.list() == (backup,)


def test_a_folder_that_is_not_there_holds_no_backups(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("cut_at", [0, 50, 5000])
def test_a_damaged_backup_is_unsound(planned: Store, cut_at: int) -> None:
    path = planned.backups.make(Reason.PERIODIC).path
    path.write_bytes(path.read_bytes()[:cut_at])
    with pytest.raises(BackupUnsound):
        read_content(path)


def test_a_backup_with_broken_references_is_unsound(planned: Store) -> None:
    planned.delegates.add((a_delegate(),))
    planned._connection.execute("PRAGMA foreign_keys = OFF")
    planned._connection.execute("DELETE FROM conference")
    with pytest.raises(BackupUnsound):
        planned.backups.make(Reason.PERIODIC)
    assert planned.backups.list() == ()


def test_a_copy_that_differs_from_the_store_is_no_backup(
    planned: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Content(migrations=(), revision=0, conferences=0, delegates=0)
    monkeypatch.setattr("db.backups.read_content", lambda _: other)
    with pytest.raises(BackupUnsound):
        planned.backups.make(Reason.PERIODIC)
    assert not any(planned.backups.folder.glob("*.db"))


def test_a_missing_backup_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable):
        read_content(tmp_path / "missing.db")


def test_a_backup_that_fails_at_the_end_still_closes_the_store(
    planned: Store, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned.backups.folder.write_bytes(b"in the way")
    with pytest.raises(StoreError):
        planned.close()
    planned.backups.folder.unlink()
    assert open_store().conferences.get(ident(10)) == a_conference()


def test_a_held_old_backup_does_not_fail_the_new_one(
    planned: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = planned.backups.make(Reason.PERIODIC)
    planned.backups.make(Reason.PERIODIC)
    clock.now += timedelta(days=40)

    def held(_: Path, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", held)
        made: list[Backup] = [planned.backups.make(Reason.PERIODIC) for _ in range(3)]
    assert old.path.exists()
    assert made[-1].path.exists()


def test_a_failing_rename_leaves_the_older_backups(
    planned: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = planned.backups.make(Reason.PERIODIC)

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreError):
            planned.backups.make(Reason.PERIODIC)
    assert planned.backups.list() == (older,)


def test_a_damaged_store_makes_no_backup(planned: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> None:
        raise StoreDamaged(planned._connection.path)

    monkeypatch.setattr(planned._connection, "execute", damaged)
    with pytest.raises(StoreDamaged):
        planned.backups.make(Reason.PERIODIC)
    assert not list(planned.backups.folder.iterdir())
