"""The report on the make-up: the same figures in text and table, in the form of the decree."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from msgspec.structs import replace

from db.records import BirthDate, Delegate, Gender, Session
from desktop.documents.blocks import Letterhead, Paragraph, Role, Row, Signature, Table
from desktop.documents.format_check.check import format_departures
from desktop.documents.make_up_report import make_up_document, report_of
from desktop.documents.papers import paper
from desktop.documents.pdf import write_pdf
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from desktop.rules.pack_people import PersonFlag
from tests.builders import a_delegate, ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import Reading, overlaps


def with_people(*people: Delegate, **fields: Any) -> Snapshot:
    snapshot = a_snapshot(**fields)
    return replace(snapshot, file=replace(snapshot.file, delegates=people))


def texts(snapshot: Snapshot, *roles: Role) -> list[str]:
    return [
        "".join(run.text for run in block.runs).replace("\u00a0", " ")
        for block in make_up_document(snapshot).parts[0].blocks
        if isinstance(block, Paragraph) and block.role in roles
    ]


def rows(snapshot: Snapshot) -> list[list[str]]:
    *_, figures = [(), *tables(snapshot)]
    return [cells(row) for row in figures]


def tables(snapshot: Snapshot) -> list[tuple[Row, ...]]:
    """Give the rows of the bars, and of the figures under them."""
    blocks = make_up_document(snapshot).parts[0].blocks
    return [block.rows for block in blocks if isinstance(block, Table)]


def cells(row: Row) -> list[str]:
    return ["".join(run.text for run in cell).replace("\u00a0", " ") for cell in row.cells]


@cache
def drawn() -> bytes:
    snapshot = a_snapshot(200)
    return write_pdf(make_up_document(snapshot), snapshot.made_at).data


def test_it_has_the_form_of_the_decree() -> None:
    assert not format_departures(drawn())


def test_nothing_overlaps_and_the_table_keeps_to_the_margins() -> None:
    assert [overlaps(page) for page in Reading(drawn()).pages] == [[]] * len(Reading(drawn()).pages)


def test_the_same_snapshot_gives_the_same_bytes() -> None:
    snapshot = a_snapshot(40)
    first, second = (paper("make-up").draw(snapshot).data for _ in range(2))
    assert first == second


def test_text_and_table_have_the_same_figures() -> None:
    snapshot = a_snapshot(200)
    said = [
        found[0]
        for text in texts(snapshot, Role.DASH)
        if (found := re.findall(r": (\d+) trên (\d+) .*\(([\d,]+ %)\)", text))
    ]
    assert said == [tuple(row[2:5]) for row in rows(snapshot) if len(row) > 1 and row[2] != "–"]
    share = report_of(snapshot).shares[PersonFlag.WOMAN]
    assert (str(share.count), str(share.base)) in {one[:2] for one in said}


def test_the_base_stands_beside_every_figure_and_what_is_unknown_apart() -> None:
    people = (
        a_delegate(1, name="Lê An", gender=Gender.FEMALE, birth=BirthDate(year=1950)),
        a_delegate(2, name="Hồ Bình", gender=Gender.MALE, birth=BirthDate(year=1950, month=5)),
        a_delegate(3, name="Võ Cam", birth=BirthDate(year=2001), is_party_member=True),
        a_delegate(4, name="Vi Dung", is_party_member=False),
    )
    dashes = texts(with_people(*people), Role.DASH)
    assert "- Nữ: 1 trên 4 người trong danh sách (25 %), 2 người chưa rõ giới tính;" in dashes
    members = "1 trên 4 người trong danh sách (25 %), 2 người chưa rõ là đảng viên hay không"
    assert f"- Đảng viên: {members};" in dashes
    assert "- Trên 60 tuổi: 2 trên 3 người đã rõ năm sinh (66,7 %)." in dashes
    bodies = texts(with_people(*people), Role.BODY)
    assert "Tổng số đại biểu trong danh sách: 4 người." in bodies
    assert "Đại biểu cao tuổi nhất: Lê An, Hồ Bình, sinh năm 1950." in bodies
    assert "Đại biểu trẻ tuổi nhất: Võ Cam, sinh năm 2001." in bodies
    assert "Chưa rõ năm sinh: 1 người." in bodies


def test_what_is_known_of_nobody_is_no_nought() -> None:
    snapshot = with_people(a_delegate(1), a_delegate(2))
    said = "chưa có thông tin (2 trên 2 người trong danh sách chưa rõ tôn giáo)"
    assert f"- Theo tôn giáo: {said};" in texts(snapshot, Role.DASH)
    assert ["Theo tôn giáo", "–", "2", "–", "2"] in [row[1:] for row in rows(snapshot)]


def test_ages_without_any_birth_are_said_to_be_unknown_and_have_no_rows() -> None:
    snapshot = with_people(a_delegate(1), a_delegate(2))
    assert "Chưa rõ năm sinh: 2 người." in texts(snapshot, Role.BODY)
    assert [row[0] for row in rows(snapshot) if len(row) == 1] == [
        "I. Số lượng và thành phần",
        "II. Cơ cấu",
    ]
    assert "ĐỘ TUỔI" not in "".join(texts(snapshot, Role.SECTION))
    assert "III. Độ tuổi, tính theo năm 2025" in texts(snapshot, Role.SECTION)


def test_without_a_day_ages_are_those_of_the_year_it_is_made_in() -> None:
    snapshot = with_people(
        a_delegate(1, birth=BirthDate(year=1995)), sessions=(Session(id=ident(11)),)
    )
    assert report_of(snapshot).year == 2025


def test_people_in_no_group_and_honours_have_their_lines() -> None:
    person = a_delegate(1, group_id="", honours=("AHLĐ", "Giấy khen"), represents="Tổ 3")
    dashes = texts(with_people(person), Role.DASH)
    assert "- Chưa xếp thành phần: 1 trên 1 người trong danh sách (100 %);" in dashes
    assert "- Đại diện tập thể: 1 trên 1 người trong danh sách (100 %);" in dashes
    assert dashes[-2].startswith("- Anh hùng Lao động: 1 trên 1")
    assert dashes[-1] == "- Giấy khen: 1 trên 1 người trong danh sách (100 %)."


def test_the_bars_show_the_figures_of_the_table_and_what_is_not_known() -> None:
    snapshot = a_snapshot(200)
    bars, _ = tables(snapshot)
    figures = {row[1]: row for row in rows(snapshot) if len(row) > 1}
    drawn = {cells(row)[0]: row for row in bars if row.bar is not None}
    assert [name for name in figures if name in drawn] == list(drawn)
    for name, row in drawn.items():
        _, _, count, base, share, unknown = figures[name]
        assert row.bar is not None
        assert row.bar.unknown == int(unknown or 0) / int(base)
        if share != "–":
            assert cells(row)[2] == f"{count} ({share})"
            assert row.bar.filled == int(count) / int(base)
        else:
            assert (cells(row)[2], row.bar.filled, row.bar.unknown) == ("–", 0, 1)


def test_honours_of_which_one_person_may_hold_many_are_no_bars() -> None:
    bars, _ = tables(a_snapshot(200))
    assert not any("Danh hiệu" in cells(row)[0] for row in bars)


def test_it_has_a_number_a_date_and_recipients_of_its_own() -> None:
    snapshot = a_snapshot(10, number=5)
    blocks = make_up_document(snapshot).parts[0].blocks
    head, end = blocks[0], blocks[-1]
    assert isinstance(head, Letterhead)
    assert isinstance(end, Signature)
    assert head.number is not None
    assert re.fullmatch(r"Số:\s+/BC-UBND", head.number.text)
    assert head.place_date is not None
    assert "tháng\u00a0" in head.place_date.text
    assert [run.text for run in end.recipients] == ["- Lưu: VT, VP."]


def test_an_empty_list_leaves_a_blank() -> None:
    snapshot = with_people()
    problems = write_pdf(make_up_document(snapshot), snapshot.made_at).problems
    assert (ProblemCode.FIELD_EMPTY, "delegates") in {(one.code, one.field) for one in problems}
    assert rows(snapshot) == []
