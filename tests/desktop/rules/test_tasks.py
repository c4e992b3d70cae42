from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import Conference, EventDay, Move, Session, SessionKind
from desktop.rules.load import shipped_pack
from desktop.rules.pack import Appraisal, RulePack, UnitException
from desktop.rules.pack_event import EventText, PaperDeadline, TaskKind
from desktop.rules.tasks import (
    USUAL_TASKS,
    DoneBy,
    MarkedDay,
    Pressing,
    Task,
    TaskState,
    next_task,
    pressing,
    task_list,
)
from desktop.rules.windows import DatesWindow, EventWindow, MonthsWindow, Side, Window
from tests.builders import ident
from tests.db.any_records import any_of
from tests.desktop.rules.cases import a_pack, a_sound_conference, binh_hoa

DAY = date(2025, 3, 20)  # a Thursday
TODAY = date(2025, 1, 6)
PILOT = UnitException(
    id="pilot",
    clause="II.2.1",
    words="chỉ đạo điểm",
    appraisal=Appraisal(words="thẩm định trước", addressee="Ban TĐKT tỉnh"),
)


def on(*days: date | None, kind: SessionKind = SessionKind.MAIN) -> tuple[Session, ...]:
    return tuple(
        Session(id=ident(11 + number), day=day, kind=kind) for number, day in enumerate(days)
    )


def unissued(day: date | None = DAY, **fields: Any) -> Conference:
    defaults = {"sessions": on(day), "number": None, "issued_on": None}
    return a_sound_conference(**(defaults | fields))


def a_deadline(number: str = "plan", **fields: Any) -> PaperDeadline:
    defaults: dict[str, Any] = {"id": number, "clause": "III.5", "words": "-", "paper": "Kế hoạch"}
    return PaperDeadline(**(defaults | fields))


def tasks(
    conference: Conference | None = None, pack: RulePack | None = None, today: date = TODAY
) -> dict[str, Task]:
    listed = task_list(conference or unissued(), pack or binh_hoa(), today)
    return {task.key: task for task in listed}


def days(listed: dict[str, Task]) -> dict[str, date | None]:
    return {key: task.day for key, task in listed.items()}


def test_the_usual_work_is_counted_from_the_day() -> None:
    assert days(tasks()) == {
        "plan": date(2025, 2, 18),
        "decision": date(2025, 2, 23),
        "name-list": date(2025, 3, 5),
        "invitations": date(2025, 3, 10),
        "badges": date(2025, 3, 15),
        "rehearsal": date(2025, 3, 19),
        f"session-{ident(11)}": DAY,
        "report": date(2025, 3, 25),
    }


def test_without_a_plan_there_is_the_usual_work() -> None:
    assert [task.key for task in task_list(unissued(), None, TODAY)] == list(tasks())


def test_work_goes_before_the_first_day_and_the_report_after_the_last() -> None:
    sessions = on(date(2025, 3, 21), date(2025, 3, 20), date(2025, 3, 20))
    listed = tasks(unissued(sessions=sessions))
    assert listed["rehearsal"].day == date(2025, 3, 19)
    assert listed["report"].day == date(2025, 3, 26)
    held = [task.key for task in listed.values() if task.kind is MarkedDay.CONFERENCE]
    assert held == [f"session-{ident(12)}", f"session-{ident(11)}"]


def test_a_preparatory_session_is_a_day_of_its_own_and_counts_for_nothing_else() -> None:
    eve = Session(id=ident(14), day=date(2025, 3, 19), kind=SessionKind.PREPARATORY)
    listed = tasks(unissued(sessions=(eve, *on(DAY))))
    assert listed[f"session-{ident(14)}"].kind is MarkedDay.PREPARATORY
    assert listed["rehearsal"].day == date(2025, 3, 19)


def test_a_deadline_of_the_plan_replaces_the_usual_day_and_says_to_whom() -> None:
    rule = a_deadline(
        task=TaskKind.PLAN, day=date(2025, 2, 28), addressee="Sở Nội vụ", route="văn bản"
    )
    task = tasks(pack=a_pack(deadlines=(rule,)))["plan"]
    assert (task.day, task.usual_days) == (date(2025, 2, 28), None)
    assert (task.clause, task.words) == ("III.5", "-")
    assert (task.addressee, task.route, task.paper) == ("Sở Nội vụ", "văn bản", "Kế hoạch")


