"""Placeholders of a pack's texts, and what fills them."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.rules.pack_event import Form
from desktop.rules.texts import fill, placeholders, roman, text_values, unit_name
from tests.builders import a_conference, an_office
from tests.desktop.rules.cases import binh_hoa

CONGRESS = Form(id="congress", name="Đại hội Thi đua yêu nước")
TITLE = "{form} {unit} {ordinal} {theme}, giai đoạn {reviewed}"


def filled(text: str, **fields: Any) -> str:
    values = text_values(a_conference(**fields), binh_hoa(), an_office(), CONGRESS)
    return fill(text, values)


def test_placeholders_are_named_in_their_order() -> None:
    assert placeholders("{form} {unit} và {form}; {}") == ("form", "unit", "form", "")
    assert placeholders("không có") == ()


def test_ordinal_and_theme_stand_where_the_text_wants_them() -> None:
    assert filled(TITLE, ordinal=6, theme=" Đổi mới ") == (
        "Đại hội Thi đua yêu nước xã Bình Hòa lần thứ VI Đổi mới, giai đoạn 2020-2025"
    )


def test_an_ordinal_or_a_theme_that_is_missing_leaves_no_gap() -> None:
    assert filled(TITLE) == "Đại hội Thi đua yêu nước xã Bình Hòa, giai đoạn 2020-2025"
    assert filled("{ordinal} {unit}\n{theme}") == "xã Bình Hòa\n"


def test_a_text_whose_placeholders_are_filled_keeps_its_marks() -> None:
    assert filled("{unit} : {reviewed}") == "xã Bình Hòa : 2020-2025"


def test_co_organisers_are_listed_without_the_blank_lines() -> None:
    text = "{unit}, {co_organisers}"
    assert filled(text, co_organisers=("Hội Nông dân", " ", "Đoàn Thanh niên")) == (
        "xã Bình Hòa, Hội Nông dân, Đoàn Thanh niên"
    )
    assert filled("{unit} {co_organisers}", co_organisers=()) == "xã Bình Hòa"


def test_a_placeholder_without_a_value_stays_to_be_seen() -> None:
    assert filled("{date} và {nonsense}") == "{date} và {nonsense}"


def test_without_a_form_or_an_office_their_words_are_general_or_open() -> None:
    values = text_values(a_conference(), binh_hoa(), None, None)
    assert fill("{form} {unit}", values) == "Hội nghị {unit}"


def test_years_are_the_conferences_own_or_the_plans() -> None:
    assert filled("{reviewed}/{launched}", period=None, next_period=None) == "2020-2025/2025-2030"


@pytest.mark.parametrize(
    ("number", "digits"),
    [(1, "I"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX"), (200, "CC")],
)
def test_ordinals_are_written_in_roman_digits(number: int, digits: str) -> None:
    assert roman(number) == digits


@pytest.mark.parametrize(
    ("office", "unit"),
    [
        ("Ủy ban nhân dân xã Bình Hòa", "xã Bình Hòa"),
        ("Uỷ ban nhân dân xã Bình Hòa", "xã Bình Hòa"),
        ("UBND xã Bình Hòa", "xã Bình Hòa"),
        ("Sở Nội vụ", "Sở Nội vụ"),
    ],
)
def test_a_unit_is_named_by_its_office(office: str, unit: str) -> None:
    assert unit_name(an_office(name=office)) == unit


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("tại {unit}", "tại xã Bình Hòa"),
        ("{Unit} tổ chức", "Xã Bình Hòa tổ chức"),
        ("HỘI NGHỊ {UNIT}", "HỘI NGHỊ XÃ BÌNH HÒA"),
        ("{DATE}", "{DATE}"),
    ],
)
def test_a_placeholder_is_filled_as_it_is_written(text: str, filled: str) -> None:
    assert fill(text, {"unit": "xã Bình Hòa"}) == filled
