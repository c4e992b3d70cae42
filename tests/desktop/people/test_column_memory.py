from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desktop.people.column_memory import (
    ColumnMemory,
    fingerprint,
    memory_of,
    recalled,
    remembered,
    without,
)
from desktop.people.columns import ColumnMapping, FixedValue, guess, guess_below
from desktop.people.headings import Field
from desktop.people.list_sheet import ListSheet
from tests.desktop.people.lists import Values, a_sheet

HEADING = ("STT", "Họ và tên", "Nơi ở", "Ghi chú", "Ghi chú")
AN = (1, "Lê Văn An", "Thôn 1", "a", "b")


def a_list(heading: Values = HEADING, *above: Values) -> ListSheet:
    return a_sheet(*above, heading, AN)


def a_recalled(*said: Any) -> ColumnMapping:
    found = recalled(*said)
    assert found is not None
    return found.mapping


def fields(mapping: ColumnMapping) -> list[Field | None]:
    return [use.field for use in mapping.columns]


def a_memory(sender: str = "", field: Field | None = Field.POST) -> ColumnMemory:
    return memory_of(guess(a_list()).with_field(3, field), sender)


@pytest.mark.parametrize(
    "heading",
    [
        ("stt", "HO VA TEN", "NƠI  Ở", "Ghi chu", "ghi chú:"),
        ("Ghi chú", "Nơi ở", "Họ và tên", "STT", "Ghi chú"),
    ],
)
def test_lists_with_the_same_headings_have_one_fingerprint(heading: Values) -> None:
    assert fingerprint(guess(a_list(heading))) == fingerprint(guess(a_list()))


@pytest.mark.parametrize(
    "heading",
    [
        ("STT", "Họ và tên", "Nơi ở", "Ghi chú"),
        ("STT", "Họ và tên", "Đơn vị", "Ghi chú", "Ghi chú"),
        ("STT", "Họ và tên", "Nơi ở", "Ghi chú", "Ghi chú", "Cỡ áo"),
    ],
)
def test_lists_with_other_headings_have_another(heading: Values) -> None:
    assert fingerprint(guess(a_list(heading))) != fingerprint(guess(a_list()))


@pytest.mark.parametrize("sheet", [a_sheet(("An", "Thôn 1")), a_sheet(("Họ và tên",), ("An",))])
def test_a_list_with_hardly_any_heading_has_none(sheet: ListSheet) -> None:
    assert fingerprint(guess(sheet)) == ""
    assert remembered((), memory_of(guess(sheet))) == ()


def test_what_was_chosen_is_chosen_again_in_whatever_order() -> None:
    mapping = guess(a_list()).with_field(3, Field.POST).with_field(5, None)
    mapping = mapping.with_fixed(Field.GROUP, "Khách mời")
    memories = remembered((), memory_of(mapping))
    turned = a_list(("Nơi ở", "Ghi chú", "STT", "Họ và tên", "Ghi chú"), ("DANH SÁCH",))
    found = a_recalled(memories, turned)
    assert fields(found) == [Field.POST, Field.NOTE, Field.ORDINAL, Field.NAME, None]
    assert found.heading_rows == (2,)
    assert found.fixed == (FixedValue(Field.GROUP, "Khách mời"),)


def test_a_column_behind_a_heading_is_told_by_it() -> None:
    sheet = a_sheet(("Họ và tên", None, "Đơn vị"), ("Nguyễn Thị", "Ước", "Thôn 1"))
    memories = (memory_of(guess(sheet).with_field(2, Field.NOTE)),)
    assert fields(a_recalled(memories, sheet)) == [Field.FAMILY_NAME, Field.NOTE, Field.UNIT]


def test_a_column_before_every_heading_stays_as_guessed() -> None:
    sheet = a_sheet((None, "Họ và tên", "Đơn vị"), ("x", "Lê Văn An", "Thôn 1"))
    memories = (memory_of(guess(sheet).with_field(1, Field.NOTE)),)
    assert fields(a_recalled(memories, sheet)) == [None, Field.NAME, Field.UNIT]


