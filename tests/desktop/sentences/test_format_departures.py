"""Every departure has its sentence."""

from __future__ import annotations

import pytest

from desktop.documents.blocks import Role
from desktop.documents.format_check.departures import Departure, DepartureCode, Side
from desktop.documents.format_check.limits import LIMITS
from desktop.language import Language, speak
from desktop.sentences.format_departures import departure_sentence


def departure(code: DepartureCode, role: Role = Role.BODY, side: Side = Side.LEFT) -> Departure:
    return Departure(
        code=code,
        page=3,
        clause="Mục II.6 Phần I",
        element=role,
        side=side,
        text="CHỮ",
        found=29.5,
    )


@pytest.mark.parametrize("code", DepartureCode)
def test_every_departure_is_said_with_page_and_clause(code: DepartureCode) -> None:
    sentence = departure_sentence(departure(code))
    assert sentence.startswith("Page 3: ")
    assert sentence.endswith(". [Mục II.6 Phần I, Annex I of Decree 30/2020]")
    assert "{" not in sentence


@pytest.mark.parametrize("role", LIMITS)
def test_every_element_has_a_name(role: Role) -> None:
    sentence = departure_sentence(departure(DepartureCode.ELEMENT_MISSING, role))
    assert role.value not in sentence
    assert sentence.startswith("Page 3: ")


@pytest.mark.parametrize("side", Side)
def test_a_margin_is_said_with_its_side_and_what_it_may_be(side: Side) -> None:
    sentence = departure_sentence(departure(DepartureCode.MARGIN_NARROW, side=side))
    assert f"the {side} margin is 29.5 mm, less than the " in sentence


def test_the_whole_file_may_be_meant_and_practice_has_no_clause() -> None:
    found = Departure(code=DepartureCode.FONT_FOREIGN, page=0, text="Arial")
    assert departure_sentence(found).startswith("The whole file: the font Arial ")
    assert "[" not in departure_sentence(found)


def test_it_is_said_in_vietnamese_too() -> None:
    speak(Language.VIETNAMESE)
    sentence = departure_sentence(departure(DepartureCode.SIZE, Role.SIGNER))
    assert sentence == (
        "Trang 3: họ tên người ký: cỡ chữ 29.5, không phải 13-14: “CHỮ”. "
        "[Mục II.6 Phần I, Phụ lục I, Nghị định 30/2020/NĐ-CP]"
    )
