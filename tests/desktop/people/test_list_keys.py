"""The keys the store keeps beside each person."""

from __future__ import annotations

from db.records import ToneOrder
from desktop.people.list_keys import NameKeys
from desktop.people.names import sort_key
from desktop.people.person_search import search_text
from tests.builders import a_delegate

SAC_FIRST = ToneOrder.SAC_HUYEN_HOI_NGA_NANG
KEPT = (
    "1",
    "4b5240020301004f480201006cc38a20684fc380",
    "l.h\nle hoa\nthon 2\n\n\n\n\n#1#\n0912345678$",
)


def test_the_keys_are_those_of_names_and_of_the_search() -> None:
    person = a_delegate(1, name="Công Tằng Tôn Nữ Phương Thảo", given_name="Phương Thảo")
    keys = NameKeys()
    expected = sort_key(person.name, "Phương Thảo", SAC_FIRST)
    assert keys.sort_key(person, SAC_FIRST) == expected
    assert keys.search_text(person) == search_text(person)


def test_keys_of_the_same_version_are_never_others() -> None:
    person = a_delegate(1, name="Lê Hoà", unit="Thôn 2", phone="0912 345 678")
    keys = NameKeys()
    kept = (
        keys.version,
        keys.sort_key(person, ToneOrder.HUYEN_HOI_NGA_SAC_NANG).hex(),
        keys.search_text(person),
    )
    assert kept == KEPT, "then raise the version: stores hold the old ones"
