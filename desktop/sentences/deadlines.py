"""What the home page says of a conference's next deadline."""

from __future__ import annotations

from datetime import date

from desktop.language import tr
from desktop.rules.deadlines import Deadline, DeadlineCode
from desktop.sentences.shown import shown_day


def deadline_sentence(deadline: Deadline, today: date) -> str:
    """Say what happens when, and how far off it is."""
    when = _when(deadline.day, today)
    day = shown_day(deadline.day)
    match deadline.code:
        case DeadlineCode.CONFERENCE:
            return tr("Conference on {day} ({when})", day=day, when=when)
        case DeadlineCode.WINDOW_CLOSES:
            return tr("To be held by {day} ({when})", day=day, when=when)
        case DeadlineCode.WINDOW_CLOSED:
            return tr("Should have been held by {day}; no day is chosen", day=day)
        case DeadlineCode.PAPER_DUE:
            paper = deadline.params["paper"]
            return tr("{paper} due on {day} ({when})", paper=paper, day=day, when=when)


def _when(day: date, today: date) -> str:
    days = (day - today).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("tomorrow")
    return tr("in {days} days", days=days)
