from __future__ import annotations

from typing import Any

import pytest

from db.records import BirthDate, Delegate, Gender
from desktop.people.merged_people import MergeChoice, differences, merged
from tests.builders import ident

DAY = BirthDate(year=1975, month=5, day=20)


def listed(**fields: Any) -> Delegate:
    own: dict[str, Any] = {"id": ident(1), "position": 7, "badge_number": 12}
    return Delegate(**own, conference_id=ident(10), name="Lê Văn An", **fields)


def new(**fields: Any) -> Delegate:
    own: dict[str, Any] = {"id": ident(2), "position": 90, "badge_number": 300}
    return Delegate(**own, conference_id=ident(10), name="Lê Văn An", **fields)


def test_what_is_there_stays_and_what_is_empty_is_filled() -> None:
    one = listed(unit="Thôn 1", post="Trưởng thôn")
    other = new(unit="Thôn Một", phone="0912345678", gender=Gender.MALE, is_party_member=True)
    assert merged(one, other) == listed(
        unit="Thôn 1",
        post="Trưởng thôn",
        phone="0912345678",
        gender=Gender.MALE,
        is_party_member=True,
    )


def test_fields_that_differ_are_told_with_both_values() -> None:
    one = listed(unit="Thôn 1", honours=("Giấy khen",))
    other = new(unit="Thôn Một", honours=("Bằng khen",), note="x")
    found = [
        (each.key, each.listed, each.new, each.proposed, each.can_join)
        for each in differences(one, other)
    ]
    assert found == [
        ("unit", "Thôn 1", "Thôn Một", MergeChoice.KEEP, False),
        ("honours", ("Giấy khen",), ("Bằng khen",), MergeChoice.KEEP, True),
        ("note", "", "x", MergeChoice.TAKE, False),
    ]


def test_every_choice_is_followed() -> None:
    one = listed(unit="Thôn 1", honours=("Giấy khen",), note="a; b", phone="0912345678")
    other = new(unit="Thôn Một", honours=("Bằng khen", "Giấy khen"), note="b; c", post="x")
    choices = {
        "unit": MergeChoice.TAKE,
        "honours": MergeChoice.JOIN,
        "note": MergeChoice.JOIN,
        "post": MergeChoice.KEEP,
    }
    assert merged(one, other, choices) == listed(
        unit="Thôn Một", honours=("Giấy khen", "Bằng khen"), note="a; b; c", phone="0912345678"
    )


def test_what_cannot_be_joined_stays() -> None:
    choices = {"unit": MergeChoice.JOIN}
    assert merged(listed(unit="a"), new(unit="b"), choices) == listed(unit="a")


@pytest.mark.parametrize(
    ("own", "other", "result"),
    [
        (None, DAY, DAY),
        (BirthDate(year=1975), DAY, DAY),
        (BirthDate(year=1975, month=5), DAY, DAY),
        (BirthDate(year=1975), BirthDate(year=1975, month=5), BirthDate(year=1975, month=5)),
        (BirthDate(year=1975, month=6), DAY, BirthDate(year=1975, month=6)),
        (BirthDate(year=1976), DAY, BirthDate(year=1976)),
        (DAY, BirthDate(year=1975, month=5, day=2), DAY),
    ],
)
def test_a_birth_date_that_is_known_better_fills_it(
    own: BirthDate | None, other: BirthDate, result: BirthDate
) -> None:
    assert merged(listed(birth=own), new(birth=other)).birth == result


def test_a_birth_date_known_less_is_no_difference() -> None:
    assert differences(listed(birth=DAY), new(birth=BirthDate(year=1975))) == ()


def test_the_same_person_without_news_stays_as_it_is() -> None:
    one = listed(unit="Thôn 1", is_direct_worker=True)
    assert differences(one, new()) == ()
    assert merged(one, new()) is not None
    assert merged(one, new()) == one
