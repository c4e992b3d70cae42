"""Texts for strangers: nobody is left in them, and what is nobody's stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.masking import Kind, Masker, Placeholders, Secret, folded

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặờởỡớợừửữứựỳỷỹýỵfjwzßışœÅ"
_words = st.text(_LETTERS + _LETTERS.upper(), min_size=1, max_size=9)
_names = st.lists(_words, min_size=1, max_size=4).map(" ".join)
_numbers = st.text("0123456789", min_size=4, max_size=12)
_secrets = st.builds(Secret, st.one_of(_names, _numbers), st.sampled_from(Kind))


def _without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


_WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    _without_accents,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace(" ", "\u00a0\n"),
)


def _shown(kind: Kind, number: int) -> str:
    return f"«{kind.value.upper()} {number}»"


def _masked(text: str, *secrets: Secret) -> str:
    return Masker(secrets).mask(text, Placeholders(_shown))


@given(
    secrets=st.lists(_secrets, min_size=1, max_size=6),
    before=st.text(" .,:(/«", max_size=4),
    after=st.text(" .,:)/»", max_size=4),
    way=st.sampled_from(_WAYS),
    place=st.integers(0, 5),
)
def test_nothing_of_what_is_known_is_left_however_it_is_written(
    secrets: list[Secret], before: str, after: str, way: Callable[[str], str], place: int
) -> None:
    text = way(secrets[place % len(secrets)].text)
    masked = _masked(f"{before}{text}{after}", *secrets)
    assert folded(_without_placeholders(masked)) == ""


@given(name=_names, before=_words, after=_words, way=st.sampled_from(_WAYS))
def test_a_long_name_is_found_within_other_words_too(
    name: str, before: str, after: str, way: Callable[[str], str]
) -> None:
    if len(folded(name)) > 7:
        masked = _masked(f"{before}{way(name)}{after}", Secret(name, Kind.NAME))
        pieces = _without_placeholders(masked).split("\u0000")
        assert not any(folded(name) in folded(piece) for piece in pieces)


@given(
    secrets=st.lists(st.builds(Secret, _names, st.sampled_from(Kind)), min_size=2, max_size=5),
    spaces=st.text(" -_", min_size=0, max_size=2),
)
def test_of_those_that_run_into_each_other_none_is_left(secrets: list[Secret], spaces: str) -> None:
    text = spaces.join(secret.text for secret in secrets)
    pieces = _without_placeholders(_masked(text, *secrets)).split("\u0000")
    long = [folded(one.text) for one in secrets if len(folded(one.text)) > 7]
    assert not any(name in folded(piece) for name in long for piece in pieces)


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Nd"]), max_size=60))
def test_what_is_nobodys_stays_as_it_is(text: str) -> None:
    secret = Secret("Nguyễn Thị Ước", Kind.NAME)
    if "@" not in text and "nguyenthiuoc" not in folded(text):
        assert _masked(text, secret) == text


@given(digits=st.text("0123456789", min_size=6, max_size=20))
def test_no_number_of_six_digits_or_more_is_left(digits: str) -> None:
    spaced = " ".join(digits[at : at + 3] for at in range(0, len(digits), 3))
    for text in (digits, spaced, f"({spaced})", f"SĐT:{digits}."):
        assert not any(map(str.isdecimal, _without_placeholders(_masked(text))))


def test_the_same_person_is_called_the_same() -> None:
    secrets = [Secret("Nguyễn Văn Ước", Kind.NAME), Secret("Trần Bình", Kind.NAME)]
    masked = _masked("TRAN BINH, nguyễn văn ước, Trần-Bình", *secrets)
    assert masked == "«NAME 1», «NAME 2», «NAME 1»"


def test_the_longest_of_those_that_fit_is_taken_whole() -> None:
    secrets = [Secret("Bình Hòa", Kind.UNIT), Secret("Trường tiểu học Bình Hòa", Kind.UNIT)]
    assert _masked("ở trường TIỂU học Bình Hoà, xã", *secrets) == "ở «UNIT 1», xã"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("An ở đâu", "«NAME 1» ở đâu"),
        ("an toàn, Anh, bàn", "an toàn, Anh, bàn"),
        ("chị AN.", "chị «NAME 1»."),
    ],
)
def test_a_part_that_is_a_common_word_is_meant_with_a_capital_only(text: str, masked: str) -> None:
    assert _masked(text, Secret("An", Kind.NAME, is_part=True)) == masked


def test_a_short_name_is_not_seen_within_other_words() -> None:
    assert _masked("python 3.11, Thôn-3", Secret("Thôn 3", Kind.UNIT)) == "python 3.11, «UNIT 1»"


def test_what_is_known_whole_is_no_mere_part() -> None:
    secrets = [Secret("An", Kind.NAME, is_part=True), Secret("an", Kind.UNIT)]
    assert _masked("an", *secrets) == "«UNIT 1»"
    assert _masked("an", *reversed(secrets)) == "«UNIT 1»"


def test_addresses_go_and_versions_stay() -> None:
    assert _masked("uoc.nv@binh-hoa.gov.vn 6.11.3 x.py:123") == "«ADDRESS 1» 6.11.3 x.py:123"


def test_a_number_too_short_to_tell_anybody_apart_stays() -> None:
    assert _masked("tổ 12", Secret("12", Kind.TEXT), Secret(" – ", Kind.TEXT)) == "tổ 12"


def _without_placeholders(text: str) -> str:
    return re.sub(r"«[A-Z]+ \d+»", "\u0000", text)
