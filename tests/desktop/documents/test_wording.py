"""Dates, counts, list marks and sentence ends as official papers write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from desktop.documents.wording import (
    bare,
    capitalised,
    clock,
    closed,
    full_date,
    lowered,
    numbered,
    percent,
    point_letter,
    short_clock,
    title_phrases_kept,
    weekday,
)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2025, 3, 5), "ngày 05 tháng 3 năm 2025"),
        (date(2025, 1, 31), "ngày 31 tháng 01 năm 2025"),
        (date(2025, 2, 1), "ngày 01 tháng 02 năm 2025"),
        (date(2025, 12, 10), "ngày 10 tháng 12 năm 2025"),
    ],
)
def test_days_under_ten_and_the_first_two_months_have_a_leading_zero(
    day: date, written: str
) -> None:
    assert full_date(day) == written


def test_an_open_date_leaves_room_for_day_and_month() -> None:
    assert full_date(None, year=2025).split() == ["ngày", "tháng", "năm", "2025"]
    assert "ngày" + "\u00a0" * 6 + "tháng" in full_date(None, year=2025)


def test_weekdays_are_never_divided() -> None:
    assert weekday(date(2025, 3, 20)) == "thứ\u00a0Năm"
    assert weekday(date(2025, 3, 23)) == "Chủ\u00a0nhật"


def test_clock_times_in_sentences_and_tables() -> None:
    assert clock(time(7, 30)) == "07 giờ 30 phút"
    assert clock(time(14, 0)) == "14 giờ"
    assert short_clock(time(7, 5)) == "07h05"


def test_small_counts_have_a_leading_zero() -> None:
    assert (numbered(1), numbered(12)) == ("01", "12")


@pytest.mark.parametrize(
    ("part", "whole", "digits", "written"),
    [
        (140, 200, 0, "70"),
        (1, 3, 1, "33,3"),
        (1, 8, 0, "13"),
        (1, 2, 1, "50"),
        (199, 200, 1, "99,5"),
    ],
)
def test_shares_have_a_comma_and_an_unbreakable_sign(
    part: int, whole: int, digits: int, written: str
) -> None:
    assert percent(part, whole, digits=digits) == f"{written}\u00a0%"


def test_points_follow_the_vietnamese_alphabet() -> None:
    letters = [point_letter(index) for index in range(25)]
    assert letters[:12] == list("abcdđeghiklm")
    assert letters[22:] == ["y", "aa", "ab"]


def test_list_items_lose_their_dash_and_end_mark() -> None:
    assert bare("- Căn cứ Luật ; ") == "Căn cứ Luật"
    assert bare("và các đơn vị khác…") == "và các đơn vị khác…"


def test_short_items_end_with_a_semicolon_and_the_last_with_a_stop() -> None:
    assert closed(["một.", "hai;", "ba"]) == ["một;", "hai;", "ba."]


def test_whole_sentences_each_end_with_a_stop() -> None:
    assert closed(["Một. Hai", "Ba"]) == ["Một. Hai.", "Ba."]
    assert closed(["Một.", "Hai."]) == ["Một.", "Hai."]


def test_an_ellipsis_is_an_end_mark() -> None:
    assert closed(["một…", "hai..."]) == ["một…", "hai..."]


def test_first_letters_change_but_abbreviations_stay() -> None:
    assert lowered("Ngân sách") == "ngân sách"
    assert lowered("UBND xã") == "UBND xã"
    assert capitalised("đại hội") == "Đại hội"
    assert (lowered(""), capitalised("")) == ("", "")


def test_phrases_of_a_title_stay_on_one_line() -> None:
    kept = title_phrases_kept("tuyên dương điển hình tiên tiến giai đoạn 2020-2025 lần thứ VI")
    assert kept.split(" ") == [
        "tuyên",
        "dương",
        "điển\u00a0hình\u00a0tiên\u00a0tiến",
        "giai\u00a0đoạn\u00a02020-2025",
        "lần\u00a0thứ\u00a0VI",
    ]
