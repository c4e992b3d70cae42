from __future__ import annotations

import pytest

from desktop.rules.pack_people import LimitRule, Trait
from desktop.rules.pack_shapes import shape_of
from desktop.rules.pack_tree import find, path_of, replaced, tree_of
from desktop.sentences.pack_places import part_title, place_words
from tests.desktop.rules.every_shape import every_shape

TREE = tree_of(every_shape())


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", "Rule pack"),
        ("plan.number", "The plan › Number and symbol"),
        ("levels[0].limits", "Level “Công ty thành viên” › Numbers"),
        (
            "levels[0].limits[0].value",
            "Level “Công ty thành viên” › Number of participants “khoảng 120 đại biểu” › Number",
        ),
        ("levels[0].unheard", "Level “Công ty thành viên”"),
        ("traits[1].any_of[0]", "Trait: holders of honours “Anh hùng” › Honours 1"),
    ],
)
def test_a_place_is_named_from_the_level_down_to_the_field(key: str, words: str) -> None:
    assert place_words(TREE, path_of(key)) == words


def test_a_part_without_a_name_has_a_number() -> None:
    tree = replaced(TREE, path_of("levels[0].limits[0].words"), "")
    words = place_words(tree, path_of("levels[0].limits[0]"))
    assert words.endswith("Number of participants 1")
    assert part_title(shape_of(Trait), {"kind": "unheard"}, 2) == "3"
    tree = replaced(TREE, path_of("traits[0].kind"), "unheard")
    assert place_words(tree, path_of("traits[0].name")) == "1"


def test_a_long_name_is_cut_on_its_first_line() -> None:
    limit = find(TREE, path_of("levels[0].limits[0]"))
    shape = shape_of(LimitRule)
    assert part_title(shape, {**limit, "words": "một\nhai"}, 0) == "một…"
    assert len(part_title(shape, {**limit, "words": "chữ " * 40}, 0)) <= 61
