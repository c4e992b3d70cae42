"""What changed between two rule packs, said to people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum

from desktop.language import tr
from desktop.rules.diff import TITLES, Change, ChangeKind, Plain, Step
from desktop.rules.pack_types import field_types
from desktop.sentences.counted import counted_words
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import choice_name, part_name
from desktop.sentences.shown import shown_day

_WHO = frozenset(("counts", "base", "of", "any_of"))  # fields that name kinds of participants
_BETWEEN_STEPS = " › "


def change_sentence(change: Change) -> str:
    """Say what changed, where, and the clause it is about."""
    facts = {"what": place_words(change), "old": change.before, "new": change.after}
    match change.kind:
        case ChangeKind.ADDED:
            sentence = tr("Added: {what}.", **facts)
        case ChangeKind.REMOVED:
            sentence = tr("Removed: {what}.", **facts)
        case ChangeKind.MOVED:
            places = {"old": _number(change.before), "new": _number(change.after)}
            sentence = tr("Moved from place {old} to {new}: {what}.", **(facts | places))
        case _:
            values = {
                "old": _value_words(change, change.before),
                "new": _value_words(change, change.after),
            }
            sentence = tr("{what}: {old} → {new}.", **(facts | values))
    if not change.clause:
        return sentence
    return tr("{sentence} (plan, {clause})", sentence=sentence, clause=change.clause)


def place_words(change: Change) -> str:
    """Name the way to the place, from the level down to the field."""
    *way, last = change.place
    words = [_record_words(step) for step in way]
    if last.part is not None:
        words.append(_record_words(last))
    else:
        words.append(pack_field(last.struct, last.field).label)
        if change.kind is not ChangeKind.CHANGED:
            words[-1] += f" {_text(last.field, last.title)}"
    return _BETWEEN_STEPS.join(words)


def _record_words(step: Step) -> str:
    if step.index is None or step.part is None:
        return pack_field(step.struct, step.field).label
    name = part_name(step.part)
    if step.title:
        return tr("{part} “{title}”", part=name, title=step.title)
    return f"{name} {step.index + 1}"


def _value_words(change: Change, value: Plain) -> str:
    match value:
        case None | "" | ():
            words = tr("nothing")
        case bool():
            words = tr("yes") if value else tr("no")
        case date():
            words = shown_day(value)
        case str():
            words = _choice(change, value) or _text(change.field, value)
        case Mapping():
            words = _text("", next((str(value[one]) for one in TITLES if value.get(one)), "…"))
        case tuple():
            words = ", ".join(_value_words(change, one) for one in value)
        case _:
            words = str(value)
    return words


def _choice(change: Change, value: str) -> str:
    for kind in field_types(change.struct)[change.field]:
        if issubclass(kind, Enum):
            return choice_name(kind(value))
    return ""


def _text(field: str, value: str) -> str:
    words = counted_words(value) if field in _WHO else value
    return tr("“{text}”", text=words)


def _number(index: Plain) -> int:
    return int(str(index)) + 1
