"""Lists by unit and rank, short biographies, collectives, sign-in sheets, guests."""

from __future__ import annotations

import itertools
from datetime import date, time

from msgspec.structs import replace

from db.records import PaperChoice, PaperSettings, Session, SessionKind
from desktop.documents.arranged_list import list_by_rank_document, list_by_unit_document
from desktop.documents.blocks import Document, Paragraph, Table
from desktop.documents.exemplar_lists import collectives_document, exemplars_document
from desktop.documents.guest_list import guests_document
from desktop.documents.pdf import write_pdf
from desktop.documents.seating_plan import seat_list_document
from desktop.documents.sign_in import attendance_document, money_document, papers_document
from desktop.documents.snapshot import Snapshot
from tests.builders import a_delegate, ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading
from tests.desktop.documents.the_day import table_of, the_day, with_people
from tests.desktop.pictures_of_people import a_portrait


def groups() -> tuple[str, str]:
    exemplars, guests = a_snapshot().file.conference.groups[:2]
    return exemplars.id, guests.id


def some_people() -> Snapshot:
    exemplars, guests = groups()
    return with_people(
        a_snapshot(),
        a_delegate(1, name="Trần Văn Ước", unit="Thôn 2", group_id=exemplars),
        a_delegate(2, name="Lê An", unit="Thôn 1", group_id=exemplars),
        a_delegate(3, name="Võ Bình", unit="Thôn 2", group_id=guests, post="Trưởng thôn"),
        a_delegate(4, name="Y Wang Niê", unit="", group_id=guests),
    )


def lines(document: Document, part: int = 0) -> list[str]:
    return [
        "".join(run.text for run in block.runs)
        for block in document.parts[part].blocks
        if isinstance(block, Paragraph)
    ]


def named(document: Document, part: int = 0) -> list[str]:
    """Read headings and names of a part's table."""
    return [row[0] if len(row) == 1 else row[1] for row in table_of(document, part)[1:]]


def test_units_stand_as_the_office_entered_them_and_people_in_the_order_of_the_list() -> None:
    assert named(list_by_unit_document(some_people())) == [
        "I. Thôn 2 (2 đại biểu)",
        "Võ Bình",
        "Trần Văn Ước",
        "II. Thôn 1 (1 đại biểu)",
        "Lê An",
        "III. Chưa ghi đơn vị (1 đại biểu)",
        "Y Wang Niê",
    ]


def test_by_rank_everybody_stands_in_one_row() -> None:
    document = list_by_rank_document(some_people())
    assert len(named(document)) == 4
    assert [row[0] for row in table_of(document)[1:]] == ["1", "2", "3", "4"]


def test_totals_tell_religion_and_who_stands_for_a_collective() -> None:
    snapshot = with_people(
        a_snapshot(),
        a_delegate(1, religion="Công giáo", represents="Tổ tự quản số 3"),
        a_delegate(2, religion="Không"),
    )
    found = lines(list_by_unit_document(snapshot))
    assert "Theo tôn giáo: 1 (50\u00a0%)." in found
    assert "Đại diện tập thể: 1 (50\u00a0%); cá nhân: 1 (50\u00a0%)." in found


def test_columns_follow_what_was_chosen_for_the_paper_and_unknown_names_are_passed_over() -> None:
    snapshot = some_people()
    settings = PaperSettings(key="list-by-unit", columns=("phone", "colour", "name", "phone"))
    conference = replace(snapshot.file.conference, papers=(settings,))
    chosen = replace(snapshot, file=replace(snapshot.file, conference=conference))
    assert table_of(list_by_unit_document(chosen))[0] == ["Điện thoại", "Họ và tên"]


def test_a_short_biography_has_the_picture_the_home_and_the_award_put_forward() -> None:
    exemplars, guests = groups()
    portrait = a_portrait()
    person = a_delegate(
        1,
        name="Y Wang Niê",
        group_id=exemplars,
        home_town="Xã Bình Hòa",
        schooling="12/12",
        honours=("Lao động tiên tiến (2023);", "CSTĐ cơ sở (2024)"),
        achievement="Trồng 2 ha cà phê",
        proposed_award="Giấy khen",
        photo_id=portrait.id,
    )
    others = (a_delegate(2, group_id=guests), a_delegate(3, group_id=exemplars, represents="Tổ 3"))
    snapshot = with_people(a_snapshot(), person, *others)
    snapshot = replace(snapshot, file=replace(snapshot.file, images=(portrait,)))
    document = exemplars_document(snapshot)
    rows = table_of(document)
    assert rows[2][2:] == [
        "Y Wang Niê",
        "",
        "Xã Bình Hòa",
        "12/12",
        "",
        "Lao động tiên tiến (2023); CSTĐ cơ sở (2024)",
        "Trồng 2 ha cà phê",
        "Giấy khen",
    ]
    assert len(rows) == 3
    reading = Reading(write_pdf(document, snapshot.made_at).data)
    (image,) = reading.pages[0]._page.images
    assert abs(image["height"] - 24 * PT_PER_MM) < 0.2


