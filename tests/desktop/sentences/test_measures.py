"""What a gauge says of one number."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from desktop.rules.findings import Severity
from desktop.rules.make_up import Measure
from desktop.rules.pack_part import Bound
from desktop.rules.pack_people import LimitRule, PresenceNeed, PresenceRule, ShareRule
from desktop.sentences.measures import measure_words, percent_text

SAID: dict[str, Any] = {"clause": "II", "words": "-"}
EVERYBODY = ("exemplar", "guest", "ungrouped")


def limit(bound: Bound, count: int, counts: tuple[str, ...] = EVERYBODY) -> str:
    value = None if bound is Bound.OPEN else 200
    rule = LimitRule(bound=bound, value=value, counts=counts, **SAID)
    return measure_words(Measure(rule, count, " + ".join(counts)))


@pytest.mark.parametrize(
    ("bound", "count", "words"),
    [
        (Bound.AT_MOST, 0, "0 of at most 200 people"),
        (Bound.AT_MOST, 200, "200 of at most 200 people"),
        (Bound.AT_MOST, 203, "203 people: 3 over the limit of 200"),
        (Bound.AT_LEAST, 203, "203 people, at least 200"),
        (Bound.ABOUT, 203, "203 of about 200 people"),
        (Bound.EXACTLY, 203, "203 of exactly 200 people"),
        (Bound.OPEN, 203, "203 people; the plan leaves the number to the unit"),
    ],
)
def test_a_number_stands_beside_the_plans(bound: Bound, count: int, words: str) -> None:
    assert limit(bound, count) == words


def test_a_limit_of_some_names_them() -> None:
    assert limit(Bound.AT_MOST, 7, ("guest",)) == "7 of at most 200 guests"
    assert limit(Bound.AT_MOST, 201, ("guest", "Nữ")) == "201 guests + Nữ: 1 over the limit of 200"


def share(bound: Bound, count: int, base: int, of: str = "70%") -> str:
    rule = ShareRule(
        bound=bound, share=of, counts=("exemplar",), base=("exemplar", "guest"), **SAID
    )
    return measure_words(Measure(rule, count, "exemplar", base, "exemplar + guest"))


@pytest.mark.parametrize(
    ("bound", "plan"),
    [
        (Bound.AT_MOST, "plan at most 70 %"),
        (Bound.AT_LEAST, "plan at least 70 %"),
        (Bound.ABOUT, "plan 70 %"),
        (Bound.EXACTLY, "plan 70 %"),
    ],
)
def test_a_share_says_its_base_and_the_plans_share(bound: Bound, plan: str) -> None:
    assert share(bound, 133, 200) == f"exemplars: 133 of 200 (exemplars + guests) = 66.5 %, {plan}"


def test_a_share_of_nobody_says_nothing() -> None:
    assert share(Bound.ABOUT, 0, 0) == ""
    rule = ShareRule(share="1/3", counts=("guest",), base=("exemplar",), **SAID)
    nobody = Measure(rule, 5, "guest", 0, "exemplar", severity=Severity.BINDING)
    assert measure_words(nobody) == ""


@pytest.mark.parametrize(
    ("need", "words"),
    [
        (PresenceNeed.AT_LEAST, "Anh hùng: 1, at least 2"),
        (PresenceNeed.IF_ANY, "Anh hùng: 1, to be invited if there are any"),
        (PresenceNeed.STRESSED, "Anh hùng: 1, to be given weight"),
    ],
)
def test_presence_says_how_much_it_is_asked_for(need: PresenceNeed, words: str) -> None:
    rule = PresenceRule(need=need, at_least=2, counts=("heroes",), **SAID)
    assert measure_words(Measure(rule, 1, "Anh hùng")) == words


@pytest.mark.parametrize(
    ("severity", "sign"), [(Severity.BINDING, "✖ "), (Severity.ADVISORY, "▲ "), (None, "")]
)
def test_what_the_rules_find_shows_as_a_sign_not_only_as_colour(
    severity: Severity | None, sign: str
) -> None:
    rule = LimitRule(value=200, counts=EVERYBODY, **SAID)
    words = measure_words(Measure(rule, 1, "exemplar", severity=severity))
    assert words == f"{sign}1 of at most 200 people"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1), "100 %"),
        (Fraction(7, 10), "70 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(2, 3), "66.7 %"),
        (Fraction(1, 2000), "0 %"),
        (Fraction(1, 1000), "0.1 %"),
        (Fraction(4, 3), "133.3 %"),
    ],
)
def test_percents_have_one_decimal_where_it_says_something(part: Fraction, text: str) -> None:
    assert percent_text(part) == text
