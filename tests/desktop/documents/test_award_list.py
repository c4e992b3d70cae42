"""The awards list: highest first, grouped, added up."""

from __future__ import annotations

from typing import Any

from db.records import Award, PaperSettings
from desktop.documents.award_list import (
    award_counts,
    award_list_document,
    award_totals,
    ordered_awards,
)
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.official import table_texts


def an_award(number: int, recipient: str, form: str, **fields: Any) -> Award:
    return Award(id=ident(number), recipient=recipient, form=form, **fields)


AWARDS = (
    an_award(1, "Ba", "Giấy khen của Chủ tịch UBND xã", money=300_000),
    an_award(2, "Tư", "Giấy khen của Chủ tịch UBND huyện Krông Ana"),
    an_award(3, "Thôn 2", "Giấy khen của Chủ tịch UBND xã", is_collective=True, money=600_000),
    an_award(4, "Năm", "Huân chương Lao động hạng Ba"),
    an_award(5, "Sáu", "Bằng khen của Chủ tịch UBND tỉnh"),
    an_award(6, "Bảy", "Quà lưu niệm"),
)


def test_the_highest_award_comes_first_by_law_then_by_level() -> None:
    assert [one.recipient for one in ordered_awards(AWARDS)] == [
        "Năm",
        "Sáu",
        "Tư",
        "Thôn 2",
        "Ba",
        "Bảy",
    ]


def test_each_form_has_its_heading_and_numbers_run_on() -> None:
    rows = table_texts(award_list_document(a_snapshot(awards=AWARDS)))
    headings = [row[0] for row in rows if len(row) == 1]
    assert headings[0] == "I. Huân chương Lao động hạng Ba"
    assert headings[-1] == "V. Quà lưu niệm"
    assert [row[0] for row in rows if len(row) > 1] == ["1", "2", "3", "4", "5", "6"]


def test_totals_tell_collectives_persons_and_money() -> None:
    assert award_totals(AWARDS) == [
        "Tổng số: 6 trường hợp, gồm 1 tập thể và 5 cá nhân.",
        "Tổng số tiền thưởng: 900.000 đồng.",
    ]
    assert award_totals(()) == []
    assert award_counts(AWARDS)[3] == "Giấy khen của Chủ tịch UBND xã: 01 tập thể, 01 cá nhân"


def test_an_award_without_a_form_is_listed_as_such() -> None:
    rows = table_texts(award_list_document(a_snapshot(awards=(an_award(1, "Ba", ""),))))
    assert rows[0] == ["I. Chưa ghi hình thức khen thưởng"]


def test_columns_and_their_order_are_the_officers() -> None:
    settings = PaperSettings(key="awards", columns=("note", "recipient"))
    document = award_list_document(
        a_snapshot(awards=(an_award(1, "Ba", "Giấy khen", note="Vắng"),), papers=(settings,))
    )
    assert table_texts(document)[1] == ["Vắng", "Ba"]
