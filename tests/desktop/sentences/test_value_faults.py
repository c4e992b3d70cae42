from __future__ import annotations

import tomllib
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import msgspec
import pytest

from desktop.errors import InputRefused
from desktop.language import Language, speak
from desktop.rules.load import decode_pack
from desktop.rules.pack import RulePack
from desktop.rules.write import encode_tree
from desktop.sentences.value_faults import value_fault
from tests.desktop.rules.every_shape import EVERY_SHAPE

Way = tuple[str | int, ...]
SOUND: dict[str, Any] = tomllib.loads(EVERY_SHAPE.read_text("utf-8"))
WRONG: tuple[Any, ...] = (
    "",
    "x y",
    5,
    -5,
    10**9,
    True,
    1.5,
    [],
    {},
    date(2030, 1, 1),
    "z" * 5000,
    "2030-13",
)


def ways(tree: Any, way: Way = ()) -> Iterator[Way]:
    if isinstance(tree, dict | list):
        names = tree if isinstance(tree, dict) else range(len(tree))
        for name in names:
            yield (*way, name)
            yield from ways(tree[name], (*way, name))


def faults_with(value: object) -> set[str]:
    """Gather what is said of a value that stands in every place in turn."""
    found = set()
    tree = deepcopy(SOUND)
    for *way, last in ways(SOUND):
        part: Any = tree
        for name in way:
            part = part[name]
        kept, part[last] = part[last], value
        try:
            msgspec.convert(tree, RulePack)
        except msgspec.ValidationError as error:
            found.add(str(error).partition(" - at ")[0])
        part[last] = kept
    return found


@pytest.mark.parametrize("value", WRONG, ids=lambda value: repr(value)[:12])
def test_whatever_stands_in_a_wrong_place_is_said_in_words(value: object) -> None:
    details = faults_with(value)
    assert details
    for detail in details:
        said = value_fault(detail)
        assert said != detail, detail
        assert "`" not in said


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("Expected `int`, got `str`", "a whole number belongs here"),
        ("Expected `date | null`, got `int`", "a date such as 2030-01-31 belongs here"),
        ("Invalid RFC3339 encoded date", "a date such as 2030-01-31 belongs here"),
        ("Expected `int` >= 0", "it is less than 0"),
        ("Expected `int` <= 5", "it is more than 5"),
        ("Expected `str` of length >= 1", "it is empty"),
        ("Expected `array` of length >= 1", "at least 1 of these are needed"),
        ("Object missing required field `words`", "“words” is missing"),
        ("Object contains unknown field `worth`", "“worth” is no key that it knows"),
        ("Invalid enum value 'moon'", "“moon” is none of the words that may stand here"),
        ("Invalid value 7", "“7” is none of the words that may stand here"),
    ],
)
def test_a_fault_of_a_value_is_said_in_words(detail: str, said: str) -> None:
    assert value_fault(detail) == said


def test_the_form_of_a_text_is_said_by_an_example() -> None:
    tree = deepcopy(SOUND)
    tree["levels"][0]["shares"][0]["share"] = "seventy"
    with pytest.raises(InputRefused) as share:
        decode_pack(encode_tree(tree))
    assert value_fault(share.value.facts["detail"]) == "a share such as 70% or 1/3 belongs here"


def test_it_is_said_in_vietnamese_too() -> None:
    speak(Language.VIETNAMESE)
    assert value_fault("Expected `int`, got `str`") == "chỗ này phải là số nguyên"


@pytest.mark.parametrize("detail", ["JSON is malformed", "Expected `complex`, got `str`"])
def test_what_nobody_foresaw_is_said_as_it_is(detail: str) -> None:
    assert value_fault(detail) == detail