def test_collectives_stand_with_whoever_represents_them() -> None:
    person = a_delegate(1, name="Vi Thị Slao", represents="Hội Cựu chiến binh", phone="0900")
    document = collectives_document(with_people(a_snapshot(), person, a_delegate(2)))
    head, row = table_of(document)
    assert head[1:3] == ["Tên tập thể", "Người đại diện"]
    assert row[:3] == ["1", "Hội Cựu chiến binh", "Vi Thị Slao"]
    assert lines(document) == ["Tổng số: 01 tập thể."]


def test_each_session_has_a_sheet_of_its_own_with_rows_to_sign_in() -> None:
    sessions = (
        Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),
        Session(id=ident(14), kind=SessionKind.PREPARATORY, day=date(2025, 3, 19)),
    )
    document = attendance_document(the_day(40, sessions=sessions))
    assert [lines(document, part)[0] for part in (0, 1)] == ["Phiên trù bị", "Phiên chính thức"]
    assert "Thời gian: 07 giờ 30 phút, thứ\u00a0Năm, ngày 20 tháng 3 năm 2025" in lines(document, 1)
    table = next(block for block in document.parts[0].blocks if isinstance(block, Table))
    assert table.least_row_mm >= 8
    assert len(papers_document(the_day(4, sessions=sessions)).parts) == 1


def test_rows_are_eight_millimetres_high_under_a_head_on_every_page() -> None:
    snapshot = the_day(60)
    reading = Reading(write_pdf(attendance_document(snapshot), snapshot.made_at).data)
    assert len(reading.pages) > 2
    for page in reading.pages:
        assert sum(line.text == "Họ và tên" for line in page.lines) == 1
        numbers = [line for line in page.lines if line.text.isdecimal() and line.left_pt < 130]
        tops = [line.baseline_pt for line in numbers if line.baseline_pt > 70]
        drops = [lower - upper for upper, lower in itertools.pairwise(tops)]
        assert min(drops) >= 8 * PT_PER_MM


def test_the_quorum_counts_who_was_summoned_and_leaves_the_rest_to_the_pen() -> None:
    found = lines(attendance_document(the_day(40)))
    assert any(line.startswith("Số đại biểu triệu tập: 40; có mặt: …") for line in found)
    assert any("Tỷ lệ có mặt: …" in line for line in found)


def test_money_is_handed_out_to_everyone_and_added_up_in_words() -> None:
    document = money_document(the_day(12, allowance=50_000))
    assert {row[3] for row in table_of(document)[1:] if len(row) > 1} == {"50.000"}
    assert "Tổng số tiền: 600.000 đồng (Bằng chữ: Sáu trăm nghìn đồng)." in lines(document)
    unknown = money_document(the_day(12))
    assert {row[3] for row in table_of(unknown)[1:] if len(row) > 1} == {""}


def test_guests_alone_are_introduced() -> None:
    document = guests_document(some_people())
    assert named(document) == ["Võ Bình", "Y Wang Niê"]
    assert table_of(document)[1][2] == "Trưởng thôn, Thôn 2"
    assert "Ban Tổ chức xin trân trọng giới thiệu" in lines(document)[0]


def test_a_sheet_may_be_arranged_by_unit() -> None:
    choice = PaperChoice(name="arrangement", value="unit")
    settings = PaperSettings(key="sign-in", choices=(choice,))
    snapshot = some_people()
    conference = replace(snapshot.file.conference, papers=(settings,))
    arranged = replace(snapshot, file=replace(snapshot.file, conference=conference))
    assert named(attendance_document(arranged))[0] == "I. Thôn 2 (2 đại biểu)"


def test_the_seat_is_the_same_on_the_list_of_seats_and_on_the_attendance_sheet() -> None:
    snapshot = the_day(20)
    seats = {row[1]: row[4] for row in table_of(seat_list_document(snapshot)) if len(row) > 1}
    signed = {row[1]: row[3] for row in table_of(attendance_document(snapshot)) if len(row) > 1}
    del seats["Họ và tên"], signed["Họ và tên"]
    assert seats == signed
    assert all(seats.values())


def test_guests_are_introduced_by_post_as_far_as_nobody_was_moved() -> None:
    _, guests_id = groups()
    people = (
        a_delegate(1, name="A", post="Trưởng thôn", unit="Thôn 1", group_id=guests_id),
        a_delegate(2, name="B", post="Chủ tịch", unit="UBND xã", group_id=guests_id),
        a_delegate(3, name="C", post="Phó Chủ tịch", unit="UBND huyện", group_id=guests_id),
        a_delegate(4, name="D", post="Già làng", group_id=guests_id, protocol_rank=0),
    )
    assert named(guests_document(with_people(a_snapshot(), *people))) == ["D", "C", "B", "A"]
