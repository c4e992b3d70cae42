"""The list of delegates: an appendix with totals, in Vietnamese order."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from db.records import BirthDate, Delegate, Gender
from desktop.documents.blocks import Paragraph, Table
from desktop.documents.delegate_list import (
    USUAL_COLUMNS,
    ListColumn,
    delegate_list_document,
)
from desktop.documents.list_totals import totals
from desktop.documents.pdf import write_pdf
from desktop.documents.rendered import ProblemCode
from desktop.documents.snapshot import Snapshot
from tests.builders import a_delegate, ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading, overlaps


def with_delegates(*delegates: Delegate) -> Snapshot:
    snapshot = a_snapshot()
    return replace(snapshot, file=replace(snapshot.file, delegates=delegates))


def rows(snapshot: Snapshot, columns: tuple[ListColumn, ...] = USUAL_COLUMNS) -> list[list[str]]:
    blocks = delegate_list_document(snapshot, columns).parts[0].blocks
    return [
        ["".join(run.text for run in cell) for cell in row.cells]
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


@cache
def many() -> Reading:
    snapshot = a_snapshot(450)
    return Reading(write_pdf(delegate_list_document(snapshot), snapshot.made_at).data)


def exemplars() -> str:
    return a_snapshot().file.conference.groups[0].id


def test_people_stand_by_group_and_then_by_given_name() -> None:
    guests = a_snapshot().file.conference.groups[1].id
    people = (
        a_delegate(1, name="Trần Văn Ước", group_id=guests),
        a_delegate(2, name="Lê Thị Đào", group_id=exemplars()),
        a_delegate(3, name="Võ An", group_id=exemplars()),
        a_delegate(4, name="Bùi Dũng", group_id=ident(999)),
    )
    assert [
        (row[0], row[1]) if len(row) > 1 else row[0] for row in rows(with_delegates(*people))
    ] == [
        "I. Đại biểu điển hình tiên tiến (2 đại biểu)",
        ("1", "Võ An"),
        ("2", "Lê Thị Đào"),
        "II. Khách mời (1 đại biểu)",
        ("3", "Trần Văn Ước"),
        "III. Chưa xếp thành phần (1 đại biểu)",
        ("4", "Bùi Dũng"),
    ]


def test_a_corrected_given_name_is_sorted_by() -> None:
    people = (
        a_delegate(1, name="Y Wang Niê", given_name="Wang", group_id=exemplars()),
        a_delegate(2, name="Lê Xuân", group_id=exemplars()),
    )
    assert [row[1] for row in rows(with_delegates(*people))[1:]] == ["Y Wang Niê", "Lê Xuân"]


def test_birth_years_stand_in_the_column_of_men_or_women() -> None:
    people = (
        a_delegate(1, name="A", gender=Gender.MALE, birth=BirthDate(year=1970, month=5, day=20)),
        a_delegate(2, name="B", gender=Gender.FEMALE, birth=BirthDate(year=1980)),
        a_delegate(3, name="C", gender=Gender.FEMALE),
        a_delegate(4, name="D", birth=BirthDate(year=1990)),
    )
    assert [row[2:4] for row in rows(with_delegates(*people))[1:]] == [
        ["1970", ""],
        ["", "1980"],
        ["", "x"],
        ["", ""],
    ]


def test_honours_go_before_achievements_and_after_what_a_person_stands_for() -> None:
    people = (
        a_delegate(1, name="A", honours=("Lao động tiên tiến", "CSTĐ cơ sở"), achievement="x"),
        a_delegate(2, name="B", achievement="Hiến đất làm đường"),
        a_delegate(3, name="C", represents="Tổ tự quản số 3", post="Tổ trưởng", unit="Thôn 2"),
    )
    found = rows(with_delegates(*people))[1:]
    assert [row[6] for row in found] == [
        "Lao động tiên tiến; CSTĐ cơ sở",
        "Hiến đất làm đường",
        "Đại diện Tổ tự quản số 3",
    ]
    assert found[2][5] == "Tổ trưởng, Thôn 2"


def test_columns_can_be_chosen_and_ordered() -> None:
    person = a_delegate(
        1, name="A", is_party_member=True, religion="Phật giáo", group_id=exemplars()
    )
    columns = (
        ListColumn.PARTY,
        ListColumn.NAME,
        ListColumn.GROUP,
        ListColumn.RELIGION,
        ListColumn.NOTE,
    )
    assert rows(with_delegates(person), columns)[1] == [
        "x",
        "A",
        "Đại biểu điển hình tiên tiến",
        "Phật giáo",
        "",
    ]


def test_an_empty_list_leaves_a_row_to_fill_in() -> None:
    snapshot = with_delegates()
    paper = write_pdf(delegate_list_document(snapshot), snapshot.made_at)
    assert [(one.code, one.field) for one in paper.problems] == [
        (ProblemCode.FIELD_EMPTY, "delegates")
    ]
    assert totals(()) == []


def test_totals_count_what_reports_ask_for() -> None:
    people = (
        a_delegate(
            1,
            name="Y Wang",
            gender=Gender.MALE,
            ethnicity="Ê-đê",
            is_party_member=True,
            birth=BirthDate(year=1950),
        ),
        a_delegate(2, name="Hoa", gender=Gender.FEMALE, ethnicity="Kinh", is_party_member=False),
        a_delegate(3, name="An", ethnicity="", birth=BirthDate(year=1999, month=2)),
    )
    assert [line.replace("\u00a0", " ") for line in totals(people)] == [
        "Tổng số: 3 đại biểu.",
        "Nam: 1 (33,3 %); nữ: 1 (33,3 %); chưa ghi: 1.",
        "Dân tộc thiểu số: 1 (33,3 %); chưa ghi: 1.",
        "Đảng viên: 1 (33,3 %); chưa ghi: 1.",
        "Theo tôn giáo: 0 (0 %).",
        "Đại diện tập thể: 0 (0 %); cá nhân: 3 (100 %).",
        "Đại biểu cao tuổi nhất: Y Wang, sinh năm 1950.",
        "Đại biểu trẻ tuổi nhất: An, sinh năm 1999.",
    ]


def test_totals_without_birth_years_leave_the_ages_out() -> None:
    assert len(totals((a_delegate(1),))) == 6


def test_totals_stand_under_the_table() -> None:
    blocks = delegate_list_document(a_snapshot(10)).parts[0].blocks
    assert isinstance(blocks[1], Table)
    assert all(isinstance(block, Paragraph) for block in blocks[2:])
    assert len(blocks) == 10


def test_the_heading_says_what_the_appendix_belongs_to() -> None:
    first = many().pages[0]
    texts = [line.text for line in first.lines]
    assert texts[:3] == [
        "Phụ lục",
        "DANH SÁCH ĐẠI BIỂU",
        "DỰ HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN XÃ BÌNH HÒA GIAI ĐOẠN 2020-2025",
    ]
    assert texts[3].startswith("(Kèm theo Kế hoạch số")
    word, _, title, reference = first.lines[:4]
    assert word.is_bold
    assert word.sizes == {14.0}
    assert title.is_bold
    assert reference.is_italic


def test_450_people_overlap_nowhere_and_nobody_is_lost() -> None:
    reading = many()
    assert [overlaps(page) for page in reading.pages] == [[] for _ in reading.pages]
    numbers = [
        int(line.text)
        for page in reading.pages
        for line in page.lines
        if line.text.isdigit() and line.right_pt < 45 * PT_PER_MM
    ]
    assert sorted(numbers) == list(range(1, 451))


def test_the_head_of_the_table_is_on_every_page_that_has_rows() -> None:
    for page in many().pages:
        if any(line.text.isdigit() and line.sizes == {12.0} for line in page.lines):
            assert "STT" in page.text


def test_pages_are_landscape_and_numbered_from_the_second() -> None:
    for page in many().pages:
        assert page.width_pt > page.height_pt
        numbers = [line.text for line in page.lines if line.baseline_pt < 20 * PT_PER_MM]
        assert numbers == ([] if page.number == 1 else [str(page.number)])


def test_long_names_and_posts_wrap_in_their_cells() -> None:
    long_name = "Công Tằng Tôn Nữ Hoàng Thị Ngọc Diễm Phương Thảo Uyên"
    people = [
        a_delegate(
            number,
            name=f"{long_name} {number}",
            post="Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam " * 3,
            unit="A" * 120,
            group_id=exemplars(),
        )
        for number in range(1, 6)
    ]
    snapshot = with_delegates(*people)
    reading = Reading(write_pdf(delegate_list_document(snapshot), snapshot.made_at).data)
    assert all(overlaps(page) == [] for page in reading.pages)
    assert "A" * 10 in reading.text


def test_a_name_the_font_cannot_draw_is_listed_with_its_person() -> None:
    snapshot = with_delegates(a_delegate(7, name="中 <b>Ước</b> & A"))
    paper = write_pdf(delegate_list_document(snapshot), snapshot.made_at)
    problem = paper.problems[0]
    assert (problem.code, problem.field, problem.text, problem.delegate_id) == (
        ProblemCode.MISSING_GLYPH,
        "name",
        "中",
        ident(1007),
    )
    assert "□ <b>Ước</b> & A" in Reading(paper.data).flowing_text
