from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db.backups import Reason, backups_in
from db.errors import BackupUnsound, StoreDamaged, StoreError, StoreFull
from db.rescue import restore, set_aside
from db.store import Store
from tests.builders import NOON, a_conference, ident
from tests.db.conftest import Opener


@pytest.fixture
def damaged(planned: Store, path: Path) -> Path:
    """The place of a damaged store, with a backup of it."""
    planned.close()
    path.write_bytes(b"not a database" * 1000)
    path.with_name(path.name + "-wal").write_bytes(b"left over")
    return path


def test_a_backup_takes_the_place_of_a_damaged_store(damaged: Path, open_store: Opener) -> None:
    with pytest.raises(StoreDamaged):
        open_store()
    content = damaged.read_bytes()
    (backup,) = backups_in(damaged.parent / "backups")
    assert backup.content is not None
    assert backup.content.conferences == 1
    folder = restore(backup.path, damaged, NOON)
    assert folder is not None
    assert (folder / damaged.name).read_bytes() == content
    assert open_store().conferences.get(ident(10)) == a_conference()
    assert backup.path.exists()


def test_restoring_over_a_sound_store_sets_it_aside(
    planned: Store, path: Path, open_store: Opener
) -> None:
    backup = planned.backups.make(Reason.PERIODIC)
    planned.conferences.save(a_conference(title="sau"))
    planned.close()
    folder = restore(backup.path, path, NOON)
    assert open_store().conferences.get(ident(10)) == a_conference()
    assert folder is not None
    assert restore(folder / path.name, path.with_name("other.db"), NOON) is None


def test_an_unsound_backup_restores_nothing(damaged: Path) -> None:
    content = damaged.read_bytes()
    (backup,) = backups_in(damaged.parent / "backups")
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    with pytest.raises(BackupUnsound):
        restore(backup.path, damaged, NOON)
    assert damaged.read_bytes() == content
    assert not list(damaged.parent.glob("set-aside-*"))


def test_a_damaged_store_is_set_aside_with_all_that_belongs_to_it(
    damaged: Path, open_store: Opener
) -> None:
    content = damaged.read_bytes()
    folder = set_aside(damaged, NOON)
    assert folder is not None
    assert (folder / damaged.name).read_bytes() == content
    assert (folder / f"{damaged.name}-wal").read_bytes() == b"left over"
    assert open_store().conferences.summaries() == ()


def test_setting_aside_twice_in_a_second_keeps_both(damaged: Path) -> None:
    first = set_aside(damaged, NOON)
    damaged.write_bytes(b"damaged again")
    second = set_aside(damaged, NOON)
    assert first is not None
    assert second is not None
    assert first != second
    assert (second / damaged.name).read_bytes() == b"damaged again"


def test_there_may_be_nothing_to_set_aside(tmp_path: Path) -> None:
    assert set_aside(tmp_path / "hoinghi.db", NOON) is None


def test_a_file_system_without_links_gets_a_copy(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    content = damaged.read_bytes()
    (backup,) = backups_in(damaged.parent / "backups")
    folder = restore(backup.path, damaged, NOON)
    assert folder is not None
    assert (folder / damaged.name).read_bytes() == content


@pytest.mark.parametrize("step", ["copy", "flush", "rename"])
def test_a_failing_step_leaves_a_file_in_the_place(
    damaged: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    content = damaged.read_bytes()
    (backup,) = backups_in(damaged.parent / "backups")
    rename = Path.replace

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    def full_at_the_end(source: Path, target: Path) -> Path:
        return full() if target == damaged else rename(source, target)  # type: ignore[func-returns-value, return-value]

    if step == "copy":
        monkeypatch.setattr(shutil, "copyfile", full)
    elif step == "flush":
        monkeypatch.setattr("db.rescue.flush", full)
    else:
        monkeypatch.setattr(Path, "replace", full_at_the_end)
    with pytest.raises(StoreFull):
        restore(backup.path, damaged, NOON)
    assert damaged.read_bytes() == content
    assert not list(damaged.parent.glob("*.part"))


def test_a_file_that_cannot_be_moved_stays(damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError):
        set_aside(damaged, NOON)
    assert damaged.exists()
