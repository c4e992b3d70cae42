from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.load import shipped_packs
from desktop.rules.pack import RulePack
from desktop.rules.pack_faults import faults
from desktop.rules.pack_shapes import pack_shape
from desktop.rules.pack_tree import Tree, TreePath, find, fresh, key_of, path_of, replaced, tree_of
from desktop.rules.unfinished import look_at, unfinished_reasons
from tests.desktop.rules.every_shape import every_shape

TREE = tree_of(every_shape())
JUNK: tuple[Any, ...] = (None, "", "abc", "70%", -1, 10**7, True, [], ["x"], {}, {"kind": "?"})
JUNK += (date(2030, 1, 1), {"first_year": 1})


def _places(node: Any, path: TreePath = ()) -> list[TreePath]:
    parts: list[tuple[str | int, Any]] = []
    if isinstance(node, dict):
        parts = list(node.items())
    elif isinstance(node, list):
        parts = list(enumerate(node))
    return [path] * bool(path) + [one for key, part in parts for one in _places(part, (*path, key))]


PLACES = _places(TREE)


def _faults(tree: Tree) -> dict[str, str]:
    return {key_of(fault.path): fault.reason for fault in look_at(tree).faults}


def _is_a_pack(tree: Tree) -> bool:
    try:
        return not list(faults(msgspec.convert(tree, RulePack)))
    except msgspec.ValidationError:
        return False


@pytest.mark.parametrize("pack", [*shipped_packs(), every_shape()], ids=lambda pack: pack.id)
def test_a_whole_pack_has_no_faults(pack: RulePack) -> None:
    look = look_at(tree_of(pack))
    assert (look.pack, look.faults) == (pack, ())


def test_all_that_a_new_pack_still_needs_is_named_at_once() -> None:
    found = _faults(fresh(pack_shape()))
    assert set(found.values()) == {"pack-missing"}
    assert {"name", "plan.issuer", "cycle.reviewed.first_year", "levels[0].forms[0].name"} <= set(
        found
    )


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("version", 0, "pack-wrong-number"),
        ("version", "một", "pack-wrong-number"),
        ("id", "Hai Từ", "pack-wrong-key"),
        ("name", "", "pack-missing"),
        ("name", "x" * 5000, "pack-long-text"),
        ("name", 5, "pack-long-text"),
        ("plan.issued_on", "30/2/2029", "pack-wrong-day"),
        ("levels[0].shares[0].share", "bảy mươi", "pack-wrong-share"),
        ("levels[0].forms", [], "pack-missing"),
        ("levels[0].forms[0].theme", "maybe", "pack-wrong-choice"),
        ("traits[0].kind", "unheard", "pack-wrong-choice"),
        ("validity.until", 1, "pack-unknown-field"),
        ("levels[0].texts", "none", "pack-wrong-choice"),
        ("levels[0].limits", "none", "pack-wrong-choice"),
        ("format", "other", "pack-wrong-choice"),
    ],
)
def test_a_wrong_value_is_named_at_its_place(key: str, value: object, reason: str) -> None:
    tree = replaced(TREE, path_of(key), value)
    assert _faults(tree)[key] == reason


def test_a_month_that_is_none_is_named() -> None:
    tree = replaced(
        TREE,
        path_of("levels[0].windows"),
        [{"kind": "months", "clause": "", "words": "", "first": "tháng 3", "last": "2030-03"}],
    )
    assert _faults(tree)["levels[0].windows[0].first"] == "pack-wrong-month"


def test_what_parts_say_of_one_another_is_looked_at_while_others_are_unfinished() -> None:
    tree = replaced(TREE, ("name",), None)
    tree = replaced(tree, path_of("units[0].level"), "unheard")
    found = _faults(tree)
    assert found["name"] == "pack-missing"
    assert found["units[0].level"] == "pack-unknown-key"


def test_whatever_a_list_must_have_at_least_stands_in_for_it() -> None:
    tree = replaced(TREE, path_of("levels"), None)
    assert _faults(tree)["levels"] == "pack-missing"
    tree = replaced(TREE, path_of("levels[0].texts"), {"movements": {"items": ["x"]}})
    assert _faults(tree)["levels[0].texts.movements.items[0]"] == "pack-wrong-choice"
    tree = replaced(TREE, path_of("traits"), ["x"])
    assert _faults(tree)["traits[0]"] == "pack-wrong-choice"
    tree = replaced(TREE, path_of("levels[0].document"), {"kind": 5, "clause": True})
    assert set(_faults(tree)) == {"levels[0].document.kind", "levels[0].document.clause"}


def test_what_stands_in_for_a_wrong_part_is_never_blamed() -> None:
    tree = replaced(TREE, path_of("levels[0].limits[0].counts"), [])
    assert _faults(tree) == {"levels[0].limits[0].counts": "pack-missing"}


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(JUNK)), max_size=4))
def test_any_damage_is_either_a_pack_or_named(damage: list[tuple[TreePath, Any]]) -> None:
    tree = TREE
    for path, junk in damage:
        if find(tree, path) is not None:
            tree = replaced(tree, path, junk)
    look = look_at(tree)
    assert (look.pack is not None) == (not look.faults) == _is_a_pack(tree)
    if look.pack is not None:
        assert look.pack == msgspec.convert(tree, RulePack)


def test_every_reason_of_its_own_is_listed() -> None:
    assert "pack-missing" in set(unfinished_reasons())
