"""What the sample's conference came to: speeches, awards, delegates upward, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

from db.records import (
    Attended,
    Award,
    Candidate,
    ChoiceOutcome,
    PaperChoice,
    PaperSettings,
    Speech,
    UpperChoice,
)
from tests.sample.people import Person, people

_DECIDED_ON = date(2025, 3, 14)
_PERSONAL_MONEY, _COLLECTIVE_MONEY = 702_000, 1_404_000
_SPEECHES = (
    ("Xây dựng trường học hạnh phúc ở vùng đông học sinh dân tộc thiểu số", "Rơ Châm H'Út", 8),
    ("Chuyển đổi cây trồng trên đất lúa kém hiệu quả", "Bùi Duy Thái", 8),
    ("Vận động Nhân dân hiến đất làm đường, chung sức xây dựng nông thôn mới", "Y Wang Niê", 8),
    ("Liên kết sản xuất, tiêu thụ cà phê bền vững", "Nguyễn Minh Trí", 8),
    ("Giữ gìn bình yên địa bàn từ các tổ tự quản ở thôn", "Nguyễn Trọng Nam", 8),
)
_PROVINCE = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk"
_DISTRICT = "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Krông Ana"
_COMMUNE = "Giấy khen của Chủ tịch Ủy ban nhân dân xã Bình Hòa"
_PERSONS = {
    _PROVINCE: ("Lê Thị Mỹ Hà", "Vi Thị Slao"),
    _DISTRICT: ("Y Thịnh Kbuôr", "Điểu K'Lơn", "Rơ Châm H'Út", "Phan Xuân Mạnh", "Bùi Quốc Ý"),
    _COMMUNE: (
        "Bùi Duy Thái",
        "H'Hen Niê",
        "K'Brết",
        "Nguyễn Trọng Nam",
        "Nguyễn Minh Trí",
        "Lý Văn Páo",
        "Hứa Thị Én",
        "Chu Văn Khìn",
        "A Thưn",
        "Phạm Thị Mỹ",
        "Trịnh Thị Hằng",
        "H'Loan Byă",
    ),
}
_COLLECTIVES = {
    _DISTRICT: ("Trường Tiểu học Đồi Xanh",),
    _COMMUNE: (
        "Cán bộ và Nhân dân Thôn 2",
        "Hội Nông dân xã Bình Hòa",
        "Công an xã Bình Hòa",
        "Công ty TNHH Cà phê Hòa & Bình",
    ),
}
_NUMBERS = {_PROVINCE: "512/QĐ-UBND", _DISTRICT: "308/QĐ-UBND", _COMMUNE: "41/QĐ-UBND"}
_CANDIDATES = (
    ("Y Wang Niê", 188, ChoiceOutcome.OFFICIAL),
    ("Lê Thị Mỹ Hà", 186, ChoiceOutcome.OFFICIAL),
    ("Bùi Duy Thái", 181, ChoiceOutcome.OFFICIAL),
    ("Phan Xuân Mạnh", 174, ChoiceOutcome.OFFICIAL),
    ("H'Hen Niê", 163, ChoiceOutcome.OFFICIAL),
    ("Nguyễn Minh Trí", 142, ChoiceOutcome.ALTERNATE),
    ("Nguyễn Trọng Nam", 97, ChoiceOutcome.NOT_CHOSEN),
)
_PREPARED = (
    "Các bộ phận, đoàn thể và thôn chuẩn bị chu đáo; Hội nghị diễn ra trang trọng, tiết kiệm, "
    "đúng chương trình và thời gian đã định"
)
_CHOSEN_WELL = (
    "Điển hình được giới thiệu từ cơ sở, đúng tiêu chuẩn; nhiều đại biểu là nông dân, công nhân và "
    "người dân tộc thiểu số"
)
_LATE = (
    "Một số đơn vị gửi báo cáo tham luận chậm so với thời hạn nên việc góp ý, hoàn thiện còn gấp"
)
_ASKED = (
    "Đề nghị Ủy ban nhân dân huyện quan tâm khen thưởng các điển hình là nông dân, công nhân và "
    "người dân tộc thiểu số tiêu biểu"
)


def outcome(ident: Callable[[str], str]) -> dict[str, Any]:
    """Give the fields of the conference that are filled on the day and after it."""
    listed = {person.name: person for person in people()}
    return {
        "speeches": tuple(
            Speech(
                id=ident(f"speech-{number}"),
                title=title,
                speaker=speaker,
                post=listed[speaker].post,
                unit=listed[speaker].unit,
                minutes=minutes,
            )
            for number, (title, speaker, minutes) in enumerate(_SPEECHES)
        ),
        "awards": tuple(_awards(ident, listed)),
        "upper_choice": UpperChoice(
            places=5,
            alternate_places=1,
            method="Bỏ phiếu kín",
            start=time(10, 20),
            end=time(10, 30),
            ballots_given=192,
            ballots_returned=192,
            ballots_valid=190,
        ),
        "candidates": tuple(
            Candidate(
                id=ident(f"candidate-{number}"),
                name=name,
                post=listed[name].post,
                unit=listed[name].unit,
                votes=votes,
                outcome=chosen,
            )
            for number, (name, votes, chosen) in enumerate(_CANDIDATES)
        ),
        "attended": Attended(present=192, end=time(10, 45), spent=64_350_000),
        "strengths": (_PREPARED, _CHOSEN_WELL),
        "shortcomings": (_LATE,),
        "lessons": (
            "Phân công rõ người, rõ việc, rõ thời hạn ngay từ khi ban hành Kế hoạch",
            "Chọn điển hình gắn với việc làm, con số cụ thể để người nghe dễ học, dễ làm theo",
        ),
        "proposals": (_ASKED,),
        "papers": _papers(),
    }


def _papers() -> tuple[PaperSettings, ...]:
    return (
        PaperSettings(
            key="decision",
            number=97,
            issued_on=date(2024, 12, 18),
            choices=(PaperChoice(name="proposer", value="Công chức Văn phòng - Thống kê xã"),),
        ),
        PaperSettings(
            key="invitations",
            number=12,
            issued_on=date(2025, 3, 7),
            choices=(
                PaperChoice(name="dress", value="Lễ phục hoặc trang phục truyền thống dân tộc"),
                PaperChoice(name="reply-by", value="2025-03-15"),
                PaperChoice(name="phone", value="0900 000 000"),
            ),
        ),
        PaperSettings(key="make-up", number=57, issued_on=date(2025, 3, 14)),
        PaperSettings(key="minutes", number=3, issued_on=date(2025, 3, 20)),
        PaperSettings(key="report-outline", number=58, issued_on=date(2025, 3, 17)),
        PaperSettings(key="result-report", number=61, issued_on=date(2025, 3, 24)),
    )


def _awards(ident: Callable[[str], str], listed: dict[str, Person]) -> list[Award]:
    awards = []
    for form, names in _COLLECTIVES.items():
        awards += [
            Award(
                id=ident(f"award-{name}"),
                recipient=name,
                is_collective=True,
                form=form,
                decision_number=_NUMBERS[form],
                decided_on=_DECIDED_ON,
                money=_COLLECTIVE_MONEY if form == _COMMUNE else None,
            )
            for name in names
        ]
    for form, names in _PERSONS.items():
        awards += [
            Award(
                id=ident(f"award-{name}"),
                recipient=name,
                post=listed[name].post,
                unit=listed[name].unit,
                form=form,
                decision_number=_NUMBERS[form],
                decided_on=_DECIDED_ON,
                money=_PERSONAL_MONEY if form == _COMMUNE else None,
            )
            for name in names
        ]
    return awards
