"""The programme: clock times, sessions, presenters."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from db.records import ProgrammeItem, Session, SessionKind
from desktop.documents.blocks import Paragraph, Table
from desktop.documents.pdf import write_pdf
from desktop.documents.programme import programme_document
from desktop.documents.snapshot import Snapshot
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import Reading, overlaps

_OPENING = ProgrammeItem(id=ident(21), title="Khai mạc", minutes=15, presenter="Chủ tịch xã")


def tables(**fields: Any) -> list[list[list[str]]]:
    blocks = programme_document(a_snapshot(**fields)).parts[0].blocks
    return [
        [["".join(run.text for run in cell) for cell in row.cells] for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    ]


def texts(**fields: Any) -> list[str]:
    blocks = programme_document(a_snapshot(**fields)).parts[0].blocks
    return [
        "".join(run.text for run in block.runs).replace("\u00a0", " ")
        for block in blocks
        if isinstance(block, Paragraph)
    ]


def read(snapshot: Snapshot) -> Reading:
    return Reading(write_pdf(programme_document(snapshot), snapshot.made_at).data)


def test_times_run_from_the_start_of_the_session() -> None:
    rows = tables()[0]
    assert [row[1] for row in rows[:3]] == [
        "07h30\u00a0-\u00a007h35",
        "07h35\u00a0-\u00a007h50",
        "07h50\u00a0-\u00a008h15",
    ]
    assert [row[0] for row in rows] == [str(number) for number in range(1, 11)]


def test_items_without_minutes_show_when_they_begin() -> None:
    item = ProgrammeItem(id=ident(20), title="Chào cờ")
    assert tables(programme=(item, _OPENING))[0][0][1] == "07h30"


def test_without_a_starting_time_the_minutes_stand() -> None:
    rows = tables(sessions=(Session(id=ident(11)),), programme=(_OPENING,))[0]
    assert rows == [["1", "15 phút", "Khai mạc", "Chủ tịch xã"]]


def test_without_time_and_minutes_the_cell_stays_empty() -> None:
    item = ProgrammeItem(id=ident(20), title="Chào cờ")
    assert tables(sessions=(), programme=(item,))[0][0][1] == ""


def test_notes_bring_their_column() -> None:
    noted = ProgrammeItem(id=ident(22), title="Nghỉ giải lao", note="Hành lang")
    rows = tables(programme=(_OPENING, noted))[0]
    assert [row[4] for row in rows] == ["", "Hành lang"]


def test_each_session_has_a_table_the_preparatory_one_first() -> None:
    sessions = (
        Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),
        Session(id=ident(12), kind=SessionKind.PREPARATORY),
    )
    rehearsal = ProgrammeItem(id=ident(23), title="Duyệt chương trình", session_id=ident(12))
    lost = ProgrammeItem(id=ident(24), title="Bế mạc", session_id=ident(99))
    fields = {"sessions": sessions, "programme": (_OPENING, rehearsal, lost)}
    assert [[row[2] for row in table] for table in tables(**fields)] == [
        ["Duyệt chương trình"],
        ["Khai mạc", "Bế mạc"],
    ]
    assert "Phiên trù bị" in texts(**fields)
    assert "Phiên chính thức: 07 giờ 30 phút, thứ Năm, ngày 20 tháng 3 năm 2025" in texts(**fields)


def test_only_a_preparatory_session_still_holds_the_items() -> None:
    sessions = (Session(id=ident(12), kind=SessionKind.PREPARATORY, start=time(14)),)
    assert tables(sessions=sessions, programme=(_OPENING,))[0][0][2] == "Khai mạc"


def test_time_place_and_chair_stand_over_the_table() -> None:
    assert texts() == [
        "Thời gian: 07 giờ 30 phút, thứ Năm, ngày 20 tháng 3 năm 2025",
        "Địa điểm: Hội trường Ủy ban nhân dân xã Bình Hòa",
        "Chủ trì: Nguyễn Văn Ước, Chủ tịch Ủy ban nhân dân xã",
    ]


def test_items_without_any_session_share_one_table() -> None:
    assert [row[2] for row in tables(sessions=())[0]][:1] == ["Chào cờ"]


def test_what_is_missing_leaves_dots() -> None:
    lines = texts(sessions=(), venue="", presidium=(), programme=())
    assert [line.split(":")[0] for line in lines] == ["Thời gian", "Địa điểm", "Nội dung"]
    assert all("……" in line for line in lines)


def test_the_drawn_programme_is_one_page_without_number_or_date() -> None:
    reading = read(a_snapshot())
    assert len(reading.pages) == 1
    assert "Số:" not in reading.text
    assert "CHƯƠNG TRÌNH" in reading.text
    assert overlaps(reading.pages[0]) == []


def test_an_item_longer_than_a_page_goes_on_without_loss() -> None:
    words = [f"nội{number}" for number in range(1500)]
    reading = read(a_snapshot(programme=(ProgrammeItem(id=ident(20), title=" ".join(words)),)))
    assert len(reading.pages) > 2
    found = [word for word in reading.text.split() if word.startswith("nội")]
    assert found == words
    assert all(overlaps(page) == [] for page in reading.pages)
