"""The programme as a timeline: as high as long, each item in a bar of its own."""

from __future__ import annotations

from datetime import date, time

import pytest

from db.records import ProgrammeItem, Session, SessionKind
from desktop.documents.rendered import ProblemCode
from desktop.documents.timeline import timeline
from tests.builders import ident
from tests.desktop.documents.binh_hoa import a_snapshot
from tests.desktop.documents.measure import PT_PER_MM, PageReading, Reading


def items(*minutes: int, session_id: str = "") -> tuple[ProgrammeItem, ...]:
    return tuple(
        ProgrammeItem(
            id=ident(100 + number + 50 * bool(session_id)),
            title=f"Nội dung {number}",
            minutes=length,
            session_id=session_id,
        )
        for number, length in enumerate(minutes)
    )


def bars(page: PageReading) -> list[tuple[float, float]]:
    return [(float(box["top"]), float(box["bottom"])) for box in page._page.rects]


def test_bars_follow_one_another_and_long_items_are_as_high_as_they_are_long() -> None:
    reading = Reading(timeline(a_snapshot(programme=items(20, 40, 60))).data)
    found = bars(reading.pages[0])
    heights = [bottom - top for top, bottom in found]
    assert heights[1] / heights[0] == pytest.approx(2, rel=0.01)
    assert heights[2] / heights[0] == pytest.approx(3, rel=0.01)
    assert [bottom for _, bottom in found[:-1]] == pytest.approx([top for top, _ in found[1:]])
    assert sum(heights) == pytest.approx(235 * PT_PER_MM, abs=0.1)


def test_short_items_and_those_without_minutes_keep_the_height_of_a_line() -> None:
    reading = Reading(timeline(a_snapshot(programme=items(1, 0, 300))).data)
    heights = [bottom - top for top, bottom in bars(reading.pages[0])]
    assert heights[:2] == pytest.approx([7 * PT_PER_MM] * 2, abs=0.1)


@pytest.mark.parametrize("count", [1, 10, 60])
def test_every_item_is_named_within_its_bar(count: int) -> None:
    drawn = timeline(a_snapshot(programme=items(*[5] * count)))
    assert drawn.problems == ()
    page = Reading(drawn.data).pages[0]
    for number, (top, bottom) in enumerate(bars(page)):
        (line,) = [one for one in page.lines if one.text == f"{number + 1}. Nội dung {number}"]
        assert top < line.baseline_pt < bottom


def test_clock_times_stand_beside_the_bars_and_each_session_has_a_sheet() -> None:
    sessions = (
        Session(id=ident(11), day=date(2025, 3, 20), start=time(7, 30)),
        Session(id=ident(14), kind=SessionKind.PREPARATORY, day=date(2025, 3, 19)),
    )
    programme = (*items(30, 60), *items(20, session_id=ident(14)))
    reading = Reading(timeline(a_snapshot(sessions=sessions, programme=programme)).data)
    main, preparatory = reading.pages
    for words in ("07h30", "08h00", "09h00", "60 phút", "ngày 20 tháng 3 năm 2025"):
        assert words in main.text
    assert "20 phút" in preparatory.text
    assert "h30" not in preparatory.text


def test_an_empty_programme_says_so() -> None:
    drawn = timeline(a_snapshot(programme=()))
    assert [(one.code, one.field) for one in drawn.problems] == [
        (ProblemCode.FIELD_EMPTY, "programme")
    ]
    assert timeline(a_snapshot(programme=(), sessions=())).pages == 1
