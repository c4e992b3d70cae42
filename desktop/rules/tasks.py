"""What is to be done for a conference, by which day: the plan's deadlines and the usual work.

Days are counted back from the conference, from another event, or are the plan's own dates. A day
on which offices are closed is pointed out with the working day before it, and never moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from db.records import Conference, SessionKind
from desktop.rules.deadlines import CountedDays, dated_kinds
from desktop.rules.effective import exceptions_of, level_of
from desktop.rules.pack import Appraisal, Level, RulePack
from desktop.rules.pack_event import TaskKind
from desktop.rules.windows import EventWindow, Window
from desktop.rules.working_days import DayOff, day_off

DUE_SOON_DAYS = 7


class UsualTask(Struct, frozen=True):
    """Work that every office has, and when it is usually done.

    Attributes:
        days: from the conference, negative before it; the plan's own deadline goes before.
        is_sent: whether something has to reach someone, who is not there on a day off.
    """

    kind: TaskKind
    days: int
    is_sent: bool = True


USUAL_TASKS = (
    UsualTask(TaskKind.APPRAISAL, -45),  # of pilots only; before the plan is issued
    UsualTask(TaskKind.PLAN, -30),
    UsualTask(TaskKind.DECISION, -25),
    UsualTask(TaskKind.NAME_LIST, -15),
    UsualTask(TaskKind.INVITATIONS, -10),
    UsualTask(TaskKind.BADGES, -5, is_sent=False),
    UsualTask(TaskKind.REHEARSAL, -1, is_sent=False),
    UsualTask(TaskKind.REPORT, 5),
)


class MarkedDay(StrEnum):
    """A day of the list that is no work to be ticked off."""

    CONFERENCE = "conference"
    PREPARATORY = "preparatory"
    WINDOW_END = "window-end"  # the last day the plan allows, while none is chosen


class TaskState(StrEnum):
    """How a task stands today."""

    DONE = "done"
    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    AHEAD = "ahead"


class DoneBy(StrEnum):
    """Why a task counts as done."""

    TICK = "tick"  # the officer said so
    ISSUE = "issue"  # the plan has its number and date
    HELD = "held"  # the day is over, and with it what prepared for it


class Task(Struct, frozen=True, kw_only=True):
    """One thing to do by a day.

    Attributes:
        key: what `Conference.done_tasks` holds; it stays when the day moves.
        day: the last one, included; None while it hangs on a day that is not known.
        paper: as the plan names it; empty for the usual work.
        usual_days: from the conference, where the program proposes the day and not the plan.
        day_off: why offices are closed on the day, if they are.
        use_by: the working day before it, for what has to reach someone.
    """

    key: str
    kind: TaskKind | MarkedDay
    day: date | None
    state: TaskState = TaskState.AHEAD
    done_by: DoneBy | None = None
    paper: str = ""
    clause: str = ""
    words: str = ""
    addressee: str = ""
    route: str = ""
    usual_days: int | None = None
    day_off: DayOff | None = None
    use_by: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.state is not TaskState.DONE

    @property
    def can_be_ticked(self) -> bool:
        """Whether it is the officer who says that it is done."""
        return isinstance(self.kind, TaskKind) and self.done_by in (None, DoneBy.TICK)


class Pressing(Struct, frozen=True):
    """How many tasks press."""

    overdue: int = 0
    due_soon: int = 0


def task_list(conference: Conference, pack: RulePack | None, today: date) -> tuple[Task, ...]:
    """List what is to be done, by day; what has no day yet comes last."""
    level = level_of(conference, pack)
    days = CountedDays(conference, level)
    tasks = [
        *_marked_days(conference, level, days),
        *_usual_tasks(level, days, _appraisal_of(conference, pack)),
        *_other_deadlines(level, days),
    ]
    judged = (_judged(task, conference, days, today) for task in tasks)
    return tuple(sorted(judged, key=lambda task: (task.day is None, task.day or date.max)))


def next_task(tasks: Iterable[Task]) -> Task | None:
    """Pick the open task that presses most: the one longest overdue, else the next one."""
    return next((task for task in tasks if task.is_open and task.day is not None), None)


def pressing(tasks: Iterable[Task]) -> Pressing:
    """Count the tasks that are overdue or due soon; the day of the conference is no task."""
    states = [
        task.state
        for task in tasks
        if task.kind not in (MarkedDay.CONFERENCE, MarkedDay.PREPARATORY)
    ]
    return Pressing(states.count(TaskState.OVERDUE), states.count(TaskState.DUE_SOON))


def _usual_tasks(
    level: Level | None, days: CountedDays, appraisal: Appraisal | None
) -> Iterator[Task]:
    dated = dated_kinds(level)
    for usual in USUAL_TASKS:
        task = Task(
            key=usual.kind.value,
            kind=usual.kind,
            day=days.counted(usual.days),
            usual_days=usual.days,
        )
        if usual.kind is TaskKind.APPRAISAL:
            if appraisal is None:
                continue
            task = replace(
                task,
                clause=appraisal.clause,
                words=appraisal.words,
                addressee=appraisal.addressee,
            )
        rule = dated.get(usual.kind)
        yield (
            task
            if rule is None
            else replace(
                task,
                day=days.due(rule),
                usual_days=None,
                paper=rule.paper,
                clause=rule.clause or task.clause,
                words=rule.words or task.words,
                addressee=rule.addressee or task.addressee,
                route=rule.route,
            )
        )


def _other_deadlines(level: Level | None, days: CountedDays) -> Iterator[Task]:
    """Give the plan's deadlines that date none of the usual tasks."""
    dated = dated_kinds(level)
    for rule in level.deadlines if level is not None else ():
        if rule.task is TaskKind.APPRAISAL or dated.get(rule.task) is rule:
            continue
        yield Task(
            key=f"deadline-{rule.id}",
            kind=TaskKind.OTHER,
            day=days.due(rule),
            paper=rule.paper,
            clause=rule.clause,
            words=rule.words,
            addressee=rule.addressee,
            route=rule.route,
        )


