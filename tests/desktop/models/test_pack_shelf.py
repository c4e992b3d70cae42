"""The rule packs of an office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.pack_drafts import StoredDraft
from db.store import Store
from desktop.errors import InputRefused
from desktop.models.pack_beginning import as_next_cycle, as_version, decoded, from_nothing
from desktop.models.pack_shelf import PackShelf
from desktop.models.workspace import Workspace
from desktop.rules.load import load_pack
from tests.builders import a_conference, an_office, ident
from tests.desktop.rules.every_shape import every_shape
from tests.hands import delete_now


@pytest.fixture
def shelf(workspace: Workspace) -> Iterator[PackShelf]:
    opened = PackShelf(workspace)
    yield opened
    delete_now(opened)


def test_versions_are_listed_with_their_origin_and_uses(shelf: PackShelf, store: Store) -> None:
    pack = every_shape()
    shelf.install(pack)
    shelf.install(replace(pack, version=4))
    store.offices.save(an_office())
    store.conferences.add(a_conference(rule_pack_id=pack.id, rule_pack_version=3))
    ours = [one for one in shelf.entries() if one.pack.id == pack.id]
    assert [one.pack.version for one in ours] == [4, 3]
    assert [one.is_shipped for one in ours] == [False, False]
    assert [one.can_be_removed for one in ours] == [True, False]
    assert [use.id for use in ours[1].uses] == [ident(10)]
    shipped = next(one for one in shelf.entries() if one.pack.id != pack.id)
    assert shipped.is_shipped
    assert not shipped.can_be_removed


def test_a_version_never_comes_to_mean_other_rules(shelf: PackShelf) -> None:
    pack = every_shape()
    shelf.install(pack)
    shelf.install(pack)
    with pytest.raises(InputRefused, match="pack-version-taken"):
        shelf.install(replace(pack, name="Khác"))
    assert shelf.free_version(pack.id) == 4
    assert shelf.free_version("unheard") == 1


def test_only_what_nobody_uses_is_removed(shelf: PackShelf) -> None:
    shelf.install(every_shape())
    for entry in shelf.entries():
        shelf.remove(entry)
    assert [one.is_shipped for one in shelf.entries()] == [True] * len(shelf.entries())
    assert shelf.entries()


def test_an_exported_pack_loads_as_the_same(shelf: PackShelf, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    shelf.export(every_shape(), path)
    assert load_pack(path) == every_shape()


def test_drafts_are_begun_opened_put_away_and_brought_back(shelf: PackShelf) -> None:
    draft = shelf.begin(as_version(every_shape(), 4))
    assert [one.id for one in shelf.drafts()] == [draft.id]
    opened = shelf.open_draft(draft.id)
    assert opened is not None
    assert (opened.tree, opened.base) == (draft.tree, (every_shape().id, 3))
    stored = shelf.discard(draft.id)
    assert stored is not None
    assert shelf.open_draft(draft.id) is None
    shelf.bring_back(stored)
    assert [one.id for one in shelf.drafts()] == [draft.id]


def test_a_power_cut_leads_back_to_the_pack_being_written(shelf: PackShelf) -> None:
    assert shelf.open_draft_id == ""
    draft = shelf.begin(from_nothing())
    shelf.remember_open(draft.id)
    assert shelf.open_draft_id == draft.id
    shelf.discard(draft.id)
    assert shelf.open_draft_id == ""


def test_a_draft_that_cannot_be_read_begins_anew() -> None:
    for content in (b"", b"[]", b'{"tree": 5}', b"\xff"):
        assert decoded(StoredDraft(id=ident(1), name="", content=content)) == from_nothing()


def test_the_next_cycle_begins_with_what_somebody_has_to_look_at() -> None:
    beginning = as_next_cycle(every_shape(), 5)
    assert beginning.unseen
    assert beginning.tree["version"] == 1
    assert (beginning.base_id, beginning.base_version) == (every_shape().id, 3)
