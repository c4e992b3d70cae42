"""What is on a stick, a line for each bundle, before and after anything was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.handoff.intake import IntakeRow, IntakeState
from desktop.language import tr
from desktop.models.marks import Mark
from desktop.models.told_rows import Told, ToldRows
from desktop.sentences.intake import intake_happens, intake_outcome, intake_state_name

_MARKS = {
    IntakeState.NEW: Mark.FINE,
    IntakeState.NEWER: Mark.FINE,
    IntakeState.OLDER: Mark.SET_ASIDE,
    IntakeState.SAME: Mark.SET_ASIDE,
    IntakeState.FORK: Mark.DOUBT,
    IntakeState.UNKNOWN_SENDER: Mark.DOUBT,
    IntakeState.OWN: Mark.SET_ASIDE,
    IntakeState.FROM_ABOVE: Mark.SET_ASIDE,
    IntakeState.NOT_FOR_US: Mark.SET_ASIDE,
    IntakeState.BROKEN: Mark.WRONG,
}


@dataclass(frozen=True)
class IntakeLine:
    """One bundle, in words.

    Attributes:
        path: of the file.
        standing: new, same, newer, a fork, not for us, broken.
        happens: what will be done with it, or was, and why.
        fingerprint: of a sender never met; empty for one who is known.
        is_good: it is taken over.
        code: the check code of its receipt.
    """

    path: str
    sender: str = ""
    conference: str = ""
    number: str = ""
    standing: str = ""
    happens: str = ""
    mark: Mark | None = None
    fingerprint: str = ""
    is_good: bool = False
    code: str = ""


def found_line(row: IntakeRow) -> IntakeLine:
    """Say what was found, and what will happen with it."""
    told = row.told
    is_unknown = row.state is IntakeState.UNKNOWN_SENDER and told is not None
    return IntakeLine(
        path=row.path,
        sender=told.sender.name if told is not None else "",
        conference=told.title if told is not None else "",
        number=str(told.number) if told is not None else "",
        standing=intake_state_name(row.state),
        happens=intake_happens(row),
        mark=_MARKS[row.state],
        fingerprint=told.sender.fingerprint() if is_unknown and told is not None else "",
        is_good=row.is_good,
    )


def taken_line(row: IntakeRow, code: str) -> IntakeLine:
    """Say what became of it, with the check code of its receipt."""
    is_taken = row.bundle_id is not None
    return replace(
        found_line(row),
        happens=intake_outcome(row),
        mark=_MARKS[row.state] if not is_taken or row.state is IntakeState.FORK else Mark.FINE,
        is_good=is_taken,
        code=code,
    )


def _from(one: IntakeLine) -> str:
    return "\n".join(filter(None, (_sender(one), one.conference)))


def _sender(one: IntakeLine) -> str:
    """Name the sender, or where the file lies that does not say it."""
    path = Path(one.path)
    return one.sender or tr("unknown: {file}", file=f"{path.parent.name}/{path.name}")


def found_rows(parent: QObject | None = None) -> ToldRows[IntakeLine]:
    """Make the table of what was found."""
    return ToldRows(
        (
            Told(tr("From"), _from, tip=lambda one: one.path),
            Told(tr("Hand-over"), lambda one: one.number, is_number=True),
            Told(tr("What it is"), lambda one: one.standing, mark=lambda one: one.mark),
            Told(tr("What happens with it"), lambda one: one.happens),
        ),
        parent,
    )


def taken_rows(parent: QObject | None = None) -> ToldRows[IntakeLine]:
    """Make the table of what became of it."""
    return ToldRows(
        (
            Told(tr("From"), _sender, tip=lambda one: one.path),
            Told(tr("Hand-over"), lambda one: one.number, is_number=True),
            Told(tr("What became of it"), lambda one: one.happens, mark=lambda one: one.mark),
            Told(tr("Check code for the telephone"), lambda one: one.code),
        ),
        parent,
    )
