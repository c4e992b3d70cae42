from __future__ import annotations

import pytest

from desktop.errors import InputRefused
from desktop.handoff.archive import (
    MAX_LINE_BYTES,
    MAX_RECORDS,
    lines,
    read_archive,
    write_archive,
    write_lines,
)
from desktop.handoff.refusals import BundleRefusal

MEMBERS = {"a.jsonl": b"{}\n" * 100, "papers/b.pdf": b"%PDF-" + b"x" * 500}


def refusal_of_lines(data: bytes) -> str:
    with pytest.raises(InputRefused) as refused:
        lines("a.jsonl", data)
    return refused.value.reason


def test_members_come_back_as_they_were() -> None:
    assert read_archive(write_archive(MEMBERS)) == MEMBERS
    assert read_archive(write_archive({})) == {}


def test_equal_members_give_equal_bytes_in_any_order() -> None:
    backwards = dict(reversed(MEMBERS.items()))
    assert write_archive(backwards) == write_archive(MEMBERS)


def test_what_is_packed_already_is_stored() -> None:
    packed = write_archive(MEMBERS)
    assert MEMBERS["papers/b.pdf"] in packed
    assert MEMBERS["a.jsonl"] not in packed


def test_lines_are_split_at_line_feeds_alone() -> None:
    assert lines("a.jsonl", write_lines(["x\u2028y", 1])) == ['"x\u2028y"'.encode(), b"1"]
    assert lines("a.jsonl", b"") == []


def test_lines_have_their_bounds() -> None:
    assert refusal_of_lines(b"{}") == BundleRefusal.CONTENT
    assert refusal_of_lines(b"\n" * (MAX_RECORDS + 1)) == BundleRefusal.TOO_MUCH
    assert refusal_of_lines(b"x" * (MAX_LINE_BYTES + 1) + b"\n") == BundleRefusal.TOO_MUCH
