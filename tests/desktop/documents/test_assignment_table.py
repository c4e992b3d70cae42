"""Who does what by when, and the list of speeches."""

from __future__ import annotations

import msgspec

from db.records import Assignment, PaperSettings, Speech
from desktop.documents.assignment_table import assigned, assignment_table_document
from desktop.documents.blocks import Paragraph
from desktop.documents.speech_list import speech_list_document
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.official import table_texts

OFFICE = Assignment(
    id=ident(40),
    body="Văn phòng",
    duties=("In và gửi giấy mời", "Báo cáo kết quả lên huyện", "Vận động Nhân dân", " "),
)


def test_a_duty_takes_the_day_of_the_task_it_is_about() -> None:
    (body, duties), _ = assigned(a_snapshot(assignments=(OFFICE,)))
    assert body == "Văn phòng"
    assert [(one.text, one.by) for one in duties] == [
        ("In và gửi giấy mời", "10/03/2025"),
        ("Báo cáo kết quả lên huyện", "25/03/2025"),
        ("Vận động Nhân dân", "Trước 20/03/2025"),
    ]


def test_tasks_that_no_duty_names_are_the_committees() -> None:
    _, (body, duties) = assigned(a_snapshot(assignments=(OFFICE,)))
    assert body == "Ban Tổ chức Hội nghị"
    assert "Tổng duyệt chương trình" in [one.text for one in duties]
    assert "Gửi giấy mời" not in [one.text for one in duties]


def test_without_a_day_nothing_is_invented() -> None:
    snapshot = msgspec.structs.replace(a_snapshot(assignments=(OFFICE,), sessions=()), rules=None)
    (_, duties), *_ = assigned(snapshot)
    assert {one.by for one in duties} == {""}


def test_rows_are_numbered_through_and_may_name_the_body() -> None:
    settings = PaperSettings(key="assignment-table", columns=("number", "who", "what"))
    rows = table_texts(
        assignment_table_document(a_snapshot(assignments=(OFFICE,), papers=(settings,)))
    )
    assert rows[0] == ["I. Văn phòng"]
    assert rows[1] == ["1", "Văn phòng", "In và gửi giấy mời"]
    assert rows[4] == ["II. Ban Tổ chức Hội nghị"]
    assert rows[5][0] == "4"


def test_speeches_stand_in_order_with_their_time_added_up() -> None:
    speeches = (
        Speech(id=ident(1), title="Trồng cà phê", speaker="Y Wang Niê", post="Nông dân", minutes=7),
        Speech(id=ident(2), title=""),
        Speech(id=ident(3), title="Dạy học", unit="Trường Hồ Sen", minutes=8),
    )
    document = speech_list_document(a_snapshot(speeches=speeches))
    assert table_texts(document) == [
        ["1", "", "Y Wang Niê, Nông dân", "Trồng cà phê", "7 phút"],
        ["2", "Trường Hồ Sen", "", "Dạy học", "8 phút"],
    ]
    last = document.parts[0].blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.runs[0].text == "Tổng số: 02 tham luận, tổng thời lượng 15 phút."
