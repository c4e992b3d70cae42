from __future__ import annotations

import pytest

from db.badge_designs import DesignKind, StoredDesign
from db.changes import Action
from db.store import Store
from tests.builders import ident
from tests.db.conftest import Opener


def _design(number: int = 1, name: str = "Thẻ riêng", **backgrounds: bytes) -> StoredDesign:
    return StoredDesign(id=ident(number), name=name, content=b'id = "own"', backgrounds=backgrounds)


def _same(one: StoredDesign, other: StoredDesign) -> bool:
    return (one.id, one.name, one.content, one.backgrounds) == (
        other.id,
        other.name,
        other.content,
        other.backgrounds,
    )


def test_a_design_is_kept_with_its_backgrounds(store: Store, open_store: Opener) -> None:
    design = _design(nen=b"%PDF", sau=b"jpeg")
    store.badge_designs.keep(DesignKind.LAYOUT, design)
    store.close()

    (kept,) = open_store().badge_designs.all(DesignKind.LAYOUT)

    assert _same(kept, design)
    assert kept.changed_at is not None


def test_a_design_saved_again_leaves_no_old_background(store: Store) -> None:
    store.badge_designs.keep(DesignKind.LAYOUT, _design(nen=b"%PDF"))
    store.badge_designs.keep(DesignKind.LAYOUT, _design(name="Mới", sau=b"jpeg"))

    (kept,) = store.badge_designs.all(DesignKind.LAYOUT)

    assert _same(kept, _design(name="Mới", sau=b"jpeg"))


@pytest.mark.parametrize("kind", DesignKind)
def test_designs_and_sheets_are_listed_by_name_and_removed(store: Store, kind: DesignKind) -> None:
    for number, name in ((1, "B"), (2, "A")):
        store.badge_designs.keep(kind, _design(number, name))
    other = next(each for each in DesignKind if each is not kind)

    assert [each.name for each in store.badge_designs.all(kind)] == ["A", "B"]
    assert store.badge_designs.all(other) == ()
    store.badge_designs.remove(kind, ident(2))
    store.badge_designs.remove(kind, ident(2))
    assert [each.name for each in store.badge_designs.all(kind)] == ["B"]
    actions = [entry.action for entry in store.log.entries()]
    assert actions.count(Action.BADGE_DESIGN_REMOVED) == 1
    assert actions.count(Action.BADGE_DESIGN_SAVED) == 2
