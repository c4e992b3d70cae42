from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BirthDate
from desktop.people.births import BirthDoubt, BirthReading, read_birth


def read(text: str) -> BirthReading:
    return read_birth(text, this_year=2025)


FULL = BirthDate(year=1975, month=5, day=20)


@pytest.mark.parametrize(
    "text",
    [
        "20/5/1975",
        "20/05/1975",
        "20-5-1975",
        "20.05.1975",
        "20 / 5 / 1975",
        "20 5 1975",
        "1975-05-20",
        "1975/5/20",
        "20051975",
        "20/05/1975 00:00:00",
        "1975-05-20 00:00:00",
        "ngày 20 tháng 5 năm 1975",
        "Ngày 20 tháng 05 năm 1975.",
        "sinh ngày 20/5/1975",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    assert read(text) == BirthReading(FULL)


@pytest.mark.parametrize(
    "text",
    [
        "5-1975",
        "05/1975",
        "5/1975",
        "5.1975",
        "tháng 5 năm 1975",
        "00/5/1975",
        "?/5/1975",
        "--/05/1975",
    ],
)
def test_a_month_keeps_its_precision(text: str) -> None:
    assert read(text) == BirthReading(BirthDate(year=1975, month=5))


@pytest.mark.parametrize(
    "text", ["1975", "năm 1975", "Sinh năm 1975", "00/00/1975", "0/0/1975", "--/--/1975", "0/1975"]
)
def test_a_year_keeps_its_precision(text: str) -> None:
    assert read(text) == BirthReading(BirthDate(year=1975))


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("20/5/75", FULL),
        ("75", BirthDate(year=1975)),
        ("1/2/05", BirthDate(year=2005, month=2, day=1)),
        ("1/2/20", BirthDate(year=1920, month=2, day=1)),
    ],
)
def test_a_short_year_is_completed_and_asked_for(text: str, birth: BirthDate) -> None:
    assert read(text) == BirthReading(birth, BirthDoubt.SHORT_YEAR)


@pytest.mark.parametrize("text", ["27534", "27534.0"])
def test_a_day_number_of_excel_is_a_date_in_doubt(text: str) -> None:
    assert read(text) == BirthReading(FULL, BirthDoubt.SERIAL)


@pytest.mark.parametrize("text", ["31/2/1975", "5/20/1975", "13/1975", "1975?", "khoảng 1975 (?)"])
def test_a_day_that_cannot_be_leaves_the_year(text: str) -> None:
    assert read(text) == BirthReading(BirthDate(year=1975), BirthDoubt.ONLY_YEAR)


@pytest.mark.parametrize("text", ["không rõ", "1/2", "99999", "300", "0001", "1.198", "1960-1970"])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert read(text) == BirthReading(None, BirthDoubt.NOT_READ)


@pytest.mark.parametrize(
    ("text", "is_odd"), [("1924", True), ("1925", False), ("2015", False), ("2016", True)]
)
def test_ages_from_10_to_100_are_real(text: str, is_odd: bool) -> None:
    assert (read(text).doubt is BirthDoubt.UNLIKELY_AGE) is is_odd
    assert read(text).birth == BirthDate(year=int(text))


@pytest.mark.parametrize("text", ["", "  ", "..."])
def test_nothing_is_no_date_and_no_doubt(text: str) -> None:
    assert read(text) == BirthReading()


@given(st.dates(date(1926, 1, 1), date(2014, 12, 31)), st.sampled_from("/-. "))
def test_every_date_survives_being_written(day: date, mark: str) -> None:
    text = f"{day.day}{mark}{day.month}{mark}{day.year}"
    assert read(text) == BirthReading(BirthDate(year=day.year, month=day.month, day=day.day))


@given(st.one_of(st.text(), st.text("0123456789/-. ?", max_size=12)))
def test_any_text_gives_a_valid_record_or_none(text: str) -> None:
    birth = read(text).birth
    if birth is not None:
        assert msgspec.json.decode(msgspec.json.encode(birth), type=BirthDate) == birth
