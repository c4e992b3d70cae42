from __future__ import annotations

from datetime import date

import pytest

from db.records import Session, SessionKind
from desktop.rules.deadlines import Deadline, DeadlineCode, next_deadline
from desktop.rules.pack_event import PaperDeadline
from tests.builders import ident
from tests.desktop.rules.cases import a_pack, a_sound_conference, binh_hoa

DAY = date(2025, 3, 20)


def on(day: date | None, kind: SessionKind = SessionKind.MAIN) -> tuple[Session, ...]:
    return (Session(id=ident(11), day=day, kind=kind),)


def named(deadline: Deadline | None) -> tuple[DeadlineCode, date] | None:
    return (deadline.code, deadline.day) if deadline is not None else None


@pytest.mark.parametrize(
    ("chosen", "today", "expected"),
    [
        (DAY, date(2025, 3, 1), (DeadlineCode.CONFERENCE, DAY)),
        (DAY, DAY, (DeadlineCode.CONFERENCE, DAY)),
        (DAY, date(2025, 3, 21), None),
        (None, date(2025, 3, 31), (DeadlineCode.WINDOW_CLOSES, date(2025, 3, 31))),
        (None, date(2025, 4, 1), (DeadlineCode.WINDOW_CLOSED, date(2025, 3, 31))),
    ],
)
def test_the_next_deadline_is_the_day_or_the_end_of_the_window(
    chosen: date | None, today: date, expected: tuple[DeadlineCode, date] | None
) -> None:
    conference = a_sound_conference(sessions=on(chosen))
    assert named(next_deadline(conference, binh_hoa(), today)) == expected


def test_without_a_pack_or_a_level_only_the_day_counts() -> None:
    today = date(2025, 3, 1)
    assert next_deadline(a_sound_conference(sessions=on(None)), None, today) is None
    assert next_deadline(a_sound_conference(level_id="", sessions=()), binh_hoa(), today) is None
    assert named(next_deadline(a_sound_conference(), None, today)) == (DeadlineCode.CONFERENCE, DAY)


def test_a_preparatory_session_is_not_the_conference() -> None:
    conference = a_sound_conference(sessions=on(date(2025, 3, 19), SessionKind.PREPARATORY))
    deadline = next_deadline(conference, binh_hoa(), date(2025, 3, 1))
    assert named(deadline) == (DeadlineCode.WINDOW_CLOSES, date(2025, 3, 31))


def paper(**due: object) -> PaperDeadline:
    return PaperDeadline(
        id="plan",
        clause="III.5",
        words="-",
        paper="Kế hoạch",
        addressee="Sở Nội vụ",
        **due,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ({"day": date(2025, 2, 28)}, date(2025, 2, 28)),
        ({"days": -30}, date(2025, 2, 18)),
    ],
)
def test_a_paper_is_due_on_a_day_or_so_long_before(due: dict[str, object], expected: date) -> None:
    pack = a_pack(deadlines=(paper(**due),))
    deadline = next_deadline(a_sound_conference(), pack, date(2025, 2, 1))
    assert named(deadline) == (DeadlineCode.PAPER_DUE, expected)
    assert deadline is not None
    assert deadline.params == {"paper": "Kế hoạch", "addressee": "Sở Nội vụ", "route": ""}


def test_a_report_is_due_after_the_conference() -> None:
    pack = a_pack(deadlines=(paper(days=5),))
    deadline = next_deadline(a_sound_conference(), pack, date(2025, 3, 22))
    assert named(deadline) == (DeadlineCode.PAPER_DUE, date(2025, 3, 25))


def test_a_deadline_counted_from_no_day_or_past_the_calendar_is_none() -> None:
    pack = a_pack(deadlines=(paper(days=5),), windows=())
    far = a_sound_conference(sessions=on(date.max))
    assert next_deadline(a_sound_conference(sessions=on(None)), pack, DAY) is None
    assert named(next_deadline(far, pack, DAY)) == (DeadlineCode.CONFERENCE, date.max)


def test_a_window_without_an_end_is_no_deadline() -> None:
    (quarter,) = binh_hoa().levels[0].windows
    from desktop.rules.windows import DatesWindow

    window = DatesWindow(clause=quarter.clause, words="từ 01/01", first=date(2025, 1, 1))
    pack = a_pack(windows=(window,))
    assert next_deadline(a_sound_conference(sessions=on(None)), pack, DAY) is None
