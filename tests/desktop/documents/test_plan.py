"""The plan of Bình Hòa: everything in it, in order, in the form of the decree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from db.records import (
    Assignment,
    Attendance,
    CommitteeMember,
    Conference,
    ConferenceFile,
    GroupKind,
    Movement,
    Office,
    ParticipantGroup,
    Session,
    SessionKind,
)
from desktop.documents.blocks import Paragraph, Role
from desktop.documents.format_check.check import format_departures
from desktop.documents.pdf import write_pdf
from desktop.documents.plan import plan_document
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from desktop.rules.pack_people import CountedKind
from tests.builders import ident
from tests.desktop.documents.binh_hoa import MADE_AT, SHORT, a_snapshot, the_pack
from tests.desktop.documents.measure import Reading, overlaps

_FIRST_PAGE_PARTS = (
    "ỦY BAN NHÂN DÂN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "KẾ HOẠCH",
    "Căn cứ Luật Thi đua, khen thưởng",
    "Ủy ban nhân dân xã Bình Hòa ban hành Kế hoạch",
    "I. MỤC ĐÍCH, YÊU CẦU",
)
_SECTIONS = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "2. Yêu cầu",
    "II. NỘI DUNG, HÌNH THỨC, THÀNH PHẦN, THỜI GIAN",
    "1. Nội dung",
    "2. Hình thức, thời gian, địa điểm, số lượng và thành phần",
    "3. Chương trình Hội nghị",
    "III. KINH PHÍ",
    "IV. TỔ CHỨC THỰC HIỆN",
    "1. Hội đồng Thi đua - Khen thưởng xã",
    "2. Văn phòng - Thống kê",
    "Nơi nhận:",
)


def drawn(snapshot: Snapshot) -> bytes:
    return write_pdf(plan_document(snapshot), snapshot.made_at).data


@cache
def the_reading() -> Reading:
    return Reading(drawn(a_snapshot(20)))


def plan_lines(snapshot: Snapshot) -> list[str]:
    """The paragraphs as plain text, no-break spaces as spaces."""
    return [
        "".join(run.text for run in block.runs).replace("\u00a0", " ")
        for block in plan_document(snapshot).parts[0].blocks
        if isinstance(block, Paragraph)
    ]


def lines_of(**fields: Any) -> list[str]:
    return plan_lines(a_snapshot(**fields))


def assert_in_order(text: str, parts: Sequence[str]) -> None:
    start = 0
    for part in parts:
        found = text.find(part, start)
        assert found >= 0, f"{part!r} is missing or out of order"
        start = found + len(part)


def test_nothing_departs_from_the_numbers_of_the_decree() -> None:
    assert format_departures(the_reading().data) == ()


def test_the_first_page_has_its_parts() -> None:
    for part in _FIRST_PAGE_PARTS:
        assert part in " ".join(the_reading().pages[0].text.split())


def test_sections_and_clauses_come_in_order() -> None:
    assert_in_order(the_reading().flowing_text, _SECTIONS)


def test_all_items_of_the_programme_come_in_order() -> None:
    programme = a_snapshot().file.conference.programme
    assert len(programme) == 10
    text = the_reading().flowing_text
    start = text.index("3. Chương trình Hội nghị")
    assert_in_order(text[start:], [item.title for item in programme])


def test_number_ratio_and_window_stand_in_the_plan() -> None:
    text = the_reading().flowing_text
    assert "không quá 200 đại biểu" in text
    assert "140 đại biểu, chiếm khoảng 70 %" in text
    assert "60 đại biểu, chiếm khoảng 30 %" in text
    assert "01 buổi, quý I/2025" in text
    assert "hội nghị đại biểu" in text


def test_every_recipient_has_a_line_and_the_file_copy_is_last() -> None:
    text = the_reading().flowing_text
    recipients = a_snapshot().file.conference.recipients
    assert_in_order(text[text.index("Nơi nhận:") :], [f"- {one};" for one in recipients[:-1]])
    assert text.rstrip().endswith(("Nguyễn Văn Ước", "- Lưu: VT, VP."))


def test_the_text_ends_with_the_end_mark_before_the_signature() -> None:
    assert plan_lines(a_snapshot())[-1].endswith("xem xét, giải quyết./.")


def test_a_missing_number_and_date_leave_room_for_the_pen() -> None:
    first = the_reading().pages[0]
    assert any(line.text == "Số:" + " " * 6 + "/KH-UBND" for line in first.lines)
    date_line = next(line for line in first.lines if line.text.startswith("Bình Hòa, ngày"))
    assert date_line.text.endswith("năm 2025")


def test_a_number_under_ten_has_a_leading_zero() -> None:
    first = Reading(drawn(a_snapshot(number=5, issued_on=date(2025, 1, 6)))).pages[0]
    texts = [line.text for line in first.lines]
    assert "Số: 05/KH-UBND" in texts
    assert "Bình Hòa, ngày 06 tháng 01 năm 2025" in texts


def test_a_typed_tag_and_ampersand_print_as_typed() -> None:
    reading = Reading(drawn(a_snapshot(subject="Tổ chức <b>Hội nghị</b> & <font size=99>tôn vinh")))
    assert "<b>Hội nghị</b> & <font size=99>tôn vinh" in reading.flowing_text


def test_the_list_is_mentioned_only_when_there_is_one() -> None:
    mention = "Danh sách đại biểu tại Phụ lục kèm theo Kế hoạch này."
    assert mention in plan_lines(a_snapshot(3))
    assert mention not in plan_lines(a_snapshot(0))


def test_movements_follow_the_tasks_as_a_point_with_dashes() -> None:
    lines = lines_of()
    at = lines.index("đ) Tập trung thực hiện các phong trào thi đua trọng tâm sau:")
    assert lines[at + 2] == "- “Vì người nghèo - không để ai bị bỏ lại phía sau”;"
    assert lines[at + 3].endswith("suốt đời”, giai đoạn 2023-2030;")
    assert lines[at + 4].endswith("nhà dột nát”, năm 2025;")
    assert lines[at + 9].endswith(".")


def test_years_of_a_movement_that_are_words_stand_as_they_are() -> None:
    lines = lines_of(movements=(Movement(name="Hội nhập", years="đến năm 2020"),))
    assert "- “Hội nhập”, đến năm 2020." in lines


def test_without_movements_only_the_tasks_stand() -> None:
    assert not any("phong trào thi đua trọng tâm sau:" in line for line in lines_of(movements=()))


def test_one_purpose_alone_gets_no_letter() -> None:
    lines = lines_of(purposes=("Tôn vinh các điển hình",))
    assert lines[lines.index("1. Mục đích") + 1] == "Tôn vinh các điển hình."


def test_bases_end_with_semicolons_and_the_last_with_a_stop() -> None:
    bases = lines_of(bases=("- Căn cứ Luật A.", "Căn cứ Kế hoạch B;"))[:2]
    assert bases == ["Căn cứ Luật A;", "Căn cứ Kế hoạch B."]


def test_a_theme_is_quoted() -> None:
    assert "b) Chủ đề: “Đoàn kết, sáng tạo”." in lines_of(theme="Đoàn kết, sáng tạo")


def test_a_plenary_conference_says_so() -> None:
    lines = lines_of(attendance=Attendance.PLENARY)
    assert any(line.endswith("theo hình thức hội nghị toàn thể.") for line in lines)


def test_a_congress_is_never_called_a_conference() -> None:
    snapshot = a_snapshot(title="Đại hội Thi đua yêu nước tỉnh lần thứ VIII", introduction="")
    lines = plan_lines(snapshot)
    assert "3. Chương trình Đại hội" in lines
    assert any(line.startswith("Kinh phí tổ chức Đại hội") for line in lines)
    assert any(line.endswith("đại hội đại biểu.") for line in lines)


def test_fewer_delegates_than_the_limit_show_both_numbers() -> None:
    groups = (
        ParticipantGroup(id=ident(1), name="Điển hình", kind=GroupKind.EXEMPLAR, target=120),
        ParticipantGroup(id=ident(2), name="Khách mời", kind=GroupKind.GUEST, target=60),
        ParticipantGroup(id=ident(3), name="Phục vụ", kind=GroupKind.OTHER, target=10),
    )
    lines = lines_of(groups=groups)
    assert "d) Số lượng: 180 đại biểu (quy định không quá 200 đại biểu), trong đó:" in lines
    assert "- Điển hình: 120 đại biểu, chiếm khoảng 67 %;" in lines
    assert not any("Phục vụ" in line for line in lines)


def test_groups_without_targets_take_the_share_of_the_rules() -> None:
    groups = (
        ParticipantGroup(id=ident(1), name="Điển hình", kind=GroupKind.EXEMPLAR),
        ParticipantGroup(id=ident(2), name="Khách mời", kind=GroupKind.GUEST),
    )
    lines = lines_of(groups=groups)
    assert "d) Số lượng: không quá 200 đại biểu, trong đó:" in lines
    assert "- Điển hình: khoảng 70 %;" in lines
    assert "- Khách mời: khoảng 30 %." in lines


def test_without_rules_the_targets_alone_speak() -> None:
    lines = plan_lines(replace(a_snapshot(), rules=None))
    assert "d) Số lượng: 200 đại biểu, trong đó:" in lines
    assert any(line.startswith("b) Thời gian: 01 buổi (dự kiến") for line in lines)


def test_without_rules_and_targets_only_the_groups_are_named() -> None:
    groups = (ParticipantGroup(id=ident(1), name="Điển hình", kind=GroupKind.EXEMPLAR),)
    lines = plan_lines(replace(a_snapshot(groups=groups), rules=None))
    assert "d) Số lượng: cơ cấu đại biểu như sau:" in lines
    assert "- Điển hình." in lines


def test_without_groups_the_limit_stands_alone() -> None:
    assert "d) Số lượng: không quá 200 đại biểu." in lines_of(groups=())


def test_sessions_without_any_day_leave_only_the_window() -> None:
    sessions = (Session(id=ident(1)), Session(id=ident(2)))
    assert "b) Thời gian: 02 buổi, quý I/2025." in lines_of(sessions=sessions)


def test_several_sessions_have_a_line_each() -> None:
    sessions = (
        Session(id=ident(1), kind=SessionKind.PREPARATORY, day=date(2025, 3, 19), start=time(14)),
        Session(id=ident(2), day=date(2025, 3, 20)),
    )
    lines = lines_of(sessions=sessions)
    assert "b) Thời gian: 01 buổi, quý I/2025, cụ thể như sau:" in lines
    at = lines.index("b) Thời gian: 01 buổi, quý I/2025, cụ thể như sau:")
    assert lines[at + 1] == (
        "- Phiên trù bị: bắt đầu lúc 14 giờ, thứ Tư, ngày 19 tháng 3 năm 2025;"
    )
    assert lines[at + 2] == "- Phiên chính thức: thứ Năm, ngày 20 tháng 3 năm 2025."


def test_without_a_day_only_the_window_stands() -> None:
    assert "b) Thời gian: 01 buổi, quý I/2025." in lines_of(sessions=(Session(id=ident(1)),))


def test_the_committee_comes_before_the_assignments() -> None:
    committee = (
        CommitteeMember(
            id=ident(1),
            name="H'Nga Êban",
            post="Phó Chủ tịch UBND xã",
            role="Trưởng ban",
            task="Chỉ đạo chung",
        ),
        CommitteeMember(id=ident(2), name="Võ Thị Bích Thoa"),
    )
    lines = lines_of(committee=committee)
    at = lines.index("1. Ban Tổ chức Hội nghị")
    assert lines[at + 2] == (
        "- H'Nga Êban, Phó Chủ tịch UBND xã: Trưởng ban, phụ trách chỉ đạo chung;"
    )
    assert lines[at + 3] == "- Võ Thị Bích Thoa."
    assert lines[at + 4] == "2. Hội đồng Thi đua - Khen thưởng xã"


def test_a_body_without_duties_leaves_a_line_to_fill_in() -> None:
    lines = lines_of(assignments=(Assignment(id=ident(1), body="Công an xã"),))
    assert lines[lines.index("1. Công an xã") + 1].startswith("……")


def test_without_a_presidium_there_is_no_fourth_clause() -> None:
    assert not any(line.startswith("4. Điều hành") for line in lines_of(presidium=()))


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Ngân sách xã năm 2025", "được bảo đảm từ ngân sách xã năm 2025; việc quản lý"),
        ("Kinh phí do huyện cấp.", "Kinh phí do huyện cấp."),
        ("", "Nguồn kinh phí tổ chức Hội nghị: ……"),
    ],
)
def test_the_budget_is_a_sentence_whatever_was_typed(source: str, written: str) -> None:
    assert any(written in line for line in lines_of(budget_source=source))


def test_headings_stand_in_their_own_roles() -> None:
    blocks = plan_document(a_snapshot()).parts[0].blocks
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    assert roles.count(Role.SECTION) == 4
    assert roles.count(Role.BASIS) == 2


def test_a_short_plan_conforms_too() -> None:
    assert format_departures(drawn(a_snapshot(**SHORT))) == ()


@pytest.mark.parametrize("extra", range(10, 34, 3))
def test_the_signature_is_never_torn_from_the_text(extra: int) -> None:
    duties = tuple(f"Nhiệm vụ thứ {index}" for index in range(1, extra + 2))
    assignments = (Assignment(id=ident(1), body="Ban", duties=duties),)
    snapshot = a_snapshot(**(SHORT | {"assignments": assignments}))
    data = drawn(snapshot)
    assert format_departures(data) == ()


def test_long_headings_wrap_inside_their_columns() -> None:
    office = {
        "parent_body": "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH",
        "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG VĂN MIẾU - QUỐC TỬ GIÁM",
        "place_name": "Thành phố Hồ Chí Minh",
        "symbol": "BCĐTĐKT",
    }
    subject = (
        "Tổ chức Hội nghị biểu dương, tôn vinh các tập thể, cá nhân điển hình tiên tiến, "
        "gương người tốt, việc tốt trong các phong trào thi đua yêu nước phường Văn Miếu - "
        "Quốc Tử Giám giai đoạn 2020-2025"
    )
    snapshot = a_snapshot(office=office, subject=subject, number=105, issued_on=date(2025, 12, 29))
    reading = Reading(drawn(snapshot))
    assert format_departures(reading.data) == ()
    assert [overlaps(page) for page in reading.pages] == [[] for _ in reading.pages]
    dates = [line for line in reading.pages[0].lines if line.text.startswith("Thành phố Hồ")]
    assert dates[0].sizes == {13.0}


def test_more_recipients_than_a_page_holds_flow_on() -> None:
    recipients = tuple(f"Đơn vị nhận thứ {index}" for index in range(120))
    reading = Reading(drawn(a_snapshot(recipients=recipients)))
    text = reading.flowing_text
    assert all(f"- {one};" in text for one in recipients)
    assert "- Lưu: VT, VP." in text


def test_an_empty_conference_is_a_form_to_fill_in() -> None:
    file = ConferenceFile(
        office=Office(id=ident(1), name="", issuer=""),
        conference=Conference(id=ident(10), office_id=ident(1)),
    )
    snapshot = Snapshot(file=file, made_at=MADE_AT)
    paper = write_pdf(plan_document(snapshot), MADE_AT)
    assert {one.code for one in paper.problems} == {ProblemCode.FIELD_EMPTY}
    assert [one.field for one in paper.problems] == [
        "office.issuer",
        "office.place_name",
        "purposes",
        "requirements",
        "tasks",
        "venue",
        "groups",
        "composition",
        "programme",
        "budget_source",
        "assignments",
        "signer_id",
    ]
    assert "a) Hình thức: Hội nghị." in plan_lines(snapshot)


def test_shares_of_other_groups_are_not_taken_for_these() -> None:
    pack = the_pack()
    level = pack.levels[0]
    women = replace(level.shares[0], base=(CountedKind.EXEMPLAR,))
    pack = replace(pack, levels=(replace(level, shares=(women,)),))
    groups = (ParticipantGroup(id=ident(1), name="Điển hình", kind=GroupKind.EXEMPLAR),)
    assert "- Điển hình." in plan_lines(replace(a_snapshot(groups=groups), rules=pack))
