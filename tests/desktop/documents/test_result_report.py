"""The report on the results: every head, from the data."""

from __future__ import annotations

from datetime import time
from typing import Any

from db.records import Attended, Award, Candidate, ChoiceOutcome, Speech
from desktop.documents.blocks import Paragraph, Role
from desktop.documents.result_report import result_report_document
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot


def lines(people: int = 0, **fields: Any) -> list[tuple[Role, str]]:
    blocks = result_report_document(a_snapshot(people, **fields)).parts[0].blocks
    return [
        (block.role, "".join(run.text for run in block.runs).replace("\u00a0", " "))
        for block in blocks
        if isinstance(block, Paragraph)
    ]


def test_every_head_is_there_even_of_an_empty_conference() -> None:
    heads = [text for role, text in lines() if role in {Role.SECTION, Role.CLAUSE}]
    assert heads == [
        "I. Công tác chuẩn bị",
        "II. Kết quả tổ chức Hội nghị",
        "1. Thời gian, địa điểm",
        "2. Số lượng và cơ cấu đại biểu",
        "3. Nội dung và tham luận",
        "4. Biểu dương, khen thưởng",
        "5. Chọn cử đại biểu dự Đại hội Thi đua yêu nước huyện Krông Ana lần thứ VI",
        "6. Kinh phí",
        "III. Đánh giá, bài học kinh nghiệm",
        "1. Ưu điểm",
        "2. Hạn chế, nguyên nhân",
        "3. Bài học kinh nghiệm",
        "IV. Kiến nghị, đề xuất",
    ]


def test_it_is_addressed_to_the_issuer_of_the_plan_above() -> None:
    assert (Role.ADDRESSEE, "Kính gửi: Ủy ban nhân dân huyện Krông Ana.") in lines()


def test_what_it_came_to_is_told() -> None:
    text = "\n".join(
        text
        for _, text in lines(
            100,
            attended=Attended(present=90, end=time(11, 15), spent=45_000_000),
            speeches=(Speech(id=ident(1), title="Trồng cà phê", unit="Thôn 1"),),
            awards=(Award(id=ident(2), recipient="Thôn 2", is_collective=True, form="Giấy khen"),),
            candidates=(Candidate(id=ident(3), name="Y Wang Niê", outcome=ChoiceOutcome.OFFICIAL),),
            lessons=("Chuẩn bị sớm",),
        )
    )
    for words in (
        "kết thúc lúc 11 giờ 15 phút.",
        "Số đại biểu được triệu tập: 100; có mặt: 90 (90 %).",
        "- Tổng số: 100 đại biểu",
        "Có 01 tham luận được trình bày:",
        "- “Trồng cà phê”, Thôn 1.",
        "Tổng số: 1 trường hợp, gồm 1 tập thể và 0 cá nhân (danh sách tại Phụ lục kèm theo",
        "- Giấy khen: 01 tập thể.",
        "Đại biểu chính thức (01 người), gồm:",
        "- Y Wang Niê.",
        "Tổng kinh phí đã thực hiện: 45.000.000 đồng.",
        "Chuẩn bị sớm.",
    ):
        assert words in text
