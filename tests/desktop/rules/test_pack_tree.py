from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_shapes import ListShape, RecordShape, pack_shape, record_shape, shape_of
from desktop.rules.pack_tree import (
    all_texts,
    find,
    fitted,
    fitted_pack,
    fresh,
    inserted,
    key_of,
    moved,
    path_of,
    replaced,
    shape_at,
    tree_of,
)
from desktop.rules.windows import Window
from tests.desktop.rules.every_shape import every_shape


def test_a_pack_taken_apart_is_the_same_pack() -> None:
    assert msgspec.convert(tree_of(every_shape()), RulePack) == every_shape()


@pytest.mark.parametrize("key", ["version", "levels[0].limits[12].value", "plan.issued_on"])
def test_a_place_is_written_and_read_alike(key: str) -> None:
    assert key_of(path_of(key)) == key


def test_a_change_leaves_the_tree_before_it_alone_and_shares_the_rest() -> None:
    tree = tree_of(every_shape())
    changed = replaced(tree, path_of("levels[0].limits[0].value"), 150)
    assert find(changed, path_of("levels[0].limits[0].value")) == 150
    assert find(tree, path_of("levels[0].limits[0].value")) != 150
    assert changed["units"] is tree["units"]


def test_records_on_the_way_are_begun_and_items_are_not() -> None:
    assert replaced({}, path_of("plan.number"), "7") == {"plan": {"number": "7"}}
    with pytest.raises(LookupError):
        replaced({"levels": []}, path_of("levels[0].name"), "Cấp xã")


def test_nothing_put_at_a_place_takes_it_out() -> None:
    assert replaced({"a": 1, "b": 2}, ("a",), None) == {"b": 2}
    assert replaced({"a": 1}, ("b",), None) == {"a": 1}
    assert replaced({"a": [1, 2]}, ("a", 0), None) == {"a": [2]}


def test_items_are_put_in_and_moved() -> None:
    assert inserted({}, ("a",), 0, "x") == {"a": ["x"]}
    assert inserted({"a": ["x"]}, ("a",), 1, "y") == {"a": ["x", "y"]}
    assert moved({"a": ["x", "y", "z"]}, ("a",), 2, 0) == {"a": ["z", "x", "y"]}


def test_nothing_is_found_where_nothing_stands() -> None:
    assert find({"a": [1]}, ("a", 1)) is None
    assert find({"a": [1]}, ("a", "b")) is None
    assert find({"a": {}}, ("a", 0)) is None


def test_a_begun_part_has_what_may_be_empty_and_lacks_what_must_be_given() -> None:
    assert fresh(record_shape(Level)) == {"forms": [{}]}
    assert fresh(shape_of(Window)) == {"kind": "quarter", "clause": "", "words": ""}
    assert fresh(shape_of(Window), "dates") == {"kind": "dates", "clause": "", "words": ""}
    assert fresh(pack_shape())["format"] == "hoinghi-rulepack"


def test_a_stored_tree_gets_its_days_back_and_loses_what_the_format_does_not_know() -> None:
    pack = every_shape()
    stored = msgspec.json.decode(msgspec.json.encode(tree_of(pack)))
    assert fitted_pack(stored) == tree_of(pack)
    stored["unheard"] = 1
    stored["plan"]["issued_on"] = "30/2/2029"
    stored["levels"].append("xã")
    stored["traits"][0]["kind"] = "unheard"
    kept = fitted_pack(stored)
    assert "unheard" not in kept
    assert kept["plan"]["issued_on"] == "30/2/2029"
    assert len(kept["levels"]) == len(pack.levels)
    assert len(kept["traits"]) == len(pack.traits) - 1


@pytest.mark.parametrize("stored", [None, [], "pack", 1, {"levels": 3, "plan": [], "traits": [5]}])
def test_what_is_no_tree_begins_anew(stored: object) -> None:
    tree = fitted_pack(stored)
    assert tree.get("levels", []) == [] or tree["levels"] == [{"forms": [{}]}]
    assert find(tree, path_of("levels[0].name")) is None


def test_no_part_is_left_of_what_is_no_value() -> None:
    assert fitted(None, shape_of(str)) is None


def test_texts_are_listed_with_their_places() -> None:
    tree = {"a": "x", "b": [{"c": "y"}, 3], "d": date(2029, 1, 1)}
    assert list(all_texts(tree)) == [(("a",), "x"), (("b", 0, "c"), "y")]


def test_the_shape_of_a_place_is_found_through_lists_and_kinds() -> None:
    tree = tree_of(every_shape())
    assert isinstance(shape_at(tree, path_of("levels")), ListShape)
    assert isinstance(shape_at(tree, path_of("levels[0]")), RecordShape)
    assert shape_at(tree, path_of("traits[1].any_of[0]")) is not None
    assert shape_at(tree, path_of("traits[0].any_of")) is None
    assert shape_at({"traits": [{"kind": "?"}]}, path_of("traits[0].name")) is None
    assert shape_at(tree, path_of("levels.name")) is None
    assert shape_at(tree, path_of("unheard")) is None
