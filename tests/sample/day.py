"""The sample's day: running script, hall and seats, budget, as the office would have them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from db.day_records import (
    BudgetLine,
    BudgetPurpose,
    Door,
    Hall,
    HandSeat,
    Norm,
    ScriptStep,
    SeatBlock,
    SeatOrder,
    Wall,
)
from db.records import GroupKind

Ident = Callable[[str], str]

# item of the programme, minutes, what happens, words, actor, stage, props, sound, light
_STEPS: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    (
        "",
        45,
        (
            "Đón tiếp, điểm danh, phát thẻ và tài liệu",
            "",
            "Tổ lễ tân",
            "Phông, bục, bàn Đoàn Chủ tịch, hoa",
            "Danh sách điểm danh, thẻ, tài liệu",
            "Nhạc nền nhỏ",
            "Sáng toàn hội trường",
        ),
    ),
    (
        "",
        10,
        (
            "Văn nghệ chào mừng",
            (
                "Kính mời quý vị đại biểu ổn định chỗ ngồi và thưởng thức tiết mục hát múa do "
                "đội văn nghệ xã trình bày."
            ),
            "Đội văn nghệ xã",
            "Đội múa 8 người",
            "Chiêng, gùi",
            "Nhạc bài hát, 2 micro không dây",
            "Đèn sân khấu",
        ),
    ),
    (
        "",
        5,
        (
            "Ổn định tổ chức",
            "Hội nghị sắp bắt đầu, đề nghị quý vị đại biểu chuyển điện thoại sang chế độ im lặng.",
            "Người dẫn chương trình",
            "Trống",
            "",
            "Tắt nhạc",
            "Sáng toàn hội trường",
        ),
    ),
    (
        "flag-salute",
        5,
        (
            "Chào cờ, hát Quốc ca",
            "Kính mời quý vị đại biểu đứng dậy làm lễ chào cờ. Nghiêm! Chào cờ, chào! Quốc ca!",
            "Người dẫn chương trình; toàn thể đại biểu",
            "Quốc kỳ trên phông",
            "",
            "Quốc ca, có lời",
            "Đèn vào Quốc kỳ",
        ),
    ),
    (
        "opening",
        5,
        (
            "Tuyên bố lý do",
            (
                "Hôm nay, Ủy ban nhân dân xã Bình Hòa tổ chức Hội nghị để nhìn lại 5 năm thi đua "
                "và tôn vinh những điển hình của xã."
            ),
            "Người dẫn chương trình",
            "",
            "",
            "Micro bục",
            "",
        ),
    ),
    (
        "opening",
        5,
        (
            "Giới thiệu khách mời và đại biểu",
            "Theo danh sách khách mời giới thiệu ở cuối kịch bản; chỉ đọc tên người có mặt.",
            "Người dẫn chương trình",
            "",
            "Danh sách đã đánh dấu có mặt",
            "Nhạc chào mừng ngắn sau mỗi lượt vỗ tay",
            "",
        ),
    ),
    (
        "opening",
        5,
        (
            "Mời Đoàn Chủ tịch, Thư ký; diễn văn khai mạc",
            (
                "Kính mời Đoàn Chủ tịch lên vị trí làm việc; kính mời đồng chí Chủ tịch Ủy ban "
                "nhân dân xã khai mạc Hội nghị."
            ),
            "Đoàn Chủ tịch; Chủ tịch UBND xã",
            "Đoàn Chủ tịch 4 người, Thư ký 1 người",
            "Biển tên, nước uống",
            "Nhạc mời",
            "",
        ),
    ),
    (
        "review-report",
        5,
        (
            "Chiếu phóng sự 5 năm thi đua",
            (
                "Mời quý vị đại biểu theo dõi phóng sự về phong trào thi đua của xã giai đoạn "
                "2020-2025."
            ),
            "Bộ phận Văn hóa - Xã hội",
            "Màn hình",
            "Máy chiếu, máy tính",
            "Tiếng phóng sự",
            "Giảm đèn hội trường",
        ),
    ),
    (
        "review-report",
        20,
        (
            "Trình bày báo cáo tổng kết",
            "Kính mời đại diện lãnh đạo Ủy ban nhân dân xã trình bày báo cáo.",
            "Phó Chủ tịch UBND xã",
            "Bục phát biểu",
            "Báo cáo trong túi tài liệu",
            "Micro bục",
            "Sáng toàn hội trường",
        ),
    ),
    (
        "commendation",
        10,
        (
            "Công bố quyết định khen thưởng",
            "Trân trọng kính mời đại diện Hội đồng Thi đua - Khen thưởng xã công bố quyết định.",
            "Thư ký Hội đồng Thi đua - Khen thưởng xã",
            "Bục phát biểu",
            "Quyết định khen thưởng",
            "Micro bục",
            "",
        ),
    ),
    (
        "commendation",
        20,
        (
            "Trao thưởng theo từng đợt 10 người",
            (
                "Trân trọng kính mời các tập thể, cá nhân có tên sau đây lên nhận thưởng; kính mời "
                "lãnh đạo trao thưởng và chụp ảnh lưu niệm."
            ),
            "Lãnh đạo Đảng ủy, UBND xã; các điển hình; tổ lễ tân",
            "Hai hàng, người nhận hàng trước",
            "Giấy khen theo thứ tự gọi, hoa, khay phủ vải đỏ",
            "Nhạc trao thưởng",
            "Đèn sân khấu",
        ),
    ),
    (
        "launch",
        10,
        (
            "Phát động thi đua giai đoạn 2025-2030",
            "Kính mời đồng chí Chủ tịch Ủy ban nhân dân xã phát động phong trào thi đua.",
            "Chủ tịch UBND xã",
            "Bục phát biểu",
            "",
            "Micro bục",
            "",
        ),
    ),
    (
        "closing",
        10,
        (
            "Tổng kết, bế mạc, chào cờ bế mạc",
            "Kính mời đồng chí Chủ tịch Ủy ban nhân dân xã phát biểu bế mạc Hội nghị.",
            "Đoàn Chủ tịch",
            "Bục phát biểu",
            "",
            "Micro bục; nhạc kết thúc",
            "Sáng toàn hội trường",
        ),
    ),
)
_OWN_RULES = "Quy chế chi tiêu nội bộ của UBND xã Bình Hòa"
_OWN_RULES_DAY = date(2025, 1, 6)
_NORMS = (
    ("water", "Nước uống giữa giờ", "người/buổi", 20_000, "Thông tư số 40/2017/TT-BTC"),
    ("photo", "In, sao tài liệu", "bộ", 30_000, _OWN_RULES),
    ("arts", "Bồi dưỡng diễn viên không chuyên", "người/buổi", 100_000, _OWN_RULES),
)
_CIRCULAR_DAY = date(2017, 4, 28)
_P = BudgetPurpose
_BUDGET = (
    (_P.HALL, "Thuê âm thanh, ánh sáng, màn hình", "buổi", 1, 1, 3_500_000, "Hợp đồng", ""),
    (_P.HALL, "Thuê bổ sung ghế", "cái", 60, 1, 8_000, "Báo giá", ""),
    (_P.DECORATION, "Phông chính khổ 8 m × 4 m", "m²", 32, 1, 95_000, "Báo giá", ""),
    (_P.DECORATION, "Băng rôn, khẩu hiệu", "tấm", 6, 1, 350_000, "Báo giá", ""),
    (_P.DECORATION, "Hoa bục, hoa bàn Đoàn Chủ tịch", "lẵng", 3, 1, 400_000, "Báo giá", ""),
    (_P.PAPERS, "In tài liệu Hội nghị", "bộ", 200, 1, 25_000, "", "photo"),
    (_P.PAPERS, "Giấy mời, thẻ đại biểu, biển tên", "bộ", 200, 1, 9_000, "Báo giá", ""),
    (_P.AWARDS, "Khung giấy khen", "cái", 40, 1, 45_000, "Báo giá", ""),
    (_P.AWARDS, "Hoa tặng điển hình được tôn vinh", "bó", 40, 1, 50_000, "Báo giá", ""),
    (_P.DRINKS, "Nước uống giữa giờ cho đại biểu", "người", 200, 1, 20_000, "", "water"),
    (_P.ARTS, "Đội văn nghệ xã, cả buổi tập", "người", 12, 2, 100_000, "", "arts"),
    (_P.COMMUNICATION, "Phóng sự 5 năm thi đua", "phóng sự", 1, 1, 4_000_000, "Hợp đồng", ""),
    (_P.OTHER, "Thuốc, vật dụng y tế thường trực", "túi", 1, 1, 500_000, "Báo giá", ""),
)
# exemplars who stand for the collective they lead
COLLECTIVES: Mapping[str, str] = {
    "Chu Văn Khìn": "Hợp tác xã Nông nghiệp Krông Ana Xanh",
    "Lê Thùy Phượng": "Hợp tác xã Lúa gạo Đồng Bưng",
    "Võ Thị Dung": "Trường THCS Bình Hòa",
    "Vi Thị Slao": "Hội Cựu chiến binh xã Bình Hòa",
    "Mai Thị Ngọc Thư": "Chi hội Phụ nữ Thôn 1",
    "Y Wang Niê": "Chi hội Nông dân Thôn 1",
}
_HOMES = (
    *("Xã Bình Hòa, huyện Krông Ana, tỉnh Đắk Lắk",) * 3,
    *("Huyện Hải Hậu, tỉnh Nam Định", "Huyện Kim Sơn, tỉnh Ninh Bình"),
    *("Huyện Quỳnh Lưu, tỉnh Nghệ An", "Thị xã Điện Bàn, tỉnh Quảng Nam"),
)
_SCHOOLING = ("Lớp 9/12", "Lớp 12/12", "Trung cấp", "Cao đẳng", "Đại học")
_AWARDS = ("Giấy khen của Chủ tịch UBND xã", "Giấy khen của Chủ tịch UBND huyện")


def day_fields(ident: Ident, items: Mapping[str, str], groups: Mapping[GroupKind, str]) -> Any:
    """Give the fields of the conference; items and groups by what they are, with their ids."""
    return {
        "hall": Hall(rows=12, seats=18, aisles="9", cross_aisles="4"),
        "doors": (
            Door(id=ident("door-0"), name="Cửa chính", wall=Wall.BACK, percent=50),
            Door(id=ident("door-1"), name="Cửa phụ", wall=Wall.LEFT, percent=15),
            Door(id=ident("door-2"), name="Cửa phụ", wall=Wall.RIGHT, percent=15),
        ),
        "seat_blocks": (
            SeatBlock(
                id=ident("block-0"),
                name="Khách mời",
                group_id=groups[GroupKind.GUEST],
                seating=SeatOrder.RANK,
                last_row=4,
            ),
            SeatBlock(
                id=ident("block-1"),
                name="Đại biểu điển hình tiên tiến",
                group_id=groups[GroupKind.EXEMPLAR],
                first_row=5,
            ),
        ),
        "script": tuple(_script(ident, items)),
        "norms": tuple(
            Norm(
                id=ident(f"norm-{key}"),
                name=name,
                unit=unit,
                most=most,
                source=source,
                issued_on=_OWN_RULES_DAY if source == _OWN_RULES else _CIRCULAR_DAY,
            )
            for key, name, unit, most, source in _NORMS
        ),
        "budget": tuple(_budget(ident)),
        "allowance": 50_000,
    }


def hand_seats(ident: Ident, people: Mapping[str, str]) -> tuple[HandSeat, ...]:
    """Seat those in front who go on the stage first; people by name, with their ids."""
    return (
        HandSeat(id=ident("hand-0"), delegate_id=people["Lê Hữu Thắng"], row=1, seat=9),
        HandSeat(id=ident("hand-1"), delegate_id=people["Trần Quang Định"], row=1, seat=10),
    )


def biography(place: int, name: str, *, is_exemplar: bool, is_kinh: bool) -> dict[str, Any]:
    """Invent what short biographies ask for beside the list."""
    if not is_exemplar:
        return {}
    return {
        "home_town": _HOMES[place % len(_HOMES)] if is_kinh else _HOMES[0],
        "schooling": _SCHOOLING[place * 7 % len(_SCHOOLING)],
        "proposed_award": _AWARDS[place % 5 == 0],
        "represents": COLLECTIVES.get(name, ""),
    }


def _script(ident: Ident, items: Mapping[str, str]) -> list[ScriptStep]:
    names = ("action", "words", "actor", "stage", "props", "sound", "light")
    return [
        ScriptStep(
            id=ident(f"script-{number}"),
            item_id=items.get(key, ""),
            minutes=minutes,
            **dict(zip(names, texts, strict=True)),
        )
        for number, (key, minutes, texts) in enumerate(_STEPS)
    ]


def _budget(ident: Ident) -> list[BudgetLine]:
    return [
        BudgetLine(
            id=ident(f"budget-{number}"),
            purpose=purpose,
            item=item,
            unit=unit,
            quantity=quantity,
            times=times,
            price=price,
            basis=basis,
            norm_id=ident(f"norm-{norm}") if norm else "",
        )
        for number, (purpose, item, unit, quantity, times, price, basis, norm) in enumerate(_BUDGET)
    ]
