"""How the offices below a desk stand, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.handoff.office_states import OfficeState, Standing
from desktop.language import tr
from desktop.sentences.shown import shown_day

_NAMED_AT_MOST = 6

_NAMES: Mapping[Standing, Callable[[], str]] = {
    Standing.OVERDUE: lambda: tr("Overdue"),
    Standing.FORK: lambda: tr("One number, two contents"),
    Standing.RETURNED: lambda: tr("Returned"),
    Standing.AGAIN: lambda: tr("Mended, to look at"),
    Standing.AWAITED: lambda: tr("Nothing yet"),
    Standing.LATE: lambda: tr("Received late"),
    Standing.ON_TIME: lambda: tr("Received in time"),
    Standing.RECEIVED: lambda: tr("Received"),
}


def standing_name(standing: Standing) -> str:
    """Name how an office stands."""
    return _NAMES[standing]()


def standing_words(state: OfficeState, today: date) -> str:
    """Say how an office stands, with the days where they say more."""
    name = standing_name(state.standing)
    if state.standing is Standing.OVERDUE and state.due is not None:
        return tr("✖ {name}, {days} days", name=name, days=(today - state.due).days)
    if state.standing is Standing.AWAITED and state.due is not None:
        days = (state.due - today).days
        return tr("○ {name}, {days} days left", name=name, days=days)
    if state.standing is Standing.LATE:
        return tr("✔ {name}, {days} days", name=name, days=state.days_late)
    if state.standing in (Standing.FORK, Standing.RETURNED, Standing.AGAIN):
        return f"! {name}"
    return f"✔ {name}" if state.bundle is not None else f"○ {name}"


def standing_tip(state: OfficeState) -> str:
    """Say what was asked for, what came, and what is to be done about it."""
    said = []
    if state.due is not None:
        said.append(
            tr("The plan wants “{paper}” by {day}.", paper=state.paper, day=shown_day(state.due))
        )
    if state.bundle is not None:
        said.append(
            tr(
                "“{title}”, number {number}, sealed on {day}.",
                title=state.bundle.title,
                number=state.bundle.number,
                day=shown_day(state.bundle.sealed_on),
            )
        )
    if state.conferences > 1:
        said.append(tr("It handed over {count} conferences.", count=state.conferences))
    if state.standing in _TO_DO:
        said.append(_TO_DO[state.standing]())
    return " ".join(said)


_TO_DO: Mapping[Standing, Callable[[], str]] = {
    Standing.OVERDUE: lambda: tr("Ring the office up."),
    Standing.FORK: lambda: tr(
        "Ask the office which of the two it means, and choose it in the consolidated view."
    ),
    Standing.RETURNED: lambda: tr("It waits for the office to mend it and hand it over again."),
    Standing.AGAIN: lambda: tr("Look at what was changed, then accept it or return it again."),
}


def missing_sentence(states: Sequence[OfficeState]) -> str:
    """Say who is missing, the overdue ones by name; empty where nobody reports here."""
    if not states:
        return ""
    overdue = [one.name for one in states if one.standing is Standing.OVERDUE]
    awaited = sum(one.standing is Standing.AWAITED for one in states)
    if overdue:
        named = ", ".join(overdue[:_NAMED_AT_MOST])
        left = len(overdue) - _NAMED_AT_MOST
        if left > 0:
            named = tr("{names} and {count} more", names=named, count=left)
        return tr(
            "{count} of {total} offices are overdue: {names}.",
            count=len(overdue),
            total=len(states),
            names=named,
        )
    if awaited:
        return tr(
            "{count} of {total} offices have handed nothing over yet; none is overdue.",
            count=awaited,
            total=len(states),
        )
    return tr("All {total} offices have handed over.", total=len(states))


def deadlines_sentence(states: Sequence[OfficeState], today: date) -> str:
    """Say the deadlines that are still to come, the nearest first; empty where there is none."""
    days = sorted({(one.due, one.paper) for one in states if one.due and one.due >= today})
    return "  ·  ".join(
        tr(
            "{day} (in {days} days): {paper}",
            day=shown_day(day),
            days=(day - today).days,
            paper=paper,
        )
        for day, paper in days[:2]
    )
