"""A rule pack as an officer reads it: every rule with its clause, by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

import msgspec
from msgspec import Struct

from db.records import Period
from desktop.language import tr
from desktop.rules.pack import Level, RulePack
from desktop.rules.pack_people import QuotaRule
from desktop.sentences.pack_fields import pack_field
from desktop.sentences.pack_names import choice_name, part_name
from desktop.sentences.rule_words import Names, rule_words
from desktop.sentences.shown import shown_day

_TITLES = ("name", "title", "paper", "body", "issuer")  # what a line about a record begins with
# said elsewhere, or to the program alone
_ASIDE = frozenset(("id", "key", "clause", "words", "is_binding", "format", "format_version"))


class Block(Struct, frozen=True):
    """A heading, with the lines and further blocks under it."""

    heading: str
    lines: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


def pack_summary(pack: RulePack) -> Block:
    """Lay a pack out for reading; what stands at its default is left out."""
    version = tr("{id}, version {version}", id=pack.id, version=pack.version)
    whole = _block(pack.name, pack, Names(pack), unsaid=("name", "version"))
    return msgspec.structs.replace(whole, lines=(version, *whole.lines))


def level_summary(pack: RulePack, level: Level) -> Block:
    """Lay out what a pack says for one of its levels."""
    return _block(level.name, level, Names(pack, level), unsaid=("name",))


def _block(heading: str, record: Struct, names: Names, unsaid: Iterable[str] = ()) -> Block:
    lines: list[str] = []
    blocks: list[Block] = []
    words = rule_words(record, names)
    if words:
        lines.append(words)
    for field, value in _said(record, unsaid):
        label = pack_field(type(record), field).label
        if isinstance(value, Struct):
            blocks.append(_part(label, value, names))
        elif isinstance(value, tuple) and any(isinstance(one, Struct) for one in value):
            blocks.append(_list(label, value, names))
        elif not words:
            lines.append(f"{label}: {_value(field, value, names)}")
    return Block(heading, tuple(lines), tuple(blocks))


def _part(label: str, record: Struct, names: Names) -> Block:
    """Lay out a record that stands alone in its field."""
    heading = f"{label}{_source(record)}"
    said = list(_said(record))
    if len(said) == 1 and isinstance(said[0][1], tuple):
        return _list(heading, said[0][1], names)  # a list with its clause needs no second heading
    if _is_flat(record):
        return Block(heading, tuple(filter(None, (_line(record, names),))))
    return _block(heading, record, names)


def _list(label: str, items: tuple[object, ...], names: Names) -> Block:
    lines: list[str] = []
    blocks: list[Block] = []
    for item in items:
        if not isinstance(item, Struct):
            lines.append(str(item))
        elif _is_flat(item):
            lines.append(f"{_line(item, names)}{_source(item)}")
        else:
            inner = Names(names.pack, item) if isinstance(item, Level) else names
            title, part = _title(item), part_name(type(item))
            heading = tr("{part} “{title}”", part=part, title=title) if title else part
            blocks.append(_block(f"{heading}{_source(item)}", item, inner, unsaid=_TITLES))
    return Block(label, tuple(lines), tuple(blocks))


def _line(record: Struct, names: Names) -> str:
    words = rule_words(record, names)
    if words:
        return words
    said = [
        f"{pack_field(type(record), field).label}: {_value(field, value, names)}"
        for field, value in _said(record, _TITLES if _title(record) else ())
    ]
    return "; ".join(filter(None, (_title(record), *said)))


def _source(record: Struct) -> str:
    """Say where the plan says so, in which words, and how much it binds."""
    words = getattr(record, "words", "")
    clause = getattr(record, "clause", "")
    is_binding = getattr(record, "is_binding", None)
    facts = []
    if clause:
        facts.append(tr("plan, {clause}", clause=clause))
    if is_binding is not None:
        facts.append(tr("binding") if is_binding else tr("advice"))
    quoted = f" — {tr('“{text}”', text=words)}" if words else ""
    return f"{quoted} ({'; '.join(facts)})" if facts else quoted


def _said(record: Struct, unsaid: Iterable[str] = ()) -> Iterator[tuple[str, object]]:
    for field in msgspec.structs.fields(record):
        value = getattr(record, field.name)
        is_usual = value in (None, "", ()) or (not field.required and value == field.default)
        if not is_usual and field.name not in _ASIDE and field.name not in unsaid:
            yield field.name, value


def _is_flat(record: Struct) -> bool:
    """Tell whether a record is said in one line."""
    if isinstance(record, QuotaRule):
        return True
    values = [value for _, value in _said(record)]
    inner = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    return not any(isinstance(one, Struct) for one in inner if not isinstance(one, Period))


def _title(record: Struct) -> str:
    own = [str(getattr(record, name, "")) for name in _TITLES]
    return next((title for title in own if title), "")


def _value(field: str, value: object, names: Names) -> str:
    match value:
        case bool():
            words = tr("yes") if value else tr("no")
        case date():
            words = shown_day(value)
        case Enum():
            words = choice_name(value)
        case Period():
            words = f"{value.first_year}-{value.last_year}"
        case tuple():
            words = "; ".join(_value(field, one, names) for one in value)
        case _:
            words = names.of(field, str(value))
    return words
