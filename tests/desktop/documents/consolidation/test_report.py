"""The consolidated report: sums in its text, offices by name in its appendices."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from desktop.documents.blocks import AppendixHeading, Document, Paragraph, Role, Table
from desktop.documents.consolidation import report
from desktop.documents.consolidation.report import consolidated_document
from desktop.documents.docx.write import write_docx
from desktop.documents.format_check.check import format_departures
from desktop.documents.pdf import write_pdf
from desktop.handoff.consolidation.consolidate import Consolidation, consolidate
from tests.desktop.documents.consolidation.a_desk import (
    MADE_AT,
    a_snapshot,
    say,
    the_consolidation,
    the_received,
)
from tests.desktop.documents.measure import Reading, overlaps
from tests.desktop.handoff.consolidation.province import TODAY, the_congress, the_pack


def document(found: Consolidation | None = None) -> Document:
    return consolidated_document(a_snapshot(), found or the_consolidation(), say)


def dashes(found: Consolidation | None = None) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in document(found).parts[0].blocks
        if isinstance(block, Paragraph) and block.role is Role.DASH
    ]


def appendices(found: Consolidation | None = None) -> dict[str, list[list[str]]]:
    """Give the texts of the rows of each appendix by its word and title."""
    pages = {}
    for part in document(found).parts[1:]:
        heading, table = part.blocks
        assert isinstance(heading, AppendixHeading)
        assert isinstance(table, Table)
        rows = [["".join(run.text for run in cell) for cell in row.cells] for row in table.rows]
        pages[f"{heading.word.text}: {heading.title[0].text}"] = rows
    return pages


@cache
def drawn() -> bytes:
    return write_pdf(document(), MADE_AT).data


def test_it_has_the_form_of_the_decree() -> None:
    assert not format_departures(drawn())


def test_nothing_overlaps() -> None:
    reading = Reading(drawn())
    assert [overlaps(page) for page in reading.pages] == [[]] * len(reading.pages)


def test_equal_consolidations_give_equal_bytes_as_pdf_and_as_docx() -> None:
    assert write_pdf(document(), MADE_AT).data == drawn()
    first, second = (write_docx(document(), MADE_AT) for _ in range(2))
    assert first == second


def test_the_text_says_who_has_sent_what() -> None:
    said = dashes()
    assert "- Số đơn vị: 05; đã gửi hồ sơ: 04;" in said
    assert "- Trả lại để sửa: 01;" in said
    assert "- Cùng một lần gửi có hai nội dung khác nhau, cần làm rõ: 01." in said


def test_the_text_says_who_is_sent_up_and_put_forward() -> None:
    said = dashes()
    assert "- Đại biểu chính thức: 01, trên 03 được phân bổ cho các đơn vị này;" in said
    assert "- Đại biểu dự khuyết: 01." in said
    assert any(one.startswith("- Bằng khen: 01 tập thể, 00 cá nhân") for one in said)


def test_an_office_that_sends_too_many_is_counted() -> None:
    found = the_consolidation()
    line = found.offices[1]
    assert line.figures is not None
    upper = replace(line.figures.upper, given=0)
    over = replace(line, figures=replace(line.figures, upper=upper))
    offices = (found.offices[0], over, *found.offices[2:])
    assert "- Đơn vị cử quá số được phân bổ: 01." in dashes(replace(found, offices=offices))


def test_every_office_stands_in_the_first_appendix() -> None:
    rows = appendices()["Phụ lục I: Tổng hợp theo đơn vị"]
    assert [row[1] for row in rows[:4]] == [
        "Huyện Châu Thành",
        "Xã An Hiệp",
        "Xã Phú Tâm",
        "Sở Lao động - Thương binh và Xã hội",
    ]
    assert rows[0][2:] == ["chưa gửi, đã quá hạn", "", "", "", "", "", "", ""]
    assert rows[1][3:9] == ["2", "20/02/2020", "2", "2", "1", "1"]


def test_what_is_late_missing_or_returned_is_named_with_its_days() -> None:
    rows = appendices()["Phụ lục II: Hồ sơ chưa gửi, gửi trễ hạn hoặc trả lại"]
    late = [row for row in rows if row[1] == "Xã Phú Tâm"]
    assert [row[3:] for row in late] == [
        ["28/02/2020", "05/03/2020", "gửi trễ hạn 06 ngày"],
        ["28/02/2020", "", "chưa gửi, đã quá hạn"],
    ]


def test_a_finding_that_was_allowed_has_its_reason_and_who_allowed_it() -> None:
    rows = appendices()["Phụ lục III: Nội dung đối chiếu với kế hoạch"]
    assert "Dịch bệnh; Ủy ban nhân dân tỉnh" in {row[4] for row in rows}


def test_doubles_are_named_without_their_card_numbers() -> None:
    rows = appendices()["Phụ lục IV: Người cần kiểm tra vì có trong hai danh sách"]
    assert rows[0] == ["01. Cùng họ tên, cùng ngày sinh"]
    assert [row[1:3] for row in rows[1:]] == [["Lê An", "19/05/1970"]] * 2


def test_awards_stand_by_form_with_the_office_that_puts_them_forward() -> None:
    rows = appendices()["Phụ lục V: Tập thể, cá nhân được đề nghị khen thưởng"]
    place = next(place for place, row in enumerate(rows) if row[0].endswith(". Bằng khen"))
    assert rows[place + 1][1:] == ["Tổ 'Một'", "Ấp 2", "Xã An Hiệp"]


def test_a_desk_that_received_nothing_reports_who_is_missing() -> None:
    found = consolidate((), the_pack(), TODAY, own=the_congress())
    assert list(appendices(found)) == [
        "Phụ lục I: Tổng hợp theo đơn vị",
        "Phụ lục II: Hồ sơ chưa gửi, gửi trễ hạn hoặc trả lại",
    ]
    assert "- Chưa có đề nghị." in dashes(found)
    assert not format_departures(write_pdf(document(found), MADE_AT).data)


def test_one_appendix_alone_has_no_number() -> None:
    found = consolidate(the_received()[3:], None, TODAY)
    bare = replace(
        found,
        offices=tuple(
            replace(one, figures=replace(one.figures, findings=()))
            for one in found.received
            if one.figures is not None
        ),
    )
    assert list(appendices(bare)) == ["Phụ lục: Tổng hợp theo đơn vị"]


def test_a_list_that_nobody_reads_on_paper_says_what_the_workbook_has_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report, "MOST_ROWS", 2)
    rows = appendices()["Phụ lục II: Hồ sơ chưa gửi, gửi trễ hạn hoặc trả lại"]
    assert len(rows) == 3
    assert rows[-1] == ["Còn 6 dòng nữa, xem trong bảng tính kèm theo"]
    assert len(appendices()["Phụ lục I: Tổng hợp theo đơn vị"]) == 5
