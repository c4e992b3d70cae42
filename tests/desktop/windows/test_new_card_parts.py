from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from desktop.documents.badges.check import check_layout
from desktop.documents.badges.layout import Element, Fold
from desktop.documents.badges.load import shipped_layout, shipped_names
from desktop.windows.new_card_parts import new_parts


@pytest.mark.parametrize("name", shipped_names("badges"))
def test_whatever_is_added_first_can_be_printed(name: str) -> None:
    layout = shipped_layout(name)
    made = [make() for _, make in new_parts(layout)]

    assert {type(each) for each in made} == set(get_args(Element))
    for each in made:
        check_layout(replace(layout, elements=(each,), back=(), fold=Fold.NONE, slot=None))
