"""The columns of the register: what is written for a spreadsheet is read as the same value."""

from __future__ import annotations

from typing import Any

import pytest

from db.records import BirthDate, Delegate, Gender
from desktop.models.delegate_columns import delegate_columns
from tests.builders import a_conference, a_delegate, ident

COLUMNS = delegate_columns(a_conference().groups, 2025)
BY_KEY = {one.key: one for one in COLUMNS}
WHOLE = a_delegate(
    1,
    name="Y Wang Niê",
    given_name="Wang",
    post="Già làng",
    unit="Buôn Tría",
    birth=BirthDate(year=1950, month=5, day=20),
    gender=Gender.MALE,
    ethnicity="Ê-đê",
    religion="Tin lành",
    honours=("Huân chương Lao động hạng Ba", "Bằng khen"),
    is_party_member=True,
    is_direct_worker=True,
    id_number="001075000001",
    phone="0912 345 678",
    achievement="Hiến đất mở đường",
    represents="Buôn Tría",
    note="Đi xe lăn",
)
EMPTY = Delegate(id=ident(1), conference_id=ident(10), position=1, name="")


@pytest.mark.parametrize("person", [WHOLE, EMPTY], ids=["whole", "empty"])
@pytest.mark.parametrize("column", [one for one in COLUMNS if one.is_editable], ids=lambda o: o.key)
def test_what_a_cell_writes_it_reads_again(column: Any, person: Delegate) -> None:
    assert column.read_text(column.written(person)) == getattr(person, column.key)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("birth", "31/2/1975"),
        ("birth", "năm ngoái"),
        ("gender", "khác lạ"),
        ("group_id", "Nhóm không có"),
        ("is_party_member", "có lẽ"),
        ("badge_number", "7"),
        ("photo_id", "x"),
    ],
)
def test_what_a_cell_cannot_mean_is_refused(key: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        BY_KEY[key].read_text(text)


def test_a_group_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=ident(99)):
        BY_KEY["group_id"].read(ident(99))


def test_the_name_sorted_under_is_shown_though_only_a_correction_is_written() -> None:
    person = a_delegate(1, name="Nguyễn Thị Ước")
    assert BY_KEY["given_name"].show(person) == "Ước"
    assert BY_KEY["given_name"].written(person) == ""


@pytest.mark.parametrize(
    ("key", "word"),
    [("ethnicity", "Ê-đê"), ("ethnicity", "Kinh"), ("honours", "Chiến sĩ thi đua toàn quốc")],
)
def test_known_words_are_offered(key: str, word: str) -> None:
    assert word in BY_KEY[key].known_words


def test_units_posts_honours_and_peoples_are_completed_from_the_list() -> None:
    completed = {one.key for one in COLUMNS if one.completes}
    assert {"unit", "post", "honours", "ethnicity"} <= completed
