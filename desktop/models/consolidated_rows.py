"""The tables of the consolidated view: a row for each paper, finding, group, pair and award."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from db.records import Decision
from desktop.handoff.consolidation.consolidate import Consolidation, OfficeAward
from desktop.handoff.consolidation.deliveries import Delivery, DeliveryState
from desktop.handoff.consolidation.figures import OfficeFigures, OfficeLine
from desktop.handoff.consolidation.same_person import SamePerson
from desktop.handoff.office_states import Standing
from desktop.language import tr
from desktop.models.marks import Mark
from desktop.models.told_rows import Told, ToldRows
from desktop.people.names import text_key
from desktop.rules.findings import Finding, Severity
from desktop.sentences.desk_view import (
    delivery_words,
    difference_lines,
    listed_words,
    same_reasons,
)
from desktop.sentences.findings import finding_sentence
from desktop.sentences.offices import standing_name
from desktop.sentences.shown import shown_day

_LAST_DAY = date.max
_STATE_MARKS = {
    DeliveryState.RETURNED: Mark.DOUBT,
    DeliveryState.MISSING: Mark.WRONG,
    DeliveryState.INCOMPLETE: Mark.WRONG,
    DeliveryState.LATE: Mark.SHORT,
    DeliveryState.AWAITED: Mark.SET_ASIDE,
    DeliveryState.ON_TIME: Mark.FINE,
    DeliveryState.RECEIVED: Mark.FINE,
}


@dataclass(frozen=True)
class DeliveryRow:
    """One paper of one office."""

    line: OfficeLine
    delivery: Delivery


@dataclass(frozen=True)
class FindingRow:
    """One finding of the plan's rules at one office, and what was decided about it."""

    line: OfficeLine
    finding: Finding
    decision: Decision | None


@dataclass(frozen=True)
class PlacesRow:
    """Places of one office, and how many of them are used."""

    line: OfficeLine
    what: str
    given: int | None
    used: int
    alternates: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """One thing that an office changed since its number before."""

    line: OfficeLine
    what: str
    text: str


@dataclass(frozen=True)
class TwinRow:
    """People of several offices who may be one, and what was decided of them: same, different."""

    pair: SamePerson
    decided: str = ""


SAME, DIFFERENT = "same", "different"


def _is_fork(row: DeliveryRow) -> bool:
    return row.line.figures is not None and row.line.figures.is_fork


def _delivery_words(row: DeliveryRow) -> str:
    words = delivery_words(row.delivery)
    return f"{standing_name(Standing.FORK)}\n{words}" if _is_fork(row) else words


def delivery_rows() -> ToldRows[DeliveryRow]:
    """Make the table of offices and deadlines."""
    return ToldRows(
        (
            Told(tr("Office"), lambda row: _name(row.line), key=lambda row: _key(row.line)),
            Told(tr("Paper"), lambda row: row.delivery.paper or tr("Conference")),
            Told(
                tr("Deadline"),
                lambda row: _day(row.delivery.due),
                key=lambda row: row.delivery.due or _LAST_DAY,
            ),
            Told(
                tr("Arrived"),
                lambda row: _day(row.delivery.came_on),
                key=lambda row: row.delivery.came_on or _LAST_DAY,
            ),
            Told(
                tr("State"),
                _delivery_words,
                mark=lambda row: Mark.DOUBT if _is_fork(row) else _STATE_MARKS[row.delivery.state],
            ),
            Told(
                tr("Hand-over"),
                lambda row: str(row.line.figures.number) if row.line.figures else "",
                is_number=True,
                key=lambda row: row.line.figures.number if row.line.figures else 0,
            ),
            Told(tr("Conference"), lambda row: row.line.figures.title if row.line.figures else ""),
        )
    )


def deliveries_of(view: Consolidation) -> Iterator[DeliveryRow]:
    """List every paper of every office."""
    for line in view.offices:
        for delivery in line.deliveries:
            yield DeliveryRow(line, delivery)


def finding_rows() -> ToldRows[FindingRow]:
    """Make the table of findings, with overrides and their reasons."""
    return ToldRows(
        (
            Told(tr("Office"), lambda row: _name(row.line), key=lambda row: _key(row.line)),
            Told(
                tr("Weight"),
                lambda row: _weight(row.finding),
                mark=lambda row: _weight_mark(row.finding),
            ),
            Told(tr("What the plan says of it"), lambda row: finding_sentence(row.finding)),
            Told(
                tr("Allowed by, and why"),
                lambda row: _decided(row.decision),
                mark=lambda row: Mark.DOUBT if row.decision is not None else None,
            ),
        )
    )


def findings_of(view: Consolidation) -> Iterator[FindingRow]:
    """List every finding of every office that handed over."""
    for line, figures in _figures(view):
        decisions = {one.id: one for one in figures.decisions}
        for finding in figures.findings:
            yield FindingRow(line, finding, decisions.get(finding.decision_id))


