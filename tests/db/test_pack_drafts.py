from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from sqlite3 import IntegrityError

import pytest

from db.changes import Action
from db.pack_drafts import StoredDraft
from db.store import Store
from tests.builders import ident
from tests.db.conftest import Clock, Opener


def _draft(number: int = 1, content: bytes = b"{}", name: str = "Tỉnh") -> StoredDraft:
    return StoredDraft(id=ident(number), name=name, content=content)


def test_a_draft_is_kept_over_a_power_cut(
    store: Store, path: Path, open_store: Opener, tmp_path: Path
) -> None:
    store.pack_drafts.keep(_draft(content=b"half a pa"))
    store.pack_drafts.keep(_draft(content=b"half a pack"))
    cut = tmp_path / "cut"
    shutil.copytree(path.parent, cut)  # as a killed process leaves it
    store.close()
    shutil.rmtree(path.parent)
    shutil.copytree(cut, path.parent)
    (kept,) = open_store().pack_drafts.all()
    assert (kept.id, kept.name, kept.content) == (ident(1), "Tỉnh", b"half a pack")


def test_the_draft_changed_last_comes_first(store: Store) -> None:
    store.pack_drafts.keep(_draft(1))
    store.pack_drafts.keep(_draft(2))
    store.pack_drafts.keep(_draft(1))
    assert [one.id for one in store.pack_drafts.all()] == [ident(1), ident(2)]
    found = store.pack_drafts.get(ident(2))
    assert found is not None
    assert found.changed_at is not None
    assert store.pack_drafts.get(ident(3)) is None


def test_a_draft_that_is_done_with_is_gone(store: Store) -> None:
    store.pack_drafts.keep(_draft())
    store.pack_drafts.remove(ident(1))
    store.pack_drafts.remove(ident(1))
    assert store.pack_drafts.all() == ()
    assert [entry.action for entry in store.log.entries()].count(Action.PACK_DRAFT_REMOVED) == 1


def test_the_log_tells_of_writing_now_and_then_so_that_a_backup_is_made(
    store: Store, clock: Clock
) -> None:
    def logged() -> int:
        return [entry.action for entry in store.log.entries()].count(Action.PACK_DRAFTED)

    for word in (b"a", b"ab", b"abc"):
        store.pack_drafts.keep(_draft(content=word))
    assert logged() == 1
    clock.now += timedelta(minutes=10)
    store.pack_drafts.keep(_draft(content=b"abcd"))
    assert logged() == 2


def test_a_draft_has_an_id_as_every_record(store: Store) -> None:
    with pytest.raises(IntegrityError):
        store.pack_drafts.keep(StoredDraft(id="draft", name="", content=b""))
