from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import migrations
from db.backups import Reason, backups_in
from db.errors import StoreDamaged, StoreNewer
from db.store import Store
from db.version import refuse_newer_unrecovered
from tests.builders import a_conference, ident
from tests.db.conftest import Opener

_NEWER = "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('hoinghi', 'm9999_later')"


def prints(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


@pytest.mark.parametrize("journal_mode", ["wal", "delete"])
def test_a_newer_file_is_refused_and_left_untouched(
    planned: Store, path: Path, open_store: Opener, journal_mode: str
) -> None:
    planned.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute(_NEWER)
        newer.execute(f"PRAGMA journal_mode = {journal_mode}")
    before = prints(path.parent)
    with pytest.raises(StoreNewer) as refused:
        open_store()
    assert refused.value.cause == "m9999_later"
    assert prints(path.parent) == before


def test_a_newer_file_that_was_not_closed_is_refused_and_left_untouched(
    planned: Store, path: Path, tmp_path: Path, open_store: Opener
) -> None:
    planned._connection.execute(_NEWER)
    kept = tmp_path / "kept"
    shutil.copytree(path.parent, kept)  # as a killed process leaves it: the log not yet moved
    planned.close()
    shutil.rmtree(path.parent)
    shutil.copytree(kept, path.parent)
    before = prints(path.parent)
    assert f"{path.name}-wal" in before
    with pytest.raises(StoreNewer):
        open_store()
    assert prints(path.parent) == before


def test_an_unreadable_left_open_file_is_left_to_the_real_opening(
    path: Path, open_store: Opener
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database" * 500)
    path.with_name(path.name + "-wal").write_bytes(b"left over")
    refuse_newer_unrecovered(path)
    with pytest.raises(StoreDamaged):
        open_store()


def test_a_database_of_another_program_is_damage_and_left_untouched(
    path: Path, open_store: Opener
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE bookmark (name TEXT)")
    before = prints(path.parent)
    with pytest.raises(StoreDamaged):
        open_store()
    assert prints(path.parent) == before


def test_the_names_are_those_of_the_steps() -> None:
    steps = migrations.gather()
    with closing(sqlite3.connect(":memory:")) as empty:
        from sqlite_utils import Database

        pending = steps.pending(Database(empty, execute_plugins=False))
    assert tuple(step.name for step in pending) == migrations.NAMES


def later(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    """Give this program one more migration."""
    gather = migrations.gather

    def gathered() -> object:
        steps = gather()
        steps(name="m9998_later")(lambda database: database.executescript(sql))
        return steps

    monkeypatch.setattr(migrations, "NAMES", (*migrations.NAMES, "m9998_later"))
    monkeypatch.setattr(migrations, "gather", gathered)


def test_an_older_file_is_backed_up_then_migrated(
    planned: Store, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned.close()
    before = migrations.NAMES
    later(monkeypatch, "CREATE TABLE badge (id TEXT PRIMARY KEY) STRICT")
    store = open_store()
    assert store.conferences.get(ident(10)) == a_conference()
    assert store._connection.rows("SELECT * FROM badge") == []
    newest = store.backups.list()[0]
    assert newest.reason is Reason.MIGRATION
    assert newest.content is not None
    assert newest.content.migrations == before
    store.close()
    assert open_store().conferences.get(ident(10)) == a_conference()


def test_a_table_that_others_refer_to_may_be_rebuilt(
    planned: Store, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned.close()
    later(
        monkeypatch,
        """
        CREATE TABLE office_new AS SELECT * FROM office;
        DROP TABLE office;
        CREATE TABLE office (
            id TEXT NOT NULL PRIMARY KEY, is_own INTEGER, name TEXT, issuer TEXT,
            parent_body TEXT, place_name TEXT, symbol TEXT, archive_symbol TEXT, logo_id TEXT,
            tone_order TEXT
        ) STRICT;
        INSERT INTO office SELECT * FROM office_new;
        DROP TABLE office_new;
        """,
    )
    store = open_store()
    assert store.conferences.get(ident(10)) == a_conference()
    assert store._connection.value("PRAGMA foreign_keys") == 1


@pytest.mark.parametrize(
    ("sql", "error"),
    [
        ("CREATE TABLE badge (id TEXT); SELECT nonsense FROM nowhere", sqlite3.OperationalError),
        ("CREATE TABLE badge (id TEXT); DELETE FROM office", StoreDamaged),
    ],
)
def test_a_failing_migration_leaves_the_old_version(
    planned: Store,
    open_store: Opener,
    monkeypatch: pytest.MonkeyPatch,
    sql: str,
    error: type[Exception],
) -> None:
    planned.close()
    with monkeypatch.context() as patch:
        later(patch, sql)
        with pytest.raises(error):
            open_store()
    store = open_store()
    assert store.conferences.get(ident(10)) == a_conference()
    assert store._connection.rows("SELECT name FROM sqlite_master WHERE name = 'badge'") == []
    assert Reason.MIGRATION in {backup.reason for backup in backups_in(store.backups.folder)}
