"""Rule packs in the store: every version kept, none ever to mean other rules."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from db.backups import Reason
from db.changes import Action
from db.rule_packs import PackVersionTaken, StoredPack
from db.store import Store
from tests.builders import KEYS, a_conference, ident
from tests.db.conftest import Clock, Opener


def a_stored_pack(version: int = 1, **fields: Any) -> StoredPack:
    defaults: dict[str, Any] = {
        "id": "kon-tum-2019",
        "version": version,
        "name": "Tỉnh Kon Tum (2019)",
        "content": "format = 'hoinghi-rulepack' # Đại hội\r\n\x00".encode(),
    }
    return StoredPack(**(defaults | fields))


def actions(store: Store) -> list[Action]:
    return [entry.action for entry in store.log.entries()]


def test_a_fresh_store_holds_no_packs(store: Store) -> None:
    assert store.rule_packs.all() == ()


def test_a_pack_is_kept_as_its_file_came(store: Store, open_store: Opener) -> None:
    assert store.rule_packs.install(a_stored_pack())
    store.close()
    assert open_store().rule_packs.all() == (a_stored_pack(),)


def test_every_version_is_kept_by_id_and_number(store: Store) -> None:
    packs = (
        a_stored_pack(1, id="hung-yen-2019"),
        a_stored_pack(2),
        a_stored_pack(10),
    )
    for pack in packs[::-1]:
        assert store.rule_packs.install(pack)
    assert store.rule_packs.all() == packs


def test_the_same_version_twice_changes_and_logs_nothing(store: Store) -> None:
    store.rule_packs.install(a_stored_pack())
    assert not store.rule_packs.install(a_stored_pack())
    assert not store.rule_packs.install(a_stored_pack(name="Tên khác"))
    assert store.rule_packs.all() == (a_stored_pack(),)
    assert actions(store) == [Action.RULE_PACK_INSTALLED]


def test_other_content_under_the_same_version_is_refused_and_the_stored_one_kept(
    store: Store,
) -> None:
    store.rule_packs.install(a_stored_pack())
    with pytest.raises(PackVersionTaken) as refused:
        store.rule_packs.install(a_stored_pack(content=b""))
    assert refused.value.args == ("kon-tum-2019", 1)
    assert store.rule_packs.all() == (a_stored_pack(),)
    assert actions(store) == [Action.RULE_PACK_INSTALLED]


@pytest.mark.parametrize("version", [0, 100_000])
def test_a_version_that_no_pack_has_is_refused(store: Store, version: int) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.rule_packs.install(a_stored_pack(version))
    assert store.rule_packs.all() == ()
    assert actions(store) == []


def test_one_version_is_removed_and_the_others_stay(store: Store) -> None:
    for version in (1, 2):
        store.rule_packs.install(a_stored_pack(version))
    store.rule_packs.remove("kon-tum-2019", 1)
    assert store.rule_packs.all() == (a_stored_pack(2),)
    store.rule_packs.remove("kon-tum-2019", 1)
    store.rule_packs.remove("hung-yen-2019", 2)
    assert store.rule_packs.all() == (a_stored_pack(2),)
    assert actions(store)[0] is Action.RULE_PACK_REMOVED
    assert len(actions(store)) == 3


def test_a_removed_version_may_come_back_with_other_rules(store: Store) -> None:
    store.rule_packs.install(a_stored_pack())
    store.rule_packs.remove("kon-tum-2019", 1)
    other = a_stored_pack(content=b"other")
    assert store.rule_packs.install(other)
    assert store.rule_packs.all() == (other,)


def test_the_conferences_that_follow_a_version_are_named(planned: Store) -> None:
    follows: dict[str, Any] = {"rule_pack_id": "kon-tum-2019", "rule_pack_version": 2}
    for number in (31, 32, 33):
        planned.conferences.add(a_conference(id=ident(number), **follows))
    planned.conferences.add(a_conference(id=ident(34), **(follows | {"rule_pack_version": 1})))
    planned.conferences.delete(ident(33))
    planned.conferences.save(a_conference(id=ident(31), title="mới", **follows))
    used_by = planned.rule_packs.used_by
    assert used_by("kon-tum-2019", 2) == (ident(31), ident(32))
    assert used_by("kon-tum-2019", 1) == (ident(34),)
    assert used_by("kon-tum-2019", 3) == used_by("hung-yen-2019", 2) == ()


def test_a_backup_holds_the_packs_too(store: Store, clock: Clock, tmp_path: Path) -> None:
    store.rule_packs.install(a_stored_pack())
    backup = store.backups.make_if_changed(Reason.PERIODIC)
    assert backup is not None
    copy = backup.path.rename(tmp_path / "copy.db")
    with Store.open(copy, clock=clock, new_id=lambda: ident(1), keys=KEYS) as restored:
        assert restored.rule_packs.all() == (a_stored_pack(),)
