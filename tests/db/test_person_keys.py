"""By what people are found among all conferences."""

from __future__ import annotations

import pytest

from db.person_keys import card_key, folded, name_key, words
from db.records import BirthDate
from db.store import Store
from tests.builders import a_delegate, ident

_KEYS = "SELECT delegate_id, card, name, words FROM delegate_key ORDER BY delegate_id"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nguyễn Thị Ước", "nguyen thi uoc"),
        ("ĐẶNG  đình\u00a0Đạt", "dang dinh dat"),
        ("Nguye\u0302\u0303n", "nguyen"),
        ("H'Hen Niê-Ayŭn", "h hen nie ayun"),
        ("Phó Chủ tịch, UBND xã", "pho chu tich ubnd xa"),
        ("", ""),
    ],
)
def test_accents_case_and_marks_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_only_a_whole_card_number_is_one() -> None:
    assert card_key(a_delegate(id_number="066 080 000 001")) == "066080000001"
    assert card_key(a_delegate(id_number="240123456")) == "240123456"
    assert card_key(a_delegate(id_number="6.607512E+10")) == "", "many numbers begin like it"
    assert card_key(a_delegate(id_number="1234")) == ""
    assert card_key(a_delegate()) == ""


def test_a_name_without_a_year_of_birth_is_nobodys() -> None:
    born = BirthDate(year=1975, month=5)
    assert name_key(a_delegate(name="Lê Thị  Ánh", birth=born)) == "lethianh 1975"
    assert name_key(a_delegate(name="lê thị anh", birth=BirthDate(year=1975))) == "lethianh 1975"
    assert name_key(a_delegate(name="Lê Thị Ánh")) == ""
    assert name_key(a_delegate(name=" - ", birth=born)) == ""


def test_people_are_searched_by_name_initials_numbers_and_what_they_are() -> None:
    person = a_delegate(
        name="Lê Ánh",
        id_number="066080000001",
        phone="0912.345.678",
        unit="Thôn 1",
        post="Trưởng thôn",
        represents="Tổ tự quản",
        honours=("CSTĐ cơ sở",),
    )
    assert words(person).split("\n") == [
        "le anh",
        "la",
        "066080000001",
        "0912345678",
        "thon 1",
        "truong thon",
        "to tu quan",
        "cstd co so",
    ]


def test_the_keys_follow_what_is_stored(planned: Store) -> None:
    planned.delegates.add((a_delegate(1), a_delegate(2)))
    planned.delegates.save((a_delegate(1, name="Lê Ánh", id_number="066080000001"),))
    planned.delegates.remove((ident(1002),))
    rows = planned._connection.rows(_KEYS)
    assert [(row[0], row[1]) for row in rows] == [(ident(1001), "066080000001")]
    assert rows[0][3].startswith("le anh\nla\n")
    planned.log.undo(ident(10))
    planned.log.undo(ident(10))
    rows = planned._connection.rows(_KEYS)
    assert [row[3].partition("\n")[0] for row in rows] == ["nguyen thi uoc"] * 2
