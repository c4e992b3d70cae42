"""A rule pack read out: what it says for one level, in lines, whatever the format has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from desktop.language import tr
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_part import Refers, Rule
from desktop.rules.pack_people import CountedKind, QuotaRule
from desktop.rules.pack_shapes import FieldShape, ListShape, RecordShape, TextShape, record_shape
from desktop.rules.pack_tree import Node
from desktop.rules.quotas import places_of
from desktop.rules.windows import DatesWindow, MonthsWindow, QuarterWindow
from desktop.sentences.colours import badge_colours
from desktop.sentences.counted import kind_name
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import choice_name, part_name
from desktop.sentences.shown import shown_day

_BETWEEN_VALUES = "; "
_IN_THE_HEAD = frozenset(("words", "clause"))


class ReadLine(NamedTuple):
    """One line; the depth tells headings, 0, from what stands under them."""

    depth: int
    text: str


def level_reading(pack: RulePack, level: Level) -> tuple[ReadLine, ...]:
    """Read out what a pack says for a level; what it leaves out is left out."""
    reader = _Reader(pack, level)
    return tuple(line for line in reader.fields(level, 0) if line.text)


class _Reader:
    """Reads parts; keys are read as the names of what they refer to."""

    def __init__(self, pack: RulePack, level: Level) -> None:
        self._units = {unit.id: unit.name for unit in pack.units}
        names = {one.id: one.name for one in pack.levels} | self._units
        who = {kind.value: kind_name(kind) for kind in CountedKind}
        who |= {trait.key: trait.name for trait in pack.traits}
        who |= {group.key: group.name for group in level.groups if group.key}
        self._names = {
            Refers.WHO: who,
            Refers.EVENT: {event.key: event.name for event in level.events},
            Refers.RULE: _rule_words(level),
            Refers.COLOUR: dict(badge_colours()),
        }
        self._other_names = names

    def fields(self, record: Struct, depth: int) -> Iterator[ReadLine]:
        """Read a record: its values in one line, or in one each at the top, then its parts."""
        values: list[str] = []
        below: list[ReadLine] = []
        for field in record_shape(type(record)).fields:
            value = getattr(record, field.name)
            is_title = depth > 0 and field == record_shape(type(record)).title_field
            if value in (field.default, "", (), None) or is_title or _is_unread(field, depth):
                continue
            label = pack_field(type(record), field.name).label
            lines = list(self._parts(record, field, value, depth + 1))
            if lines:
                below += [ReadLine(depth, label), *lines]
            else:
                words = self._words(field, value)
                values.append(tr("{field}: {value}", field=label, value=words))
        if depth == 0:
            yield from (ReadLine(depth, text) for text in values)
        elif values:
            yield ReadLine(depth, _BETWEEN_VALUES.join(values))
        yield from below

    def _parts(
        self, record: Struct, field: FieldShape, value: Node, depth: int
    ) -> Iterator[ReadLine]:
        """Read what takes lines of its own: parts, lists of parts, lists of texts."""
        if isinstance(value, Struct):
            yield from self._part(value, depth)
        elif isinstance(record, QuotaRule) and field.name == "units":
            yield from self._places(record, depth)
        elif isinstance(field.shape, ListShape):
            item = field.shape.item
            if not isinstance(item, TextShape):
                yield from (line for one in value for line in self._part(one, depth))
            elif item.refers is None:
                yield from (ReadLine(depth, f"– {one}") for one in value)

    def _part(self, part: Struct, depth: int) -> Iterator[ReadLine]:
        """Read an item of a list, or a part: its words first, then what it says besides."""
        head = _head(part)
        if head:
            yield ReadLine(depth, f"– {head}")
        if isinstance(part, QuarterWindow | MonthsWindow | DatesWindow):
            yield ReadLine(depth + 1, _days(part))
        else:
            yield from self.fields(part, depth + bool(head))

    def _places(self, rule: QuotaRule, depth: int) -> Iterator[ReadLine]:
        places = places_of(rule)
        for one in rule.units:
            unit = self._units.get(one.unit, one.unit)
            facts = {"unit": unit, "places": places[one.unit], "alternates": one.alternates}
            if one.alternates:
                text = tr("{unit}: {places}, alternates {alternates}", **facts)
            else:
                text = tr("{unit}: {places}", unit=unit, places=places[one.unit])
            yield ReadLine(depth, f"– {text}")

    def _words(self, field: FieldShape, value: Node) -> str:
        shape = field.shape
        if isinstance(shape, ListShape) and isinstance(shape.item, TextShape):
            return ", ".join(self._name(shape.item.refers, str(one)) for one in value)
        if isinstance(shape, TextShape) and shape.refers is not None:
            return self._name(shape.refers, str(value))
        return _value_words(value)

    def _name(self, refers: Refers | None, key: str) -> str:
        names = self._other_names if refers is None else self._names.get(refers, self._other_names)
        return names.get(key, key)


def _is_unread(field: FieldShape, depth: int) -> bool:
    is_key = isinstance(field.shape, TextShape) and field.shape.is_name
    return is_key or (depth > 0 and field.name in _IN_THE_HEAD)


def _rule_words(level: Level) -> dict[str, str]:
    parts = [getattr(level, name) for name in level.__struct_fields__]
    rules = [one for part in parts for one in (part if isinstance(part, tuple) else (part,))]
    return {rule.id: rule.words for rule in rules if isinstance(rule, Rule) and rule.id}


def _head(part: Struct) -> str:
    shape: RecordShape = record_shape(type(part))
    title = shape.title_field
    text = str(getattr(part, title.name)) if title is not None else ""
    clause = str(getattr(part, "clause", ""))
    if text and clause:
        return tr("{sentence} (plan, {clause})", sentence=text, clause=clause)
    return text or (part_name(type(part)) if isinstance(part, Rule) else "")


def _days(window: QuarterWindow | MonthsWindow | DatesWindow) -> str:
    span = window.span()
    if span.first is None:
        return tr("up to {last}", last=shown_day(span.last)) if span.last else ""
    if span.last is None:
        return tr("from {first} on", first=shown_day(span.first))
    return tr("from {first} to {last}", first=shown_day(span.first), last=shown_day(span.last))


def _value_words(value: Node) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Enum):
        return choice_name(value)
    return shown_day(value) if isinstance(value, date) else str(value)
