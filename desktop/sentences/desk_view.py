"""What the consolidated view says of offices, their papers, people and changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.consolidation.deliveries import Delivery, DeliveryState
from desktop.handoff.consolidation.differences import Changes, Difference
from desktop.handoff.consolidation.same_person import OnList, SamePerson
from desktop.handoff.consolidation.sent_up import SentUp, SentUpKind
from desktop.language import tr
from desktop.sentences.duplicates import match_reason_name
from desktop.sentences.field_names import field_name
from desktop.sentences.person_fields import person_field_name

_STATES: Mapping[DeliveryState, Callable[[], str]] = {
    DeliveryState.RETURNED: lambda: tr("Returned"),
    DeliveryState.MISSING: lambda: tr("Overdue"),
    DeliveryState.INCOMPLETE: lambda: tr("Incomplete, overdue"),
    DeliveryState.LATE: lambda: tr("Received late"),
    DeliveryState.AWAITED: lambda: tr("Nothing yet"),
    DeliveryState.ON_TIME: lambda: tr("Received in time"),
    DeliveryState.RECEIVED: lambda: tr("Received"),
}


def delivery_state_name(state: DeliveryState) -> str:
    """Name how an office, or one of its papers, stands."""
    return _STATES[state]()


def delivery_words(delivery: Delivery) -> str:
    """Say how a paper stands."""
    name = delivery_state_name(delivery.state)
    if delivery.days_late:
        return tr("{name}, {days} days", name=name, days=delivery.days_late)
    return name


def consolidated_sentence(view: Consolidation) -> str:
    """Say how far all of it has come."""
    received = view.received
    return tr(
        "{received} of {total} offices handed over, {people} people counted;"
        " {findings} binding findings are open.",
        received=len({one.place for one in received}),
        total=len({one.place for one in view.offices}),
        people=view.make_up.total,
        findings=sum(one.figures.binding for one in received if one.figures is not None),
    )


def listed_words(one: OnList) -> str:
    """Name someone on a list as far as it tells them apart."""
    birth = one.birth
    day = ""
    if birth is not None:
        parts = (birth.day, birth.month, birth.year)
        day = "/".join(f"{part:02}" for part in parts if part is not None)
    return ", ".join(filter(None, (one.name, day, one.id_number, one.post, one.unit, one.group)))


def same_reasons(pair: SamePerson) -> str:
    """Say why people may be one."""
    return ", ".join(match_reason_name(reason) for reason in pair.reasons)


def difference_lines(found: Difference) -> Iterator[tuple[str, str]]:
    """Say what was changed: what it is about, and what became of it."""
    if found.people_added:
        names = ", ".join(one.name for one in found.people_added)
        yield tr("People added ({count})", count=len(found.people_added)), names
    if found.people_removed:
        names = ", ".join(one.name for one in found.people_removed)
        yield tr("People gone ({count})", count=len(found.people_removed)), names
    for one in found.people_changed:
        fields = ", ".join(person_field_name(field) for field in one.fields)
        yield one.name, tr("changed: {fields}", fields=fields)
    yield from _listed(tr("Programme"), found.programme)
    yield from _listed(tr("Estimate"), found.budget)
    if found.money_before != found.money_now:
        yield (
            tr("Sum of the estimate"),
            tr(
                "{before} → {now} đồng",
                before=f"{found.money_before:,}".replace(",", "."),
                now=f"{found.money_now:,}".replace(",", "."),
            ),
        )
    if found.fields:
        yield tr("Of the conference"), ", ".join(field_name(one) for one in found.fields)


def sent_up_words(one: SentUp) -> str:
    """Say what becomes of someone whom an office chose."""
    if one.kind is SentUpKind.CHANGED:
        fields = ", ".join(person_field_name(field) for field in one.fields)
        return tr("! changed: {fields}", fields=fields)
    if one.kind is SentUpKind.WITHDRAWN:
        return tr("✖ goes: no longer chosen")
    if not one.is_on_list:
        return tr("✔ comes; the office's own list does not name them")
    return tr("✔ comes")


def _listed(name: str, changes: Changes) -> Iterator[tuple[str, str]]:
    for text, entries in (
        (tr("{name}: added", name=name), changes.added),
        (tr("{name}: taken out", name=name), changes.removed),
        (tr("{name}: changed", name=name), changes.changed),
    ):
        if entries:
            yield text, "; ".join(entries)
    if changes.is_moved:
        yield name, tr("in another order")
