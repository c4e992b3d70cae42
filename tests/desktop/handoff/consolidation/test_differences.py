"""What changed between two numbers of one conference."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from db.day_records import BudgetLine
from db.records import ConferenceFile, ListOrder, ProgrammeItem
from desktop.handoff.consolidation.differences import Changes, Difference, difference
from tests.builders import a_conference, a_delegate, a_file, ident


def a_number(*people: int, **fields: Any) -> ConferenceFile:
    return a_file(*map(a_delegate, people), conference=a_conference(**fields))


def test_the_same_number_differs_in_nothing() -> None:
    found = difference(a_number(1, 2), a_number(1, 2))
    assert found == Difference()
    assert not found


def test_who_came_and_who_went_is_named_in_the_order_of_names() -> None:
    before = a_file(a_delegate(1, name="Bùi Văn Tư"), a_delegate(2, name="Lê Thị An"))
    found = difference(before, a_file(a_delegate(3, name="Võ Ba")))
    assert [one.name for one in found.people_removed] == ["Lê Thị An", "Bùi Văn Tư"]
    assert [one.name for one in found.people_added] == ["Võ Ba"]


def test_what_is_said_anew_of_somebody_is_named_field_by_field() -> None:
    now = a_file(a_delegate(1, name="Nguyễn Thị Ước", post="Bí thư", phone="0900000000"))
    (one,) = difference(a_number(1), now).people_changed
    assert (one.delegate_id, one.fields) == (ident(1001), ("phone", "post"))


def test_a_place_in_the_list_is_no_change_of_a_person() -> None:
    assert not difference(a_number(1), a_file(a_delegate(1, position=8)))


def test_the_programme_is_compared_item_by_item() -> None:
    items = tuple(ProgrammeItem(id=ident(30 + one), title=f"Mục {one}") for one in range(4))
    before = a_number(programme=items[:3])
    now = a_number(programme=(items[1], replace(items[0], minutes=5), items[3]))
    assert difference(before, now).programme == Changes(
        added=("Mục 3",), removed=("Mục 2",), changed=("Mục 0",), is_moved=True
    )


def test_the_estimate_is_compared_line_by_line_and_as_a_sum() -> None:
    line = BudgetLine(id=ident(40), item="Thuê hội trường", price=2_000_000)
    found = difference(
        a_number(budget=(line, BudgetLine(id=ident(41), price=500))),
        a_number(budget=(replace(line, quantity=2),)),
    )
    assert (found.budget.changed, found.budget.removed) == (("Thuê hội trường",), ("other",))
    assert (found.money_before, found.money_now) == (2_000_500, 4_000_000)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"venue": "Nhà văn hóa"}, ("venue",)),
        ({"list_order": ListOrder.HAND, "is_planned": True}, ()),
        ({"theme": "Đoàn kết", "title": "Đại hội"}, ("theme", "title")),
    ],
)
def test_other_fields_are_named_but_not_how_the_officer_works(
    fields: dict[str, Any], told: tuple[str, ...]
) -> None:
    found = difference(a_number(), a_number(**fields))
    assert found.fields == told
    assert bool(found) is bool(told)
