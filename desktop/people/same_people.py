"""People who seem to stand on one list twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.records import Delegate
from desktop.people.cell_values import tells_one_person
from desktop.people.names import search_key

NameOf = Callable[[Delegate], str]


def listed_twice(
    people: Iterable[Delegate], name_of: NameOf = lambda one: search_key(one.name)
) -> frozenset[str]:
    """Name those who share an ID number, or name and birth, with somebody else.

    Args:
        people: of one conference.
        name_of: gives the name without accents, where it is at hand.
    """
    first: dict[object, str] = {}
    twice: set[str] = set()
    for one in people:
        signs: list[object] = [one.id_number] if tells_one_person(one.id_number) else []
        if one.birth is not None and one.name:
            signs.append((name_of(one), one.birth))
        for sign in signs:
            other = first.setdefault(sign, one.id)
            if other != one.id:
                twice.update((other, one.id))
    return frozenset(twice)