def test_a_second_deadline_for_the_same_work_is_a_task_of_its_own() -> None:
    rules = (
        a_deadline("first", task=TaskKind.REPORT, days=1),
        a_deadline("second", task=TaskKind.REPORT, days=10, paper="Báo cáo tổng hợp"),
    )
    listed = tasks(pack=a_pack(deadlines=rules))
    assert listed["report"].day == date(2025, 3, 21)
    assert listed["deadline-second"].day == date(2025, 3, 30)
    assert "deadline-first" not in listed


def test_any_other_deadline_is_a_task_of_its_own() -> None:
    rule = a_deadline("talks", days=-12, paper="Danh mục tham luận", addressee="Hội đồng")
    task = tasks(pack=a_pack(deadlines=(rule,)))["deadline-talks"]
    assert task.kind is TaskKind.OTHER
    assert (task.day, task.paper, task.addressee) == (
        date(2025, 3, 8),
        "Danh mục tham luận",
        "Hội đồng",
    )


def test_a_deadline_counts_from_another_event_as_the_officer_or_the_plan_dates_it() -> None:
    pack = a_pack(
        events=(EventText(key="congress", name="Đại hội Đảng bộ", day=date(2025, 6, 10)),),
        deadlines=(a_deadline("talks", days=-10, event="congress"),),
    )
    assert tasks(pack=pack)["deadline-talks"].day == date(2025, 5, 31)
    moved = unissued(event_days=(EventDay(event="congress", day=date(2025, 6, 20)),))
    assert tasks(moved, pack)["deadline-talks"].day == date(2025, 6, 10)


def test_what_hangs_on_a_day_that_is_not_known_comes_last_and_has_none() -> None:
    pack = a_pack(
        events=(EventText(key="congress", name="Đại hội Đảng bộ"),),
        deadlines=(a_deadline("talks", days=-10, event="congress"),),
    )
    task = list(tasks(pack=pack).values())[-1]
    assert (task.key, task.day, task.state) == ("deadline-talks", None, TaskState.AHEAD)


def test_a_rule_that_is_lifted_for_the_unit_is_no_task() -> None:
    exception = UnitException(id="own", clause="II", words="-", lifts=("talks",))
    pack = a_pack(deadlines=(a_deadline("talks", days=-10),), exceptions=(exception,))
    assert "deadline-talks" in tasks(pack=pack)
    assert "deadline-talks" not in tasks(unissued(exception_id="own"), pack)


def test_only_a_pilot_has_its_plan_appraised() -> None:
    pack = a_pack(exceptions=(PILOT,))
    assert "appraisal" not in tasks(pack=pack)
    task = tasks(unissued(exception_id="pilot"), pack)["appraisal"]
    assert task.day == date(2025, 2, 3)
    assert (task.addressee, task.clause, task.words) == (
        "Ban TĐKT tỉnh",
        "II.2.1",
        "thẩm định trước",
    )


def test_a_deadline_for_the_appraisal_dates_it_for_pilots_only() -> None:
    rule = a_deadline("look", task=TaskKind.APPRAISAL, days=-60, clause="")
    pack = a_pack(exceptions=(PILOT,), deadlines=(rule,))
    task = tasks(unissued(exception_id="pilot"), pack)["appraisal"]
    assert task.day == date(2025, 1, 19)
    assert (task.addressee, task.clause) == ("Ban TĐKT tỉnh", "II.2.1")
    assert [key for key in tasks(pack=pack) if "look" in key or "appraisal" in key] == []


def test_a_unit_whose_exception_asks_for_no_appraisal_has_none() -> None:
    exception = UnitException(id="own", clause="II", words="-")
    assert "appraisal" not in tasks(
        unissued(exception_id="own"), a_pack(exceptions=(exception, PILOT))
    )


