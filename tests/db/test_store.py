from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread, Timer

import pytest

from db.connection import Connection
from db.errors import StoreBusy, StoreDamaged, StoreUnreachable
from db.store import Store
from tests.builders import KEYS, a_conference, an_office, ident
from tests.db.conftest import Clock, Opener

_PATIENCE_S = 20
_OPEN_ELSEWHERE = """
import sqlite3, sys
try:
    connection = sqlite3.connect(sys.argv[1], timeout=0)
    connection.execute("SELECT * FROM sqlite_master")
except sqlite3.OperationalError as error:
    print(error.sqlite_errorname)
"""


def opened_by_another_process(path: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", _OPEN_ELSEWHERE, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_a_missing_folder_is_made(path: Path, open_store: Opener) -> None:
    assert not path.parent.exists()
    assert open_store().offices.get() is None
    assert path.exists()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("locking_mode", "exclusive"),
        ("synchronous", 3),  # EXTRA
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("application_id", int.from_bytes(b"HNgi")),
    ],
)
@pytest.mark.parametrize("is_new", [True, False])
def test_the_connection_is_set_as_the_crash_model_asks(
    open_store: Opener, pragma: str, value: object, is_new: bool
) -> None:
    store = open_store()
    if not is_new:
        store.close()
        store = open_store()
    assert store._connection.value(f"PRAGMA {pragma}") == value


def test_every_table_of_ours_is_strict(store: Store) -> None:
    rows = store._connection.rows("PRAGMA table_list")
    loose = {name for schema, name, _, _, _, strict in rows if schema == "main" and not strict}
    assert loose == {"_sqlite_migrations", "sqlite_schema", "sqlite_sequence"}


def test_what_was_saved_is_there_after_reopening(planned: Store, open_store: Opener) -> None:
    planned.close()
    store = open_store()
    assert store.offices.get() == an_office()
    assert store.conferences.get(ident(10)) == a_conference()


def test_a_second_process_finds_the_store_busy(planned: Store, path: Path) -> None:
    assert opened_by_another_process(path) == "SQLITE_BUSY"
    planned.close()
    assert opened_by_another_process(path) == ""


def test_opening_twice_is_refused_and_keeps_the_first_ones_locks(
    planned: Store, path: Path, open_store: Opener
) -> None:
    with pytest.raises(StoreBusy) as refused:
        open_store()
    assert refused.value.path == path
    assert opened_by_another_process(path) == "SQLITE_BUSY"
    assert planned.conferences.get(ident(10)) == a_conference()


def test_closing_leaves_one_complete_file(planned: Store, path: Path, tmp_path: Path) -> None:
    planned.close()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


def test_a_checkpoint_makes_a_plain_copy_complete(
    planned: Store, path: Path, tmp_path: Path, clock: Clock
) -> None:
    planned.checkpoint()
    copy = tmp_path / "copy.db"
    # by another process, because a plain close here would drop the locks
    copying = "import shutil, sys; shutil.copyfile(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", copying, path, copy], check=True)
    with Store.open(copy, clock=clock, new_id=lambda: ident(1), keys=KEYS) as copied:
        assert copied.conferences.get(ident(10)) == a_conference()


def test_the_store_closes_itself_after_a_with(path: Path, clock: Clock) -> None:
    with Store.open(path, clock=clock, new_id=lambda: ident(1), keys=KEYS) as store:
        store.offices.save(an_office())
    assert opened_by_another_process(path) == ""


def test_an_emptied_file_beside_backups_is_damaged_not_new(
    planned: Store, path: Path, open_store: Opener
) -> None:
    planned.close()
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged):
        open_store()


def test_an_empty_file_without_backups_is_a_start_that_was_cut_short(
    path: Path, open_store: Opener
) -> None:
    path.parent.mkdir()
    path.touch()
    assert open_store().conferences.summaries() == ()


def test_the_start_needs_no_sqlite_utils_once_the_store_is_current(
    store: Store, path: Path
) -> None:
    store.close()
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from db.store import Store\n"
        "from tests.builders import KEYS\n"
        "path, now = Path(sys.argv[1]), datetime.now(UTC)\n"
        "Store.open(path, clock=lambda: now, new_id=str, keys=KEYS).close()\n"
        "print('sqlite_utils' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, path],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout.strip() == "False"


def test_a_file_system_without_a_write_ahead_log_is_refused(
    path: Path, open_store: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = Connection.value

    def answers_delete(connection: Connection, sql: str, values: tuple[()] = ()) -> object:
        return "delete" if "journal_mode" in sql else value(connection, sql, values)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "value", answers_delete)
        with pytest.raises(StoreUnreachable) as refused:
            open_store()
    assert refused.value.cause == "journal_mode=delete"
    assert open_store().offices.get() is None


def test_who_asks_in_the_middle_of_another_threads_step_waits_for_its_end(store: Store) -> None:
    connection, begun, go_on = store._connection, Event(), Event()

    def write() -> None:
        with connection.atomic():
            store.settings.set("name", "half")
            begun.set()
            go_on.wait(_PATIENCE_S)
            store.settings.set("name", "whole")

    writer = Thread(target=write)
    writer.start()
    assert begun.wait(_PATIENCE_S)
    Timer(0.02, go_on.set).start()
    assert store.settings.get("name", "") == "whole"
    writer.join()
