"""What the desk's home shows: the offices as lines, counted by how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.handoff.office_states import OfficeState, Standing
from desktop.language import tr
from desktop.models.marks import Mark
from desktop.sentences.offices import (
    deadlines_sentence,
    missing_sentence,
    standing_name,
    standing_tip,
    standing_words,
)
from desktop.sentences.shown import shown_day

MISSING = "missing"  # whatever the day
_MARKS = {
    Standing.OVERDUE: Mark.WRONG,
    Standing.FORK: Mark.WRONG,
    Standing.RETURNED: Mark.DOUBT,
    Standing.AGAIN: Mark.DOUBT,
    Standing.AWAITED: Mark.SET_ASIDE,
    Standing.LATE: Mark.SHORT,
    Standing.ON_TIME: Mark.FINE,
    Standing.RECEIVED: Mark.FINE,
}
_NOTHING_CAME = frozenset({Standing.OVERDUE, Standing.AWAITED})


@dataclass(frozen=True)
class OfficeLine:
    """One office in words.

    Attributes:
        parent: key of the office above; empty for one right below the desk.
        cells: the texts after the name, how it stands first.
        kinds: by which the lines are filtered.
    """

    key: str
    name: str
    parent: str = ""
    cells: tuple[str, ...] = ()
    mark: Mark | None = None
    tip: str = ""
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Overview:
    """All of it.

    Attributes:
        counts: kinds of lines with their names and how many there are; the empty one is all.
    """

    headline: str
    headline_role: str
    deadlines: str
    lines: tuple[OfficeLine, ...]
    counts: tuple[tuple[str, str, int], ...]


def titles() -> tuple[str, ...]:
    """Title the columns after the name."""
    return (
        tr("How it stands"),
        tr("Deadline"),
        tr("Arrived"),
        tr("Hand-over"),
        tr("Delegates"),
        tr("Conference"),
    )


def overview(states: Sequence[OfficeState], today: date) -> Overview:
    """Put the offices into words."""
    is_pressing = any(one.standing is Standing.OVERDUE for one in states)
    is_waiting = any(one.standing is Standing.AWAITED for one in states)
    role = "binding" if is_pressing else "advisory" if is_waiting else "fine"
    missing = sum(one.standing in _NOTHING_CAME for one in states)
    by_standing = (
        (str(standing), standing_name(standing), sum(one.standing is standing for one in states))
        for standing in Standing
        if standing not in _NOTHING_CAME
    )
    overdue = sum(one.standing is Standing.OVERDUE for one in states)
    return Overview(
        headline=missing_sentence(states),
        headline_role=role,
        deadlines=deadlines_sentence(states, today),
        lines=tuple(_line(one, today) for one in states),
        counts=(
            ("", tr("All"), len(states)),
            (MISSING, tr("Not handed over"), missing),
            (str(Standing.OVERDUE), standing_name(Standing.OVERDUE), overdue),
            *by_standing,
        ),
    )


def _line(state: OfficeState, today: date) -> OfficeLine:
    bundle = state.bundle
    kinds = {str(state.standing)}
    if state.standing in _NOTHING_CAME:
        kinds.add(MISSING)
    return OfficeLine(
        key=state.key,
        name=state.name,
        parent=state.parent,
        cells=(
            standing_words(state, today),
            shown_day(state.due) if state.due is not None else "",
            shown_day(state.arrived) if state.arrived is not None else "",
            str(bundle.number) if bundle is not None else "",
            str(bundle.people) if bundle is not None else "",
            bundle.title if bundle is not None else "",
        ),
        mark=_MARKS[state.standing],
        tip=standing_tip(state),
        kinds=frozenset(kinds),
    )
