"""What the four plans say in words: movements, bases, recipients, report, backdrop, money."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.rules.texts import fill, text_values
from tests.builders import an_office
from tests.desktop.rules.plans.conferences import Plan

BINH_HOA = Plan("binh-hoa-2024")
KON_TUM = Plan("kon-tum-2019")
HUNG_YEN = Plan("hung-yen-2019")
SOC_TRANG = Plan("soc-trang-2019")
PROVINCES = (KON_TUM, HUNG_YEN, SOC_TRANG)
UNITS = ["commune", "enterprise", "department", "district"]

MOVEMENTS = {
    "binh-hoa-2024": [
        (
            (
                "Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại;"
                " thực hành tiết kiệm, chống lãng phí"
            ),
            "",
        ),
        ("Vì người nghèo - không để ai bị bỏ lại phía sau", ""),
        ("Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời", "2023-2030"),
        ("Chung tay Xóa nhà tạm, nhà dột nát", "2025"),
        ("Học tập và làm theo tấm gương, đạo đức, phong cách Hồ Chí Minh", ""),
        ("Cả nước chung sức xây dựng nông thôn mới", ""),
        ("Nông dân sản xuất giỏi, giúp nhau làm kinh tế", ""),
        ("Toàn dân đoàn kết xây dựng đời sống văn hóa", ""),
        ("Thi đua thực hiện văn hóa công sở", ""),
    ],
    "kon-tum-2019": [
        ("Doanh nghiệp Việt Nam hội nhập và phát triển", ""),
        ("Kon Tum chung tay vì người nghèo, không để ai bị bỏ lại phía sau", ""),
        (
            "Cán bộ, công chức, viên chức tỉnh Kon Tum thi đua thực hiện văn hóa công sở",
            "2019-2025",
        ),
        ("Kon Tum chung sức xây dựng nông thôn mới", ""),
    ],
    "hung-yen-2019": [
        ("Doanh nghiệp Việt Nam hội nhập và phát triển", ""),
        ("Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau", ""),
        ("Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", ""),
        ("Cả nước chung sức xây dựng nông thôn mới", ""),
    ],
    "soc-trang-2019": [
        (
            "Sóc Trăng cùng cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
            "2016-2020",
        ),
        ("Doanh nghiệp Việt Nam hội nhập và phát triển", "đến năm 2020"),
        (
            "Cán bộ, công chức, viên chức tỉnh Sóc Trăng thi đua thực hiện văn hóa công sở",
            "2019-2025",
        ),
    ],
}
EACH_LEVEL = [(plan, level.id) for plan in (BINH_HOA, *PROVINCES) for level in plan.pack.levels]


@pytest.mark.parametrize(("plan", "level"), EACH_LEVEL)
def test_the_movements_have_their_names_and_years(plan: Plan, level: str) -> None:
    movements = plan.conference(level).movements
    assert [(one.name, one.years) for one in movements] == MOVEMENTS[plan.pack.id]


@pytest.mark.parametrize(
    ("plan", "number", "issued_on", "upper_event", "recipients", "signed_by"),
    [
        (BINH_HOA, "", None, "Đại hội Thi đua yêu nước huyện Krông Ana lần thứ VI", 8, "Chủ tịch"),
        (
            KON_TUM,
            "",
            None,
            "Đại hội Thi đua yêu nước tỉnh Kon Tum lần thứ VIII",
            5,
            "TM. Ủy ban nhân dân, Chủ tịch",
        ),
        (
            HUNG_YEN,
            "131/KH-UBND",
            date(2019, 10, 21),
            "Đại hội Thi đua yêu nước tỉnh Hưng Yên lần thứ IX",
            18,
            "",
        ),
        (
            SOC_TRANG,
            "128/KH-UBND",
            None,
            "Đại hội thi đua yêu nước tỉnh Sóc Trăng lần thứ V",
            0,
            "",
        ),
    ],
)
def test_the_plan_itself_is_cited_right(
    plan: Plan,
    number: str,
    issued_on: date | None,
    upper_event: str,
    recipients: int,
    signed_by: str,
) -> None:
    own = plan.pack.plan
    assert (own.number, own.issued_on, own.signed_by) == (number, issued_on, signed_by)
    assert len(own.recipients) == recipients
    assert plan.pack.upper_event == upper_event


@pytest.mark.parametrize(
    ("plan", "number", "issued_on"),
    [
        (BINH_HOA, "167/KH-UBND", date(2024, 10, 2)),
        *[(plan, "19/KH-HĐTĐKT", date(2019, 5, 24)) for plan in PROVINCES],
    ],
)
def test_the_plan_above_is_cited_right(plan: Plan, number: str, issued_on: date) -> None:
    above = plan.pack.upper_plan
    assert above is not None
    assert (above.number, above.issued_on) == (number, issued_on)


@pytest.mark.parametrize(
    ("plan", "level", "words"),
    [
        (BINH_HOA, "commune", "167/KH-UBND ngày 02 tháng 10 năm 2024"),
        (KON_TUM, "commune", "19/KH-HĐTĐKT ngày 24 tháng 5 năm 2019"),
        (HUNG_YEN, "province", "34-CT/TW ngày 07 tháng 4 năm 2014"),
        (HUNG_YEN, "province", "19/KH-HĐTĐKT ngày 24 tháng 5 năm 2019"),
        (HUNG_YEN, "province", "1149/HD-BTĐKT ngày 18 tháng 6 năm 2019"),
        (HUNG_YEN, "province", "1826-TB/TU ngày 14 tháng 10 năm 2019"),
        (HUNG_YEN, "commune", "131/KH-UBND ngày 21 tháng 10 năm 2019"),
        (SOC_TRANG, "commune", "19/KH-HĐTĐKT ngày 24 tháng 5 năm 2019"),
        (SOC_TRANG, "commune", "1149/HD-BTĐKT ngày 18 tháng 6 năm 2019"),
        (SOC_TRANG, "commune", "128/KH-UBND ngày … tháng 9 năm 2019"),
    ],
)
def test_the_bases_are_cited_right(plan: Plan, level: str, words: str) -> None:
    assert any(words in line for line in plan.conference(level).bases)


@pytest.mark.parametrize(("plan", "level"), EACH_LEVEL)
def test_the_periods_are_those_of_the_cycle(plan: Plan, level: str) -> None:
    titles = {item.required_key: item.title for item in plan.conference(level).programme}
    reviewed, launched = (
        ("2020-2025", "2025-2030") if plan is BINH_HOA else ("2015-2020", "2020-2025")
    )
    assert reviewed in titles["review-report"]
    assert launched in titles["review-report"]
    assert launched in titles["launch"]


@pytest.mark.parametrize(
    ("plan", "report", "heads", "speeches"),
    [
        (KON_TUM, "II.3", [1, 0], "II.3"),  # a film, pictures; two parts of five years each
        (HUNG_YEN, "II.5.1", [4, 3], "II.5.2"),
        (SOC_TRANG, "II.4.a", [5], "II.4.b"),
    ],
)
def test_report_and_speeches_follow_the_plans_outline(
    plan: Plan, report: str, heads: list[int], speeches: str
) -> None:
    for level in plan.pack.levels:
        texts = level.texts
        assert (texts.report.clause, texts.speeches.clause) == (report, speeches)
        assert [len(part.heads) for part in texts.report.parts] == heads
        assert texts.speeches.lines


def test_kon_tums_report_may_be_illustrated_and_its_speeches_go_by_the_time() -> None:
    texts = KON_TUM.level("commune").texts
    assert "phóng sự, video, hình ảnh" in texts.report.parts[0].heads[0]
    assert "thời gian" in texts.speeches.lines[0]


def test_kon_tums_conference_is_solemn_practical_and_thrifty() -> None:
    wanted = "trang trọng, thiết thực, tiết kiệm, tránh phô trương, hình thức"
    conference = KON_TUM.conference("district")
    assert any(wanted in line for line in conference.requirements)
    assert any("10 năm phong trào" in task for task in conference.tasks)


@pytest.mark.parametrize("level", [*UNITS, "province"])
def test_four_activities_surround_hung_yens_conferences(level: str) -> None:
    activities = HUNG_YEN.level(level).texts.side_activities
    assert (activities.clause, len(activities.lines)) == ("II.4", 4)


@pytest.mark.parametrize("level", [*UNITS, "province"])
def test_soc_trangs_conferences_are_prepared_in_three_steps(level: str) -> None:
    steps = SOC_TRANG.level(level).texts.steps
    assert (steps.clause, len(steps.lines)) == ("II.3", 3)
    assert "Nội dung, Tuyên truyền, Phục vụ" in steps.lines[1]


@pytest.mark.parametrize(
    ("plan", "level", "clause", "backdrop"),
    [
        (
            BINH_HOA,
            "commune",
            "",
            ["HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN", "XÃ BÌNH HÒA GIAI ĐOẠN 2020-2025"],
        ),
        (
            KON_TUM,
            "commune",
            "",
            ["HỘI NGHỊ BIỂU DƯƠNG NGƯỜI TỐT, VIỆC TỐT", "XÃ MỸ TÚ GIAI ĐOẠN 2015-2020"],
        ),
        (HUNG_YEN, "district", "II.5.3", ["HỘI NGHỊ ĐIỂN HÌNH TIÊN TIẾN XÃ MỸ TÚ"]),
        (
            HUNG_YEN,
            "province",
            "II.5.3",
            ["ĐẠI HỘI THI ĐUA YÊU NƯỚC TỈNH HƯNG YÊN", "LẦN THỨ IX (2020-2025)"],
        ),
        (
            SOC_TRANG,
            "commune",
            "II.4.d",
            ["Hội nghị điển hình tiên tiến xã Mỹ Tú", "Lần thứ III (2020-2025)"],
        ),
        (
            SOC_TRANG,
            "province",
            "II.4.d",
            ["Đại hội thi đua yêu nước tỉnh Sóc Trăng", "Lần thứ V (2020-2025)"],
        ),
    ],
)
def test_the_backdrop_shows_the_plans_lines_with_place_and_date(
    plan: Plan, level: str, clause: str, backdrop: list[str]
) -> None:
    rules = plan.level(level)
    office = an_office(name="Ủy ban nhân dân xã Mỹ Tú", place_name="Mỹ Tú")
    values = text_values(plan.conference(level), plan.pack, office, rules.forms[0])
    values["date"] = "ngày 20 tháng 5 năm 2020"
    lines = rules.texts.title_lines
    assert lines.clause == clause
    assert [fill(line, values) for line in lines.lines] == [
        *backdrop,
        "Mỹ Tú, ngày 20 tháng 5 năm 2020",
    ]


@pytest.mark.parametrize(
    ("plan", "level", "clause", "words"),
    [
        (BINH_HOA, "commune", "III", "Ngân sách xã năm 2025"),
        (HUNG_YEN, "commune", "Kinh phí", "theo phân cấp, trong dự toán năm 2020"),
        (HUNG_YEN, "district", "Kinh phí", "theo phân cấp, trong dự toán năm 2020"),
        (HUNG_YEN, "province", "Kinh phí", "Ngân sách tỉnh năm 2020"),
    ],
)
def test_the_money_comes_from_where_the_plan_says(
    plan: Plan, level: str, clause: str, words: str
) -> None:
    budget = plan.level(level).texts.budget
    assert budget.clause == clause
    assert words in budget.source


@pytest.mark.parametrize(
    ("plan", "clause", "body", "words"),
    [
        (KON_TUM, "III", "Sở Thông tin và Truyền thông", "báo chí"),
        (KON_TUM, "III", "Ban Thi đua - Khen thưởng (Sở Nội vụ)", "Theo dõi, đôn đốc, tổng hợp"),
        (HUNG_YEN, "Tổ chức thực hiện", "Sở Nội vụ (Ban Thi đua - Khen thưởng)", "Sở Tài chính"),
        (SOC_TRANG, "III", "Cấp tỉnh", "Phân bổ số lượng đại biểu"),
    ],
)
def test_the_plan_gives_its_own_bodies_their_part(
    plan: Plan, clause: str, body: str, words: str
) -> None:
    roles = plan.pack.roles
    (duties,) = [one.duties for one in roles.bodies if one.body == body]
    assert roles.clause == clause
    assert words in duties[0]


@pytest.mark.parametrize("level", UNITS)
def test_soc_trangs_units_choose_delegates_within_what_is_allotted(level: str) -> None:
    duties = [duty for one in SOC_TRANG.conference(level).assignments for duty in one.duties]
    assert any("đúng thành phần, trong số lượng được phân bổ" in duty for duty in duties)
    assert any("28 tháng 02 năm 2020" in duty for duty in duties)


@pytest.mark.parametrize("level", UNITS)
def test_hung_yens_units_are_told_when_to_send_their_plan(level: str) -> None:
    duties = [duty for one in HUNG_YEN.conference(level).assignments for duty in one.duties]
    assert any("trước ngày 05 tháng 11 năm 2019" in duty for duty in duties)


def test_hung_yens_congress_is_held_in_the_provinces_centre() -> None:
    assert "Trung tâm Hội nghị tỉnh" in HUNG_YEN.conference("province").introduction


def test_binh_hoas_sections_have_their_points_and_clauses() -> None:
    texts = BINH_HOA.level("commune").texts
    lengths = {
        texts.purposes.clause: len(texts.purposes.lines),
        texts.requirements.clause: len(texts.requirements.lines),
        texts.tasks.clause: len(texts.tasks.lines),
    }
    assert lengths == {"I.1": 2, "I.2": 3, "II.1": 4}
    assert texts.recipients.lines == BINH_HOA.pack.plan.recipients


@pytest.mark.parametrize(
    ("body", "duties"),
    [
        ("Hội đồng Thi đua - Khen thưởng xã", 3),
        ("Văn phòng - Thống kê", 5),
        ("Tài chính - Kế toán", 1),
        ("Văn hóa - Xã hội", 3),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể", 1),
    ],
)
def test_binh_hoas_bodies_have_their_duties(body: str, duties: int) -> None:
    texts = BINH_HOA.level("commune").texts
    assert texts.duties.clause == "IV"
    assert {one.body: len(one.duties) for one in texts.duties.bodies}[body] == duties


def test_binh_hoas_occasion_is_named() -> None:
    purpose = BINH_HOA.conference("commune").purposes[1]
    for words in ("xã lần thứ V", "huyện lần thứ XI", "tỉnh lần thứ XVIII", "lần thứ XIV"):
        assert words in purpose
