"""Strategies for any record the types allow, read from the types themselves."""

from __future__ import annotations

from datetime import date, time
from enum import Enum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from db.records import Record

R = TypeVar("R", bound=Record)

# every character a text may hold; a lone surrogate is no character
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def any_of(
    record: type[R],
    *,
    texts: st.SearchStrategy[str] = any_text,
    **given: st.SearchStrategy[Any],
) -> st.SearchStrategy[R]:
    """Make a strategy for a record; fields named here follow their own."""
    fields = {
        field.name: given[field.name] if field.name in given else _any(field.type, texts)
        for field in msgspec.structs.fields(record)
    }
    return st.builds(record, **fields)


def _any(hint: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _within(*parts)
    if origin in {Union, UnionType}:
        return st.one_of([st.none() if part is NoneType else _any(part, texts) for part in parts])
    if origin is tuple:
        return _lists(parts[0], texts)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if issubclass(hint, Record):
        return any_of(hint, texts=texts)
    return texts if hint is str else _PLAIN[hint]


def _lists(item: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    fields = getattr(item, "__struct_fields__", ())
    identity = next((name for name in ("id", "key") if name in fields), None)
    unique_by = attrgetter(identity) if identity else None
    return st.lists(_any(item, texts), max_size=4, unique_by=unique_by).map(tuple)


def _within(kind: type, limits: msgspec.Meta) -> st.SearchStrategy[Any]:
    if kind is int:
        lowest, highest = (
            None if limit is None else int(limit) for limit in (limits.ge, limits.le)
        )
        return st.integers(lowest, highest)
    return st.from_regex(str(limits.pattern), fullmatch=True, alphabet="0123456789abcdef")


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    date: st.dates(),
    time: st.times().map(lambda moment: moment.replace(microsecond=0)),
}
