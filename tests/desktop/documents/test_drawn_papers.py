"""Seating plan, seat labels, name cards and backdrop, as drawn."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace

from db.day_records import Door, Hall, HandSeat, Wall
from db.records import PaperChoice, PaperSettings, PresidiumMember
from desktop.documents.backdrop import backdrop, backdrop_lines
from desktop.documents.name_cards import cards_of, name_cards
from desktop.documents.rendered import ProblemCode
from desktop.documents.seat_labels import seat_labels
from desktop.documents.seating_plan import seating_plan
from desktop.documents.seats import seat_names
from desktop.documents.snapshot import Snapshot
from desktop.rules.load import shipped_pack
from tests.builders import a_delegate, ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, Reading
from tests.desktop.documents.the_day import LONG_TITLE, the_day, with_people


def changed(snapshot: Snapshot, **fields: object) -> Snapshot:
    conference = replace(snapshot.file.conference, **fields)
    return replace(snapshot, file=replace(snapshot.file, conference=conference))


# the plan of the hall


def seat_boxes(reading: Reading) -> list[tuple[float, float, float, float]]:
    """Find the boxes of the seats: the rectangles with the thinnest frame."""
    return [
        (box["x0"], box["top"], box["x1"], box["bottom"])
        for box in reading.pages[0]._page.rects
        if abs(box["linewidth"] - 0.3) < 0.01
    ]


@pytest.mark.parametrize(("rows", "seats"), [(1, 1), (12, 18), (25, 20), (40, 30), (60, 80)])
def test_every_seat_is_a_box_that_touches_no_other_and_stays_in_the_hall(
    rows: int, seats: int
) -> None:
    snapshot = the_day(10, hall=Hall(rows=rows, seats=seats, aisles="5, 10", cross_aisles="3"))
    reading = Reading(seating_plan(snapshot).data)
    boxes = seat_boxes(reading)
    assert len(boxes) == rows * seats
    assert min(box[0] for box in boxes) > 20 * PT_PER_MM
    assert max(box[2] for box in boxes) < 277 * PT_PER_MM
    assert max(box[3] for box in boxes) < 185 * PT_PER_MM
    if rows * seats <= 300:
        for one, other in combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) <= 0.01


def test_stage_rows_doors_blocks_and_people_are_on_the_plan() -> None:
    doors = (
        Door(id=ident(1), name="Cửa chính", wall=Wall.BACK),
        Door(id=ident(2), name="Cửa trái", wall=Wall.LEFT, percent=0),
        Door(id=ident(3), wall=Wall.RIGHT, percent=100),
    )
    snapshot = the_day(20, hall=Hall(rows=10, seats=12), doors=doors)
    drawn = seating_plan(snapshot)
    text = Reading(drawn.data).pages[0].text
    assert drawn.problems == ()
    for words in ("SÂN KHẤU", "Cửa chính", "Cửa trái", "Cửa", "Dãy A-H: Khách mời"):
        assert words in text
    assert all(letter in text.split() for letter in "ABCDEFGHIJ")


def test_who_has_no_seat_and_seats_that_cannot_be_are_told() -> None:
    hand = HandSeat(id=ident(9), delegate_id=ident(1000), row=9, seat=9)
    snapshot = the_day(3, hall=Hall(rows=1, seats=2), hand_seats=(hand,))
    problems = seating_plan(snapshot).problems
    assert [one.code for one in problems] == [ProblemCode.NO_SEAT, ProblemCode.SEAT_REFUSED]
    assert problems[1].field == f"hand_seats:{ident(9)}"


def test_a_conference_without_a_hall_says_so() -> None:
    for draw in (seating_plan, seat_labels):
        (problem,) = draw(a_snapshot(3)).problems
        assert (problem.code, problem.field) == (ProblemCode.FIELD_EMPTY, "hall")


# labels


def test_each_seat_has_a_label_with_name_and_unit_in_the_order_of_the_rows() -> None:
    snapshot = the_day(50)
    drawn = seat_labels(snapshot)
    reading = Reading(drawn.data)
    assert (drawn.pages, drawn.problems) == (3, ())
    wanted = sorted(seat_names(snapshot.file).values(), key=lambda one: (one[0], int(one[1:])))
    found = [word for page in reading.pages for word in page.text.split() if word in set(wanted)]
    assert sorted(found) == sorted(wanted)
    assert set(found[:24]) == set(wanted[:24])


# name cards


def test_presidium_and_guests_have_a_card_each_and_nobody_two() -> None:
    guests = a_snapshot().file.conference.groups[1].id
    snapshot = with_people(
        a_snapshot(),
        a_delegate(1, name="Võ Bình", post="Chủ tịch", unit="HĐND xã", group_id=guests),
        a_delegate(2, name="Nguyễn Văn Ước", group_id=guests),
        a_delegate(3, name="Lê An", group_id=""),
    )
    assert [(card.name, card.title) for card in cards_of(snapshot)] == [
        ("Nguyễn Văn Ước", "Chủ tịch Ủy ban nhân dân xã"),
        ("H'Blơ Kbuôr", "công chức Văn phòng - Thống kê"),
        ("Võ Bình", "Chủ tịch, HĐND xã"),
    ]
    choice = PaperSettings(key="name-cards", choices=(PaperChoice(name="who", value="everybody"),))
    assert len(cards_of(changed(snapshot, papers=(choice,)))) == 4


@pytest.mark.parametrize(
    ("name", "capitals"),
    [
        ("Nguyễn Thị Ước", "NGUYỄN THỊ ƯỚC"),
        ("đỗ ký", "ĐỖ KÝ"),
        ("Y Bhăm Ayŭn", "Y BHĂM AYŬN"),
        ("H'Hen Niê", "H'HEN NIÊ"),
    ],
)
def test_both_faces_have_the_name_in_capitals_between_60_and_90_points(
    name: str, capitals: str
) -> None:
    member = PresidiumMember(id=ident(30), name=name, post="Chủ tịch Ủy ban nhân dân xã")
    drawn = name_cards(changed(a_snapshot(), presidium=(member,)))
    reading = Reading(drawn.data)
    assert drawn.problems == ()
    page = reading.pages[0]
    assert (round(page.width_pt / PT_PER_MM), round(page.height_pt / PT_PER_MM)) == (297, 210)
    large = list(page._page.chars)
    upright = [char for char in large if char["matrix"][0] > 0 and char["size"] >= 50]
    turned = [char for char in large if char["matrix"][0] < 0]
    letters = "".join(char["text"] for char in upright).replace(" ", "")
    assert letters == capitals.replace(" ", "")
    for char in upright:
        assert 60 <= char["size"] <= 90.01
        assert char["top"] >= 105 * PT_PER_MM - 1
        assert char["x0"] >= 43.5 * PT_PER_MM
        assert char["x1"] <= 253.5 * PT_PER_MM
    assert len(turned) == len([char for char in large if char["matrix"][0] > 0])
    assert all(char["bottom"] <= 105 * PT_PER_MM + 1 for char in turned)


def test_the_longest_real_name_stands_on_three_lines_and_is_not_cut() -> None:
    member = PresidiumMember(id=ident(30), name="Công Tằng Tôn Nữ Phương Thảo", post="Bí thư")
    drawn = name_cards(changed(a_snapshot(), presidium=(member,)))
    assert drawn.problems == ()
    page = Reading(drawn.data).pages[0]
    upright = [char for char in page._page.chars if char["matrix"][0] > 0 and char["size"] >= 59.99]
    assert len({round(char["matrix"][5]) for char in upright}) in {2, 3}
    letters = "".join(char["text"] for char in upright).replace(" ", "")
    assert letters == "CÔNGTẰNGTÔNNỮPHƯƠNGTHẢO"


# the backdrop


def texts(snapshot: Snapshot) -> list[str]:
    return [line.text for line in backdrop_lines(snapshot)]


def test_the_lines_are_those_of_the_plan_with_place_and_date() -> None:
    assert texts(a_snapshot()) == [
        "HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN",
        "XÃ BÌNH HÒA GIAI ĐOẠN 2020-2025",
        "Bình Hòa, ngày 20 tháng 3 năm 2025",
    ]


def test_together_they_are_the_title_of_the_plan() -> None:
    snapshot = a_snapshot()
    joined = " ".join(texts(snapshot)[:2])
    assert joined.casefold() == snapshot.file.conference.title.casefold()


def test_a_title_worded_otherwise_stands_there_itself() -> None:
    snapshot = a_snapshot(title="Hội nghị biểu dương người tốt, việc tốt xã Bình Hòa")
    assert texts(snapshot) == [
        "HỘI NGHỊ BIỂU DƯƠNG NGƯỜI TỐT, VIỆC TỐT XÃ BÌNH HÒA",
        "Bình Hòa, ngày 20 tháng 3 năm 2025",
    ]
    assert texts(replace(snapshot, rules=None)) == texts(snapshot)


def test_an_open_day_leaves_room_for_it() -> None:
    assert texts(a_snapshot(sessions=()))[-1].endswith("năm 2025")
    assert "{" not in "".join(texts(a_snapshot(sessions=())))


@pytest.mark.parametrize("pack", ["hung-yen-2019", "soc-trang-2019", "kon-tum-2019"])
def test_no_plan_leaves_a_placeholder_open(pack: str) -> None:
    rules = shipped_pack(pack)
    assert rules is not None
    for level in rules.levels:
        snapshot = replace(
            a_snapshot(
                rule_pack_id=pack,
                level_id=level.id,
                form_id=level.forms[0].id,
                title=level.texts.title,
            ),
            rules=rules,
        )
        lines = backdrop_lines(snapshot)
        assert not any(set("{}") & set(line.text) for line in lines if not line.is_title)


@pytest.mark.parametrize("title", ["Hội nghị", LONG_TITLE])
@pytest.mark.parametrize("hall", [None, Hall(backdrop_width_cm=300, backdrop_height_cm=600)])
def test_the_mock_up_holds_all_its_letters_to_scale(title: str, hall: Hall | None) -> None:
    snapshot = a_snapshot(title=title, hall=hall)
    drawn = backdrop(snapshot)
    assert drawn.problems == ()
    page = Reading(drawn.data).pages[0]
    (red, *_) = page._page.rects
    width, height = (800, 400) if hall is None else (300, 600)
    assert red["width"] / red["height"] == pytest.approx(width / height, rel=0.01)
    inside = [char for char in page.ink if char["non_stroking_color"] not in ((0, 0, 0), (0,))]
    assert min(char["x0"] for char in inside) > red["x0"]
    assert max(char["x1"] for char in inside) < red["x1"]
    assert min(char["top"] for char in inside) > red["top"]
    assert max(char["bottom"] for char in inside) < red["bottom"]
    letters = "".join(char["text"] for char in page.chars)
    assert "".join(title.upper().split()) in "".join(letters.split())
