from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable
from functools import cmp_to_key
from itertools import islice, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale, Qt

from db.records import ToneOrder
from desktop.people.names import (
    compact_key,
    family_key,
    given_name_of,
    search_key,
    sort_key,
    text_key,
)
from tests.sample.names import OTHER_NAMES, kinh_names

# Every syllable carries its tone on the last vowel here, so that the place of the tone, which
# ICU counts and the product does not, cannot tell two syllables apart.
_ONSETS = ["", *"bcdđghklmnpqrstvx", "ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", "f", "j", "z"]
_VOWELS = [*"aăâeêioôơuưy", "ia", "iê", "oa", "oă", "oe", "uâ", "uê", "uy", "uô", "ươ", "ưa", "yê"]
_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
_CODAS = ["", "c", "m", "n", "p", "t", "ch", "ng", "nh"]


@st.composite
def syllables(draw: st.DrawFn) -> str:
    parts = (draw(st.sampled_from(each)) for each in (_ONSETS, _VOWELS, _TONES, _CODAS))
    syllable = unicodedata.normalize("NFC", "".join(parts))
    return draw(st.sampled_from([syllable, syllable.capitalize(), syllable.upper()]))


names = st.lists(syllables(), min_size=1, max_size=5).map(" ".join)
few_letters = st.text("aăâàáảảãạ AĂeê'", min_size=1, max_size=6)


icu_is_inside = pytest.mark.skipif(
    sys.platform != "linux", reason="Qt has ICU inside only on Linux"
)


def icus_order() -> Callable[[str, str], int]:
    """Compare names as ICU compares their syllables, the given name first."""
    collator = QCollator(QLocale("vi_VN"))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def compare(first: str, second: str) -> int:
        one, other = _given_first(first), _given_first(second)
        for a, b in zip(one, other, strict=False):
            if (order := collator.compare(a, b)) != 0:
                return order
        return len(one) - len(other)

    return compare


@icu_is_inside
@given(st.lists(names, min_size=2, max_size=8))
def test_the_order_of_names_is_icus_vietnamese_order_syllable_by_syllable(
    people: list[str],
) -> None:
    compare = icus_order()
    ordered = sorted(people, key=sort_key)
    assert all(compare(first, second) <= 0 for first, second in pairwise(ordered)), ordered


@icu_is_inside
def test_icu_puts_five_thousand_names_in_the_same_order() -> None:
    chance = Random(1975)  # noqa: S311 - names, no secrets
    people = [one.name for one in islice(kinh_names(chance, set()), 5000 - len(OTHER_NAMES))]
    people += [one.name for one in OTHER_NAMES if "'" not in one.name and "ŭ" not in one.name]
    people += [name.upper() for name in people[: 5000 - len(people)]]
    chance.shuffle(people)
    assert len(people) == 5000
    ours = sorted(people, key=sort_key)
    icus = sorted(people, key=cmp_to_key(icus_order()))
    assert [name.casefold() for name in ours] == [name.casefold() for name in icus]


def _given_first(name: str) -> list[str]:
    words = name.split()
    if len(words) > 2 and words[0].lower() == "y":
        return words[1:]
    *rest, given_part = words
    return [given_part, *rest]


def in_their_order(keys: Iterable[bytes]) -> bool:
    return all(first < second for first, second in pairwise(keys))


