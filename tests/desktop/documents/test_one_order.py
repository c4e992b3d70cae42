"""The list and the badges stand in one order: that of the conference."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from db.records import ListOrder, ToneOrder
from desktop.documents.badges.run import badge_places
from desktop.documents.blocks import Table
from desktop.documents.delegate_list import ListColumn, delegate_list_document
from desktop.documents.snapshot import Snapshot
from desktop.people.person_order import in_order
from tests.builders import NOON, a_conference, a_delegate, a_file, an_office

PEOPLE = (
    a_delegate(1, name="Trần Văn Bá", unit="Thôn 10", post="Nông dân", badge_number=3),
    a_delegate(2, name="Lê Thị Bà", unit="Thôn 2", post="Bí thư", badge_number=2),
    a_delegate(3, name="Phạm Dung", unit="Thôn 1", post="Trưởng thôn", badge_number=1),
)


def a_snapshot(order: ListOrder, tone_order: ToneOrder) -> Snapshot:
    file = a_file(
        *PEOPLE,
        office=an_office(tone_order=tone_order),
        conference=a_conference(list_order=order),
    )
    return Snapshot(file=file, made_at=NOON)


def names_on_the_list(snapshot: Snapshot) -> list[str]:
    blocks = delegate_list_document(snapshot, (ListColumn.NAME,)).parts[0].blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [row.cells[0][0].text for row in table.rows if not row.is_group]


@pytest.mark.parametrize("tone_order", list(ToneOrder)[::2])
@pytest.mark.parametrize("order", ListOrder)
def test_every_paper_lists_people_in_the_order_of_the_conference(
    order: ListOrder, tone_order: ToneOrder
) -> None:
    snapshot = a_snapshot(order, tone_order)
    expected = in_order(PEOPLE, order, tone_order)
    assert names_on_the_list(snapshot) == [one.name for one in expected]
    assert [one.delegate_id for one in badge_places(snapshot)] == [one.id for one in expected]


def test_without_a_choice_it_is_the_given_name() -> None:
    snapshot = a_snapshot(ListOrder.GIVEN_NAME, ToneOrder.HUYEN_HOI_NGA_SAC_NANG)
    assert replace(snapshot, file=a_file(*PEOPLE)) == snapshot
    assert names_on_the_list(snapshot) == ["Lê Thị Bà", "Trần Văn Bá", "Phạm Dung"]
