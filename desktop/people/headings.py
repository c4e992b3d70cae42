"""Tell what a column holds by its heading, without accents, case, spaces and punctuation."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct

from desktop.people.names import compact_key
from desktop.people.text import clean
from desktop.people.words import list_words


class Field(StrEnum):
    """What a column of a list can be taken over as."""

    ORDINAL = "ordinal"  # STT: only tells people from other lines
    NAME = "name"
    FAMILY_NAME = "family_name"  # with the middle name, where the given name has its own column
    GIVEN_NAME = "given_name"
    BIRTH = "birth"
    MEN = "men"  # a birth date or a mark here says that it is a man
    WOMEN = "women"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    PARTY = "party"
    DIRECT_WORKER = "direct_worker"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    POST = "post"
    UNIT = "unit"
    POST_AND_UNIT = "post_and_unit"  # both in one column, in this order
    UNIT_AND_POST = "unit_and_post"
    HONOURS = "honours"
    ACHIEVEMENT = "achievement"
    REPRESENTS = "represents"
    HOME_TOWN = "home_town"
    SCHOOLING = "schooling"
    PROPOSED_AWARD = "proposed_award"
    GROUP = "group"
    GROUP_MARK = "group_mark"  # a mark here says that the heading is the group
    BADGE_NUMBER = "badge_number"
    NOTE = "note"


_IGNORED = "ignored"
_SHORTEST_PART = 5  # letters by which a heading is known inside a longer one
_KNOWN_SHORT_PARTS = frozenset({"cccd", "cmnd"})
_UNKNOWN = object()
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class _Vocabulary(Struct, frozen=True):
    """Headings by how they are written, and by their bare letters where these mean one field."""

    written: dict[str, Field | None]
    bare: dict[str, Field | None]


@cache
def _vocabulary() -> _Vocabulary:
    entries = [
        (heading, None if field == _IGNORED else Field(field))
        for field, headings in list_words().headings.items()
        for heading in headings
    ]
    fields: dict[str, set[Field | None]] = {}
    for heading, field in entries:
        fields.setdefault(compact_key(heading), set()).add(field)
    return _Vocabulary(
        written={_written(heading): field for heading, field in entries},
        # DT is dân tộc and ĐT is điện thoại: without accents nobody can tell
        bare={key: next(iter(found)) for key, found in fields.items() if len(found) == 1},
    )


def is_known(heading: str) -> bool:
    """Tell whether a heading stands in the vocabulary, even as one to leave out."""
    return _lookup(heading) is not _UNKNOWN


def exact_field(heading: str) -> Field | None:
    """Find the field whose heading this is, whole or without what stands in brackets."""
    found = _lookup(heading)
    return found if isinstance(found, Field) else None


@lru_cache(maxsize=4096)
def field_of(heading: str) -> Field | None:
    """Find the field a heading names, also inside a longer heading; None when in doubt."""
    if is_known(heading):
        return exact_field(heading)
    key = compact_key(_BRACKETS.sub(" ", heading)) or compact_key(heading)
    parts = {
        part: field
        for part, field in _vocabulary().bare.items()
        if part in key and (len(part) >= _SHORTEST_PART or part in _KNOWN_SHORT_PARTS)
    }
    # "Danh hiệu thi đua" is in it together with "Danh hiệu": only the longest words count
    longest = {
        part: field
        for part, field in parts.items()
        if not any(part != other and part in other for other in parts)
    }
    fields = set(longest.values())
    if fields == {Field.POST, Field.UNIT}:
        return _order_of_post_and_unit(key, longest)
    return fields.pop() if len(fields) == 1 else None


def _order_of_post_and_unit(key: str, parts: dict[str, Field | None]) -> Field:
    first = min(parts, key=key.index)
    return Field.POST_AND_UNIT if parts[first] is Field.POST else Field.UNIT_AND_POST


def _lookup(heading: str) -> Field | object | None:
    """Find a whole heading; _UNKNOWN where the vocabulary has none, None for one to leave out."""
    vocabulary = _vocabulary()
    for text in (heading, _BRACKETS.sub(" ", heading)):
        for key, fields in (
            (_written(text), vocabulary.written),
            (compact_key(text), vocabulary.bare),
        ):
            if key and key in fields:
                return fields[key]
    return _UNKNOWN


def _written(heading: str) -> str:
    return "".join(filter(str.isalnum, clean(heading).casefold()))
