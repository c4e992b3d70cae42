"""The tree of offices: whose bundle belongs where."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.offices import OfficeTree
from desktop.rules.pack import Unit
from tests.desktop.handoff.consolidation.province import UNITS, received_from, the_pack


def a_tree(own_unit: str = "", **became: str) -> OfficeTree:
    return OfficeTree(the_pack(), Mergers(became), own_unit)


def place_of(tree: OfficeTree, **fields: Any) -> str:
    return tree.place_of(received_from(1, "", **fields)).unit_id


def test_the_desk_is_the_unit_above_all_others_and_expects_nothing_of_itself() -> None:
    tree = a_tree()
    assert tree.own_unit == "soc-trang"
    assert [one.unit_id for one in tree.places] == [
        "chau-thanh",
        "an-hiep",
        "phu-tam",
        "labour-department",
    ]


def test_a_district_expects_its_own_communes_only() -> None:
    assert [one.unit_id for one in a_tree("chau-thanh").places] == ["an-hiep", "phu-tam"]


def test_a_desk_of_another_plan_is_the_unit_above_all_others() -> None:
    assert a_tree("nowhere").places == a_tree().places


def test_what_the_desk_says_goes_before_what_the_conference_says() -> None:
    one = received_from(1, "an-hiep", unit_id="phu-tam")
    assert a_tree().place_of(one).unit_id == "phu-tam"
    assert a_tree().place_of(replace(one, unit_id="")).unit_id == "an-hiep"


@pytest.mark.parametrize("name", ["xã An Hiệp", "XÃ AN HIỆP", "Xa An Hiep", "xã  An  Hiệp"])
def test_an_office_that_names_no_unit_is_known_by_its_name(name: str) -> None:
    assert place_of(a_tree(), name=name) == "an-hiep"


def test_an_office_that_was_merged_stands_at_the_unit_that_it_became() -> None:
    tree = a_tree(**{"Xã Cũ": "Xã Vừa", "Xã Vừa": "Xã Phú Tâm"})
    assert place_of(tree, name="xã Cũ") == "phu-tam"
    assert place_of(tree, name="xã Lạ") == ""


def test_a_unit_of_the_plan_that_was_merged_is_expected_once() -> None:
    tree = a_tree(**{"Xã An Hiệp": "Xã Phú Tâm"})
    assert [one.name for one in tree.places if one.level_id == "commune"] == ["Xã Phú Tâm"]
    assert tree.place_of(received_from(1, "an-hiep")).unit_id == "phu-tam"


def test_units_merged_into_one_of_a_new_name_share_a_place() -> None:
    tree = a_tree(**{"Xã An Hiệp": "Xã Hiệp Tâm", "Xã Phú Tâm": "Xã Hiệp Tâm"})
    assert [one.name for one in tree.places if one.level_id == "commune"] == ["Xã Hiệp Tâm"]


def test_without_one_unit_above_the_others_everybody_is_expected() -> None:
    alone = (Unit(id="here", name="Xã Đây", level="commune"),)
    tree = OfficeTree(replace(the_pack(), units=alone), Mergers())
    assert (tree.own_unit, [one.unit_id for one in tree.places]) == ("", ["here"])


def test_places_come_in_the_order_of_the_plan_then_by_level_and_name() -> None:
    tree = a_tree()
    others = [
        tree.place_of(received_from(8, "", name=name, conference={"level_id": level}))
        for name, level in (("sở Y", "department"), ("xã B", "commune"), ("xã Ă", "commune"))
    ]
    places = sorted([*others, *reversed(tree.places)], key=tree.order)
    assert places[: len(UNITS) - 1] == list(tree.places)
    names = [one.name.removeprefix("Ủy ban nhân dân ") for one in places[len(UNITS) - 1 :]]
    assert names == ["xã Ă", "xã B", "sở Y"]
