"""What is said of tasks: their names, their days, how they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desktop.language import tr
from desktop.rules.pack_event import TaskKind
from desktop.rules.tasks import DoneBy, MarkedDay, Pressing, Task, TaskState
from desktop.sentences.shown import shown_day, weekday_name

_NAMES: Mapping[TaskKind | MarkedDay, Callable[[], str]] = {
    TaskKind.PLAN: lambda: tr("Send the plan up"),
    TaskKind.DECISION: lambda: tr("Decide on the organising committee"),
    TaskKind.NAME_LIST: lambda: tr("Close and send the list of delegates"),
    TaskKind.APPRAISAL: lambda: tr("Have the plan appraised"),
    TaskKind.INVITATIONS: lambda: tr("Send the invitations"),
    TaskKind.BADGES: lambda: tr("Print the badges"),
    TaskKind.REHEARSAL: lambda: tr("Rehearse"),
    TaskKind.REPORT: lambda: tr("Report the results"),
    MarkedDay.CONFERENCE: lambda: tr("Day of the conference"),
    MarkedDay.PREPARATORY: lambda: tr("Preparatory session"),
    MarkedDay.WINDOW_END: lambda: tr("Last day to hold the conference"),
}


def task_name(task: Task) -> str:
    """Name what is to be done."""
    return _NAMES[task.kind]() if task.kind in _NAMES else task.paper


def task_day(task: Task) -> str:
    """Write a task's day with its weekday."""
    return tr("no day yet") if task.day is None else _weekday_and_day(task.day)


def day_note(task: Task, today: date) -> str:
    """Point out that offices are closed on the day, and the working day to use instead."""
    if task.day_off is None or task.state in (TaskState.DONE, TaskState.OVERDUE):
        return ""
    holiday = task.day_off.holiday
    reason = tr("Holiday: {holiday}", holiday=holiday) if holiday else tr("A weekend")
    if task.use_by is None:
        return reason
    before = _weekday_and_day(task.use_by)
    if task.use_by < today:
        return tr("{reason}. The working day before, {day}, is over.", reason=reason, day=before)
    return tr("{reason}. Use {day}.", reason=reason, day=before)


def task_source(task: Task) -> str:
    """Say where a task's day comes from: the plan with its clause, or what is usual."""
    days = task.usual_days
    if task.words or task.clause:
        both = f"{task.words} ({task.clause})" if task.words and task.clause else ""
        return tr("The plan says: {words}", words=both or task.words or task.clause)
    if days is None:
        return ""
    if days == -1:
        return tr("Usually the day before the conference")
    if days < 0:
        return tr("Usually {days} days before the conference", days=-days)
    return tr("Usually {days} days after the conference", days=days)


def task_receiver(task: Task) -> str:
    """Say to whom something goes, and by which route; empty where the plan says neither."""
    if task.addressee and task.route:
        return tr("To: {addressee}, by: {route}", addressee=task.addressee, route=task.route)
    if task.addressee:
        return tr("To: {addressee}", addressee=task.addressee)
    return tr("By: {route}", route=task.route) if task.route else ""


def state_words(task: Task, today: date) -> str:
    """Say how a task stands."""
    if task.state is TaskState.DONE:
        return _done_words(task)
    if task.day is None:
        return ""
    days = (task.day - today).days
    if days < 0:
        return tr("1 day overdue") if days == -1 else tr("{days} days overdue", days=-days)
    if days <= 1:
        return tr("Tomorrow") if days else tr("Today")
    return tr("In {days} days", days=days)


def task_sentence(task: Task) -> str:
    """Say what is to be done by which day, on the home page."""
    if task.day is None:
        return task_name(task)
    day = shown_day(task.day)
    is_overdue = task.state is TaskState.OVERDUE
    if isinstance(task.kind, MarkedDay):
        return _marked_day(task.kind, day, is_overdue=is_overdue)
    if is_overdue:
        return tr("{task}: was due on {day}", task=task_name(task), day=day)
    return tr("{task}: by {day}", task=task_name(task), day=day)


def pressing_sentence(counts: Pressing) -> str:
    """Say how many tasks press; empty where none does."""
    overdue, due_soon = counts.overdue, counts.due_soon
    if overdue and due_soon:
        return tr(
            "Tasks overdue: {overdue}, due soon: {due_soon}", overdue=overdue, due_soon=due_soon
        )
    if overdue:
        return tr("Tasks overdue: {overdue}", overdue=overdue)
    return tr("Tasks due soon: {due_soon}", due_soon=due_soon) if due_soon else ""


def _marked_day(kind: MarkedDay, day: str, *, is_overdue: bool) -> str:
    if kind is MarkedDay.CONFERENCE:
        return tr("Conference on {day}", day=day)
    if kind is MarkedDay.PREPARATORY:
        return tr("Preparatory session on {day}", day=day)
    if is_overdue:
        return tr("Should have been held by {day}; no day is chosen", day=day)
    return tr("To be held by {day}", day=day)


def _done_words(task: Task) -> str:
    if task.done_by is DoneBy.ISSUE:
        return tr("Done: the plan is issued")
    if task.done_by is DoneBy.HELD:
        return tr("Over") if isinstance(task.kind, MarkedDay) else tr("The conference is over")
    return tr("Done")


def _weekday_and_day(day: date) -> str:
    return f"{weekday_name(day)}, {shown_day(day)}"