def places_rows() -> ToldRows[PlacesRow]:
    """Make the table of places given and used."""
    return ToldRows(
        (
            Told(tr("Office"), lambda row: _name(row.line), key=lambda row: _key(row.line)),
            Told(tr("Places for"), lambda row: row.what),
            Told(
                tr("Given"),
                lambda row: "" if row.given is None else str(row.given),
                is_number=True,
                key=lambda row: -1 if row.given is None else row.given,
            ),
            Told(
                tr("Used"),
                lambda row: str(row.used),
                is_number=True,
                mark=_used_mark,
                key=lambda row: row.used,
            ),
            Told(tr("Alternates"), lambda row: row.alternates, is_number=True),
        )
    )


def places_of(view: Consolidation) -> Iterator[PlacesRow]:
    """List the places at the conference above first, then those of each office's own groups."""
    for line, figures in _figures(view):
        upper = figures.upper
        given = upper.alternates_given
        alternates = str(upper.alternates)
        if given is not None:
            alternates = tr("{used} of {given}", used=upper.alternates, given=given)
        yield PlacesRow(line, tr("The conference above"), upper.given, upper.used, alternates)
        for group in figures.groups:
            yield PlacesRow(line, group.name or tr("no group"), group.given, group.used)


def change_rows() -> ToldRows[ChangeRow]:
    """Make the table of what was changed since the number before."""
    return ToldRows(
        (
            Told(tr("Office"), lambda row: _name(row.line), key=lambda row: _key(row.line)),
            Told(
                tr("Hand-over"),
                lambda row: str(row.line.figures.number) if row.line.figures else "",
                is_number=True,
            ),
            Told(tr("What"), lambda row: row.what),
            Told(tr("Change"), lambda row: row.text),
        )
    )


def changes_of(view: Consolidation) -> Iterator[ChangeRow]:
    """List what every office changed."""
    for line, figures in _figures(view):
        if figures.difference is not None:
            for what, text in difference_lines(figures.difference):
                yield ChangeRow(line, what, text)


def award_rows() -> ToldRows[OfficeAward]:
    """Make the table of awards put forward."""
    return ToldRows(
        (
            Told(tr("Award"), lambda row: row.award.form),
            Told(tr("For"), lambda row: row.award.recipient),
            Told(
                tr("Kind"),
                lambda row: tr("collective") if row.award.is_collective else tr("individual"),
            ),
            Told(tr("Office"), lambda row: row.office, key=lambda row: text_key(row.office)),
            Told(tr("Post"), lambda row: row.award.post),
            Told(tr("Work or home"), lambda row: row.award.unit),
        )
    )


def awards_of(view: Consolidation) -> Iterator[OfficeAward]:
    """List the awards put forward."""
    yield from view.awards


def twin_rows() -> ToldRows[TwinRow]:
    """Make the review list of people who stand on two lists."""
    return ToldRows(
        (
            Told(tr("Decided"), _verdict, mark=_verdict_mark),
            Told(tr("Why they may be one"), lambda row: same_reasons(row.pair)),
            Told(
                tr("Where they stand"),
                lambda row: "\n".join(
                    f"{one.office}: {listed_words(one)}" for one in row.pair.people
                ),
            ),
        )
    )


def twin_key(pair: SamePerson) -> str:
    """Name a pair by whom it is made of, so that a decision is found again."""
    return " ".join(f"{one.sender}/{one.subject}/{one.delegate_id}" for one in pair.people)


def _figures(view: Consolidation) -> Iterator[tuple[OfficeLine, OfficeFigures]]:
    for line in view.offices:
        if line.figures is not None:
            yield line, line.figures


def _name(line: OfficeLine) -> str:
    return line.place.name


def _key(line: OfficeLine) -> bytes:
    return text_key(line.place.name)


def _day(day: date | None) -> str:
    return shown_day(day) if day is not None else ""


def _weight(finding: Finding) -> str:
    if finding.decision_id:
        return tr("allowed")
    return {
        Severity.BINDING: tr("✖ binding"),
        Severity.ADVISORY: tr("advice"),
        Severity.UNSAID: tr("the plan is silent"),
    }[finding.severity]


def _weight_mark(finding: Finding) -> Mark | None:
    if finding.decision_id:
        return Mark.DOUBT
    return Mark.WRONG if finding.is_binding else None


def _decided(decision: Decision | None) -> str:
    if decision is None:
        return ""
    return ": ".join(filter(None, (decision.approver, decision.reason)))


def _used_mark(row: PlacesRow) -> Mark | None:
    if row.given is None:
        return None
    if row.used > row.given:
        return Mark.WRONG
    return Mark.SHORT if row.used < row.given else Mark.FINE


def _verdict(row: TwinRow) -> str:
    return {SAME: tr("the same person"), DIFFERENT: tr("different people")}.get(
        row.decided, tr("○ open")
    )


def _verdict_mark(row: TwinRow) -> Mark | None:
    return {SAME: Mark.DOUBT, DIFFERENT: Mark.FINE}.get(row.decided, Mark.WRONG)
