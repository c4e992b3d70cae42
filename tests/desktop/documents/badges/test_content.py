"""What badges say."""

from __future__ import annotations

from datetime import date

import pytest

from db.records import ParticipantGroup, Session, SessionKind
from desktop.documents.badges.content import (
    conference_texts,
    delegate_texts,
    given_name_words,
    group_texts,
    initials,
)
from desktop.documents.badges.layout import Field
from tests.builders import a_conference, a_delegate, a_file, an_office, ident


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        (
            "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa giai đoạn 2020-2025",
            "Hội nghị tuyên dương điển hình tiên tiến xã Bình Hòa",
            "Giai đoạn 2020-2025",
        ),
        (
            "Đại hội Thi đua yêu nước tỉnh Sóc Trăng lần thứ V, giai đoạn 2020 – 2025",
            "Đại hội Thi đua yêu nước tỉnh Sóc Trăng",
            "Lần thứ V, giai đoạn 2020 – 2025",
        ),
        ("Hội nghị tổng kết", "Hội nghị tổng kết", "Giai đoạn 2020-2025"),
    ],
)
def test_the_title_is_split_before_its_ordinal_or_period(
    title: str, first: str, second: str
) -> None:
    texts = conference_texts(a_file(conference=a_conference(title=title)))

    assert (texts[Field.TITLE], texts[Field.SUBTITLE]) == (first, second)


def test_a_conference_without_period_has_no_second_title() -> None:
    conference = a_conference(title="Hội nghị  tổng\nkết", period=None)
    texts = conference_texts(a_file(conference=conference))

    assert (texts[Field.TITLE], texts[Field.SUBTITLE]) == ("Hội nghị tổng kết", "")


def test_the_date_is_that_of_the_first_main_session() -> None:
    sessions = (
        Session(id=ident(1), kind=SessionKind.PREPARATORY, day=date(2025, 2, 1)),
        Session(id=ident(2), day=date(2025, 2, 9)),
        Session(id=ident(3), day=date(2025, 2, 5)),
        Session(id=ident(4)),
    )
    texts = conference_texts(a_file(conference=a_conference(sessions=sessions)))

    assert texts[Field.DATE] == "ngày 05 tháng 02 năm 2025"
    assert texts[Field.PLACE] == "Bình Hòa"


def test_without_a_day_no_date_is_invented() -> None:
    texts = conference_texts(a_file(conference=a_conference(sessions=())))

    assert texts[Field.DATE] == ""


def test_the_issuer_stands_on_one_line_and_is_the_office_where_none_is_given() -> None:
    office = an_office()
    assert conference_texts(a_file())[Field.ISSUER] == "ỦY BAN NHÂN DÂN XÃ BÌNH HÒA"
    assert conference_texts(a_file(office=an_office(issuer="")))[Field.ISSUER] == office.name


def test_the_band_says_the_label_or_the_group_or_the_default() -> None:
    group = ParticipantGroup(id=ident(1), name="Khách mời")
    labelled = ParticipantGroup(id=ident(1), name="Khách mời", badge_label="Khách quý")

    assert group_texts(group, "Đại biểu")[Field.LABEL] == "Khách mời"
    assert group_texts(labelled, "Đại biểu")[Field.LABEL] == "Khách quý"
    assert group_texts(None, "Đại biểu")[Field.LABEL] == "Đại biểu"


def test_a_name_is_printed_as_typed_in_composed_letters() -> None:
    assert (
        delegate_texts(a_delegate(name="nguye\u0302\u0303n  Thị ẤM"))[Field.NAME] == "nguyễn Thị ẤM"
    )


def test_an_honour_stands_where_no_post_is() -> None:
    honoured = a_delegate(honours=("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến"))

    assert delegate_texts(honoured)[Field.POST] == "Chiến sĩ thi đua cơ sở"
    assert delegate_texts(a_delegate(post="Trưởng thôn"))[Field.POST] == "Trưởng thôn"


@pytest.mark.parametrize(
    ("collective", "line"),
    [
        ("", "Thôn 4"),
        ("Chi bộ thôn 4", "Đại diện tập thể Chi bộ thôn 4"),
        ("Tập thể lớp 9A", "Đại diện Tập thể lớp 9A"),
    ],
)
def test_who_stands_for_a_collective_says_so(collective: str, line: str) -> None:
    delegate = a_delegate(unit="Thôn 4", represents=collective)

    assert delegate_texts(delegate)[Field.UNIT] == line


def test_without_a_badge_number_there_is_no_code() -> None:
    texts = delegate_texts(a_delegate(badge_number=None))

    assert texts[Field.NUMBER] == texts[Field.DIGITS] == ""


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Nguyễn Thị Ước", "NƯ"),
        ("H'Hen Niê", "HN"),
        ("Chơn", "C"),
        ("đặng <b>ánh</b> &", "ĐB"),
        ("123 &", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_given_name_corrected_by_the_officer_is_kept_whole() -> None:
    noble = a_delegate(name="Công Tằng Tôn Nữ Thùy Dương", given_name="Thùy Dương")

    assert given_name_words(noble) == 2
    assert given_name_words(a_delegate(name="Chơn", given_name="Chơn")) == 1
    assert given_name_words(a_delegate(given_name="Bình")) == 1


def test_the_seat_stands_on_the_badge_as_the_hall_calls_it() -> None:
    assert delegate_texts(a_delegate(), "B12")[Field.SEAT] == "Ghế B12"
    assert delegate_texts(a_delegate())[Field.SEAT] == ""