def _appraisal_of(conference: Conference, pack: RulePack | None) -> Appraisal | None:
    level = pack.level(conference.level_id) if pack is not None else None
    for exception in exceptions_of(conference, level) if level is not None else ():
        if exception.appraisal is not None:
            clause = exception.appraisal.clause or exception.clause
            return replace(exception.appraisal, clause=clause)
    return None


def _marked_days(conference: Conference, level: Level | None, days: CountedDays) -> Iterator[Task]:
    kinds = {
        SessionKind.MAIN: MarkedDay.CONFERENCE,
        SessionKind.PREPARATORY: MarkedDay.PREPARATORY,
    }
    seen = set()
    for session in conference.sessions:
        place = (session.kind, session.day)
        if session.day is not None and place not in seen:
            seen.add(place)
            yield Task(key=f"session-{session.id}", kind=kinds[session.kind], day=session.day)
    if level is None or days.first is not None:
        return
    for number, window in enumerate(level.windows, start=1):
        last = _last_day(window, days)
        if last is not None:
            yield Task(
                key=f"window-{number}",
                kind=MarkedDay.WINDOW_END,
                day=last,
                clause=window.clause,
                words=window.words,
            )


def _last_day(window: Window, days: CountedDays) -> date | None:
    if not isinstance(window, EventWindow):
        return window.span().last
    other = days.event(window.event)
    return window.span_beside(other).last if other is not None else None


def _judged(task: Task, conference: Conference, days: CountedDays, today: date) -> Task:
    """Say how a task stands today."""
    closed = day_off(task.day) if task.day is not None else None
    use_by = closed.working_day_before if closed is not None and _is_sent(task) else None
    done_by = _done_by(task, conference, days, today)
    urgent_from = use_by or task.day
    if done_by is not None:
        state = TaskState.DONE
    elif task.day is None or urgent_from is None:
        state = TaskState.AHEAD
    elif task.day < today:
        state = TaskState.OVERDUE
    elif (urgent_from - today).days <= DUE_SOON_DAYS:
        state = TaskState.DUE_SOON
    else:
        state = TaskState.AHEAD
    return replace(task, state=state, done_by=done_by, day_off=closed, use_by=use_by)


def _is_sent(task: Task) -> bool:
    if isinstance(task.kind, MarkedDay):
        return False
    return next((usual.is_sent for usual in USUAL_TASKS if usual.kind is task.kind), True)


def _done_by(task: Task, conference: Conference, days: CountedDays, today: date) -> DoneBy | None:
    is_issued = conference.number is not None and conference.issued_on is not None
    if task.key == TaskKind.PLAN and is_issued:
        return DoneBy.ISSUE
    if task.key in conference.done_tasks and isinstance(task.kind, TaskKind):
        return DoneBy.TICK
    if task.kind in (MarkedDay.CONFERENCE, MarkedDay.PREPARATORY):
        return DoneBy.HELD if task.day is not None and task.day < today else None
    is_over = days.last is not None and days.last < today
    prepares = (task.usual_days or 0) < 0 and task.kind is not TaskKind.APPRAISAL
    return DoneBy.HELD if is_over and prepares else None
