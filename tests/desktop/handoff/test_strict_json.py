from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.handoff.strict_json import (
    MAX_DEPTH,
    StrictJsonError,
    TooDeepError,
    check_depth,
    decode_strictly,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def depth_of(value: object) -> int:
    match value:
        case dict():
            return 1 + max(map(depth_of, value.values()), default=0)
        case list():
            return 1 + max(map(depth_of, value), default=0)
        case _:
            return 0


@given(json_values, st.integers(0, 6))
def test_the_depth_is_found_without_reading(value: object, limit: int) -> None:
    text = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if depth_of(value) <= limit:
        check_depth(text, limit)
    else:
        with pytest.raises(TooDeepError):
            check_depth(text, limit)


@pytest.mark.parametrize(
    "text", [r'{"a":"\"[[[[[[[[[["}', r'{"a":"\\","b":"[[[[[[[[[["}', '{"a":"[{[{[{[{[{[{["}']
)
def test_brackets_within_text_do_not_count(text: str) -> None:
    assert decode_strictly(text.encode(), dict[str, str]) == json.loads(text)


@pytest.mark.parametrize(
    "text", [b'{"a":1,"a":1}', b'{"a":1, "\\u0061":2}', b'{"a":{"b":1,"b":2}}', b"{", b'"\xff"']
)
def test_what_two_readers_may_read_differently_is_refused(text: bytes) -> None:
    with pytest.raises(StrictJsonError):
        decode_strictly(text, dict[str, object])


def test_what_others_wrote_may_have_spaces() -> None:
    assert decode_strictly(b' { "a" : [ 1 ] } ', dict[str, list[int]]) == {"a": [1]}


def test_nothing_may_be_nested_deeper_than_records_are() -> None:
    deep = b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1)
    with pytest.raises(TooDeepError):
        decode_strictly(deep, list[object])