@pytest.mark.parametrize(
    ("pack_id", "level", "exception", "key", "day", "addressee", "clause"),
    [
        ("soc-trang-2019", "commune", "", "plan", date(2020, 2, 28), "Sở Nội vụ", "III.5"),
        ("soc-trang-2019", "district", "", "decision", date(2020, 2, 28), "Sở Nội vụ", "III.5"),
        ("soc-trang-2019", "enterprise", "", "report", date(2020, 3, 12), "Sở Nội vụ", "III.5"),
        (
            "kon-tum-2019",
            "commune",
            "pilot",
            "appraisal",
            date(2020, 1, 27),
            "Ban Thi đua - Khen thưởng tỉnh",
            "II.2.1",
        ),
    ],
)
def test_the_plans_that_come_with_the_program_date_their_papers(
    pack_id: str, level: str, exception: str, key: str, day: date, addressee: str, clause: str
) -> None:
    conference = unissued(
        date(2020, 3, 12), rule_pack_id=pack_id, level_id=level, exception_id=exception
    )
    task = tasks(conference, shipped_pack(pack_id), date(2020, 1, 2))[key]
    assert (task.day, task.addressee, task.clause) == (day, addressee, clause)


# no day chosen


def test_while_no_day_is_chosen_the_ends_of_the_windows_are_tasks() -> None:
    listed = tasks(unissued(None))
    window = listed["window-1"]
    assert (window.kind, window.day) == (MarkedDay.WINDOW_END, date(2025, 3, 31))
    assert (window.clause, window.words) == ("II.2", "quý I/2025")
    assert {task.day for task in listed.values() if task is not window} == {None}


@pytest.mark.parametrize(
    ("window", "last"),
    [
        (MonthsWindow(clause="V", words="-", first="2025-05", last="2025-06"), date(2025, 6, 30)),
        (DatesWindow(clause="V", words="-", first=date(2025, 1, 1)), None),
        (
            EventWindow(clause="V", words="-", event="congress", side=Side.BEFORE, at_least_days=5),
            date(2025, 6, 5),
        ),
        (EventWindow(clause="V", words="-", event="congress", side=Side.AFTER), None),
        (EventWindow(clause="V", words="-", event="other", side=Side.BEFORE), None),
    ],
)
def test_a_window_ends_where_its_last_day_is_known(window: Window, last: date | None) -> None:
    events = (
        EventText(key="congress", name="Đại hội Đảng bộ", day=date(2025, 6, 10)),
        EventText(key="other", name="Đại hội"),
    )
    listed = tasks(unissued(None), a_pack(windows=(window,), events=events))
    assert (listed["window-1"].day if "window-1" in listed else None) == last


def test_a_window_that_closed_with_no_day_chosen_is_overdue() -> None:
    listed = tasks(unissued(None), today=date(2025, 4, 1))
    assert listed["window-1"].state is TaskState.OVERDUE
    assert next_task(listed.values()) is listed["window-1"]


def test_without_a_plan_and_a_day_nothing_presses() -> None:
    listed = task_list(unissued(None), None, TODAY)
    assert next_task(listed) is None
    assert pressing(listed) == Pressing()
    assert [task.key for task in listed] == [
        usual.kind for usual in USUAL_TASKS if usual.kind is not TaskKind.APPRAISAL
    ]


def test_all_moves_when_the_conference_is_put_off_and_what_is_done_stays_done() -> None:
    move = Move(id=ident(40), old_day=DAY, reason="bão")
    put_off = unissued(date(2025, 3, 27), moves=(move,), done_tasks=("invitations",))
    before, after = tasks(), tasks(put_off)
    for usual in ("plan", "badges", "report"):
        was, now = before[usual].day, after[usual].day
        assert was is not None
        assert now is not None
        assert (now - was).days == 7
    assert after["invitations"].state is TaskState.DONE


# states


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2025, 3, 2), TaskState.AHEAD),
        (date(2025, 3, 3), TaskState.DUE_SOON),
        (date(2025, 3, 10), TaskState.DUE_SOON),
        (date(2025, 3, 11), TaskState.OVERDUE),
    ],
)
def test_a_task_is_due_soon_for_a_week_and_then_overdue(today: date, state: TaskState) -> None:
    assert tasks(today=today)["invitations"].state is state


