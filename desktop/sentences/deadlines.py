"""What the home page says of a conference's next deadline."""

from __future__ import annotations

from desktop.language import tr
from desktop.rules.deadlines import Deadline, DeadlineCode
from desktop.sentences.shown import shown_day


def deadline_sentence(deadline: Deadline) -> str:
    """Say what happens on which day."""
    day = shown_day(deadline.day)
    match deadline.code:
        case DeadlineCode.CONFERENCE:
            return tr("Conference on {day}", day=day)
        case DeadlineCode.WINDOW_CLOSES:
            return tr("To be held by {day}", day=day)
        case DeadlineCode.WINDOW_CLOSED:
            return tr("Should have been held by {day}; no day is chosen", day=day)
        case DeadlineCode.PAPER_DUE:
            paper = deadline.params["paper"]
            return tr("{paper} due on {day}", paper=paper, day=day)