def test_letters_count_before_tones_and_tones_in_their_order() -> None:
    in_order = ["An", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Băng", "Dung", "Đào", "Ước", "Yên"]
    assert in_their_order(map(sort_key, in_order))


def test_the_given_name_counts_before_the_family_name() -> None:
    in_order = ["Vũ Thị An", "Lê Văn Bình", "Lê Vân Bình", "Phan Văn Bình", "Đỗ Anh Cường"]
    assert in_their_order(map(sort_key, in_order))


def test_a_whole_syllable_counts_before_the_next() -> None:
    in_order = ["Lê Văn Hoa", "Lệ An Hoa", "Lê An Hòa"]
    assert in_their_order(map(sort_key, in_order))


def test_the_place_of_a_tone_does_not_count() -> None:
    assert sort_key("Trần Hoà").rpartition(b"\0")[0] == sort_key("Trần Hòa").rpartition(b"\0")[0]


@pytest.mark.parametrize(
    ("tone_order", "in_order"),
    [
        (ToneOrder.HUYEN_HOI_NGA_SAC_NANG, "Ba Bà Bả Bã Bá Bạ"),
        (ToneOrder.HUYEN_SAC_HOI_NGA_NANG, "Ba Bà Bá Bả Bã Bạ"),
        (ToneOrder.SAC_HUYEN_HOI_NGA_NANG, "Ba Bá Bà Bả Bã Bạ"),
    ],
)
def test_an_office_may_order_the_tones_otherwise(tone_order: ToneOrder, in_order: str) -> None:
    people = [f"Lê {given}" for given in in_order.split()]
    assert in_their_order(sort_key(name, tone_order=tone_order) for name in people)
    assert in_their_order(text_key(name, tone_order) for name in people)


def test_by_family_name_the_same_key_is_turned_round() -> None:
    in_order = ["K'Brết", "Lê Thị Bình", "Lê Văn An", "Lê Văn Bình", "H'Hen Niê", "Trần An"]
    assert in_their_order(family_key(sort_key(name)) for name in in_order)


def test_people_without_a_name_come_last_either_way() -> None:
    for key in (sort_key, lambda name: family_key(sort_key(name))):
        assert in_their_order(map(key, ["Lê An", "Я Я", ""]))


def test_numbers_in_texts_count_by_their_value() -> None:
    in_order = ["Thôn 2", "Thôn 2A", "Thôn 10", "Thôn 010 B", f"Thôn {'9' * 30}", "Thôn An"]
    assert in_their_order(map(text_key, in_order))


def test_a_corrected_given_name_is_sorted_by() -> None:
    name = "Công Tằng Tôn Nữ Thị Hà"
    assert sort_key("Bùi Thị Tôn") < sort_key(name, given_name="Tôn Nữ") < sort_key("Bùi Thị Tông")


def test_a_corrected_given_name_that_is_not_in_the_name_still_sorts() -> None:
    assert sort_key("Thích Quảng Độ", given_name="An") < sort_key("Bùi Văn Bình")


@pytest.mark.parametrize(
    ("name", "given_name"),
    [
        ("Nguyễn Thị Ước", "Ước"),
        ("Y Wang Niê", "Wang"),
        ("Y Wang Niê Kdăm", "Wang"),
        ("H'Hen Niê", "Hen"),
        ("H’Hen Niê", "Hen"),
        ("H' Hen Niê", "Hen"),
        ("Rơ Châm H'Út", "Út"),
        ("K'Brết", "K'Brết"),
        ("Y", "Y"),
        ("Hoàng Ý", "Ý"),
        ("", ""),
    ],
)
def test_the_given_name_is_found(name: str, given_name: str) -> None:
    assert given_name_of(name) == given_name


def test_apostrophes_of_every_shape_sort_alike() -> None:
    keys = {sort_key(name).rpartition(b"\0")[0] for name in ("K'Brết", "K’Brết", "K`Brết", "KBrết")}
    assert len(keys) == 1


@given(few_letters, few_letters)
def test_equal_keys_mean_equal_names(first: str, second: str) -> None:
    if sort_key(first) == sort_key(second):
        assert " ".join(first.split()) == " ".join(second.split())


@given(st.text())
def test_any_text_has_its_keys(text: str) -> None:
    assert isinstance(sort_key(text, text[:2]), bytes)
    assert search_key(search_key(text)) == search_key(text)


def test_foreign_letters_come_after_the_alphabet_and_digits_before() -> None:
    in_order = ["Tổ 2", "Tổ an", "Tổ zơ", "Tổ я"]
    assert in_their_order(sort_key(name, name) for name in in_order)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đặng Thị ƯỚC", "dang thi uoc"),
        (unicodedata.normalize("NFD", "nguyễn"), "nguyen"),
        ("H’Hen Niê", "h'hen nie"),
        ("Kpă Ayŭn", "kpa ayun"),
    ],
)
def test_search_ignores_accents_and_case(text: str, key: str) -> None:
    assert search_key(text) == key


def test_the_compact_key_has_letters_and_digits_only() -> None:
    assert compact_key("  HỌ, và – TÊN (1) ") == "hovaten1"
