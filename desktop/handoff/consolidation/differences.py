"""What an office changed since its number before: people, programme, money, the rest by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from db.day_records import BudgetLine
from db.records import Conference, ConferenceFile, Delegate, ProgrammeItem
from desktop.people.names import sort_key
from desktop.rules.budget import total

_Listed = TypeVar("_Listed", Delegate, ProgrammeItem, BudgetLine)
# how the officer works, and not what the conference is
_NOT_TOLD = frozenset({"step", "is_planned", "list_order", "done_tasks"})
_TOLD_APART = frozenset({"programme", "budget"})


class PersonChange(Struct, frozen=True, kw_only=True):
    """Someone of whom something else is said now, and what: names of fields."""

    delegate_id: str
    name: str
    fields: tuple[str, ...]


class Person(Struct, frozen=True):
    """Someone who came or went."""

    delegate_id: str
    name: str


class Changes(Struct, frozen=True):
    """What became of a list whose entries have names."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    is_moved: bool = False  # the same entries stand in another order

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.added or self.removed or self.changed or self.is_moved)


class Difference(Struct, frozen=True, kw_only=True):
    """Everything that differs.

    Attributes:
        number: of the content that is compared with.
        money_before, money_now: sums of the estimate in đồng.
        fields: other fields of the conference, in the order of the record.
    """

    people_added: tuple[Person, ...] = ()
    people_removed: tuple[Person, ...] = ()
    people_changed: tuple[PersonChange, ...] = ()
    programme: Changes = Changes()
    budget: Changes = Changes()
    money_before: int = 0
    money_now: int = 0
    fields: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(
            self.people_added
            or self.people_removed
            or self.people_changed
            or self.programme
            or self.budget
            or self.fields
        )


def difference(before: ConferenceFile, now: ConferenceFile) -> Difference:
    """Compare two numbers of one conference."""
    old = {one.id: one for one in before.delegates}
    new = {one.id: one for one in now.delegates}
    changed = (
        PersonChange(delegate_id=key, name=one.name, fields=fields)
        for key, one in new.items()
        if key in old and (fields := changed_fields(old[key], one))
    )
    return Difference(
        people_added=_people(one for key, one in new.items() if key not in old),
        people_removed=_people(one for key, one in old.items() if key not in new),
        people_changed=tuple(
            sorted(changed, key=lambda one: (sort_key(one.name), one.delegate_id))
        ),
        programme=_changes(
            before.conference.programme, now.conference.programme, lambda one: one.title
        ),
        budget=_changes(before.conference.budget, now.conference.budget, _line_name),
        money_before=total(before.conference.budget),
        money_now=total(now.conference.budget),
        fields=tuple(
            name
            for name in Conference.__struct_fields__
            if name not in _NOT_TOLD | _TOLD_APART
            and getattr(before.conference, name) != getattr(now.conference, name)
        ),
    )


def changed_fields(before: Delegate, now: Delegate) -> tuple[str, ...]:
    """Name the fields of a person that differ; the place in the list is none of theirs."""
    if before == now:
        return ()
    return tuple(
        name
        for name in Delegate.__struct_fields__
        if name != "position" and getattr(before, name) != getattr(now, name)
    )


def _people(people: Iterable[Delegate]) -> tuple[Person, ...]:
    return tuple(
        Person(one.id, one.name)
        for one in sorted(people, key=lambda one: (sort_key(one.name, one.given_name), one.id))
    )


def _changes(
    before: Sequence[_Listed], now: Sequence[_Listed], name: Callable[[_Listed], str]
) -> Changes:
    old, new = {one.id: one for one in before}, {one.id: one for one in now}
    return Changes(
        added=tuple(name(one) for key, one in new.items() if key not in old),
        removed=tuple(name(one) for key, one in old.items() if key not in new),
        changed=tuple(name(one) for key, one in new.items() if key in old and old[key] != one),
        is_moved=[key for key in old if key in new] != [key for key in new if key in old],
    )


def _line_name(line: BudgetLine) -> str:
    return line.item.strip() or line.purpose.value
