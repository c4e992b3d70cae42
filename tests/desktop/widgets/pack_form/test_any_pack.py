"""Any pack through the forms of the editor, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.models.pack_beginning import as_version, decoded, encoded
from desktop.models.pack_draft import PackDraft
from desktop.rules.load import decode_pack, shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.pack_tree import replaced, tree_of
from desktop.rules.write import encode_pack, encode_tree
from tests.builders import KEYS, NOON, ident
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.widgets.pack_form.pages import every_page
from tests.hands import delete_now


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path: Path = tmp_path_factory.mktemp("packs") / "hoinghi.db"
    with Store.open(path, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS) as store:
        yield store


def _read_from_forms(draft: PackDraft) -> RulePack:
    """Put a pack together from what the fields of every page hold."""
    tree = draft.tree
    for node, editor in every_page(draft):
        tree = replaced(tree, node.path, editor.read())
    return msgspec.convert(tree, RulePack)


def _through_the_forms(pack: RulePack, store: Store) -> None:
    draft = PackDraft(store, ident(3), as_version(pack, pack.version))
    assert draft.pack == pack
    assert _read_from_forms(draft) == pack
    for _, editor in every_page(draft):
        editor.commit()
    assert draft.tree == tree_of(pack)  # what nobody touched stays to the last sign
    assert not draft.can_undo
    draft.keep()
    stored = store.pack_drafts.get(ident(3))
    assert stored is not None
    assert decoded(stored).tree == draft.tree
    delete_now(draft)
    assert decode_pack(encode_tree(tree_of(pack))) == decode_pack(encode_pack(pack)) == pack


@pytest.mark.parametrize("pack", [*shipped_packs(), every_shape()], ids=lambda pack: pack.id)
def test_a_pack_is_the_same_after_the_forms(pack: RulePack, one_store: Store, qtbot: QtBot) -> None:
    _through_the_forms(pack, one_store)


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # a smaller pack would take minutes to find
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pack=any_pack())
def test_any_pack_is_the_same_after_the_forms(
    pack: RulePack, one_store: Store, qtbot: QtBot
) -> None:
    _through_the_forms(pack, one_store)


def test_a_beginning_is_stored_and_read_alike() -> None:
    beginning = as_version(every_shape(), 2)
    assert msgspec.json.decode(encoded(beginning))["base_version"] == 3
