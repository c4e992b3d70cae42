"""Minutes of choosing delegates upward, and the order of candidates."""

from __future__ import annotations

from datetime import time

from db.records import Attended, Candidate, ChoiceOutcome, UpperChoice
from desktop.documents.blocks import Paragraph, SignaturePair
from desktop.documents.minutes import minutes_document, ranked
from desktop.documents.snapshot import Snapshot
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.official import table_texts

_O = ChoiceOutcome
CANDIDATES = (
    Candidate(id=ident(1), name="Ba", votes=40, outcome=_O.NOT_CHOSEN),
    Candidate(id=ident(2), name="Tư", votes=60, outcome=_O.ALTERNATE),
    Candidate(id=ident(3), name="Năm", votes=90, outcome=_O.OFFICIAL),
    Candidate(id=ident(4), name="Sáu", votes=95, outcome=_O.OFFICIAL),
    Candidate(id=ident(5), name="Bảy"),
)
COUNTED = UpperChoice(
    places=2,
    alternate_places=1,
    method="Bỏ phiếu kín.",
    start=time(10, 5),
    end=time(10, 40),
    ballots_given=100,
    ballots_returned=100,
    ballots_valid=95,
)


def lines(snapshot: Snapshot) -> str:
    return "\n".join(
        "".join(run.text for run in block.runs).replace("\u00a0", " ")
        for block in minutes_document(snapshot).parts[0].blocks
        if isinstance(block, Paragraph)
    )


def test_the_official_come_first_then_the_alternates_most_votes_first() -> None:
    assert [one.name for one in ranked(CANDIDATES)] == ["Sáu", "Năm", "Tư", "Ba", "Bảy"]


def test_shares_are_of_the_valid_ballots() -> None:
    snapshot = a_snapshot(candidates=CANDIDATES, upper_choice=COUNTED)
    rows = table_texts(minutes_document(snapshot))
    assert rows[0] == ["1", "Sáu", "", "95", "100\u00a0%", "Chính thức"]
    assert rows[2][3:] == ["60", "63,2\u00a0%", "Dự khuyết"]
    assert rows[4][3:] == ["", "", ""]


def test_a_show_of_hands_counts_on_those_present() -> None:
    snapshot = a_snapshot(
        candidates=CANDIDATES,
        upper_choice=UpperChoice(method="giơ tay"),
        attended=Attended(present=100),
    )
    assert table_texts(minutes_document(snapshot))[0][4] == "95\u00a0%"
    assert "Số phiếu phát ra" not in lines(snapshot)
    assert "4. Kết quả:" in lines(snapshot)


def test_everything_counted_is_told() -> None:
    text = lines(
        a_snapshot(120, candidates=CANDIDATES, upper_choice=COUNTED, attended=Attended(present=100))
    )
    for words in (
        "Thời gian bắt đầu: 10 giờ 05 phút, ngày 20 tháng 3 năm 2025.",
        "Số đại biểu được triệu tập: 120 người.",
        "Số đại biểu có mặt: 100 người (83,3 %).",
        "Chủ tọa: Nguyễn Văn Ước, Chủ tịch Ủy ban nhân dân xã.",
        "Thư ký: H'Blơ Kbuôr, công chức Văn phòng - Thống kê.",
        "đại biểu chính thức 02 người; đại biểu dự khuyết 01 người.",
        "2. Hình thức chọn: Bỏ phiếu kín.",
        "thu về: 100; số phiếu hợp lệ: 95; số phiếu không hợp lệ: 05.",
        "- Đại biểu chính thức (02 người): Sáu; Năm.",
        "- Đại biểu dự khuyết, theo thứ tự (01 người): Tư.",
        "kết thúc vào hồi 10 giờ 40 phút, ngày 20 tháng 3 năm 2025.",
    ):
        assert words in text


def test_ballots_that_do_not_add_up_leave_the_invalid_ones_to_the_pen() -> None:
    wrong = UpperChoice(ballots_given=10, ballots_returned=5, ballots_valid=9)
    assert "không hợp lệ: ………" in lines(a_snapshot(upper_choice=wrong))


def test_the_secretary_signs_on_the_left_and_the_chair_on_the_right() -> None:
    pair = minutes_document(a_snapshot()).parts[0].blocks[-1]
    assert isinstance(pair, SignaturePair)
    assert (pair.left.word.text, pair.left.name.text) == ("Thư ký", "H'Blơ Kbuôr")
    assert (pair.right.word.text, pair.right.name.text) == ("Chủ tọa", "Nguyễn Văn Ước")
