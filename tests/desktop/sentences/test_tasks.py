"""What is said of tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.language import Language, speak
from desktop.rules.pack_event import TaskKind
from desktop.rules.tasks import USUAL_TASKS, DoneBy, MarkedDay, Pressing, Task, TaskState
from desktop.rules.working_days import DayOff
from desktop.sentences.tasks import (
    day_note,
    pressing_sentence,
    state_words,
    task_day,
    task_name,
    task_receiver,
    task_sentence,
    task_source,
)

TODAY = date(2025, 3, 10)
SUNDAY = DayOff(working_day_before=date(2025, 3, 14))


def a_task(**fields: Any) -> Task:
    defaults: dict[str, Any] = {
        "key": "badges",
        "kind": TaskKind.BADGES,
        "day": date(2025, 3, 16),
        "state": TaskState.DUE_SOON,
    }
    return Task(**(defaults | fields))


@pytest.mark.parametrize("kind", [*(usual.kind for usual in USUAL_TASKS), *MarkedDay])
def test_all_usual_work_has_a_name(kind: TaskKind | MarkedDay) -> None:
    task = a_task(kind=kind, paper="Kế hoạch")
    assert task_name(task) not in ("", "Kế hoạch")
    assert "16/03/2025" in task_sentence(task)


def test_what_only_the_plan_knows_has_the_name_of_the_paper() -> None:
    assert task_name(a_task(kind=TaskKind.OTHER, paper="Danh mục <b>")) == "Danh mục <b>"


def test_a_day_is_written_with_its_weekday() -> None:
    assert task_day(a_task()) == "Sunday, 16/03/2025"
    assert task_day(a_task(day=None)) == "no day yet"


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({}, ""),
        ({"day_off": SUNDAY}, "A weekend"),
        ({"day_off": SUNDAY, "use_by": date(2025, 3, 14)}, "A weekend. Use Friday, 14/03/2025."),
        (
            {"day_off": SUNDAY, "use_by": date(2025, 3, 7)},
            "A weekend. The working day before, Friday, 07/03/2025, is over.",
        ),
        (
            {"day_off": DayOff(holiday="Quốc khánh", working_day_before=None)},
            "Holiday: Quốc khánh",
        ),
        ({"day_off": SUNDAY, "state": TaskState.DONE}, ""),
        ({"day_off": SUNDAY, "state": TaskState.OVERDUE}, ""),
    ],
)
def test_a_day_off_is_said_with_the_day_to_use(fields: dict[str, Any], note: str) -> None:
    assert day_note(a_task(**fields), TODAY) == note


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"words": "trước 28/02", "clause": "III.5"}, "The plan says: trước 28/02 (III.5)"),
        ({"words": "trước 28/02"}, "The plan says: trước 28/02"),
        ({"clause": "III.5"}, "The plan says: III.5"),
        ({"usual_days": -30}, "Usually 30 days before the conference"),
        ({"usual_days": -1}, "Usually the day before the conference"),
        ({"usual_days": 5}, "Usually 5 days after the conference"),
        ({}, ""),
    ],
)
def test_it_is_said_where_a_day_comes_from(fields: dict[str, Any], source: str) -> None:
    assert task_source(a_task(**fields)) == source


@pytest.mark.parametrize(
    ("addressee", "route", "receiver"),
    [
        ("Sở Nội vụ", "văn bản", "To: Sở Nội vụ, by: văn bản"),
        ("Sở Nội vụ", "", "To: Sở Nội vụ"),
        ("", "văn bản", "By: văn bản"),
        ("", "", ""),
    ],
)
def test_it_is_said_to_whom_and_by_which_route(addressee: str, route: str, receiver: str) -> None:
    assert task_receiver(a_task(addressee=addressee, route=route)) == receiver


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"day": date(2025, 3, 8)}, "2 days overdue"),
        ({"day": date(2025, 3, 9)}, "1 day overdue"),
        ({"day": TODAY}, "Today"),
        ({"day": date(2025, 3, 11)}, "Tomorrow"),
        ({"day": date(2025, 3, 12)}, "In 2 days"),
        ({"day": None}, ""),
        ({"state": TaskState.DONE, "done_by": DoneBy.TICK}, "Done"),
        ({"state": TaskState.DONE, "done_by": DoneBy.ISSUE}, "Done: the plan is issued"),
        ({"state": TaskState.DONE, "done_by": DoneBy.HELD}, "The conference is over"),
        (
            {"state": TaskState.DONE, "done_by": DoneBy.HELD, "kind": MarkedDay.CONFERENCE},
            "Over",
        ),
    ],
)
def test_it_is_said_how_a_task_stands(fields: dict[str, Any], words: str) -> None:
    assert state_words(a_task(**fields), TODAY) == words


@pytest.mark.parametrize(
    ("kind", "state", "sentence"),
    [
        (TaskKind.BADGES, TaskState.AHEAD, "Print the badges: by 16/03/2025"),
        (TaskKind.BADGES, TaskState.OVERDUE, "Print the badges: was due on 16/03/2025"),
        (MarkedDay.CONFERENCE, TaskState.AHEAD, "Conference on 16/03/2025"),
        (MarkedDay.PREPARATORY, TaskState.AHEAD, "Preparatory session on 16/03/2025"),
        (MarkedDay.WINDOW_END, TaskState.AHEAD, "To be held by 16/03/2025"),
        (
            MarkedDay.WINDOW_END,
            TaskState.OVERDUE,
            "Should have been held by 16/03/2025; no day is chosen",
        ),
    ],
)
def test_the_home_page_says_what_is_next(
    kind: TaskKind | MarkedDay, state: TaskState, sentence: str
) -> None:
    assert task_sentence(a_task(kind=kind, state=state)) == sentence


def test_of_a_task_without_a_day_only_the_name_is_said() -> None:
    assert task_sentence(a_task(day=None)) == "Print the badges"


@pytest.mark.parametrize(
    ("overdue", "due_soon", "sentence"),
    [
        (2, 1, "2 việc quá hạn, 1 việc sắp đến hạn"),
        (2, 0, "2 việc quá hạn"),
        (0, 1, "1 việc sắp đến hạn"),
        (0, 0, ""),
    ],
)
def test_the_tasks_that_press_are_counted(overdue: int, due_soon: int, sentence: str) -> None:
    speak(Language.VIETNAMESE)
    assert pressing_sentence(Pressing(overdue, due_soon)) == sentence
