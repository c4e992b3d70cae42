"""The quick look at texts and people finds what the careful one finds."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import BirthDate, Delegate
from desktop.conference_file_checks import FileFault, is_plain, normalised, references_checked
from tests.builders import a_delegate, a_file, ident
from tests.db.any_records import any_of, any_text

_ODD = st.sampled_from(
    ["\t", "\r", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "e\u0301", "\\", '"']
)
odd_texts = st.one_of(any_text, st.tuples(any_text, _ODD, any_text).map("".join))


@given(any_of(Delegate, texts=odd_texts))
def test_who_is_plain_stays_as_they_are(person: Delegate) -> None:
    if is_plain(msgspec.json.encode(person)):
        assert normalised(person) is person


@pytest.mark.parametrize("name", ["Nguyễn Thị Ước", "H'Hen Niê", "Công (Tằng) Tôn Nữ", "đại biểu"])
def test_names_are_plain(name: str) -> None:
    assert is_plain(msgspec.json.encode(a_delegate(name=name)) + b"\n")


@pytest.mark.parametrize("name", ["a\tb", "a\nb", "a\x7f", "a\x85", "a\u2028", "e\u0301", 'a"b'])
def test_what_may_have_to_be_changed_is_not_plain(name: str) -> None:
    assert not is_plain(msgspec.json.encode(a_delegate(name=name)))


@pytest.mark.parametrize(
    ("person", "code", "key"),
    [
        (a_delegate(2, group_id=ident(99)), "unknown-reference", "delegates[1].group_id"),
        (a_delegate(2, conference_id=ident(99)), "unknown-reference", "delegates[1].conference_id"),
        (a_delegate(2, photo_id="a" * 64), "unknown-reference", "delegates[1].photo_id"),
        (
            a_delegate(2, birth=BirthDate(year=2000, month=2, day=30)),
            "wrong-date",
            "delegates[1].birth",
        ),
        (a_delegate(2, birth=BirthDate(year=2000, day=3)), "wrong-date", "delegates[1].birth"),
    ],
)
def test_one_of_many_people_at_fault_is_named(person: Delegate, code: str, key: str) -> None:
    references_checked(a_file(a_delegate(1), a_delegate(3)))
    with pytest.raises(FileFault) as fault:
        references_checked(a_file(a_delegate(1), person, a_delegate(3)))
    assert (fault.value.code, fault.value.key) == (code, key)
