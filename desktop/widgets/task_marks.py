"""How a task's state is seen: a sign, because ink alone is not seen by everybody, and an ink."""

from __future__ import annotations

from desktop.rules.tasks import Pressing, TaskState
from desktop.widgets.palettes import Colour

_SIGNS = {TaskState.OVERDUE: "✖", TaskState.DUE_SOON: "▲", TaskState.DONE: "✓"}
_INKS = {
    TaskState.OVERDUE: Colour.BINDING,
    TaskState.DUE_SOON: Colour.ADVISORY,
    TaskState.DONE: Colour.MUTED,
}


def signed(state: TaskState, words: str) -> str:
    """Put the sign of a state before words."""
    return f"{_SIGNS[state]} {words}" if state in _SIGNS else words


def state_ink(state: TaskState) -> Colour:
    """Give the ink of a state."""
    return _INKS.get(state, Colour.INK)


def pressing_role(counts: Pressing) -> str:
    """Name the theme's role for a line about tasks that press."""
    return "binding" if counts.overdue else "advisory"
