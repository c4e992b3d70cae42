from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.person_search import name_in, search_text, searched
from tests.builders import a_delegate

UOC = a_delegate(
    7,
    name="Nguyễn Thị Ước",
    unit="Thôn 12, xã Bình Hòa",
    post="Nông dân",
    represents="Tập thể Chi hội",
    note="ngồi hàng đầu",
    id_number="066080001234",
    phone="0912 345.678 / 0262 3888 999",
    badge_number=45,
)


@pytest.mark.parametrize(
    "query",
    [
        *("nguyen thi uoc", "NGUYỄN", "uoc nguyen", "ntu", "NTU", "nguyen ntu", "binh hoa"),
        *("1234", "5678", "8999", "12345678"[:4], "08000", "066080001234", "0912345678"),
        *("0912 345 678", "0912.345.678", "45", "12", "thon 12", "nong dan", "chi hoi"),
        *("hang dau", "", "   "),
    ],
)
def test_a_person_is_found(query: str) -> None:
    assert searched(query)(search_text(UOC))


@pytest.mark.parametrize(
    "query", ["ước trần", "nt", "tu", "ntx", "660", "0660", "0800", "46", "13", "nguyenthi"]
)
def test_a_person_is_not_found_by_what_is_not_there(query: str) -> None:
    assert not searched(query)(search_text(UOC))


def test_initials_are_those_of_every_word() -> None:
    hen = search_text(a_delegate(1, name="H'Hen Niê"))
    assert searched("hn")(hen)
    assert searched("hhen")(hen)
    assert searched("h'hen")(hen)
    long = search_text(a_delegate(1, name="Công Tằng Tôn Nữ Thị Hà"))
    assert searched("cttn")(long), "the first initials of a long name are enough"


def test_a_number_with_letters_in_it_is_a_word() -> None:
    odd = search_text(a_delegate(1, id_number="1.23E+11", badge_number=None))
    assert searched("1.23e")(odd)


def test_a_year_in_a_word_is_found_by_its_four_digits() -> None:
    assert searched("2025")(search_text(a_delegate(1, unit="Ban Tổ chức 2025")))


def test_the_name_is_found_in_the_text() -> None:
    assert name_in(search_text(UOC)) == "nguyen thi uoc"


@given(st.text(), st.text(), st.text())
def test_any_text_can_be_searched_and_searched_for(name: str, phone: str, query: str) -> None:
    text = search_text(a_delegate(1, name=name, phone=phone, note=query))
    assert isinstance(searched(query)(text), bool)
    assert name_in(text) == name_in(search_text(a_delegate(2, name=name)))
