"""What changed between two rule packs, or two versions of one: field by field, rule by rule.

It knows nothing of what the fields mean, so that a new shape of rule is compared like the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec
from msgspec import Struct

from desktop.rules.matching import matched, moved, record_name
from desktop.rules.pack import RulePack

Plain = object  # text, number, boolean, date, tuple or dict of them; or None
TITLES = (
    "name",
    "title",
    "words",
    "paper",
    "body",
    "unit",
    "id",
    "key",
)  # what people know a record by


class ChangeKind(StrEnum):
    """What happened to a field, a record or a line."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"  # within its list


class Step(Struct, frozen=True):
    """One step of the way from a pack to a place in it.

    Attributes:
        struct: the type of record that the step before led to.
        field: of that record.
        part: the type of the record that this step leads to; None for text, numbers and the like.
        index: in the field's list, as it is now; as it was, for what was removed.
        record: the id, key, unit or name by which that item of the list is known.
        title: what people know it by; the text itself for a line.
    """

    struct: type[Struct]
    field: str
    part: type[Struct] | None = None
    index: int | None = None
    record: str = ""
    title: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """One thing that changed.

    Attributes:
        clause: of the rule, or of the nearest thing around it that has one.
        before, after: the values; None where there was or is none; for MOVED the indices.
    """

    kind: ChangeKind
    place: tuple[Step, ...]
    clause: str = ""
    before: Plain = None
    after: Plain = None

    @property
    def struct(self) -> type[Struct]:
        """The type of record that has the field."""
        return self.place[-1].struct

    @property
    def part(self) -> type[Struct] | None:
        """The type of the record that came, went, moved, or was exchanged for another kind."""
        return self.place[-1].part

    @property
    def field(self) -> str:
        """The field that changed, or whose list did."""
        return self.place[-1].field

    @property
    def key(self) -> str:
        """The place as refusals write it: levels[0].limits[1].value."""
        return ".".join(
            step.field if step.index is None else f"{step.field}[{step.index}]"
            for step in self.place
        )


def changes(before: RulePack, after: RulePack) -> tuple[Change, ...]:
    """List what changed, in the order of the fields; nothing where the packs are equal."""
    return tuple(_of_record(before, after, (), ""))


def _of_record(
    before: Struct, after: Struct, way: tuple[Step, ...], clause: str
) -> Iterator[Change]:
    clause = _clause(after, clause)
    for field in after.__struct_fields__:
        old, new = getattr(before, field), getattr(after, field)
        if old == new:
            continue
        if isinstance(old, tuple) and isinstance(new, tuple):
            yield from _of_list(type(after), field, old, new, way, clause)
        else:
            step = Step(type(after), field, _part(old if new is None else new))
            yield from _of_value(old, new, (*way, step), clause)


def _of_value(old: object, new: object, place: tuple[Step, ...], clause: str) -> Iterator[Change]:
    if isinstance(new, Struct) and type(old) is type(new):
        yield from _of_record(old, new, place, clause)
    elif isinstance(new, Struct) and old is None:
        yield _change(ChangeKind.ADDED, place, clause, None, new)
    elif isinstance(old, Struct) and new is None:
        yield _change(ChangeKind.REMOVED, place, clause, old, None)
    else:
        yield _change(ChangeKind.CHANGED, place, clause, old, new)


def _of_list(
    struct: type[Struct],
    field: str,
    old: tuple[object, ...],
    new: tuple[object, ...],
    way: tuple[Step, ...],
    clause: str,
) -> Iterator[Change]:
    def place(items: tuple[object, ...], index: int) -> tuple[Step, ...]:
        item = items[index]
        return (*way, Step(struct, field, _part(item), index, record_name(item), _title(item)))

    pairs = matched(old, new)
    out_of_order = moved(pairs)
    kept = {index for index, _ in pairs}
    for index, gone in enumerate(old):
        if index not in kept:
            yield _change(ChangeKind.REMOVED, place(old, index), clause, gone, None)
    known = {at: (index, at) for index, at in pairs}
    for at, item in enumerate(new):
        pair = known.get(at)
        if pair is None:
            yield _change(ChangeKind.ADDED, place(new, at), clause, None, item)
            continue
        if pair in out_of_order:
            yield Change(
                kind=ChangeKind.MOVED,
                place=place(new, at),
                clause=_clause(item, clause),
                before=pair[0],
                after=at,
            )
        if old[pair[0]] != item:
            yield from _of_value(old[pair[0]], item, place(new, at), clause)


def _change(
    kind: ChangeKind, place: tuple[Step, ...], clause: str, old: object, new: object
) -> Change:
    return Change(
        kind=kind,
        place=place,
        clause=_clause(old if new is None else new, clause),
        before=_plain(old),
        after=_plain(new),
    )


def _part(item: object) -> type[Struct] | None:
    return type(item) if isinstance(item, Struct) else None


def _clause(item: object, around: str) -> str:
    return str(getattr(item, "clause", "")) or around


def _title(item: object) -> str:
    if isinstance(item, str):
        return item
    return next((text for name in TITLES if (text := str(getattr(item, name, "")))), "")


def _plain(value: object) -> Plain:
    return msgspec.to_builtins(value, builtin_types=(date,))
