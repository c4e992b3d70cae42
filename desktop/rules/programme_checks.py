"""Required items of the programme, their order, and the time they take."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from db.records import ProgrammeItem, WizardStep
from desktop.rules.case import Case, weight
from desktop.rules.findings import Finding, FindingCode, Severity
from desktop.rules.fulfilment import with_keys
from desktop.rules.pack_event import ProgrammeRule
from desktop.rules.texts import fill
from desktop.rules.timetable import session_minutes


def check_programme(case: Case) -> Iterator[Finding]:
    """Hold the programme against the plan's items and the half-days there are."""
    if case.level is not None:
        rule = case.level.programme
        programme = with_keys(case.conference.programme, rule, case.values)
        yield from _missing_items(case, programme, rule)
        if rule.is_ordered:
            yield from _misplaced_items(programme, rule)
    for item in case.conference.programme:
        if not item.title.strip():
            yield Finding(
                code=FindingCode.PROGRAMME_ITEM_UNTITLED,
                severity=Severity.ADVISORY,
                step=WizardStep.PROGRAMME,
                field=f"programme:{item.id}",
            )
    yield from _overruns(case)


def _missing_items(
    case: Case, programme: Sequence[ProgrammeItem], rule: ProgrammeRule
) -> Iterator[Finding]:
    present = {item.required_key for item in programme}
    for wanted in rule.items:
        if wanted.is_required and wanted.key not in present:
            yield Finding(
                code=FindingCode.PROGRAMME_ITEM_MISSING,
                severity=weight(is_binding=rule.is_binding),
                step=WizardStep.PROGRAMME,
                field="programme",
                clause=rule.clause,
                params={"key": wanted.key, "title": fill(wanted.title, case.values)},
            )


def _misplaced_items(programme: Sequence[ProgrammeItem], rule: ProgrammeRule) -> Iterator[Finding]:
    """Point out the fewest items whose moving would put all in order."""
    ranks = {item.key: rank for rank, item in enumerate(rule.items) if item.is_ordered}
    known = [item for item in programme if item.required_key in ranks]
    settled = _longest_ordered([ranks[item.required_key] for item in known])
    kept = [known[place] for place in sorted(settled)]
    for place, item in enumerate(known):
        if place in settled:
            continue
        rank = ranks[item.required_key]
        earlier = [other for other in kept if ranks[other.required_key] <= rank]
        later = [other for other in kept if ranks[other.required_key] > rank]
        yield Finding(
            code=FindingCode.PROGRAMME_ITEM_MISPLACED,
            severity=weight(is_binding=rule.is_binding),
            step=WizardStep.PROGRAMME,
            field=f"programme:{item.id}",
            clause=rule.clause,
            params={
                "key": item.required_key,
                "title": item.title,
                "after": earlier[-1].title if earlier else "",
                "before": later[0].title if later else "",
            },
        )


def _longest_ordered(ranks: Sequence[int]) -> frozenset[int]:
    """Find the places of a longest run that never falls, by patience sorting."""
    tails: list[int] = []  # the smallest rank that ends a run of each length
    ends: list[int] = []  # and its place
    previous: list[int] = []
    for place, rank in enumerate(ranks):
        length = bisect_right(tails, rank)
        previous.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [rank]
        ends[length : length + 1] = [place]
    places: list[int] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        places.append(place)
        place = previous[place]
    return frozenset(places)


def _overruns(case: Case) -> Iterator[Finding]:
    rule = case.level.sessions if case.level is not None else None
    sessions = case.main_sessions
    if rule is None or not sessions:
        return
    minutes_of = session_minutes(case.conference.programme, case.conference.sessions)
    for session in sessions:
        minutes = minutes_of[session.id]
        if minutes > rule.half_day_minutes:
            yield Finding(
                code=FindingCode.PROGRAMME_OVERRUN,
                severity=Severity.ADVISORY,
                step=WizardStep.PROGRAMME,
                field="programme",
                clause=rule.clause,
                params={
                    "minutes": minutes,
                    "limit": rule.half_day_minutes,
                    "over": minutes - rule.half_day_minutes,
                    "words": rule.words,
                },
            )
