"""The fields of a delegate, and the orders of a list, in words."""

from __future__ import annotations

from db.records import Delegate, ListOrder, ToneOrder
from desktop.people.cell_doubts import CellDoubt
from desktop.people.field_catalogue import BY_KEY, FIELDS, NOT_LISTED
from desktop.people.people_filter import FIELDS_WITH_GAPS
from desktop.sentences.person_fields import (
    catalogue_sentence,
    cell_doubt_sentence,
    list_order_name,
    person_field_name,
    tone_orders,
)


def test_every_field_has_a_name_of_its_own() -> None:
    keys = {*(field.key for field in FIELDS), *FIELDS_WITH_GAPS}
    assert len({person_field_name(key) for key in keys}) == len(keys)
    assert keys | NOT_LISTED == set(Delegate.__struct_fields__)


def test_a_sensitive_field_is_told_to_be_one() -> None:
    assert catalogue_sentence(BY_KEY["id_number"]) == (
        "It tells people of one name apart."
        " Law 91/2025 calls it sensitive: hand it out only to who asked for it."
        " No paper tells it. It stays in the office."
    )


def test_the_papers_that_tell_a_field_are_named() -> None:
    assert catalogue_sentence(BY_KEY["name"]) == (
        "It names the person. Papers that tell it: the list of delegates, badges."
        " It goes to the level above with the conference."
    )


def test_every_field_can_be_explained() -> None:
    assert all(catalogue_sentence(field).startswith("It ") for field in FIELDS)


def test_every_doubt_asks_to_look_again() -> None:
    assert all(cell_doubt_sentence(doubt).endswith("Look again.") for doubt in CellDoubt)


def test_every_order_has_a_name() -> None:
    assert len({list_order_name(order) for order in ListOrder}) == len(ListOrder)
    assert [order for order, _ in tone_orders()] == list(ToneOrder)
