from __future__ import annotations

import pytest

from desktop.rules.pack_names import key_from, offered, renamed, taken_keys, tended
from desktop.rules.pack_part import Refers
from desktop.rules.pack_tree import Tree, find, path_of, replaced, tree_of
from tests.desktop.rules.every_shape import every_shape

TREE = tree_of(every_shape())
PACK = every_shape()
LEVEL = path_of("levels[0]")


def _keys(tree: Tree, refers: Refers) -> list[str]:
    return [one.key for one in offered(tree, refers, LEVEL)]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Cấp xã", "cap-xa"),
        ("Đặc khu Phú Quý", "dac-khu-phu-quy"),
        ("  …  ", ""),
        (
            "Ủy ban nhân dân các xã, phường, thị trấn và đặc khu",
            "uy-ban-nhan-dan-cac-xa-phuong-thi-tran",
        ),
        ("x" * 50, "x" * 40),
    ],
)
def test_a_key_is_made_of_a_name(title: str, key: str) -> None:
    assert key_from(title, ()) == key


def test_a_key_is_made_different_from_those_taken() -> None:
    assert key_from("Cấp xã", ("cap-xa", "cap-xa-2")) == "cap-xa-3"


def test_what_the_pack_defines_is_offered() -> None:
    assert _keys(TREE, Refers.LEVEL) == [level.id for level in PACK.levels]
    assert _keys(TREE, Refers.UNIT) == [unit.id for unit in PACK.units]
    assert _keys(TREE, Refers.EVENT) == [event.key for event in PACK.levels[0].events]
    assert _keys(TREE, Refers.COLOUR) == []
    who = _keys(TREE, Refers.WHO)
    assert who[:4] == ["exemplar", "guest", "other", "ungrouped"]
    assert {trait.key for trait in PACK.traits} <= set(who)
    assert {group.key for group in PACK.levels[0].groups if group.key} <= set(who)


def test_rules_are_offered_even_before_they_have_a_key() -> None:
    rules = offered(TREE, Refers.RULE, LEVEL)
    limits = [one for one in rules if one.path[:3] == path_of("levels[0].limits")]
    assert [one.title for one in limits] == [limit.words for limit in PACK.levels[0].limits]
    assert not any("exceptions" in one.path for one in rules)
    assert offered(TREE, Refers.RULE, path_of("levels[9]")) == ()


def test_the_keys_beside_a_part_are_taken() -> None:
    first, *others = (form.id for form in PACK.levels[0].forms)
    taken = taken_keys(TREE, path_of("levels[0].forms[0]"))
    assert taken == set(others) - {first} | ({first} & set(others))
    assert PACK.units[1].id in taken_keys(TREE, path_of("units[0]"))
    assert taken_keys(TREE, path_of("plan")) == frozenset()
    assert taken_keys(TREE, path_of("unheard")) == frozenset()


def test_references_follow_a_key_that_changes() -> None:
    old = TREE["levels"][0]["id"]
    changed = renamed(TREE, LEVEL, old, "cap-khac")
    of_level = [place for place, unit in enumerate(PACK.units) if unit.level == old]
    assert of_level
    assert all(changed["units"][place]["level"] == "cap-khac" for place in of_level)
    trait = PACK.traits[0].key
    changed = renamed(TREE, path_of("traits[0]"), trait, "lao-dong")
    assert trait not in _texts(changed["levels"])
    assert "lao-dong" in _texts(changed["levels"])


def test_references_inside_a_level_follow_only_there() -> None:
    event = PACK.levels[0].events[0].key
    tree = replaced(TREE, path_of("levels[1]"), {**TREE["levels"][0], "id": "cap-hai"})
    changed = renamed(tree, path_of("levels[0].events[0]"), event, "dai-hoi-dang")
    assert event not in _texts(changed["levels"][0]["windows"])
    assert changed["levels"][1] == tree["levels"][1]


def test_nothing_follows_a_key_that_two_parts_have_or_that_is_empty() -> None:
    tree = replaced(TREE, path_of("units[1].id"), PACK.units[0].id)
    assert renamed(tree, path_of("units[0]"), PACK.units[0].id, "khac") == tree
    assert renamed(TREE, LEVEL, "", "khac") == TREE
    assert renamed(TREE, path_of("levels[0].exceptions[0]"), "a", "b") == TREE
    assert renamed(TREE, path_of("levels[7].events[0]"), "a", "b") == TREE


def _texts(node: object) -> set[str]:
    if isinstance(node, str):
        return {node}
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return {text for part in parts for text in _texts(part)}


def test_the_traits_are_offered_outside_of_a_level_too() -> None:
    offers = offered(TREE, Refers.WHO, path_of("traits[0]"))
    assert [one.key for one in offers][4:] == [trait.key for trait in PACK.traits]


def test_a_part_of_an_unknown_kind_is_offered_to_nobody() -> None:
    tree = replaced(TREE, path_of("traits[0].kind"), "unheard")
    assert find(TREE, path_of("traits[0].key")) not in _keys(tree, Refers.WHO)


def _set(tree: Tree, key: str, value: object) -> Tree:
    path = path_of(key)
    return tended(tree, replaced(tree, path, value), path)


def test_what_is_named_gets_its_key_and_keeps_it() -> None:
    tree = _set({"levels": [{}]}, "levels[0].name", "Cấp xã")
    assert tree["levels"][0]["id"] == "cap-xa"
    tree = _set(tree, "levels[0].name", "Cấp phường")
    assert tree["levels"][0]["id"] == "cap-xa"
    tree = _set({"levels": [{"groups": [{}]}]}, "levels[0].groups[0].name", "Khách mời")
    assert tree["levels"][0]["groups"][0]["key"] == "khach-moi"
    assert _set({"levels": [{}]}, "levels[0].name", "…") == {"levels": [{"name": "…"}]}


def test_rules_have_no_key_before_something_refers_to_them() -> None:
    tree = _set({"levels": [{"limits": [{}]}]}, "levels[0].limits[0].words", "không quá 100")
    assert "id" not in tree["levels"][0]["limits"][0]
    tree = _set({"levels": [{"exceptions": [{}]}]}, "levels[0].exceptions[0].words", "chỉ đạo điểm")
    assert tree["levels"][0]["exceptions"][0]["id"] == "chi-dao-diem"


def test_every_row_of_a_list_gets_its_own_key() -> None:
    tree = _set({}, "units", [{"name": "Xã Tân An"}, {"name": "Xã Tân An"}, {}])
    assert [unit.get("id") for unit in tree["units"]] == ["xa-tan-an", "xa-tan-an-2", None]


def test_references_follow_a_key_typed_anew_but_not_rows_that_change_places() -> None:
    old = PACK.units[0].id
    tree = _set(TREE, "units[0].id", "don-vi-moi")
    assert old not in _texts(tree)
    rows = list(TREE["units"])
    rows[0], rows[1] = rows[1], rows[0]
    assert {**_set(TREE, "units", rows), "units": TREE["units"]} == TREE
