from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from db.records import Movement
from desktop.rules.diff import ChangeKind, changes
from desktop.rules.load import decode_pack, shipped_packs
from desktop.rules.pack import Level, RulePack, Unit
from desktop.rules.pack_people import FixedAttendance, LimitRule, ThresholdAttendance
from desktop.rules.pack_texts import Lines
from desktop.rules.write import encode_pack
from desktop.sentences.pack_changes import change_sentence
from tests.desktop.rules.any_pack import any_pack
from tests.desktop.rules.every_shape import every_shape

Edit = tuple[str, Any]  # the key of the place edited, and the pack after it
PACK = every_shape()
LEVEL = PACK.levels[0]


def other(value: object) -> object:
    """Give another value of the same type."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case Enum():
            return next(one for one in type(value) if one is not value)
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value} khác"
        case _:
            raise TypeError(value)


def edits(record: Any, way: str = "") -> Iterator[Edit]:
    """Change each value of a record in turn, and of the records in it."""
    for name in record.__struct_fields__:
        for key, value in edits_of(getattr(record, name), f"{way}.{name}".lstrip(".")):
            yield key, msgspec.structs.replace(record, **{name: value})


def edits_of(value: Any, key: str) -> Iterator[Edit]:
    if isinstance(value, Struct):
        yield from edits(value, key)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for place, changed in edits_of(item, f"{key}[{index}]"):
                yield place, (*value[:index], changed, *value[index + 1 :])
    elif value is not None:
        yield key, other(value)


EDITS: list[Edit] = list(edits(PACK))


def a_pack_with(**level_fields: Any) -> RulePack:
    level: Level = msgspec.structs.replace(LEVEL, **level_fields)
    return msgspec.structs.replace(PACK, levels=(level, *PACK.levels[1:]))


def a_limit(words: str, **fields: Any) -> LimitRule:
    return LimitRule(clause="II.1", words=words, counts=("exemplar",), **fields)


@pytest.mark.parametrize("pack", [*shipped_packs(), PACK], ids=lambda pack: pack.id)
def test_a_pack_does_not_differ_from_itself(pack: RulePack) -> None:
    assert changes(pack, pack) == ()


@given(any_pack())
def test_no_pack_differs_from_itself(pack: RulePack) -> None:
    assert changes(pack, pack) == ()
    assert changes(pack, decode_pack(encode_pack(pack))) == ()


@given(any_pack(), any_pack())
def test_any_two_packs_can_be_compared_both_ways(one: RulePack, other: RulePack) -> None:
    there, back = changes(one, other), changes(other, one)
    assert bool(there) == bool(back) == (one != other)
    for change in (*there, *back):
        assert change_sentence(change)


@given(any_pack(), st.data())
def test_an_edited_field_of_any_pack_is_told_once(pack: RulePack, data: st.DataObject) -> None:
    key, after = data.draw(st.sampled_from(list(edits(pack))))
    (change,) = changes(pack, after)
    assert (change.kind, change.key) == (ChangeKind.CHANGED, key)


@pytest.mark.parametrize(("key", "after"), EDITS, ids=[key for key, _ in EDITS])
def test_an_edited_field_is_told_once_at_its_place(key: str, after: RulePack) -> None:
    (change,) = changes(PACK, after)
    assert (change.kind, change.key) == (ChangeKind.CHANGED, key)
    assert change.field == key.rpartition(".")[2].partition("[")[0]
    assert change.field in change.struct.__struct_fields__
    assert change.before != change.after


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.data())
def test_a_line_put_in_is_one_line_added(letters: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(letters)))
    longer = [*letters[:at], "mới", *letters[at:]]
    before, after = (
        msgspec.structs.replace(PACK, plan=with_recipients(lines)) for lines in (letters, longer)
    )
    (change,) = changes(before, after)
    assert (change.kind, change.key) == (ChangeKind.ADDED, f"plan.recipients[{at}]")
    (back,) = changes(after, before)
    assert (back.kind, back.before) == (ChangeKind.REMOVED, "mới")


def with_recipients(lines: list[str]) -> Any:
    return msgspec.structs.replace(PACK.plan, recipients=tuple(lines))


@given(st.permutations("abcdef"))
def test_lines_in_another_order_are_moved_and_nothing_else(letters: list[str]) -> None:
    before, after = (
        msgspec.structs.replace(PACK, plan=with_recipients(lines))
        for lines in (list("abcdef"), letters)
    )
    told = changes(before, after)
    assert {change.kind for change in told} <= {ChangeKind.MOVED}
    stay = [letter for letter in letters if letter not in {one.place[-1].title for one in told}]
    assert stay == sorted(stay)


def test_a_rule_put_first_leaves_the_others_alone() -> None:
    new = a_limit("ít nhất 20 nữ", value=20)
    (change,) = changes(PACK, a_pack_with(limits=(new, *LEVEL.limits)))
    assert (change.kind, change.struct, change.part) == (ChangeKind.ADDED, Level, LimitRule)
    assert change.key == "levels[0].limits[0]"
    assert change.clause == "II.1"
    assert change.before is None
    assert change.after == {
        "clause": "II.1",
        "words": "ít nhất 20 nữ",
        "value": 20,
        "counts": ("exemplar",),
    }


def test_a_rule_taken_out_leaves_the_others_alone() -> None:
    (change,) = changes(PACK, a_pack_with(windows=LEVEL.windows[1:]))
    assert (change.kind, change.key) == (ChangeKind.REMOVED, "levels[0].windows[0]")
    assert change.clause == "II.2"
    assert change.after is None


def test_a_rule_without_a_name_is_known_by_what_stayed_of_it() -> None:
    before = a_pack_with(limits=(a_limit("không quá 200", value=200), a_limit("tùy", value=5)))
    after = a_pack_with(limits=(a_limit("tùy", value=5), a_limit("không quá 300", value=300)))
    assert [(one.kind, one.key) for one in changes(before, after)] == [
        (ChangeKind.MOVED, "levels[0].limits[0]"),
        (ChangeKind.CHANGED, "levels[0].limits[1].words"),
        (ChangeKind.CHANGED, "levels[0].limits[1].value"),
    ]


def test_a_record_under_another_id_is_another_record() -> None:
    newcomer = Unit(id="company-east", name="Công ty Miền Đông", level="company")
    after = msgspec.structs.replace(PACK, units=(*PACK.units[:3], newcomer))
    assert [(one.kind, one.place[-1].record) for one in changes(PACK, after)] == [
        (ChangeKind.REMOVED, "company-islands"),
        (ChangeKind.ADDED, "company-east"),
    ]


def test_a_rule_of_another_kind_is_told_whole() -> None:
    fixed = FixedAttendance(clause="II.9", words="toàn thể", attendance=LEVEL.attendance.below)  # type: ignore[union-attr]
    (change,) = changes(PACK, a_pack_with(attendance=fixed))
    assert (change.kind, change.part) == (ChangeKind.CHANGED, FixedAttendance)
    assert change.clause == "II.9"
    assert isinstance(change.before, dict)
    assert change.before["kind"] == "threshold"


def test_a_rule_that_came_or_went_by_itself_is_told_whole() -> None:
    (gone,) = changes(PACK, a_pack_with(attendance=None))
    assert (gone.kind, gone.part, gone.clause) == (
        ChangeKind.REMOVED,
        ThresholdAttendance,
        "II.1.b",
    )
    (come,) = changes(a_pack_with(attendance=None), PACK)
    assert (come.kind, come.key) == (ChangeKind.ADDED, "levels[0].attendance")


def test_a_change_bears_the_nearest_clause() -> None:
    texts = msgspec.structs.replace(LEVEL.texts, purposes=Lines(clause="I.1", lines=("Khác",)))
    assert {one.clause for one in changes(PACK, a_pack_with(texts=texts))} == {"I.1"}
    title = msgspec.structs.replace(LEVEL.texts, title="Khác")
    assert [one.clause for one in changes(PACK, a_pack_with(texts=title))] == ["II.1"]


def test_a_place_is_known_by_what_people_call_it() -> None:
    (change,) = changes(PACK, a_pack_with(limits=(*LEVEL.limits, a_limit("tùy", value=1))))
    assert [(step.field, step.record, step.title) for step in change.place] == [
        ("levels", "company", "Công ty thành viên"),
        ("limits", "", "tùy"),
    ]


def test_very_long_lists_without_anything_shared_are_still_compared() -> None:
    before, after = (
        msgspec.structs.replace(
            LEVEL.texts.movements,
            items=tuple(Movement(name=f"{word} {number}") for number in range(600)),
        )
        for word in ("cũ", "mới")
    )
    old, new = (
        a_pack_with(texts=msgspec.structs.replace(LEVEL.texts, movements=one))
        for one in (before, after)
    )
    kinds = [one.kind for one in changes(old, new)]
    assert kinds == [ChangeKind.REMOVED] * 600 + [ChangeKind.ADDED] * 600
