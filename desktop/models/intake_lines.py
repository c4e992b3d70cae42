"""What is on a stick, a line for each bundle, before and after anything was written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.language import tr
from desktop.models.marks import Mark
from desktop.models.told_rows import Told, ToldRows


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


def found_rows(parent: QObject | None = None) -> ToldRows[IntakeLine]:
    """Make the table of what was found."""
    return ToldRows(
        (
            Told(tr("From"), lambda one: one.sender or tr("unknown"), tip=lambda one: one.path),
            Told(tr("Conference"), lambda one: one.conference),
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
            Told(tr("From"), lambda one: one.sender or tr("unknown"), tip=lambda one: one.path),
            Told(tr("Hand-over"), lambda one: one.number, is_number=True),
            Told(tr("What became of it"), lambda one: one.happens, mark=lambda one: one.mark),
            Told(tr("Check code for the telephone"), lambda one: one.code),
        ),
        parent,
    )