def test_a_heading_nobody_knows_is_found_where_it_was_said_to_be() -> None:
    heading = ("Ông/Bà nào", "Ở đâu ta")
    before = a_sheet(heading, ("Lê Văn An", "Thôn 1"))
    chosen = guess_below(before, (1,)).with_field(1, Field.NAME).with_field(2, Field.UNIT)
    now = a_sheet(("DANH SÁCH",), ("Đợt 2",), heading, ("Hồ Thị Bình", "Thôn 2"))
    assert guess(now).heading_rows == ()
    found = a_recalled((memory_of(chosen),), now)
    assert fields(found) == [Field.NAME, Field.UNIT]
    assert found.heading_rows == (3,)


def test_an_unknown_list_is_not_recalled() -> None:
    assert recalled((), a_list()) is None
    assert recalled((a_memory(),), a_sheet(("Họ tên", "Đơn vị"), ("An", "Thôn 1"))) is None


def test_the_senders_own_choice_counts_before_anothers() -> None:
    memories = (a_memory("Xã A", Field.POST), a_memory("Xã B", Field.ACHIEVEMENT))
    assert fields(a_recalled(memories, a_list(), "XA B"))[2] is Field.ACHIEVEMENT
    assert fields(a_recalled(memories, a_list(), "Xã A"))[2] is Field.POST
    assert fields(a_recalled(memories, a_list(), "Xã C"))[2] is Field.POST


def test_the_newest_replaces_the_one_it_renews_and_the_oldest_go() -> None:
    first, second = a_memory("Xã A", Field.POST), a_memory("Xã A", Field.NOTE)
    other = a_memory("Xã B")
    kept = remembered(remembered(remembered((), first), other), second)
    assert kept == (second, other)
    assert remembered(kept, a_memory("Xã C"), most=2) == (a_memory("Xã C"), second)


def test_without_a_sender_the_folder_decides_and_then_the_newest() -> None:
    mapping = guess(a_list())
    here = memory_of(mapping.with_field(3, Field.POST), folder="a")
    there = memory_of(mapping.with_field(3, Field.ACHIEVEMENT), folder="b")
    memories = remembered(remembered((), here), there)
    assert memories == (there, here), "lists of two folders are two memories"
    assert fields(a_recalled(memories, a_list(), "", "a"))[2] is Field.POST
    assert fields(a_recalled(memories, a_list(), "", "c"))[2] is Field.ACHIEVEMENT
    named = memory_of(mapping.with_field(3, Field.NOTE), "Xã A", "c")
    found = recalled((*memories, named), a_list(), "", "c")
    assert found is not None
    assert found.memory.sender == "Xã A"


def test_a_sender_is_one_in_whatever_folder_and_however_written() -> None:
    kept = remembered((), memory_of(guess(a_list()), "Xã  A", "a"))
    newer = memory_of(guess(a_list()), "XA A", "b")
    assert remembered(kept, newer) == (newer,)


def test_a_memory_is_forgotten() -> None:
    first, other = a_memory("Xã A"), a_memory("Xã B")
    assert without((first, other), first) == (other,)


def test_a_heading_the_officer_says_is_the_only_one_looked_at() -> None:
    memories = (a_memory(),)
    sheet = a_list(HEADING, ("DANH SÁCH",))
    found = recalled(memories, sheet, heading=(2,))
    assert found is not None
    assert found.mapping.heading_rows == (2,)
    assert recalled(memories, sheet, heading=(1,)) is None


def test_an_empty_sheet_is_not_recalled() -> None:
    assert recalled((a_memory(),), ListSheet(name="", rows=())) is None


def test_memories_are_plain_data() -> None:
    memory = memory_of(guess(a_list()).with_fixed(Field.UNIT, "Thôn 1"), "Xã A")
    assert msgspec.json.decode(msgspec.json.encode(memory), type=ColumnMemory) == memory