def test_a_task_ticked_off_is_done_and_open_again_without_the_tick() -> None:
    late = date(2025, 3, 12)
    done = tasks(unissued(done_tasks=("invitations",)), today=late)["invitations"]
    assert (done.state, done.done_by) == (TaskState.DONE, DoneBy.TICK)
    assert done.can_be_ticked
    undone = tasks(unissued(done_tasks=("gone",)), today=late)["invitations"]
    assert (undone.state, undone.done_by) == (TaskState.OVERDUE, None)
    assert undone.can_be_ticked


@pytest.mark.parametrize(
    ("number", "issued_on", "done_by"),
    [
        (5, date(2025, 1, 2), DoneBy.ISSUE),
        (None, date(2025, 1, 2), None),
        (5, None, None),
    ],
)
def test_a_plan_with_number_and_date_counts_as_sent(
    number: int | None, issued_on: date | None, done_by: DoneBy | None
) -> None:
    task = tasks(unissued(number=number, issued_on=issued_on))["plan"]
    assert task.done_by is done_by
    assert task.can_be_ticked is (done_by is None)


def test_the_day_of_the_conference_is_never_ticked_and_never_overdue() -> None:
    key = f"session-{ident(11)}"
    conference = unissued(done_tasks=(key,))
    assert tasks(conference, today=DAY)[key].state is TaskState.DUE_SOON
    over = tasks(conference, today=date(2025, 3, 21))[key]
    assert (over.state, over.done_by) == (TaskState.DONE, DoneBy.HELD)
    assert not over.can_be_ticked


def test_when_the_conference_is_over_only_what_follows_or_the_plan_asks_for_presses() -> None:
    rule = a_deadline(task=TaskKind.NAME_LIST, days=-15)
    pack = a_pack(deadlines=(rule,), exceptions=(PILOT,))
    listed = tasks(unissued(exception_id="pilot"), pack, date(2025, 3, 26))
    overdue = [key for key, task in listed.items() if task.state is TaskState.OVERDUE]
    assert overdue == ["appraisal", "name-list", "report"]
    assert listed["badges"].done_by is DoneBy.HELD


def test_the_longest_overdue_comes_before_what_is_due_next() -> None:
    listed = tasks(today=date(2025, 3, 6)).values()
    assert pressing(listed) == Pressing(overdue=3, due_soon=1)
    found = next_task(listed)
    assert found is not None
    assert found.key == "plan"


def test_a_conference_that_is_near_is_next_but_no_task_that_presses() -> None:
    done = ("plan", "decision", "name-list", "invitations", "badges", "rehearsal")
    listed = tasks(unissued(done_tasks=done), today=date(2025, 3, 17)).values()
    found = next_task(listed)
    assert found is not None
    assert found.kind is MarkedDay.CONFERENCE
    assert pressing(listed) == Pressing()


# days off


def test_a_day_off_is_pointed_out_and_never_moved() -> None:
    task = tasks()["decision"]  # Sunday 23 February
    assert task.day == date(2025, 2, 23)
    assert task.day_off is not None
    assert task.use_by == date(2025, 2, 21)


def test_what_reaches_nobody_needs_no_other_day() -> None:
    task = tasks()["badges"]  # Saturday 15 March
    assert task.day_off is not None
    assert task.use_by is None


def test_the_day_of_the_conference_may_be_a_holiday_and_that_is_said() -> None:
    task = tasks(unissued(date(2025, 5, 1)))[f"session-{ident(11)}"]
    assert task.day_off is not None
    assert task.day_off.holiday == "Ngày Quốc tế Lao động"
    assert task.use_by is None


