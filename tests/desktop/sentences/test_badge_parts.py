from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, get_args

import pytest

from desktop.documents.badges.imposition import Flip, Order
from desktop.documents.badges.layout import (
    Align,
    Element,
    Field,
    Fold,
    Pattern,
    Picture,
    Side,
    VerticalAlign,
)
from desktop.documents.badges.load import shipped_layout, shipped_names
from desktop.sentences import badge_parts
from desktop.sentences.badge_parts import colour_name, element_name, setting_name

WORDS: dict[type[Enum], Mapping[Any, Callable[[], str]]] = {
    Field: badge_parts.FIELDS,
    Picture: badge_parts.PICTURES,
    Align: badge_parts.ALIGNS,
    VerticalAlign: badge_parts.VERTICAL_ALIGNS,
    Pattern: badge_parts.PATTERNS,
    Side: badge_parts.SIDES,
    Fold: badge_parts.FOLDS,
    Order: badge_parts.ORDERS,
    Flip: badge_parts.FLIPS,
}


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_every_choice_has_its_own_words(kind: type[Enum]) -> None:
    said = [word() for word in WORDS[kind].values()]

    assert set(WORDS[kind]) == set(kind)
    assert len(set(said)) == len(said)


def test_every_part_of_every_design_has_a_name() -> None:
    kinds = set()
    for name in shipped_names("badges"):
        for element in (*shipped_layout(name).elements, *shipped_layout(name).back):
            assert element_name(element)
            kinds.add(type(element))
    assert kinds == set(get_args(Element))


def test_what_can_be_set_is_named_with_its_unit() -> None:
    assert setting_name("x_mm") == "From the left (mm)"
    assert setting_name("full_pt") == "Full size (pt)"
    assert setting_name("capitals") == "In capitals"


def test_colours_of_a_design_keep_the_names_of_their_author() -> None:
    assert colour_name("group") == "of the group"
    assert colour_name("") == "none"
    assert colour_name("gold") == "gold"