@pytest.mark.parametrize(
    ("day", "use_by"),
    [
        (date(2025, 2, 1), date(2025, 1, 24)),  # Tết Ất Tỵ
        (date(2026, 2, 20), date(2026, 2, 13)),  # Tết Bính Ngọ
        (date(2025, 5, 2), date(2025, 4, 29)),
        (date(2025, 4, 7), date(2025, 4, 4)),  # Giỗ Tổ, a Monday
        (date(2025, 4, 8), None),
        (date(2025, 4, 26), None),  # a Saturday that is worked
    ],
)
def test_a_paper_due_on_a_day_off_is_sent_before(day: date, use_by: date | None) -> None:
    pack = a_pack(deadlines=(a_deadline("talks", day=day),))
    assert tasks(pack=pack)["deadline-talks"].use_by == use_by


def test_before_tet_the_last_working_day_decides_what_is_due_soon() -> None:
    pack = a_pack(deadlines=(a_deadline("talks", day=date(2026, 2, 20)),))
    conference = unissued(date(2026, 4, 1))
    assert tasks(conference, pack, date(2026, 2, 5))["deadline-talks"].state is TaskState.AHEAD
    assert tasks(conference, pack, date(2026, 2, 6))["deadline-talks"].state is TaskState.DUE_SOON


def test_a_task_is_not_overdue_when_only_the_working_day_before_is_over() -> None:
    pack = a_pack(deadlines=(a_deadline("talks", day=date(2026, 2, 20)),))
    task = tasks(unissued(date(2026, 4, 1)), pack, date(2026, 2, 16))["deadline-talks"]
    assert task.state is TaskState.DUE_SOON
    assert task.use_by == date(2026, 2, 13)


# ends of the calendar


@pytest.mark.parametrize(("day", "lost"), [(date.min, "plan"), (date.max, "report")])
def test_what_would_fall_out_of_the_calendar_has_no_day(day: date, lost: str) -> None:
    listed = tasks(unissued(day))
    assert listed[lost].day is None
    assert listed[f"session-{ident(11)}"].day == day


# any conference


def _deadlines() -> st.SearchStrategy[Sequence[PaperDeadline]]:
    counted = st.builds(
        a_deadline,
        st.sampled_from("abcdefgh"),
        task=st.sampled_from(TaskKind),
        days=st.integers(-1000, 1000),
        event=st.sampled_from(["", "congress", "unknown"]),
    )
    fixed = st.builds(
        a_deadline,
        st.sampled_from("abcdefgh"),
        task=st.sampled_from(TaskKind),
        day=st.dates(),
    )
    return st.lists(counted | fixed, max_size=6, unique_by=lambda rule: rule.id)


_WINDOWS = st.lists(
    st.builds(DatesWindow, clause=st.just("V"), words=st.just("-"), last=st.none() | st.dates())
    | st.builds(
        EventWindow,
        clause=st.just("V"),
        words=st.just("-"),
        event=st.sampled_from(["congress", "unknown"]),
        side=st.sampled_from(Side),
        at_most_days=st.none() | st.integers(1, 1000),
    ),
    max_size=3,
)
_CONFERENCES = any_of(
    Conference,
    level_id=st.sampled_from(["", "commune"]),
    exception_id=st.sampled_from(["", "pilot"]),
    event_days=st.lists(
        st.builds(EventDay, event=st.just("congress"), day=st.dates()), max_size=1
    ).map(tuple),
    done_tasks=st.lists(st.sampled_from([*TaskKind, "deadline-a", "x"])).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(_CONFERENCES, _deadlines(), _WINDOWS, st.dates(), st.booleans())
def test_any_conference_has_a_list_by_day_with_each_key_once(
    conference: Conference,
    deadlines: Sequence[PaperDeadline],
    windows: Sequence[Window],
    today: date,
    has_pack: bool,
) -> None:
    pack = a_pack(deadlines=tuple(deadlines), windows=tuple(windows), exceptions=(PILOT,))
    listed = task_list(conference, pack if has_pack else None, today)
    order = [(task.day is None, task.day or date.max) for task in listed]
    assert order == sorted(order)
    keys = [task.key for task in listed]
    assert len(set(keys)) == len(keys)
    for task in listed:
        assert task.is_open is (task.done_by is None)
        assert (task.state is TaskState.OVERDUE) <= (task.day is not None and task.day < today)
        assert task.use_by is None or (task.day is not None and task.use_by < task.day)
    found = next_task(listed)
    assert found is None or found.is_open
